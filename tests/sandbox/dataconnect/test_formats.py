"""The formats of one data set: what they look like, and that they say the same."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from email import message_from_bytes, policy
from typing import Any
from xml.etree import ElementTree

import httpx2
import pytest
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape
from retail_sandbox.testing import Sandbox

from .reports import AVAILABILITY, CUSTOMERS, XLSX, Rows, Types, rows

QUERIES: list[tuple[str, dict[str, str]]] = [
    ("/session", {}),
    ("/partner/relationships", {}),
    (AVAILABILITY, {}),
    (AVAILABILITY, {"ByLocation": "true", "QuantityMin": "5"}),
    (AVAILABILITY, {"ProductSKUs": "nothing"}),
    (CUSTOMERS, {"StartDate": "2023-01-01"}),
    (CUSTOMERS, {"StopDate": "2019-07-01", "CustomerTypeID": "0", "LanguageCode": "fr-ca"}),
]


def as_list(data: Any) -> Rows:
    return data if isinstance(data, list) else [data]


def mailed(sandbox: Sandbox, http: httpx2.Client, path: str, parameters: dict[str, str]) -> bytes:
    """The file that a mail carries."""
    answer = http.get(path, params={**parameters, "Email.To": "a@b.c"})
    assert answer.json() == {"Error": False, "Message": "The report was sent to a@b.c."}
    with httpx2.Client(transport=sandbox.transport) as admin:
        mails = admin.get("http://sandbox/_sandbox/state/dataconnect").json()["tables"]["dataconnect_mails"]["rows"]
    message = message_from_bytes(http.get(f"/mail/{mails[-1]['id']}.eml").content, policy=policy.default)
    (attachment,) = message.iter_attachments()
    return attachment.get_payload(decode=True)


@pytest.mark.parametrize(("path", "parameters"), QUERIES)
def test_every_format_has_the_same_rows(
    kentel: httpx2.Client, sandbox: Sandbox, path: str, parameters: dict[str, str]
) -> None:
    def content(format: str) -> bytes:
        answer = kentel.get(path, params={**parameters, "Response": format})
        assert answer.status_code == 200
        return answer.content

    expected = as_list(kentel.get(path, params=parameters).json())
    table = kentel.get(path, params={**parameters, "Response": "JsonDataTable"}).json()
    assert table["Records"] == expected
    types = Types(kentel, path, **parameters)
    assert all(list(row) == list(types.of) for row in expected)
    readers: dict[str, Callable[[bytes], Rows]] = {
        "Xml": types.from_xml,
        "XmlDataTable": types.from_xml,
        "Csv": types.from_csv,
        "Excel": types.from_workbook,
    }
    for format, read in readers.items():
        assert read(content(format)) == expected, format
    for format in ("Xml", "Csv", "Excel"):
        assert readers[format](mailed(sandbox, kentel, path, {**parameters, "Response": f"{format}.Email"})) == expected
        sandbox.reset()


def test_the_rows_hold_what_is_hard_to_write(kentel: httpx2.Client) -> None:
    """Else the test above would prove little: quotes, delimiters, line ends, markup, letters beyond ASCII, nothing."""
    notes = {row["Notes"] for row in rows(kentel, CUSTOMERS)}
    for hard in ('"', ",", "\n", "\r\n", "<", "&", "ç"):
        assert any(hard in (note or "") for note in notes), hard
    assert None in notes


def test_json_is_the_default(kentel: httpx2.Client) -> None:
    answer = kentel.get(AVAILABILITY)
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.json() == rows(kentel, AVAILABILITY, Response="Json")


@pytest.mark.parametrize(
    ("format", "media_type"),
    [
        ("Json", "application/json"),
        ("JsonDataTable", "application/json"),
        ("Xml", "text/xml; charset=utf-8"),
        ("XmlDataTable", "text/xml; charset=utf-8"),
        ("Csv", "text/csv; charset=utf-8"),
        ("Excel", XLSX),
        ("Csv.Email", "application/json"),
    ],
)
@pytest.mark.parametrize("sku", ["ACPHLG000135", ""])
def test_each_format_has_its_media_type(kentel: httpx2.Client, format: str, media_type: str, sku: str) -> None:
    answer = kentel.get(AVAILABILITY, params={"Response": format, "ProductSKUs": sku, "Email.To": "a@b.c"})
    assert answer.headers["Content-Type"] == media_type


def test_a_table_tells_the_types_of_its_columns(kentel: httpx2.Client) -> None:
    schema = kentel.get(CUSTOMERS, params={"Response": "JsonDataTable", "CustomerID": 1}).json()["Schema"]
    told = {column.pop("Column_Name"): tuple(column.values()) for column in schema}
    assert list(schema[0]) == ["Type", "SafeType", "Length"]
    assert told["CustomerID"] == ("INT", "INT", 4)
    assert told["CustomerEntityID"] == ("UNIQUEIDENTIFIER", "UNIQUEIDENTIFIER", 16)
    assert told["PrimaryName"] == ("NVARCHAR(250)", "NVARCHAR", 250)
    assert told["DeclineToProvideEmail"] == ("BIT", "BIT", 1)
    assert told["Notes"] == ("NVARCHAR(MAX)", "NVARCHAR", -1)
    assert told["Version"] == ("BIGINT", "BIGINT", 8)
    assert told["RowInserted"] == ("DATETIME", "DATETIME", 8)


def test_xml_is_a_table_of_records(kentel: httpx2.Client) -> None:
    answer = kentel.get(AVAILABILITY, params={"Response": "Xml", "ProductSKUs": "ASBOLG000012"})
    table = ElementTree.fromstring(answer.content)
    assert [child.tag for child in table] == ["Record"]
    assert {cell.tag: cell.text for cell in table[0]} == {
        "ProductLibraryID": "M12512",
        "ProductName": 'Leather case, 5"',
        "ProductSKU": "ASBOLG000012",
        "ProductType": "Non-Serialized",
        "Quantity": "0",
        "InStock": "false",
    }


def test_an_xml_table_ends_with_the_types_of_its_columns(kentel: httpx2.Client) -> None:
    parameters = {"ProductSKUs": "ASBOLG000012"}
    table = ElementTree.fromstring(kentel.get(AVAILABILITY, params={**parameters, "Response": "XmlDataTable"}).content)
    schema = kentel.get(AVAILABILITY, params={**parameters, "Response": "JsonDataTable"}).json()["Schema"]
    assert [child.tag for child in table] == ["Record", *["Schema"] * len(schema)]
    told = [{cell.tag: cell.text for cell in column} for column in table.findall("Schema")]
    assert told == [{name: str(value) for name, value in column.items()} for column in schema]


@pytest.mark.parametrize("delimiter", ["|", ";", "\t", " ", "é", "0"])
def test_csv_takes_any_delimiter(kentel: httpx2.Client, delimiter: str) -> None:
    parameters = {"StartDate": "2025-01-01"}
    answer = kentel.get(CUSTOMERS, params={**parameters, "Response": "Csv", "CSV.Delimiter": delimiter})
    types = Types(kentel, CUSTOMERS, **parameters)
    assert types.from_csv(answer.content, delimiter) == rows(kentel, CUSTOMERS, **parameters)


@pytest.mark.parametrize("delimiter", ["", "||", '"', "\n"])
def test_what_cannot_delimit_is_refused(kentel: httpx2.Client, delimiter: str) -> None:
    answer = kentel.get(CUSTOMERS, params={"Response": "Csv", "CSV.Delimiter": delimiter})
    assert (answer.status_code, answer.json()["Error"]) == (400, True)


def test_csv_goes_without_a_header_when_asked(kentel: httpx2.Client) -> None:
    answer = kentel.get(AVAILABILITY, params={"Response": "Csv", "CSV.Headers": "false", "BarCodes": "822445090459"})
    assert answer.text == (
        "c10070b6-8bc1-4282-b5de-4afe5c8d7b9d,M1285-V1-E13202,Google Nexus 5 16GB - Black,ACPHLG000135,"
        "FWT33623-53,Serialized,4452,true,20,85\r\n"
    )


def test_csv_of_nothing_is_its_header(kentel: httpx2.Client) -> None:
    answer = kentel.get(AVAILABILITY, params={"Response": "Csv", "ProductSKUs": "nothing"})
    assert answer.text == (
        "CatalogItemID,ProductLibraryID,ProductName,ProductSKU,VendorSKU,ProductType,Quantity,InStock,MinQty,MaxQty\r\n"
    )


@pytest.mark.parametrize(
    ("parameters", "name"),
    [
        ({"Response": "Csv"}, 'filename="report.csv"'),
        ({"Response": "Csv", "Filename": "My report 1.5"}, 'filename="My report 1.5.csv"'),
        ({"Response": "Csv", "Filename": "stock", "CSV.FileExtension": "txt"}, 'filename="stock.txt"'),
        ({"Response": "Excel"}, 'filename="report-2026-07-01.xlsx"'),
        ({"Response": "Excel", "Filename": "stock"}, 'filename="stock-2026-07-01.xlsx"'),
        ({"Response": "Csv", "Filename": "été"}, "filename=\"_t_.csv\"; filename*=UTF-8''%C3%A9t%C3%A9.csv"),
    ],
)
def test_files_are_named(kentel: httpx2.Client, parameters: dict[str, str], name: str) -> None:
    answer = kentel.get(AVAILABILITY, params=parameters)
    assert answer.headers["Content-Disposition"] == f"attachment; {name}"


@pytest.mark.parametrize("name", ["../x", "a\\b", 'a"b', "a\nb", "x" * 101, ""])
def test_a_name_that_no_file_can_have_is_refused(kentel: httpx2.Client, name: str) -> None:
    assert kentel.get(AVAILABILITY, params={"Response": "Csv", "Filename": name}).status_code == 400


def test_a_workbook_has_one_sheet_with_a_header_that_stays_in_sight(kentel: httpx2.Client) -> None:
    answer = kentel.get(AVAILABILITY, params={"Response": "Excel"})
    book = load_workbook(io.BytesIO(answer.content))
    (sheet,) = book.worksheets
    assert [cell.value for cell in sheet[1]][:3] == ["CatalogItemID", "ProductLibraryID", "ProductName"]
    assert sheet["A1"].font.bold
    assert sheet.freeze_panes == "A2"


def test_no_text_of_a_workbook_is_a_formula_or_a_link(kentel: httpx2.Client, sandbox: Sandbox) -> None:
    names = ["=1+1", "{=A1}", "https://example.com", "0042", "mailto:a@b.c", "_x0041_"]
    products = [
        {"id": 900_000 + index, "sku": f"odd{index}", "name": name, "product_type": "Serialized"}
        for index, name in enumerate(names)
    ]
    sandbox.seed({"dataconnect": {"companies": [{"id": 42, "products": products}]}})
    parameters = {"ProductSKUs": ",".join(product["sku"] for product in products)}
    answer = kentel.get(AVAILABILITY, params={**parameters, "Response": "Excel"})
    sheet = load_workbook(io.BytesIO(answer.content)).worksheets[0]
    cells = [row[2] for row in sheet.iter_rows(min_row=2)]
    assert [cell.data_type for cell in cells] == ["s"] * len(names)
    assert [unescape(cell.value) for cell in cells] == names
    assert all(cell.hyperlink is None for cell in cells)


def test_two_workbooks_of_one_moment_are_alike(kentel: httpx2.Client) -> None:
    def parts() -> dict[str, bytes]:
        answer = kentel.get(AVAILABILITY, params={"Response": "Excel"})
        with zipfile.ZipFile(io.BytesIO(answer.content)) as file:
            return {name: file.read(name) for name in file.namelist()}

    assert parts() == parts()


@pytest.mark.parametrize("format", ["Json", "Xml", "Csv", "Excel"])
@pytest.mark.parametrize("sku", ["ACPHLG000135", ""])
def test_every_answer_is_compressed_when_accepted(kentel: httpx2.Client, format: str, sku: str) -> None:
    parameters = {"Response": format, "ProductSKUs": sku}
    packed = kentel.get(AVAILABILITY, params=parameters, headers={"Accept-Encoding": "gzip"})
    plain = kentel.get(AVAILABILITY, params=parameters, headers={"Accept-Encoding": "identity"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain.headers
    if format != "Excel":
        assert packed.content == plain.content


def test_an_unknown_format_is_refused(kentel: httpx2.Client) -> None:
    assert kentel.get(AVAILABILITY, params={"Response": "Pdf"}).status_code == 400
