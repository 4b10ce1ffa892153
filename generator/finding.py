"""What is wrong in a spec, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, order=True)
class Finding:
    """One mistake in a spec.

    Sorted by file, then by line.
    """

    path: Path
    """The spec, as it was named by the caller."""
    line: int
    """Counted from 1; 0 where the file itself is the trouble."""
    rule: str
    """The rule's name, as `python -m generator lint` lists it."""
    message: str
    mend: str
    """What to do."""

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}" if self.line else str(self.path)
        return f"{where}: {self.rule}: {self.message} Mend: {self.mend}"


class SpecError(Exception):
    """A spec that cannot be worked with. `findings` says why; there is always at least one."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = sorted(findings)
        super().__init__("\n".join(str(finding) for finding in self.findings))
