"""Rows: a CSV answer read line by line as typed records, in constant memory."""

from __future__ import annotations

import csv
import logging
from collections.abc import AsyncIterator, Iterator
from io import StringIO
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, get_args

from .decode import Misfit, read_plain
from .files import AsyncDownload, Download

if TYPE_CHECKING:
    from .operations import Call
    from .resources import Async, Sync

T = TypeVar("T")
log = logging.getLogger("retail_runtime")


class Rows(Generic[T]):
    """Rows to be read as they arrive: `with api.vouchers.list_csv() as rows: for row in rows: ...`."""

    def __init__(self, mode: Sync, call: Call) -> None:
        self._download = Download(mode, call)
        self._reader = _RowReader(_row_type(call), mode.engine.settings.strict)

    def __enter__(self) -> Self:
        self._download.__enter__()
        return self

    def __exit__(self, *_: object) -> None:
        self._download.__exit__()

    def __iter__(self) -> Iterator[T]:
        for text in self._download.http.iter_text():
            yield from self._reader.feed(text)
        yield from self._reader.end()

    @property
    def misfits(self) -> list[Misfit]:
        """Where rows were not as the spec says; what came there was kept. The first hundred."""
        return self._reader.misfits


class AsyncRows(Generic[T]):
    """Rows to be read as they arrive: `async with api.vouchers.list_csv() as rows: async for row in rows: ...`."""

    def __init__(self, mode: Async, call: Call) -> None:
        self._download = AsyncDownload(mode, call)
        self._reader = _RowReader(_row_type(call), mode.engine.settings.strict)

    async def __aenter__(self) -> Self:
        await self._download.__aenter__()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._download.__aexit__()

    async def __aiter__(self) -> AsyncIterator[T]:
        async for text in self._download.http.aiter_text():
            for row in self._reader.feed(text):
                yield row
        for row in self._reader.end():
            yield row

    @property
    def misfits(self) -> list[Misfit]:
        """Where rows were not as the spec says; what came there was kept. The first hundred."""
        return self._reader.misfits


class RowsError(ValueError):
    """The CSV broke off, or a row does not fit (with `strict=True`)."""


class _RowReader:
    """Takes text as it arrives, gives rows. A record ends where its quotes are closed: a field may hold line breaks."""

    def __init__(self, type_: Any, strict: bool) -> None:
        self.misfits: list[Misfit] = []
        self._type = type_
        self._strict = strict
        self._names: list[str] | None = None
        self._pending = ""
        self._count = 0

    def feed(self, text: str) -> Iterator[Any]:
        self._pending += text
        cut = self._pending.rfind("\n") + 1
        while cut and self._pending.count('"', 0, cut) % 2:
            cut = self._pending.rfind("\n", 0, cut - 1) + 1
        if cut:
            records, self._pending = self._pending[:cut], self._pending[cut:]
            yield from self._records(records)

    def end(self) -> Iterator[Any]:
        if self._pending.count('"') % 2:
            raise RowsError("the CSV broke off inside a quoted field")
        yield from self._records(self._pending)

    def _records(self, text: str) -> Iterator[Any]:
        for cells in csv.reader(StringIO(text, newline="")):
            if not cells:
                continue
            if self._names is None:
                self._names = [cells[0].removeprefix("\ufeff"), *cells[1:]]
            else:
                yield self._row(self._names, cells)

    def _row(self, names: list[str], cells: list[str]) -> Any:
        self._count += 1
        if len(cells) != len(names):
            raise RowsError(f"row {self._count} has {len(cells)} cells, its header {len(names)}")
        plain = {name: cell for name, cell in zip(names, cells, strict=True) if cell != ""}
        result = read_plain(self._type, plain)
        if result.misfits:
            self._note([Misfit(f"row {self._count}: {misfit.path}", misfit.message) for misfit in result.misfits])
        return result.value

    def _note(self, misfits: list[Misfit]) -> None:
        if self._strict:
            raise RowsError(f"{misfits[0].path}: {misfits[0].message}")
        if not self.misfits:
            log.warning("rows do not match the spec (%s: %s); kept as they came", misfits[0].path, misfits[0].message)
        self.misfits += misfits[: 100 - len(self.misfits)]


def _row_type(call: Call) -> Any:
    return get_args(call.operation.returns)[0]
