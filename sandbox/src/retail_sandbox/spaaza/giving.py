"""What campaigns give, and to whom: an amount to a wallet, or a voucher."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import or_, select

from . import wallets
from .access import Realm
from .campaign_tables import Achievement, Campaign, LedgerEntry
from .issuing import issue
from .tables import User


def takes_part(user: User) -> bool:
    """Whether campaigns give to this member: one who has joined the programme, and is still there."""
    return user.chain_id is not None and user.programme_opted_in and not user.obfuscated


def is_running(campaign: Campaign, now: datetime) -> bool:
    """Whether a campaign is switched on, has begun and has not ended."""
    begun = campaign.starts_at is None or campaign.starts_at <= now
    return campaign.active and begun and (campaign.ends_at is None or campaign.ends_at > now)


def running(realm: Realm, chain_id: int | None, *types: str) -> list[Campaign]:
    """The campaigns of these types that a chain has now."""
    wanted = (Campaign.chain_id == chain_id) & Campaign.type.in_(types) & Campaign.active
    wanted &= or_(Campaign.starts_at.is_(None), Campaign.starts_at <= realm.now)
    wanted &= or_(Campaign.ends_at.is_(None), Campaign.ends_at > realm.now)
    return list(realm.db.scalars(select(Campaign).where(wanted).order_by(Campaign.id)))


def recipient(realm: Realm, campaign: Campaign) -> Campaign | None:
    """The wallet that a campaign gives to; None where it has none, or it is no longer in use."""
    wallet = realm.db.get(Campaign, campaign.recipient_campaign_id) if campaign.recipient_campaign_id else None
    if wallet is None or wallet.chain_id != campaign.chain_id or wallet.type not in wallets.WALLET_TYPES:
        return None
    return wallet if wallet.active else None


def achievement(realm: Realm, user: User, campaign: Campaign) -> Achievement:
    """How far a member is in a campaign."""
    found = realm.db.get(Achievement, (user.id, campaign.id))
    if found is None:
        found = Achievement(user_id=user.id, campaign_id=campaign.id, amount=Decimal(0), count=0, rewards=0)
        realm.db.add(found)
    return found


def is_left(campaign: Campaign, won: Achievement, *, once: bool) -> bool:
    """Whether a campaign has something left for a member.

    Args:
        campaign: The campaign; its `max_rewards` counts.
        won: What the member had of it.
        once: Whether it gives once where it does not say how often.
    """
    most = campaign.rules.get("max_rewards", 1 if once else None)
    return most is None or won.rewards < most


def give(
    realm: Realm,
    user: User,
    campaign: Campaign,
    won: Achievement,
    *,
    reward: Mapping[str, Any] | None = None,
    basket_id: int | None = None,
) -> LedgerEntry | None:
    """Gives a member what a campaign has for them: to its wallet, or as a voucher.

    Where the campaign has a wallet, a reward that names a type of voucher is a voucher all the same. Who gives points
    lets `loyalty.settle` look at the member's level afterwards.

    Args:
        realm: The call.
        user: The member.
        campaign: Who gives.
        won: The member's achievement there, which counts it.
        reward: What is given; None: the campaign's `reward`.
        basket_id: The purchase that it is given for.

    Returns:
        The entry in the wallet; None for a voucher, and for nothing.
    """
    given = campaign.rules.get("reward", {}) if reward is None else reward
    won.rewards += 1
    won.rewarded_at = realm.now
    wallet = recipient(realm, campaign)
    if wallet is None or "voucher_type" in given:
        _issue(realm, user, campaign, given)
        return None
    amount = wallets.rounded(wallet, Decimal(given.get("amount", 0)))
    if not amount:
        return None
    return wallets.move(
        realm,
        user,
        wallet,
        amount,
        kind=wallets.CONTRIBUTION,
        cause=campaign.type,
        contributor=campaign,
        basket_id=basket_id,
    )


def _issue(realm: Realm, user: User, campaign: Campaign, reward: Mapping[str, Any]) -> None:
    if not reward:
        return
    amount, ratio, days = (reward.get(name) for name in ("amount", "discount_ratio", "expiry_days"))
    issue(
        realm,
        campaign,
        user,
        type=reward.get("voucher_type", "basket"),
        amount=None if amount is None else Decimal(amount),
        discount_ratio=None if ratio is None else Decimal(ratio),
        expires_at=realm.now + timedelta(days=days) if days else None,
        honour_code=reward.get("honour_code"),
        title=reward.get("title"),
        text=reward.get("text"),
    )
