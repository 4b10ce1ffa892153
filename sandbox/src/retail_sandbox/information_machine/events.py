"""What the service tells by webhook."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .locks import LOCKS
from .realm import Realm
from .shapes import unlock_url
from .tables import Connection, User


def tell_credentials(realm: Realm, connection: Connection) -> None:
    """The state of a connection's login. One that is not known yet, of a locked account, is told as `Unknown`."""
    status = connection.login_status
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
    realm.call.emit("store_connection_credentials", payload, target_key=realm.account)


def tell_purchases(realm: Realm, connection: Connection, purchase_data: Mapping[str, Any]) -> None:
    """The purchases that a harvest has brought."""
    payload = {
        "user_store_id": connection.id,
        "user_id": _user_id(realm, connection),
        "idempotency_key": _key(connection),
        "purchase_data": purchase_data,
    }
    realm.call.emit("user_purchases", payload, target_key=realm.account)


def tell_refresh(realm: Realm, connection: Connection, refresh_id: str, purchases: int) -> None:
    """The end of a refresh that was asked for."""
    payload = {
        "user_store_id": connection.id,
        "store_connection_id": connection.id,
        "refresh_request_id": refresh_id,
        "purchase_count": purchases,
        "idempotency_key": _key(connection),
    }
    realm.call.emit("on_demand_refresh", payload, target_key=realm.account)


def tell_upcs(realm: Realm, name: str, store: str, upcs: list[str], url: str) -> None:
    """The UPCs of a name, to where the request for them said."""
    payload = {"name": name, "store": store, "resolve_status": "Finished", "upcs": ",".join(upcs)}
    realm.call.emit("upc_resolved", payload, url=url, target_key=realm.account)


def _user_id(realm: Realm, connection: Connection) -> str:
    return realm.db.get_one(User, connection.owner).user_id


def _key(connection: Connection) -> str:
    connection.events += 1
    return f"{connection.id}-{connection.events}"
