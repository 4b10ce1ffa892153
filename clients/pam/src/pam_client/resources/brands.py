# Generated from specs/pam.yaml by the generator; edit the spec and run `make generate`.
"""Brands of a participant."""

from __future__ import annotations

import builtins

from retail_runtime import GET, DigitText, M, Resource

from ..models import Brand


class Brands(Resource[M]):
    """Brands of a participant."""

    @GET("/pam-service/api/brands")
    def list(
        self, participant_id: str, *, brand_id: str | None = None, limit: DigitText | None = None
    ) -> builtins.list[Brand]:
        """List the brands of a participant.

        Chosen: `brand_id` finds a part of the id, in any case. (Source: Get Brands.)

        Args:
            participant_id: The participant that owns them.
            brand_id: Part of the brand's id.
            limit: At most so many. Chosen: up to 9999.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No ticket, or one that is not known.
            NotFoundError: Something that the request names is not there.
        """
        ...
