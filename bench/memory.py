"""Memory: the most that a process ever had, as Linux tells it."""

from __future__ import annotations

import re
from pathlib import Path


def peak(process: int | str) -> float:
    """In MB. (Not by `resource.getrusage`: what that tells of a new process begins with its parent's size.)"""
    found = re.search(r"^VmHWM:\s+(\d+) kB$", Path(f"/proc/{process}/status").read_text(), re.MULTILINE)
    assert found, "the system does not tell"
    return int(found[1]) / 1000
