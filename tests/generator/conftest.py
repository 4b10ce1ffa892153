"""The generated package of `everything.yaml`, imported from a folder of its own, and calls through both its clients."""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from inspect import isawaitable
from types import ModuleType
from typing import Any

import anyio
import httpx2
import pytest
from retail_runtime import AsyncDownload, AsyncPager, AsyncRows, Download, Pager, Retry, Rows

from .making import made, put


@pytest.fixture(scope="session")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    folder = put(made(), tmp_path_factory.mktemp("made"))
    sys.path.insert(0, str(folder / "src"))
    yield importlib.import_module("everything_client")
    sys.path.remove(str(folder / "src"))


def answer(plain: Any = None, status: int = 200, headers: dict[str, str] | None = None) -> httpx2.Response:
    return httpx2.Response(status, json=plain, headers=headers)


@dataclass
class Ran:
    """What came of a use of a client, and what it sent."""

    value: Any = None
    requests: list[httpx2.Request] = field(default_factory=list[httpx2.Request])

    @property
    def request(self) -> httpx2.Request:
        (only,) = self.requests
        return only

    @property
    def target(self) -> str:
        return f"{self.request.method} {self.request.url}"

    @property
    def body(self) -> Any:
        return json.loads(self.request.content)


Use = Callable[[Any], Any]
Call = Callable[..., Ran]


@pytest.fixture(params=["blocking", "async"])
def call(request: pytest.FixtureRequest, everything: ModuleType) -> Call:
    """Make a call through either client: what the list, file or rows hold is read; answers come in the order given."""

    def run(use: Use, *answers: httpx2.Response, auth: Any = None, **options: Any) -> Ran:
        ran, replies = Ran(), iter(answers or [answer({})])

        def reply(request: httpx2.Request) -> httpx2.Response:
            request.read()
            ran.requests.append(request)
            return next(replies)

        options = {"retry": Retry(attempts=1), "strict": True, **options}
        auth = auth or everything.Bearer("t")
        if request.param == "blocking":
            api = everything.Everything(auth, transport=httpx2.MockTransport(reply), **options)
            ran.value = _read(use(api))
        else:

            async def asynchronously() -> None:
                api = everything.AsyncEverything(auth, transport=httpx2.MockTransport(reply), **options)
                result = use(api)
                ran.value = await _aread(await result if isawaitable(result) else result)

            anyio.run(asynchronously)
        return ran

    return run


def _read(result: Any) -> Any:
    if isinstance(result, Pager):
        return list(result)
    if isinstance(result, Download | Rows):
        with result as opened:
            return opened.read() if isinstance(opened, Download) else list(opened)
    return result


async def _aread(result: Any) -> Any:
    if isinstance(result, AsyncPager):
        return [item async for item in result]
    if isinstance(result, AsyncDownload | AsyncRows):
        async with result as opened:
            return await opened.read() if isinstance(opened, AsyncDownload) else [row async for row in opened]
    return result
