"""Seed documents: the user's own records."""

from __future__ import annotations

from typing import Any

import pytest
from retail_sandbox.api import SeedError
from retail_sandbox.testing import Sandbox

from .conftest import Feed


def test_every_kind_of_record_can_be_given(sandbox: Sandbox) -> None:
    sandbox.seed(
        {
            "eandata": {
                "keycodes": [{"keycode": "mine", "plan": "free", "daily_limit": 3}],
                "usage": [{"keycode": "mine", "day": "2026-01-05", "lookups": 1}],
                "companies": [{"prefix": "21", "name": "My shop", "phone": "555-0000"}],
                "categories": [{"id": 900, "name": "Mine"}, {"id": 901, "parent_id": 900, "name": "Best"}],
                "attributes": [
                    {"field_name": "shelf", "title": "Shelf"},
                    {"field_name": "depth", "title": "Depth", "data_type": "number", "has_linked_extra": True},
                ],
                "extras": [{"field_name": "depth", "extra_id": 7, "extra": "cm", "extra_long": "centimeters"}],
                "products": [
                    {
                        "code": "2100000000005",
                        "image": "https://shop.example/1.png",
                        "modified": "2025-05-05 05:05:05",
                        "locked": True,
                        "attributes": {"product": "Mine", "category": "901", "shelf": "B2", "depth": "3 cm"},
                        "field_mod": {"shelf": "2025-06-06 06:06:06"},
                    }
                ],
                "updates": [{"code": "2100000000005", "field": "shelf", "value": "C3", "sent": "2026-01-05 11:00:00"}],
            }
        }
    )
    answer = Feed(sandbox, "mine").get(find="2100000000005", field_mod="yes")
    assert answer["status"]["message"] == "free 2/3"
    assert answer["company"]["name"] == "My shop"
    product = answer["product"]
    assert product["attributes"] == {
        "product": "Mine",
        "category": "901",
        "category_text": "Best",
        "category_text_long": "Mine: Best",
        "shelf": "C3",
        "depth": "3.0000",
        "depth_extra": "cm",
        "depth_extra_long": "centimeters",
        "depth_extra_id": "7",
    }
    assert product["field_mod"]["shelf"] == "2026-01-05 11:00:00"
    assert (product["locked"], product["image"]) == ("1", "https://shop.example/1.png")


def test_a_record_replaces_the_one_with_the_same_key(feed: Feed, sandbox: Sandbox) -> None:
    sandbox.seed({"eandata": {"products": [{"code": "049000006582", "attributes": {"brand": "Mine"}}]}})
    assert feed.find("0049000006582")["attributes"]["brand"] == "Mine"


def test_a_book_can_be_given_by_its_isbn_10(feed: Feed, sandbox: Sandbox) -> None:
    sandbox.seed({"eandata": {"products": [{"code": "0306406152"}]}})
    assert feed.find("9780306406157")["ISBN10"] == "0306406152"


PRODUCT = {"code": "0049000006582"}


@pytest.mark.parametrize(
    ("records", "where"),
    [
        ({"shops": []}, "shops"),
        ({"products": [PRODUCT, {**PRODUCT, "colour": "red"}]}, "products[1].colour"),
        ({"products": [{}]}, "products[0]"),
        ({"products": [{"code": "0049000006583"}]}, "products[0].code"),
        ({"products": [{"code": 49000006582}]}, "products[0].code"),
        ({"products": [{**PRODUCT, "modified": "2025-13-01 00:00:00"}]}, "products[0].modified"),
        ({"products": [{**PRODUCT, "attributes": {"colour": "red"}}]}, "products[0].attributes.colour"),
        ({"products": [{**PRODUCT, "attributes": {"weight": "1 stone"}}]}, "products[0].attributes.weight"),
        ({"products": [{**PRODUCT, "field_mod": {"brand": "2025-01-01 00:00:00"}}]}, "products[0].field_mod.brand"),
        ({"categories": [{"id": 900, "parent_id": 899, "name": "x"}]}, "categories[0].parent_id"),
        ({"categories": [{"id": 1, "parent_id": 22, "name": "x"}]}, "categories[0].parent_id"),
        (
            {"extras": [{"field_name": "colour", "extra_id": 1, "extra": "r", "extra_long": "red"}]},
            "extras[0].field_name",
        ),
        ({"usage": [{"keycode": "nobody", "day": "2026-01-01", "lookups": 1}]}, "usage[0].keycode"),
        ({"keycodes": [{"keycode": "k", "plan": "gold"}]}, "keycodes[0].plan"),
        (
            {"updates": [{"code": "2100000000005", "field": "brand", "value": "x", "sent": "2026-01-01 00:00:00"}]},
            "updates[0].code",
        ),
    ],
)
def test_a_record_that_does_not_fit_is_refused_with_its_path(
    sandbox: Sandbox, records: dict[str, Any], where: str
) -> None:
    with pytest.raises(SeedError) as caught:
        sandbox.seed({"eandata": records})
    assert caught.value.where == f"eandata.{where}"


def test_a_seed_that_fails_leaves_nothing_behind(feed: Feed, sandbox: Sandbox) -> None:
    with pytest.raises(SeedError):
        sandbox.seed({"eandata": {"products": [{"code": "0306406152"}, {"code": "1"}]}})
    assert feed.get(find="9780306406157")["status"]["code"] == "404"
