"""A sandbox in a process of its own, as `retail-sandbox serve` starts it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_COMMAND = (sys.executable, "-m", "retail_sandbox.cli")


def fill(database: str, api: str, records: Mapping[str, Any]) -> None:
    """Makes a database with the default records of an API and these."""
    command = [*_COMMAND, "reset", "--api", api, "--database", database, "--seed", "/dev/stdin"]
    subprocess.run(command, check=True, input=json.dumps({api: records}), text=True)


@contextmanager
def served(database: str, api: str) -> Generator[tuple[int, str]]:
    """A server's process id and its address."""
    command = [*_COMMAND, "serve", "--api", api, "--database", database, "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout
            yield server.pid, server.stdout.readline().split()[-1]
        finally:
            server.terminate()


def workers(server: int) -> list[int]:
    """The processes that answer requests: those that the server began."""
    return [int(each) for path in Path(f"/proc/{server}/task").glob("*/children") for each in path.read_text().split()]
