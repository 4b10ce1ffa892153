"""Store connections as a caller makes, finds, changes and deletes them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select

from ..api import Problem
from . import life, shapes
from .envelope import Listed, page_of
from .moments import moment
from .realm import Realm
from .tables import Connection, Store, User

OAUTH_PROVIDERS = ("GMailAPI",)
MOST_OF_ALL = 1000
"""How many a page may have where the connections of all users are listed."""


def connect(realm: Realm, user_id: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """Makes a connection, whose login is then tested."""
    row = _new(realm, realm.user(user_id), _connectable(realm, given["store_id"]))
    row.username, row.password = given["username"], given["password"]
    life.begin(realm, row)
    realm.db.add(row)
    realm.db.flush()
    return shapes.connection(realm, row)


def connect_oauth(realm: Realm, user_id: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """Makes a connection that begins when the user has given consent."""
    user, store = realm.user(user_id), _connectable(realm, given["store_id"])
    if given["oauth_provider"] not in OAUTH_PROVIDERS:
        raise Problem(400, f"oauth_provider: one of {', '.join(OAUTH_PROVIDERS)}")
    row = _new(realm, user, store)
    row.provider, row.token = given["oauth_provider"], realm.call.uuid("token")
    realm.db.add(row)
    realm.db.flush()
    return shapes.connection(realm, row)


def list_connections(realm: Realm, user_id: str) -> Listed:
    """A page of a user's connections, by id."""
    user = realm.user(user_id)
    rows = realm.db.scalars(select(Connection).where(Connection.owner == user.id).order_by(Connection.id)).all()
    return _page(realm, list(rows))


def list_all(realm: Realm, filters: Mapping[str, Any]) -> Listed:
    """A page of the connections of all users, by id."""
    rows = realm.db.scalars(
        select(Connection).join(User, User.id == Connection.owner).where(User.account == realm.account)
        .order_by(Connection.id)
    )  # fmt: skip
    kept = [row for row in rows if all(_TESTS[name](row, value) for name, value in filters.items() if name in _TESTS)]
    return _page(realm, kept, most=MOST_OF_ALL)


def get_connection(realm: Realm, user_id: str, id: int) -> dict[str, Any]:
    """One connection."""
    return shapes.connection(realm, realm.connection(realm.user(user_id), id))


def update_connection(realm: Realm, user_id: str, id: int, given: Mapping[str, Any]) -> str:
    """Takes a new login, and tests it."""
    life.change_login(realm, realm.connection(realm.user(user_id), id), given.get("username"), given.get("password"))
    return "Store connection updated"


def delete_connection(realm: Realm, user_id: str, id: int) -> str:
    """Deletes a connection with all that it has brought."""
    realm.db.delete(realm.connection(realm.user(user_id), id))
    realm.db.flush()
    return "Store connection deleted"


def _new(realm: Realm, user: User, store: Store) -> Connection:
    return Connection(
        id=realm.call.sequence("connection"),
        owner=user.id,
        store_id=store.id,
        login_status="Not defined",
        scrape_status="Not defined",
        cleared=[],
        verified=False,
        events=0,
        created_at=realm.now,
        updated_at=realm.now,
    )


def _connectable(realm: Realm, store_id: int) -> Store:
    store = realm.stores.get(store_id)
    if store is None:
        raise Problem(400, "store_id: there is no such store")
    if not store.can_scrape:
        raise Problem(400, "store_id: this store cannot be connected (can_scrape is false)")
    return store


def _page(realm: Realm, rows: list[Connection], **most: int) -> Listed:
    listed = page_of(rows, realm.call, "store connections", **most)
    return Listed([shapes.connection(realm, row) for row in listed.items], listed.page, listed.per_page, listed.total)


def _after(when: datetime | None, text: str) -> bool:
    return when is not None and when > moment(text)


_TESTS: Mapping[str, Callable[[Connection, Any], bool]] = {
    "account_locked": lambda row, value: (row.lock_code is not None) == value,
    "connection_lost": lambda row, value: (row.lost_at is not None) == value,
    "account_locked_date_after": lambda row, value: _after(row.locked_at, value),
    "connection_lost_date_after": lambda row, value: _after(row.lost_at, value),
}
