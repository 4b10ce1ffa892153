"""Journeys: requests one after another, each with what it must tell, as `journeys.yaml` has them for an API,
by its title.

What no schema can say stands there: that a voucher is redeemed once, that shares add up to the cent, that what came
back cannot come back again. Each answer on the way is held against the spec as any other, and another tenant is
refused.

A step is `do` (an operation), `send` (its query, or its body where it has one), `as` (a security scheme of the way to
sign in, where that is not the usual one), `tells` (what stands where in the answer, of an object perhaps less than is
there), `keep` (names for what stands there: `$name` in later steps), `refused` (the code of the refusal that it
gets).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from schemathesis import Case, Response
from schemathesis.core.failures import Failure
from schemathesis.specs.openapi.schemas import OpenApiSchema

from .checks import failure, failures
from .documents import Node, at, resolve
from .keys import sign, ways
from .told import code_of
from .walks import answer_to_another

Step = Mapping[str, Any]


def journeys_of(document: Node) -> Mapping[str, Sequence[Step]]:
    """The journeys of the API that a spec describes, by what they show."""
    return _journeys().get(document["info"]["title"], {})


def travel(schema: OpenApiSchema, credentials: Mapping[str, str], steps: Sequence[Step]) -> list[Failure]:
    """Goes a journey, up to the first step that breaks something, and returns what that breaks."""
    kept: dict[str, Any] = {}
    for step in steps:
        case = _request(schema, credentials, step, kept)
        other = answer_to_another(case)
        response = case.call()
        found = failures(case, response)
        if other is not None and other.status_code < 400:
            found.append(failure("others_are_refused", case, f"another is told {other.status_code}"))
        wrong = _wrong(schema.raw_schema, _with(step, kept), response)
        found += [failure("journey_is_told", case, each) for each in wrong]
        if found:
            return found
        kept |= {name: at(json.loads(response.content), path) for name, path in step.get("keep", {}).items()}
    return []


@cache
def _journeys() -> Mapping[str, Mapping[str, Sequence[Step]]]:
    return yaml.safe_load(Path(__file__).with_name("journeys.yaml").read_text(encoding="utf-8"))


def _request(schema: OpenApiSchema, credentials: Mapping[str, str], step: Step, kept: Mapping[str, Any]) -> Case:
    target = schema.find_operation_by_id(step["do"])
    told, raw = _with(step, kept), target.definition.raw
    content: Node = resolve(raw.get("requestBody", {}), schema.raw_schema).get("content", {})
    case = target.Case()
    if content:
        case.media_type, case.body = next(iter(content)), told.get("send", {})
    else:
        case.query = told.get("send", {})
    chosen = [way for way in ways(raw, credentials) if step.get("as", way[0] if way else "") in way]
    sign(case, credentials, chosen[0] if chosen else None)
    return case


def _with(said: Any, kept: Mapping[str, Any]) -> Any:
    """What a step says, with what was kept for its names."""
    if isinstance(said, dict):
        return {name: _with(each, kept) for name, each in said.items()}
    if isinstance(said, list):
        return [_with(each, kept) for each in said]
    return kept[said[1:]] if isinstance(said, str) and said.startswith("$") else said


def _wrong(document: Node, step: Step, response: Response) -> list[str]:
    """What an answer does not tell as a step has it."""
    code = code_of(document, response.content) if response.status_code >= 400 else None
    if code != step.get("refused"):
        return [f"refused with {code}: {response.content[:300]!r}"]
    told = json.loads(response.content)
    seen = {path: at(told, path) for path in step.get("tells", {})}
    return [
        f"{path} is {seen[path]!r}, not {wanted!r}"
        for path, wanted in step.get("tells", {}).items()
        if not _fits(seen[path], wanted)
    ]


def _fits(seen: Any, wanted: Any) -> bool:
    if isinstance(wanted, dict) and isinstance(seen, dict):
        return all(_fits(seen.get(name), each) for name, each in wanted.items())
    if isinstance(wanted, list) and isinstance(seen, list):
        return len(wanted) == len(seen) and all(map(_fits, seen, wanted))
    return seen == wanted
