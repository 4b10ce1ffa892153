"""Rules on the document as a whole: its order, its components and what refers to them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.lint.rule import Complaint, rule
from generator.lint.spec import Spec
from generator.source import Pointer, is_node, pointer_of

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ORDER = ("openapi", "jsonSchemaDialect", "info", "servers", "security", "tags", "paths", "webhooks", "components")
_SECTIONS = {
    "response": "responses",
    "parameter": "parameters",
    "example": "examples",
    "request-body": "requestBodies",
    "header": "headers",
    "link": "links",
    "security-scheme": "securitySchemes",
    "path-item": "pathItems",
    "webhook": "pathItems",
}
_PASCAL = re.compile(r"[A-Z][A-Za-z0-9]*")


@rule("dialect")
def dialect(spec: Spec) -> Iterator[Complaint]:
    """The schemas are said to be of the JSON Schema dialect 2020-12."""
    if spec.data.get("jsonSchemaDialect") != DIALECT:
        mend = f"Write `jsonSchemaDialect: {DIALECT}`."
        yield ("jsonSchemaDialect",), "The JSON Schema dialect is not 2020-12.", mend


@rule("root-order")
def root_order(spec: Spec) -> Iterator[Complaint]:
    """The top-level keys stand in this order: info, servers, security, tags, paths, webhooks, components."""
    keys = [key for key in spec.data if key in _ORDER]
    wanted = [key for key in _ORDER if key in keys]
    for key, other in zip(keys, wanted, strict=True):
        if key != other:
            yield (key,), f"`{key}` stands where `{other}` should.", f"Keep the order {', '.join(_ORDER[2:])}."
            return


@rule("component-name")
def component_name(spec: Spec) -> Iterator[Complaint]:
    """Components have names in PascalCase (security schemes keep their own)."""
    for section, entries in spec.data.get("components", {}).items():
        if section == "securitySchemes" or not is_node(entries):
            continue
        for name in entries:
            if not _PASCAL.fullmatch(name):
                yield ("components", section, name), f"The component `{name}` is not in PascalCase.", "Rename it."


@rule("reference")
def reference(spec: Spec) -> Iterator[Complaint]:
    """Every `$ref` leads to a component of the fitting kind in the same file."""
    for place in spec.refs:
        ref = str(place.node["$ref"])
        section = _SECTIONS.get(place.kind, "schemas")
        if not ref.startswith(f"#/components/{section}/") or ref.count("/") != 3:
            message = f"`{ref}` is no component that can stand here."
            yield place.pointer, message, f"Refer to `#/components/{section}/…`."
        elif not _exists(spec, ref):
            yield place.pointer, f"`{ref}` leads nowhere.", "Correct the name, or write the component."
    for place in spec.of("discriminator"):
        mapping = place.node.get("mapping", {})
        for value, ref in mapping.items() if is_node(mapping) else ():
            if not _exists(spec, str(ref)):
                yield (*place.pointer, "mapping", value), f"`{ref}` leads nowhere.", "Refer to a component schema."


def _exists(spec: Spec, ref: str) -> bool:
    try:
        spec.document.follow({"$ref": ref})
    except LookupError:
        return False
    return True


@rule("component-unused")
def component_unused(spec: Spec) -> Iterator[Complaint]:
    """Every component is used."""
    used = {pointer_of(ref)[1:3] for ref in _reachable(spec)} | _named_by_extensions(spec)
    for section, entries in spec.data.get("components", {}).items():
        if not is_node(entries):
            continue
        for name in entries:
            if (section, name) not in used and not (section == "securitySchemes" and _secures(spec, name)):
                yield ("components", section, name), f"Nothing uses the component `{name}`.", "Use it or remove it."


def _reachable(spec: Spec) -> set[str]:
    """Every `$ref` that can be reached from outside the components, or from a component that can."""
    inside: dict[Pointer, list[str]] = {}
    found: list[str] = []
    for place in spec.refs:
        ref: str = place.node["$ref"]
        if place.pointer[0] == "components":
            inside.setdefault(place.pointer[1:3], []).append(ref)
        else:
            found.append(ref)
    found.extend(f"#/components/{section}/{name}" for section, name in _named_by_extensions(spec))
    seen: set[str] = set()
    while found:
        next_ref = found.pop()
        if next_ref not in seen:
            seen.add(next_ref)
            found.extend(inside.get(pointer_of(next_ref)[1:3], []))
    return seen


def _named_by_extensions(spec: Spec) -> set[Pointer]:
    names = {entry.get("schema") for entry in spec.data.get("x-error-codes", [])}
    for operation in spec.operations:
        names |= {method.get("answer") for method in operation.node.get("x-methods", [])}
    return {("schemas", name) for name in names if name}


def _secures(spec: Spec, scheme: str) -> bool:
    needs = [*spec.data.get("security", []), *(need for operation in spec.operations for need in operation.security)]
    return any(scheme in need for need in needs)
