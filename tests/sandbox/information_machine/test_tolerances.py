"""Habits of the vendor's clients that the service puts up with."""

from __future__ import annotations

import pytest

from .conftest import PNG, Account

DEMO_KEYS = "client_id=demo&client_secret=demo-secret"


@pytest.mark.parametrize(("text", "scrapable"), [("true", 94), ("True", 94), ("TRUE", 94), ("1", 94)])
def test_a_flag_may_be_spelled_in_several_ways(api: Account, text: str, scrapable: int) -> None:
    assert len(api.get("/v1/stores", can_scrape=text)) == scrapable


@pytest.mark.parametrize("text", ["False", "0"])
def test_so_may_one_that_is_off(api: Account, text: str) -> None:
    assert not any(each["can_scrape"] for each in api.get("/v1/stores", can_scrape=text))


@pytest.mark.parametrize("text", ["NULL", ""])
def test_a_flag_that_is_null_counts_as_not_sent(api: Account, text: str) -> None:
    assert len(api.get("/v1/stores", can_scrape=text)) > 94


@pytest.mark.parametrize("text", ["null", "yes", "2"])
def test_other_texts_for_a_flag_are_a_400(api: Account, text: str) -> None:
    assert api.refusal("GET", "/v1/stores", can_scrape=text)[0] == 400


def test_doubled_slashes_are_squeezed(api: Account) -> None:
    assert api.url(f"/v1//users///demo-shopper?{DEMO_KEYS}").status_code == 200


def test_the_text_s_own_sample_of_a_deletion_works(api: Account) -> None:
    assert api.url(f"/v1/users?id=demo-shopper?{DEMO_KEYS}", "DELETE").status_code == 200
    assert api.refusal("GET", "/v1/users/demo-shopper")[0] == 404


def test_a_user_may_be_deleted_by_the_path(api: Account) -> None:
    assert api.delete("/v1/users/demo-shopper") == "User deleted"
    assert api.refusal("GET", "/v1/users/demo-shopper")[0] == 404


def test_carts_are_found_below_v1_too(api: Account) -> None:
    assert api.get("/v1/users/demo-shopper/carts") == api.get("/users/demo-shopper/carts")
    cart = api.post("/v1/users/demo-shopper/carts", {"cart_name": "c"})["cart_id"]
    assert api.get(f"/v1/users/demo-shopper/carts/{cart}")["cart_name"] == "c"


@pytest.mark.parametrize("text", ["2016-11-02", "2016-11-02 00:00:00", "2016-11-02T23:59:59"])
def test_a_day_may_come_with_a_time(api: Account, text: str) -> None:
    query = {"purchase_date_before": text, "purchase_date_after": text}
    history = api.get("/v1/users/demo-shopper/purchases_product_based", **query)
    assert [each["id"] for each in history["invoices"]] == [123456]


def test_a_time_may_come_as_a_day(api: Account) -> None:
    id = api.connect("image-captcha")
    found = api.get("/v1/store_connections", account_locked_date_after="2026-01-05")
    assert [each["id"] for each in found] == [id]
    assert api.refusal("GET", "/v1/store_connections", account_locked_date_after="soon")[0] == 400


@pytest.mark.parametrize("text", ["380728,380730", "380728, 380730", " 380728 ,380730 "])
def test_ids_may_have_blanks_between_them(api: Account, text: str) -> None:
    assert [each["product_id"] for each in api.get("/v1/products_prices", product_ids=text)] == [380728, 380730]


def test_dates_of_ranges_may_have_times_and_blanks(api: Account) -> None:
    query = {
        "purchase_date_from": "2016-11-01 00:00:00, 2020-01-01 00:00:00",
        "purchase_date_to": "2016-11-03 00:00:00, 2020-01-02 00:00:00",
    }
    found = api.get("/v1/users/demo-shopper/purchases_invoice_based", **query)
    assert [each["id"] for each in found] == [123456]


def test_unset_fields_may_come_as_null(api: Account) -> None:
    made = api.post("/v1/users", {"user_id": "plain", "email": None, "zip": None})
    assert (made["email"], made["zip"]) == (None, None)
    id = api.connect(user="plain")
    assert api.put(f"/v1/users/plain/stores/{id}", {"username": None, "password": "new"})
    assert api.connection(id, user="plain")["username"] == "someone"
    assert api.post("/users/plain/carts", {"cart_name": "c", "description": None})


def test_a_change_may_name_its_user_again(api: Account) -> None:
    changed = api.put("/v1/users/demo-shopper", {"user_id": "someone-else", "zip": "1"})
    assert (changed["user_id"], changed["zip"]) == ("demo-shopper", "1")


def test_names_may_come_as_a_bare_list(api: Account) -> None:
    request = api.post("/v1/products/upc_resolve_request", ["Kale Chips"])
    assert api.get(f"/v1/products/upc_resolve_response/{request}")[0]["name"] == "Kale Chips"


@pytest.mark.parametrize("url", ["http:/host.example/hook", "https://host.example/hook"])
def test_a_squeezed_address_is_mended(api: Account, url: str) -> None:
    assert api.post("/v1/products/upc_resolve_request", {"name_store_list": ["Kale"]}, webhook_url=url)


def test_media_types_may_name_a_charset(api: Account) -> None:
    body = f'{{"receipt_id": "r1", "image": "{PNG}"}}'.encode()
    answer = api.raw("POST", "/v1/users/demo-shopper/receipt", body, "application/json; charset=utf-8")
    assert answer.status_code == 201


def test_parameters_that_nobody_knows_are_left_alone(api: Account) -> None:
    assert api.get("/v1/users/demo-shopper", _="1480000000")["user_id"] == "demo-shopper"
