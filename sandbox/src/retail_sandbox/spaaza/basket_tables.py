"""Spaaza's tables of products, baskets and returns. A basket never changes once it is stored."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from ..store import Base
from .money import Exact


class Product(Base):
    """What a chain sells."""

    __tablename__ = "spaaza_products"
    __table_args__ = (UniqueConstraint("chain_id", "code"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    chain_id: Mapped[int] = mapped_column(ForeignKey("spaaza_chains.id"))
    code: Mapped[str]
    """The retailer's own."""
    name: Mapped[str | None]
    description: Mapped[str | None]
    brand: Mapped[str | None]
    season: Mapped[str | None]
    category: Mapped[str | None]
    web_url: Mapped[str | None]
    image_url: Mapped[str | None]
    price: Mapped[Decimal] = mapped_column(Exact)
    promotional: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime]
    modified_at: Mapped[datetime]


class Variant(Base):
    """A variant of a product, known by its barcode. One that a basket brought without a product has none."""

    __tablename__ = "spaaza_variants"
    __table_args__ = (UniqueConstraint("chain_id", "barcode"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    chain_id: Mapped[int] = mapped_column(ForeignKey("spaaza_chains.id"))
    product_id: Mapped[int | None] = mapped_column(ForeignKey("spaaza_products.id"), index=True)
    barcode: Mapped[str]
    code: Mapped[str | None]
    """The retailer's own."""
    colour: Mapped[str | None]
    size: Mapped[str | None]
    price: Mapped[Decimal] = mapped_column(Exact)
    cost_price: Mapped[Decimal | None] = mapped_column(Exact)
    image_url: Mapped[str | None]
    web_url: Mapped[str | None]
    created_at: Mapped[datetime]
    modified_at: Mapped[datetime]


class Basket(Base):
    """A purchase, or a return, or both at once. Its receipt has the same id."""

    __tablename__ = "spaaza_baskets"
    __table_args__ = (Index("spaaza_baskets_by_code", "chain_id", "code"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    chain_id: Mapped[int] = mapped_column(ForeignKey("spaaza_chains.id"))
    branch_id: Mapped[int | None] = mapped_column(index=True)
    user_id: Mapped[int | None] = mapped_column(index=True)
    """None: nobody that is known."""
    member_programme: Mapped[str | None]
    send_email_receipt: Mapped[bool | None]
    employee_code: Mapped[str | None]
    employee_name: Mapped[str | None]
    platform: Mapped[str]
    """`in_store` or `online`."""
    code: Mapped[str]
    """The retailer's own code of it."""
    locking_code: Mapped[str | None]
    total: Mapped[Decimal] = mapped_column(Exact)
    items_subtotal: Mapped[Decimal | None] = mapped_column(Exact)
    shipping_charge: Mapped[Decimal] = mapped_column(Exact)
    currency_id: Mapped[int]
    country_code: Mapped[str | None]
    notes: Mapped[str | None]
    payments: Mapped[list[dict[str, Any]]]
    """`method` and `amount`, a text."""
    taxes: Mapped[list[dict[str, Any]]]
    """`rate` and `total`, texts."""
    bought_at: Mapped[datetime]
    timezone: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(index=True)


class SupplementaryCode(Base):
    """Another code of a basket, such as that of its shipping."""

    __tablename__ = "spaaza_supplementary_codes"

    basket_id: Mapped[int] = mapped_column(ForeignKey("spaaza_baskets.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(index=True)


class BasketItem(Base):
    """An item that was bought. What is returned is no item, but a `ReturnedItem` of one."""

    __tablename__ = "spaaza_basket_items"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    basket_id: Mapped[int] = mapped_column(ForeignKey("spaaza_baskets.id"), index=True)
    position: Mapped[int]
    product_id: Mapped[int | None]
    variant_id: Mapped[int | None]
    barcode: Mapped[str | None] = mapped_column(index=True)
    product_code: Mapped[str | None]
    variant_code: Mapped[str | None]
    code: Mapped[str | None]
    """The retailer's own code of it (`retailer_item_code`)."""
    name: Mapped[str | None]
    type: Mapped[str]
    """`product`, `gift_certificate`, `shipping`."""
    quantity: Mapped[Decimal] = mapped_column(Exact)
    quantity_unit: Mapped[str | None]
    price: Mapped[Decimal] = mapped_column(Exact)
    """Of one, after the vouchers of the item."""
    original_price: Mapped[Decimal] = mapped_column(Exact)
    subtotal: Mapped[Decimal] = mapped_column(Exact)
    promotional: Mapped[bool]
    identified: Mapped[bool]
    excluded: Mapped[bool]


class ItemVoucher(Base):
    """A variable price that an item was bought at."""

    __tablename__ = "spaaza_item_vouchers"

    item_id: Mapped[int] = mapped_column(ForeignKey("spaaza_basket_items.id"), primary_key=True)
    voucher_id: Mapped[int] = mapped_column(ForeignKey("spaaza_vouchers.id"), primary_key=True)
    amount: Mapped[Decimal] = mapped_column(Exact)
    """Off one."""


class VoucherShare(Base):
    """The share of a basket's voucher that fell to an item."""

    __tablename__ = "spaaza_voucher_shares"

    item_id: Mapped[int] = mapped_column(ForeignKey("spaaza_basket_items.id"), primary_key=True)
    voucher_id: Mapped[int] = mapped_column(ForeignKey("spaaza_vouchers.id"), primary_key=True)
    amount: Mapped[Decimal] = mapped_column(Exact)


class EarnedShare(Base):
    """The share of what a basket earned in a wallet that an item earned."""

    __tablename__ = "spaaza_earned_shares"

    item_id: Mapped[int] = mapped_column(ForeignKey("spaaza_basket_items.id"), primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("spaaza_ledger.id"), primary_key=True)
    amount: Mapped[Decimal] = mapped_column(Exact)


class ReturnTransaction(Base):
    """Items of one basket that came back together."""

    __tablename__ = "spaaza_returns"
    __table_args__ = (Index("spaaza_returns_by_code", "chain_id", "code"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    chain_id: Mapped[int] = mapped_column(ForeignKey("spaaza_chains.id"))
    basket_id: Mapped[int] = mapped_column(ForeignKey("spaaza_baskets.id"), index=True)
    """The basket that they were bought in."""
    returning_basket_id: Mapped[int | None] = mapped_column(index=True)
    """The basket that they came back in; None for a return by itself."""
    code: Mapped[str | None]
    """The retailer's own code of a return by itself."""
    note: Mapped[str | None]
    created_at: Mapped[datetime]


class ReturnedItem(Base):
    """An item, or some of it, that came back."""

    __tablename__ = "spaaza_returned_items"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    return_id: Mapped[int] = mapped_column(ForeignKey("spaaza_returns.id"), index=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("spaaza_basket_items.id"), index=True)
    quantity: Mapped[Decimal] = mapped_column(Exact)
    price: Mapped[Decimal] = mapped_column(Exact)
    """What was paid back for one: below zero."""
    code: Mapped[str | None]


class VoucherRefund(Base):
    """Value of a redeemed voucher that came back with an item, and the voucher that has it now."""

    __tablename__ = "spaaza_voucher_refunds"

    returned_item_id: Mapped[int] = mapped_column(ForeignKey("spaaza_returned_items.id"), primary_key=True)
    voucher_id: Mapped[int] = mapped_column(ForeignKey("spaaza_vouchers.id"), primary_key=True)
    new_voucher_id: Mapped[int | None] = mapped_column(ForeignKey("spaaza_vouchers.id"))
    """None where it went back to a wallet."""
    amount: Mapped[Decimal] = mapped_column(Exact)
