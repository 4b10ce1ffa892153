"""Client packages made of the specs beside this file, for tests."""

from __future__ import annotations

from pathlib import Path

from generator.form import formed
from generator.parse import parse
from generator.plan import Package, plan
from generator.render import render
from generator.source import load

HERE = Path(__file__).parent
EVERYTHING = HERE / "everything.yaml"
GOLDEN = HERE / "golden" / "everything"


def planned(spec: Path = EVERYTHING) -> Package:
    return plan(parse(load(spec)), "1.2.3")


def made(spec: Path = EVERYTHING) -> dict[str, str]:
    return formed(render(planned(spec)))


def changed(tmp_path: Path, *changes: tuple[str, str]) -> Path:
    """A copy of the fixture spec with some text changed."""
    text = EVERYTHING.read_text()
    for old, new in changes:
        assert text.count(old) == 1, f"{old!r} does not stand once in everything.yaml"
        text = text.replace(old, new)
    path = tmp_path / "everything.yaml"
    path.write_text(text)
    return path


def put(files: dict[str, str], folder: Path) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
