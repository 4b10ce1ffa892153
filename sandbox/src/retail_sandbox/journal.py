"""The last requests, without their secrets, and which statuses each operation has answered.

Both are kept in memory, by each worker for itself: writing them to the database would make a write of every read.
"""

from __future__ import annotations

import hashlib
import re
import threading
from collections import Counter, deque
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from itertools import islice
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from werkzeug.datastructures import MultiDict

HIDDEN = "[hidden]"
"""What stands in place of a secret."""

_SECRET_NAME = re.compile(
    r"secret|passw|token|ticket|keycode|api_?key|session|credential|signature|auth|pin\b", re.IGNORECASE
)


def is_secret_name(name: str) -> bool:
    """Whether a parameter or column of this name is taken for a secret, whatever the spec says."""
    return _SECRET_NAME.search(name) is not None


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One request."""

    time: datetime
    """The sandbox's time."""
    api: str
    operation: str
    """operationId; empty when none was found."""
    method: str
    path: str
    """Without what is secret in it."""
    query: list[tuple[str, str]]
    """As it was sent, without what is secret in it (`shown_query`)."""
    status: int
    seconds: float
    caller: str
    """Tells callers apart without their credentials: the scheme, and a number in order of appearance."""
    note: str
    """What the sandbox itself has to say: a fault, an answer that broke the spec."""

    def to_json(self) -> dict[str, Any]:
        """As the admin API shows it."""
        return {
            **asdict(self),
            "time": self.time.isoformat(timespec="milliseconds"),
            "query": urlencode(self.query, safe="[]/:,"),
            "seconds": round(self.seconds, 5),
        }


class Journal:
    """The last requests of one worker.

    Args:
        limit: How many it remembers.
    """

    def __init__(self, limit: int = 500) -> None:
        self._entries: deque[Entry] = deque(maxlen=limit)
        self._coverage: Counter[tuple[str, str, int]] = Counter()
        self._callers: dict[tuple[str, bytes], int] = {}
        self._lock = threading.Lock()

    def add(self, entry: Entry) -> None:
        """Takes note of a request."""
        with self._lock:
            self._entries.append(entry)
            if entry.operation:
                self._coverage[entry.api, entry.operation, entry.status] += 1

    def entries(
        self, *, api: str | None = None, operation: str | None = None, limit: int = 100
    ) -> list[dict[str, Any]]:
        """The newest requests, newest first."""
        with self._lock:
            entries = list(self._entries)
        wanted = (
            entry.to_json()
            for entry in reversed(entries)
            if api in (None, entry.api) and operation in (None, entry.operation)
        )
        return list(islice(wanted, limit))

    def coverage(self, operations: Iterable[tuple[str, str]]) -> dict[str, dict[str, dict[str, int]]]:
        """API, operation, status: how often it was answered. Operations that were never called are there, and empty."""
        table: dict[str, dict[str, dict[str, int]]] = {}
        for api, operation in operations:
            table.setdefault(api, {})[operation] = {}
        with self._lock:
            counted = sorted(self._coverage.items())
        for (api, operation, status), count in counted:
            if operation in table.get(api, {}):  # not the pages beside the spec
                table[api][operation][str(status)] = count
        return table

    def clear(self) -> None:
        """Forgets the requests. Coverage stays: it is of the whole run."""
        with self._lock:
            self._entries.clear()
            self._callers.clear()

    def caller(self, credentials: Mapping[str, str]) -> str:
        """A name for whoever has these credentials, which does not tell them: `ticket #1`."""
        with self._lock:
            return ", ".join(self._name(scheme, value) for scheme, value in credentials.items())

    def _name(self, scheme: str, credential: str) -> str:
        known = (scheme, hashlib.sha256(credential.encode(errors="replace")).digest())
        if known not in self._callers and len(self._callers) >= 1000:
            return scheme
        return f"{scheme} #{self._callers.setdefault(known, len(self._callers) + 1)}"


def shown_query(
    args: MultiDict[str, str], secret: frozenset[str], credentials: Mapping[str, str]
) -> list[tuple[str, str]]:
    """A query in which no secret is left: neither the values of secret parameters, nor a credential elsewhere."""
    return [
        (name, HIDDEN if name in secret or is_secret_name(name) else without(value, credentials))
        for name, value in args.items(multi=True)
    ]


def shown_url(url: str) -> str:
    """A URL in which no secret is left: neither user and password, nor the values of secret parameters."""
    try:
        parts = urlsplit(url)
        query = shown_query(MultiDict(parse_qsl(parts.query, keep_blank_values=True)), frozenset(), {})
    except ValueError:
        return HIDDEN
    host = parts.netloc.rpartition("@")[2]
    return parts._replace(netloc=host, query=urlencode(query, safe="[]/:,")).geturl()


def without(text: str, credentials: Mapping[str, str]) -> str:
    """A text without the credentials that stand in it."""
    for value in credentials.values():
        if value in text:
            text = text.replace(value, HIDDEN)
    return text
