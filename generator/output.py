"""Client packages on disk: written, compared, and cleared of what no longer belongs.

What is guaranteed: every file is at any moment whole, the old one or the new one, because a new one is written beside
its place and put there in one step. Nothing is put in place before everything is written, so an error while writing
(no room, no permission) leaves all packages as they were. Who stops the generator between two such steps has some
files of the new state and some of the old; the next run completes it, and clears away what was left beside its place.
"""

from __future__ import annotations

import difflib
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

Packages = Mapping[Path, Mapping[str, str]]
"""The files of packages: by the package's folder, then by their path in it."""

_UNFINISHED = ".generated-"
"""How a file that is not in its place yet begins."""

_SHOWN = 40
"""How many lines of a difference are shown."""


@dataclass(frozen=True)
class Difference:
    """A file that is not as the spec says."""

    path: Path
    how: str
    """`is missing`, `does not belong`, or `differs`, with the differing lines."""

    def __str__(self) -> str:
        return f"{self.path}: {self.how}"


def write(packages: Packages) -> dict[Path, list[Path]]:
    """Make each package's folder hold its files and no others; returns what changed in each.

    Raises:
        OSError: Something cannot be written.
    """
    changed: dict[Path, list[Path]] = {folder: [] for folder in packages}
    staged: list[tuple[Path, Path]] = []
    try:
        for folder, files in packages.items():
            for name, text in files.items():
                if not _holds(folder / name, text):
                    staged.append((_staged(folder / name, text), folder / name))
                    changed[folder].append(folder / name)
        for unfinished, path in staged:
            unfinished.replace(path)
    finally:
        for unfinished, _ in staged:
            unfinished.unlink(missing_ok=True)
            _prune(unfinished.parent)
    for folder, files in packages.items():
        for path in _stray(folder, files):
            path.unlink()
            _prune(path.parent)
            changed[folder].append(path)
    return changed


def compare(packages: Packages) -> Iterator[Difference]:
    """How the packages' folders differ from their files."""
    for folder, files in packages.items():
        for name, text in files.items():
            path = folder / name
            if not path.is_file():
                yield Difference(path, "is missing")
            elif not _holds(path, text):
                yield Difference(path, f"differs\n{_lines(path, text)}")
        for path in _stray(folder, files):
            yield Difference(path, "does not belong")


def _holds(path: Path, text: str) -> bool:
    return path.is_file() and path.read_bytes() == text.encode()


def _lines(path: Path, text: str) -> str:
    """The lines that differ; where they look the same, their ends do."""
    there = path.read_bytes().decode(errors="replace").splitlines(keepends=True)
    found = difflib.unified_diff(there, text.splitlines(keepends=True), "on disk", "from the spec", n=1)
    lines = [f"    {line.rstrip(chr(10))!r}" if "\r" in line else f"    {line.rstrip()}" for line in found]
    more = [f"    ... and {len(lines) - _SHOWN} more lines"] if len(lines) > _SHOWN else []
    return "\n".join(lines[:_SHOWN] + more)


def _stray(folder: Path, files: Mapping[str, str]) -> list[Path]:
    """Files in a package's folder that the spec does not ask for, but for those that tools make."""
    found: list[Path] = []
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not _is_made(name)]
        found += [Path(parent, name) for name in names if name.startswith(_UNFINISHED) or not _is_made(name)]
    return sorted(path for path in found if str(path.relative_to(folder)) not in files)


def _is_made(name: str) -> bool:
    """Whether a tool, not the generator, makes what has this name."""
    return name in ("__pycache__", "build", "dist") or name.endswith(".egg-info") or name.startswith(".")


def _staged(path: Path, text: str) -> Path:
    """A file with this text beside its place."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=_UNFINISHED)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        Path(name).chmod(0o644)
    except BaseException:
        Path(name).unlink()
        _prune(path.parent)
        raise
    return Path(name)


def _prune(folder: Path) -> None:
    """Remove a folder that became empty, and those above it that do so by that."""
    with suppress(OSError):  # one that is not empty ends it
        while True:
            folder.rmdir()
            folder = folder.parent
