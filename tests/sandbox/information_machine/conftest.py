"""Information Machine's sandbox in process, as accounts see it."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import httpx2
import pytest
from retail_sandbox.testing import Sandbox

DEMO = {"client_id": "demo", "client_secret": "demo-secret"}
SECOND = {"client_id": "second", "client_secret": "second-secret"}
SMALL = {"client_id": "small", "client_secret": "small-secret"}
PNG = base64.b64encode(b"\x89PNG\r\n\x1a\n" + bytes(16)).decode()


class Account:
    """Calls the API with one pair of keys."""

    def __init__(self, sandbox: Sandbox, keys: Mapping[str, str]) -> None:
        self._client = httpx2.Client(transport=sandbox.transport, base_url=sandbox.url("information-machine"))
        self._keys = dict(keys)

    def send(self, method: str, path: str, body: Any = None, **query: Any) -> httpx2.Response:
        """Any call; a parameter may be given as text, a number, a boolean or a list."""
        sent = {name: _text(value) for name, value in query.items()}
        return self._client.request(method, path, params={**self._keys, **sent}, json=body)

    def raw(self, method: str, path: str, content: bytes, media_type: str) -> httpx2.Response:
        """A call with a body as it stands."""
        headers = {"Content-Type": media_type}
        return self._client.request(method, path, params=self._keys, content=content, headers=headers)

    def url(self, url: str, method: str = "GET") -> httpx2.Response:
        """A page as it stands, without keys."""
        return self._client.request(method, url)

    def follow(self, link: str) -> httpx2.Response:
        """A link of an answer, with the keys."""
        return self._client.get(httpx2.URL(link).copy_merge_params(self._keys))

    def get(self, path: str, **query: Any) -> Any:
        """The result of a call that succeeds. So are the next three."""
        return self._result(self.send("GET", path, **query), 200)

    def post(self, path: str, body: Any, **query: Any) -> Any:
        return self._result(self.send("POST", path, body, **query), 201)

    def put(self, path: str, body: Any) -> Any:
        return self._result(self.send("PUT", path, body), 200)

    def delete(self, path: str, **query: Any) -> Any:
        return self._result(self.send("DELETE", path, **query), 200)

    def meta(self, path: str, **query: Any) -> dict[str, Any]:
        answer = self.send("GET", path, **query)
        assert answer.status_code == 200, answer.text
        return answer.json()["meta"]

    def refusal(self, method: str, path: str, body: Any = None, **query: Any) -> tuple[int, str]:
        """Status and message of a call that fails."""
        answer = self.send(method, path, body, **query)
        assert answer.status_code >= 400, answer.text
        assert "result" not in answer.json()
        return answer.status_code, answer.json()["message"]

    def connect(self, username: str = "someone", *, user: str = "demo-shopper", store: int = 4, **more: Any) -> int:
        """A new connection's id."""
        given = {"store_id": store, "username": username, "password": "right", **more}
        return self.post(f"/v1/users/{user}/stores", given)["id"]

    def connection(self, id: int, *, user: str = "demo-shopper") -> dict[str, Any]:
        return self.get(f"/v1/users/{user}/stores/{id}")

    @staticmethod
    def _result(answer: httpx2.Response, status: int) -> Any:
        assert answer.status_code == status, answer.text
        return answer.json()["result"]


def _text(value: Any) -> Any:
    return str(value).lower() if isinstance(value, bool) else value


@pytest.fixture(scope="session")
def information_machine() -> Iterator[Sandbox]:
    with Sandbox(["information-machine"]) as sandbox:
        yield sandbox


@pytest.fixture
def sandbox(information_machine: Sandbox) -> Sandbox:
    """As the seed left it, at noon of a day in 2026; the clock stands still."""
    information_machine.reset()
    information_machine.clock.freeze()
    information_machine.clock.set("2026-01-05T12:00:00")
    return information_machine


@pytest.fixture
def api(sandbox: Sandbox) -> Account:
    """The first account of the seed."""
    return Account(sandbox, DEMO)


@pytest.fixture
def second(sandbox: Sandbox) -> Account:
    """Another account."""
    return Account(sandbox, SECOND)


@pytest.fixture
def slow() -> Iterator[Callable[..., tuple[Sandbox, Account]]]:
    """Makes a sandbox in which things take the time that is named."""
    made: list[Sandbox] = []

    def make(**settings: float) -> tuple[Sandbox, Account]:
        sandbox = Sandbox(["information-machine"], settings={"information-machine": settings})
        sandbox.clock.freeze()
        sandbox.clock.set("2026-01-05T12:00:00")
        made.append(sandbox)
        return sandbox, Account(sandbox, DEMO)

    yield make
    for sandbox in made:
        sandbox.close()
