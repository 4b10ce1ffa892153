"""Who may call: every kind of security scheme, alternatives, and serving without keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import httpx2
import pytest
from retail_sandbox.spec import SpecError, load
from retail_sandbox.testing import Sandbox
from shop import API, SPEC, shop


@pytest.fixture
def door(box: Sandbox) -> Iterator[httpx2.Client]:
    """A client without credentials."""
    with httpx2.Client(transport=box.transport, base_url=box.url("shop")) as client:
        yield client


def test_no_credentials_is_401_in_the_apis_own_form(door: httpx2.Client) -> None:
    answer = door.get("/echo/1")
    assert (answer.status_code, answer.json()) == (401, {"error": "credentials are missing"})


def test_wrong_credentials_are_401(door: httpx2.Client) -> None:
    assert door.get("/echo/1", headers={"shop_ticket": "wrong"}).status_code == 401


def test_missing_credentials_are_told_before_bad_input(door: httpx2.Client) -> None:
    assert door.get("/echo/x").status_code == 401
    assert door.get("/echo/x", headers={"shop_ticket": "wrong"}).status_code == 401
    assert door.get("/echo/x", headers={"shop_ticket": "right"}).status_code == 400


@pytest.mark.parametrize("name", ["shop_ticket", "SHOP_TICKET", "shop-ticket", "X-Shop-Pass", "x-shop-pass"])
def test_a_header_key_has_several_spellings(door: httpx2.Client, name: str) -> None:
    assert door.get("/echo/1", headers={name: "t"}).json()["caller"] == "ticket=t"


def test_a_key_stands_in_the_query_or_in_the_form(door: httpx2.Client) -> None:
    assert door.get("/carry?key=k").json()["caller"] == "key=k"
    assert door.post("/carry?key=k", data={"count": "1"}).json()["caller"] == "key=k"
    in_form = door.post("/carry", data={"count": "1", "key": "k"}).json()
    assert in_form["caller"] == "key=k"
    assert "key" not in in_form["body"]


def test_a_key_in_a_form_counts_only_where_the_spec_says_so(door: httpx2.Client) -> None:
    assert door.request("GET", "/doors/pair", data={"client_id": "a", "client_secret": "b"}).status_code == 401


def test_schemes_in_one_alternative_are_needed_together(door: httpx2.Client) -> None:
    assert door.get("/doors/pair?client_id=a").status_code == 401
    assert door.get("/doors/pair?client_secret=b").status_code == 401
    assert door.get("/doors/pair?client_id=a&client_secret=b").json()["caller"] == "client=a secret=b"


@pytest.mark.parametrize(
    ("headers", "caller"),
    [
        ({"Authorization": "Bearer abc"}, "bearer=abc"),
        ({"Authorization": "bearer abc"}, "bearer=abc"),
        ({"Authorization": "Basic dXNlcjpwYXNz"}, "basic=user:pass"),
        ({"Cookie": "shop_session=s1"}, "session=s1"),
        ({"Authorization": "Bearer abc", "Cookie": "shop_session=s1"}, "bearer=abc"),
    ],
)
def test_any_alternative_lets_in_and_the_first_that_is_met_counts(
    door: httpx2.Client, headers: dict[str, str], caller: str
) -> None:
    assert door.get("/doors/either", headers=headers).json()["caller"] == caller


@pytest.mark.parametrize("value", ["", "Bearer", "Bearer ", "Basic !!!", "Basic /w==", "Digest abc", "abc"])
def test_a_malformed_authorization_is_401(door: httpx2.Client, value: str) -> None:
    assert door.get("/doors/either", headers={"Authorization": value}).status_code == 401


def test_an_open_operation_has_no_caller(door: httpx2.Client) -> None:
    assert door.get("/doors/open", headers={"Authorization": "Bearer abc"}).json()["caller"] is None


def test_optional_credentials_count_when_they_are_sent(door: httpx2.Client) -> None:
    assert door.get("/doors/optional").json()["caller"] is None
    assert door.get("/doors/optional", headers={"Authorization": "Bearer abc"}).json()["caller"] == "bearer=abc"
    assert door.get("/doors/optional", headers={"Authorization": "Bearer wrong"}).status_code == 401


def test_without_keys_anyone_may_call_and_known_keys_still_tell_who() -> None:
    with (
        Sandbox([shop()], check_keys=False) as box,
        httpx2.Client(transport=box.transport, base_url=box.url("shop")) as door,
    ):
        assert door.get("/echo/1").json()["caller"] == "anyone"
        assert door.get("/echo/1", headers={"shop_ticket": "wrong"}).json()["caller"] == "anyone"
        assert door.get("/echo/1", headers={"shop_ticket": "t"}).json()["caller"] == "ticket=t"
        assert door.get("/doors/open").json()["caller"] is None
        assert door.get("/echo/x").status_code == 400


def test_an_api_that_knows_no_default_caller_is_not_served_without_keys() -> None:
    with pytest.raises(SpecError, match="does not say who calls"):
        Sandbox([shop(api=replace(API, anyone=None))], check_keys=False)


def test_a_scheme_that_is_not_in_the_spec_stops_the_start() -> None:
    document = load(SPEC)
    document["paths"]["/doors/open"]["get"]["security"] = [{"ghost": []}]
    with pytest.raises(SpecError, match="doors_open: the security scheme ghost"):
        Sandbox([shop(document=document)])
