"""Vouchers are locked for a while, and by what; meanwhile their members cannot change them."""

from __future__ import annotations

from typing import Any

import pytest

from .conftest import Shop
from .holdings import ANN, CLAIMED, GENERATED, held, of_ann, of_two_chains

NOW = "2026-01-05T12:00:00Z"
LOCK, UNLOCK = "/lock-voucher", "/unlock-voucher"


@pytest.fixture(autouse=True)
def _frozen(api: Shop) -> None:
    api.box.clock.freeze()
    api.box.clock.set(NOW)


def lock_of(voucher: dict[str, Any]) -> tuple[Any, ...]:
    names = ("locked", "locked_until", "locking_code", "retailer_basket_code_exclusive")
    return tuple(voucher.get(f"voucher_{name}") for name in names)


def test_a_voucher_is_locked_for_five_minutes_unless_something_else_is_said(api: Shop) -> None:
    told = api.ann.put(LOCK, {"voucher_key": CLAIMED})
    assert lock_of(told) == (True, "2026-01-05 12:05:00", None, None)
    assert (told["user_id"], told["result_type"]) == (ANN, "lock-voucher")


def test_a_lock_may_have_a_period_a_code_and_a_basket(api: Shop) -> None:
    lock = {"voucher_lock_period": 3600, "voucher_locking_code": "4001", "retailer_basket_code": "R-1"}
    told = api.privileged.put(LOCK, {"voucher_id": 35735, **lock})
    assert lock_of(told) == (True, "2026-01-05 13:00:00", "4001", "R-1")
    assert lock_of(held(api, 35735)) == lock_of(told)
    assert told["voucher_status"] == "generated", "a lock does not claim"


@pytest.mark.parametrize("period", ["119", "3601", "0", "-300", "1.5", "soon"])
def test_a_lock_lasts_from_two_minutes_to_an_hour(api: Shop, period: str) -> None:
    given = {"voucher_key": CLAIMED, "voucher_lock_period": period}
    code = 419 if period.lstrip("-").isdigit() else 423
    assert api.privileged.refusal("PUT", LOCK, given) == code
    created = {"campaign_id": 140, "voucher_amount": 1, "user_id": ANN, "voucher_lock_period": period}
    assert api.privileged.refusal("POST", "/create-voucher", created) == code


def test_a_lock_ends_by_itself(api: Shop) -> None:
    api.ann.put(LOCK, {"voucher_key": CLAIMED, "voucher_lock_period": 120, "voucher_locking_code": "x"})
    api.box.clock.advance("PT1M59S")
    assert held(api, 35736)["voucher_locked"] is True
    api.box.clock.advance("PT1S")
    assert lock_of(held(api, 35736)) == (False, None, None, None)
    assert api.ann.post("/unclaim-voucher", {"voucher_key": CLAIMED})["voucher_status"] == "generated"


def test_a_member_cannot_change_a_locked_voucher(api: Shop) -> None:
    api.privileged.put(LOCK, {"voucher_key": CLAIMED})
    api.privileged.put(LOCK, {"voucher_key": GENERATED})
    assert api.ann.refusal("POST", "/claim-voucher", {"voucher_key": GENERATED}) == 280
    assert api.ann.refusal("POST", "/unclaim-voucher", {"voucher_key": CLAIMED}) == 280
    assert api.ann.refusal("POST", "/expire-voucher", {"voucher_key": CLAIMED}) == 280
    assert api.ann.refusal("DELETE", "/delete-voucher", {"voucher_key": CLAIMED}) == 280
    assert api.ann.refusal("PUT", LOCK, {"voucher_key": CLAIMED}) == 280


def test_others_can(api: Shop) -> None:
    api.ann.put(LOCK, {"voucher_key": CLAIMED})
    assert api.privileged.post("/unclaim-voucher", of_ann(CLAIMED))["voucher_locked"] is True
    assert api.privileged.post("/claim-voucher", of_ann(CLAIMED))["voucher_status"] == "claimed"
    assert api.privileged.post("/expire-voucher", of_ann(CLAIMED))["voucher_key"] == CLAIMED
    api.ann.put(LOCK, {"voucher_key": GENERATED})
    assert api.privileged.delete("/delete-voucher", of_ann(GENERATED))["voucher_key"] == GENERATED


def test_a_lock_that_is_put_anew_replaces_the_one_before(api: Shop) -> None:
    api.privileged.put(LOCK, {"voucher_key": CLAIMED, "voucher_locking_code": "a", "voucher_lock_period": 3600})
    told = api.privileged.put(LOCK, {"voucher_key": CLAIMED, "retailer_basket_code": "R-2"})
    assert lock_of(told) == (True, "2026-01-05 12:05:00", None, "R-2")


def test_unlocking_takes_the_codes_off_too(api: Shop) -> None:
    lock = {"voucher_locking_code": "a", "retailer_basket_code": "R-1"}
    api.privileged.put(LOCK, {"voucher_key": CLAIMED, **lock})
    assert lock_of(api.privileged.put(UNLOCK, {"voucher_key": CLAIMED})) == (False, None, None, None)
    assert lock_of(api.privileged.post(UNLOCK, {"voucher_id": 35736})) == (False, None, None, None)
    assert api.ann.post("/unclaim-voucher", {"voucher_key": CLAIMED})["voucher_status"] == "generated"


def test_a_member_cannot_unlock(api: Shop) -> None:
    assert api.ann.refusal("PUT", UNLOCK, {"voucher_key": CLAIMED}) == 68


def test_only_basket_vouchers_can_be_locked(api: Shop) -> None:
    assert api.ann.put(LOCK, {"voucher_id": 35737})["voucher_type"] == "basket_pct"
    assert api.ann.refusal("PUT", LOCK, {"voucher_id": 35738}) == 419
    assert api.ann.refusal("PUT", LOCK, {"voucher_id": 35739}) == 419


def test_locking_and_unlocking_need_a_voucher_of_the_chain(api: Shop) -> None:
    for path in (LOCK, UNLOCK):
        assert api.privileged.refusal("PUT", path, {"voucher_id": 44974}) == 183
        assert api.privileged.refusal("PUT", path, {"voucher_id": "x"}) == 179
        assert api.privileged.refusal("PUT", path, {"voucher_key": "x"}) == 181
        assert api.foreign.refusal("PUT", path, {"voucher_key": CLAIMED}) == 183
    assert api.bob.refusal("PUT", LOCK, {"voucher_key": CLAIMED}) == 183
    assert api.privileged.refusal("PUT", LOCK, {"voucher_lock_period": 300}) == 182


def test_an_administrator_locks_with_write_access_to_a_chain(api: Shop) -> None:
    for path in (LOCK, UNLOCK):
        assert api.admin.put(path, {"voucher_key": CLAIMED})["voucher_key"] == CLAIMED
        assert api.reader.refusal("PUT", path, {"voucher_key": CLAIMED}) == 68
        assert of_two_chains(api).refusal("PUT", path, {"voucher_key": CLAIMED}) == 269, "which chain is not said"


@pytest.mark.parametrize(
    ("given", "lock"),
    [
        ({}, (False, None, None, None)),
        ({"voucher_lock_period": 120}, (True, "2026-01-05 12:02:00", None, None)),
        ({"voucher_locking_code": "c"}, (True, "2026-01-05 12:05:00", "c", None)),
        ({"retailer_basket_code": "R-9"}, (True, "2026-01-05 12:05:00", None, "R-9")),
    ],
)
def test_a_new_voucher_is_locked_when_anything_of_a_lock_is_said(
    api: Shop, given: dict[str, Any], lock: tuple[Any, ...]
) -> None:
    made = api.privileged.post("/create-voucher", {"campaign_id": 140, "voucher_amount": 1, "user_id": ANN, **given})
    assert lock_of(made) == lock
