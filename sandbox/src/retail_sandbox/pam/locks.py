"""Locks: fields of a product that imports leave alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import delete

from .realm import Realm
from .tables import Lock

FIELDS = ("gtin", "name", "brand", "scan_count")


def from_settings(settings: Mapping[str, Any]) -> dict[str, bool]:
    """The wire's `gtin_lock: true` or `gtin_lock: "1"` as `gtin: True`."""
    return {name: settings[f"{name}_lock"] in (True, "1") for name in FIELDS if f"{name}_lock" in settings}


def locks_of(realm: Realm, product_id: int) -> Lock | None:
    """The locks of a product, if it ever had one."""
    return realm.db.get(Lock, product_id)


def set_locks(realm: Realm, product_id: int, values: Mapping[str, bool]) -> None:
    """Sets the given locks. A product without any gets all four, the others open."""
    lock = locks_of(realm, product_id)
    if lock is None:
        lock = Lock(product_id=product_id, **dict.fromkeys(FIELDS, False))
        realm.db.add(lock)
    for name, value in values.items():
        setattr(lock, name, value)
    realm.db.flush()


def change_locks(realm: Realm, product_id: int, change: Mapping[str, Any]) -> None:
    """Does what a wrapped field asks: sets locks; with `delete` opens those named, and without a value removes all."""
    value: Mapping[str, Any] | None = change.get("value")
    if not change.get("delete"):
        set_locks(realm, product_id, from_settings(value or {}))
    elif value is None:
        realm.db.execute(delete(Lock).where(Lock.product_id == product_id))
    elif locks_of(realm, product_id):
        set_locks(realm, product_id, dict.fromkeys(from_settings(value), False))
