"""Read a spec from its file, and remember on which line everything stands.

The file is parsed once. The YAML nodes, which carry the positions, are kept beside the plain data made of them.

A plain scalar that YAML 1.1 and 1.2 read differently (`yes`, `012`, `1:30`, `1_000`, `1e3`) is refused, and so is a key
that is no string: other tools that read the same file must see the same values. Dates stay strings.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeGuard
from urllib.parse import unquote

import yaml

from generator.finding import Finding, SpecError

Pointer = tuple[str | int, ...]
"""Where something stands: the keys and indexes that lead to it from the root."""

Node = dict[str, Any]
"""A mapping of the spec."""


def is_node(value: object) -> TypeGuard[Node]:
    """Whether a value of the spec is a mapping."""
    return isinstance(value, dict)


def is_list(value: object) -> TypeGuard[list[Any]]:
    """Whether a value of the spec is a list."""
    return isinstance(value, list)


@dataclass(frozen=True)
class Document:
    """A spec that was read."""

    path: Path
    data: Node
    root: yaml.nodes.MappingNode = field(repr=False)
    """The same as YAML nodes, for positions."""

    @property
    def name(self) -> str:
        """The API's name: the file's, without its suffix."""
        return self.path.stem

    def position(self, pointer: Pointer) -> tuple[int, int]:
        """Line and column, from 1, of the key or item that `pointer` ends with.

        Where `pointer` leads nowhere, the nearest place above that there is.
        """
        node: yaml.nodes.Node = self.root
        mark = node.start_mark
        for part in pointer:
            if isinstance(node, yaml.nodes.MappingNode):
                pairs: list[tuple[yaml.nodes.Node, yaml.nodes.Node]] = node.value
                found = next(((key, value) for key, value in pairs if key.value == part), None)
                if found is None:
                    break
                mark, node = found[0].start_mark, found[1]
            elif isinstance(node, yaml.nodes.SequenceNode) and isinstance(part, int) and part < len(node.value):
                node = node.value[part]
                mark = node.start_mark
            else:
                break
        return mark.line + 1, mark.column + 1

    def line(self, pointer: Pointer) -> int:
        """The line, from 1, of the key or item that `pointer` ends with."""
        return self.position(pointer)[0]

    def resolve(self, ref: str) -> Any:
        """What a `$ref` of this document refers to.

        Raises:
            LookupError: It leads nowhere, or out of this document.
        """
        return self.at(pointer_of(ref))

    def at(self, pointer: Pointer) -> Any:
        """The value at `pointer`.

        Raises:
            LookupError: There is none.
        """
        value: Any = self.data
        for part in pointer:
            if is_list(value):
                value = value[int(part)] if str(part).isdecimal() else _nowhere(pointer)
            elif is_node(value):
                value = value[str(part)]
            else:
                _nowhere(pointer)
        return value

    def follow(self, node: Node) -> Node:
        """`node`, or where its `$ref` leads in the end.

        Raises:
            LookupError: It leads nowhere, in a circle, or to something that is no mapping.
        """
        seen: set[str] = set()
        while "$ref" in node:
            ref = node["$ref"]
            if not isinstance(ref, str) or ref in seen:
                raise LookupError(f"{ref} leads nowhere")
            seen.add(ref)
            node = self.resolve(ref)
            if not is_node(node):
                raise LookupError(f"{ref} is no mapping")
        return node

    def finding(self, pointer: Pointer, rule: str, message: str, mend: str) -> Finding:
        """A finding about the place `pointer`."""
        return Finding(self.path, self.line(pointer), rule, message, mend)


def pointer_of(ref: str) -> Pointer:
    """`#/components/schemas/Pet` as a pointer.

    Raises:
        LookupError: It refers to another document.
    """
    if not ref.startswith("#/"):
        raise LookupError(f"{ref} is outside this document")
    return tuple(unquote(part).replace("~1", "/").replace("~0", "~") for part in ref[2:].split("/"))


def load(path: Path) -> Document:
    """Read the spec at `path`.

    Raises:
        SpecError: There is no such file, it is no YAML, or it holds a key twice or a value that tools read differently.
    """
    root = _compose(path)
    reader = _Reader(path)
    data = reader.read(root)
    if reader.findings:
        raise SpecError(reader.findings)
    if not isinstance(root, yaml.nodes.MappingNode):
        raise SpecError([Finding(path, 1, "yaml", "The spec is no mapping.", "Start with `openapi: 3.1.1`.")])
    return Document(path, data, root)


def _nowhere(pointer: Pointer) -> Any:
    raise LookupError("/".join(str(part) for part in pointer))


_Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _compose(path: Path) -> yaml.nodes.Node:
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        reason = (error.strerror or "cannot be read").lower()
        raise SpecError([Finding(path, 0, "file", f"The spec cannot be read: {reason}.", "Check its name.")]) from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise SpecError([Finding(path, line, "yaml", "This is not UTF-8.", "Save the file as UTF-8.")]) from None
    try:
        loader = _Loader(text)
        node = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        what = ", ".join(part for part in (error.context, error.problem) if part)
        raise SpecError([_syntax(path, mark.line + 1 if mark else 0, what)]) from None
    except yaml.YAMLError as error:
        raise SpecError([_syntax(path, 0, " ".join(str(error).split()))]) from None
    except RecursionError:
        raise SpecError([_syntax(path, 0, "nested too deeply")]) from None
    if node is None:
        raise SpecError([Finding(path, 0, "yaml", "The file is empty.", "Start with `openapi: 3.1.1`.")])
    return node


def _syntax(path: Path, line: int, what: str) -> Finding:
    mend = "Correct the YAML on this line or just above it."
    return Finding(path, line, "yaml", f"The YAML cannot be read: {what}.", mend)


_INT = re.compile(r"[-+]?(0|[1-9][0-9]*)|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?([0-9]+\.[0-9]*|\.[0-9]+|[0-9]+)([eE][-+]?[0-9]+)?")
_NUMBER_IN_1_2 = re.compile(rf"{_FLOAT.pattern}|0o[0-7]+")
_AS_BOOL = {"true": True, "false": False}
_TAG = "tag:yaml.org,2002:"


def _bool(text: str) -> bool | None:
    return _AS_BOOL.get(text.lower())


def _int(text: str) -> int | None:
    return int(text, 0) if _INT.fullmatch(text) else None


def _float(text: str) -> float | None:
    return float(text) if _FLOAT.fullmatch(text) else None


_SCALARS: dict[str, Callable[[str], Any]] = {f"{_TAG}bool": _bool, f"{_TAG}int": _int, f"{_TAG}float": _float}


class _Reader:
    """Makes plain data of YAML nodes, and collects what it refuses."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.findings: list[Finding] = []
        self._open: set[int] = set()
        self._made: dict[int, Any] = {}
        """What each collection became, so that an alias gets the same."""

    def read(self, node: yaml.nodes.Node) -> Any:
        if isinstance(node, yaml.nodes.ScalarNode):
            return self._scalar(node)
        if id(node) in self._made:
            return self._made[id(node)]
        if id(node) in self._open:
            return self._refuse(node, "This YAML anchor holds itself.", "Write a component and a `$ref`.")
        if node.tag not in (f"{_TAG}map", f"{_TAG}seq"):
            return self._refuse(node, f"This has the YAML tag {node.tag}.", "Leave the tag out.")
        self._open.add(id(node))
        made = self._mapping(node) if isinstance(node, yaml.nodes.MappingNode) else [self.read(i) for i in node.value]
        self._made[id(node)] = made
        return made

    def _mapping(self, node: yaml.nodes.MappingNode) -> Node:
        data: Node = {}
        lines: dict[str, int] = {}
        pairs: list[tuple[yaml.nodes.Node, yaml.nodes.Node]] = node.value
        for key_node, value_node in pairs:
            key = key_node.value
            if key_node.tag != f"{_TAG}str" or not isinstance(key, str):
                shown = f"`{key}`" if isinstance(key, str) else "This key"
                self._refuse(key_node, f"{shown} is no string.", "Put the key in quotes.")
                continue
            if key in lines:
                message = f"`{key}` stands twice in one mapping, first on line {lines[key]}."
                self._refuse(key_node, message, "Keep one of them.")
                continue
            lines[key] = key_node.start_mark.line + 1
            data[key] = self.read(value_node)
        return data

    def _scalar(self, node: yaml.nodes.ScalarNode) -> Any:
        text: str = node.value
        tag: str = node.tag
        if tag == f"{_TAG}str":
            return self._ambiguous(node) if not node.style and _NUMBER_IN_1_2.fullmatch(text) else text
        if tag == f"{_TAG}null":
            return None
        if tag in (f"{_TAG}timestamp", f"{_TAG}value"):
            return text
        if tag not in _SCALARS:
            return self._refuse(node, f"This has the YAML tag {tag}.", "Leave the tag out.")
        value = _SCALARS[tag](text)
        return self._ambiguous(node) if value is None else value

    def _ambiguous(self, node: yaml.nodes.ScalarNode) -> None:
        message = f"`{node.value}` means one thing in YAML 1.1 and another in YAML 1.2, or nothing in JSON."
        self._refuse(node, message, "Put it in quotes, or write true, false or a plain number.")

    def _refuse(self, node: yaml.nodes.Node, message: str, mend: str) -> None:
        self.findings.append(Finding(self.path, node.start_mark.line + 1, "yaml", message, mend))
