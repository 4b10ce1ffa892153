"""Fills the tables from a seed document, whose form `seed_schema.yaml` tells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from functools import cache
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any, TypeVar

import jsonschema_rs
from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session

from ..api import SeedError
from ..misfit import first_misfit
from ..store import Base
from ..yamldata import parse_yaml
from . import population, tables
from .locations import LEVELS

T = TypeVar("T")

_AT_A_TIME = 2000
_STORE = LEVELS[-1]


def seed(document: Mapping[str, Any], db: Session) -> None:
    """Adds the records of a seed document, or replaces those with the same key.

    Raises:
        SeedError: A record does not fit; nothing that was added before it is taken back.
    """
    misfit = first_misfit(_validator(), document)
    if misfit:
        raise SeedError(*misfit)
    companies: list[dict[str, Any]] = document.get("companies", [])
    for index, record in enumerate(companies):
        _add_company(db, record, f"companies[{index}]")
    for index, record in enumerate(companies):
        for section, add in _SECTIONS.items():
            for number, each in enumerate(record.get(section, ())):
                add(db, record["id"], each, f"companies[{index}].{section}[{number}]")
            db.flush()
        if "generate" in record:
            _generate(db, record["id"], record["generate"])


def _add_company(db: Session, record: dict[str, Any], where: str) -> None:
    present = db.get(tables.Company, record["id"])
    if present is None and "name" not in record:
        raise SeedError(f"{where}.name", "a company that is not there yet needs a name")
    named = {name: record[name] for name in ("name", "doing_business_as", "preferred_endpoint") if name in record}
    created = record.get("date_created", "2014-10-01T15:00:12.050")
    if present is None:
        blank = {"doing_business_as": None, "preferred_endpoint": None}
        moment = _moment(created, f"{where}.date_created")
        db.add(tables.Company(id=record["id"], **{**blank, **named}, date_created=moment))
    else:
        for name, value in named.items():
            setattr(present, name, value)
        if "date_created" in record:
            present.date_created = _moment(created, f"{where}.date_created")
    db.flush()


def _add_account(db: Session, company_id: int, record: dict[str, Any], where: str) -> None:
    username: str = record["username"]
    present = db.get(tables.Account, username)
    if present and present.company_id != company_id:
        raise SeedError(f"{where}.username", "another company has this account")
    related: list[int] = record.get("relationships", [company_id])
    for index, id in enumerate(related):
        _must_be(db.get(tables.Company, id), f"{where}.relationships[{index}]", "there is no such company")
    db.merge(
        tables.Account(
            username=username,
            company_id=company_id,
            password=record["password"],
            rq_employee_id=record.get("rq_employee_id", 1),
            user_manager_employee_id=record.get("user_manager_employee_id", 1),
            has_access=record.get("has_access", True),
            relationships=related,
        )
    )
    db.flush()
    for index, token in enumerate(record.get("tokens", ())):
        _add_token(db, username, token, f"{where}.tokens[{index}]")


def _add_token(db: Session, username: str, record: dict[str, Any], where: str) -> None:
    present = db.get(tables.Token, record["token"])
    if present and present.username != username:
        raise SeedError(f"{where}.token", "another account has this token")
    expires = _zoned(record["expires"], f"{where}.expires") if "expires" in record else None
    db.merge(tables.Token(token=record["token"], username=username, expires=expires))


def _add_location(db: Session, company_id: int, record: dict[str, Any], where: str) -> None:
    parent_id: int | None = record.get("parent_id")
    if parent_id is not None:
        parent = db.get(tables.Location, (company_id, parent_id))
        if parent is None or LEVELS.index(parent.level) >= LEVELS.index(record["level"]):
            raise SeedError(f"{where}.parent_id", "must be a location of a higher level that is there already")
    db.merge(tables.Location(company_id=company_id, **{"parent_id": None, **record}))
    db.flush()


def _add_product(db: Session, company_id: int, record: dict[str, Any], where: str) -> None:
    id: int = record["id"]
    shown = {name: value for name, value in record.items() if name not in ("barcodes", "serial_numbers", "stock")}
    blank = dict.fromkeys(("catalog_item_id", "product_library_id", "vendor_sku"))
    product = tables.Product(company_id=company_id, **{**blank, **shown})
    product.catalog_item_id = product.catalog_item_id and product.catalog_item_id.lower()
    db.merge(product)
    codes, stock = tables.ProductCode, tables.Stock
    db.execute(delete(codes).where(codes.company_id == company_id, codes.product_id == id))
    db.execute(delete(stock).where(stock.company_id == company_id, stock.product_id == id))
    for kind, section in (("barcode", "barcodes"), ("serial", "serial_numbers")):
        for index, code in enumerate(record.get(section, ())):
            if db.get(codes, (company_id, kind, code)):
                raise SeedError(f"{where}.{section}[{index}]", "another product has this code")
            db.add(codes(company_id=company_id, kind=kind, code=code, product_id=id))
            db.flush()
    for index, kept in enumerate(record.get("stock", ())):
        _must_be_store(db, company_id, kept["location_id"], f"{where}.stock[{index}].location_id")
        limits = {"min_qty": None, "max_qty": None}
        db.merge(stock(company_id=company_id, product_id=id, **{**limits, **kept}))


def _add_customer(db: Session, company_id: int, record: dict[str, Any], where: str) -> None:
    blank = dict.fromkeys(column.name for column in tables.Customer.__table__.columns)
    values: dict[str, Any] = {**blank, **record, "company_id": company_id}
    for name in ("date_created", "row_inserted", "row_updated"):
        if values[name] is not None:
            values[name] = _moment(values[name], f"{where}.{name}")
    for name in ("entity_id", "row_thumbprint"):
        values[name] = values[name].lower()
    if values["location_id"] is not None:
        _must_be_store(db, company_id, values["location_id"], f"{where}.location_id")
    db.merge(tables.Customer(**values))


def _add_translation(db: Session, company_id: int, record: dict[str, Any], where: str) -> None:
    db.merge(tables.Translation(company_id=company_id, **record))


_SECTIONS: Mapping[str, Callable[[Session, int, Any, str], None]] = {
    "accounts": _add_account,
    "locations": _add_location,
    "products": _add_product,
    "customers": _add_customer,
    "translations": _add_translation,
}
"""In the order in which one builds on another."""


def _generate(db: Session, company_id: int, wanted: Mapping[str, int]) -> None:
    of_company = tables.Location.company_id == company_id, tables.Location.level == _STORE
    stores = list(db.scalars(select(tables.Location.id).where(*of_company).order_by(tables.Location.id)))
    own = {"company_id": company_id}
    ids = _new_ids(db, tables.Product, company_id, wanted.get("products", 0))
    random = Random(f"{wanted['seed']}/{company_id}/products")
    for made in _batches(population.products(random, ids, stores)):
        _insert(db, tables.Product, (own | product for product, _, _ in made))
        codes = (
            own | {"kind": kind, "code": code, "product_id": product["id"]}
            for product, barcodes, serials in made
            for kind, found in (("barcode", barcodes), ("serial", serials))
            for code in found
        )
        _insert(db, tables.ProductCode, codes)
        kept = (own | row for product, _, _ in made for row in population.stock(random, product["id"], stores))
        _insert(db, tables.Stock, kept)
    ids = _new_ids(db, tables.Customer, company_id, wanted.get("customers", 0))
    random = Random(f"{wanted['seed']}/{company_id}/customers")
    for made in _batches(population.customers(random, ids, stores)):
        _insert(db, tables.Customer, (own | customer for customer in made))


def _new_ids(db: Session, kind: type[tables.Product] | type[tables.Customer], company_id: int, count: int) -> range:
    highest = db.scalar(select(func.max(kind.id)).where(kind.company_id == company_id)) or 0
    return range(highest + 1, highest + 1 + count)


def _batches(records: Iterable[T]) -> Iterator[list[T]]:
    """Records some at a time, so that a million need no more memory than a thousand."""
    rest = iter(records)
    while batch := list(islice(rest, _AT_A_TIME)):
        yield batch


def _insert(db: Session, kind: type[Base], rows: Iterable[dict[str, Any]]) -> None:
    values = list(rows)
    if values:
        # Into the table: into the class it is a statement for each row that is null elsewhere than the one before it.
        db.execute(insert(Base.metadata.tables[kind.__tablename__]), values)


def _must_be_store(db: Session, company_id: int, id: int, where: str) -> None:
    location = db.get(tables.Location, (company_id, id))
    _must_be(location and location.level == _STORE, where, "there is no such store")


def _must_be(found: object, where: str, message: str) -> None:
    if not found:
        raise SeedError(where, message)


def _moment(text: str, where: str) -> str:
    """A time without a zone as it is kept."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise SeedError(where, f"{text} is no time") from error
    if moment.tzinfo is not None or moment.year < 1900:
        raise SeedError(where, "must be a time without a zone, of 1900 or later")
    return moment.isoformat(timespec="milliseconds")


def _zoned(text: str, where: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise SeedError(where, f"{text} is no time") from error
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment


@cache
def _validator() -> jsonschema_rs.Draft202012Validator:
    schema = Path(__file__).with_name("seed_schema.yaml").read_text(encoding="utf-8")
    return jsonschema_rs.Draft202012Validator(parse_yaml(schema))
