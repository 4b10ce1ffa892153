"""What happens to a voucher: it is claimed and unclaimed, it expires, it is deleted.

A voucher has one state at a time, in one row that each change reads and writes in its request's transaction; so of two
that come at once the second finds what the first has made of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import select, update

from .access import Realm
from .basket_tables import VoucherRefund
from .campaign_tables import Campaign, Voucher
from .tables import User
from .voucher_view import held_voucher
from .wallets import REDEMPTION, move


def asked_voucher(realm: Realm, access: str) -> Voucher:
    """The voucher that a call is about, by its key or else by its id. A member's own is all that a member finds.

    Args:
        realm: The call.
        access: What an administrator needs: `write`, `delete`.

    Raises:
        Problem: 182, neither was sent; 183, there is none such.
    """
    chain = realm.need(access)
    key, number = realm.given.get("voucher_key"), realm.given.get("voucher_id")
    if key is None and number is None:
        raise realm.refusal("182", hint="Name the voucher: voucher_key or voucher_id")
    named = Voucher.key == key if key is not None else Voucher.id == number
    voucher = realm.db.scalars(select(Voucher).where(Voucher.chain_id == chain.id, named)).first()
    if voucher is None or (realm.kind == "user" and voucher.user_id != realm.acting_user_id):
        raise realm.refusal("183")
    return voucher


def members_voucher(realm: Realm, access: str) -> Voucher:
    """The same, where the call must also say whose it is, unless it is nobody's.

    Raises:
        Problem: 269, a trusted system said neither chain nor app; 155, whose it is was not said; 270, there is no such
            member; 215, it is another's.
    """
    if realm.kind == "user":
        realm.member(("user_id",))  # refuses who speaks for another
        return asked_voucher(realm, access)
    if "chain_id" not in realm.given:
        realm.need_app("privileged")
    voucher = asked_voucher(realm, access)
    if realm.given.get("user_id") is None:
        if voucher.user_id is None:
            return voucher
        raise realm.refusal("155", hint="Say whose voucher it is: user_id")
    if realm.member(("user_id",)).id != voucher.user_id:
        raise realm.refusal("215", hint="The voucher is not this member's")
    return voucher


def check_open(realm: Realm, voucher: Voucher) -> None:
    """Refuses a voucher that was redeemed (323) or has expired (436)."""
    if voucher.status == "redeemed":
        raise realm.refusal("323")
    if voucher.expired(realm.now):
        raise realm.refusal("436")


def check_lock(realm: Realm, voucher: Voucher) -> None:
    """Refuses a member (280) while the voucher is locked; administrators and trusted systems may go on."""
    if realm.kind == "user" and voucher.locked(realm.now):
        raise realm.refusal("280", hint="The voucher is locked")


def claim(realm: Realm) -> dict[str, Any]:
    """Makes a generated voucher redeemable. (Source: Claiming vouchers.)"""
    voucher = members_voucher(realm, "write")
    check_open(realm, voucher)
    check_lock(realm, voucher)
    if voucher.status == "claimed":
        raise realm.refusal("288", hint="The voucher is claimed already")
    voucher.status = "claimed"
    return held_voucher(realm, voucher)


def unclaim(realm: Realm) -> dict[str, Any]:
    """Makes a claimed voucher a generated one again. (Source: Unclaiming vouchers.)"""
    voucher = members_voucher(realm, "write")
    check_open(realm, voucher)
    check_lock(realm, voucher)
    _check_claimed(realm, voucher)
    voucher.status = "generated"
    return held_voucher(realm, voucher)


def expire(realm: Realm) -> dict[str, Any]:
    """Ends a claimed voucher at this moment; a wallet gets back what was taken for it. (Source: Expiring vouchers.)"""
    voucher = members_voucher(realm, "delete")
    check_open(realm, voucher)
    check_lock(realm, voucher)
    _check_claimed(realm, voucher)
    voucher.expires_at = realm.now
    give_back(realm, voucher, "Expired voucher")
    return {"voucher_key": voucher.key}


def delete(realm: Realm) -> dict[str, Any]:
    """Deletes an unredeemed voucher; a wallet gets back what was taken for it. (Source: Deleting vouchers.)"""
    voucher = members_voucher(realm, "delete")
    if voucher.status == "redeemed":
        raise realm.refusal("323")
    check_lock(realm, voucher)
    remove(realm, voucher)
    return {"voucher_key": voucher.key}


def remove(realm: Realm, voucher: Voucher) -> None:
    """Gives back what a voucher took from a wallet, and deletes it. Whether it may be is the caller's business."""
    give_back(realm, voucher, "Deleted voucher")
    of_it = VoucherRefund.new_voucher_id == voucher.id
    realm.db.execute(update(VoucherRefund).where(of_it).values(new_voucher_id=None))
    realm.db.delete(voucher)
    realm.db.flush()


def give_back(realm: Realm, voucher: Voucher, log_message: str) -> None:
    """Puts what was taken from a wallet for an unused voucher back there: once, since the voucher forgets it."""
    if voucher.wallet_amount is None or voucher.user_id is None:
        return
    amount, voucher.wallet_amount = voucher.wallet_amount, None
    user, wallet = realm.db.get_one(User, voucher.user_id), realm.db.get_one(Campaign, voucher.campaign_id)
    move(realm, user, wallet, amount, kind=REDEMPTION, cause="voucher", log_message=log_message, voucher=voucher)


def _check_claimed(realm: Realm, voucher: Voucher) -> None:
    if voucher.status != "claimed":
        raise realm.refusal("294", hint="The voucher is not claimed")


RULES: Mapping[str, Callable[[Realm], Any]] = {
    "vouchers_claim": claim,
    "vouchers_unclaim": unclaim,
    "vouchers_expire": expire,
    "vouchers_delete": delete,
}
