"""Fills the tables from a seed document, whose form `seed_schema.yaml` tells."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import yaml
from jsonschema_rs import ValidationErrorKind
from sqlalchemy.orm import Session

from ..api import Problem, SeedError
from ..misfit import path_text
from .barcodes import BarcodeError, ean13_of
from .catalog import chain
from .tables import Category, Company, Extra, Field, KeyCode, Product, Update, Usage, Value
from .updates import read_value

_FREE_LOOKUPS = 15
_LONG_AGO = "2020-01-01 00:00:00"
_TYPES = {
    "text": "Plain text",
    "html": "Text with HTML markup",
    "number": "A decimal number",
    "id": "The id of an entry in a list",
    "codes": "Product codes, separated by commas",
    "url": "The address of a web page",
}


def seed(document: Mapping[str, Any], db: Session) -> None:
    """Adds the records of a seed document, or replaces those with the same key.

    Raises:
        SeedError: A record does not fit; nothing that was added before it is taken back.
    """
    plain: dict[str, Any] = _plain(document)
    for error in _validator().iter_errors(plain):
        unknown = error.kind.unexpected if isinstance(error.kind, ValidationErrorKind.AdditionalProperties) else []
        where = path_text([*error.instance_path, *unknown[:1]])
        raise SeedError(where, "there is no such key" if unknown else error.message)
    for section, add in _SECTIONS.items():
        for index, record in enumerate(plain.get(section, [])):
            where = f"{section}[{index}]"
            add(db, record, where)
            db.flush()


def _add_keycode(db: Session, record: dict[str, Any], where: str) -> None:
    limit = record.get("daily_limit", _FREE_LOOKUPS if record["plan"] == "free" else None)
    db.merge(
        KeyCode(keycode=record["keycode"], plan=record["plan"], feed_on=record.get("feed_on", True), daily_limit=limit)
    )


def _add_usage(db: Session, record: dict[str, Any], where: str) -> None:
    _must_exist(db, KeyCode, record["keycode"], f"{where}.keycode")
    db.merge(Usage(**record))


def _add_company(db: Session, record: dict[str, Any], where: str) -> None:
    blank = dict.fromkeys(("address", "phone", "url", "logo"), "")
    db.merge(Company(**{**blank, "locked": False, **record}))


def _add_category(db: Session, record: dict[str, Any], where: str) -> None:
    parent = record.get("parent_id")
    if parent is not None:
        _must_exist(db, Category, parent, f"{where}.parent_id")
        if record["id"] in (link.id for link in chain(db, db.get_one(Category, parent))):
            raise SeedError(f"{where}.parent_id", "leads back to the category itself")
    db.merge(Category(id=record["id"], parent_id=parent, name=record["name"]))


def _add_attribute(db: Session, record: dict[str, Any], where: str) -> None:
    present = db.get(Field, record["field_name"])
    kind = record.get("data_type", "text")
    db.merge(
        Field(
            name=record["field_name"],
            position=present.position if present else db.query(Field).count() + 1,
            group=record.get("group_name", "General"),
            title=record["title"],
            data_type=kind,
            data_type_description=record.get("data_type_description", _TYPES[kind]),
            linked_text=record.get("has_linked_text", False),
            linked_extra=record.get("has_linked_extra", False),
        )
    )


def _add_extra(db: Session, record: dict[str, Any], where: str) -> None:
    _must_exist(db, Field, record["field_name"], f"{where}.field_name")
    db.merge(Extra(field=record["field_name"], id=record["extra_id"], short=record["extra"], long=record["extra_long"]))


def _add_product(db: Session, record: dict[str, Any], where: str) -> None:
    ean13 = _ean13(record["code"], f"{where}.code")
    modified = _time(record.get("modified", _LONG_AGO), f"{where}.modified")
    db.merge(
        Product(
            ean13=ean13,
            image=record.get("image", ""),
            modified=modified,
            locked=record.get("locked", False),
            on_file=record.get("on_file", True),
        )
    )
    db.flush()
    times: dict[str, str] = record.get("field_mod", {})
    attributes: dict[str, str] = record.get("attributes", {})
    for name in times.keys() - attributes.keys():
        raise SeedError(f"{where}.field_mod.{name}", "the product has no such attribute")
    for name, text in attributes.items():
        value, extra_id = _value(db, name, text, None, f"{where}.attributes.{name}")
        moment = _time(times[name], f"{where}.field_mod.{name}") if name in times else modified
        db.merge(Value(ean13=ean13, field=name, value=value, extra_id=extra_id, modified=moment))


def _add_update(db: Session, record: dict[str, Any], where: str) -> None:
    ean13 = _ean13(record["code"], f"{where}.code")
    _must_exist(db, Product, ean13, f"{where}.code")
    value, extra_id = _value(db, record["field"], record["value"], record.get("extra_id"), f"{where}.value")
    sent = _time(record["sent"], f"{where}.sent")
    db.add(Update(ean13=ean13, field=record["field"], value=value, extra_id=extra_id, sent=sent, validated=None))


_SECTIONS = {
    "keycodes": _add_keycode,
    "usage": _add_usage,
    "companies": _add_company,
    "categories": _add_category,
    "attributes": _add_attribute,
    "extras": _add_extra,
    "products": _add_product,
    "updates": _add_update,
}
"""In the order in which one builds on another."""


def _must_exist(db: Session, table: type[Any], key: Any, where: str) -> None:
    if db.get(table, key) is None:
        raise SeedError(where, f"there is no {table.__name__.lower()} {key}")


def _value(db: Session, name: str, text: str, extra_id: int | None, where: str) -> tuple[str, int | None]:
    field = db.get(Field, name)
    if field is None:
        raise SeedError(where, f"there is no attribute {name}")
    try:
        return read_value(db, field, text, extra_id)
    except Problem as problem:
        raise SeedError(where, problem.message) from problem


def _ean13(code: str, where: str) -> str:
    try:
        return ean13_of(code)
    except BarcodeError as error:
        raise SeedError(where, str(error)) from error


def _time(text: str, where: str) -> datetime:
    try:
        return datetime.fromisoformat(text).replace(tzinfo=UTC)
    except ValueError as error:
        raise SeedError(where, f"{text} is no time") from error


def _plain(value: Any) -> Any:
    """A document as JSON would have it: YAML makes times of unquoted ones."""
    match value:
        case Mapping():
            return {key: _plain(item) for key, item in value.items()}  # pyright: ignore[reportUnknownVariableType]
        case list():
            return [_plain(item) for item in value]  # pyright: ignore[reportUnknownVariableType]
        case datetime() | date():
            return str(value)
        case _:
            return value


@cache
def _validator() -> jsonschema_rs.Draft202012Validator:
    schema = Path(__file__).with_name("seed_schema.yaml").read_text(encoding="utf-8")
    return jsonschema_rs.Draft202012Validator(yaml.safe_load(schema))
