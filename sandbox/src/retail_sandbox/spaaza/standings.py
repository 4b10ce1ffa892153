"""Where a member stands in a loyalty programme: the points that count, and those earned since the last review."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from .campaign_tables import Campaign, LedgerEntry, LoyaltyLevel, LoyaltyRule, RuleProgress, Standing
from .money import ZERO

_SPENT = "voucherRedemption"


def points_wallet_id(programme: Campaign) -> int | None:
    """The wallet whose points a programme goes by."""
    return programme.rules.get("points_campaign_id")


def counting(standing: Standing, balance: Decimal) -> Decimal:
    """The points of a balance that count for levels: those that came before a level was lowered do not."""
    return max(balance - standing.points_lapsed, ZERO)


def earned(db: Session, standing: Standing, wallet_id: int, until: datetime) -> Decimal:
    """Points earned since the last review, and before `until`; what was spent is no loss, what was taken back is."""
    theirs = (LedgerEntry.user_id == standing.user_id) & (LedgerEntry.campaign_id == wallet_id)
    since = (LedgerEntry.created_at >= standing.reviewed_at) & (LedgerEntry.created_at < until)
    amount = select(func.sum(LedgerEntry.amount)).where(theirs & since & (LedgerEntry.kind != _SPENT))
    return db.scalar(amount) or ZERO


def levels_of(db: Session, programme_id: int) -> list[LoyaltyLevel]:
    """The levels of a programme, from the lowest. They are read once in a transaction: no call changes them."""
    known: dict[int, list[LoyaltyLevel]] = db.info.setdefault("loyalty levels", {})
    if programme_id not in known:
        theirs = select(LoyaltyLevel).where(LoyaltyLevel.campaign_id == programme_id)
        known[programme_id] = list(db.scalars(theirs.order_by(LoyaltyLevel.position)))
    return known[programme_id]


def rules_of(db: Session, programme_id: int) -> list[LoyaltyRule]:
    """The rules of a programme. They are read once in a transaction: no call changes them."""
    known: dict[int, list[LoyaltyRule]] = db.info.setdefault("loyalty rules", {})
    if programme_id not in known:
        theirs = select(LoyaltyRule).where(LoyaltyRule.campaign_id == programme_id)
        known[programme_id] = list(db.scalars(theirs.order_by(LoyaltyRule.id)))
    return known[programme_id]


def progress_of(db: Session, user_id: int, programme_id: int) -> dict[int, RuleProgress]:
    """How often the rules of a programme have acted for a member, by rule."""
    theirs = select(RuleProgress).join(LoyaltyRule, LoyaltyRule.id == RuleProgress.rule_id)
    theirs = theirs.where(RuleProgress.user_id == user_id, LoyaltyRule.campaign_id == programme_id)
    return {each.rule_id: each for each in db.scalars(theirs)}


def threshold(level: LoyaltyLevel, rules: list[LoyaltyRule]) -> Decimal | None:
    """The points from which a level is reached, by itself or by a rule that sets it; None: not by points."""
    if level.points_threshold is not None:
        return level.points_threshold
    setting = (
        rule.points_threshold
        for rule in rules
        if rule.type == "points_tracker" and rule.action == "setLevel" and rule.loyalty_level_id == level.id
        if rule.direction != "down" and rule.points_threshold is not None
    )
    return min(setting, default=None)
