"""A wire that answers as told, and keeps what was sent on it."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import httpx2

Answer = Exception | Callable[[httpx2.Request], httpx2.Response]
VOUCHER = {"id": "v1", "value": "5.00"}


class Wire(httpx2.MockTransport):
    """A transport that answers as told (the last answer again and again) and keeps what was sent."""

    def __init__(self, *answers: Answer) -> None:
        self.sent: list[httpx2.Request] = []
        self._answers = list(answers) or [answer()]
        super().__init__(self._handle)

    def _handle(self, request: httpx2.Request) -> httpx2.Response:
        self.sent.append(request)
        reply = self._answers[min(len(self.sent), len(self._answers)) - 1]
        if isinstance(reply, Exception):
            raise reply
        return reply(request)

    @property
    def last(self) -> httpx2.Request:
        """What was sent last."""
        return self.sent[-1]


def answer(body: Any = VOUCHER, status: int = 200, **headers: str) -> Callable[..., httpx2.Response]:
    """A JSON answer."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return raw(json.dumps(body).encode(), status=status, **named)


def raw(
    content: bytes, media: str = "application/json", status: int = 200, **headers: str
) -> Callable[..., httpx2.Response]:
    """An answer of any media type."""

    def make(request: httpx2.Request | None = None) -> httpx2.Response:
        del request
        return httpx2.Response(status, headers={"content-type": media, **headers}, stream=httpx2.ByteStream(content))

    return make


class Stream(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """A body that comes in pieces, and tells whether it was closed."""

    def __init__(self, *pieces: bytes | Exception) -> None:
        self.pieces = pieces
        self.closed = False
        self.given = 0

    def __iter__(self) -> Iterator[bytes]:
        for piece in self.pieces:
            if isinstance(piece, Exception):
                raise piece
            self.given += 1
            yield piece

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self:
            yield piece

    def close(self) -> None:
        self.closed = True

    async def aclose(self) -> None:
        self.closed = True


def coming(stream: Stream, media: str = "text/csv", **headers: str) -> Any:
    return lambda _: httpx2.Response(200, headers={"content-type": media, **headers}, stream=stream)
