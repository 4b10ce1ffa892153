"""DataConnect's tables. Everything belongs to a company: an account sees what is its company's, and nothing else.

Times without a zone are kept as the text that they are on the wire, always with three digits after the point, so that
they compare as they are.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from ..store import Base


class Company(Base):
    """A company: a tenant."""

    __tablename__ = "dataconnect_companies"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str]
    doing_business_as: Mapped[str | None]
    preferred_endpoint: Mapped[str | None]
    """None: the sandbox's own."""
    date_created: Mapped[str]


class Account(Base):
    """Somebody of a company, who signs in."""

    __tablename__ = "dataconnect_accounts"

    username: Mapped[str] = mapped_column(primary_key=True)
    company_id: Mapped[int] = mapped_column(ForeignKey("dataconnect_companies.id"), index=True)
    password: Mapped[str] = mapped_column(info={"secret": True})
    rq_employee_id: Mapped[int]
    user_manager_employee_id: Mapped[int]
    has_access: Mapped[bool]
    """Whether the account may use DataConnect at all."""
    relationships: Mapped[list[int]]
    """Ids of the companies that it is told of."""


class Token(Base):
    """An access token."""

    __tablename__ = "dataconnect_tokens"

    token: Mapped[str] = mapped_column(primary_key=True, info={"secret": True})
    username: Mapped[str] = mapped_column(ForeignKey("dataconnect_accounts.username"), index=True)
    expires: Mapped[datetime | None]


class SignIn(Base):
    """What a session cookie stands for."""

    __tablename__ = "dataconnect_sessions"

    id: Mapped[str] = mapped_column(primary_key=True, info={"secret": True})
    username: Mapped[str] = mapped_column(ForeignKey("dataconnect_accounts.username"))
    token: Mapped[str | None] = mapped_column(info={"secret": True})
    expires: Mapped[datetime]


class Location(Base):
    """A node of a company's tree: the company itself, a division, region, district or store."""

    __tablename__ = "dataconnect_locations"

    company_id: Mapped[int] = mapped_column(ForeignKey("dataconnect_companies.id"), primary_key=True)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    level: Mapped[str]
    name: Mapped[str]
    parent_id: Mapped[int | None]


class Product(Base):
    """A product of a company."""

    __tablename__ = "dataconnect_products"

    company_id: Mapped[int] = mapped_column(ForeignKey("dataconnect_companies.id"), primary_key=True)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    sku: Mapped[str]
    name: Mapped[str]
    product_type: Mapped[str]
    catalog_item_id: Mapped[str | None]
    product_library_id: Mapped[str | None]
    vendor_sku: Mapped[str | None]


class ProductCode(Base):
    """A bar code of a product, or the serial number of one of its items."""

    __tablename__ = "dataconnect_product_codes"
    __table_args__ = (Index("dataconnect_product_codes_product", "company_id", "product_id"),)

    company_id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    """`barcode` or `serial`."""
    code: Mapped[str] = mapped_column(primary_key=True)
    product_id: Mapped[int]


class Stock(Base):
    """How many items of a product a store has."""

    __tablename__ = "dataconnect_stock"

    company_id: Mapped[int] = mapped_column(primary_key=True)
    product_id: Mapped[int] = mapped_column(primary_key=True)
    location_id: Mapped[int] = mapped_column(primary_key=True)
    quantity: Mapped[int]
    min_qty: Mapped[int | None]
    max_qty: Mapped[int | None]


class Customer(Base):
    """A customer, as its row is shown; `location_id` and `employee_id` are looked at by filters alone."""

    __tablename__ = "dataconnect_customers"

    company_id: Mapped[int] = mapped_column(ForeignKey("dataconnect_companies.id"), primary_key=True)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    entity_id: Mapped[str]
    primary_name: Mapped[str | None]
    family_name: Mapped[str | None]
    company_name: Mapped[str | None]
    customer_type_id: Mapped[int | None]
    address: Mapped[str | None]
    address2: Mapped[str | None]
    city: Mapped[str | None]
    province: Mapped[str | None]
    postal_code: Mapped[str | None]
    country: Mapped[str | None]
    phone: Mapped[str | None]
    email: Mapped[str | None]
    decline_to_provide_email: Mapped[bool | None]
    billing_account_number: Mapped[str | None]
    member_number: Mapped[str | None]
    vip_customer: Mapped[int | None]
    multi_level_price_id: Mapped[int | None]
    number_of_activations: Mapped[int | None]
    employee_name: Mapped[str | None]
    employee_name_assigned_to: Mapped[str | None]
    industry_type_name: Mapped[str | None]
    contact_type_name: Mapped[str | None]
    position_type_name: Mapped[str | None]
    notes: Mapped[str | None]
    date_created: Mapped[str | None]
    version: Mapped[int | None]
    row_thumbprint: Mapped[str]
    row_inserted: Mapped[str]
    row_updated: Mapped[str | None]
    location_id: Mapped[int | None]
    employee_id: Mapped[int | None]


class Translation(Base):
    """A text of a company in another language."""

    __tablename__ = "dataconnect_translations"

    company_id: Mapped[int] = mapped_column(ForeignKey("dataconnect_companies.id"), primary_key=True)
    language: Mapped[str] = mapped_column(primary_key=True)
    text: Mapped[str] = mapped_column(primary_key=True)
    translation: Mapped[str]


class ActiveRequest(Base):
    """A request whose answer is being sent."""

    __tablename__ = "dataconnect_active_requests"

    id: Mapped[str] = mapped_column(primary_key=True)
    company_id: Mapped[int] = mapped_column(index=True)
    worker: Mapped[str]
    """Which process sends it."""


class Mail(Base):
    """A mail that was asked for."""

    __tablename__ = "dataconnect_mails"

    id: Mapped[str] = mapped_column(primary_key=True)
    company_id: Mapped[int] = mapped_column(index=True)
    time: Mapped[datetime]
    to: Mapped[list[str]]
    cc: Mapped[list[str]]
    subject: Mapped[str]
    attachment: Mapped[str]
    """The name of the file that is attached."""
    state: Mapped[str]
    """`kept` in this box; or `pending`, `sent` or `failed`, where there is a mail server."""
    reason: Mapped[str | None]
    """Why it failed."""
    message: Mapped[bytes] = mapped_column(LargeBinary)
    """The whole message, as a mail server gets it. `GET /mail/<id>.eml` below the API's mount shows it."""
