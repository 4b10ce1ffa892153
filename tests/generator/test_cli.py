"""The command line: what it writes, what it says, and that a bad spec changes nothing."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.cli import main
from generator.lint import RULES

from .making import EVERYTHING, HERE

ROOT = HERE.parents[1]
SHOP = HERE / "shop.yaml"


@dataclass
class Said:
    """What a command said."""

    status: int
    out: str
    err: str


Run = Callable[..., Said]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two specs."""
    (tmp_path / "specs").mkdir()
    shutil.copy(EVERYTHING, tmp_path / "specs")
    shutil.copy(SHOP, tmp_path / "specs")
    return tmp_path


@pytest.fixture
def run(folder: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(folder)

    def run(*arguments: str) -> Said:
        status = main(["--specs", str(folder / "specs"), "--clients", str(folder / "clients"), *arguments])
        return Said(status, *capfd.readouterr())

    return run


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert text.count(old) == 1
    path.write_text(text.replace(old, new))


# -- generate -------------------------------------------------------------------------------------


def test_generate_writes_the_client_of_each_spec(run: Run, folder: Path) -> None:
    said = run("generate")
    assert (said.status, said.err) == (0, "")
    assert said.out == "everything: 25 methods, 17 files changed\nshop: 9 methods, 13 files changed\n"
    assert (folder / "clients" / "shop" / "src" / "shop_client" / "client.py").exists()


def test_generate_a_second_time_changes_no_file(run: Run, folder: Path) -> None:
    run("generate")
    for path in (folder / "clients").rglob("*.*"):
        os.utime(path, (1, 1))
    said = run("generate")
    assert said.out == "everything: 25 methods, 0 files changed\nshop: 9 methods, 0 files changed\n"
    assert {path.stat().st_mtime for path in (folder / "clients").rglob("*.*") if path.is_file()} == {1}


def test_generate_writes_only_what_is_named(run: Run, folder: Path) -> None:
    assert run("generate", "shop").out.startswith("shop: ")
    assert [path.name for path in (folder / "clients").iterdir()] == ["shop"]


def test_generate_removes_what_no_longer_belongs_and_leaves_what_tools_made(run: Run, folder: Path) -> None:
    run("generate", "shop")
    client = folder / "clients" / "shop"
    (client / "src" / "shop_client" / "resources" / "old.py").write_text("")
    (client / "src" / "shop_client" / "__pycache__").mkdir()
    (client / "src" / "shop_client" / "__pycache__" / "x.pyc").write_text("")
    assert run("generate", "shop").out == "shop: 9 methods, 1 file changed\n"
    assert not (client / "src" / "shop_client" / "resources" / "old.py").exists()
    assert (client / "src" / "shop_client" / "__pycache__" / "x.pyc").exists()


def test_one_client_is_the_same_made_alone_or_with_others(run: Run, folder: Path) -> None:
    run("generate")
    together = contents(folder / "clients" / "shop")
    shutil.rmtree(folder / "clients")
    run("generate", "shop")
    assert contents(folder / "clients" / "shop") == together


def test_it_runs_as_a_module_whatever_the_hash_seed(run: Run, folder: Path) -> None:
    run("generate")
    before = contents(folder / "clients")
    for seed in ("1", "77"):
        command = [sys.executable, "-m", "generator", "--specs", "specs", "--clients", f"clients{seed}", "generate"]
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
        assert contents(folder / f"clients{seed}") == before


# -- check ----------------------------------------------------------------------------------------


def test_check_is_content_with_what_generate_wrote(run: Run) -> None:
    run("generate")
    said = run("check")
    assert (said.status, said.out, said.err) == (0, "The clients are as their specs say.\n", "")


def test_check_says_which_file_differs_is_missing_or_does_not_belong(run: Run, folder: Path) -> None:
    run("generate")
    package = folder / "clients" / "shop" / "src" / "shop_client"
    change(package / "resources" / "pets.py", "Add a pet.", "Add a cat.")
    (package / "py.typed").unlink()
    (package / "extra.py").write_text("")
    before = contents(folder)
    said = run("check")
    assert said.status == 1
    assert "clients/shop/src/shop_client/resources/pets.py: differs\n" in said.err
    assert '    -        """Add a cat.\n    +        """Add a pet.\n' in said.err
    assert "clients/shop/src/shop_client/py.typed: is missing\n" in said.err
    assert "clients/shop/src/shop_client/extra.py: does not belong\n" in said.err
    assert said.err.endswith("3 files not as the specs say: run `make generate`.\n")
    assert contents(folder) == before


def test_check_sees_that_a_spec_changed(run: Run, folder: Path) -> None:
    run("generate")
    change(folder / "specs" / "shop.yaml", "summary: Add a pet", "summary: Add a dog")
    said = run("check", "shop")
    assert said.status == 1
    assert re.findall(r"^clients/(\S+): ", said.err, re.M) == ["shop/src/shop_client/resources/pets.py", "shop/api.md"]


# -- a bad spec -----------------------------------------------------------------------------------

BAD = {
    "yaml": ("  /pets:\n    get:", "  /pets:\n   get: [", r"specs/shop\.yaml:\d+: yaml: The YAML cannot be read: "),
    "a key twice": (
        "x-envelope:",
        "x-class: A\nx-class: B\nx-envelope:",
        r"specs/shop\.yaml:18: yaml: `x-class` stands",
    ),
    "structure": ("info: {title: Shop,", "info: {titel: Shop,", r"specs/shop\.yaml:3: openapi: "),
    "a house rule": ("operationId: imports_start", "operationId: startImport", r"specs/shop\.yaml:\d+: operation-id: "),
    "an extension": ("style: number,", "style: numbers,", r"specs/shop\.yaml:31: extension-value: "),
    "what no client can do": (
        "{type: apiKey, in: header, name: X-Key, x-spellings: [X-Api-Key]}",
        "{type: mutualTLS}",
        r"specs/shop\.yaml:206: client-security: ",
    ),
    "the parser": (
        'items: {type: array, items: {$ref: "#/components/schemas/Pet"}, description: The pets.}',
        "items: {type: array, description: The pets.}",
        r"specs/shop\.yaml:\d+: parser: ",
    ),
}


@pytest.mark.parametrize("command", ["generate", "check", "lint"])
@pytest.mark.parametrize("stage", BAD)
def test_a_bad_spec_is_told_with_its_line_and_changes_nothing(stage: str, command: str, run: Run, folder: Path) -> None:
    run("generate")
    old, new, finding = BAD[stage]
    change(folder / "specs" / "shop.yaml", old, new)
    change(folder / "specs" / "everything.yaml", "summary: Get a report", "summary: Get the report")
    before = contents(folder)
    said = run(command)
    assert said.status == 1
    assert re.match(finding, said.err)
    assert all(" Mend: " in line for line in said.err.splitlines()[:-1])
    assert re.fullmatch(r"\d+ findings?; nothing was written\.", said.err.splitlines()[-1])
    assert "Traceback" not in said.err
    assert contents(folder) == before


def test_two_bad_specs_are_told_at_once(run: Run, folder: Path) -> None:
    change(folder / "specs" / "shop.yaml", "summary: Add a pet\n", "")
    change(folder / "specs" / "everything.yaml", "summary: Get a report\n", "")
    said = run("generate")
    assert [line.split(":")[0] for line in said.err.splitlines()[:-1]] == ["specs/everything.yaml", "specs/shop.yaml"]
    assert said.err.endswith("2 findings; nothing was written.\n")
    assert not (folder / "clients").exists()


def test_an_api_that_there_is_not_is_told_with_those_that_there_are(run: Run) -> None:
    said = run("generate", "shopp")
    assert said.status == 1
    assert said.err.splitlines()[0] == (
        "specs/shopp.yaml: file: There is no such spec. Mend: Name one of everything, shop."
    )


def test_a_folder_without_specs_is_told(run: Run, folder: Path) -> None:
    shutil.rmtree(folder / "specs")
    said = run("check")
    assert said.status == 1
    assert said.err.startswith("specs: file: There are no specs here.")


def test_what_cannot_be_written_is_told_without_a_traceback(run: Run, folder: Path) -> None:
    (folder / "clients").write_text("a file where a folder should be")
    said = run("generate")
    assert said.status == 1
    assert said.err.startswith(f"{Path('clients')}")
    assert "Traceback" not in said.err


# -- lint and show --------------------------------------------------------------------------------


def test_lint_says_how_many_specs_it_read(run: Run) -> None:
    assert run("lint").out == "2 specs without a finding.\n"
    assert run("lint", "shop").out == "1 spec without a finding.\n"


def test_lint_lists_its_rules(run: Run) -> None:
    lines = run("lint", "--rules").out.splitlines()
    assert len(lines) == len(RULES)
    assert (
        'nullable: A schema that can be null is `type: [string, "null"]`, or `oneOf: [{$ref: …}, {type: "null"}]`.'
        in lines
    )


@pytest.mark.parametrize("name", ["imports_start", "imports.start"])
def test_show_tells_all_of_an_operation(name: str, run: Run) -> None:
    said = run("show", "shop", name)
    assert said.status == 0
    line = next(n for n, text in enumerate(SHOP.read_text().splitlines(), 1) if text == "  /imports:") + 1
    assert said.out.startswith(f"# specs/shop.yaml:{line}: POST /imports (imports_start)\n")
    assert "x-wait:\n    operation: imports_status" in said.out
    assert "Shop.imports.start -> Job[models.Job, models.Job]\n    auth = ()\n    body = 'multipart'\n" in said.out
    assert "    data: Annotated[Upload | None, Part()] = None\n" in said.out


def test_show_tells_all_methods_of_one_address_and_each_by_its_name(run: Run) -> None:
    said = run("show", "everything", "feed_get")
    assert [f"Everything.{name} -> " in said.out for name in ("feed.find", "feed.find_many", "lists.file")] == [
        True
    ] * 3
    assert "Everything.feed.find_many -> list[Facts | APIError]" in run("show", "everything", "feed.find_many").out
    assert "Everything.lists.file" not in run("show", "everything", "feed.find_many").out


def test_show_of_what_there_is_not_says_what_there_is(run: Run) -> None:
    said = run("show", "shop", "pets.fly")
    assert said.status == 1
    assert said.err.startswith("shop has no operation 'pets.fly'. It has: pets.list, pets.create, ")


def test_wrong_usage_is_status_2(run: Run) -> None:
    with pytest.raises(SystemExit) as caught:
        run("make")
    assert caught.value.code == 2
