"""Moments that filters name, absolutely or counted from now."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import UTC, datetime, timedelta

from .access import Realm

_STEP = re.compile(r"([+-]?[0-9]+) (month|week|day|hour|minute)s?")


def moment(realm: Realm, name: str) -> datetime | None:
    """The moment that the parameter `name` says, or `<name>_relative`, which counts before it; None for neither.

    Raises:
        Problem: Code 419, there is no such moment.
    """
    counted, text = realm.given.get(f"{name}_relative"), realm.given.get(name)
    try:
        if counted is not None:
            return _counted(realm.now, counted)
        return datetime.fromisoformat(text.upper()).astimezone(UTC) if text is not None else None
    except (ValueError, OverflowError) as error:
        raise realm.refusal("419", hint=f"{name}: there is no such moment") from error


def _counted(now: datetime, text: str) -> datetime:
    """The moment that a text such as `-6 months 5 days` counts to. Months are the calendar's, and counted first."""
    months, rest = 0, timedelta()
    for number, unit in _STEP.findall(text):
        if unit == "month":
            months += int(number)
        else:
            rest += timedelta(**{f"{unit}s": int(number)})
    year, month = divmod(now.year * 12 + now.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        raise OverflowError
    day = min(now.day, monthrange(year, month + 1)[1])
    return now.replace(year=year, month=month + 1, day=day) + rest
