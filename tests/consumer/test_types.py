"""Consumer code checks under pyright (strict) and mypy (strict), and wrong uses of the clients are reported.

Each wrong use in `usage.py` carries an ignore comment for either checker; both report an ignore that ignores nothing.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

USAGE = Path(__file__).with_name("usage.py")
STRICT = {
    "typeCheckingMode": "strict",
    "enableTypeIgnoreComments": False,  # those are for mypy
    "reportUnnecessaryTypeIgnoreComment": "error",
    "reportDeprecated": "error",
}


def mypy(file: Path, scratch: Path) -> subprocess.CompletedProcess[str]:
    more = ("--enable-error-code", "deprecated", "--cache-dir", str(scratch / "cache"))
    return _run("mypy", "--strict", "--config-file", os.devnull, *more, str(file))


def pyright(file: Path, scratch: Path) -> subprocess.CompletedProcess[str]:
    config = scratch / "pyrightconfig.json"
    config.write_text(json.dumps({**STRICT, "include": [str(file)]}))
    return _run("pyright", "--project", str(config), "--pythonpath", sys.executable)


def _run(module: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", module, *arguments], capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("types")


Check = Callable[[Path, Path], "subprocess.CompletedProcess[str]"]


@pytest.mark.parametrize("check", [mypy, pyright])
def test_consumer_code_checks_and_each_wrong_use_is_reported(check: Check, scratch: Path) -> None:
    done = check(USAGE, scratch)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("check", [mypy, pyright])
def test_a_suppression_that_is_not_needed_fails_the_check(check: Check, scratch: Path) -> None:
    right = scratch / "right.py"
    right.write_text(
        "from eandata_client import EANData\n\n"
        'EANData().products.find("049000006582")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]\n'
    )
    done = check(right, scratch)
    assert done.returncode == 1
    assert re.search(r"[Uu]nused .?type: ignore|Unnecessary .?# pyright: ignore", done.stdout)


@pytest.mark.parametrize("check", [mypy, pyright])
def test_a_use_of_what_the_vendor_dropped_is_reported(check: Check, scratch: Path) -> None:
    old = scratch / "old.py"
    old.write_text(
        "from information_machine_client import AsyncInformationMachine, InformationMachine\n\n"
        'print(InformationMachine().upcs.get("x"))\n'
        'print(InformationMachine().upcs.wait_until_resolved("x"))\n'
        'print(InformationMachine().with_response.purchases.list("x"))\n'
        'print(AsyncInformationMachine().purchases.list("x"))\n'
        'print(InformationMachine().users.get("x"))\n'
    )
    done = check(old, scratch)
    assert done.returncode == 1
    lines = re.findall(r"old\.py:(\d+)(?::\d+)?(?::| -) error", done.stdout)
    assert lines == ["3", "4", "5", "6"], done.stdout
    assert done.stdout.count("Newer clients of the vendor no longer have it.") == 4


def test_every_wrong_use_is_marked_for_both_checkers() -> None:
    marked = [
        line for line in USAGE.read_text().splitlines() if "# type: ignore" in line or "# pyright: ignore" in line
    ]
    assert len(marked) >= 20
    assert [line for line in marked if "# type: ignore[" not in line or "# pyright: ignore[" not in line] == []
