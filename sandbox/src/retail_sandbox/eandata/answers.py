"""Answers as the feed words them: every leaf is a string."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from ..api import Problem
from .asked import Asked
from .catalog import companions, fields, path, told
from .products import Sheet
from .tables import Category, Company, Extra, Field

_STATUS_NAMES = {"code", "message", "version", "run", "find", "update"}
_CODE_NAMES = ("EAN13", "UPCA", "UPCE", "ISBN10", "image")
"""What stands in `product` itself and can be asked for by `get` and `has`."""


def status(own: Mapping[str, str], code: str, message: str, **more: str) -> dict[str, str]:
    """A status, with the caller's own values; those that would stand for the service's are left out."""
    sent_back = {name: value for name, value in own.items() if name not in _STATUS_NAMES}
    return {"code": code, "message": message, **more, **sent_back}


class View:
    """A product as one request wants to see it.

    Raises:
        Problem: `get` or `has` names a field that there is not.
    """

    def __init__(self, db: Session, asked: Asked) -> None:
        self._db = db
        self._asked = asked
        self._fields = fields(db)
        self._names = [name for field in self._fields.values() for name in companions(field)]
        known = {*self._names, *_CODE_NAMES, "company"}
        for parameter, names in (("get", set(asked.get) - {"any", "all"}), ("has", set(asked.has))):
            for name in sorted(names - known):
                raise Problem(400, f"{parameter}: there is no field {name}")
        self._all = "all" in asked.get
        self._any = "any" in asked.get
        self._named = self._with_companions(asked.get)
        self._hidden = self._with_companions(asked.has)

    def product(self, sheet: Sheet, company: Company | None) -> dict[str, Any]:
        """The `product` of an answer."""
        data = self._attributes(sheet)
        codes = _code_values(sheet)
        attributes = {name: value for name, value in data.items() if self._wants(name, value)}
        product: dict[str, Any] = {"attributes": attributes}
        if self._asked.field_mod:
            product["field_mod"] = {
                name: wire_time(sheet.values[name].modified) for name in attributes if name in sheet.values
            }
        for name in self._asked.has:
            there = company is not None if name == "company" else bool({**data, **codes}[name])
            product[f"has_{name}"] = _flag(there)
        shown = {name for name, value in codes.items() if name not in self._hidden and (value or self._blank(name))}
        product |= {name: value for name, value in codes.items() if name == "EAN13" or name in shown}
        product["barcode"] = {
            name: f"https://eandata.com/image/{code}.png" if code else ""
            for name, code in codes.items()
            if name in ("EAN13", "UPCA", "UPCE") and (code or self._all)
        }
        return product | {"modified": wire_time(sheet.modified), "locked": _flag(sheet.locked)}

    def _attributes(self, sheet: Sheet) -> dict[str, str]:
        """Every attribute with its companions, blank where there is no data."""
        data = dict.fromkeys(self._names, "")
        for name, known in sheet.values.items():
            data |= told(self._db, self._fields[name], known.value, known.extra_id)
        return data

    def _wants(self, name: str, value: str) -> bool:
        return name not in self._hidden and (self._blank(name) or (self._any and value != ""))

    def _blank(self, name: str) -> bool:
        """Whether a field is wanted even when it has no data."""
        return self._all or name in self._named

    def _with_companions(self, names: Iterable[str]) -> set[str]:
        return {each for name in names for each in (companions(self._fields[name]) if name in self._fields else [name])}


def product_v2(db: Session, sheet: Sheet) -> dict[str, str]:
    """A product as version 2.1 tells it: flat, with every field."""
    texts = {name: known.value for name, known in sheet.values.items()}
    category_field = db.get_one(Field, "category")
    category = told(db, category_field, texts.get("category", ""), None)
    codes = {name.lower(): value for name, value in _code_values(sheet).items()}
    return {
        "modified": wire_time(sheet.modified),
        **codes,
        **{name: texts.get(name, "") for name in ("product", "description", "long_desc", "url")},
        "category_no": category["category"],
        "category_text": category["category_text"],
        "locked": _flag(sheet.locked),
    }


def company(known: Company | None) -> dict[str, str]:
    """A company; all blank when there is none."""
    if known is None:
        return {"name": "", "address": "", "phone": "", "url": "", "logo": "", "locked": "0"}
    return {
        "name": known.name,
        "address": known.address,
        "phone": known.phone,
        "url": known.url,
        "logo": known.logo,
        "locked": _flag(known.locked),
    }


def category(known: Category, chain: list[Category]) -> dict[str, str]:
    """A category in the list of categories."""
    return {
        "id": str(known.id),
        "parent_id": "" if known.parent_id is None else str(known.parent_id),
        "top_parent_id": str(chain[0].id),
        "category": known.name,
        "cat_path": path(chain),
    }


def attribute(field: Field) -> dict[str, str]:
    """A field in the list of attributes."""
    return {
        "field_name": field.name,
        "group_name": field.group,
        "title": field.title,
        "data_type": field.data_type,
        "data_type_description": field.data_type_description,
        "has_linked_text": _flag(field.linked_text),
        "has_linked_extra": _flag(field.linked_extra),
    }


def descriptor(known: Extra) -> dict[str, str]:
    """A descriptor in the list of extra values."""
    return {"field_name": known.field, "extra_id": str(known.id), "extra": known.short, "extra_long": known.long}


def wire_time(moment: datetime) -> str:
    """A time as the feed writes it, in UTC."""
    return moment.strftime("%Y-%m-%d %H:%M:%S")


def _code_values(sheet: Sheet) -> dict[str, str]:
    codes = sheet.codes
    texts = (codes.ean13, codes.upca or "", codes.upce or "", codes.isbn10 or "", sheet.image)
    return dict(zip(_CODE_NAMES, texts, strict=True))


def _flag(value: bool) -> str:
    return "1" if value else "0"
