from __future__ import annotations

import pytest

from .conftest import Pam


def category(pam: Pam, id: str) -> dict[str, object]:
    return next(each for each in pam.get("/categories") if each["id"] == id)


def test_a_category_tells_its_parent_and_its_parents(pam: Pam) -> None:
    assert category(pam, "1011") == {"id": "1011", "parent_id": "101", "parents": ["101"], "name": "meat"}
    assert category(pam, "100") == {"id": "100", "parent_id": None, "parents": None, "name": "main"}


def test_the_categories_above_come_nearest_first(pam: Pam) -> None:
    assert pam.get("/categories/parents", category_id="1042") == [
        {"name": "orange", "id": "1032"},
        {"name": "juice", "id": "1022"},
        {"name": "drink", "id": "102"},
        {"name": "main", "id": "100"},
    ]


def test_with_several_parents_each_category_above_comes_once(pam: Pam) -> None:
    pam.post("/categories", {"id": "mix", "parents": ["1022", "101"]})
    assert [each["id"] for each in pam.get("/categories/parents", category_id="mix")] == ["1022", "101", "102", "100"]


def test_an_added_category_is_listed(pam: Pam) -> None:
    assert pam.post("/categories", {"id": "x", "name": "X", "parents": ["101", "102"]}) == {"result": "Category added"}
    assert category(pam, "x") == {"id": "x", "parent_id": "101", "parents": ["101", "102"], "name": "X"}


def test_a_number_as_an_id_becomes_text(pam: Pam) -> None:
    pam.post("/categories", {"id": 10})
    assert category(pam, "10") == {"id": "10", "parent_id": None, "parents": None, "name": None}


def test_zero_as_the_only_parent_makes_a_root(pam: Pam) -> None:
    pam.post("/categories", {"id": "x", "parents": ["0"]})
    assert category(pam, "x")["parents"] is None


@pytest.mark.parametrize(
    ("body", "refusal"),
    [
        ({"id": "100"}, (409, "Category already exists")),
        ({"id": "0"}, (409, "Category already exists")),
        ({"id": "x", "parents": ["nowhere"]}, (404, "Parent category not found")),
    ],
)
def test_a_category_that_does_not_fit_the_tree_is_refused(
    pam: Pam, body: dict[str, object], refusal: tuple[int, str]
) -> None:
    before = pam.get("/categories")
    assert pam.refused("POST", "/categories", json=body) == refusal
    assert pam.get("/categories") == before


def test_a_category_is_renamed_and_its_products_show_it(pam: Pam) -> None:
    assert pam.patch("/categories", {"id": "1011", "name": "butcher"}) == {"result": "Category updated"}
    assert category(pam, "1011")["parents"] == ["101"]
    assert pam.product(38)["category3"] == "butcher"


def test_a_category_is_moved(pam: Pam) -> None:
    pam.patch("/categories", {"id": "1011", "parents": ["102"]})
    assert category(pam, "1011") == {"id": "1011", "parent_id": "102", "parents": ["102"], "name": "meat"}


def test_null_takes_the_parents_away(pam: Pam) -> None:
    pam.patch("/categories", {"id": "1011", "parents": ["null"]})
    assert category(pam, "1011")["parent_id"] is None


@pytest.mark.parametrize("parent", ["102", "1022", "1042"])
def test_a_category_cannot_come_to_stand_below_itself(pam: Pam, parent: str) -> None:
    refusal = pam.refused("PATCH", "/categories", json={"id": "102", "name": "x", "parents": [parent]})
    assert refusal == (409, "A category cannot stand below itself")
    assert category(pam, "102")["name"] == "drink"


def test_a_category_with_others_below_it_cannot_be_deleted(pam: Pam) -> None:
    refusal = pam.refused("DELETE", "/categories", json={"id": "101"})
    assert refusal == (409, "Category has categories below it")


def test_products_lose_a_deleted_category(pam: Pam) -> None:
    assert pam.delete("/categories", {"id": "1011"}) == {"result": "Category deleted"}
    assert "category3" not in pam.product(38)
    assert pam.refused("GET", "/categories/parents?category_id=1011") == (404, "Category not found")


def test_unknown_categories_are_refused(pam: Pam) -> None:
    assert pam.refused("PATCH", "/categories", json={"id": "nowhere"}) == (404, "Category not found")
    assert pam.refused("DELETE", "/categories", json={"id": "nowhere"}) == (404, "Category not found")


def test_attributes_are_added_renamed_and_deleted(pam: Pam) -> None:
    assert pam.post("/attributes", {"id": "221", "name": "salty"}) == {"result": "Attribute added"}
    assert {"id": "221", "name": "salty"} in pam.get("/attributes")
    assert pam.patch("/attributes", {"id": "221", "name": "sweet"}) == {"result": "Attribute updated"}
    assert {"id": "221", "name": "sweet"} in pam.get("/attributes")
    assert pam.delete("/attributes", {"id": "221"}) == {"result": "Attribute deleted"}
    assert "221" not in [each["id"] for each in pam.get("/attributes")]


def test_products_show_a_renamed_attribute_and_lose_a_deleted_one(pam: Pam) -> None:
    pam.patch("/attributes", {"id": "1", "name": "lean"})
    assert pam.product(39)["attributes"] == ["lean", "veg"]
    pam.delete("/attributes", {"id": "1"})
    assert pam.product(39)["attributes"] == ["veg"]


def test_taken_and_unknown_attributes_are_refused(pam: Pam) -> None:
    assert pam.refused("POST", "/attributes", json={"id": "1", "name": "x"}) == (409, "Attribute already exists")
    assert pam.refused("PATCH", "/attributes", json={"id": "no", "name": "x"}) == (404, "Attribute not found")
    assert pam.refused("DELETE", "/attributes", json={"id": "no"}) == (404, "Attribute not found")
