# Generated from specs/pam.yaml by the generator; edit the spec and run `make generate`.
"""Products of a participant: list, add, change, delete."""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from retail_runtime import (
    DELETE,
    GET,
    PATCH,
    POST,
    UNSET,
    DigitText,
    Erase,
    Field,
    Flag,
    M,
    Null,
    NumberedPages,
    Page,
    Query,
    Resource,
    Unset,
)

from ..models import LockSettings, NewPrice, Product, ProductPage, Result, SameProduct


class Products(Resource[M]):
    """Products of a participant: list, add, change, delete."""

    @GET(
        "/pam-service/api/products",
        reads=ProductPage,
        page=NumberedPages("result", parameter="page_number", last="pages_count", size="page_size", default_size=50),
    )
    def list(
        self,
        participant_id: str,
        *,
        name: str | None = None,
        brand: Annotated[str | Null | None, Query(null="null")] = None,
        store_id: Annotated[str | Null | None, Query(null="null")] = None,
        gtin: Annotated[str | Null | None, Query(null="null")] = None,
        has_price: Flag | None = None,
        attributes_amount: DigitText | None = None,
        categories_amount: DigitText | None = None,
        same_products_amount: DigitText | None = None,
        country: Annotated[str | Null | None, Query(null="null")] = None,
        state: Annotated[str | Null | None, Query(null="null")] = None,
        city: Annotated[str | Null | None, Query(null="null")] = None,
        postcode: Annotated[str | Null | None, Query(null="null")] = None,
        page_size: DigitText | None = None,
        page_number: DigitText | None = None,
        sort_by: str | None = None,
    ) -> Page[Product]:
        """List the products of a participant.

        The filters are joined by "and". `"null"` selects the products that lack the field. Chosen: `name` finds a part
        of the name and ignores case, the other filters want the whole value; place filters select products with at
        least one price of the last three months there (all place filters must fit one price). (Source: Get Products.)

        Args:
            participant_id: The participant that owns them.
            name: Part of the name, in any case.
            brand: The brand; `null` for products without one.
            store_id: The retailer's own id of the product; `null` for products without one.
            gtin: The GTIN; `null` for products without one.
            has_price: Only products that have a price (`1`), or have none (`0`).
            attributes_amount: Only products with so many attributes.
            categories_amount: Only products with so many categories.
            same_products_amount: Only products with so many same products. Chosen: its same GTINs and the imported
                similar products of its `store_id`, counted together.
            country: Country of a price; `null` where it has none.
            state: State of a price; `null` where it has none.
            city: City of a price; `null` where it has none.
            postcode: Postcode of a price; `null` where it has none.
            page_size: Products a page. Chosen: at most 999.
            page_number: Which page. Chosen: the first is 1, and it is the default; a page past the last is empty.
            sort_by: Field to sort by. Chosen: ascending, or descending with `-` in front; products that lack the field
                come last; equal ones and the default by `id`.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No ticket, or one that is not known.
            NotFoundError: Something that the request names is not there.
        """
        ...

    @PATCH("/pam-service/api/products", wrap=("value", "delete"))
    def update(
        self,
        product_id: DigitText,
        *,
        gtin: Annotated[str | None | Unset, Field(null="null")] = UNSET,
        brand: Annotated[str | None | Unset, Field(null="null")] = UNSET,
        name: str | None = None,
        scan_count: int | None = None,
        store_id: Annotated[str | None | Unset, Field(null="null")] = UNSET,
        attributes: Sequence[str] | None = None,
        delete_attributes: Annotated[bool, Erase("attributes")] = False,
        categories: Sequence[str] | None = None,
        delete_categories: Annotated[bool, Erase("categories")] = False,
        price: Annotated[NewPrice | Mapping[str, Any] | None, Field("product_price")] = None,
        delete_price: Annotated[bool, Erase("product_price")] = False,
        lock: Annotated[LockSettings | Mapping[str, Any] | None, Field("product_lock")] = None,
        delete_lock: Annotated[bool, Erase("product_lock")] = False,
        same_gtins: Annotated[Sequence[str] | None, Field("product_gtin")] = None,
        delete_same_gtins: Annotated[bool, Erase("product_gtin")] = False,
    ) -> Result:
        """Change a product.

        Only the fields that are sent change. Each comes as `{"value": ...}`. Attributes, categories, price, locks and
        same GTINs can also be deleted, by `"delete": true`; `store_id`, `gtin` and `brand` become null by the value
        `"null"`. Chosen: lists add to what the product has; `delete` with a value removes what the value names, without
        one all. A new price is added with the time of the call, and sets `has_price`. One unknown id, and nothing
        changes. (Source: Update product.)

        Args:
            product_id: The product.
            gtin: The new GTIN.
            brand: The new brand.
            name: The new name.
            scan_count: The new scan count.
            store_id: The retailer's own new id of it.
            attributes: Ids of attributes.
            delete_attributes: Delete what `attributes` names; without `attributes`, all of it.
            categories: Ids of categories.
            delete_categories: Delete what `categories` names; without `categories`, all of it.
            price: A price.
            delete_price: Delete what `price` names; without `price`, all of it.
            lock: Fields that imports leave alone.
            delete_lock: Delete what `lock` names; without `lock`, all of it.
            same_gtins: GTINs of the same product.
            delete_same_gtins: Delete what `same_gtins` names; without `same_gtins`, all of it.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No ticket, or one that is not known.
            NotFoundError: Something that the request names is not there.
        """
        ...

    @POST("/pam-service/api/products")
    def add(
        self,
        participant_id: str,
        *,
        store_id: str | None = None,
        gtin: str | None = None,
        name: str,
        brand: str | None = None,
        scan_count: DigitText,
        has_price: Flag,
        categories: Sequence[str] | None = None,
        attributes: Sequence[str] | None = None,
        locks: LockSettings | Mapping[str, Any] | None = None,
        new_gtin: bool | None = None,
    ) -> Result:
        """Add a product.

        Chosen: the participant, the categories and the attributes must be there; `new_gtin` enters the product's GTIN
        in the register, or a new one when none is sent, and is refused for one that the register has. The answer does
        not tell the new id: list the products to see it. (Source: Add product.)

        Args:
            participant_id: The participant that owns it.
            store_id: The retailer's own id of it.
            gtin: Its GTIN, digits.
            name: Its name.
            brand: Its brand.
            scan_count: How often it was scanned.
            has_price: Whether it has a price.
            categories: Ids of its categories.
            attributes: Ids of its attributes.
            locks: Fields that imports leave alone.
            new_gtin: Whether the GTIN is new to the register.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No ticket, or one that is not known.
            NotFoundError: Something that the request names is not there.
            ConflictError: What is there stands against it.
        """
        ...

    @DELETE("/pam-service/api/products", body="json")
    def delete(self, id: DigitText) -> Result:
        """Delete a product.

        Its prices, locks and same GTINs go with it. (Source: Delete product.)

        Args:
            id: The product.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No ticket, or one that is not known.
            NotFoundError: Something that the request names is not there.
        """
        ...

    @GET("/pam-service/api/products/same")
    def same(self, store_id: str) -> builtins.list[SameProduct]:
        """List the products that are the same as one.

        Chosen: the imported similar products of the `store_id`, then the products that carry one of the same GTINs of a
        product with that `store_id`. An unknown `store_id` gives an empty list. (Source: Get Same Products.)

        Args:
            store_id: The retailer's own id of the product.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No ticket, or one that is not known.
        """
        ...
