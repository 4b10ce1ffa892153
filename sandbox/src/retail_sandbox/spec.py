"""A spec as the kernel reads it: references resolved, schemas compiled, operations listed."""

from __future__ import annotations

import base64
import hmac
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any, cast

import jsonschema_rs

from .wireformats import CHECKS, INTEGER_RANGES
from .yamldata import parse_yaml

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")

Node = Mapping[str, Any]
"""A part of a document."""


class SpecError(Exception):
    """A spec, or how an API serves it, is wrong: the server does not start. The text names the operation."""


def find_specs() -> Path:
    """The folder of the specs: the package's own copy in an installed wheel, `specs/` of the repository in a
    checkout."""
    here = Path(__file__).parent
    places = (here / "specs", here.parents[2] / "specs")
    for place in places:
        if place.is_dir():
            return place
    raise SpecError(f"no folder of specs: looked in {places[0]} and {places[1]}")


def load(path: Path) -> dict[str, Any]:
    """A spec file."""
    return parse_yaml(path.read_bytes())


@cache
def read_spec(api: str) -> Spec:
    """An API's spec as it stands in the folder, for rules that read facts off it."""
    return Spec(load(find_specs() / f"{api}.yaml"))


@dataclass(frozen=True)
class Parameter:
    """One parameter of an operation, as it stands on the wire."""

    name: str
    where: str
    """`path`, `query`, `header` or `cookie`."""
    required: bool
    style: str
    explode: bool
    schema: Node
    null: str | None
    """The text that stands for null (`x-null`)."""


@dataclass(frozen=True)
class Operation:
    """One operation of a spec."""

    id: str
    method: str
    """In capitals."""
    path: str
    server: str
    """`x-name` of the server it is at; empty for the API's usual one."""
    raw: Node
    """The operation as the spec has it."""
    parameters: tuple[Parameter, ...]
    bodies: Mapping[str, Node]
    """What it takes as a body: a media type object for each media type."""
    body_required: bool
    answers: Mapping[str, Node]
    """Response objects by status (`200`, `4XX`, `default`), references resolved."""
    security: tuple[tuple[str, ...], ...]
    """Alternatives, each the names of the schemes that it needs together; an empty one lets anybody in."""

    @cached_property
    def success(self) -> int:
        """The status of a plain answer: the first 2xx that the spec documents."""
        return next((int(status) for status in self.answers if status.isdigit() and status.startswith("2")), 200)


@dataclass(frozen=True)
class Signature:
    """How a webhook is signed (`x-signature`): HMAC-SHA256 over the body."""

    header: str
    encoding: str
    """`base64` or `hex`."""

    def headers(self, body: bytes, secret: str) -> dict[str, str]:
        """The header that signs a body."""
        digest = hmac.digest(secret.encode(), body, "sha256")
        return {self.header: digest.hex() if self.encoding == "hex" else base64.b64encode(digest).decode()}


@dataclass(frozen=True)
class Webhook:
    """One webhook of a spec."""

    media_type: str
    schema: Node
    """Of its body."""
    signature: Signature | None


@dataclass
class Spec:
    """A whole spec.

    Args:
        document: The OpenAPI document. It is not changed.
    """

    document: Node
    operations: tuple[Operation, ...] = field(init=False)

    def __post_init__(self) -> None:
        # One absolute address for all references, so that a schema can be compiled wherever it stands.
        self._absolute = cast("dict[str, Any]", _absolute(self.document))
        self._registry = jsonschema_rs.Registry([(_ADDRESS, self._absolute)])
        self.operations = tuple(self._read_operations())

    def resolve(self, node: Node) -> Node:
        """What a `$ref` points to, followed to its end, with what stands beside the `$ref` in front; any other node as
        it is."""
        while "$ref" in node:
            target: Any = self._absolute
            for part in node["$ref"].removeprefix(_ADDRESS).removeprefix("#/").split("/"):
                target = target[part.replace("~1", "/").replace("~0", "~")]
            node = {**target, **{key: value for key, value in node.items() if key != "$ref"}}
        return node

    @cached_property
    def webhooks(self) -> dict[str, Webhook]:
        """The webhooks by their names."""
        return {name: self._read_webhook(item) for name, item in self._absolute.get("webhooks", {}).items()}

    @cached_property
    def flags(self) -> frozenset[str]:
        """The names of the parameters and form fields that are booleans."""
        found = {each.name: each.schema for operation in self.operations for each in operation.parameters}
        for operation in self.operations:
            for media in operation.bodies.values():
                found |= self.properties(media.get("schema", {}))
        return frozenset(name for name, schema in found.items() if "boolean" in self.types(schema))

    def compile(self, schema: Node) -> jsonschema_rs.Draft202012Validator:
        """A validator of a schema of this spec. Its messages show no values."""
        return jsonschema_rs.Draft202012Validator(
            dict(schema),
            registry=self._registry,
            formats=CHECKS,
            validate_formats=True,
            mask="the value",
            offline=True,
        )

    def properties(self, schema: Node) -> dict[str, Node]:
        """All properties that a schema names, those of `allOf`, `oneOf` and `anyOf` too."""
        schema = self.resolve(schema)
        found: dict[str, Node] = dict(schema.get("properties", {}))
        for word in ("allOf", "oneOf", "anyOf"):
            for part in schema.get(word, ()):
                found.update(self.properties(part))
        return found

    def types(self, schema: Node) -> frozenset[str]:
        """The JSON types that a schema allows; none when it does not say."""
        schema = self.resolve(schema)
        said = schema.get("type")
        if said is not None:
            return frozenset([said] if isinstance(said, str) else said)
        if "const" in schema or "enum" in schema:
            values = schema["enum"] if "enum" in schema else [schema["const"]]
            return frozenset(_TYPES[type(value)] for value in values)
        if schema.get("allOf"):
            return frozenset(each for part in schema["allOf"] for each in self.types(part))
        parts = [*schema.get("oneOf", ()), *schema.get("anyOf", ())]
        if parts:
            return frozenset(each for part in parts for each in self.types(part))
        return frozenset(["object"] if "properties" in schema else [])

    def _read_operations(self) -> Iterator[Operation]:
        seen: set[str] = set()
        for path, item in self._absolute.get("paths", {}).items():
            for method in METHODS:
                if method not in item:
                    continue
                operation = self._read_operation(path, method, item)
                if operation.id in seen:
                    raise SpecError(f"{operation.id}: two operations have this operationId")
                seen.add(operation.id)
                yield operation

    def _read_operation(self, path: str, method: str, item: Node) -> Operation:
        raw: Node = item[method]
        body = self.resolve(raw.get("requestBody", {}))
        servers: list[Node] = raw.get("servers") or item.get("servers") or [{}]
        own = [self._read_parameter(each) for each in raw.get("parameters", ())]
        named = {(each.name, each.where) for each in own}
        shared = [self._read_parameter(each) for each in item.get("parameters", ())]
        if "operationId" not in raw:
            raise SpecError(f"{method.upper()} {path}: the operation has no operationId")
        return Operation(
            id=raw["operationId"],
            method=method.upper(),
            path=path,
            server=servers[0].get("x-name", ""),
            raw=raw,
            parameters=tuple([each for each in shared if (each.name, each.where) not in named] + own),
            bodies=body.get("content", {}),
            body_required=body.get("required", False),
            answers={str(status): self.resolve(answer) for status, answer in raw.get("responses", {}).items()},
            security=tuple(tuple(each) for each in raw.get("security", self.document.get("security", []))) or ((),),
        )

    def _read_webhook(self, item: Node) -> Webhook:
        operation: Node = item["post"]
        kind, media = next(iter(self.resolve(operation["requestBody"])["content"].items()))
        said: Node = item.get("x-signature") or operation.get("x-signature") or {}
        signature = Signature(said["header"], said["encoding"]) if said else None
        return Webhook(kind, media.get("schema", {}), signature)

    def _read_parameter(self, node: Node) -> Parameter:
        node = self.resolve(node)
        where = node["in"]
        style = node.get("style", "form" if where in ("query", "cookie") else "simple")
        return Parameter(
            name=node["name"],
            where=where,
            required=node.get("required", False),
            style=style,
            explode=node.get("explode", style in ("form", "deepObject")),
            schema=node.get("schema", {}),
            null=node.get("x-null"),
        )


_ADDRESS = "urn:spec"
_TYPES: dict[type, str] = {
    str: "string",
    int: "integer",
    float: "number",
    bool: "boolean",
    type(None): "null",
    dict: "object",
    list: "array",
}


def _absolute(node: Any) -> Any:
    """A copy of a document with absolute references, and with the bounds that the formats of integers stand for."""
    if isinstance(node, Mapping):
        typed = cast("Mapping[Any, Any]", node)
        copy = {str(key): _absolute(value) for key, value in typed.items()}
        if isinstance(copy.get("$ref"), str) and copy["$ref"].startswith("#/"):
            copy["$ref"] = _ADDRESS + copy["$ref"]
        bounds = INTEGER_RANGES.get(copy["format"]) if isinstance(copy.get("format"), str) else None
        if bounds and "type" in copy:
            copy.setdefault("minimum", bounds[0])
            copy.setdefault("maximum", bounds[1])
        return copy
    if isinstance(node, list):
        return [_absolute(value) for value in cast("list[Any]", node)]
    return node
