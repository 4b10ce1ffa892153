"""The contract suite: what is sent to an API, what is held against its answers, and how it is run.

Six parts: the requests that the spec itself shows, ways along its links, journeys, requests with missing and wrong
keys, requests made up for each operation, and random sequences that follow links. Each raises what it finds;
`Contract.examine` runs all of them and gives it.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import hypothesis
import schemathesis
from hypothesis.strategies import datetimes as moments
from schemathesis import Case
from schemathesis.config import SchemathesisConfig
from schemathesis.core.failures import Failure, FailureGroup
from schemathesis.core.result import Ok
from schemathesis.generation.meta import TestPhase
from schemathesis.pytest.lazy import get_all_tests
from schemathesis.specs.openapi.schemas import OpenApiSchema

from . import checks, wire  # noqa: F401  (registered with schemathesis on import)
from .documents import Node
from .facts import FACTS, facts_of
from .journeys import journeys_of, travel
from .keys import in_order, put_credential, sign, ways
from .shown import bare, in_seeds_names, requests_shown
from .subject import Subject
from .walks import Walks

# Days that there are: the patterns of such texts have a 31st of September.
schemathesis.openapi.format("local-date-time", moments().map("{:%Y-%m-%d %H:%M:%S}".format))


@dataclass(frozen=True)
class Amount:
    """How much is made up."""

    examples: int
    """Random requests for each operation, beside those that cover the edges of its parameters."""
    scenarios: int
    """Sequences for each API."""
    steps: int
    """Requests in a sequence."""
    shrink: bool = True
    """Whether a request that fails is made as small as can be, for who reads it."""


FULL = Amount(examples=8, scenarios=20, steps=8)
"""What the tests run with: the one place to turn when they take too long."""


@dataclass(frozen=True)
class Found:
    """A breach of the contract."""

    operation: str
    """Method and path of the operation, when one is to blame."""
    check: str
    """The name of the check that found it."""
    message: str


@dataclass(frozen=True)
class Contract:
    """An API's spec and the service that is to keep it."""

    schema: OpenApiSchema
    credentials: Mapping[str, str]
    """By security scheme."""
    amount: Amount
    held: set[str] = field(default_factory=set[str])
    """The operationIds that requests were made up for, and `sequences`."""

    @cached_property
    def walks(self) -> Walks:
        """The ways along the spec's links."""
        return Walks(self.schema, self.credentials)

    @property
    def operations(self) -> list[str]:
        """The operationIds of the operations that it is about."""
        results = self.schema.get_all_operations()
        return [result.ok().definition.raw["operationId"] for result in results if isinstance(result, Ok)]

    def hold_shown(self, operation: str) -> None:
        """Sends the requests that the spec shows of an operation: they are served, and answers keep the contract."""
        found: list[Failure] = []
        target = self.schema.find_operation_by_id(operation)
        on_keys = checks.on_keys(self.schema.raw_schema)
        narrow = facts_of(self.schema.raw_schema).narrow.get(operation, "")
        able = [way for way in ways(target.definition.raw, self.credentials) if narrow not in way]
        for way in able or [()]:
            for case in requests_shown(self.schema, operation):
                sign(case, self.credentials, way)
                self.reset()
                found += checks.failures(case, case.call(), checks.shown_is_served, *on_keys)
        if found:
            raise FailureGroup(found)

    def hold_links(self, operation: str) -> None:
        """Follows each link of an operation's answer, along the shortest way there: it leads to where it says.

        Another tenant is refused on the same way, each request costs one of the quota, and with what is deleted goes
        what hung on it.
        """
        found: list[Failure] = []
        for each in self.walks.through(operation):
            found += self.walks.hold(each, self.reset)
        if found:
            raise FailureGroup(found)

    @property
    def journeys(self) -> list[str]:
        """What the API's journeys show."""
        return list(journeys_of(self.schema.raw_schema))

    def hold_journey(self, journey: str) -> None:
        """Goes a journey: each step tells what it must, keeps the contract, and is refused to another tenant."""
        self.reset()
        found = travel(self.schema, self.credentials, journeys_of(self.schema.raw_schema)[journey])
        if found:
            raise FailureGroup(found)

    def hold_keys(self, operation: str) -> None:
        """Sends an operation nothing but a wrong key, and not even that: it is refused whatever else is wrong."""
        target = self.schema.find_operation_by_id(operation)
        for key in (None, "not:known") if target.definition.raw["security"] else ():
            case = bare(self.schema, operation)
            for name in {name for way in target.definition.raw["security"] for name in way}:
                put_credential(case, name, key)
            case.call_and_validate(checks=[checks.key_is_asked_for, *checks.CONFORMANCE])

    def hold_operation(self, operation: str) -> None:
        """Makes up requests for an operation, good and bad ones.

        These are the tests that `schema.parametrize()` collects, built when they are run: building all takes seconds.
        """

        every, first = facts_of(self.schema.raw_schema).wide.get(operation, (1, 0))
        edges = itertools.count(every - first)

        def hold(case: Case) -> None:
            if case.meta and case.meta.phase.name is TestPhase.COVERAGE and next(edges) % every:
                return
            self.reset()
            case.call_and_validate()

        self.held.add(operation)

        # Taking out the others: what the schema includes already would be added to by another inclusion.
        only = self.schema.exclude(lambda context: context.operation.definition.raw["operationId"] != operation)
        for result in get_all_tests(schema=only, test_func=hold, settings=None, given_kwargs=None):
            if not isinstance(result, Ok):
                raise result.err()
            _, test = result.ok()
            test()

    def hold_sequences(self) -> None:
        """Follows the spec's links from answers to requests."""
        contract = self
        self.held.add("sequences")

        class Sequences(self.schema.as_state_machine()):
            def setup(self) -> None:
                contract.reset()

        # Of the schema's config the machine takes the checks alone.
        settings = hypothesis.settings(
            Sequences.TestCase.settings,
            max_examples=self.amount.scenarios,
            stateful_step_count=self.amount.steps,
            derandomize=True,
            database=None,
        )
        Sequences.run(settings=settings)

    def examine(self, operations: Sequence[str] = ()) -> Iterator[Found]:
        """Runs the whole suite, over all operations or some, and gives what it finds instead of failing; the parts that
        take long come last."""
        chosen = list(operations or self.operations)
        for operation in chosen:
            yield from self.found(self.hold_shown, operation)
            yield from self.found(self.hold_keys, operation)
        for journey, steps in journeys_of(self.schema.raw_schema).items():
            if any(step["do"] in chosen for step in steps):
                yield from self.found(self.hold_journey, journey)
        leading = [source for operation in chosen for source in self.walks.sources(operation)]
        for operation in dict.fromkeys([*chosen, *leading]):
            yield from self.found(self.hold_links, operation)
        for operation in chosen:
            yield from self.found(self.hold_operation, operation)
        yield from self.found(self.hold_sequences)

    def found(self, part: Callable[..., None], *operation: str) -> list[Found]:
        """What a part of the suite raises."""
        try:
            part(*operation)
        except FailureGroup as group:
            return [Found(each.operation or "", _name(each), each.message or each.title) for each in group.exceptions]
        return []

    def reset(self) -> None:
        """Brings a sandbox back to its seed, before every request or sequence; a real service stays as it is."""
        if isinstance(self.schema.app, Subject):
            self.schema.app.reset()


def sandboxed(subject: Subject, amount: Amount = FULL) -> Contract:
    """The contract of an API in a sandbox: good and bad requests, and all checks but those the facts switch off."""
    facts = FACTS[subject.api]
    off = [*facts.off, *checks.twins_off(subject.document)]
    # Each look at credentials is two calls more: they are made on what the spec shows and links to, on sequences, and
    # where the status tells all, on what covers the parameters' edges.
    settled = {name: {"enabled": False} for name in (*off, "ignored_auth", "told_ignored_auth")}
    config = {
        "generation": {**GENERATION, "mode": "all", "max-examples": amount.examples, "no-shrink": not amount.shrink},
        "dictionaries": {name.replace(".", "-"): {"values": list(values)} for name, values in facts.known.items()},
        "parameters": {
            name: {
                "dictionary": name.replace(".", "-"),
                "probability": 0.9 if name.removeprefix("header.") in facts.headers else 0.5,
            }
            for name in facts.known
        },
        "checks": {name: {"enabled": False} for name in off},
        "phases": {
            "fuzzing": {"checks": settled},
            "coverage": {"checks": {"told_ignored_auth": {"enabled": False}}},
            "stateful": {"inference": {"algorithms": []}},
        },
    }
    contract = contract_of(in_seeds_names(subject.document), config, facts.credentials, amount)
    contract.schema.app = subject
    return contract


GENERATION: Node = {
    "deterministic": True,
    "database": "none",
    "with-security-parameters": False,
    # The sandbox refuses NUL wherever it takes text, since no database stores it; no vendor's text tells of it.
    "allow-x00": False,
}


def contract_of(document: Node, config: Node, credentials: Mapping[str, str], amount: Amount) -> Contract:
    """A contract by a config of schemathesis, which what holds for every contract is added to."""
    whole = SchemathesisConfig.from_dict(
        {
            "seed": 1,
            "cache": {"enabled": False},
            "suppress-health-check": ["all"],
            "analysis": {"constants": {"enabled": False}},
            "auth": {"openapi": {name: _credential(document, name, value) for name, value in credentials.items()}},
            **config,
        }
    )
    return Contract(schemathesis.openapi.from_dict(in_order(document, credentials), config=whole), credentials, amount)


def _credential(document: Node, scheme: str, value: str) -> dict[str, str]:
    said = document["components"]["securitySchemes"][scheme]
    if said["type"] == "apiKey":
        return {"api_key": value}
    if said.get("scheme") == "basic":
        user, _, password = value.partition(":")
        return {"username": user, "password": password}
    return {"bearer": value}


def _name(failure: Any) -> str:
    """The check behind a failure: ours stands in the title, schemathesis' own ones have a class each."""
    return failure.title.split("`")[1] if "`" in failure.title else type(failure).__name__
