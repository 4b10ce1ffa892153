"""Keeps our requests' URLs and headers out of the HTTP library's own logs: both may hold secrets."""

from __future__ import annotations

import logging
from contextlib import suppress
from contextvars import ContextVar

import httpx2

_ours: ContextVar[bool] = ContextVar("retail_runtime_request", default=False)


class _Filter(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        """Cut queries off our URLs; drop what tells our headers."""
        if not _ours.get():
            return True
        if record.name.startswith("httpcore2"):
            return False
        if isinstance(record.args, tuple):
            record.args = tuple(bare(a) if isinstance(a, httpx2.URL) else a for a in record.args)
        return True


def bare(url: httpx2.URL) -> httpx2.URL:
    """A URL without what may hold secrets: its query, fragment, name and password."""
    return url.copy_with(query=None, fragment=None, userinfo=b"")


def unsigned(error: httpx2.RequestError) -> httpx2.RequestError:
    """The HTTP library's error, holding no more of the request than its method and address."""
    with suppress(RuntimeError):  # it holds none
        error.request = httpx2.Request(error.request.method, bare(error.request.url))
    return error


class unlogged:
    """While in it, the HTTP library logs no query, header or body."""

    __slots__ = ("_token",)

    def __enter__(self) -> None:
        self._token = _ours.set(True)

    def __exit__(self, *_: object) -> None:
        _ours.reset(self._token)


def install() -> None:
    """Add the filter to the HTTP library's loggers, once."""
    for name in ("httpx2", *(f"httpcore2.{part}" for part in ("connection", "http11", "http2", "proxy", "socks"))):
        logger = logging.getLogger(name)
        if not any(isinstance(known, _Filter) for known in logger.filters):
            logger.addFilter(_Filter())


install()
