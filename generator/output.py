"""Client packages on disk: written whole or not at all, checked, and cleared of what no longer belongs."""

from __future__ import annotations

import difflib
import os
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

@dataclass(frozen=True)
class Difference:
    """A file that is not as the spec says."""

    path: Path
    how: str
    """`is missing`, `does not belong`, or `differs`, with the differing lines."""

    def __str__(self) -> str:
        return f"{self.path}: {self.how}"


def write(folder: Path, files: Mapping[str, str]) -> list[Path]:
    """Make a package's folder hold these files and no others.

    Each file is replaced in one step, and only where it changed. Returns the paths that changed.
    """
    changed: list[Path] = []
    for name, text in files.items():
        path = folder / name
        if not path.exists() or path.read_bytes() != text.encode():
            _replace(path, text)
            changed.append(path)
    for path in stray(folder, files):
        path.unlink()
        changed.append(path)
        if not any(path.parent.iterdir()):
            path.parent.rmdir()
    return changed


def compare(folder: Path, files: Mapping[str, str]) -> Iterator[Difference]:
    """How a package's folder differs from these files."""
    for name, text in files.items():
        path = folder / name
        if not path.exists():
            yield Difference(path, "is missing")
        elif (there := path.read_text()) != text:
            lines = difflib.unified_diff(there.splitlines(), text.splitlines(), "on disk", "from the spec", n=1, lineterm="")
            yield Difference(path, "differs\n" + "\n".join(f"    {line}" for line in list(lines)[:40]))
    for path in stray(folder, files):
        yield Difference(path, "does not belong")


def stray(folder: Path, files: Mapping[str, str]) -> list[Path]:
    """Files of a package that the spec does not ask for."""
    kept = {folder / name for name in files}
    found = [path for path in folder.rglob("*") if path.is_file() and path not in kept]
    return sorted(path for path in found if not any(_made(part) for part in path.relative_to(folder).parts))


def _made(part: str) -> bool:
    """Whether a tool, not the generator, makes what is below."""
    return part in ("__pycache__", "build", "dist") or part.endswith(".egg-info") or part.startswith(".")


def _replace(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=path.suffix)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
