"""Seed documents: the user's own companies, and made-up ones."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest
from retail_sandbox.api import SeedError
from retail_sandbox.testing import Sandbox

from .reports import AVAILABILITY, CUSTOMERS, client, failure, rows

GUID = "00000000-0000-4000-8000-00000000ABCD"
CUSTOMER = {"id": 7, "entity_id": GUID, "row_thumbprint": GUID, "row_inserted": "2020-01-02"}
ACCOUNT = {"username": "me", "password": "secret", "tokens": [{"token": "mine"}]}


def seed(sandbox: Sandbox, *companies: dict[str, Any]) -> None:
    sandbox.seed({"dataconnect": {"companies": list(companies)}})


def test_every_kind_of_record_can_be_given(sandbox: Sandbox) -> None:
    full_customer = {
        **CUSTOMER,
        "primary_name": "Ann",
        "family_name": "Lee",
        "company_name": "Lee Ltd",
        "customer_type_id": 3,
        "address": "1 Road",
        "address2": "Unit 2",
        "city": "Town",
        "province": "Shire",
        "postal_code": "T1",
        "country": "Land",
        "phone": "1",
        "email": "ann@lee.example",
        "decline_to_provide_email": True,
        "billing_account_number": "2",
        "member_number": "3",
        "vip_customer": 1,
        "multi_level_price_id": 4,
        "number_of_activations": 5,
        "employee_name": "Bob",
        "employee_name_assigned_to": "Cid",
        "industry_type_name": "Mining",
        "contact_type_name": "Fax",
        "position_type_name": "Boss",
        "notes": "two\nlines",
        "date_created": "2019-01-01T10:20:30.05",
        "version": 6,
        "row_updated": "2021-02-03T04:05:06",
        "location_id": 5,
        "employee_id": 8,
    }
    product = {
        "id": 1,
        "sku": "P1",
        "name": "Product",
        "product_type": "Serialized",
        "catalog_item_id": GUID,
        "product_library_id": "M1",
        "vendor_sku": "V1",
        "barcodes": ["111"],
        "serial_numbers": ["222"],
        "stock": [{"location_id": 5, "quantity": 9, "min_qty": 1, "max_qty": 20}],
    }
    seed(
        sandbox,
        {
            "id": 500,
            "name": "Mine Ltd",
            "doing_business_as": "Mine",
            "preferred_endpoint": "https://near.example",
            "date_created": "2022-02-02T02:02:02",
            "accounts": [{**ACCOUNT, "rq_employee_id": 1, "user_manager_employee_id": 2, "relationships": [500, 42]}],
            "locations": [
                {"id": 1, "level": "Company", "name": "Mine"},
                {"id": 5, "level": "Store", "name": "Shop", "parent_id": 1},
            ],
            "products": [product],
            "customers": [full_customer],
            "translations": [{"language": "fr-ca", "text": "Mining", "translation": "Mines"}],
        },
    )
    with client(sandbox, "mine") as http:
        companies = rows(http, "/partner/relationships")
        assert [company["CompanyID"] for company in companies] == [42, 500]
        assert companies[1]["PreferredEndpoint"] == "https://near.example"
        assert companies[1]["DateCreatedUTC"] == "2022-02-02T02:02:02.000"
        for filters in ({"BarCodes": "111"}, {"SerialNumbers": "222"}, {"CatalogItemIDs": GUID}):
            (row,) = rows(http, AVAILABILITY, ByLocation="true", **filters)
            assert (row["ProductSKU"], row["Quantity"], row["LocationId"], row["MaxQty"]) == ("P1", 9, 5, 20)
        (shown,) = rows(http, CUSTOMERS, LanguageCode="fr-ca", EmployeeID="8", LocationTypeIDs="5")
    assert shown["IndustryTypeName"] == "Mines"
    assert shown["CustomerEntityID"] == GUID.lower()
    assert (shown["DateCreated"], shown["RowUpdated"]) == ("2019-01-01T10:20:30.050", "2021-02-03T04:05:06.000")
    assert [name for name, value in shown.items() if value is None] == []


def test_a_record_replaces_the_one_with_the_same_key(sandbox: Sandbox, kentel: httpx2.Client) -> None:
    replaced = {"id": 1, "sku": "ACPHLG000135", "name": "New name", "product_type": "Serialized", "barcodes": ["1"]}
    seed(sandbox, {"id": 42, "products": [replaced], "customers": [{**CUSTOMER, "id": 51231}]})
    assert [row["ProductName"] for row in rows(kentel, AVAILABILITY, ProductSKUs="ACPHLG000135")] == ["New name"]
    assert rows(kentel, AVAILABILITY, BarCodes="822445090459") == []
    assert rows(kentel, AVAILABILITY, ProductSKUs="ACPHLG000135", ByLocation="true") == []
    (jane,) = rows(kentel, CUSTOMERS, CustomerID="51231")
    assert (jane["PrimaryName"], jane["RowEvent"]) == (None, "Inserted")


def test_a_company_that_is_there_need_not_be_named_again(sandbox: Sandbox, kentel: httpx2.Client) -> None:
    seed(sandbox, {"id": 42, "doing_business_as": "KTL"})
    company = rows(kentel, "/partner/relationships")[0]
    assert (company["CompanyName"], company["DoingBusinessAs"]) == ("Kentel Corp", "KTL")


@pytest.mark.parametrize(
    ("company", "where"),
    [
        ({"id": 500}, "companies[0].name"),
        ({"id": 0, "name": "x"}, "companies[0].id"),
        ({"id": 500, "name": "x", "shops": []}, "companies[0]"),
        ({"id": 500, "name": "x", "date_created": "now"}, "companies[0].date_created"),
        ({"id": 42, "accounts": [{"username": "a:b", "password": "x"}]}, "companies[0].accounts[0].username"),
        ({"id": 42, "accounts": [{**ACCOUNT, "username": "Ines.Lopez@HARBOR"}]}, "companies[0].accounts[0].username"),
        (
            {"id": 42, "accounts": [{**ACCOUNT, "tokens": [{"token": "harbor-token"}]}]},
            "companies[0].accounts[0].tokens[0].token",
        ),
        (
            {"id": 42, "accounts": [{**ACCOUNT, "tokens": [{"token": "x", "expires": "soon"}]}]},
            "companies[0].accounts[0].tokens[0].expires",
        ),
        ({"id": 42, "accounts": [{**ACCOUNT, "relationships": [9]}]}, "companies[0].accounts[0].relationships[0]"),
        (
            {"id": 42, "locations": [{"id": 9, "level": "Store", "name": "x", "parent_id": 8}]},
            "companies[0].locations[0].parent_id",
        ),
        (
            {"id": 42, "locations": [{"id": 9, "level": "Region", "name": "x", "parent_id": 100101}]},
            "companies[0].locations[0].parent_id",
        ),
        ({"id": 42, "customers": [{**CUSTOMER, "row_updated": "later"}]}, "companies[0].customers[0].row_updated"),
        (
            {"id": 42, "customers": [{**CUSTOMER, "row_inserted": "2020-01-01T00:00:00Z"}]},
            "companies[0].customers[0].row_inserted",
        ),
        ({"id": 42, "customers": [{**CUSTOMER, "notes": "\x01"}]}, "companies[0].customers[0].notes"),
        ({"id": 42, "customers": [{**CUSTOMER, "city": ""}]}, "companies[0].customers[0].city"),
        ({"id": 42, "customers": [{**CUSTOMER, "location_id": 100}]}, "companies[0].customers[0].location_id"),
    ],
)
def test_what_does_not_fit_is_refused_by_its_place_and_nothing_stays(
    sandbox: Sandbox, kentel: httpx2.Client, company: dict[str, Any], where: str
) -> None:
    with pytest.raises(SeedError) as refused:
        seed(sandbox, company)
    assert refused.value.where == f"dataconnect.{where}"
    assert len(rows(kentel, CUSTOMERS)) == 3001
    failure(client(sandbox, "mine").get("/session"), 401)


@pytest.mark.parametrize("section", ["barcodes", "serial_numbers"])
def test_a_code_belongs_to_one_product(sandbox: Sandbox, section: str) -> None:
    product = {"sku": "x", "name": "x", "product_type": "Serialized", section: ["822"]}
    with pytest.raises(SeedError) as refused:
        seed(sandbox, {"id": 42, "products": [{**product, "id": 9001}, {**product, "id": 9002}]})
    assert refused.value.where == f"dataconnect.companies[0].products[1].{section}[0]"


def test_stock_is_in_a_store_that_is_there(sandbox: Sandbox) -> None:
    stock = [{"location_id": 42, "quantity": 1}]
    product = {"id": 9001, "sku": "x", "name": "x", "product_type": "Serialized", "stock": stock}
    with pytest.raises(SeedError, match="there is no such store"):
        seed(sandbox, {"id": 42, "products": [product]})


def test_records_can_be_made_up_and_added_to(sandbox: Sandbox) -> None:
    made = {"seed": 5, "products": 30, "customers": 20}
    seed(sandbox, {"id": 500, "name": "Mine", "accounts": [ACCOUNT], "generate": made})
    with client(sandbox, "mine") as http:
        first = rows(http, CUSTOMERS)
        assert (len(rows(http, AVAILABILITY)), len(first)) == (30, 20)
        seed(sandbox, {"id": 500, "generate": {"seed": 6, "customers": 10}})
        assert rows(http, CUSTOMERS)[:20] == first
        assert len(rows(http, CUSTOMERS)) == 30


def test_made_up_records_are_the_same_each_time_and_others_for_another_seed(sandbox: Sandbox) -> None:
    def customers(number: int) -> Any:
        sandbox.reset()
        seed(sandbox, {"id": 500, "name": "M", "accounts": [ACCOUNT], "generate": {"seed": number, "customers": 9}})
        with client(sandbox, "mine") as http:
            return rows(http, CUSTOMERS)

    assert customers(1) == customers(1)
    assert customers(1) != customers(2)


def test_two_sandboxes_hold_the_same(sandbox: Sandbox, kentel: httpx2.Client) -> None:
    with Sandbox(["dataconnect"]) as other, client(other, "2YotnFZFEjr1zCsicMWpAA") as http:
        assert rows(http, CUSTOMERS) == rows(kentel, CUSTOMERS)
        assert rows(http, AVAILABILITY, ByLocation="true") == rows(kentel, AVAILABILITY, ByLocation="true")
