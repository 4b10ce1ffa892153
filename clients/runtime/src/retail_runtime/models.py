"""Models: fast, immutable records."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self, cast, dataclass_transform

import msgspec
from msgspec import UNSET, UnsetType, field
from msgspec.structs import fields as struct_fields

Unset = UnsetType


class _ModelMeta(msgspec.StructMeta):
    """Makes every model keyword-only, so that fields may come in any order."""

    def __new__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any], **config: Any) -> Any:
        config.setdefault("kw_only", True)
        config.setdefault("repr_omit_defaults", True)
        return super().__new__(cls, name, bases, namespace, **config)


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(field,))
class Model(msgspec.Struct, metaclass=_ModelMeta, frozen=True):
    """Base of every generated model: keyword-only, compared by value, picklable. `replace` makes changed copies."""

    collect: ClassVar[Mapping[str, str]] = {}
    """Fields that gather the properties the spec does not name: the field, and the prefix of what it takes ("" for the
    rest). The prefix is taken off."""

    def to_dict(self) -> dict[str, Any]:
        """Plain dicts, lists, strings, numbers, with the API's own field names. What was left out stays out."""
        return cast("dict[str, Any]", plain(self))

    def to_json(self) -> bytes:
        """The same as JSON."""
        return msgspec.json.encode(plain(self))

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """The model for plain data with the API's own field names.

        Raises:
            msgspec.ValidationError: The data does not fit; the text names the path.
        """
        from .decode import convert

        return convert(cls, data)

    def replace(self, **changes: Any) -> Self:
        """A copy with some fields changed."""
        return msgspec.structs.replace(self, **changes)


def plain(value: Any) -> Any:
    """Models, wherever they stand in `value`, as plain dicts with the API's own field names.

    A field that is None is left out where None is its default, and stays (as null) where it is not.
    """
    if isinstance(value, Model):
        out: dict[str, Any] = {}
        for known in struct_fields(value):
            held: Any = getattr(value, known.name)
            if held is UNSET or (held is None and known.default is None):
                continue
            prefix = value.collect.get(known.name)
            if prefix is not None and isinstance(held, Mapping):
                gathered = cast("Mapping[str, Any]", held)
                out |= {prefix + name: plain(item) for name, item in gathered.items()}
            else:
                out[known.encode_name] = plain(held)
        return out
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in cast("Mapping[Any, Any]", value).items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in cast("list[Any]", value)]
    return msgspec.to_builtins(value)


__all__ = ["UNSET", "Model", "Unset", "field", "plain"]
