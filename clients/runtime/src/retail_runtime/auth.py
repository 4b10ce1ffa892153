"""Credentials: given as text, as a function, or by the environment; put where an operation's security schemes say.

They are applied to each request by itself and never stored on the HTTP client, so two clients may share one.
"""

from __future__ import annotations

import base64
import os
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from .errors import MissingCredentialsError

if TYPE_CHECKING:
    from .operations import Operation
    from .requests import RequestParts

Token = str | Callable[[], str]
"""A secret, or a function that returns it (asked anew with each request, so that it may change)."""


class Scheme(Struct, frozen=True):
    """Where a credential stands in a request."""

    place: Literal["header", "query", "cookie", "bearer", "basic"]
    name: str = ""
    form: bool = False
    """Whether it goes into the form when the request has one, which keeps it out of URLs and access logs."""

    def apply(self, secrets: Sequence[str], parts: RequestParts) -> None:
        """Put the credential into the request."""
        secret = ":".join(secrets)
        match self.place:
            case "query" if self.form and parts.kind == "form":
                parts.fields[self.name] = secret
            case "query":
                parts.query.append((self.name, secret))
            case "header":
                parts.headers[self.name] = secret
            case "cookie":
                parts.cookies[self.name] = secret
            case "bearer":
                parts.headers["Authorization"] = f"Bearer {secret}"
            case "basic":
                parts.headers["Authorization"] = "Basic " + base64.b64encode(secret.encode()).decode()


class Secret(Struct, frozen=True):
    """One secret and the environment variable that it may come from. Its repr shows neither."""

    given: Token | None
    env: str

    def read(self) -> str:
        """The secret as it is now; empty when there is none."""
        given = self.given() if callable(self.given) else self.given
        return given or os.environ.get(self.env, "")

    def __repr__(self) -> str:
        return "***"


class Credentials:
    """The secrets of one way to sign in, by security scheme. Prints none of them."""

    def __init__(self, secrets: Mapping[str, Sequence[Secret]]) -> None:
        self._secrets = secrets

    def __repr__(self) -> str:
        return f"{type(self).__name__}(***)"

    def apply(
        self, operation: Operation, ways: Sequence[Sequence[str]], schemes: Mapping[str, Scheme], parts: RequestParts
    ) -> None:
        """Sign a request in, by the first of the operation's ways for which there are secrets.

        Raises:
            MissingCredentialsError: There is none; the text says what to pass or to set.
        """
        if not ways:
            return
        lacking: list[str] = []
        for way in sorted(ways, key=lambda way: not way):  # to sign in comes before not to
            if not all(name in self._secrets for name in way):
                continue
            values = {name: [secret.read() for secret in self._secrets[name]] for name in way}
            if all(all(secrets) for secrets in values.values()):
                for name, secrets in values.items():
                    schemes[name].apply(secrets, parts)
                return
            lacking = lacking or [secret.env for name in way for secret in self._secrets[name] if not secret.read()]
        if lacking:
            raise MissingCredentialsError(
                f"{operation.name}: no credentials: pass them to the client or set {' and '.join(lacking)}"
            )
        needed = " or ".join(" and ".join(way) for way in ways)
        raise MissingCredentialsError(
            f"{operation.name} takes {needed}; "
            f"this client signs in with {type(self).__name__} ({', '.join(self._secrets)})"
        )
