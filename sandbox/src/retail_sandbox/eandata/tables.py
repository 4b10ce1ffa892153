"""What EANdata keeps."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from ..store import Base


class KeyCode(Base):
    """An account that may call the feed."""

    __tablename__ = "eandata_keycodes"

    keycode: Mapped[str] = mapped_column(String(64), primary_key=True, info={"secret": True})
    plan: Mapped[str]
    """`free` or `paid`."""
    feed_on: Mapped[bool]
    daily_limit: Mapped[int | None]
    """Look-ups a day; None: as many as wanted."""


class Usage(Base):
    """How many look-ups an account made on a day."""

    __tablename__ = "eandata_usage"

    keycode: Mapped[str] = mapped_column(ForeignKey(KeyCode.keycode), primary_key=True, info={"secret": True})
    day: Mapped[str] = mapped_column(String(10), primary_key=True)
    lookups: Mapped[int]


class Company(Base):
    """A company, by the first digits of its products' EAN-13 codes."""

    __tablename__ = "eandata_companies"

    prefix: Mapped[str] = mapped_column(String(13), primary_key=True)
    name: Mapped[str]
    address: Mapped[str]
    phone: Mapped[str]
    url: Mapped[str]
    logo: Mapped[str]
    locked: Mapped[bool]


class Category(Base):
    """A category of products, below another or at the top."""

    __tablename__ = "eandata_categories"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("eandata_categories.id"))
    name: Mapped[str]


class Field(Base):
    """An attribute that products can have."""

    __tablename__ = "eandata_fields"

    name: Mapped[str] = mapped_column(String(64), primary_key=True)
    position: Mapped[int]
    """Its place in lists and answers."""
    group: Mapped[str] = mapped_column("group_name")
    title: Mapped[str]
    data_type: Mapped[str]
    """`text`, `html`, `number`, `id`, `codes` or `url`."""
    data_type_description: Mapped[str]
    linked_text: Mapped[bool]
    linked_extra: Mapped[bool]


class Extra(Base):
    """A descriptor that a field's value may come with: a unit, a currency, a language."""

    __tablename__ = "eandata_extras"

    field: Mapped[str] = mapped_column(ForeignKey(Field.name), primary_key=True)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    short: Mapped[str]
    long: Mapped[str]


class Product(Base):
    """A product, by its EAN-13."""

    __tablename__ = "eandata_products"

    ean13: Mapped[str] = mapped_column(String(13), primary_key=True)
    image: Mapped[str]
    modified: Mapped[datetime]
    locked: Mapped[bool]
    on_file: Mapped[bool]
    """False: only the web knows it, until a deep search puts it on file."""


class Value(Base):
    """A validated value of a product's field."""

    __tablename__ = "eandata_values"

    ean13: Mapped[str] = mapped_column(ForeignKey(Product.ean13), primary_key=True)
    field: Mapped[str] = mapped_column(ForeignKey(Field.name), primary_key=True)
    value: Mapped[str]
    extra_id: Mapped[int | None]
    modified: Mapped[datetime]


class Update(Base):
    """A value that somebody sent for a product's field."""

    __tablename__ = "eandata_updates"

    id: Mapped[int] = mapped_column(primary_key=True)
    ean13: Mapped[str] = mapped_column(ForeignKey(Product.ean13), index=True)
    field: Mapped[str] = mapped_column(ForeignKey(Field.name))
    value: Mapped[str]
    extra_id: Mapped[int | None]
    sent: Mapped[datetime]
    validated: Mapped[datetime | None]
    """None while it waits."""
