"""Import: the largest client, beside the two libraries that it stands on, each in a fresh process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from bench.pairs import Pair, measure

TIMED = "import time; start = time.perf_counter(); {}; print(time.perf_counter() - start)"


def importing(folder: Path) -> Pair:
    """Seconds that the import statement takes; the interpreter's own start is not counted."""
    del folder
    return measure(
        lambda: _seconds("from spaaza_client import Spaaza"), lambda: _seconds("import httpx2, msgspec"), rounds=15
    )


def _seconds(statement: str) -> float:
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-c", TIMED.format(statement)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout)
