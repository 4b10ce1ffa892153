"""Wallets: of money or of points, kept as a ledger. A balance is the sum of its entries."""

from __future__ import annotations

from decimal import Decimal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from . import events
from .access import Realm
from .campaign_tables import Campaign, LedgerEntry, Voucher
from .money import ROUNDING, ZERO
from .tables import User

WALLET_TYPES = ("wallet", "points_wallet")
CONTRIBUTION, REDEMPTION, MANUAL = "campaignContribution", "voucherRedemption", "manual"
"""The kinds of entries, as the ledger tells them."""


def wallets_of(db: Session, chain_id: int, *types: str) -> list[Campaign]:
    """The chain's wallets of these types (`wallet`, `points_wallet`) that are in use."""
    wanted = (Campaign.chain_id == chain_id) & Campaign.type.in_(types) & Campaign.active
    return list(db.scalars(select(Campaign).where(wanted).order_by(Campaign.id)))


def balance(db: Session, user_id: int, campaign_id: int) -> Decimal:
    """What a member has in a wallet."""
    theirs = (LedgerEntry.user_id == user_id) & (LedgerEntry.campaign_id == campaign_id)
    return db.scalar(select(func.sum(LedgerEntry.amount)).where(theirs)) or ZERO


def unit(wallet: Campaign) -> Decimal:
    """The least that a wallet can hold: a cent, a point."""
    return Decimal(1).scaleb(-int(wallet.rules.get("rounding_precision", 2)))


def rounded(wallet: Campaign, amount: Decimal) -> Decimal:
    """An amount as the wallet takes it: its own precision, its own way to round."""
    return amount.quantize(unit(wallet), ROUNDING[wallet.rules.get("rounding_strategy", "neutral")])


def move(
    realm: Realm,
    user: User,
    wallet: Campaign,
    amount: Decimal,
    *,
    kind: str,
    cause: str,
    contributor: Campaign | None = None,
    log_message: str | None = None,
    voucher: Voucher | None = None,
    basket_id: int | None = None,
    returned_item_id: int | None = None,
) -> LedgerEntry:
    """Puts an amount into a member's wallet, or takes it out, and tells those who listen.

    Who moves points lets `loyalty.settle` look at the member's level afterwards.

    Args:
        realm: The call.
        user: The member.
        wallet: The wallet.
        amount: Rounded already (`rounded`); below zero to take out. Whether there is enough is the caller's business.
        kind: `CONTRIBUTION`, `REDEMPTION` or `MANUAL`.
        cause: What did it, for webhooks: `Manual`, `signup`, `cashback`, `return` ...
        contributor: The campaign that gives.
        log_message: Why, for people.
        voucher: The voucher that it was paid for, or that was given back.
        basket_id: The purchase behind it.
        returned_item_id: The returned item behind it.
    """
    entry = LedgerEntry(
        id=realm.call.sequence("ledger"),
        user_id=user.id,
        campaign_id=wallet.id,
        contributing_campaign_id=contributor.id if contributor else None,
        amount=amount,
        kind=kind,
        cause=cause,
        log_message=log_message,
        created_at=realm.now,
        mutation_owner_id=realm.acting_user_id,
        voucher_id=voucher.id if voucher else None,
        basket_id=basket_id,
        returned_item_id=returned_item_id,
    )
    realm.db.add(entry)
    realm.db.flush()
    events.points_mutation(realm, entry)
    return entry
