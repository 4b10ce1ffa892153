"""Calls that lead to each answer of Information Machine, by operation and status, on the default records.

Left out are 401, 429 and 500, which come whatever is asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

SHOPPER, IDLE, NOBODY, LONG = "demo-shopper", "id_34234_22", "nobody", "x" * 256
WALMART, AMAZON, HEB, UNREACHED = 3, 4, 88, 2001
CONNECTION, PURCHASE, PRODUCT, RECEIPT = 52800, 123456, 380728, "1"
NONE = "00000000-0000-0000-0000-000000000000"
PNG = b"\x89PNG\r\n\x1a\n a receipt"
LOGIN = {"username": "shopper@example.com", "password": "kept-by-nobody"}
GMAIL = {"store_id": AMAZON, "oauth_provider": "GMailAPI"}


def connected(api: Any, store_id: int = HEB, **login: str) -> Any:
    made = api.stores.connect(SHOPPER, store_id=store_id, **{**LOGIN, **login})
    return api.stores.wait_until_scraped(SHOPPER, made.id)


def cart(api: Any) -> Any:
    return api.carts.list(SHOPPER)[0]


def loyalty(api: Any) -> list[Any]:
    connected(api)
    return list(api.purchases.list_loyalty(SHOPPER))


Scenario = Callable[[Any], Any]
ANSWERS: dict[str, dict[int, Scenario]] = {
    "users_create": {
        201: lambda api: api.users.create("new"),
        400: lambda api: api.users.create(""),
        422: lambda api: api.users.create(SHOPPER),
    },
    "users_list": {200: lambda api: list(api.users.list()), 400: lambda api: list(api.users.list(page=0))},
    "users_delete": {200: lambda api: api.users.delete(SHOPPER), 404: lambda api: api.users.delete(NOBODY)},
    "users_get": {200: lambda api: api.users.get(SHOPPER), 404: lambda api: api.users.get(NOBODY)},
    "users_update": {
        200: lambda api: api.users.update(SHOPPER, zip="10001"),
        400: lambda api: api.users.update(SHOPPER, zip=10001),
        404: lambda api: api.users.update(NOBODY, zip="10001"),
    },
    "stores_connect": {
        201: lambda api: api.stores.connect(SHOPPER, store_id=WALMART, **LOGIN),
        400: lambda api: api.stores.connect(SHOPPER, store_id=UNREACHED, **LOGIN),
        404: lambda api: api.stores.connect(NOBODY, store_id=WALMART, **LOGIN),
    },
    "stores_list": {
        200: lambda api: list(api.stores.list(SHOPPER)),
        400: lambda api: list(api.stores.list(SHOPPER, page=0)),
        404: lambda api: list(api.stores.list(IDLE)),
    },
    "stores_connect_oauth": {
        201: lambda api: api.stores.connect_oauth(SHOPPER, **GMAIL),
        400: lambda api: api.stores.connect_oauth(SHOPPER, **{**GMAIL, "oauth_provider": "none"}),
        404: lambda api: api.stores.connect_oauth(NOBODY, **GMAIL),
    },
    "stores_get": {
        200: lambda api: api.stores.get(SHOPPER, CONNECTION),
        404: lambda api: api.stores.get(SHOPPER, 1),
    },
    "stores_update": {
        200: lambda api: api.stores.update(SHOPPER, CONNECTION, password="another"),
        400: lambda api: api.stores.update(SHOPPER, CONNECTION, username=7),
        404: lambda api: api.stores.update(SHOPPER, 1, username="another"),
    },
    "stores_delete": {
        200: lambda api: api.stores.delete(SHOPPER, CONNECTION),
        404: lambda api: api.stores.delete(SHOPPER, 1),
    },
    "stores_list_all": {
        200: lambda api: list(api.stores.list_all(account_locked=False)),
        400: lambda api: list(api.stores.list_all(page=0)),
        404: lambda api: list(api.stores.list_all(connection_lost=True)),
    },
    "receipts_add": {
        201: lambda api: api.receipts.add(SHOPPER, connected(api).id, receipt_id="1234567890"),
        400: lambda api: api.receipts.add(SHOPPER, CONNECTION, receipt_id=""),
        404: lambda api: api.receipts.add(SHOPPER, 1, receipt_id="1234567890"),
        422: lambda api: api.receipts.add(SHOPPER, CONNECTION, receipt_id="1234567890"),
    },
    "receipts_list": {
        200: lambda api: api.receipts.list(SHOPPER, CONNECTION),
        404: lambda api: api.receipts.list(SHOPPER, 1),
    },
    "receipts_get": {
        200: lambda api: api.receipts.get(SHOPPER, CONNECTION, RECEIPT),
        404: lambda api: api.receipts.get(SHOPPER, CONNECTION, "999"),
    },
    "scans_upload_barcode": {
        201: lambda api: api.scans.upload_barcode(SHOPPER, bar_code="021130126026", bar_code_type="UPC-A"),
        400: lambda api: api.scans.upload_barcode(SHOPPER, bar_code="021130126027", bar_code_type="UPC-A"),
    },
    "scans_upload_receipt": {
        201: lambda api: api.scans.upload_receipt(SHOPPER, receipt_id="r", images=[PNG]),
        400: lambda api: api.scans.upload_receipt(SHOPPER, receipt_id="", images=[PNG]),
        422: lambda api: api.scans.upload_receipt(NOBODY, receipt_id="r", images=[PNG]),
    },
    "scans_receipt_status": {
        200: lambda api: api.scans.receipt_status(SHOPPER, "r"),
        400: lambda api: api.scans.receipt_status(NOBODY, "r"),
    },
    "lookups_alternative_types": {status: lambda api: api.lookups.alternative_types() for status in (200, 404)},
    "lookups_units": {status: lambda api: api.lookups.units() for status in (200, 404)},
    "lookups_categories": {status: lambda api: api.lookups.categories() for status in (200, 404)},
    "lookups_nutrients": {status: lambda api: api.lookups.nutrients() for status in (200, 404)},
    "lookups_stores": {
        200: lambda api: api.lookups.stores(can_scrape=True),
        400: lambda api: api.lookups.stores(can_scrape="maybe"),
        404: lambda api: api.lookups.stores(can_scrape=True),
    },
    "lookups_tags": {status: lambda api: api.lookups.tags() for status in (200, 404)},
    "products_list": {
        200: lambda api: list(api.products.list(name="Kale", full_resp=True)),
        400: lambda api: list(api.products.list()),
        404: lambda api: list(api.products.list(name=NOBODY)),
    },
    "upcs_resolve": {
        201: lambda api: api.upcs.resolve(["Kale Chips"]),
        400: lambda api: api.upcs.resolve([]),
    },
    "upcs_get": {
        200: lambda api: api.upcs.get(api.upcs.resolve(["Kale Chips"])),
        404: lambda api: api.upcs.get(NONE),
    },
    "products_get": {
        200: lambda api: api.products.get(PRODUCT, full_resp=True),
        400: lambda api: api.products.get(PRODUCT, full_resp="maybe"),
        404: lambda api: api.products.get(1),
    },
    "products_list_purchases": {
        200: lambda api: list(api.products.list_purchases(PRODUCT)),
        400: lambda api: list(api.products.list_purchases(PRODUCT, page=0)),
        404: lambda api: list(api.products.list_purchases(1)),
    },
    "products_prices": {
        200: lambda api: api.products.prices([PRODUCT, 380730]),
        400: lambda api: api.products.prices(list(range(21))),
        404: lambda api: api.products.prices([1]),
    },
    "products_alternatives": {
        200: lambda api: api.products.alternatives([PRODUCT], type_id=7),
        400: lambda api: api.products.alternatives(list(range(21))),
        404: lambda api: api.products.alternatives([PRODUCT], type_id=99),
    },
    "user_products_list": {
        200: lambda api: list(api.user_products.list(SHOPPER)),
        400: lambda api: list(api.user_products.list(SHOPPER, page=0)),
        404: lambda api: list(api.user_products.list(IDLE)),
    },
    "products_recalls": {status: lambda api: api.products.recalls() for status in (200, 404)},
    "purchases_history": {
        200: lambda api: api.purchases.history(SHOPPER, show_product_details=True),
        400: lambda api: api.purchases.history(SHOPPER, store_id="three"),
        404: lambda api: api.purchases.history(IDLE),
    },
    "purchases_list": {
        200: lambda api: list(api.purchases.list(SHOPPER, full_resp=True)),
        400: lambda api: list(api.purchases.list(SHOPPER, purchase_total_from=[1.0])),
        404: lambda api: list(api.purchases.list(IDLE)),
    },
    "purchases_get": {
        200: lambda api: api.purchases.get(SHOPPER, PURCHASE),
        400: lambda api: api.purchases.get(SHOPPER, PURCHASE, full_resp="maybe"),
        404: lambda api: api.purchases.get(SHOPPER, 1),
    },
    "purchases_list_loyalty": {
        200: loyalty,
        400: lambda api: list(api.purchases.list_loyalty(SHOPPER, page=0)),
        404: lambda api: list(api.purchases.list_loyalty(IDLE)),
    },
    "carts_list": {
        200: lambda api: api.carts.list(SHOPPER),
        404: lambda api: api.carts.list(IDLE),
        422: lambda api: api.carts.list(LONG),
    },
    "carts_create": {
        201: lambda api: api.carts.create(SHOPPER, cart_name="Weekday"),
        400: lambda api: api.carts.create(SHOPPER, cart_name=7),
        422: lambda api: api.carts.create(NOBODY, cart_name="Weekday"),
    },
    "carts_get": {
        200: lambda api: api.carts.get(SHOPPER, cart(api).cart_id),
        404: lambda api: api.carts.get(SHOPPER, NONE),
        422: lambda api: api.carts.get(SHOPPER, "none"),
    },
    "carts_add_item": {
        201: lambda api: api.carts.add_item(SHOPPER, cart(api).cart_id, upc="014100044208", quantity=1),
        400: lambda api: api.carts.add_item(SHOPPER, NONE, upc="014100044208", quantity=0),
        422: lambda api: api.carts.add_item(SHOPPER, NONE, upc="014100044208", quantity=1),
    },
    "carts_delete": {
        200: lambda api: api.carts.delete(SHOPPER, cart(api).cart_id),
        404: lambda api: api.carts.delete(SHOPPER, NONE),
        422: lambda api: api.carts.delete(SHOPPER, "none"),
    },
    "carts_delete_item": {
        200: lambda api: api.carts.delete_item(SHOPPER, cart(api).cart_id, cart(api).cart_items[0].cart_item_id),
        404: lambda api: api.carts.delete_item(SHOPPER, NONE, NONE),
        422: lambda api: api.carts.delete_item(SHOPPER, "none", NONE),
    },
    "carts_checkout": {
        200: lambda api: api.carts.checkout(SHOPPER, cart(api).cart_id, AMAZON),
        404: lambda api: api.carts.checkout(SHOPPER, NONE, AMAZON),
        422: lambda api: api.carts.checkout(SHOPPER, cart(api).cart_id, WALMART),
    },
}
