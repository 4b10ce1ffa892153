"""Lists of vouchers: a member's, and a chain's with its filters and pages."""

from __future__ import annotations

from typing import Any

import pytest

from .conftest import ANN as ANN_SESSION
from .conftest import PRIVILEGED, Shop
from .holdings import ANN, BOB, CLAIMED, EXPIRED, bought_with, of_two_chains, returned

NOW = "2026-03-31T12:00:00Z"
OF_USER, OF_CHAIN = "/get-user-vouchers", "/get-vouchers"


@pytest.fixture(autouse=True)
def _frozen(api: Shop) -> None:
    api.box.clock.freeze()
    api.box.clock.set(NOW)


def ids(vouchers: list[dict[str, Any]]) -> list[int]:
    return [each["voucher_id"] for each in vouchers]


def page(api: Shop, **query: Any) -> dict[str, Any]:
    return api.privileged.get(OF_CHAIN, {"chain_id": 1743, **query})


def listed(api: Shop, **query: Any) -> list[int]:
    return ids(page(api, **query)["vouchers"])


def made(api: Shop, **more: Any) -> int:
    """A new loyalty voucher of Ann's."""
    given = {"campaign_id": 140, "voucher_amount": 5, "user_id": ANN, **more}
    return api.privileged.post("/create-voucher", given)["voucher_id"]


def test_a_member_sees_what_can_be_used_by_kind(api: Shop) -> None:
    told = api.ann.get(OF_USER)
    assert ids(told["basket_vouchers"]) == [35735, 35736, 35737]
    assert ids(told["honour_vouchers"]) == [35738]
    assert ids(told["var_price_vouchers"]) == [35739]
    assert told["wallet"]["saved_amount"] == 170
    assert {"progress", "signup", "loyalty"} <= told["promotions"].keys()
    assert told["result_type"] == "get-user-vouchers"


def test_a_variable_price_tells_its_product(api: Shop) -> None:
    (voucher,) = api.ann.get(OF_USER)["var_price_vouchers"]
    assert {name: value for name, value in voucher.items() if name.startswith("product_")} == {
        "product_name": "Winter sweater",
        "product_price": 79.95,
        "product_original_price": 79.95,
        "product_voucher_price": 74.95,
        "product_currency_id": 2,
    }


def test_all_shows_what_was_used_and_what_expired_too(api: Shop) -> None:
    bought_with(api, CLAIMED)
    assert {35736, EXPIRED}.isdisjoint(ids(api.ann.get(OF_USER)["basket_vouchers"]))
    listed = {each["voucher_id"]: each for each in api.ann.get(OF_USER, {"filter": "all"})["basket_vouchers"]}
    assert {35735, 35736, 35737, EXPIRED} <= listed.keys()
    redeemed = listed[35736]
    assert redeemed["voucher_status"] == "redeemed"
    assert redeemed["voucher_redeemed_datetime"] == "2026-03-31T12:00:00+00:00"
    assert redeemed["redeeming_basket"]["retailer_basket_code"] == "R-1"
    assert listed[EXPIRED]["voucher_expiry_seconds_remaining"] == 0
    assert api.ann.refusal("GET", OF_USER, {"filter": "some"}) == 411


def test_others_say_whose_vouchers_they_want(api: Shop) -> None:
    for caller in (api.privileged, api.admin, api.reader):
        for named in ({"user_id": ANN}, {"member_number": "404064"}):
            told = caller.get(OF_USER, {"chain_id": 1743, **named})
            assert ids(told["basket_vouchers"]) == [35735, 35736, 35737]
        assert caller.refusal("GET", OF_USER, {"chain_id": 1743}) == 404
        assert caller.refusal("GET", OF_USER, {"chain_id": 1743, "user_id": ANN, "member_number": "404064"}) == 416
        assert caller.refusal("GET", OF_USER, {"chain_id": 1743, "user_id": 7}) == 270
        assert caller.refusal("GET", OF_USER, {"chain_id": 1743, "user_id": "x"}) == 154
    assert api.admin.refusal("GET", OF_USER, {"user_id": ANN}) == 82
    assert api.admin.refusal("GET", OF_USER, {"user_id": ANN, "chain_id": 99}) == 217
    assert api.foreign.refusal("GET", OF_USER, {"user_id": ANN}) == 270
    assert api.ann.refusal("GET", OF_USER, {"user_id": BOB}) == 68


def test_a_chain_sees_what_can_be_used_with_its_members(api: Shop) -> None:
    told = page(api)
    assert ids(told["vouchers"]) == [35735, 35736, 35737, 35738, 35750]
    assert told["results_count_total"] == 5
    first = told["vouchers"][0]
    assert first["type"] == "basket"
    assert first["user"] == {
        "id": ANN,
        "user_id": ANN,
        "first_name": "Ann",
        "last_name": "Archer",
        "username": "ann@example.com",
        "authentication_point_identifier": "shop-1",
        "auxiliary_identifier": "peba4318xel",
        "mailing_list": {
            "mailing_list_sub_offered": True,
            "mailing_list_subscribed": True,
            "printed_mailing_list_subscribed": False,
        },
        "entity_code": {"type": "custom", "code": "404064"},
        "opt_in_programme": {"programme_opted_in": True, "join_date": "2020-01-01T00:00:00+00:00"},
        "signup_channel": None,
        "country_code": "NL",
        "address_streetname": "Herengracht",
        "address_housenumber": "504",
        "address_housenumber_extension": "II",
        "address_line_2": "Grachtengordel",
        "address_line_3": "Centrum",
        "address_towncity": "Amsterdam",
        "address_regionstate": "Noord-Holland",
        "address_postalcode": "1017 CB",
    }


def test_what_is_nobodys_has_no_member(api: Shop) -> None:
    given = {"campaign_id": 140, "voucher_type": "honour", "voucher_honour_code": "H"}
    id = api.privileged.post("/create-voucher", given)["voucher_id"]
    last = page(api)["vouchers"][-1]
    assert (last["voucher_id"], last["user"], last["voucher_honour_code"]) == (id, None, "H")


def test_the_list_had_another_name_before_1_4_2(api: Shop) -> None:
    for version, name in (("1.4.1", "basket_vouchers"), ("1.4.2", "vouchers"), ("1.6.3", "vouchers")):
        caller = api.caller({**PRIVILEGED, "X-Spaaza-API-version": version})
        told = caller.get(OF_CHAIN, {"chain_id": 1743})
        assert told.keys() == {"results_count_total", name, "result_type"}
        assert len(told[name]) == 5


def test_a_campaign_and_a_member_narrow_the_list(api: Shop) -> None:
    assert listed(api, campaign_id=140) == [35737, 35738]
    assert listed(api, user_id=BOB) == [35750]
    assert listed(api, campaign_id=140, user_id=BOB) == []
    query = {"chain_id": 1743}
    assert api.privileged.refusal("GET", OF_CHAIN, {**query, "campaign_id": 66}) == 246
    assert api.privileged.refusal("GET", OF_CHAIN, {**query, "campaign_id": "x"}) == 244
    assert api.privileged.refusal("GET", OF_CHAIN, {**query, "user_id": 305281}) == 270
    assert api.privileged.refusal("GET", OF_CHAIN, {**query, "user_id": "x"}) == 154


def test_redeemed_vouchers_come_alone_whenever_they_expire(api: Shop) -> None:
    bought_with(api, CLAIMED)
    api.box.clock.advance("P1D")
    other = made(api, set_claimed=True, expiry_date="2026-04-01 13:00:00")
    key = page(api, user_id=ANN)["vouchers"][-1]["voucher_key"]
    bought_with(api, key, code="R-2")
    api.box.clock.advance("P1D")
    assert 35736 not in listed(api)
    assert listed(api, show_redeemed=True) == [35736, other]
    assert listed(api, show_redeemed=True, show_expired=True, min_expiry_datetime="2060-01-01T00:00:00Z") == [
        35736,
        other,
    ]
    assert listed(api, show_redeemed=True, min_redeemed_datetime="2026-04-01T00:00:00Z") == [other]
    assert listed(api, show_redeemed=True, max_redeemed_datetime="2026-04-01T00:00:00Z") == [35736]


def test_moments_of_redemption_need_show_redeemed(api: Shop) -> None:
    query = {"chain_id": 1743, "min_redeemed_datetime": "2026-04-01T00:00:00Z"}
    assert api.privileged.refusal("GET", OF_CHAIN, query) == 428
    assert listed(api, show_all_statuses=True, min_redeemed_datetime="2099-01-01T00:00:00Z"), "they are switched off"


def test_all_statuses_come_at_once(api: Shop) -> None:
    bought_with(api, CLAIMED)
    assert {35735, 35736} <= set(listed(api, show_all_statuses=True))
    assert {35735, 35736} <= set(listed(api, show_all_statuses=True, show_redeemed=True))
    assert EXPIRED not in listed(api, show_all_statuses=True)
    assert listed(api, show_all_statuses=True, show_expired=True) == [EXPIRED]


def test_expired_vouchers_come_alone(api: Shop) -> None:
    assert listed(api, show_expired=True) == [EXPIRED]
    soon = made(api, expiry_date="2026-03-31 12:00:01")
    assert soon in listed(api)
    api.box.clock.advance("PT1S")
    assert soon not in listed(api)
    assert listed(api, show_expired=True) == [EXPIRED, soon]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"min_created_datetime": "2026-03-31T12:00:00Z"}, True),
        ({"min_created_datetime": "2026-03-31T12:00:01Z"}, False),
        ({"max_created_datetime": "2026-03-31T14:00:00+02:00"}, True),
        ({"max_created_datetime": "2026-03-31T11:59:59+00:00"}, False),
        ({"min_created_datetime_relative": "-1 minute"}, True),
        ({"min_created_datetime_relative": "1 minute"}, False),
        ({"max_created_datetime_relative": "+0 days"}, True),
        ({"max_created_datetime_relative": "-1 days 23 hours 59 minutes"}, False),
        ({"min_expiry_datetime": "2026-04-30T12:00:00Z"}, True),
        ({"min_expiry_datetime": "2026-04-30T12:00:01Z"}, False),
        ({"max_expiry_datetime": "2026-04-30T12:00:00Z"}, True),
        ({"max_expiry_datetime": "2026-04-30T11:59:59Z"}, False),
        ({"min_expiry_datetime_relative": "30 days"}, True),
        ({"min_expiry_datetime_relative": "30 days 1 minute"}, False),
        ({"max_expiry_datetime_relative": "4 weeks 2 days"}, True),
        ({"max_expiry_datetime_relative": "5 weeks -6 days"}, False),
        # The 31st of March and a month: the 30th of April, which is the last.
        ({"min_expiry_datetime_relative": "+1 month"}, True),
        ({"max_expiry_datetime_relative": "+1 month"}, True),
        ({"max_expiry_datetime_relative": "+13 months -12 months -1 minute"}, False),
        # What is relative counts before what is not.
        ({"min_created_datetime": "2099-01-01T00:00:00Z", "min_created_datetime_relative": "-1 day"}, True),
        ({"max_created_datetime": "2099-01-01T00:00:00Z", "max_created_datetime_relative": "-1 day"}, False),
        ({"min_expiry_datetime": "2099-01-01T00:00:00Z", "min_expiry_datetime_relative": "1 day"}, True),
        ({"max_expiry_datetime": "2099-01-01T00:00:00Z", "max_expiry_datetime_relative": "1 day"}, False),
    ],
)
def test_moments_bound_the_list_and_belong_to_it(api: Shop, query: dict[str, str], expected: bool) -> None:
    id = made(api, expiry_date="2026-04-30 12:00:00")
    assert (id in listed(api, **query)) is expected


@pytest.mark.parametrize(
    "query",
    [
        {"min_created_datetime": "yesterday"},
        {"min_created_datetime": "2018-09-19 14:05:20"},
        {"min_created_datetime": "2018-02-30T14:05:20Z"},
        {"max_expiry_datetime": "0001-01-01T00:00:00+14:00"},
        {"min_created_datetime_relative": "7 years"},
        {"max_created_datetime_relative": "tomorrow"},
        {"max_created_datetime_relative": "1000 days"},
    ],
)
def test_what_is_no_moment_is_refused(api: Shop, query: dict[str, str]) -> None:
    assert api.privileged.refusal("GET", OF_CHAIN, {"chain_id": 1743, **query}) == 419


def test_counting_leaves_the_calendar_at_neither_end(api: Shop) -> None:
    api.box.clock.set("9999-01-01T00:00:00Z")
    query = {"chain_id": 1743, "min_created_datetime_relative": "999 months"}
    assert api.privileged.refusal("GET", OF_CHAIN, query) == 419


def test_flags_are_booleans(api: Shop) -> None:
    assert listed(api, show_expired="1") == [EXPIRED]
    for name in ("show_expired", "show_redeemed", "show_all_statuses", "exclude_regenerated"):
        assert api.privileged.refusal("GET", OF_CHAIN, {"chain_id": 1743, name: "maybe"}) == 316


def test_pages_follow_each_other(api: Shop) -> None:
    everything = listed(api)
    told = page(api, number_results=2, results_offset=1)
    assert (ids(told["vouchers"]), told["results_count_total"]) == (everything[1:3], 5)
    assert listed(api, number_results=2, results_offset=4) == everything[4:]
    assert page(api, results_offset=99) == {"results_count_total": 5, "vouchers": [], "result_type": "get-vouchers"}
    for query in ({"number_results": "0"}, {"results_offset": "-1"}, {"results_offset": 2**31}):
        assert api.privileged.refusal("GET", OF_CHAIN, {"chain_id": 1743, **query}) in (419, 423)


def test_a_page_has_500_at_most(api: Shop) -> None:
    many = {"seed": 1, "vouchers": 600, "campaign_id": 136}
    api.box.seed({"spaaza": {"chains": [{"id": 1743, "generate": many}]}})
    assert len(listed(api)) == len(listed(api, number_results=1000)) == 500
    assert page(api)["results_count_total"] == 605
    assert len(listed(api, results_offset=500)) == 105


def test_reading_a_chains_list_takes_read_access_to_it(api: Shop) -> None:
    for caller in (api.admin, api.reader):
        assert ids(caller.get(OF_CHAIN, {"chain_id": 1743})["vouchers"]) == [35735, 35736, 35737, 35738, 35750]
        assert caller.refusal("GET", OF_CHAIN, {"chain_id": 1752}) == 68
        assert caller.refusal("GET", OF_CHAIN, {"chain_id": 9}) == 217
    assert api.privileged.refusal("GET", OF_CHAIN, {"chain_id": 1752}) == 405
    assert api.privileged.refusal("GET", OF_CHAIN) == 82
    assert ids(of_two_chains(api).get(OF_CHAIN, {"chain_id": 1752})["vouchers"]) == [44974]
    assert api.caller(ANN_SESSION).refusal("GET", OF_CHAIN, {"chain_id": 1743}) == 68


def test_regenerated_vouchers_can_be_left_out(api: Shop) -> None:
    bought_with(api, CLAIMED)
    returned(api)
    regenerated = [each for each in page(api)["vouchers"] if "parent_voucher" in each]
    assert [each["parent_voucher"]["voucher_id"] for each in regenerated] == [35736]
    assert regenerated[0]["parent_voucher"]["redeeming_basket"]["retailer_basket_code"] == "R-1"
    assert regenerated[0]["generating_return_transaction"]["returning_basket_retailer_basket_code"] == "RET-1"
    assert set(ids(regenerated)).isdisjoint(listed(api, exclude_regenerated=True))
