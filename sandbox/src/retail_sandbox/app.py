"""The whole sandbox as one WSGI application."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping, Sequence
from string import printable
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from werkzeug import Request, Response

from .admin import Admin
from .console import Console
from .control import Control
from .exchange import Outcome
from .journal import HIDDEN, Entry, Journal, shown_query, without
from .kernel import Kernel
from .seeding import Seeding
from .services import Service
from .spec import Spec, SpecError
from .store import Store
from .webhooks import Webhooks

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

BODY_LIMIT = 10 * 1024 * 1024
"""Bytes that a request's body may have."""


class App:
    """Serves APIs below their mounts, with one store, clock and journal.

    Args:
        services: The APIs.
        database: Path or URL of the database; None: a temporary file.
        seeds: The user's seed documents, added to the APIs' own once in the database's life.
        settings: Overrides of APIs' settings, by API.
        check_keys: False serves without looking at keys.
        admin_token: Asked for by the admin API. None: it serves this machine alone.
        body_limit: Bytes that a request's body may have.
        base_url: Where callers reach the sandbox, for links that nobody's request leads to (`Api.tick`).

    Raises:
        SpecError: A spec and its handlers do not match.
        SeedError: A seed document is wrong.
        StoreError: The database cannot be used.
    """

    def __init__(
        self,
        services: Sequence[Service],
        *,
        database: str | None = None,
        seeds: Sequence[Mapping[str, Any]] = (),
        settings: Mapping[str, Mapping[str, Any]] | None = None,
        check_keys: bool = True,
        admin_token: str | None = None,
        body_limit: int = BODY_LIMIT,
        base_url: str = "http://sandbox",
    ) -> None:
        self.services = list(services)
        self.seeding = Seeding(services, seeds)
        self.store = Store(database)
        self.control = Control(self.store)
        self.journal = Journal()
        self.kernels: dict[str, Kernel] = {}
        """By mount."""
        for service in services:
            kernel = Kernel(
                service.api,
                Spec(service.document),
                self.store,
                self.control,
                settings=(settings or {}).get(service.api.name),
                check_keys=check_keys,
            )
            for mount in service.api.mounts:
                if mount in self.kernels:
                    raise SpecError(f"{service.api.name}: another API is mounted at /{mount}")
                self.kernels[mount] = kernel
        self.operations = list(
            dict.fromkeys((kernel.api.name, each.id) for kernel in self.kernels.values() for each in kernel.operations)
        )
        """Every operation that is served: API and operationId."""
        self.control.faults.known = frozenset(self.operations)
        self.control.faults.codes = {
            service.api.name: {row["code"]: row["status"] for row in service.document.get("x-error-codes", ())}
            for service in services
        }
        self.base_url = base_url
        emitters = {kernel.api.name: kernel.emitter for kernel in self.kernels.values()}
        self.webhooks = Webhooks(self.store, self.control, emitters, self._tick)
        self.seeding.prepare(self.store)
        self.control.refresh()  # the clock of a database that was there before goes on
        self._admin = Admin(self, admin_token)
        self._console = Console(self)
        self._request_class = type("SandboxRequest", (Request,), _limits(body_limit))

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answers a WSGI server."""
        query = environ.get("QUERY_STRING", "")
        if not query.isascii():  # bytes that belong percent-encoded; werkzeug fails on those that are not UTF-8
            environ = {**environ, "QUERY_STRING": quote(query.encode("latin-1"), safe=printable)}
        response = self.respond(self._request_class(environ))
        if response.is_streamed or environ["REQUEST_METHOD"] == "HEAD":
            return response(environ, start_response)
        # In one piece, which a server can send without asking for more.
        body = response.get_data()
        start_response(response.status, response.get_wsgi_headers(environ).to_wsgi_list())
        return [body]

    def respond(self, request: Request) -> Response:
        """The response to any request."""
        mount, _, path = request.path.removeprefix("/").partition("/")
        kernel = self.kernels.get(mount)
        if kernel:
            return self._serve(kernel, request, mount, f"/{path}")
        if mount == "_sandbox":
            return self._admin.respond(request, path)
        return self._console.respond(request) or Response("there is nothing here\n", 404, content_type="text/plain")

    def _serve(self, kernel: Kernel, request: Request, mount: str, path: str) -> Response:
        start = time.perf_counter()
        outcome = kernel.respond(request, mount, path)
        self._note(kernel, request, mount, outcome, time.perf_counter() - start)
        return outcome.response

    def _tick(self) -> None:
        for kernel in dict.fromkeys(self.kernels.values()):
            kernel.tick(self.base_url)

    def _note(self, kernel: Kernel, request: Request, mount: str, outcome: Outcome, seconds: float) -> None:
        self.journal.add(
            Entry(
                time=self.control.clock.now(),
                api=kernel.api.name,
                operation=outcome.operation,
                method=request.method,
                path=without(f"/{mount}{outcome.path}", outcome.credentials),
                query=(
                    [(name, HIDDEN) for name in request.args]
                    if outcome.page
                    else shown_query(request.args, kernel.secret_names, outcome.credentials)
                ),
                status=outcome.response.status_code,
                seconds=seconds,
                caller=self.journal.caller(outcome.credentials),
                note=outcome.note,
            )
        )

    def reset(self) -> None:
        """Back to the seed: records, sequences, clock, faults, journal, webhooks' events and targets."""
        self.seeding.reset(self.store)
        self.control.refresh()
        self.journal.clear()

    def seed(self, document: Any) -> None:
        """Adds the records of a seed document, in one transaction.

        Raises:
            SeedError: A record is wrong; none of them is stored.
        """
        self.store.run(lambda db: self.seeding.add(document, db))

    def close(self) -> None:
        """Lets go of the database; a temporary one is gone then."""
        self.store.close()


def _limits(body: int) -> dict[str, Any]:
    return {"max_content_length": body, "max_form_memory_size": body, "max_form_parts": 1000}
