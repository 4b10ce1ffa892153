"""Both clients of an API against the sandbox in process: each test runs with the blocking and with the async one."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from retail_runtime import AsyncDownload, AsyncPager, AsyncRows


class Plain:
    """An async client that can be used as the blocking one is: what is to be awaited is awaited at once."""

    def __init__(self, target: Any, runner: asyncio.Runner) -> None:
        self._target, self._runner = target, runner

    def __getattr__(self, name: str) -> Any:
        return self._wrapped(getattr(self._target, name))

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._wrapped(self._settled(self._target(*args, **kwargs)))

    def __iter__(self) -> Iterator[Any]:
        return iter(self._runner.run(_collected(self._target)))

    def __enter__(self) -> Any:
        return self._wrapped(self._runner.run(self._target.__aenter__()))

    def __exit__(self, *error: object) -> None:
        self._runner.run(self._target.__aexit__(*error))

    def _settled(self, value: Any) -> Any:
        if inspect.isasyncgen(value):
            return self._runner.run(_collected(value))
        return self._runner.run(value) if inspect.iscoroutine(value) else value

    def _wrapped(self, value: Any) -> Any:
        module = type(value).__module__
        ours = module.startswith("retail_runtime") and not module.endswith(("responses", "models", "decode"))
        generated = "_client" in module and not module.endswith((".models", ".errors"))
        awaits = isinstance(value, AsyncPager | AsyncDownload | AsyncRows) or inspect.ismethod(value)
        return Plain(value, self._runner) if ours or generated or awaits else value


async def _collected(source: Any) -> list[Any]:
    return [item async for item in source]


@pytest.fixture(params=["sync", "async"])
def connect(request: pytest.FixtureRequest) -> Iterator[Callable[..., Any]]:
    """Makes a client, blocking or async: `connect(Pam, AsyncPam, "ticket", ...)`."""
    with asyncio.Runner() as runner:
        yield (
            lambda sync, async_, *args, **options: (
                sync(*args, **options) if request.param == "sync" else Plain(async_(*args, **options), runner)
            )
        )
