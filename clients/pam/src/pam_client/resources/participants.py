# Generated from specs/pam.yaml by the generator; edit the spec and run `make generate`.
"""Companies."""

from __future__ import annotations

import builtins

from retail_runtime import GET, DigitText, M, Resource

from ..models import Participant


class Participants(Resource[M]):
    """Companies."""

    @GET("/pam-service/api/participants")
    def list(self, participant_name: str, *, limit: DigitText | None = None) -> builtins.list[Participant]:
        """Find participants by name.

        Chosen: by a part of the name, in any case; all that fit, unless `limit` says less. (Source: Get participant by
        name.)

        Args:
            participant_name: Part of the name.
            limit: At most so many. Chosen: up to 9999.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No ticket, or one that is not known.
        """
        ...
