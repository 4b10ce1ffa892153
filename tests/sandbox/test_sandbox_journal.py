"""The journal: what was asked and answered, and never a secret."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest
from retail_sandbox.testing import Sandbox

SECRET = "hunter2-hunter2"


def last(box: Sandbox) -> dict[str, Any]:
    return box.journal.entries()[0]


def test_a_request_is_noted_with_operation_status_and_caller(http: httpx2.Client, box: Sandbox) -> None:
    box.clock.set("2026-01-01T00:00:00Z")
    http.get("/things/1?colour=red&x=a b")
    entry = last(box)
    assert entry["time"].startswith("2026-01-01T00:00:0")
    assert (entry["api"], entry["operation"], entry["method"], entry["status"]) == ("shop", "things_get", "GET", 200)
    assert (entry["path"], entry["query"], entry["caller"]) == ("/shop/things/1", "colour=red&x=a+b", "ticket #1")


def test_callers_are_told_apart_by_number(http: httpx2.Client, box: Sandbox) -> None:
    for ticket in ("a", "b", "a"):
        http.get("/export", headers={"shop_ticket": ticket})
    assert [entry["caller"] for entry in box.journal.entries()] == ["ticket #1", "ticket #2", "ticket #1"]


def test_the_newest_come_first_and_can_be_chosen(http: httpx2.Client, box: Sandbox) -> None:
    http.get("/things/1")
    http.get("/export")
    http.get("/nothing")
    assert [entry["operation"] for entry in box.journal.entries()] == ["", "things_export", "things_get"]
    assert [entry["operation"] for entry in box.journal.entries(operation="things_get")] == ["things_get"]
    assert len(box.journal.entries(limit=1)) == 1


def test_a_fault_is_noted(http: httpx2.Client, box: Sandbox) -> None:
    box.faults.add("error", operation="things_get")
    http.get("/things/1")
    assert last(box)["note"] == "fault: error"


@pytest.mark.parametrize(
    ("method", "path", "more"),
    [
        ("GET", f"/carry?key={SECRET}", {}),
        ("GET", f"/carry?key={SECRET}&note=my+{SECRET}", {}),
        ("GET", f"/doors/pair?client_id={SECRET}&client_secret={SECRET}", {}),
        ("GET", f"/doors/pair?client_id={SECRET}", {}),
        ("GET", f"/nothing?key={SECRET}&password={SECRET}&api_key={SECRET}", {}),
        ("GET", f"/download/{SECRET}", {}),
        ("GET", f"/download/x?anything={SECRET}", {}),
        ("GET", "/doors/either", {"headers": {"Authorization": f"Bearer {SECRET}"}}),
        ("GET", "/doors/either", {"headers": {"Cookie": f"shop_session={SECRET}"}}),
        ("GET", "/echo/x", {"headers": {"shop_ticket": SECRET}}),
        ("GET", "/broken/crash", {"headers": {"shop_ticket": SECRET}}),
        ("POST", "/carry", {"data": {"key": SECRET, "count": "x"}}),
        ("POST", "/things", {"json": {"name": "x", "secret": SECRET}}),
        ("POST", "/things", {"json": {"name": "x", "secret": [SECRET]}}),
    ],
)
def test_no_secret_is_in_journal_state_log_or_error(
    http: httpx2.Client, admin: httpx2.Client, caplog: pytest.LogCaptureFixture, method: str, path: str, more: Any
) -> None:
    answer = http.request(method, path, **more)
    assert answer.status_code >= 400 or SECRET not in admin.get("/state/shop").text
    assert SECRET not in admin.get("/requests").text
    assert SECRET not in caplog.text
    assert answer.status_code < 400 or SECRET not in answer.text
