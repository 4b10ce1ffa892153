"""Webhook events on their way: the table, and the steps that an event goes.

    pending → sending → delivered
                 ↓  ↑
              pending … → dead          an event that nobody is to have stays `unsent`

Nobody posts within a transaction: a sender claims an event, commits, posts, and records what came of it. The claim is a
lease, so that an event whose sender was killed is taken up again; it may then come twice, never not at all.
"""

from __future__ import annotations

import random
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal
from uuid import uuid4

from sqlalchemy import String, select
from sqlalchemy.orm import Mapped, Session, aliased, mapped_column

from .posting import Reply
from .store import Base

State = Literal["pending", "sending", "delivered", "dead", "unsent"]
SCHEDULE = (
    timedelta(seconds=10),
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
)
"""How long after each failed try the next one is made; up to a tenth is added. After the last the event is dead."""
LEASE = timedelta(minutes=1)
"""How long a claim holds; well above what one delivery may take."""


class Event(Base):
    """One event for one receiver."""

    __tablename__ = "sandbox_webhooks"

    number: Mapped[int] = mapped_column(primary_key=True)
    """In the order of happening."""
    id: Mapped[str] = mapped_column(String(36), unique=True)
    api: Mapped[str]
    name: Mapped[str]
    target_key: Mapped[str | None]
    body: Mapped[str]
    """As it is sent, to the byte: the signature is over it."""
    url: Mapped[str | None]
    named: Mapped[bool]
    """Whether the API's caller named the URL; else it is a target's."""
    headers: Mapped[dict[str, Any]]
    """Signature and media type; the secret itself is not kept here."""
    state: Mapped[str] = mapped_column(String(16))
    due: Mapped[datetime | None] = mapped_column(index=True)
    """When it may be claimed: a pending one for its next try, one that is being sent when its lease has expired."""
    holder: Mapped[str | None]
    """The claim that holds it."""
    attempts: Mapped[int] = mapped_column(default=0)
    """Tries since it happened, or since it was last asked for again."""
    created: Mapped[datetime]
    delivered: Mapped[datetime | None]
    status: Mapped[int | None]
    """The last answer's."""
    answer: Mapped[str | None]
    """The beginning of the last answer; or why there was none."""


@dataclass(frozen=True)
class Claim:
    """An event that is one's own to deliver, for as long as the lease holds."""

    number: int
    holder: str
    url: str
    headers: Mapping[str, str]
    body: bytes


def is_due(db: Session, now: datetime) -> bool:
    """Whether any event waits to be claimed."""
    return db.scalar(select(Event.number).where(Event.due <= now).limit(1)) is not None


def claim(db: Session, now: datetime, busy: Collection[str]) -> Claim | None:
    """Takes the event that has been due for longest.

    A receiver gets one event at a time, so that events come in their order and a slow receiver holds up only itself. Of
    two that claim at once, one must try again (`Store.run`): a lock that skips would let a later event go first.

    Args:
        db: A transaction that writes.
        now: The sandbox's time.
        busy: Claims on which this process still works. Their events stay, even when the clock was moved past the lease.
    """
    other = aliased(Event)
    receiver_busy = select(other).where(other.url == Event.url, other.state == "sending", other.due > now).exists()
    event = db.scalars(
        select(Event)
        .where(Event.due <= now, Event.holder.is_(None) | Event.holder.not_in(busy), ~receiver_busy)
        .order_by(Event.due, Event.number)
        .limit(1)
    ).first()
    if event is None:
        return None
    assert event.url is not None, "an event without a URL is never due"
    holder = uuid4().hex
    event.state, event.due, event.holder = "sending", now + LEASE, holder
    event.attempts += 1
    return Claim(event.number, holder, event.url, event.headers, event.body.encode())


def record(db: Session, claim: Claim, reply: Reply, now: datetime) -> None:
    """Writes down what came of a delivery, unless the event has gone or the claim was lost to another."""
    event = db.scalars(select(Event).where(Event.number == claim.number, Event.holder == claim.holder)).one_or_none()
    if event is None:
        return
    event.holder, event.status, event.answer = None, reply.status, reply.text
    if reply.taken:
        event.state, event.due, event.delivered = "delivered", None, now
    elif event.attempts > len(SCHEDULE):
        event.state, event.due = "dead", None
    else:
        event.state, event.due = "pending", now + _pause(event)


def _pause(event: Event) -> timedelta:
    chance = random.Random(f"{event.id}/{event.attempts}").random()
    return SCHEDULE[event.attempts - 1] * (1 + chance / 10)
