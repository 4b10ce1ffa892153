"""Products: finding them by their barcode, and what is known of one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..api import Problem
from .barcodes import BarcodeError, Codes, candidates, codes
from .tables import Company, Product, Update, Value


@dataclass(frozen=True)
class Known:
    """The value of a field, validated or waiting."""

    value: str
    extra_id: int | None
    modified: datetime


@dataclass(frozen=True)
class Sheet:
    """All that is known of a product."""

    codes: Codes
    image: str
    modified: datetime
    locked: bool
    values: dict[str, Known]
    """By field name; fields without a value are not in it."""


def meanings(digits: str, parameter: str) -> tuple[str, ...]:
    """The EAN-13 codes that digits may stand for.

    Raises:
        Problem: They are no barcode; the text names the parameter they came in.
    """
    try:
        return candidates(digits)
    except BarcodeError as error:
        raise Problem(400, f"{parameter}: {error}") from error


def on_file(db: Session, ean13s: tuple[str, ...]) -> Product | None:
    """The first of these codes' products that is on file."""
    found = (db.get(Product, ean13) for ean13 in ean13s)
    return next((product for product in found if product and product.on_file), None)


def search_web(db: Session, ean13s: tuple[str, ...], now: datetime) -> Product | None:
    """What a deep search does: puts a product on file that only the web knows."""
    found = next((product for ean13 in ean13s if (product := db.get(Product, ean13))), None)
    if found:
        found.on_file = True
        found.modified = now
    return found


def company_of(db: Session, ean13s: tuple[str, ...]) -> Company | None:
    """The company that the first digits belong to; the longest prefix known goes before shorter ones."""
    prefixes = {ean13[:length] for ean13 in ean13s for length in range(1, 14)}
    known = db.scalars(select(Company).where(Company.prefix.in_(prefixes)))
    return max(known, key=lambda company: len(company.prefix), default=None)


def sheet(db: Session, product: Product, *, pending: bool) -> Sheet:
    """What is known of a product; with `pending` a value that waits for validation stands before a validated one."""
    rows = db.scalars(select(Value).where(Value.ean13 == product.ean13))
    values = {row.field: Known(row.value, row.extra_id, row.modified) for row in rows}
    if pending:
        for update in waiting(db, product.ean13):
            values[update.field] = Known(update.value, update.extra_id, update.sent)
    modified = max([product.modified, *(known.modified for known in values.values())])
    return Sheet(codes(product.ean13), product.image, modified, product.locked, values)


def waiting(db: Session, ean13: str) -> list[Update]:
    """A product's updates that wait for validation, oldest first."""
    query = select(Update).where(Update.ean13 == ean13, Update.validated.is_(None)).order_by(Update.id)
    return list(db.scalars(query))
