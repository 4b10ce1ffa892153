"""Schemas as Python types."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from generator.parse import Parsed, class_name
from generator.source import Node, is_list, is_node

SCALARS = {"string": "str", "integer": "int", "number": "float", "boolean": "bool"}

FORMATS = {
    "decimal": "Decimal",
    "number": "float",
    "integer": "int",
    "flag": "bool",
    "yes-no": "bool",
    "date": "date",
    "date-time": "datetime",
    "local-date-time": "datetime",
    "binary": "Upload",
}
"""What a format makes of a string (or, for `flag` and `decimal`, of a number)."""

CODECS = {
    ("yes-no", "string"): "YesNo",
    ("flag", "string"): "Flag",
    ("flag", "integer"): "FlagNumber",
    ("integer", "string"): "DigitText",
    ("number", "string"): "NumberText",
    ("decimal", "string"): "DecimalText",
    ("local-date-time", "string"): "LocalDateTime",
}
"""The runtime's types for what is sent in another form than Python writes it."""


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
    used: set[str] = field(default_factory=set[str])
    """Components that came up as a class or an alias."""

    def follow(self, schema: Node) -> Node:
        """A schema with its `$ref` followed; what stands beside the `$ref` wins."""
        if "$ref" not in schema:
            return schema
        beside = {key: value for key, value in schema.items() if key != "$ref"}
        return {**self.follow(self.parsed.document.resolve(schema["$ref"])), **beside}

    def component(self, schema: Node) -> str | None:
        """The name of the component that a schema refers to."""
        return schema["$ref"].rpartition("/")[2] if "$ref" in schema else None

    def is_model(self, schema: Node) -> bool:
        """Whether a class is made of it: an object that names properties, or gathers those it does not name."""
        return bool(schema.get("properties")) or "x-collect" in schema

    def of(self, schema: Node, *, sent: bool) -> Type:
        """The type of a schema.

        Args:
            schema: The schema.
            sent: Whether the value is sent (an argument or a part of one) rather than read.
        """
        if "oneOf" in schema or "anyOf" in schema:
            return self._union(schema.get("oneOf") or schema["anyOf"], sent)
        kinds = schema.get("type", self.follow(schema).get("type"))
        nullable = is_list(kinds) and "null" in kinds
        name, node = self.component(schema), self.follow(schema)
        if name and ("oneOf" in node or "anyOf" in node):
            return self._union(node.get("oneOf") or node["anyOf"], sent)
        if name and (self.is_model(node) or "enum" in node or "x-extensible-enum" in node) and not _coded(node):
            self.used.add(name)
            text = class_name(name)
            return Type(f"{text} | Mapping[str, Any]" if sent and self.is_model(node) else text, nullable)
        return Type(self._plain(node, sent), nullable or (not sent and _blankable(node)))

    def _union(self, variants: list[Node], sent: bool) -> Type:
        types = [self.of(variant, sent=sent) for variant in variants if variant.get("type") != "null"]
        texts = list(dict.fromkeys(type_.text for type_ in types))
        return Type(" | ".join(texts), nullable=len(types) < len(variants) or any(t.nullable for t in types))

    def _plain(self, node: Node, sent: bool) -> str:
        kinds = node.get("type")
        names = [kind for kind in (kinds if is_list(kinds) else [kinds]) if kind not in (None, "null")]
        if len(names) > 1:
            return " | ".join(dict.fromkeys(self._one(node, kind, sent) for kind in names))
        return self._one(node, names[0], sent) if names else "Any"

    def _one(self, node: Node, kind: str, sent: bool) -> str:
        if kind == "array":
            item = self.of(node.get("items", {}), sent=sent)
            return f"{'Sequence' if sent else 'list'}[{item}]"
        if kind == "object":
            rest: Any = node.get("additionalProperties")
            value = str(self.of(rest, sent=sent)) if is_node(rest) else "Any"
            return f"{'Mapping' if sent else 'dict'}[str, {value}]"
        form = node.get("format", "")
        if sent and (form, kind) in CODECS:
            return CODECS[form, kind]
        return FORMATS.get(form, SCALARS[kind]) if kind != "boolean" else "bool"


def _coded(node: Node) -> bool:
    """Whether a format, not its list of values, says what a schema is (`yes`/`no` is a boolean)."""
    return node.get("format") in ("flag", "yes-no")


def _blankable(node: Node) -> bool:
    """Whether a text that is read as a number, a flag or a moment may be blank: then there is none."""
    if node.get("type") != "string" or FORMATS.get(node.get("format", ""), "str") == "str" or "pattern" not in node:
        return False
    return re.search(node["pattern"], "") is not None


def literals(values: list[Any]) -> str:
    """A closed choice of texts."""
    return f"Literal[{', '.join(repr(str(value)).replace(chr(39), chr(34)) for value in values)}]"
