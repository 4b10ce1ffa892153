"""Rows: a CSV answer read line by line as typed records, in constant memory."""

from __future__ import annotations

import codecs
import csv
import logging
from collections.abc import AsyncIterator, Iterator
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, get_args

from .decode import Misfit, read_plain
from .errors import APIError
from .files import AsyncDownload, Download
from .models import Model, known_fields

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
        self._reader.begin(self._download.http.charset_encoding)
        return self

    def __exit__(self, *_: object) -> None:
        self._download.__exit__()

    def __iter__(self) -> Iterator[T]:
        for chunk in self._download:
            yield from self._reader.feed(chunk)
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
        self._reader.begin(self._download.http.charset_encoding)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._download.__aexit__()

    async def __aiter__(self) -> AsyncIterator[T]:
        async for chunk in self._download:
            for row in self._reader.feed(chunk):
                yield row
        for row in self._reader.end():
            yield row

    @property
    def misfits(self) -> list[Misfit]:
        """Where rows were not as the spec says; what came there was kept. The first hundred."""
        return self._reader.misfits


class RowsError(APIError, ValueError):
    """The CSV broke off or can't be read, or a row does not fit (with `strict=True`)."""


LONGEST = 1_000_000
"""Characters of the longest record that is read; more of it means that a quote is never closed."""


class _RowReader:
    """Takes text as it arrives, gives rows. A record ends where its quotes are closed: a field may hold line breaks."""

    def __init__(self, type_: Any, strict: bool) -> None:
        self.misfits: list[Misfit] = []
        self._type = type_
        self._strict = strict
        model = type_ if isinstance(type_, type) and issubclass(type_, Model) else None
        self._needed = {known.encode_name for known in known_fields(model) if known.required} if model else None
        self._names: list[str] | None = None
        self._decode = _decoder(None)
        self._lines: list[str] = []
        self._tail = ""
        self._count = 0

    def begin(self, charset: str | None) -> None:
        self._decode = _decoder(charset)

    def feed(self, chunk: bytes) -> Iterator[Any]:
        *lines, self._tail = (self._tail + self._text(chunk)).split("\n")
        waiting = bool(self._lines)
        self._lines += [line + "\n" for line in lines]
        if lines and not (waiting and not any('"' in line for line in lines)):
            yield from self._records(last=False)
        if len(self._tail) + sum(map(len, self._lines)) > LONGEST:
            raise RowsError(f"after row {self._count}: a record is longer than {LONGEST} characters")

    def end(self) -> Iterator[Any]:
        self._tail += self._text(b"", last=True)
        self._lines.append(self._tail)
        yield from self._records(last=True)

    def _text(self, chunk: bytes, *, last: bool = False) -> str:
        try:
            return self._decode.decode(chunk, last)
        except UnicodeDecodeError as error:
            raise RowsError(f"after row {self._count}: the text is not {error.encoding}") from error

    def _records(self, *, last: bool) -> Iterator[Any]:
        """The rows of the lines there are. A record whose quotes are still open waits for more lines."""
        reader, used = csv.reader(self._lines, strict=True), 0
        records: list[list[str]] = []
        try:
            for cells in reader:
                records.append(cells)
                used = reader.line_num
        except csv.Error as error:
            open_quote = "unexpected end of data" in str(error)
            if last or not open_quote:
                yield from self._rows(records)
                reason = "it broke off inside a quoted field" if open_quote else error
                raise RowsError(f"after row {self._count}: the CSV can't be read: {reason}") from error
        self._lines = self._lines[used:]
        yield from self._rows(records)

    def _rows(self, records: list[list[str]]) -> Iterator[Any]:
        for cells in records:
            if not cells:
                continue
            if self._names is None:
                self._names = cells
            else:
                yield self._row(self._names, cells)

    def _row(self, names: list[str], cells: list[str]) -> Any:
        self._count += 1
        if len(cells) != len(names):
            raise RowsError(f"row {self._count} has {len(cells)} cells, its header {len(names)}")
        pairs = zip(names, cells, strict=True)
        plain = {name: cell for name, cell in pairs if cell or self._needed is None or name in self._needed}
        result = read_plain(self._type, plain)
        if result.misfits:
            self._note([Misfit(f"row {self._count}: {misfit.path}", misfit.message) for misfit in result.misfits])
        return result.value

    def _note(self, misfits: list[Misfit]) -> None:
        if self._strict:
            raise RowsError(f"{misfits[0].path}: {misfits[0].message}")
        if not self.misfits:
            log.warning("rows do not match the spec at %s; kept as they came", misfits[0].path)
        self.misfits += misfits[: 100 - len(self.misfits)]


def _decoder(charset: str | None) -> codecs.IncrementalDecoder:
    """Bytes to text; UTF-8, with or without its mark, unless the answer says something else."""
    try:
        known = codecs.lookup(charset or "utf-8").name
    except LookupError:
        known = "utf-8"
    return codecs.getincrementaldecoder("utf-8-sig" if known in ("utf-8", "ascii") else known)("strict")


def _row_type(call: Call) -> Any:
    return get_args(call.operation.returns)[0]
