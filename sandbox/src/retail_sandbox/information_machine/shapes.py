"""Rows as the wire has them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select

from .locks import LOCKS, Lock
from .moments import told
from .realm import Realm
from .tables import (
    Cart,
    CartItem,
    Category,
    Connection,
    NumberReceipt,
    Nutrient,
    Product,
    Purchase,
    Store,
    User,
    Word,
)


def user(row: User) -> dict[str, Any]:
    """UserData."""
    return {
        "user_id": row.user_id,
        "owner_app_id": row.account,
        "email": row.email,
        "zip": row.zip,
        "created_at": told(row.created_at),
    }


def connection(realm: Realm, row: Connection) -> dict[str, Any]:
    """UserStore."""
    owner = realm.db.get_one(User, row.owner)
    store = realm.stores[row.store_id]
    lock = None if row.lock_code is None else LOCKS[row.lock_code]
    return {
        "id": row.id,
        "supermarket_id": row.store_id,
        "store_name": store.name,
        "user": user(owner),
        "username": row.username,
        "credentials_status": row.login_status,
        "scrape_status": row.scrape_status,
        "type": store.type,
        "account_locked": lock is not None,
        "account_lock_code": lock and lock.name,
        "unlock_url": unlock_url(realm, row, lock),
        "oauth_provider": row.provider,
        "oauth_authorization_url": realm.call.url_for(f"/oauth?state={row.token}") if row.provider else None,
        "created_at": told(row.created_at),
        "updated_at": told(row.updated_at),
        "total_spent": dollars(_spent(realm, row)),
    }


def unlock_url(realm: Realm, row: Connection, lock: Lock | None) -> str | None:
    """Where a locked account is unlocked."""
    return realm.call.url_for(f"/mfa?uside={row.token}") if lock else None


def _spent(realm: Realm, row: Connection) -> int:
    total = select(func.coalesce(func.sum(Purchase.total_without_tax + Purchase.tax), 0))
    return int(realm.db.scalar(total.where(Purchase.connection_id == row.id)) or 0)


def receipt(realm: Realm, row: NumberReceipt) -> dict[str, Any]:
    """UserStoreReceipt."""
    purchase_id = realm.db.scalar(select(Purchase.id).where(Purchase.receipt == row.id))
    return {
        "id": row.id,
        "user_store_id": row.connection_id,
        "purchase_id": purchase_id,
        "identifier": row.identifier,
        "status": row.status,
        "created_at": told(row.created_at),
        "receipt_date": told(row.receipt_date),
    }


def store(realm: Realm, row: Store) -> dict[str, Any]:
    """StoreInfo."""
    return {
        "id": row.id,
        "name": row.name,
        "restaurant": row.restaurant,
        "can_scrape": row.can_scrape,
        "image_link": row.image_link or realm.call.url_for(f"/images/stores/{row.id}.svg"),
        "url": row.url,
        "type": row.type,
    }


def category(row: Category) -> dict[str, Any]:
    """CategoryInfo."""
    return {"id": row.id, "name": row.name, "grocery": row.grocery, "parent_id": row.parent_id}


def nutrient(row: Nutrient) -> dict[str, Any]:
    """NutrientInfo."""
    return {
        "id": row.id,
        "name": row.name,
        "description": row.description,
        "unit_of_measurement": row.unit_of_measurement,
        "preferred_unit_of_measurement": row.preferred_unit_of_measurement,
        "recommended_daily_value": row.recommended_daily_value,
    }


def word(row: Word) -> dict[str, Any]:
    """ProductAlternativeTypeInfo, UOMInfo or TagInfo."""
    return {"id": row.id, "name": row.name, "description": row.description}


def product(realm: Realm, row: Product, *, nutrients: bool = False) -> dict[str, Any]:
    """ProductData."""
    kind = realm.categories.get(row.category_id or 0)
    pictures = {
        f"{size}_image": realm.call.url_for(f"/images/products/{row.id}-{size}.svg") for size in ("small", "large")
    }
    shown = {
        "id": row.id,
        "name": row.name,
        "upc": row.upc,
        "category": kind and kind.name,
        "category_id": row.category_id,
        **pictures,
        **row.fields,
    }
    return shown | ({"nutrients": row.nutrients} if nutrients else {})


def cart(row: Cart, items: Sequence[CartItem]) -> dict[str, Any]:
    """Cart."""
    return {
        "cart_id": row.id,
        "cart_name": row.name,
        "cart_items": [cart_item(each) for each in items],
        "created_at": told(row.created_at),
        "updated_at": told(row.updated_at),
    }


def cart_item(row: CartItem) -> dict[str, Any]:
    """CartItem."""
    return {
        "cart_item_id": row.id,
        "upc": row.upc,
        "quantity": row.quantity,
        "created_at": told(row.created_at),
        "updated_at": told(row.updated_at),
    }


def dollars(cents: int) -> float:
    """An amount as the wire has it."""
    return round(cents / 100, 2)
