"""Harvested purchases, and the forms in which they are told."""

from __future__ import annotations

from typing import Any

import pytest
from retail_sandbox.testing import Sandbox

from .conftest import DEMO, Account

USER = "/v1/users/buyer"
HISTORY, INVOICES, LOYALTY = (f"{USER}/{form}" for form in ("purchases_product_based", "purchases_invoice_based",
                                                            "loyalty_purchases"))  # fmt: skip
WALMART, HEB = 3, 88


@pytest.fixture
def buyer(api: Account) -> Account:
    """An account whose user `buyer` shops at Walmart."""
    api.post("/v1/users", {"user_id": "buyer", "email": "buyer@example.com", "zip": "10001"})
    api.connect(user="buyer", store=WALMART)
    return api


def purchases(api: Account, **filters: Any) -> list[dict[str, Any]]:
    """All purchases that the filters keep, page by page."""
    answer = api.send("GET", INVOICES, **filters)
    found: list[dict[str, Any]] = []
    while answer.status_code == 200:
        found += answer.json()["result"]
        link = answer.json()["meta"]["next_page"]
        if link is None:
            return found
        answer = api.follow(link)
    assert (answer.status_code, answer.json()["message"]) == (404, "No purchases found for given criteria")
    return found


def lines(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [item for purchase in found for item in purchase["purchase_items"]]


def test_a_harvest_brings_the_purchases_of_ninety_days(buyer: Account) -> None:
    dates = [purchase["date"] for purchase in purchases(buyer)]
    assert len(dates) > 5
    assert dates == sorted(dates, reverse=True)
    assert "2025-10-07 12:00:00" < dates[-1] < dates[0] <= "2026-01-05 12:00:00"


def test_the_same_user_and_store_give_the_same_in_every_run(buyer: Account) -> None:
    first = purchases(buyer)
    with Sandbox(["information-machine"]) as another:
        another.clock.freeze()
        another.clock.set("2026-01-05T12:00:00")
        api = Account(another, DEMO)
        api.post("/v1/users", {"user_id": "someone-before"})
        api.post("/v1/users", {"user_id": "buyer", "email": "buyer@example.com", "zip": "10001"})
        api.connect(user="buyer", store=WALMART)
        again = purchases(api)
    assert [(each["date"], each["total"], each["order_number"]) for each in first] == [
        (each["date"], each["total"], each["order_number"]) for each in again
    ]
    assert [each["name"] for each in lines(first)] == [each["name"] for each in lines(again)]


def test_another_user_and_another_store_give_something_else(buyer: Account) -> None:
    buyer.post("/v1/users", {"user_id": "other"})
    buyer.connect(user="other", store=WALMART)
    other = buyer.get("/v1/users/other/purchases_product_based")
    assert other["purchased_items"] != buyer.get(HISTORY)["purchased_items"]


def test_a_connection_goes_on_to_bring_purchases(sandbox: Sandbox, buyer: Account) -> None:
    before = purchases(buyer)
    sandbox.clock.advance("P30D")
    after = purchases(buyer)
    assert len(after) > len(before)
    assert after[-len(before) :] == [{**each, "user_store": after[-1]["user_store"]} for each in before], (
        "what was there stays as it was"
    )
    assert all(each["date"] > "2026-01-05 12:00:00" for each in after[: -len(before)])


def test_a_harvest_with_a_warning_misses_some(api: Account) -> None:
    api.post("/v1/users", {"user_id": "buyer"})
    api.connect("warning", user="buyer", store=WALMART)
    missed = len(purchases(api))
    id = api.get(f"{USER}/stores")[0]["id"]
    api.delete(f"{USER}/stores/{id}")
    api.connect("someone", user="buyer", store=WALMART)
    assert 0 < missed < len(purchases(api))


def test_totals_are_the_sum_of_what_was_paid_and_the_tax(buyer: Account) -> None:
    for purchase in purchases(buyer):
        paid = sum(
            round(
                (item["price"] if item["discounted_price"] is None else item["discounted_price"]) * item["quantity"], 2
            )
            for item in purchase["purchase_items"]
        )
        assert purchase["total_without_tax"] == pytest.approx(paid)
        assert purchase["total"] == pytest.approx(purchase["total_without_tax"] + purchase["tax"])
    spent = buyer.get(f"{USER}/stores")[0]["total_spent"]
    assert spent == pytest.approx(sum(purchase["total"] for purchase in purchases(buyer)))


def test_the_history_tells_the_same_product_by_product(buyer: Account) -> None:
    found, history = purchases(buyer), buyer.get(HISTORY)
    assert {each["id"] for each in found} == {each["id"] for each in history["invoices"]}
    bought = [row for item in history["purchased_items"] for row in item["purchase_history"]]
    assert len(bought) == len(lines(found))
    for item in history["purchased_items"]:
        product = buyer.get(f"/v1/products/{item['product_id']}")
        assert item["name"] == product["name"]
        assert item["product_identifiers"] == {
            "upcs": [product["upc"]] if product["upc"] else [],
            "plus": product["plus"],
        }
        assert "product_details" not in item
        for row in item["purchase_history"]:
            assert row["price"] == pytest.approx(row["unit_price"] * row["quantity"], abs=0.01)
            assert row["store_name"] == "Walmart"


def test_the_history_has_product_details_when_asked(buyer: Account) -> None:
    item = buyer.get(HISTORY, show_product_details=True)["purchased_items"][0]
    assert item["product_details"] == buyer.get(f"/v1/products/{item['product_id']}", full_resp=True)


def test_one_purchase_is_read_with_its_connection_and_products(buyer: Account) -> None:
    listed = purchases(buyer)[0]
    assert buyer.get(f"{USER}/purchases/{listed['id']}") == listed
    full = buyer.get(f"{USER}/purchases/{listed['id']}", full_resp=True)
    item = full["purchase_items"][0]
    assert item["product"] == buyer.get(f"/v1/products/{item['product']['id']}")
    assert full["user_store"]["supermarket_id"] == WALMART
    assert "product" not in listed["purchase_items"][0]
    assert full["receipt_image_urls"] == []


def test_a_purchase_of_another_user_is_a_404(buyer: Account, second: Account) -> None:
    id = purchases(buyer)[0]["id"]
    assert buyer.refusal("GET", f"/v1/users/demo-shopper/purchases/{id}")[0] == 404
    assert second.refusal("GET", f"/v1/users/demo-shopper/purchases/{id}")[0] == 404
    assert buyer.refusal("GET", f"{USER}/purchases/999999999")[0] == 404


def test_dates_select_inclusively(buyer: Account) -> None:
    days = [each["date"][:10] for each in purchases(buyer)]
    middle = days[len(days) // 2]
    assert {each["date"][:10] for each in purchases(buyer, purchase_date_before=middle)} == {
        day for day in days if day <= middle
    }
    assert {each["date"][:10] for each in purchases(buyer, purchase_date_after=middle)} == {
        day for day in days if day >= middle
    }
    both = purchases(buyer, purchase_date_after=middle, purchase_date_before=middle)
    assert [each["date"][:10] for each in both] == [middle]
    history = buyer.get(HISTORY, purchase_date_after=middle, purchase_date_before=middle)
    assert len(history["invoices"]) == 1


def test_ranges_of_dates_are_alternatives(buyer: Account) -> None:
    days = [each["date"][:10] for each in purchases(buyer)]
    ends = [days[0], days[-1]]
    found = purchases(buyer, purchase_date_from=",".join(ends), purchase_date_to=",".join(ends))
    assert [each["date"][:10] for each in found] == ends


def test_totals_select_by_bounds_and_ranges(buyer: Account) -> None:
    totals = sorted(each["total"] for each in purchases(buyer))
    middle = totals[len(totals) // 2]
    assert sorted(each["total"] for each in purchases(buyer, purchase_total_less=middle)) == [
        total for total in totals if total < middle
    ]
    assert sorted(each["total"] for each in purchases(buyer, purchase_total_greater=middle)) == [
        total for total in totals if total > middle
    ]
    within = purchases(buyer, purchase_total_from=f"{totals[0]},{totals[-1]}", purchase_total_to=f"{totals[0]},1000000")
    assert sorted(each["total"] for each in within) == [totals[0], totals[-1]]
    assert purchases(buyer, purchase_total_less=0) == []


@pytest.mark.parametrize("kind", ["purchase_date", "purchase_total"])
def test_ranges_need_as_many_starts_as_ends(buyer: Account, kind: str) -> None:
    values = {"purchase_date": ("2026-01-01,2026-01-02", "2026-01-03"), "purchase_total": ("1,2", "3")}[kind]
    assert buyer.refusal("GET", INVOICES, **{f"{kind}_from": values[0], f"{kind}_to": values[1]})[0] == 400
    assert buyer.refusal("GET", INVOICES, **{f"{kind}_from": values[0]})[0] == 400


def test_food_and_upcs_select_lines(buyer: Account) -> None:
    everything = purchases(buyer, full_resp=True)
    categories = {each["id"]: each["grocery"] for each in buyer.get("/v1/categories")}
    food = lines(purchases(buyer, full_resp=True, food_only=True))
    assert food == [each for each in lines(everything) if categories[each["product"]["category_id"]]]
    with_upc = lines(purchases(buyer, upc_only=True))
    assert [each["id"] for each in with_upc] == [each["id"] for each in lines(everything) if each["upc"]]
    assert {row["product_id"] for row in buyer.get(HISTORY, food_only=True)["purchased_items"]} == {
        each["product"]["id"] for each in food
    }


def test_stores_and_times_of_storing_select(buyer: Account) -> None:
    assert len(purchases(buyer, store_id=WALMART)) == len(purchases(buyer))
    assert purchases(buyer, store_id=4) == []
    assert purchases(buyer, upc_resolved_after="2026-01-05") == []
    assert purchases(buyer, upc_resolved_after="2026-01-04") != []
    assert buyer.get(HISTORY, recorded_at_after="2026-01-05", recorded_at_before="2026-01-05")["invoices"]
    assert buyer.refusal("GET", HISTORY, recorded_at_before="2026-01-04")[0] == 404
    assert buyer.refusal("GET", HISTORY, recorded_at_after="2026-01-06")[0] == 404


def test_the_loyalty_stream_is_told_by_connection(buyer: Account) -> None:
    heb = buyer.connect(user="buyer", store=HEB)
    streams = {each["user_store"]["id"]: each for each in buyer.get(LOYALTY)}
    assert len(streams) == 2
    item = streams[heb]["purchase_items"][0]
    assert item["created_at"] == "2026-01-05 12:00:00"
    assert item["product"]["name"].upper().startswith(item["name"][:5])
    assert [each["user_store"]["id"] for each in buyer.get(LOYALTY, store_id=HEB)] == [heb]
    assert buyer.refusal("GET", LOYALTY, record_created_after="2026-01-05")[0] == 404
    online = buyer.post("/v1/users", {"user_id": "online"})["user_id"]
    buyer.connect(user=online, store=4)
    assert buyer.refusal("GET", f"/v1/users/{online}/loyalty_purchases")[0] == 404


def test_the_products_of_a_user_follow_from_the_purchases(buyer: Account) -> None:
    bought = {item["product_id"] for item in buyer.get(HISTORY)["purchased_items"]}
    listed = buyer.get(f"{USER}/products", per_page=50)
    assert {each["id"] for each in listed} == bought
    assert "nutrients" not in listed[0]
    assert "nutrients" in buyer.get(f"{USER}/products", full_resp=True)[0]
    assert len(buyer.get(f"{USER}/products", per_page=50, food_only=True)) <= len(listed)
    assert buyer.refusal("GET", "/v1/users/id_34234_22/products")[0] == 404


def test_who_bought_a_product_is_told_for_all_users_of_the_keys(buyer: Account, second: Account) -> None:
    item = buyer.get(HISTORY)["purchased_items"][0]
    path = f"/v1/products/{item['product_id']}/purchases"
    found = buyer.get(path, per_page=50)
    mine = [row for row in found if row["store"] == "Walmart"]
    assert {(row["date"], row["price"]) for row in item["purchase_history"] for row in [
        {"date": row["purchase_date"], "price": row["unit_price"]}
    ]} <= {(row["date"], row["price"]) for row in mine}  # fmt: skip
    assert second.refusal("GET", path)[0] == 404
    assert buyer.refusal("GET", "/v1/products/1/purchases")[0] == 404


def test_a_user_without_purchases_gives_a_404(api: Account) -> None:
    api.post("/v1/users", {"user_id": "buyer"})
    for path in (HISTORY, INVOICES, LOYALTY):
        assert api.refusal("GET", path)[0] == 404
    for form in ("purchases_product_based", "purchases_invoice_based", "loyalty_purchases", "purchases/1"):
        assert api.refusal("GET", f"/v1/users/nobody/{form}") == (404, "User not found")


def test_a_refresh_on_demand_harvests_at_once(sandbox: Sandbox, buyer: Account) -> None:
    id = buyer.get(f"{USER}/stores")[0]["id"]
    before = len(purchases(buyer))
    sandbox.clock.advance("PT23H")
    query = "&".join(f"{name}={value}" for name, value in {**DEMO, "user_id": "buyer", "user_store_id": id}.items())
    asked = buyer.url(f"/on-demand-refresh?{query}")
    assert len(asked.json()["refresh_request_id"]) == 36
    assert buyer.connection(id, user="buyer")["updated_at"] == "2026-01-06 11:00:00"
    assert len(purchases(buyer)) >= before
    assert buyer.url("/on-demand-refresh?client_id=demo&client_secret=wrong").status_code == 401
