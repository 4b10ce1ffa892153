"""Webhooks: check that an event is genuine, then read it as its own type."""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Mapping, Sequence
from typing import Any, Generic, Literal, TypeVar, cast

import msgspec
from msgspec import Struct, field

from .decode import dig, read_plain
from .errors import APIError
from .models import Model

E = TypeVar("E")


class WebhookError(APIError):
    """The request is not a genuine event: no signature, a wrong one, or a body that can't be read."""


class UnknownEvent(Struct, frozen=True):
    """An event of a type that this version of the package does not know. Nothing of it is lost."""

    body: Any
    """The event as plain data."""
    content: bytes = b""
    """The event as it came."""

    def __repr__(self) -> str:
        return f"UnknownEvent(body={self.body!r})"


class Signature(Struct, frozen=True):
    """How an API signs its events: HMAC-SHA256 over the raw body."""

    header: str
    encoding: Literal["base64", "hex"] = "base64"

    def sign(self, body: bytes, secret: str) -> str:
        """The signature of a body."""
        digest = hmac.digest(secret.encode(), body, hashlib.sha256)
        return base64.b64encode(digest).decode() if self.encoding == "base64" else digest.hex()

    def verify(self, body: bytes, headers: Mapping[str, str], secrets: Sequence[str]) -> None:
        """Compare the signature in constant time.

        Raises:
            WebhookError: It is missing or wrong.
        """
        given = next((value for name, value in headers.items() if name.lower() == self.header.lower()), None)
        if given is None:
            raise WebhookError(f"the request has no {self.header} header, so it is not signed")
        claim = given.strip().lower() if self.encoding == "hex" else given.strip()
        matches = [
            hmac.compare_digest(self.sign(body, secret).encode(), claim.encode(errors="replace")) for secret in secrets
        ]
        if not any(matches):
            raise WebhookError(f"the {self.header} signature is not valid for this body and secret")


class EventShape(Struct, frozen=True):
    """How one kind of event is recognised: by the values of some fields, or by the fields that it has."""

    model: type[Model]
    values: Mapping[str, str] = field(default_factory=dict[str, str])
    """Where it has which text."""
    fields: frozenset[str] = frozenset()
    """Top-level fields that it always has."""

    def fits(self, body: Any) -> bool:
        """Whether a body is this kind of event."""
        if not isinstance(body, dict):
            return False
        keys: set[str] = set(cast("dict[str, Any]", body))
        return keys >= self.fields and all(dig(body, path) == value for path, value in self.values.items())


class Webhooks(Generic[E]):
    """Reads an API's webhook requests."""

    def __init__(self, *shapes: EventShape, signature: Signature | None = None) -> None:
        self._shapes = sorted(shapes, key=lambda shape: (len(shape.values), len(shape.fields)), reverse=True)
        self._signature = signature

    def parse(
        self, body: bytes, headers: Mapping[str, str] | None = None, *, secret: str | Sequence[str] | None = None
    ) -> E | UnknownEvent:
        """Check a request and return its event.

        Args:
            body: The request's body, exactly as it arrived.
            headers: The request's headers.
            secret: The shared secret; while you rotate it, the old and the new. Needed where the API signs.

        Raises:
            WebhookError: The request is not genuine, or can't be read.
        """
        if self._signature is not None:
            if not secret:
                raise WebhookError("this API signs its events: pass the shared secret, or anyone can send you one")
            secrets = [secret] if isinstance(secret, str) else secret
            if not all(secrets):  # anyone can sign with an empty one
                raise WebhookError("one of the shared secrets is empty")
            self._signature.verify(body, headers or {}, secrets)
        try:
            plain = msgspec.json.decode(body)
        except (ValueError, RecursionError) as error:
            raise WebhookError(f"the event is not JSON: {error}") from error
        shape = next((shape for shape in self._shapes if shape.fits(plain)), None)
        return UnknownEvent(plain, body) if shape is None else cast(E, read_plain(shape.model, plain).value)
