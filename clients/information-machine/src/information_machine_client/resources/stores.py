# Generated from specs/information-machine.yaml by the generator; edit the spec and run `make generate`.
"""Store connections: a user's logins at stores, whose purchases are collected."""

from __future__ import annotations

from typing import Literal

from retail_runtime import (
    DELETE,
    GET,
    POST,
    PUT,
    UNSET,
    LinkedPages,
    LocalDateTime,
    M,
    Page,
    Resource,
    Unset,
    Wait,
    poll,
)

from ..models import (
    ConnectStoreWrapper,
    DeleteSingleStoreWrapper,
    GetAllStoresWrapper,
    GetSingleStoresWrapper,
    UpdateStoreConnectionWrapper,
    UserStore,
)


class Stores(Resource[M]):
    """Store connections: a user's logins at stores, whose purchases are collected."""

    @POST("/v1/users/{user_id}/stores", reads=ConnectStoreWrapper, data="result", meta="meta")
    def connect(self, user_id: str, *, store_id: int, username: str, password: str) -> UserStore:
        """Connect a user to a store.

        Tells the id of the connection at once; whether the login works shows later, on the connection itself. Only
        stores with `can_scrape` can be connected. Where a chain has two ids, one for purchases online and one for
        loyalty, two connections are needed for both. (Source: User store connections, Create.)

        Args:
            user_id: The user.
            store_id: The store, by its id of the lookup; one with `can_scrape`.
            username: The user's name at the store.
            password: The user's password at the store. It is never told again.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No keys, or keys that are not known.
            NotFoundError: What the request names is not there, or nothing fits it.
            RateLimitError: The requests of the day are used up.
            ServerError: The service failed.
        """
        ...

    @GET(
        "/v1/users/{user_id}/stores",
        reads=GetAllStoresWrapper,
        page=LinkedPages("result", parameter="page", wire="page", next="meta.next_page"),
        meta="meta",
    )
    def list(self, user_id: str, *, page: int | None = None, per_page: int | None = None) -> Page[UserStore]:
        """List the store connections of a user.

        A user without connections gives a 404. (Source: User store connections, Find.)

        Args:
            user_id: The user.
            page: Which page. Chosen: the first by default.
            per_page: How many a page, 50 at most. Chosen: more count as 50.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No keys, or keys that are not known.
            NotFoundError: What the request names is not there, or nothing fits it.
            RateLimitError: The requests of the day are used up.
        """
        ...

    @POST("/v1/users/{user_id}/stores/oauth", reads=ConnectStoreWrapper, data="result", meta="meta")
    def connect_oauth(self, user_id: str, *, store_id: int, oauth_provider: Literal["GMailAPI"] | str) -> UserStore:
        """Connect a user to a store by OAuth.

        The user gives consent at `oauth_authorization_url`; the connection begins after that. (Source: vendor clients,
        UserStores.)

        Args:
            user_id: The user.
            store_id: The store, by its id of the lookup; one with `can_scrape`.
            oauth_provider: Who gives consent. One value is published. Chosen: others are refused with a 400.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No keys, or keys that are not known.
            NotFoundError: What the request names is not there, or nothing fits it.
            RateLimitError: The requests of the day are used up.
            ServerError: The service failed.
        """
        ...

    @GET("/v1/users/{user_id}/stores/{user_store_id}", reads=GetSingleStoresWrapper, data="result", meta="meta")
    def get(self, user_id: str, user_store_id: int) -> UserStore:
        """Get a store connection.

        `credentials_status` means something once `scrape_status` is `Scraping`, `Done` or `DoneWithWarning`. A
        connection that is locked goes on only when the user has acted: see `account_lock_code` and `unlock_url`.
        (Source: User store connections, Find; Unlocking the store connection.)

        Args:
            user_id: The user.
            user_store_id: The store connection, by the id that connecting gave; not the store's id.

        Raises:
            AuthenticationError: No keys, or keys that are not known.
            NotFoundError: What the request names is not there, or nothing fits it.
            RateLimitError: The requests of the day are used up.
        """
        ...

    @poll(
        get,
        Wait(
            "stores.get",
            field="scrape_status",
            done=("Done", "DoneWithWarning"),
            interval=5.0,
            also=(
                "account_lock_code",
                (
                    "Security Question",
                    "Image Captcha",
                    "Incomplete User Profile",
                    "User Account Deactivated",
                    "Access Denied",
                    "Password Reset Required",
                ),
            ),
        ),
    )
    def wait_until_scraped(
        self, user_id: str, user_store_id: int, *, timeout: float = 600.0, interval: float | None = None
    ) -> UserStore:
        """Look at a store connection until its purchases are collected, or the store has locked the account.

        Args:
            user_id: The user.
            user_store_id: The store connection, by the id that connecting gave; not the store's id.
            timeout: Seconds to wait at most.
            interval: Seconds between two looks; left out for what suits the API.

        Raises:
            AuthenticationError: No keys, or keys that are not known.
            NotFoundError: What the request names is not there, or nothing fits it.
            RateLimitError: The requests of the day are used up.
            WaitTimeoutError: It was not done in time; it may still go on.
        """
        ...

    @PUT("/v1/users/{user_id}/stores/{user_store_id}", reads=UpdateStoreConnectionWrapper, data="result", meta="meta")
    def update(
        self,
        user_id: str,
        user_store_id: int,
        *,
        username: str | None | Unset = UNSET,
        password: str | None | Unset = UNSET,
    ) -> str:
        """Change the login of a store connection.

        The user name, the password, or both; the login is then tested again. (Source: User store connections, Edit.)

        Args:
            user_id: The user.
            user_store_id: The store connection, by the id that connecting gave; not the store's id.
            username: The new name at the store; null leaves it.
            password: The new password at the store; null leaves it.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No keys, or keys that are not known.
            NotFoundError: What the request names is not there, or nothing fits it.
            RateLimitError: The requests of the day are used up.
            ServerError: The service failed.
        """
        ...

    @DELETE("/v1/users/{user_id}/stores/{user_store_id}", reads=DeleteSingleStoreWrapper, data="result", meta="meta")
    def delete(self, user_id: str, user_store_id: int) -> str:
        """Delete a store connection.

        Chosen: its purchases and receipts go with it. (Source: User store connections, Delete.)

        Args:
            user_id: The user.
            user_store_id: The store connection, by the id that connecting gave; not the store's id.

        Raises:
            AuthenticationError: No keys, or keys that are not known.
            NotFoundError: What the request names is not there, or nothing fits it.
            RateLimitError: The requests of the day are used up.
            ServerError: The service failed.
        """
        ...

    @GET(
        "/v1/store_connections",
        reads=GetAllStoresWrapper,
        page=LinkedPages("result", parameter="page", wire="page", next="meta.next_page"),
        meta="meta",
    )
    def list_all(
        self,
        *,
        page: int | None = None,
        per_page: int | None = None,
        account_locked: bool | None = None,
        connection_lost: bool | None = None,
        account_locked_date_after: LocalDateTime | None = None,
        connection_lost_date_after: LocalDateTime | None = None,
    ) -> Page[UserStore]:
        """List the store connections of all your users.

        The filters are joined by "and", and each keeps what it names; with `false` it keeps the others. A page may have
        up to a thousand here. Nothing that fits gives a 404. (Source: vendor clients, UserStores.)

        Args:
            page: Which page. Chosen: the first by default.
            per_page: Connections a page. Chosen: more than 1000 count as 1000.
            account_locked: Those whose account the store has locked.
            connection_lost: Those whose login worked once and does so no longer.
            account_locked_date_after: Those that were locked after this time, in UTC.
            connection_lost_date_after: Those that were lost after this time, in UTC.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No keys, or keys that are not known.
            NotFoundError: What the request names is not there, or nothing fits it.
            RateLimitError: The requests of the day are used up.
        """
        ...
