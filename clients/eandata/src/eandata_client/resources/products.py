# Generated from specs/eandata.yaml by the generator; edit the spec and run `make generate`.
"""Find products by their barcode and correct them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated

from retail_runtime import GET, POST, APIError, Check, Field, Joined, M, Query, Resource, Spread, YesNo, many

from ..models import Found, FoundV2, Search, Updated


class Products(Resource[M]):
    """Find products by their barcode and correct them."""

    @GET("/feed/", fixed={"v": "3"}, twin=True, accept="application/json, application/xml")
    def find(
        self,
        code: Annotated[str, Query("find"), Check("barcode")],
        *,
        get: Annotated[str | Sequence[str] | None, Joined()] = None,
        has: Annotated[str | Sequence[str] | None, Joined()] = None,
        comp: YesNo | None = None,
        pending: YesNo | None = None,
        field_mod: YesNo | None = None,
        search: Search | None = None,
        extra: Annotated[Mapping[str, str] | None, Spread()] = None,
    ) -> Found:
        """Find a product by its barcode.

        Looks the product up and returns it with its company. Chosen: on a free plan each look-up, found or not, counts
        against the day's allowance. (Source: When performing a lookup.)

        Args:
            code: The barcode to look up: EAN-13, UPC-A, EAN-8 or UPC-E, with its check digit. Required for a look-up.
                (Source: When performing a lookup.)
            get: What to return: `any` the attributes that have data; `all` every attribute, blank ones too; or a list
                of field names, which come even when blank. Alone, without `find`: `categories`, `attributes` or `extra`
                for that list. Left out, it means `any`. (Source: When performing a lookup; special "get" operations.)
                Chosen: a name that is no field is refused; besides attributes, `EAN13`, `UPCA`, `UPCE`, `ISBN10`,
                `image` and `company` are fields.
            has: Fields whose data is not wanted, only whether there is any: each comes as `has_<name>` in `product`.
                `company` is one of them. (Source: When performing a lookup.)
            comp: Whether to tell the company too. (Source: When performing a lookup.)
            pending: Whether updates that wait for validation are shown; with `no` only validated values are. (Source:
                When performing a lookup.)
            field_mod: Whether to tell when each attribute was last modified. (Source: When performing a lookup.)
            search: With `deep` the service searches the web for a product that is not on file, which takes from seconds
                up to a minute; for paid plans only, others get a normal search. Unexpected values mean `normal`.
                (Source: When performing a lookup.)
            extra: Values of your own, each under its own name; they come back unchanged in `status`. (Source: Access
                and Data Layout.) Chosen: a name that a status has anyway is not sent back; in XML, what a name cannot
                hold becomes `_`; no control characters but tab and line ends.

        Raises:
            InvalidRequestError: The request cannot be served: the key code is missing or wrong, the digits are no
                barcode, a parameter is missing or wrong, or the update is refused.
            ProductNotFoundError: No product with this code is on file.
            ServiceFailedError: The service failed.
        """
        ...

    @many(find, over="codes", each="code")
    def find_many(
        self,
        codes: Iterable[str],
        *,
        concurrency: int = 32,
        get: Annotated[str | Sequence[str] | None, Joined()] = None,
        has: Annotated[str | Sequence[str] | None, Joined()] = None,
        comp: YesNo | None = None,
        pending: YesNo | None = None,
        field_mod: YesNo | None = None,
        search: Search | None = None,
        extra: Annotated[Mapping[str, str] | None, Spread()] = None,
    ) -> list[Found | APIError]:
        """Find many products at once, in the order of their codes.

        The results come in the order given. Where a call failed, its error stands in its place.

        Args:
            codes: The values of `code`, one for each call.
            concurrency: How many calls are in flight at most.
            get: As for `find`.
            has: As for `find`.
            comp: As for `find`.
            pending: As for `find`.
            field_mod: As for `find`.
            search: As for `find`.
            extra: As for `find`.
        """
        ...

    @GET("/feed/", twin=True, accept="application/json, application/xml")
    def find_v2(
        self,
        code: Annotated[str, Query("find"), Check("barcode")],
        *,
        comp: YesNo | None = None,
        pending: YesNo | None = None,
        search: Search | None = None,
        extra: Annotated[Mapping[str, str] | None, Spread()] = None,
    ) -> FoundV2:
        """Find a product as version 2.1 of the feed tells it.

        The flat answer of the older feed, which carries every field it knows, blank ones too. `find` tells more.
        (Source: Main changes from version 2.x to 3.x.)

        Args:
            code: The barcode to look up: EAN-13, UPC-A, EAN-8 or UPC-E, with its check digit. Required for a look-up.
                (Source: When performing a lookup.)
            comp: Whether to tell the company too. (Source: When performing a lookup.)
            pending: Whether updates that wait for validation are shown; with `no` only validated values are. (Source:
                When performing a lookup.)
            search: With `deep` the service searches the web for a product that is not on file, which takes from seconds
                up to a minute; for paid plans only, others get a normal search. Unexpected values mean `normal`.
                (Source: When performing a lookup.)
            extra: Values of your own, each under its own name; they come back unchanged in `status`. (Source: Access
                and Data Layout.) Chosen: a name that a status has anyway is not sent back; in XML, what a name cannot
                hold becomes `_`; no control characters but tab and line ends.

        Raises:
            InvalidRequestError: The request cannot be served: the key code is missing or wrong, the digits are no
                barcode, a parameter is missing or wrong, or the update is refused.
            ProductNotFoundError: No product with this code is on file.
            ServiceFailedError: The service failed.
        """
        ...

    @POST("/feed/", body="form", fixed={"v": "3"}, repeat=False, accept="application/json, application/xml")
    def update(
        self,
        code: Annotated[str, Field("update"), Check("barcode")],
        *,
        field: str,
        value: str,
        extra_id: int | None = None,
        extra: Annotated[Mapping[str, str] | None, Spread()] = None,
    ) -> Updated:
        """Update one field of a product.

        Puts a new value in a waiting area until it is validated. A locked product refuses updates, and one with an
        update that still waits may. (Source: When updating data.) Chosen: both are told with code 400, and a product
        that is not on file with 404; a number has up to 9 digits before the point and 4 after it; one without a
        descriptor keeps the descriptor on file.

        Args:
            code: The barcode of the product to update. (Source: When updating data.)
            field: The `field_name` of the attribute to update, or, with `get=extra`, whose descriptors are wanted.
                Company fields cannot be updated. (Source: When updating data.)
            value: The new value, which waits until it is validated. For an attribute with a descriptor, the number
                alone with `extra_id`, or the number, a space and the descriptor's text: `12 oz`. (Source: When updating
                data.) Chosen: at most 10000 characters, no control characters but tab and line ends.
            extra_id: The id of the descriptor that the value is told in, from `get=extra`. (Source: When updating
                data.)
            extra: Values of your own, each a field of the form under its own name; they come back in `status`. (Source:
                Access and Data Layout.)

        Raises:
            InvalidRequestError: The request cannot be served: the key code is missing or wrong, the digits are no
                barcode, a parameter is missing or wrong, or the update is refused.
            ProductNotFoundError: No product with this code is on file.
            ServiceFailedError: The service failed.
        """
        ...
