# Generated from specs/everything.yaml by the generator; edit the spec and run `make generate`.
"""The Every "Thing" \\ 日本 API."""

from __future__ import annotations

from functools import cached_property
from typing import Literal, Self, Unpack

from retail_runtime import (
    Async,
    AsyncClient,
    AsyncOptions,
    AsyncRaw,
    CallOptions,
    ClientParameter,
    Credentials,
    ErrorShape,
    M,
    Quota,
    Resource,
    Scheme,
    Secret,
    Spec,
    Sync,
    SyncClient,
    SyncOptions,
    SyncRaw,
    Token,
)

from .errors import ERRORS
from .resources.baskets import Baskets
from .resources.exports import Exports
from .resources.feed import Feed
from .resources.from_ import From
from .resources.imports import Imports
from .resources.lists import Lists
from .resources.things import Things

SPEC = Spec(
    name="everything",
    version="1.2.3",
    servers={"": "https://every.example.com/v1", "tenant": None, "pay": "https://pay.example.com"},
    schemes={
        "token": Scheme("bearer"),
        "client_id": Scheme("query", "client_id", form=True),
        "client_secret": Scheme("query", "client_secret", form=True),
        "pair": Scheme("header", "X-Pair"),
        "session": Scheme("cookie", "sid"),
        "session_header": Scheme("header", "X-Session"),
    },
    auth=(("token",),),
    error=ErrorShape("error.message", code="error.code", name="error.name", ok=("0",)),
    errors=ERRORS,
    parameters={
        "store": ClientParameter("X-Store", "header"),
        "lang": ClientParameter("lang", "query", "en"),
        "dry_run": ClientParameter("dry-run", "query", "false"),
    },
    quota=Quota("header", limit="X-Limit", remaining="X-Remaining", reset="X-Reset", reset_is="seconds"),
    resources={
        "things": Things,
        "from_": From,
        "baskets": Baskets,
        "imports": Imports,
        "exports": Exports,
        "feed": Feed,
        "lists": Lists,
    },
)


class Bearer(Credentials):
    """A token."""

    def __init__(self, token: Token | None = None) -> None:
        super().__init__({"token": (Secret(token, "EVERYTHING_TOKEN"),)})


class Keys(Credentials):
    """Two keys."""

    def __init__(self, client_id: Token | None = None, client_secret: Token | None = None) -> None:
        super().__init__(
            {
                "client_id": (Secret(client_id, "EVERYTHING_CLIENT_ID"),),
                "client_secret": (Secret(client_secret, "EVERYTHING_CLIENT_SECRET"),),
            }
        )


class Pair(Credentials):
    """A key and its secret."""

    def __init__(self, key: Token | None = None, secret: Token | None = None) -> None:
        super().__init__({"pair": (Secret(key, "EVERYTHING_KEY"), Secret(secret, "EVERYTHING_SECRET"))})


class Session(Credentials):
    """A session that the login began."""

    def __init__(self, session: Token | None = None) -> None:
        super().__init__(
            {
                "session": (Secret(session, "EVERYTHING_SESSION"),),
                "session_header": (Secret(session, "EVERYTHING_SESSION"),),
            }
        )


class EverythingCallOptions(CallOptions, total=False):
    """What may differ from call to call."""

    store: int
    """The store of all calls."""
    lang: Literal["en", "de"]
    """The language of texts."""
    dry_run: bool
    """Whether nothing is to be changed."""


class EverythingOptions(SyncOptions, EverythingCallOptions, total=False):
    """What a blocking client may be given."""


class AsyncEverythingOptions(AsyncOptions, EverythingCallOptions, total=False):
    """What an async client may be given."""


class Api(Resource[M]):
    """The operations of the Every "Thing" \\ 日本 API, by resource."""

    @cached_property
    def things(self) -> Things[M]:
        """What there is. It ends with a "quote"."""
        return Things(self.mode)

    @cached_property
    def from_(self) -> From[M]:
        """A resource named by a keyword."""
        return From(self.mode)

    @cached_property
    def baskets(self) -> Baskets[M]:
        """Baskets and what is paid for them."""
        return Baskets(self.mode)

    @cached_property
    def imports(self) -> Imports[M]:
        """Files that the service reads."""
        return Imports(self.mode)

    @cached_property
    def exports(self) -> Exports[M]:
        """Files that the service writes."""
        return Exports(self.mode)

    @cached_property
    def feed(self) -> Feed[M]:
        """Several things at one address."""
        return Feed(self.mode)

    @cached_property
    def lists(self) -> Lists[M]:
        """What the feed lists: `a\\b`."""
        return Lists(self.mode)


class Everything(SyncClient, Api[Sync]):
    """A blocking client for the Every "Thing" \\ 日本 API.

    >>> api = Everything()

    Args:
        auth: How to sign in; left out for what the environment has.
        **options: Timeouts, retries, addresses, hooks; see `EverythingOptions`.
    """

    def __init__(
        self, auth: Bearer | Keys | Pair | Session | None = None, **options: Unpack[EverythingOptions]
    ) -> None:
        super().__init__(SPEC, auth or Bearer(), options)

    @cached_property
    def with_response(self) -> Api[SyncRaw]:
        """The same operations, returning their data with the HTTP response."""
        return Api(SyncRaw(self.mode.engine, self.mode.http))

    def with_options(self, **options: Unpack[EverythingCallOptions]) -> Self:
        """This client with other settings, over the same connections."""
        return self._with(options)


class AsyncEverything(AsyncClient, Api[Async]):
    """An async client for the Every "Thing" \\ 日本 API.

    >>> api = AsyncEverything()

    Args:
        auth: How to sign in; left out for what the environment has.
        **options: Timeouts, retries, addresses, hooks; see `AsyncEverythingOptions`.
    """

    def __init__(
        self, auth: Bearer | Keys | Pair | Session | None = None, **options: Unpack[AsyncEverythingOptions]
    ) -> None:
        super().__init__(SPEC, auth or Bearer(), options)

    @cached_property
    def with_response(self) -> Api[AsyncRaw]:
        """The same operations, returning their data with the HTTP response."""
        return Api(AsyncRaw(self.mode.engine, self.mode.http))

    def with_options(self, **options: Unpack[EverythingCallOptions]) -> Self:
        """This client with other settings, over the same connections."""
        return self._with(options)
