# Generated from specs/pam.yaml by the generator; edit the spec and run `make generate`.
"""Participants that are listed as retailers."""

from __future__ import annotations

import builtins

from retail_runtime import DELETE, GET, POST, DigitText, M, Resource

from ..models import Result, Retailer, RetailerRows, StoreMatch


class Retailers(Resource[M]):
    """Participants that are listed as retailers."""

    @GET("/pam-service/api/retailers")
    def list(self, *, retailer_name: str | None = None) -> builtins.list[Retailer]:
        """List the retailers.

        All of them without `retailer_name`. (Source: Get retailers.)

        Args:
            retailer_name: Part of the name. Chosen: in any case.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No ticket, or one that is not known.
        """
        ...

    @POST("/pam-service/api/retailers")
    def add(self, participant_id: str) -> Result:
        """List a participant as a retailer.

        Chosen: the participant must be known, and not be listed yet. (Source: Add retailer.)

        Args:
            participant_id: The participant.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No ticket, or one that is not known.
            NotFoundError: Something that the request names is not there.
            ConflictError: What is there stands against it.
        """
        ...

    @DELETE("/pam-service/api/retailers", body="json")
    def delete(self, participant_id: str) -> Result:
        """List a participant as a retailer no longer.

        The answer says `Retailer deleted`; the text's example says "Attribute deleted", taken as a slip. Chosen: the
        participant and its products stay. (Source: Delete retailer.)

        Args:
            participant_id: The participant.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No ticket, or one that is not known.
            NotFoundError: Something that the request names is not there.
        """
        ...

    @GET("/pam-service/api/retailers/store_id")
    def by_store_id(self, *, store_id: str | None = None, limit: DigitText | None = None) -> builtins.list[StoreMatch]:
        """Find which retailers sell a product.

        Products of retailers, by the retailer's own id of the product. Chosen: by a part of it, in any case; without
        `store_id` every product that has one. (Source: Get retailers by store id.)

        Args:
            store_id: Part of the retailer's own id of the product.
            limit: At most so many. Chosen: up to 9999.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No ticket, or one that is not known.
        """
        ...

    @GET("/pam-service/api/v2/retailers")
    def list_v2(self, *, country_name: str | None = None, limit: DigitText | None = None) -> RetailerRows:
        """List the retailers of a country.

        Not in the text; a public front end calls it and reads `rows`. Chosen: the fields of a row. (Source: the front
        end's calls.)

        Args:
            country_name: The country's name. Chosen: the whole name, in any case.
            limit: At most so many. Chosen: up to 9999.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No ticket, or one that is not known.
        """
        ...
