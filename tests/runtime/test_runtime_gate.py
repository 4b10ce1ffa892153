"""A limit on the requests of one client that are in flight."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import anyio
import anyio.lowlevel
import httpx2
import pytest
from retail_runtime import APITimeoutError, Credentials, Secret, SyncClient
from retail_runtime.clients import AsyncClient

from .acme import SPEC, Api


class Slow(httpx2.BaseTransport, httpx2.AsyncBaseTransport):
    """Counts the requests that are in flight, until their answers are closed."""

    def __init__(self) -> None:
        self.now, self.most, self._lock = 0, 0, threading.Lock()
        self.enough = threading.Event()

    def _enter(self) -> httpx2.Response:
        with self._lock:
            self.now += 1
            self.most = max(self.most, self.now)
        return httpx2.Response(200, headers={"content-type": "application/json"}, stream=Body(self))

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        response = self._enter()
        if self.now >= 3:
            self.enough.set()
        self.enough.wait(5)
        return response

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        response = self._enter()
        await anyio.lowlevel.checkpoint()
        return response


class Body(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    def __init__(self, transport: Slow) -> None:
        self._transport = transport

    def __iter__(self) -> Iterator[bytes]:
        yield b'{"id": "v_1"}'

    async def __aiter__(self) -> Any:
        await anyio.lowlevel.checkpoint()
        yield b'{"id": "v_1"}'

    def close(self) -> None:
        with self._transport._lock:
            self._transport.now -= 1

    async def aclose(self) -> None:
        self.close()


def limited(kind: Any, transport: Any, **options: Any) -> Any:
    """A client of an API that takes three requests at once."""
    from msgspec.structs import replace

    credentials = Credentials({"key": (Secret("k", "ACME_SHOP_KEY"),)})
    return kind(replace(SPEC, concurrency=3), credentials, {"transport": transport, **options})


def test_a_blocking_client_keeps_to_the_limit_from_any_thread() -> None:
    transport = Slow()
    api = Api(limited(SyncClient, transport).mode)
    threads = [threading.Thread(target=api.vouchers.get, args=(f"v_{n}",)) for n in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert (transport.most, transport.now) == (3, 0)


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_an_async_client_keeps_to_the_limit(backend: str) -> None:
    transport = Slow()

    async def main() -> None:
        api: Any = Api(limited(AsyncClient, transport).mode)
        async with anyio.create_task_group() as tasks:
            for number in range(12):
                tasks.start_soon(api.vouchers.get, f"v_{number}")

    anyio.run(main, backend=backend)
    assert (transport.most, transport.now) == (3, 0)


def test_a_download_counts_until_it_is_closed_and_waiting_for_a_turn_ends_with_a_clear_error() -> None:
    transport = Slow()
    transport.enough.set()
    api = Api(limited(SyncClient, transport, timeout=httpx2.Timeout(5, pool=0.01)).mode)
    with ExitStack() as open_files:
        for _ in range(3):
            open_files.enter_context(api.vouchers.pdf())
        started = time.monotonic()
        with pytest.raises(APITimeoutError, match="3 requests of this client are in flight"):
            api.vouchers.get("v_1")
        assert time.monotonic() - started < 5
    assert api.vouchers.get("v_1").id == "v_1"


def test_clients_made_from_one_another_share_the_limit() -> None:
    client = limited(SyncClient, Slow())
    assert client._with({"timeout": 1.0}).mode.engine.gate is client.mode.engine.gate
