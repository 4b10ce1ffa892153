"""How many requests of a company are in progress: those whose answers are still being sent.

Each is a row of the database, so that all workers count together. A row goes when its answer was sent or given up;
those of a worker that was killed are found by its process, and count no more.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Iterable, Iterator
from uuid import uuid4

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from ..api import Call, Problem
from ..store import Store
from .tables import ActiveRequest

_HOST, _RUN = socket.gethostname(), uuid4().hex


def check_slot(call: Call, company_id: int) -> None:
    """Refuses the request when the company has as many in progress as it may.

    Raises:
        Problem: 429.
    """
    most: int = call.settings["most_requests"]
    active = _count(call.db, company_id)
    if active >= most:
        raise Problem(429, f"Rate Limiting Applied. {most} active requests are already in progress.")


class Slot:
    """An answer that counts as a request in progress until it is closed.

    Args:
        call: The request. The slot is taken with its transaction.
        company_id: Whose request it is.
        pieces: What is sent.
    """

    def __init__(self, call: Call, company_id: int, pieces: Iterable[bytes]) -> None:
        self._store: Store | None = call.store
        self._pieces = pieces
        self._id = uuid4().hex
        call.db.add(ActiveRequest(id=self._id, company_id=company_id, worker=_worker()))

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._pieces)

    def close(self) -> None:
        """Ends what is being read, and gives the slot back."""
        if self._store is None:
            return
        store, self._store = self._store, None
        close = getattr(self._pieces, "close", None)
        if close:
            close()
        store.run(lambda db: db.execute(delete(ActiveRequest).where(ActiveRequest.id == self._id)))


def _count(db: Session, company_id: int) -> int:
    rows = db.scalars(select(ActiveRequest).where(ActiveRequest.company_id == company_id)).all()
    dead = [row for row in rows if not _is_alive(row.worker)]
    for row in dead:
        db.delete(row)
    return len(rows) - len(dead)


def _worker() -> str:
    # The run tells a new process from a dead one that had the same number.
    return f"{_HOST} {os.getpid()} {_RUN}"


def _is_alive(worker: str) -> bool:
    host, pid, _ = worker.split(" ")
    if host != _HOST:
        return True  # nobody can tell from here
    if int(pid) == os.getpid():
        return worker == _worker()
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
