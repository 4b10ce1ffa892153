"""One data set in each textual format, piece by piece."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from io import StringIO
from typing import Any

from .columns import Column, Row

PIECE = 64 * 1024
"""About how many characters are sent at a time."""

_BOOLEANS = {True: "true", False: "false"}


def json_pieces(columns: Sequence[Column], rows: Iterable[Row]) -> Iterator[bytes]:
    """An array of objects."""
    return _pieces(_json_array(columns, rows))


def json_table_pieces(columns: Sequence[Column], rows: Iterable[Row]) -> Iterator[bytes]:
    """An object of the array and the columns' types."""
    return _pieces(_json_table(columns, rows))


def xml_pieces(columns: Sequence[Column], rows: Iterable[Row], *, schema: bool) -> Iterator[bytes]:
    """A table of records, with the columns' types after them where `schema` says so."""
    return _pieces(_xml(columns, rows, schema))


def csv_pieces(columns: Sequence[Column], rows: Iterable[Row], *, delimiter: str, header: bool) -> Iterator[bytes]:
    """Rows as RFC 4180 has them; what is null is blank."""
    return _pieces(_csv(columns, rows, delimiter, header))


def record(columns: Sequence[Column], row: Row) -> dict[str, Any]:
    """A row as an object."""
    return {column.name: value for column, value in zip(columns, row, strict=True)}


def _pieces(texts: Iterable[str]) -> Iterator[bytes]:
    """Texts joined until they are worth sending."""
    held: list[str] = []
    size = 0
    for text in texts:
        held.append(text)
        size += len(text)
        if size >= PIECE:
            yield "".join(held).encode()
            held.clear()
            size = 0
    if held:
        yield "".join(held).encode()


def _json_array(columns: Sequence[Column], rows: Iterable[Row]) -> Iterator[str]:
    names = [column.name for column in columns]
    encode: Callable[[Mapping[str, Any]], str] = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    mark = "["
    for row in rows:
        yield mark + encode(dict(zip(names, row, strict=True)))
        mark = ","
    yield "]" if mark == "," else "[]"


def _json_table(columns: Sequence[Column], rows: Iterable[Row]) -> Iterator[str]:
    yield '{"Records":'
    yield from _json_array(columns, rows)
    schema = [column.to_json() for column in columns]
    yield f',"Schema":{json.dumps(schema, separators=(",", ":"))}}}'


def _xml(columns: Sequence[Column], rows: Iterable[Row], schema: bool) -> Iterator[str]:
    tags = [(f"<{column.name}>", f"</{column.name}>") for column in columns]
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<Table>'
    for row in rows:
        cells = [
            opening + _xml_text(value) + closing
            for (opening, closing), value in zip(tags, row, strict=True)
            if value is not None
        ]
        yield f"<Record>{''.join(cells)}</Record>\n"
    for column in columns if schema else ():
        yield f"<Schema>{''.join(f'<{name}>{value}</{name}>' for name, value in column.to_json().items())}</Schema>\n"
    yield "</Table>\n"


def _xml_text(value: Any) -> str:
    if isinstance(value, str):
        # A bare carriage return would be read as a line feed. (The standard library has `escape`, which takes longer.)
        return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")
    return _BOOLEANS[value] if isinstance(value, bool) else str(value)


def _csv(columns: Sequence[Column], rows: Iterable[Row], delimiter: str, header: bool) -> Iterator[str]:
    line = StringIO(newline="")
    write = csv.writer(line, delimiter=delimiter).writerow
    booleans = [index for index, column in enumerate(columns) if column.type == "BIT"]

    def taken() -> str:
        text = line.getvalue()
        line.seek(0)
        line.truncate()
        return text

    if header:
        write([column.name for column in columns])
    for row in rows:
        cells = list(row)
        for index in booleans:
            cells[index] = _BOOLEANS.get(cells[index])
        write(cells)
        if line.tell() >= PIECE:
            yield taken()
    yield taken()
