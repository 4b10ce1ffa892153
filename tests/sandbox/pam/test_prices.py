from __future__ import annotations

from .conftest import Pam


def ids(pam: Pam, **filters: str) -> list[int]:
    return [price["id"] for price in pam.get("/prices", product_id="6", **filters)]


def test_a_price_of_three_months_ago_is_seen_and_one_a_day_older_is_not(pam: Pam) -> None:
    product = pam.add_product()
    pam.update_product(product["id"], product_price={"value": {"price": "5"}})
    pam.sandbox.clock.set("2021-03-21T12:00:00Z")
    assert len(pam.get("/prices", product_id=str(product["id"]))) == 1
    pam.sandbox.clock.set("2021-03-22T12:00:00Z")
    assert pam.get("/prices", product_id=str(product["id"])) == []
    assert pam.product(product["id"])["min_price"] is None


def test_three_months_before_the_end_of_may_is_the_end_of_february(pam: Pam) -> None:
    pam.sandbox.clock.set("2021-02-28T12:00:00Z")
    product = pam.add_product()
    pam.update_product(product["id"], product_price={"value": {"price": "5"}})
    pam.sandbox.clock.set("2021-05-31T12:00:00Z")
    assert len(pam.get("/prices", product_id=str(product["id"]))) == 1


def test_a_price_that_lies_ahead_of_the_clock_is_not_seen(pam: Pam) -> None:
    product = pam.add_product()
    pam.update_product(product["id"], product_price={"value": {"price": "5"}})
    pam.sandbox.clock.set("2020-12-20T12:00:00Z")
    assert pam.get("/prices", product_id=str(product["id"])) == []


def test_seeded_prices_are_recent_whatever_the_clock_says(pam: Pam) -> None:
    assert ids(pam) == [166, 169, 170, 171, 172, 173, 174, 207]
    pam.sandbox.clock.set("2031-07-01T00:00:00Z")
    assert ids(pam) == [166, 169, 170, 171, 172, 173, 174, 207]


def test_prices_are_filtered_by_place(pam: Pam) -> None:
    assert ids(pam, city="des moines", country="usa", state="iowa", postcode="100") == [207]
    assert ids(pam, city="nowhere") == []
    assert ids(pam, country="null") == []


def test_a_price_and_its_label_change_and_its_time_stays(pam: Pam) -> None:
    before = pam.get("/prices", product_id="6", city="des moines")[0]
    response = pam.call("PATCH", "/prices", params={"id": "207", "price": "99", "label": "sale"})
    assert response.json() == {"result": "Price updated"}
    assert pam.get("/prices", product_id="6", city="des moines") == [{**before, "price": 99, "label": "sale"}]


def test_unknown_products_and_prices_are_refused(pam: Pam) -> None:
    assert pam.refused("GET", "/prices?product_id=999999") == (404, "Product not found")
    assert pam.refused("PATCH", "/prices?id=999999&price=1") == (404, "Price not found")


def test_an_id_or_amount_that_is_no_number_is_refused(pam: Pam) -> None:
    assert pam.refused("GET", "/prices?product_id=six")[0] == 400
    assert pam.refused("PATCH", "/prices?id=207&price=cheap")[0] == 400
