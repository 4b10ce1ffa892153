"""The sandbox behind a real port."""

from __future__ import annotations

import logging
import os
import signal
import socket
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

from .app import App
from .services import load_services

THREADS = 32
"""Requests that a worker serves at once; the others wait."""
SENDERS = 4
"""Webhook receivers that a worker talks to at once."""
PAUSE = 0.25
"""Seconds between two looks for webhook events that are due."""

log = logging.getLogger("retail_sandbox")


class ServeError(Exception):
    """The sandbox cannot be served; the text says why."""


@dataclass(frozen=True, kw_only=True)
class ServeOptions:
    """What a worker needs to know."""

    host: str
    port: int
    """0: any free one."""
    database: str
    """Path or URL. Every worker opens it."""
    seeds: Sequence[Mapping[str, Any]]
    apis: Sequence[str]
    workers: int
    check_keys: bool
    admin_token: str | None
    settings: Mapping[str, Mapping[str, Any]]
    """Overrides of APIs' settings, by API."""

    @property
    def url(self) -> str:
        """Where the sandbox is reached from this machine, once the port is known."""
        name = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self.host, self.host)  # noqa: S104
        return f"http://[{name}]:{self.port}" if ":" in name else f"http://{name}:{self.port}"

    def app(self) -> App:
        """The application that these options ask for."""
        return App(
            load_services(self.apis),
            database=self.database,
            seeds=self.seeds,
            check_keys=self.check_keys,
            admin_token=self.admin_token,
            settings=self.settings,
            base_url=self.url,
        )


def serve(options: ServeOptions) -> None:
    """Serves until SIGINT or SIGTERM. Prints the address once the sandbox answers there.

    Raises:
        ServeError: The address cannot be had.
        SpecError, SeedError, StoreError: As `App` does.
    """
    options = replace(options, port=_free_port(options.host, options.port))
    options.app().close()  # makes and fills the database, and finds what is wrong before any worker starts
    server = Server(
        "retail_sandbox",
        address=options.host,
        port=options.port,
        interface=Interfaces.WSGI,
        workers=options.workers,
        blocking_threads=THREADS,
        websockets=False,
        log_level=LogLevels.error,
        workers_kill_timeout=5,
    )
    server.on_startup(partial(_announce_later, options.url))
    server.serve(target_loader=partial(_load_worker, options, os.getpid()), wrap_loader=False)


def _load_worker(options: ServeOptions, parent: int) -> App:
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    app = options.app()
    for work in [app.webhooks.pump] + [app.webhooks.deliver] * (SENDERS - 1):
        threading.Thread(target=_go_on, args=(work,), daemon=True).start()
    return app


def _go_on(work: Callable[[], object]) -> None:
    """Does a piece of work again and again, for as long as the worker lives."""
    while True:
        try:
            work()
            time.sleep(PAUSE)
        except Exception:
            log.exception("webhook events cannot be delivered; trying again")
            time.sleep(PAUSE * 20)


def _end_with(parent: int) -> None:
    """Ends this worker when its parent is gone: a killed server must not go on answering at its port."""
    while os.getppid() == parent:
        time.sleep(0.2)
    os.kill(os.getpid(), signal.SIGKILL)


def _free_port(host: str, port: int) -> int:
    """The port, or a free one for 0. The server would share a port that another process listens at, so it is tried
    here."""
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[
            0
        ]
        with socket.socket(family, kind) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
            return probe.getsockname()[1]
    except OSError as error:
        raise ServeError(f"cannot listen at {host}:{port}: {error.strerror}; choose another --port") from error


def _announce_later(url: str) -> None:
    threading.Thread(target=_announce, args=(url,), daemon=True).start()


def _announce(url: str) -> None:
    parts = urlsplit(url)
    while True:
        try:
            with socket.create_connection((parts.hostname, parts.port), timeout=1) as connection:
                connection.sendall(b"HEAD / HTTP/1.0\r\n\r\n")
                if connection.recv(1):
                    break
        except OSError:
            time.sleep(0.02)
    print(f"retail-sandbox listens at {url}", flush=True)
