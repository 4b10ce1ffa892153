"""The models module: a class for each object, an alias for each choice."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from generator.parse import python_name
from generator.plan.types import Types, literals
from generator.source import Node, is_list, is_node


@dataclass(frozen=True)
class Field:
    """One field of a model."""

    name: str
    wire: str
    type: str
    default: str | None
    """None: it must be given (or, in an answer, is always there)."""
    doc: str


@dataclass(frozen=True)
class ModelClass:
    """A class of the models module."""

    name: str
    doc: str
    fields: list[Field]
    collect: dict[str, str]
    """Fields that gather unnamed properties, and the prefix each takes."""
    after: tuple[str, ...] = ()
    """Classes that it names; kept for the order."""


@dataclass(frozen=True)
class Alias:
    """A choice of texts."""

    name: str
    type: str
    doc: str


@dataclass
class Models:
    """What the models module holds, in the order of the spec."""

    types: Types
    sent: set[str] = field(default_factory=set[str])
    """Components that are sent."""
    read: set[str] = field(default_factory=set[str])
    """Components that are read."""

    def reach(self, schema: Any, *, sent: bool) -> None:
        """Note that a schema, and all that it holds, is sent or read."""
        if is_list(schema):
            for item in schema:
                self.reach(item, sent=sent)
            return
        if not is_node(schema):
            return
        reached = self.sent if sent else self.read
        if name := self.types.component(schema):
            if name in reached:
                return
            reached.add(name)
            self.reach(self.types.parsed.document.resolve(schema["$ref"]), sent=sent)
        for key in ("items", "additionalProperties", "anyOf", "oneOf", "allOf"):
            self.reach(schema.get(key), sent=sent)
        self.reach(list(schema.get("properties", {}).values()), sent=sent)

    def aliases(self) -> list[Alias]:
        """The choices that the package uses."""
        found: list[Alias] = []
        for name, info in self.types.parsed.schemas.items():
            node = info.node
            if name not in self.types.used or self.types.is_model(node):
                continue
            values: list[Any] = node.get("enum") or node.get("x-extensible-enum") or []
            closed = "enum" in node and name not in self.read
            text = literals(values) if closed else f"{literals(values)} | str"
            found.append(Alias(info.class_name, text, node.get("description", "")))
        return found

    def classes(self) -> list[ModelClass]:
        """The classes that the package uses, in the order of the spec."""
        return [
            self._class(info.class_name, info.node, sent=name in self.sent and name not in self.read)
            for name, info in self.types.parsed.schemas.items()
            if name in self.wanted() and self.types.is_model(info.node)
        ]

    def wanted(self) -> set[str]:
        """The components that are classes, and those that their fields name."""
        wanted: set[str] = set()
        todo = list(self.types.used)
        while todo:
            name = todo.pop()
            if name in wanted:
                continue
            wanted.add(name)
            inner = Types(self.types.parsed)
            node = self.types.parsed.schemas[name].node
            for schema in self._schemas(node):
                inner.of(schema, sent=name in self.sent and name not in self.read)
            todo += inner.used
        self.types.used |= wanted
        return wanted

    @staticmethod
    def _schemas(node: Node) -> list[Node]:
        collected = [entry["schema"] for entry in node.get("x-collect", []) if "schema" in entry]
        return [*node.get("properties", {}).values(), *collected]

    def _class(self, name: str, node: Node, *, sent: bool) -> ModelClass:
        required = set(node.get("required", []))
        fields = [
            self._field(wire, schema, sent=sent, required=wire in required)
            for wire, schema in node.get("properties", {}).items()
        ]
        collect: dict[str, str] = {}
        for entry in node.get("x-collect", []):
            rest = node.get("additionalProperties")
            schema: Node = entry.get("schema") or (rest if is_node(rest) else {"type": "string"})
            collect[entry["name"]] = entry.get("prefix", "")
            type_ = f"dict[str, {self.types.of(schema, sent=False)}]"
            fields.append(Field(entry["name"], entry["name"], type_, "{}", entry["description"]))
        return ModelClass(name, node.get("description", ""), fields, collect)

    def _field(self, wire: str, schema: Node, *, sent: bool, required: bool) -> Field:
        node = self.types.follow(schema)
        type_ = self.types.of(schema, sent=sent)
        default = None
        if not required and sent and type_.nullable:
            return Field(_name(wire, node), wire, f"{type_} | Unset", "UNSET", node.get("description", ""))
        if not required:
            type_, default = type_.optional(), "None"
        return Field(_name(wire, node), wire, str(type_), default, node.get("description", ""))


def _name(wire: str, node: Node) -> str:
    return node.get("x-name") or python_name(wire)
