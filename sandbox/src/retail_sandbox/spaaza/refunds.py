"""What comes back with a returned item: the vouchers that were spent on it, and what it had earned.

Whatever falls to an item is given back in proportion to the quantity returned. Each part is the difference of two such
proportions, rounded down, so that an item that comes back in parts gives back to the cent what it does in one piece.
What was earned is taken back whole, even where the wallet falls below zero by it: else spending points and then
returning what earned them would make them out of nothing. A variable price does not come back; the item was paid for at
that price. Nor does the discount of a basket campaign, which the shopper never had.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from typing import TypeVar

from sqlalchemy import func, select

from . import wallets
from .access import Realm
from .basket_input import GivenBack
from .basket_tables import (
    Basket,
    BasketItem,
    EarnedShare,
    ReturnedItem,
    ReturnTransaction,
    VoucherRefund,
    VoucherShare,
)
from .campaign_tables import Campaign, LedgerEntry, Voucher
from .money import CENT, ZERO
from .redeeming import ON_THE_FLY, follow_up, to_wallet
from .rows import chunks
from .tables import User

T = TypeVar("T", VoucherShare, EarnedShare)


@dataclass(frozen=True)
class Original:
    """The item that something given back was bought as."""

    given: GivenBack
    item: BasketItem
    basket: Basket
    price: Decimal
    """What is paid back for one, below zero."""
    before: Decimal
    """How much of it came back before."""


@dataclass
class TakenBack:
    """What a return did."""

    transactions: list[ReturnTransaction]
    vouchers: list[Voucher]
    """Those that it made."""
    users: list[User]
    """Whose wallets it moved."""


def take_back(
    realm: Realm, originals: Sequence[Original], *, returning: Basket | None, code: str | None, note: str | None
) -> TakenBack:
    """Records that items came back, refunds the vouchers spent on them and reclaims what they earned.

    Args:
        realm: The call.
        originals: What comes back.
        returning: The basket in which it does; None for a return by itself.
        code: The retailer's own code of a return by itself.
        note: A note on it.
    """
    by_basket: dict[int, list[Original]] = defaultdict(list)
    for original in originals:
        by_basket[original.basket.id].append(original)
    done = TakenBack([], [], [])
    if not originals:
        return done
    shares = _shares(realm, VoucherShare, originals)
    earned = _shares(realm, EarnedShare, originals)
    touched: dict[int, User] = {}
    for basket_id, group in by_basket.items():
        transaction = ReturnTransaction(
            id=realm.call.sequence("return"),
            chain_id=realm.chain.id,
            basket_id=basket_id,
            returning_basket_id=returning.id if returning else None,
            code=code,
            note=note,
            created_at=realm.now,
        )
        realm.db.add(transaction)
        realm.db.flush()
        rows = _returned_items(realm, transaction, group)
        done.transactions.append(transaction)
        done.vouchers += _refund(realm, transaction, group, rows, shares, touched)
        _reclaim(realm, transaction, group, rows, earned, touched)
    done.users += [touched[id] for id in sorted(touched)]
    return done


def part(whole: Decimal, quantity: Decimal, before: Decimal, more: Decimal, unit: Decimal) -> Decimal:
    """The part of `whole` that falls to `more` of a quantity, after what fell to those `before`."""

    def upto(some: Decimal) -> Decimal:
        return whole if some == quantity else (whole * some / quantity).quantize(unit, ROUND_DOWN)

    return upto(before + more) - upto(before)


def _returned_items(realm: Realm, transaction: ReturnTransaction, group: Sequence[Original]) -> list[ReturnedItem]:
    rows = [
        ReturnedItem(
            id=id,
            return_id=transaction.id,
            item_id=original.item.id,
            quantity=original.given.quantity,
            price=original.price,
            code=original.item.code,
        )
        for id, original in zip(realm.numbers("returned_item", len(group)), group, strict=True)
    ]
    realm.db.add_all(rows)
    realm.db.flush()
    return rows


def _shares(realm: Realm, table: type[T], originals: Iterable[Original]) -> dict[int, list[T]]:
    found: dict[int, list[T]] = defaultdict(list)
    for some in chunks(original.item.id for original in originals):
        for row in realm.db.scalars(
            select(table).where(table.item_id.in_(some)).order_by(*table.__table__.primary_key)
        ):
            found[row.item_id].append(row)
    return found


def _refund(
    realm: Realm,
    transaction: ReturnTransaction,
    group: Sequence[Original],
    rows: Sequence[ReturnedItem],
    shares: Mapping[int, Sequence[VoucherShare]],
    touched: dict[int, User],
) -> list[Voucher]:
    """Gives back what was spent of each voucher; all that one return gives back of a voucher is one new voucher."""
    parts: dict[int, list[tuple[ReturnedItem, Decimal]]] = defaultdict(list)
    for original, row in zip(group, rows, strict=True):
        for share in shares.get(original.item.id, ()):
            amount = part(share.amount, original.item.quantity, original.before, row.quantity, CENT)
            if amount:
                parts[share.voucher_id].append((row, amount))
    vouchers = {id: realm.db.get_one(Voucher, id) for id in sorted(parts)}
    made: list[Voucher] = []
    for id, voucher in vouchers.items():
        campaign = realm.db.get_one(Campaign, voucher.campaign_id)
        if campaign.type == ON_THE_FLY:
            continue
        amount = sum((each for _, each in parts[id]), ZERO)
        refunded = realm.db.scalar(select(func.sum(VoucherRefund.amount)).where(VoucherRefund.voucher_id == id)) or ZERO
        back = to_wallet(
            realm,
            voucher,
            campaign,
            (refunded, refunded + amount),
            cause="return",
            basket_id=transaction.returning_basket_id,
            returned_item_id=parts[id][0][0].id,
        )
        new = None if back else follow_up(realm, voucher, campaign, amount, transaction.id)
        if new is not None:
            made.append(new)
        elif voucher.user_id is not None:
            touched[voucher.user_id] = realm.db.get_one(User, voucher.user_id)
        realm.db.add_all(
            VoucherRefund(returned_item_id=row.id, voucher_id=id, new_voucher_id=new.id if new else None, amount=each)
            for row, each in parts[id]
        )
        realm.db.flush()
    return made


def _reclaim(
    realm: Realm,
    transaction: ReturnTransaction,
    group: Sequence[Original],
    rows: Sequence[ReturnedItem],
    earned: Mapping[int, Sequence[EarnedShare]],
    touched: dict[int, User],
) -> None:
    """Takes back what the items earned, from the wallets that it went to."""
    for original, row in zip(group, rows, strict=True):
        for share in earned.get(original.item.id, ()):
            entry = realm.db.get_one(LedgerEntry, share.entry_id)
            wallet = realm.db.get_one(Campaign, entry.campaign_id)
            amount = part(share.amount, original.item.quantity, original.before, row.quantity, wallets.unit(wallet))
            if not amount:
                continue
            user = realm.db.get_one(User, entry.user_id)
            wallets.move(
                realm,
                user,
                wallet,
                -amount,
                kind=wallets.CONTRIBUTION,
                cause="return",
                basket_id=transaction.returning_basket_id,
                returned_item_id=row.id,
            )
            touched[user.id] = user
