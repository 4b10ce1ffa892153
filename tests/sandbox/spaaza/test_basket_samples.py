"""The text's own samples of baskets, sent as they stand to a chain that has what they speak of: the answers have the
documented form, key for key."""

from __future__ import annotations

from functools import cache
from typing import Any, cast

import pytest
from retail_sandbox.spec import find_specs, load

from .campaigns import stand_still
from .conftest import Caller, Shop

KEYS = {
    "basket": "ac189592441c9c4e4d0a0f5be03216f6a7e026f0d482c44a293da8e373163fd0",
    "var_price": "a1df45e129dbae150c0bb01559a0b286cb7716f2426f381f5c49c642699af1b3",
    "honour": "bb1e45cbd6d174164b77a58047779e8d0323fa9c61ac994d84223343c531334e",
}
CHAIN = {
    "id": 1739,
    "name": "Sample chain",
    "currency": "EUR",
    "keys": [{"key": "sample", "secret": "sample-secret"}],
    "branches": [
        {"id": 1341, "name": "Main street", "owner_code": "501", "country_code": "NL"},
        {"id": 1411, "name": "Side street", "owner_code": "0123", "country_code": "NL"},
    ],
    "campaigns": [
        {"id": 75, "type": "wallet", "title": "Wallet"},
        {
            "id": 76,
            "type": "cashback",
            "title": "Store Rewards",
            "recipient_campaign_id": 75,
            "rules": {"earn_percentage": 5},
        },
        {"id": 402, "type": "loyalty", "title": "ACME Rewards"},
    ],
    "products": [
        {
            "id": 1,
            "code": "SW",
            "name": "Winter sweater",
            "price": 79.95,
            "variants": [{"id": 11, "barcode": "2913458432854"}],
        },
        {"id": 2, "code": "WBGT0234", "name": "Vest Kiara", "price": 250},
        {
            "id": 3,
            "code": "GL",
            "name": "Leather gloves",
            "price": 750,
            "variants": [{"id": 13, "barcode": "2913458439012"}],
        },
    ],
    "members": [
        {
            "id": 555555,
            "username": "sample@example.com",
            "member_number": "555555",
            "vouchers": [
                {
                    "id": 112656,
                    "key": KEYS["basket"],
                    "campaign_id": 402,
                    "status": "claimed",
                    "amount": 50,
                    "text": "Thanks",
                },
                {
                    "id": 989343244,
                    "key": KEYS["var_price"],
                    "campaign_id": 402,
                    "type": "var_price",
                    "status": "claimed",
                    "amount": 5,
                    "product_code": "SW",
                },
                {
                    "id": 11268,
                    "key": KEYS["honour"],
                    "campaign_id": 402,
                    "type": "honour",
                    "status": "claimed",
                    "honour_code": "HON0042",
                },
            ],
        },
        {"id": 123456, "username": "other@example.com", "member_number": "123456"},
    ],
}
EXCHANGING = {
    "id": 1743,
    "members": [
        {
            "id": 3354863,
            "username": "didi@example.com",
            "member_number": "303484",
            "vouchers": [
                {"id": 2630, "campaign_id": 136, "status": "claimed", "amount": 5, "text": "New ACME Club Member"}
            ],
        }
    ],
}
ELSEWHERE = {
    "id": 55555,
    "name": "New chain",
    "currency": "EUR",
    "keys": [{"key": "new", "secret": "new-secret"}],
    "members": [{"id": 303484, "username": "new@example.com", "member_number": "303484"}],
}
"""A chain that has not heard of any product."""
BEFORE = {"Authorization": "Bearer sample:sample-secret"}


@pytest.fixture
def shop(api: Shop) -> Shop:
    api.box.seed({"spaaza": {"chains": [CHAIN, EXCHANGING, ELSEWHERE]}})
    return stand_still(api)


@cache
def operation(path: str) -> dict[str, Any]:
    return dict(load(find_specs() / "spaaza.yaml")["paths"][path]["post"])


def sample(path: str, name: str) -> dict[str, Any]:
    """The request of a sample, as the text has it."""
    return operation(path)["requestBody"]["content"]["application/json"]["examples"][name]["value"]


def documented(path: str, name: str) -> dict[str, Any]:
    """The results of the answer that the text shows for it."""
    return operation(path)["responses"]["200"]["content"]["application/json"]["examples"][name]["value"]["results"]


def results(caller: Caller, path: str, body: Any) -> dict[str, Any]:
    answer = caller.send("POST", path, json=body)
    assert answer.status_code == 200, answer.text
    assert "warnings" not in answer.json(), answer.text
    return answer.json()["results"]


def missing(wanted: Any, found: Any, where: str = "") -> set[str]:
    """Where an answer lacks what the text shows, or has something of another kind."""
    if wanted is None or found is None:
        return set()
    if isinstance(wanted, dict) and isinstance(found, dict):
        return _missing_keys(cast("dict[str, Any]", wanted), cast("dict[str, Any]", found), where)
    if isinstance(wanted, list) and isinstance(found, list):
        return _missing_entries(cast("list[Any]", wanted), cast("list[Any]", found), where)
    kinds = {_kind(each) for each in cast("tuple[object, object]", (wanted, found))}
    return set() if len(kinds) == 1 else {f"{where}: {' or '.join(sorted(kinds))}"}


def _kind(value: object) -> str:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return "number" if is_number else type(value).__name__


def _missing_keys(wanted: dict[str, Any], found: dict[str, Any], where: str) -> set[str]:
    lacks = {f"{where}.{key}" for key in wanted if key not in found}
    both = (key for key in wanted if key in found)
    return lacks | {lack for key in both for lack in missing(wanted[key], found[key], f"{where}.{key}")}


def _missing_entries(wanted: list[Any], found: list[Any], where: str) -> set[str]:
    lacks = {f"{where}[{index}]" for index in range(len(found), len(wanted))}
    pairs = zip(wanted, found, strict=False)
    return lacks | {lack for ours, theirs in pairs for lack in missing(ours, theirs, f"{where}[]")}


PRICE, ADD = "/auth/get-basket-price", "/auth/add-basket"


def test_a_purchase_is_priced(shop: Shop) -> None:
    caller = shop.caller(BEFORE)
    told = results(caller, PRICE, sample(PRICE, "purchase"))
    assert missing(documented(PRICE, "purchase"), told) == {
        ".user.send_email_receipt",  # which the request does not say
        ".basket.basket_items[].basket_voucher_distribution",  # of an item whose share the request does not say
    }
    basket = told["basket"]
    assert (basket["basket_total_price"], basket["basket_total_price_adjusted"]) == (2703.85, 2678.85)
    lines = basket["basket_items"]
    assert [line["item_subtotal"] for line in lines] == [224.85, 750, 750, 979]
    assert [
        [each["voucher_distribution_amount"] for each in line.get("basket_voucher_distribution", [])] for line in lines
    ] == [[], [25], [], []]


def test_a_purchase_is_stored(shop: Shop) -> None:
    caller = shop.caller(BEFORE)
    told = results(caller, ADD, sample(ADD, "purchase"))
    assert missing(documented(ADD, "purchase"), told) == set()
    basket = told["basket"]
    assert [line["item_price"] for line in basket["basket_items"]] == [74.95, 250, 750, 979]
    assert basket["basket_vouchers_applied"][0]["voucher_amount_redeemed"] == 50
    assert [each["voucher_honour_code"] for each in basket["honour_vouchers_applied"]] == ["HON0042"]
    assert basket["basket_timestamp_iso8601"] == "2017-07-27T07:48:45+02:00"


def test_an_item_is_returned_in_a_purchase(shop: Shop) -> None:
    caller = shop.caller(BEFORE)
    request = sample(PRICE, "returnedItem")
    original = request | {
        "basket": {
            "retailer_basket_code": "500002016088",
            "basket_items": [{"item_barcode": "4000053029999", "item_price": 41}],
        }
    }
    bought = results(caller, ADD, original)["basket"]
    told = results(caller, PRICE, request)
    assert missing(documented(PRICE, "returnedItem"), told) == set()
    (transaction,) = told["basket"]["return_transactions"]
    assert transaction["basket_id"] == bought["id"]
    (row,) = transaction["returned_items"]
    assert (row["return_price"], row["sale_price"], row["owner_code"]) == (-41, 41, None)
    assert told["basket"]["basket_total_price_adjusted"] == 27


def test_an_exchange(shop: Shop) -> None:
    request = sample(PRICE, "exchange")
    request = request | {
        "basket": request["basket"] | {"basket_timestamp_iso8601": "", "basket_platform_type": "online"}
    }
    original = {
        "basket_platform_type": "online",
        "retailer_basket_code": "20190127_test_00000002",
        "basket_items": [
            {"item_barcode": "8718299601410", "item_price": 49.99, "retailer_item_code": "line_2"},
            {"item_barcode": "8718299601427", "item_price": 70.17, "retailer_item_code": "line_1"},
        ],
        "basket_vouchers": [{"voucher_id": 2630}],
        "basket_total_price": 115.16,
    }
    results(shop.privileged, ADD, request | {"basket": original})
    price = results(shop.privileged, PRICE, request)
    assert missing(documented(PRICE, "exchange"), price) == set()
    assert price["basket"]["basket_total_price_adjusted"] == 0
    stored = results(shop.privileged, ADD, request)
    assert missing(documented(ADD, "exchange"), stored) == set()
    for told in (price, stored):
        (row,) = told["basket"]["return_transactions"][0]["returned_items"]
        assert [each["amount"] for each in row["voucher_distribution_refunds"]] == [2.08]
        assert [each["voucher_amount"] for each in told["basket"]["regenerated_rewards"]] == [2.08]
        (line,) = told["basket"]["basket_items"]
        assert [each["voucher_distribution_amount"] for each in line["basket_voucher_distribution"]] == [2.08]
        assert line["is_identified"] is False


def test_a_new_product(shop: Shop) -> None:
    request = sample(ADD, "newProduct")
    basket = request["basket"] | {"basket_timestamp_iso8601": "", "basket_platform_type": "online"}
    request = request | {"entity": {"entity_type": "chain", "entity_id": "55555"}, "basket": basket}
    told = results(shop.caller({"Authorization": "Bearer new:new-secret"}), ADD, request)
    assert missing(documented(ADD, "newProduct"), told) == {
        ".basket.basket_tax[0]",  # the request of the sample has none
    }
    product = told["basket"]["basket_items"][0]["product"]
    assert (product["owner_code"], product["price"], product["product_variant"]["size"]) == ("iou342oi", 125, "L")
    assert told["basket"]["basket_timezone_name"] == "UTC"


def test_a_basket_of_nobody_in_the_older_form(shop: Shop) -> None:
    caller = shop.caller(BEFORE | {"X-Spaaza-API-version": "1.1.7"})
    request = {
        "entity": {"entity_type": "chain", "entity_id": "1739", "branch_business_owner_code": "0123"},
        "user": None,
        "basket": {
            "retailer_basket_code": "70401",
            "basket_total_price": 234.33,
            "basket_timestamp_iso8601": "2017-07-27T07:48:45+02:00",
            "basket_timezone_name": "Europe/Amsterdam",
            "basket_items": [{"item_barcode": "2913458432854", "retailer_item_code": "abcdef", "item_price": 234.33}],
        },
    }
    told = results(caller, ADD, request)
    assert missing(documented(ADD, "anonymous"), told) == set()
    assert told["basket"]["business"] == {"id": 1411}


@pytest.mark.parametrize("name", ["byItemCode", "byBarcode"])
def test_a_return_by_itself(shop: Shop, name: str) -> None:
    caller = shop.caller(BEFORE)
    request = sample("/auth/return", name)
    item = request["return"]["items"][0]
    bought = {
        "item_barcode": item.get("item_barcode", "x"),
        "retailer_item_code": item.get("owner_code", "y"),
        "item_quantity": 4,
        "item_price": 5,
    }
    entity = {"entity_type": "chain", "entity_id": 1739, "branch_business_owner_code": "501"}
    basket = {"retailer_basket_code": "#555-test-receipt", "basket_items": [bought]}
    id = results(caller, ADD, {"entity": entity, "user": None, "basket": basket})["basket"]["id"]
    details = request["return"] | {"original_basket_id": str(id)}
    told = results(caller, "/auth/return", {"entity": {"entity_type": "chain", "entity_id": "1739"}, "return": details})
    shown = operation("/auth/return")["responses"]["200"]["content"]["application/json"]["example"]["results"]
    assert missing(shown, told) == set()
    assert told["result_type"] == "return-handler"
