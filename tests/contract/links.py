"""An answer's links to operations that read, followed at once: what was written must be seen there."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit

from schemathesis import Case, Response

from .documents import Node, answer_schema, parse_xml, request_bytes, resolve
from .told import told

FORM = "application/x-www-form-urlencoded"
_EXPRESSION = re.compile(r"^\{?\$(request|response)\.(?:(body)#|(?:query|path)\.)([^{}]*?)\}?$")


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
    fields: frozenset[str]
    """What the objects that it lists, or the one that it is, may hold by the spec."""

    @property
    def found(self) -> bool:
        return 200 <= self.told < 300

    def comparable(self, written: Mapping[str, Any]) -> dict[str, Any]:
        """Those of the values written that can be seen here, but for those that led here."""
        led = {str(value) for value in self.parameters.values()}
        return {name: value for name, value in written.items() if name in self.fields and str(value) not in led}

    def shows(self, written: Mapping[str, Any]) -> bool:
        """Whether an object with all of the comparable values is there."""
        wanted = self.comparable(written)
        return any(
            all(name in each and alike(each[name], value) for name, value in wanted.items())
            for each in _objects(self.data)
        )


def follow(case: Case, response: Response) -> Iterator[Followed]:
    """Follows the links of an answer that lead to a GET and whose parameters it can fill."""
    document = case.operation.schema.raw_schema
    documented = case.operation.responses.find_by_status_code(response.status_code)
    for name, link in documented.iter_links() if documented else ():
        target = case.operation.schema.find_operation_by_id(link["operationId"])
        values = {key: _evaluate(each, case, response) for key, each in link.get("parameters", {}).items()}
        if target.method.upper() != "GET" or None in values.values():
            continue
        read = target.Case()
        for each in target.iter_parameters():
            if each.name in values:
                read.get_container(each.location)[each.name] = values[each.name]
        _sign_alike(read, case, document)
        answer = read.call()
        status = told(answer, document).status_code
        yield Followed(
            link=name,
            where=link["operationId"],
            parameters=values,
            told=status,
            content=answer.content,
            data=_data(read, answer) if 200 <= status < 300 else None,
            fields=_fields(answer_schema(target, answer)[0], document),
        )


def written(case: Case, response: Response) -> dict[str, Any]:
    """The plain values that a request sent in its body or query, without the wrappers that `x-wrapper` tells of."""
    query = {name: texts[-1] for name, texts in parse_qs(urlsplit(str(response.request.url)).query).items()}
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
    """Whether a value seen is the one that was sent, perhaps as text, with a unit or with other zeros."""
    if str(seen) == str(sent):
        return True
    try:
        return float(seen) == float(str(sent).partition(" ")[0])
    except (TypeError, ValueError):
        return False


def _sign_alike(read: Case, case: Case, document: Node) -> None:
    """Gives a case the credentials of another."""
    for scheme in document.get("components", {}).get("securitySchemes", {}).values():
        for place in ("headers", "query", "cookies"):
            name = scheme["name"] if scheme["type"] == "apiKey" else "Authorization"
            value = (getattr(case, place) or {}).get(name)
            if value is not None:
                getattr(read, place)[name] = value


def _evaluate(expression: Any, case: Case, response: Response) -> Any:
    """The value of a link's runtime expression; None where there is none."""
    match = _EXPRESSION.match(str(expression))
    if not match:
        return expression
    side, body, rest = match.groups()
    if not body:
        place = case.query if ".query." in expression else case.path_parameters
        return (place or {}).get(rest)
    value = _request_body(response) if side == "request" else _data(case, response)
    for part in rest.strip("/").split("/"):
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


def _fields(schema: Node, document: Node) -> frozenset[str]:
    """The properties of the objects that a schema lists, or of the one that it describes."""
    schema = resolve(schema, document)
    if "items" in schema:
        return _fields(schema["items"], document)
    properties: Node = schema.get("properties", {})
    listed = [each for each in properties.values() if "items" in resolve(each, document)]
    found = [_fields(each, document) for each in listed]
    return frozenset().union(*found) or frozenset(properties)


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    if isinstance(data, dict):
        yield data
        for each in data.values():
            yield from _objects(each)
    elif isinstance(data, list):
        for each in data:
            yield from _objects(each)
