"""Rows looked up by many values at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.orm.util import identity_key

from .basket_tables import Basket, BasketItem, Product, ReturnTransaction, Variant
from .campaign_tables import Campaign, Voucher
from .tables import Currency, User

T = TypeVar("T")
Row = TypeVar("Row", Campaign, Currency, User, Voucher, Basket, BasketItem, ReturnTransaction, Product, Variant)

_AT_ONCE = 5000
"""How many values a query asks for."""


def chunks(values: Iterable[T]) -> Iterator[list[T]]:
    """Different values, so many at a time as one query may ask for."""
    rest = list(dict.fromkeys(values))
    return (rest[start : start + _AT_ONCE] for start in range(0, len(rest), _AT_ONCE))


def by_id(db: Session, table: type[Row], ids: Iterable[int | None]) -> dict[int, Row]:
    """The rows of these ids. Those that somebody holds already are not read again."""
    wanted = {id for id in ids if id is not None}
    held = {id: db.identity_map.get(identity_key(table, id)) for id in wanted}
    found: dict[int, Row] = {id: row for id, row in held.items() if row is not None}
    for some in chunks(sorted(wanted - found.keys())):
        found |= {row.id: row for row in db.scalars(select(table).where(table.id.in_(some)))}
    return found
