"""Volume: a million rows downloaded over loopback, beside a bare csv reader over the same bytes.

Client and server are processes of their own, so that the memory of each is its own; the server finds the rows in its
database and did not make them. Memory is what Linux tells; elsewhere nothing is measured.
"""

from __future__ import annotations

import csv
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.client import CHAIN, TOKEN
from bench.memory import peak
from bench.sandbox import fill, served, workers

ROWS = 1_000_000
MOST = 150
"""MB that client and server may take, each."""


@dataclass(frozen=True)
class Table:
    """A million rows of an API."""

    name: str
    api: str
    records: Mapping[str, Any]
    """What the database is filled with."""
    saved: Mapping[str, str]
    """The downloads that keep the bytes, the csv first: kind to what is said of it."""


CUSTOMERS = Table(
    "customers of DataConnect",
    "dataconnect",
    {
        "companies": [
            {
                "id": 500,
                "name": "Many Customers Ltd",
                "accounts": [{"username": "bench", "password": "bench", "tokens": [{"token": TOKEN}]}],
                "generate": {"seed": 1, "customers": ROWS},
            }
        ]
    },
    {"csv": "csv, saved", "xml": "xml, saved"},
)
VOUCHERS = Table(
    "vouchers of Spaaza",
    "spaaza",
    {"chains": [{"id": CHAIN, "generate": {"seed": 1, "vouchers": ROWS, "campaign_id": 136}}]},
    {"csv": "csv, saved with bare httpx2"},
)


def downloads(table: Table, folder: Path) -> Iterator[tuple[str, bool]]:
    """Lines to print, each with whether its goal is reached."""
    database, target = folder / f"{table.api}.db", folder / "downloaded"
    start = time.perf_counter()
    fill(str(database), table.api, table.records)
    seconds = time.perf_counter() - start
    yield f"    made and stored: {seconds:.1f} s, {_speed(seconds)}", True
    bare, found = 0.0, 0
    with served(str(database), table.api) as (server, address):
        url = f"{address}/{table.api}"
        for kind, said in table.saved.items():
            seconds, client = _download(f"{table.api}.{kind}", url, target)
            if kind == "csv":
                bare, found = _read(target)
                assert found >= ROWS
                yield f"    a bare csv reader over the same bytes: {bare:.1f} s, {_speed(bare)}", True
            else:
                with target.open("rb") as file:
                    assert sum(line.count(b"</Record>") for line in file) == found
            yield _line(said, seconds, bare, client)
        seconds, client = _download(f"{table.api}.rows", url, target)
        assert int(target.read_text()) == found
        yield _line("csv, as typed rows", seconds, bare, client)
        most = max(map(peak, workers(server)))
        yield f"    the server, over all of them: {_memory(most)}", most < MOST
    database.unlink()


def _line(what: str, seconds: float, bare: float, client: float) -> tuple[str, bool]:
    times = f"{seconds:.1f} s, {_speed(seconds)}, {seconds / bare:.1f} x the bare reader's time"
    return f"    {what}: {times}; the client: {_memory(client)}", client < MOST


def _speed(seconds: float) -> str:
    return f"{ROWS / seconds:,.0f} rows/s"


def _memory(most: float) -> str:
    return f"{most:.0f} MB at most (goal: below {MOST} MB{'' if most < MOST else ': MISSED'})"


def _download(kind: str, url: str, target: Path) -> tuple[float, float]:
    """The seconds that a client took and the memory that it needed."""
    command = [sys.executable, "-m", "bench.client", kind, url, str(target)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return float(told[0]), float(told[1])


def _read(path: Path) -> tuple[float, int]:
    """The seconds that a bare reader takes, and the rows that it finds below the header."""
    start = time.perf_counter()
    with path.open(newline="", encoding="utf-8") as file:
        found = sum(1 for _ in csv.reader(file)) - 1
    return time.perf_counter() - start, found
