"""What must hold of everybody's money whatever was bought, redeemed and given back; read from the records."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import Any

from retail_sandbox.spaaza.basket_tables import (
    Basket,
    BasketItem,
    EarnedShare,
    ItemVoucher,
    ReturnedItem,
    VoucherRefund,
    VoucherShare,
)
from retail_sandbox.spaaza.campaign_tables import Campaign, LedgerEntry, Voucher
from retail_sandbox.store import Store, tables_of
from sqlalchemy import select
from sqlalchemy.orm import Session

ZERO = Decimal(0)


def check(store: Store) -> None:
    """Raises where a law is broken."""
    with store.transaction(write=False) as db:
        books = _Books(db)
        books.check_items()
        books.check_vouchers()
        books.check_refunds()
        books.check_earnings()


def everything(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """All records, by table, in the order of their keys."""
    with store.transaction(write=False) as db:
        return {
            table.name: [tuple(row) for row in db.execute(select(table).order_by(*table.primary_key))]
            for table in tables_of("spaaza")
        }


class _Books:
    def __init__(self, db: Session) -> None:
        def rows(table: type[Any]) -> list[Any]:
            return list(db.scalars(select(table)))

        self.baskets: dict[int, Basket] = {row.id: row for row in rows(Basket)}
        self.items: dict[int, BasketItem] = {row.id: row for row in rows(BasketItem)}
        self.vouchers: dict[int, Voucher] = {row.id: row for row in rows(Voucher)}
        self.campaigns: dict[int, Campaign] = {row.id: row for row in rows(Campaign)}
        self.entries: dict[int, LedgerEntry] = {row.id: row for row in rows(LedgerEntry)}
        self.returned: dict[int, ReturnedItem] = {row.id: row for row in rows(ReturnedItem)}
        self.shares: list[VoucherShare] = rows(VoucherShare)
        self.refunds: list[VoucherRefund] = rows(VoucherRefund)
        self.earned: list[EarnedShare] = rows(EarnedShare)
        self.on_items: list[ItemVoucher] = rows(ItemVoucher)
        self.back: dict[int, Decimal] = defaultdict(lambda: ZERO)
        for row in self.returned.values():
            self.back[row.item_id] += row.quantity

    def check_items(self) -> None:
        """No item costs less than nothing, and none comes back more often, or dearer, than it was bought."""
        off: dict[int, Decimal] = defaultdict(lambda: ZERO)
        for share in self.shares:
            assert share.amount > 0
            assert share.amount == round(share.amount, 2)
            off[share.item_id] += share.amount
        for item in self.items.values():
            assert off[item.id] <= max(item.subtotal, ZERO)
            assert self.back[item.id] <= item.quantity
        for row in self.returned.values():
            assert ZERO <= -row.price <= self.items[row.item_id].price

    def check_vouchers(self) -> None:
        """A voucher is redeemed once, in one basket, for its shares there; what is left of it is somewhere."""
        shared: dict[int, Decimal] = defaultdict(lambda: ZERO)
        for share in self.shares:
            shared[share.voucher_id] += share.amount
            voucher = self.vouchers[share.voucher_id]
            assert voucher.redeeming_basket_id == self.items[share.item_id].basket_id
        for each in self.on_items:
            item = self.items[each.item_id]
            shared[each.voucher_id] += round(each.amount * item.quantity + Decimal("0.0000001"), 2)
        for voucher in self.vouchers.values():
            if voucher.status != "redeemed":
                assert shared[voucher.id] == voucher.amount_redeemed == ZERO
                assert voucher.redeeming_basket_id is None
                continue
            assert voucher.redeeming_basket_id in self.baskets
            assert shared[voucher.id] == voucher.amount_redeemed
            if voucher.type == "basket":
                assert voucher.amount is not None
                assert voucher.amount - voucher.amount_redeemed == self._rest(voucher)

    def _rest(self, voucher: Voucher) -> Decimal:
        """What became of the part of a voucher's value that its basket did not take."""
        assert voucher.amount is not None
        campaign = self.campaigns[voucher.campaign_id]
        children = [each for each in self.vouchers.values() if each.parent_voucher_id == voucher.id]
        rest = sum((each.amount or ZERO for each in children if each.return_transaction_id is None), ZERO)
        if voucher.wallet_amount is not None:
            moved = sum((each.amount for each in self.entries.values() if each.voucher_id == voucher.id), ZERO)
            refunded = sum((each.amount for each in self.refunds if each.voucher_id == voucher.id), ZERO)
            return voucher.amount + moved - refunded  # what the wallet paid, less what it has back by returns
        is_lost = campaign.type == "basket" or campaign.rules.get("redeem_full_value")
        return rest if rest or not is_lost else voucher.amount - voucher.amount_redeemed

    def check_refunds(self) -> None:
        """Of an item's share of a voucher no more comes back than it was, and all of it with all of the item."""
        share = {(each.item_id, each.voucher_id): each.amount for each in self.shares}
        refunded: dict[tuple[int, int], Decimal] = defaultdict(lambda: ZERO)
        made: dict[int, Decimal] = defaultdict(lambda: ZERO)
        for each in self.refunds:
            assert each.amount > 0
            refunded[self.returned[each.returned_item_id].item_id, each.voucher_id] += each.amount
            if each.new_voucher_id is not None:
                made[each.new_voucher_id] += each.amount
        for (item_id, voucher_id), amount in refunded.items():
            assert amount <= share[item_id, voucher_id]
        for (item_id, voucher_id), amount in share.items():
            is_discount = self.campaigns[self.vouchers[voucher_id].campaign_id].type == "basket"
            if self.back[item_id] == self.items[item_id].quantity and not is_discount:
                assert refunded[item_id, voucher_id] == amount
        for voucher in self.vouchers.values():
            if voucher.return_transaction_id is not None:
                assert voucher.amount == made[voucher.id]

    def check_earnings(self) -> None:
        """What a basket earned is spread over its items, and comes back with them."""
        spread: dict[int, Decimal] = defaultdict(lambda: ZERO)
        earned: dict[tuple[int, int], Decimal] = defaultdict(lambda: ZERO)
        for share in self.earned:
            spread[share.entry_id] += share.amount
            earned[share.item_id, self.entries[share.entry_id].campaign_id] += share.amount
        for entry_id, amount in spread.items():
            assert amount == self.entries[entry_id].amount
        reclaimed: dict[tuple[int, int], Decimal] = defaultdict(lambda: ZERO)
        for entry in self.entries.values():
            if entry.returned_item_id is not None and entry.kind == "campaignContribution":
                reclaimed[self.returned[entry.returned_item_id].item_id, entry.campaign_id] -= entry.amount
        for key, amount in reclaimed.items():
            assert ZERO < amount <= earned[key]
        for (item_id, wallet), amount in earned.items():
            if self.back[item_id] == self.items[item_id].quantity:
                assert reclaimed[item_id, wallet] == amount
