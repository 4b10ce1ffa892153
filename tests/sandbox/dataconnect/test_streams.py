"""Large answers: sent as they are read, in memory that does not grow with them."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator

import pytest
from retail_sandbox.testing import Sandbox

from .reports import CUSTOMERS, client

COUNT = 20_000
SMALL = 4 * 1024 * 1024
"""Bytes that a stream may hold: a small part of what it sends."""


@pytest.fixture(scope="module")
def crowded() -> Iterator[Sandbox]:
    """A company of many customers."""
    account = {"username": "me", "password": "secret", "tokens": [{"token": "mine"}]}
    made = {"id": 500, "name": "Many", "accounts": [account], "generate": {"seed": 1, "customers": COUNT}}
    with Sandbox(["dataconnect"], seeds=[{"dataconnect": {"companies": [made]}}]) as sandbox:
        yield sandbox


@pytest.mark.parametrize(
    ("response", "mark", "encoding"),
    [
        ("Csv", b"\r\n", "identity"),
        ("Csv", b"\r\n", "gzip"),
        ("Xml", b"<Record>", "identity"),
        ("XmlDataTable", b"<Record>", "identity"),
        ("Json", b'{"CustomerID"', "identity"),
        ("JsonDataTable", b'{"CustomerID"', "gzip"),
    ],
)
def test_a_large_answer_needs_little_memory(crowded: Sandbox, response: str, mark: bytes, encoding: str) -> None:
    parameters = {"Response": response, "CSV.Headers": "false"}
    headers = {"Accept-Encoding": encoding}
    size = found = 0
    with client(crowded, "mine") as http:
        tracemalloc.start()
        try:
            with http.stream("GET", CUSTOMERS, params=parameters, headers=headers) as answer:
                kept = b""
                for piece in answer.iter_bytes():
                    size += len(piece)
                    text = kept + piece
                    found += text.count(mark)
                    kept = text[-len(mark) + 1 :]
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert found >= COUNT
    assert peak < SMALL < size


def test_the_first_piece_comes_before_the_last_row_is_read(crowded: Sandbox) -> None:
    with (
        client(crowded, "mine") as http,
        http.stream("GET", CUSTOMERS, params={"Response": "Csv"}, headers={"Accept-Encoding": "identity"}) as answer,
    ):
        assert 10_000 < len(next(answer.iter_raw())) < 1_000_000


def test_a_stream_shows_the_rows_as_they_were_when_it_began(crowded: Sandbox) -> None:
    with client(crowded, "mine") as http:
        with http.stream("GET", CUSTOMERS, params={"Response": "Csv"}) as answer:
            pieces = answer.iter_text()
            begun = next(pieces)
            customer = {"id": COUNT + 1, "entity_id": "0" * 8 + "-0000-4000-8000-" + "0" * 12}
            moment = {"row_thumbprint": customer["entity_id"], "row_inserted": "2020-01-01"}
            crowded.seed({"dataconnect": {"companies": [{"id": 500, "customers": [{**customer, **moment}]}]}})
            rest = "".join(pieces)
        assert (begun + rest).count("@mail.example") + rest.count(",,true,") > COUNT * 0.9
        assert f"\n{COUNT + 1}," not in rest
        assert f"\n{COUNT + 1}," in http.get(CUSTOMERS, params={"Response": "Csv"}).text
