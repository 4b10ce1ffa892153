"""Purchases put into the tables as they are, for tests of what receipts tell of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from retail_sandbox.spaaza.basket_tables import (
    Basket,
    BasketItem,
    ItemVoucher,
    ReturnedItem,
    ReturnTransaction,
    VoucherShare,
)
from retail_sandbox.spaaza.campaign_tables import LedgerEntry, Voucher
from sqlalchemy.orm import Session

from .conftest import Shop

ANN, BOB = 1107604, 1107605
BOUGHT_AT = datetime(2026, 3, 2, 15, 30, tzinfo=UTC)
SWEATER: dict[str, Any] = {
    "product_id": 18605,
    "variant_id": 1,
    "barcode": "2913458432854",
    "product_code": "SWT-1",
    "variant_code": "SWT-1-L",
    "name": "Winter sweater",
    "price": "79.95",
}


def write(api: Shop, work: Callable[[Session], object]) -> None:
    """Changes the tables."""
    api.box.app.store.run(work)


def stored(
    api: Shop, id: int, *, items: Sequence[dict[str, Any]] = (SWEATER,), chain_id: int = 1743, **more: Any
) -> None:
    """A purchase of Ann's in Amsterdam. Its items have ids from ten times its own."""
    amounts = ("total", "items_subtotal", "shipping_charge")
    given = more | {name: Decimal(more[name]) for name in amounts if name in more}
    rows = [_item(id, position, item) for position, item in enumerate(items)]
    usual: dict[str, Any] = {
        "branch_id": 1383,
        "user_id": ANN,
        "platform": "in_store",
        "code": f"R-{id}",
        "total": sum((row.subtotal for row in rows), Decimal(0)),
        "shipping_charge": Decimal(0),
        "currency_id": 2,
        "payments": [],
        "taxes": [],
        "bought_at": BOUGHT_AT,
        "timezone": "Europe/Amsterdam",
        "created_at": BOUGHT_AT,
    }

    def work(db: Session) -> None:
        db.add(Basket(id=id, chain_id=chain_id, **{**usual, **given}))
        db.flush()
        db.add_all(rows)

    write(api, work)


def _item(basket_id: int, position: int, item: dict[str, Any]) -> BasketItem:
    price, quantity = Decimal(item["price"]), Decimal(item.get("quantity", "1"))
    usual: dict[str, Any] = {"type": "product", "promotional": False, "identified": True, "excluded": False}
    given = {**usual, **item, "price": price, "quantity": quantity}
    given["original_price"] = Decimal(item.get("original_price", item["price"]))
    given["subtotal"] = Decimal(item["subtotal"]) if "subtotal" in item else price * quantity
    return BasketItem(id=basket_id * 10 + position, basket_id=basket_id, position=position, **given)


def redeemed(api: Shop, voucher_id: int, basket_id: int, *shares: str, off_one: str | None = None) -> None:
    """A voucher redeemed by a purchase: its shares of the items, in their order, or what it took off the first."""

    def work(db: Session) -> None:
        voucher = db.get_one(Voucher, voucher_id)
        voucher.status, voucher.redeeming_basket_id, voucher.redeemed_at = "redeemed", basket_id, BOUGHT_AT
        voucher.amount_redeemed = sum(map(Decimal, shares), Decimal(off_one or 0))
        for position, share in enumerate(shares):
            db.add(VoucherShare(item_id=basket_id * 10 + position, voucher_id=voucher_id, amount=Decimal(share)))
        if off_one is not None:
            db.add(ItemVoucher(item_id=basket_id * 10, voucher_id=voucher_id, amount=Decimal(off_one)))

    write(api, work)


def came_back(api: Shop, id: int, item_id: int, price: str, *, basket_id: int, quantity: str = "1") -> None:
    """An item that came back in a purchase."""

    def work(db: Session) -> None:
        item = db.get_one(BasketItem, item_id)
        db.add(
            ReturnTransaction(
                id=id, chain_id=1743, basket_id=item.basket_id, returning_basket_id=basket_id, created_at=BOUGHT_AT
            )
        )
        db.flush()
        db.add(ReturnedItem(id=id, return_id=id, item_id=item_id, price=Decimal(price), quantity=Decimal(quantity)))

    write(api, work)


def earned(api: Shop, id: int, amount: str, *, wallet: int, basket_id: int | None, by: int | None = None) -> None:
    """A movement of a wallet of Ann's, a contribution; `id` says its place among them."""
    entry = LedgerEntry(
        id=id,
        user_id=ANN,
        campaign_id=wallet,
        contributing_campaign_id=by,
        amount=Decimal(amount),
        kind="campaignContribution",
        cause="cashback",
        created_at=BOUGHT_AT,
        basket_id=basket_id,
    )
    write(api, lambda db: db.add(entry))
