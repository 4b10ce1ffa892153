"""Over a real connection: what a mock transport cannot show."""

from __future__ import annotations

import logging
import socket
import threading
from collections.abc import Iterator
from decimal import Decimal
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import anyio
import httpx2
import pytest
from retail_runtime import APIConnectionError, APITimeoutError, NotFoundError, Retry

from .acme import Acme, AsyncAcme, Key

ONCE = Retry(attempts=1)


class Shop(BaseHTTPRequestHandler):
    """Answers by path."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        server: Any = self.server
        server.seen.append((self.command, self.path, self.headers))
        length = int(self.headers.get("content-length") or 0)
        server.bodies.append(self.rfile.read(length))
        match self.path.partition("?")[0]:
            case "/vouchers.csv":
                self._chunks(b"id,note\n", *[b'v%d,"a\nb"\n' % n for n in range(1_000)])
            case "/vouchers.pdf":  # says more than it sends
                self._head(200, "application/pdf", 1_000)
                self.wfile.write(b"%PDF")
                self.close_connection = True
            case "/vouchers/none":
                self._whole(404, b'{"message": "none"}')
            case "/vouchers/drop":
                self.close_connection = True
            case "/vouchers/slow":
                server.release.wait(5)
                self._whole(200, b'{"id": "slow"}')
            case _:
                self._whole(200, b'{"id": "v1", "job": "j"}')

    do_POST = do_PUT = do_PATCH = do_DELETE = do_GET

    def _head(self, status: int, media: str, length: int | None) -> None:
        self.send_response(status)
        self.send_header("content-type", media)
        self.send_header("set-cookie", "sid=from-server; Path=/")
        if length is None:
            self.send_header("transfer-encoding", "chunked")
        else:
            self.send_header("content-length", str(length))
        self.end_headers()

    def _whole(self, status: int, body: bytes) -> None:
        self._head(status, "application/json", len(body))
        self.wfile.write(body)

    def _chunks(self, *chunks: bytes) -> None:
        self._head(200, "text/csv", None)
        for chunk in (*chunks, b""):
            self.wfile.write(b"%x\r\n%b\r\n" % (len(chunk), chunk))

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing."""


class Server(ThreadingHTTPServer):
    """The shop on a free port of this machine."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Shop)
        self.seen: list[tuple[str, str, Message]] = []
        self.bodies: list[bytes] = []
        self.release = threading.Event()
        self.url = f"http://127.0.0.1:{self.server_port}"


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as running:
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield running
        running.release.set()
        running.shutdown()
        thread.join()


def test_calls_of_every_verb_arrive(server: Server) -> None:
    with Acme(Key("k"), base_url=server.url) as api:
        assert api.vouchers.get("a/b", expand=True).id == "v1"
        api.vouchers.create(Decimal(1))
        api.vouchers.put("v", {"id": "v"})
        api.vouchers.change("v", note="n")
        api.vouchers.delete(6)
        api.jobs.delete_form("ü")
    assert [(verb, path) for verb, path, _ in server.seen] == [
        ("GET", "/vouchers/a%2Fb?expand=true"),
        ("POST", "/vouchers"),
        ("PUT", "/vouchers/v"),
        ("PATCH", "/vouchers/v"),
        ("DELETE", "/vouchers"),
        ("DELETE", "/form"),
    ]
    assert server.bodies[1:] == [
        b'{"value":"1"}',
        b'{"id":"v"}',
        b'{"note":{"value":"n"}}',
        b'{"id":"6"}',
        b"name=%C3%BC",
    ]
    assert server.seen[1][2]["Cookie"] == "sid=from-server"


def test_a_file_is_uploaded_whole(server: Server, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"a;b" * 100_000)
    with Acme(Key("k"), base_url=server.url) as api:
        for data in (path, path.open("rb"), path.read_bytes()):
            api.jobs.start(data=data)
    assert all(path.read_bytes() in body for body in server.bodies)


@pytest.mark.parametrize("backend", [None, "asyncio", "trio"])
def test_a_pipe_is_uploaded_once(server: Server, backend: str | None) -> None:
    read, write = socket.socketpair()
    write.sendall(b"a;b")
    write.close()
    with read, read.makefile("rb") as pipe:
        if backend is None:
            with Acme(Key("k"), base_url=server.url) as api:
                api.jobs.start(data=("a.csv", pipe))
        else:

            async def main() -> None:
                async with AsyncAcme(Key("k"), base_url=server.url) as api:
                    await api.jobs.start(data=("a.csv", pipe))

            anyio.run(main, backend=backend)
    assert len(server.seen) == 1
    assert b"a;b" in server.bodies[0]


def test_rows_are_streamed(server: Server) -> None:
    with Acme(Key("k"), base_url=server.url) as api, api.vouchers.rows() as rows:
        assert [row.id for row in rows] == [f"v{n}" for n in range(1_000)]


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_rows_are_streamed_to_async_clients_and_may_be_left(server: Server, backend: str) -> None:
    async def main() -> None:
        async with AsyncAcme(Key("k"), base_url=server.url) as api:
            async with api.vouchers.rows() as rows:
                assert len([row async for row in rows]) == 1_000
            async with api.vouchers.rows() as rows:
                async for row in rows:
                    assert row.id == "v0"
                    break
            assert (await api.vouchers.get("v")).id == "v1"

    anyio.run(main, backend=backend)


def test_a_body_that_is_shorter_than_said_is_noticed(server: Server) -> None:
    with (
        Acme(Key("k"), base_url=server.url) as api,
        api.vouchers.pdf() as file,
        pytest.raises(APIConnectionError, match="broke off"),
    ):
        file.read()


def test_connections_are_used_again_after_errors_downloads_and_interruptions(server: Server) -> None:
    limits = httpx2.Limits(max_connections=1)
    http = httpx2.Client(limits=limits, timeout=2.0)
    with http:
        api = Acme(Key("k"), base_url=server.url, http=http, retry=ONCE, timeout=2.0)
        for _ in range(3):
            with pytest.raises(NotFoundError):
                api.vouchers.get("none")
            with pytest.raises(NotFoundError):
                api.with_response.vouchers.get("none")
            with api.vouchers.rows() as rows:
                next(iter(rows))
            with pytest.raises(KeyboardInterrupt), api.vouchers.rows() as rows:
                raise KeyboardInterrupt
            with pytest.raises(APIConnectionError), api.vouchers.pdf() as file:
                file.read()
            assert api.vouchers.get("v").id == "v1"  # would wait in vain for the one connection


def test_a_dropped_connection_and_a_closed_port_are_connection_errors(server: Server) -> None:
    with Acme(Key("k"), base_url=server.url, retry=ONCE) as api, pytest.raises(APIConnectionError):
        api.vouchers.get("drop")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with Acme(Key("k"), base_url=f"http://127.0.0.1:{port}", retry=ONCE) as api, pytest.raises(APIConnectionError):
        api.vouchers.get("v")


def test_a_slow_answer_is_a_timeout(server: Server) -> None:
    with Acme(Key("k"), base_url=server.url, retry=ONCE, timeout=0.05) as api, pytest.raises(APITimeoutError):
        api.vouchers.get("slow")


def test_no_logger_of_the_http_library_tells_a_secret(server: Server, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with Acme(Key("k-secret"), base_url=server.url) as api:
        api.account.query()
        api.vouchers.get("v")
        with api.vouchers.rows() as rows:
            list(rows)
    assert "k-secret" not in caplog.text
    assert "from-server" not in caplog.text
    assert "retail_runtime" in {record.name for record in caplog.records}


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_nor_to_an_async_client(server: Server, backend: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)

    async def main() -> None:
        async with AsyncAcme(Key("k-secret"), base_url=server.url) as api:
            await api.account.query()
            async with api.vouchers.rows() as rows:
                assert [row async for row in rows]

    anyio.run(main, backend=backend)
    assert "k-secret" not in caplog.text
    assert "from-server" not in caplog.text
