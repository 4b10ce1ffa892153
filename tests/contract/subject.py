"""One API of a sandbox as the suite calls it: a WSGI application at the spec's own paths, which counts its answers."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from retail_sandbox.services import Service
from retail_sandbox.testing import Sandbox
from werkzeug.exceptions import HTTPException
from werkzeug.routing import Map, Rule
from werkzeug.test import run_wsgi_app

from .told import told_status

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

METHODS = frozenset({"get", "put", "post", "delete", "options", "head", "patch", "trace"})

Answer = tuple[str, int, str, int]
"""operationId (blank for none), HTTP status, media type, and the status that the answer tells."""


NOW = "2026-11-21T12:00:00Z"
"""When all requests are sent."""


class Subject:
    """An API in a sandbox of its own.

    Args:
        service: The API.
        served: What is served in its place, for a test that breaks it.
        check_keys: False serves without looking at keys.
    """

    def __init__(self, service: Service, served: Service | None = None, *, check_keys: bool = True) -> None:
        self.api = service.api.name
        self.document: Mapping[str, Any] = service.document
        self.sandbox = Sandbox([served or service], check_keys=check_keys)
        self.seen: Counter[Answer] = Counter()
        self._app: WSGIApplication = self.sandbox.app
        self._operations = _operations(self.document).bind("")
        self._mounts = {server: mount for mount, server in service.api.mounts.items()}

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        operation, server = self._find(environ)
        inner = {**environ, "PATH_INFO": f"/{self._mounts[server]}{environ['PATH_INFO']}"}
        inner.pop("HTTP_ACCEPT_ENCODING", None)  # schemathesis does not unzip what comes in process
        chunks, line, headers = run_wsgi_app(self._app, inner, buffered=True)
        status, body = int(line.split()[0]), b"".join(chunks)
        kind = headers.get("Content-Type", "-").partition(";")[0]
        self.seen[operation, status, kind, told_status(self.document, status, body)] += 1
        start_response(line, headers.to_wsgi_list())
        return [body]

    def reset(self) -> None:
        """Back to the seed, and to the same moment: what a run finds must not depend on the day."""
        self.sandbox.reset()
        self.sandbox.clock.set(NOW)

    @contextmanager
    def behind(self, wrap: Callable[[WSGIApplication], WSGIApplication]) -> Iterator[None]:
        """For a while, something stands between the sandbox and its callers."""
        self._app = wrap(self.sandbox.app)
        try:
            yield
        finally:
            self._app = self.sandbox.app

    def close(self) -> None:
        self.sandbox.close()

    def _find(self, environ: WSGIEnvironment) -> tuple[str, str]:
        """The operation that a request is for, blank where there is none, and the server that it is at."""
        path = environ["PATH_INFO"].encode("latin-1").decode(errors="replace")
        try:
            return self._operations.match(path, environ["REQUEST_METHOD"])[0]
        except HTTPException:
            others = self._operations.allowed_methods(path)
            server = self._operations.match(path, next(iter(others)))[0][1] if others else next(iter(self._mounts))
            return "", server


def operations_of(document: Mapping[str, Any]) -> list[str]:
    """The operationIds of a spec, in its order."""
    return [item[method]["operationId"] for item in document["paths"].values() for method in item if method in METHODS]


def _operations(document: Mapping[str, Any]) -> Map:
    """The spec's operations by path and method: each operationId, and the `x-name` of the server that it is at."""
    rules: list[Rule] = []
    for path, item in document["paths"].items():
        number = itertools.count()
        rule = re.sub(r"\{[^{}]+\}", lambda _, number=number: f"<p{next(number)}>", path)
        for method in (each for each in item if each in METHODS):
            operation = item[method]
            servers = operation.get("servers") or item.get("servers") or document.get("servers") or [{}]
            endpoint = (operation["operationId"], servers[0].get("x-name", ""))
            rules.append(Rule(rule, methods=[method.upper()], endpoint=endpoint))
    return Map(rules, merge_slashes=False)
