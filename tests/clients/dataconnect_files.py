"""DataConnect's files and mails, read back into rows."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import httpx2
import openpyxl
from openpyxl.utils.escape import unescape
from retail_runtime import xml
from retail_sandbox.testing import Sandbox

Row = dict[str, Any]


def whole(download: Any) -> bytes:
    with download as file:
        return file.read()


def from_csv(content: bytes) -> list[Row]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def from_xml(content: bytes) -> list[Row]:
    records = xml.read(content)["Record"]
    return records if isinstance(records, list) else [records]


def from_workbook(content: bytes) -> list[Row]:
    lines = openpyxl.load_workbook(io.BytesIO(content), read_only=True).worksheets[0].iter_rows(values_only=True)
    names = [str(cell) for cell in next(lines)]
    # Excel undoes the escapes of what XML cannot hold; openpyxl does not.
    return [
        {name: unescape(cell) if isinstance(cell, str) else cell for name, cell in zip(names, line, strict=True)}
        for line in lines
    ]


READERS: Mapping[str, Callable[[bytes], list[Row]]] = {"csv": from_csv, "xml": from_xml, "xlsx": from_workbook}


def typed(rows: Iterable[Mapping[str, Any]], types: Mapping[str, str | None]) -> list[Row]:
    """Rows with the values that their columns' types mean, however a format writes them; what is blank is left out."""
    return [
        {name: _value(types[name], value) for name, value in row.items() if value not in (None, "")} for row in rows
    ]


def _value(type_: str | None, value: Any) -> Any:
    match type_:
        case "INT" | "BIGINT":
            return int(value)
        case "BIT":
            return {"true": True, "false": False}[str(value).lower()]
        case "DATETIME":
            return value if isinstance(value, datetime) else datetime.fromisoformat(value)
        case _:
            return str(value)


def mails(sandbox: Sandbox) -> list[EmailMessage]:
    """The messages in the sandbox's box, in the order in which they were asked for."""
    with httpx2.Client(transport=sandbox.transport, base_url="http://sandbox") as http:
        box = http.get("/_sandbox/state/dataconnect", params={"table": "dataconnect_mails"}).json()
        kept = sorted(box["tables"]["dataconnect_mails"]["rows"], key=lambda mail: mail["time"])
        contents = [http.get(f"/dataconnect/mail/{mail['id']}.eml").content for mail in kept]
    messages = [message_from_bytes(content, policy=policy.default) for content in contents]
    return [message for message in messages if isinstance(message, EmailMessage)]


def attached(message: EmailMessage) -> tuple[str, bytes]:
    """The name and the content of the file that a mail carries."""
    (attachment,) = message.iter_attachments()
    return str(attachment.get_filename()), attachment.get_payload(decode=True)  # pyright: ignore[reportReturnType]
