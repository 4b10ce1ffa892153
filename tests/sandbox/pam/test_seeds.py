from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from retail_sandbox import pam as package
from retail_sandbox.api import SeedError
from retail_sandbox.spec import find_specs, load
from retail_sandbox.testing import Sandbox

from .conftest import Pam


def seed(server: Sandbox, tenant: dict[str, Any]) -> None:
    server.seed({"pam": {"tenants": [{"name": "demo", **tenant}]}})


def test_a_product_can_be_given_with_all_it_has(server: Sandbox, pam: Pam) -> None:
    price = {"id": 5000, "ts": "2020-12-01T10:00:00Z", "country": "usa", "price": 75}
    product = {
        "id": 4000,
        "participant_id": "13",
        "store_id": "S",
        "gtin": "12",
        "name": "Given",
        "brand": "B",
        "scan_count": 9,
        "has_price": 1,
        "categories": ["100"],
        "attributes": ["1"],
        "same_gtins": ["23444423432443"],
        "locks": {"name": 1},
        "prices": [price],
    }
    seed(server, {"products": [product]})
    assert pam.product(4000, "13") == {
        "id": 4000,
        "participant_id": "13",
        "store_id": "S",
        "gtin": "12",
        "name": "Given",
        "brand": "B",
        "scan_count": 9,
        "has_price": 1,
        "min_price": 75,
        "category1": "main",
        "attributes": ["low fat"],
        "locks": {"gtin": 0, "name": 1, "brand": 0, "scan_count": 0},
    }
    assert pam.get("/prices", product_id="4000")[0]["ts"] == "2020-12-01T10:00:00.000Z"
    assert [same["same_store_id"] for same in pam.get("/products/same", store_id="S")] == ["avo-1"]


def test_ids_given_after_a_seed_are_new(server: Sandbox, pam: Pam) -> None:
    seed(server, {"products": [{"id": 4000, "participant_id": "13", "name": "Given"}]})
    assert pam.add_product()["id"] == 4001


def test_a_record_with_a_known_key_replaces_it(server: Sandbox, pam: Pam) -> None:
    seed(server, {"products": [{"id": 6, "participant_id": "25", "name": "Replaced"}]})
    assert pam.product(6) == {
        "id": 6,
        "participant_id": "25",
        "store_id": None,
        "gtin": None,
        "name": "Replaced",
        "brand": None,
        "scan_count": 0,
        "has_price": 0,
        "min_price": None,
        "attributes": None,
        "locks": {},
    }


def test_a_tenant_of_ones_own_is_seeded_whole(server: Sandbox) -> None:
    tenant = {
        "name": "mine",
        "tickets": ["my-ticket"],
        "participants": [{"id": "p", "name": "P", "phone": "1", "country_name": "Chile"}],
        "retailers": ["p"],
        "attributes": [{"id": "a", "name": "A"}],
        "categories": [{"id": "top", "name": "Top"}, {"id": "sub", "name": "Sub", "parents": ["top"]}],
        "brands": [{"id": "b", "owner": "p", "approved": 0}],
        "gtins": [{"id": "1", "owner": "p", "name": "One"}],
        "products": [{"participant_id": "p", "name": "N", "categories": ["top", "sub"]}],
        "similar": [{"store_id": "x", "same_store_id": "y", "same_product_name": "Y"}],
        "databases": [{"name": "notes", "documents": [{"_id": "1", "text": "hello"}]}],
    }
    server.seed({"pam": {"tenants": [tenant]}})
    mine = Pam(server, "my-ticket")
    assert mine.products("p")[0]["category2"] == "Sub"
    assert mine.get("/v2/retailers", country_name="chile")["rows"] == [{"participant_id": "p", "name": "P"}]
    assert mine.get("/participants", participant_name="P")[0]["phone"] == "1"
    assert mine.get("/brands", participant_id="p")[0]["approved"] == 0
    assert mine.post("/gtins/search", {"search_string": "one"})[0]["id"] == "1"
    assert mine.get("/products/same", store_id="x")[0]["same_store_id"] == "y"
    assert mine.post("/couch", {"dbName": "notes", "query": "1"})["text"] == "hello"


@pytest.mark.parametrize(
    ("tenant", "where"),
    [
        ({"colours": []}, "pam.tenants[0]"),
        ({"products": [{"participant_id": "25", "name": "x", "colour": "red"}]}, "pam.tenants[0].products[0]"),
        ({"products": [{"participant_id": "25"}]}, "pam.tenants[0].products[0]"),
        ({"products": [{"participant_id": "no", "name": "x"}]}, "pam.tenants[0].products[0].participant_id"),
        (
            {"products": [{"participant_id": "25", "name": "x", "categories": ["100", "no"]}]},
            "pam.tenants[0].products[0].categories[1]",
        ),
        (
            {"products": [{"participant_id": "25", "name": "x", "prices": [{"price": 1, "ts": "soon"}]}]},
            "pam.tenants[0].products[0].prices[0].ts",
        ),
        ({"products": [{"id": 901, "participant_id": "25", "name": "x"}]}, "pam.tenants[0].products[0].id"),
        (
            {"products": [{"participant_id": "25", "name": "x", "prices": [{"id": 207, "price": 1, "days_old": 1}]}]},
            "pam.tenants[0].products[0].prices[0].id",
        ),
        ({"categories": [{"id": "x", "parents": ["no"]}]}, "pam.tenants[0].categories[0]"),
        ({"categories": [{"id": "100", "parents": ["1042"]}]}, "pam.tenants[0].categories[0]"),
        ({"retailers": ["no"]}, "pam.tenants[0].retailers[0]"),
        ({"tickets": ["other-ticket"]}, "pam.tenants[0].tickets[0]"),
        ({"brands": [{"id": "b", "owner": "no"}]}, "pam.tenants[0].brands[0].owner"),
    ],
)
def test_a_record_that_does_not_fit_is_refused_with_its_path(
    server: Sandbox, pam: Pam, tenant: dict[str, Any], where: str
) -> None:
    before = pam.products()
    with pytest.raises(SeedError) as refused:
        seed(server, tenant)
    assert refused.value.where == where
    assert pam.products() == before


def test_every_example_body_of_the_spec_is_taken_as_it_stands(pam: Pam) -> None:
    sent: list[str] = []
    for path, item in load(find_specs() / "pam.yaml")["paths"].items():
        for method, operation in item.items():
            media = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
            bodies = (
                [media["example"]]
                if "example" in media
                else [each["value"] for each in media.get("examples", {}).values()]
            )
            for body in bodies:
                response = pam.call(method.upper(), path.removeprefix("/pam-service/api"), json=body)
                assert response.status_code == 200, (operation["operationId"], response.text)
                sent.append(operation["operationId"])
    assert len(set(sent)) == 17


def test_two_runs_alike_give_the_same_ids() -> None:
    def run() -> list[Any]:
        with Sandbox(["pam"]) as sandbox:
            sandbox.clock.freeze()
            sandbox.clock.set("2020-12-21T12:00:00Z")
            pam = Pam(sandbox, "demo-ticket")
            job = pam.upload("name,category1\nNuts,new\n", {"name": "name", "category1": "category1"})
            link_id = pam.post("/export/products", {"participant_id": "25"})["result"]
            document = pam.post("/couch", {"dbName": "docs", "method": "insert", "query": {"a": 1}})
            return [
                job,
                link_id,
                pam.get("/export/link", link_id=link_id),
                document,
                pam.products(),
                pam.get("/categories"),
            ]

    assert run() == run()


def test_the_default_seed_has_products_for_a_page_and_more() -> None:
    document = load(Path(package.__file__).with_name("seed.yaml"))
    assert [tenant["tickets"] for tenant in document["tenants"]] == [["demo-ticket"], ["other-ticket"]]
    assert sum(len(tenant["products"]) for tenant in document["tenants"]) == 124
