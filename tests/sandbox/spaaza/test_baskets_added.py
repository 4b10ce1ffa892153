"""Baskets that have been paid: what is stored of them, and what is answered."""

from __future__ import annotations

from typing import Any

import pytest

from .baskets import ANN, BOB, ENTITY, GLOVES, PANTS, SWEATER, Till, back, basket, item
from .campaigns import card, ledger, stand_still
from .conftest import Shop


@pytest.fixture
def till(api: Shop) -> Till:
    return Till(stand_still(api).privileged)


def rules(api: Shop, **given: bool) -> None:
    api.box.seed({"spaaza": {"chains": [{"id": 1743, "rules": given}]}})


def test_a_basket_comes_back_as_it_was_stored(till: Till) -> None:
    told = till.add(
        "R-1",
        item(SWEATER, 79.95, 3, retailer_item_code="line_0", item_type="product"),
        basket_total_price=239.85,
        shipping_charge=8.75,
        supplementary_basket_codes=["S-1", "S-2"],
        basket_tax=[{"tax_rate": 0.21, "tax_total": 41.63}],
        basket_notes="for a friend",
        entity=ENTITY | {"employee_code": "007", "employee_name": "James Bond"},
    )
    assert (told["basket_total_price"], told["shipping_charge"]) == (239.85, 8.75)
    assert told["supplementary_basket_codes"] == ["S-1", "S-2"]
    assert told["employee"] == {"employee_code": "007", "employee_name": "James Bond"}
    (tax,) = told["basket_tax"]
    assert (tax["basket_id"], tax["tax_rate"], tax["tax_total"]) == (told["id"], 0.21, 41.63)
    (line,) = told["basket_items"]
    assert (line["item_price"], line["item_quantity"], line["item_subtotal"]) == (79.95, 3, 239.85)
    assert (line["spaaza_product_id"], line["is_identified"]) == (18605, True)


def test_a_code_that_was_sent_before_gives_the_earlier_basket_and_does_nothing(api: Shop, till: Till) -> None:
    first = till.add("R-1", item(SWEATER, 79.95), basket_total_price=79.95)
    before = ledger(api)
    assert till.add("R-1", item(GLOVES, 500), basket_total_price=500) == first
    assert till.codes() == [311]
    assert ledger(api) == before


def test_a_chain_that_is_not_strict_takes_a_code_twice(api: Shop, till: Till) -> None:
    rules(api, strict_baskets=False)
    first = till.add("R-1", item(SWEATER, 79.95))
    assert till.add("R-1", item(SWEATER, 79.95))["id"] != first["id"]
    assert till.codes() == []


def test_the_same_code_of_another_chain_is_another_basket(api: Shop, till: Till) -> None:
    till.add("R-1", item(SWEATER, 79.95))
    other = Till(api.foreign)
    entity = {"entity_type": "chain", "entity_id": 1752, "branch_business_owner_code": "501"}
    told = other.add("R-1", item("x", 5), entity=entity, member="33000114")
    assert (told["chain_id"], told["currency_id"], told["basket_country_code"], other.codes()) == (1752, 1, "ZA", [])


def test_what_is_bought_earns(api: Shop, till: Till) -> None:
    told = till.add("R-1", item(SWEATER, 79.95), item(GLOVES, 49.50), basket_total_price=129.45)
    earned = {
        each["purchase_progress_campaign_id"]: each["purchase_progress_amount"] for each in told["purchase_progress"]
    }
    assert earned == {117: 129, 116: 6.47}
    for wallet, amount in earned.items():
        assert amount == pytest.approx(
            sum(
                each["purchase_progress_distribution_amount"]
                for line in told["basket_items"]
                for each in line["purchase_progress_distribution"]
                if each["purchase_progress_campaign_id"] == wallet
            )
        )
    assert card(api)["points"]["saved_amount"] == 442 + 129


def test_an_item_that_is_left_out_earns_nothing(till: Till) -> None:
    told = till.add("R-1", item(SWEATER, 79.95, excluded_from_spaaza=True), basket_total_price=79.95)
    assert told["purchase_progress"] is None
    assert told["basket_items"][0]["excluded_from_spaaza"] is True


# --- who buys


@pytest.mark.parametrize(
    "user",
    [
        None,
        {},
        {"member_number": ""},
        {"member_number": "nobody"},
        {"spaaza_user_id": 99},
        {"authentication_point_identifier": "nothing"},
        {"member_number": "33000114"},
        {"spaaza_user_id": 21},
    ],
)
def test_a_shopper_who_is_not_known_is_nobody(till: Till, user: Any) -> None:
    results = till.send("/auth/add-basket", basket("R-1", item(SWEATER, 79.95), user=user))
    assert results["user"] is None
    assert results["basket"]["purchase_progress"] is None
    assert till.codes() == []


@pytest.mark.parametrize(
    "user",
    [
        {"member_number": ANN},
        {"authentication_point_identifier": "shop-1"},
        {"spaaza_user_id": 1107604},
        {"spaaza_user_id": 1107605, "member_number": ANN},
        {"member_programme": "Spaaza", "member_number": ANN, "send_email_receipt": True},
    ],
)
def test_a_shopper_is_known_by_any_identifier(till: Till, user: Any) -> None:
    told = till.send("/auth/add-basket", basket("R-1", item(SWEATER, 79.95), user=user))["user"]
    assert (told["member_number"], told["spaaza_user_id"]) == (ANN, 1107604)
    assert told.get("send_email_receipt") == user.get("send_email_receipt")


def test_a_member_of_another_programme_is_nobody_here(till: Till) -> None:
    user = {"member_programme": "Miles", "member_number": ANN}
    results = till.send("/auth/add-basket", basket("R-1", item(SWEATER, 79.95), user=user))
    assert results["user"] == {"member_programme": "Miles"}
    assert results["basket"]["purchase_progress"] is None


# --- where, in what, when


@pytest.mark.parametrize(
    ("entity", "platform", "codes", "country"),
    [
        ({"branch_business_owner_code": "10001"}, "in_store", [], "NL"),
        ({"branch_business_id": 2774}, "in_store", [], "NL"),
        ({"branch_business_id": 2774, "branch_business_owner_code": "nowhere"}, "in_store", [], "NL"),
        ({"branch_business_id": 99, "branch_business_owner_code": "10001"}, "in_store", [], "NL"),
        ({}, "in_store", [16], "GB"),
        ({"branch_business_owner_code": "nowhere"}, "in_store", [144], "GB"),
        ({"branch_business_id": 3001}, "in_store", [144], "GB"),
        ({}, "online", [], "GB"),
        ({"branch_business_owner_code": "10001"}, "online", [], "GB"),
    ],
)
def test_a_branch_that_is_not_known_leaves_a_warning(
    till: Till, entity: dict[str, Any], platform: str, codes: list[int], country: str
) -> None:
    entity = {"entity_type": "chain", "entity_id": 1743} | entity
    told = till.add("R-1", item(SWEATER, 79.95), entity=entity, member=BOB, basket_platform_type=platform)
    assert till.codes() == codes
    assert (told["basket_platform_type"], told["basket_country_code"]) == (platform, country)


def test_a_basket_has_the_country_that_it_says(till: Till) -> None:
    assert till.add("R-1", item(SWEATER, 79.95), basket_country_code="be")["basket_country_code"] == "BE"


@pytest.mark.parametrize(
    ("currency", "id"),
    [
        (None, 2),
        ({"currency_id": 4}, 4),
        ({"currency_code": "gbp"}, 3),
        ({"currency_id": 0, "currency_code": "EUR"}, 2),
        ({"currency_id": 3, "currency_code": "EUR"}, 3),
    ],
)
def test_a_basket_has_its_currency_or_the_chains(till: Till, currency: Any, id: int) -> None:
    more = {"basket_currency": currency} if currency else {}
    assert till.add("R-1", item(SWEATER, 79.95), **more)["currency_id"] == id


@pytest.mark.parametrize(
    ("currency", "code"),
    [({"currency_id": 77}, 231), ({"currency_code": "XXX"}, 231), ({}, 252), ({"currency_id": 0}, 252)],
)
def test_a_currency_that_there_is_none_of_is_refused(till: Till, currency: Any, code: int) -> None:
    assert till.refused("R-1", item(SWEATER, 79.95), basket_currency=currency) == code


@pytest.mark.parametrize(
    ("time", "zone", "told", "named", "codes"),
    [
        ("2017-07-27T07:48:45+02:00", "Europe/Amsterdam", "2017-07-27T07:48:45+02:00", "Europe/Amsterdam", []),
        ("2017-07-27T05:48:45Z", "Europe/Amsterdam", "2017-07-27T07:48:45+02:00", "Europe/Amsterdam", []),
        ("2017-07-27T07:48:45+02:00", "EST", "2017-07-27T00:48:45-05:00", "EST", []),
        ("2017-07-27T07:48:45+02:00", None, "2017-07-27T05:48:45+00:00", "UTC", []),
        ("2017-07-27T07:48:45+02:00", "Mars/Olympus", "2017-07-27T05:48:45+00:00", "UTC", [419]),
        ("", "Europe/Amsterdam", "2026-03-02T12:00:00+00:00", "UTC", []),
        (None, None, "2026-03-02T12:00:00+00:00", "UTC", []),
        ("2016-12-31T23:59:60Z", "UTC", "2016-12-31T23:59:59+00:00", "UTC", []),
    ],
)
def test_a_basket_has_its_own_time(
    till: Till, time: str | None, zone: str | None, told: str, named: str, codes: list[int]
) -> None:
    more = {"basket_timestamp_iso8601": time, "basket_timezone_name": zone}
    stored = till.add("R-1", item(SWEATER, 79.95), **{name: value for name, value in more.items() if value is not None})
    assert (stored["basket_timestamp_iso8601"], stored["basket_timezone_name"]) == (told, named)
    assert till.codes() == codes


@pytest.mark.parametrize("time", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-10:00", "1780-01-01T00:00:00Z"])
def test_a_time_out_of_the_world_is_refused(till: Till, time: str) -> None:
    assert till.refused("R-1", item(SWEATER, 79.95), basket_timestamp_iso8601=time) == 419


# --- how it is paid


def test_each_way_of_paying_is_kept(till: Till) -> None:
    ways = [{"payment_method": "cash", "payment_amount": 20}, {"payment_method": "mastercard", "payment_amount": 59.95}]
    assert till.add("R-1", item(SWEATER, 79.95), payment_methods=ways)["payment_methods"] == ways


def test_the_only_way_of_paying_has_paid_the_total(till: Till) -> None:
    told = till.add("R-1", item(SWEATER, 79.95), payment_method="cash", basket_total_price=79.95)
    assert told["payment_methods"] == [{"payment_method": "cash", "payment_amount": 79.95}]


def test_a_way_of_paying_that_lacks_something_is_not_kept(till: Till) -> None:
    ways = [{"payment_method": "cash"}, {"payment_amount": 1}, {"payment_method": "", "payment_amount": 2}]
    told = till.add("R-1", item(SWEATER, 79.95), payment_methods=[*ways, {"payment_method": "c", "payment_amount": 3}])
    assert told["payment_methods"] == [{"payment_method": "c", "payment_amount": 3}]
    assert till.codes() == [301, 3, 3]


# --- what is wrong with the sale itself


def test_a_basket_that_cannot_be_reckoned_with_is_refused(till: Till) -> None:
    assert till.refused("R-1", {"item_barcode": SWEATER}) == 3
    assert till.refused("R-1", item(SWEATER, 1_000_000_000, 1000)) == 407
    assert till.refused("R-1", item(SWEATER, 1), basket_platform_type="by_mail") == 337
    assert till.refused("R-1", item(SWEATER, 1, 0.0000001)) == 419
    assert till.refused("R-1", item(SWEATER, 1), entity={"entity_type": "business", "entity_id": 1743}) == 68
    assert till.refused("R-1", item(SWEATER, 1), entity={"entity_type": "chain", "entity_id": 1}) == 68


def test_only_who_may_write_to_the_chain_adds_baskets(api: Shop, till: Till) -> None:
    body = basket("R-1", item(SWEATER, 1))
    assert api.admin.post("/auth/add-basket", json=body)["basket"]["id"]
    for path in ("/auth/add-basket", "/auth/get-basket-price"):
        assert api.reader.refusal("POST", path, json=body) == 68
        assert api.foreign.refusal("POST", path, json=body) == 68
        assert api.ann.refusal("POST", path, json=body) in (6, 68)


def test_prices_round_to_the_cent(till: Till) -> None:
    told = till.add(
        "R-1",
        item("kg", 3.99, 10.5, item_quantity_unit="kg"),
        {"item_barcode": "x", "item_subtotal": 10, "item_quantity": 3},
    )
    assert [line["item_subtotal"] for line in told["basket_items"]] == [41.9, 10]
    assert (told["basket_items"][0]["item_quantity_unit"], told["basket_items"][1]["item_price"]) == ("kg", 3.33)


def test_older_clients_get_the_older_names_too(api: Shop, till: Till) -> None:
    caller = api.caller({"Authorization": "Bearer acme-key:acme-secret", "X-Spaaza-API-version": "1.1.7"})
    told = Till(caller).add("R-1", item(PANTS, 59.99), basket_total_price=59.99, member=None)
    assert (told["owner_code"], told["total_value"], told["app_platform_type"]) == ("R-1", 59.99, "in_store")
    assert told["currency"]["currency_symbol"] == "€"
    assert [line["product_sale_price"] for line in told["items"]] == [59.99]
    assert "owner_code" not in till.add("R-2", item(PANTS, 59.99))


def test_a_return_needs_a_price_below_zero(till: Till) -> None:
    till.add("R-1", item(SWEATER, 79.95))
    assert till.refused("R-2", back(SWEATER, 79.95)) == 319
    assert till.refused("R-2", back(SWEATER, 0)) == 319
