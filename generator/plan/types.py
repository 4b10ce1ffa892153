"""Schemas as Python types."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from generator.parse import Operation, Parsed, class_name, python_name
from generator.plan.names import literal
from generator.source import Node, is_list, is_node
from generator.vocabulary import formats

SCALARS = {"string": "str", "integer": "int", "number": "float", "boolean": "bool"}

CODECS = {
    ("yes-no", "string"): "YesNo",
    ("flag", "string"): "Flag",
    ("flag", "integer"): "FlagNumber",
    ("integer", "string"): "DigitText",
    ("number", "string"): "NumberText",
    ("decimal", "string"): "DecimalText",
    ("local-date-time", "string"): "LocalDateTime",
    ("byte", "string"): "Base64File",
}
"""The runtime's types for what is sent in another form than Python writes it."""


_LOOSE = " | Mapping[str, Any]"
"""What may be given in place of a model: plain data with the names of the wire."""


_OF_MODELS = frozenset({"collect", "from_dict", "replace", "to_dict", "to_json"})
"""What every model has: a field of such a name gets an underscore."""


@dataclass(frozen=True)
class Type:
    """A Python type, as it stands in an annotation."""

    text: str
    nullable: bool = False

    def __str__(self) -> str:
        return f"{self.text} | None" if self.nullable and self.text not in ("None", "Any") else self.text

    def optional(self) -> Type:
        """The same, or None."""
        return Type(self.text, nullable=True)


@dataclass
class Types:
    """Turns the schemas of one spec into types."""

    parsed: Parsed
    taken: frozenset[str] = frozenset()
    """Names that mean something else where the types will stand; a class of such a name is written `models.Name`."""
    used: set[str] = field(default_factory=set[str])
    """Components that came up as a class or an alias."""

    def follow(self, schema: Node) -> Node:
        """A schema with its `$ref` followed and its `allOf` joined; what stands beside the `$ref` wins."""
        node = schema
        if "$ref" in schema:
            beside = {key: value for key, value in schema.items() if key != "$ref"}
            node = {**self.follow(self.parsed.document.resolve(schema["$ref"])), **beside}
        return self._joined(node) if "allOf" in node else node

    def _joined(self, node: Node) -> Node:
        own = {key: value for key, value in node.items() if key != "allOf"}
        parts = [*(self.follow(part) for part in node["allOf"]), own]
        properties: Node = {}
        for part in parts:
            properties |= part.get("properties", {})
        required = [name for part in parts for name in part.get("required", [])]
        open_ = ("additionalProperties", "x-collect")
        rest = {key: part[key] for part in parts for key in open_ if key in part}
        return {**rest, **own, "type": "object", "properties": properties, "required": required}

    def component(self, schema: Node) -> str | None:
        """The name of the component that a schema refers to."""
        return schema["$ref"].rpartition("/")[2] if "$ref" in schema else None

    def is_model(self, schema: Node) -> bool:
        """Whether a class is made of it: an object that names properties, or gathers those it does not name."""
        return bool(schema.get("properties")) or "x-collect" in schema

    def is_union(self, schema: Node) -> bool:
        """Whether it is one of several objects, told apart by a tag."""
        return sum(variant.get("type") != "null" for variant in schema.get("oneOf", [])) > 1

    def arguments(self, operation: Operation) -> dict[str, str]:
        """What an operation takes: names in Python by the names on the wire."""
        found = {p.name: self.name(p.name, {**self.follow(p.node["schema"]), **p.node}) for p in operation.parameters}
        content = self.body(operation)[1]
        properties: Node = self.follow(content["schema"]).get("properties", {}) if content else {}
        return found | {wire: self.name(wire, self.follow(node)) for wire, node in properties.items()}

    @staticmethod
    def name(wire: str, node: Node) -> str:
        """The Python name of a parameter."""
        return node.get("x-name") or python_name(wire)

    def field(self, wire: str, node: Node) -> str:
        """The Python name of a model's field."""
        name = self.name(wire, node)
        return f"{name}_" if name in _OF_MODELS else name

    def body(self, operation: Operation) -> tuple[str, Node | None]:
        """How an operation's body goes (the first media type of several) and its content; None without one."""
        if "requestBody" not in operation.node:
            return "", None
        media, content = next(iter(self.follow(operation.node["requestBody"])["content"].items()))
        kinds = {"multipart/form-data": "multipart", "application/x-www-form-urlencoded": "form"}
        return kinds.get(media, "json"), content

    def of(self, schema: Node, *, sent: bool, coded: bool | None = None) -> Type:
        """The type of a schema.

        Args:
            schema: The schema.
            sent: Whether the value is sent (an argument or a part of one) rather than read.
            coded: Whether it says how the value is written; left out for whether it is sent.
        """
        coded = sent if coded is None else coded
        node = self.follow(schema)
        name = self.component(schema)
        if "oneOf" in node or "anyOf" in node:
            return self._union(name, node, sent, coded)
        kinds = schema.get("type", node.get("type"))
        nullable = is_list(kinds) and "null" in kinds
        if name and (self.is_model(node) or "enum" in node or "x-extensible-enum" in node) and not _coded(node):
            return Type(self._named(name, sent and self.is_model(node)), nullable)
        return Type(self._plain(node, sent, coded), nullable or (not sent and _blankable(node)))

    def _named(self, name: str, loose: bool) -> str:
        self.used.add(name)
        text = class_name(name)
        text = f"models.{text}" if text in self.taken else text
        return text + _LOOSE if loose else text

    def _union(self, name: str | None, node: Node, sent: bool, coded: bool) -> Type:
        listed: list[Node] = node.get("oneOf") or node["anyOf"]
        variants = [variant for variant in listed if variant.get("type") != "null"]
        types = [self.of(variant, sent=sent, coded=coded) for variant in variants]
        nullable = len(variants) < len(listed) or any(type_.nullable for type_ in types)
        if name and self.is_union(node):
            return Type(self._named(name, sent), nullable)
        texts = dict.fromkeys(type_.text.removesuffix(_LOOSE) for type_ in types)
        loose = any(type_.text.endswith(_LOOSE) for type_ in types)
        return Type(" | ".join(texts) + (_LOOSE if loose else ""), nullable)

    def _plain(self, node: Node, sent: bool, coded: bool) -> str:
        kinds = node.get("type")
        names = [kind for kind in (kinds if is_list(kinds) else [kinds]) if kind not in (None, "null")]
        return " | ".join(dict.fromkeys(self._one(node, kind, sent, coded) for kind in names)) or "Any"

    def _one(self, node: Node, kind: str, sent: bool, coded: bool) -> str:
        if kind == "array":
            return f"{'Sequence' if sent else 'list'}[{self.of(node.get('items', {}), sent=sent, coded=coded)}]"
        if kind == "object":
            rest: Any = node.get("additionalProperties")
            value = str(self.of(rest, sent=sent, coded=coded)) if is_node(rest) else "Any"
            return f"{'Mapping' if sent else 'dict'}[str, {value}]"
        if "const" in node:
            return f"Literal[{literal(node['const'])}]"
        form = node.get("format", "")
        if "x-extensible-enum" in node and not form:
            return f"{literals(node['x-extensible-enum'])} | str"
        if coded and (form, kind) in CODECS:
            return CODECS[form, kind]
        if sent and (form, kind) == ("decimal", "number"):
            return "Decimal | float"
        return formats()[form]["python"] if form and kind != "boolean" else SCALARS[kind]


def _coded(node: Node) -> bool:
    """Whether a format, not its list of values, says what a schema is (`yes`/`no` is a boolean)."""
    return node.get("format") in ("flag", "yes-no")


def _blankable(node: Node) -> bool:
    """Whether a text that is read as a number, a flag or a moment may be blank: then there is none."""
    form = node.get("format")
    if node.get("type") != "string" or form is None or formats()[form]["python"] == "str" or "pattern" not in node:
        return False
    return re.search(node["pattern"], "") is not None


def literals(values: list[Any]) -> str:
    """A closed choice of values."""
    return f"Literal[{', '.join(literal(value) if isinstance(value, str) else repr(value) for value in values)}]"
