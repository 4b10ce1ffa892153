"""Faults: operations that are told to fail."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest
from retail_sandbox.faults import FaultError
from retail_sandbox.testing import Sandbox


def names(http: httpx2.Client) -> list[str]:
    return http.get("/export").text.split()[1:]


def test_an_error_is_answered_in_the_apis_form_and_nothing_is_carried_out(http: httpx2.Client, box: Sandbox) -> None:
    box.faults.add("error", operation="things_create", status=429, headers={"Retry-After": "2"})
    answer = http.post("/things", json={"name": "desk"})
    assert (answer.status_code, answer.headers["Retry-After"], list(answer.json())) == (429, "2", ["error"])
    assert names(http) == ["lamp", "chair"]


def test_a_lost_answer_was_carried_out(http: httpx2.Client, box: Sandbox) -> None:
    box.faults.add("lost", operation="things_create")
    assert http.post("/things", json={"name": "desk"}).status_code == 502
    assert names(http) == ["lamp", "chair", "desk"]


def test_a_fault_strikes_as_often_as_it_is_told_to(http: httpx2.Client, box: Sandbox) -> None:
    box.faults.add("error", operation="things_get", times=2)
    assert [http.get("/things/1").status_code for _ in range(4)] == [503, 503, 200, 200]


def test_a_fault_strikes_only_what_it_names(http: httpx2.Client, box: Sandbox) -> None:
    box.faults.add("error", operation="things_get")
    assert http.get("/export").status_code == 200
    box.faults.clear()
    assert http.get("/things/1").status_code == 200


def test_latency_longer_than_the_clients_patience_is_a_timeout_that_takes_no_time(
    http: httpx2.Client, box: Sandbox
) -> None:
    box.faults.add("latency", operation="things_create", latency_ms=30_000)
    with pytest.raises(httpx2.ReadTimeout):
        http.post("/things", json={"name": "desk"}, timeout=5)
    assert names(http) == ["lamp", "chair", "desk"], "late is not undone"
    assert http.post("/things", json={"name": "sofa"}, timeout=60).status_code == 201


def test_a_timeout_is_a_gateway_that_gave_up_and_nothing_is_carried_out(http: httpx2.Client, box: Sandbox) -> None:
    box.faults.add("timeout", operation="things_create")
    with pytest.raises(httpx2.ReadTimeout):
        http.post("/things", json={"name": "desk"}, timeout=5)
    assert http.post("/things", json={"name": "desk"}, timeout=None).status_code == 504
    assert names(http) == ["lamp", "chair"]


def test_a_malformed_answer_cannot_be_read(http: httpx2.Client, box: Sandbox) -> None:
    box.faults.add("malformed", operation="things_get")
    answer = http.get("/things/1")
    assert answer.status_code == 200
    with pytest.raises(ValueError, match=r"Unterminated|Expecting"):
        answer.json()


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ({"kind": "drop-field"}, {"name": "lamp", "tags": ["a", "b"]}),
        ({"kind": "drop-field", "field": "name"}, {"id": 1, "tags": ["a", "b"]}),
        ({"kind": "drop-field", "field": "tags.0"}, {"id": 1, "name": "lamp", "tags": ["b"]}),
        ({"kind": "wrong-type", "field": "name"}, {"id": 1, "name": ["unexpected"], "tags": ["a", "b"]}),
        ({"kind": "wrong-type", "field": "tags"}, {"id": 1, "name": "lamp", "tags": "unexpected"}),
        ({"kind": "drop-field", "field": "no.such"}, {"id": 1, "name": "lamp", "tags": ["a", "b"]}),
    ],
)
def test_one_field_of_an_answer_goes_wrong(
    http: httpx2.Client, box: Sandbox, rule: dict[str, Any], expected: dict[str, Any]
) -> None:
    box.faults.set([rule])
    answer = http.get("/things/1").json()
    assert {key: answer[key] for key in ("id", "name", "tags") if key in answer} == expected


def test_chance_follows_from_the_seed(http: httpx2.Client, box: Sandbox) -> None:
    def run(seed: int) -> list[int]:
        box.faults.set([{"operation": "things_get", "probability": 0.5}], seed=seed)
        return [http.get("/things/1").status_code for _ in range(40)]

    assert run(1) == run(1)
    assert run(1) != run(2)
    assert set(run(1)) == {200, 503}


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        ({"kind": "explode"}, r"rules\[0\]\.kind: must be one of"),
        ({"operation": "things_gets"}, r"rules\[0\]\.operation: \* has no operation things_gets"),
        ({"api": "market"}, r"rules\[0\]\.operation: market has no operation"),
        ({"probability": 2}, r"probability: must be a number from 0 to 1"),
        ({"status": 200}, r"status: must be from 400 to 599"),
        ({"latency_ms": -1}, r"latency_ms: must be from 0"),
        ({"headers": {"X": "a\r\nb: c"}}, r"headers: must be an object of texts, each in one line"),
        ({"code": "274"}, r"rules\[0\]\.code: goes with the kind refusal"),
        ({"kind": "refusal", "code": "274"}, r"rules\[0\]\.code: \* has no code 274; say the api"),
        ({"kind": "refusal", "api": "shop", "code": "274"}, r"shop has no code 274"),
        ({"colour": "red"}, r"rules\[0\]\.colour: there is no such key"),
        ("error", r"rules\[0\]: must be an object"),
    ],
)
def test_a_wrong_rule_is_refused_and_changes_nothing(
    http: httpx2.Client, box: Sandbox, rule: Any, message: str
) -> None:
    with pytest.raises(FaultError, match=message):
        box.faults.set([rule])
    assert box.faults.rules == ()
