"""A data set as an Excel workbook: one sheet, a header row, cells with types."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

from xlsxwriter import Workbook  # pyright: ignore[reportMissingTypeStubs]

from .columns import Column, Row

MOST_ROWS = 1_048_576
"""Rows that a sheet can have, its header among them."""
_PIECE = 64 * 1024
_SHEET = "Report"
# Cells are what they are: no text becomes a formula, a link or a number.
_PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}

_Write = Callable[[int, int, Any], Any]


def workbook_pieces(columns: Sequence[Column], rows: Iterable[Row], *, now: datetime) -> Iterator[bytes]:
    """The workbook's file. It is made on disk, row by row, when the first piece is asked for.

    Args:
        columns: Its columns.
        rows: Its rows, at most `MOST_ROWS` with the header.
        now: When it says that it was made.
    """
    with TemporaryDirectory(prefix="retail-sandbox-") as folder:
        path = Path(folder) / "report.xlsx"
        _make(path, folder, columns, rows, now)
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                yield piece


def _make(path: Path, folder: str, columns: Sequence[Column], rows: Iterable[Row], now: datetime) -> None:
    options = {"constant_memory": True, "tmpdir": folder, "in_memory": False, **_PLAIN}
    with cast("Any", Workbook)(str(path), options) as book:
        book.set_properties({"created": now.replace(tzinfo=None)})
        sheet = book.add_worksheet(_SHEET)
        bold = book.add_format({"bold": True})
        sheet.freeze_panes(1, 0)
        for index, column in enumerate(columns):
            sheet.write_string(0, index, column.name, bold)
        time = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss.000"})
        writers = [_writer(sheet, column, time) for column in columns]
        for number, row in enumerate(rows, start=1):
            for index, value in enumerate(row):
                if value is not None:
                    writers[index](number, index, value)


def _writer(sheet: Any, column: Column, time: Any) -> _Write:
    match column.safe_type:
        case "BIT":
            return sheet.write_boolean
        case "INT" | "BIGINT" | "MONEY":
            return sheet.write_number
        case "DATETIME":
            return lambda row, index, text: sheet.write_datetime(row, index, datetime.fromisoformat(text), time)
        case _:
            return sheet.write_string
