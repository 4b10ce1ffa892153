"""How vouchers fall on the items of a basket, to the cent.

The rule: each voucher in turn is spread over what its items still cost, in proportion to that (`money.spread`: shares
rounded down, the cents left over to the shares that lost most by it, the earlier first). It is worth at most what these
items still cost together, so no item ever costs less than nothing. Where the request says the shares, they are these,
each as far as the item's cost and the voucher's value reach.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from typing import TYPE_CHECKING, Any

from .basket_tables import BasketItem
from .campaign_tables import Campaign, Voucher
from .money import CENT, ZERO, cents, spread

if TYPE_CHECKING:
    from .redeeming import Priced


@dataclass(frozen=True)
class Spread:
    """The shares of a voucher, an entry for each item of the basket."""

    shares: Sequence[Decimal]
    explicit: bool
    """Whether the request said them."""
    cut: bool = False
    """Whether the request said more than there was."""

    @property
    def total(self) -> Decimal:
        """What is redeemed of the voucher."""
        return sum(self.shares, ZERO)


class Till:
    """What each item of a basket still costs while vouchers are redeemed one after another."""

    def __init__(self, items: Sequence[BasketItem]) -> None:
        self.items = items
        self.left = [max(item.subtotal.quantize(CENT, ROUND_DOWN), ZERO) for item in items]
        self.taken = ZERO
        """What vouchers have paid."""

    def spread(self, voucher: Voucher, campaign: Campaign) -> Spread:
        """Spreads a voucher over the items that its campaign does not exclude."""
        counts = counting(campaign)
        weights = [left if counts(item) else ZERO for item, left in zip(self.items, self.left, strict=True)]
        whole = sum(weights, ZERO)
        worth = cents(whole * (voucher.discount_ratio or ZERO)) if voucher.type == "basket_pct" else voucher.amount
        return self._taken(spread(min((worth or ZERO).quantize(CENT, ROUND_DOWN), whole), weights), explicit=False)

    def spread_as_told(self, voucher: Voucher, told: Mapping[int, Decimal]) -> Spread:
        """Spreads a voucher as the request says, whatever its campaign excludes; items that it leaves out get
        nothing."""
        purse = voucher.amount if voucher.type != "basket_pct" else None
        shares: list[Decimal] = []
        cut = False
        for item, left in zip(self.items, self.left, strict=True):
            wanted = cents(told.get(item.position, ZERO))
            share = min(wanted, left, purse.quantize(CENT, ROUND_DOWN) if purse is not None else left)
            cut = cut or share < wanted
            purse = purse - share if purse is not None else None
            shares.append(share)
        return self._taken(shares, explicit=True, cut=cut)

    def _taken(self, shares: Sequence[Decimal], *, explicit: bool, cut: bool = False) -> Spread:
        self.left = [left - share for left, share in zip(self.left, shares, strict=True)]
        fall = Spread(shares, explicit, cut)
        self.taken += fall.total
        return fall


def counting(campaign: Campaign) -> Callable[[BasketItem | Priced], bool]:
    """Which items a campaign's vouchers may be spent on."""
    rules: Mapping[str, Any] = campaign.rules
    promotional = rules.get("spend_on_promotional_items", True) and not rules.get("exclude_promotional", False)
    codes = frozenset[str](rules.get("product_codes", ()))

    def counts(item: BasketItem | Priced) -> bool:
        if item.excluded or (item.promotional and not promotional):
            return False
        return not codes or item.product_code in codes

    return counts
