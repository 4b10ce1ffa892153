"""Resources, and the four ways in which their operations can run."""

from __future__ import annotations

from functools import cached_property
from typing import Any, Generic, TypeVar

import httpx2

from .drivers import drive, drive_async, follow, follow_async
from .engine import Engine
from .files import AsyncDownload, Download
from .jobs import AsyncExport, AsyncJob, Export, Flow, Job
from .operations import Call
from .pages import AsyncPager, Pager
from .responses import Response
from .rows import AsyncRows, Rows


class Sync:
    """Operations block, and return their data."""

    def __init__(self, engine: Engine, http: httpx2.Client) -> None:
        self.engine = engine
        self.http = http

    def run(self, call: Call) -> Any:
        """What the operation returns."""
        match call.operation.kind:
            case "page":
                return Pager[Any](self, call)
            case "file":
                return Download(self, call)
            case "rows":
                return Rows[Any](self, call)
            case "job":
                return Job[Any, Any](self, call, self.send(call))
            case "export":
                return Export[Any](self, call, self.send(call))
            case _:
                return self.send(call).data

    def send(self, call: Call) -> Response[Any]:
        """Send a call and read its answer."""
        return self.engine.read(call, drive(self.engine.exchange(call, self._defaults), self.http))

    def stream(self, call: Call) -> httpx2.Response:
        """Send a call and leave its answer's body unread."""
        return drive(self.engine.exchange(call, self._defaults, stream=True), self.http)

    def follow(self, flow: Flow[Any]) -> Any:
        """Run a flow of calls and pauses."""
        return follow(flow, self)

    @cached_property
    def _defaults(self) -> httpx2.Headers:
        return self.http.headers


class SyncRaw(Sync):
    """Operations block, and return their data with the HTTP response."""

    def run(self, call: Call) -> Any:
        """What the operation returns."""
        return super().run(call) if call.operation.kind in ("file", "rows") else self.send(call)


class Async:
    """Operations are awaited, and return their data."""

    def __init__(self, engine: Engine, http: httpx2.AsyncClient) -> None:
        self.engine = engine
        self.http = http

    def run(self, call: Call) -> Any:
        """What the operation returns."""
        match call.operation.kind:
            case "page":
                return AsyncPager[Any](self, call)
            case "file":
                return AsyncDownload(self, call)
            case "rows":
                return AsyncRows[Any](self, call)
            case kind:
                return self._result(call, kind)

    async def _result(self, call: Call, kind: str) -> Any:
        response = await self.send(call)
        if kind == "job":
            return AsyncJob[Any, Any](self, call, response)
        return AsyncExport[Any](self, call, response) if kind == "export" else response.data

    async def send(self, call: Call) -> Response[Any]:
        """Send a call and read its answer."""
        return self.engine.read(call, await drive_async(self.engine.exchange(call, self._defaults), self.http))

    async def stream(self, call: Call) -> httpx2.Response:
        """Send a call and leave its answer's body unread."""
        return await drive_async(self.engine.exchange(call, self._defaults, stream=True), self.http)

    async def follow(self, flow: Flow[Any]) -> Any:
        """Run a flow of calls and pauses."""
        return await follow_async(flow, self)

    @cached_property
    def _defaults(self) -> httpx2.Headers:
        return self.http.headers


class AsyncRaw(Async):
    """Operations are awaited, and return their data with the HTTP response."""

    def run(self, call: Call) -> Any:
        """What the operation returns."""
        return super().run(call) if call.operation.kind in ("file", "rows") else self.send(call)


M = TypeVar("M", Sync, Async, SyncRaw, AsyncRaw)


class Resource(Generic[M]):
    """A group of operations, bound to a way to run them."""

    def __init__(self, mode: M) -> None:
        self.mode: M = mode
