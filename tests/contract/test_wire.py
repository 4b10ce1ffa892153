"""The second judgement of accepted requests: it must excuse what fits on the wire, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest
import requests
import schemathesis
from schemathesis import Case, Response
from schemathesis.transport.requests import REQUESTS_TRANSPORT

from .wire import fits

DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.1",
    "info": {"title": "Wire", "version": "1"},
    "paths": {
        "/things": {
            "get": {
                "operationId": "list",
                "parameters": [
                    {
                        "name": "tags",
                        "in": "query",
                        "required": True,
                        "explode": False,
                        "schema": {"type": "array", "items": {"type": "string", "pattern": "^[A-Z]$"}, "maxItems": 2},
                    },
                    {"name": "size", "in": "query", "schema": {"type": "integer", "maximum": 9}},
                    {
                        "name": "ids",
                        "in": "query",
                        "explode": False,
                        "schema": {"type": "array", "items": {"type": "integer"}},
                    },
                    {
                        "name": "rest",
                        "in": "query",
                        "schema": {"type": "object", "additionalProperties": {"type": "string"}},
                    },
                    {"name": "X-Kind", "in": "header", "schema": {"type": "string", "enum": ["a"]}},
                ],
                "responses": {"200": {"description": "ok"}},
            },
            "post": {
                "operationId": "add",
                "requestBody": {
                    "required": True,
                    "content": {
                        "application/json": {"schema": {"$ref": "#/components/schemas/Thing"}},
                        "application/x-www-form-urlencoded": {
                            "schema": {"$ref": "#/components/schemas/Thing"},
                            "encoding": {"tags": {"style": "form", "explode": False}},
                        },
                        "multipart/form-data": {"schema": {"$ref": "#/components/schemas/Thing"}},
                    },
                },
                "responses": {"200": {"description": "ok"}},
            },
        }
    },
    "components": {
        "schemas": {
            "Thing": {
                "type": "object",
                "additionalProperties": False,
                "required": ["name"],
                "properties": {
                    "name": {"type": "string", "minLength": 2},
                    "size": {"type": "integer"},
                    "tags": {"type": "array", "items": {"type": "string"}},
                },
            }
        }
    },
}
SCHEMA = schemathesis.openapi.from_dict(DOCUMENT)
FORM = "application/x-www-form-urlencoded"


def sent(case: Case) -> tuple[Case, Response]:
    request = requests.Request(**REQUESTS_TRANSPORT.serialize_case(case, base_url="http://localhost")).prepare()
    return case, Response(200, {}, b"", request, 0.0, False)


def listed(query: dict[str, Any], **headers: str) -> bool:
    return fits(*sent(SCHEMA["/things"]["GET"].Case(query=query, headers=headers)))


def added(body: Any, kind: str) -> bool:
    return fits(*sent(SCHEMA["/things"]["POST"].Case(body=body, media_type=kind)))


@pytest.mark.parametrize(
    "query",
    [
        {"tags": "A"},
        {"tags": "A,B"},
        {"tags": "A", "size": "9"},
        {"tags": "A", "other": "x"},
        {"tags": "", "ids": "1,-2"},
    ],
)
def test_a_query_that_fits_as_text_is_excused(query: dict[str, Any]) -> None:
    assert listed(query)


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"tags": "a"},
        {"tags": "A,b"},
        {"tags": "A,B,C"},
        {"tags": "A", "size": "10"},
        {"tags": "A", "size": "x"},
        {"tags": "A", "ids": "1,x"},
    ],
)
def test_a_query_that_does_not_fit_is_not_excused(query: dict[str, Any]) -> None:
    assert not listed(query)


def test_headers_are_judged_too() -> None:
    assert listed({"tags": "A"}, **{"X-Kind": "a"})
    assert not listed({"tags": "A"}, **{"X-Kind": "b"})


@pytest.mark.parametrize("kind", [FORM, "multipart/form-data"])
def test_a_form_that_fits_as_text_is_excused(kind: str) -> None:
    assert added({"name": 12, "size": "3"}, kind)


@pytest.mark.parametrize("kind", [FORM, "multipart/form-data"])
@pytest.mark.parametrize("body", [{"name": "x"}, {"size": 1}, {"name": "xy", "size": "z"}, {"name": "xy", "more": "z"}])
def test_a_form_that_does_not_fit_is_not_excused(body: dict[str, Any], kind: str) -> None:
    assert not added(body, kind)


def test_json_means_what_it_says() -> None:
    assert added({"name": "xy", "size": 1}, "application/json")
    assert not added({"name": 12}, "application/json")
    assert not added({"name": "xy", "size": "1"}, "application/json")
