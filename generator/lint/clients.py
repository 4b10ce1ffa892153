"""Rules on what a client can do: what its runtime knows no way for is told here, not found out when it is used."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.lint.rule import Complaint, rule
from generator.lint.spec import Spec, schema_types
from generator.parse import class_name
from generator.plan.names import IMPORTED, runtime_names
from generator.source import Node, is_node

_OF_CLIENTS = frozenset({"close", "mode", "with_options", "with_response"})
_OF_ERRORS = frozenset(
    {"args", "code", "details", "message", "name", "operation", "request_id", "response", "stands_for", "status"}
)
_IN_MODELS = frozenset({"Any", "ClassVar", "Decimal", "Literal", "Mapping", "Sequence", "TypeAlias"}) | {
    "DecimalText", "DigitText", "Flag", "FlagNumber", "LocalDateTime", "Model", "NumberText", "Unset", "Upload",
    "YesNo",
}  # fmt: skip


@rule("client-root")
def client_root(spec: Spec) -> Iterator[Complaint]:
    """A spec has what every client tells: a description, a server, and how to sign in."""
    if not spec.data["info"].get("description"):
        yield ("info",), "The API has no description.", "Say in `description` what it is for."
    if not spec.data.get("servers"):
        yield ("servers",), "The API has no server.", "Add `servers`; with variables, where each has its own."
    if "x-auth" not in spec.data:
        yield ("x-auth",), "It is not said how a client signs in.", "Add `x-auth`."


@rule("client-security")
def client_security(spec: Spec) -> Iterator[Complaint]:
    """A security scheme is an API key, or HTTP's basic or bearer."""
    for place in spec.defined("security-scheme"):
        kind, scheme = place.node.get("type"), str(place.node.get("scheme", "")).lower()
        if kind != "apiKey" and not (kind == "http" and scheme in ("basic", "bearer")):
            message = f"Clients cannot sign in by the scheme `{place.pointer[-1]}`."
            yield place.pointer, message, "Use `type: apiKey`, or `type: http` with `basic` or `bearer`."


@rule("client-parameter")
def client_parameter(spec: Spec) -> Iterator[Complaint]:
    """A parameter stands in path, query or header, in the plain style; no cookie (but for a security scheme)."""
    for place in spec.defined("parameter"):
        node = place.node
        plain = {"path": "simple", "query": "form", "header": "simple"}.get(node["in"])
        if plain is None:
            yield place.pointer, "Clients send no cookie parameters.", "Make it a security scheme, or leave it out."
            continue
        schema = spec.document.follow(node["schema"]) if is_node(node.get("schema")) else {}
        spread = schema_types(schema) == ["object"]
        if node.get("style", plain) != plain or (spread and node.get("explode", True) is False):
            message = f"Clients cannot write the {node['in']} parameter `{node['name']}` in this style."
            yield place.pointer, message, f"Use `style: {plain}`; for an object, exploded."


@rule("client-body")
def client_body(spec: Spec) -> Iterator[Complaint]:
    """A request body is JSON, a form, or a multipart form of single files; in a wrapper every field has a value."""
    for place in spec.defined("request-body"):
        content: dict[str, Node] = place.node.get("content", {})
        media = next(iter(content), "")
        if "json" not in media and media not in ("application/x-www-form-urlencoded", "multipart/form-data"):
            mend = "Put JSON, `application/x-www-form-urlencoded` or `multipart/form-data` first."
            yield place.pointer, f"Clients cannot send {media}.", mend
        for wire, schema in spec.properties(content.get(media, {}).get("schema", {})).items():
            items = spec.document.follow(schema).get("items", {})
            if spec.document.follow(items).get("format") == "binary":
                message = f"Clients cannot send several files as `{wire}`."
                yield place.pointer, message, "Take one file, or texts of `format: byte`."
    for place in spec.defined("schema"):
        value = place.node.get("x-wrapper", {}).get("value")
        for wire, schema in place.node.get("properties", {}).items() if value else ():
            variants = [schema, *spec.document.follow(schema).get("oneOf", [])]
            if not any(value in spec.properties(variant) for variant in variants):
                message = f"`{wire}` has no property `{value}`, which holds the value."
                yield (*place.pointer, "properties", wire), message, "Give every field of the body the same wrapper."


@rule("client-methods")
def client_methods(spec: Spec) -> Iterator[Complaint]:
    """An operation with `x-methods` has no method of its own: it does not page, wait, fetch, nor is it waited for."""
    for operation in spec.operations:
        for key in ("x-wait", "x-download"):
            target = spec.operation_ids.get(operation.node.get(key, {}).get("operation"))
            if target is not None and "x-methods" in target.node:
                message = f"`{target.id}` has no method of its own, so nothing can be asked of it."
                yield (*operation.pointer, key, "operation"), message, "Give it a path of its own."
        for key in ("x-page", "x-wait", "x-download"):
            if key in operation.node and "x-methods" in operation.node:
                yield (*operation.pointer, key), f"`{key}` says nothing beside `x-methods`.", "Leave one of them out."
        for index, method in enumerate(operation.node.get("x-methods", [])):
            if "answer" not in method and method.get("kind") != "download" and _is_open(spec, operation.node):
                message = f"It is not said what the method `{method['name']}` reads."
                yield (*operation.pointer, "x-methods", index), message, "Name its `answer`."


def _is_open(spec: Spec, operation: Node) -> bool:
    """Whether the answer is one of several."""
    answers = [spec.document.follow(raw) for status, raw in operation["responses"].items() if status.startswith("2")]
    contents = [content for answer in answers for content in answer.get("content", {}).values()]
    return any("anyOf" in spec.document.follow(content.get("schema", {})) for content in contents)


@rule("client-name")
def client_name(spec: Spec) -> Iterator[Complaint]:
    """Schemas, tags, methods and the fields of errors do not have names that generated modules need for themselves."""
    mend = "Give it another name."
    for name, node in spec.data.get("components", {}).get("schemas", {}).items():
        if class_name(name) in _IN_MODELS and _is_class(node):
            yield ("components", "schemas", name), f"The schema `{name}` is named as something that models need.", mend
    for index, tag in enumerate(spec.data.get("tags", [])):
        if tag["name"] in _OF_CLIENTS or class_name(tag["name"]) in runtime_names() | IMPORTED | {"Api"}:
            yield ("tags", index), f"The tag `{tag['name']}` is named as something that clients need.", mend
    for operation in spec.operations:
        if operation.name == "mode":
            yield (*operation.pointer, "operationId"), "The method `mode` is named as what every resource has.", mend
    table: list[Any] = spec.data.get("x-error-codes", [])
    for index, row in enumerate(table):
        for field in row.get("fields", []):
            if field in _OF_ERRORS:
                yield ("x-error-codes", index, "fields"), f"Every error has its own `{field}`.", "Leave it out."


def _is_class(node: Node) -> bool:
    """Whether a name in Python is made of a schema; no format says what it is."""
    return any(key in node for key in ("properties", "allOf", "oneOf", "x-collect")) or (
        "format" not in node and any(key in node for key in ("enum", "x-extensible-enum"))
    )


@rule("client-event")
def client_event(spec: Spec) -> Iterator[Complaint]:
    """A webhook's payload is told from others: by a constant, or by what is required of it."""
    for name, hook in spec.data.get("webhooks", {}).items():
        body = spec.document.follow(hook.get("post", {}).get("requestBody", {}))
        for media, content in body.get("content", {}).items():
            schema: Node = content.get("schema", {})
            for variant in spec.document.follow(schema).get("oneOf", [schema]) if schema else ():
                parts = list(spec.parts(variant))
                told = any("const" in node for node in spec.properties(variant).values())
                if not told and not any(part.get("required") for part in parts):
                    pointer = ("webhooks", name, "post", "requestBody", "content", media)
                    yield pointer, "Nothing tells this event from others.", "Require what it always has."
