"""The part of a seed document that belongs to accounts: users, their connections, purchases, receipts and carts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from ..api import SeedError
from ..store import move_number, next_number
from . import tables
from .locks import CODES
from .moments import moment

_API = "information-machine"
_LONG_AGO = datetime(2016, 11, 1, tzinfo=UTC)
"""When what a seed gives no time was made."""


def number(db: Session, name: str) -> int:
    """The next number of a sequence."""
    return next_number(db, _API, name)


def move_sequences(db: Session, accounts: Iterable[Mapping[str, Any]]) -> None:
    """Keeps the sequences from giving the ids that the records bring."""
    users = [user for account in accounts for user in account.get("users", [])]
    connections = [each for user in users for each in user.get("stores", [])]
    images = [each for user in users for each in user.get("receipt_images", [])]
    purchases = [each for row in connections for each in row.get("purchases", [])]
    purchases += [row["purchase"] for row in images if "purchase" in row]
    _move_past(db, "connection", connections)
    _move_past(db, "image", images)
    _move_past(db, "purchase", purchases)
    _move_past(db, "receipt", [each for row in connections for each in row.get("receipts", [])])
    _move_past(db, "item", [each for row in purchases for each in row["items"]])


def add_account(db: Session, record: Mapping[str, Any], where: str) -> None:
    """Adds an account with its users. One that is there keeps what it has used of its quota."""
    account = db.get(tables.Account, record["client_id"])
    if account is None:
        account = tables.Account(client_id=record["client_id"], used=0)
        db.add(account)
    account.client_secret = record["client_secret"]
    account.max_requests = record.get("max_requests_per_day", 10_000)
    db.flush()
    for index, user in enumerate(record.get("users", [])):
        _add_user(db, account.client_id, user, f"{where}.users[{index}]")
    db.flush()


def _add_user(db: Session, account: str, record: Mapping[str, Any], where: str) -> None:
    mine = (tables.User.account == account) & (tables.User.user_id == record["user_id"])
    user = db.scalars(select(tables.User).where(mine)).one_or_none()
    if user is None:
        user = tables.User(id=number(db, "user"), account=account, user_id=record["user_id"])
        db.add(user)
    user.email, user.zip, user.created_at = record.get("email"), record.get("zip"), _when(record)
    db.flush()
    for index, each in enumerate(record.get("stores", [])):
        _add_connection(db, user, each, f"{where}.stores[{index}]")
    for index, each in enumerate(record.get("receipt_images", [])):
        _add_images(db, user, each, f"{where}.receipt_images[{index}]")
    for each in record.get("carts", []):
        _add_cart(db, user, each)


def _add_connection(db: Session, user: tables.User, record: Mapping[str, Any], where: str) -> None:
    if db.get(tables.Store, record["store_id"]) is None:
        raise SeedError(f"{where}.store_id", f"there is no store {record['store_id']}")
    id: int = record.get("id") or number(db, "connection")
    _make_room(db, tables.Connection, id, user, f"{where}.id")
    lock = CODES.get(record.get("account_lock_code", ""))
    created, status = _when(record), "Pending" if lock else record.get("scrape_status", "Done")
    known = "Verified" if status in ("Scraping", "Done", "DoneWithWarning") else "Checking"
    credentials = record.get("credentials_status", known)
    row = tables.Connection(
        id=id,
        owner=user.id,
        store_id=record["store_id"],
        username=record.get("username"),
        password=record.get("password"),
        login_status=credentials,
        scrape_status=status,
        due_at=created if status in ("Pending", "Scraping") and not lock else None,
        lock_code=lock,
        locked_at=created if lock else None,
        cleared=[],
        verified=credentials == "Verified" or "connection_lost_at" in record,
        lost_at=moment(record["connection_lost_at"]) if "connection_lost_at" in record else None,
        token=str(uuid5(NAMESPACE_URL, f"{_API}/token/seed/{id}")),
        provider=record.get("oauth_provider"),
        harvested_to=created if status.startswith("Done") else None,
        events=0,
        created_at=created,
        updated_at=created,
    )
    db.add(row)
    db.flush()
    for index, each in enumerate(record.get("purchases", [])):
        _add_purchase(db, user, each, f"{where}.purchases[{index}]", row)
    for index, each in enumerate(record.get("receipts", [])):
        _add_receipt(db, user, row, each, f"{where}.receipts[{index}]")


def _add_receipt(
    db: Session, user: tables.User, connection: tables.Connection, record: Mapping[str, Any], where: str
) -> None:
    id: int = record.get("id") or number(db, "receipt")
    if db.get(tables.NumberReceipt, id):
        raise SeedError(f"{where}.id", "there is a receipt of this id already")
    created, status = _when(record), record.get("status", "Failed")
    db.add(
        tables.NumberReceipt(
            id=id,
            connection_id=connection.id,
            identifier=record["identifier"],
            status=status,
            tries=0,
            due_at=created if status == "Processing" else None,
            receipt_date=moment(record["receipt_date"]) if "receipt_date" in record else None,
            created_at=created,
        )
    )
    db.flush()
    if "purchase_id" in record:
        purchase = db.get(tables.Purchase, record["purchase_id"])
        if purchase is None or purchase.connection_id != connection.id:
            raise SeedError(f"{where}.purchase_id", "the connection has no such purchase")
        purchase.receipt, purchase.receipt_id, purchase.stream = id, record["identifier"], "receipt"
    elif status == "Done":
        raise SeedError(f"{where}.purchase_id", "a receipt that is Done has a purchase")


def _add_images(db: Session, user: tables.User, record: Mapping[str, Any], where: str) -> None:
    mine = (tables.ImageReceipt.owner == user.id) & (tables.ImageReceipt.receipt_id == record["receipt_id"])
    db.execute(delete(tables.ImageReceipt).where(mine))
    created, status = _when(record), record.get("status", "Done")
    row = tables.ImageReceipt(
        id=record.get("id") or number(db, "image"),
        owner=user.id,
        receipt_id=record["receipt_id"],
        status=status,
        due_at=created if status in ("Uploaded", "Processing") else None,
        created_at=created,
    )
    db.add(row)
    db.flush()
    if "purchase" in record:
        purchase = _add_purchase(db, user, record["purchase"], f"{where}.purchase")
        purchase.image_receipt, purchase.receipt_id, purchase.stream = row.id, row.receipt_id, "receipt"


def _add_purchase(
    db: Session,
    user: tables.User,
    record: Mapping[str, Any],
    where: str,
    connection: tables.Connection | None = None,
) -> tables.Purchase:
    store_id = connection.store_id if connection else record.get("store_id")
    if store_id is None or db.get(tables.Store, store_id) is None:
        raise SeedError(f"{where}.store_id", f"there is no store {store_id}")
    id: int = record.get("id") or number(db, "purchase")
    _make_room(db, tables.Purchase, id, user, f"{where}.id")
    date = moment(record["date"]) if "date" in record else None
    recorded = moment(record["recorded_at"]) if "recorded_at" in record else date or _LONG_AGO
    purchase = tables.Purchase(
        id=id,
        owner=user.id,
        connection_id=connection.id if connection else None,
        store_id=store_id,
        stream=record.get("stream", "online"),
        date=date,
        recorded_at=recorded,
        total_without_tax=sum(_cost(each) for each in record["items"]),
        tax=_cents(record.get("tax", 0)),
        order_number=record.get("order_number"),
        receipt_id=record.get("receipt_id"),
    )
    db.add(purchase)
    db.flush()
    for index, each in enumerate(record["items"]):
        _add_item(db, purchase, each, f"{where}.items[{index}]")
    return purchase


def _add_item(db: Session, purchase: tables.Purchase, record: Mapping[str, Any], where: str) -> None:
    product = db.get(tables.Product, record["product_id"])
    if product is None:
        raise SeedError(f"{where}.product_id", f"there is no product {record['product_id']}")
    id: int = record.get("id") or number(db, "item")
    if db.get(tables.Item, id):
        raise SeedError(f"{where}.id", "there is an item of this id already")
    upc = record.get("upc", product.upc)
    discounted = record.get("discounted_price")
    db.add(
        tables.Item(
            id=id,
            purchase_id=purchase.id,
            product_id=product.id,
            name=record.get("name", product.name.upper()),
            upc=upc,
            unit=record.get("unit_of_measurement", "EA"),
            quantity=float(record.get("quantity", 1)),
            price=_cents(record["price"]),
            discounted_price=None if discounted is None else _cents(discounted),
            upc_resolved_at=purchase.recorded_at if upc else None,
        )
    )


def _add_cart(db: Session, user: tables.User, record: Mapping[str, Any]) -> None:
    created, position = _when(record), number(db, "cart_position")
    id: str = record.get("id") or str(uuid5(NAMESPACE_URL, f"{_API}/cart/seed/{position}"))
    db.execute(delete(tables.Cart).where(tables.Cart.id == id))
    times = {"created_at": created, "updated_at": created}
    text = record.get("description")
    db.add(tables.Cart(id=id, owner=user.id, position=position, name=record["name"], description=text, **times))
    db.flush()
    for each in record.get("items", []):
        place = number(db, "cart_item_position")
        item_id = each.get("id") or str(uuid5(NAMESPACE_URL, f"{_API}/cart_item/seed/{place}"))
        quantity = each.get("quantity", 1)
        db.add(tables.CartItem(id=item_id, cart=id, position=place, upc=each["upc"], quantity=quantity, **times))


def _make_room(
    db: Session, table: type[tables.Connection] | type[tables.Purchase], id: int, user: tables.User, where: str
) -> None:
    """Takes the record away that has an id, with all that hangs on it, if it is the user's own."""
    present = db.get(table, id)
    if present is None:
        return
    if present.owner != user.id:
        raise SeedError(where, "another user has a record of this id")
    db.delete(present)
    db.flush()
    db.expire_all()


def _move_past(db: Session, sequence: str, records: Iterable[Mapping[str, Any]]) -> None:
    move_number(db, _API, sequence, max((record.get("id", 0) for record in records), default=0))


def _when(record: Mapping[str, Any]) -> datetime:
    return moment(record["created_at"]) if "created_at" in record else _LONG_AGO


def _cost(item: Mapping[str, Any]) -> int:
    discounted = item.get("discounted_price")
    return round(_cents(item["price"] if discounted is None else discounted) * item.get("quantity", 1))


def _cents(dollars: float) -> int:
    return round(dollars * 100)
