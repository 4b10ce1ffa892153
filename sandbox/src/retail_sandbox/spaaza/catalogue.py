"""The catalogue: which products baskets speak of, and what baskets teach about them.

A product is told by the retailer's code of it, a variant by its barcode; a purchase that brings either with a price
makes what is not there yet. What is there is changed at most once in six hours, so that a busy till does not rewrite
it with every receipt. Chosen: a variant stays with its product; and whether that is on promotion is kept from the
purchase that made it, while an item's own word on that holds for the item.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute

from .access import Realm
from .basket_input import Identity, Line, amount_of
from .basket_tables import Product, Variant
from .rows import chunks

REST = timedelta(hours=6)
"""How long what was changed is left alone."""


@dataclass(frozen=True)
class Ware:
    """What the catalogue knows of an item."""

    product: Product | None
    variant: Variant | None

    @property
    def promotional(self) -> bool:
        """Whether it is on promotion."""
        return self.product is not None and self.product.promotional


def identified(realm: Realm, identities: Sequence[Identity]) -> list[Ware]:
    """What each is. The barcode goes first, then the variant's id and code, the product's id, the product's code."""
    variants = _Finder(realm, Variant)
    by_barcode = variants.by(Variant.barcode, (each.barcode for each in identities))
    by_id = variants.by(Variant.id, (each.variant_id for each in identities))
    by_code = variants.by(Variant.code, (each.variant_code for each in identities))
    found = [
        by_barcode.get(each.barcode) or by_id.get(each.variant_id) or by_code.get(each.variant_code)
        for each in identities
    ]
    products = _Finder(realm, Product)
    named = (each.product_id for each in identities)
    product_ids = products.by(Product.id, [*named, *(variant.product_id for variant in found if variant)])
    known = [
        product_ids.get(variant.product_id if variant else None) or product_ids.get(each.product_id)
        for each, variant in zip(identities, found, strict=True)
    ]
    unknown = (each.product_code for each, product in zip(identities, known, strict=True) if product is None)
    product_codes = products.by(Product.code, unknown)
    return [
        Ware(product or product_codes.get(each.product_code), variant)
        for each, product, variant in zip(identities, known, found, strict=True)
    ]


def learn(realm: Realm, lines: Sequence[Line]) -> None:
    """Makes and mends products and variants by what a purchase says of its items."""
    products = _Finder(realm, Product).by(Product.code, (line.identity.product_code for line in lines))
    _write(realm, "product", products, lines, lambda line: line.identity.product_code, _product_facts, _new_product)
    variants = _Finder(realm, Variant).by(Variant.barcode, (line.identity.barcode for line in lines))

    def facts(line: Line) -> dict[str, Any]:
        product, known = products.get(line.identity.product_code), variants.get(line.identity.barcode)
        is_loose = known is None or known.product_id is None
        return _variant_facts(line) | ({"product_id": product.id} if product and is_loose else {})

    _write(realm, "variant", variants, lines, lambda line: line.identity.barcode, facts, _new_variant)


class _Finder:
    def __init__(self, realm: Realm, table: type[Any]) -> None:
        self._realm = realm
        self._table = table

    def by(self, column: InstrumentedAttribute[Any], values: Iterable[Any]) -> dict[Any, Any]:
        """The chain's rows with these values, by them; of several the first."""
        found: dict[Any, Any] = {}
        for some in chunks(value for value in values if value is not None):
            wanted = select(self._table).where(self._table.chain_id == self._realm.chain.id, column.in_(some))
            for row in self._realm.db.scalars(wanted.order_by(self._table.id.desc())):
                found[getattr(row, column.key)] = row
        return found


def _write(
    realm: Realm,
    kind: str,
    rows: dict[Any, Any],
    lines: Sequence[Line],
    key: Callable[[Line], str | None],
    facts: Callable[[Line], dict[str, Any]],
    new: Callable[[Line], dict[str, Any]],
) -> None:
    """Makes the rows that are not there, in one go, and mends those that may be mended again."""
    first: dict[str, Line] = {}
    for line in lines:
        name = key(line)
        if name is not None:
            first.setdefault(name, line)
    missing = [name for name in first if name not in rows]
    table = Product if kind == "product" else Variant
    for name, row in rows.items():
        if row.modified_at <= realm.now - REST:
            _mend(realm, row, facts(first[name]))
    for name, id in zip(missing, realm.numbers(kind, len(missing)), strict=True):
        line = first[name]
        made = {"id": id, "chain_id": realm.chain.id, "created_at": realm.now, "modified_at": realm.now}
        rows[name] = table(**made, **(new(line) | facts(line)))
    realm.db.add_all(rows[name] for name in missing)
    realm.db.flush()


def _mend(realm: Realm, row: Product | Variant, facts: Mapping[str, Any]) -> None:
    changed = {name: value for name, value in facts.items() if getattr(row, name) != value}
    for name, value in changed.items():
        setattr(row, name, value)
    if changed:
        row.modified_at = realm.now


_PRODUCT = {
    "name": "item_name",
    "description": "item_description",
    "brand": "item_brand",
    "season": "item_season",
    "category": "item_category",
    "web_url": "item_web_url",
    "image_url": "item_image_url",
}
_VARIANT = {
    "code": "retailer_product_variant_code",
    "colour": "item_colour",
    "size": "item_size",
    "image_url": "item_image_url",
    "web_url": "item_web_url",
}


def _product_facts(line: Line) -> dict[str, Any]:
    said = {name: line.facts[field] for name, field in _PRODUCT.items() if line.facts.get(field)}
    if line.name and "name" not in said:
        said["name"] = line.name
    return said | {"price": line.price}


def _variant_facts(line: Line) -> dict[str, Any]:
    said: dict[str, Any] = {name: line.facts[field] for name, field in _VARIANT.items() if line.facts.get(field)}
    cost: Decimal | None = amount_of(line.facts, "item_cost_price")
    return said | {"price": line.price} | ({"cost_price": cost} if cost is not None else {})


def _new_product(line: Line) -> dict[str, Any]:
    return dict.fromkeys(_PRODUCT) | {
        "code": line.identity.product_code,
        "promotional": bool(line.promotional),
    }


def _new_variant(line: Line) -> dict[str, Any]:
    nothing = dict.fromkeys(_VARIANT)
    return nothing | {"barcode": line.identity.barcode, "product_id": None, "cost_price": None}
