"""Receipts by their printed number."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from retail_sandbox.testing import Sandbox

from .conftest import Account

WALMART, HEB = 3, 88
NUMBER = "12345678901234567890"
TODAY = "2026-01-05T09:30:00.000Z"
Slow = Callable[..., tuple[Sandbox, Account]]


def receipts(connection: int) -> str:
    return f"/v1/users/demo-shopper/stores/{connection}/receipts"


def test_a_number_is_looked_up_and_becomes_a_purchase(api: Account) -> None:
    path = receipts(api.connect(store=WALMART))
    made = api.post(path, {"receipt_id": NUMBER, "receipt_date": "2026-01-03T15:14:46.025Z"})
    assert (made["status"], made["purchase_id"], made["identifier"]) == ("Processing", None, NUMBER)
    assert (made["created_at"], made["receipt_date"]) == ("2026-01-05 12:00:00", "2026-01-03 15:14:46")
    done = api.get(f"{path}/{made['id']}")
    assert done["status"] == "Done"
    purchase = api.get(f"/v1/users/demo-shopper/purchases/{done['purchase_id']}")
    assert (purchase["date"], purchase["receipt_id"]) == ("2026-01-03 15:14:46", NUMBER)


def test_its_invoice_names_the_receipt(api: Account) -> None:
    connection = api.connect(store=HEB)
    made = api.post(receipts(connection), {"receipt_id": NUMBER})
    history = api.get("/v1/users/demo-shopper/purchases_product_based", receipts_only=True, store_id=HEB)
    (invoice,) = history["invoices"]
    assert invoice["user_store_receipt"] == {
        "id": made["id"],
        "user_store_id": connection,
        "created_at": "2026-01-05 12:00:00",
    }


def test_heb_takes_the_current_date_and_tells_none(api: Account) -> None:
    path = receipts(api.connect(store=HEB))
    made = api.post(path, {"receipt_id": NUMBER, "receipt_date": None})
    done = api.get(f"{path}/{made['id']}")
    assert (done["status"], done["receipt_date"]) == ("Done", None)
    assert api.get(f"/v1/users/demo-shopper/purchases/{done['purchase_id']}")["date"] == "2026-01-05 12:00:00"


@pytest.mark.parametrize(
    ("store", "body", "status"),
    [
        (WALMART, {"receipt_id": NUMBER}, 422),
        (WALMART, {"receipt_id": NUMBER, "receipt_date": "2025-12-29T11:59:59Z"}, 422),
        (4, {"receipt_id": NUMBER, "receipt_date": TODAY}, 422),
        (HEB, {"receipt_id": "1234 5678 9012"}, 400),
        (HEB, {"receipt_id": ""}, 400),
        (HEB, {"receipt_id": NUMBER, "receipt_date": "yesterday"}, 400),
        (HEB, {}, 400),
    ],
)
def test_what_breaks_a_rule_is_refused(api: Account, store: int, body: dict[str, str], status: int) -> None:
    path = receipts(api.connect(store=store))
    assert api.refusal("POST", path, body)[0] == status
    assert api.refusal("GET", path) == (404, "No receipts found for given criteria")


def test_walmart_takes_a_date_of_seven_days_ago(api: Account) -> None:
    body = {"receipt_id": NUMBER, "receipt_date": "2025-12-29T12:00:00Z"}
    assert api.post(receipts(api.connect(store=WALMART)), body)["status"] == "Processing"


def test_a_receipt_takes_the_time_of_its_store(slow: Slow) -> None:
    sandbox, api = slow(heb_receipt_seconds=120, walmart_receipt_seconds=172_800)
    heb, walmart = receipts(api.connect(store=HEB)), receipts(api.connect(store=WALMART))
    first = api.post(heb, {"receipt_id": NUMBER})["id"]
    other = api.post(walmart, {"receipt_id": NUMBER, "receipt_date": TODAY})["id"]
    sandbox.clock.advance("PT119S")
    assert api.get(f"{heb}/{first}")["status"] == "Processing"
    sandbox.clock.advance("PT1S")
    assert api.get(f"{heb}/{first}")["status"] == "Done"
    assert api.get(f"{walmart}/{other}")["status"] == "Processing"
    sandbox.clock.advance("P2D")
    assert api.get(f"{walmart}/{other}")["status"] == "Done"


@pytest.mark.parametrize("number", ["10298372070213183800555", "abc"])
def test_a_wrong_number_fails_without_a_purchase(api: Account, number: str) -> None:
    path = receipts(api.connect(store=WALMART))
    made = api.post(path, {"receipt_id": number, "receipt_date": TODAY})
    seen = api.get(f"{path}/{made['id']}")
    assert (seen["status"], seen["purchase_id"]) == ("Failed", None)


def test_a_failed_receipt_is_tried_again_with_the_next_harvest(sandbox: Sandbox, api: Account) -> None:
    path = receipts(api.connect(store=HEB))
    id = api.post(path, {"receipt_id": "9912345678"})["id"]
    assert api.get(f"{path}/{id}")["status"] == "Failed"
    sandbox.clock.advance("P1D")
    seen = api.get(f"{path}/{id}")
    assert seen["status"] == "Done"
    assert seen["purchase_id"]


def test_a_receipt_of_a_login_that_does_not_work_fails(api: Account) -> None:
    path = receipts(api.connect("wrong", store=HEB))
    id = api.post(path, {"receipt_id": NUMBER})["id"]
    assert api.get(f"{path}/{id}")["status"] == "Failed"


def test_a_receipt_is_found_by_its_record_and_by_its_number(api: Account) -> None:
    path = receipts(api.connect(store=HEB))
    first, again = (api.post(path, {"receipt_id": NUMBER})["id"] for _ in range(2))
    assert api.get(f"{path}/{first}")["id"] == first
    assert api.get(f"{path}/{NUMBER}")["id"] == again
    assert [each["id"] for each in api.get(path)] == [first, again]
    assert "page" not in api.meta(path)
    assert api.refusal("GET", f"{path}/000")[0] == 404


def test_receipts_belong_to_their_connection(api: Account) -> None:
    other = receipts(api.connect(store=HEB))
    assert api.refusal("GET", f"{other}/1")[0] == 404
    assert api.get(f"{receipts(52800)}/1")["status"] == "Done"
    for method, body in (("GET", None), ("POST", {"receipt_id": NUMBER})):
        assert api.refusal(method, receipts(999_999), body)[0] == 404
        assert api.refusal(method, "/v1/users/nobody/stores/52800/receipts", body)[0] == 404
