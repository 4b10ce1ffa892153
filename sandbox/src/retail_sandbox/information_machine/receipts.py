"""Receipts by their printed number. Walmart and H-E-B alone tell purchases by it.

A number is found when it has 20 digits (Walmart), or 10 to 30 (H-E-B), its date has come, and the connection's login
works. One that begins with `99` is not found at the first try, but when its connection is harvested next.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select

from ..api import Problem
from . import shapes
from .envelope import nothing
from .harvest import purchase_of_number
from .moments import instant
from .realm import Realm
from .tables import Connection, NumberReceipt, User

WALMART, HEB = 3, 88
_DURATIONS = {WALMART: "walmart_receipt_seconds", HEB: "heb_receipt_seconds"}


def add_receipt(realm: Realm, user_id: str, connection_id: int, given: Mapping[str, Any]) -> dict[str, Any]:
    """Takes a number, to be looked up.

    Raises:
        Problem: 422, the store tells nothing by number, or wants a date, or a later one, or the date is none of ours.
    """
    connection = realm.connection(realm.user(user_id), connection_id)
    if connection.store_id not in _DURATIONS:
        raise Problem(422, "Receipts can be added to connections to Walmart and H-E-B only")
    date = _printed(given["receipt_date"]) if given.get("receipt_date") else None
    if connection.store_id == WALMART:
        if date is None:
            raise Problem(422, "receipt_date is required by Walmart")
        if date < realm.now - timedelta(days=7):
            raise Problem(422, "receipt_date is older than 7 days")
    row = NumberReceipt(
        id=realm.call.sequence("receipt"),
        connection_id=connection.id,
        identifier=given["receipt_id"],
        status="Processing",
        due_at=realm.now + realm.seconds(_DURATIONS[connection.store_id]),
        receipt_date=date,
        created_at=realm.now,
    )
    realm.db.add(row)
    realm.db.flush()
    return shapes.receipt(realm, row)


def list_receipts(realm: Realm, user_id: str, connection_id: int) -> list[dict[str, Any]]:
    """All receipts of a connection, by id."""
    connection = realm.connection(realm.user(user_id), connection_id)
    found = [shapes.receipt(realm, row) for row in _receipts(realm, connection)]
    if not found:
        raise nothing("receipts")
    return found


def get_receipt(realm: Realm, user_id: str, connection_id: int, named: str) -> dict[str, Any]:
    """The receipt of this record id, else the latest of this number."""
    rows = _receipts(realm, realm.connection(realm.user(user_id), connection_id))
    by_id = [row for row in rows if str(row.id) == named]
    by_number = [row for row in reversed(rows) if row.identifier == named]
    for row in by_id + by_number:
        return shapes.receipt(realm, row)
    raise Problem(404, "Receipt not found")


def settle(realm: Realm) -> None:
    """Looks numbers up that are due."""
    due = (
        select(NumberReceipt, Connection)
        .join(Connection, Connection.id == NumberReceipt.connection_id)
        .join(User, User.id == Connection.owner)
        .where(User.account == realm.account, NumberReceipt.due_at <= realm.now)
        .order_by(NumberReceipt.due_at, NumberReceipt.id)
    )
    for receipt, connection in realm.db.execute(due).all():
        assert receipt.due_at is not None
        _look_up(realm, connection, receipt, receipt.due_at)
    realm.db.flush()


def try_failed_again(realm: Realm, connection: Connection, at: datetime) -> None:
    """Looks up again what was not found; a harvest does so."""
    for receipt in _receipts(realm, connection):
        if receipt.status == "Failed":
            _look_up(realm, connection, receipt, at)


def _printed(text: str) -> datetime:
    """The time of a receipt; Problem 422 for one that answers could not tell."""
    try:
        date = instant(text.upper()).replace(microsecond=0)
    except (OverflowError, ValueError):  # before the first day or after the last in UTC; a leap second
        date = None
    if date is None or not 1000 <= date.year <= 2999:
        raise Problem(422, "receipt_date is out of range")
    return date


def _look_up(realm: Realm, connection: Connection, receipt: NumberReceipt, at: datetime) -> None:
    receipt.tries += 1
    receipt.due_at = None
    receipt.status = "Done" if _is_found(connection, receipt, at) else "Failed"
    if receipt.status == "Done":
        purchase_of_number(realm, connection, receipt, at)


def _is_found(connection: Connection, receipt: NumberReceipt, at: datetime) -> bool:
    number = receipt.identifier
    digits = number.isascii() and number.isdecimal()
    fitting = len(number) == 20 if connection.store_id == WALMART else 10 <= len(number) <= 30
    come = receipt.receipt_date is None or receipt.receipt_date <= at
    late = number.startswith("99") and receipt.tries < 2
    return digits and fitting and come and not late and connection.login_status == "Verified"


def _receipts(realm: Realm, connection: Connection) -> list[NumberReceipt]:
    mine = NumberReceipt.connection_id == connection.id
    return list(realm.db.scalars(select(NumberReceipt).where(mine).order_by(NumberReceipt.id)))
