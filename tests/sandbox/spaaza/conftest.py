"""Spaaza's sandbox in process, as those see it who may call it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import httpx2
import pytest
from retail_sandbox.services import Service
from retail_sandbox.spec import find_specs, load
from retail_sandbox.testing import Sandbox

HOST = "X-Spaaza-MyPrice-App-Hostname"
ACME = {HOST: "acme.spaaza.com"}
BIGCHAIN = {HOST: "bigchain.spaaza.com"}
PRIVILEGED = {"Authorization": "Bearer acme-key:acme-secret", **ACME}
FOREIGN = {"Authorization": "Bearer bigchain-key:bigchain-secret", **BIGCHAIN}


def session(user_id: int, key: str, **more: str) -> dict[str, str]:
    """The headers of a session."""
    return {"X-Spaaza-Session-User-Id": str(user_id), "X-Spaaza-Session-Key": key, **more}


ADMIN = session(21, "0aded000000000000000000000000000000000000000000000000000000000ad")
READER = session(22, "0eade000000000000000000000000000000000000000000000000000000000ad")
ANN = session(1107604, "a11e0000000000000000000000000000000000000000000000000000000000a1", **ACME)
BOB = session(1107605, "b0b00000000000000000000000000000000000000000000000000000000000b0", **ACME)


class Caller:
    """Calls the API with one set of headers. Parameters are sent as a form, or in the URL with GET."""

    def __init__(self, box: Sandbox, headers: Mapping[str, str], mount: str = "spaaza") -> None:
        self._client = httpx2.Client(transport=box.transport, base_url=box.url(mount), headers=dict(headers))

    def send(
        self,
        method: str,
        path: str,
        form: Mapping[str, Any] | None = None,
        *,
        json: Any = None,
        query: Mapping[str, Any] | None = None,
        files: Any = None,
        headers: Mapping[str, str] | None = None,
    ) -> httpx2.Response:
        """Any call, whatever comes of it."""
        data = _texts(form) if form is not None else None
        sent = _texts(query) if query is not None else None
        return self._client.request(
            method, path, data=data, json=json, params=sent, files=files, headers=dict(headers or {})
        )

    def get(self, path: str, query: Mapping[str, Any] | None = None) -> Any:
        """The results of a call that succeeds. So are the next three."""
        return self._results(self.send("GET", path, query=query))

    def post(self, path: str, form: Mapping[str, Any] | None = None, *, json: Any = None) -> Any:
        return self._results(self.send("POST", path, form, json=json))

    def put(self, path: str, form: Mapping[str, Any] | None = None) -> Any:
        return self._results(self.send("PUT", path, form))

    def delete(self, path: str, form: Mapping[str, Any] | None = None) -> Any:
        return self._results(self.send("DELETE", path, form))

    def refusal(
        self, method: str, path: str, form: Mapping[str, Any] | None = None, *, json: Any = None, **headers: str
    ) -> int:
        """The code of a call that fails; its status is the one that the table has for it, and nothing is a result."""
        if method == "GET":
            answer = self.send(method, path, query=form, headers=headers)
        else:
            answer = self.send(method, path, form, json=json, headers=headers)
        body = answer.json()
        assert answer.status_code >= 400, body
        assert body["result"] == {"code": 2, "status": "error"}, body
        assert "results" not in body
        return body["error"]["code"]

    @staticmethod
    def _results(answer: httpx2.Response) -> Any:
        assert answer.status_code == 200, answer.text
        body: Any = answer.json()
        if "result" not in body:
            return body  # the services host answers bare JSON
        assert body["result"] == {"code": 1, "status": "ok"}
        return body["results"]


def _texts(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: str(value).lower() if isinstance(value, bool) else value for name, value in values.items()}


class Shop:
    """A sandbox of Spaaza alone, and callers of it."""

    def __init__(self, box: Sandbox) -> None:
        self.box = box
        self.privileged = Caller(box, PRIVILEGED)
        self.admin = Caller(box, ADMIN)
        self.reader = Caller(box, READER)
        self.ann = Caller(box, ANN)
        self.bob = Caller(box, BOB)
        self.foreign = Caller(box, FOREIGN)
        self.nobody = Caller(box, {})

    def caller(self, headers: Mapping[str, str], mount: str = "spaaza") -> Caller:
        """A caller with other headers, or at another host."""
        return Caller(self.box, headers, mount)


def spaaza() -> Service:
    """The service to be served."""
    module = import_module("retail_sandbox.spaaza")
    seed = Path(module.__file__ or "").with_name("seed.yaml")
    return Service(module.api, load(find_specs() / "spaaza.yaml"), load(seed))


@pytest.fixture(scope="session")
def _shared() -> Iterator[Sandbox]:
    with Sandbox([spaaza()]) as box:
        yield box


@pytest.fixture
def api(_shared: Sandbox) -> Shop:
    """A sandbox of Spaaza alone, as the seed left it."""
    _shared.reset()
    return Shop(_shared)
