"""Rules on what extensions mention: operations, parameters, components, error codes, and ways through bodies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from generator.lint.rule import Complaint, rule
from generator.lint.shape import any_leads, any_leads_to_each, bodies
from generator.lint.spec import Spec
from generator.source import Node, Pointer
from generator.wire import WireOperation


@rule("mention-root")
def mention_root(spec: Spec) -> Iterator[Complaint]:
    """What the root's extensions mention exists: security schemes, parameters, components, ways through answers."""
    components = spec.data.get("components", {})
    for index, way in enumerate(spec.data.get("x-auth", [])):
        for scheme in way["schemes"]:
            if scheme not in components.get("securitySchemes", {}):
                yield ("x-auth", index), f"There is no security scheme `{scheme}`.", "Use a declared one."
        yield from _answer_of_way(components.get("schemas", {}), way, spec, index)
    taken = {(entry.location, entry.name) for operation in spec.operations for entry in operation.parameters}
    for index, option in enumerate(spec.data.get("x-client", [])):
        if (option["in"], option["parameter"]) not in taken:
            message = f"No operation takes the {option['in']} parameter `{option['parameter']}`."
            yield ("x-client", index), message, "Add it to the operations, or remove it here."
    answers = bodies(node for operation in spec.operations for _, _, node in spec.responses(operation))
    for pointer, path in _root_ways(spec.data):
        if not any_leads(spec, answers, path.split(".")):
            yield pointer, f"No answer has `{path}`.", "Name a way through an answer, with dots."


def _answer_of_way(schemas: Node, way: Node, spec: Spec, index: int) -> Iterator[Complaint]:
    """What is wrong with `from`: the answer that may stand for a way to sign in."""
    said: Node = way.get("from", {})
    if not said:
        return
    schema: Node | None = schemas.get(said["schema"])
    if schema is None:
        yield ("x-auth", index, "from", "schema"), f"There is no schema `{said['schema']}`.", "Name a component schema."
        return
    for name, path in said.items():
        if name != "schema" and not any_leads(spec, [schema], path.split(".")):
            yield ("x-auth", index, "from", name), f"`{said['schema']}` has no `{path}`.", _WAY


def _root_ways(root: Node) -> Iterator[tuple[Pointer, str]]:
    for key in ("x-envelope", "x-error"):
        yield from (((key, name), path) for name, path in root.get(key, {}).items() if isinstance(path, str))
    limit: Node = root.get("x-rate-limit", {"in": "header"})
    if limit["in"] == "body":
        for pointer, ways in ((("x-rate-limit",), limit), (("x-rate-limit", "error"), limit.get("error", {}))):
            yield from (((*pointer, key), ways[key]) for key in ("limit", "remaining", "reset") if key in ways)


@rule("mention-error")
def mention_error(spec: Spec) -> Iterator[Complaint]:
    """Error codes are listed once, with schemas and fields that exist; operations mention listed codes only."""
    table: list[Node] = spec.data.get("x-error-codes", [])
    codes: set[str] = set()
    names: set[str] = set()
    for index, entry in enumerate(table):
        pointer = ("x-error-codes", index)
        if entry["code"] in codes or entry["name"] in names:
            yield pointer, f"The code {entry['code']} `{entry['name']}` is listed already.", "Keep one of them."
        codes.add(entry["code"])
        names.add(entry["name"])
        schema: Node | None = spec.data.get("components", {}).get("schemas", {}).get(entry.get("schema"))
        if "schema" in entry and schema is None:
            yield (*pointer, "schema"), f"There is no schema `{entry['schema']}`.", "Name a component schema."
        fields: list[str] = entry.get("fields", [])
        for field in fields:
            if schema is not None and not any_leads(spec, [schema], [field]):
                yield (*pointer, "fields"), f"`{entry['schema']}` has no property `{field}`.", "Name one that it has."
    for operation in spec.operations:
        subsets: list[tuple[Pointer, list[str]]] = [(operation.pointer, operation.node.get("x-error-subset", []))]
        for index, method in enumerate(operation.node.get("x-methods", [])):
            subsets.append(((*operation.pointer, "x-methods", index), method.get("x-error-subset", [])))
        for pointer, subset in subsets:
            for code in subset:
                if code not in codes:
                    message = f"The error code {code} is not listed."
                    yield (*pointer, "x-error-subset"), message, "Add it to `x-error-codes`."


@rule("mention-page")
def mention_page(spec: Spec) -> Iterator[Complaint]:
    """What `x-page` and `x-envelope` of an operation mention is among its parameters and in its answers."""
    for operation in spec.operations:
        page: Node = operation.node.get("x-page", {})
        answers = _answers(spec, operation)
        for key in ("parameter", "size"):
            if key in page and page[key] not in _fields(spec, operation):
                message = f"`{operation.id}` has no parameter `{page[key]}`."
                yield (*operation.pointer, "x-page", key), message, "Name one that it takes."
        ways = [("x-page", key, page[key]) for key in ("items", "last", "total", "next") if key in page]
        envelope: Node = operation.node.get("x-envelope", {})
        ways += [("x-envelope", key, path) for key, path in envelope.items() if isinstance(path, str)]
        for extension, key, path in ways:
            if path and not any_leads(spec, answers, path.split(".")):
                yield (*operation.pointer, extension, key), f"No answer of `{operation.id}` has `{path}`.", _WAY


@rule("mention-methods")
def mention_methods(spec: Spec) -> Iterator[Complaint]:
    """What `x-methods` mentions is among the operation's parameters, media types and answers."""
    for operation in spec.operations:
        fields = _fields(spec, operation)
        media = {name for _, _, node in spec.successes(operation) for name in node.get("content", {})}
        schemas: Node = spec.data.get("components", {}).get("schemas", {})
        for index, method in enumerate(operation.node.get("x-methods", [])):
            pointer = (*operation.pointer, "x-methods", index)
            for key in ("set", "take"):
                yield from _outside(pointer, key, method.get(key, ()), fields, f"`{operation.id}` has no parameter")
            for key in ("positional", "required", "rename"):
                yield from _outside(pointer, key, method.get(key, ()), method.get("take", ()), "`take` does not list")
            over = [method["many"]["over"]] if "many" in method else []
            yield from _outside(pointer, "many", over, method.get("take", ()), "`take` does not list")
            if "media-type" in method and method["media-type"] not in media:
                message = f"`{operation.id}` does not answer {method['media-type']}."
                yield (*pointer, "media-type"), message, f"It answers: {', '.join(sorted(media))}."
            answers = [schemas[method["answer"]]] if method.get("answer") in schemas else _answers(spec, operation)
            if method.get("data") and not any_leads(spec, answers, method["data"].split(".")):
                yield (*pointer, "data"), f"The answer of `{method['name']}` has no `{method['data']}`.", _WAY


_WAY = "Name a way through the answer, with dots."


def _outside(pointer: Pointer, key: str, names: Iterable[str], known: Iterable[str], text: str) -> Iterator[Complaint]:
    for name in names:
        if name not in known:
            yield (*pointer, key), f"{text} `{name}`.", f"There are: {', '.join(known) or 'none'}."


@rule("mention-operation")
def mention_operation(spec: Spec) -> Iterator[Complaint]:
    """What `x-wait`, `x-download` and `x-twin` mention exists: operations, their parameters, ways through answers."""
    for operation in spec.operations:
        for key in ("x-wait", "x-download"):
            entry: Node = operation.node.get(key, {})
            pointer = (*operation.pointer, key)
            target = spec.operation_ids.get(entry.get("operation", operation.id))
            if target is None:
                yield (*pointer, "operation"), f"There is no operation `{entry['operation']}`.", "Name an operationId."
                continue
            for name, path in entry.get("parameters", {}).items():
                if name not in _fields(spec, target):
                    message = f"`{target.id}` has no parameter `{name}`."
                    yield (*pointer, "parameters", name), message, "Name one that it takes."
                if not any_leads(spec, _answers(spec, operation), path.split(".")):
                    yield (*pointer, "parameters", name), f"No answer of `{operation.id}` has `{path}`.", _WAY
            for way, path in _ways(entry):
                led = any_leads_to_each if way == ("field",) else any_leads
                if not led(spec, _answers(spec, target), path.split(".")):
                    yield (*pointer, *way), f"No answer of `{target.id}` has `{path}`.", _WAY
        twin = operation.node.get("x-twin")
        if twin and getattr(spec.operation_ids.get(twin), "method", None) != "post":
            yield (*operation.pointer, "x-twin"), f"There is no POST `{twin}`.", "Name the operationId of the POST."


def _ways(entry: Node) -> Iterator[tuple[tuple[str, ...], str]]:
    for key in ("field", "url"):
        if key in entry:
            yield (key,), entry[key]
    if "failed" in entry:
        yield ("failed", "message"), entry["failed"]["message"]
    if "also" in entry:
        yield ("also", "field"), entry["also"]["field"]


@rule("mention-retry")
def mention_retry(spec: Spec) -> Iterator[Complaint]:
    """`x-safe-retry` is `never`, `always` or a property of the request body."""
    for operation in spec.operations:
        value = operation.node.get("x-safe-retry", "never")
        body = spec.request_body(operation)
        if value not in ("never", "always") and not any_leads(spec, bodies([body[1]] if body else []), [value]):
            mend = "Write `never`, `always` or a property of the request body."
            yield (*operation.pointer, "x-safe-retry"), f"`{operation.id}` sends no `{value}`.", mend


@rule("mention-schema")
def mention_schema(spec: Spec) -> Iterator[Complaint]:
    """`x-collect` stands on an object with additional properties; `x-wrapper` names what the objects of fields have."""
    for place in spec.defined("schema"):
        if "x-collect" in place.node and place.node.get("additionalProperties", False) is False:
            message = "`x-collect` gathers additional properties, and there are none."
            yield (*place.pointer, "x-collect"), message, "Add `additionalProperties`."
        fields: list[Node] = list(place.node.get("properties", {}).values())
        for key, name in place.node.get("x-wrapper", {}).items():
            if not any(name in _properties(spec, field) for field in fields):
                message = f"No field has the property `{name}`."
                yield (*place.pointer, "x-wrapper", key), message, "Name one that the fields have."


def _properties(spec: Spec, schema: Node) -> set[str]:
    variants: list[Node] = spec.document.follow(schema).get("oneOf", [])
    return {name for part in (schema, *variants) for name in spec.properties(part)}


def _answers(spec: Spec, operation: WireOperation) -> list[Any]:
    return bodies(node for _, _, node in spec.successes(operation))


def _fields(spec: Spec, operation: WireOperation) -> list[str]:
    """Wire names of all that an operation takes: its parameters, then the fields of its body."""
    names = [entry.name for entry in operation.parameters]
    body = spec.request_body(operation)
    for schema in bodies([body[1]]) if body else []:
        names.extend(spec.properties(schema))
    return names
