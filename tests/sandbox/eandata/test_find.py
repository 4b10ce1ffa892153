"""Looking a product up."""

from __future__ import annotations

import pytest
from retail_sandbox.testing import Sandbox

from .conftest import Feed

COLA = "0049000006582"


@pytest.mark.parametrize("code", [COLA, "049000006582", "04965802"])
def test_a_product_is_found_by_each_form_of_its_code(feed: Feed, code: str) -> None:
    answer = feed.get(find=code)
    assert answer["status"] == {"version": "3.1", "code": "200", "message": "paid", "find": code, "run": "0.0000"}
    product = answer["product"]
    assert (product["EAN13"], product["UPCA"], product["UPCE"]) == (COLA, "049000006582", "04965802")
    assert product["barcode"]["UPCE"] == "https://eandata.com/image/04965802.png"


@pytest.mark.parametrize("code", ["0049000006582", "0731454038720", "0013679201029", "0044437000059", "04443759"])
def test_the_codes_that_developers_rely_on_are_on_file(feed: Feed, code: str) -> None:
    assert feed.find(code)["attributes"]["product"]


def test_a_book_tells_its_isbn_10(feed: Feed) -> None:
    product = feed.find("9781861002037")
    assert product["ISBN10"] == "1861002033"
    assert "UPCA" not in product


def test_an_ean_8_is_found(feed: Feed) -> None:
    assert feed.find("96385074")["attributes"]["product"] == "Pocket Tissues"


def test_every_leaf_is_a_string_and_numbers_carry_their_descriptors(feed: Feed) -> None:
    product = feed.find(COLA)
    assert product["locked"] == "0"
    assert product["modified"] == "2019-06-01 08:00:00"
    attributes = product["attributes"]
    assert attributes["price_new"] == "8.0000"
    assert attributes["price_new_extra"] == "USD"
    assert attributes["price_new_extra_long"] == "US Dollars"
    assert attributes["price_new_extra_id"] == "537"


def test_ids_carry_their_words(feed: Feed) -> None:
    attributes = feed.find(COLA)["attributes"]
    assert attributes["category"] == "19"
    assert attributes["category_text"] == "Beverages"
    assert attributes["category_text_long"] == "Food: Beverages"
    assert (attributes["language_text"], attributes["language_text_long"]) == ("en", "English")


def test_the_company_comes_along_unless_it_is_not_wanted(feed: Feed) -> None:
    assert feed.get(find=COLA)["company"]["name"] == "The Coca-Cola Company"
    assert "company" not in feed.get(find=COLA, comp="no")


def test_a_product_that_is_not_on_file_is_a_404_that_tells_the_company(feed: Feed) -> None:
    answer = feed.get(find="0049000000009")
    assert answer["status"]["code"] == "404"
    assert answer["status"]["find"] == "0049000000009"
    assert answer["product"] == {}
    assert answer["company"]["name"] == "The Coca-Cola Company"
    assert "company" not in feed.get(find="0049000000009", comp="no")


def test_a_product_of_an_unknown_company_is_a_404_without_one(feed: Feed) -> None:
    assert "company" not in feed.get(find="8888888888888")


def test_the_longest_prefix_that_is_known_names_the_company(feed: Feed, sandbox: Sandbox) -> None:
    sandbox.seed({"eandata": {"companies": [{"prefix": "004900000", "name": "A branch"}]}})
    assert feed.get(find=COLA)["company"]["name"] == "A branch"


@pytest.mark.parametrize("code", ["0049000006583", "04965803", "049000006581"])
def test_a_wrong_check_digit_is_refused(feed: Feed, code: str) -> None:
    status = feed.get(find=code)["status"]
    assert status["code"] == "400"
    assert status["message"] == f"find: {code} has a wrong check digit"
    assert status["find"] == code


@pytest.mark.parametrize("code", ["123", "04900000658x", "12345678901234"])
def test_what_is_no_barcode_is_refused(feed: Feed, code: str) -> None:
    assert feed.get(find=code)["status"]["code"] == "400"


def test_a_request_that_asks_for_nothing_is_refused(feed: Feed) -> None:
    status = feed.get()["status"]
    assert status["code"] == "400"
    assert status["message"].startswith("find: missing")


@pytest.mark.parametrize(
    ("name", "value"), [("comp", "maybe"), ("pending", "1"), ("field_mod", ""), ("v", "1"), ("mode", "csv")]
)
def test_parameters_with_closed_values_take_no_other(feed: Feed, name: str, value: str) -> None:
    status = feed.get(**{"find": COLA, name: value})["status"]
    assert status["code"] == "400"
    assert name in status["message"]


def test_an_unexpected_search_is_a_normal_one(feed: Feed) -> None:
    assert feed.get(find="9781869000035", search="thorough")["status"]["code"] == "404"


def test_parameters_of_the_callers_own_come_back_in_the_status(feed: Feed) -> None:
    status = feed.get(find=COLA, basket="42", Note="a b")["status"]
    assert (status["basket"], status["Note"]) == ("42", "a b")
    assert feed.post(find=COLA, basket="42")["status"]["basket"] == "42"
    assert feed.get(find="0049000000009", basket="42")["status"]["basket"] == "42"
    assert feed.get(find="0049000006583", basket="42")["status"]["basket"] == "42"


def test_a_parameter_of_the_callers_own_cannot_stand_for_the_services(feed: Feed) -> None:
    status = feed.get(find=COLA, code="500", message="x", run="9")["status"]
    assert (status["code"], status["message"], status["run"]) == ("200", "paid", "0.0000")


def test_a_key_code_never_comes_back(feed: Feed) -> None:
    assert "0123456789ABCDEF" not in feed.send(find=COLA).text
    assert "0123456789ABCDEF" not in feed.send("POST", find=COLA).text


@pytest.mark.parametrize(
    "parameters",
    [
        {"find": COLA, "has": "long_desc,company", "field_mod": "yes", "basket": "42"},
        {"find": "0049000000009"},
        {"get": "extra", "field": "weight"},
        {"find": "1"},
    ],
)
def test_a_post_means_what_the_get_means(feed: Feed, parameters: dict[str, str]) -> None:
    got, posted = feed.get(**parameters), feed.post(**parameters)
    for answer in (got, posted):
        answer["status"]["message"] = answer["status"]["message"].replace("query.", "").replace("body.", "")
    assert got == posted


def test_a_deep_search_puts_on_file_what_the_web_knows(feed: Feed) -> None:
    assert feed.get(find="9781869000035")["status"]["code"] == "404"
    product = feed.find("9781869000035", search="deep")
    assert product["attributes"]["product"] == "The Unlisted Almanac"
    assert product["modified"] == "2026-01-05 12:00:00"
    assert feed.find("9781869000035") == product


def test_a_deep_search_finds_nothing_that_the_web_does_not_know(feed: Feed) -> None:
    assert feed.get(find="0049000000009", search="deep")["status"]["code"] == "404"


def test_on_a_free_plan_a_deep_search_is_a_normal_one(free: Feed) -> None:
    assert free.get(find="9781869000035", search="deep")["status"]["code"] == "404"
