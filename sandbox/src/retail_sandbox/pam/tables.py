"""PAM's tables. Every record belongs to a tenant: what one ticket sees is all that there is for it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from ..store import Base


class Ticket(Base):
    """What a caller shows."""

    __tablename__ = "pam_tickets"

    ticket: Mapped[str] = mapped_column(primary_key=True, info={"secret": True})
    tenant: Mapped[str] = mapped_column(index=True)


class Participant(Base):
    """A company."""

    __tablename__ = "pam_participants"

    tenant: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    country_name: Mapped[str | None]
    columns: Mapped[dict[str, Any]] = mapped_column(info={"secret": True})
    """The rest of what the service tells of it, its API key among them."""


class Retailer(Base):
    """A participant that is listed as a retailer."""

    __tablename__ = "pam_retailers"

    tenant: Mapped[str] = mapped_column(primary_key=True)
    participant_id: Mapped[str] = mapped_column(primary_key=True)


class Attribute(Base):
    """Something that products can have or be."""

    __tablename__ = "pam_attributes"

    tenant: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]


class Category(Base):
    """A node of the tree of categories."""

    __tablename__ = "pam_categories"

    tenant: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str | None]
    parents: Mapped[list[str]]
    """Ids of its parents; empty for a root."""


class Brand(Base):
    """A brand of a participant."""

    __tablename__ = "pam_brands"

    tenant: Mapped[str] = mapped_column(primary_key=True)
    owner: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str | None]
    logo: Mapped[str | None]
    approved: Mapped[bool | None]


class Gtin(Base):
    """An entry of the register of GTINs."""

    __tablename__ = "pam_gtins"

    tenant: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    owner: Mapped[str]
    name: Mapped[str | None]
    brand_id: Mapped[str | None]


class Product(Base):
    """A product of a participant."""

    __tablename__ = "pam_products"
    __table_args__ = (Index("pam_products_owner", "tenant", "participant_id"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    tenant: Mapped[str]
    participant_id: Mapped[str]
    store_id: Mapped[str | None]
    gtin: Mapped[str | None]
    name: Mapped[str]
    brand: Mapped[str | None]
    scan_count: Mapped[int]
    has_price: Mapped[bool]
    """A flag of its own, as the samples have it: a product without it may have prices."""


class ProductCategory(Base):
    """A category of a product."""

    __tablename__ = "pam_product_categories"

    product_id: Mapped[int] = mapped_column(ForeignKey("pam_products.id", ondelete="CASCADE"), primary_key=True)
    linked_id: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
    """Order in which the product got it, and in which it is shown."""


class ProductAttribute(Base):
    """An attribute of a product."""

    __tablename__ = "pam_product_attributes"

    product_id: Mapped[int] = mapped_column(ForeignKey("pam_products.id", ondelete="CASCADE"), primary_key=True)
    linked_id: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]


class SameGtin(Base):
    """A GTIN under which others sell the same product."""

    __tablename__ = "pam_same_gtins"

    product_id: Mapped[int] = mapped_column(ForeignKey("pam_products.id", ondelete="CASCADE"), primary_key=True)
    linked_id: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]


class Lock(Base):
    """The locks of a product; none until one was set."""

    __tablename__ = "pam_locks"

    product_id: Mapped[int] = mapped_column(ForeignKey("pam_products.id", ondelete="CASCADE"), primary_key=True)
    gtin: Mapped[bool] = mapped_column(default=False)
    name: Mapped[bool] = mapped_column(default=False)
    brand: Mapped[bool] = mapped_column(default=False)
    scan_count: Mapped[bool] = mapped_column(default=False)


class Price(Base):
    """A price of a product, seen at a time."""

    __tablename__ = "pam_prices"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    product_id: Mapped[int] = mapped_column(ForeignKey("pam_products.id", ondelete="CASCADE"), index=True)
    ts: Mapped[datetime | None]
    days_old: Mapped[int | None]
    """In place of `ts`, for seeded prices that are to be so old whatever the clock says."""
    country: Mapped[str | None]
    state: Mapped[str | None]
    city: Mapped[str | None]
    postcode: Mapped[str | None]
    currency: Mapped[str | None]
    label: Mapped[str | None]
    price: Mapped[int]


class Similar(Base):
    """An imported pair of similar products."""

    __tablename__ = "pam_similar"

    tenant: Mapped[str] = mapped_column(primary_key=True)
    store_id: Mapped[str] = mapped_column(primary_key=True)
    same_store_id: Mapped[str] = mapped_column(primary_key=True)
    same_product_name: Mapped[str]


class Import(Base):
    """An import that has run, and when it is to look done."""

    __tablename__ = "pam_imports"

    id: Mapped[str] = mapped_column(primary_key=True)
    tenant: Mapped[str]
    done_at: Mapped[datetime]
    error: Mapped[str | None]


class Export(Base):
    """A file that was exported."""

    __tablename__ = "pam_exports"

    id: Mapped[str] = mapped_column(primary_key=True)
    tenant: Mapped[str]
    participant_id: Mapped[str]
    content: Mapped[str]


class Database(Base):
    """A database of the document store."""

    __tablename__ = "pam_databases"

    tenant: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)


class Document(Base):
    """A document, or the trace of one that was destroyed."""

    __tablename__ = "pam_documents"

    tenant: Mapped[str] = mapped_column(primary_key=True)
    database: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    rev: Mapped[str]
    fields: Mapped[dict[str, Any] | None]
    """None once it was destroyed: its revisions go on from there."""
