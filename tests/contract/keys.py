"""Credentials: which of the ways that an operation takes is used, and where they go in a request; and what a client of
the same tenant sends with them.

An operation may take several ways of signing in (`security` lists alternatives). The way that is used is the first that
there are credentials for, in the order in which the facts name their schemes: the same for every operation that takes
it, and so along a chain of links.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from typing import Any

from schemathesis import Case
from schemathesis.auths import AuthContext

from .documents import Node
from .facts import facts_of

Way = tuple[str, ...]
"""The security schemes that are needed together."""


def in_order(document: Node, credentials: Mapping[str, str]) -> dict[str, Any]:
    """The document with the alternatives of each operation's `security` in the order of the credentials.

    Schemathesis signs by the first one that it can.
    """
    paths = {
        path: {name: _ordered(each, credentials) for name, each in item.items()} for path, item in _paths(document)
    }
    return {**document, "paths": paths}


def ways(operation: Node, credentials: Mapping[str, str]) -> list[Way]:
    """The ways to sign an operation's requests that there are credentials for, the one to use first."""
    able = [tuple(each) for each in operation.get("security", ()) if each and credentials.keys() >= each.keys()]
    order = list(credentials)
    return sorted(able, key=lambda way: min(order.index(name) for name in way))


def sign(case: Case, credentials: Mapping[str, str], way: Way | None = None) -> None:
    """Puts credentials, by security scheme, where the spec wants them: those of a way that the operation takes."""
    _put_headers(case)
    able = ways(case.operation.definition.raw, credentials)
    for name in way or (able[0] if able else ()):
        put_credential(case, name, credentials[name])


def sign_alike(read: Case, case: Case) -> None:
    """Signs a case as another was, where its operation takes that; else by its schema's own credentials."""
    _put_headers(read)
    read.operation.schema.apply_auth(read, AuthContext(operation=read.operation, app=read.operation.app))
    way = way_of(case)
    if not way or set(way) not in [set(each) for each in read.operation.definition.raw.get("security", ())]:
        return
    for name in way_of(read):
        put_credential(read, name, None)
    for name in way:
        place, key = _place(case, name)
        _place(read, name)[0][key] = place[key]


def way_of(case: Case) -> Way:
    """The schemes that a case was signed by; empty when it was not. The fullest where several fit."""
    said = case.operation.definition.raw.get("security", ())
    present = [tuple(each) for each in said if all(_is_put(case, name) for name in each)]
    return max(present, key=len, default=())


def put_credential(case: Case, name: str, value: str | None) -> None:
    """Puts a value where a security scheme wants one, or takes away what is there."""
    place, key = _place(case, name)
    scheme = _scheme(case, name)
    if value is None:
        place.pop(key, None)
    elif scheme["type"] == "apiKey":
        place[key] = value
    elif scheme.get("scheme") == "basic":
        place[key] = f"Basic {b64encode(value.encode()).decode()}"
    else:
        place[key] = f"Bearer {value}"


def _put_headers(case: Case) -> None:
    """Puts the headers that a client sends with all requests, those that the operation takes and that are not there."""
    taken = {each.name for each in case.operation.headers}
    for name, text in facts_of(case.operation.schema.raw_schema).headers.items():
        if name in taken:
            case.headers.setdefault(name, text)


def _paths(document: Node) -> Any:
    return document["paths"].items()


def _ordered(operation: Any, credentials: Mapping[str, str]) -> Any:
    if not isinstance(operation, dict) or len(operation.get("security", ())) < 2:
        return operation
    first = ways(operation, credentials)
    said = operation["security"]
    rank = {way: place for place, way in enumerate(first)}
    return {**operation, "security": sorted(said, key=lambda each: rank.get(tuple(each), len(first)))}


def _is_put(case: Case, name: str) -> bool:
    place, key = _place(case, name)
    return key in (place or {})


def _scheme(case: Case, name: str) -> Node:
    return case.operation.schema.raw_schema["components"]["securitySchemes"][name]


def _place(case: Case, name: str) -> tuple[Any, str]:
    """Where a scheme's credential stands in a case, and under which name."""
    scheme = _scheme(case, name)
    if scheme["type"] == "apiKey":
        return {"header": case.headers, "query": case.query, "cookie": case.cookies}[scheme["in"]], scheme["name"]
    return case.headers, "Authorization"
