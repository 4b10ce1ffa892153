"""The sandbox's time, which tests and users may set, move and stop."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

_DURATION = re.compile(
    r"(?P<sign>-)?P(?!$)(?:(?P<years>\d+)Y)?(?:(?P<months>\d+)M)?(?:(?P<weeks>\d+)W)?(?:(?P<days>\d+)D)?"
    r"(?:T(?!$)(?:(?P<hours>\d+)H)?(?:(?P<minutes>\d+)M)?(?:(?P<seconds>\d+(?:\.\d+)?)S)?)?"
)


@dataclass(frozen=True)
class ClockState:
    """Where the sandbox's time stands against the machine's; what is stored and shared between workers."""

    offset: timedelta = timedelta()
    """Added to the machine's time."""
    frozen: datetime | None = None
    """The time at which the clock stands still; None while it runs."""

    def now(self) -> datetime:
        """The time: an aware datetime in UTC."""
        return self.frozen or datetime.now(UTC) + self.offset

    def at(self, moment: datetime | str) -> ClockState:
        """Set to a moment (ISO 8601; UTC where it names no zone). A running clock goes on from there."""
        moment = _utc(datetime.fromisoformat(moment) if isinstance(moment, str) else moment)
        return replace(self, frozen=moment) if self.frozen else ClockState(offset=moment - datetime.now(UTC))

    def moved(self, by: timedelta | str) -> ClockState:
        """Moved on, by a timedelta or an ISO 8601 duration such as `P1DT2H`; `-PT5M` moves it back."""
        now = self.now()
        try:
            return self.at(now + by if isinstance(by, timedelta) else add_duration(now, by))
        except OverflowError as error:
            raise ValueError(f"{by!r} leads out of the years that a clock can show") from error

    def stopped(self) -> ClockState:
        """Standing still at its present time."""
        return replace(self, frozen=self.now())

    def running(self) -> ClockState:
        """Going on from where it stands."""
        return ClockState(offset=self.frozen - datetime.now(UTC)) if self.frozen else self

    def to_json(self) -> dict[str, Any]:
        """As it is stored."""
        return {"offset": self.offset.total_seconds(), "frozen": self.frozen and self.frozen.isoformat()}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> ClockState:
        """As it was stored."""
        frozen = datetime.fromisoformat(data["frozen"]) if data["frozen"] else None
        return cls(timedelta(seconds=data["offset"]), frozen)


class Clock:
    """The time in the sandbox. Handlers read `now()`; tests and the admin API change it."""

    def __init__(self, save: Callable[[ClockState], None] | None = None) -> None:
        self.state = ClockState()
        self._save = save

    def now(self) -> datetime:
        """The sandbox's time: an aware datetime in UTC."""
        return self.state.now()

    def set(self, now: datetime | str) -> None:
        """Makes it `now` (ISO 8601; UTC where it names no zone). A running clock goes on from there."""
        self.change(self.state.at(now))

    def advance(self, by: timedelta | str) -> None:
        """Moves the time on, by a timedelta or an ISO 8601 duration such as `P1DT2H`; `-PT5M` moves it back."""
        self.change(self.state.moved(by))

    def freeze(self) -> None:
        """Stops the clock at its present time."""
        self.change(self.state.stopped())

    def run(self) -> None:
        """Lets a frozen clock go on from where it stands."""
        self.change(self.state.running())

    def change(self, state: ClockState) -> None:
        """Takes a new state and keeps it, for every worker."""
        if self._save:
            self._save(state)
        self.state = state


def add_duration(moment: datetime, text: str) -> datetime:
    """`moment` moved by an ISO 8601 duration. Months and years go by the calendar: a month after 31 January is 28
    February."""
    match = _DURATION.fullmatch(text)
    if not match:
        raise ValueError(f"{text!r} is no ISO 8601 duration, such as P1DT2H")
    sign = -1 if match["sign"] else 1
    number = {name: float(match[name] or 0) for name in ("weeks", "days", "hours", "minutes", "seconds")}
    months = int(match["years"] or 0) * 12 + int(match["months"] or 0)
    return _add_months(moment, sign * months) + sign * timedelta(**number)


def _add_months(moment: datetime, months: int) -> datetime:
    if not months:
        return moment
    year, month = divmod(moment.year * 12 + moment.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        raise OverflowError
    for day in range(moment.day, 27, -1):
        try:
            return moment.replace(year=year, month=month + 1, day=day)
        except ValueError:  # the month is shorter
            continue
    return moment.replace(year=year, month=month + 1)


def _utc(moment: datetime) -> datetime:
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
