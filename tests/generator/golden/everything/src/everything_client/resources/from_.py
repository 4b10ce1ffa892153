# Generated from specs/everything.yaml by the generator; edit the spec and run `make generate`.
"""A resource named by a keyword."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from retail_runtime import GET, POST, Body, M, Resource, deprecated


class From(Resource[M]):
    """A resource named by a keyword."""

    @POST("/notes", auth=())
    def import_(self, body: Annotated[Mapping[str, Any], Body()]) -> dict[str, Any]:
        """Send anything.

        Its id and its tag are keywords.

        Args:
            body: Whatever there is.
        """
        ...

    @deprecated("Newer clients of the vendor no longer have it.")
    @GET("/notes", server="tenant", auth=())
    def old(self) -> None:
        """Do as before.

        Answers nothing.
        """
        ...
