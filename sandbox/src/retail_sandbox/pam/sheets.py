"""CSV files as imports read them and exports write them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

MOST_CHARACTERS = 500
"""How long the text of a cell may be; the same as a name's in the spec."""


class ImportAborted(Exception):
    """An import cannot go on; the text says why, for the one who sent the file."""


@dataclass(frozen=True)
class Sheet:
    """The rows of a CSV file, by line number and column name."""

    columns: Sequence[str]
    rows: Sequence[tuple[int, dict[str, str]]]


def read_sheet(content: bytes) -> Sheet:
    """Reads UTF-8 CSV with a header line. Blank lines count for nothing.

    Raises:
        ImportAborted: It is no such file.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ImportAborted("the file is not UTF-8 text") from error
    if "\0" in text:
        raise ImportAborted("the file holds a NUL character")
    lines = _lines(text)
    nothing: tuple[int, list[str]] = (0, [])
    _, columns = next(lines, nothing)
    if not columns:
        raise ImportAborted("the file is empty: a header line is needed")
    if len(set(columns)) < len(columns):
        raise ImportAborted("two columns have the same name")
    return Sheet(columns, [(line, _row(line, columns, cells)) for line, cells in lines])


def write_sheet(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A CSV file with a header line."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(columns)
    writer.writerows(rows)
    return file.getvalue()


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        for cells in reader:
            if cells:
                yield reader.line_num, cells
    except csv.Error as error:
        raise ImportAborted(f"line {reader.line_num}: {error}") from error


def _row(line: int, columns: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    if len(cells) != len(columns):
        raise ImportAborted(f"line {line}: {len(cells)} cells under {len(columns)} columns")
    for column, cell in zip(columns, cells, strict=True):
        if len(cell) > MOST_CHARACTERS:
            raise ImportAborted(f"line {line}: {column} is longer than {MOST_CHARACTERS} characters")
    return dict(zip(columns, cells, strict=True))
