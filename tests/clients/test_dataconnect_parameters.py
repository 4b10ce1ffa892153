"""Every parameter of every operation of DataConnect, by its client: what it selects or changes, by GET and by POST."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, NamedTuple
from urllib.parse import quote

import pytest
from dataconnect_client import AsyncDataConnect, DataConnect
from retail_sandbox.spec import find_specs, load
from retail_sandbox.testing import Sandbox

from tests.clients.dataconnect_files import attached, from_csv, mails, whole

Predicate = Callable[[Any], bool]


class Asked(NamedTuple):
    """A data set, and filters that leave little of it."""

    rows: Callable[..., Any]
    files: Any
    few: dict[str, Any]
    sandbox: Sandbox


Use = Callable[[Asked], None]


def selects(chosen: Predicate, **filters: Any) -> Use:
    """A filter answers the rows that it says, and no others; there are some of both."""

    def use(asked: Asked) -> None:
        everything = asked.rows()
        expected = [row for row in everything if chosen(row)]
        assert 0 < len(expected) < len(everything)
        assert asked.rows(**filters) == expected

    return use


def selects_stores(asked: Asked) -> None:
    """The rows of two divisions and of the store that is in neither are all there are, and no row is in two."""
    parts = [
        asked.rows(location_type="Division", location_type_ids=[100]),
        asked.rows(location_type="Division", location_type_ids=[200]),
        asked.rows(location_type="Store", location_type_ids=[100109]),
    ]
    ids = [row.customer_id for part in parts for row in part]
    assert all(parts)
    assert sorted(ids) == [row.customer_id for row in asked.rows()]
    assert asked.rows(location_type_ids=[100109]) == parts[2]


def selects_stock_of_stores(asked: Asked) -> None:
    everything = asked.rows(by_location=True)
    west = {100101, 100102, 100103, 100104}
    expected = [row for row in everything if row.location_id in west]
    assert 0 < len(expected) < len(everything)
    assert asked.rows(by_location=True, location_type="Region", location_type_ids=[110]) == expected
    assert asked.rows(by_location=True, location_type_ids=sorted(west)) == expected


def tells_locations(asked: Asked) -> None:
    summed = {row.product_sku: row.quantity for row in asked.rows()}
    by_location: dict[str, int] = {}
    for row in asked.rows(by_location=True):
        assert row.location_id
        by_location[row.product_sku] = by_location.get(row.product_sku, 0) + row.quantity
    assert by_location.items() <= summed.items()
    assert {row.location_id for row in asked.rows()} == {None}


def translates(asked: Asked) -> None:
    plain, french = asked.rows(), asked.rows(language_code="fr-ca")
    assert [row.customer_id for row in french] == [row.customer_id for row in plain]
    assert {row.contact_type_name for row in plain} == {"Phone", "Email", "Mail"}
    assert {row.contact_type_name for row in french} == {"Téléphone", "Courriel", "Poste"}


def chooses_the_format(asked: Asked) -> None:
    table = asked.files.table(**asked.few)
    rows = asked.rows(**asked.few)
    assert table.records == (rows if isinstance(rows, list) else [rows])
    assert table.schema


def delimits(asked: Asked) -> None:
    content = whole(asked.files.csv(delimiter=";", **asked.few)).decode()
    names = [column.column_name for column in asked.files.table(**asked.few).schema]
    assert content.splitlines()[0] == ";".join(names)


def leaves_out_the_header(asked: Asked) -> None:
    header, rest = whole(asked.files.csv(**asked.few)).split(b"\r\n", 1)
    assert whole(asked.files.csv(header_row=False, **asked.few)) == rest
    assert header


def ends_the_name(asked: Asked) -> None:
    with asked.files.csv(file_extension="txt", **asked.few) as file:
        assert file.name == "report.txt"


def names_the_file(asked: Asked) -> None:
    with asked.files.csv(filename="Été 2026", **asked.few) as file:
        assert file.name == "Été 2026.csv"
    with asked.files.excel(filename="mine", **asked.few) as file:
        assert file.name == f"mine-{asked.sandbox.clock.now():%Y-%m-%d}.xlsx"


def goes_to(asked: Asked) -> None:
    receipt = asked.files.email("csv", to=["a@b.c", "d@e.f"], **asked.few)
    (mail,) = mails(asked.sandbox)
    assert mail["To"] == "a@b.c, d@e.f"
    assert not receipt.error
    assert from_csv(attached(mail)[1]) == from_csv(whole(asked.files.csv(**asked.few)))


def goes_in_copy_to(asked: Asked) -> None:
    asked.files.email("xml", to=["a@b.c"], cc=["g@h.i"], **asked.few)
    assert [mail["Cc"] for mail in mails(asked.sandbox)] == ["g@h.i"]


def has_the_subject(asked: Asked) -> None:
    asked.files.email("xml", to=["a@b.c"], subject="Été: 100 %", **asked.few)
    assert [mail["Subject"] for mail in mails(asked.sandbox)] == ["Été: 100 %"]


def is_zipped(asked: Asked) -> None:
    asked.files.email("xml", to=["a@b.c"], compress=True, filename="mine", **asked.few)
    name, content = attached(mails(asked.sandbox)[0])
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert (name, archive.namelist()) == ("mine.zip", ["mine.xml"])
        assert archive.read("mine.xml") == whole(asked.files.xml(**asked.few))


def last_event(row: Any) -> datetime:
    return row.row_updated or row.row_inserted


FORMATS: dict[str, Use] = {
    "Response": chooses_the_format,
    "CSV.Delimiter": delimits,
    "CSV.FileExtension": ends_the_name,
    "CSV.Headers": leaves_out_the_header,
    "Email.To": goes_to,
    "Email.Cc": goes_in_copy_to,
    "Email.Subject": has_the_subject,
    "Email.Compress": is_zipped,
    "Filename": names_the_file,
}
NEXUS, IPHONE = "ACPHLG000135", "ACPHRI000170"
AVAILABILITY: dict[str, Use] = {
    "LocationType": selects_stock_of_stores,
    "LocationTypeIDs": selects_stock_of_stores,
    "ProductType": selects(lambda row: row.product_type == "Serialized", product_type="Serialized"),
    "ByLocation": tells_locations,
    "ProductSKUs": selects(lambda row: row.product_sku in (NEXUS, IPHONE), product_skus=[IPHONE, NEXUS, "none"]),
    "CatalogItemIDs": selects(
        lambda row: row.product_sku == IPHONE, catalog_item_ids="A183F1A9-c58f-426a-930a-9a6357db52ed"
    ),
    "ProductLibraryIDs": selects(lambda row: row.product_library_id == "M55321", product_library_ids="M55321"),
    "ProductNames": selects(lambda row: row.product_sku == IPHONE, product_names=["iPhone XS Max 128 GB"]),
    "SerialNumbers": selects(lambda row: row.product_sku == NEXUS, serial_numbers=["1234343434", "1234343435"]),
    "BarCodes": selects(lambda row: row.product_sku == NEXUS, barcodes="822445090459"),
    "VendorSKUs": selects(lambda row: row.vendor_sku == "6025A_POIIU", vendor_skus="6025A_POIIU"),
    "QuantityMin": selects(lambda row: row.quantity >= 50, quantity_min=50),
    "QuantityMax": selects(lambda row: row.quantity <= 3, quantity_max=3),
}
CUSTOMERS: dict[str, Use] = {
    "LanguageCode": translates,
    "LocationType": selects_stores,
    "LocationTypeIDs": selects_stores,
    "StartDate": selects(lambda row: last_event(row) >= datetime(2024, 6, 1), start_date=date(2024, 6, 1)),
    "StopDate": selects(lambda row: last_event(row) < datetime(2024, 6, 1), stop_date=date(2024, 6, 1)),
    # Jane's, and the made-up employee with the same id.
    "EmployeeID": selects(lambda row: row.employee_name in ("John Bates", "Ximena Baker"), employee_id="64326"),
    "CustomerEntityID": selects(
        lambda row: row.customer_id == 51231, customer_entity_id="a08b0640-606a-41f0-901a-facaf50e75dd"
    ),
    "CustomerID": selects(lambda row: row.customer_id == 51231, customer_id="51231"),
    "PrimaryName": selects(lambda row: row.primary_name == "Zoë", primary_name="Zoë"),
    "FamilyName": selects(lambda row: row.family_name == "O'Brien", family_name="O'Brien"),
    "CompanyName": selects(lambda row: row.company_name == "Copper & Sons Ltd", company_name="Copper & Sons Ltd"),
    "CustomerTypeID": selects(lambda row: row.customer_type_id == 3, customer_type_id=3),
    "Phone": selects(lambda row: row.phone == "5555555555", phone="5555555555"),
    "Email": selects(lambda row: row.email == "test@test.com", email="test@test.com"),
    "RowThumbprint": selects(
        lambda row: row.customer_id == 51231, row_thumbprint="38dc37d2-853a-4343-8518-93a44989243a"
    ),
    "MemberNumber": selects(lambda row: row.member_number == "4411", member_number="4411"),
}
USES: dict[str, dict[str, Use]] = {
    "session": FORMATS,
    "partner_relationships": FORMATS,
    "products_availability": {**AVAILABILITY, **FORMATS},
    "customers_list": {**CUSTOMERS, **FORMATS},
}


def every_parameter() -> list[tuple[str, str]]:
    """Each operation of the spec with each of its parameters."""
    document: Any = load(find_specs() / "dataconnect.yaml")
    known = document["components"]["parameters"]
    return [
        (operation["operationId"], known[each["$ref"].rpartition("/")[2]]["name"])
        for item in document["paths"].values()
        for operation in item.values()
        for each in operation.get("parameters", ())
    ]


def data_set(operation: str) -> str:
    return operation.removesuffix("_post").removesuffix("_get")


@pytest.mark.parametrize(("operation", "parameter"), every_parameter())
def test_a_parameter_does_what_it_says(
    operation: str, parameter: str, connect: Callable[..., Any], sandbox: Sandbox
) -> None:
    sandbox.clock.freeze()
    api = connect(
        DataConnect,
        AsyncDataConnect,
        "2YotnFZFEjr1zCsicMWpAA",
        base_url=sandbox.url("dataconnect"),
        transport=sandbox.transport,
        strict=True,
        post=operation.endswith("_post"),
    )
    asked = {
        "session": lambda: Asked(api.session.get, api.session.get, {}, sandbox),
        "partner_relationships": lambda: Asked(api.partner.relationships, api.partner.relationships, {}, sandbox),
        "products_availability": lambda: Asked(
            api.products.availability, api.products.availability, {"quantity_min": 4000}, sandbox
        ),
        "customers_list": lambda: Asked(api.customers.list, api.customers, {"customer_id": "51231"}, sandbox),
    }[data_set(operation)]()
    USES[data_set(operation)][parameter](asked)
    sent = [each["query"] for each in sandbox.journal.entries(operation=operation)]
    assert sent
    assert operation.endswith("_post") or any(f"{quote(parameter)}=" in query for query in sent)


def test_the_uses_are_of_every_parameter_and_of_no_other() -> None:
    uses = {(name, parameter) for name, each in USES.items() for parameter in each}
    assert uses == {(data_set(operation), parameter) for operation, parameter in every_parameter()}
