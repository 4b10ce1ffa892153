"""CSV answers, read as typed rows as they arrive."""

from __future__ import annotations

import csv
import io
import tracemalloc
from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal
from typing import Any

import anyio
import httpx2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from retail_runtime import (
    APIConnectionError,
    APIError,
    RowsError,
)

from .acme import AsyncAcme, Key, Voucher, acme
from .wire import Stream, Wire, coming


def rows(*pieces: bytes | Exception, media: str = "text/csv", **options: Any) -> list[Voucher]:
    api, _ = acme(coming(Stream(*pieces), media), **options)
    with api.vouchers.rows() as found:
        return list(found)


def test_rows_are_typed() -> None:
    assert rows(b"id,value,count,note,new\nv1,1.50,3,,x\nv2,,,hi,\n") == [
        Voucher(id="v1", value=Decimal("1.50"), count=3),
        Voucher(id="v2", note="hi"),
    ]


@pytest.mark.parametrize("size", [1, 2, 3, 7, 100])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_rows_may_be_cut_anywhere(size: int, end: bytes) -> None:
    text = '\ufeffid,note\nv1,"a\nb, ""c"""\nv2,ü\n\n"v3",5" wide\nv4,last'.encode().replace(b"\n", end)
    pieces = [text[at : at + size] for at in range(0, len(text), size)]
    line = end.decode()
    wanted = [("v1", f'a{line}b, "c"'), ("v2", "ü"), ("v3", '5" wide'), ("v4", "last")]
    assert [(row.id, row.note) for row in rows(*pieces)] == wanted


CELLS = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\x00\r"), max_size=6)


@settings(max_examples=60, derandomize=True, database=None, deadline=None)
@given(st.lists(CELLS, max_size=5), st.integers(1, 20), st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]))
def test_whatever_is_written_as_csv_is_read_again(notes: list[str], size: int, quoting: int) -> None:
    file = io.StringIO(newline="")
    writer = csv.writer(file, quoting=quoting)  # type: ignore[arg-type]
    writer.writerows([("id", "note"), *[("v", note) for note in notes]])
    text = file.getvalue().encode()
    pieces = [text[at : at + size] for at in range(0, len(text), size)]
    assert [row.note or "" for row in rows(*pieces)] == notes


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_async_rows_too(backend: str) -> None:
    async def main() -> list[str]:
        wire = Wire(coming(Stream(b"id\nv", b"1\n", b"v2")))
        async with AsyncAcme(Key("k"), transport=wire) as api, api.vouchers.rows() as found:
            return [row.id async for row in found]

    assert anyio.run(main, backend=backend) == ["v1", "v2"]


@pytest.mark.parametrize("text", [b"", b"id,note\n", b"\xef\xbb\xbf", b"\n\n"])
def test_no_rows_are_no_rows(text: bytes) -> None:
    assert rows(text) == []


def test_rows_arrive_before_the_last_is_sent() -> None:
    stream = Stream(b"id\nv1\nv", b"2\n", b"v3\n")
    api, _ = acme(coming(stream))
    with api.vouchers.rows() as found:
        assert next(iter(found)).id == "v1"
        assert stream.given == 1
    assert stream.closed


def test_rows_take_constant_memory() -> None:
    class Endless(Stream):
        def __iter__(self) -> Iterator[bytes]:
            yield b"id,note\n"
            for _ in range(400):
                yield b'v1,"some\ntext"\n' * 100

    api, _ = acme(coming(Endless()))
    tracemalloc.start()
    with api.vouchers.rows() as found:
        count = sum(1 for _ in found)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 40_000
    assert peak < 300_000  # the text alone has 600 000 bytes


def test_a_quote_that_is_never_closed_does_not_fill_the_memory() -> None:
    stream = Stream(b"id,note\n", b'v1,"', *[b"x" * 100_000] * 1_000)
    api, _ = acme(coming(stream))
    with pytest.raises(RowsError, match="longer than"), api.vouchers.rows() as found:
        list(found)
    assert stream.given < 20


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (b'id,note\nv1,"broken', "after row 0: .*broke off inside a quoted field"),
        (b'id,note\nv1,x\nv2,"broken\n', "after row 1: .*broke off"),
        (b"id,note\nv1\n", "row 1 has 1 cells, its header 2"),
        (b"id,note\nv1,a\nv2,a,b\n", "row 2 has 3 cells"),
        (b"id,note\nv1,\xff\n", "not utf-8"),
        (b"id,note\nv1,\xc3", "not utf-8"),
        (b'id,note\nv1,"a"b\n', "can't be read"),
        (b"id,note\nv1,a\rb\n", "can't be read"),
    ],
)
def test_a_csv_that_cannot_be_read_says_where(text: bytes, reason: str) -> None:
    with pytest.raises(RowsError, match=reason) as caught:
        rows(text)
    assert isinstance(caught.value, APIError)


def test_rows_before_a_fault_are_given() -> None:
    api, _ = acme(coming(Stream(b'id,note\nv1,x\nv2,"broken')))
    got: list[str] = []
    with suppress(RowsError), api.vouchers.rows() as found:
        for row in found:
            got.append(row.id)
    assert got == ["v1"]


def test_rows_that_break_off_are_a_connection_error() -> None:
    with pytest.raises(APIConnectionError, match=r"vouchers.rows"):
        rows(b"id\nv1\n", httpx2.ReadError("gone"))


def test_rows_in_another_character_set_are_read() -> None:
    text = "id,note\nv1,ü\n"
    assert rows(text.encode("latin-1"), media="text/csv; charset=iso-8859-1")[0].note == "ü"
    assert rows(text.encode("utf-16"), media="text/csv; charset=utf-16")[0].note == "ü"
    assert rows(text.encode(), media="text/csv; charset=no-such")[0].note == "ü"


def test_misfits_in_rows_are_kept_and_reported(caplog: pytest.LogCaptureFixture) -> None:
    api, _ = acme(coming(Stream(b"id,count\nv1,secret\nv2,2\n")))
    with api.vouchers.rows() as found:
        read: list[Any] = list(found)
    assert [row.count for row in read] == ["secret", 2]
    assert [misfit.path for misfit in found.misfits] == ["row 1: $.count"]
    assert "row 1: $.count" in caplog.text
    assert "secret" not in caplog.text
    with pytest.raises(RowsError, match=r"row 1: \$.count"):
        rows(b"id,count\nv1,many\n", strict=True)


def test_a_blank_cell_is_nothing_except_where_text_must_be() -> None:
    assert rows(b"id,note,count,value\n,,,\n") == [Voucher(id="")]
