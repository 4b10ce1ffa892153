"""Wallets by hand, and their history."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import func, select

from . import loyalty, wallets
from .access import IDENTIFIERS, Realm
from .answers import Told, iso
from .basket_tables import Basket
from .campaign_tables import Campaign, LedgerEntry
from .campaign_view import told_type
from .localising import localised_fields
from .money import ZERO, exact, plain
from .problems import version_of
from .tables import Chain, User

_SENT = (*IDENTIFIERS, "campaign_id", "amount", "log_message")
_TYPES = {"wallet": ("wallet",), "points": ("points_wallet",)}
_HOLDER = ("user_id", "member_number", "authentication_point_identifier")


def add_amount(realm: Realm) -> dict[str, Any]:
    """Puts an amount into a wallet by hand, or takes it out.

    Chosen: the daily maximum is of what is put into one member's wallet on one day of UTC, by whomever; what is taken
    out does not count. A wallet without a maximum takes nothing by hand (304). An amount that is nothing, or finer than
    the wallet divides, is none (324).
    """
    chain = realm.need("write")
    user = realm.member()
    wallet = _wallet(realm, chain)
    amount, reason = exact(realm.given["amount"]), realm.given["log_message"].strip()
    if not reason:
        raise realm.refusal("302")
    if user.obfuscated:
        raise realm.refusal("424", hint="This account was deleted")
    if not amount or amount % wallets.unit(wallet):
        raise realm.refusal("324", hint=f"The wallet takes multiples of {wallets.unit(wallet)}, but not 0")
    _check_daily(realm, user, wallet, amount)
    below = wallet.rules.get("balance_can_subzero", False)
    if amount < 0 and not below and wallets.balance(realm.db, user.id, wallet.id) + amount < 0:
        raise realm.refusal("313")
    entry = wallets.move(realm, user, wallet, amount, kind=wallets.MANUAL, cause="Manual", log_message=reason)
    loyalty.settle(realm, user)
    return {
        "result_method": realm.call.operation.method.lower(),
        "username": user.username,
        "params": {name: _text(realm.given[name]) for name in _SENT if name in realm.given},
        "user_purchase_progress": {
            "id": entry.id,
            "user_id": user.id,
            "currency_id": wallet.currency_id,
            "amount": f"{amount:.2f}",
            "progress_type": entry.cause,
            "log_message": reason,
            "created_date": iso(entry.created_at),
            "mutation_owner_id": entry.mutation_owner_id,
        },
    }


def history(realm: Realm) -> Told:
    """What went into a member's wallets and out of them, the newest first."""
    chain = realm.need("read")
    realm.need_app("user")
    user = realm.member(_HOLDER)
    kind = realm.given.get("type")
    types = _TYPES[kind] if kind else wallets.WALLET_TYPES
    entries = (
        select(LedgerEntry, Campaign, Basket.code)
        .join(Campaign, Campaign.id == LedgerEntry.campaign_id)
        .outerjoin(Basket, Basket.id == LedgerEntry.basket_id)
        .where(LedgerEntry.user_id == user.id, Campaign.chain_id == chain.id, Campaign.type.in_(types))
        .order_by(LedgerEntry.created_at.desc(), LedgerEntry.id.desc())
    )
    ledger = [_told(realm, entry, wallet, code) for entry, wallet, code in realm.db.execute(entries)]
    results = {"ledger": ledger} if kind == "wallet" else {"type": "points_wallet", "ledger": ledger}
    old = version_of(realm.call) < (1, 4, 1)
    return Told(results, older=_with_bare_dates if old else None)


def _wallet(realm: Realm, chain: Chain) -> Campaign:
    wallet = realm.db.get(Campaign, realm.given["campaign_id"])
    if wallet is None or wallet.chain_id != chain.id:
        raise realm.refusal("246", hint="There is no such campaign in this chain")
    if wallet.type not in wallets.WALLET_TYPES:
        raise realm.refusal("403", hint="The campaign is no wallet")
    if not wallet.active:
        raise realm.refusal("449")
    return wallet


def _check_daily(realm: Realm, user: User, wallet: Campaign, amount: Decimal) -> None:
    most = wallet.rules.get("max_manual_daily_amount")
    if most is None:
        raise realm.refusal("304", hint="The wallet takes nothing by hand: it has no max_manual_daily_amount")
    midnight = realm.now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    today = (LedgerEntry.created_at >= midnight) & (LedgerEntry.created_at < midnight + timedelta(days=1))
    theirs = (LedgerEntry.user_id == user.id) & (LedgerEntry.campaign_id == wallet.id)
    by_hand = theirs & today & (LedgerEntry.kind == wallets.MANUAL) & (LedgerEntry.amount > 0)
    added = realm.db.scalar(select(func.sum(LedgerEntry.amount)).where(by_hand)) or ZERO
    if amount > 0 and added + amount > Decimal(most):
        raise realm.refusal("303", hint=f"Of {most} a day, {plain(added)} are added already")


def _told(realm: Realm, entry: LedgerEntry, wallet: Campaign, basket_code: str | None) -> dict[str, Any]:
    """An entry. What staff entered has their reason for a title, and no other language."""
    by_hand = entry.kind == wallets.MANUAL
    giver = realm.db.get(Campaign, entry.contributing_campaign_id) if entry.contributing_campaign_id else None
    campaign = giver or wallet
    told = {
        "date": iso(entry.created_at),
        "currency_symbol": realm.currency(wallet.currency_id).symbol,
        "amount": plain(entry.amount),
        "receipt_id": entry.basket_id,
        "retailer_basket_code": basket_code,
        "campaign_type": "manual" if by_hand else told_type(campaign),
        "campaign_title": entry.log_message or wallet.title if by_hand else campaign.title,
        "kind": entry.kind,
    }
    return told if by_hand else told | localised_fields(realm, campaign, campaign_title_localised="title")


def _with_bare_dates(results: dict[str, Any]) -> dict[str, Any]:
    """As before version 1.4.1: UTC that does not say so."""
    return results | {"ledger": [each | {"date": each["date"][:19].replace("T", " ")} for each in results["ledger"]]}


def _text(value: Any) -> str:
    """A parameter as the answer repeats it."""
    return str(plain(exact(value))) if isinstance(value, float) else str(value)


RULES: Mapping[str, Callable[[Realm], Any]] = {"wallets_add_amount": add_amount, "wallets_ledger": history}
"""The operations that are served here."""
