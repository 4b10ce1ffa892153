"""What a purchase earns: its worth by item, and the campaigns that count it.

An item is worth what was paid for it: its subtotal less its shares of the basket's vouchers. Where these do not add up
to the basket's total, with or without the shipping, the total counts (source: basket_total_price), and each item for
its part of it. A basket that brings items back as well counts by its items.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import func, insert, select

from . import wallets
from .access import Realm
from .basket_tables import Basket, BasketItem, EarnedShare, ReturnTransaction, VoucherShare
from .campaign_tables import Campaign, LedgerEntry
from .giving import achievement, give, is_left, recipient
from .money import ZERO, spread
from .tables import User

_AT_ONCE = 100
"""How many rewards of one campaign a purchase brings at most; what is left comes with the next."""
_MOST = Decimal(1_000_000_000)
"""What one purchase earns in a wallet at most."""


@dataclass(frozen=True)
class Purchase:
    """A basket's items, and what each is worth."""

    basket: Basket
    worths: Sequence[tuple[BasketItem, Decimal]]

    def counted(self, campaign: Campaign) -> list[tuple[BasketItem, Decimal]]:
        """The items that a campaign counts, with what they are worth; none where it does not count the purchase."""
        rules = campaign.rules
        if rules.get("platform", self.basket.platform) != self.basket.platform:
            return []
        codes = rules.get("product_codes")
        found = [
            (item, worth)
            for item, worth in self.worths
            if not item.excluded
            and not (item.promotional and rules.get("exclude_promotional", False))
            and (codes is None or item.product_code in codes)
        ]
        return found if total(found) >= Decimal(rules.get("minimum_basket", 0)) else []


def total(worths: Sequence[tuple[BasketItem, Decimal]]) -> Decimal:
    """What items are worth together."""
    return sum((worth for _, worth in worths), ZERO)


def look(realm: Realm, basket: Basket, items: Sequence[BasketItem]) -> Purchase:
    """What a basket's items are worth."""
    shares = (
        select(VoucherShare.item_id, func.sum(VoucherShare.amount))
        .join(BasketItem, BasketItem.id == VoucherShare.item_id)
        .where(BasketItem.basket_id == basket.id)
        .group_by(VoucherShare.item_id)
    )
    off = {row[0]: row[1] for row in realm.db.execute(shares)}
    worths = [(item, max(item.subtotal - off.get(item.id, ZERO), ZERO)) for item in items]
    paid = total(worths)
    brings_back = select(ReturnTransaction.id).where(ReturnTransaction.returning_basket_id == basket.id).limit(1)
    adds_up = basket.total in (paid, paid + basket.shipping_charge)
    if paid and not adds_up and realm.db.scalar(brings_back) is None:
        worths = [(item, max(basket.total, ZERO) * worth / paid) for item, worth in worths]
    return Purchase(basket, worths)


def earn(realm: Realm, user: User, purchase: Purchase, campaigns: Sequence[Campaign]) -> Iterator[LedgerEntry]:
    """Gives what campaigns of spend and earn give, spread over the items.

    Chosen: points are earned in any currency by the figure, money only by purchases in the wallet's own currency.
    """
    for campaign in campaigns:
        wallet = recipient(realm, campaign)
        if wallet is None:
            continue
        if wallet.type == "wallet" and wallet.currency_id != purchase.basket.currency_id:
            continue
        counted = purchase.counted(campaign)
        ratio = Decimal(campaign.rules.get("earn_percentage", 0)) / 100
        amount = wallets.rounded(wallet, min(total(counted) * ratio, _MOST))
        if amount > 0:
            entry = wallets.move(
                realm,
                user,
                wallet,
                amount,
                kind=wallets.CONTRIBUTION,
                cause=campaign.type,
                contributor=campaign,
                basket_id=purchase.basket.id,
            )
            share_out(realm, entry, counted)
            yield entry


def approach(realm: Realm, user: User, purchase: Purchase, campaigns: Sequence[Campaign]) -> Iterator[LedgerEntry]:
    """Brings spend targets nearer, and rewards those that are reached.

    Chosen: a target counts purchases in its campaign's own currency.
    """
    for campaign in campaigns:
        target = Decimal(campaign.rules.get("target", 0))
        if target <= 0 or campaign.currency_id != purchase.basket.currency_id:
            continue
        counted = purchase.counted(campaign)
        won = achievement(realm, user, campaign)
        won.amount += total(counted).quantize(Decimal("0.000001"))
        reached = int(won.amount // target)
        if not campaign.rules.get("repeats", False):
            reached = min(reached, 1)
        for _ in range(min(reached - won.rewards, _AT_ONCE)):
            if is_left(campaign, won, once=False):
                entry = give(realm, user, campaign, won, basket_id=purchase.basket.id)
                if entry is not None:
                    share_out(realm, entry, counted)
                    yield entry


def count(realm: Realm, user: User, purchase: Purchase, campaigns: Sequence[Campaign]) -> Iterator[LedgerEntry]:
    """Counts a purchase, and rewards the one whose turn it is."""
    for campaign in campaigns:
        turn = int(campaign.rules.get("purchase_number", 0))
        counted = purchase.counted(campaign)
        if not turn or not counted:
            continue
        won = achievement(realm, user, campaign)
        won.count += 1
        its_turn = won.count % turn == 0 if campaign.rules.get("repeats", False) else won.count == turn
        if its_turn and is_left(campaign, won, once=False):
            entry = give(realm, user, campaign, won, basket_id=purchase.basket.id)
            if entry is not None:
                share_out(realm, entry, counted)
                yield entry


def share_out(realm: Realm, entry: LedgerEntry, worths: Sequence[tuple[BasketItem, Decimal]]) -> None:
    """Says which item earned how much of what a purchase earned, for when it comes back. Where no item is worth
    anything, each is as good as another."""
    wallet = realm.db.get_one(Campaign, entry.campaign_id)
    weights = [worth for _, worth in worths]
    shares = spread(entry.amount, weights if any(weights) else [Decimal(1)] * len(weights), wallets.unit(wallet))
    rows = [
        {"item_id": item.id, "entry_id": entry.id, "amount": share}
        for (item, _), share in zip(worths, shares, strict=True)
        if share
    ]
    if rows:
        realm.db.execute(insert(EarnedShare), rows)
