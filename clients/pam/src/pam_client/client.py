# Generated from specs/pam.yaml by the generator; edit the spec and run `make generate`.
"""The PAM API."""

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
from .resources.attributes import Attributes
from .resources.brands import Brands
from .resources.categories import Categories
from .resources.couch import Couch
from .resources.exports import Exports
from .resources.gtins import Gtins
from .resources.imports import Imports
from .resources.locks import Locks
from .resources.participants import Participants
from .resources.prices import Prices
from .resources.products import Products
from .resources.retailers import Retailers

SPEC = Spec(
    name="pam",
    version="0.1.0",
    servers={"": None},
    schemes={"ticket": Scheme("header", "authenticateit_identity_ticket")},
    auth=(("ticket",),),
    error=ErrorShape("error"),
    errors=ERRORS,
    resources={
        "products": Products,
        "prices": Prices,
        "retailers": Retailers,
        "participants": Participants,
        "attributes": Attributes,
        "categories": Categories,
        "brands": Brands,
        "gtins": Gtins,
        "couch": Couch,
        "exports": Exports,
        "imports": Imports,
        "locks": Locks,
    },
)


class Api(Resource[M]):
    """The operations of the PAM API, by resource."""

    @cached_property
    def products(self) -> Products[M]:
        """Products of a participant: list, add, change, delete."""
        return Products(self.mode)

    @cached_property
    def prices(self) -> Prices[M]:
        """Prices of a product."""
        return Prices(self.mode)

    @cached_property
    def retailers(self) -> Retailers[M]:
        """Participants that are listed as retailers."""
        return Retailers(self.mode)

    @cached_property
    def participants(self) -> Participants[M]:
        """Companies."""
        return Participants(self.mode)

    @cached_property
    def attributes(self) -> Attributes[M]:
        """Attributes that products can have."""
        return Attributes(self.mode)

    @cached_property
    def categories(self) -> Categories[M]:
        """The tree of categories."""
        return Categories(self.mode)

    @cached_property
    def brands(self) -> Brands[M]:
        """Brands of a participant."""
        return Brands(self.mode)

    @cached_property
    def gtins(self) -> Gtins[M]:
        """The register of GTINs."""
        return Gtins(self.mode)

    @cached_property
    def couch(self) -> Couch[M]:
        """The document store."""
        return Couch(self.mode)

    @cached_property
    def exports(self) -> Exports[M]:
        """Products as a CSV file."""
        return Exports(self.mode)

    @cached_property
    def imports(self) -> Imports[M]:
        """Products, and which are similar, from a CSV file."""
        return Imports(self.mode)

    @cached_property
    def locks(self) -> Locks[M]:
        """Fields of a product that imports leave alone."""
        return Locks(self.mode)


class Pam(SyncClient, Api[Sync]):
    """A blocking client for the PAM API.

    >>> api = Pam(base_url="https://...")

    Args:
        ticket: The ticket that the identity service issued. Left out for `PAM_TICKET` from the environment.
        **options: Timeouts, retries, addresses, hooks; see `SyncOptions`.
    """

    def __init__(self, ticket: Token | None = None, **options: Unpack[SyncOptions]) -> None:
        super().__init__(SPEC, Credentials({"ticket": (Secret(ticket, "PAM_TICKET"),)}), options)

    @cached_property
    def with_response(self) -> Api[SyncRaw]:
        """The same operations, returning their data with the HTTP response."""
        return Api(SyncRaw(self.mode.engine, self.mode.http))

    def with_options(self, **options: Unpack[CallOptions]) -> Self:
        """This client with other settings, over the same connections."""
        return self._with(options)


class AsyncPam(AsyncClient, Api[Async]):
    """An async client for the PAM API.

    >>> api = AsyncPam(base_url="https://...")

    Args:
        ticket: The ticket that the identity service issued. Left out for `PAM_TICKET` from the environment.
        **options: Timeouts, retries, addresses, hooks; see `AsyncOptions`.
    """

    def __init__(self, ticket: Token | None = None, **options: Unpack[AsyncOptions]) -> None:
        super().__init__(SPEC, Credentials({"ticket": (Secret(ticket, "PAM_TICKET"),)}), options)

    @cached_property
    def with_response(self) -> Api[AsyncRaw]:
        """The same operations, returning their data with the HTTP response."""
        return Api(AsyncRaw(self.mode.engine, self.mode.http))

    def with_options(self, **options: Unpack[CallOptions]) -> Self:
        """This client with other settings, over the same connections."""
        return self._with(options)
