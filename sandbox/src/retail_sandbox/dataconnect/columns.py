"""What a data set is: columns with the types of the database, and rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

Row = Sequence[Any]
"""One value for each column: int, str, bool or None. A time without a zone is text: `2019-10-01T18:00:00.000`."""

_TYPE = re.compile(r"([A-Z]+)(?:\((\d+|MAX)\))?")
_BYTES = {"INT": 4, "BIGINT": 8, "MONEY": 8, "DATETIME": 8, "BIT": 1, "UNIQUEIDENTIFIER": 16}


@dataclass(frozen=True)
class Column:
    """A column.

    Args:
        name: Its name on the wire.
        type: Its type as SQL Server writes it: `INT`, `NVARCHAR(250)`.
    """

    name: str
    type: str

    @property
    def safe_type(self) -> str:
        """The type without its length."""
        return self._parts[0]

    @property
    def length(self) -> int:
        """The most characters of a text, -1 for no limit; the bytes of any other value."""
        kind, length = self._parts
        if kind in _BYTES:
            return _BYTES[kind]
        return -1 if length in (None, "MAX") else int(length)

    @property
    def _parts(self) -> tuple[str, str | None]:
        match = _TYPE.fullmatch(self.type)
        assert match, self.type
        return match[1], match[2]

    def to_json(self) -> dict[str, Any]:
        """As the formats with column types tell it."""
        return {"Column_Name": self.name, "Type": self.type, "SafeType": self.safe_type, "Length": self.length}


@dataclass(frozen=True)
class DataSet:
    """What a report tells, whatever the format.

    Args:
        columns: The columns, in order.
        count: How many rows there are; asked before any is read.
        rows: Reads the rows in a session, few at a time.
        single: Whether it is one object rather than a list, in `Json`.
    """

    columns: Sequence[Column]
    count: int
    rows: Callable[[Session], Iterator[Row]]
    single: bool = False
