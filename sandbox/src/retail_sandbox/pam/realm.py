"""A tenant's part of the data, at a moment: where every rule looks things up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar
from uuid import NAMESPACE_URL, uuid5

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..api import Problem
from ..store import next_number
from .tables import Attribute, Category, Participant, Product

Row = TypeVar("Row")


@dataclass(frozen=True)
class Realm:
    """What one ticket can see and change.

    Args:
        db: The request's transaction.
        tenant: The tenant that the ticket belongs to.
        now: The sandbox's time.
    """

    db: Session
    tenant: str
    now: datetime

    def participant(self, id: str) -> Participant:
        """The participant of this id; Problem 404 without one. So are the next three."""
        return _found(self.db.get(Participant, (self.tenant, id)), "Participant")

    def product(self, id: int) -> Product:
        """The product of this id."""
        product = self.db.get(Product, id)
        return _found(product if product and product.tenant == self.tenant else None, "Product")

    def category(self, id: str) -> Category:
        """The category of this id."""
        return _found(self.db.get(Category, (self.tenant, id)), "Category")

    def attribute(self, id: str) -> Attribute:
        """The attribute of this id."""
        return _found(self.db.get(Attribute, (self.tenant, id)), "Attribute")

    def categories(self) -> dict[str, Category]:
        """All categories by id, in the order of their ids."""
        rows = self.db.scalars(select(Category).where(Category.tenant == self.tenant))
        return {row.id: row for row in sorted(rows, key=lambda row: row.id)}

    def attributes(self) -> dict[str, Attribute]:
        """All attributes by id, in the order of their ids."""
        rows = self.db.scalars(select(Attribute).where(Attribute.tenant == self.tenant))
        return {row.id: row for row in sorted(rows, key=lambda row: row.id)}

    def number(self, name: str) -> int:
        """The next number of a sequence; seeding moves it past the seeded ones."""
        return next_number(self.db, "pam", name)

    def uuid(self, name: str) -> str:
        """A UUID that is the same in two runs alike."""
        return str(uuid5(NAMESPACE_URL, f"pam/{name}/{self.number(name)}"))


def _found(row: Row | None, what: str) -> Row:
    if row is None:
        raise Problem(404, f"{what} not found")
    return row
