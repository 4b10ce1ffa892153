"""Whether a way through a body leads to something that its schema knows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.lint.spec import Spec, schema_types
from generator.source import Node, is_node


def leads(spec: Spec, schema: Node, parts: Sequence[str]) -> bool:
    """Whether `parts` leads to a value that `schema` knows, or leaves open."""
    schema = spec.document.follow(schema)
    if not parts:
        return True
    members: list[Node] = [part for key in ("allOf", "anyOf", "oneOf") for part in schema.get(key, [])]
    if any(leads(spec, member, parts) for member in members if member.get("type") != "null"):
        return True
    head, rest = parts[0], parts[1:]
    properties: Node = schema.get("properties", {})
    if head in properties:
        return leads(spec, properties[head], rest)
    if "items" in schema and head.isdecimal():
        return leads(spec, schema["items"], rest)
    more = schema.get("additionalProperties")
    if is_node(more):
        return leads(spec, more, rest)
    return more is True or not (members or properties or schema_types(schema))


def bodies(content_holders: Iterable[Node]) -> list[Node]:
    """The schemas of the given answers or request bodies."""
    contents = (entry for holder in content_holders for entry in holder.get("content", {}).values())
    return [entry["schema"] for entry in contents if "schema" in entry]


def any_leads(spec: Spec, schemas: Iterable[Node], parts: Sequence[str]) -> bool:
    """Whether `parts` leads somewhere in one of the schemas."""
    return any(leads(spec, schema, parts) for schema in schemas)


def any_leads_to_each(spec: Spec, schemas: Sequence[Node], parts: Sequence[str]) -> bool:
    """Whether `parts` leads somewhere when a way through a list is one through each of its entries."""
    ways = [parts, *([*parts[:at], "0", *parts[at:]] for at in range(len(parts)))]
    return any(any_leads(spec, schemas, way) for way in ways)
