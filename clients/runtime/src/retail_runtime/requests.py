"""From a call's arguments to the parts of an HTTP request."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, cast
from urllib.parse import quote, urlencode

import msgspec

from .errors import InvalidArgumentError
from .files import as_part
from .models import UNSET, plain
from .operations import Argument, Call
from .places import Body, Erase, Field, Header, Joined, Part, Path, Query, Spread
from .wire import Null, text

LONG_QUERY = 1_800
"""Above so many bytes a query goes as a form, where the API has a POST that means the same: URLs are cut off near 2,000
by older proxies."""


@dataclass(slots=True)
class RequestParts:
    """A request, before it is put into the HTTP library's terms."""

    verb: str
    path: str
    kind: str | None
    """How the body goes: json, form, multipart; None without one."""
    query: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    headers: dict[str, str] = field(default_factory=dict[str, str])
    cookies: dict[str, str] = field(default_factory=dict[str, str])
    fields: dict[str, Any] = field(default_factory=dict[str, Any])
    whole: Any = UNSET
    files: list[tuple[str, Any]] = field(default_factory=list[tuple[str, Any]])

    def target(self) -> str:
        """Path and query."""
        return f"{self.path}?{urlencode(self.query, quote_via=quote)}" if self.query else self.path

    def body(self) -> dict[str, Any]:
        """The body in the HTTP library's terms."""
        if self.kind == "multipart" and self.files:
            return {"files": self.files, "data": {name: _form_text(value) for name, value in self.fields.items()}}
        if self.kind == "multipart":  # without a file the library would send a plain form
            return {"files": [(name, (None, _form_text(value))) for name, value in self.fields.items()]}
        if self.kind == "form":
            self.headers["Content-Type"] = "application/x-www-form-urlencoded"
            return {"content": urlencode(list(_form_pairs(self.fields)))}
        if self.kind == "json" and (self.fields or self.whole is not UNSET):
            self.headers["Content-Type"] = "application/json"
            return {"content": msgspec.json.encode(plain(self.fields or self.whole))}
        return {}


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
            continue
        _place(parts, argument, value, call)
    if traits.get("twin") and (post or sum(len(name) + len(value) + 2 for name, value in parts.query) > LONG_QUERY):
        parts.verb, parts.kind = "POST", "form"
        for name, value in parts.query:
            parts.fields.setdefault(name, []).append(value)
        parts.query = []
    return parts


def _place(parts: RequestParts, argument: Argument, value: Any, call: Call) -> None:
    if argument.check:
        value = argument.check(argument.name, value)
    value = _encoded(argument, value)
    wire = argument.wire
    match argument.place:
        case Path():
            parts.path = parts.path.replace(f"{{{argument.name}}}", _segment(argument.name, value))
        case Query():
            values = cast("list[Any]", value) if isinstance(value, list | tuple | set | frozenset) else [value]
            parts.query += [(wire, text(item)) for item in values]
        case Joined():
            joined = value if isinstance(value, str) else ",".join(text(item) for item in value)
            _query_or_field(parts, wire, joined)
        case Spread():
            for name, item in cast("Mapping[str, Any]", value).items():
                _query_or_field(parts, name, text(item))
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
    if isinstance(value, list | tuple):
        return [argument.encode(item) for item in cast("list[Any]", value)]
    return argument.encode(value)


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


def _form_text(value: Any) -> str:
    value = plain(value)
    return (
        msgspec.json.encode(value).decode() if isinstance(value, dict | list) else "" if value is None else text(value)
    )


def _form_pairs(fields: Mapping[str, Any]) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for name, value in fields.items():
        items = cast("list[Any]", value) if isinstance(value, list) else [value]
        pairs += [(name, _form_text(item)) for item in items]
    return pairs


__all__ = ["LONG_QUERY", "Field", "RequestParts", "sort"]
