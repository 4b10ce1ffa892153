"""What a member's purchases say about them: counts, means, scores.

The text shows scores without saying how they come about. Chosen: 1 to 5 each, by fixed bounds; 0 without a purchase.
How lately: within 30, 90, 180, 365 days. How often, in a year: 10, 5, 3, 2 purchases. How much, in a year: 2500, 1000,
500, 100 of the currency.
"""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import case, exists, func, select

from .access import Realm
from .basket_tables import Basket, BasketItem
from .money import ZERO, cents
from .tables import User

_DAYS = (30, 90, 180, 365)
_TIMES = (10, 5, 3, 2)
_SPENT = (2500, 1000, 500, 100)


def shopping(realm: Realm, user: User) -> dict[str, Any]:
    """The scores and counts of a member. A basket without anything bought is no purchase."""
    bought = (Basket.user_id == user.id) & exists().where(BasketItem.basket_id == Basket.id)
    this_year = Basket.bought_at > realm.now - timedelta(days=365)
    count, spent, last, times, amount, online, offline = realm.db.execute(
        select(
            func.count(),
            func.sum(Basket.total),
            func.max(Basket.bought_at),
            func.sum(case((this_year, 1), else_=0)),
            func.sum(case((this_year, Basket.total), else_=ZERO)),
            func.max(case((Basket.platform == "online", 1), else_=0)),
            func.max(case((Basket.platform == "in_store", 1), else_=0)),
        ).where(bought)
    ).one()
    days = max((realm.now - last).days, 0) if count else None
    recency = 0 if days is None else 5 - sum(days > bound for bound in _DAYS)
    frequency, monetary = (_score(times, _TIMES), _score(amount, _SPENT)) if count else (0, 0)
    return {
        "frequency": frequency,
        "recency": recency,
        "monetary": monetary,
        "overall": 100 * recency + 10 * frequency + monetary,
        "stores": None,
        "online_shopper": bool(online),
        "offline_shopper": bool(offline),
        "average_basket_value": str(cents((spent or ZERO) / max(count, 1))),
        "days_since_last_purchase": days,
        "number_of_purchases": count,
    }


def _score(value: int | Decimal, bounds: tuple[int, ...]) -> int:
    return 1 + sum(value >= bound for bound in bounds)
