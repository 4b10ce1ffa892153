"""What a user has bought, in the forms in which the API tells it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import select

from ..api import Problem
from . import shapes
from .envelope import Listed, nothing, page_of
from .filters import Bought, kept
from .moments import told
from .prices import price_at
from .realm import Realm
from .shapes import dollars
from .tables import Connection, ImagePart, Item, NumberReceipt, Product, Purchase, User


def history(realm: Realm, params: Mapping[str, Any]) -> dict[str, Any]:
    """PurchaseData: product by product."""
    found = kept(realm, _bought(realm, realm.user(params["user_id"])), params)
    if not found:
        raise nothing("purchases")
    return _by_product(realm, found, details=params["show_product_details"])


def list_purchases(realm: Realm, params: Mapping[str, Any]) -> Listed:
    """A page of UserPurchase: the latest first."""
    found = kept(realm, _bought(realm, realm.user(params["user_id"])), params)
    listed = page_of(found[::-1], realm.call, "purchases")
    return Listed(
        _user_purchases(realm, listed.items, products=params["full_resp"]), listed.page, listed.per_page, listed.total
    )


def get_purchase(realm: Realm, user_id: str, id: int, products: bool) -> dict[str, Any]:
    """One UserPurchase."""
    user = realm.user(user_id)
    purchase = realm.db.get(Purchase, id)
    if purchase is None or purchase.owner != user.id:
        raise Problem(404, "Purchase not found")
    return _user_purchases(realm, _with_items(realm, [purchase]), products=products)[0]


def list_loyalty(realm: Realm, params: Mapping[str, Any]) -> Listed:
    """A page of UserLoyaltyPurchase: one for each connection whose loyalty stream has told something."""
    lines: dict[int, list[Item]] = defaultdict(list)
    recorded: dict[int, str | None] = {}
    for bought in kept(realm, _bought(realm, realm.user(params["user_id"])), params):
        if bought.purchase.stream == "loyalty" and bought.purchase.connection_id is not None:
            lines[bought.purchase.connection_id] += bought.items
            recorded |= {item.id: told(bought.purchase.recorded_at) for item in bought.items}
    listed = page_of(sorted(lines), realm.call, "loyalty purchases")
    products = realm.products([item.product_id for id in listed.items for item in lines[id]])
    shown = [
        {
            "user_store": shapes.connection(realm, realm.db.get_one(Connection, id)),
            "purchase_items": [
                {
                    "id": item.id,
                    "name": item.name,
                    "upc": item.upc,
                    "upc_resolved_at": told(item.upc_resolved_at),
                    "created_at": recorded[item.id],
                    **_product(realm, products.get(item.product_id)),
                }
                for item in lines[id]
            ],
        }
        for id in listed.items
    ]
    return Listed(shown, listed.page, listed.per_page, listed.total)


def list_products(realm: Realm, user_id: str, nutrients: bool, food_only: bool) -> Listed:
    """A page of the products that a user's connections have brought, by id."""
    found = kept(realm, _bought(realm, realm.user(user_id)), {"food_only": food_only})
    ids = {item.product_id for each in found if each.purchase.connection_id is not None for item in each.items}
    listed = page_of(list(realm.products(ids).values()), realm.call, "products")
    return Listed(
        [shapes.product(realm, row, nutrients=nutrients) for row in listed.items],
        listed.page, listed.per_page, listed.total,
    )  # fmt: skip


def list_of_product(realm: Realm, product_id: int) -> Listed:
    """A page of PurchasedProduct: who of the account's users bought a product, the latest first."""
    if product_id not in realm.products([product_id]):
        raise Problem(404, "Product not found")
    rows = realm.db.execute(
        select(Item, Purchase)
        .join(Purchase, Purchase.id == Item.purchase_id)
        .join(User, User.id == Purchase.owner)
        .where(User.account == realm.account, Item.product_id == product_id)
        .order_by(Purchase.date.desc(), Item.id.desc())
    ).all()
    found = [
        {
            "product_id": product_id,
            "date": told(purchase.date),
            "price": dollars(_paid(item)),
            "store": realm.stores[purchase.store_id].name,
        }
        for item, purchase in rows
    ]
    return page_of(found, realm.call, "purchases")


def by_product(realm: Realm, purchases: Sequence[Purchase], *, details: bool) -> dict[str, Any]:
    """PurchaseData of some purchases."""
    return _by_product(realm, _with_items(realm, purchases), details=details)


# --- product by product


def _by_product(realm: Realm, found: Sequence[Bought], *, details: bool) -> dict[str, Any]:
    lines: dict[int, list[tuple[Item, Purchase]]] = defaultdict(list)
    for bought in found:
        for item in bought.items:
            lines[item.product_id].append((item, bought.purchase))
    products = realm.products(lines)
    items = [
        _purchased_item(realm, product, lines[id])
        | ({"product_details": shapes.product(realm, product, nutrients=True)} if details else {})
        for id, product in products.items()
    ]
    return {"purchased_items": items, "invoices": [_invoice(realm, each.purchase) for each in found]}


def _purchased_item(realm: Realm, product: Product, lines: Sequence[tuple[Item, Purchase]]) -> dict[str, Any]:
    first_item, first = lines[0]
    return {
        "product_id": product.id,
        "name": product.name,
        "purchase_history": [_purchase_info(realm, product, item, purchase) for item, purchase in lines],
        "product_timestamps": {
            "upc_resolved_at": told(first_item.upc_resolved_at),
            "recorded_at": told(first.recorded_at),
        },
        "product_identifiers": {
            "upcs": [product.upc] if product.upc else [],
            "plus": product.fields.get("plus") or [],
        },
    }


def _purchase_info(realm: Realm, product: Product, item: Item, purchase: Purchase) -> dict[str, Any]:
    return {
        "invoice_id": purchase.id,
        "store_id": purchase.store_id,
        "store_name": realm.stores[purchase.store_id].name,
        "harvested_name": item.name,
        "quantity": item.quantity,
        "price": dollars(round(_paid(item) * item.quantity)),
        "unit_price": dollars(_paid(item)),
        "current_price": dollars(price_at(product, purchase.store_id)),
        "purchase_date": told(purchase.date),
        "recorded_at": told(purchase.recorded_at),
    }


def _invoice(realm: Realm, purchase: Purchase) -> dict[str, Any]:
    images = _images(realm, purchase)
    receipt = realm.db.get(NumberReceipt, purchase.receipt) if purchase.receipt else None
    shown = {
        "id": purchase.id,
        "store_id": purchase.store_id,
        "store_name": realm.stores[purchase.store_id].name,
        **_amounts(purchase),
        "purchase_date": told(purchase.date),
        "recorded_at": told(purchase.recorded_at),
        "receipt_image_url": images[0] if images else None,
        "receipt_image_urls": images,
    }
    if receipt:
        shown["user_store_receipt"] = {
            "id": receipt.id,
            "user_store_id": receipt.connection_id,
            "created_at": told(receipt.created_at),
        }
    return shown


# --- invoice by invoice


def _user_purchases(realm: Realm, found: Sequence[Bought], *, products: bool) -> list[dict[str, Any]]:
    ids = {each.purchase.connection_id for each in found} - {None}
    rows = realm.db.scalars(select(Connection).where(Connection.id.in_(ids)))
    stores = {row.id: shapes.connection(realm, row) for row in rows}
    known = realm.products([item.product_id for each in found for item in each.items]) if products else {}
    return [_user_purchase(realm, each, stores, known) for each in found]


def _user_purchase(
    realm: Realm, bought: Bought, stores: Mapping[int, dict[str, Any]], products: Mapping[int, Product]
) -> dict[str, Any]:
    purchase = bought.purchase
    images = _images(realm, purchase)
    shown = {
        "id": purchase.id,
        "purchase_items": [
            {
                "id": item.id,
                "purchase_id": purchase.id,
                "name": item.name,
                "upc": item.upc,
                "unit_of_measurement": item.unit,
                "quantity": item.quantity,
                "price": dollars(item.price),
                "discounted_price": None if item.discounted_price is None else dollars(item.discounted_price),
                "upc_resolved_at": told(item.upc_resolved_at),
                **_product(realm, products.get(item.product_id)),
            }
            for item in bought.items
        ],
        "date": told(purchase.date),
        **_amounts(purchase),
        "receipt_image_url": images[0] if images else None,
        "receipt_image_urls": [{"url": url} for url in images],
    }
    store = stores.get(purchase.connection_id or 0)
    return shown | ({"user_store": store} if store else {})


# --- what they share


def _bought(realm: Realm, user: User) -> list[Bought]:
    """All purchases of a user, the oldest first."""
    rows = realm.db.scalars(select(Purchase).where(Purchase.owner == user.id).order_by(Purchase.date, Purchase.id))
    return _with_items(realm, rows.all())


def _with_items(realm: Realm, purchases: Sequence[Purchase]) -> list[Bought]:
    items: dict[int, list[Item]] = defaultdict(list)
    ids = [purchase.id for purchase in purchases]
    for item in realm.db.scalars(select(Item).where(Item.purchase_id.in_(ids)).order_by(Item.id)):
        items[item.purchase_id].append(item)
    return [Bought(purchase, items[purchase.id]) for purchase in purchases]


def _amounts(purchase: Purchase) -> dict[str, Any]:
    return {
        "total": dollars(purchase.total_without_tax + purchase.tax),
        "total_without_tax": dollars(purchase.total_without_tax),
        "tax": dollars(purchase.tax),
        "order_number": purchase.order_number,
        "receipt_id": purchase.receipt_id,
    }


def _images(realm: Realm, purchase: Purchase) -> list[str]:
    if purchase.image_receipt is None:
        return []
    parts: Iterable[str] = realm.db.scalars(
        select(ImagePart.link).where(ImagePart.receipt == purchase.image_receipt).order_by(ImagePart.number)
    )
    return [realm.call.url_for(f"/receipt-images/{link}") for link in parts]


def _product(realm: Realm, product: Product | None) -> dict[str, Any]:
    return {"product": shapes.product(realm, product)} if product else {}


def _paid(item: Item) -> int:
    return item.price if item.discounted_price is None else item.discounted_price
