"""The lists behind the products: categories, fields, and the descriptors that go with fields."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..api import Problem
from .tables import Category, Extra, Field


def categories(db: Session) -> list[tuple[Category, list[Category]]]:
    """Every category with the chain that leads to it: topmost first, itself last."""
    return [(category, chain(db, category)) for category in db.scalars(select(Category).order_by(Category.id))]


def chain(db: Session, category: Category) -> list[Category]:
    """The categories that lead to one: topmost first, itself last."""
    links = [category]
    while links[0].parent_id is not None:
        links.insert(0, db.get_one(Category, links[0].parent_id))
    return links


def path(links: list[Category]) -> str:
    """A chain in words: `Food: Beverages`."""
    return ": ".join(link.name for link in links)


def fields(db: Session) -> dict[str, Field]:
    """Every field by name, in the order of the lists."""
    return {field.name: field for field in db.scalars(select(Field).order_by(Field.position))}


def descriptors(db: Session, field: str | None = None) -> list[Extra]:
    """The descriptors of one field, or of all.

    Raises:
        Problem: There is no such field, or it has none.
    """
    query = select(Extra).order_by(Extra.field, Extra.id)
    if field is None:
        return list(db.scalars(query))
    known = db.get(Field, field)
    if known is None:
        raise Problem(400, f"field: there is no {field}")
    found = list(db.scalars(query.where(Extra.field == field)))
    if not found:
        raise Problem(400, f"field: {field} has no extra values")
    return found


def companions(field: Field) -> list[str]:
    """The names under which more is told of a field's value, its own first."""
    suffixes = ["", *(["_text", "_text_long"] if field.linked_text else [])]
    suffixes += ["_extra", "_extra_long", "_extra_id"] if field.linked_extra else []
    return [field.name + suffix for suffix in suffixes]


def told(db: Session, field: Field, value: str, extra_id: int | None) -> dict[str, str]:
    """A field's value with its companions, by their names; all blank for a blank value."""
    texts = [value]
    if field.linked_text:
        texts += _words(db, field, value)
    if field.linked_extra:
        extra = db.get(Extra, (field.name, extra_id)) if extra_id is not None else None
        texts += [extra.short, extra.long, str(extra.id)] if extra else ["", "", ""]
    return dict(zip(companions(field), texts, strict=True))


def _words(db: Session, field: Field, value: str) -> list[str]:
    """The short and the long text of an id."""
    if not value:
        return ["", ""]
    if field.name == "category":
        category = db.get(Category, int(value))
        return [category.name, path(chain(db, category))] if category else ["", ""]
    extra = db.get(Extra, (field.name, int(value)))
    return [extra.short, extra.long] if extra else ["", ""]
