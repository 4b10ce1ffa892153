"""A sandbox that is killed while tills sell: what it has answered is there, and nothing is there by half."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from decimal import Decimal
from threading import Semaphore
from typing import Any

import httpx2
import pytest
from retail_runtime import APIConnectionError, Retry
from retail_sandbox.outbox import Event
from retail_sandbox.spaaza.basket_tables import Basket, BasketItem, EarnedShare
from retail_sandbox.spaaza.campaign_tables import Achievement, LedgerEntry, Voucher
from retail_sandbox.store import Base, Store
from retail_sandbox.testing import Sandbox
from spaaza_client import Privileged, Spaaza
from sqlalchemy import select, text

from .baskets import ENTITY, GLOVES, PANTS, SWEATER, item
from .conftest import spaaza
from .laws import check

TILLS = 4
KILLS = 2
ANSWERS = 12
"""How many baskets are answered before each kill."""
MOST = 100
"""How many baskets a till could send: one for each voucher of its member."""
WALLET, POINTS, TARGET = 116, 117, 120
EARNED = {POINTS: Decimal(55), WALLET: Decimal("2.75")}
"""What a basket of 60 earns that a voucher of 5 paid a part of."""
ITEMS = [item(SWEATER, 30), item(GLOVES, 20), item(PANTS, 10)]


def code_of(till: int, number: int) -> str:
    return f"T{till}-{number}"


def voucher_of(code: str) -> int:
    till, _, number = code.removeprefix("T").partition("-")
    return 6_000_000 + int(till) * MOST + int(number)


def member(till: int) -> dict[str, Any]:
    vouchers = [
        {"id": voucher_of(code_of(till, number)), "campaign_id": 136, "amount": 5, "status": "claimed"}
        for number in range(MOST)
    ]
    return {"id": 5_000_000 + till, "username": f"till{till}@example.com", "vouchers": vouchers}


@pytest.fixture
def state(database: str) -> Iterator[Store]:
    """A database with a member for each till, who has a voucher for each basket."""
    store = Store(database)
    Base.metadata.drop_all(store.engine)
    seed = {"spaaza": {"chains": [{"id": 1743, "members": [member(till) for till in range(TILLS)]}]}}
    Sandbox([spaaza()], database=database, seeds=[seed]).close()
    yield store
    Base.metadata.drop_all(store.engine)
    store.close()


@contextmanager
def served(database: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    command = [sys.executable, "-m", "retail_sandbox.cli", "serve", "--port", "0", "--api", "spaaza"]
    with subprocess.Popen([*command, "--database", database], stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            yield process, process.stdout.readline().split()[-1]
        finally:
            process.kill()


def sell(api: Spaaza, code: str) -> tuple[int, list[int]]:
    """The id of the stored basket, and the warnings."""
    voucher = voucher_of(code)
    told = {"retailer_basket_code": code, "basket_items": ITEMS, "basket_vouchers": [{"voucher_id": voucher}]}
    told |= {"basket_total_price": 55}
    user = {"spaaza_user_id": 5_000_000 + int(code[1 : code.index("-")])}
    done = api.baskets.add(ENTITY, user=user, basket=told)
    return done.basket.id, [warning.code for warning in done.warnings]


def client(address: str, **options: Any) -> Spaaza:
    auth = Privileged("acme-key", "acme-secret")
    return Spaaza(auth=auth, base_url=f"{address}/spaaza", app_hostname="acme.spaaza.com", **options)


def sell_until_killed(database: str, kill: int) -> tuple[dict[str, int], list[str]]:
    """The baskets that were answered, by their codes, and the codes of those that were not: one of each till."""
    answered: dict[str, int] = {}
    answers = Semaphore(0)

    def till(number: int) -> str:
        try:
            with client(address, retry=Retry(attempts=1)) as api:
                for each in range(kill * MOST // KILLS, MOST):
                    code = code_of(number, each)
                    answered[code], warnings = sell(api, code)
                    assert not warnings
                    answers.release()
        except APIConnectionError:
            return code_of(number, each)
        finally:
            answers.release(ANSWERS)  # nobody waits for a till that has failed
        raise AssertionError("the sandbox outlived its vouchers")

    with served(database) as (process, address), ThreadPoolExecutor(TILLS) as threads:
        worker = httpx2.get(f"{address}/_sandbox/").json()["worker"]
        running = [threads.submit(till, number) for number in range(TILLS)]
        for _ in range(ANSWERS):
            answers.acquire()
        for _ in range(kill + 1):  # an answer has just ended a basket: let the next one get somewhere
            httpx2.get(f"{address}/_sandbox/")
        os.kill(worker, signal.SIGKILL)
        process.kill()
        return answered, [each.result() for each in running]


class Found:
    """What is stored, once whatever the killed sandbox has left in the database has ended."""

    def __init__(self, store: Store) -> None:
        with store.transaction() as db:
            if not store.sqlite:
                db.execute(text("LOCK TABLE spaaza_baskets"))
            self.baskets = {row.code: row for row in db.scalars(select(Basket))}
            assert len(self.baskets) == len(db.scalars(select(Basket.id)).all()), "a code is there twice"
            self.items = list(db.scalars(select(BasketItem).order_by(BasketItem.position)))
            self.entries = list(db.scalars(select(LedgerEntry).where(LedgerEntry.basket_id.is_not(None))))
            self.earned = list(db.scalars(select(EarnedShare)))
            self.vouchers = {row.id: row for row in db.scalars(select(Voucher))}
            self.achievements = list(db.scalars(select(Achievement).where(Achievement.campaign_id == TARGET)))
            events = db.scalars(select(Event).where(Event.api == "spaaza"))
            self.events = [(event.name, json.loads(event.body)) for event in events]

    def told(self, name: str) -> list[dict[str, Any]]:
        """The bodies of the events of a name."""
        return [body for each, body in self.events if each == name]

    def check_whole(self) -> None:
        """Every basket has all that belongs to it, and nothing belongs to a basket that is not there."""
        ids = {basket.id for basket in self.baskets.values()}
        assert {row.basket_id for row in (*self.items, *self.entries)} <= ids
        for code, basket in self.baskets.items():
            bought = [row.barcode for row in self.items if row.basket_id == basket.id]
            assert bought == [SWEATER, GLOVES, PANTS]
            assert {row.campaign_id: row.amount for row in self.entries if row.basket_id == basket.id} == EARNED
            voucher = self.vouchers[voucher_of(code)]
            assert (voucher.status, voucher.redeeming_basket_id) == ("redeemed", basket.id)
        redeemed = {id for id, voucher in self.vouchers.items() if voucher.redeeming_basket_id is not None}
        assert redeemed == set(map(voucher_of, self.baskets))
        for entry in self.entries:
            assert sum(share.amount for share in self.earned if share.entry_id == entry.id) == entry.amount
        for won in self.achievements:
            assert won.amount == 55 * sum(basket.user_id == won.user_id for basket in self.baskets.values())
            given = [each for each in self.vouchers.values() if each.campaign_id == TARGET]
            assert won.rewards == won.amount // 200 == sum(each.user_id == won.user_id for each in given)

    def check_outbox(self) -> None:
        """What was told is what is stored, once each."""
        assert sorted(body["id"] for body in self.told("receipt")) == sorted(each.id for each in self.baskets.values())
        moved = [body["data"]["user_purchase_progress"]["id"] for body in self.told("points_mutation")]
        assert sorted(moved) == sorted(entry.id for entry in self.entries)
        issued = {body["data"]["voucher_id"] for body in self.told("voucher_issued")}
        assert issued == {each.id for each in self.vouchers.values() if each.created_at.year >= 2026}


def test_killed_under_load_it_has_every_answered_basket_and_no_half_one(state: Store, database: str) -> None:
    known: dict[str, int] = {}
    sent: set[str] = set()
    lost: list[str] = []
    for kill in range(KILLS):
        answered, unanswered = sell_until_killed(database, kill)
        known |= answered
        lost += unanswered
        sent |= {*answered, *unanswered}
        left = Found(state)
        left.check_whole()
        left.check_outbox()
        check(state)
        assert len(answered) >= ANSWERS
        assert known.items() <= {code: basket.id for code, basket in left.baskets.items()}.items()
        assert left.baskets.keys() <= sent

    stored = {code: basket.id for code, basket in Found(state).baskets.items()}
    with served(database) as (_, address), client(address) as api:
        for code in lost:
            id, warnings = sell(api, code)
            assert warnings == ([311] if code in stored else [])
            assert id == stored.get(code, id)
    whole = Found(state)
    whole.check_whole()
    whole.check_outbox()
    check(state)
    assert whole.baskets.keys() == sent
