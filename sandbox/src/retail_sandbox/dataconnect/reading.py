"""Rows read from the database few at a time, however many there are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import Select
from sqlalchemy.orm import Session

from ..store import Store
from .columns import Row

_AT_A_TIME = 500


def read_rows(db: Session, statement: Select[*tuple[Any, ...]]) -> Iterator[Row]:
    """The rows that a query finds, by a cursor that the server keeps."""
    connection = db.connection()
    with connection.execute(statement, execution_options={"yield_per": _AT_A_TIME}) as result:
        for part in result.partitions():
            yield from part


def streamed(store: Store, pieces: Callable[[Session], Iterator[bytes]]) -> Iterator[bytes]:
    """What is made of rows, read in a transaction that lasts as long as the stream."""
    with store.transaction(write=False) as db:
        yield from pieces(db)
