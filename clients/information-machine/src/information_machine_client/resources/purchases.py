# Generated from specs/information-machine.yaml by the generator; edit the spec and run `make generate`.
"""What users have bought."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated

from retail_runtime import GET, Joined, LinkedPages, M, Page, Resource, deprecated

from ..models import (
    GetAllUserLoyaltyPurchasesWrapper,
    GetAllUserPurchasesWrapper,
    GetSingleUserPurchaseWrapper,
    GetUserPurchaseHistoryWrapper,
    PurchaseData,
    UserLoyaltyPurchase,
    UserPurchase,
)


class Purchases(Resource[M]):
    """What users have bought."""

    @GET("/v1/users/{user_id}/purchases_product_based", reads=GetUserPurchaseHistoryWrapper, data="result", meta="meta")
    def history(
        self,
        user_id: str,
        *,
        store_id: int | None = None,
        food_only: bool | None = None,
        upc_only: bool | None = None,
        receipts_only: bool | None = None,
        upc_resolved_after: date | None = None,
        show_product_details: bool | None = None,
        purchase_date_before: date | None = None,
        purchase_date_after: date | None = None,
        recorded_at_before: date | None = None,
        recorded_at_after: date | None = None,
    ) -> PurchaseData:
        """Get what a user has bought, product by product.

        Each product has every time it was bought, each of which refers to an invoice. Nothing that fits gives a 404.
        The vendor's C# and PHP clients ask for the product details unless told otherwise; the service itself does not
        add them. (Source: About Purchases; User Purchases Webhook.)

        Args:
            user_id: The user.
            store_id: Only this store, by its id of the lookup: 4 is Amazon, 3 is Walmart.
            food_only: Only food.
            upc_only: Only items whose UPC is known.
            receipts_only: Only purchases that came from receipts.
            upc_resolved_after: Only what has an item whose UPC became known after this day.
            show_product_details: Whether to add `product_details`.
            purchase_date_before: Purchases of this day or before.
            purchase_date_after: Purchases of this day or after.
            recorded_at_before: Purchases that the service stored on this day or before.
            recorded_at_after: Purchases that the service stored on this day or after.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No keys, or keys that are not known.
            NotFoundError: What the request names is not there, or nothing fits it.
            RateLimitError: The requests of the day are used up.
        """
        ...

    @deprecated("Newer clients of the vendor no longer have it.")
    @GET(
        "/v1/users/{user_id}/purchases_invoice_based",
        reads=GetAllUserPurchasesWrapper,
        page=LinkedPages("result", parameter="page", wire="page", next="meta.next_page"),
        meta="meta",
    )
    def list(
        self,
        user_id: str,
        *,
        store_id: int | None = None,
        page: int | None = None,
        per_page: int | None = None,
        food_only: bool | None = None,
        upc_only: bool | None = None,
        receipts_only: bool | None = None,
        upc_resolved_after: date | None = None,
        full_resp: bool | None = None,
        purchase_date_before: date | None = None,
        purchase_date_after: date | None = None,
        purchase_date_from: Annotated[Sequence[date] | None, Joined()] = None,
        purchase_date_to: Annotated[Sequence[date] | None, Joined()] = None,
        purchase_total_from: Annotated[Sequence[float] | None, Joined()] = None,
        purchase_total_to: Annotated[Sequence[float] | None, Joined()] = None,
        purchase_total_less: float | None = None,
        purchase_total_greater: float | None = None,
    ) -> Page[UserPurchase]:
        """List the purchases of a user, invoice by invoice.

        Several ranges of one kind are joined by "or", all else by "and". The starts and the ends of ranges go together
        by their position, and there must be as many of each. Chosen: without `full_resp` the items come without
        `product`; the latest purchase first; nothing that fits gives a 404. (Source: vendor clients, UserPurchases.)

        Args:
            user_id: The user.
            store_id: Only this store, by its id of the lookup: 4 is Amazon, 3 is Walmart.
            page: Which page. Chosen: the first by default.
            per_page: How many a page, 50 at most. Chosen: more count as 50.
            food_only: Only food.
            upc_only: Only items whose UPC is known.
            receipts_only: Only purchases that came from receipts.
            upc_resolved_after: Only what has an item whose UPC became known after this day.
            full_resp: Whether to add the product of each item.
            purchase_date_before: Purchases of this day or before.
            purchase_date_after: Purchases of this day or after.
            purchase_date_from: First days of ranges of purchase dates.
            purchase_date_to: Last days of ranges of purchase dates.
            purchase_total_from: Least amounts of ranges of totals, in dollars.
            purchase_total_to: Greatest amounts of ranges of totals, in dollars.
            purchase_total_less: Purchases of less than this in total, in dollars.
            purchase_total_greater: Purchases of more than this in total, in dollars.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No keys, or keys that are not known.
            NotFoundError: What the request names is not there, or nothing fits it.
            RateLimitError: The requests of the day are used up.
        """
        ...

    @GET("/v1/users/{user_id}/purchases/{purchase_id}", reads=GetSingleUserPurchaseWrapper, data="result", meta="meta")
    def get(self, user_id: str, purchase_id: int, *, full_resp: bool | None = None) -> UserPurchase:
        """Get a purchase of a user.

        Chosen: without `full_resp` its items come without `product`. (Source: vendor clients, UserPurchases.)

        Args:
            user_id: The user.
            purchase_id: The purchase, which is the invoice.
            full_resp: Whether to add the product of each item.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No keys, or keys that are not known.
            NotFoundError: What the request names is not there, or nothing fits it.
            RateLimitError: The requests of the day are used up.
        """
        ...

    @deprecated("Newer clients of the vendor no longer have it.")
    @GET(
        "/v1/users/{user_id}/loyalty_purchases",
        reads=GetAllUserLoyaltyPurchasesWrapper,
        page=LinkedPages("result", parameter="page", wire="page", next="meta.next_page"),
        meta="meta",
    )
    def list_loyalty(
        self,
        user_id: str,
        *,
        store_id: int | None = None,
        page: int | None = None,
        per_page: int | None = None,
        food_only: bool | None = None,
        upc_only: bool | None = None,
        upc_resolved_after: date | None = None,
        record_created_after: date | None = None,
    ) -> Page[UserLoyaltyPurchase]:
        """List what a user has bought with loyalty cards.

        One record for each connection with a loyalty stream, with its lines. Chosen: none give a 404. (Source: vendor
        clients, UserPurchases.)

        Args:
            user_id: The user.
            store_id: Only this store, by its id of the lookup: 4 is Amazon, 3 is Walmart.
            page: Which page. Chosen: the first by default.
            per_page: How many a page, 50 at most. Chosen: more count as 50.
            food_only: Only food.
            upc_only: Only items whose UPC is known.
            upc_resolved_after: Only what has an item whose UPC became known after this day.
            record_created_after: Lines that the service stored after this day; many have no date of purchase.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No keys, or keys that are not known.
            NotFoundError: What the request names is not there, or nothing fits it.
            RateLimitError: The requests of the day are used up.
        """
        ...
