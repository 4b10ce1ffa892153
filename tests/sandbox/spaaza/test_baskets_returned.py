"""What comes back: how the original is found, and what of vouchers and earnings comes back with it."""

from __future__ import annotations

from typing import Any

import pytest

from .baskets import (
    ANN,
    BOB,
    FIFTY,
    GLOVES,
    QUARTER,
    SWEATER,
    WALLET,
    Till,
    applied,
    back,
    children,
    item,
    named,
    shares,
    voucher,
)
from .campaigns import card, stand_still
from .conftest import Shop
from .holdings import held, saved


@pytest.fixture
def till(api: Shop) -> Till:
    return Till(stand_still(api).privileged)


def rules(api: Shop, **given: bool) -> None:
    api.box.seed({"spaaza": {"chains": [{"id": 1743, "rules": given}]}})


def returned(told: dict[str, Any]) -> list[dict[str, Any]]:
    """What came back in a basket."""
    return [each for transaction in told["return_transactions"] for each in transaction["returned_items"]]


# --- finding the original


@pytest.fixture
def three(till: Till) -> list[int]:
    """Three purchases: the ids of their baskets."""
    first = till.add("R-1", item(SWEATER, 70, 2, retailer_item_code="a"), item(SWEATER, 71, retailer_item_code="b"))
    second = till.add("R-2", item(SWEATER, 72), supplementary_basket_codes=["S-2"])
    third = till.add("R-3", item(SWEATER, 73), item(GLOVES, 49.5), member=BOB)
    return [each["id"] for each in (first, second, third)]


@pytest.mark.parametrize(
    ("given", "basket", "price"),
    [
        ({"original_retailer_basket_code": "R-1"}, 0, 70),
        ({"original_retailer_basket_code": "R-1", "original_retailer_item_code": "b"}, 0, 71),
        ({"original_retailer_basket_code": "S-2"}, 1, 72),
        ({"original_supplementary_basket_code": "S-2"}, 1, 72),
        ({"original_retailer_basket_code": "R-1", "original_supplementary_basket_code": "S-2"}, 0, 70),
        ({"original_retailer_basket_code": "R-3"}, 2, 73),
        ({}, 1, 72),
    ],
)
def test_the_original_is_found(till: Till, three: list[int], given: dict[str, Any], basket: int, price: float) -> None:
    told = till.add("X-1", back(SWEATER, **given))
    assert told["return_transactions"][0]["basket_id"] == three[basket]
    assert told["return_transactions"][0]["returning_basket_id"] == told["id"]
    (row,) = returned(told)
    assert (row["sale_price"], row["return_price"], row["quantity"]) == (price, -price, 1)
    assert told["basket_items"] == []


@pytest.mark.usefixtures("three")
def test_without_a_code_the_newest_that_is_left_is_taken(till: Till) -> None:
    assert [returned(till.add(f"X-{n}", back(SWEATER)))[0]["sale_price"] for n in range(4)] == [72, 70, 70, 71]
    assert till.refused("X-5", back(SWEATER)) == 310


@pytest.mark.usefixtures("three")
def test_what_was_never_bought_does_not_come_back(till: Till) -> None:
    assert till.refused("X-1", back(SWEATER, original_retailer_basket_code="R-99")) == 309
    assert till.refused("X-1", back(SWEATER, original_supplementary_basket_code="R-1")) == 309
    assert till.refused("X-1", back(GLOVES, original_retailer_basket_code="R-1")) == 309
    assert (
        till.refused("X-1", back(SWEATER, original_retailer_basket_code="R-1", original_retailer_item_code="c")) == 309
    )
    assert till.refused("X-1", back(GLOVES)) == 309
    assert till.refused("X-1", back(SWEATER), member=None) == 309
    for path in ("/auth/add-basket", "/auth/get-basket-price"):
        assert till.refused("X-1", back(SWEATER, quantity=3, original_retailer_basket_code="R-1"), path=path) == 310


@pytest.mark.usefixtures("three")
def test_one_basket_cannot_bring_back_more_than_was_bought(till: Till) -> None:
    twice = [back(SWEATER, original_retailer_basket_code="R-2")] * 2
    assert till.refused("X-1", *twice) == 310
    assert till.refused("X-1", *twice, path="/auth/get-basket-price") == 310


@pytest.mark.usefixtures("three")
def test_items_of_different_baskets_are_different_returns(till: Till) -> None:
    codes = ("R-1", "R-2", "R-1")
    told = till.add("X-1", *(back(SWEATER, original_retailer_basket_code=code) for code in codes))
    assert [len(each["returned_items"]) for each in told["return_transactions"]] == [2, 1]


@pytest.mark.usefixtures("three")
def test_no_more_is_paid_back_than_was_paid(till: Till) -> None:
    assert till.refused("X-1", back(SWEATER, -72.01, original_retailer_basket_code="R-2")) == 407
    told = till.add("X-1", back(SWEATER, -60, original_retailer_basket_code="R-2"))
    assert returned(told)[0]["return_price"] == -60


def test_parts_of_a_quantity_come_back(till: Till) -> None:
    till.add("R-1", item("kg", 3.99, 10.5))
    till.add("X-1", back("kg", quantity=4.25))
    till.add("X-2", back("kg", quantity=6.25))
    assert till.refused("X-3", back("kg", quantity=0.001)) == 310


def test_a_return_has_the_currency_of_the_purchase(till: Till) -> None:
    till.add("R-1", item(SWEATER, 70), basket_currency={"currency_code": "GBP"})
    assert till.add("X-1", back(SWEATER))["currency_id"] == 3


# --- what comes back with it


def test_a_voucher_comes_back_as_a_new_one(api: Shop, till: Till) -> None:
    till.add("R-1", item(SWEATER, 100, 3), item(GLOVES, 100), basket_vouchers=named(FIFTY))
    (row,) = returned(till.add("X-1", back(SWEATER)))
    (refund,) = row["voucher_distribution_refunds"]
    assert (refund["voucher_id"], refund["amount"]) == (FIFTY, 12.5)
    (new,) = children(api, FIFTY)
    assert (new["voucher_amount"], new["voucher_status"]) == (12.5, "claimed")


def test_an_item_that_comes_back_in_parts_brings_all_of_its_share(api: Shop, till: Till) -> None:
    id = voucher(api, voucher_amount=1)
    till.add("R-1", item(SWEATER, 50, 3), basket_vouchers=named(id))
    parts = [
        returned(till.add(f"X-{n}", back(SWEATER)))[0]["voucher_distribution_refunds"][0]["amount"] for n in range(3)
    ]
    assert parts == [0.33, 0.33, 0.34]


def test_the_share_of_a_percentage_comes_back_as_money(api: Shop, till: Till) -> None:
    till.add("R-1", item(SWEATER, 100), basket_vouchers=named(QUARTER))
    till.add("X-1", back(SWEATER))
    (new,) = children(api, QUARTER)
    assert (new["voucher_type"], new["voucher_amount"]) == ("basket", 25)


def test_money_of_the_wallet_comes_back_to_the_wallet(api: Shop, till: Till) -> None:
    id = voucher(api, WALLET, voucher_amount=50)
    before = saved(api)
    till.add("R-1", item(SWEATER, 100, 2), basket_vouchers=named(id), basket_total_price=0)
    till.add("X-1", back(SWEATER))
    assert saved(api) == before + 25
    assert children(api, id) == []


def test_a_voucher_that_would_have_expired_since_comes_back_usable(api: Shop, till: Till) -> None:
    id = voucher(api, voucher_amount=10, expiry_date="2026-04-01 00:00:00")
    till.add("R-1", item(SWEATER, 100), basket_vouchers=named(id))
    api.box.clock.advance("P60D")
    till.add("X-1", back(SWEATER))
    (new,) = children(api, id)
    assert applied(till.add("R-2", item(SWEATER, 100), basket_vouchers=named(new["voucher_id"]))) == {
        new["voucher_id"]: 10
    }


def test_what_was_earned_is_taken_back(api: Shop, till: Till) -> None:
    before = card(api)["points"]["saved_amount"]
    till.add("R-1", item(SWEATER, 33.50, 2), item(GLOVES, 33), basket_total_price=100)
    told = till.add("X-1", back(SWEATER))
    (row,) = returned(told)
    assert {each["campaign_id"]: each["amount"] for each in row["purchase_progress_distribution_reclaims"]} == {
        117: -33,
        116: -1.67,
    }
    progress = {each["purchase_progress_campaign_id"]: each for each in told["purchase_progress"]}
    assert (progress[117]["purchase_progress_amount"], progress[117]["returned_item_id"]) == (-33, row["id"])
    assert progress[117]["contributing_campaign"] is None
    till.add("X-2", back(SWEATER))
    till.add("X-3", back(GLOVES))
    assert card(api)["points"]["saved_amount"] == before


def test_the_one_who_bought_gets_it_back_whoever_returns_it(api: Shop, till: Till) -> None:
    till.add("R-1", item(SWEATER, 100), basket_vouchers=named(FIFTY), basket_total_price=50)
    points = card(api)["points"]["saved_amount"]
    told = till.add("X-1", back(SWEATER, original_retailer_basket_code="R-1"), item(GLOVES, 49.5), member=BOB)
    assert applied(told) == {}
    assert told["regenerated_rewards"] == []
    assert [each["voucher_amount"] for each in children(api, FIFTY)] == [50]
    assert card(api)["points"]["saved_amount"] == points - 50


@pytest.mark.parametrize(("allowed", "user_id"), [(True, 1107604), (False, None)])
def test_a_chain_may_know_the_shopper_of_a_return_by_its_original(
    api: Shop, till: Till, allowed: bool, user_id: int | None
) -> None:
    rules(api, anonymous_returns=allowed)
    till.add("R-1", item(SWEATER, 100), basket_vouchers=named(FIFTY))
    body = {
        "entity": {"entity_type": "chain", "entity_id": 1743},
        "user": None,
        "basket": {
            "retailer_basket_code": "X-1",
            "basket_platform_type": "online",
            "basket_items": [back(SWEATER, original_retailer_basket_code="R-1")],
        },
    }
    results = till.send("/auth/add-basket", body)
    assert (results["user"] and results["user"]["spaaza_user_id"]) == user_id
    assert [each["voucher_amount"] for each in children(api, FIFTY)] == [50]


# --- exchanges


def test_an_exchange_redeems_at_once_what_comes_back(api: Shop, till: Till) -> None:
    bought = till.add("R-1", item(SWEATER, 79.95), basket_vouchers=named(FIFTY))
    lines = [back(SWEATER, -29.95), item(GLOVES, 49.5)]
    price = till.price("X-1", *lines, basket_total_price=19.55)
    (offered,) = (each for each in price["regenerated_rewards"])
    assert (offered["voucher_key"], offered["voucher_id"], offered["voucher_status"]) == (None, None, "claimed")
    assert offered["generating_return_transaction"] == {
        "return_transaction_id": None,
        "returning_basket_id": None,
        "returning_basket_retailer_basket_code": "X-1",
    }
    assert offered["parent_voucher"]["redeeming_basket"] == {"basket_id": bought["id"], "retailer_basket_code": "R-1"}
    assert "id" not in price["return_transactions"][0]
    assert FIFTY not in applied(price)
    assert held(api, FIFTY)["voucher_status"] == "redeemed"
    told = till.add("X-1", *lines)
    (made,) = told["regenerated_rewards"]
    assert made in told["basket_vouchers_applied"]
    assert (made["voucher_status"], made["voucher_amount"], shares(told)) == ("redeemed", 49.5, [49.5])
    assert made["generating_return_transaction"]["return_transaction_id"] == told["return_transactions"][0]["id"]
    assert [each["voucher_amount"] for each in children(api, made["voucher_id"])] == [0.5]


def test_what_comes_back_goes_before_other_vouchers(api: Shop, till: Till) -> None:
    till.add("R-1", item(SWEATER, 100), basket_vouchers=named(FIFTY))
    other = voucher(api, voucher_amount=30)
    told = till.add("X-1", back(SWEATER), item(GLOVES, 60), basket_vouchers=named(other))
    assert sorted(applied(told).values()) == [10, 50]


def test_a_chain_may_leave_what_comes_back_to_the_shopper(api: Shop, till: Till) -> None:
    rules(api, regenerate_rewards=False)
    till.add("R-1", item(SWEATER, 100), basket_vouchers=named(FIFTY))
    told = till.add("X-1", back(SWEATER), item(GLOVES, 60))
    assert (told["regenerated_rewards"], applied(told)) == ([], {})
    assert [each["voucher_amount"] for each in children(api, FIFTY)] == [50]


# --- returns by themselves


def test_an_item_comes_back_by_its_code(api: Shop, till: Till) -> None:
    bought = till.add("R-1", item(SWEATER, 100, 4, retailer_item_code="line_0"), basket_vouchers=named(FIFTY))
    told = till.give_back(
        bought["id"], {"owner_code": "line_0", "quantity": 3}, return_owner_code="B-1", note="too big"
    )
    assert (told["basket_id"], told["retailer_basket_code"]) == (bought["id"], "R-1")
    assert [each["owner_code"] for each in told["returned_items"]] == ["line_0"]
    assert [each["voucher_amount"] for each in children(api, FIFTY)] == [37.5]
    till.give_back("R-1", {"item_barcode": SWEATER, "quantity": 1})
    assert sorted(each["voucher_amount"] for each in children(api, FIFTY)) == [12.5, 37.5]


@pytest.mark.parametrize(
    ("details", "code"),
    [
        ({"original_basket_id": 99, "items": [{"item_barcode": SWEATER, "quantity": 1}]}, 308),
        ({"original_retailer_basket_code": "R-9", "items": [{"item_barcode": SWEATER, "quantity": 1}]}, 308),
        ({"original_retailer_basket_code": "R-1", "items": [{"item_barcode": GLOVES, "quantity": 1}]}, 309),
        ({"original_retailer_basket_code": "R-1", "items": [{"owner_code": "b", "quantity": 1}]}, 309),
        (
            {
                "original_retailer_basket_code": "R-1",
                "items": [{"owner_code": "a", "item_barcode": GLOVES, "quantity": 1}],
            },
            309,
        ),
        ({"original_retailer_basket_code": "R-1", "items": [{"owner_code": "a", "quantity": 2}]}, 310),
        ({"original_retailer_basket_code": "R-1", "items": [{"owner_code": "a", "quantity": 1}] * 2}, 310),
        ({"original_retailer_basket_code": "R-1", "items": [{"owner_code": "a", "quantity": 1e-9}]}, 419),
        ({"original_retailer_basket_code": "R-1", "items": [{"quantity": 1}]}, 3),
        ({"items": [{"owner_code": "a", "quantity": 1}]}, 3),
    ],
)
def test_what_cannot_come_back_is_refused(api: Shop, till: Till, details: dict[str, Any], code: int) -> None:
    till.add("R-1", item(SWEATER, 100, retailer_item_code="a"))
    body = {"entity": {"entity_type": "chain", "entity_id": 1743}, "return": details}
    assert api.privileged.refusal("POST", "/auth/return", json=body) == code
    till.give_back("R-1", {"owner_code": "a", "quantity": 1})


def test_another_chain_cannot_bring_it_back(api: Shop, till: Till) -> None:
    bought = till.add("R-1", item(SWEATER, 100))
    details = {"original_basket_id": bought["id"], "items": [{"item_barcode": SWEATER, "quantity": 1}]}
    body = {"entity": {"entity_type": "chain", "entity_id": 1752}, "return": details}
    assert api.foreign.refusal("POST", "/auth/return", json=body) == 308
    body["entity"]["entity_id"] = 1743
    assert api.foreign.refusal("POST", "/auth/return", json=body) == 68
    assert api.reader.refusal("POST", "/auth/return", json=body) == 68


def test_ids_may_stand_in_quotes(till: Till) -> None:
    entity = {"entity_type": "chain", "entity_id": "1743"}
    bought = till.add("R-1", item(SWEATER, 100), entity=entity, member=ANN)
    details = {"original_basket_id": str(bought["id"]), "items": [{"item_barcode": SWEATER, "quantity": 1}]}
    assert till.send("/auth/return", {"entity": entity, "return": details})["basket_id"] == bought["id"]
