"""Products: search, one by its id, alternatives."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, func, select

from ..api import Problem
from . import shapes
from .envelope import Listed, nothing, page_asked
from .realm import Realm
from .tables import Category, Product

GENERAL = 7
"""The general kind of alternative."""
_MOST_ALTERNATIVES = 5


def search(realm: Realm, params: Mapping[str, Any]) -> Listed:
    """A page of the products with a code, or else with all words of a name; by id.

    Raises:
        Problem: 400 without either; 404 when there are none.
    """
    code, name = params.get("product_identifier"), params.get("name")
    nutrients, wanted = params["full_resp"], list[ColumnElement[bool]]()
    if params["food_only"]:
        wanted.append(Product.category_id.in_(select(Category.id).where(Category.grocery)))
    if code:
        rows = _rows(realm, [Product.upc == code, *wanted])
        return Listed(_shown(realm, rows, nutrients), 0, 0, 0)
    words = (name or "").split()
    if not words:
        raise Problem(400, "name or product_identifier is required")
    wanted += [Product.name.icontains(word, autoescape=True) for word in words]
    page, per_page = page_asked(realm.call)
    total = realm.db.scalar(select(func.count()).select_from(Product).where(*wanted)) or 0
    rows = _rows(realm, wanted, per_page, (page - 1) * per_page)
    return Listed(_shown(realm, rows, nutrients), page, per_page, total)


def get_product(realm: Realm, id: int, nutrients: bool) -> dict[str, Any]:
    """One product."""
    row = realm.db.get(Product, id)
    if row is None:
        raise Problem(404, "Product not found")
    return shapes.product(realm, row, nutrients=nutrients)


def find_by_names(realm: Realm, words: Sequence[str]) -> list[Product]:
    """Products whose name has all words."""
    return _rows(realm, [Product.name.icontains(word, autoescape=True) for word in words], 10) if words else []


def list_alternatives(realm: Realm, ids: Sequence[int], type_id: int) -> list[dict[str, Any]]:
    """Other products of the same category that are better in what the kind says; in the order asked for."""
    if type_id not in _BETTER:
        raise nothing("alternatives")
    known = realm.products(ids)
    found: list[dict[str, Any]] = []
    for product in (known[id] for id in dict.fromkeys(ids) if id in known):
        others = _rows(realm, [Product.category_id == product.category_id, Product.id != product.id])
        better = [other for other in others if _BETTER[type_id](product, other)][:_MOST_ALTERNATIVES]
        if better:
            found.append({"productId": product.id, "productAlternatives": _shown(realm, better, nutrients=False)})
    if not found:
        raise nothing("alternatives")
    return found


def _rows(
    realm: Realm, wanted: Sequence[ColumnElement[bool]], limit: int | None = None, offset: int | None = None
) -> list[Product]:
    statement = select(Product).where(*wanted).order_by(Product.id).limit(limit).offset(offset)
    return list(realm.db.scalars(statement))


def _shown(realm: Realm, rows: Sequence[Product], nutrients: bool) -> list[dict[str, Any]]:
    if not rows:
        raise nothing("products")
    return [shapes.product(realm, row, nutrients=nutrients) for row in rows]


def _tagged(tag: str) -> Callable[[Product, Product], bool]:
    return lambda product, other: tag in (other.fields.get("tags") or [])


def _less(nutrient: str) -> Callable[[Product, Product], bool]:
    return lambda product, other: _amount(other, nutrient) < _amount(product, nutrient)


def _amount(product: Product, nutrient: str) -> float:
    return next((each["value"] for each in product.nutrients if each["name"] == nutrient), 0.0)


_BETTER: Mapping[int, Callable[[Product, Product], bool]] = {
    1: _tagged("Organic"),
    2: _tagged("GlutenFree"),
    3: _tagged("Vegan"),
    4: _less("Sodium"),
    5: _less("Sugars"),
    6: _less("Calories"),
    GENERAL: lambda product, other: True,
}
"""The kinds of alternatives that the seed's lookup names."""
