from __future__ import annotations

from typing import Any

import pytest

from .conftest import Pam


def test_an_added_product_is_listed_with_all_it_was_given(pam: Pam) -> None:
    product = pam.add_product(
        name="Kale",
        store_id="K-1",
        gtin="13",
        brand="Dale Farm",
        scan_count="123",
        has_price="1",
        categories=["100", "101"],
        attributes=["10", "a"],
        locks={"gtin_lock": True, "name_lock": False, "brand_lock": True},
    )
    assert product == {
        "id": product["id"],
        "participant_id": "25",
        "store_id": "K-1",
        "gtin": "13",
        "name": "Kale",
        "brand": "Dale Farm",
        "scan_count": 123,
        "has_price": 1,
        "min_price": None,
        "category1": "main",
        "category2": "food",
        "attributes": ["veg", "organic"],
        "locks": {"gtin": 1, "name": 0, "brand": 1, "scan_count": 0},
    }


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"participant_id": "nobody"}, "Participant not found"),
        ({"categories": ["100", "nowhere"]}, "Category not found"),
        ({"attributes": ["nothing"]}, "Attribute not found"),
    ],
)
def test_a_product_of_unknown_things_is_refused_and_not_stored(pam: Pam, fields: dict[str, Any], error: str) -> None:
    given = {"participant_id": "25", "name": "new", "scan_count": "0", "has_price": "0", **fields}
    before = pam.products()
    assert pam.refused("POST", "/products", json=given) == (404, error)
    assert pam.products() == before


@pytest.mark.parametrize("missing", ["participant_id", "name", "scan_count", "has_price"])
def test_a_product_needs_its_required_fields(pam: Pam, missing: str) -> None:
    given = {"participant_id": "25", "name": "new", "scan_count": "0", "has_price": "0"}
    del given[missing]
    status, _ = pam.refused("POST", "/products", json=given)
    assert status == 400


def test_new_gtin_enters_the_products_gtin_in_the_register(pam: Pam) -> None:
    pam.add_product(name="Registered tea", gtin="77", brand="Hearth", new_gtin=True)
    assert pam.post("/gtins/search", {"search_string": "Registered tea"}) == [
        {"id": "77", "owner": "25", "name": "Registered tea", "brand_id": "Hearth"}
    ]


def test_new_gtin_is_refused_for_one_that_the_register_has(pam: Pam) -> None:
    given = {"participant_id": "25", "name": "x", "scan_count": "0", "has_price": "0", "new_gtin": True}
    assert pam.refused("POST", "/products", json={**given, "gtin": "00000000000260"}) == (409, "GTIN already exists")


def test_new_gtin_without_a_gtin_makes_one_with_a_right_check_digit(pam: Pam) -> None:
    gtin = pam.add_product(new_gtin=True)["gtin"]
    weighted = sum(int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(gtin))
    assert len(gtin) == 14
    assert weighted % 10 == 0


def test_only_the_fields_that_are_sent_change(pam: Pam) -> None:
    before = pam.product(6)
    pam.update_product(6, name={"value": "Hass"}, scan_count={"value": 76})
    assert pam.product(6) == {**before, "name": "Hass", "scan_count": 76}


def test_the_text_null_empties_store_id_gtin_and_brand(pam: Pam) -> None:
    pam.update_product(6, store_id={"value": "null"}, gtin={"value": "null"}, brand={"value": "null"})
    product = pam.product(6)
    assert (product["store_id"], product["gtin"], product["brand"]) == (None, None, None)


def test_null_as_a_name_is_a_name(pam: Pam) -> None:
    pam.update_product(6, name={"value": "null"})
    assert pam.product(6)["name"] == "null"


def test_attributes_are_added_to_those_there_are(pam: Pam) -> None:
    pam.update_product(39, attributes={"value": ["a", "1"]})
    assert pam.product(39)["attributes"] == ["low fat", "veg", "organic"]


def test_attributes_named_with_delete_are_removed(pam: Pam) -> None:
    pam.update_product(39, attributes={"value": ["1"], "delete": True})
    assert pam.product(39)["attributes"] == ["veg"]


def test_delete_without_a_value_removes_all_attributes(pam: Pam) -> None:
    pam.update_product(39, attributes={"delete": True})
    assert pam.product(39)["attributes"] is None


def test_categories_are_added_removed_and_emptied(pam: Pam) -> None:
    pam.update_product(39, categories={"value": ["101", "1011"]})
    assert pam.product(39)["category3"] == "meat"
    pam.update_product(39, categories={"value": ["101"], "delete": True})
    assert pam.product(39)["category2"] == "meat"
    pam.update_product(39, categories={"delete": True})
    assert "category1" not in pam.product(39)


def test_same_gtins_lead_to_the_products_that_carry_them(pam: Pam) -> None:
    tea, leaf = pam.add_product(store_id="T-1"), pam.add_product("13", name="Leaf", store_id="T-2", gtin="4711")
    pam.update_product(tea["id"], product_gtin={"value": ["4711", "4712"]})
    same = [{"found_by": "T-1", "same_store_id": leaf["store_id"], "same_product_name": "Leaf"}]
    assert pam.get("/products/same", store_id="T-1") == same
    pam.update_product(tea["id"], product_gtin={"value": ["4711"], "delete": True})
    assert pam.get("/products/same", store_id="T-1") == []


def test_a_new_price_is_seen_now_and_sets_has_price(pam: Pam) -> None:
    product = pam.add_product()
    place = {"country": "usa", "state": "iowa", "city": "des moines", "postcode": "100"}
    pam.update_product(
        product["id"], product_price={"value": {**place, "currency": "d", "label": "lab", "price": "531"}}
    )
    (price,) = pam.get("/prices", product_id=str(product["id"]))
    assert price == {
        "id": price["id"],
        "product_id": product["id"],
        "ts": "2020-12-21T12:00:00.000Z",
        **place,
        "currency": "d",
        "label": "lab",
        "price": 531,
    }
    assert pam.product(product["id"])["has_price"] == 1


def test_prices_named_with_delete_are_removed(pam: Pam) -> None:
    named = {"price": "8000", "city": "iowa-city"}
    pam.update_product(6, product_price={"value": named, "delete": True})
    assert sorted(price["id"] for price in pam.get("/prices", product_id="6")) == [166, 169, 170, 171, 207]


def test_delete_without_a_value_removes_all_prices_and_clears_has_price(pam: Pam) -> None:
    pam.update_product(6, product_price={"delete": True})
    assert pam.get("/prices", product_id="6") == []
    assert pam.product(6)["has_price"] == 0


def test_locks_are_set_opened_and_removed(pam: Pam) -> None:
    pam.update_product(6, product_lock={"value": {"gtin_lock": True, "name_lock": True}})
    assert pam.product(6)["locks"] == {"gtin": 1, "name": 1, "brand": 0, "scan_count": 0}
    pam.update_product(6, product_lock={"value": {"name_lock": True}, "delete": True})
    assert pam.product(6)["locks"] == {"gtin": 1, "name": 0, "brand": 0, "scan_count": 0}
    pam.update_product(6, product_lock={"delete": True})
    assert pam.product(6)["locks"] == {}


def test_locks_are_set_by_their_own_call_and_keep_what_is_not_sent(pam: Pam) -> None:
    assert pam.patch("/locks", {"product_id": "4", "gtin_lock": "1"}) == {"result": "Lock updated"}
    pam.patch("/locks", {"product_id": "4", "scan_count_lock": "1", "gtin_lock": "0"})
    assert pam.product(4)["locks"] == {"gtin": 0, "name": 0, "brand": 0, "scan_count": 1}


def test_one_unknown_id_and_nothing_of_an_update_is_stored(pam: Pam) -> None:
    before = pam.product(6)
    change = {"product_id": {"value": "6"}, "name": {"value": "half"}, "attributes": {"value": ["a", "nothing"]}}
    assert pam.refused("PATCH", "/products", json=change) == (404, "Attribute not found")
    assert pam.product(6) == before


@pytest.mark.parametrize(
    "change",
    [
        {"product_id": "6"},
        {"product_id": {"value": 6}},
        {"product_id": {"value": "6"}, "name": "bare"},
        {"product_id": {"value": "6"}, "name": {"value": "x", "delete": True}},
        {"product_id": {"value": "6"}, "scan_count": {"value": "76"}},
        {"product_id": {"value": "6"}, "product_price": {"value": {"city": "ames"}}},
        {"product_id": {"value": "6"}, "colour": {"value": "red"}},
    ],
)
def test_a_change_that_does_not_fit_is_refused(pam: Pam, change: dict[str, Any]) -> None:
    before = pam.product(6)
    status, _ = pam.refused("PATCH", "/products", json=change)
    assert status == 400
    assert pam.product(6) == before


def test_a_deleted_product_is_gone_with_its_prices(pam: Pam) -> None:
    assert pam.delete("/products", {"id": "6"}) == {"result": "Product deleted"}
    assert 6 not in [product["id"] for product in pam.products()]
    assert pam.refused("GET", "/prices?product_id=6") == (404, "Product not found")
    assert pam.refused("PATCH", "/prices?id=207&price=1") == (404, "Price not found")
    assert pam.refused("DELETE", "/products", json={"id": "6"}) == (404, "Product not found")


def test_the_id_of_a_deleted_product_is_not_given_again(pam: Pam) -> None:
    first = pam.add_product()["id"]
    pam.delete("/products", {"id": str(first)})
    assert pam.add_product()["id"] > first


def test_imported_pairs_of_similar_products_are_the_same_products(pam: Pam) -> None:
    assert pam.get("/products/same", store_id="186910") == [
        {"found_by": "186910", "same_store_id": "avocados", "same_product_name": "Avocados each"},
        {"found_by": "186910", "same_store_id": "hass-1", "same_product_name": "Hass avocado"},
        {"found_by": "186910", "same_store_id": "avo-1", "same_product_name": "Avocados each"},
    ]


def test_an_unknown_store_id_has_no_same_products(pam: Pam) -> None:
    assert pam.get("/products/same", store_id="nothing") == []
