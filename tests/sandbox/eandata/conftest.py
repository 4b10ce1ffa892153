"""EANdata's sandbox in process, seen through its one address."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx2
import pytest
from retail_sandbox.testing import Sandbox

PAID, FREE, SWITCHED_OFF = "0123456789ABCDEF", "0000111122223333", "FFFF000011112222"


class Feed:
    """Calls the feed as one account does. Answers are read from JSON.

    Args:
        always: Parameters of every request.
    """

    def __init__(self, sandbox: Sandbox, keycode: str, **always: str) -> None:
        self._client = httpx2.Client(transport=sandbox.transport, base_url=sandbox.url("eandata"))
        self._always = ({"keycode": keycode} if keycode else {}) | (always or {"v": "3"})

    def send(self, method: str = "GET", **parameters: str) -> httpx2.Response:
        place = "params" if method == "GET" else "data"
        response = self._client.request(method, "/feed/", **{place: {**self._always, **parameters}})
        assert response.status_code == 200
        return response

    def get(self, **parameters: str) -> dict[str, Any]:
        return self.send(**parameters).json()

    def post(self, **fields: str) -> dict[str, Any]:
        return self.send("POST", **fields).json()

    def find(self, code: str, **parameters: str) -> dict[str, Any]:
        """The product of a look-up that succeeds."""
        answer = self.get(find=code, **parameters)
        assert answer["status"]["code"] == "200", answer
        return answer["product"]

    def update(self, code: str, field: str, value: str, **parameters: str) -> dict[str, str]:
        """The status of an update."""
        return self.post(update=code, field=field, value=value, **parameters)["status"]


@pytest.fixture(scope="session")
def eandata() -> Iterator[Sandbox]:
    with Sandbox(["eandata"]) as sandbox:
        yield sandbox


@pytest.fixture
def sandbox(eandata: Sandbox) -> Sandbox:
    """As the seed left it, at noon of a day in 2026; the clock stands still."""
    eandata.reset()
    eandata.clock.freeze()
    eandata.clock.set("2026-01-05T12:00:00")
    return eandata


@pytest.fixture
def feed(sandbox: Sandbox) -> Feed:
    """A paid account's."""
    return Feed(sandbox, PAID)


@pytest.fixture
def free(sandbox: Sandbox) -> Feed:
    """A free account's."""
    return Feed(sandbox, FREE)
