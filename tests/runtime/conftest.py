from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import anyio
import pytest
from retail_runtime import AsyncPager, Credentials, Pager

from .acme import Acme, AsyncAcme, Key
from .wire import Answer, Wire


@pytest.fixture(autouse=True)
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses that were made; none takes time, but the clock that deadlines go by moves with them."""
    made: list[float] = []
    clock = time.monotonic

    async def pause(seconds: float) -> None:
        made.append(seconds)

    monkeypatch.setattr(time, "sleep", made.append)
    monkeypatch.setattr(anyio, "sleep", pause)
    monkeypatch.setattr(time, "monotonic", lambda: clock() + sum(made))
    return made


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("KEY", "NAME", "WORD", "TOKEN", "SID", "BASE_URL", "RECEIPTS_BASE_URL", "OWN_BASE_URL"):
        monkeypatch.delenv(f"ACME_SHOP_{name}", raising=False)


@dataclass
class Ran:
    """What came of a use of a client."""

    value: Any
    wire: Wire


@dataclass(frozen=True)
class Way:
    """A way to use the API: by the blocking client, or by the async one in an event loop."""

    backend: str | None

    def __call__(
        self, use: Callable[[Any], Any], *answers: Answer, auth: Credentials | None = None, **options: Any
    ) -> Ran:
        """Use a client whose wire answers so. Lists are read to their end."""
        wire, auth = Wire(*answers), auth or Key("k-secret")
        if self.backend is None:
            with Acme(auth, transport=wire, **options) as api:
                value = use(api)
                return Ran(list(value) if isinstance(value, Pager) else value, wire)

        async def main() -> Any:
            async with AsyncAcme(auth, transport=wire, **options) as api:
                value = use(api)
                if isinstance(value, Awaitable):
                    value = await value
                return [item async for item in value] if isinstance(value, AsyncPager) else value

        return Ran(anyio.run(main, backend=self.backend), wire)


@pytest.fixture(params=[None, "asyncio", "trio"], ids=["sync", "asyncio", "trio"])
def way(request: pytest.FixtureRequest) -> Way:
    """Each of the three ways."""
    return Way(request.param)
