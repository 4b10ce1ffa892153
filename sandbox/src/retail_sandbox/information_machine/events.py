"""What the service tells by webhook, handed on to the kernel's outbox."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..api import Call
from .realm import Realm
from .shapes import unlock_url
from .locks import LOCKS
from .tables import Connection, User


def emit(call: Call, kind: str, payload: Mapping[str, Any], *, url: str | None = None) -> None:
    """Puts an event into the outbox, if the kernel has one.

    Args:
        call: The request in whose transaction it happens.
        kind: Its name among the spec's `webhooks`.
        payload: What it says.
        url: Where it goes, when the caller has named that; else where the operator sends such events.
    """
    send = getattr(call, "emit", None)
    if send is not None:
        send(kind, payload, url=url)


def tell_credentials(realm: Realm, connection: Connection) -> None:
    """The state of a connection's login. One that is not known yet, of an account that is locked, is told as `Unknown`."""
    status = connection.credentials_status
    lock = None if connection.lock_code is None else LOCKS[connection.lock_code]
    payload = {
        "store_connection_id": connection.id,
        "credentials_status": status if status in ("Verified", "Invalid") else "Unknown",
        "account_locked": lock is not None,
        "user_id": _user_id(realm, connection),
        "account_lock_code": connection.lock_code,
        "unlock_url": unlock_url(realm, connection, lock),
        "username": connection.username or "",
        "store_id": connection.store_id,
        "idempotency_key": _key(connection),
    }
    emit(realm.call, "store_connection_credentials", payload)


def tell_purchases(realm: Realm, connection: Connection, purchase_data: Mapping[str, Any]) -> None:
    """The purchases that a harvest has brought."""
    payload = {
        "user_store_id": connection.id,
        "user_id": _user_id(realm, connection),
        "idempotency_key": _key(connection),
        "purchase_data": purchase_data,
    }
    emit(realm.call, "user_purchases", payload)


def tell_refresh(realm: Realm, connection: Connection, refresh_id: str, purchases: int) -> None:
    """The end of a refresh that was asked for."""
    payload = {
        "user_store_id": connection.id,
        "store_connection_id": connection.id,
        "refresh_request_id": refresh_id,
        "purchase_count": purchases,
        "idempotency_key": _key(connection),
    }
    emit(realm.call, "on_demand_refresh", payload)


def tell_upcs(call: Call, name: str, store: str, upcs: list[str], url: str) -> None:
    """The UPCs of a name, to where the request for them said."""
    payload = {"name": name, "store": store, "resolve_status": "Finished", "upcs": ",".join(upcs)}
    emit(call, "upc_resolved", payload, url=url)


def _user_id(realm: Realm, connection: Connection) -> str:
    return realm.db.get_one(User, connection.owner).user_id


def _key(connection: Connection) -> str:
    connection.events += 1
    return f"{connection.id}-{connection.events}"
