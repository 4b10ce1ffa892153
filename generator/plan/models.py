"""The models module: a class for each object, an alias for each choice."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from typing import Any

from generator.parse import SchemaInfo
from generator.plan.names import literal, visible
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

    def code(self, hidden: Collection[str]) -> str:
        """Its declaration, in a class where the names `hidden` mean something else."""
        said = [f"default={self.default}"] if self.default is not None else list[str]()
        value = self.default
        if self.name != self.wire:
            value = f"field({', '.join([*said, f'name={literal(self.wire)}'])})"
        return f"{self.name}: {visible(self.type if value is None else f'{self.type} = {value}', hidden)}"


@dataclass(frozen=True)
class Tag:
    """What tells a class from the others of a union."""

    field: str
    wire: str
    value: str
    doc: str


@dataclass(frozen=True)
class ModelClass:
    """A class of the models module."""

    name: str
    doc: str
    fields: list[Field]
    collect: dict[str, str]
    """Fields that gather unnamed properties, and the prefix each takes."""
    tag: Tag | None = None

    @property
    def lines(self) -> list[tuple[str, str]]:
        """The declaration and description of each field; the names of the fields hide nothing in them."""
        hidden = {entry.name for entry in self.fields}
        return [(entry.code(hidden), entry.doc) for entry in self.fields]


@dataclass(frozen=True)
class Alias:
    """A choice: of texts, or of classes."""

    name: str
    type: str
    doc: str
    of_classes: bool = False
    """Whether it names classes, and so must stand behind them."""


@dataclass
class Models:
    """What the models module holds, in the order of the spec."""

    types: Types
    sent: set[str] = field(default_factory=set[str])
    """Components that are sent."""
    read: set[str] = field(default_factory=set[str])
    """Components that are read."""

    _carried: dict[str, Node] = field(default_factory=dict[str, Node])
    """The warnings that stand beside a component in answers, and that its class has a field for."""

    def __post_init__(self) -> None:
        self._types = Types(self.types.parsed, used=self.types.used)
        self._tags = _tags(self.types)

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
        self.reach([entry.get("schema") for entry in schema.get("x-collect", [])], sent=sent)

    def carry(self, component: str, warnings: Node) -> None:
        """Note that the class of a component has a field for the warnings that come beside it."""
        self._carried[component] = self.types.follow(warnings)
        self.types.of(warnings, sent=False)

    def close(self) -> None:
        """Take in the components that those in use name."""
        todo, seen = list(self.types.used), set[str]()
        while todo:
            name = todo.pop()
            if name in seen:
                continue
            seen.add(name)
            inner = Types(self.types.parsed)
            for schema in self._schemas(self._node(name)):
                inner.of(schema, sent=False)
            todo += inner.used
        self.types.used |= seen

    def aliases(self) -> list[Alias]:
        """The choices that the package uses."""
        return [self._alias(info) for info in self._used() if not self.types.is_model(self._node(info.name))]

    def classes(self) -> list[ModelClass]:
        """The classes that the package uses."""
        return [self._class(info) for info in self._used() if self.types.is_model(self._node(info.name))]

    def _used(self) -> list[SchemaInfo]:
        return [info for name, info in self.types.parsed.schemas.items() if name in self.types.used]

    def _node(self, name: str) -> Node:
        return self.types.follow(self.types.parsed.schemas[name].node)

    @staticmethod
    def _schemas(node: Node) -> list[Node]:
        rest = node.get("additionalProperties")
        collected: list[Any] = [entry.get("schema", rest) for entry in node.get("x-collect", [])]
        listed: list[Any] = [*node.get("properties", {}).values(), *collected, *node.get("oneOf", [])]
        return [schema for schema in listed if is_node(schema)]

    def _alias(self, info: SchemaInfo) -> Alias:
        node = info.node
        doc: str = node.get("description", "")
        if self.types.is_union(node):
            return Alias(info.class_name, str(self._types.of(node, sent=False)), doc, of_classes=True)
        text = literals(node.get("enum") or node.get("x-extensible-enum") or [])
        closed = "enum" in node and info.name not in self.read
        kind = "int" if node.get("type") == "integer" else "str"
        return Alias(info.class_name, text if closed else f"{text} | {kind}", doc)

    def _class(self, info: SchemaInfo) -> ModelClass:
        node = self._node(info.name)
        sent, read = info.name in self.sent, info.name in self.read
        required = set(node.get("required", []))
        fields = [
            self._field(wire, schema, sent=sent and not read, coded=sent, required=wire in required)
            for wire, schema in node.get("properties", {}).items()
        ]
        collect: dict[str, str] = {}
        for entry in node.get("x-collect", []):
            rest = node.get("additionalProperties")
            schema: Node = entry.get("schema") or (rest if is_node(rest) else {"type": "string"})
            collect[entry["name"]] = entry.get("prefix", "")
            type_ = f"dict[str, {self._types.of(schema, sent=False, coded=sent)}]"
            fields.append(Field(entry["name"], entry["name"], type_, "{}", entry["description"]))
        if info.name in self._carried:
            items = self._types.of(self._carried[info.name]["items"], sent=False)
            doc = "What was left undone or is worth knowing; it stands beside this in the answer."
            fields.append(Field("warnings", "warnings", f"Sequence[{items}]", "()", doc))
        wire, value = self._tags.get(info.name, ("", ""))
        tag = next((Tag(entry.name, wire, value, entry.doc) for entry in fields if entry.wire == wire), None)
        fields = [entry for entry in fields if entry.wire != wire]
        return ModelClass(info.class_name, node.get("description", ""), fields, collect, tag)

    def _field(self, wire: str, schema: Node, *, sent: bool, coded: bool, required: bool) -> Field:
        node = self.types.follow(schema)
        type_ = self._types.of(schema, sent=sent, coded=coded)
        made = Field(self.types.field(wire, node), wire, str(type_), None, described(node))
        if "const" in node and required and coded:
            return replace(made, default=literal(node["const"]))
        if required:
            return made
        if sent and type_.nullable:
            return replace(made, type=f"{type_} | Unset", default="UNSET")
        return replace(made, type=str(type_.optional()), default="None")


def described(node: Node) -> str:
    """The description of a parameter or a property."""
    doc: str = node.get("description", "")
    return f"Deprecated. {doc}" if node.get("deprecated") else doc


def _tags(types: Types) -> dict[str, tuple[str, str]]:
    """Of each component that is a variant of a union: the property that tells it from the others, and its value."""
    found: dict[str, tuple[str, str]] = {}

    def look(value: Any) -> None:
        if is_list(value):
            for item in value:
                look(item)
        elif is_node(value):
            told = value.get("discriminator")
            for variant in value.get("oneOf", []) if is_node(told) else ():
                if (name := types.component(variant)) and is_node(told):
                    wire: str = told["propertyName"]
                    found.setdefault(name, (wire, types.follow(variant)["properties"][wire]["const"]))
            for item in value.values():
                look(item)

    look(types.parsed.document.data)
    return found
