"""A limit on how many requests of one client are in flight, for an API that refuses more at once."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator, Iterator
from typing import cast

import anyio
import httpx2

from .errors import APITimeoutError


class Gate:
    """Lets so many requests through at once. A request is in flight until its answer is read or closed."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self._threads = threading.BoundedSemaphore(limit)
        self._tasks: anyio.Semaphore | None = None

    def send(self, http: httpx2.Client, request: httpx2.Request) -> httpx2.Response:
        """Send a request when it is its turn.

        Raises:
            APITimeoutError: Its turn did not come within the timeout for connections of the pool.
        """
        if not self._threads.acquire(timeout=_patience(request)):
            raise self._no_turn(request)
        try:
            response = http.send(request, stream=True, follow_redirects=False)
        except BaseException:
            self._threads.release()
            raise
        response.stream = _Counted(response.stream, self._threads)
        return response

    async def send_async(self, http: httpx2.AsyncClient, request: httpx2.Request) -> httpx2.Response:
        """Send a request when it is its turn; as `send`."""
        self._tasks = self._tasks or anyio.Semaphore(self.limit)
        try:
            with anyio.fail_after(_patience(request)):
                await self._tasks.acquire()
        except TimeoutError as error:
            raise self._no_turn(request) from error
        try:
            response = await http.send(request, stream=True, follow_redirects=False)
        except BaseException:
            self._tasks.release()
            raise
        response.stream = _Counted(response.stream, self._tasks)
        return response

    def _no_turn(self, request: httpx2.Request) -> APITimeoutError:
        return APITimeoutError(
            f"{request.extensions['operation']}: {self.limit} requests of this client are in flight, as many as the API"
            " takes at once, and none ended in time; close the downloads that are read"
        )


def _patience(request: httpx2.Request) -> float:
    """Seconds to wait for a turn: as long as for a connection of the pool."""
    return request.extensions["timeout"]["pool"] or threading.TIMEOUT_MAX


class _Counted(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """A body that gives its turn back when it is closed."""

    def __init__(
        self, body: httpx2.SyncByteStream | httpx2.AsyncByteStream, turns: threading.BoundedSemaphore | anyio.Semaphore
    ) -> None:
        self._body = body
        self._turns = turns
        self._closed = False

    def __iter__(self) -> Iterator[bytes]:
        yield from cast(httpx2.SyncByteStream, self._body)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for chunk in cast(httpx2.AsyncByteStream, self._body):
            yield chunk

    def close(self) -> None:
        try:
            cast(httpx2.SyncByteStream, self._body).close()
        finally:
            self._release()

    async def aclose(self) -> None:
        try:
            await cast(httpx2.AsyncByteStream, self._body).aclose()
        finally:
            self._release()

    def _release(self) -> None:
        if not self._closed:
            self._closed = True
            self._turns.release()
