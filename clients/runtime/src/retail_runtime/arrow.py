"""Answers that tell their columns' types, as Arrow tables: for pandas, polars, DuckDB and whatever else reads Arrow.

Needs pyarrow: `pip install 'retail-runtime[arrow]'`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from .decode import Misfit, dig
from .errors import MissingExtraError

if TYPE_CHECKING:
    from pyarrow import Table as ArrowTable
else:

    class ArrowTable:
        """A `pyarrow.Table`. (Its own class is imported with the first answer: the import takes long.)"""


class TableShape(Struct, frozen=True):
    """Where an answer has its rows and its columns' types."""

    rows: str
    columns: str
    name: str
    """Where a column has its name."""
    type: str
    """Where a column has its SQL Server type, such as `NVARCHAR(50)`."""


def read_table(shape: TableShape, content: bytes) -> tuple[ArrowTable, list[Misfit]]:
    """An answer as an Arrow table whose columns have the types that the answer tells.

    A column with a value that does not fit its type comes as text, and is told as a misfit.

    Raises:
        MissingExtraError: pyarrow is not installed.
        ValueError: The answer is not JSON, or has no columns.
    """
    pa = need_pyarrow()
    plain = msgspec.json.decode(content)
    rows, columns = dig(plain, shape.rows), dig(plain, shape.columns)
    if not isinstance(rows, list) or not isinstance(columns, list):
        raise ValueError(f"it has no {shape.rows} and {shape.columns}")
    arrays: dict[str, Any] = {}
    misfits: list[Misfit] = []
    for column in columns:  # pyright: ignore[reportUnknownVariableType]
        name, sql = str(dig(column, shape.name)), str(dig(column, shape.type))
        values: list[Any] = [dig(row, name) for row in rows]  # pyright: ignore[reportUnknownVariableType]
        type_, convert = _column(pa, sql)
        try:
            arrays[name] = pa.array([None if value is None else convert(value) for value in values], type_)
        except (ValueError, TypeError, ArithmeticError, pa.ArrowException):
            arrays[name] = pa.array([None if value is None else str(value) for value in values], pa.string())
            misfits.append(Misfit(f"$.{shape.rows}[*].{name}", f"Expected `{sql}`; kept as text"))
    return pa.table(arrays), misfits


def need_pyarrow() -> Any:
    """The module pyarrow.

    Raises:
        MissingExtraError: It is not installed.
    """
    try:
        import pyarrow
    except ModuleNotFoundError as error:
        raise MissingExtraError("Arrow tables need pyarrow: pip install 'retail-runtime[arrow]'") from error
    return pyarrow


def _column(pa: Any, sql: str) -> tuple[Any, Callable[[Any], Any]]:
    """The Arrow type of a SQL Server type, and how a JSON value becomes one."""
    name, _, size = sql.upper().partition("(")
    numbers = [int(number) for number in re.findall(r"\d+", size)]
    if name.strip() in ("DECIMAL", "NUMERIC"):
        precision, scale = (*numbers, 18, 0)[:2] if len(numbers) < 2 else numbers[:2]
        return pa.decimal128(precision, scale), _decimal(scale)
    exact: Mapping[str, tuple[Any, Callable[[Any], Any]]] = {
        "TINYINT": (pa.uint8(), int),
        "SMALLINT": (pa.int16(), int),
        "INT": (pa.int32(), int),
        "BIGINT": (pa.int64(), int),
        "BIT": (pa.bool_(), _boolean),
        "REAL": (pa.float32(), float),
        "FLOAT": (pa.float64(), float),
        "MONEY": (pa.decimal128(19, 4), _decimal(4)),
        "SMALLMONEY": (pa.decimal128(10, 4), _decimal(4)),
        "DATE": (pa.date32(), lambda value: msgspec.convert(str(value)[:10], date)),
        "DATETIME": (pa.timestamp("ms"), _moment),
        "DATETIME2": (pa.timestamp("us"), _moment),
        "SMALLDATETIME": (pa.timestamp("s"), _moment),
    }
    return exact.get(name.strip(), (pa.string(), str))


def _decimal(scale: int) -> Callable[[Any], Decimal]:
    step = Decimal(1).scaleb(-scale)
    return lambda value: Decimal(str(value)).quantize(step)


def _boolean(value: Any) -> bool:
    return msgspec.convert(value, bool, strict=False)


def _moment(value: Any) -> datetime:
    return msgspec.convert(value, datetime)


__all__ = ["ArrowTable", "TableShape", "need_pyarrow", "read_table"]
