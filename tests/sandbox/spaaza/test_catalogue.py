"""What baskets teach about products and their variants."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import event

from .baskets import SWEATER, Till, item
from .campaigns import stand_still
from .conftest import Shop


@pytest.fixture
def till(api: Shop) -> Till:
    return Till(stand_still(api).privileged)


def line(told: dict[str, Any]) -> dict[str, Any]:
    (found,) = told["basket_items"]
    return found


JUMPER: dict[str, Any] = {
    "retailer_product_code": "iou342oi",
    "item_name": "Aran Jumper",
    "item_description": "Wool.",
    "item_brand": "Aran",
    "item_season": "Winter",
    "item_category": "Clothing > Tops",
    "item_web_url": "https://acme.example.com/aran",
    "item_image_url": "https://acme.example.com/aran.png",
    "item_colour": "white",
    "item_size": "L",
    "item_cost_price": 60.5,
}


def test_an_item_makes_its_product_and_its_variant(till: Till) -> None:
    product = line(till.add("R-1", item("b-1", 125, **JUMPER)))["product"]
    variant = product.pop("product_variant")
    assert (product["owner_code"], product["name"], product["category"]) == (
        "iou342oi",
        "Aran Jumper",
        "Clothing > Tops",
    )
    assert (product["price"], product["created_date"], product["last_modified_date"]) == (
        125,
        *["2026-03-02 12:00:00"] * 2,
    )
    assert (variant["colour"], variant["size"], variant["cost_price"], variant["barcode"]) == (
        "white",
        "L",
        60.5,
        ["b-1"],
    )


def test_a_code_and_a_price_are_enough_for_a_product(till: Till) -> None:
    told = line(till.add("R-1", item("b-1", 5, retailer_product_code="p-1")))
    assert (told["is_identified"], told["product"]["name"], told["product"]["price"]) == (True, None, 5)


def test_a_barcode_alone_makes_a_variant_without_a_product(till: Till) -> None:
    told = line(till.add("R-1", item("b-1", 5)))
    assert (told["is_identified"], told["spaaza_product_id"]) == (False, None)
    assert told["spaaza_product_variant_id"] > 0
    told = line(till.add("R-2", item("b-1", 5, retailer_product_code="p-1")))
    assert told["is_identified"] is True


def test_a_variant_finds_its_product_later(api: Shop, till: Till) -> None:
    till.add("R-1", item("b-1", 5))
    api.box.clock.advance("PT6H")
    made = line(till.add("R-2", item("b-1", 5, retailer_product_code="p-1")))
    assert line(till.add("R-3", item("b-1", 5)))["spaaza_product_id"] == made["spaaza_product_id"]


def test_a_change_is_taken_once_in_six_hours(api: Shop, till: Till) -> None:
    def name(code: str, **more: Any) -> str:
        return line(till.add(code, item("b-1", 5, retailer_product_code="p-1", **more)))["product"]["name"]

    assert name("R-1", item_name="First") == "First"
    assert name("R-2", item_name="Second") == "First"
    api.box.clock.advance("PT5H59M59S")
    assert name("R-3", item_name="Third") == "First"
    api.box.clock.advance("PT1S")
    assert name("R-4") == "First", "nothing has changed"
    assert name("R-5", item_name="Fifth") == "Fifth"
    assert name("R-6", item_name="Sixth") == "Fifth"


def test_of_two_words_in_one_basket_the_first_counts(till: Till) -> None:
    lines = [item("b-1", 5, retailer_product_code="p-1", item_name=name) for name in ("First", "Second")]
    told = till.add("R-1", *lines)["basket_items"]
    assert [each["product"]["name"] for each in told] == ["First", "First"]
    assert len({each["spaaza_product_id"] for each in told}) == 1


@pytest.mark.parametrize(
    "identity",
    [
        {"item_barcode": SWEATER},
        {"inventory_owner_code": SWEATER},
        {"item_barcode": SWEATER, "retailer_product_code": "GLV-1", "spaaza_product_id": 18606},
        {"spaaza_product_variant_id": 1},
        {"inventory_id": 1},
        {"retailer_product_variant_code": "SWT-1-L"},
        {"spaaza_product_id": 18605},
        {"spaaza_product_id": 18605, "retailer_product_code": "GLV-1"},
        {"retailer_product_code": "SWT-1"},
        {"item_barcode": "unheard-of", "retailer_product_code": "SWT-1"},
    ],
)
def test_an_item_is_known_by_any_identifier(till: Till, identity: dict[str, Any]) -> None:
    told = line(till.price("R-1", {"item_price": 79.95, **identity}))
    assert (told["spaaza_product_id"], told["product_name"], told["is_identified"]) == (18605, "Winter sweater", True)


def test_products_of_another_chain_are_not_known(api: Shop, till: Till) -> None:
    till.add("R-1", item("b-1", 5, retailer_product_code="p-1"))
    other = Till(api.foreign)
    entity = {"entity_type": "chain", "entity_id": 1752, "branch_business_id": 3001}
    for identity in ({"item_barcode": "b-1"}, {"spaaza_product_id": 18605}, {"spaaza_product_variant_id": 1}):
        told = other.price("R-1", {"item_price": 5, **identity}, entity=entity, member=None)
        assert (line(told)["is_identified"], line(told)["spaaza_product_id"]) == (False, None)


def test_a_price_teaches_nothing(till: Till) -> None:
    assert line(till.price("R-1", item("b-1", 5, retailer_product_code="p-1")))["is_identified"] is False


def test_an_item_without_an_identifier_is_sold_all_the_same(till: Till) -> None:
    assert line(till.add("R-1", {"item_price": 5}))["is_identified"] is False


def test_a_basket_costs_no_query_for_each_item(api: Shop, till: Till) -> None:
    counted = 0
    engine = api.box.app.store.engine

    def count(*_: Any) -> None:
        nonlocal counted
        counted += 1

    event.listen(engine, "before_cursor_execute", count)
    try:
        numbers: list[int] = []
        for size in (10, 300):
            counted = 0
            till.add(f"R-{size}", *(item(f"{size}-{n}", 1, retailer_product_code=f"p-{size}-{n}") for n in range(size)))
            numbers.append(counted)
    finally:
        event.remove(engine, "before_cursor_execute", count)
    assert numbers[1] <= numbers[0] + 10
