"""What the rows of a product file say, by the mapping of fields to columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from .listing import LEVELS
from .sheets import ImportAborted, Sheet

FIELDS = ("gtin", "name", "store_id", "brand", "scan_count", "has_price")
_FORMS: Mapping[str, tuple[re.Pattern[str], str]] = {
    "gtin": (re.compile("[0-9]{1,14}"), "1 to 14 digits"),
    "scan_count": (re.compile("[0-9]{1,9}"), "a whole number"),
    "has_price": (re.compile("[01]"), "0 or 1"),
}
_LISTED = re.compile("(attribute|category)([1-9][0-9]{0,3})")


@dataclass(frozen=True)
class Row:
    """One row. What is not mapped is not there; what is blank is None."""

    line: int
    fields: Mapping[str, str | None]
    attributes: list[str] | None
    """Names, without the blank ones; None when no attribute is mapped."""
    categories: list[str | None] | None
    """Names from the top, without blank ones at the end; None when no category is mapped."""


def read_rows(sheet: Sheet, mapping: Mapping[str, str], clean: Callable[[str], str]) -> list[Row]:
    """The rows of a sheet.

    Args:
        sheet: The file.
        mapping: Field to column.
        clean: What is done to the text of each cell.

    Raises:
        ImportAborted: The mapping or a cell is wrong.
    """
    attributes, categories = _listed(mapping, "attribute"), _listed(mapping, "category")
    for field, column in mapping.items():
        if field not in FIELDS and field not in attributes and field not in categories:
            raise ImportAborted(f'mapping: there is no field "{field}"')
        if column not in sheet.columns:
            raise ImportAborted(f'mapping: the file has no column "{column}"')
    fields = [field for field in FIELDS if field in mapping]

    def read(line: int, cells: Mapping[str, str]) -> Row:
        def value(field: str) -> str | None:
            return clean(cells[mapping[field]]) or None

        return Row(
            line,
            {field: _checked(line, field, value(field)) for field in fields},
            [name for name in map(value, attributes) if name] if attributes else None,
            without_blank_end([value(field) for field in categories]) if categories else None,
        )

    return [read(line, cells) for line, cells in sheet.rows]


def without_blank_end(names: list[str | None]) -> list[str | None]:
    """The list up to its last name."""
    end = max((index for index, name in enumerate(names, 1) if name), default=0)
    return names[:end]


def _listed(mapping: Mapping[str, str], kind: str) -> list[str]:
    """The fields `attribute1`, `attribute2`, … of a mapping, in order."""
    found = [match for match in map(_LISTED.fullmatch, mapping) if match and match[1] == kind]
    numbers = sorted(int(match[2]) for match in found)
    return [f"{kind}{number}" for number in numbers if kind == "attribute" or number <= LEVELS]


def _checked(line: int, field: str, value: str | None) -> str | None:
    if value is not None and field in _FORMS:
        form, words = _FORMS[field]
        if not form.fullmatch(value):
            raise ImportAborted(f"line {line}: {field} must be {words}")
    return value
