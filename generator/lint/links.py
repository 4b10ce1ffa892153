"""Rules on links: where they must be, and that they lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.lint.rule import Complaint, rule
from generator.lint.shape import any_leads, bodies
from generator.lint.spec import Spec
from generator.source import Node, Pointer
from generator.wire import WireOperation

_HEADER = r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+"
_EXPRESSION = re.compile(
    rf"\$(?:url|method|statusCode|(?P<side>request|response)\."
    rf"(?:header\.(?P<header>{_HEADER})|query\.(?P<query>.+)|path\.(?P<path>.+)|body(?:#(?P<body>(?:/.*)?))?))"
)


def _links(spec: Spec) -> Iterator[tuple[WireOperation, Pointer, Node, Node]]:
    """Every link: the operation it starts from, its place, the answer it stands in, and itself."""
    for operation in spec.operations:
        for _, pointer, response in spec.responses(operation):
            for name, raw in response.get("links", {}).items():
                place, link = spec.follow((*pointer, "links", name), raw)
                yield operation, place, response, link


@rule("link-target")
def link_target(spec: Spec) -> Iterator[Complaint]:
    """A link leads to an operation of this spec by its operationId, and fills parameters that it has."""
    for _, pointer, _, link in _links(spec):
        target = spec.operation_ids.get(link.get("operationId", ""))
        if target is None:
            named = link.get("operationId") or link.get("operationRef")
            yield pointer, f"There is no operation `{named}`.", "Name an operationId of this spec."
            continue
        for key in link.get("parameters", {}):
            if not _takes(target, key):
                place = (*pointer, "parameters", key)
                yield place, f"`{target.id}` has no parameter `{key}`.", f"It has: {_listed(target)}."
        missing = _required_in_path(target) - {key.removeprefix("path.") for key in link.get("parameters", {})}
        if missing:
            message = f"The link to `{target.id}` does not fill {', '.join(sorted(missing))}."
            yield pointer, message, "Fill every parameter of its path."


def _takes(target: WireOperation, key: str) -> bool:
    location, _, name = key.partition(".")
    return any(entry.name == key or (entry.location == location and entry.name == name) for entry in target.parameters)


def _required_in_path(target: WireOperation) -> set[str]:
    return {entry.name for entry in target.parameters if entry.location == "path"}


def _listed(target: WireOperation) -> str:
    return ", ".join(entry.name for entry in target.parameters) or "none"


@rule("link-expression")
def link_expression(spec: Spec) -> Iterator[Complaint]:
    """The runtime expressions of a link parse, and lead to something that the request or the answer has."""
    for operation, pointer, response, link in _links(spec):
        values: list[tuple[Pointer, Any]] = [(("requestBody",), link.get("requestBody"))]
        values += [(("parameters", key), value) for key, value in link.get("parameters", {}).items()]
        for way, value in values:
            for text in _expressions(value):
                match = _EXPRESSION.fullmatch(text)
                if match is None:
                    mend = "Write it like `$response.body#/id`, `$request.path.id` or `$request.query.id`."
                    yield (*pointer, *way), f"`{text}` is no runtime expression.", mend
                elif not _leads(spec, operation, response, match):
                    mend = f"Use what `{operation.id}` takes or answers."
                    yield (*pointer, *way), f"`{text}` leads nowhere.", mend


def _expressions(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        if value.startswith("$"):
            yield value
        else:
            yield from re.findall(r"{(\$[^}]*)}", value)
    elif isinstance(value, dict):
        for entry in value.values():  # pyright: ignore[reportUnknownVariableType]
            yield from _expressions(entry)


def _leads(spec: Spec, operation: WireOperation, response: Node, match: re.Match[str]) -> bool:
    part = match.groupdict()
    if part["side"] is None:
        return True
    if part["side"] == "response":
        if part["header"]:
            return part["header"].lower() in {name.lower() for name in response.get("headers", {})}
        return part["query"] is None and part["path"] is None and _in_body(spec, [response], part["body"])
    for location in ("header", "query", "path"):
        if part[location]:
            return any(entry.location == location and entry.name == part[location] for entry in operation.parameters)
    body = spec.request_body(operation)
    return body is not None and _in_body(spec, [body[1]], part["body"])


def _in_body(spec: Spec, holders: list[Node], pointer: str | None) -> bool:
    parts = [part.replace("~1", "/").replace("~0", "~") for part in (pointer or "").split("/")[1:]]
    return any_leads(spec, bodies(holders), parts)


@rule("link-create")
def link_create(spec: Spec) -> Iterator[Complaint]:
    """What creates links to what reads, updates and deletes, where the resource has them."""
    for operation in spec.operations:
        if _creates(spec, operation):
            wanted = [f"{operation.tag}_{name}" for name in ("get", "update", "delete")]
            yield from _missing(spec, operation, [name for name in wanted if name in spec.operation_ids])


def _creates(spec: Spec, operation: WireOperation) -> bool:
    """A POST that is named so, that answers 201, or that posts to a collection whose members can be read."""
    if operation.method != "post" or f"{operation.tag}_get" not in spec.operation_ids:
        return False
    members = re.compile(re.escape(operation.path.rstrip("/")) + r"/{[^/]*}/?")
    return (
        operation.name in ("create", "add")
        or "201" in operation.node.get("responses", {})
        or any(other.method == "get" and members.fullmatch(other.path) for other in spec.operations)
    )


@rule("link-delete")
def link_delete(spec: Spec) -> Iterator[Complaint]:
    """What deletes links to what reads, so that a test can see that it is gone."""
    for operation in spec.operations:
        reader = f"{operation.tag}_get"
        if reader in spec.operation_ids and (operation.name == "delete" or operation.method == "delete"):
            yield from _missing(spec, operation, [reader])


def _missing(spec: Spec, operation: WireOperation, wanted: list[str]) -> Iterator[Complaint]:
    linked = {
        spec.document.follow(link).get("operationId")
        for _, _, response in spec.successes(operation)
        for link in response.get("links", {}).values()
    }
    for name in wanted:
        if name not in linked:
            message = f"`{operation.id}` has no link to `{name}`."
            yield (*operation.pointer, "responses"), message, "Add it to `links` of the success."
