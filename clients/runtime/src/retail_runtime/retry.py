"""When to try again: never what may have happened, unless a repeat is harmless."""

from __future__ import annotations

import random
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx2
from msgspec import Struct

from .operations import Call
from .quota import RateLimit

Reply = httpx2.Response | httpx2.TransportError


class Retry(Struct, frozen=True):
    """When to try again, and how long to wait before that.

    A call is repeated when it was never sent (no connection), when the server says when to come back (`Retry-After`),
    or when its fate is unknown or the server failed and a repeat is harmless: it only reads, it puts or deletes, or the
    API makes repeats harmless. Else the error is raised at once. So it is when the quota is used up and full again only
    after more than one's `patience`: to ask again before that would be of no use, and may cost.
    """

    attempts: int = 3
    """How often a call is tried in all; 1 turns retries off."""
    pause: float = 0.5
    """Seconds before the second try, doubled for each further one (and shortened by chance, up to half)."""
    longest: float = 8.0
    """The longest pause of our own choosing, in seconds."""
    patience: float = 60.0
    """The longest that is waited where the server tells how long (`Retry-After`, or the end of a quota's time), in
    seconds; beyond it the error is raised at once."""

    def delay(
        self, call: Call, attempt: int, reply: Reply, status: int, limit: RateLimit | None = None
    ) -> float | None:
        """Seconds to wait before the next try, or None to stop. `status` is what the answer means (0: no answer);
        `limit` is the quota that it tells."""
        asked = None if isinstance(reply, Exception) else retry_after(reply.headers)
        if attempt >= self.attempts or not self._worthwhile(call, reply, status, asked):
            return None
        asked = until_reset(limit) if asked is None and status == 429 else asked
        if asked is not None:
            return asked if asked <= self.patience else None
        return random.uniform(0.5, 1.0) * min(self.pause * 2.0 ** (attempt - 1), self.longest)

    @staticmethod
    def _worthwhile(call: Call, reply: Reply, status: int, asked: float | None) -> bool:
        match reply:
            case httpx2.ConnectError() | httpx2.ConnectTimeout() | httpx2.PoolTimeout():
                return True  # it was never sent
            case httpx2.UnsupportedProtocol() | httpx2.LocalProtocolError():
                return False  # it can't be sent
            case _ if not call.resendable:
                return False
            case Exception():
                return call.repeatable
            case _ if status == 429:
                return True  # it was refused before anything was done
            case _ if status == 503:
                return call.repeatable or asked is not None
            case _:
                return call.repeatable and status in (408, 500, 502, 504)


def until_reset(limit: RateLimit | None) -> float | None:
    """Seconds until a quota that is used up is full again; None where none is, or the time of that is not to come."""
    if limit is None or limit.reset is None or limit.remaining is None or limit.remaining > 0:
        return None
    seconds = (limit.reset - datetime.now(UTC)).total_seconds()
    return seconds if seconds > 0 else None


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds from a `Retry-After` header, which may hold a number or a date."""
    text = headers.get("retry-after", "")
    try:
        return max(0.0, float(text))
    except ValueError:
        pass
    try:
        date = parsedate_to_datetime(text)
    except ValueError:
        return None
    return max(0.0, (date if date.tzinfo else date.replace(tzinfo=UTC)).timestamp() - time.time())
