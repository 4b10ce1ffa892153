"""Rules on values in the spec: every example and default is valid under its schema, our formats included."""

from __future__ import annotations

import base64
import csv
from collections.abc import Callable, Iterator
from datetime import datetime
from decimal import Decimal
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree

import jsonschema_rs

from generator.lint.rule import Complaint, rule
from generator.lint.spec import Place, Spec
from generator.source import Node, Pointer, is_list, is_node

_BASE = "spec:/document"


@rule("example")
def example(spec: Spec) -> Iterator[Complaint]:
    """Every example is valid under its schema; one of XML is well-formed, one of CSV has the columns of its schema."""
    registry = jsonschema_rs.Registry([(_BASE, spec.data)])
    for place, pointer, value in _examples(spec):
        for message in _mistakes(spec, place, value, registry):
            yield pointer, f"The example does not fit its schema: {message}.", "Correct the example or the schema."


@rule("default")
def default(spec: Spec) -> Iterator[Complaint]:
    """Every default is valid under its schema."""
    registry = jsonschema_rs.Registry([(_BASE, spec.data)])
    for place in spec.of("schema"):
        if "default" in place.node:
            for message in _invalid(place.pointer, place.node["default"], registry):
                pointer = (*place.pointer, "default")
                yield pointer, f"The default does not fit its schema: {message}.", "Correct the default or the schema."


def _examples(spec: Spec) -> Iterator[tuple[Place, Pointer, Any]]:
    for kind in ("media-type", "parameter", "header", "schema"):
        for place in spec.of(kind):
            if "example" in place.node:
                yield place, (*place.pointer, "example"), place.node["example"]
            examples = place.node.get("examples")
            if is_list(examples):
                for index, value in enumerate(examples):
                    yield place, (*place.pointer, "examples", index), value
            elif is_node(examples):
                for name, raw in examples.items():
                    pointer, named = spec.follow((*place.pointer, "examples", name), raw)
                    if "value" in named:
                        yield place, (*pointer, "value"), named["value"]


def _mistakes(spec: Spec, place: Place, value: Any, registry: jsonschema_rs.Registry) -> Iterator[str]:
    name = str(place.pointer[-1]) if place.kind == "media-type" else ""
    if "xml" in name and isinstance(value, str):
        try:
            ElementTree.fromstring(value.strip())  # noqa: S314 - our own file
        except ElementTree.ParseError as error:
            yield f"it is no XML, {error}"
    elif "csv" in name and isinstance(value, str) and "items" in (schema := _followed(spec, place)):
        columns = next(csv.reader(value.splitlines()), list[str]())
        known: Node = spec.document.follow(schema["items"]).get("properties", {})
        for column in columns:
            if column not in known:
                yield f"it has the column `{column}`"
    elif place.kind == "schema":
        yield from _invalid(place.pointer, value, registry)
    elif "schema" in place.node:
        yield from _invalid((*place.pointer, "schema"), value, registry)


def _followed(spec: Spec, place: Place) -> Node:
    return spec.document.follow(place.node.get("schema", {}))


def _invalid(pointer: Pointer, value: Any, registry: jsonschema_rs.Registry) -> Iterator[str]:
    way = "/".join(quote(str(part).replace("~", "~0").replace("/", "~1"), safe="~") for part in pointer)
    try:
        validator = jsonschema_rs.Draft202012Validator(
            {"$ref": f"{_BASE}#/{way}"}, registry=registry, validate_formats=True, formats=_FORMATS
        )
    except (jsonschema_rs.ValidationError, jsonschema_rs.ReferencingError, ValueError) as error:
        yield f"the schema itself is wrong, {' '.join(str(error).split())[:160]}"
        return
    for error in validator.iter_errors(value):
        where = ".".join(str(part) for part in error.instance_path)
        yield f"{where}: {error.message}"[:300] if where else error.message[:300]


def _reads(read: Callable[[str], object]) -> Callable[[str], bool]:
    """A format whose values are those that `read` takes, or blank: whether blank may come is the pattern's business."""

    def check(text: str) -> bool:
        try:
            return text == "" or read(text) is not None
        except (ValueError, ArithmeticError):
            return False

    return check


_FORMATS: dict[str, Callable[[str], bool]] = {
    "decimal": _reads(Decimal),
    "integer": _reads(int),
    "number": _reads(float),
    "flag": lambda text: text in ("", "0", "1"),
    "yes-no": lambda text: text in ("", "yes", "no"),
    "local-date-time": _reads(lambda text: datetime.strptime(text, "%Y-%m-%d %H:%M:%S")),
    "byte": _reads(lambda text: base64.b64decode(text, validate=True)),
}
