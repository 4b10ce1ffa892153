# Generated from specs/pam.yaml by the generator; edit the spec and run `make generate`.
"""Fields of a product that imports leave alone."""

from __future__ import annotations

from retail_runtime import PATCH, DigitText, Flag, M, Resource

from ..models import Result


class Locks(Resource[M]):
    """Fields of a product that imports leave alone."""

    @PATCH("/pam-service/api/locks")
    def update(
        self,
        product_id: DigitText,
        *,
        gtin_lock: Flag | None = None,
        name_lock: Flag | None = None,
        brand_lock: Flag | None = None,
        scan_count_lock: Flag | None = None,
    ) -> Result:
        """Lock or unlock fields of a product.

        Imports leave a locked field alone. Locks that are not sent stay; a product without locks gets all four, those
        not sent as open. (Source: Update Lock.)

        Args:
            product_id: The product. (The text's note "'0' or '1'" is a slip.)
            gtin_lock: Whether imports leave the GTIN alone.
            name_lock: Whether imports leave the name alone.
            brand_lock: Whether imports leave the brand alone.
            scan_count_lock: Whether imports leave the scan count alone.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No ticket, or one that is not known.
            NotFoundError: Something that the request names is not there.
        """
        ...
