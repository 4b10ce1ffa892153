"""Wallets under several hands at once, on each kind of database."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable

from retail_sandbox.testing import Sandbox

from .campaigns import ANN, POINTS, buy, card, entry, gains, ledger, stand_still, vouchers
from .conftest import ANN as ANN_SESSION
from .conftest import PRIVILEGED, Caller, Shop, spaaza


def test_many_hands_never_add_more_than_a_day_allows(database: str) -> None:
    with Sandbox([spaaza()], database=database) as box:
        assert _at_once(box, lambda: _add(box, "30"), 12) == Counter({200: 6, 401: 6})  # 200 euros a day
        assert [each["amount"] for each in ledger(Shop(box), type="wallet")] == [30] * 6 + [170]


def test_many_hands_never_take_more_than_there_is(database: str) -> None:
    with Sandbox([spaaza()], database=database) as box:
        assert _at_once(box, lambda: _add(box, "-60"), 8) == Counter({200: 2, 400: 6})


def test_many_interactions_at_once_are_rewarded_once(database: str) -> None:
    with Sandbox([spaaza()], database=database) as box:
        assert _at_once(box, lambda: _interact(box, 146), 8) == Counter({200: 8})
        assert gains(Shop(box)) == [("Rate us", 20)]


def test_points_pay_for_one_interaction_where_they_suffice_for_one(database: str) -> None:
    with Sandbox([spaaza()], database=database) as box:
        assert _at_once(box, lambda: _interact(box, 147), 8) == Counter({200: 1, 400: 7})
        assert len(vouchers(Shop(box), 147)) == 1


def test_points_added_at_once_are_all_there_and_raise_the_level_once(database: str) -> None:
    with Sandbox([spaaza()], database=database) as box:
        assert _at_once(box, lambda: _add(box, "20", POINTS), 8) == Counter({200: 8})
        shop = Shop(box)
        assert sum(each["amount"] for each in ledger(shop, type="points")) == 602
        assert len([each for each in vouchers(shop, 140) if each["voucher_id"] > 35750]) == 1


def test_purchases_at_once_all_count_towards_a_target(database: str) -> None:
    with Sandbox([spaaza()], database=database) as box:
        codes = iter(range(8))

        def purchase() -> int:
            buy(Shop(box), f"R-{next(codes)}")
            return 200

        assert _at_once(box, purchase, 8) == Counter({200: 8})
        shop = Shop(box)
        told = card(shop)
        assert len(vouchers(shop, 120)) == 4  # for each 200 euros
        assert (told["number_of_purchases"], told["average_basket_value"], told["overall"]) == (8, "100.00", 543)
        assert sum(amount for title, amount in gains(shop) if title == "Five percent back") == 40


def _at_once(box: Sandbox, call: Callable[[], int], times: int) -> Counter[int]:
    """The statuses of calls at the same time."""
    box.reset()
    stand_still(Shop(box))
    statuses: Counter[int] = Counter()
    gate = threading.Barrier(times)

    def run() -> None:
        gate.wait()
        statuses[call()] += 1

    threads = [threading.Thread(target=run) for _ in range(times)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return statuses


def _add(box: Sandbox, amount: str, campaign_id: int = 116) -> int:
    form = entry(amount, campaign_id, ANN)
    return Caller(box, PRIVILEGED).send("POST", "/auth/add-user-purchase-progress", form).status_code


def _interact(box: Sandbox, campaign_id: int) -> int:
    return Caller(box, ANN_SESSION).send("GET", "/interact-campaign", query={"campaign_id": campaign_id}).status_code
