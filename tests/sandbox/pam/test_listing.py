from __future__ import annotations

import pytest

from .conftest import Pam


def test_a_product_shows_the_fields_of_the_texts_example(pam: Pam) -> None:
    assert pam.product(38) == {
        "id": 38,
        "participant_id": "25",
        "store_id": "354",
        "gtin": None,
        "name": "nam6",
        "brand": "br3and6",
        "scan_count": 0,
        "has_price": 0,
        "min_price": 5311,
        "category1": "main",
        "category2": "food",
        "category3": "meat",
        "attributes": None,
        "locks": {"gtin": 1, "name": 1, "brand": 0, "scan_count": 0},
    }


def test_a_product_without_locks_has_empty_locks(pam: Pam) -> None:
    assert pam.product(39)["locks"] == {}


def test_categories_come_from_the_top_down(pam: Pam) -> None:
    product = pam.product(40)
    assert [product[f"category{level}"] for level in range(1, 6)] == ["main", "drink", "juice", "orange", "some1"]


def test_a_page_holds_fifty_products_by_default_and_says_how_many_there_are(pam: Pam) -> None:
    page = pam.get("/products", participant_id="25")
    assert (len(page["result"]), page["pages_count"], page["products_count"]) == (50, 3, 118)


def test_pages_together_hold_every_product_once(pam: Pam) -> None:
    pages = [pam.get("/products", participant_id="25", page_size="40", page_number=str(n)) for n in (1, 2, 3)]
    ids = [product["id"] for page in pages for product in page["result"]]
    assert ids == [product["id"] for product in pam.products()]
    assert len(set(ids)) == 118


def test_a_page_past_the_last_is_empty(pam: Pam) -> None:
    page = pam.get("/products", participant_id="25", page_number="9")
    assert page["result"] == []
    assert page["products_count"] == 118


@pytest.mark.parametrize("field", ["store_id", "gtin", "brand"])
def test_null_selects_products_that_lack_a_field(pam: Pam, field: str) -> None:
    found = pam.products(**{field: "null"})
    assert found == [product for product in pam.products() if product[field] is None]
    assert found


@pytest.mark.parametrize(
    ("field", "value"), [("store_id", "354"), ("gtin", "09300000000040"), ("brand", "Orchard Row"), ("has_price", "1")]
)
def test_a_filter_selects_by_the_whole_value(pam: Pam, field: str, value: str) -> None:
    found = pam.products(**{field: value})
    assert found == [product for product in pam.products() if str(product[field]) == value]
    assert found


def test_the_name_is_found_by_a_part_in_any_case(pam: Pam) -> None:
    found = pam.products(name="JUICE")
    assert found == [product for product in pam.products() if "juice" in product["name"].lower()]
    assert found


def test_marks_of_a_pattern_in_a_name_stand_for_themselves(pam: Pam) -> None:
    product = pam.add_product(name="100%_pure")
    assert pam.products(name="%_p") == [product]


@pytest.mark.parametrize("amount", [0, 1, 2])
def test_products_are_selected_by_how_many_attributes_they_have(pam: Pam, amount: int) -> None:
    found = pam.products(attributes_amount=str(amount))
    assert found == [product for product in pam.products() if len(product["attributes"] or []) == amount]
    assert found


@pytest.mark.parametrize("amount", [0, 3, 5])
def test_products_are_selected_by_how_many_categories_they_have(pam: Pam, amount: int) -> None:
    found = pam.products(categories_amount=str(amount))
    assert found == [product for product in pam.products() if sum("category" in key for key in product) == amount]
    assert found


def test_same_products_are_counted_over_same_gtins_and_imported_pairs(pam: Pam) -> None:
    assert [product["id"] for product in pam.products(same_products_amount="3")] == [6]
    assert len(pam.products(same_products_amount="0")) == 117


def test_all_place_filters_must_fit_one_price(pam: Pam) -> None:
    product = pam.add_product()
    for city, state in (("ames", "iowa"), ("dayton", "ohio")):
        pam.update_product(product["id"], product_price={"value": {"price": "5", "city": city, "state": state}})
    assert [each["id"] for each in pam.products(city="ames", state="iowa")] == [product["id"]]
    assert pam.products(city="ames", state="ohio") == []


def test_null_as_a_place_selects_products_with_a_price_that_lacks_it(pam: Pam) -> None:
    product = pam.add_product()
    pam.update_product(product["id"], product_price={"value": {"price": "5", "city": "ames"}})
    assert [each["id"] for each in pam.products(city="ames", country="null")] == [product["id"]]
    assert pam.products(city="ames", state="null", country="usa") == []


def test_filters_are_joined_by_and(pam: Pam) -> None:
    found = pam.products(has_price="1", brand="Orchard Row", gtin="null")
    assert found == [
        product
        for product in pam.products()
        if product["has_price"] == 1 and product["brand"] == "Orchard Row" and product["gtin"] is None
    ]


@pytest.mark.parametrize("field", ["id", "store_id", "gtin", "name", "brand", "scan_count", "has_price", "min_price"])
@pytest.mark.parametrize("descending", [False, True])
def test_products_are_sorted_by_a_field_and_those_that_lack_it_come_last(
    pam: Pam, field: str, descending: bool
) -> None:
    values = [product[field] for product in pam.products(sort_by=f"-{field}" if descending else field)]
    present = sorted((value for value in values if value is not None), reverse=descending)
    assert values == present + [None] * (len(values) - len(present))


def test_min_price_is_the_lowest_of_the_last_three_months(pam: Pam) -> None:
    assert pam.product(6)["min_price"] == 53
    pam.update_product(6, product_price={"value": {"price": "53", "city": "des moines"}, "delete": True})
    assert pam.product(6)["min_price"] == 7760


def test_an_unknown_participant_is_refused(pam: Pam) -> None:
    assert pam.refused("GET", "/products?participant_id=nobody") == (404, "Participant not found")


@pytest.mark.parametrize(
    "query",
    [
        "",
        "participant_id=25&page_size=0",
        "participant_id=25&page_size=none",
        "participant_id=25&page_number=0",
        "participant_id=25&has_price=2",
        "participant_id=25&sort_by=colour",
        "participant_id=25&gtin=abc",
        "participant_id=25&attributes_amount=-1",
    ],
)
def test_a_parameter_that_does_not_fit_is_refused(pam: Pam, query: str) -> None:
    status, _ = pam.refused("GET", f"/products?{query}")
    assert status == 400
