"""The lists that hang on a product: its categories, attributes and same GTINs, each in an order of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Select, delete, select
from sqlalchemy.orm import Session

from .tables import ProductAttribute, ProductCategory, SameGtin

Link = ProductAttribute | ProductCategory | SameGtin
Products = Sequence[int] | Select[int]
"""Ids of products, or the query that finds them (for more than a statement can name)."""


_AT_ONCE = 500
"""How many products a statement names; databases have a limit."""


def linked(db: Session, kind: type[Link], products: Products) -> dict[int, list[str]]:
    """What hangs on each of the products, in order."""
    found: dict[int, list[str]] = {}
    rows = db.scalars(select(kind).where(kind.product_id.in_(products)).order_by(kind.product_id, kind.position))
    for row in rows:
        found.setdefault(row.product_id, []).append(row.linked_id)
    return found


def change_links(db: Session, kind: type[Link], product_id: int, change: Mapping[str, Any]) -> None:
    """Does what a wrapped field asks: adds its `value`; with `delete` removes it, and without a value all."""
    present = linked(db, kind, [product_id]).get(product_id, [])
    value: list[str] | None = change.get("value")
    if not change.get("delete"):
        set_links(db, kind, product_id, [*present, *(value or [])])
    elif value is None:
        set_links(db, kind, product_id, [])
    else:
        set_links(db, kind, product_id, [each for each in present if each not in value])


def set_links(db: Session, kind: type[Link], product_id: int, ids: Sequence[str]) -> None:
    """Makes `ids` all that hangs on the product. One that stands twice hangs once."""
    set_many_links(db, kind, {product_id: ids})


def set_many_links(db: Session, kind: type[Link], wanted: Mapping[int, Sequence[str]]) -> None:
    """Makes these ids all that hangs on these products."""
    db.flush()
    products = list(wanted)
    for start in range(0, len(products), _AT_ONCE):
        db.execute(delete(kind).where(kind.product_id.in_(products[start : start + _AT_ONCE])))
    db.add_all(
        kind(product_id=product_id, linked_id=id, position=position)
        for product_id, ids in wanted.items()
        for position, id in enumerate(dict.fromkeys(ids))
    )
    db.flush()
