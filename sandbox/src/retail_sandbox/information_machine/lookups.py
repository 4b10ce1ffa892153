"""The tables behind the data."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from . import shapes
from .envelope import nothing
from .realm import Realm
from .tables import Nutrient, Word


def list_words(realm: Realm, list: str, what: str) -> list[dict[str, Any]]:
    """One of the plain lists, by id."""
    rows = realm.db.scalars(select(Word).where(Word.list == list).order_by(Word.id))
    return _some([shapes.word(row) for row in rows], what)


def list_categories(realm: Realm) -> list[dict[str, Any]]:
    """All categories, by id."""
    return _some([shapes.category(row) for row in realm.categories.values()], "categories")


def list_nutrients(realm: Realm) -> list[dict[str, Any]]:
    """All nutrients, by id."""
    rows = realm.db.scalars(select(Nutrient).order_by(Nutrient.id))
    return _some([shapes.nutrient(row) for row in rows], "nutrients")


def list_stores(realm: Realm, can_scrape: bool | None) -> list[dict[str, Any]]:
    """The stores, by id; with a flag only those that have it so."""
    rows = [row for row in realm.stores.values() if can_scrape in (None, row.can_scrape)]
    return _some([shapes.store(realm, row) for row in rows], "stores")


def _some(found: list[dict[str, Any]], what: str) -> list[dict[str, Any]]:
    if not found:
        raise nothing(what)
    return found
