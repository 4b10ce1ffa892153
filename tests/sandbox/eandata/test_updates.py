"""Updates and their validation."""

from __future__ import annotations

import pytest
from retail_sandbox.testing import Sandbox

from .conftest import PAID, Feed

COLA = "0049000006582"
LOCKED = "0731454038720"


def test_an_update_waits_and_shows_as_pending(feed: Feed) -> None:
    status = feed.update("049000006582", "brand", "Coke", basket="42")
    assert status == {"code": "200", "message": "paid", "update": "049000006582", "basket": "42"}
    assert feed.find(COLA)["attributes"]["brand"] == "Coke"
    assert feed.find(COLA)["modified"] == "2026-01-05 12:00:00"
    assert feed.find(COLA, pending="no")["attributes"]["brand"] == "Coca-Cola"
    assert feed.find(COLA, pending="no")["modified"] == "2019-06-01 08:00:00"


def test_an_update_may_come_by_get(feed: Feed) -> None:
    assert feed.get(update=COLA, field="brand", value="Coke")["status"]["code"] == "200"
    assert feed.find(COLA)["attributes"]["brand"] == "Coke"


def test_an_update_is_validated_after_a_day(feed: Feed, sandbox: Sandbox) -> None:
    feed.update(COLA, "brand", "Coke")
    sandbox.clock.advance("PT23H59M59S")
    assert feed.find(COLA, pending="no")["attributes"]["brand"] == "Coca-Cola"
    sandbox.clock.advance("PT1S")
    product = feed.find(COLA, pending="no", field_mod="yes")
    assert product["attributes"]["brand"] == "Coke"
    assert product["modified"] == product["field_mod"]["brand"] == "2026-01-06 12:00:00"


def test_with_a_time_of_zero_an_update_waits_for_ever() -> None:
    with Sandbox(["eandata"], settings={"eandata": {"validate_after_seconds": 0}}) as sandbox:
        feed = Feed(sandbox, PAID)
        feed.update(COLA, "brand", "Coke")
        sandbox.clock.advance("P10Y")
        assert feed.find(COLA, pending="no")["attributes"]["brand"] == "Coca-Cola"
        assert feed.update(COLA, "brand", "Cola")["code"] == "400"


def test_a_product_with_an_update_that_waits_refuses_another(feed: Feed, sandbox: Sandbox) -> None:
    feed.update(COLA, "brand", "Coke")
    status = feed.update(COLA, "product", "Coke")
    assert status["code"] == "400"
    assert status["message"] == f"update: {COLA} has another update that waits for validation"
    assert status["update"] == COLA
    assert feed.update("0013679201029", "brand", "B")["code"] == "200"
    sandbox.clock.advance("P1D")
    assert feed.update(COLA, "product", "Coke")["code"] == "200"


def test_a_locked_product_refuses_updates(feed: Feed) -> None:
    status = feed.update(LOCKED, "brand", "B")
    assert (status["code"], status["message"]) == ("400", f"update: {LOCKED} is locked")
    assert feed.find(LOCKED)["locked"] == "1"
    assert "brand" not in feed.find(LOCKED)["attributes"]


@pytest.mark.parametrize("left_out", ["field", "value"])
def test_field_and_value_are_required(feed: Feed, left_out: str) -> None:
    parameters = {"update": COLA, "field": "brand", "value": "Coke"}
    del parameters[left_out]
    status = feed.post(**parameters)["status"]
    assert (status["code"], status["message"]) == ("400", f"{left_out}: missing")


@pytest.mark.parametrize(
    ("field", "message"),
    [
        ("company", "field: company is the company's, which cannot be updated"),
        ("phone", "field: phone is the company's, which cannot be updated"),
        ("colour", "field: there is no colour"),
        ("price_new_extra", "field: price_new_extra follows from price_new"),
        ("category_text", "field: category_text follows from category"),
    ],
)
def test_only_fields_of_products_can_be_updated(feed: Feed, field: str, message: str) -> None:
    status = feed.update(COLA, field, "x")
    assert (status["code"], status["message"]) == ("400", message)


def test_a_product_that_is_not_on_file_cannot_be_updated(feed: Feed) -> None:
    answer = feed.post(update="0049000000009", field="brand", value="B")
    assert answer["status"]["code"] == "404"
    assert answer["company"]["name"] == "The Coca-Cola Company"


@pytest.mark.parametrize(
    ("value", "extra"),
    [("12.5", {"extra_id": "507"}), ("12.5 g", {}), ("12.5 Grams", {})],
    ids=["by id", "by short text", "by long text"],
)
def test_a_descriptor_comes_by_its_id_or_at_the_end_of_the_value(feed: Feed, value: str, extra: dict[str, str]) -> None:
    assert feed.update(COLA, "weight", value, **extra)["code"] == "200"
    attributes = feed.find(COLA, get="weight")["attributes"]
    assert attributes == {
        "weight": "12.5000",
        "weight_extra": "g",
        "weight_extra_long": "grams",
        "weight_extra_id": "507",
    }


def test_a_number_without_a_descriptor_keeps_the_one_on_file(feed: Feed) -> None:
    feed.update(COLA, "weight", "13")
    assert feed.find(COLA)["attributes"]["weight_extra"] == "oz"
    status = feed.update("0013679201029", "weight", "13")
    assert status["code"] == "400"
    assert "needs a descriptor" in status["message"]


@pytest.mark.parametrize(
    ("field", "value", "extra"),
    [
        ("weight", "12 stone", {}),
        ("weight", "12", {"extra_id": "537"}),
        ("weight", "12 oz", {"extra_id": "501"}),
        ("weight", "heavy", {"extra_id": "501"}),
        ("weight", "-1", {"extra_id": "501"}),
        ("weight", "1.23456", {"extra_id": "501"}),
        ("brand", "B", {"extra_id": "501"}),
        ("category", "999", {}),
        ("category", "Beverages", {}),
        ("language", "537", {}),
        ("brand", "bell\x07", {}),
    ],
)
def test_a_value_that_does_not_fit_its_field_is_refused_and_not_kept(
    feed: Feed, field: str, value: str, extra: dict[str, str]
) -> None:
    before = feed.find(COLA)
    assert feed.update(COLA, field, value, **extra)["code"] == "400"
    assert feed.find(COLA) == before


def test_a_category_is_updated_by_its_id(feed: Feed) -> None:
    feed.update(COLA, "category", "022")
    attributes = feed.find(COLA)["attributes"]
    assert (attributes["category"], attributes["category_text_long"]) == ("22", "Food: Pantry: Breakfast")
