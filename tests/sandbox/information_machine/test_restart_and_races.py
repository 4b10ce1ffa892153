"""What goes on when the sandbox is stopped and started again; and what comes of two who do the same at once."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import httpx2
import pytest
from retail_sandbox.store import Base, Store
from retail_sandbox.testing import Sandbox

from .conftest import DEMO, Account

API, HOOK = "information-machine", "http://ours/hook"
SHOPPER = "/v1/users/demo-shopper"
SLOW = {
    "login_seconds": 60,
    "harvest_seconds": 60,
    "image_queue_seconds": 60,
    "image_seconds": 60,
    "heb_receipt_seconds": 60,
    "upc_seconds": 60,
}
AT_ONCE = 6


def image(text: str) -> str:
    return base64.b64encode(b"\x89PNG\r\n\x1a\n" + text.encode()).decode()


@pytest.fixture
def kept(database: str) -> Iterator[str]:
    """A database that is empty before and after."""
    store = Store(database)
    Base.metadata.drop_all(store.engine)
    yield database
    Base.metadata.drop_all(store.engine)
    store.close()


@pytest.fixture
def started(kept: str) -> Iterator[Callable[..., tuple[Sandbox, Account]]]:
    """Starts a sandbox on the same database; the one before is stopped first."""
    running: list[Sandbox] = []

    def start(**settings: float) -> tuple[Sandbox, Account]:
        for each in running:
            each.close()
        running[:] = [Sandbox([API], database=kept, settings={API: settings})]
        return running[0], Account(running[0], DEMO)

    yield start
    for each in running:
        each.close()


Started = Callable[..., tuple[Sandbox, Account]]


def frozen(sandbox: Sandbox) -> None:
    sandbox.clock.freeze()
    sandbox.clock.set("2026-01-05T12:00:00")


# --- restart


def test_a_connection_goes_on_where_it_was(started: Started) -> None:
    sandbox, api = started(**SLOW)
    frozen(sandbox)
    id = api.connect("someone")
    seen = [state(api, id)]
    for _ in range(3):
        sandbox, api = started(**SLOW)
        seen.append(state(api, id))
        sandbox.clock.advance("PT60S")
        seen.append(state(api, id))
    assert list(dict.fromkeys(seen)) == [("Pending", "Checking"), ("Scraping", "Verified"), ("Done", "Verified")]
    spent = api.connection(id)["total_spent"]
    _, api = started(**SLOW)
    assert api.connection(id)["total_spent"] == spent > 0


def state(api: Account, id: int) -> tuple[str, str]:
    seen = api.connection(id)
    return seen["scrape_status"], seen["credentials_status"]


def test_a_locked_account_is_unlocked_at_the_same_address_afterwards(started: Started) -> None:
    sandbox, api = started()
    frozen(sandbox)
    id = api.connect("security-question")
    url = api.connection(id)["unlock_url"]
    _, api = started()
    assert api.connection(id)["unlock_url"] == url
    assert "Thank you" in api.url(f"{url}&answer=Rex").text
    _, api = started()
    assert state(api, id) == ("Done", "Verified")


def test_a_receipt_half_sent_takes_its_other_half(started: Started) -> None:
    sandbox, api = started(**SLOW)
    frozen(sandbox)
    api.post(f"{SHOPPER}/receipt", {"receipt_id": "long", "image": image("1")})
    sandbox, api = started(**SLOW)
    assert api.get(f"{SHOPPER}/receipt/long") == "Uploaded"
    api.post(f"{SHOPPER}/receipt", {"receipt_id": "long", "image": image("2")})
    sandbox.clock.advance("PT60S")
    assert api.get(f"{SHOPPER}/receipt/long") == "Processing"
    sandbox, api = started(**SLOW)
    sandbox.clock.advance("PT60S")
    assert api.get(f"{SHOPPER}/receipt/long") == "Done"
    bought = api.get(f"{SHOPPER}/purchases_invoice_based", receipts_only=True)
    (urls,) = ([each["url"] for each in one["receipt_image_urls"]] for one in bought if one["receipt_id"] == "long")
    assert [api.url(url).content for url in urls] == [base64.b64decode(image(text)) for text in "12"]


def test_numbers_and_names_that_wait_are_looked_up_afterwards(started: Started) -> None:
    sandbox, api = started(**SLOW)
    frozen(sandbox)
    id = api.connect("someone", store=88)
    sandbox.clock.advance("PT2M")
    receipt = api.post(f"{SHOPPER}/stores/{id}/receipts", {"receipt_id": "1234567890"})
    names = api.post("/v1/products/upc_resolve_request", {"name_store_list": ["Kale Chips"]})
    sandbox, api = started(**SLOW)
    path, resolved = f"{SHOPPER}/stores/{id}/receipts/{receipt['id']}", f"/v1/products/upc_resolve_response/{names}"
    assert (api.get(path)["status"], api.get(resolved)[0]["resolve_status"]) == ("Processing", "Queued")
    sandbox.clock.advance("PT60S")
    assert (api.get(path)["status"], api.get(resolved)[0]["resolve_status"]) == ("Done", "Finished")


def test_events_that_wait_are_delivered_afterwards_under_their_own_keys(started: Started) -> None:
    sandbox, api = started()
    frozen(sandbox)
    sandbox.webhooks.add(HOOK, api=API)
    refused = receiver(sandbox, 503)
    api.connect("someone")
    sandbox.webhooks.pump()
    assert len(refused) == 2
    sandbox, api = started()
    taken = receiver(sandbox, 200)
    sandbox.webhooks.pump()
    assert taken == [], "the time to try again has not come"
    sandbox.clock.advance("PT1M")
    sandbox.webhooks.pump()
    assert sorted(taken) == sorted(refused)  # each at a time of its own
    sandbox, api = started()
    again = receiver(sandbox, 200)
    sandbox.webhooks.redeliver(sandbox.webhooks.events()[0]["id"])
    sandbox.webhooks.pump()
    assert len(again) == 1
    assert again[0] in taken


def receiver(sandbox: Sandbox, status: int) -> list[str]:
    """The idempotency keys of the events that come."""
    keys: list[str] = []

    def take(request: httpx2.Request) -> httpx2.Response:
        keys.append(httpx2.Response(200, content=request.content).json()["idempotency_key"])
        return httpx2.Response(status)

    sandbox.receivers[HOOK] = take
    return keys


def test_the_quota_is_counted_on(started: Started) -> None:
    _, api = started()
    before = api.meta("/v1/users")["remaining_number_of_request"]
    _, api = started()
    assert api.meta("/v1/users")["remaining_number_of_request"] == before - 1


# --- races


def at_once(sandbox: Sandbox, call: Callable[[Account, int], httpx2.Response]) -> list[int]:
    """The statuses of a call that several make at the same moment."""
    gate = Barrier(AT_ONCE)

    def run(number: int) -> int:
        account = Account(sandbox, DEMO)
        gate.wait()
        return call(account, number).status_code

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return sorted(pool.map(run, range(AT_ONCE)))


def test_of_those_who_delete_one_user_at_once_one_succeeds(started: Started) -> None:
    sandbox, api = started()
    api.connect("someone")
    statuses = at_once(sandbox, lambda account, _: account.send("DELETE", "/v1/users", id="demo-shopper"))
    assert statuses == [200] + [404] * (AT_ONCE - 1)
    assert api.refusal("GET", SHOPPER) == (404, "User not found")
    assert api.send("GET", "/v1/store_connections").status_code == 404


def test_of_those_who_delete_one_connection_at_once_one_succeeds(started: Started) -> None:
    sandbox, api = started()
    id = api.connect("someone")
    assert at_once(sandbox, lambda account, _: account.send("DELETE", f"{SHOPPER}/stores/{id}")) == [200] + [404] * (
        AT_ONCE - 1
    )
    assert api.refusal("GET", f"{SHOPPER}/stores/{id}")[0] == 404


def test_a_connection_that_many_look_at_is_harvested_once(started: Started) -> None:
    sandbox, api = started(login_seconds=60)
    frozen(sandbox)
    id = api.connect("someone", store=3)
    sandbox.clock.advance("PT60S")

    def look(account: Account, number: int) -> httpx2.Response:
        if number % 2:
            sandbox.webhooks.pump()
        return account.send("GET", f"{SHOPPER}/stores/{id}")

    assert at_once(sandbox, look) == [200] * AT_ONCE
    orders = [each["order_number"] for each in api.get(f"{SHOPPER}/purchases_invoice_based", store_id=3, per_page=50)]
    made = [order for order in orders if order and order.startswith("3-")]
    assert made
    assert len(made) == len(set(made))
    events = [each["event"] for each in sandbox.webhooks.events(api=API)]
    assert sorted(events) == ["store_connection_credentials", "user_purchases"]


def test_a_user_deleted_while_others_connect_leaves_nothing_behind(started: Started) -> None:
    sandbox, api = started()
    api.post("/v1/users", {"user_id": "leaving"})

    def act(account: Account, number: int) -> httpx2.Response:
        if number == 0:
            return account.send("DELETE", "/v1/users", id="leaving")
        login = {"store_id": 4, "username": f"u{number}", "password": "p"}
        return account.send("POST", "/v1/users/leaving/stores", login)

    assert set(at_once(sandbox, act)) <= {200, 201, 404}
    assert api.refusal("GET", "/v1/users/leaving")[0] == 404
    left: list[dict[str, Any]] = api.get("/v1/store_connections")
    assert "leaving" not in [each["user"]["user_id"] for each in left]


def test_one_part_that_is_sent_twice_at_once_is_one_receipt_with_two_parts(started: Started) -> None:
    sandbox, api = started()
    part = {"receipt_id": "twice", "image": image("same")}
    gate = Barrier(2)

    def send(_: int) -> int:
        account = Account(sandbox, DEMO)
        gate.wait()
        return account.send("POST", f"{SHOPPER}/receipt", part).status_code

    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(send, range(2))) == [201, 201]
    assert api.get(f"{SHOPPER}/receipt/twice") == "Done"
    bought = api.get(f"{SHOPPER}/purchases_invoice_based", receipts_only=True, per_page=50)
    (purchase,) = (each for each in bought if each["receipt_id"] == "twice")
    assert len({each["url"] for each in purchase["receipt_image_urls"]}) == 2
