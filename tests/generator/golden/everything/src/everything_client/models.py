# Generated from specs/everything.yaml by the generator; edit the spec and run `make generate`.
"""What the Every "Thing" \\ 日本 API sends and takes."""

from __future__ import annotations

import builtins
import datetime as dt
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any, ClassVar, Literal, TypeAlias

import retail_runtime
from retail_runtime import UNSET, DecimalText, Flag, Model, Unset, YesNo, field

Kind: TypeAlias = Literal["it's", 'a "b"', "c\\d", "plain"] | str
"""What a thing is: c\\d."""

Size: TypeAlias = Literal[1, 2, 3] | int
"""How large a thing is."""

Colour: TypeAlias = Literal["red", "green"] | str
"""A colour."""


class Things(Model):
    """A page of things, whose name is also that of the resource."""

    result: list[Thing] | None = None
    """The things."""
    meta: Meta | None = None
    """What is told beside the data."""


class OneThing(Model):
    """A thing in its envelope."""

    result: Thing
    """A thing, joined of two parts."""
    meta: Meta | None = None
    """What is told beside the data."""


class Meta(Model):
    """What is told beside the data."""

    pages: int | None = None
    """How many pages there are."""
    total: int | None = None
    """How many things there are."""
    next_page: str | None = field(default=None, name="nextPage")
    """The address of the next page."""
    warnings: list[str] | None = None
    """What went otherwise."""
    rate_limit: RateLimit | None = field(default=None, name="rateLimit")
    """The quota."""


class RateLimit(Model):
    """The quota."""

    max_calls: int | None = field(default=None, name="maxCalls")
    """How many calls there are."""
    calls_left: int | None = field(default=None, name="callsLeft")
    """How many are left."""


class Thing(Model):
    """A thing, joined of two parts."""

    id: int
    """Its id."""
    class_: str = retail_runtime.field(name="class")
    """Its class."""
    type_: Kind | None = retail_runtime.field(default=None, name="type")
    """What a thing is: c\\d."""
    size: Size | None = None
    """How large a thing is."""
    colour: Colour | None = None
    """A colour."""
    date: dt.date | None = None
    """Its day. A field named as its type."""
    until: dt.date | None = None
    """Another day."""
    from_: datetime | None = retail_runtime.field(default=None, name="from")
    """Since when."""
    field: str | None = None
    """A field named as what declares fields."""
    field_name: str | None = retail_runtime.field(default=None, name="fieldName")
    """A field after it."""
    list: builtins.list[str] | None = None
    """A field named as its type."""
    others: builtins.list[str] | None = None
    """A list after it."""
    price: Decimal | None
    """Its price in euro."""
    weight: float | None = None
    """Its weight in kg."""
    friend: Thing | None
    """A thing like it."""
    parts: builtins.list[Thing] | None = None
    """Its parts."""
    grid: builtins.list[builtins.list[int]] | None = None
    """Rows of cells."""
    extra: dict[str, Any] | None = None
    """Whatever there is."""
    labels: dict[str, str] | None = None
    """Texts by name."""
    blob: bytes | None = None
    """Bytes."""
    replace_: str | None = retail_runtime.field(default=None, name="replace")
    """A field named as a method of models."""
    legacy: str | None = None
    """Deprecated. No longer told."""
    note: str | None = None
    """A remark that says "it ends so\""""


class Likeness(Model):
    """What it is like."""

    code: str | None = None
    """The code of that."""
    why: str | None | Unset = UNSET
    """The reason."""
    sold: YesNo | None = None
    """Whether it is sold."""


class Card(Model, tag_field="means", tag="card"):
    """A card."""

    means: ClassVar[Literal["card"]] = "card"
    """The means."""
    number: str
    """Its number."""


class Bank(Model, tag_field="means", tag="bank"):
    """A bank account."""

    means: ClassVar[Literal["bank"]] = "bank"
    """The means."""
    iban: str
    """Its number."""


class Receipt(Model):
    """What was paid."""

    paid: Payment
    """A means to pay."""
    others: list[Payment] | None = None
    """What else was paid."""
    back: Card | None = None
    """Where change went."""


class Basket(Model):
    """A basket, sent and answered."""

    lines: list[Line]
    """Its lines."""
    closed: Flag | None = None
    """Whether it is closed."""


class Line(Model):
    """A line of a basket."""

    code: str
    """What is bought."""
    amount: DecimalText | None = None
    """For how much."""
    payments: list[Payment] | None = None
    """What was paid for it."""


class JobAnswer(Model):
    """Work in its envelope."""

    result: Job
    """Work, whose name is also that of a class of the runtime."""
    meta: Meta | None = None
    """What is told beside the data."""


class Job(Model):
    """Work, whose name is also that of a class of the runtime."""

    job_id: str = field(name="jobId")
    """Its id."""
    state_now: Literal["running", "done", "failed"] | str | None = field(default=None, name="stateNow")
    """How far it is."""
    why: str | None = None
    """Why it failed."""


class Link(Model):
    """A link in its envelope."""

    result: Address
    """Where a file is."""


class Address(Model):
    """Where a file is."""

    address: str
    """Its address."""


class Row(Model):
    """A row."""

    sku: str
    """What."""
    stock: int | None = None
    """How many."""


class Found(Model):
    """What was found."""

    product: Product
    """A product."""


class Product(Model):
    """A product."""

    facts: Facts
    """What is known of it."""
    company: str | None = None
    """Who makes it."""


class Facts(Model):
    """What is known of it."""

    collect: ClassVar[Mapping[str, str]] = {"has": "has_", "rest": ""}

    name: str | None = None
    """Its name."""
    has: dict[str, bool] = {}
    """Whether there is any."""
    rest: dict[str, str] = {}
    """All else."""


class Kinds(Model):
    """All kinds."""

    kinds: list[Colour]
    """The kinds."""


class ErrorBody(Model):
    """What went wrong."""

    code: str | None = None
    """Its number."""
    name: str | None = None
    """Its name."""
    message: str | None = None
    """The reason in words."""


class LockedBody(Model):
    """Who holds it."""

    error: ErrorBody
    """What went wrong."""
    until: datetime | None = None
    """Until when."""
    class_: str | None = field(default=None, name="class")
    """Of which class the holder is."""


class Sold(Model, tag_field="event", tag="sold"):
    """A thing was sold."""

    event: ClassVar[Literal["sold"]] = "sold"
    """The event."""
    thing: int
    """The thing."""


class Returned(Model, tag_field="event", tag="returned"):
    """A thing came back."""

    event: ClassVar[Literal["returned"]] = "returned"
    """The event."""
    why: str | None = None
    """The reason."""


class Ping(Model):
    """A test."""

    ping: str
    """A text."""
    at: datetime
    """When."""


Payment: TypeAlias = Card | Bank
"""A means to pay."""
