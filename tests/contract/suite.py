"""The contract suite: what is sent to an API, what is held against its answers, and how it is run.

Three parts: the requests that the spec itself shows, requests made up for each operation, and sequences that follow links.
Each is a function that raises what it finds; `examine` runs all three and returns what they found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import hypothesis
import schemathesis
from hypothesis import HealthCheck
from retail_sandbox.services import load_service
from schemathesis import Case
from schemathesis.config import SchemathesisConfig
from schemathesis.core.failures import Failure, FailureGroup
from schemathesis.generation.stateful.state_machine import APIStateMachine
from schemathesis.pytest.lazy import get_all_tests
from schemathesis.schemas import BaseSchema

from . import checks, documents, wire  # noqa: F401  (registered with schemathesis on import)
from .facts import FACTS
from .subject import Subject
from .told import tells_in_body


@dataclass(frozen=True)
class Amount:
    """How much is generated."""

    examples: int
    """Random requests an operation, beside those that cover its parameters' edges."""
    scenarios: int
    """Sequences an API."""
    steps: int
    """Requests a sequence."""


FULL = Amount(examples=25, scenarios=60, steps=8)
"""What the suite runs with. The one place to turn when it takes too long."""
LIVE = Amount(examples=5, scenarios=5, steps=4)


@dataclass(frozen=True)
class Found:
    """A breach of the contract."""

    operation: str
    """Method and path; blank for a sequence that has no one failing operation."""
    check: str
    """The name of the failure's class, or of our check."""
    message: str


def sandboxed(subject: Subject, amount: Amount = FULL) -> BaseSchema:
    """The schema of an API in a sandbox, which every call goes to."""
    facts = FACTS[subject.api]
    schema = schemathesis.openapi.from_dict(
        dict(subject.document), config=_config(subject.document, facts.credentials, facts.known, facts.off, amount)
    )
    schema.app = subject
    return schema


def hold_shown(schema: BaseSchema, operation: str) -> None:
    """Sends the requests that the spec shows of an operation: they are served, and their answers keep the contract."""
    found: list[Failure] = []
    for case in _shown(schema, operation):
        _reset(case)
        try:
            case.call_and_validate(additional_checks=[checks.shown_is_served])
        except FailureGroup as group:
            found += group.exceptions
    if found:
        raise FailureGroup(found)


def hold_operation(schema: BaseSchema, operation: str) -> None:
    """Makes up requests for an operation, good and bad ones, each on a sandbox as the seed left it.

    These are the tests that `schema.parametrize()` collects, built when they are run: building all takes seconds.
    """

    def hold(case: Case) -> None:
        _reset(case)
        case.call_and_validate()

    only = schema.include(operation_id=operation)
    for result in get_all_tests(schema=only, test_func=hold, settings=None, given_kwargs=None):
        _, test = result.ok()
        test()


def hold_sequences(schema: BaseSchema, amount: Amount = FULL) -> None:
    """Follows the spec's links from answers to requests, each sequence on a sandbox as the seed left it."""

    class Sequences(schema.as_state_machine()):
        def setup(self) -> None:
            if isinstance(schema.app, Subject):
                schema.app.reset()

    # Of the schema's config the machine takes the checks alone.
    settings = hypothesis.settings(
        Sequences.TestCase.settings,
        max_examples=amount.scenarios,
        stateful_step_count=amount.steps,
        derandomize=True,
        database=None,
    )
    Sequences.run(settings=settings)


def examine(schema: BaseSchema, amount: Amount = FULL, operations: Iterable[str] | None = None) -> list[Found]:
    """Runs the whole suite, over all operations or some, and returns what it found instead of failing."""
    found: list[Found] = []
    for operation in operations or operations_of(schema.raw_schema):
        found += _found(operation, lambda: hold_shown(schema, operation))
        found += _found(operation, lambda: hold_operation(schema, operation))
    found += _found("", lambda: hold_sequences(schema, amount))
    return found


def operations_of(document: Mapping[str, Any]) -> list[str]:
    """The operationIds of a spec, in its order."""
    return [item[method]["operationId"] for item in document["paths"].values() for method in item if method in METHODS]


def _reset(case: Case) -> None:
    if isinstance(case.operation.app, Subject):
        case.operation.app.reset()


def _shown(schema: BaseSchema, operation: str) -> Iterator[Case]:
    """The requests that the spec shows: the examples of bodies and parameters, and each of `x-methods` with known values."""
    target = schema.find_operation_by_id(operation)
    raw, document = target.definition.raw, schema.raw_schema
    facts = facts_of(document)
    content: Node = resolve(raw.get("requestBody", {}), document).get("content", {})
    for method in raw.get("x-methods", ()):
        place = "body" if content else "query"
        known = {name: facts.known[f"{place}.{name}"][0] for name in method.get("required", ())}
        values = {**method.get("set", {}), **known}
        yield _signed(target, query={} if content else values, body=values if content else None, kind=next(iter(content), None))
    for kind, media in content.items():
        examples = media.get("examples") or {"": {"value": media["example"]}}
        for example in examples.values():
            yield _signed(target, body=resolve(example, document)["value"], kind=kind)
    parameters = [resolve(each, document) for each in raw.get("parameters", ())]
    query = {each["name"]: each["example"] for each in parameters if "example" in each and each["in"] == "query"}
    if query:
        yield _signed(target, query=query)


def _found(operation: str, run: Callable[[], None]) -> Iterator[Found]:
    try:
        run()
    except FailureGroup as group:
        for failure in group.exceptions:
            yield Found(failure.operation or operation, _name(failure), failure.message or failure.title)


def _name(failure: Failure) -> str:
    return failure.title.rpartition("`")[0].rpartition("`")[2] or type(failure).__name__


def _config(
    document: Mapping[str, Any],
    credentials: Mapping[str, str],
    known: Mapping[str, Any],
    off: Mapping[str, str],
    amount: Amount,
) -> SchemathesisConfig:
    unlit = {"enabled": False}
    stock, own = [check.__name__ for check in checks.TOLD] + ["ignored_auth"], tells_in_body(document)
    judged = {name: unlit for name in off} | {(name if own else f"told_{name}"): unlit for name in stock}
    once = {f"told_{'ignored_auth'}": unlit, "ignored_auth": unlit}
    return SchemathesisConfig.from_dict(
        {
            "seed": 1,
            "cache": {"enabled": False},
            "suppress-health-check": ["all"],
            "analysis": {"constants": {"enabled": False}},
            "auth": {"openapi": {name: {"api_key": value} for name, value in credentials.items()}},
            "dictionaries": {name.replace(".", "-"): {"values": list(values)} for name, values in known.items()},
            "parameters": {name: {"dictionary": name.replace(".", "-"), "probability": 0.5} for name in known},
            "generation": {
                "mode": "all",
                "max-examples": amount.examples,
                "deterministic": True,
                "database": "none",
                "with-security-parameters": False,
                # The sandbox refuses NUL wherever a text is stored, as PostgreSQL does; no vendor's text tells of it.
                "allow-x00": False,
            },
            "checks": judged,
            "phases": {
                "fuzzing": {"checks": judged | once},
                "stateful": {"inference": {"algorithms": []}, "checks": judged | once},
            },
        }
    )
