"""Rules on what is sent and answered: request bodies, answers, their media types and schemas."""

from __future__ import annotations

from collections.abc import Iterator

from generator.lint.rule import Complaint, rule
from generator.lint.spec import Place, Spec, component, schema_types
from generator.source import Node, Pointer
from generator.wire import WireOperation

_STRUCTURED = ("json", "xml", "x-www-form-urlencoded", "form-data")


@rule("request-required")
def request_required(spec: Spec) -> Iterator[Complaint]:
    """A request body says whether it is required."""
    for place in spec.defined("request-body"):
        if not isinstance(place.node.get("required"), bool):
            yield place.pointer, "It is not said whether the request body is required.", "Add `required`."


@rule("media-type")
def media_type(spec: Spec) -> Iterator[Complaint]:
    """A body has one media type, unless the API really takes several.

    Several are taken for real when they have one schema; in an answer, when methods of `x-methods` ask for each by
    `media-type`; in a request, when the first has all fields of the others (a file or its address, say).
    """
    chosen = _by_methods(spec)
    for place in spec.defined("response"):
        content: dict[str, Node] = place.node.get("content", {})
        asked = chosen.get(place.pointer, set())
        if len({str(entry.get("schema")) for name, entry in content.items() if name not in asked}) > 1:
            mend = "Keep one, use one schema, or name each by `media-type` in `x-methods`."
            yield place.pointer, f"{', '.join(content)} have different schemas here.", mend
    for place in spec.defined("request-body"):
        content = place.node.get("content", {})
        first, *others = [_fields(spec, entry) for entry in content.values()] or [set[str]()]
        if any(other - first for other in others):
            message = f"{next(iter(content))} does not have all fields of the other media types."
            yield place.pointer, message, "Keep one media type, or put first the one that takes everything."


def _fields(spec: Spec, entry: Node) -> set[str]:
    return set(spec.properties(entry.get("schema", {})))


def _by_methods(spec: Spec) -> dict[Pointer, set[str]]:
    """For each answer the media types that some method of its operation asks for."""
    found: dict[Pointer, set[str]] = {}
    for operation in spec.operations:
        asked = {method["media-type"] for method in _methods(spec, operation) if "media-type" in method}
        for _, pointer, _node in spec.responses(operation):
            found[pointer] = found.get(pointer, set()) | asked
    return found


@rule("answer-success")
def answer_success(spec: Spec) -> Iterator[Complaint]:
    """Every operation documents a success."""
    for operation in spec.operations:
        if not any(status[0] in "23" for status in operation.node.get("responses", {})):
            yield (*operation.pointer, "responses"), f"`{operation.id}` documents no success.", "Add its 2xx answer."


@rule("body-schema")
def body_schema(spec: Spec) -> Iterator[Complaint]:
    """JSON, XML and form bodies are named schemas; other bodies are scalars or named schemas."""
    for place in spec.of("media-type"):
        schema = place.node.get("schema")
        name = str(place.pointer[-1])
        if schema is None:
            yield place.pointer, f"The {name} body has no schema.", "Add a named schema behind `$ref`."
        elif any(part in name for part in _STRUCTURED):
            if component(schema.get("$ref")) is None and "anyOf" not in schema:
                message = f"The schema of the {name} body is not named."
                yield (*place.pointer, "schema"), message, "Move it to `components/schemas` and refer to it."
        elif "$ref" not in schema and set(schema_types(schema)) & {"object", "array"}:
            message = f"The schema of the {name} body is not named."
            yield (*place.pointer, "schema"), message, "Move it to `components/schemas` and refer to it."


@rule("answer-example")
def answer_example(spec: Spec) -> Iterator[Complaint]:
    """Every answer with a body has an example (files and the twins of a media type with an example excepted)."""
    for place in spec.defined("response"):
        content: dict[str, Node] = place.node.get("content", {})
        shown = {str(entry.get("schema")) for entry in content.values() if _has_example(entry)}
        for name, entry in content.items():
            if str(entry.get("schema")) not in shown and not _is_file(spec, entry):
                yield (*place.pointer, "content", name), f"The {name} answer has no example.", "Add one that validates."


def _has_example(entry: Node) -> bool:
    return "example" in entry or bool(entry.get("examples"))


def _is_file(spec: Spec, entry: Node) -> bool:
    return spec.document.follow(entry.get("schema", {})).get("format") == "binary"


@rule("any-of")
def any_of(spec: Spec) -> Iterator[Complaint]:
    """An `anyOf` is a list of named schemas, and the answer of an operation with `x-methods`."""
    allowed = _answers_of_methods(spec)
    for place in spec.defined("schema"):
        if "anyOf" not in place.node or "not" in place.pointer:
            continue
        if not _answers_only(spec, place, allowed):
            message = "`anyOf` is for the answers of operations with `x-methods`."
            yield (*place.pointer, "anyOf"), message, "Use `oneOf` with a discriminator."
        for index, variant in enumerate(place.node["anyOf"]):
            if component(variant.get("$ref")) is None:
                pointer = (*place.pointer, "anyOf", index)
                yield pointer, "A variant of `anyOf` is not named.", "Move it to `components/schemas`."


def _answers_of_methods(spec: Spec) -> set[Pointer]:
    """The media types of the answers that belong to operations with `x-methods` alone."""
    by_methods: set[Pointer] = set()
    others: set[Pointer] = set()
    for operation in spec.operations:
        for _, pointer, node in spec.responses(operation):
            found = {(*pointer, "content", name) for name in node.get("content", {})}
            (by_methods if _methods(spec, operation) else others).update(found)
    return by_methods - others


def _answers_only(spec: Spec, place: Place, allowed: set[Pointer]) -> bool:
    """Whether a schema serves as such an answer and as nothing else: where it stands, or wherever it is referred to."""
    if place.pointer[:2] != ("components", "schemas") or len(place.pointer) != 3:
        return place.pointer[:-1] in allowed
    ref = f"#/components/schemas/{place.pointer[2]}"
    return all(user.pointer[:-1] in allowed for user in spec.refs if user.node["$ref"] == ref)


@rule("methods-answer")
def methods_answer(spec: Spec) -> Iterator[Complaint]:
    """The answer of a method in `x-methods` is one of its operation, of whose answers one at most is read by none."""
    for operation in spec.operations:
        methods: list[Node] = operation.node.get("x-methods", [])
        variants = [name for _, _, node in spec.successes(operation) for name in _variants(spec, node)]
        for index, method in enumerate(methods):
            answer = method.get("answer")
            if answer and answer not in variants:
                pointer = (*operation.pointer, "x-methods", index, "answer")
                message = f"`{answer}` is not among the answers of `{operation.id}`."
                yield pointer, message, f"Use one of: {', '.join(dict.fromkeys(variants))}."
        read = {method.get("answer") for method in _methods(spec, operation)}
        read |= {entry.get("schema") for entry in spec.data.get("x-error-codes", [])}
        unread = [name for name in dict.fromkeys(variants) if name not in read]
        if any(method.get("answer") for method in methods) and len(unread) > 1:
            message = f"No method of `{operation.id}` reads {', '.join(unread)}."
            mend = "Name each in `x-methods` or `x-error-codes`; only the plain error body may stay unread."
            yield (*operation.pointer, "x-methods"), message, mend


def _methods(spec: Spec, operation: WireOperation) -> list[Node]:
    """The methods of an operation, and those of the one that it means the same as."""
    twins = [twin for twin in spec.operations if twin.node.get("x-twin") == operation.id]
    return [method for each in (operation, *twins) for method in each.node.get("x-methods", [])]


def _variants(spec: Spec, response: Node) -> Iterator[str]:
    for entry in response.get("content", {}).values():
        schema: Node = entry.get("schema", {})
        name = component(schema.get("$ref"))
        target: Node = spec.document.follow(schema)
        if name and "anyOf" not in target:
            yield name
        yield from (found for part in target.get("anyOf", []) if (found := component(part.get("$ref"))))
