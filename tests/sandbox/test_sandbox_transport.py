"""The sandbox in process: one transport for sync and async clients, and the pytest fixture."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator

import httpx2
import pytest
from retail_sandbox.testing import Sandbox
from shop import TICKET

pytest_plugins = ["pytester"]


def test_one_transport_serves_sync_and_async_clients(box: Sandbox) -> None:
    async def ask() -> list[int]:
        async with httpx2.AsyncClient(transport=box.transport, base_url=box.url("shop"), headers=TICKET) as client:
            answers = await asyncio.gather(*(client.post("/things", json={"name": f"n{n}"}) for n in range(20)))
            return [answer.json()["id"] for answer in answers]

    assert sorted(asyncio.run(ask())) == list(range(3, 23))
    with httpx2.Client(transport=box.transport, base_url=box.url("shop"), headers=TICKET) as client:
        assert client.get("/things/22").status_code == 200


def test_an_async_client_streams_both_ways(box: Sandbox) -> None:
    async def body() -> AsyncIterator[bytes]:
        yield b'{"name": '
        yield b'"streamed"}'

    async def ask() -> list[bytes]:
        async with httpx2.AsyncClient(transport=box.transport, base_url=box.url("shop"), headers=TICKET) as client:
            await client.post("/things", content=body(), headers={"Content-Type": "application/json"})
            async with client.stream("GET", "/export") as answer:
                return [chunk async for chunk in answer.aiter_raw()]

    assert asyncio.run(ask()) == [b"name\n", b"lamp\n", b"chair\n", b"streamed\n"]


def test_a_sync_client_may_stream_its_body(http: httpx2.Client) -> None:
    def body() -> Iterator[bytes]:
        yield b'{"name": "streamed"}'

    assert http.post("/things", content=body(), headers={"Content-Type": "application/json"}).status_code == 201


def test_a_closed_client_leaves_the_transport_open(box: Sandbox) -> None:
    for _ in range(2):
        with httpx2.Client(transport=box.transport, base_url=box.url("shop"), headers=TICKET) as client:
            assert client.get("/things/1").status_code == 200


def test_paths_and_headers_arrive_as_they_were_sent(http: httpx2.Client) -> None:
    assert http.get("/echo/%37?tags=caf%C3%A9,%E2%82%AC", headers=[(b"X-Trace", "é!!".encode("latin-1"))]).json()[
        "params"
    ] == {
        "id": 7,
        "page": 1,
        "tags": ["café", "€"],
        "X-Trace": "é!!",
    }


def test_an_unknown_mount_is_told(box: Sandbox) -> None:
    with pytest.raises(ValueError, match="nothing is mounted at 'market'; there are shop, shop-files"):
        box.url("market")


def test_the_fixture_comes_fresh_to_each_test(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        import pytest

        @pytest.mark.parametrize("run", [1, 2])
        def test_fresh(sandbox, run):
            assert sandbox.journal.entries() == []
            assert not sandbox.faults.rules
            sandbox.faults.add("error")
            for api in ("eandata", "pam"):
                assert sandbox.url(api) == f"http://sandbox/{api}"
        """
    )
    pytester.runpytest_inprocess("-p", "no:cacheprovider").assert_outcomes(passed=2)
