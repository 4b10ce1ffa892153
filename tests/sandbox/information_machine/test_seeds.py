"""Records of the user's own."""

from __future__ import annotations

from typing import Any

import pytest
from retail_sandbox.api import SeedError
from retail_sandbox.testing import Sandbox

from .conftest import Account

OWN = {"client_id": "own", "client_secret": "own-secret"}


def seed(sandbox: Sandbox, **document: Any) -> None:
    sandbox.seed({"information-machine": document})


def seed_user(sandbox: Sandbox, **user: Any) -> Account:
    seed(sandbox, accounts=[{**OWN, "users": [{"user_id": "u", **user}]}])
    return Account(sandbox, OWN)


def test_an_account_with_its_users_is_added(sandbox: Sandbox) -> None:
    seed(sandbox, accounts=[{**OWN, "max_requests_per_day": 3, "users": [{"user_id": "u", "zip": "1"}]}])
    meta = Account(sandbox, OWN).meta("/v1/users/u")
    assert (meta["max_number_of_requests_per_day"], meta["remaining_number_of_request"]) == (3, 2)


def test_a_product_is_added_with_id_and_name_of_ones_choosing(sandbox: Sandbox, api: Account) -> None:
    nutrients = [{"id": 5, "value": 1.2}, {"id": 8, "value": 3}]
    product = {"id": 7, "name": "My Tea", "upc": "036000291452", "category_id": 144, "tags": ["Vegan"], "brand": None}
    seed(sandbox, products=[{**product, "nutrients": nutrients, "price": 4.5}])
    found = api.get("/v1/products/7", full_resp=True)
    assert {name: found[name] for name in product} == product
    assert found["nutrients"] == [
        {"id": 5, "name": "Sodium", "value": 1.2, "dvp": 50.0},
        {"id": 8, "name": "Sugars", "value": 3, "dvp": None},
    ]
    assert api.get("/v1/products", product_identifier="036000291452")[0]["id"] == 7


def test_a_product_of_the_made_catalogue_is_replaced(sandbox: Sandbox, api: Account) -> None:
    seed(sandbox, products=[{"id": 380728, "name": "Something Else"}])
    found = api.get("/v1/products/380728")
    assert (found["name"], found["upc"]) == ("Something Else", None)


def test_lookups_are_added_and_replaced(sandbox: Sandbox, api: Account) -> None:
    seed(
        sandbox,
        stores=[{"id": 3, "name": "Another Name", "type": "Online"}, {"id": 5000, "name": "Shut", "can_scrape": False}],
        tags=[{"id": 99, "name": "Local"}],
        categories=[{"id": 9, "name": "Toys", "grocery": False}],
    )
    stores = {each["id"]: each for each in api.get("/v1/stores")}
    assert (stores[3]["name"], stores[5000]["can_scrape"]) == ("Another Name", False)
    assert {"id": 99, "name": "Local", "description": None} in api.get("/v1/tags")
    assert {"id": 9, "name": "Toys", "grocery": False, "parent_id": None} in api.get("/v1/categories")


@pytest.mark.parametrize(
    ("kind", "path", "more"),
    [
        ("stores", "/v1/stores", {}),
        ("alternative_types", "/v1/product_alternative_types", {}),
        ("units", "/v1/units_of_measurement", {}),
        ("tags", "/v1/tags", {}),
        ("nutrients", "/v1/nutrients", {"unit": "g", "daily": 1.5}),
        ("categories", "/v1/categories", {"grocery": False}),
    ],
)
def test_each_kind_of_lookup_is_added_and_replaced(
    sandbox: Sandbox, api: Account, kind: str, path: str, more: dict[str, Any]
) -> None:
    before = {each["id"]: each["name"] for each in api.get(path)}
    there = next(iter(before))
    seed(sandbox, **{kind: [{"id": there, "name": "Replaced", **more}, {"id": 987654, "name": "Added", **more}]})
    assert {each["id"]: each["name"] for each in api.get(path)} == {**before, there: "Replaced", 987654: "Added"}


def test_recalls_are_added_and_replaced(sandbox: Sandbox, api: Account) -> None:
    before = len(api.get("/v1/food_recalls"))
    notice = {"recall_number": "F-1-2026", "reason_for_recall": "Glass", "of_ones_own": "kept"}
    seed(sandbox, recalls=[{"id": 77, "product_id": 380730, "notice": {}}])
    seed(sandbox, recalls=[{"id": 77, "product_id": 380728, "notice": notice}])
    found = api.get("/v1/food_recalls")
    assert len(found) == before + 1
    (mine,) = (each for each in found if each["recall"]["recall_number"] == "F-1-2026")
    assert (mine["product"]["id"], mine["recall"]["reason_for_recall"]) == (380728, "Glass")
    assert [each["user_id"] for each in mine["recall_purchases"]] == ["demo-shopper"]


def test_what_hangs_on_a_user_is_replaced_by_its_id(sandbox: Sandbox) -> None:
    cart = {"id": "0b8f3f4e-6f0c-5d5e-9f0e-3c4b1f1d2a11"}
    receipt = {"id": 9100, "identifier": "777"}
    for name, price, status in (("first", 1.0, "Failed"), ("second", 2.0, "Processing")):
        purchase = {"id": 9000, "items": [{"id": 9200, "product_id": 380728, "price": price}]}
        account = seed_user(
            sandbox,
            email=f"{name}@example.com",
            stores=[
                {
                    "id": 70000,
                    "store_id": 3,
                    "username": name,
                    "purchases": [purchase],
                    "receipts": [{**receipt, "status": status}],
                }
            ],
            receipt_images=[{"receipt_id": "r1", "status": "Unreadable" if name == "first" else "StoreMissing"}],
            carts=[{**cart, "name": name, "items": [{"upc": "123"}]}],
        )
    assert account.get("/v1/users/u")["email"] == "second@example.com"
    assert [each["username"] for each in account.get("/v1/users/u/stores")] == ["second"]
    assert account.get("/v1/users/u/purchases/9000")["total"] == 2.0
    assert [each["id"] for each in account.get("/v1/users/u/stores/70000/receipts")] == [9100]
    assert account.get("/v1/users/u/receipt/r1") == "StoreMissing"
    assert [(each["cart_name"], len(each["cart_items"])) for each in account.get("/users/u/carts")] == [("second", 1)]


def test_a_connection_is_added_with_purchases_and_receipts(sandbox: Sandbox) -> None:
    account = seed_user(
        sandbox,
        stores=[
            {
                "id": 7000,
                "store_id": 88,
                "username": "me",
                "purchases": [
                    {
                        "id": 8000,
                        "date": "2020-02-03 10:00:00",
                        "tax": 0.5,
                        "stream": "loyalty",
                        "items": [{"product_id": 380728, "quantity": 2, "price": 3.0, "discounted_price": 2.0}],
                    }
                ],
                "receipts": [{"id": 50, "identifier": "777", "status": "Done", "purchase_id": 8000}],
            }
        ],
    )
    seen = account.connection(7000, user="u")
    assert (seen["credentials_status"], seen["scrape_status"], seen["total_spent"]) == ("Verified", "Done", 4.5)
    purchase = account.get("/v1/users/u/purchases/8000")
    assert (purchase["date"], purchase["total"], purchase["receipt_id"]) == ("2020-02-03 10:00:00", 4.5, "777")
    assert account.get("/v1/users/u/stores/7000/receipts/50")["purchase_id"] == 8000


def test_new_records_get_ids_after_the_seeded_ones(sandbox: Sandbox) -> None:
    account = seed_user(sandbox, stores=[{"id": 70000, "store_id": 3}])
    assert account.connect(user="u") == 70001


@pytest.mark.parametrize(
    ("connection", "expected"),
    [
        ({"account_lock_code": "Image Captcha"}, ("Pending", "Checking", "Image Captcha")),
        ({"credentials_status": "Invalid"}, ("Done", "Invalid", None)),
        ({"scrape_status": "DoneWithWarning"}, ("DoneWithWarning", "Verified", None)),
        ({"scrape_status": "Pending", "username": "someone"}, ("Done", "Verified", None)),
    ],
)
def test_a_connection_is_seeded_in_any_state(
    sandbox: Sandbox, connection: dict[str, Any], expected: tuple[str, ...]
) -> None:
    account = seed_user(sandbox, stores=[{"id": 70000, "store_id": 3, **connection}])
    seen = account.connection(70000, user="u")
    assert (seen["scrape_status"], seen["credentials_status"], seen["account_lock_code"]) == expected


def test_a_seeded_connection_replaces_the_one_of_its_id(sandbox: Sandbox, api: Account) -> None:
    again = {"client_id": "demo", "client_secret": "demo-secret", "users": [
        {"user_id": "demo-shopper", "email": "new@example.com", "stores": [{"id": 52800, "store_id": 4}]}
    ]}  # fmt: skip
    seed(sandbox, accounts=[again])
    assert api.connection(52800)["store_name"] == "Amazon"
    assert api.get("/v1/users/demo-shopper")["email"] == "new@example.com"
    assert api.refusal("GET", "/v1/users/demo-shopper/purchases/123456")[0] == 404


def test_images_and_carts_are_seeded(sandbox: Sandbox) -> None:
    account = seed_user(
        sandbox,
        receipt_images=[
            {"receipt_id": "r9", "status": "Unreadable"},
            {"receipt_id": "r8", "purchase": {"store_id": 2001, "items": [{"product_id": 380728, "price": 1.0}]}},
        ],
        carts=[{"id": "0b8f3f4e-6f0c-5d5e-9f0e-3c4b1f1d2a11", "name": "mine", "items": [{"upc": "123"}]}],
    )
    assert account.get("/v1/users/u/receipt/r9") == "Unreadable"
    assert account.get("/v1/users/u/receipt/r8") == "Done"
    (invoice,) = account.get("/v1/users/u/purchases_product_based")["invoices"]
    assert (invoice["receipt_id"], invoice["store_name"]) == ("r8", "Corner Market")
    cart = account.get("/users/u/carts/0b8f3f4e-6f0c-5d5e-9f0e-3c4b1f1d2a11")
    assert [item["upc"] for item in cart["cart_items"]] == ["123"]


@pytest.mark.parametrize(
    ("document", "where"),
    [
        ({"shops": []}, ""),
        ({"products": [{"id": 1}]}, "products[0]"),
        ({"products": [{"id": 1, "name": "x", "category_id": 77777}]}, "products[0].category_id"),
        ({"products": [{"id": 1, "name": "x", "nutrients": [{"id": 777}]}]}, "products[0].nutrients[0].id"),
        ({"recalls": [{"product_id": 1, "notice": {}}]}, "recalls[0].product_id"),
        ({"accounts": [{"client_id": "x"}]}, "accounts[0]"),
        (
            {"accounts": [{**OWN, "users": [{"user_id": "u", "stores": [{"store_id": 77777}]}]}]},
            "accounts[0].users[0].stores[0].store_id",
        ),
        (
            {"accounts": [{**OWN, "users": [{"user_id": "u", "stores": [{"id": 52800, "store_id": 3}]}]}]},
            "accounts[0].users[0].stores[0].id",
        ),
    ],
)
def test_a_record_that_does_not_fit_is_refused_with_its_path(
    sandbox: Sandbox, api: Account, document: dict[str, Any], where: str
) -> None:
    with pytest.raises(SeedError) as refused:
        seed(sandbox, **document)
    assert refused.value.where == f"information-machine.{where}"
    assert Account(sandbox, OWN).send("GET", "/v1/users").status_code == 401


def test_a_reset_takes_the_own_records_away(sandbox: Sandbox, api: Account) -> None:
    seed(sandbox, products=[{"id": 7, "name": "My Tea"}])
    sandbox.reset()
    assert api.refusal("GET", "/v1/products/7")[0] == 404
