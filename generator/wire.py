"""The operations of a spec as they stand on the wire: what belongs together is joined, `$ref`s are followed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.source import Document, Node, Pointer, is_list, is_node

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


@dataclass(frozen=True)
class Parameter:
    """A parameter of an operation, its `$ref` followed."""

    pointer: Pointer
    """Where the operation or its path names it; its definition may stand under components."""
    node: Node

    @property
    def name(self) -> str:
        """Its name on the wire."""
        return self.node["name"]

    @property
    def location(self) -> str:
        """`path`, `query`, `header` or `cookie`."""
        return self.node["in"]


@dataclass(frozen=True)
class WireOperation:
    """An operation and all that bears on it."""

    pointer: Pointer
    path: str
    method: str
    """In lower case."""
    node: Node
    """The operation as it stands in the spec."""
    parameters: tuple[Parameter, ...]
    """The operation's own, then the path's that it does not override."""
    servers: tuple[Node, ...]
    """The operation's own, else the path's, else the document's."""
    is_twin: bool
    """Whether another operation means the same by `x-twin`, and this one has no methods of its own: clients reach it by
    those of the other."""

    @property
    def id(self) -> str:
        """The operationId."""
        return self.node.get("operationId", "")

    @property
    def tag(self) -> str:
        """The first tag: the resource it belongs to."""
        tags = self.node.get("tags", [])
        return tags[0] if tags else ""

    @property
    def name(self) -> str:
        """The method: the operationId without its tag."""
        return self.id.removeprefix(f"{self.tag}_")

    @property
    def security(self) -> list[dict[str, list[str]]]:
        """The alternatives, each a set of schemes that are needed together; `[]` when none is needed."""
        return self.node.get("security", [])

    @property
    def deprecated(self) -> bool:
        """Whether newer clients dropped it."""
        return self.node.get("deprecated", False)

    @property
    def extensions(self) -> dict[str, Any]:
        """Its `x-` keys."""
        return {key: value for key, value in self.node.items() if key.startswith("x-")}


def operations(document: Document) -> Iterator[WireOperation]:
    """Every operation, in the order of the file.

    Raises:
        LookupError: A `$ref` leads nowhere.
    """
    root_servers = document.data.get("servers", [])
    items = [item for item in document.data.get("paths", {}).values() if is_node(item)]
    twins = {node.get("x-twin") for item in items for key, node in item.items() if key in METHODS and is_node(node)}
    for path, item in document.data.get("paths", {}).items():
        if not is_node(item):
            continue
        for method in (key for key in item if key in METHODS):
            node: Node = item[method]
            yield WireOperation(
                pointer=("paths", path, method),
                path=path,
                method=method,
                node=node,
                parameters=_parameters(document, path, method),
                servers=tuple(node.get("servers") or item.get("servers") or root_servers),
                is_twin=node.get("operationId") in twins - {None} and "x-methods" not in node,
            )


def _parameters(document: Document, path: str, method: str) -> tuple[Parameter, ...]:
    found: dict[tuple[str, str], Parameter] = {}
    for base in (("paths", path, method), ("paths", path)):
        listed = document.at(base).get("parameters", [])
        for index, raw in enumerate(listed if is_list(listed) else []):
            parameter = Parameter((*base, "parameters", index), document.follow(raw))
            found.setdefault((parameter.location, parameter.name), parameter)
    return tuple(found.values())
