"""Recalls of food, and who bought it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from . import shapes
from .envelope import nothing
from .moments import told
from .realm import Realm
from .tables import Item, Product, Purchase, Recall, User

FIELDS = (
    "address_1", "address_2", "center_classification_date", "city", "classification", "code_info", "country",
    "distribution_pattern", "event_id", "initial_firm_notification", "more_code_info", "postal_code",
    "product_description", "product_quantity", "product_type", "reason_for_recall", "recall_initiation_date",
    "recall_number", "recalling_firm", "report_date", "state", "status", "termination_date", "voluntary_mandated",
)  # fmt: skip
"""What a notice tells; null where it does not."""


def list_recalls(realm: Realm) -> list[dict[str, Any]]:
    """All recalls, each with the purchases by the account's users."""
    rows = realm.db.scalars(select(Recall).order_by(Recall.id)).all()
    products = realm.products([row.product_id for row in rows])
    found = [_recall(realm, row, products[row.product_id]) for row in rows if row.product_id in products]
    if not found:
        raise nothing("recalls")
    return found


def _recall(realm: Realm, recall: Recall, product: Product) -> dict[str, Any]:
    bought = realm.db.execute(
        select(Purchase, User)
        .join(User, User.id == Purchase.owner)
        .where(User.account == realm.account)
        .where(Purchase.id.in_(select(Item.purchase_id).where(Item.product_id == product.id)))
        .order_by(Purchase.id)
    ).all()
    return {
        "recall": {**dict.fromkeys(FIELDS), "openfda": {}, **recall.notice},
        "product": shapes.product(realm, product),
        "recall_purchases": [_affected(realm, product, purchase, user) for purchase, user in bought],
    }


def _affected(realm: Realm, product: Product, purchase: Purchase, user: User) -> dict[str, Any]:
    return {
        "id": purchase.id,
        "product_id": product.id,
        "store_id": purchase.store_id,
        "store_name": realm.stores[purchase.store_id].name,
        "order_number": purchase.order_number,
        "order_purchase_date": told(purchase.date),
        "order_recorded_at": told(purchase.recorded_at),
        "email": user.email,
        "zip": user.zip,
        "user_id": user.user_id,
        "client_id": user.account,
        "user_created_at": told(user.created_at),
    }
