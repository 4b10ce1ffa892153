from __future__ import annotations

from typing import Any

import pytest
from retail_sandbox.testing import Sandbox

from .conftest import Pam


@pytest.mark.parametrize(("ticket", "error"), [(None, "credentials are missing"), ("wrong", "Unknown ticket")])
def test_without_a_good_ticket_nothing_is_answered(server: Sandbox, ticket: str | None, error: str) -> None:
    assert Pam(server, ticket).refused("GET", "/attributes") == (401, error)


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "/products?participant_id=25", None),
        ("GET", "/prices?product_id=6", None),
        ("GET", "/categories/parents?category_id=1042", None),
        ("GET", "/brands?participant_id=25", None),
        ("PATCH", "/products", {"product_id": {"value": "6"}, "name": {"value": "stolen"}}),
        ("PATCH", "/prices?id=207&price=1", None),
        ("PATCH", "/locks", {"product_id": "6", "name_lock": "1"}),
        ("PATCH", "/categories", {"id": "1011", "name": "stolen"}),
        ("PATCH", "/attributes", {"id": "10", "name": "stolen"}),
        ("DELETE", "/products", {"id": "6"}),
        ("DELETE", "/retailers", {"participant_id": "25"}),
        ("DELETE", "/categories", {"id": "1011"}),
        ("DELETE", "/attributes", {"id": "10"}),
        ("POST", "/retailers", {"participant_id": "55"}),
        ("POST", "/export/products", {"participant_id": "25"}),
        ("POST", "/import/products", {"participant_id": "25", "mapping": {}, "link": "https://files.example.com"}),
        ("POST", "/couch", {"dbName": "docs", "query": "00000772091930"}),
        ("POST", "/couch", {"dbName": "docs", "query": "00000772091930", "method": "destroy"}),
    ],
)
def test_another_tenants_things_are_not_there(
    pam: Pam, other: Pam, method: str, path: str, body: dict[str, Any] | None
) -> None:
    before = everything(pam)
    status, _ = other.refused(method, path, **({} if body is None else {"json": body}))
    assert status == 404
    assert everything(pam) == before


def test_lists_show_only_what_is_ones_own(other: Pam) -> None:
    assert [product["id"] for product in other.products("77")] == [901, 902]
    assert other.get("/retailers") == [{"participant_id": "77", "name": "Elsewhere Foods"}]
    assert other.get("/retailers/store_id", store_id="354")[0]["product_name"] == "Chili oil"
    assert other.get("/participants", participant_name="a") == []
    assert other.get("/products/same", store_id="186910") == []
    assert [each["id"] for each in other.get("/categories")] == ["900"]
    assert [each["name"] for each in other.get("/attributes")] == ["spicy"]
    found = other.post("/gtins/search", {"search_string": "red"})
    assert [entry["name"] for entry in found] == ["Red box of elsewhere"]


def test_the_same_id_stands_for_ones_own_thing(pam: Pam, other: Pam) -> None:
    other.patch("/attributes", {"id": "1", "name": "hot"})
    assert {"id": "1", "name": "low fat"} in pam.get("/attributes")
    assert other.products("77")[0]["attributes"] == ["hot"]


def test_a_deleted_attribute_leaves_the_other_tenants_products_alone(pam: Pam, other: Pam) -> None:
    pam.delete("/attributes", {"id": "1"})
    assert other.products("77")[0]["attributes"] == ["spicy"]


def test_imports_and_exports_are_ones_own(pam: Pam, other: Pam) -> None:
    id = pam.upload("name\nNuts\n", {"name": "name"})
    link_id = pam.post("/export/products", {"participant_id": "25"})["result"]
    assert other.refused("GET", f"/import/status?id={id}") == (404, "Import not found")
    assert other.refused("GET", f"/export/link?link_id={link_id}") == (404, "Link not found")


def test_an_import_feeds_only_ones_own_products(pam: Pam, other: Pam) -> None:
    before = everything(pam)
    other.upload("store_id,name\n186910,Mine\n", {"store_id": "store_id", "name": "name"}, participant="77")
    assert everything(pam) == before
    assert other.products("77", store_id="186910")[0]["name"] == "Mine"


def test_a_participants_products_stay_apart_within_a_tenant(pam: Pam) -> None:
    assert [product["id"] for product in pam.products("13")] == [121]
    pam.upload("store_id,name\n186910,Mine\n", {"store_id": "store_id", "name": "name"}, participant="13")
    assert pam.product(6)["name"] == "Avocados"


def everything(pam: Pam) -> dict[str, Any]:
    """All that the demo ticket can see of what the others try to change."""
    return {
        "products": pam.products(),
        "prices": pam.get("/prices", product_id="6"),
        "retailers": pam.get("/retailers"),
        "categories": pam.get("/categories"),
        "attributes": pam.get("/attributes"),
        "documents": pam.post("/couch", {"dbName": "docs", "method": "list"}),
    }
