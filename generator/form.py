"""The form of generated Python, by ruff: unused imports gone, imports sorted, lines broken."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

_STEPS = (("check", "--fix", "--exit-zero", "--select", "F401,I,UP037"), ("format",))

_SETTINGS = """\
line-length = 120
target-version = "py311"
format.skip-magic-trailing-comma = true
[lint.isort]
split-on-trailing-comma = false
known-third-party = ["retail_runtime"]
"""


def formed(files: Mapping[str, str]) -> dict[str, str]:
    """Files as ruff would have them; what is no Python stays as it is. Give it all at once: each start takes time."""
    python = {name: text for name, text in files.items() if name.endswith(".py")}
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "ruff.toml").write_text(_SETTINGS, encoding="utf-8")
        for name, text in python.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        for step in _STEPS:
            command = [_ruff(), *step, "--quiet", "--no-cache", "."]
            result = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)  # noqa: S603
            if result.returncode:
                raise RuntimeError(f"the templates printed something that is not Python: {result.stderr.strip()}")
        return {**files, **{name: (root / name).read_text(encoding="utf-8") for name in python}}


@cache
def _ruff() -> str:
    beside = Path(sys.executable).with_name("ruff")
    return str(beside) if beside.exists() else "ruff"
