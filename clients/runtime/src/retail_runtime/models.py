"""Models: fast, immutable records."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from decimal import Decimal
from functools import cache
from types import UnionType
from typing import (
    Annotated,
    Any,
    ClassVar,
    Self,
    Union,
    cast,
    dataclass_transform,
    get_args,
    get_origin,
    get_type_hints,
)

import msgspec
from msgspec import UNSET, UnsetType, field
from msgspec.structs import FieldInfo
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
        return cast("dict[str, Any]", msgspec.to_builtins(plain(self)))

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


@cache
def known_fields(model: type[Model]) -> tuple[FieldInfo, ...]:
    """A model's fields. To ask msgspec resolves the type hints anew each time."""
    return struct_fields(model)


@cache
def _encoders(model: type[Model]) -> Mapping[str, Callable[[Any], Any]]:
    """How a model's fields are written where that is not how Python writes them, by the field's name."""
    marks = {name: marks_of(hint) for name, hint in get_type_hints(model, include_extras=True).items()}
    return {name: encode for name, said in marks.items() if (encode := next(filter(callable, said), None))}


def marks_of(hint: Any) -> list[Any]:
    """The words said about a type by `Annotated`: on the whole of it, a member of its union, or the items of a list."""
    if get_origin(hint) is Annotated:
        inner, *said = get_args(hint)
        return [*said, *marks_of(inner)]
    members = get_args(hint) if get_origin(hint) in (Union, UnionType, Sequence, list) else ()
    return [mark for member in members for mark in marks_of(member)]


def is_several(value: Any) -> bool:
    """Whether a value is a list, tuple, set or the like."""
    return isinstance(value, Collection) and not isinstance(value, str | bytes | bytearray | Mapping)


def each(change: Callable[[Any], Any], value: Any) -> Any:
    """A value changed; of a list, each of its items."""
    return [change(item) for item in cast("Collection[Any]", value)] if is_several(value) else change(value)


def plain(value: Any) -> Any:
    """Models, wherever they stand in `value`, as plain dicts with the API's own field names.

    A field that is None is left out where None is its default, and stays (as null) where it is not.
    """
    if isinstance(value, Model):
        return _plain_model(value)
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in cast("Mapping[Any, Any]", value).items()}
    if is_several(value):
        return [plain(item) for item in value]
    return value if isinstance(value, Decimal) else msgspec.to_builtins(value)


def _plain_model(model: Model) -> dict[str, Any]:
    encoders, config = _encoders(type(model)), model.__struct_config__
    out: dict[str, Any] = {} if config.tag_field is None else {config.tag_field: config.tag}
    for known in known_fields(type(model)):
        held: Any = getattr(model, known.name)
        if held is UNSET or (held is None and known.default is None):
            continue
        prefix = model.collect.get(known.name)
        if prefix is not None and isinstance(held, Mapping):
            gathered = cast("Mapping[str, Any]", held)
            out |= {prefix + name: plain(item) for name, item in gathered.items()}
        else:
            encode = encoders.get(known.name)
            out[known.encode_name] = plain(each(encode, held) if encode else held)
    return out


__all__ = ["UNSET", "Model", "Unset", "each", "field", "is_several", "known_fields", "marks_of", "plain"]
