"""The life of a store connection, by the sandbox's clock.

Pending (the login is tested) → Scraping → Done; or Done at once when the login does not work; or locked, until the user
has acted. A connection that works is harvested again every so often. What is due happens when somebody looks, at the
time at which it was due.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from . import events, purchases, receipts
from .harvest import harvest
from .locks import (
    ACCESS_DENIED,
    IMAGE_CAPTCHA,
    PASSWORD_RESET,
    harvests_with_warning,
    lock_of,
    login_status,
)
from .realm import Realm
from .tables import Connection, User


def begin(realm: Realm, connection: Connection) -> None:
    """Lets the test of a login begin; it leads to a harvest."""
    connection.login_status = "Checking"
    _queue(realm, connection, realm.now)


def change_login(realm: Realm, connection: Connection, username: str | None, password: str | None) -> None:
    """Takes a new login and tests it. What is None stays."""
    if username is not None and username != connection.username:
        connection.username = username
        connection.cleared = []
    if password is not None:
        connection.password = password
        if connection.lock_code == PASSWORD_RESET:
            connection.cleared = [*connection.cleared, PASSWORD_RESET]
    connection.lock_code = connection.locked_at = connection.lost_at = None
    begin(realm, connection)


def unlock(realm: Realm, connection: Connection) -> None:
    """Takes it that the user has done what the store wanted, and goes on."""
    assert connection.lock_code is not None, "only a locked account can be unlocked"
    _clear_lock(connection)
    begin(realm, connection)


def refresh(realm: Realm, connection: Connection) -> str:
    """Begins a harvest on demand; the id that its event will have."""
    refresh_id = connection.refresh_id = realm.call.uuid("refresh")
    if connection.scrape_status in ("Done", "DoneWithWarning"):
        _queue(realm, connection, realm.now)
    return refresh_id


def settle(realm: Realm) -> None:
    """Lets happen what is due to the account's connections."""
    due = (
        select(Connection)
        .join(User, User.id == Connection.owner)
        .where(User.account == realm.account, Connection.due_at <= realm.now)
        .order_by(Connection.due_at, Connection.id)
        .limit(1)
    )
    while connection := realm.db.scalars(due).first():
        assert connection.due_at is not None
        _step(realm, connection, connection.due_at)
        realm.db.flush()


def _queue(realm: Realm, connection: Connection, at: datetime) -> None:
    connection.scrape_status = "Pending"
    connection.due_at = at + realm.seconds("login_seconds")
    connection.updated_at = at


def _step(realm: Realm, connection: Connection, at: datetime) -> None:
    if connection.scrape_status == "Scraping":
        _finish(realm, connection, at)
    elif connection.scrape_status == "Pending":
        if connection.lock_code is not None:  # one that passes by itself
            _clear_lock(connection)
        _test_login(realm, connection, at)
    else:
        # However long nobody has looked, one harvest catches up.
        every = realm.seconds("harvest_every_seconds")
        _queue(realm, connection, at + (realm.now - at) // every * every)


def _test_login(realm: Realm, connection: Connection, at: datetime) -> None:
    username, password = connection.username or "", connection.password or ""
    before = connection.login_status
    connection.updated_at = at
    lock = lock_of(username)
    if lock is not None and lock not in connection.cleared:
        _lock(realm, connection, lock, at)
        return
    status = login_status(username, password, worked_before=connection.verified)
    connection.login_status = status
    if status == "Verified":
        connection.verified, connection.lost_at = True, None
        connection.scrape_status = "Scraping"
        connection.due_at = at + realm.seconds("harvest_seconds")
    else:
        connection.scrape_status = "Done"
        connection.due_at = None
        if connection.verified and connection.lost_at is None:
            connection.lost_at = at
    if status != before:
        events.tell_credentials(realm, connection)
    if connection.due_at is None:
        _tell_refresh(realm, connection, 0)


def _lock(realm: Realm, connection: Connection, lock: int, at: datetime) -> None:
    connection.lock_code, connection.locked_at = lock, at
    connection.token = connection.token or realm.call.uuid("token")
    connection.due_at = at + realm.seconds("access_denied_seconds") if lock == ACCESS_DENIED else None
    events.tell_credentials(realm, connection)


def _clear_lock(connection: Connection) -> None:
    connection.cleared = [*connection.cleared, connection.lock_code or 0]
    connection.lock_code = connection.locked_at = None


def _finish(realm: Realm, connection: Connection, at: datetime) -> None:
    with_warning = harvests_with_warning(connection.username or "")
    found = harvest(realm, connection, at, incomplete=with_warning)
    receipts.try_failed_again(realm, connection, at)
    connection.scrape_status = "DoneWithWarning" if with_warning else "Done"
    connection.harvested_to = connection.updated_at = at
    connection.cleared = [code for code in connection.cleared if code != IMAGE_CAPTCHA]  # the store asks each time
    every = realm.seconds("harvest_every_seconds")
    connection.due_at = at + every if every else None
    if found:
        events.tell_purchases(realm, connection, purchases.by_product(realm, found, details=True))
    _tell_refresh(realm, connection, len(found))


def _tell_refresh(realm: Realm, connection: Connection, purchases: int) -> None:
    if connection.refresh_id:
        events.tell_refresh(realm, connection, connection.refresh_id, purchases)
        connection.refresh_id = None
