"""A generated package is clean under pyright (strict), and typed for who uses it under pyright and mypy (strict)."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .making import HERE, made, put

STRICT = {"typeCheckingMode": "strict", "reportUnnecessaryTypeIgnoreComment": "error", "reportDeprecated": "error"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = put(made(), tmp_path_factory.mktemp("types"))
    shutil.copy(HERE / "everything_usage.py", folder / "usage.py")
    settings = {**STRICT, "enableTypeIgnoreComments": False, "include": ["."], "extraPaths": ["src"]}
    (folder / "pyrightconfig.json").write_text(json.dumps(settings))
    return folder


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "MYPYPATH": str(folder / "src")}
    command = (sys.executable, "-m", *command)
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_the_package_and_its_use_check_under_pyright(folder: Path) -> None:
    done = run(folder, "pyright", "--pythonpath", sys.executable)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 errors, 0 warnings" in done.stdout


def test_its_use_checks_under_mypy(folder: Path) -> None:
    # What is imported is not reported on, as for an installed package.
    done = run(folder, "mypy", "--strict", "--config-file", os.devnull, "--follow-imports", "silent", "usage.py")
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_mistake_in_the_package_is_seen(folder: Path) -> None:
    wrong = folder / "src" / "everything_client" / "wrong.py"
    wrong.write_text("from .models import Card\n\nnumber: int = Card(number='4').number\n")
    try:
        assert "reportAssignmentType" in run(folder, "pyright", "--pythonpath", sys.executable).stdout
    finally:
        wrong.unlink()
