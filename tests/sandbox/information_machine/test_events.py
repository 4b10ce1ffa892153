"""What is told by webhook, and when."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import httpx2
import pytest
from retail_sandbox.testing import Sandbox

from .conftest import DEMO, SECOND, Account

SHOPPER = "/v1/users/demo-shopper"
PURCHASES, CREDENTIALS, REFRESH, UPCS = (
    "user_purchases",
    "store_connection_credentials",
    "on_demand_refresh",
    "upc_resolved",
)


def told(sandbox: Sandbox, event: str) -> list[dict[str, Any]]:
    """The payloads of the events of a kind, the oldest first."""
    sandbox.webhooks.pump()
    return [each["payload"] for each in sandbox.webhooks.events(api="information-machine", event=event)][::-1]


def receive(sandbox: Sandbox, url: str) -> list[str]:
    """Takes events at a URL; the media types of those that come."""
    got: list[str] = []

    def take(request: httpx2.Request) -> httpx2.Response:
        got.append(request.headers["content-type"])
        return httpx2.Response(200)

    sandbox.receivers[url] = take
    return got


def refresh(sandbox: Sandbox, api: Account) -> str:
    id = api.get(f"{SHOPPER}/stores")[-1]["id"]
    query = "&".join(
        f"{name}={value}" for name, value in {**DEMO, "user_id": "demo-shopper", "user_store_id": id}.items()
    )
    return api.url(f"/on-demand-refresh?{query}").json()["refresh_request_id"]


def test_a_login_that_works_is_told_and_then_its_purchases(sandbox: Sandbox, api: Account) -> None:
    id = api.connect()
    assert told(sandbox, CREDENTIALS) == [
        {
            "store_connection_id": id,
            "credentials_status": "Verified",
            "account_locked": False,
            "user_id": "demo-shopper",
            "account_lock_code": None,
            "unlock_url": None,
            "username": "someone",
            "store_id": 4,
            "idempotency_key": f"{id}-1",
        }
    ]
    (event,) = told(sandbox, PURCHASES)
    assert (event["user_store_id"], event["user_id"]) == (id, "demo-shopper")
    assert event["idempotency_key"] == f"{id}-2"
    read = api.get(f"{SHOPPER}/purchases_product_based", store_id=4, show_product_details=True)
    assert event["purchase_data"] == read


def test_it_happens_by_the_clock_though_nobody_asks(slow: Callable[..., tuple[Sandbox, Account]]) -> None:
    sandbox, api = slow(login_seconds=60, harvest_seconds=60)
    api.connect()
    assert told(sandbox, CREDENTIALS) == []
    sandbox.clock.advance("PT1M")
    assert len(told(sandbox, CREDENTIALS)) == 1
    assert told(sandbox, PURCHASES) == []
    sandbox.clock.advance("PT1M")
    assert len(told(sandbox, PURCHASES)) == 1


@pytest.mark.parametrize(("username", "status"), [("wrong", "Invalid"), ("unknown", "Unknown")])
def test_a_login_that_does_not_work_is_told(sandbox: Sandbox, api: Account, username: str, status: str) -> None:
    api.connect(username)
    assert [each["credentials_status"] for each in told(sandbox, CREDENTIALS)] == [status]
    assert told(sandbox, PURCHASES) == []


@pytest.mark.parametrize(
    ("username", "code"),
    [
        ("security-question", 2),
        ("image-captcha", 3),
        ("incomplete-profile", 4),
        ("deactivated", 5),
        ("access-denied", 6),
        ("password-reset", 7),
    ],
)
def test_a_lock_is_told_by_its_number_with_the_address(
    sandbox: Sandbox, api: Account, username: str, code: int
) -> None:
    id = api.connect(username)
    (event,) = told(sandbox, CREDENTIALS)
    assert (event["account_locked"], event["account_lock_code"]) == (True, code)
    assert event["credentials_status"] == "Unknown"
    assert event["unlock_url"] == api.connection(id)["unlock_url"]


def test_every_later_change_is_told_under_a_key_of_its_own(sandbox: Sandbox, api: Account) -> None:
    id = api.connect("security-question")
    api.url(f"{api.connection(id)['unlock_url']}&answer=Rex")
    api.put(f"{SHOPPER}/stores/{id}", {"password": "wrong"})
    seen = told(sandbox, CREDENTIALS)
    assert [(each["credentials_status"], each["account_locked"]) for each in seen] == [
        ("Unknown", True),
        ("Verified", False),
        ("Invalid", False),
    ]
    assert len({each["idempotency_key"] for each in seen}) == 3


def test_a_lost_connection_is_told(sandbox: Sandbox, api: Account) -> None:
    api.connect("lost")
    assert [each["credentials_status"] for each in told(sandbox, CREDENTIALS)] == ["Verified"]
    sandbox.clock.advance("P1D")
    assert [each["credentials_status"] for each in told(sandbox, CREDENTIALS)] == ["Verified", "Invalid"]


def test_a_harvest_that_brings_nothing_tells_nothing(sandbox: Sandbox, api: Account) -> None:
    api.connect()
    before = len(told(sandbox, PURCHASES))
    refresh(sandbox, api)
    assert len(told(sandbox, PURCHASES)) == before


def test_a_refresh_tells_its_request_and_how_much_it_has_brought(sandbox: Sandbox, api: Account) -> None:
    id = api.connect()
    first = refresh(sandbox, api)
    sandbox.clock.advance("PT20H")
    second = refresh(sandbox, api)
    events = told(sandbox, REFRESH)
    assert [each["refresh_request_id"] for each in events] == [first, second]
    assert {each["user_store_id"] for each in events} == {each["store_connection_id"] for each in events} == {id}
    harvested = sum(len(each["purchase_data"]["invoices"]) for each in told(sandbox, PURCHASES))
    assert harvested == len(api.get(f"{SHOPPER}/purchases_product_based", store_id=4)["invoices"])
    assert events[0]["purchase_count"] == 0


def test_a_refresh_is_for_the_owner_of_the_connection_alone(sandbox: Sandbox, api: Account) -> None:
    id = api.connect()
    for keys, status in ((SECOND, 404), ({**DEMO, "client_secret": "wrong"}, 401), (DEMO, 200)):
        asked = httpx2.QueryParams({**keys, "user_id": "demo-shopper", "user_store_id": str(id)})
        assert api.url(f"/on-demand-refresh?{asked}").status_code == status
    assert len(told(sandbox, REFRESH)) == 1


def test_an_event_that_is_not_taken_is_sent_again_under_the_same_key(sandbox: Sandbox, api: Account) -> None:
    keys: list[str] = []

    def take(request: httpx2.Request) -> httpx2.Response:
        keys.append(json.loads(request.content)["idempotency_key"])
        return httpx2.Response(503 if len(keys) < 3 else 200)

    sandbox.receivers["http://mine.example/hook"] = take
    sandbox.webhooks.add("http://mine.example/hook", event=CREDENTIALS)
    id = api.connect()
    for _ in range(4):
        sandbox.webhooks.pump()
        sandbox.clock.advance("PT5M")
    assert keys == [f"{id}-1"] * 3


def test_a_refresh_of_a_login_that_no_longer_works_brings_nothing(sandbox: Sandbox, api: Account) -> None:
    api.connect("lost")
    assert api.get(f"{SHOPPER}/stores")[-1]["credentials_status"] == "Verified"
    refresh(sandbox, api)
    (event,) = told(sandbox, REFRESH)
    assert event["purchase_count"] == 0
    assert api.get(f"{SHOPPER}/stores")[-1]["credentials_status"] == "Invalid"


def test_names_are_told_to_the_address_of_their_request(sandbox: Sandbox, api: Account) -> None:
    api.post(
        "/v1/products/upc_resolve_request",
        {"name_store_list": ["Green Fork Kale Chips;Walmart", "Nothing"]},
        webhook_url="http:/mine.example/hook",
    )
    got = receive(sandbox, "http://mine.example/hook")
    assert told(sandbox, UPCS) == [
        {"name": "Green Fork Kale Chips", "store": "Walmart", "resolve_status": "Finished",
         "upcs": "090101000108,090101000115"},
        {"name": "Nothing", "store": "", "resolve_status": "Finished", "upcs": ""},
    ]  # fmt: skip
    assert got == ["text/json", "text/json"]


def test_a_target_gets_the_events_of_its_account_alone(sandbox: Sandbox, api: Account, second: Account) -> None:
    got = receive(sandbox, "http://mine.example/all")
    sandbox.webhooks.add("http://mine.example/all", api="information-machine", target_key="second")
    api.connect()
    assert told(sandbox, CREDENTIALS)
    assert got == []
    second.connect()
    told(sandbox, CREDENTIALS)
    assert len(got) == 2


def test_what_was_refused_tells_nothing(sandbox: Sandbox, api: Account) -> None:
    api.refusal("POST", f"{SHOPPER}/stores", {"store_id": 2001, "username": "a", "password": "b"})
    assert told(sandbox, CREDENTIALS) == []
