"""Two things measured in turn, A B A B ..., so that a drifting machine slows both alike."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Pair:
    """What came of measuring two things in turn."""

    ours: float
    other: float
    ratio: float
    """The median of `other / ours`, pair by pair: above 1, ours is the faster."""


def measure(ours: Callable[[], float], other: Callable[[], float], *, rounds: int) -> Pair:
    """Measure two functions that return seconds, after a warm-up of each."""
    ours()
    other()
    pairs = [(ours(), other()) for _ in range(rounds)]
    return Pair(
        statistics.median(a for a, _ in pairs),
        statistics.median(b for _, b in pairs),
        statistics.median(b / a for a, b in pairs),
    )


def timed(call: Callable[[], object], times: int) -> Callable[[], float]:
    """A function that makes a call so many times and returns the seconds that one took."""

    def run() -> float:
        start = time.perf_counter()
        for _ in range(times):
            call()
        return (time.perf_counter() - start) / times

    return run
