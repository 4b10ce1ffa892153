# Generated from specs/information-machine.yaml by the generator; edit the spec and run `make generate`.
"""Products, whichever stores sell them."""

from __future__ import annotations

import builtins
from collections.abc import Sequence
from typing import Annotated

from retail_runtime import GET, Joined, LinkedPages, M, Page, Resource, deprecated

from ..models import (
    FdaRecallData,
    GetFDARecallWrapper,
    GetProductPricesWrapper,
    GetProductPurchasesWrapper,
    GetProductsAlternativesWrapper,
    GetProductsWrapper,
    GetProductWrapper,
    PriceData,
    ProductAlternativesRecord,
    ProductData,
    PurchasedProduct,
)


class Products(Resource[M]):
    """Products, whichever stores sell them."""

    @GET(
        "/v1/products",
        reads=GetProductsWrapper,
        page=LinkedPages("result", parameter="page", wire="page", next="meta.next_page"),
        meta="meta",
    )
    def list(
        self,
        *,
        name: str | None = None,
        product_identifier: str | None = None,
        page: int | None = None,
        per_page: int | None = None,
        request_data: str | None = None,
        full_resp: bool | None = None,
        food_only: bool | None = None,
    ) -> Page[ProductData]:
        """Find products by their name or by their code.

        A code counts more than a name where both are sent. With a code nothing is paged: the numbers of the meta are 0.
        Chosen: one of the two must be sent; every word of the name must be found, in any case; by id. Nothing that fits
        gives a 404. (Source: API Responses; About Products.)

        Args:
            name: The product's name, or part of it.
            product_identifier: Its UPC, EAN or ISBN, leading zeros included.
            page: Which page. Chosen: the first by default.
            per_page: How many a page, 50 at most. Chosen: more count as 50.
            request_data: Data of your own to trace calls by, such as `Key1:Value1;Key2:Value2`. It changes nothing.
            full_resp: Whether to add the nutrients.
            food_only: Only food.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No keys, or keys that are not known.
            NotFoundError: What the request names is not there, or nothing fits it.
            RateLimitError: The requests of the day are used up.
        """
        ...

    @GET("/v1/products/{product_id}", reads=GetProductWrapper, data="result", meta="meta")
    def get(self, product_id: int, *, full_resp: bool | None = None) -> ProductData:
        """Get a product.

        With all that is known of it. (Source: Libraries; vendor clients, Products.)

        Args:
            product_id: The product.
            full_resp: Whether to add the nutrients.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No keys, or keys that are not known.
            NotFoundError: What the request names is not there, or nothing fits it.
            RateLimitError: The requests of the day are used up.
        """
        ...

    @deprecated("Newer clients of the vendor no longer have it.")
    @GET(
        "/v1/products/{product_id}/purchases",
        reads=GetProductPurchasesWrapper,
        page=LinkedPages("result", parameter="page", wire="page", next="meta.next_page"),
        meta="meta",
    )
    def list_purchases(
        self, product_id: int, *, page: int | None = None, per_page: int | None = None
    ) -> Page[PurchasedProduct]:
        """List who bought a product where, when and at what price.

        The purchases of all your users. Chosen: the latest first; none give a 404. (Source: vendor clients, Products.)

        Args:
            product_id: The product.
            page: Which page. Chosen: the first by default.
            per_page: How many a page, 50 at most. Chosen: more count as 50.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No keys, or keys that are not known.
            NotFoundError: What the request names is not there, or nothing fits it.
            RateLimitError: The requests of the day are used up.
        """
        ...

    @deprecated("Newer clients of the vendor no longer have it.")
    @GET("/v1/products_prices", reads=GetProductPricesWrapper, data="result", meta="meta")
    def prices(self, product_ids: Annotated[Sequence[int], Joined()]) -> builtins.list[PriceData]:
        """Tell what products cost at the stores that sell them.

        Chosen: an unknown id is left out; when all are unknown, a 404. (Source: vendor clients, Products.)

        Args:
            product_ids: The products, 20 at most.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No keys, or keys that are not known.
            NotFoundError: What the request names is not there, or nothing fits it.
            RateLimitError: The requests of the day are used up.
        """
        ...

    @deprecated("Newer clients of the vendor no longer have it.")
    @GET("/v1/products_alternatives", reads=GetProductsAlternativesWrapper, data="result", meta="meta")
    def alternatives(
        self, product_ids: Annotated[Sequence[int], Joined()], *, type_id: int | None = None
    ) -> builtins.list[ProductAlternativesRecord]:
        """Suggest other products in place of some.

        Chosen: an unknown id is left out, and so is a product without alternatives; when none is left, a 404. (Source:
        vendor clients, Products.)

        Args:
            product_ids: The products, 20 at most.
            type_id: The kind of alternative, see `lookups_alternative_types`. Chosen: 7, the general kind, by default.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No keys, or keys that are not known.
            NotFoundError: What the request names is not there, or nothing fits it.
            RateLimitError: The requests of the day are used up.
        """
        ...

    @GET("/v1/food_recalls", reads=GetFDARecallWrapper, data="result", meta="meta")
    def recalls(self) -> builtins.list[FdaRecallData]:
        """List recalls of food, with your users who bought it.

        Each recall has the notice, the product and the purchases of it. (Source: vendor clients, Products.)

        Raises:
            AuthenticationError: No keys, or keys that are not known.
            NotFoundError: What the request names is not there, or nothing fits it.
            RateLimitError: The requests of the day are used up.
        """
        ...
