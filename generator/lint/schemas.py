"""Rules on single schemas: what they may say, and that they say what they are."""

from __future__ import annotations

from collections.abc import Iterator

from generator.lint.rule import Complaint, rule
from generator.lint.spec import Place, Spec, children, schema_types
from generator.source import Node, is_node
from generator.vocabulary import formats

_BANNED = (
    "title", "$defs", "definitions", "prefixItems", "patternProperties", "if", "then", "else",
    "unevaluatedProperties", "unevaluatedItems", "dependentSchemas", "nullable",
)  # fmt: skip
_PYTHON: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
}
_BOUNDED = ("int32", "int64", "flag")


def _is_component(place: Place) -> bool:
    return len(place.pointer) == 3 and place.pointer[:2] == ("components", "schemas")


@rule("schema-named")
def schema_named(spec: Spec) -> Iterator[Complaint]:
    """Every object with properties and every enum is a component, unless a `format` says what becomes of it."""
    for place in spec.defined("schema"):
        if _is_component(place) or place.pointer[-2] == "allOf" or place.pointer[0] == "x-client":
            continue
        kind = "object" if "properties" in place.node else "enum" if "enum" in place.node else ""
        if kind and not (kind == "enum" and "format" in place.node):
            yield place.pointer, f"This {kind} has no name.", "Move it to `components/schemas` and refer to it."


@rule("schema-keyword")
def schema_keyword(spec: Spec) -> Iterator[Complaint]:
    """Schemas do without title, $defs, prefixItems, patternProperties, if/then, unevaluated… and nullable."""
    for place in spec.of("schema"):
        for key in _BANNED:
            if key in place.node:
                mend = 'Write `type: [string, "null"]`.' if key == "nullable" else "Say it without."
                yield (*place.pointer, key), f"Schemas here do without `{key}`.", mend


@rule("schema-boolean")
def schema_boolean(spec: Spec) -> Iterator[Complaint]:
    """A schema is a mapping, never `true` or `false` (but for `additionalProperties`)."""
    for place in spec.all():
        for kind, way, value in children(place.kind, place.node):
            if kind == "schema" and isinstance(value, bool) and way != ("additionalProperties",):
                yield (*place.pointer, *way), "This is a boolean schema.", "Write a schema with a type."


@rule("nullable")
def nullable(spec: Spec) -> Iterator[Complaint]:
    """A schema that can be null is `type: [string, "null"]`, or `oneOf: [{$ref: …}, {type: "null"}]`."""
    for place in spec.defined("schema"):
        node = place.node
        if None in node.get("enum", []):
            mend = 'Leave it out; use `oneOf` with `type: "null"`.'
            yield (*place.pointer, "enum"), "`null` stands in an enum.", mend
        for key in ("oneOf", "anyOf"):
            variants: list[Node] = node.get(key, [])
            if {"type": "null"} in variants and (key == "anyOf" or len(variants) != 2 or "$ref" not in variants[0]):
                mend = 'Write `oneOf: [{$ref: …}, {type: "null"}]`.'
                yield (*place.pointer, key), "A nullable schema is written in another way here.", mend


@rule("one-type")
def one_type(spec: Spec) -> Iterator[Complaint]:
    """What is answered is of one type beside null (a server may take several)."""
    for place in spec.defined("schema"):
        types = schema_types(place.node)
        if len(types) > 1 and spec.is_answered(place):
            message = f"This is answered, and of several types: {', '.join(types)}."
            yield (*place.pointer, "type"), message, "Keep the type that the service sends."


@rule("union")
def union(spec: Spec) -> Iterator[Complaint]:
    """A `oneOf` is of named variants, told apart by a discriminator: a required string `const` in each."""
    for place in spec.defined("schema"):
        variants = [variant for variant in place.node.get("oneOf", []) if variant != {"type": "null"}]
        if "oneOf" not in place.node or len(variants) == len(place.node["oneOf"]) - 1 == 1:
            continue
        name = _discriminator(place.node)
        if name is None:
            mend = "Add `discriminator` with `propertyName`."
            yield (*place.pointer, "oneOf"), "The variants have no discriminator.", mend
            continue
        for index, variant in enumerate(variants):
            pointer = (*place.pointer, "oneOf", index)
            if "$ref" not in variant:
                yield pointer, "A variant of `oneOf` is not named.", "Move it to `components/schemas`."
                continue
            tag = spec.properties(variant).get(name, {})
            required = any(name in part.get("required", []) for part in spec.parts(variant))
            if not isinstance(tag.get("const"), str) or not required:
                message = f"`{variant['$ref'].split('/')[-1]}` has no required string `const` `{name}`."
                yield pointer, message, f"Give it `{name}: {{type: string, const: …}}` and require it."


def _discriminator(node: Node) -> str | None:
    said = node.get("discriminator")
    name = said.get("propertyName") if is_node(said) else None
    return name if isinstance(name, str) else None


@rule("all-of")
def all_of(spec: Spec) -> Iterator[Complaint]:
    """An `allOf` joins objects, and none defines a property again."""
    for place in spec.defined("schema"):
        seen: set[str] = set(place.node.get("properties", {}))
        for index, part in enumerate(place.node.get("allOf", [])):
            target = spec.document.follow(part)
            pointer = (*place.pointer, "allOf", index)
            if "object" not in schema_types(target) and "allOf" not in target:
                yield pointer, "`allOf` joins something that is no object.", "Use `allOf` for objects only."
            again = seen & set(target.get("properties", {}))
            if again:
                message = f"`allOf` defines {', '.join(f'`{name}`' for name in sorted(again))} again."
                yield pointer, message, "Define each property once."
            seen |= set(target.get("properties", {}))


@rule("enum")
def enum(spec: Spec) -> Iterator[Complaint]:
    """The values of an enum are of the one type that is named; a `const` is a string."""
    for place in spec.defined("schema"):
        node = place.node
        types = schema_types(node)
        fitting = _PYTHON.get(types[0], ()) if len(types) == 1 else ()
        values = [value for value in node.get("enum", []) if value is not None]
        if any(not isinstance(value, fitting) or isinstance(value, bool) != (fitting == (bool,)) for value in values):
            message = "The enum's values are not all of its type."
            yield (*place.pointer, "enum"), message, "Name the one type of all values."
        if "const" in node and not (isinstance(node["const"], str) and types == ["string"]):
            message = "A `const` here is a string."
            yield (*place.pointer, "const"), message, "Write `type: string` and a string `const`."


@rule("integer-bounded")
def integer_bounded(spec: Spec) -> Iterator[Complaint]:
    """Integers are bounded: by `format: int32` or `int64`, by minimum and maximum, or by an enum."""
    for place in spec.defined("schema"):
        node = place.node
        bounded = node.get("format") in _BOUNDED or "enum" in node or ("minimum" in node and "maximum" in node)
        if "integer" in schema_types(node) and not bounded:
            yield place.pointer, "This integer has no bounds.", "Add `format: int32` or `format: int64`."


@rule("format")
def known_format(spec: Spec) -> Iterator[Complaint]:
    """A `format` is one of the vocabulary's, on a type that it fits."""
    for place in spec.defined("schema"):
        if "format" not in place.node:
            continue
        name: str = place.node["format"]
        pointer = (*place.pointer, "format")
        if name not in formats():
            yield pointer, f"The format `{name}` is unknown.", f"Use one of: {', '.join(formats())}."
            continue
        fitting: list[str] = formats()[name]["type"]
        types = schema_types(place.node)
        if not types or not set(types) <= set(fitting):
            message = f"The format `{name}` does not fit the type {' or '.join(types) or 'that is not said'}."
            yield pointer, message, f"It fits: {', '.join(fitting)}."


@rule("schema-text")
def schema_text(spec: Spec) -> Iterator[Complaint]:
    """Every component schema and every property has a description, its own or that of what it refers to."""
    for place in spec.of("schema"):
        is_property = place.pointer[-2] == "properties"
        if (is_property or _is_component(place)) and not _described(spec, place.node):
            what = "property" if is_property else "schema"
            message = f"The {what} `{place.pointer[-1]}` has no description."
            yield place.pointer, message, "Say what it is, with unit and format."


def _described(spec: Spec, node: Node) -> bool:
    if node.get("description"):
        return True
    if "$ref" in node:
        return _described(spec, spec.document.resolve(node["$ref"]))
    return "oneOf" in node and any("$ref" in variant and _described(spec, variant) for variant in node["oneOf"])
