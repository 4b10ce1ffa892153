# Generated from specs/everything.yaml by the generator; edit the spec and run `make generate`.
"""Several things at one address."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated

from retail_runtime import GET, POST, APIError, Check, M, Query, Resource, Spread, many

from ..models import Facts, Found


class Feed(Resource[M]):
    """Several things at one address."""

    @GET(
        "/feed",
        auth=(("client_id", "client_secret"),),
        fixed={"v": "3", "loud": "true"},
        twin=True,
        reads=Found,
        data="product.facts",
        accept="application/json, application/xml",
    )
    def find(
        self,
        code: Annotated[str, Query("find"), Check("barcode")],
        get: str | None = None,
        *,
        own: Annotated[Mapping[str, str] | None, Spread()] = None,
    ) -> Facts:
        """Find a product.

        By its barcode.

        Args:
            code: The barcode.
            get: What to get.
            own: Values of your own.

        Raises:
            NoStockError: Sold out.
        """
        ...

    @many(find, over="codes", each="code")
    def find_many(
        self,
        codes: Iterable[str],
        get: str | None = None,
        *,
        concurrency: int = 32,
        own: Annotated[Mapping[str, str] | None, Spread()] = None,
    ) -> list[Facts | APIError]:
        """Find many products.

        The results come in the order given. Where a call failed, its error stands in its place.

        Args:
            codes: The values of `code`, one for each call.
            concurrency: How many calls are in flight at most.
            get: As for `find`.
            own: As for `find`.
        """
        ...

    @GET("/feed", auth=(("client_id", "client_secret"),), twin=True, accept="application/xml")
    def company(self, code: Annotated[str, Query("find"), Check("barcode")]) -> Found:
        """Find its company.

        In XML.

        Args:
            code: The barcode.
        """
        ...

    @POST("/feed", auth=(("client_id", "client_secret"),), body="form", fixed={"v": "3"}, repeat="value")
    def update(self, find: Annotated[str, Check("barcode")], *, value: str) -> Found:
        """Change a product.

        By a form.

        Args:
            find: The barcode.
            value: The new value.
        """
        ...
