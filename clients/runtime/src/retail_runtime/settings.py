"""What an API's package tells the engine, and what a client's owner may choose."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Literal, TypedDict

import httpx2
from msgspec import Struct, field

from .auth import Scheme
from .errors import APIStatusError, InvalidArgumentError, MissingAddressError
from .operations import Call, Operation
from .quota import Quota
from .retry import Retry
from .wire import is_address

if TYPE_CHECKING:
    from .resources import Resource


class ErrorShape(Struct, frozen=True):
    """How an error body reads."""

    message: str
    code: str | None = None
    name: str | None = None
    ok: tuple[str, ...] = ()
    """The codes that mean success, for an API that tells errors under HTTP 200."""
    transient: tuple[str, ...] = ()
    """The codes after which a repeat may succeed, for an API whose refusals have statuses of failures (5xx): after any
    other known code there is none. Empty: the status alone counts."""


class ClientParameter(Struct, frozen=True):
    """A parameter that a client sets once for all its calls."""

    wire: str
    place: Literal["query", "header"]
    default: str | None = None


class Spec(Struct, frozen=True, kw_only=True, dict=True):
    """What an API's generated package tells the engine."""

    name: str
    """The API's name, as in `information-machine`."""
    version: str
    servers: Mapping[str, str | None]
    """Each host's address by its name, the usual one's being empty; None where every deployment has its own."""
    schemes: Mapping[str, Scheme] = field(default_factory=dict[str, Scheme])
    auth: tuple[tuple[str, ...], ...] = ()
    """The ways to sign in that operations take when they say nothing else."""
    error: ErrorShape = field(default_factory=lambda: ErrorShape("message"))
    errors: Mapping[str, type[APIStatusError]] = field(default_factory=dict[str, type[APIStatusError]])
    """The error classes by the API's codes."""
    parameters: Mapping[str, ClientParameter] = field(default_factory=dict[str, ClientParameter])
    quota: Quota | None = None
    concurrency: int | None = None
    """How many requests of one client the API takes at once; None for any number."""
    resources: Mapping[str, type[Resource[Any]]] = field(default_factory=dict[str, Any])

    @property
    def env(self) -> str:
        """How the API's environment variables begin."""
        return self.name.upper().replace("-", "_")

    def operation(self, name: str) -> Operation:
        """An operation by its name, such as `imports.status`."""
        resource, _, method = name.partition(".")
        return getattr(self.resources[resource], method).operation

    def address(self, server: str, given: str | Mapping[str, str] | None) -> str:
        """Where a host is: as given to the client, else as the environment says, else its usual place.

        Raises:
            MissingAddressError: None was given, and it has no usual place or another host was moved.
        """
        variable = self._variable(server)
        named = given.get(server) if isinstance(given, Mapping) else given if not server else None
        address = named or os.environ.get(variable)
        if address is None and not self._moved(given):
            address = self.servers[server]
        if address is None:
            given_as = f"base_url={{{server!r}: ...}}" if server else "base_url"
            why = "each deployment has its own" if self.servers[server] is None else "the API's other host was moved"
            raise MissingAddressError(f"no address for {self.name}, as {why}: pass {given_as} or set {variable}")
        if not is_address(address):
            raise InvalidArgumentError(f"{self.name}: the base_url (or {variable}) is not an http or https address")
        return address.rstrip("/")

    def _moved(self, given: str | Mapping[str, str] | None) -> bool:
        """Whether any host is not at its usual place. Then no other is called at its own: what is meant for a sandbox
        must not reach the real service."""
        return bool(given) or any(os.environ.get(self._variable(server)) for server in self.servers)

    def _variable(self, server: str) -> str:
        return f"{self.env}_{server.upper()}_BASE_URL" if server else f"{self.env}_BASE_URL"


class CallOptions(TypedDict, total=False):
    """What may differ from call to call."""

    base_url: str | Mapping[str, str]
    """Where the API is, instead of its usual place; for an API with several hosts, a mapping from their names. It gets
    the credentials."""
    timeout: float | httpx2.Timeout
    """Seconds for each phase of a request, or an `httpx2.Timeout`; 30 (5 to connect) by default."""
    retry: Retry
    """When to try again, e.g. `Retry(attempts=1)` for never."""
    headers: Mapping[str, str]
    """Headers to send with every request."""
    strict: bool
    """Refuse answers that do not match the spec, instead of reading them loosely."""
    post: bool
    """Send every query as a form by POST, where the API takes both: keeps parameters out of URLs and access logs."""
    on_request: Callable[[httpx2.Request, Call], None]
    """Called with each request before it is sent (each try)."""
    on_response: Callable[[httpx2.Response, Call], None]
    """Called with each response, before retries and errors."""


class SyncOptions(CallOptions, total=False):
    """What a blocking client may be given."""

    http: httpx2.Client
    """An HTTP client of your own: for proxies, certificates, pools. It stays yours: it is not closed."""
    transport: httpx2.BaseTransport
    """A transport for a client made here: for tests, or a sandbox in process."""


class AsyncOptions(CallOptions, total=False):
    """What an async client may be given."""

    http: httpx2.AsyncClient
    """An HTTP client of your own: for proxies, certificates, pools. It stays yours: it is not closed."""
    transport: httpx2.AsyncBaseTransport
    """A transport for a client made here: for tests, or a sandbox in process."""


class Settings(Struct, frozen=True, kw_only=True, dict=True):
    """What a client's owner chose."""

    base_url: str | Mapping[str, str] | None = None
    timeout: float | httpx2.Timeout = field(default_factory=lambda: httpx2.Timeout(30.0, connect=5.0))
    retry: Retry = field(default_factory=Retry)
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    strict: bool = False
    post: bool = False
    on_request: Callable[[httpx2.Request, Call], None] | None = None
    on_response: Callable[[httpx2.Response, Call], None] | None = None
    parameters: Mapping[str, Any] = field(default_factory=dict[str, Any])
    """The client's own values for `Spec.parameters`."""
