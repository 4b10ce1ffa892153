"""Participants that are listed as retailers."""

from __future__ import annotations

from typing import Any

from sqlalchemy import func, select

from ..api import Problem
from .realm import Realm
from .tables import Participant, Product, Retailer


def list_retailers(
    realm: Realm, *, name: str | None = None, country: str | None = None, limit: int | None = None
) -> list[dict[str, str]]:
    """Retailers by a part of their name, or by the name of their country."""
    query = (
        select(Participant)
        .join(Retailer, (Retailer.tenant == Participant.tenant) & (Retailer.participant_id == Participant.id))
        .where(Participant.tenant == realm.tenant)
        .order_by(Participant.id)
        .limit(limit)
    )
    if name is not None:
        query = query.where(Participant.name.icontains(name, autoescape=True))
    if country is not None:
        query = query.where(func.lower(Participant.country_name) == func.lower(country))
    return [{"participant_id": row.id, "name": row.name} for row in realm.db.scalars(query)]


def find_sellers(realm: Realm, store_id: str | None, limit: int) -> list[dict[str, Any]]:
    """Products of retailers by a part of their `store_id`, each with its retailer."""
    query = (
        select(Product, Participant)
        .join(
            Retailer,
            (Retailer.tenant == Product.tenant) & (Retailer.participant_id == Product.participant_id),
        )
        .join(
            Participant,
            (Participant.tenant == Retailer.tenant) & (Participant.id == Retailer.participant_id),
        )
        .where(Product.tenant == realm.tenant, Product.store_id.is_not(None))
        .order_by(Product.id)
        .limit(limit)
    )
    if store_id is not None:
        query = query.where(Product.store_id.icontains(store_id, autoescape=True))
    return [
        {
            "gtin": product.gtin,
            "product_name": product.name,
            "store_id": product.store_id,
            "retailer_id": participant.id,
            "retailer_name": participant.name,
        }
        for product, participant in realm.db.execute(query)
    ]


def add_retailer(realm: Realm, participant_id: str) -> None:
    """Lists a participant that is not listed yet."""
    participant = realm.participant(participant_id)
    if realm.db.get(Retailer, (realm.tenant, participant.id)):
        raise Problem(409, "Retailer already exists")
    realm.db.add(Retailer(tenant=realm.tenant, participant_id=participant.id))


def delete_retailer(realm: Realm, participant_id: str) -> None:
    """Takes a participant off the list; it stays, and so do its products."""
    retailer = realm.db.get(Retailer, (realm.tenant, participant_id))
    if retailer is None:
        raise Problem(404, "Retailer not found")
    realm.db.delete(retailer)
