"""The engine: the whole life of a call, written once for blocking and async clients.

`exchange` is a generator. It yields what it needs done (send this, wait so long) and is sent what came of it; it does
no input or output itself. A driver for each kind of client (`drivers`) does, and that is all they do.
"""

from __future__ import annotations

import logging
import platform
import time
from collections.abc import Generator, Mapping
from datetime import UTC, datetime
from functools import cached_property
from typing import Any, get_args

import httpx2
from msgspec import Struct, field
from msgspec.structs import replace

from .arrow import need_pyarrow, read_table
from .auth import Credentials
from .decode import Misfit, Read, dig, parse, read
from .errors import (
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    InvalidArgumentError,
    ResponseDecodeError,
    by_status,
)
from .gate import Gate
from .jobs import started_type
from .models import Model
from .operations import Call
from .quota import RateLimit
from .redact import unlogged, unsigned
from .requests import header, merged, sort
from .responses import Response
from .retry import Reply, Retry
from .settings import Settings, Spec
from .wire import text

log = logging.getLogger("retail_runtime")


class Send(Struct, frozen=True):
    """A request to send. `stream` leaves the body of a good answer unread."""

    request: httpx2.Request
    stream: bool
    gate: Gate | None = None
    """What it has to wait at for its turn."""


Exchange = Generator[Send | float, Reply | None, httpx2.Response]


class Engine(Struct, frozen=True, dict=True):
    """An API, a client's credentials and its settings: all that a call needs beside itself."""

    spec: Spec
    credentials: Credentials
    settings: Settings
    cookies: httpx2.Cookies = field(default_factory=httpx2.Cookies)
    """Those that the server set. They are this client's own, even when it shares an HTTP client with others."""
    gate: Gate | None = None

    def __repr__(self) -> str:
        return f"Engine({self.spec.name!r}, {self.credentials!r})"

    def with_settings(self, changes: Mapping[str, Any]) -> Engine:
        """The same with some settings changed."""
        known = {name: value for name, value in changes.items() if name not in self.spec.parameters}
        named = {name: value for name, value in changes.items() if name in self.spec.parameters}
        parameters = {**self.settings.parameters, **named}
        return replace(self, settings=replace(self.settings, **known, parameters=parameters))

    def exchange(self, call: Call, defaults: httpx2.Headers, *, stream: bool = False) -> Exchange:
        """Send a call, again if need be, until there is an answer or an error to raise."""
        if call.operation.kind == "arrow":
            need_pyarrow()
        attempt = 1
        while True:
            request = self._request(call, defaults)
            started = time.monotonic()
            reply = yield Send(request, stream, self.gate)
            assert reply is not None
            self._note(call, reply, attempt, time.monotonic() - started)
            status, code = self._outcome(reply, stream)
            if 200 <= status < 300 and not isinstance(reply, Exception):
                return reply
            limit = self._limit(reply)
            delay = self.settings.retry.delay(call, attempt, reply, status, limit)
            if delay is None or self._is_final(code):
                raise self._error(call, reply, status, code, limit)
            yield delay
            attempt += 1

    # -- the request ------------------------------------------------------------------------------

    def _request(self, call: Call, defaults: httpx2.Headers) -> httpx2.Request:
        own = defaults.get("user-agent", "")
        agent = self._agent if not own or own.startswith("python-httpx2/") else own
        timeout: Any = self._timeout
        extensions = {"timeout": timeout, "operation": call.operation.name}
        if call.url is not None:
            headers = merged(defaults, {"User-Agent": agent, "Accept": "*/*"})
            request = httpx2.Request("GET", call.url, headers=headers, extensions=extensions)
        else:
            parts = sort(call, self._parameters, post=self.settings.post)
            traits = call.operation.traits
            self.credentials.apply(call.operation, traits.get("auth", self.spec.auth), self.spec.schemes, parts)
            url = self._address(traits.get("server", "")) + parts.target()
            body = parts.body()
            usual = {"User-Agent": agent, "Accept": traits.get("accept", "application/json")}
            headers = merged(defaults, usual, self.settings.headers, parts.headers)
            request = httpx2.Request(parts.verb, url, headers=headers, extensions=extensions, **body)
            if parts.cookies or self.cookies:
                self._add_cookies(request, parts.cookies)
        if self.settings.on_request:
            self.settings.on_request(request, call)
        return request

    def _add_cookies(self, request: httpx2.Request, own: Mapping[str, str]) -> None:
        self.cookies.set_cookie_header(request)
        kept = request.headers.get("cookie")
        if any(";" in value for value in own.values()):
            raise InvalidArgumentError("a cookie's value cannot hold a semicolon")
        given = "; ".join(f"{name}={header(name, value)}" for name, value in own.items())
        if joined := "; ".join(part for part in (kept, given) if part):
            request.headers["cookie"] = joined

    def _address(self, server: str) -> str:
        if server not in self._addresses:
            self._addresses[server] = self.spec.address(server, self.settings.base_url)
        return self._addresses[server]

    @cached_property
    def _addresses(self) -> dict[str, str]:
        return {}

    @cached_property
    def _agent(self) -> str:
        return f"{self.spec.name}-client/{self.spec.version} python/{platform.python_version()}"

    @cached_property
    def _timeout(self) -> dict[str, float | None]:
        return httpx2.Timeout(self.settings.timeout).as_dict()

    @cached_property
    def _parameters(self) -> Mapping[str, tuple[str, str]]:
        values = {name: self.settings.parameters.get(name, p.default) for name, p in self.spec.parameters.items()}
        return {p.wire: (p.place, text(values[n])) for n, p in self.spec.parameters.items() if values[n] is not None}

    # -- the answer -------------------------------------------------------------------------------

    def read(self, call: Call, http: httpx2.Response) -> Response[Any]:
        """An answer as the type that the operation declares.

        Raises:
            ResponseDecodeError: It can't be read at all or, with `strict`, does not match the spec.
        """
        operation, traits = call.operation, call.operation.traits
        type_ = operation.answer
        if operation.kind in ("job", "export") and "reads" not in traits:
            type_ = started_type(operation.returns)
        if type_ is type(None):
            return Response(None, http, quota=self.spec.quota)
        try:
            result = self._body(call, http, type_)
        except (ValueError, RecursionError) as error:
            kind = http.headers.get("content-type", "no media type")
            reason = error if http.content else "it is empty"
            raise ResponseDecodeError(f"{operation.name}: can't read the answer ({kind}): {reason}", http) from error
        self._report(call, http, result.misfits)
        whole = result.value
        warnings = tuple(dig(whole, traits["warnings"]) or ()) if "warnings" in traits else ()
        data = traits["page"].page(whole) if "page" in traits else dig(whole, traits.get("data"))
        if warnings and "carry" in traits and isinstance(data, Model):
            data = data.replace(warnings=warnings)
        return Response(
            data,
            http,
            answer=whole,
            misfits=tuple(result.misfits),
            warnings=warnings,
            meta=dig(whole, traits["meta"]) if "meta" in traits else None,
            quota=self.spec.quota,
        )

    @staticmethod
    def _body(call: Call, http: httpx2.Response, type_: Any) -> Read:
        if call.operation.kind == "arrow":
            return Read(*read_table(call.operation.traits["table"], http.content))  # type: ignore[typeddict-item]
        return _nothing(type_) if http.status_code in (204, 205) else read(type_, body(http), media=media(http))

    def _report(self, call: Call, http: httpx2.Response, misfits: list[Misfit]) -> None:
        if not misfits:
            return
        name, first, more = call.operation.name, misfits[0], f" and {len(misfits) - 1} more" if misfits[1:] else ""
        if self.settings.strict:
            told = f"{first.path}: {first.message}{more}"
            raise ResponseDecodeError(f"{name}: the answer does not match the spec: {told}", http)
        log.warning("%s: the answer does not match the spec at %s%s; kept as it came", name, first.path, more)

    def _outcome(self, reply: Reply, stream: bool) -> tuple[int, str | None]:
        """The status that an answer means, and the API's code in it; 0 for no answer."""
        if isinstance(reply, Exception):
            return 0, None
        if reply.is_success and (stream or not self.spec.error.ok):
            return reply.status_code, None
        code = _told(_plain(reply), self.spec.error.code)
        if not reply.is_success or code is None or code in self.spec.error.ok:
            return reply.status_code, code
        known = self.spec.errors.get(code)
        return (_status_of(known, code), code)

    def _is_final(self, code: str | None) -> bool:
        """Whether an error's code says that the same again would fail again, whatever its status."""
        return bool(self.spec.error.transient) and code in self.spec.errors and code not in self.spec.error.transient

    def _limit(self, reply: Reply) -> RateLimit | None:
        """The quota that an error tells."""
        quota = self.spec.quota
        if quota is None or isinstance(reply, Exception):
            return None
        return (quota.error or quota).read(reply.headers, _plain(reply), datetime.now(UTC))

    def _error(self, call: Call, reply: Reply, status: int, code: str | None, limit: RateLimit | None) -> Exception:
        name = call.operation.name
        if isinstance(reply, Exception):
            kind = APITimeoutError if isinstance(reply, httpx2.TimeoutException) else APIConnectionError
            quotes = isinstance(reply, httpx2.LocalProtocolError)  # its text quotes the request
            error = kind(f"{name}: {type(reply).__name__ if quotes or not str(reply) else reply}")
            error.__cause__ = None if quotes else unsigned(reply)
            return error
        plain = _plain(reply)
        error_type = self.spec.errors.get(code or "") or by_status(status)
        details = plain
        if error_type.Details is not None and isinstance(plain, dict):
            details = read(error_type.Details, body(reply), media=media(reply)).value
        return error_type(
            _told(plain, self.spec.error.message) or reply.reason_phrase or "no message",
            reply,
            operation=name,
            status=status,
            code=code,
            name=_told(plain, self.spec.error.name),
            details=details,
            rate_limit=limit,
        )

    def _note(self, call: Call, reply: Reply, attempt: int, seconds: float) -> None:
        """Log the call by its name: never its URL, headers or bodies, which may hold secrets."""
        failed = isinstance(reply, Exception)
        if log.isEnabledFor(logging.DEBUG):
            outcome = type(reply).__name__ if failed else reply.status_code
            log.debug("%s: %s in %.3f s, try %d", call.operation.name, outcome, seconds, attempt)
        if failed:
            return
        if call.url is None and "set-cookie" in reply.headers:
            self.cookies.extract_cookies(reply)
        if self.settings.on_response:
            self.settings.on_response(reply, call)


def media(http: httpx2.Response) -> str:
    """Whether an answer is `xml` or (whatever it says) taken for `json`."""
    return "xml" if "xml" in http.headers.get("content-type", "") else "json"


def body(http: httpx2.Response) -> bytes:
    """A body in UTF-8, or (XML) in the encoding that it declares itself."""
    charset = http.charset_encoding
    if not charset or charset.lower() in ("utf-8", "utf8", "us-ascii") or media(http) == "xml":
        return http.content
    try:
        return http.content.decode(charset).encode()
    except LookupError:  # no such charset
        return http.content


def _nothing(type_: Any) -> Read:
    """What an answer without content is, where the spec has some."""
    expected = type_ is not Any and type(None) not in get_args(type_)
    return Read(None, [Misfit("$", "Expected content, got none")] if expected else [])


def _plain(http: httpx2.Response) -> Any:
    """A body as plain data; None when it is neither JSON nor XML, such as a proxy's HTML page."""
    try:
        return parse(body(http), media(http))
    except ValueError:
        return None


def _told(plain: Any, path: str | None) -> str | None:
    value = dig(plain, path) if path and isinstance(plain, dict) else None
    return None if value is None or isinstance(value, dict | list) else str(value)


def _status_of(known: type[APIStatusError] | None, code: str) -> int:
    """The HTTP status that a code stands for: by its class, else by its own number, else a bad request."""
    if known is not None and known.stands_for:
        return known.stands_for
    return int(code) if code.isdigit() and 400 <= int(code) <= 599 else 400


__all__ = ["Engine", "Exchange", "Retry", "Send", "unlogged"]
