"""Volume: a million rows of DataConnect downloaded over loopback, beside a bare csv reader over the same bytes.

Client and server are processes of their own, so that the memory of each is its own; the server finds the rows in its
database and did not make them. Memory is what Linux tells; elsewhere nothing is measured.
"""

from __future__ import annotations

import csv
import json
import subprocess
import sys
import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.client import TOKEN
from bench.memory import peak

ROWS = 1_000_000
MOST = 150
"""MB that client and server may take, each."""
SANDBOX = (sys.executable, "-m", "retail_sandbox.cli")
COMPANY = {
    "id": 500,
    "name": "Many Customers Ltd",
    "accounts": [{"username": "bench", "password": "bench", "tokens": [{"token": TOKEN}]}],
    "generate": {"seed": 1, "customers": ROWS},
}


def downloads(folder: Path) -> Iterator[tuple[str, bool]]:
    """Lines to print, each with whether its goal is reached."""
    database, target = folder / "volume.db", folder / "downloaded"
    _seed(folder, database)
    with _served(database) as (server, url):
        saved, client = _download("csv", url, target)
        bare, found = _read(target)
        assert found == ROWS
        yield f"    a bare csv reader over the same bytes: {bare:.1f} s, {_speed(bare)}", True
        yield _line("csv, saved", saved, bare, client)
        seconds, client = _download("rows", url, target)
        assert int(target.read_text()) == ROWS
        yield _line("csv, as typed rows", seconds, bare, client)
        seconds, client = _download("xml", url, target)
        with target.open("rb") as file:
            assert sum(line.count(b"</Record>") for line in file) == ROWS
        yield _line("xml, saved", seconds, bare, client)
        most = max(map(peak, _workers(server)))
        yield f"    the server, over all of them: {_memory(most)}", most < MOST


def _line(what: str, seconds: float, bare: float, client: float) -> tuple[str, bool]:
    times = f"{seconds:.1f} s, {_speed(seconds)}, {seconds / bare:.1f} x the bare reader's time"
    return f"    {what}: {times}; the client: {_memory(client)}", client < MOST


def _speed(seconds: float) -> str:
    return f"{ROWS / seconds:,.0f} rows/s"


def _memory(most: float) -> str:
    return f"{most:.0f} MB at most (goal: below {MOST} MB{'' if most < MOST else ': MISSED'})"


def _seed(folder: Path, database: Path) -> None:
    seed = folder / "volume.json"
    seed.write_text(json.dumps({"dataconnect": {"companies": [COMPANY]}}))
    options = ["--api", "dataconnect", "--database", str(database), "--seed", str(seed)]
    subprocess.run([*SANDBOX, "reset", *options], check=True)


@contextmanager
def _served(database: Path) -> Generator[tuple[int, str]]:
    """A server's process id and the URL of its API."""
    options = ["--api", "dataconnect", "--database", str(database), "--port", "0"]
    with subprocess.Popen([*SANDBOX, "serve", *options], stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout
            yield server.pid, f"{server.stdout.readline().split()[-1]}/dataconnect"
        finally:
            server.terminate()


def _workers(server: int) -> list[int]:
    """The processes that answer requests: those that the server began."""
    return [int(each) for path in Path(f"/proc/{server}/task").glob("*/children") for each in path.read_text().split()]


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
