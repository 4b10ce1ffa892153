"""The sandbox's time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from retail_sandbox.clock import Clock, add_duration

NOON = datetime(2026, 1, 31, 12, tzinfo=UTC)


def frozen(at: datetime = NOON) -> Clock:
    clock = Clock()
    clock.freeze()
    clock.set(at)
    return clock


def test_a_clock_runs_with_the_machines_time_and_in_utc() -> None:
    before = datetime.now(UTC)
    assert before <= Clock().now() <= datetime.now(UTC)


def test_a_clock_that_was_set_goes_on_from_there() -> None:
    clock = Clock()
    clock.set("2030-01-01T00:00:00")
    first = clock.now()
    assert first.isoformat().startswith("2030-01-01T00:00:0")
    assert any(clock.now() > first for _ in range(100_000)), "two looks may fall in one microsecond"


def test_a_frozen_clock_stands_still_until_it_runs_again() -> None:
    clock = frozen()
    assert clock.now() == clock.now() == NOON
    clock.run()
    assert NOON < clock.now() < NOON + timedelta(minutes=1)


def test_a_frozen_clock_can_be_moved_and_stays_frozen() -> None:
    clock = frozen()
    clock.advance("P1DT2H")
    clock.advance(timedelta(minutes=3))
    assert clock.now() == datetime(2026, 2, 1, 14, 3, tzinfo=UTC)


def test_a_time_with_a_zone_becomes_utc() -> None:
    clock = frozen()
    clock.set("2026-06-01T12:00:00+02:00")
    assert clock.now().isoformat() == "2026-06-01T10:00:00+00:00"


@pytest.mark.parametrize(
    ("duration", "moved"),
    [
        ("PT0.5S", "2026-01-31T12:00:00.500000+00:00"),
        ("PT90M", "2026-01-31T13:30:00+00:00"),
        ("P1W", "2026-02-07T12:00:00+00:00"),
        ("P1M", "2026-02-28T12:00:00+00:00"),
        ("P1Y1M", "2027-02-28T12:00:00+00:00"),
        ("-P1M", "2025-12-31T12:00:00+00:00"),
        ("-PT12H", "2026-01-31T00:00:00+00:00"),
    ],
)
def test_durations_go_by_the_calendar(duration: str, moved: str) -> None:
    assert add_duration(NOON, duration).isoformat() == moved


@pytest.mark.parametrize("duration", ["", "P", "PT", "1D", "P1", "P1DT", "P-1D", "P1H", "P9999Y", "P99999999999D"])
def test_what_is_no_duration_is_refused(duration: str) -> None:
    with pytest.raises(ValueError, match=r"duration|years"):
        frozen().advance(duration)
