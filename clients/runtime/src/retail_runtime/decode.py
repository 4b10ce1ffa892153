"""Reading answers: strictly where they fit their type, loosely where they do not, never losing what came.

A 2xx answer means that the server has acted, so a body that does not match the spec must not look like a failure. It is
read field by field; what does not fit is kept as it came, and its path reported (`Response.misfits`, and one warning in
the log). With `strict=True` it is an error instead.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, Union, cast, get_args, get_origin

import msgspec
from msgspec import Struct, ValidationError, field

from . import xml
from .models import Model, known_fields

T = TypeVar("T")

_LISTS, _MAPPINGS = (list, Sequence), (dict, Mapping)
"""What lists and objects are typed as: read, and sent."""


class Misfit(Struct, frozen=True):
    """A place in an answer that is not as the spec says."""

    path: str
    """Where it is: `$.result[3].price`."""
    message: str
    """What was expected, and what came."""


class Read(Struct):
    """What came of reading a body."""

    value: Any
    misfits: list[Misfit] = field(default_factory=list[Misfit])


def read(type_: Any, content: bytes, *, media: str = "json") -> Read:
    """Read a body as `type_`.

    Args:
        type_: A model, or any type that msgspec knows.
        content: The body.
        media: `json` or `xml`.

    Raises:
        ValueError: It is not JSON (or XML) at all.
    """
    if media == "json" and _gatherer(type_) is None:
        try:
            return Read(_decoder(type_).decode(content))
        except (ValueError, RecursionError):  # read it again, with care
            return _loosely(type_, parse(content, media))
    plain = parse(content, media)
    return read_plain(type_, _xml_shape(type_, plain) if media == "xml" else plain)


def parse(content: bytes, media: str) -> Any:
    """A body as plain data.

    Raises:
        ValueError: It is not JSON (or XML) at all.
    """
    if media == "xml":
        return xml.read(content)
    try:
        return msgspec.json.decode(content.removeprefix(b"\xef\xbb\xbf"))
    except UnicodeDecodeError as error:
        raise ValueError(f"it is not UTF-8: {error.reason}") from error
    except RecursionError as error:
        raise ValueError("it nests too deep") from error


def read_plain(type_: Any, plain: Any) -> Read:
    """Read plain data (dicts, lists, strings, numbers) as `type_`."""
    plain = _gathered(type_, plain)
    try:
        return Read(msgspec.convert(plain, type_, strict=False))
    except ValidationError:
        return _loosely(type_, plain)


def convert(type_: type[T], plain: Any) -> T:
    """Plain data as `type_`, or a ValidationError that names the path."""
    plain = _gathered(type_, plain)
    try:
        return msgspec.convert(plain, type_, strict=False)
    except TypeError:  # a model that is sent may hold a model or a mapping, which msgspec does not tell apart
        result = _loosely(type_, plain)
        if result.misfits:
            raise ValidationError(f"{result.misfits[0].message} - at `{result.misfits[0].path}`") from None
        return result.value


def dig(value: Any, path: str | None) -> Any:
    """What stands at a dotted path in plain data or models; None where the path breaks off. A number is a place in a
    list."""
    for name in path.split(".") if path else ():
        value = _step(value, name)
    return value


def dig_all(value: Any, path: str | None) -> list[Any]:
    """What stands at a dotted path, where a way through a list is one through each of its entries."""
    found = [value]
    for name in path.split(".") if path else ():
        found = [_step(each, name) for entry in found for each in _entries(entry)]
    return found


def _step(value: Any, name: str) -> Any:
    if isinstance(value, list) and name.isdecimal():
        return next(iter(cast("list[Any]", value)[int(name) :]), None)
    if isinstance(value, Mapping):
        return cast("Mapping[str, Any]", value).get(name)
    return getattr(cast("object", value), name, None)


def _entries(value: Any) -> list[Any]:
    return cast("list[Any]", value) if isinstance(value, list) else [value]


@cache
def _decoder(type_: Any) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(type_, strict=False)


# -- properties that the spec does not name -------------------------------------------------------


def _gathered(type_: Any, plain: Any) -> Any:
    gather = _gatherer(type_)
    return gather(plain) if gather else plain


@cache
def _gatherer(type_: Any) -> Callable[[Any], Any] | None:
    """A function that moves unnamed properties where the models in `type_` gather them; None when there are none."""
    if not _gathers(type_, set()):
        return None
    if (model := _model(type_)) is not None:
        return _model_gatherer(model)
    origin, arguments = get_origin(type_), get_args(type_)
    if origin is Annotated:
        return _gatherer(arguments[0])
    if origin in (Union, UnionType):
        return lambda plain: _gathered(_meant(type_, plain), plain)
    each = arguments[-1]

    def gather(plain: Any) -> Any:
        if isinstance(plain, list) and origin is list:
            return [_gathered(each, item) for item in cast("list[Any]", plain)]
        if isinstance(plain, dict) and origin is dict:
            return {key: _gathered(each, item) for key, item in cast("dict[str, Any]", plain).items()}
        return cast(Any, plain)

    return gather


def _gathers(type_: Any, seen: set[Any]) -> bool:
    """Whether a model that gathers stands in a type; `seen` are those looked at, as a model may hold itself."""
    if (model := _model(type_)) is None:
        within = get_args(type_) if get_origin(type_) in (Union, UnionType, list, dict, Annotated) else ()
        return any(_gathers(inner, seen) for inner in within)
    if model in seen:
        return False
    seen.add(model)
    return bool(model.collect) or any(_gathers(known.type, seen) for known in known_fields(model))


def _model_gatherer(model: type[Model]) -> Callable[[Any], Any]:
    named = {known.encode_name: known.type for known in known_fields(model) if known.name not in model.collect}
    tag = model.__struct_config__.tag_field
    takers = sorted(model.collect.items(), key=lambda taker: len(taker[1]), reverse=True)

    def gather(plain: Any) -> Any:
        if not isinstance(plain, dict):
            return plain
        out: dict[str, Any] = {taker: {} for taker, _ in takers}
        for key, value in cast("dict[str, Any]", plain).items():
            if key in named:
                out[key] = _gathered(named[key], value)
            elif key == tag:
                out[key] = value
            elif taker := next(((name, prefix) for name, prefix in takers if key.startswith(prefix)), None):
                out[taker[0]][key[len(taker[1]) :]] = value
        return out

    return gather


def _meant(union: Any, value: Any) -> Any:
    """The member of a union that `value` can be meant as; None when there is none."""
    return next((a for a in get_args(union) if a is not NoneType and _alike(a, value)), None)


# -- XML ------------------------------------------------------------------------------------------


def _xml_shape(type_: Any, node: Any) -> Any:
    """Give XML's text and elements the shape that `type_` wants: lists of one, empty objects, repeated elements."""
    model, origin = _model(type_), get_origin(type_)
    if origin in (Union, UnionType):
        first = next((a for a in get_args(type_) if a is not NoneType), str)
        return _xml_shape(_meant(type_, node) or first, node)
    if origin is list:
        items = cast("list[Any]", node) if isinstance(node, list) else [] if node == "" else [node]
        return [_xml_shape(get_args(type_)[0], item) for item in items]
    if model is not None or origin is dict:
        if node == "":
            return dict[str, Any]()
        if isinstance(node, dict):
            types = {f.encode_name: f.type for f in known_fields(model)} if model else {}
            rest = get_args(type_)[1] if model is None and get_args(type_) else str
            return {k: _xml_shape(types.get(k, rest), v) for k, v in cast("dict[str, Any]", node).items()}
    return node


# -- loose reading --------------------------------------------------------------------------------


def _loosely(type_: Any, plain: Any) -> Read:
    result = Read(None)
    result.value = _loose(type_, plain, "$", result.misfits)
    return result


def _loose(type_: Any, value: Any, path: str, misfits: list[Misfit]) -> Any:
    """Convert `value` where it fits and leave it alone where it does not."""
    try:
        return msgspec.convert(value, type_, strict=False)
    except (ValidationError, TypeError) as error:
        reason = str(error).partition(" - at `")[0]
    if get_origin(type_) is Annotated:
        return _loose(get_args(type_)[0], value, path, misfits)
    origin, args = get_origin(type_), get_args(type_)
    if origin in (Union, UnionType):
        if value in ("", []) and NoneType in args:  # a blank number or date, PHP's empty list for an object: none
            return None
        if (fitting := _meant(type_, value)) is not None:
            return _loose(fitting, value, path, misfits)
    elif origin in _LISTS and isinstance(value, list):
        items = cast("list[Any]", value)
        return [_loose(args[0], item, f"{path}[{n}]", misfits) for n, item in enumerate(items)]
    elif origin in _MAPPINGS and isinstance(value, dict):
        entries = cast("dict[str, Any]", value)
        return {key: _loose(args[1], item, f"{path}.{key}", misfits) for key, item in entries.items()}
    elif (model := _model(type_)) is not None and isinstance(value, dict):
        return _loose_model(model, cast("dict[str, Any]", value), path, misfits)
    elif type_ is datetime and isinstance(value, str) and (moment := _moment(value)):
        return moment
    misfits.append(Misfit(path, reason))
    return value


def _loose_model(model: type[Model], data: dict[str, Any], path: str, misfits: list[Misfit]) -> Any:
    known: dict[str, Any] = {}
    for f in known_fields(model):
        if f.encode_name in data:
            known[f.name] = _loose(f.type, data[f.encode_name], f"{path}.{f.encode_name}", misfits)
        elif f.required:
            known[f.name] = None
            misfits.append(Misfit(f"{path}.{f.encode_name}", "Required, but it is missing"))
    return model(**known)


def _moment(value: str) -> datetime | None:
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        return None


def _alike(type_: Any, value: Any) -> bool:
    """Whether `value` can be meant as `type_`: the same shape and, where there is one, the same tag."""
    model, origin = _model(type_), get_origin(type_)
    if model is not None:
        config = model.__struct_config__
        tag = cast("dict[str, Any]", value).get(config.tag_field or "") if isinstance(value, dict) else None
        return isinstance(value, dict) and (config.tag_field is None or tag == config.tag)
    return isinstance(value, dict) == (origin in _MAPPINGS) and isinstance(value, list) == (origin in _LISTS)


def _model(type_: Any) -> type[Model] | None:
    if get_origin(type_) is Annotated:
        type_ = get_args(type_)[0]
    kind = get_origin(type_) or type_
    return kind if isinstance(kind, type) and issubclass(kind, Model) else None
