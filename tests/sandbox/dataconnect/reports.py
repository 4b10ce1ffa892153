"""How the tests call DataConnect, and how they read each of its formats."""

from __future__ import annotations

import csv
import io
from datetime import datetime
from typing import Any
from xml.etree import ElementTree

import httpx2
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape
from retail_sandbox.testing import Sandbox

KENTEL, HARBOR = "2YotnFZFEjr1zCsicMWpAA", "harbor-token"
AVAILABILITY, CUSTOMERS = "/reports/productavailability", "/reports/customers"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Rows = list[dict[str, Any]]


def client(sandbox: Sandbox, token: str = "", mount: str = "dataconnect") -> httpx2.Client:
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    return httpx2.Client(transport=sandbox.transport, base_url=sandbox.url(mount), headers=headers)


def rows(http: httpx2.Client, path: str, **parameters: Any) -> Rows:
    answer = http.get(path, params=parameters)
    assert answer.status_code == 200, answer.text
    return answer.json()


def failure(answer: httpx2.Response, status: int) -> str:
    """The message of an error, which has the form that all have."""
    assert answer.status_code == status, answer.text
    body = answer.json()
    assert body.keys() == {"Error", "Message"}
    assert body["Error"] is True
    return body["Message"]


class Types:
    """The columns' types, as `JsonDataTable` tells them; they say how text is to be read."""

    def __init__(self, http: httpx2.Client, path: str, **parameters: Any) -> None:
        schema = http.get(path, params={**parameters, "Response": "JsonDataTable"}).json()["Schema"]
        self.of = {column["Column_Name"]: column["SafeType"] for column in schema}

    def value(self, name: str, text: str | None) -> Any:
        if not text:
            return None
        match self.of[name]:
            case "INT" | "BIGINT":
                return int(text)
            case "BIT":
                return {"true": True, "false": False}[text]
            case _:
                return text

    def from_xml(self, content: bytes) -> Rows:
        table = ElementTree.fromstring(content)
        assert table.tag == "Table"
        return [
            dict.fromkeys(self.of) | {cell.tag: self.value(cell.tag, cell.text) for cell in record}
            for record in table.findall("Record")
        ]

    def from_csv(self, content: bytes, delimiter: str = ",", header: bool = True) -> Rows:
        lines = list(csv.reader(io.StringIO(content.decode(), newline=""), delimiter=delimiter))
        names = lines.pop(0) if header else list(self.of)
        return [{name: self.value(name, cell) for name, cell in zip(names, line, strict=True)} for line in lines]

    def from_workbook(self, content: bytes) -> Rows:
        sheet = load_workbook(io.BytesIO(content), read_only=True).worksheets[0]
        lines = list(sheet.iter_rows(values_only=True))
        return [{str(n): self._cell(str(n), v) for n, v in zip(lines[0], line, strict=True)} for line in lines[1:]]

    def _cell(self, name: str, value: Any) -> Any:
        if value is None:
            return None
        match self.of[name]:
            case "DATETIME":
                assert isinstance(value, datetime)
                return value.isoformat(timespec="milliseconds")
            case "INT" | "BIGINT":
                assert type(value) is int
            case "BIT":
                assert type(value) is bool
            case _:
                assert type(value) is str
                return unescape(value)  # as Excel does, and openpyxl does not
        return value
