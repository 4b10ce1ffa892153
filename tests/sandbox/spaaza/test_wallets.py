"""Wallets by hand, and their history."""

from __future__ import annotations

import pytest

from .campaigns import ANN, BOB, POINTS, WALLET, add, buy, card, entry, ledger, seed_campaigns, stand_still
from .conftest import ACME, Shop

PATH = "/auth/add-user-purchase-progress"
OPEN = {"id": 190, "type": "wallet", "title": "Without a maximum"}


@pytest.fixture
def api(api: Shop) -> Shop:
    return stand_still(api)


def test_an_amount_by_hand_is_in_the_wallet(api: Shop) -> None:
    told = add(api, "5.25", reason="Sorry")
    assert told["result_method"] == "post"
    assert told["username"] == "ann@example.com"
    assert told["params"] == {"user_id": "1107604", "campaign_id": "116", "amount": "5.25", "log_message": "Sorry"}
    assert told["user_purchase_progress"] | {"id": 0} == {
        "id": 0,
        "user_id": ANN,
        "currency_id": 2,
        "amount": "5.25",
        "progress_type": "Manual",
        "log_message": "Sorry",
        "created_date": "2026-03-02T12:00:00+00:00",
        "mutation_owner_id": None,
    }
    assert card(api)["wallet"]["saved_amount"] == 175.25


def test_an_administrator_who_adds_is_named(api: Shop) -> None:
    answer = api.admin.send("POST", PATH, entry(1), headers=ACME).json()
    assert answer["results"]["user_purchase_progress"]["mutation_owner_id"] == 21


def test_adding_needs_write_access(api: Shop) -> None:
    assert api.reader.refusal("POST", PATH, entry(1), **ACME) == 68


@pytest.mark.parametrize(
    "who", [{"member_number": "404064"}, {"username": "Ann@example.com"}, {"authentication_point_identifier": "shop-1"}]
)
def test_the_member_is_named_in_any_way(api: Shop, who: dict[str, str]) -> None:
    form = entry(1)
    del form["user_id"]
    assert api.privileged.post(PATH, {**form, **who})["user_purchase_progress"]["user_id"] == ANN


def test_two_ways_to_name_a_member_are_one_too_many(api: Shop) -> None:
    assert api.privileged.refusal("POST", PATH, entry(1) | {"member_number": "404064"}) == 416


def test_hundredths_add_up_exactly(api: Shop) -> None:
    for _ in range(3):
        add(api, "0.10")
    add(api, "0.03")
    assert card(api)["wallet"]["saved_amount"] == 170.33


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ({"amount": "1.005"}, 300),
        ({"amount": "a lot"}, 300),
        ({"amount": None}, 301),
        ({"amount": 0}, 324),
        ({"campaign_id": POINTS, "amount": "1.5"}, 324),
        ({"log_message": None}, 302),
        ({"log_message": " "}, 302),
        ({"log_message": "x" * 256}, 417),
        ({"campaign_id": None}, 245),
        ({"campaign_id": "wallet"}, 244),
        ({"campaign_id": 999}, 246),
        ({"campaign_id": 118}, 403),
        ({"user_id": 999}, 270),
    ],
)
def test_what_is_no_amount_for_a_wallet_is_refused_and_nothing_moves(
    api: Shop, form: dict[str, object], code: int
) -> None:
    before = ledger(api)
    wrong = {name: value for name, value in {**entry(1), **form}.items() if value is not None}
    assert api.privileged.refusal("POST", PATH, wrong) == code
    assert ledger(api) == before


def test_who_was_deleted_gets_nothing(api: Shop) -> None:
    api.privileged.delete("/delete-user", {"user_id": BOB})
    assert api.privileged.refusal("POST", PATH, entry(1, user_id=BOB)) == 424


def test_another_chains_wallet_is_not_there(api: Shop) -> None:
    assert api.privileged.refusal("POST", PATH, entry(1, campaign_id=81)) == 246


def test_another_chains_member_is_not_there(api: Shop) -> None:
    assert api.foreign.refusal("POST", PATH, entry(1, campaign_id=81)) == 270


def test_an_app_of_another_chain_does_not_fit(api: Shop) -> None:
    headers = {"X-Spaaza-MyPrice-App-Hostname": "bigchain.spaaza.com"}
    assert api.privileged.refusal("POST", PATH, entry(1), **headers) == 405


def test_a_wallet_that_is_no_longer_in_use_takes_nothing(api: Shop) -> None:
    seed_campaigns(api, {**OPEN, "active": False})
    assert api.privileged.refusal("POST", PATH, entry(1, campaign_id=190)) == 449


def test_no_more_is_added_on_a_day_than_the_wallet_allows(api: Shop) -> None:
    add(api, 150)
    assert api.privileged.refusal("POST", PATH, entry("50.01")) == 303
    add(api, 50)
    assert api.privileged.refusal("POST", PATH, entry("0.01")) == 303


def test_the_next_day_of_utc_begins_anew(api: Shop) -> None:
    api.box.clock.set("2026-03-02T23:59:59")
    add(api, 200)
    api.box.clock.advance("PT1S")
    add(api, 200)
    assert card(api)["wallet"]["saved_amount"] == 570


def test_what_is_taken_off_makes_no_room_for_more(api: Shop) -> None:
    add(api, 200)
    add(api, -100)
    assert api.privileged.refusal("POST", PATH, entry(1)) == 303


def test_each_member_has_their_own_day(api: Shop) -> None:
    add(api, 200)
    add(api, 200, user_id=BOB)
    assert card(api, BOB)["wallet"]["saved_amount"] == 200


def test_a_wallet_without_a_maximum_takes_nothing_by_hand(api: Shop) -> None:
    seed_campaigns(api, OPEN)
    assert api.privileged.refusal("POST", PATH, entry(1, campaign_id=190)) == 304


def test_a_balance_stays_above_zero(api: Shop) -> None:
    assert api.privileged.refusal("POST", PATH, entry("-170.01")) == 313
    add(api, -170)
    assert card(api)["wallet"]["saved_amount"] == 0


def test_a_balance_falls_below_zero_where_the_wallet_lets_it(api: Shop) -> None:
    add(api, -500, POINTS)
    assert card(api)["points"]["saved_amount"] == -58


def test_the_history_begins_with_the_newest(api: Shop) -> None:
    add(api, 1, reason="first")
    add(api, 2, reason="second")
    api.box.clock.advance("PT1S")
    add(api, 3, POINTS, reason="third")
    assert [each["campaign_title"] for each in ledger(api)][:3] == ["third", "second", "first"]


def test_the_history_of_money_or_of_points_alone(api: Shop) -> None:
    query = {"user_id": ANN}
    money = api.privileged.get("/user-wallet-ledger", {**query, "type": "wallet"})
    told = api.privileged.get("/user-wallet-ledger", {**query, "type": "points"})
    assert [each["currency_symbol"] for each in money["ledger"]] == ["€"]
    assert "type" not in money
    assert [each["currency_symbol"] for each in told["ledger"]] == ["pts"]
    assert told["type"] == "points_wallet"


def test_the_history_tells_of_purchases_and_who_gave(api: Shop) -> None:
    basket = buy(api, "R-1")
    earned = next(each for each in ledger(api) if each["campaign_title"] == "Five percent back")
    assert earned == {
        "date": "2026-03-02T12:00:00+00:00",
        "currency_symbol": "€",
        "amount": 5,
        "receipt_id": basket["id"],
        "retailer_basket_code": "R-1",
        "campaign_type": "cashback",
        "campaign_title": "Five percent back",
        "kind": "campaignContribution",
    }


def test_the_history_tells_of_vouchers_that_wallets_paid_for(api: Shop) -> None:
    form = {"campaign_id": WALLET, "user_id": ANN, "voucher_type": "basket", "voucher_amount": 9}
    api.privileged.post("/create-voucher", form)
    newest = ledger(api)[0]
    assert (newest["amount"], newest["kind"], newest["campaign_type"]) == (-9, "voucherRedemption", "wallet")
    assert newest["campaign_title"] == "ACME Wallet"


def test_titles_come_in_the_language_asked_for_where_there_is_one(api: Shop) -> None:
    buy(api, "R-1")
    add(api, 1, reason="By hand")
    dutch = {"Accept-Language": "nl-BE, en;q=0.5"}
    answer = api.privileged.send("GET", "/user-wallet-ledger", query={"user_id": ANN}, headers=dutch).json()
    titles = {each["campaign_title"]: each.get("campaign_title_localised") for each in answer["results"]["ledger"]}
    assert titles["A point for every euro"] == "Een punt voor elke euro"
    assert titles["By hand"] is None
    assert "campaign_title_localised" not in ledger(api)[0]


def test_dates_have_no_offset_before_version_1_4_1(api: Shop) -> None:
    add(api, 1)
    for version, date in (("1.4.0", "2026-03-02 12:00:00"), ("1.4.1", "2026-03-02T12:00:00+00:00")):
        headers = {"X-Spaaza-API-version": version}
        answer = api.privileged.send("GET", "/user-wallet-ledger", query={"user_id": ANN}, headers=headers).json()
        assert answer["results"]["ledger"][0]["date"] == date


def test_a_member_sees_their_own_history_alone(api: Shop) -> None:
    assert len(api.ann.get("/user-wallet-ledger")["ledger"]) == 2
    assert api.bob.get("/user-wallet-ledger")["ledger"] == []
    assert api.bob.refusal("GET", "/user-wallet-ledger", {"user_id": ANN}) == 68


def test_another_chain_sees_no_history(api: Shop) -> None:
    assert api.foreign.refusal("GET", "/user-wallet-ledger", {"user_id": ANN}) == 270


def test_a_reader_sees_a_history(api: Shop) -> None:
    assert len(api.reader.get("/user-wallet-ledger", {"user_id": ANN, "chain_id": 1743})["ledger"]) == 2
