"""Webhooks: events that handlers emit, delivered to those who want them.

An event is held against the spec and enters the outbox in the transaction of the request that made it happen. `pump`
delivers what is due: a served sandbox does so all the time, a test when it wants to. An event comes at least once: a
sandbox that is killed between a delivery and its record delivers again.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from .answers import BrokenAnswer
from .formats import render_json
from .journal import shown_url
from .misfit import first_misfit, joined
from .outbox import Claim, Event, claim, is_due, record
from .posting import Send, post
from .spec import Spec
from .targets import Target, load_targets, read_target, store_targets

if TYPE_CHECKING:
    from .api import Call
    from .control import Control
    from .store import Store

PUMP_LIMIT = 1000
"""Deliveries of one `pump`, which would else have no end where each delivery makes another event."""


class DeliveryError(Exception):
    """An event cannot be delivered again; the text says why."""

    def __init__(self, message: str, *, known: bool) -> None:
        super().__init__(message)
        self.known = known
        """Whether there is such an event."""


class Emitter:
    """Puts the events of one API into the outbox.

    Args:
        api: The API's name.
        spec: Its spec.
    """

    def __init__(self, api: str, spec: Spec) -> None:
        self.api = api
        self.webhooks = spec.webhooks
        self._validators = {name: spec.compile(hook.schema) for name, hook in self.webhooks.items()}

    def emit(
        self, call: Call, name: str, payload: Any, *, url: str | None, secret: str | None, target_key: str | None
    ) -> None:
        """What `Call.emit` says.

        Raises:
            BrokenAnswer: The spec has no such webhook, or the payload does not fit it.
        """
        hook = self.webhooks.get(name)
        if hook is None:
            raise BrokenAnswer(call.operation.id, f"webhook {name}", "is not in the spec")
        misfit = first_misfit(self._validators[name], payload)
        if misfit:
            raise BrokenAnswer(call.operation.id, f"webhook {name} {joined('$', misfit[0])}", misfit[1])
        if url is not None and hook.signature and not secret:
            raise BrokenAnswer(call.operation.id, f"webhook {name}", "is signed: its url needs a secret")
        body = render_json(payload).decode()
        for receiver, its_secret in [(url, secret)] if url is not None else self._receivers(call.db, name, target_key):
            call.db.add(
                Event(
                    id=call.uuid("webhooks"),
                    api=self.api,
                    name=name,
                    target_key=target_key,
                    body=body,
                    url=receiver,
                    named=url is not None,
                    headers=self.headers(name, body, its_secret),
                    state="pending" if receiver else "unsent",
                    due=call.clock.now() if receiver else None,
                    created=call.clock.now(),
                )
            )

    def headers(self, name: str, body: str, secret: str | None) -> dict[str, str]:
        """The headers of a delivery."""
        hook = self.webhooks[name]
        signed = hook.signature.headers(body.encode(), secret) if hook.signature and secret else {}
        return {"Content-Type": hook.media_type, **signed}

    def _receivers(self, db: Session, name: str, key: str | None) -> list[tuple[str | None, str | None]]:
        """URL and secret of each target; one without either when nobody is to have the event."""
        known: list[Target] | None = db.info.get("webhook targets")  # no request changes them
        if known is None:
            known = db.info["webhook targets"] = load_targets(db)
        targets = [each for each in known if each.matches(self.api, name, key)]
        return [(target.url, target.secret) for target in targets] or [(None, None)]


@dataclass(frozen=True)
class Tally:
    """What one `pump` did."""

    delivered: int = 0
    failed: int = 0
    """Tries that the receiver did not take; they are made again later, or the event is dead."""


class Webhooks:
    """The events of a whole sandbox: looked at, delivered, delivered again.

    Args:
        store: Where the outbox is.
        control: The sandbox's clock.
        emitters: By API.
        tick: Lets happen what is due by the clock, before events are delivered.
    """

    def __init__(
        self, store: Store, control: Control, emitters: Mapping[str, Emitter], tick: Callable[[], None]
    ) -> None:
        self.send: Send = post
        """How an event is delivered; tests in process put another way here."""
        self._store = store
        self._control = control
        self._emitters = emitters
        self._tick = tick
        self._busy: set[str] = set()
        self._lock = threading.Lock()

    @property
    def targets(self) -> list[Target]:
        """Who gets which events."""
        return self._store.run(load_targets, write=False)

    def add(self, url: str, **target: Any) -> None:
        """Adds a target: `webhooks.add("http://localhost:5000/hook", api="spaaza", event="shopper.*", secret="…")`.

        Raises:
            TargetError: It is wrong.
        """
        self.set([*(asdict(each) for each in self.targets), {"url": url, **target}])

    def set(self, targets: Sequence[Mapping[str, Any]]) -> None:
        """Replaces all targets. Events that are on their way keep their receivers.

        Raises:
            TargetError: One is wrong; none is changed.
        """
        known = {(api, name): hook for api, each in self._emitters.items() for name, hook in each.webhooks.items()}
        wanted = [read_target(target, f"targets[{index}]", known) for index, target in enumerate(targets)]
        self._store.run(lambda db: store_targets(db, wanted))

    def events(
        self, *, api: str | None = None, event: str | None = None, state: str | None = None, limit: int = 100
    ) -> list[dict[str, Any]]:
        """The newest events, newest first."""
        query = select(Event).order_by(Event.number.desc()).limit(limit)
        for column, wanted in ((Event.api, api), (Event.name, event), (Event.state, state)):
            query = query if wanted is None else query.where(column == wanted)
        return self._store.run(lambda db: [_shown(each) for each in db.scalars(query)], write=False)

    def pump(self) -> Tally:
        """Lets happen what is due by the clock, then delivers what is due."""
        self._control.refresh()
        self._tick()
        return self.deliver()

    def deliver(self) -> Tally:
        """Delivers what is due, and what comes of that."""
        delivered = failed = 0
        while delivered + failed < PUMP_LIMIT and (taken := self._deliver_one()) is not None:
            delivered, failed = delivered + taken, failed + (not taken)
        return Tally(delivered, failed)

    def redeliver(self, id: str) -> dict[str, Any]:
        """Makes an event due now, whatever became of it, with the tries of a new one; answers it.

        One whose URL is a target's is signed with that target's present secret; when the target is gone, or there was
        none, it goes to the first target that wants such events.

        Raises:
            DeliveryError: There is no such event, it is just being delivered, or nobody is to have it.
        """
        self._control.refresh()
        return self._store.run(lambda db: self._redeliver(db, id))

    def _deliver_one(self) -> bool | None:
        """Whether an event that was due was taken; None when there was none."""
        self._control.refresh()
        mine = self._claim()
        if mine is None:
            return None
        try:
            reply = self.send(mine.url, mine.headers, mine.body)
            self._control.refresh()
            self._store.run(lambda db: record(db, mine, reply, self._control.clock.now()))
        finally:
            with self._lock:
                self._busy.discard(mine.holder)
        return reply.taken

    def _claim(self) -> Claim | None:
        now = self._control.clock.now()
        if not self._store.run(lambda db: is_due(db, now), write=False):  # a writer would be in the way of requests
            return None
        with self._lock:
            mine = self._store.run(lambda db: claim(db, now, list(self._busy)))
            if mine:
                self._busy.add(mine.holder)
        return mine

    def _redeliver(self, db: Session, id: str) -> dict[str, Any]:
        event = db.scalars(select(Event).where(Event.id == id)).one_or_none()
        if event is None:
            raise DeliveryError("there is no such event", known=False)
        now = self._control.clock.now()
        leased = event.state == "sending" and event.due is not None and event.due > now
        if leased or event.holder in self._busy:
            raise DeliveryError("it is just being delivered", known=True)
        emitter = self._emitters.get(event.api)
        if emitter and not event.named:
            target = _target_of(event, load_targets(db))
            event.url, event.headers = target.url, emitter.headers(event.name, event.body, target.secret)
        event.state, event.due, event.holder, event.attempts, event.delivered = "pending", now, None, 0, None
        return _shown(event)


def _target_of(event: Event, targets: Sequence[Target]) -> Target:
    wanting = [each for each in targets if each.matches(event.api, event.name, event.target_key)]
    if not wanting:
        raise DeliveryError("no target wants such events", known=True)
    return next((target for target in wanting if target.url == event.url), wanting[0])


def _shown(event: Event) -> dict[str, Any]:
    """An event as the admin API shows it: without its headers, which sign, and its key, which may let somebody in."""
    return {
        "id": event.id,
        "api": event.api,
        "event": event.name,
        "state": event.state,
        "url": event.url and shown_url(event.url),
        "created": event.created.isoformat(),
        "due": event.due and event.due.isoformat(),
        "attempts": event.attempts,
        "delivered": event.delivered and event.delivered.isoformat(),
        "status": event.status,
        "answer": event.answer,
        "payload": json.loads(event.body),
    }
