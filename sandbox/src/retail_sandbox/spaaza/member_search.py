"""The search for members, on the services host."""

from __future__ import annotations

from typing import Any

from sqlalchemy import func, or_, select

from .access import Realm
from .answers import zulu
from .tables import User

_SEARCHED = (User.username, User.first_name, User.last_name, User.member_number, User.auxiliary_identifier)


def search(realm: Realm) -> list[dict[str, Any]]:
    """One page of the members who have every word of the query in one or another of their names and numbers."""
    chain, given = realm.need("read"), realm.given
    query = select(User).where(User.chain_id == chain.id)
    for word in given.get("query", "").lower().split():
        query = query.where(or_(*(func.lower(column).contains(word, autoescape=True) for column in _SEARCHED)))
    if "opted_in" in given:
        query = query.where(User.programme_opted_in == given["opted_in"])
    count = given.get("count", 25)
    skipped = (given.get("page", 1) - 1) * count
    return [_found(user) for user in realm.db.scalars(query.order_by(User.id).offset(skipped).limit(count))]


def _found(user: User) -> dict[str, Any]:
    told: dict[str, Any] = {
        "id": user.id,
        "entity_code": {"type": user.entity_code_type, "code": user.member_number},
        "username": user.username,
        "firstname": user.first_name or "",
        "lastname": user.last_name or "",
        "created_date": zulu(user.created_at),
        "spaaza_opted_in": user.programme_opted_in,
        "country_code": user.country_code or "",
        "store_id": str(user.signup_store_id or ""),
    }
    if user.gender is not None:
        told["gender"] = user.gender
    if user.birthday is not None:
        told["birthday"] = zulu(user.birthday)
    return told
