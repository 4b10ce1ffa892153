"""Stock of products: each filter, and the sum over locations."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import httpx2
import pytest

from .reports import AVAILABILITY, Rows, failure, rows

NEXUS, IPHONE, CASE = "ACPHLG000135", "ACPHRI000170", "ASBOLG000012"


def skus(http: httpx2.Client, **parameters: Any) -> list[str]:
    return [row["ProductSKU"] for row in rows(http, AVAILABILITY, **parameters)]


def test_a_product_is_one_row_summed_over_its_locations(kentel: httpx2.Client) -> None:
    assert rows(kentel, AVAILABILITY, ProductSKUs=NEXUS) == [
        {
            "CatalogItemID": "c10070b6-8bc1-4282-b5de-4afe5c8d7b9d",
            "ProductLibraryID": "M1285-V1-E13202",
            "ProductName": "Google Nexus 5 16GB - Black",
            "ProductSKU": NEXUS,
            "VendorSKU": "FWT33623-53",
            "ProductType": "Serialized",
            "Quantity": 4452,
            "InStock": True,
            "MinQty": 20,
            "MaxQty": 85,
        }
    ]


def test_by_location_each_store_is_a_row(kentel: httpx2.Client) -> None:
    found = rows(kentel, AVAILABILITY, ProductSKUs=NEXUS, ByLocation="true")
    shown = [(row["LocationId"], row["Quantity"], row["InStock"], row["MinQty"], row["MaxQty"]) for row in found]
    assert shown == [(100101, 4400, True, 15, 60), (100106, 52, True, 5, 25)]


def test_the_sums_are_those_of_the_rows_by_location(kentel: httpx2.Client) -> None:
    sums: dict[str, int] = defaultdict(int)
    for row in rows(kentel, AVAILABILITY, ByLocation="true"):
        sums[row["ProductSKU"]] += row["Quantity"]
    summed = rows(kentel, AVAILABILITY)
    assert {row["ProductSKU"]: row["Quantity"] for row in summed} == {sku: sums[sku] for sku in skus(kentel)}
    assert all(row["InStock"] == (row["Quantity"] > 0) for row in summed)
    assert len(summed) == 2003


def test_a_product_that_no_store_keeps_has_none_and_no_limits(kentel: httpx2.Client) -> None:
    (row,) = rows(kentel, AVAILABILITY, ProductSKUs=CASE)
    assert (row["Quantity"], row["InStock"], row["MinQty"], row["MaxQty"]) == (0, False, None, None)
    assert rows(kentel, AVAILABILITY, ProductSKUs=CASE, ByLocation="true") == []


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ({"ProductSKUs": f"{IPHONE},{NEXUS}"}, [NEXUS, IPHONE]),
        ({"ProductSKUs": f"{IPHONE},nothing"}, [IPHONE]),
        ({"CatalogItemIDs": "a183f1a9-c58f-426a-930a-9a6357db52ed"}, [IPHONE]),
        ({"CatalogItemIDs": "A183F1A9-C58F-426A-930A-9A6357DB52ED"}, [IPHONE]),
        ({"ProductLibraryIDs": "M12512,M55321"}, [IPHONE, CASE]),
        ({"ProductNames": "iPhone XS Max 128 GB"}, [IPHONE]),
        ({"ProductNames": "iPhone"}, []),
        ({"SerialNumbers": "1234343435"}, [NEXUS]),
        ({"SerialNumbers": "822445090459"}, []),
        ({"BarCodes": "822445090459"}, [NEXUS]),
        ({"VendorSKUs": "6025A_POIIU,FWT33623-53"}, [NEXUS, IPHONE]),
        ({"ProductSKUs": f"{IPHONE},{NEXUS}", "VendorSKUs": "6025A_POIIU"}, [IPHONE]),
        ({"ProductSKUs": f"{NEXUS},{IPHONE},{CASE}", "ProductType": "Non-Serialized"}, [CASE]),
    ],
)
def test_each_filter_selects(kentel: httpx2.Client, parameters: dict[str, str], expected: list[str]) -> None:
    assert skus(kentel, **parameters) == expected
    in_stores = [row["ProductSKU"] for row in rows(kentel, AVAILABILITY, **parameters, ByLocation="true")]
    assert list(dict.fromkeys(in_stores)) == [sku for sku in expected if sku != CASE]


@pytest.mark.parametrize("kind", ["Serialized", "Non-Serialized"])
def test_the_type_of_product_selects(kentel: httpx2.Client, kind: str) -> None:
    everything = rows(kentel, AVAILABILITY)
    assert rows(kentel, AVAILABILITY, ProductType=kind) == [row for row in everything if row["ProductType"] == kind]


@pytest.mark.parametrize("by_location", ["true", "false"])
@pytest.mark.parametrize("bounds", [(5, None), (None, 5), (3, 8), (8, 8), (0, 0), (-3, None), (9, 8)])
def test_quantities_are_bounded_both_ends_included(
    kentel: httpx2.Client, bounds: tuple[int | None, int | None], by_location: str
) -> None:
    least, most = bounds
    asked = {
        name: value for name, value in zip(("QuantityMin", "QuantityMax"), bounds, strict=True) if value is not None
    }
    everything = rows(kentel, AVAILABILITY, ByLocation=by_location)
    fitting = [
        row
        for row in everything
        if (least is None or row["Quantity"] >= least) and (most is None or row["Quantity"] <= most)
    ]
    assert rows(kentel, AVAILABILITY, ByLocation=by_location, **asked) == fitting


STORES = {
    ("Company", "42"): set(range(100101, 100110)),
    ("Division", "100"): {100101, 100102, 100103, 100104, 100105},
    ("Region", "110"): {100101, 100102, 100103, 100104},
    ("District", "1101,2102"): {100101, 100102, 100108},
    ("Store", "100109"): {100109},
    ("Store", "1101"): set[int](),
    ("District", "110"): set[int](),
    ("Region", "999"): set[int](),
    ("Region", "-1"): set(range(100101, 100110)),
    ("Region", "110,-1"): set(range(100101, 100110)),
}


@pytest.mark.parametrize(("where", "stores"), STORES.items())
def test_locations_are_those_below_the_ones_asked_for(
    kentel: httpx2.Client, where: tuple[str, str], stores: set[int]
) -> None:
    asked = {"LocationType": where[0], "LocationTypeIDs": where[1]}
    everything = rows(kentel, AVAILABILITY, ByLocation="true")
    found = rows(kentel, AVAILABILITY, ByLocation="true", **asked)
    assert found == [row for row in everything if row["LocationId"] in stores]
    assert {row["LocationId"] for row in found} == stores


def test_the_sum_is_over_the_locations_asked_for(kentel: httpx2.Client) -> None:
    def quantity(**parameters: str) -> int:
        (row,) = rows(kentel, AVAILABILITY, ProductSKUs=NEXUS, **parameters)
        return row["Quantity"]

    assert quantity(LocationType="Division", LocationTypeIDs="200") == 52
    assert quantity(LocationType="Division", LocationTypeIDs="100,200") == 4452
    assert quantity(LocationType="Store", LocationTypeIDs="100108") == 0


def test_ids_without_a_level_are_those_of_stores(kentel: httpx2.Client) -> None:
    asked = rows(kentel, AVAILABILITY, ByLocation="true", LocationTypeIDs="100108")
    assert {row["LocationId"] for row in asked} == {100108}


def test_a_level_without_ids_restricts_nothing(kentel: httpx2.Client) -> None:
    assert rows(kentel, AVAILABILITY, LocationType="Region") == rows(kentel, AVAILABILITY)


@pytest.mark.parametrize(
    "parameters",
    [
        {"ProductType": "Digital"},
        {"LocationType": "Planet"},
        {"LocationTypeIDs": "x"},
        {"LocationTypeIDs": "-2"},
        {"ByLocation": "maybe"},
        {"CatalogItemIDs": "42"},
        {"QuantityMin": "few"},
        {"QuantityMin": "2147483648"},
    ],
)
def test_what_does_not_fit_is_refused_by_name(kentel: httpx2.Client, parameters: dict[str, str]) -> None:
    assert next(iter(parameters)) in failure(kentel.get(AVAILABILITY, params=parameters), 400)


def test_a_form_asks_for_the_same(kentel: httpx2.Client) -> None:
    asked = {"ProductSKUs": f"{NEXUS},{IPHONE}", "ByLocation": "true", "QuantityMin": "10"}
    answer: Rows = kentel.post(AVAILABILITY, data=asked).json()
    assert answer == rows(kentel, AVAILABILITY, **asked)
    assert len(answer) == 2


def test_a_form_takes_a_list_that_no_url_would(kentel: httpx2.Client) -> None:
    wanted = skus(kentel)[:900]
    answer = kentel.post(AVAILABILITY, data={"ProductSKUs": ",".join(wanted)})
    assert [row["ProductSKU"] for row in answer.json()] == wanted


def test_an_empty_form_asks_for_everything(kentel: httpx2.Client) -> None:
    assert kentel.post(AVAILABILITY).json() == rows(kentel, AVAILABILITY)


def test_where_both_say_something_the_url_counts(kentel: httpx2.Client) -> None:
    answer = kentel.post(
        AVAILABILITY,
        params={"ProductSKUs": NEXUS, "Response": "Csv"},
        data={"ProductSKUs": IPHONE, "Response": "Xml", "ByLocation": "true", "CSV.Headers": "false"},
    )
    lines = answer.text.splitlines()
    assert [line.split(",")[3] for line in lines] == [NEXUS, NEXUS]


def test_a_default_of_the_url_does_not_count_against_the_form(kentel: httpx2.Client) -> None:
    answer = kentel.post(AVAILABILITY, params={"ProductSKUs": NEXUS}, data={"Response": "Xml"})
    assert answer.headers["Content-Type"].startswith("text/xml")


def test_a_form_with_a_field_that_is_not_known_is_refused(kentel: httpx2.Client) -> None:
    failure(kentel.post(AVAILABILITY, data={"ProductSKU": NEXUS}), 400)
