# Generated from specs/information-machine.yaml by the generator; edit the spec and run `make generate`.
"""Products that a user has bought."""

from __future__ import annotations

from retail_runtime import GET, LinkedPages, M, Page, Resource, deprecated

from ..models import GetUserProducts, ProductData


class UserProducts(Resource[M]):
    """Products that a user has bought."""

    @deprecated("Newer clients of the vendor no longer have it.")
    @GET(
        "/v1/users/{user_id}/products",
        reads=GetUserProducts,
        page=LinkedPages("result", parameter="page", wire="page", next="meta.next_page"),
        meta="meta",
    )
    def list(
        self,
        user_id: str,
        *,
        page: int | None = None,
        per_page: int | None = None,
        full_resp: bool | None = None,
        food_only: bool | None = None,
    ) -> Page[ProductData]:
        """List the products that a user has bought.

        Those of the purchases that the user's connections brought. Chosen: by id; none give a 404. (Source: vendor
        clients, Products.)

        Args:
            user_id: The user.
            page: Which page. Chosen: the first by default.
            per_page: How many a page, 50 at most. Chosen: more count as 50.
            full_resp: Whether to add the nutrients.
            food_only: Only food.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No keys, or keys that are not known.
            NotFoundError: What the request names is not there, or nothing fits it.
            RateLimitError: The requests of the day are used up.
        """
        ...
