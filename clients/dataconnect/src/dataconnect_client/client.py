# Generated from specs/dataconnect.yaml by the generator; edit the spec and run `make generate`.
"""The iQmetrix DataConnect API."""

from __future__ import annotations

from functools import cached_property
from typing import Self, Unpack

from retail_runtime import (
    Async,
    AsyncClient,
    AsyncOptions,
    AsyncRaw,
    CallOptions,
    Credentials,
    ErrorShape,
    M,
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
from .resources.customers import Customers
from .resources.partner import Partner
from .resources.products import Products
from .resources.session import Session
from .resources.version import Version

SPEC = Spec(
    name="dataconnect",
    version="0.1.0",
    servers={"": "https://dataconnect.iqmetrix.net"},
    schemes={
        "bearer": Scheme("bearer"),
        "basic": Scheme("basic"),
        "auth": Scheme("query", "Auth"),
        "session": Scheme("cookie", "DataConnectSession"),
    },
    auth=(("bearer",), ("basic",), ("auth",), ("session",)),
    error=ErrorShape("Message"),
    errors=ERRORS,
    concurrency=8,
    resources={
        "version": Version,
        "session": Session,
        "partner": Partner,
        "products": Products,
        "customers": Customers,
    },
)


class Api(Resource[M]):
    """The operations of the iQmetrix DataConnect API, by resource."""

    @cached_property
    def version(self) -> Version[M]:
        """Which version answers."""
        return Version(self.mode)

    @cached_property
    def session(self) -> Session[M]:
        """Who is signed in."""
        return Session(self.mode)

    @cached_property
    def partner(self) -> Partner[M]:
        """The companies whose data can be read."""
        return Partner(self.mode)

    @cached_property
    def products(self) -> Products[M]:
        """Products and how many of them are in stock."""
        return Products(self.mode)

    @cached_property
    def customers(self) -> Customers[M]:
        """Customers and when they changed."""
        return Customers(self.mode)


class DataConnect(SyncClient, Api[Sync]):
    """A blocking client for the iQmetrix DataConnect API.

    >>> api = DataConnect()

    Args:
        token: An access token of the iQmetrix identity service. Left out for `DATACONNECT_TOKEN` from the environment.
        **options: Timeouts, retries, addresses, hooks; see `SyncOptions`.
    """

    def __init__(self, token: Token | None = None, **options: Unpack[SyncOptions]) -> None:
        super().__init__(SPEC, Credentials({"bearer": (Secret(token, "DATACONNECT_TOKEN"),)}), options)

    @cached_property
    def with_response(self) -> Api[SyncRaw]:
        """The same operations, returning their data with the HTTP response."""
        return Api(SyncRaw(self.mode.engine, self.mode.http))

    def with_options(self, **options: Unpack[CallOptions]) -> Self:
        """This client with other settings, over the same connections."""
        return self._with(options)


class AsyncDataConnect(AsyncClient, Api[Async]):
    """An async client for the iQmetrix DataConnect API.

    >>> api = AsyncDataConnect()

    Args:
        token: An access token of the iQmetrix identity service. Left out for `DATACONNECT_TOKEN` from the environment.
        **options: Timeouts, retries, addresses, hooks; see `AsyncOptions`.
    """

    def __init__(self, token: Token | None = None, **options: Unpack[AsyncOptions]) -> None:
        super().__init__(SPEC, Credentials({"bearer": (Secret(token, "DATACONNECT_TOKEN"),)}), options)

    @cached_property
    def with_response(self) -> Api[AsyncRaw]:
        """The same operations, returning their data with the HTTP response."""
        return Api(AsyncRaw(self.mode.engine, self.mode.http))

    def with_options(self, **options: Unpack[CallOptions]) -> Self:
        """This client with other settings, over the same connections."""
        return self._with(options)
