from __future__ import annotations

import csv
import io
from urllib.parse import parse_qs, urlsplit

import httpx2
import pytest

from .conftest import Pam


def export(pam: Pam, participant: str = "25") -> str:
    """The link to a fresh export."""
    link_id = pam.post("/export/products", {"participant_id": participant})["result"]
    assert link_id.startswith("export_link:")
    return pam.get("/export/link", link_id=link_id)["result"]


def fetch(pam: Pam, link: str) -> httpx2.Response:
    """What somebody without a ticket gets."""
    with httpx2.Client(transport=pam.sandbox.transport) as anybody:
        return anybody.get(link)


def rows(pam: Pam, link: str) -> list[dict[str, str]]:
    response = fetch(pam, link)
    assert response.headers["content-type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(io.StringIO(response.text, newline="")))


def test_an_export_has_a_row_for_each_product_of_the_participant(pam: Pam) -> None:
    products = pam.products()
    exported = rows(pam, export(pam))
    assert [row["name"] for row in exported] == [product["name"] for product in products]
    assert [row["category2"] for row in exported] == [product.get("category2", "") for product in products]


def test_a_row_holds_the_columns_that_an_import_maps(pam: Pam) -> None:
    row = next(row for row in rows(pam, export(pam)) if row["store_id"] == "186910")
    assert row == {
        "gtin": "00000000140744",
        "name": "Avocados",
        "store_id": "186910",
        "brand": "Orchard Row",
        "scan_count": "17",
        "has_price": "1",
        "attribute1": "veg",
        "attribute2": "",
        "attribute3": "",
        "category1": "main",
        "category2": "food",
        "category3": "fruit",
        "category4": "",
        "category5": "",
        "category6": "",
    }


@pytest.mark.parametrize("parse_string", ["0", "1"])
def test_an_export_imports_again_unchanged(pam: Pam, parse_string: str) -> None:
    pam.post("/categories", {"id": "unnamed"})
    pam.post("/attributes", {"id": "blanks", "name": " spaced  name "})
    odd = {"name": ' "odd", \r\n é', "store_id": " 354", "categories": ["1011", "unnamed", "102"]}
    pam.add_product(**odd, attributes=["blanks", "1", "10", "a"])
    pam.add_product(name="bare")
    pam.add_product(name="bare")
    before = pam.products(), pam.get("/categories"), pam.get("/attributes")
    file = fetch(pam, export(pam)).content
    columns = next(csv.reader(io.StringIO(file.decode(), newline="")))
    id = pam.upload(file, {column: column for column in columns}, parse_string=parse_string)
    assert pam.get("/import/status", id=id) == {"result": "import completed"}
    assert (pam.products(), pam.get("/categories"), pam.get("/attributes")) == before


def test_an_exports_link_can_be_imported_though_no_host_is_named(pam: Pam) -> None:
    mapping = {"name": "name", "store_id": "store_id"}
    assert pam.import_link(export(pam), mapping, participant="13") == {"result": "import completed"}
    assert len(pam.products("13")) == 1 + 118


def test_a_dead_or_forged_export_link_cannot_be_imported(pam: Pam) -> None:
    link = export(pam)
    forged = pam.import_link(link.replace("Expires=300", "Expires=900"), {"name": "name"})
    assert forged == {"result": "import aborted", "err": "link: The link is not signed by this service"}
    pam.sandbox.clock.advance("PT300S")
    dead = pam.import_link(link, {"name": "name"})
    assert dead == {"result": "import aborted", "err": "link: The link has expired"}


def test_a_link_dies_after_300_seconds_and_a_fresh_one_works(pam: Pam) -> None:
    link_id = pam.post("/export/products", {"participant_id": "25"})["result"]
    link = pam.get("/export/link", link_id=link_id)["result"]
    assert parse_qs(urlsplit(link).query)["X-Amz-Expires"] == ["300"]
    pam.sandbox.clock.advance("PT299S")
    assert fetch(pam, link).status_code == 200
    pam.sandbox.clock.advance("PT1S")
    response = fetch(pam, link)
    assert (response.status_code, response.json()) == (403, {"error": "The link has expired"})
    assert fetch(pam, pam.get("/export/link", link_id=link_id)["result"]).status_code == 200


@pytest.mark.parametrize(
    ("part", "other"),
    [
        ("Expires=300", "Expires=9000"),
        ("Signature=", "Signature=0"),
        ("X-Amz-Signature", "Sig"),
        ("/exports/", "/exports/x"),
    ],
)
def test_a_link_that_was_changed_is_refused(pam: Pam, part: str, other: str) -> None:
    link = export(pam)
    assert part in link
    response = fetch(pam, link.replace(part, other))
    assert (response.status_code, response.json()) == (403, {"error": "The link is not signed by this service"})


def test_the_link_is_found_with_the_prefix_and_without(pam: Pam) -> None:
    link_id = pam.post("/export/products", {"participant_id": "25"})["result"]
    bare = link_id.removeprefix("export_link:")
    assert pam.get("/export/link", link_id=bare) == pam.get("/export/link", link_id=link_id)


def test_an_export_shows_the_products_as_they_were(pam: Pam) -> None:
    link_id = pam.post("/export/products", {"participant_id": "25"})["result"]
    pam.delete("/products", {"id": "6"})
    exported = rows(pam, pam.get("/export/link", link_id=link_id)["result"])
    assert "186910" in [row["store_id"] for row in exported]


def test_unknown_participants_and_links_are_refused(pam: Pam) -> None:
    assert pam.refused("POST", "/export/products", json={"participant_id": "no"}) == (404, "Participant not found")
    assert pam.refused("GET", "/export/link?link_id=export_link:no") == (404, "Link not found")
