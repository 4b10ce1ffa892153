from __future__ import annotations

from .conftest import Pam

COLES = {"participant_id": "urn:authenticateit:participant:111111111111115", "name": "Import participant Coles"}


def test_retailers_are_found_by_a_part_of_their_name_in_any_case(pam: Pam) -> None:
    assert pam.get("/retailers", retailer_name="coles") == [COLES]


def test_all_retailers_come_without_a_name(pam: Pam) -> None:
    assert len(pam.get("/retailers")) == 5


def test_the_second_version_lists_retailers_of_a_country_as_rows(pam: Pam) -> None:
    answer = pam.get("/v2/retailers", country_name="Australia", limit="5")
    assert COLES in answer["rows"]
    assert len(answer["rows"]) == 2
    assert len(pam.get("/v2/retailers", limit="1")["rows"]) == 1


def test_a_participant_becomes_a_retailer_and_stops_being_one(pam: Pam) -> None:
    retailer = {"participant_id": "55", "name": "Fifty Five Foods"}
    assert pam.post("/retailers", {"participant_id": "55"}) == {"result": "Participant added"}
    assert retailer in pam.get("/retailers")
    assert pam.delete("/retailers", {"participant_id": "55"}) == {"result": "Retailer deleted"}
    assert retailer not in pam.get("/retailers")
    assert pam.get("/participants", participant_name="Fifty Five")[0]["id"] == "55"


def test_retailers_that_are_listed_not_listed_or_unknown_are_refused(pam: Pam) -> None:
    assert pam.refused("POST", "/retailers", json={"participant_id": "25"}) == (409, "Retailer already exists")
    assert pam.refused("POST", "/retailers", json={"participant_id": "no"}) == (404, "Participant not found")
    assert pam.refused("DELETE", "/retailers", json={"participant_id": "55"}) == (404, "Retailer not found")


def test_sellers_are_found_by_a_part_of_the_store_id(pam: Pam) -> None:
    assert pam.get("/retailers/store_id", store_id="3230991p") == [
        {
            "gtin": "04002359010279",
            "product_name": "76TESTNAME",
            "store_id": "3230991P",
            "retailer_id": COLES["participant_id"],
            "retailer_name": COLES["name"],
        }
    ]


def test_ten_sellers_come_by_default_and_only_of_retailers(pam: Pam) -> None:
    assert len(pam.get("/retailers/store_id")) == 10
    pam.add_product("participant13", store_id="unseen")
    assert pam.get("/retailers/store_id", store_id="unseen") == []
    assert len(pam.get("/retailers/store_id", limit="3")) == 3


def test_a_participant_shows_every_column_of_the_texts_example(pam: Pam) -> None:
    assert pam.get("/participants", participant_name="authenticateit pty") == [
        {
            "id": "urn:authenticateit:participant:1",
            "name": "Authenticateit Pty Ltd",
            "parent": None,
            "system": 1,
            "partner": 0,
            "product360": 0,
            "manufacturer": 0,
            "outsource": 0,
            "distributor": 0,
            "retailer": 0,
            "expert": 0,
            "supplier": 0,
            "company_prefix": "*",
            "external_id": None,
            "gln": None,
            "country": "036",
            "post_code": None,
            "state": None,
            "city": "Melbourne",
            "address": "10 Queens Road",
            "contact": "Andrei",
            "time_zone": None,
            "phone": "+61434428386",
            "email": "system@authenticateit.com",
            "products": None,
            "billing_trial_to": None,
            "billing_paid_from": None,
            "billing_paid_to": None,
            "billing_plan": "custom",
            "billing_country": None,
            "api_key": "f0c39b02-aff0-414d-b905-141d6510f54f",
            "api_domains": "",
            "timezone_code": "Africa/Addis_Ababa",
        }
    ]


def test_participants_are_limited_and_need_a_name(pam: Pam) -> None:
    assert len(pam.get("/participants", participant_name="r", limit="2")) == 2
    assert pam.refused("GET", "/participants")[0] == 400


def test_brands_of_a_participant_are_found_by_a_part_of_their_id(pam: Pam) -> None:
    assert pam.get("/brands", participant_id="urn:authenticateit:participant:1", brand_id="button") == [
        {
            "id": "BUTTON TALL BLACK 10",
            "owner": "urn:authenticateit:participant:1",
            "name": None,
            "logo": None,
            "approved": 0,
        }
    ]


def test_ten_brands_come_by_default(pam: Pam) -> None:
    assert len(pam.get("/brands", participant_id="25")) == 10
    assert len(pam.get("/brands", participant_id="25", limit="14")) == 14
    assert pam.refused("GET", "/brands?participant_id=nobody") == (404, "Participant not found")


def test_gtins_are_found_by_name_and_by_number(pam: Pam) -> None:
    by_name = pam.post("/gtins/search", {"search_string": "ruby"})
    assert [entry["id"] for entry in by_name] == ["00000000004282"]
    assert pam.post("/gtins/search", {"search_string": "4282"}) == by_name


def test_a_limit_of_gtins_may_be_text_or_a_number(pam: Pam) -> None:
    assert len(pam.post("/gtins/search", {"search_string": "red", "limit": "2"})) == 2
    assert len(pam.post("/gtins/search", {"search_string": "red", "limit": 1})) == 1
    assert len(pam.post("/gtins/search", {"search_string": "0"})) == 10
