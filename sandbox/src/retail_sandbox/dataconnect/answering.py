"""A data set as the answer that was asked for: plain data, a stream, or a mail."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from urllib.parse import quote

from sqlalchemy.orm import Session

from ..api import Answer, Call, Problem
from .accounts import secret_id
from .asked import Asked
from .columns import DataSet
from .forms import csv_pieces, json_pieces, json_table_pieces, record, xml_pieces
from .mails import Attachment, deliver, read_whole, write_message
from .reading import streamed
from .slots import Slot
from .tables import Mail
from .workbook import MOST_ROWS, workbook_pieces

WHOLE_ROWS = 1000
"""Up to so many rows a JSON answer is made in one piece, and held against the spec; more are sent as they are read."""

_JSON, _XML, _CSV = "application/json", "text/xml", "text/csv"
_MEDIA_TYPES = {
    "Json": _JSON,
    "JsonDataTable": _JSON,
    "Xml": _XML,
    "XmlDataTable": _XML,
    "Csv": _CSV,
    "Excel": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def check_rows(data: DataSet, asked: Asked, most: int) -> None:
    """Refuses more rows than may be answered, before any is read.

    Raises:
        Problem: 400.
    """
    if asked.format == "Excel":
        most = min(most, MOST_ROWS - 1)  # a sheet has a header too
    if data.count > most:
        raise Problem(
            400,
            f"Row Limiting Applied. An estimated {data.count} records exceed the limit of {most}. Narrow the request.",
        )


def answer(call: Call, company_id: int, data: DataSet, asked: Asked) -> Answer:
    """The data in the format that is asked for."""
    now = call.clock.now()
    if asked.by_mail:
        return _mailed(call, company_id, data, asked, now)
    media_type = _MEDIA_TYPES[asked.format]
    if media_type == _JSON and data.count <= WHOLE_ROWS:
        return Answer(_plain(call.db, data, asked), media_type=media_type, gzip=True)
    stream = Slot(call, company_id, streamed(call.store, partial(_pieces, data, asked, now)))
    headers: dict[str, str] = {}
    if asked.format in ("Csv", "Excel"):
        headers["Content-Disposition"] = _disposition(_file_name(asked, now))
    return Answer(stream=stream, media_type=media_type, headers=headers, gzip=True)


def _plain(db: Session, data: DataSet, asked: Asked) -> object:
    records = [record(data.columns, row) for row in data.rows(db)]
    if asked.format == "JsonDataTable":
        return {"Records": records, "Schema": [column.to_json() for column in data.columns]}
    return records[0] if data.single else records


def _pieces(data: DataSet, asked: Asked, now: datetime, db: Session) -> Iterator[bytes]:
    columns, rows = data.columns, data.rows(db)
    match asked.format:
        case "Json":
            return json_pieces(columns, rows)
        case "JsonDataTable":
            return json_table_pieces(columns, rows)
        case "Csv":
            return csv_pieces(columns, rows, delimiter=asked.get("CSV.Delimiter"), header=asked.get("CSV.Headers"))
        case "Excel":
            return workbook_pieces(columns, rows, now=now)
        case other:
            return xml_pieces(columns, rows, schema=other == "XmlDataTable")


def _mailed(call: Call, company_id: int, data: DataSet, asked: Asked, now: datetime) -> Answer:
    name = _file_name(asked, now)
    content = read_whole(_pieces(data, asked, now, call.db), call.settings["mail_bytes"])
    attachment = Attachment(name, _MEDIA_TYPES[asked.format], content)
    if asked.get("Email.Compress"):
        attachment = attachment.zipped(now)
    to, cc, subject = asked.texts("Email.To"), asked.texts("Email.Cc"), asked.get("Email.Subject") or name
    id, sender, smtp_url = secret_id(call, "mail"), call.settings["mail_from"], call.settings["smtp_url"]
    message = write_message(attachment, id=id, sender=sender, to=to, cc=cc, subject=subject, now=now)
    call.db.add(
        Mail(
            id=id,
            company_id=company_id,
            time=now,
            to=to,
            cc=cc,
            subject=subject,
            attachment=attachment.name,
            state="pending" if smtp_url else "kept",
            reason=None,
            message=message,
        )
    )
    receipt = {"Error": False, "Message": f"The report was sent to {', '.join([*to, *cc])}."}
    if not smtp_url:
        return Answer(receipt, media_type=_JSON)

    def sent() -> Iterator[bytes]:
        # When this begins, the transaction has been committed.
        deliver(call.store, id, sender, smtp_url)
        yield json.dumps(receipt).encode()

    return Answer(stream=sent(), media_type=_JSON)


def _file_name(asked: Asked, now: datetime) -> str:
    name: str = asked.get("Filename") or "report"
    match asked.format:
        case "Csv":
            return f"{name}.{asked.get('CSV.FileExtension')}"
        case "Excel":
            return f"{name}-{now:%Y-%m-%d}.xlsx"
        case _:
            return f"{name}.xml"


def _disposition(name: str) -> str:
    """Names the file as RFC 6266 says: plainly, and in UTF-8 too when that says more."""
    plain = name.encode("ascii", "replace").decode().replace("?", "_")
    more = "" if plain == name else f"; filename*=UTF-8''{quote(name, safe='')}"
    return f'attachment; filename="{plain}"{more}'
