"""Vouchers are claimed, unclaimed, expired and deleted: who may, when, and what comes of it."""

from __future__ import annotations

from typing import Any

import pytest

from .conftest import Caller, Shop
from .holdings import ANN, BOB, CLAIMED, EXPIRED, GENERATED, HONOUR, bought_with, held, of_ann, returned, saved

CHANGES = [
    ("POST", "/claim-voucher"),
    ("POST", "/unclaim-voucher"),
    ("POST", "/expire-voucher"),
    ("DELETE", "/delete-voucher"),
]
BY_ID = [change for change in CHANGES if change[1] != "/unclaim-voucher"]


def test_a_member_claims_a_voucher_and_sees_it_as_it_is_now(api: Shop) -> None:
    api.box.clock.freeze()
    api.box.clock.set("2030-01-01T00:00:00Z")
    told = api.ann.post("/claim-voucher", {"voucher_key": GENERATED})
    assert told == {
        "voucher_key": GENERATED,
        "voucher_id": 35735,
        "voucher_created_datetime": "2020-01-01T00:00:00+00:00",
        "voucher_status": "claimed",
        "voucher_type": "basket",
        "voucher_locked": False,
        "campaign_id": 136,
        "campaign_type": "signup",
        "campaign_title": "Earn €5 on signup",
        "campaign_image_filename": None,
        "campaign_image_url": None,
        "campaign_image_link": None,
        "campaign_image_dimension_x": None,
        "campaign_image_dimension_y": None,
        "redeeming_basket": None,
        "voucher_redeemed_datetime": None,
        "voucher_expiry_datetime_utc": "2050-01-01 00:00:00",
        "voucher_expiry_seconds_remaining": 20 * 365 * 86400 + 5 * 86400,
        "voucher_currency_id": 2,
        "voucher_currency_symbol": "€",
        "voucher_amount_original": 5,
        "voucher_amount_redeemed": 0,
        "voucher_amount": 5,
        "voucher_discount_ratio": 0,
        "voucher_honour_code": None,
        "voucher_title": "€5 welcome voucher",
        "voucher_text": "Welcome",
        "voucher_description": "Five euros off a purchase.",
        "voucher_notes": "One for each member.",
        "voucher_image_url": "https://acme.example.com/images/welcome.jpg",
        "user_id": ANN,
        "user_entity_card": {"type": "custom", "code": "404064"},
        "result_type": "claim-voucher",
    }


def test_a_claimed_voucher_is_unclaimed_and_claimed_again(api: Shop) -> None:
    assert api.ann.post("/unclaim-voucher", {"voucher_key": CLAIMED})["voucher_status"] == "generated"
    assert api.ann.post("/claim-voucher", {"voucher_key": CLAIMED})["voucher_status"] == "claimed"


def test_post_and_put_do_the_same(api: Shop) -> None:
    assert api.ann.put("/claim-voucher", {"voucher_key": GENERATED})["voucher_status"] == "claimed"
    assert api.ann.put("/unclaim-voucher", {"voucher_key": GENERATED})["voucher_status"] == "generated"
    assert api.ann.put("/expire-voucher", {"voucher_key": CLAIMED})["voucher_key"] == CLAIMED


def test_a_form_may_come_in_parts(api: Shop) -> None:
    answer = api.ann.send("POST", "/claim-voucher", files={"voucher_key": (None, GENERATED)})
    assert answer.json()["results"]["voucher_status"] == "claimed"


def test_only_a_generated_voucher_can_be_claimed_and_only_a_claimed_one_unclaimed_or_expired(api: Shop) -> None:
    assert api.ann.refusal("POST", "/claim-voucher", {"voucher_key": CLAIMED}) == 288
    assert api.ann.refusal("POST", "/unclaim-voucher", {"voucher_key": GENERATED}) == 294
    assert api.ann.refusal("POST", "/expire-voucher", {"voucher_key": GENERATED}) == 294


def test_a_voucher_that_expired_cannot_change_but_can_be_deleted(api: Shop) -> None:
    for path in ("/claim-voucher", "/expire-voucher"):
        assert api.ann.refusal("POST", path, {"voucher_id": EXPIRED}) == 436
    key = held(api, EXPIRED)["voucher_key"]
    assert api.ann.refusal("POST", "/unclaim-voucher", {"voucher_key": key}) == 436
    assert api.ann.refusal("PUT", "/lock-voucher", {"voucher_key": key}) == 436
    assert api.ann.delete("/delete-voucher", {"voucher_id": EXPIRED})["voucher_key"] == key


def test_a_voucher_expires_on_the_clock(api: Shop) -> None:
    given = {"campaign_id": 140, "voucher_amount": 5, "user_id": ANN, "expiry_date": "2030-01-01"}
    key = api.privileged.post("/create-voucher", given)["voucher_key"]
    api.box.clock.freeze()
    api.box.clock.set("2029-12-31T23:59:59Z")
    assert api.ann.post("/claim-voucher", {"voucher_key": key})["voucher_expiry_seconds_remaining"] == 1
    api.box.clock.advance("PT1S")
    assert api.ann.refusal("POST", "/unclaim-voucher", {"voucher_key": key}) == 436


def test_an_expired_voucher_is_over_from_that_moment(api: Shop) -> None:
    told = api.ann.post("/expire-voucher", {"voucher_key": CLAIMED})
    assert told == {"voucher_key": CLAIMED, "result_type": "expire-voucher"}
    assert api.ann.refusal("POST", "/unclaim-voucher", {"voucher_key": CLAIMED}) == 436
    listed = held(api, 35736)
    assert (listed["voucher_status"], listed["voucher_expiry_seconds_remaining"]) == ("claimed", 0)


@pytest.mark.parametrize("key", [GENERATED, CLAIMED])
def test_a_deleted_voucher_is_gone(api: Shop, key: str) -> None:
    assert api.ann.delete("/delete-voucher", {"voucher_key": key}) == {
        "voucher_key": key,
        "result_type": "delete-voucher",
    }
    for method, path in CHANGES:
        assert api.ann.refusal(method, path, {"voucher_key": key}) == 183


def test_a_voucher_that_a_return_made_can_be_deleted_too(api: Shop) -> None:
    bought_with(api, CLAIMED)
    returned(api)
    listed = api.ann.get("/get-user-vouchers")["basket_vouchers"]
    (key,) = [each["voucher_key"] for each in listed if "parent_voucher" in each]
    assert api.ann.delete("/delete-voucher", {"voucher_key": key})["voucher_key"] == key
    assert api.ann.refusal("DELETE", "/delete-voucher", {"voucher_key": key}) == 183


def test_the_parameters_of_a_deletion_may_stand_in_the_url(api: Shop) -> None:
    answer = api.ann.send("DELETE", "/delete-voucher", query={"voucher_key": GENERATED})
    assert answer.status_code == 200, answer.text


def test_a_redeemed_voucher_is_final(api: Shop) -> None:
    bought_with(api, CLAIMED)
    assert held(api, 35736)["voucher_status"] == "redeemed"
    for method, path in [*CHANGES, ("PUT", "/lock-voucher")]:
        assert api.ann.refusal(method, path, {"voucher_key": CLAIMED}) == 323
    assert api.privileged.refusal("PUT", "/unlock-voucher", {"voucher_key": CLAIMED}) == 323


@pytest.mark.parametrize(("method", "path"), BY_ID)
def test_a_voucher_is_named_by_key_or_id_and_of_both_the_key_counts(api: Shop, method: str, path: str) -> None:
    assert api.ann.refusal(method, path, {"chain_id": 1743}) == 182
    assert api.ann.refusal(method, path, {"voucher_key": "short"}) == 181
    assert api.ann.refusal(method, path, {"voucher_id": "x"}) == 179
    assert api.ann.refusal(method, path, {"voucher_id": 10**19 - 1}) == 179
    assert api.ann.refusal(method, path, {"voucher_id": 1}) == 183
    assert api.ann.refusal(method, path, {"voucher_key": "0" * 64, "voucher_id": 35735}) == 183


def test_a_member_finds_their_own_vouchers_only(api: Shop) -> None:
    for method, path in CHANGES:
        assert api.bob.refusal(method, path, {"voucher_key": CLAIMED}) == 183
        assert api.bob.refusal(method, path, {"voucher_key": CLAIMED, "user_id": ANN}) == 215


@pytest.mark.parametrize(("method", "path"), CHANGES)
def test_others_say_whose_voucher_it_is(api: Shop, method: str, path: str) -> None:
    for caller in (api.privileged, of_admin(api)):
        assert caller.refusal(method, path, {"voucher_key": CLAIMED}) == 155
        assert caller.refusal(method, path, {"voucher_key": CLAIMED, "user_id": "x"}) == 154
        assert caller.refusal(method, path, {"voucher_key": CLAIMED, "user_id": 7}) == 270
        assert caller.refusal(method, path, {"voucher_key": CLAIMED, "user_id": BOB}) == 215
    assert api.privileged.refusal(method, path, {**of_ann(CLAIMED), "chain_id": 1752}) == 405
    assert api.admin.refusal(method, path, of_ann(CLAIMED)) == 82
    assert api.admin.refusal(method, path, {**of_ann(CLAIMED), "chain_id": 9}) == 217
    assert api.admin.refusal(method, path, {**of_ann(CLAIMED), "chain_id": 1752}) == 68
    assert api.reader.refusal(method, path, {**of_ann(CLAIMED), "chain_id": 1743}) == 68


def test_nobody_changes_a_voucher_of_another_chain(api: Shop) -> None:
    for method, path in CHANGES:
        assert api.foreign.refusal(method, path, of_ann(CLAIMED)) == 183


def test_deleting_and_expiring_take_delete_access_and_claiming_takes_write_access(api: Shop) -> None:
    role = {"chain_id": 1743, "access": ["read", "write"]}
    writer = {"id": 30, "username": "w@acme.example.com", "password": "x", "session_key": "c" * 64, "roles": [role]}
    api.box.seed({"spaaza": {"admins": [writer]}})
    caller = api.caller({"X-Spaaza-Session-User-Id": "30", "X-Spaaza-Session-Key": "c" * 64})
    asked = {**of_ann(CLAIMED), "chain_id": 1743}
    assert caller.post("/unclaim-voucher", asked)["voucher_status"] == "generated"
    assert caller.post("/claim-voucher", asked)["voucher_status"] == "claimed"
    assert caller.refusal("POST", "/expire-voucher", asked) == 68
    assert caller.refusal("DELETE", "/delete-voucher", asked) == 68


def test_a_voucher_from_a_wallet_gives_back_when_it_is_deleted(api: Shop) -> None:
    before = saved(api)
    made = api.ann.post("/create-voucher", {"campaign_id": 116, "voucher_amount": 40})
    assert saved(api) == before - 40
    api.ann.delete("/delete-voucher", {"voucher_key": made["voucher_key"]})
    assert saved(api) == before


def test_a_voucher_from_a_wallet_gives_back_once_when_it_expires(api: Shop) -> None:
    before = saved(api)
    made = api.ann.post("/create-voucher", {"campaign_id": 116, "voucher_amount": 40.25, "set_claimed": True})
    api.ann.post("/expire-voucher", {"voucher_key": made["voucher_key"]})
    assert saved(api) == before
    api.ann.delete("/delete-voucher", {"voucher_key": made["voucher_key"]})
    assert saved(api) == before


def test_a_right_of_nobody_needs_no_member(api: Shop) -> None:
    made = api.privileged.post("/create-voucher", {**HONOUR, "campaign_id": 140})
    assert (made["user_id"], made["user_entity_card"]) == (None, None)
    named = {"voucher_key": made["voucher_key"]}
    assert api.privileged.post("/claim-voucher", named)["voucher_status"] == "claimed"
    assert api.privileged.refusal("POST", "/unclaim-voucher", {**named, "user_id": ANN}) == 215
    assert api.ann.refusal("POST", "/unclaim-voucher", named) == 183
    assert api.privileged.delete("/delete-voucher", named)["voucher_key"] == made["voucher_key"]


def test_texts_come_in_the_language_that_is_asked_for(api: Shop) -> None:
    def claimed(language: str) -> dict[str, Any]:
        headers = {"Accept-Language": language}
        api.ann.send("POST", "/unclaim-voucher", {"voucher_key": GENERATED})
        answer = api.ann.send("POST", "/claim-voucher", {"voucher_key": GENERATED}, headers=headers)
        return {name: text for name, text in answer.json()["results"].items() if name.endswith("_localised")}

    assert claimed("nl-BE, en;q=0.5") == {
        "campaign_title_localised": "Vijf euro welkom",
        "campaign_voucher_text_localised": "Welkom",
        "voucher_text_localised": "Welkom",
    }
    assert claimed("fr") == {}


def of_admin(api: Shop) -> Caller:
    """The administrator, who names the chain by a header."""
    key = "0aded000000000000000000000000000000000000000000000000000000000ad"
    return api.caller(
        {"X-Spaaza-Session-User-Id": "21", "X-Spaaza-Session-Key": key, "X-Spaaza-Session-Chain-Id": "1743"}
    )
