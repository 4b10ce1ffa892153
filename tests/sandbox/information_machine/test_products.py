"""Products: search, details, prices, alternatives, UPCs by name, recalls."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from retail_sandbox.testing import Sandbox

from .conftest import Account

KALE_CHIPS = 380728
CODE = "014100044208"


def all_pages(api: Account, **query: Any) -> list[dict[str, Any]]:
    answer = api.send("GET", "/v1/products", **query)
    found: list[dict[str, Any]] = []
    while True:
        assert answer.status_code == 200, answer.text
        found += answer.json()["result"]
        link = answer.json()["meta"]["next_page"]
        if link is None:
            return found
        answer = api.follow(link)


# --- search


def test_the_catalogue_has_several_hundred_products(api: Account) -> None:
    assert api.meta("/v1/products", name="e")["total_count"] > 250


def test_a_name_finds_every_product_with_its_words_in_any_case(api: Account) -> None:
    found = all_pages(api, name="kale")
    assert len(found) > 15
    assert all("Kale" in each["name"] for each in found)
    assert [each["id"] for each in found] == sorted(each["id"] for each in found)
    both = {each["name"] for each in all_pages(api, name="CHIPS kale")}
    assert both == {each["name"] for each in found if "Chips" in each["name"]}


def test_pages_are_linked_and_counted(api: Account) -> None:
    meta = api.meta("/v1/products", name="kale", per_page=4, page=2, full_resp=True)
    assert (meta["page"], meta["per_page"]) == (2, 4)
    assert meta["total_number_of_pages"] == -(-meta["total_count"] // 4)
    following = api.follow(meta["next_page"]).json()
    assert following["meta"]["page"] == 3
    assert "nutrients" in following["result"][0]
    assert api.follow(meta["last_page"]).json()["meta"]["next_page"] is None


def test_a_code_finds_its_product_unpaged(api: Account) -> None:
    answer = api.send("GET", "/v1/products", product_identifier=CODE, page=1, per_page=10, full_resp=False).json()
    (product,) = answer["result"]
    assert (product["id"], product["upc"], product["serving_size"]) == (380312, CODE, "30.0")
    meta = answer["meta"]
    assert [meta[name] for name in ("page", "per_page", "total_count", "next_page", "last_page")] == [
        0, 0, 0, None, None,
    ]  # fmt: skip


def test_a_code_counts_more_than_a_name(api: Account) -> None:
    assert [each["upc"] for each in api.get("/v1/products", name="Kale", product_identifier=CODE)] == [CODE]


def test_leading_zeros_matter(api: Account) -> None:
    assert api.refusal("GET", "/v1/products", product_identifier=CODE[1:])[0] == 404


def test_nothing_found_is_a_404(api: Account) -> None:
    assert api.refusal("GET", "/v1/products", name="zzz") == (404, "No products found for given criteria")
    assert api.refusal("GET", "/v1/products", name="Kale", page=999)[0] == 404
    assert api.refusal("GET", "/v1/products", name="100%")[0] == 404


def test_one_of_name_and_code_is_needed(api: Account) -> None:
    assert api.refusal("GET", "/v1/products")[0] == 400
    assert api.refusal("GET", "/v1/products", name=" ")[0] == 400


def test_food_only_leaves_the_household_out(api: Account) -> None:
    assert all_pages(api, name="towels")
    assert api.refusal("GET", "/v1/products", name="towels", food_only=True)[0] == 404


def test_data_for_tracing_changes_nothing(api: Account) -> None:
    plain = api.get("/v1/products", name="kale")
    assert api.get("/v1/products", name="kale", request_data="Key1:Value1;Key2:Value2") == plain


# --- one product


def test_a_product_has_nutrients_when_asked(api: Account) -> None:
    plain = api.get(f"/v1/products/{KALE_CHIPS}")
    full = api.get(f"/v1/products/{KALE_CHIPS}", full_resp=True)
    assert "nutrients" not in plain
    assert {"id": 5, "name": "Sodium", "value": 0.18, "dvp": 7.5} in full["nutrients"]
    assert {**full, "nutrients": None} == {**plain, "nutrients": None}


def test_a_product_names_known_categories_tags_and_units(api: Account) -> None:
    product = api.get(f"/v1/products/{KALE_CHIPS}")
    assert {each["id"]: each["name"] for each in api.get("/v1/categories")}[product["category_id"]] == product[
        "category"
    ]
    assert set(product["tags"]) <= {each["name"] for each in api.get("/v1/tags")}
    assert product["size_info"]["size_uom"] in {each["name"] for each in api.get("/v1/units_of_measurement")}


def test_its_pictures_can_be_looked_at(api: Account) -> None:
    product = api.get(f"/v1/products/{KALE_CHIPS}")
    for name in ("small_image", "large_image"):
        assert api.url(product[name]).headers["content-type"] == "image/svg+xml"


def test_an_unknown_product_is_a_404(api: Account) -> None:
    assert api.refusal("GET", "/v1/products/1") == (404, "Product not found")
    assert api.refusal("GET", "/v1/products/abc")[0] == 400


# --- prices and alternatives


def test_prices_are_told_by_store_in_the_order_asked_for(api: Account) -> None:
    found = api.get("/v1/products_prices", product_ids=f"{KALE_CHIPS + 2},{KALE_CHIPS},1")
    assert [each["product_id"] for each in found] == [KALE_CHIPS + 2, KALE_CHIPS]
    stores = {each["id"] for each in api.get("/v1/stores", can_scrape=True)}
    for price in found[1]["prices"]:
        assert price["product_id"] == KALE_CHIPS
        assert price["store_id"] in stores
        assert price["price"] == pytest.approx(3.49, rel=0.11)


def test_what_was_paid_is_the_price_of_the_store(api: Account) -> None:
    api.connect()
    history = api.get("/v1/users/demo-shopper/purchases_product_based", store_id=4)["purchased_items"]
    rows = [row for item in history for row in item["purchase_history"]]
    paid = [row["unit_price"] / row["current_price"] for row in rows]
    assert 1.0 in paid
    assert all(0.89 < part <= 1 for part in paid), "a discount is a tenth"


@pytest.mark.parametrize("path", ["/v1/products_prices", "/v1/products_alternatives"])
def test_ids_are_needed_and_twenty_at_most(api: Account, path: str) -> None:
    assert api.refusal("GET", path)[0] == 400
    assert api.refusal("GET", path, product_ids="")[0] == 400
    assert api.refusal("GET", path, product_ids="1,x")[0] == 400
    assert api.refusal("GET", path, product_ids=",".join("1" * 21))[0] == 400
    assert api.refusal("GET", path, product_ids=",".join("1" * 20))[0] == 404
    ids = ",".join(str(KALE_CHIPS + each) for each in range(20))
    assert api.get(path, product_ids=ids)


def test_alternatives_are_of_the_same_category(api: Account) -> None:
    (record,) = api.get("/v1/products_alternatives", product_ids=KALE_CHIPS, type_id=7)
    assert record["productId"] == KALE_CHIPS
    assert {each["category"] for each in record["productAlternatives"]} == {"Chips"}
    assert KALE_CHIPS not in {each["id"] for each in record["productAlternatives"]}
    assert api.get("/v1/products_alternatives", product_ids=KALE_CHIPS) == [record]


def test_each_kind_of_alternative_keeps_its_promise(api: Account) -> None:
    (record,) = api.get("/v1/products_alternatives", product_ids=KALE_CHIPS, type_id=4)
    for each in record["productAlternatives"]:
        nutrients = api.get(f"/v1/products/{each['id']}", full_resp=True)["nutrients"]
        assert next(row["value"] for row in nutrients if row["name"] == "Sodium") < 0.18
    milk = api.get("/v1/products", name="whole milk")[0]["id"]
    assert api.refusal("GET", "/v1/products_alternatives", product_ids=milk, type_id=3)[0] == 404
    assert api.refusal("GET", "/v1/products_alternatives", product_ids=KALE_CHIPS, type_id=99)[0] == 404


# --- UPCs by name

RESOLVE = "/v1/products/upc_resolve_request"


def test_names_are_resolved_on_the_clock(slow: Callable[..., tuple[Sandbox, Account]]) -> None:
    sandbox, api = slow(upc_seconds=30)
    request = api.post(RESOLVE, {"name_store_list": ["Kale Chips", "Orange Juice;Walmart", "Nothing Like This"]})
    path = f"/v1/products/upc_resolve_response/{request}"
    queued = api.get(path)
    assert [(each["name"], each["store"], each["resolve_status"], each["upcs"]) for each in queued] == [
        ("Kale Chips", "", "Queued", []),
        ("Orange Juice", "Walmart", "Queued", []),
        ("Nothing Like This", "", "Queued", []),
    ]
    sandbox.clock.advance("PT30S")
    kale, juice, nothing = api.get(path)
    assert {kale["resolve_status"], juice["resolve_status"], nothing["resolve_status"]} == {"Finished"}
    assert "090101000108" in kale["upcs"]
    assert all(api.get("/v1/products", product_identifier=upc) for upc in juice["upcs"])
    assert nothing["upcs"] == []


@pytest.mark.parametrize("body", [{}, {"name_store_list": []}, {"name_store_list": [""]}, {"name_store_list": "Kale"}])
def test_a_request_without_names_is_a_400(api: Account, body: dict[str, Any]) -> None:
    assert api.refusal("POST", RESOLVE, body)[0] == 400


def test_the_answer_belongs_to_the_keys_that_asked(api: Account, second: Account) -> None:
    request = api.post(RESOLVE, {"name_store_list": ["Kale Chips"]})
    assert second.refusal("GET", f"/v1/products/upc_resolve_response/{request}")[0] == 404
    assert api.refusal("GET", "/v1/products/upc_resolve_response/unknown")[0] == 404


# --- recalls


def test_a_recall_tells_who_bought_the_product(api: Account, second: Account) -> None:
    recall = api.get("/v1/food_recalls")[0]
    assert recall["recall"]["recall_number"] == "F-0273-2016"
    assert len(recall["recall"]) == 25
    assert recall["product"]["id"] == KALE_CHIPS
    assert recall["recall_purchases"] == [
        {
            "id": 123456,
            "product_id": KALE_CHIPS,
            "store_id": 3,
            "store_name": "Walmart",
            "order_number": "3-104233",
            "order_purchase_date": "2016-11-02 17:20:00",
            "order_recorded_at": "2016-11-02 17:20:00",
            "email": "shopper@example.com",
            "zip": "21000",
            "user_id": "demo-shopper",
            "client_id": "demo",
            "user_created_at": "2016-11-01 10:00:00",
        }
    ]
    assert second.get("/v1/food_recalls")[0]["recall_purchases"] == []
