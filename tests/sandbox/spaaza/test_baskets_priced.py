"""The price of a basket: what applies to it, what is locked, and that nothing else stays."""

from __future__ import annotations

from typing import Any

import pytest

from .baskets import (
    ANN,
    FIFTY,
    GLOVES,
    HONOUR,
    PANTS,
    QUARTER,
    SWEATER,
    Till,
    applied,
    back,
    basket,
    item,
    named,
    shares,
)
from .campaigns import stand_still
from .conftest import Shop
from .holdings import held
from .laws import everything

TENTH = 150
"""The basket campaign of the seed: a tenth off online from €150."""


@pytest.fixture
def till(api: Shop) -> Till:
    return Till(stand_still(api).privileged)


def test_all_that_the_shopper_has_claimed_applies(till: Till) -> None:
    told = till.price("R-1", item(SWEATER, 79.95, 2), item(GLOVES, 49.5), basket_total_price=209.4)
    assert applied(told) == {FIFTY: 50, QUARTER: 52.35}
    assert [each["voucher_id"] for each in told["honour_vouchers_applied"]] == [HONOUR]
    assert [each["voucher_status"] for each in told["basket_vouchers_applied"]] == ["claimed", "claimed"]
    assert (told["basket_total_price"], told["basket_total_price_adjusted"]) == (209.4, 107.05)
    assert sum(shares(told)) == pytest.approx(102.35)


def test_a_price_says_what_the_purchase_would_earn(till: Till) -> None:
    told = till.price("R-1", item(SWEATER, 200), basket_total_price=200)
    assert told["basket_total_price_adjusted"] == 100
    assert {
        each["purchase_progress_campaign_id"]: each["purchase_progress_amount"] for each in told["purchase_progress"]
    } == {117: 100, 116: 5}


def test_without_a_total_the_items_are_the_total(till: Till) -> None:
    told = till.price("R-1", item(SWEATER, 79.95, 2), member=None)
    assert (told["basket_total_price"], told["basket_total_price_adjusted"]) == (0, 159.9)


def test_nobody_gets_nothing_off(till: Till) -> None:
    results = till.send("/auth/get-basket-price", basket("R-1", item(SWEATER, 200), member=None))
    assert results["user"] is None
    told = results["basket"]
    assert (told["basket_vouchers_applied"], told["honour_vouchers_applied"], told["purchase_progress"]) == (
        [],
        [],
        None,
    )


def test_nothing_stays_but_the_locks(api: Shop, till: Till) -> None:
    before = everything(api.box.app.store)
    till.price("R-1", item(SWEATER, 200), item("unheard-of", 3, retailer_product_code="NEW"))
    after = everything(api.box.app.store)
    changed = {name for name, rows in after.items() if rows != before[name]}
    assert changed == {"spaaza_vouchers"}
    assert held(api, FIFTY)["voucher_locked"] is True
    assert held(api, FIFTY)["voucher_status"] == "claimed"
    assert held(api, 35735)["voucher_locked"] is False


def test_the_same_question_has_the_same_answer(till: Till) -> None:
    lines = [item(SWEATER, 79.95, 2), item(PANTS, 59.99)]
    first = till.price("R-1", *lines, basket_platform_type="online")
    assert till.price("R-1", *lines, basket_platform_type="online") == first


def test_a_price_locks_for_five_minutes(api: Shop, till: Till) -> None:
    till.price("R-1", item(SWEATER, 200))
    api.box.clock.advance("PT4M59S")
    assert held(api, FIFTY)["voucher_locked"] is True
    api.box.clock.advance("PT1S")
    assert held(api, FIFTY)["voucher_locked"] is False


def test_a_price_does_not_shorten_a_lock(api: Shop, till: Till) -> None:
    api.privileged.put("/lock-voucher", {"voucher_id": FIFTY, "voucher_lock_period": 3600})
    till.price("R-1", item(SWEATER, 200))
    api.box.clock.advance("PT30M")
    assert held(api, FIFTY)["voucher_locked"] is True


def test_a_lock_lets_any_basket_of_the_shoppers_redeem(till: Till) -> None:
    till.price("R-1", item(SWEATER, 200), voucher_locking_code="L")
    assert FIFTY in applied(till.add("R-2", item(SWEATER, 200), basket_vouchers=named(FIFTY)))


@pytest.mark.parametrize(
    ("priced", "added", "redeemed"),
    [
        ({}, {"code": "R-1"}, True),
        ({}, {"code": "R-2"}, False),
        ({"voucher_locking_code": "L"}, {"code": "R-2", "voucher_locking_code": "L"}, True),
        ({"voucher_locking_code": "L"}, {"code": "R-1", "voucher_locking_code": "M"}, False),
        ({"voucher_locking_code": "L"}, {"code": "R-1"}, False),
    ],
)
def test_an_exclusive_lock_lets_one_basket_redeem(
    till: Till, priced: dict[str, Any], added: dict[str, Any], redeemed: bool
) -> None:
    told = till.price("R-1", item(SWEATER, 200), basket_vouchers_lock_exclusively=True, **priced)
    (fifty,) = (each for each in told["basket_vouchers_applied"] if each["voucher_id"] == FIFTY)
    assert fifty["voucher_basket_owner_code_exclusive"] == "R-1"
    assert fifty["voucher_locking_code"] == priced.get("voucher_locking_code", "")
    code = added.pop("code")
    assert (FIFTY in applied(till.add(code, item(SWEATER, 200), basket_vouchers=named(FIFTY), **added))) == redeemed


def test_a_voucher_that_another_basket_holds_does_not_apply(till: Till) -> None:
    till.price("R-1", item(SWEATER, 200), basket_vouchers_lock_exclusively=True)
    assert applied(till.price("R-2", item(SWEATER, 200))) == {}
    assert FIFTY in applied(till.price("R-1", item(SWEATER, 200)))


def test_shares_that_are_said_count_in_a_price_too(till: Till) -> None:
    share = [{"voucher_id": FIFTY, "voucher_distribution_amount": 8}]
    told = till.price("R-1", item(SWEATER, 100, basket_voucher_distribution=share), item(GLOVES, 100))
    assert shares(told, FIFTY) == [8, 0]
    assert shares(told, QUARTER) == [23, 25]


def test_a_share_of_a_voucher_that_does_not_apply_leaves_a_warning(till: Till) -> None:
    share = [
        {"voucher_id": 35735, "voucher_distribution_amount": 8},
        {"voucher_id": 1, "voucher_distribution_amount": 1},
    ]
    assert shares(till.price("R-1", item(SWEATER, 100, basket_voucher_distribution=share), member=ANN), 35735) == [0]
    assert till.codes() == [294, 183]


def test_a_variable_price_applies_to_its_product(api: Shop, till: Till) -> None:
    for id in (35739, 35740):
        api.privileged.post("/claim-voucher", {"voucher_id": id, "user_id": 1107604})
    told = till.price("R-1", item(SWEATER, 79.95, 3), item(GLOVES, 49.5), item("x", 10), basket_total_price=299.35)
    vouchers = [[each["voucher_id"] for each in line.get("item_vouchers", [])] for line in told["basket_items"]]
    assert vouchers == [[35739], [35740], []]
    assert [line["item_subtotal"] for line in told["basket_items"]] == [224.85, 47.5, 10]
    assert told["basket_total_price_adjusted"] == pytest.approx(299.35 - 15 - 2 - sum(shares(told)))
    assert held(api, 35739)["voucher_locked"] is True


# --- basket campaigns


def online(till: Till, code: str = "R-1", price: float = 200, **more: Any) -> list[dict[str, Any]]:
    """The vouchers that the basket campaign gives for a basket."""
    told = till.price(code, item(GLOVES, price), basket_platform_type="online", **more)
    return [each for each in told["basket_vouchers_applied"] if each["campaign_id"] == TENTH]


def test_a_basket_campaign_gives_a_voucher_that_the_purchase_redeems(till: Till) -> None:
    (voucher,) = online(till)
    assert (voucher["voucher_amount"], voucher["campaign_type"], voucher["voucher_locked"]) == (20, "basket", True)
    told = till.add(
        "R-1", item(GLOVES, 200), basket_platform_type="online", basket_vouchers=named(voucher["voucher_key"])
    )
    assert applied(told) == {voucher["voucher_id"]: 20}


def test_a_basket_campaign_counts_what_it_says(till: Till) -> None:
    assert online(till, price=149.99) == []
    assert online(till, member="404066") == [], "not in the programme"
    assert [
        each for each in till.price("R-1", item(GLOVES, 200))["basket_vouchers_applied"] if each["campaign_id"] == TENTH
    ] == []
    told = till.price("R-1", item(GLOVES, 150), item(PANTS, 100), basket_platform_type="online")
    (voucher,) = (each for each in told["basket_vouchers_applied"] if each["campaign_id"] == TENTH)
    assert (voucher["voucher_amount"], shares(told, voucher["voucher_id"])) == (15, [15, 0])


def test_another_price_with_the_same_locking_code_has_a_new_voucher_in_place_of_the_old(api: Shop, till: Till) -> None:
    (first,) = online(till, voucher_locking_code="L")
    (again,) = online(till, voucher_locking_code="L")
    assert again == first
    (elsewhere,) = online(till, code="R-9", voucher_locking_code="M")
    (second,) = online(till, price=300, voucher_locking_code="L")
    assert second["voucher_key"] != first["voucher_key"]
    told = till.add("R-1", item(GLOVES, 300), basket_vouchers=named(first["voucher_key"]), voucher_locking_code="L")
    assert (applied(told), till.codes()) == ({}, [183])
    assert held(api, elsewhere["voucher_id"])["voucher_status"] == "claimed"


def test_the_voucher_of_a_basket_campaign_is_for_its_basket_alone(api: Shop, till: Till) -> None:
    (voucher,) = online(till, voucher_locking_code="L")
    api.box.clock.advance("PT1H")
    assert voucher["voucher_id"] not in applied(till.price("R-2", item(SWEATER, 100)))


def test_what_a_basket_campaign_gave_does_not_come_back(till: Till) -> None:
    (voucher,) = online(till, member="1107605")
    till.add(
        "R-1",
        item(GLOVES, 200),
        basket_platform_type="online",
        basket_vouchers=named(voucher["voucher_key"]),
        member="1107605",
    )
    told = till.add("R-2", back(GLOVES, -180), member="1107605")
    assert "voucher_distribution_refunds" not in told["return_transactions"][0]["returned_items"][0]
