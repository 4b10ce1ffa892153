"""What belongs to a stored basket, read in a fixed number of queries however many items it has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from .basket_tables import (
    Basket,
    BasketItem,
    EarnedShare,
    ItemVoucher,
    Product,
    ReturnedItem,
    ReturnTransaction,
    SupplementaryCode,
    Variant,
    VoucherRefund,
    VoucherShare,
)
from .campaign_tables import Campaign, LedgerEntry, Voucher
from .rows import by_id
from .tables import Currency
from .wallets import CONTRIBUTION


@dataclass
class Parts:
    """A basket's rows, and those that they refer to by id."""

    items: Sequence[BasketItem]
    item_vouchers: dict[int, list[ItemVoucher]]
    shares: dict[int, list[VoucherShare]]
    earned: dict[int, list[EarnedShare]]
    entries: Sequence[LedgerEntry]
    """What it put into wallets and took back from them."""
    redeemed: Sequence[Voucher]
    returns: Sequence[ReturnTransaction]
    returned: dict[int, list[ReturnedItem]]
    refunds: dict[int, list[VoucherRefund]]
    codes: Sequence[str]
    originals: dict[int, BasketItem]
    vouchers: dict[int, Voucher]
    campaigns: dict[int, Campaign]
    currencies: dict[int, Currency]
    baskets: dict[int, Basket]
    products: dict[int, Product]
    variants: dict[int, Variant]


def parts_of(db: Session, basket: Basket) -> Parts:
    """All that a basket's answer tells of."""
    items = _all(db, select(BasketItem).where(BasketItem.basket_id == basket.id).order_by(BasketItem.position))
    its = (LedgerEntry.basket_id == basket.id) & (LedgerEntry.kind == CONTRIBUTION)
    entries = _all(db, select(LedgerEntry).where(its).order_by(LedgerEntry.id))
    redeemed = _all(db, select(Voucher).where(Voucher.redeeming_basket_id == basket.id).order_by(Voucher.id))
    item_vouchers = _of_items(db, ItemVoucher, basket) if redeemed else []
    shares = _of_items(db, VoucherShare, basket) if redeemed else []
    earned = _of_items(db, EarnedShare, basket) if entries else []
    its_returns = ReturnTransaction.returning_basket_id == basket.id
    returns = _all(db, select(ReturnTransaction).where(its_returns).order_by(ReturnTransaction.id))
    joined = ReturnTransaction.id == ReturnedItem.return_id
    came_back = select(ReturnedItem).join(ReturnTransaction, joined).where(its_returns).order_by(ReturnedItem.id)
    given_back = (
        select(VoucherRefund)
        .join(ReturnedItem, ReturnedItem.id == VoucherRefund.returned_item_id)
        .join(ReturnTransaction, joined)
        .where(its_returns)
        .order_by(VoucherRefund.returned_item_id, VoucherRefund.voucher_id)
    )
    returned, refunds = (_all(db, came_back), _all(db, given_back)) if returns else ([], [])
    codes = select(SupplementaryCode.code).where(SupplementaryCode.basket_id == basket.id)
    spent = [*(row.voucher_id for row in refunds), *(each.parent_voucher_id for each in redeemed)]
    known = {each.id: each for each in redeemed}
    vouchers = known | by_id(db, Voucher, (id for id in spent if id not in known))
    wallets = [each for entry in entries for each in (entry.campaign_id, entry.contributing_campaign_id)]
    return Parts(
        items=items,
        item_vouchers=_grouped(item_vouchers, "item_id"),
        shares=_grouped(shares, "item_id"),
        earned=_grouped(earned, "item_id"),
        entries=entries,
        redeemed=redeemed,
        returns=returns,
        returned=_grouped(returned, "return_id"),
        refunds=_grouped(refunds, "returned_item_id"),
        codes=_all(db, codes.order_by(SupplementaryCode.position)),
        originals=by_id(db, BasketItem, (each.item_id for each in returned)),
        vouchers=vouchers,
        campaigns=by_id(db, Campaign, [*wallets, *(each.campaign_id for each in vouchers.values())]),
        currencies=by_id(db, Currency, [basket.currency_id, *(each.currency_id for each in vouchers.values())]),
        baskets=by_id(db, Basket, (each.redeeming_basket_id for each in vouchers.values())),
        products=by_id(db, Product, (item.product_id for item in items)),
        variants=by_id(db, Variant, (item.variant_id for item in items)),
    )


def _all(db: Session, query: Select[Any]) -> list[Any]:
    return list(db.scalars(query))


def _of_items(db: Session, table: type[Any], basket: Basket) -> list[Any]:
    joined = select(table).join(BasketItem, BasketItem.id == table.item_id).where(BasketItem.basket_id == basket.id)
    return _all(db, joined.order_by(*table.__table__.primary_key))


def _grouped(rows: Iterable[Any], by: str) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[getattr(row, by)].append(row)
    return found
