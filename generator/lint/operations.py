"""Rules on operations and their parameters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.lint.rule import Complaint, rule
from generator.lint.spec import Spec, schema_types
from generator.parse import python_name
from generator.source import Node

FORBIDDEN = frozenset({"body", "client", "url", "headers", "params", "cookies", "self"})
_PATH_PARAMETER = re.compile(r"{([^}]*)}")


@rule("operation-text")
def operation_text(spec: Spec) -> Iterator[Complaint]:
    """Every operation has a summary and a description."""
    for operation in spec.operations:
        for key in ("summary", "description"):
            if not operation.node.get(key):
                yield operation.pointer, f"`{operation.id}` has no {key}.", f"Add a {key} in your own words."


@rule("security")
def security(spec: Spec) -> Iterator[Complaint]:
    """Every operation says its security, with schemes that are declared."""
    schemes = spec.data.get("components", {}).get("securitySchemes", {})
    for operation in spec.operations:
        if "security" not in operation.node:
            message = f"`{operation.id}` does not say its security."
            yield operation.pointer, message, "Add `security`; `security: []` where none is needed."
        for index, need in enumerate(operation.security):
            for name in need:
                if name not in schemes:
                    pointer = (*operation.pointer, "security", index)
                    yield pointer, f"There is no security scheme `{name}`.", f"Use one of: {', '.join(schemes)}."


@rule("path-item-reference")
def path_item_reference(spec: Spec) -> Iterator[Complaint]:
    """A path is written out, not a `$ref`."""
    for place in spec.of("path-item"):
        if "$ref" in place.node:
            yield place.pointer, f"The path `{place.pointer[-1]}` is a `$ref`.", "Write its operations here."


@rule("path-parameter")
def path_parameter(spec: Spec) -> Iterator[Complaint]:
    """The path parameters of an operation are those of its path, each required."""
    for operation in spec.operations:
        in_path = _PATH_PARAMETER.findall(operation.path)
        declared = {entry.name: entry for entry in operation.parameters if entry.location == "path"}
        for name in in_path:
            if name not in declared:
                message = f"`{operation.id}` does not declare the path parameter `{name}`."
                yield operation.pointer, message, "Add it to `parameters`."
        for name, entry in declared.items():
            if name not in in_path:
                yield entry.pointer, f"The path has no `{{{name}}}`.", "Remove the parameter, or put it into the path."


@rule("parameter-unique")
def parameter_unique(spec: Spec) -> Iterator[Complaint]:
    """No parameter is listed twice."""
    for place in (*spec.of("operation"), *spec.of("path-item")):
        seen: set[tuple[str, str]] = set()
        for index, raw in enumerate(place.node.get("parameters", [])):
            node = spec.document.follow(raw)
            key = (node["in"], node["name"])
            if key in seen:
                message = f"The {node['in']} parameter `{node['name']}` is listed twice."
                yield (*place.pointer, "parameters", index), message, "Keep one of them."
            seen.add(key)


@rule("parameter-text")
def parameter_text(spec: Spec) -> Iterator[Complaint]:
    """Every parameter has a description."""
    for place in spec.defined("parameter"):
        if not place.node.get("description"):
            yield place.pointer, f"The parameter `{place.node['name']}` has no description.", "Say what it means."


@rule("parameter-content")
def parameter_content(spec: Spec) -> Iterator[Complaint]:
    """A parameter has a schema, not `content`."""
    for place in spec.defined("parameter"):
        if "schema" not in place.node:
            yield place.pointer, f"The parameter `{place.node['name']}` has `content`.", "Give it a `schema`."


@rule("parameter-name")
def parameter_name(spec: Spec) -> Iterator[Complaint]:
    """No parameter is named as something the client itself needs."""
    for place in spec.defined("parameter"):
        wire: str = place.node["name"]
        name: str = place.node.get("x-name") or python_name(wire).rstrip("_")
        if name in FORBIDDEN:
            yield place.pointer, f"A parameter cannot be named `{name}` in Python.", "Give it another name by `x-name`."


@rule("parameter-scalar")
def parameter_scalar(spec: Spec) -> Iterator[Complaint]:
    """Header and path parameters are scalars."""
    for place in spec.defined("parameter"):
        if place.node["in"] not in ("header", "path") or not isinstance(place.node.get("schema"), dict):
            continue
        schema: Node = spec.document.follow(place.node["schema"])
        if not schema_types(schema) or set(schema_types(schema)) & {"array", "object"}:
            message = f"The {place.node['in']} parameter `{place.node['name']}` is no scalar."
            yield place.pointer, message, "Give it the type string, integer, number or boolean."
