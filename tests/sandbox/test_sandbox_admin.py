"""The admin API at `/_sandbox`."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest
from retail_sandbox.app import App
from retail_sandbox.testing import Sandbox
from shop import shop
from werkzeug.test import Client


def test_the_overview_says_what_runs(admin: httpx2.Client) -> None:
    overview = admin.get("/").json()
    assert overview["apis"] == {"shop": ["/shop", "/shop-files"]}
    assert overview["clock"]["frozen"] is False


def test_reset_goes_back_to_the_seed(admin: httpx2.Client, http: httpx2.Client) -> None:
    http.delete("/things/1")
    admin.put("/clock", json={"now": "2030-01-01T00:00:00Z", "frozen": True})
    admin.put("/faults", json=[{"operation": "things_buy"}])
    assert admin.post("/reset").status_code == 204
    assert http.get("/things/1").status_code == 200
    assert admin.get("/clock").json()["now"] < "2030"
    assert admin.get("/faults").json() == {"rules": [], "seed": 0}
    assert len(admin.get("/requests").json()["requests"]) == 1


@pytest.mark.parametrize(
    "content",
    [
        '{"shop": {"things": [{"name": "desk", "made": "2026-03-01T00:00:00Z"}]}}',
        "shop:\n  things:\n  - {name: desk, made: 2026-03-01T00:00:00Z}\n",
    ],
)
def test_records_are_seeded_from_json_and_from_yaml(admin: httpx2.Client, http: httpx2.Client, content: str) -> None:
    kind = "application/json" if content.startswith("{") else "application/yaml"
    assert admin.post("/seed", content=content, headers={"Content-Type": kind}).status_code == 204
    assert http.get("/things/3").json()["made"] == "2026-03-01T00:00:00Z"


@pytest.mark.parametrize(
    ("content", "where"),
    [
        ("shop: {things: [{stock: 1}]}", "shop.things[0].name"),
        ("shop: {colours: []}", "shop.colours"),
        ("market: {}", "market"),
        ("- 1", "the seed"),
        ("a: ]", "body line 1"),
        ("a: b: c", "body line 1"),
        ("\x07", "body"),
    ],
)
def test_a_wrong_seed_is_refused_with_its_place(admin: httpx2.Client, content: str, where: str) -> None:
    before = admin.get("/state/shop").json()
    answer = admin.post("/seed", content=content)
    assert (answer.status_code, answer.json()["where"]) == (400, where)
    assert set(answer.json()) == {"error", "where", "mend"}
    assert admin.get("/state/shop").json() == before


def test_the_clock_is_read_set_moved_and_frozen(admin: httpx2.Client, http: httpx2.Client) -> None:
    set_ = admin.put("/clock", json={"now": "2026-01-01T00:00:00Z", "frozen": True}).json()
    assert set_["frozen"] is True
    assert set_["now"].startswith("2026-01-01T00:00:0")
    admin.put("/clock", json={"now": "2026-01-01T00:00:00Z"})
    assert admin.put("/clock", json={"advance": "P1DT2H"}).json() == {
        "now": "2026-01-02T02:00:00+00:00",
        "frozen": True,
    }
    assert http.post("/things", json={"name": "desk"}).json()["made"] == "2026-01-02T02:00:00Z"
    assert admin.put("/clock", json={"frozen": False}).json()["frozen"] is False


@pytest.mark.parametrize(
    ("body", "where"),
    [
        ({}, "body"),
        ([], "body"),
        ({"now": "yesterday"}, "body.now"),
        ({"now": 5}, "body.now"),
        ({"advance": "1 day"}, "body.advance"),
        ({"advance": "P9999Y"}, "body.advance"),
        ({"frozen": "yes"}, "body.frozen"),
        ({"then": "2026-01-01"}, "body.then"),
        ({"now": "2030-01-01T00:00:00Z", "advance": "soon"}, "body.advance"),
    ],
)
def test_a_wrong_clock_is_refused_and_nothing_moves(admin: httpx2.Client, body: Any, where: str) -> None:
    answer = admin.put("/clock", json=body)
    assert (answer.status_code, answer.json()["where"]) == (400, where)
    assert admin.get("/clock").json()["now"] < "2029"


def test_faults_are_set_read_and_cleared(admin: httpx2.Client, http: httpx2.Client) -> None:
    rule = {"api": "shop", "operation": "things_get", "probability": 1, "status": 502, "latency_ms": 5, "kind": "error"}
    assert admin.put("/faults", json=[rule]).json()["rules"][0].items() >= rule.items()
    assert http.get("/things/1").status_code == 502
    assert admin.delete("/faults").status_code == 204
    assert http.get("/things/1").status_code == 200


def test_a_wrong_fault_is_refused_with_its_place(admin: httpx2.Client) -> None:
    answer = admin.put("/faults", json={"rules": [{"operation": "nothing"}], "seed": 1})
    assert (answer.status_code, answer.json()["where"]) == (400, "rules[0].operation")


def test_coverage_shows_every_operation_and_the_statuses_it_gave(
    admin: httpx2.Client, http: httpx2.Client, box: Sandbox
) -> None:
    def count(operation: str, status: int) -> int:
        return admin.get("/coverage").json()["coverage"]["shop"][operation].get(str(status), 0)

    before = count("things_get", 404)
    http.get("/things/99")
    assert count("things_get", 404) == before + 1
    assert admin.get("/coverage").json()["coverage"]["shop"].keys() == {
        operation for _, operation in box.app.operations
    }
    box.reset()
    assert count("things_get", 404) == before + 1, "a reset forgets no coverage"


def test_the_state_shows_rows_without_their_secrets(admin: httpx2.Client, http: httpx2.Client) -> None:
    http.post("/things", json={"name": "safe", "secret": "hunter2"})
    answer = admin.get("/state/shop")
    table = answer.json()["tables"]["shop_things"]
    assert (table["count"], table["rows"][2]["name"]) == (3, "safe")
    assert (table["rows"][2]["pin_code"], table["rows"][2]["details"]) == ("[hidden]", {"api_token": "[hidden]"})
    assert "hunter2" not in answer.text
    assert len(admin.get("/state/shop?limit=1").json()["tables"]["shop_things"]["rows"]) == 1


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/nothing", 404),
        ("GET", "/state/market", 404),
        ("POST", "/clock", 405),
        ("GET", "/reset", 405),
        ("GET", "/requests?limit=x", 400),
        ("GET", "/state/shop?limit=-1", 400),
    ],
)
def test_a_wrong_call_gets_error_place_and_mend(admin: httpx2.Client, method: str, path: str, status: int) -> None:
    answer = admin.request(method, path)
    assert (answer.status_code, set(answer.json())) == (status, {"error", "where", "mend"})


def admin_status(app: App, *, address: str = "127.0.0.1", **headers: str) -> int:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    environ = {"REMOTE_ADDR": address}
    return Client(app).get("/_sandbox/clock", environ_overrides=environ, headers=named).status_code


def test_without_a_token_only_this_machine_is_served(box: Sandbox) -> None:
    assert admin_status(box.app) == 200
    assert admin_status(box.app, address="::1", Host="[::1]:8080") == 200
    assert admin_status(box.app, address="10.0.0.7") == 403
    assert admin_status(box.app, address="10.0.0.7", X_Forwarded_For="127.0.0.1") == 403


def test_a_page_of_another_site_cannot_use_a_browser_on_this_machine(box: Sandbox) -> None:
    assert admin_status(box.app, Host="evil.example") == 403
    assert admin_status(box.app, Origin="https://evil.example") == 403
    assert admin_status(box.app, Host="localhost:8080", Origin="http://localhost:8080") == 200


def test_with_a_token_whoever_has_it_is_served() -> None:
    app = App([shop()], admin_token="hunter2")
    assert admin_status(app) == 401
    assert admin_status(app, Authorization="Bearer hunter3") == 401
    assert admin_status(app, Authorization="Bearer é") == 401
    assert admin_status(app, Authorization="Bearer hunter2", address="10.0.0.7", Host="box.example") == 200
    app.close()
