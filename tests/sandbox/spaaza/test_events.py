"""What is told by webhook, and when. Each payload is held against the spec before it goes into the outbox."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from typing import Any

import httpx2

from .conftest import ADMIN, PRIVILEGED, Caller, Shop
from .purchases import ANN, SWEATER

DAN = {"username": "dan@example.com", "last_name": "Dekker", "birthday": "1990-02-03", "phone_number": "+31-20-5550123"}
URL, SECRET = "http://shop.example.com/hook", "hook-secret"
EVENTS = ("user", "loyalty_level_changed", "voucher_issued", "points_mutation", "receipt")


def told(api: Shop, event: str) -> list[dict[str, Any]]:
    """The payloads of the events of a kind, the oldest first."""
    return [each["payload"] for each in api.box.webhooks.events(api="spaaza", event=event)][::-1]


def only(api: Shop, event: str) -> dict[str, Any]:
    (payload,) = told(api, event)
    return payload


def received(api: Shop, **target: Any) -> list[httpx2.Request]:
    """Takes what is sent."""
    got: list[httpx2.Request] = []

    def take(request: httpx2.Request) -> httpx2.Response:
        got.append(request)
        return httpx2.Response(200)

    api.box.receivers[URL] = take
    api.box.webhooks.add(URL, api="spaaza", secret=SECRET, **target)
    return got


def buy(api: Shop, **more: Any) -> httpx2.Response:
    """A sweater for Ann; a part of the request that is None is left out."""
    item = {"item_barcode": SWEATER["barcode"], "item_quantity": 1, "item_price": 79.95, "item_subtotal": 79.95}
    basket = {
        "basket_platform_type": "in_store",
        "retailer_basket_code": "R-1",
        "basket_total_price": 79.95,
        "basket_items": [item],
    }
    request: dict[str, Any] = {
        "entity": {"entity_type": "chain", "entity_id": 1743, "branch_business_owner_code": "10001"},
        "user": {"member_programme": "spaaza", "member_number": "404064"},
        "basket": basket,
    }
    sent = {name: part for name, part in (request | more).items() if part is not None}
    return api.privileged.send("POST", "/auth/add-basket", json=sent)


def owner(api: Shop) -> Caller:
    """The administrator, who speaks for ACME."""
    return api.caller({**ADMIN, "X-Spaaza-Session-Chain-Id": "1743"})


def add_points(api: Shop, amount: int = 58) -> None:
    form = {"user_id": ANN, "campaign_id": 117, "amount": amount, "log_message": "Sorry"}
    owner(api).post("/auth/add-user-purchase-progress", form)


def test_a_new_member_is_told(api: Shop) -> None:
    api.box.clock.freeze()
    api.box.clock.set("2026-03-02T15:30:00")
    user = api.privileged.post("/internal/add-user", DAN)["user_info"]
    event = only(api, "user")
    data = event.pop("data")
    assert event == {
        "object": "event",
        "type": "shopper.created",
        "id": "0000000000001",
        "created": "2026-03-02T15:30:00Z",
    }
    assert (data["object"], data["spaaza_id"], data["chain_id"]) == ("shopper", user["id"], 1743)
    assert data["username"] == data["contact_email"] == "dan@example.com"
    assert (data["firstname"], data["lastname"], data["birthday"]) == (None, "Dekker", "1990-02-03")
    assert (data["did_opt_in"], data["phone_number"]) == (True, "+31-20-5550123")


def test_opting_out_and_in_is_told(api: Shop) -> None:
    for wanted in (False, True):
        api.privileged.put("/internal/alter-user", {"user_id": ANN, "programme_opted_in": wanted})
    assert [event["type"] for event in told(api, "user")] == ["shopper.opted-out", "shopper.opted-in"]
    assert [event["data"]["did_opt_in"] for event in told(api, "user")] == [False, True]


def test_a_change_of_level_by_hand_is_told_with_both_levels_and_who_did_it(api: Shop) -> None:
    owner(api).put("/auth/alter-loyalty-level", {"user_id": ANN, "loyalty_level_id": 4})
    event = only(api, "loyalty_level_changed")
    assert (event["type"], event["chain_id"]) == ("shopper.loyalty-level-changed", 1743)
    data = event["data"]
    assert data["loyalty_level"] == {
        "id": 4,
        "campaign_id": 140,
        "name": "VIP",
        "description": "By invitation.",
        "automated_level_logic": False,
    }
    assert data["loyalty_level_previous"]["name"] == "Bronze"
    assert data["mutation_owner_id"] == 21
    assert data["user"]["loyalty_status"]["name"] == "VIP"
    assert data["user"]["member_number"] == {"type": "custom", "code": "404064"}


def test_a_change_of_level_by_points_is_nobodys(api: Shop) -> None:
    add_points(api)
    data = only(api, "loyalty_level_changed")["data"]
    assert (data["loyalty_level"]["name"], data["mutation_owner_id"]) == ("Silver", None)


def test_a_new_voucher_is_told_with_its_member(api: Shop) -> None:
    form = {"campaign_id": 140, "voucher_amount": 5, "voucher_type": "basket", "user_id": ANN}
    voucher = api.privileged.post("/create-voucher", form)
    event = only(api, "voucher_issued")
    assert (event["type"], event["chain_id"]) == ("shopper.voucher-issued", 1743)
    data = event["data"]
    assert data["voucher_key"] in json.dumps(voucher)
    assert (data["campaign_title"], data["campaign_type"], data["type"]) == ("ACME Loyalty", "loyalty", "basket")
    assert (data["voucher_amount"], data["voucher_currency_symbol"]) == (5, "€")
    assert data["voucher_expiry_seconds_remaining"] > 0
    assert (data["user"]["id"], data["user"]["birthday"]) == (ANN, "1986-01-30T00:00:00+00:00")
    assert "language" not in data["user"]


def test_points_that_are_added_are_told(api: Shop) -> None:
    api.box.clock.freeze()
    api.box.clock.set("2026-03-02T15:30:00")
    add_points(api, amount=12)
    event = only(api, "points_mutation")
    data, user = event["data"], event["data"].pop("user")
    assert data == {
        "amount": "12.00",
        "basket": None,
        "campaign": {
            "campaign_id": 117,
            "campaign_title": "ACME Points",
            "campaign_title_localised": "ACME-punten",
            "campaign_type": "points_wallet",
            "campaign_image_url": None,
            "campaign_image_link": None,
            "campaign_image_filename": None,
            "campaign_image_dimension_x": None,
            "campaign_image_dimension_y": None,
            "contributing_campaign": None,
        },
        "created_date": "2026-03-02T15:30:00+00:00",
        "currency_id": 5,
        "earn_or_spend": "earn",
        "receipt_id": None,
        "returned_item": None,
        "timestamp_microsecond": "2026-03-02 15:30:00.000000",
        "type": "Manual",
        "user_id": ANN,
        "user_purchase_progress": {
            "id": 3,
            "log_message": "Sorry",
            "mutation_owner": {"user_id": 21, "full_name": "Olga Owner"},
            "uniqid": "00000000000003.00000003",
        },
        "voucher": None,
    }
    assert (user["id"], user["language"]) == (ANN, "nl-NL")


def test_money_that_a_voucher_takes_from_a_wallet_is_told_with_the_voucher(api: Shop) -> None:
    api.privileged.post("/create-voucher", {"campaign_id": 116, "voucher_amount": 10.5, "user_id": ANN})
    data = only(api, "points_mutation")["data"]
    assert (data["amount"], data["earn_or_spend"]) == ("-10.50", "spend")
    assert (data["voucher"]["voucher_amount"], data["voucher"]["voucher_text"]) == (10.5, "From your wallet")
    assert data["voucher"]["voucher_text_localised"] == "Uit uw portemonnee"
    assert data["voucher"]["generating_return_transaction"] == []
    assert data["voucher"]["parent_voucher"] is None


def test_a_purchase_is_told_with_its_receipt_and_with_what_it_earned(api: Shop) -> None:
    answer = buy(api)
    assert answer.status_code == 200, answer.text
    receipt = only(api, "receipt")
    seen = api.ann.get("/get-user-vouchers")  # the receipt itself is a thing of the services host
    assert seen["wallet"]["saved_amount"] == receipt["monetary_wallet"]["total"]
    assert (receipt["total_value"], receipt["shopper"]["id"]) == (79.95, ANN)
    assert receipt["points_wallet"]["contributions"][0]["campaign_title"] == "A point for every euro"
    assert "type" in receipt
    assert "object" not in receipt
    earned = [event["data"] for event in told(api, "points_mutation") if event["data"]["receipt_id"] == receipt["id"]]
    assert {data["campaign"]["contributing_campaign"]["campaign_id"] for data in earned} == {118, 119}
    assert all(data["basket"]["retailer_basket_code"] == "R-1" for data in earned)


def test_a_purchase_that_is_sent_again_is_not_told_again(api: Shop) -> None:
    first, again = buy(api), buy(api)
    assert (first.status_code, again.status_code) == (200, 200)
    assert len(told(api, "receipt")) == 1


def test_a_purchase_of_nobody_has_no_receipt(api: Shop) -> None:
    answer = buy(api, user=None)
    assert answer.status_code == 200, answer.text
    assert told(api, "receipt") == []


def test_the_receipt_of_the_event_is_the_one_that_is_read_later(api: Shop) -> None:
    buy(api)
    sent = only(api, "receipt")
    read = api.caller(PRIVILEGED, "spaaza-services").send("GET", f"/receipts/{sent['id']}")
    assert read.json() == sent


def test_every_event_is_signed_with_the_shared_secret(api: Shop) -> None:
    got = received(api)
    api.privileged.post("/internal/add-user", DAN)
    buy(api)
    api.box.webhooks.pump()
    kinds = {json.loads(request.content).get("type") for request in got}
    assert kinds >= {
        "shopper.created",
        "shopper.loyalty-level-changed",
        "shopper.voucher-issued",
        "shopper.points-mutation",
        "in_store",  # the bare receipt, whose type is that of the purchase
    }
    for request in got:
        digest = hmac.digest(SECRET.encode(), request.content, hashlib.sha256)
        assert request.headers["X-Spaaza-Hmac-SHA256"] == base64.b64encode(digest).decode()


def test_the_ids_of_events_differ(api: Shop) -> None:
    buy(api)
    add_points(api)
    ids = [event["id"] for name in EVENTS if name != "receipt" for event in told(api, name)]
    assert len(ids) > 3
    assert len(set(ids)) == len(ids)


def test_nothing_is_told_of_what_was_refused(api: Shop) -> None:
    refused = {"username": "dan@example.com", "member_number": "404064", "last_name": "Dekker"}
    assert api.privileged.refusal("POST", "/internal/add-user", refused)
    too_much = {"campaign_id": 116, "voucher_amount": 500, "user_id": ANN}
    assert api.privileged.refusal("POST", "/create-voucher", too_much)
    assert buy(api, entity={"entity_type": "chain", "entity_id": 1752}).status_code >= 400
    assert {name: told(api, name) for name in EVENTS} == {name: [] for name in EVENTS}


def test_a_chain_hears_of_its_own_members_only(api: Shop) -> None:
    got = received(api, target_key="1752")
    buy(api)
    api.foreign.put("/internal/alter-user", {"user_id": 305281, "programme_opted_in": False})
    api.box.webhooks.pump()
    assert {json.loads(request.content)["data"]["chain_id"] for request in got} == {1752}


def test_nobody_is_told_of_a_voucher_that_anybody_may_show(api: Shop) -> None:
    form = {"campaign_id": 140, "voucher_type": "honour", "voucher_honour_code": "FREE"}
    assert api.privileged.post("/create-voucher", form)
    assert told(api, "voucher_issued") == []
