# Generated from specs/information-machine.yaml by the generator; edit the spec and run `make generate`.
"""Your users."""

from __future__ import annotations

from typing import Annotated

from retail_runtime import DELETE, GET, POST, PUT, UNSET, LinkedPages, M, Page, Query, Resource, Unset

from ..models import (
    CreateUserWrapper,
    DeleteUserWrapper,
    GetAllUsersWrapper,
    GetSingleUserWrapper,
    UpdateUserWrapper,
    UserData,
)


class Users(Resource[M]):
    """Your users."""

    @POST("/v1/users", reads=CreateUserWrapper, data="result", meta="meta")
    def create(self, user_id: str, *, email: str | None | Unset = UNSET, zip: str | None | Unset = UNSET) -> UserData:
        """Register a user.

        The id is yours to choose; it is unique among the users of your keys. Chosen: an id that is taken is a 422.
        (Source: Create IM User.)

        Args:
            user_id: The id of your choice: letters and digits of ASCII, underscore, hyphen and dot. Chosen: not of dots
                alone, and up to 255.
            email: The user's mail address.
            zip: The user's postal code.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No keys, or keys that are not known.
            UnprocessableEntityError: The request cannot be carried out as things stand.
            RateLimitError: The requests of the day are used up.
            ServerError: The service failed.
        """
        ...

    @GET(
        "/v1/users",
        reads=GetAllUsersWrapper,
        page=LinkedPages("result", parameter="page", wire="page", next="meta.next_page"),
        meta="meta",
    )
    def list(self, *, page: int | None = None, per_page: int | None = None) -> Page[UserData]:
        """List your users.

        No users give an empty list. Chosen: in the order in which they were registered. (Source: List all IM User(s).)

        Args:
            page: Which page. Chosen: the first by default.
            per_page: How many a page, 50 at most. Chosen: more count as 50.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No keys, or keys that are not known.
            RateLimitError: The requests of the day are used up.
        """
        ...

    @DELETE("/v1/users", reads=DeleteUserWrapper, data="result", meta="meta")
    def delete(self, user_id: Annotated[str, Query("id")]) -> str:
        """Delete a user.

        Its store connections go with it, and all data that hangs on it. (Source: Delete IM User.)

        Args:
            user_id: The user. The one operation that takes it from the query.

        Raises:
            AuthenticationError: No keys, or keys that are not known.
            NotFoundError: What the request names is not there, or nothing fits it.
            RateLimitError: The requests of the day are used up.
        """
        ...

    @GET("/v1/users/{user_id}", reads=GetSingleUserWrapper, data="result", meta="meta")
    def get(self, user_id: str) -> UserData:
        """Get a user.

        What was registered. (Source: Get single IM User.)

        Args:
            user_id: The user.

        Raises:
            AuthenticationError: No keys, or keys that are not known.
            NotFoundError: What the request names is not there, or nothing fits it.
            RateLimitError: The requests of the day are used up.
        """
        ...

    @PUT("/v1/users/{user_id}", reads=UpdateUserWrapper, data="result", meta="meta")
    def update(self, user_id: str, *, email: str | None | Unset = UNSET, zip: str | None | Unset = UNSET) -> UserData:
        """Change a user.

        Only what is sent changes. The text asks for the `user_id` in words and has it in the path alone: the path
        counts. Its answer is not published. Chosen: the user as it is now, as `users_get` shows it. (Source: Edit IM
        User.)

        Args:
            user_id: The user.
            email: The new mail address; null leaves it.
            zip: The new postal code; null leaves it.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No keys, or keys that are not known.
            NotFoundError: What the request names is not there, or nothing fits it.
            RateLimitError: The requests of the day are used up.
        """
        ...
