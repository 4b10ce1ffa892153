"""What products cost where."""

from __future__ import annotations

from random import Random
from typing import Any

from .envelope import nothing
from .realm import Realm
from .shapes import dollars
from .tables import Product


def price_at(product: Product, store_id: int) -> int:
    """The price at a store, in cents: within a tenth of what the product costs about."""
    return max(round(product.cents * Random(f"{product.id}@{store_id}").uniform(0.9, 1.1)), 1)


def list_prices(realm: Realm, ids: list[int]) -> list[dict[str, Any]]:
    """The prices of products, in the order asked for, at the stores that sell each."""
    known = realm.products(ids)
    found = [_price_data(realm, known[id]) for id in dict.fromkeys(ids) if id in known]
    if not found:
        raise nothing("prices")
    return found


def _price_data(realm: Realm, product: Product) -> dict[str, Any]:
    sellers = [store.id for store in realm.stores.values() if store.can_scrape and not store.restaurant]
    chosen = sorted(Random(f"{product.id}/sellers").sample(sellers, min(6, len(sellers))))
    prices = [
        {
            "product_id": product.id,
            "store_id": store_id,
            "store_identifier": f"{store_id}-{product.id}",
            "price": dollars(price_at(product, store_id)),
        }
        for store_id in chosen
    ]
    return {"product_id": product.id, "prices": prices}
