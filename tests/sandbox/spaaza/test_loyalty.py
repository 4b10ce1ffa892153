"""Loyalty programmes: levels by points, by hand and by the clock, and what their rules give."""

from __future__ import annotations

import json
from typing import Any

import httpx2
import pytest

from .campaigns import (
    ACME,
    ANN,
    BOB,
    EVE,
    LOYALTY,
    POINTS,
    WALLET,
    add,
    buy,
    card,
    close,
    gains,
    item,
    join,
    level,
    points,
    seed_campaigns,
    stand_still,
    vouchers,
)
from .conftest import ACME as ACME_APP
from .conftest import Shop

PATH = "/auth/alter-loyalty-level"
BRONZE, SILVER, GOLD, VIP = 1, 2, 3, 4


@pytest.fixture
def api(api: Shop) -> Shop:
    return stand_still(api)


def test_who_joins_has_the_first_level(api: Shop) -> None:
    assert level(api, join(api)) == "Bronze"


def test_who_is_outside_the_programme_has_no_level(api: Shop) -> None:
    assert level(api, EVE) is None
    assert level(api, join(api, programme_opted_in=False)) is None


def test_points_that_reach_a_threshold_raise_the_level(api: Shop) -> None:
    add(api, 57, POINTS)
    assert level(api) == "Bronze"
    add(api, 1, POINTS)
    assert level(api) == "Silver"


def test_a_purchase_raises_the_level(api: Shop) -> None:
    buy(api, "R-1", item(58))
    assert level(api) == "Silver"


def test_a_level_may_be_passed_over(api: Shop) -> None:
    add(api, 2000, POINTS)
    assert level(api) == "Gold"


def test_spending_points_keeps_the_level(api: Shop) -> None:
    add(api, 100, POINTS)
    api.ann.get("/interact-campaign", {"campaign_id": 147})
    assert (points(api), level(api)) == (242, "Silver")


def test_the_card_tells_what_it_takes_to_rise_and_to_stay(api: Shop) -> None:
    add(api, 100, POINTS)
    status = card(api)["loyalty_status"]
    assert status["points_balance_current"] == 542
    assert status["points_to_proceed_next_level"] == 1458
    assert status["maintenance_points_level"] == 200
    assert status["date_reached"] == status["last_review_date"] == "2026-03-02T12:00:00+00:00"
    assert status["next_review_date"] == "2027-03-02T12:00:00+00:00"


def test_a_rule_that_repeats_gives_a_voucher_each_time_that_points_reach_its_threshold(api: Shop) -> None:
    held: list[int] = []
    for amount in (57, 1, 249, 1, 500):  # Ann begins with 442 points, one of its vouchers was given before
        add(api, amount, POINTS)
        held.append(len(_rewards(api)))
    assert held == [0, 1, 1, 2, 4]
    assert {each["voucher_amount"] for each in _rewards(api)} == {5}
    assert _rewards(api)[0]["voucher_expiry_datetime_utc"] == "2026-05-02 12:00:00"


def test_points_that_come_back_are_not_rewarded_twice(api: Shop) -> None:
    for amount in (100, -100, 100):
        add(api, amount, POINTS)
    assert len(_rewards(api)) == 1


def test_a_rule_that_does_not_repeat_acts_once(api: Shop) -> None:
    _seed_rules(
        api, _rule(points_threshold=10, action="addPointsToWallet", action_amount=3, operand_campaign_id=WALLET)
    )
    for amount in (10, 100):
        add(api, amount, POINTS, BOB)
    assert gains(api, BOB) == [("Programme", 3)]


def test_points_that_a_rule_gives_raise_the_level_at_once(api: Shop) -> None:
    rule = _rule(points_threshold=10, action="addPointsToWallet", action_amount=490)
    programme = {"id": LOYALTY, "type": "loyalty", "title": "Levels", "rules": {"points_campaign_id": POINTS}}
    seed_campaigns(api, {**programme, "loyalty_rules": [rule]})
    add(api, 10, POINTS, BOB)
    assert (points(api, BOB), level(api, BOB)) == (500, "Silver")


@pytest.mark.parametrize(("repeatable", "times"), [(True, [0, 0, 1, 1, 1, 2]), (False, [0, 0, 1, 1, 1, 1])])
def test_a_rule_for_falling_points_acts_when_they_have_been_above(
    api: Shop, repeatable: bool, times: list[int]
) -> None:
    more: dict[str, Any] = {"action_amount": 3, "operand_campaign_id": WALLET, "repeatable": repeatable}
    _seed_rules(api, _rule(points_threshold=10, direction="down", action="addPointsToWallet", **more))
    given: list[int] = []
    for amount in (9, 1, -1, -1, 10, -10):
        add(api, amount, POINTS, BOB)
        given.append(len(gains(api, BOB)))
    assert given == times


def test_a_rule_for_joining_acts_once(api: Shop) -> None:
    close(api, 121)
    _seed_rules(api, _rule(type="initial", action="addPointsToWallet", action_amount=30))
    new = join(api)
    buy(api, "R-1", item(1), member=str(new))
    assert [each for each in gains(api, new) if each[0] == "Programme"] == [("Programme", 30)]


def test_an_administrator_sets_a_level(api: Shop) -> None:
    answer = api.admin.send("PUT", PATH, {"user_id": ANN, "loyalty_level_id": VIP}, headers=ACME_APP).json()
    assert answer["result_type"] == "alter-user-loyalty-level"
    assert answer["results"]["loyalty_level"] == {
        "id": VIP,
        "campaign_id": LOYALTY,
        "name": "VIP",
        "description": "By invitation.",
        "automated_level_logic": "0",
    }
    assert level(api) == "VIP"


def test_the_older_path_sets_a_level_too(api: Shop) -> None:
    form = {"member_number": "404064", "loyalty_level_id": SILVER}
    answer = api.admin.send("PUT", "/auth/alter-user-loyalty-level", form, headers=ACME_APP)
    assert answer.status_code == 200
    assert level(api) == "Silver"


def test_a_level_by_invitation_stays_whatever_the_points_say(api: Shop) -> None:
    _set(api, VIP)
    add(api, 3000, POINTS)
    api.box.clock.advance("P3Y")
    api.box.webhooks.pump()
    assert level(api) == "VIP"


def test_a_level_by_invitation_below_others_stays_too(api: Shop) -> None:
    levels = [{"id": VIP, "name": "VIP", "automated": False}, {"id": SILVER, "name": "Silver", "points_threshold": 500}]
    rules = {"points_campaign_id": POINTS}
    seed_campaigns(api, {"id": LOYALTY, "type": "loyalty", "title": "Levels", "rules": rules, "levels": levels})
    _set(api, VIP)
    add(api, 100, POINTS)
    assert level(api) == "VIP"


def test_a_level_that_was_lowered_by_hand_stays_until_new_points_reach_the_next(api: Shop) -> None:
    add(api, 100, POINTS)
    _set(api, BRONZE)
    add(api, 499, POINTS)
    assert level(api) == "Bronze"
    assert card(api)["loyalty_status"]["points_to_proceed_next_level"] == 1
    add(api, 1, POINTS)
    assert level(api) == "Silver"


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ({"user_id": ANN, "loyalty_level_id": 99}, 453),
        ({"user_id": ANN}, 3),
        ({"loyalty_level_id": SILVER}, 404),
        ({"user_id": 999, "loyalty_level_id": SILVER}, 270),
        ({"user_id": 305281, "loyalty_level_id": SILVER}, 270),  # another chain's
    ],
)
def test_a_level_is_set_for_a_member_there_is_to_one_there_is(api: Shop, form: dict[str, Any], code: int) -> None:
    assert api.admin.refusal("PUT", PATH, form, **ACME_APP) == code


def test_who_was_deleted_has_no_other_level(api: Shop) -> None:
    api.privileged.delete("/delete-user", {"user_id": BOB})
    assert api.admin.refusal("PUT", PATH, {"user_id": BOB, "loyalty_level_id": SILVER}, **ACME_APP) == 270


def test_only_administrators_who_may_write_set_levels(api: Shop) -> None:
    form = {"user_id": ANN, "loyalty_level_id": SILVER}
    assert api.reader.refusal("PUT", PATH, form, **ACME_APP) == 68
    assert api.privileged.refusal("PUT", PATH, form) == 6
    assert api.ann.refusal("PUT", PATH, form) == 68
    assert level(api) == "Bronze"


def test_a_review_keeps_the_level_of_who_earned_enough(api: Shop) -> None:
    _set(api, SILVER)
    add(api, 200, POINTS)
    _after(api, "P1Y")
    status = card(api)["loyalty_status"]
    assert (status["name"], status["last_review_date"]) == ("Silver", "2027-03-02T12:00:00+00:00")
    assert status["points_to_remain_current_level"] == 200


def test_a_review_lowers_the_level_of_who_did_not(api: Shop) -> None:
    _set(api, SILVER)
    add(api, 199, POINTS)
    _after(api, "P364D")
    assert level(api) == "Silver"
    _after(api, "P1D")
    assert level(api) == "Bronze"
    add(api, 1, POINTS)
    assert level(api) == "Bronze"  # the points from before no longer count
    assert points(api) == 642


def test_points_of_the_day_of_a_review_count_for_the_next(api: Shop) -> None:
    _set(api, SILVER)
    api.box.clock.advance("P1Y")
    add(api, 200, POINTS)
    api.box.webhooks.pump()
    assert level(api) == "Bronze"


def test_what_was_spent_counts_as_earned_and_what_was_taken_back_does_not(api: Shop) -> None:
    _set(api, SILVER)
    add(api, 200, POINTS)
    api.ann.get("/interact-campaign", {"campaign_id": 147})
    _after(api, "P1Y")
    assert level(api) == "Silver"
    add(api, 200, POINTS)
    add(api, -1, POINTS)
    _after(api, "P1Y")
    assert level(api) == "Bronze"


def test_reviews_that_were_missed_are_made_up_for_one_by_one(api: Shop) -> None:
    _set(api, GOLD)
    _after(api, "P2Y1D")
    status = card(api)["loyalty_status"]
    assert (status["name"], status["date_reached"]) == ("Bronze", "2028-03-02T12:00:00+00:00")


def test_a_rule_for_reviews_takes_the_points_of_the_level(api: Shop) -> None:
    _seed_rules(api, _rule(type="review", action="addPointsToWallet", direction="down"))
    add(api, 100, POINTS)
    add(api, 200, POINTS)
    _after(api, "P1Y")
    assert gains(api)[-1] == ("Programme", -500)
    assert points(api) == 242


def test_changes_of_level_are_told_by_webhook(api: Shop) -> None:
    told: list[Any] = []

    def receive(request: httpx2.Request) -> httpx2.Response:
        told.append(json.loads(request.read())["data"])
        return httpx2.Response(200)

    api.box.receivers["http://shop/hook"] = receive
    api.box.webhooks.add("http://shop/hook", secret="s", event="loyalty_level_changed")
    add(api, 100, POINTS)
    _set(api, VIP)
    api.box.webhooks.pump()
    changes = [(each["loyalty_level_previous"]["name"], each["loyalty_level"]["name"]) for each in told]
    assert changes == [("Bronze", "Silver"), ("Silver", "VIP")]
    assert [each["mutation_owner_id"] for each in told] == [None, 21]
    assert told[1]["log_message"] == "Manual level change"


def _set(api: Shop, level_id: int) -> None:
    form = {"user_id": ANN, "loyalty_level_id": level_id}
    assert api.admin.send("PUT", PATH, form, headers=ACME_APP).status_code == 200


def _after(api: Shop, duration: str) -> None:
    """Lets time pass, and the sandbox see that it has."""
    api.box.clock.advance(duration)
    api.box.webhooks.pump()


def _rewards(api: Shop) -> list[dict[str, Any]]:
    """What the programme's rule has given, without what the seed brings."""
    return [each for each in vouchers(api, LOYALTY) if each["voucher_id"] > 35750]


def _rule(**given: Any) -> dict[str, Any]:
    return {"id": 50, "title": "A rule", "type": "points_tracker", "direction": "up", **given}


def _seed_rules(api: Shop, *rules: dict[str, Any]) -> None:
    """Another programme beside ACME's, with these rules."""
    programme = {"id": 141, "type": "loyalty", "title": "Programme", "rules": {"points_campaign_id": POINTS}}
    levels = [{"id": 11, "name": "One"}, {"id": 12, "name": "Two", "points_threshold": 500}]
    api.box.seed({"spaaza": {"chains": [{"id": ACME, "campaigns": [
        {**programme, "levels": levels, "loyalty_rules": list(rules)}
    ]}]}})  # fmt: skip
