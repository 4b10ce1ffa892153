"""`python -m bench`: prints each figure beside its goal."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from pathlib import Path

from bench import baskets, calls, decoding, generation, imports, serving, volume
from bench.pairs import Pair

FIGURES: list[tuple[str, Callable[[Path], Pair], str, Callable[[Pair], bool]]] = [
    (
        "generation of all clients beside openapi-python-client's",
        generation.generation,
        "less than a third of its time",
        lambda pair: pair.ratio > 3,
    ),
    (
        "decode of 500 PAM products beside openapi-python-client's output",
        decoding.decoding,
        "at least 5 x faster",
        lambda pair: pair.ratio >= 5,
    ),
    (
        "a call over a mock transport beside bare httpx2",
        calls.call,
        "at most 1.8 x",
        lambda pair: 1 / pair.ratio <= 1.8,
    ),
    (
        "import of the largest client, Spaaza, beside importing httpx2 and msgspec",
        imports.importing,
        "at most 1.3 x",
        lambda pair: 1 / pair.ratio <= 1.3,
    ),
    ("a GET of the sandbox, in process, beside a bare Werkzeug app", serving.in_process, "told", lambda _: True),
    ("a GET of the sandbox, over loopback, beside a bare Werkzeug app", serving.over_loopback, "told", lambda _: True),
]


def main() -> int:
    """Measure everything; returns 1 when a goal is missed."""
    missed = 0
    with _folder() as folder:
        for name, figure, goal, reached in FIGURES:
            pair = figure(folder)
            slower = f"{1 / pair.ratio:.2f} x its time" if pair.ratio <= 1 else f"{pair.ratio:.1f} x faster"
            verdict = "" if goal == "told" else f"  (goal: {goal}{'' if reached(pair) else ': MISSED'})"
            print(f"{name}:\n    {_time(pair.ours)} beside {_time(pair.other)}: {slower}{verdict}", flush=True)
            missed += not reached(pair)
        print("baskets of Spaaza, added over loopback by its client:", flush=True)
        missed += _told(baskets.speeds(folder))
        for table in (volume.CUSTOMERS, volume.VOUCHERS) if sys.platform == "linux" else ():
            print(f"{volume.ROWS:,} {table.name}, downloaded over loopback:", flush=True)
            missed += _told(volume.downloads(table, folder))
    return 1 if missed else 0


def _told(lines: Iterable[tuple[str, bool]]) -> int:
    """Prints lines as they come; how many missed their goals."""
    missed = 0
    for line, reached in lines:
        print(line, flush=True)
        missed += not reached
    return missed


@contextmanager
def _folder() -> Generator[Path]:
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


def _time(seconds: float) -> str:
    if seconds >= 1:
        return f"{seconds:.2f} s"
    return f"{seconds * 1e3:.1f} ms" if seconds >= 1e-3 else f"{seconds * 1e6:.0f} us"


if __name__ == "__main__":
    sys.exit(main())
