"""A spec as the rules see it: each object with its kind and place, found in one walk over the document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from generator.source import Document, Node, Pointer, is_list, is_node, pointer_of
from generator.wire import METHODS, WireOperation, operations


@dataclass(frozen=True)
class Place:
    """An object of the spec: a parameter, a schema, an answer …"""

    kind: str
    pointer: Pointer
    node: Node
    """As it stands; it may be a `$ref`."""


_How = Literal["one", "map", "list"]

# Which keys of an object hold further objects, and of which kind. What is not named here (examples, enums, defaults,
# values of extensions) is data, and is not walked.
_CHILDREN: dict[str, dict[str, tuple[_How, str]]] = {
    "root": {
        "info": ("one", "info"),
        "servers": ("list", "server"),
        "tags": ("list", "tag"),
        "paths": ("map", "path-item"),
        "webhooks": ("map", "webhook"),
        "components": ("one", "components"),
        "x-client": ("list", "x-client"),
    },
    "components": {
        "schemas": ("map", "schema"),
        "responses": ("map", "response"),
        "parameters": ("map", "parameter"),
        "examples": ("map", "example"),
        "requestBodies": ("map", "request-body"),
        "headers": ("map", "header"),
        "securitySchemes": ("map", "security-scheme"),
        "links": ("map", "link"),
        "pathItems": ("map", "path-item"),
    },
    "path-item": {
        "parameters": ("list", "parameter"),
        "servers": ("list", "server"),
        **dict.fromkeys(METHODS, ("one", "operation")),
    },
    "webhook": {
        "parameters": ("list", "parameter"),
        "requestBody": ("one", "request-body"),
        "responses": ("map", "response"),
        **dict.fromkeys(METHODS, ("one", "webhook")),
    },
    "operation": {
        "parameters": ("list", "parameter"),
        "requestBody": ("one", "request-body"),
        "responses": ("map", "response"),
        "servers": ("list", "server"),
    },
    "parameter": {"schema": ("one", "schema"), "examples": ("map", "example"), "content": ("map", "media-type")},
    "header": {"schema": ("one", "schema"), "examples": ("map", "example"), "content": ("map", "media-type")},
    "request-body": {"content": ("map", "media-type")},
    "response": {"headers": ("map", "header"), "content": ("map", "media-type"), "links": ("map", "link")},
    "media-type": {"schema": ("one", "schema"), "examples": ("map", "example"), "encoding": ("map", "encoding")},
    "encoding": {"headers": ("map", "header")},
    "server": {"variables": ("map", "server-variable")},
    "x-client": {"schema": ("one", "schema")},
    "x-collect": {"schema": ("one", "schema")},
    "schema": {
        "properties": ("map", "schema"),
        "items": ("one", "schema"),
        "additionalProperties": ("one", "schema"),
        "not": ("one", "schema"),
        "allOf": ("list", "schema"),
        "anyOf": ("list", "schema"),
        "oneOf": ("list", "schema"),
        "x-collect": ("list", "x-collect"),
        "xml": ("one", "xml"),
        "discriminator": ("one", "discriminator"),
    },
}


def children(kind: str, node: Node) -> Iterator[tuple[str, Pointer, Any]]:
    """The objects right below `node`: their kind, the way to them, and what stands there (which may be no mapping)."""
    for key, (how, child) in _CHILDREN.get(kind, {}).items():
        value = node.get(key)
        if how == "one" and key in node:
            yield child, (key,), value
        elif how == "map" and is_node(value):
            yield from ((child, (key, name), entry) for name, entry in value.items() if not name.startswith("x-"))
        elif how == "list" and is_list(value):
            yield from ((child, (key, index), entry) for index, entry in enumerate(value))


class Spec:
    """A spec whose structure is sound, ready for the rules."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.data = document.data
        self._by_kind: dict[str, list[Place]] = defaultdict(list)
        self.refs: list[Place] = []
        """Every object that is a `$ref`."""
        self._walk("root", (), document.data)

    def of(self, kind: str) -> list[Place]:
        """All objects of a kind, `$ref`s too."""
        return self._by_kind[kind]

    def defined(self, kind: str) -> Iterator[Place]:
        """All objects of a kind where they are written out."""
        return (place for place in self._by_kind[kind] if "$ref" not in place.node)

    def all(self) -> Iterator[Place]:
        """All objects."""
        return (place for places in list(self._by_kind.values()) for place in places)

    @cached_property
    def operations(self) -> tuple[WireOperation, ...]:
        """All operations but the webhooks."""
        return tuple(operations(self.document))

    @cached_property
    def operation_ids(self) -> dict[str, WireOperation]:
        """Operations by operationId."""
        return {operation.id: operation for operation in self.operations}

    def follow(self, pointer: Pointer, node: Node) -> tuple[Pointer, Node]:
        """Where a node stands and what it is, once its `$ref`s are followed."""
        while "$ref" in node:
            pointer = pointer_of(node["$ref"])
            node = self.document.at(pointer)
        return pointer, node

    def responses(self, operation: WireOperation) -> Iterator[tuple[str, Pointer, Node]]:
        """An operation's answers, written out: status, place, answer."""
        for status, raw in operation.node.get("responses", {}).items():
            if is_node(raw):
                yield (status, *self.follow((*operation.pointer, "responses", status), raw))

    def successes(self, operation: WireOperation) -> Iterator[tuple[str, Pointer, Node]]:
        """An operation's 2xx answers."""
        return (answer for answer in self.responses(operation) if answer[0].startswith("2"))

    def request_body(self, operation: WireOperation) -> tuple[Pointer, Node] | None:
        """An operation's request body, written out."""
        raw = operation.node.get("requestBody")
        return self.follow((*operation.pointer, "requestBody"), raw) if is_node(raw) else None

    def parts(self, schema: Node) -> Iterator[Node]:
        """A schema written out, and what its `allOf` joins to it."""
        schema = self.document.follow(schema)
        yield schema
        for part in schema.get("allOf", []):
            yield from self.parts(part)

    def properties(self, schema: Node) -> dict[str, Node]:
        """All properties of an object, those of its `allOf` too."""
        return {name: node for part in self.parts(schema) for name, node in part.get("properties", {}).items()}

    def is_answered(self, place: Place) -> bool:
        """Whether a schema is part of an answer: where it stands, or through `$ref`s."""
        if place.pointer[:2] == ("components", "schemas"):
            return place.pointer[2] in self._answered
        return "responses" in place.pointer

    @cached_property
    def _answered(self) -> set[str]:
        """The component schemas that answers refer to, however far."""
        below: dict[str, set[str]] = defaultdict(set)
        todo: set[str] = set()
        for place in self.refs:
            name = component(place.node["$ref"])
            if name and place.pointer[:2] == ("components", "schemas"):
                below[str(place.pointer[2])].add(name)
            elif name and "responses" in place.pointer:
                todo.add(name)
        found: set[str] = set()
        while todo:
            name = todo.pop()
            found.add(name)
            todo |= below[name] - found
        return found

    def _walk(self, kind: str, pointer: Pointer, node: Node) -> None:
        place = Place(kind, pointer, node)
        self._by_kind[kind].append(place)
        if "$ref" in node:
            self.refs.append(place)
        for child, way, value in children(kind, node):
            if is_node(value):
                self._walk(child, (*pointer, *way), value)


def schema_types(node: Node) -> list[str]:
    """The types a schema names, without null."""
    named = node.get("type", [])
    listed: list[str] = [named] if isinstance(named, str) else named
    return [entry for entry in listed if entry != "null"]


def component(ref: str | None) -> str | None:
    """The name of the component schema that a `$ref` refers to."""
    prefix = "#/components/schemas/"
    return ref.removeprefix(prefix) if ref and ref.startswith(prefix) else None
