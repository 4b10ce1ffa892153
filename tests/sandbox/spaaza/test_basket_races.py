"""Tills that send baskets at the same time, on each kind of database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from retail_sandbox.store import Base, Store
from retail_sandbox.testing import Sandbox

from .baskets import FIFTY, GLOVES, SWEATER, Till, applied, back, item, named
from .conftest import Shop, spaaza
from .laws import check

TILLS = 64


@pytest.fixture
def busy(database: str) -> Iterator[Shop]:
    store = Store(database)
    Base.metadata.drop_all(store.engine)
    store.close()
    with Sandbox([spaaza()], database=database) as box:
        yield Shop(box)
        Base.metadata.drop_all(box.app.store.engine)


def at_once(api: Shop, work: Callable[[Till, int], Any]) -> list[Any]:
    """What comes of the same work at all tills at the same moment."""
    start = Barrier(TILLS)

    def one(number: int) -> Any:
        till = Till(api.privileged)
        start.wait()
        return work(till, number)

    with ThreadPoolExecutor(TILLS) as threads:
        return list(threads.map(one, range(TILLS)))


def test_a_voucher_is_redeemed_in_one_of_many_baskets(busy: Shop) -> None:
    def buy(till: Till, number: int) -> tuple[bool, list[int]]:
        told = till.add(f"R-{number}", item(SWEATER, 79.95), basket_vouchers=named(FIFTY))
        return FIFTY in applied(told), till.codes()

    found = at_once(busy, buy)
    assert sorted(found) == [(False, [323])] * (TILLS - 1) + [(True, [])]
    check(busy.box.app.store)


def test_of_many_baskets_with_one_code_one_is_stored(busy: Shop) -> None:
    def buy(till: Till, number: int) -> tuple[int, list[int]]:
        return till.add("R-1", item(SWEATER, 79.95, number + 1))["id"], till.codes()

    found = at_once(busy, buy)
    assert len({id for id, _ in found}) == 1
    assert sorted(codes for _, codes in found) == [[]] + [[311]] * (TILLS - 1)
    check(busy.box.app.store)


def test_an_item_comes_back_once(busy: Shop) -> None:
    Till(busy.privileged).add("R-1", item(SWEATER, 79.95, 3), item(GLOVES, 49.5), basket_vouchers=named(FIFTY))

    def give_back(till: Till, number: int) -> str:
        body = {
            "entity": {"entity_type": "chain", "entity_id": 1743},
            "user": None,
            "basket": {
                "retailer_basket_code": f"X-{number}",
                "basket_platform_type": "online",
                "basket_items": [back(SWEATER, original_retailer_basket_code="R-1")],
            },
        }
        answer = till.caller.send("POST", "/auth/add-basket", json=body).json()
        return str(answer["error"]["code"]) if "error" in answer else "back"

    assert sorted(at_once(busy, give_back)) == ["310"] * (TILLS - 3) + ["back"] * 3
    check(busy.box.app.store)
