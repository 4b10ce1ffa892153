"""The linter: a sound spec passes, and each way to break it is found, with line, rule and mend.

`shop.yaml` is the sound spec; `broken.yaml` lists the changes that break it, and what is found then.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.finding import Finding, SpecError
from generator.lint import RULES, check, lint, validate
from generator.source import is_list, is_node, load

HERE = Path(__file__).parent
SHOP = HERE / "shop.yaml"
BROKEN: list[dict[str, Any]] = yaml.safe_load((HERE / "broken.yaml").read_text())


def broken(tmp_path: Path, *changes: tuple[str, str]) -> Path:
    text = SHOP.read_text()
    for old, new in changes:
        assert text.count(old) == 1, f"{old!r} does not stand once in shop.yaml"
        text = text.replace(old, new)
    path = tmp_path / "shop.yaml"
    path.write_text(text)
    return path


def test_a_sound_spec_has_no_finding() -> None:
    assert check(SHOP) == []


@pytest.mark.parametrize("case", BROKEN, ids=[f"{n}-{case['breaks']}" for n, case in enumerate(BROKEN)])
def test_a_broken_rule_is_found_with_its_line_and_mend(case: dict[str, Any], tmp_path: Path) -> None:
    path = broken(tmp_path, *((change["from"], change["to"]) for change in case["changes"]))
    found = lint(load(path))
    assert [str(finding).removeprefix(f"{path}:") for finding in found] == case["finds"]
    assert case["breaks"] in {finding.rule for finding in found}


def test_every_rule_has_a_case_that_breaks_it() -> None:
    assert {case["breaks"] for case in BROKEN} == {*RULES, "openapi"}


def test_there_are_as_many_rules_as_we_think() -> None:
    assert len(RULES) == 64


def test_every_rule_says_itself_in_one_sentence() -> None:
    assert [rule.name for rule in RULES.values() if not rule.text.endswith(".")] == []


def test_a_finding_says_file_line_rule_message_and_mend() -> None:
    finding = Finding(Path("specs/pam.yaml"), 120, "rule-name", "It is wrong.", "Put it right.")
    assert str(finding) == "specs/pam.yaml:120: rule-name: It is wrong. Mend: Put it right."


def test_a_finding_on_the_file_itself_has_no_line() -> None:
    finding = Finding(Path("specs/pam.yaml"), 0, "file", "It is not there.", "Check its name.")
    assert str(finding) == "specs/pam.yaml: file: It is not there. Mend: Check its name."


def test_findings_come_in_the_order_of_the_file(tmp_path: Path) -> None:
    path = broken(tmp_path, ("title: Shop", "title: Shop, x-later: 1"), ("x-wrapper:", "x-wraper:"))
    assert [finding.line for finding in lint(load(path))] == [3, 255]


def test_openapi_spec_validator_is_asked_too(tmp_path: Path) -> None:
    path = broken(tmp_path, ("operationId: imports_status\n", "operationId: imports_start\n"))
    (finding,) = validate(load(path))
    assert (finding.line, finding.rule) == (137, "openapi")
    assert finding.message == "Operation ID 'imports_start' for 'get' in '/imports' is not unique."


def test_a_dangling_reference_is_a_finding_of_the_validator_not_a_crash(tmp_path: Path) -> None:
    path = broken(tmp_path, ("schemas/NewPet", "schemas/Nobody"))
    assert [finding.rule for finding in validate(load(path))] == ["reference"]


def test_a_missing_file_is_a_finding(tmp_path: Path) -> None:
    path = tmp_path / "gone.yaml"
    assert [str(finding) for finding in check(path)] == [
        f"{path}: file: The spec cannot be read: no such file or directory. Mend: Check its name."
    ]


JUNK: list[Any] = [None, 5, "x", [], {}, True, [{}], {"$ref": "#/components/schemas/Pet"}, {"$ref": 3}]


def places(value: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    entries = value.items() if is_node(value) else enumerate(value) if is_list(value) else ()
    return [place for key, entry in entries for place in [(*way, key), *places(entry, (*way, key))]]


@pytest.mark.parametrize("junk", JUNK, ids=repr)
def test_junk_anywhere_gives_findings_and_never_a_traceback(junk: Any, tmp_path: Path) -> None:
    """Every fifteenth place of the sound spec, another fifteenth for each kind of junk."""
    path = tmp_path / "shop.yaml"
    for place in places(load(SHOP).data)[JUNK.index(junk) :: 15]:
        data: Any = load(SHOP).data
        holder = data
        for key in place[:-1]:
            holder = holder[key]
        holder[place[-1]] = junk
        path.write_text(yaml.safe_dump(data, sort_keys=False))
        try:
            findings = lint(load(path))
        except SpecError as error:
            findings = error.findings
        assert all(str(finding) for finding in findings), place
