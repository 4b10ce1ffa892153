"""Serving: a GET of the sandbox, beside a bare Werkzeug application that answers the same bytes unchecked."""

from __future__ import annotations

import http.client
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from retail_sandbox.testing import Sandbox
from werkzeug import Request, Response
from werkzeug.routing import Map, Rule
from werkzeug.test import Client

from bench.pairs import Pair, measure, timed

PATH = "/eandata/feed/?keycode=0123456789ABCDEF&v=3&mode=json&find=0049000006582"
ROUTES = Map([Rule("/eandata/feed/", endpoint="feed")])


class Bare:
    """Routes, reads the query, answers bytes."""

    def __init__(self, content: bytes) -> None:
        self.content = content

    def __call__(self, environ: Any, start_response: Any) -> Any:
        """A WSGI application."""
        request = Request(environ)
        ROUTES.bind_to_environ(environ).match()
        request.args.get("find")
        return Response(self.content, content_type="application/json")(environ, start_response)


def in_process(folder: Path) -> Pair:
    """Without a socket."""
    with Sandbox(["eandata"], database=str(folder / "in-process.db")) as sandbox:
        ours = Client(sandbox.app)
        other = Client(Bare(ours.get(PATH).data))
        return measure(timed(lambda: ours.get(PATH), 200), timed(lambda: other.get(PATH), 200), rounds=9)


def over_loopback(folder: Path) -> Pair:
    """Through granian, one connection that is kept."""
    with Sandbox(["eandata"], database=str(folder / "loopback.db")) as sandbox:
        content = Client(sandbox.app).get(PATH).data
    with _served(_sandbox, str(folder / "served.db")) as ours, _served(_bare, content) as other:
        return measure(timed(_getter(ours), 300), timed(_getter(other), 300), rounds=7)


def _getter(port: int) -> Callable[[], None]:
    connection = http.client.HTTPConnection("127.0.0.1", port)

    def get() -> None:
        connection.request("GET", PATH)
        connection.getresponse().read()

    return get


@contextmanager
def _served(target: Callable[..., None], argument: Any) -> Generator[int]:
    port = _free_port()
    process = get_context("spawn").Process(target=target, args=(argument, port))
    process.start()
    try:
        _wait_for(port)
        yield port
    finally:
        process.terminate()
        process.join(10)


def _sandbox(database: str, port: int) -> None:
    from retail_sandbox.cli import main

    main(["serve", "--api", "eandata", "--database", database, "--port", str(port)])


def _bare(content: bytes, port: int) -> None:
    from functools import partial

    from granian.constants import Interfaces
    from granian.log import LogLevels
    from granian.server import Server

    server = Server("bench", port=port, interface=Interfaces.WSGI, blocking_threads=32, log_level=LogLevels.error)
    server.serve(target_loader=partial(Bare, content), wrap_loader=False)


def _free_port() -> int:
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_for(port: int) -> None:
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        try:
            _getter(port)()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError(f"nothing answers at port {port}")
