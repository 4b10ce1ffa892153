"""Which rule serves which operation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ..api import Call, Handler
from . import (
    carts,
    connections,
    lookups,
    prices,
    products,
    purchases,
    recalls,
    receipts,
    scans,
    shapes,
    upcs,
    users,
)
from .realm import Realm
from .settling import settle


def _plain(rule: Callable[[Realm, Call], Any]) -> Handler:
    """A handler of what time does not change."""

    def handler(call: Call, /) -> Any:
        return rule(Realm(call, call.caller.client_id), call)

    return handler


def _timed(rule: Callable[[Realm, Call], Any]) -> Handler:
    """A handler of what goes on by itself: what is due happens first."""

    def handler(call: Call, /) -> Any:
        realm = Realm(call, call.caller.client_id)
        settle(realm)
        return rule(realm, call)

    return handler


def _of_user(rule: Callable[..., Any]) -> Callable[[Realm, Call], Any]:
    """A rule that takes the user of the path, and the body where there is one."""

    def served(realm: Realm, call: Call) -> Any:
        body = () if call.body is None else (call.body,)
        return rule(realm, call.params["user_id"], *body)

    return served


def _of_connection(rule: Callable[..., Any]) -> Callable[[Realm, Call], Any]:
    """A rule that takes the user and the connection of the path, and the body where there is one."""

    def served(realm: Realm, call: Call) -> Any:
        body = () if call.body is None else (call.body,)
        return rule(realm, call.params["user_id"], call.params["user_store_id"], *body)

    return served


def _of_receipts(rule: Callable[..., Any], *names: str) -> Callable[[Realm, Call], Any]:
    """A rule on the receipts of the connection of the path."""

    def served(realm: Realm, call: Call) -> Any:
        connection = realm.connection(realm.user(call.params["user_id"]), call.params["user_store_id"])
        body = () if call.body is None else (call.body,)
        return rule(realm, connection, *body, *(call.params[name] for name in names))

    return served


def _of_cart(rule: Callable[..., Any], *names: str) -> Callable[[Realm, Call], Any]:
    """A rule that takes the user, the cart and what else is named of the path, and the body where there is one."""

    def served(realm: Realm, call: Call) -> Any:
        body = () if call.body is None else (call.body,)
        named = [call.params[name] for name in names]
        return rule(realm, call.params["user_id"], call.params["cart_id"], *named, *body)

    return served


def _words(list: str, what: str) -> Handler:
    return _plain(lambda realm, call: lookups.list_words(realm, list, what))


HANDLERS: Mapping[str, Handler] = {
    "users_create": _plain(lambda realm, call: users.create_user(realm, call.body)),
    "users_list": _plain(lambda realm, call: users.list_users(realm)),
    "users_get": _plain(lambda realm, call: shapes.user(realm.user(call.params["user_id"]))),
    "users_update": _plain(_of_user(users.update_user)),
    "users_delete": _plain(lambda realm, call: users.delete_user(realm, call.params["id"])),
    "stores_connect": _timed(_of_user(connections.connect)),
    "stores_connect_oauth": _timed(_of_user(connections.connect_oauth)),
    "stores_list": _timed(_of_user(connections.list_connections)),
    "stores_list_all": _timed(lambda realm, call: connections.list_all(realm, call.params)),
    "stores_get": _timed(_of_connection(connections.get_connection)),
    "stores_update": _timed(_of_connection(connections.update_connection)),
    "stores_delete": _timed(_of_connection(connections.delete_connection)),
    "receipts_add": _timed(_of_receipts(receipts.add_receipt)),
    "receipts_list": _timed(_of_receipts(receipts.list_receipts)),
    "receipts_get": _timed(_of_receipts(receipts.get_receipt, "receipt_id")),
    "scans_upload_barcode": _plain(
        lambda realm, call: scans.upload_barcode(
            realm, call.params["user_id"], call.body["bar_code"], call.body["bar_code_type"]
        )
    ),
    "scans_upload_receipt": _timed(
        lambda realm, call: scans.upload_image(
            realm, call.params["user_id"], call.body["receipt_id"], call.body["image"]
        )
    ),
    "scans_receipt_status": _timed(
        lambda realm, call: scans.image_status(realm, call.params["user_id"], call.params["receipt_id"])
    ),
    "lookups_alternative_types": _words("alternative_types", "alternative types"),
    "lookups_units": _words("units", "units of measurement"),
    "lookups_categories": _plain(lambda realm, call: lookups.list_categories(realm)),
    "lookups_nutrients": _plain(lambda realm, call: lookups.list_nutrients(realm)),
    "lookups_stores": _plain(lambda realm, call: lookups.list_stores(realm, call.params.get("can_scrape"))),
    "lookups_tags": _words("tags", "tags"),
    "products_list": _plain(lambda realm, call: products.search(realm, call.params)),
    "products_get": _plain(
        lambda realm, call: products.get_product(realm, call.params["product_id"], nutrients=call.params["full_resp"])
    ),
    "products_list_purchases": _timed(lambda realm, call: purchases.list_of_product(realm, call.params["product_id"])),
    "products_prices": _plain(lambda realm, call: prices.list_prices(realm, call.params["product_ids"])),
    "products_alternatives": _plain(
        lambda realm, call: products.list_alternatives(realm, call.params["product_ids"], call.params["type_id"])
    ),
    "products_recalls": _timed(lambda realm, call: recalls.list_recalls(realm)),
    "user_products_list": _timed(
        lambda realm, call: purchases.list_products(
            realm,
            call.params["user_id"],
            nutrients=call.params["full_resp"],
            food_only=call.params["food_only"],
        )
    ),
    "upcs_resolve": _plain(
        lambda realm, call: upcs.resolve(realm, call.body["name_store_list"], call.params.get("webhook_url"))
    ),
    "upcs_get": _timed(lambda realm, call: upcs.get_resolved(realm, call.params["request_id"])),
    "purchases_history": _timed(lambda realm, call: purchases.history(realm, call.params["user_id"], call.params)),
    "purchases_list": _timed(lambda realm, call: purchases.list_purchases(realm, call.params["user_id"], call.params)),
    "purchases_get": _timed(
        lambda realm, call: purchases.get_purchase(
            realm, call.params["user_id"], call.params["purchase_id"], products=call.params["full_resp"]
        )
    ),
    "purchases_list_loyalty": _timed(
        lambda realm, call: purchases.list_loyalty(realm, call.params["user_id"], call.params)
    ),
    "carts_list": _plain(_of_user(carts.list_carts)),
    "carts_create": _plain(_of_user(carts.create_cart)),
    "carts_get": _plain(_of_cart(carts.get_cart)),
    "carts_add_item": _plain(_of_cart(carts.add_item)),
    "carts_delete": _plain(_of_cart(carts.delete_cart)),
    "carts_delete_item": _plain(_of_cart(carts.delete_item, "cart_item_id")),
    "carts_checkout": _plain(_of_cart(carts.check_out, "store_id")),
}
