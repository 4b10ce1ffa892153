"""What is planned: names that hide nothing, types as narrow as the spec, no crash over what passes the linter."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from generator.lint import lint
from generator.parse import parse
from generator.plan import plan
from generator.plan.names import identifier, literal, unqualified, visible
from generator.render import render
from generator.source import Document, is_list, is_node, load

from .making import EVERYTHING, changed, made, planned

# -- names ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "hidden", "seen"),
    [
        ("list[str]", {"get"}, "list[str]"),
        ("list[str]", {"list"}, "builtins.list[str]"),
        ("dict[str, list[date]]", {"list", "date"}, "dict[str, builtins.list[dt.date]]"),
        ("datetime | None", {"date"}, "datetime | None"),
        ("builtins.list[str]", {"list"}, "builtins.list[str]"),
        ('Annotated[str, Query("list")]', {"list"}, 'Annotated[str, Query("list")]'),
        ("""{'list': "a \\" list"}""", {"list"}, """{'list': "a \\" list"}"""),
        ('str = field(default="field", name="x")', {"field"}, 'str = retail_runtime.field(default="field", name="x")'),
        ('Wait("a.b", field="c")', {"field"}, 'Wait("a.b", field="c")'),
        ('many(find, over="codes")', {"many", "find"}, 'retail_runtime.many(find, over="codes")'),
    ],
)
def test_a_name_that_is_hidden_is_written_with_its_module(code: str, hidden: set[str], seen: str) -> None:
    assert visible(code, hidden) == seen


def test_a_name_for_people_has_no_module() -> None:
    assert unqualified("builtins.list[models.Job | dt.date]") == "list[Job | date]"


def test_a_keyword_gets_an_underscore_and_a_builtin_does_not() -> None:
    assert [identifier(name) for name in ("import", "list", "from", "type")] == ["import_", "list", "from_", "type"]


@pytest.mark.parametrize("text", ["a", "it's", 'a "b"', "c\\d", "日本", "a\nb"])
def test_a_text_is_a_literal(text: str) -> None:
    assert eval(literal(text)) == text


def test_a_model_named_as_a_resource_or_as_a_class_of_the_runtime_is_told_from_it() -> None:
    methods = {f"{method.resource}.{method.name}": method for method in planned().methods}
    assert dict(methods["things.list"].traits)["reads"] == "models.Things"
    assert methods["imports.start"].returns == "Job[models.Job, models.Job]"


def test_an_error_named_as_a_class_of_the_runtime_derives_from_that() -> None:
    errors = made()["src/everything_client/errors.py"]
    assert "class NotFoundError(retail_runtime.NotFoundError):" in errors
    assert "class NoStockError(ConflictError):" in errors


# -- types ----------------------------------------------------------------------------------------


def test_a_choice_is_closed_where_it_is_only_sent_and_open_where_a_server_may_add_to_it(tmp_path: Path) -> None:
    assert [f"{a.name} = {a.type}" for a in planned().aliases if a.name in ("Size", "Colour")] == [
        "Size = Literal[1, 2, 3] | int",
        'Colour = Literal["red", "green"] | str',
    ]
    only_sent = changed(
        tmp_path,
        (
            '{$ref: "#/components/schemas/Size"}\n            colour: {$ref: "#/components/schemas/Colour"}',
            "{type: string, description: Its size.}",
        ),
        (
            "        active: {type: string, format: flag, description: Whether it is sold.}\n",
            '        size: {$ref: "#/components/schemas/Size"}\n',
        ),
    )
    (size,) = [alias for alias in planned(only_sent).aliases if alias.name == "Size"]
    assert size.type == "Literal[1, 2, 3]"


def test_only_what_the_methods_use_is_a_model() -> None:
    names = {entry.name for entry in planned().classes}
    assert {"Thing", "Meta", "RateLimit", "Likeness", "Card", "LockedBody", "Sold"} <= names
    assert not names & {"Named", "EventHead", "NewThing", "ThingForm", "Failure", "FeedAnswer", "Anything"}


def test_a_paged_job_or_export_reads_inside_the_envelope() -> None:
    methods = {f"{method.resource}.{method.name}": dict(method.traits) for method in planned().methods}
    assert "parameters={'job': 'job_id'}" in methods["imports.start"]["wait"]
    assert 'field="state_now"' in methods["imports.start"]["wait"]
    assert methods["exports.things"]["fetch"] == "Fetch(\"exports.link\", {'file_id': 'job_id'}, url=\"address\")"


# -- whatever passes the linter can be planned ----------------------------------------------------


def places(value: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    entries = list(value.items()) if is_node(value) else list(enumerate(value)) if is_list(value) else []
    return [place for key, entry in entries for place in ((*way, key), *places(entry, (*way, key)))]


STEP = 61
"""Each run takes away every so-manieth place of the fixture; all of them were tried once."""


@pytest.mark.parametrize("start", range(2))
def test_a_spec_without_one_of_its_parts_is_refused_or_planned_but_never_crashes(start: int) -> None:
    document = load(EVERYTHING)
    outcomes = {"refused": 0, "planned": 0}
    for way in places(document.data)[start::STEP]:
        data = deepcopy(document.data)
        *above, last = way
        target: Any = data
        for key in above:
            target = target[key]
        del target[last]
        broken = Document(document.path, data, document.root)
        if lint(broken) or (parsed := parse(broken)).findings:
            outcomes["refused"] += 1
        else:
            render(plan(parsed, "1"))
            outcomes["planned"] += 1
    assert all(outcomes.values())
