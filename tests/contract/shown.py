"""The requests that a spec shows, as a reader would send them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

from schemathesis import Case
from schemathesis.specs.openapi.schemas import OpenApiSchema

from .documents import Node, resolve
from .facts import facts_of


def requests_shown(schema: OpenApiSchema, operation: str) -> Iterator[Case]:
    """The examples of an operation's bodies and parameters, and each of its `x-methods` with known values; unsigned.

    The methods are sent with every value of the options that a client has for all its calls (`x-client`). What needs
    nothing at all is shown by nothing. What stands at a path of its own must have been made first, and so must what the
    facts know to need that: links and journeys lead there.
    """
    target = schema.find_operation_by_id(operation)
    if any(target.path_parameters):
        return
    raw, document = target.definition.raw, schema.raw_schema
    content: Node = resolve(raw.get("requestBody", {}), document).get("content", {})
    for method in raw.get("x-methods", ()):
        for option in _options(document):
            chosen = {
                each["parameter"]: next(iter(each["values"].values())) for each in method.get("choose", {}).values()
            }
            known = _known(document, "body" if content else "query", method)
            values = {**method.get("set", {}), **chosen, **known, **option}
            if content:
                yield target.Case(body=values, media_type=next(iter(content)))
            else:
                yield target.Case(query=values)
    for kind, media in content.items():
        examples: Node = media.get("examples") or {"": {"value": media["example"]}}
        later = facts_of(document).later.get(operation, ())
        for name in (each for each in examples if each not in later):
            yield target.Case(body=resolve(examples[name], document)["value"], media_type=kind)
    parameters = [resolve(each, document) for each in raw.get("parameters", ())]
    query = {each["name"]: _joined(each) for each in parameters if "example" in each and each["in"] == "query"}
    if query or not (content or raw.get("x-methods") or any(each.get("required") for each in parameters)):
        yield target.Case(query=query)


def in_seeds_names(document: Node) -> Node:
    """The document with what its examples name by the names that the seed has for it."""
    stand_ins = facts_of(document).stand_ins

    def mended(node: Any) -> Any:
        if isinstance(node, list):
            return [mended(each) for each in node]
        if not isinstance(node, dict):
            return node
        told = {
            name: stand_ins.get((name, each), each) if is_text(each) else mended(each) for name, each in node.items()
        }
        if "in" in told and is_text(told.get("example")):
            told["example"] = stand_ins.get((told["name"], told["example"]), told["example"])
        return told

    def is_text(value: Any) -> bool:
        return isinstance(value, str | int)

    return mended(document) if stand_ins else document


def _joined(parameter: Node) -> Any:
    """The example of a parameter as it goes: a list that is not exploded as one text."""
    example = parameter["example"]
    return ",".join(map(str, example)) if isinstance(example, list) and not parameter.get("explode", True) else example


def bare(schema: OpenApiSchema, operation: str) -> Case:
    """A request for an operation with nothing in it, unsigned."""
    target = schema.find_operation_by_id(operation)
    return target.Case(path_parameters={each.name: "1" for each in target.path_parameters})


def _options(document: Node) -> Iterator[dict[str, str]]:
    options = [each for each in document.get("x-client", ()) if each["in"] == "query" and "enum" in each["schema"]]
    for values in itertools.product(*(each["schema"]["enum"] for each in options)):
        yield dict(zip((each["parameter"] for each in options), values, strict=True))


def _known(document: Node, place: str, method: Node) -> dict[str, str]:
    known = facts_of(document).known
    return {name: known[f"{place}.{name}"][0] for name in method.get("required", ())}
