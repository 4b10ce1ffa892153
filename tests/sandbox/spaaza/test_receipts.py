"""Receipts on the services host: of a member, and one by its id."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from retail_sandbox.spaaza.basket_tables import Product, Variant, VoucherRefund
from retail_sandbox.spaaza.tables import Chain

from .conftest import ACME, ADMIN, FOREIGN, HOST, PRIVILEGED, Caller, Shop
from .conftest import ANN as ANNS_SESSION
from .conftest import BOB as BOBS_SESSION
from .purchases import ANN, BOB, SWEATER, came_back, earned, redeemed, stored, write

GLOVES: dict[str, Any] = {"product_id": 18606, "variant_id": 3, "barcode": "2913458439012", "price": "49.50"}


@pytest.fixture
def services(api: Shop) -> Caller:
    return api.caller(PRIVILEGED, "spaaza-services")


def read(services: Caller, id: int) -> Any:
    answer = services.send("GET", f"/receipts/{id}")
    assert answer.status_code == 200, answer.text
    return answer.json()


def listed(caller: Caller, shopper_id: int = ANN) -> list[int]:
    return [receipt["id"] for receipt in caller.get("/receipts", {"shopper_id": shopper_id})]


def test_a_receipt_tells_the_purchase_the_branch_and_the_member(api: Shop, services: Caller) -> None:
    stored(
        api,
        901,
        total="79.95",
        taxes=[{"rate": "0.21", "total": "13.88"}],
        payments=[{"method": "cash", "amount": "79.95"}],
    )
    receipt = read(services, 901)
    assert (receipt["id"], receipt["timestamp"], receipt["type"]) == (901, "2026-03-02T15:30:00Z", "in_store")
    assert (receipt["quantity"], receipt["subtotal"], receipt["total_value"]) == (1, 66.07, 79.95)
    assert receipt["payment_method"] == "cash"
    assert receipt["tax_lines"] == [{"tax_value": 13.88, "order_value": 66.1, "rate": 0.21}]
    assert receipt["chain"]["name"] == "ACME"
    assert receipt["chain"]["currency"] == "Euro"
    assert receipt["chain"]["receipts_service_active"] is True
    assert receipt["chain"]["business"]["address"] == {
        "address_1": "Herengracht 504",
        "address_2": "",
        "address_3": "",
        "towncity": "Amsterdam",
        "postal_code": "1017 CB",
        "country_code": "NL",
        "location": {"lat": 52.370216, "lon": 4.895168},
    }
    shopper = receipt["shopper"]
    assert (shopper["id"], shopper["entity_code"], shopper["birthday"]) == (ANN, "404064", "1986-01-30")
    assert shopper["total_points_balance"] == 442
    assert receipt["loyalty_status"]["name"] == "Bronze"
    assert receipt["template_content"] == {"subject": "Your receipt from ACME", "background_color": "#000000"}


def test_a_line_tells_the_product_and_its_look(api: Shop, services: Caller) -> None:
    def dress(db: Any) -> None:
        db.get_one(Variant, 1).image_url = "https://acme.example.com/sweater.jpg"
        db.get_one(Product, 18605).category = "Sweaters"

    write(api, dress)
    stored(api, 901, items=[SWEATER | {"quantity": "2", "price": "70", "original_price": "79.95"}])
    (line,) = read(services, 901)["line_items"]
    assert line == {
        "product_id": 18605,
        "barcode": "2913458432854",
        "sku": "SWT-1-L",
        "name": "Winter sweater",
        "description": "Wool, knitted.",
        "type": "Sweaters",
        "original_price": 79.95,
        "quantity": 2,
        "sale_price": 70,
        "vouchers": 0,
        "metadata": {"color": "white", "size": "L", "image": "https://acme.example.com/sweater.jpg"},
        "sale_discount": "9.95",
    }


def test_what_nobody_knows_is_blank(api: Shop, services: Caller) -> None:
    stored(api, 901, branch_id=None, items=[{"price": "3", "identified": False}])
    receipt = read(services, 901)
    (line,) = receipt["line_items"]
    assert (line["product_id"], line["barcode"], line["sku"], line["name"]) == (0, "", "", "")
    assert receipt["payment_method"] == "unknown"
    assert receipt["chain"]["business"]["id"] == 0
    assert receipt["shopper"]["shipping_address"]["location"] == {"lat": 0, "lon": 0}


def test_vouchers_are_told_with_the_receipt_and_with_their_lines(api: Shop, services: Caller) -> None:
    stored(api, 901, items=[SWEATER | {"quantity": "2"}, GLOVES], total="159.40")
    redeemed(api, 35736, 901, "38.18", "11.82")
    redeemed(api, 35739, 901, off_one="5")
    receipt = read(services, 901)
    assert [line["vouchers"] for line in receipt["line_items"]] == [48.18, 11.82]
    assert receipt["basket_vouchers"] == [
        {"campaign_title": "Earn €5 on signup", "voucher_text": "Fifty off", "amount": 50, "type": "basket"},
        {"campaign_title": "Two euros off gloves", "voucher_text": "A price for you", "amount": 5, "type": "var_price"},
    ]


def test_wallets_tell_what_was_earned_and_the_balance_directly_after_the_purchase(api: Shop, services: Caller) -> None:
    stored(api, 901)
    earned(api, 1001, "79", wallet=117, basket_id=901, by=118)
    earned(api, 1002, "4", wallet=116, basket_id=901, by=119)
    stored(api, 902)
    earned(api, 1003, "10", wallet=117, basket_id=902, by=118)
    receipt = read(services, 901)
    assert receipt["points_wallet"] == {
        "title": "ACME Points",
        "total": 521,
        "contributions": [{"amount": 79, "campaign_title": "A point for every euro"}],
    }
    assert receipt["monetary_wallet"] == {
        "title": "ACME Wallet",
        "total": 174,
        "contributions": [{"amount": 4, "campaign_title": "Five percent back"}],
    }
    assert read(services, 902)["points_wallet"]["total"] == 531


def test_a_purchase_that_earned_nothing_tells_the_balance(api: Shop, services: Caller) -> None:
    stored(api, 901)
    assert read(services, 901)["monetary_wallet"] == {"title": "ACME Wallet", "total": 170, "contributions": []}


def test_what_came_back_is_a_line_below_zero(api: Shop, services: Caller) -> None:
    stored(api, 901)
    stored(api, 902, items=[GLOVES], total="-30.45")
    came_back(api, 71, 9010, "-79.95", basket_id=902)
    receipt = read(services, 902)
    assert [(line["sale_price"], line["quantity"]) for line in receipt["line_items"]] == [(49.5, 1), (-79.95, 1)]
    assert receipt["quantity"] == 1
    assert receipt["total_value"] == -30.45
    assert [line["sale_price"] for line in read(services, 901)["line_items"]] == [79.95]


def test_what_comes_back_of_vouchers_with_an_item_is_told_on_its_line(api: Shop, services: Caller) -> None:
    stored(api, 901)
    redeemed(api, 35736, 901, "5")
    stored(api, 902, items=[])
    came_back(api, 71, 9010, "-79.95", basket_id=902)
    refund = VoucherRefund(returned_item_id=71, voucher_id=35736, new_voucher_id=None, amount=Decimal(5))
    write(api, lambda db: db.add(refund))
    assert [line["vouchers"] for line in read(services, 902)["line_items"]] == [-5]


def test_the_receipts_of_a_member_come_newest_first(api: Shop, services: Caller) -> None:
    stored(api, 901)
    stored(api, 902)
    stored(api, 903, user_id=BOB)
    assert listed(services) == [902, 901]
    assert listed(services, BOB) == [903]


def test_a_member_without_purchases_has_an_empty_list(services: Caller) -> None:
    assert listed(services) == []


def test_a_member_sees_their_own_receipts_alone(api: Shop) -> None:
    stored(api, 901)
    ann, bob = api.caller(ANNS_SESSION, "spaaza-services"), api.caller(BOBS_SESSION, "spaaza-services")
    assert listed(ann) == [901]
    assert ann.send("GET", "/receipts/901").status_code == 200
    assert bob.refusal("GET", "/receipts", {"shopper_id": ANN}) == 215
    assert bob.refusal("GET", "/receipts/901") == 424


def test_a_member_says_the_apps_host_name(api: Shop) -> None:
    bare = {name: value for name, value in ANNS_SESSION.items() if name != HOST}
    assert api.caller(bare, "spaaza-services").refusal("GET", "/receipts/901") == 269


def test_an_administrator_reads_the_receipts_of_a_chain_of_theirs(api: Shop) -> None:
    stored(api, 901)
    assert listed(api.caller({**ADMIN, "X-Spaaza-Session-Chain-Id": "1743"}, "spaaza-services")) == [901]
    assert listed(api.caller({**ADMIN, **ACME}, "spaaza-services")) == [901]
    elsewhere = api.caller({**ADMIN, "X-Spaaza-Session-Chain-Id": "1752"}, "spaaza-services")
    assert elsewhere.refusal("GET", "/receipts/901") == 68


def test_no_chain_sees_the_receipts_of_another(api: Shop) -> None:
    stored(api, 901)
    foreign = api.caller(FOREIGN, "spaaza-services")
    assert foreign.refusal("GET", "/receipts/901") == 336
    assert foreign.refusal("GET", "/receipts", {"shopper_id": ANN}) == 270


def test_refusals_say_what_is_missing(api: Shop, services: Caller) -> None:
    stored(api, 901, user_id=None)
    stored(api, 902)
    assert services.refusal("GET", "/receipts/900") == 336
    assert services.refusal("GET", "/receipts/901") == 335
    assert services.refusal("GET", "/receipts/x") == 419
    assert services.refusal("GET", "/receipts") == 3
    assert services.refusal("GET", "/receipts", {"shopper_id": 5}) == 270

    def switch_off(db: Any) -> None:
        chain = db.get_one(Chain, 1743)
        chain.rules = chain.rules | {"receipts_service": False}

    write(api, switch_off)
    assert services.refusal("GET", "/receipts/902") == 331
    assert listed(services) == []
