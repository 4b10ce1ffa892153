from __future__ import annotations

from typing import Any

import pytest

from .conftest import ADMIN, READER, Shop, session

ANN, BOB, EVE = 1107604, 1107605, 1107606


def found(api: Shop, **form: Any) -> list[int]:
    services = api.caller(READER, "spaaza-services")
    return [each["id"] for each in services.post("/search/users", {"chain_id": 1743, **form})]


def test_a_search_shows_members_as_bare_json(api: Shop) -> None:
    answer = api.caller(READER, "spaaza-services").post("/search/users", {"chain_id": 1743, "query": "ann"})
    assert answer == [
        {
            "id": ANN,
            "entity_code": {"type": "custom", "code": "404064"},
            "username": "ann@example.com",
            "firstname": "Ann",
            "lastname": "Archer",
            "created_date": "2020-01-01T00:00:00Z",
            "gender": "F",
            "birthday": "1986-01-30T00:00:00Z",
            "spaaza_opted_in": True,
            "country_code": "NL",
            "store_id": "1383",
        }
    ]


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("", [ANN, BOB, EVE]),
        ("ARCHER", [ANN]),
        ("example", [ANN, BOB, EVE]),
        ("bob baker", [BOB]),
        ("bob archer", []),
        ("4040", [ANN, EVE]),
        ("peba", [ANN]),
        ("%", []),
        ("_", []),
        ("jiminy", []),
    ],
)
def test_every_word_is_a_part_of_a_name_or_a_number(api: Shop, query: str, ids: list[int]) -> None:
    assert found(api, query=query) == ids


def test_a_search_without_a_query_finds_all(api: Shop) -> None:
    assert found(api) == [ANN, BOB, EVE]


def test_a_search_may_be_for_those_in_the_programme_or_out_of_it(api: Shop) -> None:
    assert found(api, opted_in="1") == [ANN, BOB]
    assert found(api, opted_in="0") == [EVE]


def test_a_search_comes_in_pages(api: Shop) -> None:
    assert [found(api, page=page, count=2) for page in (1, 2, 3)] == [[ANN, BOB], [EVE], []]
    assert found(api, page=1_000_000, count=500) == []


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ({}, 3),
        ({"query": "ann"}, 82),
        ({"chain_id": 1752}, 68),
        ({"chain_id": 99}, 217),
        ({"chain_id": "x"}, 423),
        ({"chain_id": 1743, "query": "x" * 257}, 63),
        ({"chain_id": 1743, "opted_in": "maybe"}, 316),
        ({"chain_id": 1743, "count": "x"}, 423),
    ],
)
def test_a_search_that_cannot_be_is_refused(api: Shop, form: dict[str, Any], code: int) -> None:
    assert api.caller(ADMIN, "spaaza-services").refusal("POST", "/search/users", form) == code


def test_the_chain_of_the_header_must_be_that_of_the_search(api: Shop) -> None:
    for name in ("X-Spaaza-Session-Chain-Id", "Session-Chain-Id", "X-Spaaza-Chain-ID"):
        services = api.caller({**ADMIN, name: "1752"}, "spaaza-services")
        assert services.refusal("POST", "/search/users", {"chain_id": 1743}) == 405
        assert api.caller({**ADMIN, name: "1743"}, "spaaza-services").post("/search/users", {"chain_id": 1743})


def test_administrators_alone_search(api: Shop) -> None:
    for headers, code in ((session(ANN, "a11e" + "0" * 58 + "a1"), 68), ({}, 6), (session(21, "x"), 54)):
        services = api.caller(headers, "spaaza-services")
        assert services.refusal("POST", "/search/users", {"chain_id": 1743}) == code
