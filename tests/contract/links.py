"""An answer's links, and those to operations that read followed at once: what was written must be seen there."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

from schemathesis import Case, Response
from schemathesis.schemas import APIOperation

from .documents import Node, answer_schema, at, parse_xml, request_bytes, resolve
from .keys import sign_alike
from .told import told

FORM = "application/x-www-form-urlencoded"
_EXPRESSION = re.compile(r"^\$(request|response)\.(?:(body)(?:#|$)|(?:query|path)\.)([^{}]*)$")


@dataclass(frozen=True)
class Link:
    """A link of an answer."""

    name: str
    target: APIOperation
    parameters: Mapping[str, Any]
    """By name; None where the link points to nothing."""
    body: Any
    """What it says of the body; None when it says nothing."""

    @property
    def leads(self) -> bool:
        """Whether all that it points to is there."""
        return _is_whole(dict(self.parameters)) and (self.body is None or _is_whole(self.body))

    def request(self) -> Case:
        """The request that it leads to, unsigned; with no body."""
        case = self.target.Case()
        for each in self.target.iter_parameters():
            if each.name in self.parameters:
                value = self.parameters[each.name]
                in_path = isinstance(value, str) and each.location == "path"
                case.get_container(each.location)[each.name] = quote(value, safe="") if in_path else value
        return case


@dataclass(frozen=True)
class Followed:
    """Where a link led."""

    link: str
    where: str
    """The operationId."""
    parameters: Mapping[str, Any]
    told: int
    content: bytes
    data: Any
    """None when it was refused."""
    fields: Sequence[frozenset[str]]
    """What the objects may hold by the spec: the one that it is, and those that it lists."""

    @property
    def found(self) -> bool:
        return 200 <= self.told < 300

    def comparable(self, written: Mapping[str, Any]) -> dict[str, Any]:
        """Those of the values written that can be seen here in one object, but for those that led here."""
        led = {str(value) for value in self.parameters.values()}
        rest = {name: value for name, value in written.items() if str(value) not in led}
        seen = [{name: value for name, value in rest.items() if name in fields} for fields in self.fields]
        return max(seen, key=len, default={})

    def holds(self, values: Mapping[str, Any]) -> bool:
        """Whether an object with these values is there."""
        return any(all(each.get(name) == value for name, value in values.items()) for each in _objects(self.data))

    def shows(self, written: Mapping[str, Any]) -> bool:
        """Whether an object with all of the comparable values is there."""
        wanted = self.comparable(written)
        return any(
            all(name in each and alike(each[name], value) for name, value in wanted.items())
            for each in _objects(self.data)
        )


def links_of(case: Case, response: Response) -> Iterator[Link]:
    """The links of an answer, with their values."""
    documented = case.operation.responses.find_by_status_code(response.status_code)
    for name, link in documented.iter_links() if documented else ():
        values = {key: _evaluated(each, case, response) for key, each in link.get("parameters", {}).items()}
        target = case.operation.schema.find_operation_by_id(link["operationId"])
        yield Link(name, target, values, _evaluated(link.get("requestBody"), case, response))
    yield from _downloads(case, response)


DOWNLOAD = "download"
"""The name of a link that the spec does not write as one: the address of a file that an answer gives (`x-download`)."""


def download_of(operation: Node, document: Node) -> str | None:
    """The operation that serves the files whose addresses the answers to another give, where one does."""
    said = operation.get("x-download", {})
    address = at(_example(operation, document), said["url"]) if said and "operation" not in said else None
    if address is None:
        return None
    path = urlsplit(str(address)).path
    return next((item["get"]["operationId"] for name, item in document["paths"].items() if path == name), None)


def _downloads(case: Case, response: Response) -> Iterator[Link]:
    raw, schema = case.operation.definition.raw, case.operation.schema
    target = download_of(raw, schema.raw_schema) if response.status_code == 200 else None
    if target:
        query = parse_qs(urlsplit(str(at(_data(case, response), raw["x-download"]["url"]))).query)
        yield Link(
            DOWNLOAD, schema.find_operation_by_id(target), {name: each[-1] for name, each in query.items()}, None
        )


def _example(operation: Node, document: Node) -> Any:
    content = resolve(operation["responses"]["200"], document)["content"]["application/json"]
    return content.get("example")


def follow(case: Case, response: Response) -> Iterator[Followed]:
    """Follows the links of an answer that lead to a GET and whose parameters it can fill."""
    document = case.operation.schema.raw_schema
    for link in links_of(case, response):
        if link.target.method.upper() != "GET" or not link.leads:
            continue
        read = link.request()
        sign_alike(read, case)
        answer = read.call()
        status = told(answer, document).status_code
        yield Followed(
            link=link.name,
            where=link.target.definition.raw["operationId"],
            parameters=link.parameters,
            told=status,
            content=answer.content,
            data=_data(read, answer) if 200 <= status < 300 else None,
            fields=list(_fields(answer_schema(link.target, answer)[0], document)),
        )


def written(case: Case, response: Response) -> dict[str, Any]:
    """The plain values that a request sent in its body or query, without the wrappers that `x-wrapper` tells of.

    A parameter whose wire name means something else (`id` of a user) goes by the name that clients have for it.
    """
    said = (
        resolve(each, case.operation.schema.raw_schema) for each in case.operation.definition.raw.get("parameters", ())
    )
    names = {each["name"]: each.get("x-name", each["name"]) for each in said}
    sent = parse_qs(urlsplit(str(response.request.url)).query)
    query = {names[name]: texts[-1] for name, texts in sent.items() if name in names}
    kind = str(response.request.headers.get("Content-Type", "")).partition(";")[0]
    fields = _request_body(response) or {}
    document = case.operation.schema.raw_schema
    content = resolve(case.operation.definition.raw.get("requestBody", {}), document).get("content", {})
    wrapper = resolve(content.get(kind, {}).get("schema", {}), document).get("x-wrapper")
    if wrapper:
        fields = {name: each.get(wrapper["value"]) for name, each in fields.items() if isinstance(each, dict)}
    both = {**query, **fields}
    return {name: value for name, value in both.items() if isinstance(value, str | int | float)}


def alike(seen: Any, sent: Any) -> bool:
    """Whether a value seen is the one that was sent, perhaps as text, with a unit, with other zeros, or as a moment in
    another form."""
    if str(seen) == str(sent):
        return True
    moment = _moment(sent)
    if moment and moment == _moment(seen):
        return True
    try:
        return float(seen) == float(str(sent).partition(" ")[0])
    except (TypeError, ValueError):
        return False


def _is_whole(value: Any) -> bool:
    if isinstance(value, dict):
        return all(map(_is_whole, value.values()))
    return all(map(_is_whole, value)) if isinstance(value, list) else value is not None


def _moment(value: Any) -> datetime | None:
    """The second of a text with a date and a time, in UTC; None for anything else."""
    try:
        moment = datetime.fromisoformat(str(value)) if len(str(value)) > len("2016-11-10") else None
    except ValueError:
        return None
    return moment and moment.replace(microsecond=0, tzinfo=moment.tzinfo or UTC).astimezone(UTC)


def _evaluated(said: Any, case: Case, response: Response) -> Any:
    """What a link says, with the values of the runtime expressions in it; None for one that points to nothing."""
    if isinstance(said, dict):
        return {name: _evaluated(each, case, response) for name, each in said.items()}
    if isinstance(said, list):
        return [_evaluated(each, case, response) for each in said]
    return _evaluate(said, case, response) if isinstance(said, str) else said


def _evaluate(expression: str, case: Case, response: Response) -> Any:
    if expression.startswith("{$"):  # in a text, as text
        value = _evaluate(expression.strip("{}"), case, response)
        return None if value is None else str(value)
    match = _EXPRESSION.match(expression)
    if not match:
        return expression
    side, body, rest = match.groups()
    if not body:
        place = case.query if ".query." in expression else case.path_parameters
        return (place or {}).get(rest)
    value = _request_body(response) if side == "request" else _data(case, response)
    for part in rest.strip("/").split("/") if rest else ():
        if isinstance(value, list):
            value = value[int(part)] if part.isdigit() and int(part) < len(value) else None
        else:
            value = value.get(part) if isinstance(value, dict) else None
    return value


def _request_body(response: Response) -> Any:
    """The body of a request, as it was sent; None where it is neither JSON nor a form."""
    body, kind = request_bytes(response.request), str(response.request.headers.get("Content-Type", ""))
    if kind.startswith("application/json"):
        return json.loads(body)
    if kind.startswith(FORM):
        return {name: texts[-1] for name, texts in parse_qs(body.decode()).items()}
    return None


def _data(case: Case, response: Response) -> Any:
    """The data of an answer; None where it cannot be read, which other checks tell."""
    try:
        if response.content.lstrip().startswith(b"<"):
            return parse_xml(response.content, *answer_schema(case.operation, response))
        return json.loads(response.content)
    except ValueError:
        return None


def _fields(schema: Node, document: Node) -> Iterator[frozenset[str]]:
    """The properties of the object that a schema describes, without its envelope, and of those that it lists."""
    schema = resolve(schema, document)
    if "items" in schema:
        yield from _fields(schema["items"], document)
        return
    properties: Node = schema.get("properties", {})
    data = document.get("x-envelope", {}).get("data")
    if data in properties:
        yield from _fields(properties[data], document)
        return
    yield frozenset(properties)
    for each in properties.values():
        if "items" in resolve(each, document):
            yield from _fields(each, document)


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    if isinstance(data, dict):
        yield data
        for each in data.values():
            yield from _objects(each)
    elif isinstance(data, list):
        for each in data:
            yield from _objects(each)
