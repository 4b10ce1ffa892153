"""Products: adding, changing, deleting, and which are the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import delete, select

from ..api import Problem
from . import locks, prices
from .links import change_links, linked, set_links
from .realm import Realm
from .tables import Gtin, Product, ProductAttribute, ProductCategory, SameGtin, Similar

NULLABLE = ("gtin", "brand", "store_id")
"""Fields that the text `null` empties."""


def add_product(realm: Realm, given: Mapping[str, Any]) -> None:
    """Adds a product, and with `new_gtin` its GTIN to the register."""
    participant = realm.participant(given["participant_id"])
    categories = [realm.category(id).id for id in given.get("categories", ())]
    attributes = [realm.attribute(id).id for id in given.get("attributes", ())]
    gtin = _register_gtin(realm, given) if given.get("new_gtin") else given.get("gtin")
    product = Product(
        id=realm.number("product"),
        tenant=realm.tenant,
        participant_id=participant.id,
        store_id=given.get("store_id"),
        gtin=gtin,
        name=given["name"],
        brand=given.get("brand"),
        scan_count=int(given["scan_count"]),
        has_price=given["has_price"] == "1",
    )
    realm.db.add(product)
    realm.db.flush()
    set_links(realm.db, ProductCategory, product.id, categories)
    set_links(realm.db, ProductAttribute, product.id, attributes)
    if "locks" in given:
        locks.set_locks(realm, product.id, locks.from_settings(given["locks"]))


def update_product(realm: Realm, change: Mapping[str, Mapping[str, Any]]) -> None:
    """Changes the fields that are given, each wrapped as the wire has it."""
    product = realm.product(int(change["product_id"]["value"]))
    for name in (*NULLABLE, "name", "scan_count"):
        if name in change:
            value = change[name]["value"]
            setattr(product, name, None if name in NULLABLE and value == "null" else value)
    if "attributes" in change:
        _check(change["attributes"], realm.attribute)
        change_links(realm.db, ProductAttribute, product.id, change["attributes"])
    if "categories" in change:
        _check(change["categories"], realm.category)
        change_links(realm.db, ProductCategory, product.id, change["categories"])
    if "product_gtin" in change:
        change_links(realm.db, SameGtin, product.id, change["product_gtin"])
    if "product_price" in change:
        _change_price(realm, product, change["product_price"])
    if "product_lock" in change:
        locks.change_locks(realm, product.id, change["product_lock"])


def delete_product(realm: Realm, id: int) -> None:
    """Deletes a product and all that hangs on it."""
    realm.db.execute(delete(Product).where(Product.id == realm.product(id).id))


def same_products(realm: Realm, store_id: str) -> list[dict[str, str]]:
    """The imported similar products of a `store_id`, then those that carry a same GTIN of a product with it."""
    pairs = realm.db.scalars(
        select(Similar)
        .where(Similar.tenant == realm.tenant, Similar.store_id == store_id)
        .order_by(Similar.same_store_id)
    )
    found = {(pair.same_store_id, pair.same_product_name): None for pair in pairs}
    for product in _carriers(realm, store_id):
        found.setdefault((product.store_id or "", product.name))
    return [{"found_by": store_id, "same_store_id": same_id, "same_product_name": name} for same_id, name in found]


def _carriers(realm: Realm, store_id: str) -> Sequence[Product]:
    mine = select(Product).where(Product.tenant == realm.tenant)
    ids = [product.id for product in realm.db.scalars(mine.where(Product.store_id == store_id))]
    gtins = {gtin for group in linked(realm.db, SameGtin, ids).values() for gtin in group}
    # One without a store_id of its own cannot be told in the answer.
    carriers = mine.where(Product.gtin.in_(gtins), Product.store_id.is_not(None), Product.id.not_in(ids))
    return realm.db.scalars(carriers.order_by(Product.id)).all()


def _change_price(realm: Realm, product: Product, change: Mapping[str, Any]) -> None:
    value: Mapping[str, Any] | None = change.get("value")
    if change.get("delete"):
        prices.remove_prices(realm, product.id, value)
        product.has_price = product.has_price and prices.has_prices(realm, product.id)
    elif value is not None:
        prices.add_price(realm, product.id, value)
        product.has_price = True


def _check(change: Mapping[str, Any], find: Any) -> None:
    """Ids that are to be added must be there; one that is to go may be gone already."""
    if not change.get("delete"):
        for id in change.get("value") or ():
            find(id)


def _register_gtin(realm: Realm, given: Mapping[str, Any]) -> str:
    gtin: str = given.get("gtin") or _free_gtin(realm)
    if realm.db.get(Gtin, (realm.tenant, gtin)):
        raise Problem(409, "GTIN already exists")
    realm.db.add(
        Gtin(
            tenant=realm.tenant,
            id=gtin,
            owner=given["participant_id"],
            name=given["name"],
            brand_id=given.get("brand"),
        )
    )
    return gtin


def _free_gtin(realm: Realm) -> str:
    """A GTIN of 14 digits with its check digit, in the range that GS1 keeps for use within a company (2...)."""
    while True:
        body = f"02{realm.number('gtin'):011d}"
        total = sum(int(digit) * (3 if index % 2 == 0 else 1) for index, digit in enumerate(body))
        gtin = f"{body}{-total % 10}"
        if realm.db.get(Gtin, (realm.tenant, gtin)) is None:
            return gtin
