"""The tables behind the data."""

from __future__ import annotations

import pytest

from .conftest import Account


def test_every_store_with_a_purchase_stream_is_there(api: Account) -> None:
    stores = {each["id"]: each for each in api.get("/v1/stores", can_scrape=True)}
    assert len(stores) == 94
    assert {id: stores[id]["name"] for id in (1, 3, 4, 88, 827, 828, 1421)} == {
        1: "Fresh Direct", 3: "Walmart", 4: "Amazon", 88: "H-E-B", 827: "Casa.com", 828: "AfterSchool.com",
        1421: "Mariano's",
    }  # fmt: skip


def test_a_store_tells_its_streams(api: Account) -> None:
    types = {each["id"]: each["type"] for each in api.get("/v1/stores")}
    assert (types[4], types[88], types[3]) == ("Online", "Loyalty", "Online and Loyalty")
    assert (types[50], types[1041]) == ("Online", "Loyalty"), "Safeway has an id for each stream"


def test_the_flag_selects_stores(api: Account) -> None:
    everything, no = api.get("/v1/stores"), api.get("/v1/stores", can_scrape=False)
    assert all(not each["can_scrape"] for each in no)
    assert len(everything) == 94 + len(no)
    assert api.refusal("GET", "/v1/stores", can_scrape="maybe")[0] == 400


def test_a_store_has_a_picture(api: Account) -> None:
    walmart = next(each for each in api.get("/v1/stores") if each["id"] == 3)
    assert "Walmart" in api.url(walmart["image_link"]).text
    assert api.url("/images/stores/9999.svg").status_code == 404


def test_categories_make_a_tree(api: Account) -> None:
    known = {each["id"]: each for each in api.get("/v1/categories")}
    for category in known.values():
        parent = category["parent_id"]
        assert parent is None or known[parent]["grocery"] == category["grocery"]


@pytest.mark.parametrize(
    ("path", "known"),
    [
        (
            "product_alternative_types",
            {"id": 3, "name": "Vegan", "description": "Vegan products of the same category"},
        ),
        ("units_of_measurement", {"id": 1, "name": "g", "description": "Gram"}),
        ("tags", {"id": 6, "name": "SesameSeeds", "description": "Contains sesame seeds"}),
        (
            "nutrients",
            {
                "id": 5,
                "name": "Sodium",
                "description": "Sodium from salt and other additives",
                "unit_of_measurement": "g",
                "preferred_unit_of_measurement": "mg",
                "recommended_daily_value": 2.4,
            },
        ),
    ],
)
def test_the_plain_lists_are_there(api: Account, path: str, known: dict[str, object]) -> None:
    assert known in api.get(f"/v1/{path}")
    assert set(api.meta(f"/v1/{path}")) == {
        "max_number_of_requests_per_day",
        "remaining_number_of_request",
        "time_in_epoch_second_till_reset",
    }
