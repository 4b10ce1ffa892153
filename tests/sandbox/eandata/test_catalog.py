"""The lists of categories, attributes and descriptors."""

from __future__ import annotations

from .conftest import Feed


def test_categories_tell_their_parents_and_their_path(feed: Feed) -> None:
    answer = feed.get(get="categories")
    assert answer["status"] == {"code": "200", "message": "paid"}
    by_id = {each["id"]: each for each in answer["category"]}
    assert by_id["22"] == {
        "id": "22",
        "parent_id": "21",
        "top_parent_id": "1",
        "category": "Breakfast",
        "cat_path": "Food: Pantry: Breakfast",
    }
    assert by_id["30"]["parent_id"] == ""
    assert by_id["30"]["top_parent_id"] == "30"


def test_attributes_tell_their_type_and_their_companions(feed: Feed) -> None:
    by_name = {each["field_name"]: each for each in feed.get(get="attributes")["attribute"]}
    assert by_name["weight"] == {
        "field_name": "weight",
        "group_name": "Measures",
        "title": "Weight",
        "data_type": "number",
        "data_type_description": "A decimal number",
        "has_linked_text": "0",
        "has_linked_extra": "1",
    }
    assert by_name["category"]["has_linked_text"] == "1"


def test_extra_values_of_one_field_or_of_all(feed: Feed) -> None:
    weights = feed.get(get="extra", field="weight")["extra"]
    assert weights[0] == {"field_name": "weight", "extra_id": "501", "extra": "oz", "extra_long": "ounces"}
    assert {each["field_name"] for each in weights} == {"weight"}
    everything = feed.get(get="extra")["extra"]
    assert [each for each in everything if each["field_name"] == "weight"] == weights
    assert len(everything) > len(weights)


def test_extra_values_of_a_field_that_has_none_are_refused(feed: Feed) -> None:
    assert feed.get(get="extra", field="brand")["status"]["message"] == "field: brand has no extra values"
    assert feed.get(get="extra", field="colour")["status"]["message"] == "field: there is no colour"


def test_lists_need_no_version_and_count_no_look_up(free: Feed) -> None:
    assert free.get(get="categories")["status"]["message"] == "free 0/15"
    assert free.send("POST", get="attributes", v="2").json()["attribute"]


def test_a_list_is_not_told_together_with_another(feed: Feed) -> None:
    assert feed.get(get="categories,attributes")["status"]["code"] == "400"
    assert feed.get(find="0049000006582", get="categories")["status"]["code"] == "400"
