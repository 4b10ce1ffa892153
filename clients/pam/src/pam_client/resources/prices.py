# Generated from specs/pam.yaml by the generator; edit the spec and run `make generate`.
"""Prices of a product."""

from __future__ import annotations

import builtins
from typing import Annotated

from retail_runtime import GET, PATCH, DigitText, M, Null, Query, Resource

from ..models import Price, Result


class Prices(Resource[M]):
    """Prices of a product."""

    @GET("/pam-service/api/prices")
    def list(
        self,
        product_id: DigitText,
        *,
        country: Annotated[str | Null | None, Query(null="null")] = None,
        state: Annotated[str | Null | None, Query(null="null")] = None,
        city: Annotated[str | Null | None, Query(null="null")] = None,
        postcode: Annotated[str | Null | None, Query(null="null")] = None,
    ) -> builtins.list[Price]:
        """List the prices of a product.

        Only prices of the last three months. Chosen: calendar months, counted back from now; in the order of their ids.
        (Source: Get prices.)

        Args:
            product_id: The product.
            country: Country of a price; `null` where it has none.
            state: State of a price; `null` where it has none.
            city: City of a price; `null` where it has none.
            postcode: Postcode of a price; `null` where it has none.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No ticket, or one that is not known.
            NotFoundError: Something that the request names is not there.
        """
        ...

    @PATCH("/pam-service/api/prices")
    def update(
        self,
        id: Annotated[DigitText, Query()],
        *,
        price: Annotated[DigitText | None, Query()] = None,
        label: Annotated[str | None, Query()] = None,
    ) -> Result:
        """Change a price.

        Takes query parameters, as the text lists them ("params") and shows no body. Chosen: its time stays. (Source:
        Update price.)

        Args:
            id: The price.
            price: The new amount, in the unit of the price.
            label: The new label.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No ticket, or one that is not known.
            NotFoundError: Something that the request names is not there.
        """
        ...
