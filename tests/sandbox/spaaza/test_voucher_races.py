"""Two who change one voucher at once: it is never left in two states, and no money is made or lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from retail_sandbox.store import Base, Store
from retail_sandbox.testing import Sandbox

from .conftest import Shop, spaaza
from .holdings import ANN, CLAIMED, GENERATED, bought_with, held, of_ann, saved

ROUNDS = 4

Change = tuple[str, str, dict[str, Any]]
CLAIM: Change = ("POST", "/claim-voucher", {})
UNCLAIM: Change = ("POST", "/unclaim-voucher", {})
EXPIRE: Change = ("POST", "/expire-voucher", {})
DELETE: Change = ("DELETE", "/delete-voucher", {})


@pytest.fixture
def kept(database: str) -> Iterator[Shop]:
    """A sandbox over each kind of database, which is empty before and after."""
    store = Store(database)
    Base.metadata.drop_all(store.engine)
    with Sandbox([spaaza()], database=database) as box:
        yield Shop(box)
    Base.metadata.drop_all(store.engine)
    store.close()


def at_once(*calls: Callable[[], int]) -> list[int]:
    """What calls answer that begin together."""
    barrier = Barrier(len(calls))

    def begin(call: Callable[[], int]) -> int:
        barrier.wait()
        return call()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(begin, calls))


def changing(api: Shop, key: str, change: Change) -> Callable[[], int]:
    """A change by a trusted system; answers 0, or the code of the refusal."""
    method, path, more = change

    def call() -> int:
        answer = api.privileged.send(method, path, {**of_ann(key), **more})
        assert answer.status_code != 500 or "error" in answer.json(), answer.text
        return 0 if answer.status_code == 200 else answer.json()["error"]["code"]

    return call


def voucher(api: Shop, **more: Any) -> str:
    """A new voucher of €10 from Ann's wallet."""
    given = {"campaign_id": 116, "voucher_amount": 10, "user_id": ANN, **more}
    return api.privileged.post("/create-voucher", given)["voucher_key"]


def test_of_many_who_claim_one_wins(kept: Shop) -> None:
    codes = at_once(*[changing(kept, GENERATED, CLAIM)] * 8)
    assert sorted(codes) == [0] + [288] * 7


def test_of_many_who_unclaim_one_wins(kept: Shop) -> None:
    codes = at_once(*[changing(kept, CLAIMED, UNCLAIM)] * 8)
    assert sorted(codes) == [0] + [294] * 7


def test_of_many_who_delete_one_wins_and_the_wallet_gets_back_once(kept: Shop) -> None:
    before = saved(kept)
    key = voucher(kept)
    assert sorted(at_once(*[changing(kept, key, DELETE)] * 8)) == [0] + [183] * 7
    assert saved(kept) == before


def test_of_many_who_expire_one_wins_and_the_wallet_gets_back_once(kept: Shop) -> None:
    before = saved(kept)
    key = voucher(kept, set_claimed=True)
    assert sorted(at_once(*[changing(kept, key, EXPIRE)] * 8)) == [0] + [436] * 7
    assert saved(kept) == before


def test_claiming_deleting_and_expiring_at_once_leave_one_state(kept: Shop) -> None:
    before = saved(kept)
    for _ in range(ROUNDS):
        key = voucher(kept)
        changes = (CLAIM, UNCLAIM, EXPIRE, DELETE, CLAIM, EXPIRE)
        codes = at_once(*(changing(kept, key, change) for change in changes))
        assert set(codes) <= {0, 183, 288, 294, 436}
        assert codes[3] == 0, "nothing keeps a voucher from being deleted"
        assert changing(kept, key, CLAIM)() == 183
        assert saved(kept) == before


def test_a_lock_and_a_members_deletion_at_once_end_in_one_of_both(kept: Shop) -> None:
    before = saved(kept)
    for _ in range(ROUNDS):
        key = voucher(kept)

        def lock(key: str = key) -> int:
            answer = kept.privileged.send("PUT", "/lock-voucher", {"voucher_key": key})
            return 0 if answer.status_code == 200 else answer.json()["error"]["code"]

        def delete(key: str = key) -> int:
            answer = kept.ann.send("DELETE", "/delete-voucher", {"voucher_key": key})
            return 0 if answer.status_code == 200 else answer.json()["error"]["code"]

        assert at_once(lock, delete) in ([0, 280], [183, 0])
        changing(kept, key, DELETE)()
        assert saved(kept) == before


def test_a_purchase_and_a_deletion_at_once_end_in_one_of_both(kept: Shop) -> None:
    for number in range(ROUNDS):
        made = kept.privileged.post(
            "/create-voucher", {"campaign_id": 140, "voucher_amount": 10, "user_id": ANN, "set_claimed": True}
        )
        key = made["voucher_key"]

        def buy(key: str = key, number: int = number) -> int:
            return len(bought_with(kept, key, code=f"R-{number}")["basket"]["basket_vouchers_applied"])

        redeemed, code = at_once(buy, changing(kept, key, DELETE))
        assert (redeemed, code) in ((1, 323), (0, 0))
        if redeemed:
            assert held(kept, made["voucher_id"])["voucher_status"] == "redeemed"


def test_a_wallet_is_never_overdrawn(kept: Shop) -> None:
    def create() -> int:
        given = {"campaign_id": 116, "voucher_amount": 50, "user_id": ANN}
        answer = kept.privileged.send("POST", "/create-voucher", given)
        return 0 if answer.status_code == 200 else answer.json()["error"]["code"]

    assert sorted(at_once(*[create] * 8)) == [0] * 3 + [313] * 5
    assert saved(kept) == 20
