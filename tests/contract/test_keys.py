from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from schemathesis import Case
from schemathesis.specs.openapi.schemas import OpenApiSchema

from .keys import sign, sign_alike, way_of, ways
from .suite import Amount, contract_of

KEYS: Any = {
    "session": {"type": "apiKey", "in": "header", "name": "Session"},
    "user": {"type": "apiKey", "in": "header", "name": "Session-User"},
    "admin": {"type": "apiKey", "in": "header", "name": "Admin"},
    "privileged": {"type": "http", "scheme": "bearer"},
}


def operation(name: str, *alternatives: tuple[str, ...]) -> dict[str, Any]:
    security = [{scheme: [] for scheme in each} for each in alternatives]
    return {"operationId": name, "security": security, "responses": {"200": {"description": "ok"}}}


PATHS = {
    "/any": {"get": operation("any", ("session", "user"), ("admin",), ("privileged",))},
    "/other": {"get": operation("other", ("privileged",), ("admin",))},
    "/user": {"get": operation("user", ("session", "user"))},
    "/open": {"get": operation("open")},
}
DOCUMENT = {
    "openapi": "3.1.1",
    "info": {"title": "Keys", "version": "1"},
    "paths": PATHS,
    "components": {"securitySchemes": KEYS},
}
ALL = {"admin": "a", "session": "s", "user": "u", "privileged": "p"}


def schema_of(credentials: Mapping[str, str]) -> OpenApiSchema:
    return contract_of(DOCUMENT, {}, credentials, Amount(1, 1, 1)).schema


def case_of(operation: str, credentials: Mapping[str, str]) -> Case:
    return schema_of(credentials).find_operation_by_id(operation).Case()


@pytest.mark.parametrize(
    ("credentials", "expected"),
    [
        (ALL, [("admin",), ("session", "user"), ("privileged",)]),
        ({"privileged": "p", "admin": "a"}, [("privileged",), ("admin",)]),
        ({"session": "s"}, []),
    ],
)
def test_the_ways_are_in_the_order_of_the_credentials_and_need_all_their_schemes(
    credentials: Mapping[str, str], expected: list[tuple[str, ...]]
) -> None:
    assert ways(PATHS["/any"]["get"], credentials) == expected


def test_a_request_is_signed_in_one_way_alone() -> None:
    case = case_of("any", ALL)
    sign(case, ALL)
    assert dict(case.headers) == {"Admin": "a"}


def test_a_request_can_be_signed_in_every_way_that_it_takes() -> None:
    case = case_of("any", ALL)
    sign(case, ALL, ("session", "user"))
    assert dict(case.headers) == {"Session": "s", "Session-User": "u"}
    assert way_of(case) == ("session", "user")


def test_schemathesis_signs_in_the_first_way_too() -> None:
    schema = schema_of({"privileged": "p", "admin": "a", "session": "s", "user": "u"})
    case = schema.find_operation_by_id("any").Case()
    sign_alike(case, schema.find_operation_by_id("open").Case())
    assert dict(case.headers) == {"Authorization": "Bearer p"}


def test_a_chain_goes_on_in_the_way_in_which_it_began() -> None:
    schema = schema_of(ALL)
    first, read = (schema.find_operation_by_id(name).Case() for name in ("any", "other"))
    sign(first, ALL, ("privileged",))
    sign_alike(read, first)
    assert dict(read.headers) == {"Authorization": "Bearer p"}


def test_where_an_operation_does_not_take_that_way_it_is_signed_in_its_own() -> None:
    schema = schema_of(ALL)
    first, read = (schema.find_operation_by_id(name).Case() for name in ("any", "user"))
    sign(first, ALL)
    sign_alike(read, first)
    assert dict(read.headers) == {"Session": "s", "Session-User": "u"}
