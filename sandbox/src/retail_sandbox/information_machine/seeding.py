"""Fills the tables from a seed document, whose form `seed_schema.yaml` tells: here the lookups and the products."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
from sqlalchemy import select
from sqlalchemy.orm import Session

from ..api import SeedError
from ..misfit import first_misfit
from ..yamldata import parse_yaml
from . import tables
from .catalogue import made_products
from .people import add_account, move_sequences, number

_PLAIN_FIELDS = (
    "brand", "manufacturer", "description", "plus", "tags", "ingredients", "ingredients_count", "serving_size",
    "serving_size_unit", "servings_per_container", "serving_size_in_grams", "weight", "size_info", "small_image",
    "large_image", "amazon_link", "recipes", "score", "visibility_count",
)  # fmt: skip
_ABSENT = object()


def seed(document: Mapping[str, Any], db: Session) -> None:
    """Adds the records of a seed document, or replaces those with the same key.

    Raises:
        SeedError: A record does not fit; nothing that was added before it is taken back.
    """
    misfit = first_misfit(_validator(), document)
    if misfit:
        raise SeedError(*misfit)
    for record in document.get("stores", []):
        db.merge(tables.Store(**_STORE | record))
    for list in ("alternative_types", "units", "tags"):
        for record in document.get(list, []):
            db.merge(tables.Word(list=list, **{"description": None} | record))
    for record in document.get("categories", []):
        db.merge(tables.Category(**{"grocery": True, "parent_id": None} | record))
    for record in document.get("nutrients", []):
        db.merge(_nutrient(record))
    db.flush()
    if document.get("made_catalogue"):
        _add_products(db, [*made_products()], "made_catalogue")
    _add_products(db, document.get("products", []), "products")
    for index, record in enumerate(document.get("recalls", [])):
        if db.get(tables.Product, record["product_id"]) is None:
            raise SeedError(f"recalls[{index}].product_id", f"there is no product {record['product_id']}")
        db.merge(tables.Recall(id=record.get("id") or number(db, "recall"), **_without_id(record)))
    db.flush()
    accounts: Sequence[Mapping[str, Any]] = document.get("accounts", [])
    move_sequences(db, accounts)
    for index, record in enumerate(accounts):
        add_account(db, record, f"accounts[{index}]")


_STORE: Mapping[str, Any] = {
    "restaurant": False,
    "can_scrape": True,
    "type": None,
    "url": None,
    "image_link": None,
}


def _nutrient(record: Mapping[str, Any]) -> tables.Nutrient:
    return tables.Nutrient(
        id=record["id"],
        name=record["name"],
        description=record.get("description"),
        unit_of_measurement=record.get("unit"),
        preferred_unit_of_measurement=record.get("preferred_unit"),
        recommended_daily_value=record.get("daily"),
    )


def _add_products(db: Session, records: Sequence[Mapping[str, Any]], where: str) -> None:
    if not records:
        return
    categories = set(db.scalars(select(tables.Category.id)))
    nutrients = {row.id: row for row in db.scalars(select(tables.Nutrient))}
    known = set(db.scalars(select(tables.Product.id)))
    for index, record in enumerate(records):
        if record.get("category_id") is not None and record["category_id"] not in categories:
            raise SeedError(f"{where}[{index}].category_id", f"there is no category {record['category_id']}")
        for place, amount in enumerate(record.get("nutrients", [])):
            if amount["id"] not in nutrients:
                raise SeedError(f"{where}[{index}].nutrients[{place}].id", f"there is no nutrient {amount['id']}")
        product = _product(record, nutrients)
        if product.id in known:
            db.merge(product)
        else:
            db.add(product)
            known.add(product.id)
    db.flush()


def _product(record: Mapping[str, Any], nutrients: Mapping[int, tables.Nutrient]) -> tables.Product:
    return tables.Product(
        id=record["id"],
        name=record["name"],
        upc=record.get("upc"),
        category_id=record.get("category_id"),
        cents=round(record.get("price", 1.99) * 100),
        fields={name: record[name] for name in _PLAIN_FIELDS if record.get(name, _ABSENT) is not _ABSENT},
        nutrients=[_amount(amount, nutrients[amount["id"]]) for amount in record.get("nutrients", [])],
    )


def _amount(record: Mapping[str, Any], nutrient: tables.Nutrient) -> dict[str, Any]:
    value, daily = record.get("value"), nutrient.recommended_daily_value
    reckoned = round(value / daily * 100, 1) if value is not None and daily else None
    return {"id": nutrient.id, "name": nutrient.name, "value": value, "dvp": record.get("dvp", reckoned)}


def _without_id(record: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in record.items() if name != "id"}


@cache
def _validator() -> jsonschema_rs.Draft202012Validator:
    schema = Path(__file__).with_name("seed_schema.yaml").read_text(encoding="utf-8")
    return jsonschema_rs.Draft202012Validator(parse_yaml(schema))
