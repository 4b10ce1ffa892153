"""What campaigns give, and for what."""

from __future__ import annotations

from typing import Any

import pytest

from .campaigns import (
    ANN,
    BOB,
    EVE,
    POINTS,
    WALLET,
    buy,
    card,
    close,
    gains,
    item,
    join,
    points,
    seed_campaigns,
    stand_still,
    vouchers,
)
from .conftest import BIGCHAIN, Shop

QUIZ = {"id": 191, "type": "interaction", "title": "Quiz", "recipient_campaign_id": POINTS}

FRIENDS = {"id": 143, "type": "referral", "title": "Friends", "recipient_campaign_id": WALLET}


@pytest.fixture
def api(api: Shop) -> Shop:
    return stand_still(api)


def test_joining_is_rewarded_with_points_and_a_voucher(api: Shop) -> None:
    new = join(api)
    assert gains(api, new) == [("Welcome points", 100)]
    (voucher,) = vouchers(api, 136, new)
    assert (voucher["voucher_amount"], voucher["voucher_title"]) == (5, "€5 welcome voucher")
    assert voucher["voucher_expiry_datetime_utc"] == "2027-03-02 12:00:00"


def test_who_stays_outside_the_programme_is_rewarded_when_they_join_it(api: Shop) -> None:
    new = join(api, programme_opted_in=False)
    assert gains(api, new) == []
    api.privileged.put("/internal/alter-user", {"user_id": new, "programme_opted_in": True})
    assert gains(api, new) == [("Welcome points", 100)]


def test_joining_again_is_not_rewarded_again(api: Shop) -> None:
    new = join(api)
    for opted_in in (False, True):
        api.privileged.put("/internal/alter-user", {"user_id": new, "programme_opted_in": opted_in})
    assert gains(api, new) == [("Welcome points", 100)]


def test_a_campaign_gives_from_its_beginning_to_its_end(api: Shop) -> None:
    close(api, 121, 136)
    times = {"starts_at": "2026-03-02T12:00:00Z", "ends_at": "2026-03-03T12:00:00Z"}
    signup = {"id": 192, "type": "signup", "title": "Today", "recipient_campaign_id": POINTS}
    seed_campaigns(api, {**signup, **times, "rules": {"reward": {"amount": 1}}})
    for now, given in (("03-02T11:59:59", 0), ("03-02T12:00:00", 1), ("03-03T11:59:59", 1), ("03-03T12:00:00", 0)):
        api.box.clock.set(f"2026-{now}")
        assert len(gains(api, join(api, f"at-{now}@example.com".replace(":", "-")))) == given


def test_the_first_login_is_rewarded_and_no_other(api: Shop) -> None:
    for _ in range(2):
        form = {"username": "bob@example.com", "password": "sandbox-password"}
        api.nobody.send("POST", "/auth/login", form, headers={"X-Spaaza-MyPrice-App-Hostname": "acme.spaaza.com"})
    assert gains(api, BOB) == [("First login", 10)]


def test_a_login_is_rewarded_by_the_channel_that_it_came_by(api: Shop) -> None:
    rules = {"channels": ["mobile"], "reward": {"amount": 1}}
    seed_campaigns(
        api, {"id": 144, "type": "login", "title": "By phone", "recipient_campaign_id": POINTS, "rules": rules}
    )
    form = {"username": "bob@example.com", "password": "sandbox-password"}
    for channel, told in (("pos", []), ("mobile", [("By phone", 1)])):
        headers = {
            "X-Spaaza-MyPrice-App-Hostname": "acme.spaaza.com",
            "X-Spaaza-Request": f'{{"client_channel": "{channel}"}}',
        }
        assert api.nobody.send("POST", "/auth/login", form, headers=headers).status_code == 200
        assert gains(api, BOB) == told


def test_a_profile_is_rewarded_once_when_the_last_field_is_there(api: Shop) -> None:
    api.privileged.put("/internal/alter-user", {"user_id": BOB, "phone_number": "+44-20-5550100"})
    assert gains(api, BOB) == []
    for postcode in ("EC1A 1BB", "EC1A 1BC"):
        api.privileged.put("/internal/alter-user", {"user_id": BOB, "address_postalcode": postcode})
        assert gains(api, BOB) == [("Complete your profile", 25)]


def test_an_invitation_is_rewarded_when_the_friend_first_buys(api: Shop) -> None:
    assert vouchers(api, 143, ANN) == []
    for code in ("R-1", "R-2"):
        buy(api, code, member="1107605")
        assert [each["voucher_amount"] for each in vouchers(api, 143, BOB)] == [5]
        assert [each["voucher_amount"] for each in vouchers(api, 143, ANN)] == [10]


def test_an_invitation_is_rewarded_at_once_where_the_campaign_wants_that(api: Shop) -> None:
    rules = {"reward": {"amount": 5}, "sender_reward": {"amount": 10}, "max_rewards": 2}
    seed_campaigns(api, {**FRIENDS, "rules": rules})
    for number in range(3):
        new = join(api, f"friend-{number}@example.com", referral_code="annref")
        assert gains(api, new).count(("Friends", 5)) == 1
        assert gains(api, ANN) == [("Friends", 10)] * min(number + 1, 2)


def test_a_purchase_that_is_not_the_first_pays_no_invitation(api: Shop) -> None:
    seed_campaigns(api, {"id": 143, "type": "referral", "title": "Friends", "active": False})
    buy(api, "R-1", member="1107605")
    seed_campaigns(api, {**FRIENDS, "rules": {"on_first_purchase": True, "reward": {"amount": 5}}})
    buy(api, "R-2", member="1107605")
    assert ("Friends", 5) not in gains(api, BOB)


def test_who_was_invited_can_invite(api: Shop) -> None:
    rules = {"on_first_purchase": True, "max_rewards": 1, "reward": {"amount": 5}, "sender_reward": {"amount": 10}}
    seed_campaigns(api, {**FRIENDS, "rules": rules})
    buy(api, "R-1", member="1107605")
    new = join(api, referral_code="bobref")
    buy(api, "R-2", member=str(new))
    assert [each for each in gains(api, BOB) if each[0] == "Friends"] == [("Friends", 5), ("Friends", 10)]


def test_an_interaction_is_rewarded_as_often_as_the_campaign_says(api: Shop) -> None:
    seed_campaigns(api, {**QUIZ, "rules": {"max_rewards": 2, "reward": {"amount": 7}}})
    query = {"campaign_id": 191}
    for _ in range(2):
        answer = api.ann.send("GET", "/interact-campaign", query=query).json()
        assert answer["results"] == {"success": True, "result_type": "interact-campaign"}
        assert "warnings" not in answer
    answer = api.ann.send("GET", "/interact-campaign", query=query).json()
    assert answer["results"]["success"]
    assert [(each["code"], each["name"]) for each in answer["warnings"]] == [(450, "campaign_fully_redeemed")]
    assert gains(api) == [("Quiz", 7), ("Quiz", 7)]


def test_an_interaction_costs_points_where_the_campaign_says_so(api: Shop) -> None:
    api.ann.get("/interact-campaign", {"campaign_id": 147})
    assert points(api) == 142
    assert [each["voucher_honour_code"] for each in vouchers(api, 147)] == ["COFFEE"]
    assert api.ann.refusal("GET", "/interact-campaign", {"campaign_id": 147}) == 451
    assert points(api) == 142


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ({"campaign_id": 148}, 449),  # not active
        ({"campaign_id": 118}, 424),  # not to be interacted with
        ({"campaign_id": 999}, 246),
        ({"campaign_id": 60}, 246),  # another chain's
        ({"campaign_id": "quiz"}, 244),
        ({}, 245),
        ({"campaign_id": 146, "user_id": BOB}, 68),
    ],
)
def test_an_interaction_needs_a_campaign_for_it(api: Shop, query: dict[str, Any], code: int) -> None:
    assert api.ann.refusal("GET", "/interact-campaign", query) == code


def test_an_interaction_of_a_member_needs_the_apps_host_name(api: Shop) -> None:
    headers = {"X-Spaaza-Session-User-Id": str(ANN), "X-Spaaza-Session-Key": "a11e" + "0" * 58 + "a1"}
    assert api.caller(headers).refusal("GET", "/interact-campaign", {"campaign_id": 146}) == 269


def test_a_trusted_system_interacts_for_a_member_of_the_programme(api: Shop) -> None:
    query = {"campaign_id": 146}
    api.privileged.get("/interact-campaign", {**query, "user_id": BOB})
    assert gains(api, BOB) == [("Rate us", 20)]
    assert api.privileged.refusal("GET", "/interact-campaign", {**query, "user_id": EVE}) == 424
    assert api.privileged.refusal("GET", "/interact-campaign", query) == 267
    assert api.privileged.refusal("GET", "/interact-campaign", {**query, "user_id": BOB}, **BIGCHAIN) == 405


def test_a_purchase_earns_a_percentage_rounded_as_the_wallet_rounds(api: Shop) -> None:
    buy(api, "R-1", item(79.95))
    assert gains(api) == [("A point for every euro", 79), ("Five percent back", 4)]  # 3.9975 euros


def test_what_a_purchase_earned_is_spread_over_its_items(api: Shop) -> None:
    told = buy(api, "R-1", item(10), item(10), item(10.01))
    shares = [
        each["purchase_progress_distribution_amount"]
        for line in told["basket_items"]
        for each in line["purchase_progress_distribution"]
        if each["purchase_progress_campaign_id"] == WALLET
    ]
    assert shares == [0.5, 0.5, 0.5]


def test_items_that_are_excluded_earn_nothing(api: Shop) -> None:
    buy(api, "R-1", item(60), item(40, excluded_from_spaaza=True))
    assert gains(api) == [("A point for every euro", 60), ("Five percent back", 3)]


def test_promotional_items_earn_nothing_where_the_campaign_excludes_them(api: Shop) -> None:
    rules = {"earn_percentage": 5, "exclude_promotional": True}
    seed_campaigns(api, {"id": 119, "type": "cashback", "title": "5", "recipient_campaign_id": WALLET, "rules": rules})
    buy(api, "R-1", item(60), item(40, item_is_promotional=True))
    assert gains(api) == [("A point for every euro", 100), ("5", 3)]


@pytest.mark.parametrize(
    ("rules", "earned"),
    [
        ({"minimum_basket": 100}, 5),
        ({"minimum_basket": "100.01"}, None),
        ({"platform": "in_store"}, 5),
        ({"platform": "online"}, None),
        ({"product_codes": ["SWT-1"]}, 5),
        ({"product_codes": ["GLV-1"]}, None),
    ],
)
def test_a_campaign_counts_the_purchases_that_it_is_for(api: Shop, rules: dict[str, Any], earned: float | None) -> None:
    close(api, 118)
    rules = {"earn_percentage": 5, **rules}
    seed_campaigns(api, {"id": 119, "type": "cashback", "title": "5", "recipient_campaign_id": WALLET, "rules": rules})
    buy(api, "R-1")
    assert gains(api) == ([("5", earned)] if earned else [])


def test_what_vouchers_paid_earns_nothing(api: Shop) -> None:
    key = "c4bc4a3115e21e228936f4223dd89b22c238847c935514e1fdcb96f3c75118ac"  # 50 euros, claimed
    buy(api, "R-1", basket_total_price=50, basket_vouchers=[{"voucher_key": key}])
    assert gains(api) == [("A point for every euro", 50), ("Five percent back", 2.5)]


def test_an_item_is_worth_what_its_own_shares_of_vouchers_leave(api: Shop) -> None:
    key = "c4bc4a3115e21e228936f4223dd89b22c238847c935514e1fdcb96f3c75118ac"
    share = {"voucher_key": key, "voucher_distribution_amount": 50}
    lines = (item(60, basket_voucher_distribution=[share]), item(40, excluded_from_spaaza=True))
    buy(api, "R-1", *lines, basket_total_price=50, basket_vouchers=[{"voucher_key": key}])
    assert gains(api) == [("A point for every euro", 10), ("Five percent back", 0.5)]


def test_the_total_counts_where_the_items_do_not_add_up_to_it(api: Shop) -> None:
    buy(api, "R-1", item(60), item(40), basket_total_price=80)
    assert gains(api) == [("A point for every euro", 80), ("Five percent back", 4)]


def test_shipping_earns_nothing(api: Shop) -> None:
    buy(api, "R-1", basket_total_price=108.75, shipping_charge=8.75)
    assert gains(api) == [("A point for every euro", 100), ("Five percent back", 5)]


def test_money_is_earned_in_its_own_currency_and_points_in_any(api: Shop) -> None:
    buy(api, "R-1", basket_currency={"currency_code": "GBP"})
    assert gains(api) == [("A point for every euro", 100)]


def test_nobody_and_who_is_outside_the_programme_earn_nothing(api: Shop) -> None:
    buy(api, "R-1", member=None)
    buy(api, "R-2", member="404066")
    assert gains(api, EVE) == []


def test_a_spend_target_rewards_each_time_that_it_is_reached(api: Shop) -> None:
    buy(api, "R-1", item(150))
    assert _progress(api, 120) == {"target": 200, "achieved": 150, "percentage": 75}
    assert vouchers(api, 120) == []
    buy(api, "R-2", item(300))
    assert [each["voucher_amount"] for each in vouchers(api, 120)] == [10, 10]
    assert _progress(api, 120) == {"target": 200, "achieved": 50, "percentage": 25}


def test_a_spend_target_that_does_not_repeat_rewards_once_to_a_wallet(api: Shop) -> None:
    close(api, 118, 119, 120)
    rules = {"target": 100, "reward": {"amount": 10}}
    seed_campaigns(
        api, {"id": 193, "type": "progress", "title": "Once", "recipient_campaign_id": WALLET, "rules": rules}
    )
    for code in ("R-1", "R-2"):
        told = buy(api, code)
        assert gains(api) == [("Once", 10)]
        assert bool(told["purchase_progress"]) == (code == "R-1")
    assert _progress(api, 193)["percentage"] == 100


def test_every_nth_purchase_that_is_large_enough_is_rewarded(api: Shop) -> None:
    amounts = [20, 19.99, 20, 20, 20, 20, 20]
    held: list[int] = []
    for number, amount in enumerate(amounts):
        buy(api, f"R-{number}", item(amount))
        held.append(len(vouchers(api, 149)))
    assert held == [0, 0, 0, 1, 1, 1, 2]


def test_a_card_shows_what_is_open_to_a_member(api: Shop) -> None:
    told = card(api)["promotions"]
    shown = {kind: [each.get("campaign_id", each.get("id")) for each in some] for kind, some in told.items()}
    assert shown == {
        "progress": [118, 119, 120],
        "basket": [150],
        "product": [151],
        "affiliate": [],
        "referral": [143],
        "signup": [121, 136],
        "birthday": [142],
        "limited_cashback_contribution": [],
        "loyalty": [140],
    }
    assert told["referral"][0]["code"] == "annref"
    assert (told["birthday"][0]["gift_amount"], told["birthday"][0]["days_before"]) == (50, 7)
    assert told["signup"][0]["signup_amount"] == 100


def test_a_card_shows_what_spend_and_earn_has_given(api: Shop) -> None:
    buy(api, "R-1")
    shown = {each["campaign_id"]: each for each in card(api)["promotions"]["progress"]}
    names = ("earn_percentage", "saved_amount", "saved_amount_currency", "total_amount", "unlocked_amount")
    assert [shown[119][name] for name in names] == [5, 5, "EUR", 5, 5]
    assert [shown[118][name] for name in names] == [100, 100, "PTS", 100, 0]  # points cannot be redeemed


def test_a_card_shows_the_wallets(api: Shop) -> None:
    told = card(api)
    wallet = told["wallet"]
    assert (wallet["saved_amount"], wallet["currency"], wallet["max_manual_daily_amount"]) == (170, "EUR", 200)
    assert wallet["secondary_display_currency_symbol"] == "pts"
    assert told["points"]["balance_can_subzero"] is True
    assert told["points"]["is_redeemable"] is False


def test_a_card_counts_purchases(api: Shop) -> None:
    first = card(api)
    assert [first[name] for name in ("recency", "frequency", "monetary", "overall")] == [0, 0, 0, 0]
    assert first["days_since_last_purchase"] is None
    for number, price in enumerate((79.95, 120, 137.25, 140)):
        buy(api, f"R-{number}", item(price))
    api.box.clock.advance("P6D")
    told = card(api)
    assert [told[name] for name in ("recency", "frequency", "monetary", "overall")] == [5, 3, 2, 532]
    assert (told["average_basket_value"], told["number_of_purchases"]) == ("119.30", 4)
    assert (told["online_shopper"], told["offline_shopper"]) == (False, True)
    assert told["days_since_last_purchase"] == 6
    for days, recency in (("P24D", 5), ("P1D", 4), ("P1Y", 1)):
        api.box.clock.advance(days)
        assert card(api)["recency"] == recency


def _progress(api: Shop, campaign_id: int) -> dict[str, float]:
    shown = card(api)["promotions"]["progress"]
    return next(each["progress"] for each in shown if each["campaign_id"] == campaign_id)
