"""Which fields a look-up tells: `get`, `has`, `field_mod`."""

from __future__ import annotations

import pytest

from .conftest import Feed

COLA = "0049000006582"
CLOTH = "0013679201029"  # known by its name and category only


def test_any_leaves_blank_fields_out(feed: Feed) -> None:
    product = feed.find(CLOTH)
    assert product["attributes"] == {
        "product": "A cleaning cloth",
        "category": "42",
        "category_text": "Cleaning",
        "category_text_long": "Home: Cleaning",
    }
    assert "image" not in product
    assert feed.find(CLOTH, get="any") == product


def test_all_brings_every_field_blank_ones_too(feed: Feed) -> None:
    product = feed.find(CLOTH, get="all")
    listed = [each["field_name"] for each in feed.get(get="attributes")["attribute"]]
    attributes = product["attributes"]
    assert set(listed) <= attributes.keys()
    assert attributes["weight"] == attributes["weight_extra_id"] == attributes["language_text"] == ""
    assert product["image"] == product["ISBN10"] == product["UPCE"] == product["barcode"]["UPCE"] == ""


def test_named_fields_come_even_when_blank_and_with_their_companions(feed: Feed) -> None:
    attributes = feed.find(CLOTH, get="brand,price_new")["attributes"]
    assert attributes == dict.fromkeys(
        ["brand", "price_new", "price_new_extra", "price_new_extra_long", "price_new_extra_id"], ""
    )


def test_a_companion_can_be_asked_for_alone(feed: Feed) -> None:
    assert feed.find(COLA, get="price_new_extra")["attributes"] == {"price_new_extra": "USD"}


def test_any_goes_together_with_named_fields(feed: Feed) -> None:
    attributes = feed.find(CLOTH, get="any,brand")["attributes"]
    assert attributes["brand"] == ""
    assert attributes["product"] == "A cleaning cloth"


@pytest.mark.parametrize("parameter", ["get", "has"])
def test_a_field_that_there_is_not_is_refused(feed: Feed, parameter: str) -> None:
    status = feed.get(find=COLA, **{parameter: "brand,colour"})["status"]
    assert (status["code"], status["message"]) == ("400", f"{parameter}: there is no field colour")


@pytest.mark.parametrize("name", ["any", "all"])
def test_has_takes_neither_any_nor_all(feed: Feed, name: str) -> None:
    assert feed.get(find=COLA, has=name)["status"]["code"] == "400"


def test_has_tells_whether_there_is_data_in_place_of_the_data(feed: Feed) -> None:
    answer = feed.get(find=COLA, has="long_desc,author,price_new,image,company")
    product = answer["product"]
    told = {name: value for name, value in product.items() if name.startswith("has_")}
    assert told == {"has_long_desc": "1", "has_author": "0", "has_price_new": "1", "has_image": "1", "has_company": "1"}
    assert not {"long_desc", "price_new", "price_new_extra"} & product["attributes"].keys()
    assert "image" not in product
    assert "company" not in answer
    assert product["attributes"]["brand"] == "Coca-Cola"


def test_the_ean_13_always_comes(feed: Feed) -> None:
    product = feed.find(COLA, get="brand", has="EAN13,UPCA")
    assert (product["EAN13"], product["has_EAN13"], product["has_UPCA"]) == (COLA, "1", "1")
    assert "UPCA" not in product


def test_has_company_is_told_of_a_company_that_is_not_wanted(feed: Feed) -> None:
    assert feed.find(COLA, has="company", comp="no")["has_company"] == "1"
    assert feed.find("96385074", has="company")["has_company"] == "0"


def test_field_mod_tells_when_each_attribute_with_a_value_was_modified(feed: Feed) -> None:
    product = feed.find(COLA, get="product,price_new,brand,author", field_mod="yes")
    assert product["field_mod"] == {
        "product": "2014-02-03 10:15:00",
        "price_new": "2019-06-01 08:00:00",
        "brand": "2019-06-01 08:00:00",
    }
    assert "field_mod" not in feed.find(COLA)
