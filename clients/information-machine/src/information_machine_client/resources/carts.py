# Generated from specs/information-machine.yaml by the generator; edit the spec and run `make generate`.
"""Shopping carts that a store's checkout can be filled from."""

from __future__ import annotations

import builtins

from retail_runtime import DELETE, GET, POST, UNSET, M, Resource, Unset

from ..models import (
    AddCartItemWrapper,
    AddCartWrapper,
    Cart,
    CartItem,
    DeleteCartItemWrapper,
    DeleteCartWrapper,
    ExecuteCart,
    ExecuteCartWrapper,
    GetCartsWrapper,
    GetCartWrapper,
)


class Carts(Resource[M]):
    """Shopping carts that a store's checkout can be filled from."""

    @GET("/users/{user_id}/carts", reads=GetCartsWrapper, data="result", meta="meta")
    def list(self, user_id: str) -> builtins.list[Cart]:
        """List the carts of a user.

        With their items. Chosen: none give a 404. (Source: vendor clients, UserCarts; their paths have no `/v1`.)

        Args:
            user_id: The user.

        Raises:
            AuthenticationError: No keys, or keys that are not known.
            NotFoundError: What the request names is not there, or nothing fits it.
            UnprocessableEntityError: The request cannot be carried out as things stand.
            RateLimitError: The requests of the day are used up.
        """
        ...

    @POST("/users/{user_id}/carts", reads=AddCartWrapper, data="result", meta="meta")
    def create(self, user_id: str, *, cart_name: str, description: str | None | Unset = UNSET) -> Cart:
        """Make a cart.

        Chosen: a user who is not there is a 422. (Source: vendor clients, UserCarts.)

        Args:
            user_id: The user.
            cart_name: Its name. Chosen: required.
            description: What it is for. It is not told again.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No keys, or keys that are not known.
            UnprocessableEntityError: The request cannot be carried out as things stand.
            RateLimitError: The requests of the day are used up.
            ServerError: The service failed.
        """
        ...

    @GET("/users/{user_id}/carts/{cart_id}", reads=GetCartWrapper, data="result", meta="meta")
    def get(self, user_id: str, cart_id: str) -> Cart:
        """Get a cart.

        With its items. (Source: vendor clients, UserCarts.)

        Args:
            user_id: The user.
            cart_id: The cart.

        Raises:
            AuthenticationError: No keys, or keys that are not known.
            NotFoundError: What the request names is not there, or nothing fits it.
            UnprocessableEntityError: The request cannot be carried out as things stand.
            RateLimitError: The requests of the day are used up.
        """
        ...

    @POST("/users/{user_id}/carts/{cart_id}", reads=AddCartItemWrapper, data="result", meta="meta")
    def add_item(self, user_id: str, cart_id: str, *, upc: str, quantity: int) -> CartItem:
        """Put a product into a cart.

        Chosen: the same product again is an item of its own; a user or a cart that is not there is a 422. (Source:
        vendor clients, UserCarts.)

        Args:
            user_id: The user.
            cart_id: The cart.
            upc: The product's UPC.
            quantity: How many.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No keys, or keys that are not known.
            UnprocessableEntityError: The request cannot be carried out as things stand.
            RateLimitError: The requests of the day are used up.
            ServerError: The service failed.
        """
        ...

    @DELETE("/users/{user_id}/carts/{cart_id}", reads=DeleteCartWrapper, data="result", meta="meta")
    def delete(self, user_id: str, cart_id: str) -> str:
        """Delete a cart.

        Its items go with it. (Source: vendor clients, UserCarts.)

        Args:
            user_id: The user.
            cart_id: The cart.

        Raises:
            AuthenticationError: No keys, or keys that are not known.
            NotFoundError: What the request names is not there, or nothing fits it.
            UnprocessableEntityError: The request cannot be carried out as things stand.
            RateLimitError: The requests of the day are used up.
        """
        ...

    @DELETE(
        "/users/{user_id}/carts/{cart_id}/items/{cart_item_id}", reads=DeleteCartItemWrapper, data="result", meta="meta"
    )
    def delete_item(self, user_id: str, cart_id: str, cart_item_id: str) -> str:
        """Take an item out of a cart.

        The whole item, whatever its quantity. (Source: vendor clients, UserCarts.)

        Args:
            user_id: The user.
            cart_id: The cart.
            cart_item_id: The item.

        Raises:
            AuthenticationError: No keys, or keys that are not known.
            NotFoundError: What the request names is not there, or nothing fits it.
            UnprocessableEntityError: The request cannot be carried out as things stand.
            RateLimitError: The requests of the day are used up.
        """
        ...

    @GET("/users/{user_id}/carts/{cart_id}/stores/{store_id}", reads=ExecuteCartWrapper, data="result", meta="meta")
    def checkout(self, user_id: str, cart_id: str, store_id: int) -> ExecuteCart:
        """Get a link that fills a store's cart.

        Amazon (4) only. Chosen: another store, and a cart without items, are a 422. (Source: vendor clients,
        UserCarts.)

        Args:
            user_id: The user.
            cart_id: The cart.
            store_id: The store, by its id of the lookup.

        Raises:
            AuthenticationError: No keys, or keys that are not known.
            NotFoundError: What the request names is not there, or nothing fits it.
            UnprocessableEntityError: The request cannot be carried out as things stand.
            RateLimitError: The requests of the day are used up.
        """
        ...
