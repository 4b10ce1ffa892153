# Generated from specs/information-machine.yaml by the generator; edit the spec and run `make generate`.
"""The Information Machine API."""

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
from .resources.carts import Carts
from .resources.lookups import Lookups
from .resources.products import Products
from .resources.purchases import Purchases
from .resources.receipts import Receipts
from .resources.scans import Scans
from .resources.stores import Stores
from .resources.upcs import Upcs
from .resources.user_products import UserProducts
from .resources.users import Users

SPEC = Spec(
    name="information-machine",
    version="0.1.0",
    servers={"": "https://api.iamdata.co"},
    schemes={"client_id": Scheme("query", "client_id"), "client_secret": Scheme("query", "client_secret")},
    auth=(("client_id", "client_secret"),),
    error=ErrorShape("message"),
    errors=ERRORS,
    quota=Quota(
        "body",
        limit="meta.max_number_of_requests_per_day",
        remaining="meta.remaining_number_of_request",
        reset="meta.time_in_epoch_second_till_reset",
        reset_is="either",
        error=Quota(
            "body",
            limit="max_number_of_requests_per_day",
            remaining="remaining_number_of_request",
            reset="time_in_epoch_second_till_reset",
            reset_is="either",
        ),
    ),
    resources={
        "users": Users,
        "stores": Stores,
        "receipts": Receipts,
        "scans": Scans,
        "lookups": Lookups,
        "products": Products,
        "user_products": UserProducts,
        "upcs": Upcs,
        "purchases": Purchases,
        "carts": Carts,
    },
)


class Api(Resource[M]):
    """The operations of the Information Machine API, by resource."""

    @cached_property
    def users(self) -> Users[M]:
        """Your users."""
        return Users(self.mode)

    @cached_property
    def stores(self) -> Stores[M]:
        """Store connections: a user's logins at stores, whose purchases are collected."""
        return Stores(self.mode)

    @cached_property
    def receipts(self) -> Receipts[M]:
        """Receipts of a store connection by their printed number."""
        return Receipts(self.mode)

    @cached_property
    def scans(self) -> Scans[M]:
        """Barcodes and images of receipts, sent for a user."""
        return Scans(self.mode)

    @cached_property
    def lookups(self) -> Lookups[M]:
        """Tables behind the data: stores, categories, nutrients, units, tags."""
        return Lookups(self.mode)

    @cached_property
    def products(self) -> Products[M]:
        """Products, whichever stores sell them."""
        return Products(self.mode)

    @cached_property
    def user_products(self) -> UserProducts[M]:
        """Products that a user has bought."""
        return UserProducts(self.mode)

    @cached_property
    def upcs(self) -> Upcs[M]:
        """UPCs of products that only their names are known of."""
        return Upcs(self.mode)

    @cached_property
    def purchases(self) -> Purchases[M]:
        """What users have bought."""
        return Purchases(self.mode)

    @cached_property
    def carts(self) -> Carts[M]:
        """Shopping carts that a store's checkout can be filled from."""
        return Carts(self.mode)


class InformationMachine(SyncClient, Api[Sync]):
    """A blocking client for the Information Machine API.

    >>> api = InformationMachine()

    Args:
        client_id: The API key and secret of the account's dashboard. Left out for `INFORMATION_MACHINE_CLIENT_ID` from the environment.
        client_secret: The API key and secret of the account's dashboard. Left out for `INFORMATION_MACHINE_CLIENT_SECRET` from the environment.
        **options: Timeouts, retries, addresses, hooks; see `SyncOptions`.
    """

    def __init__(
        self, client_id: Token | None = None, client_secret: Token | None = None, **options: Unpack[SyncOptions]
    ) -> None:
        super().__init__(
            SPEC,
            Credentials(
                {
                    "client_id": (Secret(client_id, "INFORMATION_MACHINE_CLIENT_ID"),),
                    "client_secret": (Secret(client_secret, "INFORMATION_MACHINE_CLIENT_SECRET"),),
                }
            ),
            options,
        )

    @cached_property
    def with_response(self) -> Api[SyncRaw]:
        """The same operations, returning their data with the HTTP response."""
        return Api(SyncRaw(self.mode.engine, self.mode.http))

    def with_options(self, **options: Unpack[CallOptions]) -> Self:
        """This client with other settings, over the same connections."""
        return self._with(options)


class AsyncInformationMachine(AsyncClient, Api[Async]):
    """An async client for the Information Machine API.

    >>> api = AsyncInformationMachine()

    Args:
        client_id: The API key and secret of the account's dashboard. Left out for `INFORMATION_MACHINE_CLIENT_ID` from the environment.
        client_secret: The API key and secret of the account's dashboard. Left out for `INFORMATION_MACHINE_CLIENT_SECRET` from the environment.
        **options: Timeouts, retries, addresses, hooks; see `AsyncOptions`.
    """

    def __init__(
        self, client_id: Token | None = None, client_secret: Token | None = None, **options: Unpack[AsyncOptions]
    ) -> None:
        super().__init__(
            SPEC,
            Credentials(
                {
                    "client_id": (Secret(client_id, "INFORMATION_MACHINE_CLIENT_ID"),),
                    "client_secret": (Secret(client_secret, "INFORMATION_MACHINE_CLIENT_SECRET"),),
                }
            ),
            options,
        )

    @cached_property
    def with_response(self) -> Api[AsyncRaw]:
        """The same operations, returning their data with the HTTP response."""
        return Api(AsyncRaw(self.mode.engine, self.mode.http))

    def with_options(self, **options: Unpack[CallOptions]) -> Self:
        """This client with other settings, over the same connections."""
        return self._with(options)
