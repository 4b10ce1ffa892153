"""Answers in XML and CSV as data, read by the schema of the answer, so that they are validated like JSON.

Registered with schemathesis on import; its own readers look at no schema, and without a reader it does not validate.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl, urlsplit
from xml.etree import ElementTree

import jsonschema_rs
import schemathesis
from requests import PreparedRequest
from schemathesis import DeserializationContext, Response
from schemathesis.schemas import APIOperation

from .facts import facts_of

Node = Mapping[str, Any]


class Unreadable(ValueError):
    """An answer that is not what its Content-Type says."""


@schemathesis.deserializer("application/xml", "text/xml")
def read_xml(context: DeserializationContext, response: Response) -> Any:
    """The data of an XML answer."""
    return parse_xml(response.content, *answer_schema(context.operation, response))


@schemathesis.deserializer("text/csv")
def read_csv(context: DeserializationContext, response: Response) -> Any:
    """The rows of a CSV answer, told apart as its request asked."""
    schema, document = answer_schema(context.operation, response)
    facts, asked = facts_of(document), _asked(response.request)
    if facts.csv_headers and asked.get(facts.csv_headers, "true").lower() in ("false", "0"):
        return []
    return parse_csv(response.content, schema, document, delimiter=asked.get(facts.csv_delimiter, ","))


def _asked(request: PreparedRequest) -> dict[str, str]:
    """The parameters of a request, those of the URL before those of a form."""
    form = request_bytes(request).decode(errors="replace") if "form" in request.headers.get("Content-Type", "") else ""
    return {**dict(parse_qsl(form)), **dict(parse_qsl(urlsplit(request.url or "").query))}


def parse_xml(content: bytes, schema: Node, document: Node) -> Any:
    """The data of an XML document, by a schema of an OpenAPI document: lists are repeated elements unless wrapped.

    An element that the schema does not name is kept, so that validation finds it.

    Raises:
        Unreadable: It is not XML, has a DOCTYPE, or another root element than the schema's.
    """
    if b"<!DOCTYPE" in content:
        raise Unreadable("it has a DOCTYPE")
    try:
        root = ElementTree.fromstring(content)
    except ElementTree.ParseError as error:
        raise Unreadable(f"it is not well-formed XML: {error}") from error
    name = resolve(schema, document).get("xml", {}).get("name")
    if name and root.tag != name:
        raise Unreadable(f"its root element is <{root.tag}>, not <{name}>")
    return _value(root, schema, document)


def parse_csv(content: bytes, schema: Node, document: Node, *, delimiter: str = ",") -> Any:
    """The rows of a CSV text with a header line, as the objects that the schema's items are; text for any other schema.

    Raises:
        Unreadable: It is not UTF-8, or a row has more or fewer cells than the header.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable("it is not UTF-8") from error
    items = resolve(resolve(schema, document).get("items", {}), document)
    if "properties" not in items:
        return text
    header, *rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)) or [[]]
    for number, row in enumerate(rows, 2):
        if len(row) != len(header):
            raise Unreadable(f"line {number} has {len(row)} cells, the header {len(header)}")
    properties = items["properties"]
    return [
        {name: _scalar(cell, properties.get(name, {}), document) for name, cell in zip(header, row, strict=True)}
        for row in rows
    ]


def answer_schema(operation: APIOperation, response: Response) -> tuple[Node, Node]:
    """The schema of an answer to an operation, and the document that it stands in."""
    document = operation.schema.raw_schema
    found = operation.responses.find_by_status_code(response.status_code)
    kind = response.headers.get("content-type", [""])[0].partition(";")[0].strip()
    content = resolve(found.definition, document).get("content", {}) if found else {}
    return content.get(kind, {}).get("schema", {}), document


def request_bytes(request: PreparedRequest) -> bytes:
    """The body of a request as it was sent."""
    body = request.body or b""
    if isinstance(body, str):
        return body.encode()
    assert isinstance(body, bytes), "nothing here is sent in pieces"
    return body


def at(data: Any, path: str) -> Any:
    """What stands in data at a path of names and places with dots between them; None where nothing does."""
    for part in path.split("."):
        if isinstance(data, list):
            data = data[int(part)] if part.isdigit() and int(part) < len(data) else None
        else:
            data = data.get(part) if isinstance(data, dict) else None
    return data


def resolve(node: Node, document: Node) -> Node:
    """What a reference points to; any other node as it is."""
    while "$ref" in node:
        target: Any = document
        for part in node["$ref"].removeprefix("#/").split("/"):
            target = target[part.replace("~1", "/").replace("~0", "~")]
        node = target
    return node


def _value(element: ElementTree.Element, schema: Node, document: Node) -> Any:
    schema = resolve(schema, document)
    variants = list(schema.get("anyOf", schema.get("oneOf", ())))
    if variants:
        return _fitting(element, variants, document)
    if "object" in _types(schema) or "properties" in schema or (not _types(schema) and len(element)):
        return _object(element, schema, document)
    if len(element):  # children where the schema has none: kept, for validation to refuse
        return _object(element, {}, document)
    return _scalar(element.text or "", schema, document)


def _fitting(element: ElementTree.Element, variants: list[Node], document: Node) -> Any:
    """The value by the variant that it fits; by the last one when it fits none."""
    value: Any = None
    for variant in variants:
        value = _value(element, variant, document)
        if jsonschema_rs.Draft202012Validator({**variant, "components": document.get("components", {})}).is_valid(
            value
        ):
            return value
    return value


def _object(element: ElementTree.Element, schema: Node, document: Node) -> dict[str, Any]:
    names = {
        resolve(each, document).get("xml", {}).get("name", name): name
        for name, each in schema.get("properties", {}).items()
    }
    values: dict[str, Any] = {
        names.get(key, key): _scalar(text, schema.get("properties", {}).get(names.get(key, key), {}), document)
        for key, text in element.attrib.items()
    }
    free = schema.get("additionalProperties")
    for tag in dict.fromkeys(child.tag for child in element):
        name = names.get(tag, tag)
        each = schema.get("properties", {}).get(name, free if isinstance(free, dict) else {})
        values[name] = _members([child for child in element if child.tag == tag], each, document)
    for name in schema.get("required", ()):
        if name not in values and "array" in _types(resolve(schema["properties"].get(name, {}), document)):
            values[name] = []  # no element at all is how an empty list looks
    return values


def _members(found: list[ElementTree.Element], schema: Node, document: Node) -> Any:
    resolved = resolve(schema, document)
    if "array" in _types(resolved):
        items = resolved.get("items", {})
        if resolved.get("xml", {}).get("wrapped"):
            found = [child for each in found for child in each]
        return [_value(each, items, document) for each in found]
    values = [_value(each, schema, document) for each in found]
    return values[0] if len(values) == 1 else values


def _scalar(text: str, schema: Node, document: Node) -> Any:
    types = set(_types(resolve(schema, document)))
    if "null" in types and not text:
        return None
    if "string" in types or not types:
        return text
    for kind, read in (("integer", int), ("number", float)):
        if kind in types:
            try:
                return read(text)
            except ValueError:
                continue
    return {"true": True, "false": False}.get(text, text) if "boolean" in types else text


def _types(schema: Node) -> list[str]:
    said = schema.get("type", [])
    return [said] if isinstance(said, str) else said
