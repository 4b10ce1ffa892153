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


def _with(rule: Callable[..., Any], *names: str) -> Callable[[Realm, Call], Any]:
    """A rule that takes the parameters of these names in their order, and the body where there is one."""

    def served(realm: Realm, call: Call) -> Any:
        body = () if call.body is None else (call.body,)
        return rule(realm, *(call.params[name] for name in names), *body)

    return served


def _words(list: str, what: str) -> Handler:
    return _plain(lambda realm, call: lookups.list_words(realm, list, what))


HANDLERS: Mapping[str, Handler] = {
    "users_create": _plain(_with(users.create_user)),
    "users_list": _plain(_with(users.list_users)),
    "users_get": _plain(_with(users.get_user, "user_id")),
    "users_update": _plain(_with(users.update_user, "user_id")),
    "users_delete": _plain(_with(users.delete_user, "id")),
    "stores_connect": _timed(_with(connections.connect, "user_id")),
    "stores_connect_oauth": _timed(_with(connections.connect_oauth, "user_id")),
    "stores_list": _timed(_with(connections.list_connections, "user_id")),
    "stores_list_all": _timed(lambda realm, call: connections.list_all(realm, call.params)),
    "stores_get": _timed(_with(connections.get_connection, "user_id", "user_store_id")),
    "stores_update": _timed(_with(connections.update_connection, "user_id", "user_store_id")),
    "stores_delete": _timed(_with(connections.delete_connection, "user_id", "user_store_id")),
    "receipts_add": _timed(_with(receipts.add_receipt, "user_id", "user_store_id")),
    "receipts_list": _timed(_with(receipts.list_receipts, "user_id", "user_store_id")),
    "receipts_get": _timed(_with(receipts.get_receipt, "user_id", "user_store_id", "receipt_id")),
    "scans_upload_barcode": _plain(_with(scans.upload_barcode, "user_id")),
    "scans_upload_receipt": _timed(_with(scans.upload_image, "user_id")),
    "scans_receipt_status": _timed(_with(scans.image_status, "user_id", "receipt_id")),
    "lookups_alternative_types": _words("alternative_types", "alternative types"),
    "lookups_units": _words("units", "units of measurement"),
    "lookups_categories": _plain(_with(lookups.list_categories)),
    "lookups_nutrients": _plain(_with(lookups.list_nutrients)),
    "lookups_stores": _plain(lambda realm, call: lookups.list_stores(realm, call.params.get("can_scrape"))),
    "lookups_tags": _words("tags", "tags"),
    "products_list": _plain(lambda realm, call: products.search(realm, call.params)),
    "products_get": _plain(_with(products.get_product, "product_id", "full_resp")),
    "products_list_purchases": _timed(_with(purchases.list_of_product, "product_id")),
    "products_prices": _plain(_with(prices.list_prices, "product_ids")),
    "products_alternatives": _plain(_with(products.list_alternatives, "product_ids", "type_id")),
    "products_recalls": _timed(_with(recalls.list_recalls)),
    "user_products_list": _timed(_with(purchases.list_products, "user_id", "full_resp", "food_only")),
    "upcs_resolve": _plain(lambda realm, call: upcs.resolve(realm, call.body, call.params.get("webhook_url"))),
    "upcs_get": _timed(_with(upcs.get_resolved, "request_id")),
    "purchases_history": _timed(lambda realm, call: purchases.history(realm, call.params)),
    "purchases_list": _timed(lambda realm, call: purchases.list_purchases(realm, call.params)),
    "purchases_get": _timed(_with(purchases.get_purchase, "user_id", "purchase_id", "full_resp")),
    "purchases_list_loyalty": _timed(lambda realm, call: purchases.list_loyalty(realm, call.params)),
    "carts_list": _plain(_with(carts.list_carts, "user_id")),
    "carts_create": _plain(_with(carts.create_cart, "user_id")),
    "carts_get": _plain(_with(carts.get_cart, "user_id", "cart_id")),
    "carts_add_item": _plain(_with(carts.add_item, "user_id", "cart_id")),
    "carts_delete": _plain(_with(carts.delete_cart, "user_id", "cart_id")),
    "carts_delete_item": _plain(_with(carts.delete_item, "user_id", "cart_id", "cart_item_id")),
    "carts_checkout": _plain(_with(carts.check_out, "user_id", "cart_id", "store_id")),
}
