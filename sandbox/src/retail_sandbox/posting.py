"""One POST to whoever receives a webhook."""

from __future__ import annotations

import socket
import ssl
import threading
from base64 import b64encode
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import SplitResult, quote, unquote, urlsplit

AGENT = "retail-sandbox-webhooks"
"""The User-Agent of every delivery. The admin API serves nobody of this name: a caller who may say where an event goes
could else have the sandbox call its own admin API."""
TIMEOUT = 10.0
"""Seconds that one delivery may take, from the connection to the end of what is read of the answer."""
ANSWER_LIMIT = 500
"""Bytes that are kept of a receiver's answer."""


@dataclass(frozen=True)
class Reply:
    """What came of one delivery."""

    status: int | None
    """None: there was no answer."""
    text: str
    """The beginning of the answer; without one, why."""

    @classmethod
    def of(cls, status: int, content: bytes) -> Reply:
        """An answer, cut to what is kept of it. A NUL goes: PostgreSQL keeps none."""
        return cls(status, content[:ANSWER_LIMIT].decode(errors="replace").replace("\x00", "\ufffd"))

    @property
    def taken(self) -> bool:
        """Whether the receiver took the event: 2xx alone says so."""
        return self.status is not None and 200 <= self.status < 300


Send = Callable[[str, Mapping[str, str], bytes], Reply]
"""Delivers a body with its headers to a URL."""


def post(url: str, headers: Mapping[str, str], body: bytes, *, timeout: float = TIMEOUT) -> Reply:
    """POSTs a body. Redirects are not followed, proxies not asked.

    Args:
        url: http or https, any host; user and password in it are sent as basic authentication.
        headers: Of the request.
        body: As it is sent.
        timeout: Seconds that all of it may take.
    """
    try:
        parts = check_url(url)
        connection = _connection(parts, timeout)
        connection.connect()
    except (ValueError, OSError, HTTPException) as error:
        return Reply(None, _reason(error))
    late = threading.Event()
    timer = threading.Timer(timeout, _cut, (connection.sock, late))
    timer.start()
    try:
        connection.request("POST", _path(parts), body, {**_authorization(parts), "User-Agent": AGENT, **headers})
        response = connection.getresponse()
        return Reply.of(response.status, response.read(ANSWER_LIMIT))
    except (ValueError, OSError, HTTPException) as error:
        return Reply(None, f"no answer within {timeout:g} s" if late.is_set() else _reason(error))
    finally:
        timer.cancel()
        connection.close()


def check_url(url: str) -> SplitResult:
    """The parts of a URL to which can be posted.

    Raises:
        ValueError: It is none; the text says why.
    """
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("must be an http or https URL with a host")
    if parts.port == 0:
        raise ValueError("must have a port from 1 to 65535")
    return parts


def _connection(parts: SplitResult, timeout: float) -> HTTPConnection:
    assert parts.hostname, "checked before"
    if parts.scheme == "https":
        return HTTPSConnection(parts.hostname, parts.port, timeout=timeout, context=ssl.create_default_context())
    return HTTPConnection(parts.hostname, parts.port, timeout=timeout)


def _path(parts: SplitResult) -> str:
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~")
    return f"{path}?{quote(parts.query, safe='/%:@!$&()*+,;=~?[]')}" if parts.query else path


def _authorization(parts: SplitResult) -> dict[str, str]:
    if parts.username is None:
        return {}
    pair = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
    return {"Authorization": f"Basic {b64encode(pair.encode()).decode()}"}


def _cut(connected: socket.socket, late: threading.Event) -> None:
    """Ends a delivery that goes on for too long: a timeout of the socket would begin anew with every byte."""
    late.set()
    with suppress(OSError):
        connected.shutdown(socket.SHUT_RDWR)


def _reason(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "no answer in time"
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
