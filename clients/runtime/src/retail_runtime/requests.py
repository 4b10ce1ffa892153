"""From a call's arguments to the parts of an HTTP request."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, cast
from urllib.parse import quote, urlencode

import msgspec
from msgspec import Struct, field

from .errors import InvalidArgumentError
from .files import as_part
from .models import UNSET, Model, each, is_several, plain
from .operations import Argument, Call
from .places import Body, Erase, Field, Header, Joined, Part, Path, Query, Spread
from .wire import Null, text

LONG_QUERY = 1_800
"""Above so many bytes a query goes as a form, where the API has a POST that means the same: URLs are cut off near 2,000
by older proxies."""


_JSON = msgspec.json.Encoder(decimal_format="number")


class RequestParts(Struct):
    """A request, before it is put into the HTTP library's terms."""

    verb: str
    path: str
    kind: str | None
    """How the body goes: json, form, multipart; None without one."""
    query: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    headers: dict[str, str] = field(default_factory=dict[str, str])
    cookies: dict[str, str] = field(default_factory=dict[str, str])
    fields: dict[str, Any] = field(default_factory=dict[str, Any])
    named: bool = False
    """Whether the body is made of `fields`, be there any or not."""
    whole: Any = UNSET
    files: list[tuple[str, Any]] = field(default_factory=list[tuple[str, Any]])

    def target(self) -> str:
        """Path and query."""
        return f"{self.path}?{urlencode(self.query, quote_via=quote)}" if self.query else self.path

    def body(self) -> dict[str, Any]:
        """The body in the HTTP library's terms."""
        if self.kind == "multipart" and self.files:
            return {"files": self.files, "data": {name: _flat_text(value) for name, value in self.fields.items()}}
        if self.kind == "multipart":  # without a file the library would send a plain form
            return {"files": [(name, (None, _flat_text(value))) for name, value in self.fields.items()]}
        if self.kind == "form":
            self.headers["Content-Type"] = "application/x-www-form-urlencoded"
            return {"content": urlencode(_form_pairs(self.fields))}
        if self.kind == "json" and (self.named or self.whole is not UNSET):
            self.headers["Content-Type"] = "application/json"
            return {"content": _JSON.encode(plain(self.fields if self.named else self.whole))}
        return {}


def header(name: str, value: str) -> str:
    """A header's value, when it can be one.

    Raises:
        InvalidArgumentError: It could end the header and begin another. The text does not show it: it may be a secret.
    """
    value = value.strip(" \t")
    if not (value.isascii() and value.replace("\t", " ").isprintable()):
        raise InvalidArgumentError(f"{name} holds a line break, or another character that a header cannot hold")
    return value


def merged(*layers: Mapping[str, str]) -> list[tuple[str, str]]:
    """Headers, those of a later layer in place of its namesakes (in any case) of an earlier one."""
    held = {name.lower(): (name, value) for layer in layers for name, value in layer.items()}
    return [(name, header(name, value)) for name, value in held.values()]


def sort(call: Call, extra: Mapping[str, tuple[str, str]], *, post: bool) -> RequestParts:
    """Sort a call's arguments into the parts of its request.

    Args:
        call: The call.
        extra: Parameters that the client sets for all calls: name on the wire to place and value.
        post: Send a query as a form wherever the API has a POST that means the same.
    """
    operation, traits = call.operation, call.operation.traits
    kind = traits.get("body") or ("json" if operation.verb in ("POST", "PUT", "PATCH") else None)
    parts = RequestParts(operation.verb, operation.path, kind)
    parts.named = any(isinstance(argument.place, Field | Erase) for argument in operation.arguments)
    for name, (place, value) in extra.items():
        if place == "header":
            parts.headers[name] = value
        elif kind == "form":
            parts.fields[name] = value
        else:
            parts.query.append((name, value))
    for name, value in traits.get("fixed", {}).items():
        if kind == "form":
            parts.fields[name] = value
        else:
            parts.query.append((name, value))
    for argument in operation.arguments:
        value = call.arguments.get(argument.name, UNSET)
        if value is UNSET or (value is None and not argument.sends_none):
            if isinstance(argument.place, Path):
                raise InvalidArgumentError(f"{argument.name} cannot be left out: it is a part of the URL's path")
            continue
        _place(parts, argument, value, call)
    if traits.get("twin") and (post or len(urlencode(parts.query, quote_via=quote)) > LONG_QUERY):
        parts.verb, parts.kind = "POST", "form"
        for name, value in parts.query:
            parts.fields.setdefault(name, []).append(value)
        parts.query = []
    return parts


def _place(parts: RequestParts, argument: Argument, value: Any, call: Call) -> None:
    if isinstance(value, Iterator) and not argument.takes_file:
        raise InvalidArgumentError(f"{argument.name} must be a list: an iterator can't be read again for a second try")
    if argument.check:
        value = each(partial(argument.check, argument.name), value)
    value, wire = _encoded(argument, value), argument.wire
    match argument.place:
        case Path():
            parts.path = parts.path.replace(f"{{{argument.wire}}}", _segment(argument.name, value))
        case Query():
            parts.query += [(wire, _flat_text(item)) for item in _items(value)]
        case Joined():
            _query_or_field(parts, wire, ",".join(map(_flat_text, _items(value))))
        case Spread():
            for name, item in cast("Mapping[str, Any]", value).items():
                _query_or_field(parts, name, _flat_text(item))
        case Header():
            parts.headers[wire] = text(value)
        case Body():
            parts.whole = value
        case Part():
            parts.files.append((wire, as_part(wire, value)))
        case Erase():
            if value:
                _, erase = call.operation.traits["wrap"]  # type: ignore[typeddict-item]
                parts.fields.setdefault(wire, {})[erase] = True
        case _ if "wrap" in call.operation.traits:
            parts.fields.setdefault(wire, {})[call.operation.traits["wrap"][0]] = value
        case _:
            parts.fields[wire] = value


def _encoded(argument: Argument, value: Any) -> Any:
    if value is None and argument.place.null is not None:
        return argument.place.null
    if isinstance(value, Null):
        if argument.place.null is None:
            raise InvalidArgumentError(f"{argument.name} does not take NULL")
        return argument.place.null
    if argument.encode is None:
        return value
    return argument.encode(value) if argument.takes_file else each(argument.encode, value)


def _items(value: Any) -> list[Any]:
    """The items of a list, tuple, set or the like; a single value alone."""
    return list(value) if is_several(value) else [value]


def _query_or_field(parts: RequestParts, wire: str, value: str) -> None:
    if parts.kind == "form":
        parts.fields[wire] = value
    else:
        parts.query.append((wire, value))


def _segment(name: str, value: Any) -> str:
    segment = text(value)
    if segment in ("", ".", ".."):
        raise InvalidArgumentError(f"{name} cannot be {segment!r}: it is a part of the URL's path")
    return quote(segment, safe="")


def _flat_text(value: Any) -> str:
    """A value as text, a structure as JSON."""
    nested = isinstance(value, Model | Mapping) or is_several(value)
    return _JSON.encode(plain(value)).decode() if nested else text(value)


def _form_pairs(fields: Mapping[str, Any]) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for name, value in fields.items():
        pairs += [(name, _flat_text(item)) for item in _items(value)]
    return pairs


__all__ = ["LONG_QUERY", "Field", "RequestParts", "sort"]
