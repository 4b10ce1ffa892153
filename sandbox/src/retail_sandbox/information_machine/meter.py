"""Who calls, and how much of the day's quota is left. Every request costs one, refused ones too."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import bindparam, case, or_, select, update
from sqlalchemy.orm import Session

from ..api import Call, Problem, Unauthorized
from ..clock import Clock
from ..store import UtcDateTime
from .tables import Account


@dataclass(frozen=True)
class Caller:
    """An account at the moment of a request, this request counted."""

    client_id: str
    limit: int
    used: int
    resets_at: datetime

    @property
    def remaining(self) -> int:
        """Requests that are left."""
        return max(self.limit - self.used, 0)


def caller(credentials: Mapping[str, str], db: Session, clock: Clock) -> Caller:
    """The account of a pair of keys; counts the request.

    Raises:
        Unauthorized: The keys are not known.
        Problem: 429, the quota is exhausted.
    """
    return _count(db, credentials.get("client_id", ""), credentials.get("client_secret", ""), clock.now())


def anyone(db: Session, clock: Clock) -> Caller:
    """The first account, for a sandbox that does not look at keys."""
    account = db.scalars(select(Account).order_by(Account.client_id).limit(1)).first()
    if account is None:
        raise Unauthorized("There is no account at all", scheme="client_id")
    return _count(db, account.client_id, account.client_secret, clock.now())


def count_again(problem: Problem, call: Call) -> None:
    """Counts a request that was refused, and so rolled back. One that the quota itself refused costs nothing."""
    if isinstance(call.caller, Caller):
        _spend(call.db, call.caller.client_id, None, call.clock.now())


def _count(db: Session, client_id: str, client_secret: str, now: datetime) -> Caller:
    row = _spend(db, client_id, client_secret, now)
    if row is None:
        raise Unauthorized("Unknown client_id or client_secret", scheme="client_id")
    if row.used > row.limit:
        raise Problem(429, "The daily quota is exhausted", data=row)
    return row


def _spend(db: Session, client_id: str, client_secret: str | None, now: datetime) -> Caller | None:
    """Counts one request, in one statement: the first of its transaction, so that it waits for others in its turn.

    Without a secret the account is known already.
    """
    given = {"id": client_id, "now": now, "midnight": _midnight_after(now)}
    if client_secret is not None:
        given["secret"] = client_secret
    changed = db.execute(_SPEND if client_secret is None else _SPEND_WITH_SECRET, given).one_or_none()
    return None if changed is None else Caller(*changed)


def _midnight_after(now: datetime) -> datetime:
    return datetime.combine(now.astimezone(UTC).date() + timedelta(days=1), datetime.min.time(), UTC)


_OVER = or_(Account.resets_at.is_(None), Account.resets_at <= bindparam("now", type_=UtcDateTime))
_SPEND = (
    update(Account)
    .where(Account.client_id == bindparam("id"))
    .values(
        used=case((_OVER, 1), else_=Account.used + 1),
        resets_at=case((_OVER, bindparam("midnight", type_=UtcDateTime)), else_=Account.resets_at),
    )
    .returning(Account.client_id, Account.max_requests, Account.used, Account.resets_at)
    .execution_options(synchronize_session=False)
)
_SPEND_WITH_SECRET = _SPEND.where(Account.client_secret == bindparam("secret"))
