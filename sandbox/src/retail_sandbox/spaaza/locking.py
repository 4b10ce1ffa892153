"""Locks of vouchers: until a moment, perhaps for one basket, perhaps for those who bring a code."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from .access import Realm
from .campaign_tables import Voucher
from .voucher_view import held_voucher
from .vouchers import asked_voucher, check_lock, check_open

PERIOD = 300
"""Seconds for which a voucher is locked when nobody says for how long."""


def put_lock(
    realm: Realm,
    voucher: Voucher,
    *,
    period: int = PERIOD,
    locking_code: str | None = None,
    basket_code: str | None = None,
) -> None:
    """Locks a voucher from now on; an earlier lock and its codes are forgotten.

    Args:
        realm: The call.
        voucher: The voucher.
        period: For how many seconds.
        locking_code: Only a basket that brings this code can redeem it meanwhile.
        basket_code: Only the basket with this code of the retailer can, where there is no locking code.
    """
    voucher.locked_until = realm.now + timedelta(seconds=period)
    voucher.locking_code = locking_code
    voucher.basket_code_exclusive = basket_code


def take_off_lock(voucher: Voucher) -> None:
    """Unlocks a voucher, and forgets the codes that went with the lock."""
    voucher.locked_until = voucher.locking_code = voucher.basket_code_exclusive = None


def lock(realm: Realm) -> dict[str, Any]:
    """Locks a basket voucher. (Source: Locking vouchers.)"""
    voucher = asked_voucher(realm, "write")
    if voucher.type not in ("basket", "basket_pct"):
        raise realm.refusal("419", hint="Only basket vouchers can be locked")
    check_open(realm, voucher)
    check_lock(realm, voucher)
    put_lock(
        realm,
        voucher,
        period=realm.given.get("voucher_lock_period", PERIOD),
        locking_code=realm.given.get("voucher_locking_code"),
        basket_code=realm.given.get("retailer_basket_code"),
    )
    return held_voucher(realm, voucher)


def unlock(realm: Realm) -> dict[str, Any]:
    """Unlocks a voucher. (Source: Unlocking vouchers.)"""
    voucher = asked_voucher(realm, "write")
    if voucher.status == "redeemed":
        raise realm.refusal("323")
    take_off_lock(voucher)
    return held_voucher(realm, voucher)


RULES: Mapping[str, Callable[[Realm], Any]] = {"vouchers_lock": lock, "vouchers_unlock": unlock}
