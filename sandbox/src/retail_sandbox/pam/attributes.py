"""Attributes that products can have."""

from __future__ import annotations

from sqlalchemy import delete, select

from ..api import Problem
from .realm import Realm
from .tables import Attribute, Product, ProductAttribute


def list_attributes(realm: Realm) -> list[dict[str, str]]:
    """All attributes, by id."""
    return [{"id": attribute.id, "name": attribute.name} for attribute in realm.attributes().values()]


def add_attribute(realm: Realm, id: str, name: str) -> None:
    """Adds an attribute whose id is not taken."""
    if realm.db.get(Attribute, (realm.tenant, id)):
        raise Problem(409, "Attribute already exists")
    realm.db.add(Attribute(tenant=realm.tenant, id=id, name=name))


def rename_attribute(realm: Realm, id: str, name: str) -> None:
    """Gives an attribute another name."""
    realm.attribute(id).name = name


def delete_attribute(realm: Realm, id: str) -> None:
    """Deletes an attribute; products lose it."""
    attribute = realm.attribute(id)
    mine = select(Product.id).where(Product.tenant == realm.tenant)
    realm.db.execute(
        delete(ProductAttribute).where(ProductAttribute.linked_id == id, ProductAttribute.product_id.in_(mine))
    )
    realm.db.delete(attribute)
