"""Updates: a new value for one field of a product, which waits until it is validated."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import Decimal

from sqlalchemy.orm import Session

from ..api import Problem
from .catalog import companions, fields
from .products import waiting
from .tables import Category, Extra, Field, Product, Update, Value

_NUMBER = re.compile(r"[0-9]{1,9}(\.[0-9]{1,4})?")
_COMPANY_FIELDS = {"company", "name", "address", "phone", "logo"}


def send(db: Session, product: Product, name: str, text: str, extra_id: int | None, now: datetime) -> Update:
    """Puts a new value in the waiting area.

    Raises:
        Problem: The product is locked, another update of it waits, or field, value or descriptor do not fit.
    """
    if product.locked:
        raise Problem(400, f"update: {product.ean13} is locked")
    field = _field(db, name)
    if waiting(db, product.ean13):
        raise Problem(400, f"update: {product.ean13} has another update that waits for validation")
    present = db.get(Value, (product.ean13, name))
    value, extra_id = read_value(db, field, text, extra_id, present and present.extra_id)
    update = Update(
        ean13=product.ean13, field=name, value=value, extra_id=extra_id, sent=now.replace(microsecond=0), validated=None
    )
    db.add(update)
    db.flush()
    return update


def settle(db: Session, product: Product, now: datetime, after: timedelta) -> None:
    """Validates a product's updates that have waited long enough. A time of zero lets them wait for ever."""
    for update in waiting(db, product.ean13) if after else []:
        if update.sent + after <= now:
            validate(db, update, update.sent + after)


def validate(db: Session, update: Update, when: datetime) -> None:
    """Makes the value of an update the product's own."""
    product = db.get_one(Product, update.ean13)
    db.merge(Value(ean13=update.ean13, field=update.field, value=update.value, extra_id=update.extra_id, modified=when))
    product.modified = max(product.modified, when)
    update.validated = when
    db.flush()


def read_value(
    db: Session, field: Field, text: str, extra_id: int | None = None, present: int | None = None
) -> tuple[str, int | None]:
    """A value as it was sent, as it is kept: with the id of its descriptor where the field has one.

    Args:
        text: The value; for a field with descriptors, its text may follow after a space (`12 oz`).
        extra_id: The descriptor, when it was sent by its id.
        present: The descriptor of the value on file, which stays when none is sent.

    Raises:
        Problem: The value does not fit the field.
    """
    if field.linked_extra:
        return _with_descriptor(db, field, text, extra_id, present)
    if extra_id is not None:
        raise Problem(400, f"extra_id: {field.name} has no extra values")
    if field.linked_text:
        return _known_id(db, field, text), None
    return (_number(field, text) if field.data_type == "number" else text), None


def _field(db: Session, name: str) -> Field:
    if name in _COMPANY_FIELDS:
        raise Problem(400, f"field: {name} is the company's, which cannot be updated")
    known = fields(db)
    owner = next((field.name for field in known.values() if name in companions(field)[1:]), None)
    if owner:
        raise Problem(400, f"field: {name} follows from {owner}")
    if name not in known:
        raise Problem(400, f"field: there is no {name}")
    return known[name]


def _with_descriptor(
    db: Session, field: Field, text: str, extra_id: int | None, present: int | None
) -> tuple[str, int]:
    number, _, words = text.partition(" ")
    if extra_id is None:
        extra_id = _descriptor(db, field, words.strip()) if words else present
    elif words:
        raise Problem(400, "value: a descriptor after the number and extra_id do not go together")
    if extra_id is None:
        raise Problem(400, f"value: {field.name} needs a descriptor: extra_id, or its text after the number")
    if db.get(Extra, (field.name, extra_id)) is None:
        raise Problem(400, f"extra_id: {field.name} has no extra value {extra_id}")
    return _number(field, number), extra_id


def _descriptor(db: Session, field: Field, words: str) -> int:
    for extra in db.query(Extra).filter_by(field=field.name).order_by(Extra.id):
        if words.casefold() in (extra.short.casefold(), extra.long.casefold()):
            return extra.id
    raise Problem(400, f"value: {words} is no extra value of {field.name}")


def _known_id(db: Session, field: Field, text: str) -> str:
    number = int(text) if re.fullmatch("[0-9]{1,9}", text) else 0  # no id is 0
    known = db.get(Category, number) if field.name == "category" else db.get(Extra, (field.name, number))
    if known is None:
        raise Problem(400, f"value: {text} is no id of {field.name}")
    return str(number)


def _number(field: Field, text: str) -> str:
    if not _NUMBER.fullmatch(text):
        raise Problem(400, f"value: {field.name} takes a number with up to 9 digits before the point and 4 after it")
    return f"{Decimal(text):.4f}"
