"""Reading a spec: plain data, the place of everything in it, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.finding import SpecError
from generator.source import Document, load

SHOP = Path(__file__).parent / "shop.yaml"


def read(tmp_path: Path, text: str) -> Document:
    path = tmp_path / "spec.yaml"
    path.write_text(text)
    return load(path)


def refused(tmp_path: Path, text: str) -> list[str]:
    with pytest.raises(SpecError) as error:
        read(tmp_path, text)
    return [str(finding).removeprefix(f"{tmp_path}/spec.yaml") for finding in error.value.findings]


def test_a_document_is_named_for_its_file() -> None:
    assert load(SHOP).name == "shop"


def test_every_key_and_item_has_its_line(tmp_path: Path) -> None:
    document = read(tmp_path, "a:\n  b: 1\n  c:\n    - x\n    - {d: 2,\n       e: 3}\n")
    assert document.line(()) == 1
    assert document.line(("a", "c")) == 3
    assert document.line(("a", "c", 1)) == 5
    assert document.position(("a", "c", 1, "e")) == (6, 8)


def test_a_way_that_leads_nowhere_has_the_line_of_the_nearest_place_above(tmp_path: Path) -> None:
    document = read(tmp_path, "a:\n  b:\n    c: 1\n")
    assert document.line(("a", "b", "x", "y")) == 2
    assert document.line(("a", "b", "c", 0)) == 3


def test_a_reference_is_resolved_with_its_escapes(tmp_path: Path) -> None:
    document = read(tmp_path, "paths:\n  /a/{id}~: {get: found}\n")
    assert document.resolve("#/paths/~1a~1%7Bid%7D~0/get") == "found"


@pytest.mark.parametrize("ref", ["#/components/none", "other.yaml#/a", "#/list/1", "#/list/x", "#/text/x"])
def test_a_reference_that_leads_nowhere_is_a_lookup_error(ref: str, tmp_path: Path) -> None:
    document = read(tmp_path, "components: {}\nlist: [1]\ntext: a\n")
    with pytest.raises(LookupError):
        document.resolve(ref)


def test_references_that_run_in_a_circle_are_a_lookup_error(tmp_path: Path) -> None:
    document = read(tmp_path, 'a: {$ref: "#/b"}\nb: {$ref: "#/a"}\n')
    with pytest.raises(LookupError):
        document.follow({"$ref": "#/a"})


def test_values_are_those_of_json(tmp_path: Path) -> None:
    text = "t: true\nf: false\nn: null\nempty:\ni: -12\nhex: 0xff\nd: 1.5\ne: 1.5e+3\ns: yes it is\nq: 'no'\n"
    assert read(tmp_path, text).data == {
        "t": True, "f": False, "n": None, "empty": None, "i": -12, "hex": 255, "d": 1.5, "e": 1500.0,
        "s": "yes it is", "q": "no",
    }  # fmt: skip


def test_dates_stay_strings(tmp_path: Path) -> None:
    assert read(tmp_path, "a: 2014-10-01\nb: 2014-10-01 12:00:00\n").data == {
        "a": "2014-10-01",
        "b": "2014-10-01 12:00:00",
    }


@pytest.mark.parametrize(
    "value", ["yes", "no", "on", "Off", "012", "1_000", "1:30", "0b1", "1e3", "0o17", ".inf", ".nan"]
)
def test_a_value_that_yaml_versions_read_differently_is_refused(value: str, tmp_path: Path) -> None:
    (finding,) = refused(tmp_path, f"a: {value}\n")
    assert finding == (
        f":1: yaml: `{value}` means one thing in YAML 1.1 and another in YAML 1.2, or nothing in JSON. "
        "Mend: Put it in quotes, or write true, false or a plain number."
    )


def test_a_status_without_quotes_is_refused(tmp_path: Path) -> None:
    text = "responses:\n  200: {}\n  '404': {}\n"
    assert refused(tmp_path, text) == [":2: yaml: `200` is no string. Mend: Put the key in quotes."]


def test_a_key_that_stands_twice_is_refused_with_both_lines(tmp_path: Path) -> None:
    assert refused(tmp_path, "a: 1\nb:\n  c: 1\n  d: 2\n  c: 3\n") == [
        ":5: yaml: `c` stands twice in one mapping, first on line 3. Mend: Keep one of them."
    ]


def test_all_that_is_refused_is_told_at_once(tmp_path: Path) -> None:
    assert len(refused(tmp_path, "a: 1\na: 2\nb: yes\n1: c\n")) == 3


def test_an_alias_is_the_same_value_again(tmp_path: Path) -> None:
    assert read(tmp_path, "a: &x {b: [1]}\nc: *x\n").data == {"a": {"b": [1]}, "c": {"b": [1]}}


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("a: &x [*x]\n", ":1: yaml: This YAML anchor holds itself. Mend: Write a component and a `$ref`."),
        ("a: !!binary aGk=\n", ":1: yaml: This has the YAML tag tag:yaml.org,2002:binary. Mend: Leave the tag out."),
        ("a: !x {}\n", ":1: yaml: This has the YAML tag !x. Mend: Leave the tag out."),
        ("a: 1\n<<: {b: 1}\n", ":2: yaml: `<<` is no string. Mend: Put the key in quotes."),
        ("- a\n", ":1: yaml: The spec is no mapping. Mend: Start with `openapi: 3.1.1`."),
        ("", ": yaml: The file is empty. Mend: Start with `openapi: 3.1.1`."),
    ],
)
def test_what_json_does_not_have_is_refused(text: str, finding: str, tmp_path: Path) -> None:
    assert refused(tmp_path, text) == [finding]


@pytest.mark.parametrize(
    "text", ["a: [1\nb: 2\n", "a: b: c\n", "a: 'x\n", "a:\n\t- 1\n", "a: 1\n---\nb: 2\n", "a: \x07\n"]
)
def test_what_is_no_yaml_is_a_finding(text: str, tmp_path: Path) -> None:
    (finding,) = refused(tmp_path, text)
    assert "yaml: The YAML cannot be read: " in finding


def test_what_is_not_utf_8_is_a_finding_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "spec.yaml"
    path.write_bytes(b"a: 1\nb: \xff\n")
    with pytest.raises(SpecError, match=r"spec.yaml:2: yaml: This is not UTF-8\. Mend: Save the file as UTF-8\."):
        load(path)


def test_a_folder_is_no_spec(tmp_path: Path) -> None:
    with pytest.raises(SpecError, match="file: The spec cannot be read: is a directory"):
        load(tmp_path)
