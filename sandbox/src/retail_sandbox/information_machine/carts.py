"""Carts, and the way from them to a store's checkout."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from sqlalchemy import select

from ..api import Problem
from . import shapes
from .envelope import nothing
from .realm import Realm
from .tables import Cart, CartItem

AMAZON = 4


def list_carts(realm: Realm, user_id: str) -> list[dict[str, Any]]:
    """A user's carts, the oldest first."""
    user = realm.user(user_id)
    rows = realm.db.scalars(select(Cart).where(Cart.owner == user.id).order_by(Cart.position))
    found = [shapes.cart(row, _items(realm, row)) for row in rows]
    if not found:
        raise nothing("carts")
    return found


def create_cart(realm: Realm, user_id: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """Makes a cart."""
    user = realm.user(user_id, status=422)
    row = Cart(
        id=realm.call.uuid("cart"),
        owner=user.id,
        position=realm.call.sequence("cart_position"),
        name=given["cart_name"],
        description=given.get("description"),
        created_at=realm.now,
        updated_at=realm.now,
    )
    realm.db.add(row)
    realm.db.flush()
    return shapes.cart(row, [])


def get_cart(realm: Realm, user_id: str, cart_id: str) -> dict[str, Any]:
    """One cart."""
    row = _cart(realm, user_id, cart_id)
    return shapes.cart(row, _items(realm, row))


def add_item(realm: Realm, user_id: str, cart_id: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """Puts a product into a cart, as an item of its own."""
    cart = _cart(realm, user_id, cart_id, status=422)
    row = CartItem(
        id=realm.call.uuid("cart_item"),
        cart=cart.id,
        position=realm.call.sequence("cart_item_position"),
        upc=given["upc"],
        quantity=given["quantity"],
        created_at=realm.now,
        updated_at=realm.now,
    )
    cart.updated_at = realm.now
    realm.db.add(row)
    realm.db.flush()
    return shapes.cart_item(row)


def delete_cart(realm: Realm, user_id: str, cart_id: str) -> str:
    """Deletes a cart with its items."""
    realm.db.delete(_cart(realm, user_id, cart_id))
    realm.db.flush()
    return "Cart deleted"


def delete_item(realm: Realm, user_id: str, cart_id: str, item_id: str) -> str:
    """Takes an item out of a cart."""
    cart = _cart(realm, user_id, cart_id)
    item = realm.db.get(CartItem, item_id.lower())
    if item is None or item.cart != cart.id:
        raise Problem(404, "Cart item not found")
    realm.db.delete(item)
    cart.updated_at = realm.now
    realm.db.flush()
    return "Cart item deleted"


def check_out(realm: Realm, user_id: str, cart_id: str, store_id: int) -> dict[str, Any]:
    """A link that fills a store's cart.

    Raises:
        Problem: 422, the store is not Amazon, or nothing is in the cart.
    """
    cart = _cart(realm, user_id, cart_id)
    if store_id != AMAZON:
        raise Problem(422, "Checkout is supported for Amazon (4) only")
    items = _items(realm, cart)
    if not items:
        raise Problem(422, "The cart is empty")
    query: dict[str, Any] = {}
    for number, item in enumerate(items, 1):
        query |= {f"UPC.{number}": item.upc, f"Quantity.{number}": item.quantity}
    words = "1 item is" if len(items) == 1 else f"{len(items)} items are"
    return {
        "checkout_url": f"https://www.amazon.com/gp/aws/cart/add.html?{urlencode(query)}",
        "message": f"{words} ready for checkout",
    }


def _cart(realm: Realm, user_id: str, cart_id: str, *, status: int = 404) -> Cart:
    user = realm.user(user_id, status=status)
    cart = realm.db.get(Cart, cart_id.lower())
    if cart is None or cart.owner != user.id:
        raise Problem(status, "Cart not found")
    return cart


def _items(realm: Realm, cart: Cart) -> list[CartItem]:
    return list(realm.db.scalars(select(CartItem).where(CartItem.cart == cart.id).order_by(CartItem.position)))
