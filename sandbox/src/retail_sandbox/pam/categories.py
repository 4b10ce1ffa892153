"""The tree of categories. A category may have several parents, but none below itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import delete, select

from ..api import Problem
from .realm import Realm
from .tables import Category, Product, ProductCategory

ROOT = ("0", "null")
"""What stands for "no parent" among parents, and so can be no category's id."""


def list_categories(realm: Realm) -> list[dict[str, Any]]:
    """All categories, by id."""
    return [
        {
            "id": category.id,
            "parent_id": category.parents[0] if category.parents else None,
            "parents": category.parents or None,
            "name": category.name,
        }
        for category in realm.categories().values()
    ]


def list_parents(realm: Realm, id: str) -> list[dict[str, Any]]:
    """All categories above one, the nearest first."""
    realm.category(id)
    known = realm.categories()
    return [{"name": known[above].name, "id": above} for above in _above(known, known[id].parents)]


def add_category(realm: Realm, id: str, name: str | None, parents: list[str]) -> None:
    """Adds a category whose id is not taken, below parents that are there."""
    if id in ROOT or realm.db.get(Category, (realm.tenant, id)):
        raise Problem(409, "Category already exists")
    known = realm.categories()
    realm.db.add(Category(tenant=realm.tenant, id=id, name=name, parents=_checked(known, parents)))


def update_category(realm: Realm, id: str, change: Mapping[str, Any]) -> None:
    """Sets `name` and `parents`, as far as they are given."""
    category = realm.category(id)
    if "name" in change:
        category.name = change["name"]
    if "parents" in change:
        known = realm.categories()
        parents = _checked(known, change["parents"])
        if id in parents or id in _above(known, parents):
            raise Problem(409, "A category cannot stand below itself")
        category.parents = parents


def delete_category(realm: Realm, id: str) -> None:
    """Deletes a category without children; products lose it."""
    category = realm.category(id)
    if any(id in other.parents for other in realm.categories().values()):
        raise Problem(409, "Category has categories below it")
    mine = select(Product.id).where(Product.tenant == realm.tenant)
    realm.db.execute(
        delete(ProductCategory).where(ProductCategory.linked_id == id, ProductCategory.product_id.in_(mine))
    )
    realm.db.delete(category)


def _checked(known: Mapping[str, Category], parents: list[str]) -> list[str]:
    if len(parents) == 1 and parents[0] in ROOT:
        return []
    for parent in parents:
        if parent not in known:
            raise Problem(404, "Parent category not found")
    return list(dict.fromkeys(parents))


def _above(known: Mapping[str, Category], parents: Iterable[str]) -> list[str]:
    """Ids of the parents and of all above them, level by level, each once."""
    found: dict[str, None] = {}
    level = list(parents)
    while level:
        found.update(dict.fromkeys(level))
        level = [above for id in level for above in known[id].parents if above not in found]
    return list(found)
