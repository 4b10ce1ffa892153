"""Spaaza's tables of campaigns: what they give, to whom they gave it, and the vouchers."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from ..store import Base
from .money import Exact


class Campaign(Base):
    """A set of rules of a chain: a wallet, a programme, or what gives something for something."""

    __tablename__ = "spaaza_campaigns"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    chain_id: Mapped[int] = mapped_column(ForeignKey("spaaza_chains.id"), index=True)
    type: Mapped[str]
    """`wallet`, `points_wallet`, `loyalty`, `signup`, `birthday`, `referral`, `login`, `profile_completion`,
    `interaction`, `cashback` (spend and earn), `progress` (spend target), `purchase_count`, `basket`, `product`,
    `content`."""
    title: Mapped[str]
    description: Mapped[str]
    notes: Mapped[str | None]
    voucher_text: Mapped[str | None]
    active: Mapped[bool]
    starts_at: Mapped[datetime | None]
    ends_at: Mapped[datetime | None]
    currency_id: Mapped[int] = mapped_column(ForeignKey("spaaza_currencies.id"))
    recipient_campaign_id: Mapped[int | None]
    """The wallet that what is earned goes to; None: a voucher is issued."""
    image: Mapped[dict[str, Any]]
    localisations: Mapped[dict[str, Any]]
    """Texts by field, language (`nl`) and variant (`default`, `nl-BE`)."""
    rules: Mapped[dict[str, Any]]
    """What its type needs; `seed_schema.yaml` says what there is. Amounts in it are texts: `"5.00"`."""
    created_at: Mapped[datetime]
    modified_at: Mapped[datetime]


class LoyaltyLevel(Base):
    """A level of a loyalty programme."""

    __tablename__ = "spaaza_loyalty_levels"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    campaign_id: Mapped[int] = mapped_column(ForeignKey("spaaza_campaigns.id"), index=True)
    position: Mapped[int]
    """From the lowest, 0."""
    name: Mapped[str]
    description: Mapped[str]
    automated: Mapped[bool]
    """Whether members are moved to it and from it by their points."""
    points_threshold: Mapped[Decimal | None] = mapped_column(Exact)
    """Points from which it is reached."""
    maintenance_points: Mapped[Decimal | None] = mapped_column(Exact)
    """Points needed to stay, at each review."""


class LoyaltyRule(Base):
    """What a loyalty programme does when the points of a member cross a threshold."""

    __tablename__ = "spaaza_loyalty_rules"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    campaign_id: Mapped[int] = mapped_column(ForeignKey("spaaza_campaigns.id"), index=True)
    title: Mapped[str]
    description: Mapped[str | None]
    type: Mapped[str]
    """`points_tracker`, `initial`, `review`."""
    action: Mapped[str]
    """`createBasketVoucher`, `setLevel`, `addPointsToWallet`."""
    direction: Mapped[str | None]
    repeatable: Mapped[bool]
    points_threshold: Mapped[Decimal | None] = mapped_column(Exact)
    action_amount: Mapped[Decimal | None] = mapped_column(Exact)
    expiry_unit: Mapped[str | None]
    expiry_quantity: Mapped[int | None]
    loyalty_level_id: Mapped[int | None]
    operand_campaign_id: Mapped[int | None]

    def reached(self, points: Decimal) -> int:
        """How often so many points reach the threshold: once at most, unless it repeats."""
        if not self.points_threshold or points < self.points_threshold:
            return 0
        return int(points // self.points_threshold) if self.repeatable else 1


class RuleProgress(Base):
    """How often a loyalty rule has acted for a member."""

    __tablename__ = "spaaza_rule_progress"

    user_id: Mapped[int] = mapped_column(ForeignKey("spaaza_users.id"), primary_key=True)
    rule_id: Mapped[int] = mapped_column(ForeignKey("spaaza_loyalty_rules.id"), primary_key=True)
    times: Mapped[int] = mapped_column(default=0)
    armed: Mapped[bool] = mapped_column(default=False)
    """Of a rule that acts when points fall: whether they have been above the threshold since it last did."""


class Standing(Base):
    """The level of a member in a programme."""

    __tablename__ = "spaaza_standings"

    user_id: Mapped[int] = mapped_column(ForeignKey("spaaza_users.id"), primary_key=True)
    campaign_id: Mapped[int] = mapped_column(ForeignKey("spaaza_campaigns.id"), primary_key=True)
    loyalty_level_id: Mapped[int] = mapped_column(ForeignKey("spaaza_loyalty_levels.id"))
    reached_at: Mapped[datetime]
    reviewed_at: Mapped[datetime]
    next_review_at: Mapped[datetime] = mapped_column(index=True)
    points_lapsed: Mapped[Decimal] = mapped_column(Exact, default=Decimal(0))
    """Points of the balance that no longer count for levels, since a review or somebody lowered the level."""


class BirthdayRound(Base):
    """Up to which day the birthdays of a chain's members were looked at."""

    __tablename__ = "spaaza_birthday_rounds"

    chain_id: Mapped[int] = mapped_column(ForeignKey("spaaza_chains.id"), primary_key=True)
    day: Mapped[date]


class Achievement(Base):
    """How far a member is in a campaign, and how often it has rewarded."""

    __tablename__ = "spaaza_achievements"

    user_id: Mapped[int] = mapped_column(ForeignKey("spaaza_users.id"), primary_key=True)
    campaign_id: Mapped[int] = mapped_column(ForeignKey("spaaza_campaigns.id"), primary_key=True)
    amount: Mapped[Decimal] = mapped_column(Exact, default=Decimal(0))
    """Spent towards the target."""
    count: Mapped[int] = mapped_column(default=0)
    """Purchases counted; of a referral 1 for a member whose own invitation was rewarded."""
    rewards: Mapped[int] = mapped_column(default=0)
    rewarded_at: Mapped[datetime | None]


class LedgerEntry(Base):
    """A movement of a wallet. A balance is the sum of them; no other record of it is kept."""

    __tablename__ = "spaaza_ledger"
    __table_args__ = (Index("spaaza_ledger_of_wallet", "user_id", "campaign_id"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    user_id: Mapped[int] = mapped_column(ForeignKey("spaaza_users.id"))
    campaign_id: Mapped[int] = mapped_column(ForeignKey("spaaza_campaigns.id"))
    """The wallet."""
    contributing_campaign_id: Mapped[int | None]
    amount: Mapped[Decimal] = mapped_column(Exact)
    kind: Mapped[str]
    """As the ledger tells it: `campaignContribution`, `voucherRedemption`, `manual`."""
    cause: Mapped[str]
    """`Manual`, or what did it: `signup`, `cashback`, `voucher`, `return`, `handleLoyaltyRule` ..."""
    log_message: Mapped[str | None]
    created_at: Mapped[datetime]
    mutation_owner_id: Mapped[int | None]
    voucher_id: Mapped[int | None]
    basket_id: Mapped[int | None] = mapped_column(index=True)
    returned_item_id: Mapped[int | None]


class Voucher(Base):
    """A right of a member."""

    __tablename__ = "spaaza_vouchers"
    __table_args__ = (
        Index("spaaza_vouchers_of_chain", "chain_id", "id"),
        Index("spaaza_vouchers_of_user", "user_id", "status"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    key: Mapped[str] = mapped_column(unique=True)
    chain_id: Mapped[int] = mapped_column(ForeignKey("spaaza_chains.id"))
    user_id: Mapped[int | None] = mapped_column(ForeignKey("spaaza_users.id"))
    """None for an honour voucher that anybody may show."""
    campaign_id: Mapped[int] = mapped_column(ForeignKey("spaaza_campaigns.id"), index=True)
    type: Mapped[str]
    """`basket`, `basket_pct`, `honour`, `var_price`, `var_price_meta`."""
    status: Mapped[str]
    """`generated`, `claimed`, `redeemed`. A deleted voucher's row is gone."""
    amount: Mapped[Decimal | None] = mapped_column(Exact)
    """What it was issued for."""
    amount_redeemed: Mapped[Decimal] = mapped_column(Exact, default=Decimal(0))
    discount_ratio: Mapped[Decimal | None] = mapped_column(Exact)
    currency_id: Mapped[int | None]
    wallet_amount: Mapped[Decimal | None] = mapped_column(Exact)
    """What was taken from a wallet for it, to be given back when it is deleted or expires unused; None for others."""
    honour_code: Mapped[str | None]
    title: Mapped[str | None]
    text: Mapped[str | None]
    description: Mapped[str | None]
    notes: Mapped[str | None]
    image_url: Mapped[str | None]
    product_id: Mapped[int | None]
    """Of a variable price."""
    product_price: Mapped[Decimal | None] = mapped_column(Exact)
    """The product's price before it."""
    created_at: Mapped[datetime]
    creating_user_id: Mapped[int | None]
    expires_at: Mapped[datetime]
    redeemed_at: Mapped[datetime | None]
    redeeming_basket_id: Mapped[int | None] = mapped_column(index=True)
    locked_until: Mapped[datetime | None]
    locking_code: Mapped[str | None]
    basket_code_exclusive: Mapped[str | None]
    parent_voucher_id: Mapped[int | None] = mapped_column(index=True)
    """The redeemed voucher whose value came back by a return."""
    return_transaction_id: Mapped[int | None]

    def locked(self, now: datetime) -> bool:
        """Whether it is locked at this moment."""
        return self.locked_until is not None and self.locked_until > now

    def expired(self, now: datetime) -> bool:
        """Whether it can no longer be used."""
        return self.expires_at <= now


Index("spaaza_vouchers_by_expiry", Voucher.expires_at, Voucher.status)
Index("spaaza_vouchers_from_wallets", Voucher.status, Voucher.wallet_amount)
