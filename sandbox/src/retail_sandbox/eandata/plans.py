"""Who may call the feed, and how often."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy.orm import Session

from ..api import Problem, Unauthorized
from ..clock import Clock
from .tables import KeyCode, Usage


def account(db: Session, keycode: str) -> KeyCode:
    """The account of a key code.

    Raises:
        Unauthorized: The key code is missing or not known, or its feed is switched off.
    """
    if not keycode:
        raise Unauthorized("keycode: missing", scheme="keycode")
    found = db.get(KeyCode, keycode)
    if found is None:
        raise Unauthorized("keycode: not known", scheme="keycode")
    if not found.feed_on:
        raise Unauthorized("keycode: the data feed of this account is switched off", scheme="keycode")
    return found


def anyone(db: Session, clock: Clock) -> KeyCode:
    """Who calls when nobody asks for key codes: an account without limits, which is not on file."""
    return KeyCode(keycode="", plan="paid", feed_on=True, daily_limit=None)


def count_lookup(db: Session, account: KeyCode, now: datetime) -> None:
    """Counts one look-up against the day's allowance; days change at midnight UTC of the sandbox's clock.

    Raises:
        Problem: The allowance is used up.
    """
    if account.daily_limit is None:
        return
    usage = db.get(Usage, (account.keycode, _day(now)), with_for_update=True)
    if usage is None:
        usage = Usage(keycode=account.keycode, day=_day(now), lookups=0)
        db.add(usage)
    if usage.lookups >= account.daily_limit:
        raise Problem(400, f"{account.plan} {usage.lookups}/{account.daily_limit}: no look-ups left for today")
    usage.lookups += 1
    db.flush()


def message(db: Session, account: KeyCode, now: datetime) -> str:
    """What a status says of the plan: `free 3/15`, or only the plan's name when it has no limit."""
    if account.daily_limit is None:
        return account.plan
    usage = db.get(Usage, (account.keycode, _day(now)))
    return f"{account.plan} {usage.lookups if usage else 0}/{account.daily_limit}"


def _day(now: datetime) -> str:
    return now.astimezone(UTC).date().isoformat()
