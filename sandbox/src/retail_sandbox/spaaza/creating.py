"""Creating a voucher by hand, out of a wallet or in a loyalty programme."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import select

from .access import Realm
from .campaign_tables import Campaign, Voucher
from .giving import is_running
from .issuing import issue
from .locking import PERIOD
from .money import exact
from .tables import User
from .voucher_view import held_voucher
from .vouchers import remove
from .wallets import REDEMPTION, balance, move, rounded

_MEMBERS = frozenset({"campaign_id", "voucher_amount", "set_claimed", "delete_existing", "user_id"})
"""What a member may send; the rest is for administrators and trusted systems."""
_HOLDERS = ("user_id", "member_number", "authentication_point_identifier")


def create(realm: Realm) -> dict[str, Any]:
    """Creates a voucher. (Source: Creating vouchers.)"""
    realm.need("write")
    if realm.kind == "user" and (beyond := sorted(set(realm.call.body) - _MEMBERS)):
        raise realm.refusal("424", hint=f"A member cannot say {', '.join(beyond)}")
    campaign = _campaign(realm)
    type = realm.given.get("voucher_type", "basket")
    amount, ratio = _value(realm, type)
    user = _holder(realm, type)
    paid = _payable(realm, user, campaign, type, amount)
    voucher = issue(
        realm,
        campaign,
        user,
        type=type,
        amount=amount,
        discount_ratio=ratio,
        claimed=True if realm.given["set_claimed"] else None,
        expires_at=_expiry(realm),
        wallet_amount=paid,
        **_texts(realm),
        **_lock(realm),
    )
    if paid is not None and user is not None:
        move(realm, user, campaign, -paid, kind=REDEMPTION, cause="voucher", voucher=voucher)
    return held_voucher(realm, voucher)


def _campaign(realm: Realm) -> Campaign:
    number = realm.given["campaign_id"]
    theirs = (Campaign.chain_id == realm.chain.id) & (Campaign.id == number)
    campaign = realm.db.scalars(select(Campaign).where(theirs)).first()
    if campaign is None:
        raise realm.refusal("246", hint=f"The chain has no campaign {number}")
    if campaign.type not in ("wallet", "loyalty"):
        raise realm.refusal("403", hint="Vouchers are created of wallets and loyalty campaigns only")
    if not is_running(campaign, realm.now):
        raise realm.refusal("449")
    if not campaign.rules.get("is_redeemable", True):
        raise realm.refusal("406")
    return campaign


def _value(realm: Realm, type: str) -> tuple[Decimal | None, Decimal | None]:
    """The amount and the ratio, of which each type has its own."""
    amount, ratio = realm.given.get("voucher_amount"), realm.given.get("voucher_discount_ratio")
    if type == "basket" and amount is None:
        raise realm.refusal("441", hint="A basket voucher needs a voucher_amount")
    if type == "basket_pct" and ratio is None:
        raise realm.refusal("441", hint="A percentage voucher needs a voucher_discount_ratio")
    if type == "honour" and "voucher_honour_code" not in realm.given:
        raise realm.refusal("441", hint="An honour voucher needs a voucher_honour_code")
    if type == "basket_pct" and amount is not None:
        raise realm.refusal("428", hint="A percentage voucher has no voucher_amount")
    if type != "basket_pct" and ratio is not None:
        raise realm.refusal("428", hint="Only a percentage voucher has a voucher_discount_ratio")
    return (
        exact(amount, "voucher_amount") if amount is not None else None,
        exact(ratio, "voucher_discount_ratio") if ratio is not None else None,
    )


def _holder(realm: Realm, type: str) -> User | None:
    """Whose it is to be; only a voucher without an amount off may be nobody's."""
    if realm.kind != "user" and type != "basket" and not any(name in realm.given for name in _HOLDERS):
        return None
    return realm.member(_HOLDERS)


def _payable(realm: Realm, user: User | None, campaign: Campaign, type: str, amount: Decimal | None) -> Decimal | None:
    """What is to be taken from the wallet for it; None where the campaign is none."""
    if campaign.type != "wallet":
        return None
    if type != "basket" or user is None or amount is None:
        raise realm.refusal("428", hint="A wallet gives basket vouchers only")
    if rounded(campaign, amount) != amount:
        raise realm.refusal("273", hint="The wallet does not divide so finely")
    if realm.given["delete_existing"]:
        _remove_unused(realm, user)
    if balance(realm.db, user.id, campaign.id) < amount:
        raise realm.refusal("313")
    return amount


def _remove_unused(realm: Realm, user: User) -> None:
    """Deletes a member's vouchers that a wallet paid for, but those that are redeemed or locked."""
    paid = Voucher.wallet_amount.is_not(None) & (Voucher.status != "redeemed")
    for voucher in realm.db.scalars(select(Voucher).where(Voucher.user_id == user.id, paid).order_by(Voucher.id)).all():
        if not voucher.locked(realm.now):
            remove(realm, voucher)


def _expiry(realm: Realm) -> datetime | None:
    text = realm.given.get("expiry_date")
    if text is None:
        return None
    try:
        return datetime.fromisoformat(text).replace(tzinfo=UTC)
    except ValueError as error:
        raise realm.refusal("237", hint=f"There is no such day: {text}") from error


def _texts(realm: Realm) -> dict[str, Any]:
    names = ("title", "text", "description", "notes", "honour_code", "image_url")
    return {name: realm.given.get(f"voucher_{name}") for name in names}


def _lock(realm: Realm) -> dict[str, Any]:
    """It is locked when anything of a lock is said."""
    period, code = realm.given.get("voucher_lock_period"), realm.given.get("voucher_locking_code")
    basket_code = realm.given.get("retailer_basket_code")
    if period is None and code is None and basket_code is None:
        return {}
    until = realm.now + timedelta(seconds=period or PERIOD)
    return {"locked_until": until, "locking_code": code, "basket_code_exclusive": basket_code}


RULES: Mapping[str, Callable[[Realm], Any]] = {"vouchers_create": create}
