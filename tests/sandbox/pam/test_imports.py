from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from .conftest import Pam

ALL = {name: name for name in ("store_id", "gtin", "name", "brand", "scan_count", "has_price")}


def status(pam: Pam, id: str) -> dict[str, Any]:
    return pam.get("/import/status", id=id)


def done(pam: Pam, id: str) -> None:
    assert status(pam, id) == {"result": "import completed"}


def error(pam: Pam, id: str) -> str:
    answer = status(pam, id)
    assert answer["result"] == "import aborted"
    return answer["err"]


def test_a_row_that_fits_no_product_adds_one(pam: Pam) -> None:
    done(pam, pam.upload("store_id,gtin,name,brand,scan_count,has_price\nN-1,99,Nuts,Hearth,4,1\n", ALL))
    product = pam.products(store_id="N-1")[0]
    assert product == {
        "id": product["id"],
        "participant_id": "25",
        "store_id": "N-1",
        "gtin": "99",
        "name": "Nuts",
        "brand": "Hearth",
        "scan_count": 4,
        "has_price": 1,
        "min_price": None,
        "attributes": None,
        "locks": {},
    }


def test_the_mapping_says_which_column_feeds_which_field(pam: Pam) -> None:
    csv = "number,unused,title\nN-1,x,Nuts\n"
    done(pam, pam.upload(csv, {"store_id": "number", "name": "title"}))
    assert pam.products(store_id="N-1")[0]["name"] == "Nuts"


def test_a_row_changes_the_product_with_its_store_id(pam: Pam) -> None:
    before = pam.product(6)
    done(pam, pam.upload("store_id,name\n186910,Hass\n", {"store_id": "store_id", "name": "name"}))
    assert pam.product(6) == {**before, "name": "Hass"}


def test_a_row_without_its_store_id_changes_the_product_with_its_gtin(pam: Pam) -> None:
    csv = "store_id,gtin,name\nunknown,00000000140744,Hass\n"
    done(pam, pam.upload(csv, {"store_id": "store_id", "gtin": "gtin", "name": "name"}))
    product = pam.product(6)
    assert (product["store_id"], product["name"]) == ("unknown", "Hass")


def test_a_row_with_neither_changes_the_product_with_its_name(pam: Pam) -> None:
    done(pam, pam.upload("name,scan_count\nAvocados,5000\n", {"name": "name", "scan_count": "scan_count"}))
    assert pam.product(6)["scan_count"] == 5000


def test_each_product_takes_one_row(pam: Pam) -> None:
    csv = "store_id,name,scan_count\n354,nam6,1\n354,nam6,2\n354,nam6,3\n354,nam6,4\n"
    done(pam, pam.upload(csv, {name: name for name in ("store_id", "name", "scan_count")}))
    assert [product["scan_count"] for product in pam.products(store_id="354")] == [1, 2, 3, 4]


def test_importing_a_file_twice_changes_nothing_more(pam: Pam) -> None:
    csv = "store_id,gtin,name,brand,scan_count,has_price\nN-1,99,Nuts,Hearth,4,1\nN-1,98,More nuts,,5,0\n"
    done(pam, pam.upload(csv, ALL))
    once = pam.products()
    done(pam, pam.upload(csv, ALL))
    assert pam.products() == once


def test_blank_cells_empty_a_field_but_name_scan_count_and_has_price_stay(pam: Pam) -> None:
    before = pam.product(6)
    done(pam, pam.upload("store_id,gtin,name,brand,scan_count,has_price\n186910,,,,,\n", ALL))
    assert pam.product(6) == {**before, "gtin": None, "brand": None}


def test_locked_fields_stay_and_the_others_change(pam: Pam) -> None:
    pam.patch("/locks", {"product_id": "6", "gtin_lock": "1", "name_lock": "1", "brand_lock": "1"})
    before = pam.product(6)
    done(pam, pam.upload("store_id,gtin,name,brand,scan_count,has_price\n186910,5,X,Y,999,0\n", ALL))
    assert pam.product(6) == {**before, "scan_count": 999, "has_price": 0}


def test_a_locked_scan_count_stays(pam: Pam) -> None:
    pam.patch("/locks", {"product_id": "6", "scan_count_lock": "1"})
    done(pam, pam.upload("store_id,scan_count\n186910,999\n", {"store_id": "store_id", "scan_count": "scan_count"}))
    assert pam.product(6)["scan_count"] == 17


def test_categories_go_by_name_from_the_top_and_missing_ones_are_added(pam: Pam) -> None:
    mapping = {"store_id": "s", "category1": "a", "category2": "b", "category3": "c"}
    done(pam, pam.upload("s,a,b,c\n186910,main,food,insects\n", mapping))
    product = pam.product(6)
    assert [product[f"category{level}"] for level in (1, 2, 3)] == ["main", "food", "insects"]
    added = [each for each in pam.get("/categories") if each["name"] == "insects"]
    assert [each["parents"] for each in added] == [["101"]]


def test_attributes_go_by_name_and_replace_those_there_are(pam: Pam) -> None:
    mapping = {"store_id": "s", "attribute1": "a", "attribute4": "b"}
    done(pam, pam.upload("s,a,b\n186910,crunchy,organic\n", mapping))
    assert pam.product(6)["attributes"] == ["crunchy", "organic"]
    assert "crunchy" in [each["name"] for each in pam.get("/attributes")]


def test_blanks_around_a_cell_are_cut_unless_parse_string_is_zero(pam: Pam) -> None:
    mapping = {"store_id": "s", "name": "n"}
    done(pam, pam.upload("s,n\n 186910 , Hass \n", mapping))
    assert pam.product(6)["name"] == "Hass"
    done(pam, pam.upload("s,n\n186910, Hass \n", mapping, parse_string="0"))
    assert pam.product(6)["name"] == " Hass "


def test_quotes_line_ends_and_a_byte_order_mark_are_read(pam: Pam) -> None:
    csv = '\ufeffs,n\r\n186910,"Hass, ""ripe""\nsoft"\r\n\r\n'
    done(pam, pam.upload(csv, {"store_id": "s", "name": "n"}))
    assert pam.product(6)["name"] == 'Hass, "ripe"\nsoft'


@pytest.mark.parametrize(
    ("csv", "mapping", "reason"),
    [
        (b"", {"name": "n"}, "empty"),
        (b"n\n\xff\n", {"name": "n"}, "not UTF-8"),
        (b"n\na\0b\n", {"name": "n"}, "NUL"),
        (b"n,n\na,b\n", {"name": "n"}, "same name"),
        (b"n\na,b\n", {"name": "n"}, "line 2: 2 cells under 1 columns"),
        (b'n\n"a\n', {"name": "n"}, "line 2"),
        (b"n\n" + b"x" * 501, {"name": "n"}, "longer than 500"),
        (b"n\na\n", {"name": "title"}, 'no column "title"'),
        (b"n\na\n", {"colour": "n"}, 'no field "colour"'),
        (b"n\na\n", {"category7": "n"}, 'no field "category7"'),
        (b"s\nN-1\n", {"store_id": "s"}, "line 2: name is missing"),
        (b"n,g\na,12x\n", {"name": "n", "gtin": "g"}, "line 2: gtin must be"),
        (b"n,c\na,-1\n", {"name": "n", "scan_count": "c"}, "line 2: scan_count must be"),
        (b"n,p\na,yes\n", {"name": "n", "has_price": "p"}, "line 2: has_price must be"),
    ],
)
def test_a_bad_file_aborts_with_the_reason(pam: Pam, csv: bytes, mapping: dict[str, str], reason: str) -> None:
    before = pam.products()
    assert reason in error(pam, pam.upload(csv, mapping))
    assert pam.products() == before


def test_one_bad_row_and_nothing_is_imported(pam: Pam) -> None:
    before, categories = pam.products(), pam.get("/categories")
    csv = "store_id,name,gtin,category1\nN-1,Nuts,1,unheard of\n186910,Hass,2,main\nN-2,,3,main\n"
    mapping = {name: name for name in ("store_id", "name", "gtin", "category1")}
    assert "line 4" in error(pam, pam.upload(csv, mapping))
    assert pam.products() == before
    assert pam.get("/categories") == categories


def test_an_import_for_an_unknown_participant_is_refused(pam: Pam) -> None:
    body = {"participant_id": "nobody", "mapping": {}, "link": "https://files.example.com/p.csv"}
    assert pam.refused("POST", "/import/products", json=body) == (404, "Participant not found")


def test_an_import_without_data_and_link_is_refused(pam: Pam) -> None:
    form = {"participant_id": (None, "25"), "mapping": (None, "{}")}
    assert pam.refused("POST", "/import/products", files=form)[0] == 400
    assert pam.refused("POST", "/import/products", json={"participant_id": "25", "mapping": {}})[0] == 400


def test_a_mapping_that_is_no_object_of_texts_is_refused(pam: Pam) -> None:
    for mapping in ("[]", "name", '{"name": 5}'):
        form = {"participant_id": (None, "25"), "mapping": (None, mapping), "data": ("p.csv", b"n\na\n")}
        assert pam.refused("POST", "/import/products", files=form)[0] == 400


def test_an_import_lasts_as_long_as_the_setting_says(configured: Callable[..., Pam]) -> None:
    pam = configured(import_seconds=60)
    good = pam.upload("n\nNuts\n", {"name": "n"})
    bad = pam.upload("", {"name": "n"})
    pam.sandbox.clock.advance("PT59S")
    assert status(pam, good) == {"result": "in progress"}
    assert status(pam, bad) == {"result": "in progress"}
    pam.sandbox.clock.advance("PT1S")
    done(pam, good)
    assert "empty" in error(pam, bad)


def test_a_file_that_is_too_large_aborts(configured: Callable[..., Pam]) -> None:
    pam = configured(import_bytes=10)
    done(pam, pam.upload("n\nNuts\n", {"name": "n"}))
    assert "larger than 10 bytes" in error(pam, pam.upload("n\nMore nuts\n", {"name": "n"}))


def test_an_unknown_import_is_refused(pam: Pam) -> None:
    assert pam.refused("GET", "/import/status?id=nothing") == (404, "Import not found")


def similar(pam: Pam, csv: str) -> str:
    return pam.call("POST", "/import/products/similar", files={"data": ("s.csv", csv.encode())}).json()["link"]


def test_imported_pairs_are_the_same_products_and_a_known_pair_gets_the_new_name(pam: Pam) -> None:
    done(pam, similar(pam, "store_id,same_store_id,same_product_name\nS-1,T-1,Old\nS-1,T-2,Two\n"))
    done(pam, similar(pam, "same_product_name,store_id,same_store_id\n New ,S-1,T-1\n"))
    assert pam.get("/products/same", store_id="S-1") == [
        {"found_by": "S-1", "same_store_id": "T-1", "same_product_name": "New"},
        {"found_by": "S-1", "same_store_id": "T-2", "same_product_name": "Two"},
    ]


@pytest.mark.parametrize(
    ("csv", "reason"),
    [
        ("store_id,same_store_id\nS-1,T-1\n", "no column same_product_name"),
        ("store_id,same_store_id,same_product_name\nS-1,T-1,One\nS-1,,Two\n", "line 3: same_store_id is missing"),
    ],
)
def test_bad_pairs_abort_and_none_is_imported(pam: Pam, csv: str, reason: str) -> None:
    assert reason in error(pam, similar(pam, csv))
    assert pam.get("/products/same", store_id="S-1") == []
