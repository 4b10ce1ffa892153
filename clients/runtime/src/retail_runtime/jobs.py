"""Work that goes on at the server after the call that started it: jobs to wait for, files to fetch.

What is to be done is written once, as a generator of calls and pauses; the blocking and the async client each run it.
"""

from __future__ import annotations

import time
from collections.abc import Generator, Mapping
from typing import TYPE_CHECKING, Any, Generic, TypeVar, get_args

from msgspec import Struct, field

from .decode import dig, dig_all
from .errors import JobFailedError, ResponseDecodeError, WaitTimeoutError
from .files import AsyncDownload, Download
from .wire import is_address, text

if TYPE_CHECKING:
    from .operations import Call
    from .resources import Async, Sync
    from .responses import Response

S = TypeVar("S")
T = TypeVar("T")
Flow = Generator["Call | float", Any, T]
"""Yields a call to make (and is sent its data) or seconds to pause; returns what came of it."""


class Wait(Struct, frozen=True):
    """How to wait until work is done."""

    operation: str
    """The operation that tells how far it is, such as `imports.status`."""
    parameters: Mapping[str, str] = field(default_factory=dict[str, str])
    """Its arguments, by where the start's answer has them."""
    field: str = ""
    """Where the polled answer tells how far it is. A way through a list is one through each of its entries, and then
    all of them must be done."""
    done: tuple[str, ...] = ()
    """The values that mean done."""
    failed: tuple[str, ...] = ()
    """The values that mean given up."""
    error: type[JobFailedError] = JobFailedError
    """What to raise then."""
    message: str = ""
    """Where the polled answer says why."""
    interval: float = 1.0
    """Seconds between two looks."""
    also: tuple[str, tuple[str, ...]] = ("", ())
    """Another field of the polled answer, and the values of it with which there is nothing left to wait for."""

    def flow(self, look: Call, *, timeout: float, interval: float | None) -> Flow[Any]:
        """Look until it is done.

        Raises:
            JobFailedError: The server gave it up.
            WaitTimeoutError: It was not done in time.
        """
        pause, deadline = self.interval if interval is None else interval, time.monotonic() + timeout
        while True:
            status = yield look
            told = [text(value) for value in dig_all(status, self.field)]
            behind = [value for value in told if value not in self.done]
            if (told and not behind) or text(dig(status, self.also[0])) in self.also[1]:
                return status
            if failed := [value for value in behind if value in self.failed]:
                raise self.error(str(dig(status, self.message) or failed[0]), status)
            if time.monotonic() + pause > deadline:
                still = behind[0] if behind else None
                raise WaitTimeoutError(f"{look.operation.name}: still {still!r} after {timeout:g} s")
            yield pause


class Fetch(Struct, frozen=True):
    """How to get a file that was prepared."""

    operation: str
    """The operation that tells the file's address, such as `exports.link`; empty: the first answer tells it."""
    parameters: Mapping[str, str]
    """Its arguments, by where the first answer has them."""
    url: str
    """Where its answer has the address."""


class _Started(Generic[S]):
    """What a call that started something gave."""

    def __init__(self, mode: Any, call: Call, response: Response[S]) -> None:
        self._mode = mode
        self._call = call
        self._response = response
        self.started: S = response.data
        """What the server said when it began."""

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.started!r}>"

    def _next(self, how: Wait | Fetch) -> Call:
        from .operations import Call

        arguments = {name: dig(self.started, path) for name, path in how.parameters.items()}
        return Call(self._mode.engine.spec.operation(how.operation), arguments)


class Job(_Started[S], Generic[S, T]):
    """Work that goes on at the server."""

    _mode: Sync

    def status(self) -> T:
        """How far it is now."""
        return self._mode.send(self._next(self._call.operation.traits["wait"])).data  # type: ignore[typeddict-item]

    def wait(self, *, timeout: float = 600.0, interval: float | None = None) -> T:
        """Wait until it is done.

        Args:
            timeout: Seconds to wait at most.
            interval: Seconds between two looks; left out for what suits the API.

        Raises:
            JobFailedError: The server gave it up (the API's own subclass, with the server's message).
            WaitTimeoutError: It was not done in time; it may still go on.
        """
        how = self._call.operation.traits["wait"]  # type: ignore[typeddict-item]
        return self._mode.follow(how.flow(self._next(how), timeout=timeout, interval=interval))


class AsyncJob(_Started[S], Generic[S, T]):
    """Work that goes on at the server."""

    _mode: Async

    async def status(self) -> T:
        """How far it is now."""
        return (await self._mode.send(self._next(self._call.operation.traits["wait"]))).data  # type: ignore[typeddict-item]

    async def wait(self, *, timeout: float = 600.0, interval: float | None = None) -> T:
        """Wait until it is done.

        Args:
            timeout: Seconds to wait at most.
            interval: Seconds between two looks; left out for what suits the API.

        Raises:
            JobFailedError: The server gave it up (the API's own subclass, with the server's message).
            WaitTimeoutError: It was not done in time; it may still go on.
        """
        how = self._call.operation.traits["wait"]  # type: ignore[typeddict-item]
        return await self._mode.follow(how.flow(self._next(how), timeout=timeout, interval=interval))


class Export(_Started[S]):
    """A file that the server has prepared."""

    _mode: Sync

    def link(self) -> str:
        """The file's address. It may live for a short time only."""
        how = self._call.operation.traits["fetch"]  # type: ignore[typeddict-item]
        return _link(how, self._mode.send(self._next(how)) if how.operation else self._response)

    def download(self) -> Download:
        """The file itself, asked for with a new link: `with export.download() as file: file.save("products.csv")`."""
        return _LinkedDownload(self)


class AsyncExport(_Started[S]):
    """A file that the server has prepared."""

    _mode: Async

    async def link(self) -> str:
        """The file's address. It may live for a short time only."""
        how = self._call.operation.traits["fetch"]  # type: ignore[typeddict-item]
        return _link(how, await self._mode.send(self._next(how)) if how.operation else self._response)

    def download(self) -> AsyncDownload:
        """The file itself, asked for with a new link: `async with export.download() as file: ...`."""
        return _AsyncLinkedDownload(self)


def _link(how: Fetch, response: Response[Any]) -> str:
    link = dig(response.data, how.url)
    if not isinstance(link, str) or not is_address(link):
        raise ResponseDecodeError(f"{how.operation}: the answer has no address of a file", response.http)
    return link


class _LinkedDownload(Download):
    """A download whose address is asked for first."""

    def __init__(self, export: Export[Any]) -> None:
        super().__init__(export._mode, export._call)  # pyright: ignore[reportPrivateUsage]
        self._export = export

    def __enter__(self) -> Download:  # type: ignore[override]
        from .operations import Call

        self._call = Call(self._call.operation, url=self._export.link())
        return super().__enter__()


class _AsyncLinkedDownload(AsyncDownload):
    """A download whose address is asked for first."""

    def __init__(self, export: AsyncExport[Any]) -> None:
        super().__init__(export._mode, export._call)  # pyright: ignore[reportPrivateUsage]
        self._export = export

    async def __aenter__(self) -> AsyncDownload:  # type: ignore[override]
        from .operations import Call

        self._call = Call(self._call.operation, url=await self._export.link())
        return await super().__aenter__()


def started_type(returns: Any) -> Any:
    """The type of the start's answer, from a method's `Job[Started, Status]` or `Export[Started]`."""
    return get_args(returns)[0]
