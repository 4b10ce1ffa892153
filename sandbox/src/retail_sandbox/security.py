"""The security schemes of a spec: which credentials a request carries."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Iterable, Mapping

from werkzeug import Request
from werkzeug.datastructures import Headers

from .api import Unauthorized
from .requests import FORM, MULTIPART
from .spec import Node, Operation, Spec, SpecError

Find = Callable[[Request], str | None]


class Security:
    """Finds the credentials that an operation asks for.

    Names of headers are matched as WSGI has them: without regard to case, and with `-` and `_` alike.
    """

    def __init__(self, spec: Spec) -> None:
        components: Node = spec.document.get("components", {})
        schemes: Mapping[str, Node] = components.get("securitySchemes", {})
        self._find = {name: _finder(name, spec.resolve(scheme)) for name, scheme in schemes.items()}
        self.keys = frozenset(
            spelling
            for scheme in schemes.values()
            if scheme.get("in") == "query" or scheme.get("x-form")
            for spelling in (scheme["name"], *scheme.get("x-spellings", ()))
        )
        """The names under which credentials stand in a query or a form."""
        for operation in spec.operations:
            for name in {name for alternative in operation.security for name in alternative}:
                if name not in self._find:
                    raise SpecError(f"{operation.id}: the security scheme {name} is not in the spec")

    def credentials(self, operation: Operation, request: Request) -> dict[str, str]:
        """What was sent, by scheme, for the first alternative that is met in full; empty where none is needed.

        Raises:
            Unauthorized: No alternative is met; it names a scheme that is missing.
        """
        missing = ""
        open_to_all = False
        for alternative in operation.security:
            if not alternative:
                open_to_all = True
                continue
            found = {name: self._find[name](request) for name in alternative}
            absent = next((name for name, value in found.items() if not value), None)
            if absent is None:
                return {name: value for name, value in found.items() if value}
            missing = missing or absent
        if open_to_all:
            return {}
        raise Unauthorized("credentials are missing", scheme=missing)


def _finder(name: str, scheme: Node) -> Find:
    kind = scheme.get("type")
    if kind == "apiKey":
        return _key_finder(scheme)
    if kind == "http" and scheme["scheme"].lower() == "basic":
        return _basic
    if kind == "oauth2" or kind == "openIdConnect" or (kind == "http" and scheme["scheme"].lower() == "bearer"):
        return _bearer
    raise SpecError(f"the security scheme {name} is of a kind that the sandbox does not know")


def _key_finder(scheme: Node) -> Find:
    spellings = (scheme["name"], *scheme.get("x-spellings", ()))
    place, in_form = scheme["in"], scheme.get("x-form", False)

    def find(request: Request) -> str | None:
        source = {"query": request.args, "cookie": request.cookies}[place] if place != "header" else request.headers
        found = _first(source, spellings)
        if found is None and in_form and request.mimetype in (FORM, MULTIPART):
            found = _first(request.form, spellings)
        return found

    return find


def _first(source: Mapping[str, str] | Headers, names: Iterable[str]) -> str | None:
    return next((value for value in map(source.get, names) if value), None)


def _bearer(request: Request) -> str | None:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip() or None if scheme.lower() == "bearer" else None


def _basic(request: Request) -> str | None:
    """`user:password`, decoded."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        return base64.b64decode(token, validate=True).decode() or None
    except (binascii.Error, UnicodeDecodeError):
        return None
