"""Webhooks: what is emitted, who gets it, and how often it is tried."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Any

import httpx2
import pytest
from retail_sandbox.outbox import LEASE, SCHEDULE
from retail_sandbox.store import Base, Store
from retail_sandbox.targets import TargetError
from retail_sandbox.testing import Sandbox
from retail_sandbox.webhooks import DeliveryError, Tally
from shop import TICKET, shop

HOOK = "http://mine/hook"
SECRET = "hunter2-hunter2"


class Receiver:
    """Takes events; answers with the next of its statuses, and with the last one from then on."""

    def __init__(self, *statuses: int) -> None:
        self.requests: list[httpx2.Request] = []
        self.statuses = list(statuses) or [200]
        self._free = threading.Lock()

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        assert self._free.acquire(blocking=False), "two events at the same time"
        self.requests.append(request)
        status = self.statuses.pop(0) if len(self.statuses) > 1 else self.statuses[0]
        self._free.release()
        return httpx2.Response(status, text=f"answer {status}")

    @property
    def names(self) -> list[str]:
        return [json.loads(request.content)["name"] for request in self.requests]


@pytest.fixture
def frozen(box: Sandbox) -> Sandbox:
    """The shop, its clock standing still."""
    box.clock.freeze()
    box.clock.set("2026-01-01T00:00:00Z")
    return box


def add(box: Sandbox, receiver: Callable[[httpx2.Request], httpx2.Response], url: str = HOOK, **target: Any) -> None:
    box.receivers[url] = receiver
    box.webhooks.add(url, **{"secret": SECRET, **target})


def make(http: httpx2.Client, *names: str, **more: Any) -> None:
    for name in names:
        assert http.post("/things", json={"name": name, **more}).status_code == 201


def states(box: Sandbox) -> list[str]:
    return [event["state"] for event in box.webhooks.events()]


# --- into the outbox


def test_an_event_waits_in_the_outbox_until_it_is_delivered(frozen: Sandbox, http: httpx2.Client) -> None:
    receiver = Receiver()
    add(frozen, receiver)
    make(http, "desk")
    (event,) = frozen.webhooks.events()
    assert (event["api"], event["event"], event["state"]) == ("shop", "thing.made", "pending")
    assert (event["payload"], event["created"]) == ({"id": 3, "name": "desk"}, "2026-01-01T00:00:00+00:00")
    assert receiver.requests == []
    assert frozen.webhooks.pump() == Tally(delivered=1)
    assert receiver.names == ["desk"]
    (event,) = frozen.webhooks.events()
    assert (event["state"], event["attempts"], event["due"]) == ("delivered", 1, None)
    assert (event["status"], event["answer"], event["delivered"]) == (200, "answer 200", "2026-01-01T00:00:00+00:00")
    assert frozen.webhooks.pump() == Tally(), "once is enough"


@pytest.mark.parametrize(
    ("how", "where"),
    [
        ("event", "broken_write webhook thing.made $"),
        ("unknown-event", "broken_write webhook thing.lost"),
        ("unsigned-event", "broken_write webhook thing.made"),
    ],
)
def test_an_event_that_the_spec_does_not_allow_ends_the_request(
    box: Sandbox, http: httpx2.Client, how: str, where: str
) -> None:
    answer = http.post(f"/broken/{how}")
    assert answer.status_code == 500
    assert answer.json()["where"].startswith(where)
    assert "hunter2" not in answer.text
    assert box.webhooks.events() == []
    assert http.post("/things", json={"name": "ghost"}).status_code == 201, "nothing else was stored either"


def test_a_request_that_fails_after_its_event_sends_none(box: Sandbox, http: httpx2.Client) -> None:
    assert http.post("/broken/after-event").status_code == 500
    assert box.webhooks.events() == []


def test_two_runs_alike_give_events_the_same_ids(box: Sandbox, http: httpx2.Client) -> None:
    runs: list[list[str]] = []
    for _ in range(2):
        box.reset()
        make(http, "desk", "sofa")
        runs.append([event["id"] for event in box.webhooks.events()])
    assert runs[0] == runs[1]
    assert len(set(runs[0])) == 2


def test_reset_empties_the_outbox_and_forgets_targets_and_receivers(box: Sandbox, http: httpx2.Client) -> None:
    add(box, Receiver())
    make(http, "desk")
    box.reset()
    assert (box.webhooks.events(), box.webhooks.targets, box.receivers) == ([], [], {})


# --- signatures


def test_an_event_is_signed_over_its_bytes_as_the_spec_says(box: Sandbox, http: httpx2.Client) -> None:
    receiver = Receiver()
    add(box, receiver)
    make(http, "désk")
    http.post("/things/2/buy")
    box.webhooks.pump()
    made, sold = receiver.requests
    assert made.headers["X-Shop-Signature"] == base64.b64encode(_digest(made.content)).decode()
    assert sold.headers["X-Shop-Signature"] == _digest(sold.content).hex()
    assert (made.content, made.headers["Content-Type"]) == ('{"id":3,"name":"désk"}'.encode(), "application/json")


def test_an_event_without_a_signature_in_the_spec_has_none_and_its_own_media_type(
    frozen: Sandbox, http: httpx2.Client
) -> None:
    receiver = Receiver()
    add(frozen, receiver, event="stock.*", secret=None)
    http.post("/things/2/buy")
    frozen.clock.advance("P1D")
    frozen.webhooks.pump()
    (request,) = receiver.requests
    assert "X-Shop-Signature" not in request.headers
    assert request.headers["Content-Type"] == "text/json"


def _digest(body: bytes) -> bytes:
    return hmac.digest(SECRET.encode(), body, hashlib.sha256)


# --- who gets what


def test_targets_choose_by_api_event_and_key_and_each_gets_its_own_copy(box: Sandbox, http: httpx2.Client) -> None:
    everything, made, others = Receiver(), Receiver(), Receiver()
    add(box, everything, "http://mine/all")
    add(box, made, "http://mine/made", api="shop", event="*.made", target_key="ticket=demo-ticket")
    add(box, others, "http://mine/others", target_key="ticket=another")
    make(http, "desk")
    http.post("/things/1/buy")
    assert box.webhooks.pump() == Tally(delivered=3)
    assert (everything.names, made.names, others.names) == (["desk", "lamp"], ["desk"], [])


def test_an_event_for_a_url_that_the_caller_named_goes_there_alone(box: Sandbox, http: httpx2.Client) -> None:
    target, named = Receiver(), Receiver()
    add(box, target)
    box.receivers["http://caller/hook"] = named
    make(http, "desk", notify="http://caller/hook")
    box.webhooks.pump()
    assert (target.names, named.names) == ([], ["desk"])
    expected = hmac.digest(b"named-secret", named.requests[0].content, hashlib.sha256)
    assert named.requests[0].headers["X-Shop-Signature"] == base64.b64encode(expected).decode()


def test_an_event_that_nobody_wants_is_kept_and_not_tried(box: Sandbox, http: httpx2.Client) -> None:
    make(http, "desk")
    assert box.webhooks.pump() == Tally()
    (event,) = box.webhooks.events()
    assert (event["state"], event["url"], event["payload"]["name"]) == ("unsent", None, "desk")


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ({}, r"^targets\[0\]\.url: is missing"),
        ({"url": "ftp://host/"}, r"^targets\[0\]\.url: must be an http or https URL"),
        ({"url": "http://"}, r"^targets\[0\]\.url: must be"),
        ({"url": "http://host:0"}, r"^targets\[0\]\.url: must have a port"),
        ({"url": "http://host:99999"}, r"^targets\[0\]\.url: Port out of range"),
        ({"url": 5}, r"^targets\[0\]\.url: must be a text"),
        ({"url": HOOK, "colour": "red"}, r"^targets\[0\]\.colour: there is no such key"),
        ({"url": HOOK, "api": "market"}, r"^targets\[0\]\.event: market has no webhook \*; there are shop thing\.made"),
        ({"url": HOOK, "event": "thing.lost"}, r"^targets\[0\]\.event: \* has no webhook thing\.lost"),
        ({"url": HOOK, "event": "thing.*"}, r"^targets\[0\]\.secret: is missing, and shop thing\.made is signed"),
        ({"url": HOOK, "event": "thing.*", "secret": ""}, r"^targets\[0\]\.secret: must be a text"),
        ("http://host", r"^targets\[0\]: must be an object"),
    ],
)
def test_a_wrong_target_is_refused_with_its_place(box: Sandbox, target: Any, message: str) -> None:
    with pytest.raises(TargetError, match=message):
        box.webhooks.set([target])
    assert box.webhooks.targets == []


# --- again and again


def test_a_failed_event_is_tried_on_schedule_and_dead_after_the_last_try(frozen: Sandbox, http: httpx2.Client) -> None:
    receiver = Receiver(503)
    add(frozen, receiver)
    make(http, "desk")
    for tries, pause in enumerate(SCHEDULE, 1):
        assert frozen.webhooks.pump() == Tally(failed=1)
        (event,) = frozen.webhooks.events()
        assert (event["state"], event["attempts"], event["status"]) == ("pending", tries, 503)
        wait = datetime.fromisoformat(event["due"]) - frozen.clock.now()
        assert pause <= wait <= pause * 1.1
        frozen.clock.advance(wait - timedelta(microseconds=1))
        assert frozen.webhooks.pump() == Tally(), "not before its time"
        frozen.clock.advance(timedelta(microseconds=1))
    assert frozen.webhooks.pump() == Tally(failed=1)
    assert states(frozen) == ["dead"]
    frozen.clock.advance("P1Y")
    assert frozen.webhooks.pump() == Tally()
    assert len(receiver.requests) == 6
    assert len({request.content for request in receiver.requests}) == 1


def test_the_pauses_differ_between_events_but_not_between_runs(frozen: Sandbox, http: httpx2.Client) -> None:
    def run() -> list[str]:
        frozen.reset()
        frozen.clock.freeze()
        frozen.clock.set("2026-01-01T00:00:00Z")
        add(frozen, Receiver(500))
        make(http, "desk", "sofa")
        frozen.webhooks.pump()
        return [event["due"] for event in frozen.webhooks.events()]

    assert run() == run()
    assert len(set(run())) == 2


@pytest.mark.parametrize("status", [199, 300, 302, 400, 410, 500])
def test_only_2xx_counts_as_taken(box: Sandbox, http: httpx2.Client, status: int) -> None:
    add(box, Receiver(status, 204))
    make(http, "desk")
    assert box.webhooks.pump() == Tally(failed=1)
    box.clock.advance("PT11S")
    assert box.webhooks.pump() == Tally(delivered=1)


def test_a_receiver_that_does_not_answer_is_a_failed_try(box: Sandbox, http: httpx2.Client) -> None:
    def gone(request: httpx2.Request) -> httpx2.Response:
        raise httpx2.ConnectError("refused", request=request)

    add(box, gone)
    make(http, "desk")
    assert box.webhooks.pump() == Tally(failed=1)
    (event,) = box.webhooks.events()
    assert (event["status"], event["answer"]) == (None, "ConnectError: refused")


def test_an_answer_is_cut(box: Sandbox, http: httpx2.Client) -> None:
    add(box, lambda request: httpx2.Response(200, content=b"\x00" + b"x" * 100_000))
    make(http, "desk")
    box.webhooks.pump()
    assert box.webhooks.events()[0]["answer"] == "\ufffd" + "x" * 499


def test_one_receivers_failure_does_not_hold_up_anothers_events(box: Sandbox, http: httpx2.Client) -> None:
    good = Receiver()
    add(box, Receiver(500), "http://mine/bad")
    add(box, good, "http://mine/good")
    make(http, "desk", "sofa")
    assert box.webhooks.pump() == Tally(delivered=2, failed=2)
    assert good.names == ["desk", "sofa"]


def test_a_receiver_may_call_the_sandbox_back_and_make_more_events(box: Sandbox, http: httpx2.Client) -> None:
    names: list[str] = []

    def receiver(request: httpx2.Request) -> httpx2.Response:
        names.append(json.loads(request.content)["name"])
        if len(names) < 3:
            make(http, f"{names[-1]}+")
        assert box.webhooks.events(state="sending")
        return httpx2.Response(200)

    add(box, receiver)
    make(http, "desk")
    assert box.webhooks.pump() == Tally(delivered=3)
    assert names == ["desk", "desk+", "desk++"]


def test_what_happens_by_the_clock_alone_is_told_too(frozen: Sandbox, http: httpx2.Client) -> None:
    receiver = Receiver()
    add(frozen, receiver, event="stock.filled")
    http.post("/things/2/buy")
    assert frozen.webhooks.pump() == Tally()
    frozen.clock.advance("P1D")
    assert frozen.webhooks.pump() == Tally(delivered=1)
    assert json.loads(receiver.requests[0].content)["url"] == "http://sandbox/shop/things/2"
    assert http.get("/things/2").json()["stock"] == 1


# --- once more


def test_a_dead_event_is_delivered_again_with_all_its_tries(frozen: Sandbox, http: httpx2.Client) -> None:
    receiver = Receiver(500)
    add(frozen, receiver)
    make(http, "desk")
    for _ in range(6):
        frozen.webhooks.pump()
        frozen.clock.advance("PT3H")
    (event,) = frozen.webhooks.events(state="dead")
    frozen.webhooks.redeliver(event["id"])
    assert frozen.webhooks.pump() == Tally(failed=1)
    assert states(frozen) == ["pending"]
    receiver.statuses = [200]
    frozen.clock.advance("PT11S")
    assert frozen.webhooks.pump() == Tally(delivered=1)


def test_a_delivered_event_is_delivered_again_as_it_was(box: Sandbox, http: httpx2.Client) -> None:
    receiver = Receiver()
    add(box, receiver)
    make(http, "desk")
    box.webhooks.pump()
    assert box.webhooks.redeliver(box.webhooks.events()[0]["id"])["state"] == "pending"
    box.webhooks.pump()
    first, second = receiver.requests
    assert (first.content, first.headers) == (second.content, second.headers)


def test_an_event_delivered_again_follows_the_targets_as_they_are_now(box: Sandbox, http: httpx2.Client) -> None:
    make(http, "desk")
    id = box.webhooks.events()[0]["id"]
    with pytest.raises(DeliveryError, match="no target wants such events"):
        box.webhooks.redeliver(id)
    for secret in ("old", "new"):
        receiver = Receiver()
        box.webhooks.set([])
        add(box, receiver, secret=secret)
        box.webhooks.redeliver(id)
        box.webhooks.pump()
        (request,) = receiver.requests
        expected = hmac.digest(secret.encode(), request.content, hashlib.sha256)
        assert request.headers["X-Shop-Signature"] == base64.b64encode(expected).decode()


def test_an_event_that_is_being_delivered_is_not_delivered_again(box: Sandbox, http: httpx2.Client) -> None:
    def receiver(request: httpx2.Request) -> httpx2.Response:
        (event,) = box.webhooks.events()
        box.clock.advance("PT2H")  # past the lease
        with pytest.raises(DeliveryError, match="just being delivered"):
            box.webhooks.redeliver(event["id"])
        assert box.webhooks.deliver() == Tally()
        return httpx2.Response(200)

    add(box, receiver)
    make(http, "desk")
    assert box.webhooks.pump() == Tally(delivered=1)
    with pytest.raises(DeliveryError, match="there is no such event"):
        box.webhooks.redeliver("nothing")


# --- several workers, restarts


@pytest.fixture
def kept(database: str) -> Iterator[str]:
    """A database that is empty before and after."""
    store = Store(database)
    Base.metadata.drop_all(store.engine)
    yield database
    Base.metadata.drop_all(store.engine)
    store.close()


def client(box: Sandbox) -> httpx2.Client:
    return httpx2.Client(transport=box.transport, base_url=box.url("shop"), headers=TICKET)


def test_events_and_targets_survive_a_restart(kept: str) -> None:
    with Sandbox([shop()], database=kept) as first, client(first) as http:
        add(first, Receiver())
        make(http, "desk")
    with Sandbox([shop()], database=kept) as second:
        receiver = Receiver()
        second.receivers[HOOK] = receiver
        assert second.webhooks.pump() == Tally(delivered=1)
        assert receiver.names == ["desk"]


def test_an_event_whose_sender_died_is_taken_up_when_its_lease_has_expired(kept: str) -> None:
    class Killed(BaseException):
        pass

    def dying(request: httpx2.Request) -> httpx2.Response:
        taken.append(request.content)  # the receiver has it, but nobody will record that
        raise Killed

    taken: list[bytes] = []
    with Sandbox([shop()], database=kept) as first, client(first) as http:
        first.clock.freeze()
        add(first, dying)
        make(http, "desk", "sofa")
        with pytest.raises(Killed):
            first.webhooks.pump()
    with Sandbox([shop()], database=kept) as second:
        receiver = Receiver()
        second.receivers[HOOK] = receiver
        assert second.webhooks.pump() == Tally(), "its receiver may still be at it"
        second.clock.advance(LEASE)
        assert second.webhooks.pump() == Tally(delivered=2)
        assert sorted(receiver.names) == ["desk", "sofa"]
        assert taken[0] in [request.content for request in receiver.requests], (
            "it came twice: at least once is promised"
        )
        assert {event["attempts"] for event in second.webhooks.events()} == {1, 2}


def test_several_workers_deliver_each_event_once_and_in_order_to_each_receiver(kept: str) -> None:
    names = [f"n{number}" for number in range(20)]
    receivers = {f"http://mine/{number}": Receiver() for number in range(3)}
    boxes = [Sandbox([shop()], database=kept) for _ in range(4)]
    for url, receiver in receivers.items():
        for box in boxes:
            box.receivers[url] = receiver
        boxes[0].webhooks.add(url, secret=SECRET)
    with client(boxes[0]) as http:
        make(http, *names)
    with ThreadPoolExecutor(4) as pool:
        while any(event["state"] != "delivered" for event in boxes[0].webhooks.events()):
            for pumped in [pool.submit(box.webhooks.pump) for box in boxes]:
                pumped.result()
    assert [receiver.names for receiver in receivers.values()] == [names] * 3
    for box in boxes:
        box.close()


def test_requests_go_on_while_events_are_delivered(kept: str) -> None:
    with Sandbox([shop()], database=kept) as box, client(box) as http, ThreadPoolExecutor(4) as pool:
        receiver = Receiver()
        add(box, receiver)
        calls = [pool.submit(make, http, f"n{number}") for number in range(40)]
        while not all(call.done() for call in calls):
            box.webhooks.pump()
        for call in calls:
            call.result()
        box.webhooks.pump()
        assert sorted(receiver.names) == sorted(f"n{number}" for number in range(40))


def test_a_delivery_that_outlives_a_reset_changes_nothing_after_it(kept: str) -> None:
    with Sandbox([shop()], database=kept) as box, client(box) as http:

        def receiver(_: httpx2.Request) -> httpx2.Response:
            box.reset()
            box.webhooks.add(HOOK, secret=SECRET)
            make(http, "sofa")
            box.receivers[HOOK] = later
            return httpx2.Response(500)

        later = Receiver()
        add(box, receiver)
        make(http, "desk")
        first = box.webhooks.events()[0]["id"]
        assert box.webhooks.pump() == Tally(delivered=1, failed=1)
        (event,) = box.webhooks.events()
        assert (event["id"], event["state"], event["payload"]["name"]) == (first, "delivered", "sofa")


# --- the admin API


def test_the_admin_api_shows_events_by_api_name_and_state(
    box: Sandbox, http: httpx2.Client, admin: httpx2.Client
) -> None:
    add(box, Receiver(), event="thing.made")
    make(http, "desk")
    http.post("/things/1/buy")

    def found(query: str) -> list[str]:
        return [event["event"] for event in admin.get(f"/webhooks?{query}").json()["events"]]

    assert found("") == ["thing.sold", "thing.made"]
    assert found("state=unsent") == ["thing.sold"]
    assert found("event=thing.made&api=shop") == ["thing.made"]
    assert found("api=market") == []
    assert found("limit=1") == ["thing.sold"]
    assert admin.get("/webhooks?limit=x").status_code == 400


def test_the_admin_api_sets_targets_pumps_and_redelivers(
    box: Sandbox, http: httpx2.Client, admin: httpx2.Client
) -> None:
    receiver = Receiver()
    box.receivers[HOOK] = receiver
    assert admin.put("/webhooks/targets", json=[{"url": HOOK, "secret": SECRET}]).status_code == 200
    make(http, "desk")
    assert admin.post("/webhooks/pump").json() == {"delivered": 1, "failed": 0}
    (event,) = admin.get("/webhooks").json()["events"]
    assert admin.post(f"/webhooks/{event['id']}/redeliver").json()["state"] == "pending"
    assert admin.post("/webhooks/pump").json() == {"delivered": 1, "failed": 0}
    assert receiver.names == ["desk", "desk"]
    assert admin.put("/webhooks/targets", json={"targets": []}).json() == {"targets": []}


def test_a_wrong_admin_call_changes_nothing(box: Sandbox, http: httpx2.Client, admin: httpx2.Client) -> None:
    make(http, "desk")
    wrong = admin.put("/webhooks/targets", json=[{"url": HOOK, "event": "stock.*"}, {"url": "x"}])
    assert (wrong.status_code, wrong.json()["where"]) == (400, "targets[1].url")
    assert admin.get("/webhooks/targets").json() == {"targets": []}
    assert admin.post("/webhooks/nothing/redeliver").status_code == 404
    unsent = admin.post(f"/webhooks/{box.webhooks.events()[0]['id']}/redeliver")
    assert (unsent.status_code, unsent.json()["error"]) == (409, "no target wants such events")


def test_no_secret_is_shown(box: Sandbox, http: httpx2.Client, admin: httpx2.Client) -> None:
    url = f"http://me:{SECRET}@mine/hook?shop=1&token={SECRET}"
    add(box, Receiver(), url, target_key="ticket=demo-ticket")
    make(http, "desk")
    assert box.webhooks.pump() == Tally(delivered=1)
    shown = admin.get("/webhooks").text + admin.get("/webhooks/targets").text + admin.get("/state/shop").text
    assert SECRET not in shown
    assert "demo-ticket" not in shown
    assert admin.get("/webhooks").json()["events"][0]["url"] == "http://mine/hook?shop=1&token=[hidden]"


def test_a_webhook_cannot_call_the_admin_api(box: Sandbox, admin: httpx2.Client) -> None:
    assert admin.post("/reset", headers={"User-Agent": "retail-sandbox-webhooks"}).status_code == 403
