"""Users of an account."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import func, select

from ..api import Problem
from . import shapes
from .envelope import Listed, page_asked
from .realm import Realm
from .tables import User


def create_user(realm: Realm, given: Mapping[str, Any]) -> dict[str, Any]:
    """Registers a user, under an id that is not taken."""
    if realm.find_user(given["user_id"]):
        raise Problem(422, "User already exists")
    row = User(
        id=realm.call.sequence("user"),
        account=realm.account,
        user_id=given["user_id"],
        email=given.get("email"),
        zip=given.get("zip"),
        created_at=realm.now,
    )
    realm.db.add(row)
    realm.db.flush()
    return shapes.user(row)


def list_users(realm: Realm) -> Listed:
    """A page of the account's users, in the order of their registration. It may be empty."""
    page, per_page = page_asked(realm.call)
    mine = User.account == realm.account
    total = realm.db.scalar(select(func.count()).select_from(User).where(mine)) or 0
    rows = realm.db.scalars(select(User).where(mine).order_by(User.id).limit(per_page).offset((page - 1) * per_page))
    return Listed([shapes.user(row) for row in rows], page, per_page, total)


def get_user(realm: Realm, user_id: str) -> dict[str, Any]:
    """One user."""
    return shapes.user(realm.user(user_id))


def update_user(realm: Realm, user_id: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """Changes what is given; null leaves what is there."""
    row = realm.user(user_id)
    for name in ("email", "zip"):
        if given.get(name) is not None:
            setattr(row, name, given[name])
    return shapes.user(row)


def delete_user(realm: Realm, user_id: str) -> str:
    """Deletes a user and all that hangs on it."""
    realm.db.delete(realm.user(user_id))
    realm.db.flush()
    return "User deleted"
