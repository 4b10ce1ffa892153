"""What happens by the clock though nobody asks."""

from __future__ import annotations

import threading

import pytest
from retail_sandbox.testing import Sandbox

from .campaigns import ANN, BOB, POINTS, WALLET, card, close, gains, join, ledger, seed_campaigns, stand_still
from .conftest import Shop, spaaza

HIS_BIRTHDAY = ("Bob's day", 50)


@pytest.fixture
def api(api: Shop) -> Shop:
    return stand_still(api)


def test_a_wallet_voucher_that_expires_unused_gives_its_amount_back_once(api: Shop) -> None:
    _from_wallet(api, amount=40)
    assert card(api)["wallet"]["saved_amount"] == 130
    for _ in range(2):
        _after(api, "P10D")
        assert card(api)["wallet"]["saved_amount"] == 170
    assert [each["amount"] for each in ledger(api, type="wallet")] == [40, -40, 170]


def test_it_gives_nothing_back_before(api: Shop) -> None:
    _from_wallet(api, amount=40)
    _after(api, "P9DT23H59M59S")
    assert card(api)["wallet"]["saved_amount"] == 130


def test_a_voucher_that_no_wallet_paid_for_expires_for_good(api: Shop) -> None:
    before = ledger(api)
    _after(api, "P30Y")
    assert [each for each in ledger(api) if each["kind"] == "voucherRedemption"] == []
    assert len(ledger(api, type="wallet")) == len([each for each in before if each["currency_symbol"] == "€"])


def test_a_voucher_that_was_given_back_by_hand_is_not_given_back_again(api: Shop) -> None:
    key = _from_wallet(api, amount=40)
    api.privileged.delete("/delete-voucher", {"voucher_key": key, "user_id": ANN})
    _after(api, "P10D")
    assert card(api)["wallet"]["saved_amount"] == 170


def test_two_ticks_at_once_give_back_once(database: str) -> None:
    with Sandbox([spaaza()], database=database) as box:
        box.reset()
        api = stand_still(Shop(box))
        for _ in range(5):
            _from_wallet(api, amount=10)
        api.box.clock.advance("P10D")
        threads = [threading.Thread(target=box.webhooks.pump) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert card(api)["wallet"]["saved_amount"] == 170
        assert [each["amount"] for each in ledger(api, type="wallet")].count(10) == 5


@pytest.mark.parametrize(
    ("now", "given"),
    [("06-07T23:59:59", []), ("06-08T00:00:00", [HIS_BIRTHDAY]), ("06-15T23:59:59", [HIS_BIRTHDAY]), ("06-16", [])],
)
def test_a_birthday_is_rewarded_in_the_days_before_it_and_on_it(
    api: Shop, now: str, given: list[tuple[str, float]]
) -> None:
    _birthdays(api, days_before=7)
    api.box.clock.set(f"2026-{now}" if "T" in now else f"2026-{now}T00:00:00")
    api.box.webhooks.pump()
    assert gains(api, BOB) == given


def test_a_birthday_is_rewarded_once_a_year(api: Shop) -> None:
    _birthdays(api, days_before=7)
    api.box.clock.set("2026-06-01T12:00:00")
    for _ in range(20):
        _after(api, "P1D")
    assert gains(api, BOB) == [HIS_BIRTHDAY]
    _after(api, "P1Y")
    assert gains(api, BOB) == [HIS_BIRTHDAY] * 2


def test_a_birthday_that_passed_between_two_looks_is_rewarded(api: Shop) -> None:
    _birthdays(api)
    api.box.webhooks.pump()
    api.box.clock.set("2026-09-01T12:00:00")
    api.box.webhooks.pump()
    assert gains(api, BOB) == [HIS_BIRTHDAY]


def test_another_birthday_in_the_same_year_is_not_rewarded(api: Shop) -> None:
    _birthdays(api)
    api.box.clock.set("2026-06-15T12:00:00")
    api.box.webhooks.pump()
    api.privileged.put("/internal/alter-user", {"user_id": BOB, "birthday": "1990-08-15"})
    _after(api, "P90D")
    assert gains(api, BOB) == [HIS_BIRTHDAY]


def test_who_was_born_on_a_leap_day_has_a_birthday_every_year(api: Shop) -> None:
    close(api, 121, 136)
    _birthdays(api)
    new = join(api, birthday="1992-02-29")
    for now, count in (("2027-02-27", 0), ("2027-02-28", 1), ("2028-02-28", 1), ("2028-02-29", 2)):
        api.box.clock.set(f"{now}T12:00:00")
        api.box.webhooks.pump()
        assert len(gains(api, new)) == count


def test_two_ticks_at_once_reward_a_birthday_once(database: str) -> None:
    with Sandbox([spaaza()], database=database) as box:
        box.reset()
        api = stand_still(Shop(box), "2026-06-15T12:00:00")
        _birthdays(api)
        threads = [threading.Thread(target=box.webhooks.pump) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert gains(api, BOB) == [HIS_BIRTHDAY]


def _from_wallet(api: Shop, *, amount: float) -> str:
    """The key of a voucher that Ann's wallet paid for, which expires in ten days."""
    form = {"campaign_id": WALLET, "user_id": ANN, "voucher_amount": amount, "expiry_date": "2026-03-12 12:00:00"}
    return api.privileged.post("/create-voucher", form)["voucher_key"]


def _birthdays(api: Shop, *, days_before: int = 0) -> None:
    rules = {"days_before": days_before, "reward": {"amount": 50}}
    campaign = {"id": 142, "type": "birthday", "title": "Bob's day", "recipient_campaign_id": POINTS}
    seed_campaigns(api, {**campaign, "rules": rules})


def _after(api: Shop, duration: str) -> None:
    """Lets time pass, and the sandbox see that it has."""
    api.box.clock.advance(duration)
    api.box.webhooks.pump()
