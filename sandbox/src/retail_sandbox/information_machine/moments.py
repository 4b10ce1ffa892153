"""Times as the API writes and reads them: UTC, without a zone."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

_FORM = "%Y-%m-%d %H:%M:%S"


def told(moment: datetime | None) -> str | None:
    """A time as answers have it; None stays None."""
    return None if moment is None else moment.astimezone(UTC).strftime(_FORM)


def moment(text: str) -> datetime:
    """A time that a filter or a seed names, in the long form or as a day alone."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def instant(text: str) -> datetime:
    """A time in ISO 8601; UTC where it names no zone."""
    found = datetime.fromisoformat(text)
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)


def day_start(text: str) -> datetime:
    """Midnight at which a day begins."""
    return datetime.combine(date.fromisoformat(text), datetime.min.time(), UTC)


def day_end(text: str) -> datetime:
    """Midnight at which a day ends: the first moment that is no longer of it."""
    return day_start(text) + timedelta(days=1)
