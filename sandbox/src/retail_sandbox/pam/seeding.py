"""Fills the tables from a seed document, whose form `seed_schema.yaml` tells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
from sqlalchemy import delete
from sqlalchemy.orm import Session

from ..api import Problem, SeedError
from ..misfit import first_misfit
from ..store import move_number
from ..yamldata import parse_yaml
from . import tables
from .categories import add_category, update_category
from .couch import store_document
from .links import set_links
from .locks import FIELDS as LOCKS
from .locks import set_locks
from .prices import DETAILS
from .realm import Realm

_NOWHEN = datetime(2000, 1, 1, tzinfo=UTC)
"""For rules that need a time, where none counts."""


def seed(document: Mapping[str, Any], db: Session) -> None:
    """Adds the records of a seed document, or replaces those with the same key.

    Raises:
        SeedError: A record does not fit; nothing that was added before it is taken back.
    """
    misfit = first_misfit(_validator(), document)
    if misfit:
        raise SeedError(*misfit)
    tenants: list[dict[str, Any]] = document.get("tenants", [])
    products = [product for tenant in tenants for product in tenant.get("products", ())]
    _move_past(db, "product", products)
    _move_past(db, "price", [price for product in products for price in product.get("prices", ())])
    for index, tenant in enumerate(tenants):
        realm = Realm(db, tenant["name"], _NOWHEN)
        for section, add in _SECTIONS.items():
            for number, record in enumerate(tenant.get(section, ())):
                add(realm, record, f"tenants[{index}].{section}[{number}]")
            db.flush()


def _add_ticket(realm: Realm, ticket: str, where: str) -> None:
    present = realm.db.get(tables.Ticket, ticket)
    if present and present.tenant != realm.tenant:
        raise SeedError(where, "another tenant has this ticket")
    realm.db.merge(tables.Ticket(ticket=ticket, tenant=realm.tenant))


def _add_participant(realm: Realm, record: dict[str, Any], where: str) -> None:
    named = {name: record.get(name) for name in ("id", "name", "country_name")}
    columns = {name: value for name, value in record.items() if name not in named}
    realm.db.merge(tables.Participant(tenant=realm.tenant, **named, columns=columns))


def _add_retailer(realm: Realm, participant_id: str, where: str) -> None:
    _known(where, realm.participant, participant_id)
    realm.db.merge(tables.Retailer(tenant=realm.tenant, participant_id=participant_id))


def _add_attribute(realm: Realm, record: dict[str, Any], where: str) -> None:
    realm.db.merge(tables.Attribute(tenant=realm.tenant, **record))


def _add_category(realm: Realm, record: dict[str, Any], where: str) -> None:
    try:
        if realm.db.get(tables.Category, (realm.tenant, record["id"])):
            update_category(realm, record["id"], {"name": None, "parents": ["0"], **record})
        else:
            add_category(realm, record["id"], record.get("name"), record.get("parents", []))
    except Problem as problem:
        raise SeedError(where, problem.message) from problem


def _add_brand(realm: Realm, record: dict[str, Any], where: str) -> None:
    _known(f"{where}.owner", realm.participant, record["owner"])
    approved = record.get("approved")
    blank = {"name": None, "logo": None}
    flag = None if approved is None else bool(approved)
    realm.db.merge(tables.Brand(tenant=realm.tenant, **{**blank, **record, "approved": flag}))


def _add_gtin(realm: Realm, record: dict[str, Any], where: str) -> None:
    realm.db.merge(tables.Gtin(tenant=realm.tenant, **{"name": None, "brand_id": None, **record}))


def _add_product(realm: Realm, record: dict[str, Any], where: str) -> None:
    id: int = record.get("id") or realm.number("product")
    present = realm.db.get(tables.Product, id)
    if present and present.tenant != realm.tenant:
        raise SeedError(f"{where}.id", "another tenant has a product of this id")
    _known(f"{where}.participant_id", realm.participant, record["participant_id"])
    for kind, find in (("categories", realm.category), ("attributes", realm.attribute)):
        for index, linked in enumerate(record.get(kind, ())):
            _known(f"{where}.{kind}[{index}]", find, linked)
    plain = {name: record.get(name) for name in ("participant_id", "store_id", "gtin", "name", "brand")}
    flag, count = bool(record.get("has_price", 0)), record.get("scan_count", 0)
    realm.db.merge(tables.Product(id=id, tenant=realm.tenant, **plain, scan_count=count, has_price=flag))
    realm.db.flush()
    set_links(realm.db, tables.ProductCategory, id, record.get("categories", []))
    set_links(realm.db, tables.ProductAttribute, id, record.get("attributes", []))
    set_links(realm.db, tables.SameGtin, id, record.get("same_gtins", []))
    realm.db.execute(delete(tables.Lock).where(tables.Lock.product_id == id))
    if record.get("locks"):
        set_locks(realm, id, {name: bool(record["locks"].get(name, 0)) for name in LOCKS})
    realm.db.execute(delete(tables.Price).where(tables.Price.product_id == id))
    for index, price in enumerate(record.get("prices", ())):
        _add_price(realm, id, price, f"{where}.prices[{index}]")


def _add_price(realm: Realm, product_id: int, record: dict[str, Any], where: str) -> None:
    id: int = record.get("id") or realm.number("price")
    if realm.db.get(tables.Price, id):
        raise SeedError(f"{where}.id", "another product has a price of this id")
    ts = _time(record["ts"], f"{where}.ts") if "ts" in record else None
    details = {name: record.get(name) for name in DETAILS}
    realm.db.add(
        tables.Price(
            id=id, product_id=product_id, ts=ts, days_old=record.get("days_old"), price=record["price"], **details
        )
    )


def _add_similar(realm: Realm, record: dict[str, Any], where: str) -> None:
    realm.db.merge(tables.Similar(tenant=realm.tenant, **record))


def _add_database(realm: Realm, record: dict[str, Any], where: str) -> None:
    realm.db.merge(tables.Database(tenant=realm.tenant, name=record["name"]))
    for document in record.get("documents", ()):
        present = realm.db.get(tables.Document, (realm.tenant, record["name"], document["_id"]))
        rev = {"_rev": present.rev} if present and present.fields is not None else {}
        store_document(realm, record["name"], {**document, **rev})


_SECTIONS: Mapping[str, Callable[[Realm, Any, str], None]] = {
    "tickets": _add_ticket,
    "participants": _add_participant,
    "retailers": _add_retailer,
    "attributes": _add_attribute,
    "categories": _add_category,
    "brands": _add_brand,
    "gtins": _add_gtin,
    "products": _add_product,
    "similar": _add_similar,
    "databases": _add_database,
}
"""In the order in which one builds on another."""


def _known(where: str, find: Callable[[Any], object], id: Any) -> None:
    try:
        find(id)
    except Problem as problem:
        raise SeedError(where, f"{problem.message}: {id}") from problem


def _move_past(db: Session, sequence: str, records: Iterable[Mapping[str, Any]]) -> None:
    """Keeps a sequence from giving the ids that the records bring."""
    move_number(db, "pam", sequence, max((record.get("id", 0) for record in records), default=0))


def _time(text: str, where: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise SeedError(where, f"{text} is no time") from error
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment


@cache
def _validator() -> jsonschema_rs.Draft202012Validator:
    schema = Path(__file__).with_name("seed_schema.yaml").read_text(encoding="utf-8")
    return jsonschema_rs.Draft202012Validator(parse_yaml(schema))
