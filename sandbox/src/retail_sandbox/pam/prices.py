"""Prices of products: those of the last three months are seen."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, or_, select

from ..api import Problem
from .realm import Realm
from .tables import Price

MONTHS = 3
"""How long a price is seen."""
PLACES = ("country", "state", "city", "postcode")
DETAILS = (*PLACES, "currency", "label")


def list_prices(realm: Realm, product_id: int, places: Mapping[str, str | None]) -> list[dict[str, Any]]:
    """A product's prices. `places` filters them; None: those that lack the place."""
    product = realm.product(product_id)
    rows = realm.db.scalars(
        select(Price).where(Price.product_id == product.id, recent(realm.now), *at_place(places)).order_by(Price.id)
    )
    return [_shown(price, realm.now) for price in rows]


def update_price(realm: Realm, price_id: int, changes: Mapping[str, Any]) -> None:
    """Sets `price` and `label`, as far as they are given."""
    price = realm.db.get(Price, price_id)
    if price is None:
        raise Problem(404, "Price not found")
    try:
        realm.product(price.product_id)
    except Problem:  # another tenant's: no word of it
        raise Problem(404, "Price not found") from None
    for name, value in changes.items():
        setattr(price, name, value)


def add_price(realm: Realm, product_id: int, given: Mapping[str, Any]) -> None:
    """A price seen now. `given` is the wire's: `price` is text."""
    details = {name: given.get(name) for name in DETAILS}
    number = realm.number("price")
    realm.db.add(Price(id=number, product_id=product_id, ts=realm.now, price=int(given["price"]), **details))


def remove_prices(realm: Realm, product_id: int, given: Mapping[str, Any] | None) -> None:
    """Removes the prices that have all the given fields; all prices when none is given."""
    named = {name: int(value) if name == "price" else value for name, value in (given or {}).items()}
    realm.db.execute(
        delete(Price).where(
            Price.product_id == product_id, *(getattr(Price, name) == value for name, value in named.items())
        )
    )


def has_prices(realm: Realm, product_id: int) -> bool:
    """Whether a product has a price, of whatever age."""
    realm.db.flush()
    return realm.db.scalars(select(Price.id).where(Price.product_id == product_id).limit(1)).first() is not None


def recent(now: datetime) -> ColumnElement[bool]:
    """Whether a price is of the last three months. One that lies ahead of a clock set back is not seen either."""
    since = _months_before(now, MONTHS)
    return or_(
        and_(Price.ts >= since, Price.ts <= now),
        Price.days_old <= (now - since).days,
    )


def at_place(places: Mapping[str, str | None]) -> list[ColumnElement[bool]]:
    """Conditions for a price at these places."""
    return [
        getattr(Price, name).is_(None) if places[name] is None else getattr(Price, name) == places[name]
        for name in PLACES
        if name in places
    ]


def _shown(price: Price, now: datetime) -> dict[str, Any]:
    ts = price.ts or now - timedelta(days=price.days_old or 0)
    return {
        "id": price.id,
        "product_id": price.product_id,
        "ts": ts.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        **{name: getattr(price, name) for name in DETAILS},
        "price": price.price,
    }


def _months_before(moment: datetime, months: int) -> datetime:
    """The same day of an earlier month, or that month's last day."""
    year, month = divmod(moment.year * 12 + moment.month - 1 - months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return moment.replace(year=year, month=month + 1, day=min(moment.day, last))
