"""A person to be added, and how."""

from __future__ import annotations

from typing import Any

from .conftest import Shop

FOO = {
    "username": "foo@bar.com",
    "last_name": "Bar",
    "first_name": "Foo",
    "gender": "m",
    "birthday": "1986-01-30",
    "country_code": "NL",
    "address_streetname": "Herengracht",
    "address_housenumber": "504",
    "address_postalcode": "1017 CB",
    "language": "en-GB",
    "phone_number": "+31-220445641",
    "store_id": 1383,
    "home_store_id": 2774,
}


def add(api: Shop, **form: Any) -> dict[str, Any]:
    """A new member, as the answer shows them."""
    return api.privileged.post("/internal/add-user", {**FOO, **form})["user_info"]


def user(api: Shop, user_id: int) -> dict[str, Any]:
    """A member as they are now."""
    return api.privileged.get("/internal/get-user", {"user_id": user_id})["user_info"]
