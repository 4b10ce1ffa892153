"""Spaaza through its client, blocking and async: every documented answer, and every documented error of every
operation."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from retail_runtime import APIStatusError
from retail_sandbox.spec import find_specs, load
from retail_sandbox.testing import Sandbox
from spaaza_client.errors import ERRORS

from tests.clients.answers import documented
from tests.clients.spaaza_calls import PLAIN, Scene, scene_of
from tests.clients.spaaza_scenarios import BY_FAULT, OWN, WARNINGS, WAYS, Way, go, way_to

SPEC: Any = load(find_specs() / "spaaza.yaml")
STATUS: Mapping[str, int] = {row["code"]: row["status"] for row in SPEC["x-error-codes"]}
SUBSETS: Mapping[str, tuple[str, ...]] = {
    operation["operationId"]: tuple(operation.get("x-error-subset", ()))
    for item in SPEC["paths"].values()
    for operation in item.values()
    if isinstance(operation, dict) and "operationId" in operation
}
CODES = [(operation, code) for operation, codes in SUBSETS.items() for code in codes]


@pytest.fixture(scope="module")
def spaaza() -> Iterator[Sandbox]:
    with Sandbox(["spaaza"]) as made:
        yield made


@pytest.fixture
def scene(connect: Callable[..., Any], spaaza: Sandbox) -> Scene:
    spaaza.reset()
    return scene_of(connect, spaaza)


@pytest.mark.parametrize(("operation", "code"), CODES)
def test_every_documented_error_comes_from_the_sandbox_as_its_own_class(
    operation: str, code: str, scene: Scene
) -> None:
    way = way_to(operation, code)
    if (operation, code) in WARNINGS:
        assert [str(warning.code) for warning in go(scene, operation, way, told=True).warnings] == [code]
        return
    error = refusal(scene, operation, code, way)
    assert type(error) is ERRORS[code]
    assert (error.code, error.status) == (code, STATUS[code])
    assert error.name
    assert error.message
    seen = scene.sandbox.journal.entries(operation=operation)[0]
    assert (seen["status"], seen["note"]) == (STATUS[code], "" if way else "fault: refusal")


def refusal(scene: Scene, operation: str, code: str, way: Way | None) -> APIStatusError:
    """The error with which a call is refused."""
    if way is None:
        scene.sandbox.faults.add("refusal", api="spaaza", operation=operation, code=code)
    with pytest.raises(APIStatusError) as caught:
        go(scene, operation, way)
    return caught.value


@pytest.mark.parametrize(("operation", "status"), documented("spaaza"))
def test_every_documented_answer_comes_from_the_sandbox(operation: str, status: int, scene: Scene) -> None:
    if status == 200:
        assert go(scene, operation) not in (None, "", [])
    else:
        of_it = [code for code in SUBSETS[operation] if STATUS[code] == status]
        code = next((code for code in of_it if (operation, code) not in WARNINGS), of_it[0])
        way = None if (operation, code) in WARNINGS else way_to(operation, code)
        assert refusal(scene, operation, code, way).status == status
    assert scene.sandbox.journal.entries(operation=operation)[0]["status"] == status


def test_the_errors_are_as_many_as_the_spec_documents() -> None:
    there = set(CODES)
    said = {(operation, code) for operation, ways in OWN.items() for code in ways}
    faults = {(operation, code) for code, operations in BY_FAULT.items() for operation in operations}
    assert said <= there
    assert faults <= there
    assert not said & faults
    assert said >= WARNINGS
    assert {code for _, code in there - said - faults} <= set(WAYS)
    assert set(PLAIN) == set(SUBSETS)
    assert (len(SUBSETS), len(there), len(faults)) == (37, 673, 67)
    answers = documented("spaaza")
    print(f"spaaza: {len(PLAIN)} operations, {len(answers)} documented answers, {len(there)} errors")
    print(f"spaaza: {len(faults)} of them by a fault")
