"""What receipts are made of, read for many baskets at once: lines, vouchers redeemed, what wallets earned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from .basket_tables import (
    Basket,
    BasketItem,
    ItemVoucher,
    Product,
    ReturnedItem,
    ReturnTransaction,
    Variant,
    VoucherRefund,
    VoucherShare,
)
from .campaign_tables import Campaign, LedgerEntry, Voucher
from .money import ZERO, cents
from .rows import by_id
from .wallets import CONTRIBUTION, WALLET_TYPES, wallets_of


@dataclass(frozen=True)
class Line:
    """A line of a receipt: an item bought, or one that came back."""

    item: BasketItem
    product: Product | None
    variant: Variant | None
    quantity: Decimal
    price: Decimal
    """Of one; below zero for what came back."""
    subtotal: Decimal
    own_vouchers: Decimal = ZERO
    """What its variable prices took off all of it. The price and the subtotal are without it."""
    shares: Decimal = ZERO
    """What fell to it of the vouchers of the whole basket. The subtotal is with it. Below zero: what of it came back as
    voucher or to a wallet, so that it is not paid back."""
    returned: bool = False

    @property
    def vouchers(self) -> Decimal:
        """What vouchers took off all of it."""
        return self.own_vouchers + self.shares

    @property
    def name(self) -> str | None:
        """What it is called."""
        return self.item.name or (self.product.name if self.product else None)

    @property
    def sku(self) -> str | None:
        """The retailer's code of it: of the variant, else of the product, else its barcode."""
        return self.item.variant_code or self.item.product_code or self.item.barcode


@dataclass(frozen=True)
class Redeemed:
    """A voucher that a purchase redeemed."""

    voucher: Voucher
    campaign: Campaign
    amount: Decimal

    @property
    def type(self) -> str:
        """`wallet` for one that was bought from a wallet; else as vouchers tell it."""
        return "wallet" if self.voucher.wallet_amount is not None else self.voucher.type


@dataclass(frozen=True)
class Earned:
    """What a purchase did to a wallet."""

    wallet: Campaign
    contributions: Sequence[tuple[str, Decimal]]
    """Title of the campaign that gave, and what it gave in all. Below zero: what it took back for returned items."""
    total: Decimal
    """The balance directly after the purchase."""

    @property
    def amount(self) -> Decimal:
        """All of it."""
        return sum((amount for _, amount in self.contributions), ZERO)


class Parts:
    """The parts of the receipts of several baskets, read at once."""

    def __init__(self, db: Session, baskets: Sequence[Basket]) -> None:
        self._lines = lines_of(db, baskets)
        self._redeemed = redeemed_by(db, baskets)
        self._earned = earned_by(db, baskets)

    def lines(self, basket: Basket) -> Sequence[Line]:
        """What was bought in the order of the basket, then what came back."""
        return self._lines.get(basket.id, ())

    def redeemed(self, basket: Basket) -> Sequence[Redeemed]:
        """The vouchers that it redeemed."""
        return self._redeemed.get(basket.id, ())

    def earned(self, basket: Basket) -> Mapping[str, Earned]:
        """What it did to the member's wallets, by their type."""
        return self._earned.get(basket.id, {})


def lines_of(db: Session, baskets: Sequence[Basket]) -> Mapping[int | None, list[Line]]:
    """The lines by basket: what was bought in the order of the basket, then what came back."""
    ids = [basket.id for basket in baskets]
    found: dict[int | None, list[Line]] = defaultdict(list)
    own, shares = _own_vouchers(db, ids), _shares(db, ids)
    bought = select(BasketItem).where(BasketItem.basket_id.in_(ids)).order_by(BasketItem.basket_id, BasketItem.position)
    returned = (
        select(ReturnedItem, BasketItem, ReturnTransaction.returning_basket_id)
        .join(ReturnTransaction, ReturnTransaction.id == ReturnedItem.return_id)
        .join(BasketItem, BasketItem.id == ReturnedItem.item_id)
        .where(ReturnTransaction.returning_basket_id.in_(ids))
        .order_by(ReturnedItem.id)
    )
    items, back = list(db.scalars(bought)), db.execute(returned).all()
    catalogue = _Catalogue(db, [*items, *(item for _, item, _ in back)])
    for item in items:
        off = own.get(item.id, ZERO), shares.get(item.id, ZERO)
        found[item.basket_id].append(Line(item, *catalogue.of(item), item.quantity, item.price, item.subtotal, *off))
    refunds = _refunds(db, ids) if back else dict[int, Decimal]()
    for each, item, basket_id in back:
        amounts = each.quantity, each.price, cents(each.price * each.quantity)
        kept = -refunds.get(each.id, ZERO)
        found[basket_id].append(Line(item, *catalogue.of(item), *amounts, shares=kept, returned=True))
    return found


def _refunds(db: Session, ids: Sequence[int]) -> Mapping[int, Decimal]:
    query = (
        select(VoucherRefund.returned_item_id, VoucherRefund.amount)
        .join(ReturnedItem, ReturnedItem.id == VoucherRefund.returned_item_id)
        .join(ReturnTransaction, ReturnTransaction.id == ReturnedItem.return_id)
        .where(ReturnTransaction.returning_basket_id.in_(ids))
    )
    back: dict[int, Decimal] = defaultdict(Decimal)
    for returned_item_id, amount in db.execute(query):
        back[returned_item_id] += amount
    return back


def _own_vouchers(db: Session, ids: Sequence[int]) -> Mapping[int, Decimal]:
    query = select(ItemVoucher.item_id, ItemVoucher.amount, BasketItem.quantity)
    query = query.join(BasketItem, BasketItem.id == ItemVoucher.item_id).where(BasketItem.basket_id.in_(ids))
    off: dict[int, Decimal] = defaultdict(Decimal)
    for item_id, amount, quantity in db.execute(query):
        off[item_id] += cents(amount * quantity)
    return off


def _shares(db: Session, ids: Sequence[int]) -> Mapping[int, Decimal]:
    query = select(VoucherShare.item_id, VoucherShare.amount)
    query = query.join(BasketItem, BasketItem.id == VoucherShare.item_id).where(BasketItem.basket_id.in_(ids))
    off: dict[int, Decimal] = defaultdict(Decimal)
    for item_id, amount in db.execute(query):
        off[item_id] += amount
    return off


class _Catalogue:
    """The products and variants of items."""

    def __init__(self, db: Session, items: Sequence[BasketItem]) -> None:
        self._products = by_id(db, Product, (item.product_id for item in items))
        self._variants = by_id(db, Variant, (item.variant_id for item in items))

    def of(self, item: BasketItem) -> tuple[Product | None, Variant | None]:
        return self._products.get(item.product_id or 0), self._variants.get(item.variant_id or 0)


def redeemed_by(db: Session, baskets: Sequence[Basket]) -> Mapping[int, list[Redeemed]]:
    """The vouchers that each basket redeemed, by basket.

    One without an amount of its own, such as a percentage, took off what its shares add up to.
    """
    ids = [basket.id for basket in baskets]
    shares: dict[int, Decimal] = defaultdict(Decimal)
    query = (
        select(VoucherShare.voucher_id, VoucherShare.amount)
        .join(BasketItem, BasketItem.id == VoucherShare.item_id)
        .where(BasketItem.basket_id.in_(ids))
    )
    vouchers = (
        select(Voucher, Campaign)
        .join(Campaign, Campaign.id == Voucher.campaign_id)
        .where(Voucher.redeeming_basket_id.in_(ids))
        .order_by(Voucher.id)
    )
    redeemed = db.execute(vouchers).all()
    for voucher_id, amount in db.execute(query) if redeemed else ():
        shares[voucher_id] += amount
    found: dict[int, list[Redeemed]] = defaultdict(list)
    for voucher, campaign in redeemed:
        amount = voucher.amount_redeemed or shares[voucher.id]
        found[voucher.redeeming_basket_id or 0].append(Redeemed(voucher, campaign, amount))
    return found


def earned_by(db: Session, baskets: Sequence[Basket]) -> Mapping[int, Mapping[str, Earned]]:
    """What each basket did to the member's wallets, by basket and by the wallet's type (`wallet`, `points_wallet`).

    There is nothing of nobody's basket, or where the chain has no wallet of the type. With several wallets of a type it
    is the one that moved. Later returns change nothing: what they take back belongs to them.
    """
    theirs = [basket for basket in baskets if basket.user_id is not None]
    wallets = {id: wallets_of(db, id, *WALLET_TYPES) for id in {basket.chain_id for basket in theirs}}
    moved = _movements(db, theirs)
    shown: dict[_Place, Campaign] = {}
    for basket in theirs:
        for type in WALLET_TYPES:
            own = [each for each in wallets[basket.chain_id] if each.type == type]
            wallet = next((each for each in own if (basket.id, each.id) in moved), own[0] if own else None)
            if wallet is not None:
                shown[basket.id, wallet.id] = wallet
    unmoved = {basket_id for basket_id, wallet_id in shown if (basket_id, wallet_id) not in moved}
    balances = _balances_before(db, unmoved) if unmoved else dict[_Place, Decimal]()
    balances |= _balances_after(db, theirs)
    found: dict[int, dict[str, Earned]] = defaultdict(dict)
    for place, wallet in shown.items():
        contributions = _contributions(wallet, moved.get(place, ()))
        found[place[0]][wallet.type] = Earned(wallet, contributions, balances.get(place, ZERO))
    return found


_Place = tuple[int, int]
"""A basket and a wallet."""
_Movement = tuple[LedgerEntry, Campaign | None]
"""An entry, and the campaign that gave it."""


def _contributions(wallet: Campaign, movements: Sequence[_Movement]) -> list[tuple[str, Decimal]]:
    given: dict[str, Decimal] = defaultdict(Decimal)
    for entry, contributor in movements:
        if entry.kind == CONTRIBUTION:
            given[contributor.title if contributor else wallet.title] += entry.amount
    return list(given.items())


def _movements(db: Session, baskets: Sequence[Basket]) -> Mapping[_Place, Sequence[_Movement]]:
    query = (
        select(LedgerEntry, Campaign)
        .join(Basket, (Basket.id == LedgerEntry.basket_id) & (Basket.user_id == LedgerEntry.user_id))
        .outerjoin(Campaign, Campaign.id == LedgerEntry.contributing_campaign_id)
        .where(Basket.id.in_([basket.id for basket in baskets]))
        .order_by(LedgerEntry.id)
    )
    moved: dict[_Place, list[_Movement]] = defaultdict(list)
    for entry, contributor in db.execute(query).all():
        moved[entry.basket_id or 0, entry.campaign_id].append((entry, contributor))
    return moved


def _balances_after(db: Session, baskets: Sequence[Basket]) -> Mapping[_Place, Decimal]:
    """The balances of the wallets that baskets moved, directly after them."""
    last = (
        select(
            LedgerEntry.basket_id,
            LedgerEntry.user_id,
            LedgerEntry.campaign_id,
            func.max(LedgerEntry.id).label("id"),
        )
        .where(LedgerEntry.basket_id.in_([basket.id for basket in baskets]))
        .group_by(LedgerEntry.basket_id, LedgerEntry.user_id, LedgerEntry.campaign_id)
        .subquery()
    )
    query = (
        select(last.c.basket_id, last.c.campaign_id, func.sum(LedgerEntry.amount))
        .join(
            LedgerEntry,
            (LedgerEntry.user_id == last.c.user_id)
            & (LedgerEntry.campaign_id == last.c.campaign_id)
            & (LedgerEntry.id <= last.c.id),
        )
        .join(Basket, (Basket.id == last.c.basket_id) & (Basket.user_id == last.c.user_id))
        .group_by(last.c.basket_id, last.c.campaign_id)
    )
    return {(basket_id, wallet_id): total for basket_id, wallet_id, total in db.execute(query)}


def _balances_before(db: Session, ids: Collection[int]) -> dict[_Place, Decimal]:
    """The balances of members' wallets at the moments of their baskets, for those that baskets did not move."""
    query = (
        select(Basket.id, LedgerEntry.campaign_id, func.sum(LedgerEntry.amount))
        .join(LedgerEntry, (LedgerEntry.user_id == Basket.user_id) & (LedgerEntry.created_at <= Basket.created_at))
        .where(Basket.id.in_(ids))
        .group_by(Basket.id, LedgerEntry.campaign_id)
    )
    return {(basket_id, wallet_id): total for basket_id, wallet_id, total in db.execute(query)}
