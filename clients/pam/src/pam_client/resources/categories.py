# Generated from specs/pam.yaml by the generator; edit the spec and run `make generate`.
"""The tree of categories."""

from __future__ import annotations

import builtins
from collections.abc import Sequence

from retail_runtime import DELETE, GET, PATCH, POST, M, Resource

from ..models import Category, ParentCategory, Result


class Categories(Resource[M]):
    """The tree of categories."""

    @GET("/pam-service/api/categories")
    def list(self) -> builtins.list[Category]:
        """List the categories.

        All of them, by id as text. The text shows `parent_id`; clients read `parents` as well, so both come. (Source:
        Get Categories.)

        Raises:
            AuthenticationError: No ticket, or one that is not known.
        """
        ...

    @POST("/pam-service/api/categories")
    def add(self, id: str | int, *, name: str | None = None, parents: Sequence[str] | None = None) -> Result:
        """Add a category.

        Chosen: an id that is there already is refused, and so are the ids `0` and `null` and a parent that is not
        there; no `parents`, or `"0"` or `"null"` as the only one, makes a root. (Source: Add category.)

        Args:
            id: Its id. The text's table says text, its example sends a number: both are taken, and text comes back.
            name: Its name.
            parents: Its parents.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No ticket, or one that is not known.
            NotFoundError: Something that the request names is not there.
            ConflictError: What is there stands against it.
        """
        ...

    @PATCH("/pam-service/api/categories")
    def update(self, id: str, *, name: str | None = None, parents: Sequence[str] | None = None) -> Result:
        """Rename or move a category.

        `parents` replaces the parents; `["null"]` takes them away. Chosen: a category cannot come to stand below
        itself. (Source: Update category.)

        Args:
            id: The category.
            name: The new name.
            parents: The new parents; `["null"]` for none.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No ticket, or one that is not known.
            NotFoundError: Something that the request names is not there.
            ConflictError: What is there stands against it.
        """
        ...

    @DELETE("/pam-service/api/categories", body="json")
    def delete(self, id: str) -> Result:
        """Delete a category.

        Chosen: refused while other categories stand below it; products that have it lose it. (Source: Delete category.)

        Args:
            id: The category.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No ticket, or one that is not known.
            NotFoundError: Something that the request names is not there.
            ConflictError: What is there stands against it.
        """
        ...

    @GET("/pam-service/api/categories/parents")
    def parents(self, category_id: str) -> builtins.list[ParentCategory]:
        """List all categories above one.

        The nearest first, up to the root. Chosen: without the category itself; with several parents each category above
        comes once, level by level. (Source: Get Categories Tree.)

        Args:
            category_id: The category to start from.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No ticket, or one that is not known.
            NotFoundError: Something that the request names is not there.
        """
        ...
