# Generated from specs/eandata.yaml by the generator; edit the spec and run `make generate`.
"""The EANdata Data Feed API."""

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
from .resources.catalog import Catalog
from .resources.products import Products

SPEC = Spec(
    name="eandata",
    version="0.1.0",
    servers={"": "https://eandata.com"},
    schemes={"keycode": Scheme("query", "keycode", form=True)},
    auth=(("keycode",),),
    error=ErrorShape("status.message", code="status.code", ok=("200",)),
    errors=ERRORS,
    parameters={"mode": ClientParameter("mode", "query", "json")},
    resources={"products": Products, "catalog": Catalog},
)


class EANDataCallOptions(CallOptions, total=False):
    """What may differ from call to call."""

    mode: Literal["json", "xml"]
    """The format in which answers travel. What the methods return is the same in both."""


class EANDataOptions(SyncOptions, EANDataCallOptions, total=False):
    """What a blocking client may be given."""


class AsyncEANDataOptions(AsyncOptions, EANDataCallOptions, total=False):
    """What an async client may be given."""


class Api(Resource[M]):
    """The operations of the EANdata Data Feed API, by resource."""

    @cached_property
    def products(self) -> Products[M]:
        """Find products by their barcode and correct them."""
        return Products(self.mode)

    @cached_property
    def catalog(self) -> Catalog[M]:
        """The lists behind the products, which grow over time - categories, attributes, units and other descriptors."""
        return Catalog(self.mode)


class EANData(SyncClient, Api[Sync]):
    """A blocking client for the EANdata Data Feed API.

    >>> api = EANData()

    Args:
        keycode: The key code of the account's data feed page. Left out for `EANDATA_KEYCODE` from the environment.
        **options: Timeouts, retries, addresses, hooks; see `EANDataOptions`.
    """

    def __init__(self, keycode: Token | None = None, **options: Unpack[EANDataOptions]) -> None:
        super().__init__(SPEC, Credentials({"keycode": (Secret(keycode, "EANDATA_KEYCODE"),)}), options)

    @cached_property
    def with_response(self) -> Api[SyncRaw]:
        """The same operations, returning their data with the HTTP response."""
        return Api(SyncRaw(self.mode.engine, self.mode.http))

    def with_options(self, **options: Unpack[EANDataCallOptions]) -> Self:
        """This client with other settings, over the same connections."""
        return self._with(options)


class AsyncEANData(AsyncClient, Api[Async]):
    """An async client for the EANdata Data Feed API.

    >>> api = AsyncEANData()

    Args:
        keycode: The key code of the account's data feed page. Left out for `EANDATA_KEYCODE` from the environment.
        **options: Timeouts, retries, addresses, hooks; see `AsyncEANDataOptions`.
    """

    def __init__(self, keycode: Token | None = None, **options: Unpack[AsyncEANDataOptions]) -> None:
        super().__init__(SPEC, Credentials({"keycode": (Secret(keycode, "EANDATA_KEYCODE"),)}), options)

    @cached_property
    def with_response(self) -> Api[AsyncRaw]:
        """The same operations, returning their data with the HTTP response."""
        return Api(AsyncRaw(self.mode.engine, self.mode.http))

    def with_options(self, **options: Unpack[EANDataCallOptions]) -> Self:
        """This client with other settings, over the same connections."""
        return self._with(options)
