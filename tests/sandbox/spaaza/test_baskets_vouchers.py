"""Vouchers in baskets: which are redeemed, how they fall on the items, and what becomes of the rest."""

from __future__ import annotations

from typing import Any

import pytest

from .baskets import (
    ANN,
    BOB,
    FIFTY,
    GLOVES,
    HONOUR,
    LOYALTY,
    PANTS,
    QUARTER,
    SWEATER,
    WALLET,
    Till,
    applied,
    children,
    item,
    named,
    shares,
    voucher,
)
from .campaigns import ledger, stand_still
from .conftest import Shop
from .holdings import held, saved


@pytest.fixture
def till(api: Shop) -> Till:
    return Till(stand_still(api).privileged)


def seeded(api: Shop, rules: dict[str, Any], **fields: Any) -> int:
    """A claimed voucher of Ann's of a campaign with these rules."""
    campaign = {"id": 901, "type": "signup", "title": "Own rules", "rules": rules}
    member = {"id": 1107604, "username": "ann@example.com", "member_number": ANN}
    member |= {"vouchers": [{"id": 9001, "campaign_id": 901, "status": "claimed"} | fields]}
    api.box.seed({"spaaza": {"chains": [{"id": 1743, "campaigns": [campaign], "members": [member]}]}})
    return 9001


# --- redeeming


def test_a_claimed_voucher_is_redeemed_and_spread_to_the_cent(api: Shop, till: Till) -> None:
    told = till.add(
        "R-1",
        item(SWEATER, 10, 2),
        item(GLOVES, 10),
        item("x", 10),
        basket_vouchers=named(voucher(api, voucher_amount=0.99)),
    )
    assert shares(told) == [0.49, 0.25, 0.25]
    assert list(applied(told).values()) == [0.99]
    assert told["basket_vouchers_applied"][0]["voucher_status"] == "redeemed"


@pytest.mark.parametrize(
    ("amount", "prices", "told"),
    [
        (1, [1, 1, 1], [0.34, 0.33, 0.33]),
        (0.02, [1, 1, 1], [0.01, 0.01, 0]),
        (5, [0.01, 100], [0, 5]),
        (50, [20, 30], [20, 30]),
        (10, [0, 10], [0, 10]),
        (100, [1.11, 2.22], [1.11, 2.22]),
        (1, [3, -2], [1, 0]),
    ],
)
def test_the_cents_left_over_go_to_those_who_lost_most(
    api: Shop, till: Till, amount: float, prices: list[float], told: list[float]
) -> None:
    lines = [item(f"b{index}", price) for index, price in enumerate(prices)]
    assert shares(till.add("R-1", *lines, basket_vouchers=named(voucher(api, voucher_amount=amount)))) == told


def test_a_percentage_is_taken_before_amounts(till: Till) -> None:
    told = till.add("R-1", item(SWEATER, 100), item(GLOVES, 60), basket_vouchers=named(FIFTY, QUARTER))
    assert applied(told) == {FIFTY: 50, QUARTER: 40}
    assert (shares(told, QUARTER), shares(told, FIFTY)) == ([25, 15], [31.25, 18.75])


def test_vouchers_never_take_more_than_the_items_cost(till: Till) -> None:
    told = till.add("R-1", item(SWEATER, 30), basket_vouchers=named(FIFTY, QUARTER))
    assert applied(told) == {QUARTER: 7.5, FIFTY: 22.5}
    told = till.add("R-2", item(SWEATER, 0), basket_vouchers=named(35750), member=BOB)
    assert (applied(told), till.codes()) == ({}, [294])


def test_a_voucher_with_nothing_to_be_spent_on_stays(api: Shop, till: Till) -> None:
    assert applied(till.add("R-1", item(SWEATER, 5, excluded_from_spaaza=True), basket_vouchers=named(FIFTY))) == {}
    assert till.codes() == [273]
    assert held(api, FIFTY)["voucher_status"] == "claimed"


def test_an_honour_voucher_is_redeemed_without_a_value(api: Shop, till: Till) -> None:
    told = till.add("R-1", item(SWEATER, 79.95), honour_vouchers=named(HONOUR))
    (honour,) = told["honour_vouchers_applied"]
    assert (honour["voucher_status"], honour["voucher_honour_code"]) == ("redeemed", "HON00421")
    assert (honour["voucher_amount"], honour["voucher_currency_id"]) == (0, None)
    assert shares(told) == [0]
    assert held(api, HONOUR)["voucher_status"] == "redeemed"


def test_anybody_may_show_an_honour_voucher_of_nobody(api: Shop, till: Till) -> None:
    form = {"campaign_id": LOYALTY, "voucher_type": "honour", "voucher_honour_code": "ALL", "set_claimed": True}
    key = api.privileged.post("/create-voucher", form)["voucher_key"]
    told = till.add("R-1", item(SWEATER, 79.95), honour_vouchers=named(key), member=None)
    assert [each["voucher_key"] for each in told["honour_vouchers_applied"]] == [key]


# --- warnings in place of refusals


@pytest.mark.parametrize(
    ("which", "member", "code"),
    [
        (4711, ANN, 183),
        ("f" * 64, ANN, 183),
        (44974, ANN, 183),
        (35735, ANN, 294),
        (35741, ANN, 436),
        (FIFTY, BOB, 68),
        (FIFTY, None, 68),
        (35739, ANN, 294),
    ],
)
def test_a_voucher_that_cannot_be_redeemed_leaves_a_warning(
    till: Till, which: int | str, member: str | None, code: int
) -> None:
    told = till.add("R-1", item(SWEATER, 79.95), basket_vouchers=named(which), member=member)
    assert (till.codes(), applied(told)) == ([code], {})
    assert till.warnings[0]["message"] == ({"key": which} if isinstance(which, str) else {"voucher_id": which})


def test_a_voucher_is_redeemed_once(till: Till) -> None:
    till.add("R-1", item(SWEATER, 79.95), basket_vouchers=named(FIFTY, FIFTY))
    assert till.codes() == []
    assert applied(till.add("R-2", item(SWEATER, 79.95), basket_vouchers=named(FIFTY))) == {}
    assert till.codes() == [323]


def test_a_voucher_of_another_currency_stays(api: Shop, till: Till) -> None:
    told = till.add("R-1", item(SWEATER, 79.95), basket_vouchers=named(FIFTY), basket_currency={"currency_code": "GBP"})
    assert (applied(told), till.codes()) == ({}, [231])
    assert held(api, FIFTY)["voucher_status"] == "claimed"


# --- locks


@pytest.mark.parametrize(
    ("lock", "basket_code", "locking_code", "redeemed"),
    [
        ({}, "R-1", None, True),
        ({}, "R-1", "other", True),
        ({"retailer_basket_code": "R-1"}, "R-1", None, True),
        ({"retailer_basket_code": "R-1"}, "R-2", None, False),
        ({"retailer_basket_code": "R-1"}, "R-1", "other", True),
        ({"retailer_basket_code": "R-1"}, "R-2", "other", False),
        ({"voucher_locking_code": "L"}, "R-1", "L", True),
        ({"voucher_locking_code": "L"}, "R-1", None, False),
        ({"voucher_locking_code": "L"}, "R-1", "other", False),
        ({"voucher_locking_code": "L", "retailer_basket_code": "R-1"}, "R-2", "L", True),
        ({"voucher_locking_code": "L", "retailer_basket_code": "R-1"}, "R-1", "other", False),
        ({"voucher_locking_code": "L", "retailer_basket_code": "R-1"}, "R-1", None, False),
    ],
)
def test_the_locking_code_goes_before_the_baskets_code(
    api: Shop, till: Till, lock: dict[str, str], basket_code: str, locking_code: str | None, redeemed: bool
) -> None:
    api.privileged.put("/lock-voucher", {"voucher_id": FIFTY, **lock})
    more = {"voucher_locking_code": locking_code} if locking_code else {}
    told = till.add(basket_code, item(SWEATER, 79.95), basket_vouchers=named(FIFTY), **more)
    assert (FIFTY in applied(told), till.codes()) == (redeemed, [] if redeemed else [280])


def test_a_lock_ends(api: Shop, till: Till) -> None:
    api.privileged.put("/lock-voucher", {"voucher_id": FIFTY, "voucher_locking_code": "L"})
    api.box.clock.advance("PT5M")
    assert applied(till.add("R-1", item(SWEATER, 79.95), basket_vouchers=named(FIFTY))) == {FIFTY: 50}


# --- what campaigns exclude


def test_a_campaign_may_exclude_what_is_on_promotion(api: Shop, till: Till) -> None:
    id = seeded(api, {"exclude_promotional": True}, amount=20)
    told = till.add("R-1", item(SWEATER, 10), item(PANTS, 59.99), basket_vouchers=named(id))
    assert (shares(told), applied(told)) == ([10, 0], {id: 10})


def test_an_item_says_itself_whether_it_is_on_promotion(api: Shop, till: Till) -> None:
    id = seeded(api, {"exclude_promotional": True}, amount=20)
    lines = [item(SWEATER, 10, item_is_promotional=True), item(PANTS, 59.99, item_is_promotional=False)]
    assert shares(till.add("R-1", *lines, basket_vouchers=named(id))) == [0, 20]


def test_money_of_the_wallet_is_not_spent_on_promotions(api: Shop, till: Till) -> None:
    id = voucher(api, WALLET, voucher_amount=20)
    assert shares(till.add("R-1", item(SWEATER, 10), item(PANTS, 59.99), basket_vouchers=named(id))) == [10, 0]


def test_a_campaign_may_count_some_products_alone(api: Shop, till: Till) -> None:
    id = seeded(api, {"product_codes": ["GLV-1"]}, amount=20)
    assert shares(till.add("R-1", item(SWEATER, 10), item(GLOVES, 49.5), basket_vouchers=named(id))) == [0, 20]


# --- what is left of a voucher


def test_the_rest_of_a_voucher_is_a_new_one(api: Shop, till: Till) -> None:
    told = till.add("R-1", item(SWEATER, 30), basket_vouchers=named(FIFTY))
    (voucher,) = told["basket_vouchers_applied"]
    assert (voucher["voucher_amount_original"], voucher["voucher_amount_redeemed"]) == (50, 30)
    (rest,) = children(api, FIFTY)
    assert (rest["voucher_amount"], rest["voucher_status"], rest["voucher_text"]) == (20, "claimed", "Fifty off")
    assert applied(till.add("R-2", item(SWEATER, 30), basket_vouchers=named(rest["voucher_id"]))) == {
        rest["voucher_id"]: 20
    }


def test_the_rest_of_a_wallet_voucher_goes_back_to_the_wallet(api: Shop, till: Till) -> None:
    id = voucher(api, WALLET, voucher_amount=100)
    assert saved(api) == 70
    told = till.add("R-1", item(SWEATER, 30), basket_vouchers=named(id), basket_total_price=0)
    assert applied(told) == {id: 30}
    assert saved(api) == 140
    assert children(api, id) == []
    assert ledger(api, campaign_id=WALLET)[0]["amount"] == 70


def test_a_campaign_may_take_a_voucher_whole(api: Shop, till: Till) -> None:
    id = seeded(api, {"redeem_full_value": True}, amount=50)
    assert applied(till.add("R-1", item(SWEATER, 30), basket_vouchers=named(id))) == {id: 30}
    assert children(api, id) == []


# --- shares that the till says


def told_share(voucher: int | str, amount: float) -> dict[str, Any]:
    name = "voucher_key" if isinstance(voucher, str) else "voucher_id"
    return {"basket_voucher_distribution": [{name: voucher, "voucher_distribution_amount": amount}]}


def test_shares_that_are_said_count_and_items_without_one_get_nothing(api: Shop, till: Till) -> None:
    lines = [item(SWEATER, 79.95, **told_share(FIFTY, 8)), item(GLOVES, 49.5)]
    told = till.add("R-1", *lines, basket_vouchers=named(FIFTY))
    assert (shares(told), applied(told)) == ([8, 0], {FIFTY: 8})
    assert [each["voucher_amount"] for each in children(api, FIFTY)] == [42]


def test_shares_that_are_said_go_before_what_a_campaign_wants(api: Shop, till: Till) -> None:
    id = seeded(api, {"exclude_promotional": True, "redeem_full_value": True}, amount=20)
    lines = [item(SWEATER, 10), item(PANTS, 59.99, **told_share(id, 8))]
    assert shares(till.add("R-1", *lines, basket_vouchers=named(id))) == [0, 8]
    assert [each["voucher_amount"] for each in children(api, id)] == [12]


@pytest.mark.parametrize(("said", "told"), [([60, 20], [40, 10]), ([30, 30], [30, 20]), ([0, 0], [0, 0])])
def test_no_more_is_shared_than_there_is(till: Till, said: list[float], told: list[float]) -> None:
    lines = [item("a", 40, **told_share(FIFTY, said[0])), item("b", 60, **told_share(FIFTY, said[1]))]
    assert shares(till.add("R-1", *lines, basket_vouchers=named(FIFTY))) == told
    assert till.codes() == [273]


def test_a_share_of_a_voucher_that_is_not_named_does_nothing(api: Shop, till: Till) -> None:
    till.add("R-1", item(SWEATER, 79.95, **told_share(FIFTY, 8)))
    assert till.codes() == [182]
    assert held(api, FIFTY)["voucher_status"] == "claimed"
    till.add("R-2", item(SWEATER, 79.95, **told_share("0" * 64, 8)))
    assert till.codes() == [183]


# --- prices of items


def own_price(voucher: int, amount: float | None = None) -> dict[str, Any]:
    said = {"voucher_id": voucher} | ({"voucher_amount": amount} if amount is not None else {})
    return {"item_vouchers": [said]}


@pytest.fixture
def claimed(api: Shop) -> Shop:
    for id in (35739, 35740):
        api.privileged.post("/claim-voucher", {"voucher_id": id, "user_id": 1107604})
    return api


def test_a_variable_price_takes_its_amount_off_each(claimed: Shop, till: Till) -> None:
    (line,) = till.add("R-1", item(SWEATER, 79.95, 3, **own_price(35739)))["basket_items"]
    assert (line["item_price"], line["item_original_price"], line["item_subtotal"]) == (74.95, 79.95, 224.85)
    assert [(each["voucher_id"], each["voucher_amount"]) for each in line["item_vouchers"]] == [(35739, 5)]


def test_a_subtotal_may_have_the_variable_price_in_it(claimed: Shop, till: Till) -> None:
    (line,) = till.add("R-1", item(SWEATER, 79.95, 3, item_subtotal=224.85, **own_price(35739)))["basket_items"]
    assert (line["item_price"], line["item_subtotal"]) == (74.95, 224.85)


def test_a_variable_price_is_for_its_product_alone(claimed: Shop, till: Till) -> None:
    (line,) = till.add("R-1", item(GLOVES, 49.5, **own_price(35739)))["basket_items"]
    assert (line["item_price"], till.codes()) == (49.5, [242])


def test_a_till_may_take_off_less(claimed: Shop, till: Till) -> None:
    lines = till.add("R-1", item(SWEATER, 79.95, **own_price(35739, 3)))["basket_items"]
    assert lines[0]["item_price"] == 76.95


def test_one_of_a_range_becomes_the_price_of_the_product_it_was_used_for(claimed: Shop, till: Till) -> None:
    (line,) = till.add("R-1", item(GLOVES, 49.5, **own_price(35740)))["basket_items"]
    assert line["item_price"] == 47.5
    redeemed = held(claimed, 35740)
    assert (redeemed["voucher_status"], redeemed["voucher_type"]) == ("redeemed", "var_price")


def test_one_of_a_range_is_for_the_range_alone(claimed: Shop, till: Till) -> None:
    till.add("R-1", item(SWEATER, 79.95, **own_price(35740)))
    assert till.codes() == [242]
