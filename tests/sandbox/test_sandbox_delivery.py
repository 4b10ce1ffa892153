"""Webhooks over loopback: the POST itself, a served sandbox, a sender that is killed."""

from __future__ import annotations

import os
import queue
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx2
import pytest
from retail_sandbox.outbox import LEASE
from retail_sandbox.posting import Reply, post
from retail_sandbox.testing import Sandbox
from retail_sandbox.webhooks import Tally
from shop import TICKET, shop

SCRIPT = Path(__file__).with_name("serve_shop.py")


@dataclass
class Arrived:
    path: str
    headers: dict[str, str]
    body: bytes


Reaction = Callable[[BaseHTTPRequestHandler], None]


def say(status: int, **headers: str) -> Reaction:
    """Answers with a status and headers, and no body."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.end_headers()

    return answer


class Receiver:
    """A real server at a free port of this machine."""

    def __init__(self) -> None:
        self.arrived: queue.Queue[Arrived] = queue.Queue()
        self.answer = say(200)
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                outer.arrived.put(Arrived(self.path, dict(self.headers), body))
                outer.answer(self)

            def log_message(self, format: str, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, args=(0.01,)).start()
        self.url = f"http://127.0.0.1:{self.server.server_port}/hook"

    def next(self) -> Arrived:
        return self.arrived.get(timeout=20)


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    receiver = Receiver()
    yield receiver
    receiver.server.shutdown()
    receiver.server.server_close()


def test_a_post_brings_path_headers_and_body(receiver: Receiver) -> None:
    url = receiver.url.replace("//", "//me:p%40ss@") + "?a=b&c=é d"
    assert post(url, {"Content-Type": "text/json", "X-Mine": "1"}, b"{}") == Reply(200, "")
    arrived = receiver.next()
    assert (arrived.path, arrived.body) == ("/hook?a=b&c=%C3%A9%20d", b"{}")
    assert arrived.headers["Content-Type"] == "text/json"
    assert arrived.headers["X-Mine"] == "1"
    assert arrived.headers["Authorization"] == "Basic bWU6cEBzcw=="


def test_a_redirect_is_not_followed(receiver: Receiver) -> None:
    receiver.answer = say(307, Location=receiver.url)
    assert post(receiver.url, {}, b"{}").status == 307
    receiver.next()
    assert receiver.arrived.empty()


def test_a_proxy_of_the_environment_is_not_asked(receiver: Receiver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    assert post(receiver.url, {}, b"{}").taken


def test_a_receiver_that_never_answers_is_given_up(receiver: Receiver) -> None:
    done = threading.Event()

    def answer(_: BaseHTTPRequestHandler) -> None:
        done.wait(20)

    receiver.answer = answer
    assert post(receiver.url, {}, b"{}", timeout=0.1).status is None
    done.set()


def test_a_receiver_that_answers_byte_by_byte_is_given_up_too(receiver: Receiver) -> None:
    done = threading.Event()

    def answer(handler: BaseHTTPRequestHandler) -> None:
        for _ in range(500):
            if not done.wait(0.01):
                handler.wfile.write(b"H")

    receiver.answer = answer
    assert post(receiver.url, {}, b"{}", timeout=0.3) == Reply(None, "no answer within 0.3 s")
    done.set()


def test_an_endless_answer_is_cut(receiver: Receiver) -> None:
    done = threading.Event()

    def answer(handler: BaseHTTPRequestHandler) -> None:
        say(200)(handler)
        while not done.is_set():
            try:
                handler.wfile.write(b"x" * 1000)
            except OSError:
                return

    receiver.answer = answer
    assert post(receiver.url, {}, b"{}") == Reply(200, "x" * 500)
    done.set()


@pytest.mark.parametrize(
    "url",
    [
        "ftp://127.0.0.1/x",
        "http:/127.0.0.1/x",
        "http://[::1/x",
        "http://127.0.0.1:1/x",
        "http://127.0.0.1:99999/x",
        "http://a..b/x",
        "http://a b/x",
        "http://a\x00b/x",
        "//x",
        "",
    ],
)
def test_a_url_that_leads_nowhere_is_a_failed_try(url: str) -> None:
    reply = post(url, {}, b"{}")
    assert (reply.status, reply.taken) == (None, False)
    assert reply.text


def test_a_receiver_that_speaks_no_http_is_a_failed_try() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            connection, _ = server.accept()
            with connection:
                connection.sendall(b"220 mail.example ESMTP\r\n")
                connection.recv(100_000)

        thread = threading.Thread(target=answer)
        thread.start()
        reply = post(f"http://127.0.0.1:{server.getsockname()[1]}/", {}, b"{}")
        thread.join()
    assert reply.status is None
    assert "BadStatusLine" in reply.text


def start(how: str, database: Path) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, str(SCRIPT), how, str(database)], stdout=subprocess.PIPE, text=True)


def test_a_served_sandbox_delivers_by_itself_and_may_be_called_back(receiver: Receiver, tmp_path: Path) -> None:
    process = start("serve", tmp_path / "state.db")
    try:
        assert process.stdout
        url = process.stdout.readline().rpartition(" ")[2].strip()
        target = {"url": receiver.url, "secret": "s3cret"}
        assert httpx2.put(f"{url}/_sandbox/webhooks/targets", json=[target]).status_code == 200

        def call_back(handler: BaseHTTPRequestHandler) -> None:
            receiver.answer = say(200)
            made = httpx2.post(f"{url}/shop/things", json={"name": "sofa"}, headers=TICKET)
            say(made.status_code)(handler)

        receiver.answer = call_back
        assert httpx2.post(f"{url}/shop/things", json={"name": "desk"}, headers=TICKET).status_code == 201
        assert [receiver.next().body for _ in range(2)] == [b'{"id":3,"name":"desk"}', b'{"id":4,"name":"sofa"}']

        httpx2.post(f"{url}/shop/things/2/buy", headers=TICKET)
        assert receiver.next().body == b'{"id":2,"name":"chair"}'
        httpx2.put(f"{url}/_sandbox/clock", json={"advance": "P1D"})
        assert receiver.next().body == f'{{"id":2,"name":"chair","url":"{url}/shop/things/2"}}'.encode()
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate()


def test_an_event_whose_sender_is_killed_comes_again(receiver: Receiver, tmp_path: Path) -> None:
    database = tmp_path / "state.db"
    with Sandbox([shop()], database=str(database)) as box:
        box.webhooks.add(receiver.url, secret="s3cret")
        httpx2.Client(transport=box.transport).post(f"{box.url('shop')}/things", json={"name": "desk"}, headers=TICKET)
    killed: list[int] = []
    started = threading.Event()

    def kill(handler: BaseHTTPRequestHandler) -> None:
        started.wait(20)
        os.kill(process.pid, signal.SIGKILL)
        killed.append(process.wait(20))
        receiver.answer = say(200)

    receiver.answer = kill
    process = start("pump", database)
    started.set()
    first = receiver.next()
    process.communicate()
    with Sandbox([shop()], database=str(database)) as box:
        assert killed == [-signal.SIGKILL]
        assert box.webhooks.events()[0]["state"] == "sending"
        box.clock.advance(LEASE)
        assert box.webhooks.pump() == Tally(delivered=1)
    assert receiver.next().body == first.body
