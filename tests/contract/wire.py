"""False alarms of schemathesis, judged again by what went over the wire.

It generates a value that breaks a schema, then writes it as text: `tags=A` for the text "A" in place of a list, which
are the bytes of the list ["A"] too. A request whose bytes fit the spec in some reading was rightly served.

The other way round, a generated value may break the pattern that it was made for.

A request that fits the spec was rightly refused when the answer says why no schema could tell, as the API's facts have
it: such as that somebody whom it names is not there.
"""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from email.parser import BytesParser
from email.policy import HTTP
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jsonschema_rs
import schemathesis
from schemathesis import Case, HookContext, Response
from schemathesis.core.failures import AcceptedNegativeData, Failure
from schemathesis.openapi.checks import RejectedPositiveData, UnsupportedMethodResponse

from .documents import Node, request_bytes, resolve
from .facts import facts_of

FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"
_TRIES = 512
"""Readings of a form that are tried at most."""


@schemathesis.hook
def filter_failure(context: HookContext, failure: Failure, case: Case, response: Response) -> bool:
    """Keeps a failure, unless it blames the service for taking a request that fits the spec as it was sent, for
    refusing one that does not, or for a method or a refusal that the facts know."""
    if isinstance(failure, UnsupportedMethodResponse):
        also = facts_of(case.operation.schema.raw_schema).also_takes
        return also.get(case.operation.definition.raw["operationId"]) != case.method
    if isinstance(failure, AcceptedNegativeData):
        return not fits(case, response)
    return not isinstance(failure, RejectedPositiveData) or (fits(case, response) and not says_why(case, response))


def says_why(case: Case, response: Response) -> bool:
    """Whether a refusal has one of the reasons that no schema can tell."""
    known = facts_of(case.operation.schema.raw_schema).refusals
    return any(re.search(pattern, response.text) for pattern in known)


def fits(case: Case, response: Response) -> bool:
    """Whether the bytes of a request fit the spec of its operation, in some reading."""
    document = case.operation.schema.raw_schema
    raw = case.operation.definition.raw
    parameters = [resolve(each, document) for each in raw.get("parameters", ())]
    query = parse_qs(urlsplit(str(response.request.url)).query, keep_blank_values=True)
    headers = {name.lower(): [str(value)] for name, value in response.request.headers.items()}
    sources: Mapping[str, Mapping[str, Sequence[str]]] = {"query": query, "header": headers}
    for each in parameters:
        source = sources.get(each["in"])
        if source is None:  # a path that matched was read; cookies are sent by no spec here
            continue
        texts = source.get(each["name"] if each["in"] == "query" else each["name"].lower())
        if texts is None and _is_spread(each, document):
            continue
        if texts is None:
            if each.get("required"):
                return False
        elif not _is_tolerated(texts, each, document) and not any(
            _is_valid(value, each["schema"], document) for value in _readings(texts, each, document)
        ):
            return False
    return _body_fits(resolve(raw.get("requestBody", {}), document), response, document)


def _is_tolerated(texts: Sequence[str], parameter: Node, document: Node) -> bool:
    """Whether the texts are taken though the schema does not say so."""
    schema = resolve(parameter["schema"], document)
    said = (parameter["name"], schema.get("type"), schema.get("format"))
    patterns = [text for each in said if (text := facts_of(document).tolerated.get(str(each)))]
    return texts == [parameter.get("x-null")] or any(re.fullmatch(each, texts[-1]) for each in patterns)


def _body_fits(said: Node, response: Response, document: Node) -> bool:
    content, kind = request_bytes(response.request), str(response.request.headers.get("Content-Type", ""))
    if not said or not content:
        return not said.get("required", False)
    media = said["content"].get(kind.partition(";")[0].strip())
    if media is None:
        return False
    schema = media["schema"]
    if kind.startswith("application/json"):
        try:
            return _is_valid(json.loads(content), schema, document)
        except ValueError:
            return False
    if kind.startswith(FORM):
        return _form_fits(parse_qs(content.decode(), keep_blank_values=True), schema, media, document)
    if kind.startswith(MULTIPART):
        return _form_fits(_parts(content, kind), schema, media, document)
    return False


def _form_fits(fields: Mapping[str, Sequence[str]], schema: Node, media: Node, document: Node) -> bool:
    properties: Node = resolve(schema, document).get("properties", {})
    encoding: Node = media.get("encoding", {})
    free = next(
        (
            name
            for name, each in properties.items()
            if encoding.get(name, {}).get("explode") and _is_object(each, document)
        ),
        None,
    )
    readings: dict[str, list[Any]] = {}
    gathered: dict[str, str] = {}
    for name, texts in fields.items():
        if free and (name not in properties or name == free):
            gathered[name] = texts[-1]
        else:
            said = {**encoding.get(name, {}), "schema": properties.get(name, {})}
            each = _readings(texts, said, document)
            readings[name] = [value for value in each if _is_valid(value, said["schema"], document)]
    if free and gathered:
        readings[free] = [gathered]
    choices = itertools.islice(itertools.product(*readings.values()), _TRIES)
    return any(_is_valid(dict(zip(readings, choice, strict=True)), schema, document) for choice in choices)


def _readings(texts: Sequence[str], said: Node, document: Node) -> Iterator[Any]:
    """The ways to read the texts that came under a name: as one value, as a list, as JSON."""
    schema = resolve(said["schema"], document)
    types = [schema["type"]] if isinstance(schema.get("type"), str) else schema.get("type", [])
    if "array" in types:
        items = schema.get("items", {})
        parts = list(texts) if said.get("explode", True) else texts[-1].split(",") if texts[-1] else []
        yield [
            next((each for each in _scalars(part, items, document) if _is_valid(each, items, document)), part)
            for part in parts
        ]
    if len(texts) == 1:
        yield from _scalars(texts[0], schema, document)


def _scalars(text: str, schema: Node, document: Node) -> Iterator[Any]:
    schema = resolve(schema, document)
    if schema.get("x-null") == text:
        yield None
    yield text
    try:
        yield json.loads(text)
    except ValueError:
        return


def _parts(content: bytes, kind: str) -> dict[str, list[str]]:
    """The parts of a multipart body, as text."""
    message = BytesParser(policy=HTTP).parsebytes(f"Content-Type: {kind}\r\n\r\n".encode() + content)
    fields: dict[str, list[str]] = {}
    for part in message.iter_parts():
        name = part.get_param("name", header="content-disposition")
        payload = part.get_payload(decode=True)
        fields.setdefault(str(name), []).append(payload.decode(errors="replace") if isinstance(payload, bytes) else "")
    return fields


def _is_valid(value: Any, schema: Node, document: Node) -> bool:
    whole = {"allOf": [schema], "components": document.get("components", {})}
    try:
        return jsonschema_rs.Draft202012Validator(whole).is_valid(value)
    except ValueError:  # half of a surrogate pair, which is no JSON
        return False


def _is_object(schema: Node, document: Node) -> bool:
    return resolve(schema, document).get("type") == "object"


def _is_spread(parameter: Node, document: Node) -> bool:
    """Whether a parameter's own name is not on the wire, only those of its properties."""
    return parameter["in"] == "query" and parameter.get("explode", True) and _is_object(parameter["schema"], document)
