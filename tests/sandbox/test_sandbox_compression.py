"""Compressed answers, and streams that are closed."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import httpx2
import pytest
from retail_sandbox.api import Answer, Call
from retail_sandbox.testing import Sandbox
from shop import API, TICKET, Thing, shop
from sqlalchemy import func, select


class Told:
    """A stream that counts things in a transaction of its own, and notes its end."""

    def __init__(self, call: Call) -> None:
        self._store = call.store
        self.closed = 0

    def __iter__(self) -> Iterator[bytes]:
        with self._store.transaction(write=False) as db:
            yield f"{db.scalar(select(func.count()).select_from(Thing))}\n".encode()
        yield b"x" * 100_000

    def close(self) -> None:
        self.closed += 1


class Shop:
    """A shop whose things and whose export are compressed, and the streams that it made."""

    def __init__(self) -> None:
        self.streams: list[Told] = []
        handlers = {**API.handlers, "things_get": self._get, "things_export": self._export}
        self.box = Sandbox([shop(api=replace(API, handlers=handlers))])
        self.http = httpx2.Client(transport=self.box.transport, base_url=self.box.url("shop"), headers=TICKET)

    def _get(self, call: Call) -> Answer:
        return Answer({"id": 1, "name": "lamp" * 1000}, gzip=True)

    def _export(self, call: Call) -> Answer:
        self.streams.append(Told(call))
        return Answer(stream=self.streams[-1], media_type="text/csv", gzip=True)


@pytest.fixture
def compressing() -> Iterator[Shop]:
    made = Shop()
    with made.box:
        yield made


@pytest.mark.parametrize("path", ["/things/1", "/export"])
def test_an_answer_is_compressed_for_a_caller_that_accepts_it(compressing: Shop, path: str) -> None:
    plain = compressing.http.get(path, headers={"Accept-Encoding": "identity"})
    packed = compressing.http.get(path, headers={"Accept-Encoding": "br;q=0.1, gzip"})
    assert plain.headers.get("Content-Encoding") is None
    assert packed.headers["Content-Encoding"] == "gzip"
    assert {plain.headers["Vary"], packed.headers["Vary"]} == {"Accept-Encoding"}
    assert packed.content == plain.content


def test_what_is_compressed_is_smaller(compressing: Shop) -> None:
    with compressing.http.stream("GET", "/export", headers={"Accept-Encoding": "gzip"}) as answer:
        raw = b"".join(answer.iter_raw())
    assert len(raw) < 1000 < len(gzip.decompress(raw))


def test_a_caller_may_refuse_compression(compressing: Shop) -> None:
    answer = compressing.http.get("/export", headers={"Accept-Encoding": "gzip;q=0"})
    assert "Content-Encoding" not in answer.headers


@pytest.mark.parametrize("encoding", ["gzip", "identity"])
def test_a_stream_is_closed_once_when_it_was_sent(compressing: Shop, encoding: str) -> None:
    assert compressing.http.get("/export", headers={"Accept-Encoding": encoding}).text.startswith("2\n")
    assert [stream.closed for stream in compressing.streams] == [1]


@pytest.mark.parametrize("encoding", ["gzip", "identity"])
def test_a_stream_is_closed_when_it_is_given_up(compressing: Shop, encoding: str) -> None:
    with compressing.http.stream("GET", "/export", headers={"Accept-Encoding": encoding}):
        assert compressing.streams[0].closed == 0
    assert compressing.streams[0].closed == 1


def test_a_stream_is_closed_when_nothing_of_it_is_sent(compressing: Shop) -> None:
    compressing.http.head("/export")
    assert compressing.streams[0].closed == 1


@pytest.mark.parametrize("kind", ["lost", "malformed"])
def test_a_stream_is_closed_when_a_fault_takes_its_place(compressing: Shop, kind: Any) -> None:
    compressing.box.faults.set([{"operation": "things_export", "kind": kind}])
    compressing.http.get("/export", headers={"Accept-Encoding": "identity"})
    assert compressing.streams[0].closed == 1
