"""The tables. Lookups and products are everybody's; users, and all that hangs on them, belong to an account."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from ..store import Base

# --- accounts and users


class Account(Base):
    """A pair of keys and its daily quota."""

    __tablename__ = "information_machine_accounts"

    client_id: Mapped[str] = mapped_column(primary_key=True)
    client_secret: Mapped[str] = mapped_column(info={"secret": True})
    max_requests: Mapped[int]
    used: Mapped[int] = mapped_column(default=0)
    resets_at: Mapped[datetime | None]
    """When `used` begins anew; None before the first request."""


class User(Base):
    """A user of an account."""

    __tablename__ = "information_machine_users"
    __table_args__ = (UniqueConstraint("account", "user_id"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    """Ours; the API knows `user_id`."""
    account: Mapped[str] = mapped_column(ForeignKey(Account.client_id))
    user_id: Mapped[str]
    email: Mapped[str | None]
    zip: Mapped[str | None]
    created_at: Mapped[datetime]


# --- lookups


class Store(Base):
    """A store of the lookup."""

    __tablename__ = "information_machine_stores"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str]
    restaurant: Mapped[bool]
    can_scrape: Mapped[bool]
    type: Mapped[str | None]
    """Its streams: `Online`, `Loyalty` or `Online and Loyalty`."""
    url: Mapped[str | None]
    image_link: Mapped[str | None]


class Category(Base):
    """A category of products."""

    __tablename__ = "information_machine_categories"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str]
    grocery: Mapped[bool]
    parent_id: Mapped[int | None]


class Nutrient(Base):
    """A nutrient."""

    __tablename__ = "information_machine_nutrients"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str]
    description: Mapped[str | None]
    unit_of_measurement: Mapped[str | None]
    preferred_unit_of_measurement: Mapped[str | None]
    recommended_daily_value: Mapped[float | None]


class Word(Base):
    """An entry of one of the plain lists: a unit, a tag, a kind of alternative."""

    __tablename__ = "information_machine_words"

    list: Mapped[str] = mapped_column(primary_key=True)
    """`units`, `tags` or `alternative_types`."""
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str]
    description: Mapped[str | None]


# --- products


class Product(Base):
    """A product."""

    __tablename__ = "information_machine_products"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str]
    upc: Mapped[str | None] = mapped_column(index=True)
    category_id: Mapped[int | None]
    cents: Mapped[int]
    """What it costs about; each store is a little off."""
    fields: Mapped[dict[str, Any]]
    """The rest of what the API tells of it, but its nutrients."""
    nutrients: Mapped[list[dict[str, Any]]]


class Recall(Base):
    """A recall of a product."""

    __tablename__ = "information_machine_recalls"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    product_id: Mapped[int]
    notice: Mapped[dict[str, Any]]


# --- store connections


class Connection(Base):
    """A user's login at a store, and how far the harvest of its purchases is."""

    __tablename__ = "information_machine_connections"
    __table_args__ = (Index("information_machine_connections_due", "due_at"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    owner: Mapped[int] = mapped_column(ForeignKey(User.id, ondelete="CASCADE"), index=True)
    store_id: Mapped[int] = mapped_column(ForeignKey(Store.id))
    username: Mapped[str | None]
    password: Mapped[str | None] = mapped_column(info={"secret": True})
    login_status: Mapped[str]
    scrape_status: Mapped[str]
    due_at: Mapped[datetime | None]
    """When the next thing happens to it by itself; None while nothing does."""
    lock_code: Mapped[int | None]
    locked_at: Mapped[datetime | None]
    cleared: Mapped[list[int]] = mapped_column(default=list)
    """Locks that the user has lifted."""
    verified: Mapped[bool] = mapped_column(default=False)
    """Whether the login has worked before."""
    lost_at: Mapped[datetime | None]
    """When a login that had worked stopped working."""
    token: Mapped[str | None] = mapped_column(unique=True, info={"secret": True})
    """What the pages for unlocking and for consent know it by."""
    provider: Mapped[str | None]
    harvested_to: Mapped[datetime | None]
    refresh_id: Mapped[str | None]
    """The refresh that the harvest under way was asked for by."""
    events: Mapped[int] = mapped_column(default=0)
    """How many events were sent of it; part of their keys."""
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]


class NumberReceipt(Base):
    """A receipt that was sent by its number, for a connection."""

    __tablename__ = "information_machine_receipts"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    connection_id: Mapped[int] = mapped_column(ForeignKey(Connection.id, ondelete="CASCADE"), index=True)
    identifier: Mapped[str]
    status: Mapped[str]
    tries: Mapped[int] = mapped_column(default=0)
    due_at: Mapped[datetime | None]
    receipt_date: Mapped[datetime | None]
    created_at: Mapped[datetime]


# --- scans


class Barcode(Base):
    """A barcode that a user has scanned."""

    __tablename__ = "information_machine_barcodes"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    owner: Mapped[int] = mapped_column(ForeignKey(User.id, ondelete="CASCADE"), index=True)
    bar_code: Mapped[str]
    bar_code_type: Mapped[str]
    product_id: Mapped[int | None]
    created_at: Mapped[datetime]


class ImageReceipt(Base):
    """A receipt that was sent as images."""

    __tablename__ = "information_machine_image_receipts"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    owner: Mapped[int] = mapped_column(ForeignKey(User.id, ondelete="CASCADE"))
    receipt_id: Mapped[str]
    status: Mapped[str]
    due_at: Mapped[datetime | None]
    created_at: Mapped[datetime]

    __table_args__ = (UniqueConstraint("owner", "receipt_id"),)


class ImagePart(Base):
    """One image of a receipt."""

    __tablename__ = "information_machine_image_parts"

    receipt: Mapped[int] = mapped_column(ForeignKey(ImageReceipt.id, ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    """From 1, in the order in which they came."""
    link: Mapped[str] = mapped_column(unique=True)
    """What its address ends with."""
    digest: Mapped[str]
    content: Mapped[bytes] = mapped_column(LargeBinary, info={"secret": True})


# --- purchases


class Purchase(Base):
    """A purchase, which is an invoice. Amounts are in cents."""

    __tablename__ = "information_machine_purchases"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    owner: Mapped[int] = mapped_column(ForeignKey(User.id, ondelete="CASCADE"), index=True)
    connection_id: Mapped[int | None] = mapped_column(ForeignKey(Connection.id, ondelete="CASCADE"), index=True)
    receipt: Mapped[int | None] = mapped_column(ForeignKey(NumberReceipt.id, ondelete="CASCADE"))
    image_receipt: Mapped[int | None] = mapped_column(ForeignKey(ImageReceipt.id, ondelete="CASCADE"))
    store_id: Mapped[int] = mapped_column(ForeignKey(Store.id))
    stream: Mapped[str]
    """`online`, `loyalty` or `receipt`."""
    date: Mapped[datetime | None]
    recorded_at: Mapped[datetime]
    total_without_tax: Mapped[int]
    tax: Mapped[int]
    order_number: Mapped[str | None]
    receipt_id: Mapped[str | None]


class Item(Base):
    """A line of a purchase. Amounts are in cents, for one piece."""

    __tablename__ = "information_machine_items"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    purchase_id: Mapped[int] = mapped_column(ForeignKey(Purchase.id, ondelete="CASCADE"), index=True)
    product_id: Mapped[int] = mapped_column(index=True)
    name: Mapped[str]
    upc: Mapped[str | None]
    unit: Mapped[str]
    quantity: Mapped[float]
    price: Mapped[int]
    discounted_price: Mapped[int | None]
    upc_resolved_at: Mapped[datetime | None]


# --- names and carts


class NameRequest(Base):
    """A name whose UPCs were asked for; several share a request."""

    __tablename__ = "information_machine_names"

    request: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    account: Mapped[str] = mapped_column(ForeignKey(Account.client_id))
    name: Mapped[str]
    store: Mapped[str]
    webhook_url: Mapped[str | None]
    due_at: Mapped[datetime | None]
    upcs: Mapped[list[str]] = mapped_column(default=list)


class Cart(Base):
    """A user's cart."""

    __tablename__ = "information_machine_carts"

    id: Mapped[str] = mapped_column(primary_key=True)
    owner: Mapped[int] = mapped_column(ForeignKey(User.id, ondelete="CASCADE"), index=True)
    position: Mapped[int]
    name: Mapped[str | None]
    description: Mapped[str | None]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]


class CartItem(Base):
    """A product in a cart."""

    __tablename__ = "information_machine_cart_items"

    id: Mapped[str] = mapped_column(primary_key=True)
    cart: Mapped[str] = mapped_column(ForeignKey(Cart.id, ondelete="CASCADE"), index=True)
    position: Mapped[int]
    upc: Mapped[str]
    quantity: Mapped[int]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
