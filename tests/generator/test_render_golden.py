"""The files of a package, byte by byte: as committed, and the same however, whenever and wherever they are made."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
import tokenize
from io import StringIO
from pathlib import Path

import pytest

from generator.output import compare, write

from .making import EVERYTHING, GOLDEN, made

RENEW = "GOLDEN"
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return made()


def test_the_files_are_as_committed(files: dict[str, str]) -> None:
    if os.environ.get(RENEW):
        write({GOLDEN: files})
    differences = "\n".join(str(difference) for difference in compare({GOLDEN: files}))
    assert not differences, (
        f"The generator writes other files than the committed ones:\n{differences}\n"
        f"If that is what you want, renew them and look at the diff: {RENEW}=1 python -m pytest {Path(__file__).name}"
    )


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_the_files_are_the_same_whatever_the_hash_seed_and_the_folder(seed: str, tmp_path: Path) -> None:
    code = (
        "import sys, json; from pathlib import Path; from tests.generator.making import made\n"
        "sys.stdout.write(json.dumps(made(Path(sys.argv[1]))))"
    )
    spec = tmp_path / "far" / "away" / "everything.yaml"
    spec.parent.mkdir(parents=True)
    spec.write_bytes(EVERYTHING.read_bytes())
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", code, str(spec)]
    result = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert json.loads(result.stdout) == made()


def test_the_same_run_gives_the_same_twice(files: dict[str, str]) -> None:
    assert made() == files


def test_no_line_is_longer_than_120_but_for_words_that_cannot_be_broken(files: dict[str, str]) -> None:
    lines = [line for name, text in files.items() if name.endswith(".py") for line in text.splitlines()]
    assert [line for line in lines if len(line) > 120 and " " in line.strip()] == []


def test_every_public_thing_has_a_docstring(files: dict[str, str]) -> None:
    bare: list[str] = []
    for name, text in files.items():
        for node in ast.walk(ast.parse(text)) if name.endswith(".py") else ():
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
                named = getattr(node, "name", name)
                if not named.startswith("_") and not ast.get_docstring(node):
                    bare.append(f"{name}: {named}")
    assert bare == []


def test_the_texts_of_the_spec_come_through_unharmed(files: dict[str, str]) -> None:
    things = ast.parse(files["src/everything_client/resources/things.py"])
    docs = {n.name: ast.get_docstring(n) or "" for n in ast.walk(things) if isinstance(n, ast.FunctionDef)}
    assert r'Its text has a C:\path, `code`, and """ in it.' in docs["get"]
    assert "- a point\n- another point" in docs["get"]
    package = ast.get_docstring(ast.parse(files["src/everything_client/__init__.py"])) or ""
    assert package.startswith('Client for the Every "Thing" \\ 日本 API.')
    assert 'Things with `"""quotes"""` and \\backslashes\\, sold in ¥ and €.' in package
    models = files["src/everything_client/models.py"]
    literals = [ast.literal_eval(t.string) for t in tokenize.generate_tokens(StringIO(models).readline) if t.type == 3]
    assert 'A remark that says "it ends so"' in literals


def test_every_file_says_where_it_comes_from(files: dict[str, str]) -> None:
    told = re.compile(r"^(# |<!-- )Generated from specs/everything.yaml by the generator; edit the spec and run `?make")
    assert [name for name, text in files.items() if text and not told.match(text)] == []


def test_the_map_names_every_method_with_its_request(files: dict[str, str]) -> None:
    rows = [line for line in files["api.md"].splitlines() if line.startswith("| `")]
    assert len(rows) == 27  # 25 methods, one for many calls, one that waits
    assert all(len(re.split(r"(?<!\\)\|", row)) == 5 for row in rows if "` → `" in row)
    assert "| `GET /things/{thing-id}` | Get a thing. |" in files["api.md"]
    assert "List \\| things." in files["api.md"]
    assert "`things.matrix(body)` → `list[list[int]]`" in files["api.md"]
