"""The sandbox inside a test's own process: no port, no waiting.

    def test_find(sandbox):
        with EANData("0123456789ABCDEF", base_url=sandbox.url("eandata"), transport=sandbox.transport) as api:
            ...

The fixture `sandbox` comes with the package as a pytest plugin. Needs httpx2 (`pip install 'retail-sandbox[testing]'`).
"""

from __future__ import annotations

import io
import sys
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote_to_bytes

import httpx2

from .app import App
from .clock import Clock
from .faults import Faults
from .journal import Journal
from .posting import Reply, post
from .services import APIS, Service, load_service
from .webhooks import Webhooks

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

Receiver = Callable[[httpx2.Request], httpx2.Response]
"""Takes a webhook in process: a function, or a transport's `handle_request`. What it raises, `pump` raises, but a
`TransportError`, which is no answer."""

HOST = "http://sandbox"
"""The host of the URLs in process. Nothing looks it up."""


class Sandbox:
    """A sandbox of its own, with its own database.

    Args:
        apis: Names of the APIs to serve, or services made by hand; None for all.
        database: Path or URL of the database; None: a temporary file.
        seeds: Seed documents, added to the APIs' own and part of what `reset` goes back to.
        settings: Overrides of APIs' settings, by API.
        check_keys: False serves without looking at keys.
    """

    def __init__(
        self,
        apis: Iterable[str | Service] | None = None,
        *,
        database: str | None = None,
        seeds: Sequence[Mapping[str, Any]] = (),
        settings: Mapping[str, Mapping[str, Any]] | None = None,
        check_keys: bool = True,
    ) -> None:
        services = [each if isinstance(each, Service) else load_service(each) for each in apis or APIS]
        self.app = App(
            services, database=database, seeds=seeds, settings=settings, check_keys=check_keys, base_url=HOST
        )
        self.app.webhooks.send = self._send
        self.transport = Transport(self.app)
        """For `httpx2.Client` and `httpx2.AsyncClient` alike."""
        self.receivers: dict[str, Receiver] = {}
        """Receivers of webhooks in process, by URL. Events for any other URL are posted over the network."""

    @property
    def clock(self) -> Clock:
        """The sandbox's time: `sandbox.clock.advance("P1D")`."""
        return self.app.control.clock

    @property
    def faults(self) -> Faults:
        """What is made to fail: `sandbox.faults.add("error", operation="products_list", status=503, times=2)`."""
        return self.app.control.faults

    @property
    def journal(self) -> Journal:
        """The last requests: `sandbox.journal.entries(operation="products_list")`."""
        return self.app.journal

    @property
    def webhooks(self) -> Webhooks:
        """The events that the APIs send; delivered when the test calls `webhooks.pump()`. A receiver in process:
        `sandbox.receivers[url] = lambda request: httpx2.Response(200)`, and `sandbox.webhooks.add(url, secret="…")`."""
        return self.app.webhooks

    def url(self, mount: str) -> str:
        """The base URL of an API: what a client takes as its `base_url`."""
        if mount not in self.app.kernels:
            raise ValueError(f"nothing is mounted at {mount!r}; there are {', '.join(self.app.kernels)}")
        return f"{HOST}/{mount}"

    def urls(self, api: str) -> dict[str, str]:
        """The base URLs of an API that has several hosts, by the names that its spec gives them (`""` for the usual
        one): what its client takes as `base_url`."""
        return {server: self.url(mount) for mount, server in self.app.kernels[api].api.mounts.items()}

    def reset(self) -> None:
        """Back to the seed: records, sequences, clock, faults, journal, webhooks' events, targets and receivers."""
        self.app.reset()
        self.receivers.clear()

    def seed(self, document: Mapping[str, Any]) -> None:
        """Adds records, until the next reset: `sandbox.seed({"eandata": {"products": [...]}})`."""
        self.app.seed(document)

    def close(self) -> None:
        """Lets go of the database; a temporary one is gone then."""
        self.app.close()

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def _send(self, url: str, headers: Mapping[str, str], body: bytes) -> Reply:
        receiver = self.receivers.get(url)
        if receiver is None:
            return post(url, headers, body)
        try:
            response = receiver(httpx2.Request("POST", url, headers=headers, content=body))
            return Reply.of(response.status_code, response.read())
        except httpx2.TransportError as error:
            return Reply(None, f"{type(error).__name__}: {error}")


class Transport(httpx2.BaseTransport, httpx2.AsyncBaseTransport):
    """Hands requests to a WSGI application, from a sync and from an async client.

    A fault's latency takes no time here: when it is longer than the client's read timeout the call fails as if that had
    passed, else it goes on at once.
    """

    def __init__(self, app: WSGIApplication) -> None:
        self._app = app

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Answers a request of a sync client."""
        return self._call(request, request.read())

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Answers a request of an async client, without leaving its loop."""
        return self._call(request, await request.aread())

    def _call(self, request: httpx2.Request, body: bytes) -> httpx2.Response:
        slept: list[float] = []
        environ = _environ(request, body)
        environ["retail_sandbox.sleep"] = slept.append
        status, headers = "500 no status", list[tuple[str, str]]()

        def start_response(text: str, pairs: list[tuple[str, str]], _: Any = None) -> Any:
            nonlocal status, headers
            status, headers = text, pairs
            return list[bytes]().append

        chunks = self._app(environ, start_response)
        timeout = request.extensions.get("timeout", {}).get("read")
        if timeout is not None and sum(slept) > timeout:
            raise httpx2.ReadTimeout("the sandbox was told to be slower than this", request=request)
        encoded = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers]
        return httpx2.Response(int(status.split()[0]), headers=encoded, stream=_Stream(chunks))


class _Stream(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """An answer's body, piece by piece, to either kind of client."""

    def __init__(self, chunks: Iterable[bytes]) -> None:
        self._chunks = chunks

    def __iter__(self) -> Iterator[bytes]:
        yield from self._chunks

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for chunk in self._chunks:
            yield chunk

    def close(self) -> None:
        close = getattr(self._chunks, "close", None)
        if close:
            close()

    async def aclose(self) -> None:
        self.close()


def _environ(request: httpx2.Request, body: bytes) -> dict[str, Any]:
    url = request.url
    raw_path, _, query = url.raw_path.partition(b"?")
    environ: dict[str, Any] = {
        "REQUEST_METHOD": request.method,
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(raw_path).decode("latin-1"),
        "QUERY_STRING": query.decode("ascii"),
        "SERVER_NAME": url.host,
        "SERVER_PORT": str(url.port or (443 if url.scheme == "https" else 80)),
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": url.scheme,
        "wsgi.input": io.BytesIO(body),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }
    for raw_name, raw_value in request.headers.raw:
        name, value = raw_name.decode("ascii").upper().replace("-", "_"), raw_value.decode("latin-1")
        if name == "CONTENT_TYPE":
            environ[name] = value
        elif name not in ("CONTENT_LENGTH", "TRANSFER_ENCODING"):
            key = f"HTTP_{name}"
            separator = "; " if name == "COOKIE" else ","
            environ[key] = f"{environ[key]}{separator}{value}" if key in environ else value
    return environ
