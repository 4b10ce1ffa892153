"""The quota that an API tells with its answers, and with its errors."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

from msgspec import Struct

from .decode import dig

YEARS = 1e9
"""Above so many seconds (some thirty years) a number is no time from now, but one since 1970."""


class RateLimit(Struct, frozen=True):
    """The quota that the server reports with its answer; None where it does not."""

    limit: int | None = None
    remaining: int | None = None
    reset: datetime | None = None
    """When the quota is full again, in UTC."""


class Quota(Struct, frozen=True):
    """Where an API's answers tell the quota."""

    place: Literal["header", "body"]
    limit: str = ""
    remaining: str = ""
    reset: str = ""
    reset_is: Literal["epoch", "seconds", "either"] = "epoch"
    """Seconds since 1970, or from now; `either` for an API that sends now these, now those."""
    error: Quota | None = None
    """Where its errors tell it; left out for the same place."""

    def read(self, headers: Mapping[str, str], answer: Any, at: datetime) -> RateLimit:
        """The quota told in an answer that came `at` that time."""
        limit, remaining, reset = (
            _number(headers.get(path) if self.place == "header" else dig(answer, path)) if path else None
            for path in (self.limit, self.remaining, self.reset)
        )
        return RateLimit(
            None if limit is None else int(limit),
            None if remaining is None else int(remaining),
            self._moment(reset, at),
        )

    def _moment(self, reset: float | None, at: datetime) -> datetime | None:
        if reset is None:
            return None
        from_now = self.reset_is == "seconds" or (self.reset_is == "either" and reset < YEARS)
        try:
            return (at if from_now else datetime.fromtimestamp(0, UTC)) + timedelta(seconds=reset)
        except OverflowError:
            return None


def _number(value: Any) -> float | None:
    try:
        number = float(value)
    except (TypeError, ValueError):
        return None
    return number if math.isfinite(number) else None
