"""The suite against a real address: few good requests, slowly, which only read; credentials from the environment."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from schemathesis import Case, HookContext, Response
from schemathesis.core.errors import NoLinksFound
from schemathesis.specs.openapi.schemas import OpenApiSchema

from . import checks
from .documents import Node
from .facts import FACTS
from .suite import GENERATION, Amount, Contract, Found, contract_of
from .told import told

AMOUNT = Amount(examples=5, scenarios=5, steps=4)
RATE = "5/s"
WRITES = "RETAIL_LIVE_WRITES"

_OFF = (
    *("negative_data_rejection", "missing_required_header", "unsupported_method", "allow_header_conformance"),
    *("ignored_auth", "use_after_free", "ensure_resource_availability"),
)
"""What needs bad requests, wrong keys, or things that nobody else touches."""


class Missing(Exception):
    """The environment does not say which service to call, or as whom; the text names what to set."""


def live(api: str, document: Node, environ: Mapping[str, str], rate: str = RATE) -> Contract:
    """The contract of an API at the address that the environment names.

    Raises:
        Missing: A variable is not set.
    """
    base_url = _value(environ, _variable(api, "BASE_URL"))
    credentials = _credentials(api, document, environ)
    # How a refusal that no schema can tell is worded, the facts know of the sandbox alone.
    unsaid = ["positive_data_acceptance"] if FACTS[api].refusals else []
    off = {*FACTS[api].off, *_OFF, *unsaid, *(f"told_{name}" for name in [*_OFF, *unsaid])}
    config: Node = {
        "base-url": base_url,
        "rate-limit": rate,
        "generation": {**GENERATION, "mode": "positive", "max-examples": AMOUNT.examples},
        "checks": {name: {"enabled": False} for name in (*off, *checks.twins_off(document))},
        "phases": {"coverage": {"enabled": False}, "stateful": {"inference": {"algorithms": []}}},
    }
    contract = contract_of(document, config, credentials, AMOUNT)
    if environ.get(WRITES) == "1":
        return contract
    reading = contract.schema.include(method="GET")
    assert isinstance(reading, OpenApiSchema)
    reading.hook("map_query")(_only_reading)
    return Contract(reading, credentials, AMOUNT)


def examine(contract: Contract) -> list[Found]:
    """What the suite finds; also when not one request was served, as with a wrong key, so that nothing was seen at all.

    What the spec shows is left out: it names things that only the sandbox has.
    """
    served: list[str] = []

    def note(context: HookContext, case: Case, response: Response) -> None:
        if 200 <= told(response, contract.schema.raw_schema).status_code < 300:
            served.append(case.path)

    contract.schema.hook("after_call")(note)
    found = _examine(contract)
    return found if served else [*found, Found("", "nothing_served", "every request was refused: is the key right?")]


def _examine(contract: Contract) -> list[Found]:
    found: list[Found] = []
    for operation in contract.operations:
        found += contract.found(contract.hold_operation, operation)
    try:
        return [*found, *contract.found(contract.hold_sequences)]
    except NoLinksFound:  # no reading operation leads to another
        return found


def _only_reading(context: HookContext, query: dict[str, Any]) -> dict[str, Any]:
    """Takes out what would make a GET write: a parameter that none of the GET's `x-methods` takes."""
    assert context.operation
    methods: list[Node] = context.operation.definition.raw.get("x-methods", [])
    if not methods or not query:
        return query
    taken = {name for each in methods for name in (*each.get("take", ()), *each.get("set", ()))}
    common = {each["parameter"] for each in context.operation.schema.raw_schema.get("x-client", ())}
    return {name: value for name, value in query.items() if name in taken | common}


def _credentials(api: str, document: Node, environ: Mapping[str, str]) -> dict[str, str]:
    """By security scheme, for the first way to sign in (`x-auth`) that the environment has everything for."""
    missing: list[str] = []
    for way in document["x-auth"]:
        names = {scheme: [said] if isinstance(said, str) else said for scheme, said in way["schemes"].items()}
        variables = {scheme: [_variable(api, name) for name in each] for scheme, each in names.items()}
        absent = [name for each in variables.values() for name in each if not environ.get(name)]
        if not absent:
            return {scheme: ":".join(environ[name] for name in each) for scheme, each in variables.items()}
        missing.append(" and ".join(absent))
    raise Missing(f"set {', or '.join(missing)}")


def _value(environ: Mapping[str, str], name: str) -> str:
    if not environ.get(name):
        raise Missing(f"set {name}")
    return environ[name]


def _variable(api: str, name: str) -> str:
    """As the clients name it."""
    return f"{api}_{name}".upper().replace("-", "_")
