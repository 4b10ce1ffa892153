"""The list of a participant's products: filters, order, pages, and how a product is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, Select, exists, func, select

from .links import Link, Products, linked
from .locks import FIELDS
from .prices import PLACES, at_place, recent
from .realm import Realm
from .tables import Lock, Price, Product, ProductAttribute, ProductCategory, SameGtin, Similar

LEVELS = 6
"""How many categories a product shows."""


def list_products(realm: Realm, asked: Mapping[str, Any]) -> dict[str, Any]:
    """One page of products; `asked` holds the wire's parameters, None for "where it is missing"."""
    participant = realm.participant(asked["participant_id"])
    wanted = [Product.tenant == realm.tenant, Product.participant_id == participant.id, *_filters(realm, asked)]
    count = realm.db.execute(select(func.count()).select_from(Product).where(*wanted)).scalar_one()
    size, number = int(asked["page_size"]), int(asked["page_number"])
    query = _sorted(select(Product).where(*wanted), asked.get("sort_by"), _min_price(realm))
    products = realm.db.scalars(query.limit(size).offset((number - 1) * size)).all()
    return {
        "result": show_products(realm, products),
        "pages_count": -(-count // size),
        "products_count": count,
    }


def show_products(realm: Realm, products: Sequence[Product]) -> list[dict[str, Any]]:
    """Products as the service tells them."""
    ids = [product.id for product in products]
    categories, attributes = names_of_categories(realm, ids), names_of_attributes(realm, ids)
    locks = {lock.product_id: lock for lock in realm.db.scalars(select(Lock).where(Lock.product_id.in_(ids)))}
    cheapest = _cheapest(realm, ids)
    return [
        {
            "id": product.id,
            "participant_id": product.participant_id,
            "store_id": product.store_id,
            "gtin": product.gtin,
            "name": product.name,
            "brand": product.brand,
            "scan_count": product.scan_count,
            "has_price": int(product.has_price),
            "min_price": cheapest.get(product.id),
            **{f"category{level}": name for level, name in enumerate(categories.get(product.id, ()), 1)},
            "attributes": attributes.get(product.id),
            "locks": {name: int(getattr(locks[product.id], name)) for name in FIELDS} if product.id in locks else {},
        }
        for product in products
    ]


def names_of_categories(realm: Realm, ids: Products) -> dict[int, list[str | None]]:
    """The names of each product's first six categories; one that has no name is None."""
    known = realm.categories()
    links = linked(realm.db, ProductCategory, ids)
    return {id: [known[each].name for each in group[:LEVELS]] for id, group in links.items()}


def names_of_attributes(realm: Realm, ids: Products) -> dict[int, list[str]]:
    """The names of each product's attributes."""
    known = realm.attributes()
    return {id: [known[each].name for each in group] for id, group in linked(realm.db, ProductAttribute, ids).items()}


def _filters(realm: Realm, asked: Mapping[str, Any]) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if "name" in asked:
        found.append(Product.name.icontains(asked["name"], autoescape=True))
    for name in ("brand", "store_id", "gtin"):
        if name in asked:
            column = getattr(Product, name)
            found.append(column.is_(None) if asked[name] is None else column == asked[name])
    if "has_price" in asked:
        found.append(Product.has_price.is_(asked["has_price"] == "1"))
    for name, count in _amounts(realm).items():
        if name in asked:
            found.append(count == int(asked[name]))
    if any(name in asked for name in PLACES):
        found.append(exists().where(Price.product_id == Product.id, recent(realm.now), *at_place(asked)))
    return found


def _amounts(realm: Realm) -> dict[str, ColumnElement[int]]:
    similar = (
        select(func.count())
        .select_from(Similar)
        .where(Similar.tenant == realm.tenant, Similar.store_id == Product.store_id)
        .correlate(Product)
        .scalar_subquery()
    )
    return {
        "attributes_amount": _count(ProductAttribute),
        "categories_amount": _count(ProductCategory),
        "same_products_amount": _count(SameGtin) + similar,
    }


def _count(kind: type[Link]) -> ScalarSelect[int]:
    return (
        select(func.count()).select_from(kind).where(kind.product_id == Product.id).correlate(Product).scalar_subquery()
    )


def _min_price(realm: Realm) -> ScalarSelect[Any]:
    return (
        select(func.min(Price.price))
        .where(Price.product_id == Product.id, recent(realm.now))
        .correlate(Product)
        .scalar_subquery()
    )


def _cheapest(realm: Realm, ids: Sequence[int]) -> dict[int, int]:
    rows = realm.db.execute(
        select(Price.product_id, func.min(Price.price))
        .where(Price.product_id.in_(ids), recent(realm.now))
        .group_by(Price.product_id)
    )
    return {row[0]: row[1] for row in rows}


def _sorted(query: Select[Product], field: str | None, min_price: ScalarSelect[Any]) -> Select[Product]:
    if not field:
        return query.order_by(Product.id)
    name = field.removeprefix("-")
    column: Any = min_price if name == "min_price" else getattr(Product, name)
    return query.order_by(column.is_(None), column.desc() if field.startswith("-") else column.asc(), Product.id)
