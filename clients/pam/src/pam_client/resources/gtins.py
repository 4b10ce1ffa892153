# Generated from specs/pam.yaml by the generator; edit the spec and run `make generate`.
"""The register of GTINs."""

from __future__ import annotations

from retail_runtime import POST, M, Resource

from ..models import Gtin


class Gtins(Resource[M]):
    """The register of GTINs."""

    @POST("/pam-service/api/gtins/search", repeat=True)
    def search(self, search_string: str, *, limit: str | int | None = None) -> list[Gtin]:
        """Search the register of GTINs.

        By name or GTIN. Chosen: by a part of either, in any case. (Source: Search gtin.)

        Args:
            search_string: Part of a name or GTIN.
            limit: At most so many. The text says text, a public front end sends a number: both are taken. Chosen: 10 by
                default, up to 9999.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No ticket, or one that is not known.
        """
        ...
