# Generated from specs/pam.yaml by the generator; edit the spec and run `make generate`.
"""Attributes that products can have."""

from __future__ import annotations

import builtins

from retail_runtime import DELETE, GET, PATCH, POST, M, Resource

from ..models import Attribute, Result


class Attributes(Resource[M]):
    """Attributes that products can have."""

    @GET("/pam-service/api/attributes")
    def list(self) -> builtins.list[Attribute]:
        """List the attributes.

        All of them, by id as text. (Source: Get Attributes.)

        Raises:
            AuthenticationError: No ticket, or one that is not known.
        """
        ...

    @POST("/pam-service/api/attributes")
    def add(self, id: str, *, name: str) -> Result:
        """Add an attribute.

        Chosen: an id that is there already is refused. (Source: Add attribute.)

        Args:
            id: Its id.
            name: Its name.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No ticket, or one that is not known.
            ConflictError: What is there stands against it.
        """
        ...

    @PATCH("/pam-service/api/attributes")
    def update(self, id: str, *, name: str) -> Result:
        """Rename an attribute.

        Products that have it show the new name. (Source: Update attribute.)

        Args:
            id: Its id.
            name: Its name.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No ticket, or one that is not known.
            NotFoundError: Something that the request names is not there.
        """
        ...

    @DELETE("/pam-service/api/attributes", body="json")
    def delete(self, id: str) -> Result:
        """Delete an attribute.

        Chosen: products that have it lose it. (Source: Delete attribute.)

        Args:
            id: The attribute.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No ticket, or one that is not known.
            NotFoundError: Something that the request names is not there.
        """
        ...
