"""Generation: our generator and openapi-python-client over the same specs, each as a whole process."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from bench.pairs import Pair, measure

SPECS = Path(__file__).parents[1] / "specs"


def generation(folder: Path) -> Pair:
    """All specs, wall time."""

    def ours() -> float:
        return _run(sys.executable, "-m", "generator", "--clients", str(folder / "ours"), "generate")

    def other() -> float:
        return sum(stock(spec, folder) for spec in sorted(SPECS.glob("*.yaml")))

    return measure(ours, other, rounds=3)


def stock(spec: Path, folder: Path) -> float:
    """Let openapi-python-client generate a package into `folder/stock_<api>`; returns the seconds it took."""
    config = folder / "stock.yaml"
    config.write_text("content_type_overrides:\n  application/xml: application/json\n  text/xml: application/json\n")
    command = Path(sys.executable).with_name("openapi-python-client")
    target = folder / f"stock_{spec.stem.replace('-', '_')}"
    options = [
        "--path",
        str(spec),
        "--output-path",
        str(target),
        "--overwrite",
        "--meta",
        "none",
        "--config",
        str(config),
    ]
    return _run(str(command), "generate", *options)


def _run(*command: str) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start
