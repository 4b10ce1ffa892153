"""A member's card: everything that a member holds with one chain."""

from __future__ import annotations

from typing import Any

import pytest

from .conftest import ANN as ANN_SESSION
from .conftest import HOST, PRIVILEGED, Shop
from .holdings import ANN, BOB, CLAIMED, EXPIRED, bought_with, of_two_chains

CARD = "/get-card"


@pytest.fixture(autouse=True)
def _frozen(api: Shop) -> None:
    api.box.clock.freeze()
    api.box.clock.set("2026-03-31T12:00:00Z")


def card(api: Shop) -> dict[str, Any]:
    (only,) = api.ann.get(CARD)
    return only


def ids(vouchers: list[dict[str, Any]]) -> list[int]:
    return [each["voucher_id"] for each in vouchers]


def test_the_card_shows_the_chain_and_the_member(api: Shop) -> None:
    told = card(api)
    assert told["entity"] == {"id": 1743, "name": "ACME", "type": "chain"}
    assert told["card_colour"] == {"id": 1, "card_background": "#000000", "card_text": "#FFFFFF"}
    assert told["user_entity_card"] == {"type": "custom", "id": 404064}
    assert told["user_info"]["user_id"] == ANN
    assert told["user_info"]["username"] == "ann@example.com"
    assert told["referring_user"] is None
    assert told["result_type"] == "get-user-entity-card"


def test_a_member_number_that_is_none_is_shown_as_a_code(api: Shop) -> None:
    member = {"id": 1200000, "username": "zoe@example.com", "member_number": "ZOE-1"}
    api.box.seed({"spaaza": {"chains": [{"id": 1743, "members": [member]}]}})
    (told,) = api.privileged.get(CARD, {"member_number": "ZOE-1"})
    assert told["user_entity_card"] == {"type": "custom", "code": "ZOE-1"}


def test_the_vouchers_that_can_be_used_come_by_kind(api: Shop) -> None:
    bought_with(api, CLAIMED)
    told = card(api)
    assert ids(told["vouchers"]) == [35739]
    assert ids(told["meta_vouchers"]) == [35740]
    assert {35735, 35737} <= set(ids(told["basket_vouchers"]))
    assert {35736, EXPIRED}.isdisjoint(ids(told["basket_vouchers"]))
    assert ids(told["honour_vouchers"]) == [35738]


def test_wallets_level_and_promotions_are_on_it(api: Shop) -> None:
    told = card(api)
    assert (told["points"]["id"], told["points"]["saved_amount"], told["points"]["currency"]) == (117, 442, "PTS")
    assert (told["wallet"]["id"], told["wallet"]["saved_amount"], told["wallet"]["currency"]) == (116, 170, "EUR")
    assert (told["loyalty_status"]["name"], told["loyalty_status"]["points_balance_current"]) == ("Bronze", 442)
    assert [each["campaign_id"] for each in told["promotions"]["signup"]] == [121, 136]
    assert [each["id"] for each in told["promotions"]["loyalty"]] == [140]
    assert [each["code"] for each in told["promotions"]["referral"]] == ["annref"]


def test_a_chain_without_points_and_levels_leaves_them_out(api: Shop) -> None:
    (told,) = api.foreign.get(CARD, {"user_id": 305281})
    assert "points" not in told
    assert told["wallet"]["id"] == 81
    assert told["loyalty_status"] is None
    assert told["card_colour"] == {"id": 1, "card_background": "#000000", "card_text": "#FFFFFF"}


def test_purchases_are_counted(api: Shop) -> None:
    before = card(api)
    assert (before["number_of_purchases"], before["days_since_last_purchase"]) == (0, None)
    bought_with(api)
    after = card(api)
    assert (after["number_of_purchases"], after["average_basket_value"]) == (1, "109.90")
    assert (after["offline_shopper"], after["online_shopper"]) == (True, False)


def test_notes_tell_their_authors(api: Shop) -> None:
    api.privileged.post("/internal/add-user-note", {"user_id": ANN, "text": "Called"})
    first, second = card(api)["notes"]
    assert (first["text"], first["user"]) == ("Likes wool.", {"user_id": ANN})
    assert first["creating_user"] == {
        "user_id": 21,
        "first_name": "Olga",
        "last_name": "Owner",
        "username": "owner@acme.example.com",
    }
    assert (second["text"], second["creating_user"]) == ("Called", None)


def test_the_one_who_invited_is_told(api: Shop) -> None:
    (told,) = api.bob.get(CARD)
    assert told["referring_user"] == {"id": ANN}


def test_texts_come_in_the_language_that_is_asked_for(api: Shop) -> None:
    def told(language: str) -> dict[str, Any]:
        return api.caller({**ANN_SESSION, "Accept-Language": language}).get(CARD)[0]

    dutch = told("nl-BE, nl;q=0.8")
    assert dutch["wallet"]["title_localised"] == "ACME-beurs"
    assert dutch["points"]["title_localised"] == "ACME-punten"
    assert dutch["basket_vouchers"][0]["campaign_title_localised"] == "Vijf euro welkom"
    french = told("fr")
    assert "title_localised" not in french["wallet"]
    assert "campaign_title_localised" not in french["basket_vouchers"][0]


def test_a_campaigns_image_is_on_its_vouchers(api: Shop) -> None:
    image = {
        "filename": "a.png",
        "url": "https://acme.example.com/a.png",
        "link": "/a",
        "dimension_x": 6,
        "dimension_y": 4,
    }
    campaign = {"id": 136, "type": "signup", "title": "Pictured", "image": image}
    api.box.seed({"spaaza": {"chains": [{"id": 1743, "campaigns": [campaign]}]}})
    voucher = card(api)["basket_vouchers"][0]
    assert {name: voucher[f"campaign_image_{name}"] for name in image} == image


def test_others_say_whose_card_they_want(api: Shop) -> None:
    ways = {"user_id": ANN, "member_number": "404064", "username": "Ann@example.com"}
    ways["authentication_point_identifier"] = "shop-1"
    for name, value in ways.items():
        for caller in (api.privileged, api.admin, api.reader):
            assert caller.get(CARD, {"chain_id": 1743, name: value})[0]["user_info"]["user_id"] == ANN
    query = {"chain_id": 1743}
    assert api.privileged.refusal("GET", CARD, {**query, "user_id": ANN, "member_number": "404064"}) == 416
    assert api.privileged.refusal("GET", CARD, {**query, "user_id": 305281}) == 270
    assert api.privileged.refusal("GET", CARD, {**query, "user_id": "x"}) == 154
    assert api.privileged.refusal("GET", CARD, {**query, "username": "x"}) == 1
    assert api.privileged.refusal("GET", CARD, query) == 267
    assert api.admin.refusal("GET", CARD, {"chain_id": 9, "user_id": ANN}) == 217
    assert api.admin.refusal("GET", CARD, {"chain_id": 1752, "user_id": ANN}) == 68
    assert of_two_chains(api).get(CARD, {**query, "user_id": ANN})[0]["entity"]["id"] == 1743


def test_a_member_sees_their_own_card_alone_and_says_the_apps_host_name(api: Shop) -> None:
    assert api.ann.refusal("GET", CARD, {"user_id": BOB}) == 68
    without = {name: text for name, text in ANN_SESSION.items() if name != HOST}
    assert api.caller(without).refusal("GET", CARD) == 269
    assert api.caller({**without, HOST: "unknown.spaaza.com"}).refusal("GET", CARD) == 269
    assert api.caller({**without, HOST: "nobody.spaaza.com"}).refusal("GET", CARD) == 264


def test_nobody_sees_a_card_without_signing_in(api: Shop) -> None:
    assert api.nobody.refusal("GET", CARD) == 6
    assert api.caller({"Authorization": "Bearer acme-key"}).refusal("GET", CARD) == 265
    assert api.caller({**PRIVILEGED, "Authorization": "Bearer acme-key:wrong"}).refusal("GET", CARD) == 266
