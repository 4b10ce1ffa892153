"""Requests broken at the level of bytes, as no client that reads the spec would send them."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from random import Random
from typing import Any
from urllib.parse import quote, unquote_to_bytes, urlsplit

import requests
from schemathesis import Case
from schemathesis.core import SCHEMATHESIS_TEST_CASE_HEADER
from schemathesis.transport.requests import REQUESTS_TRANSPORT

from .documents import request_bytes

JUNK = (
    b"\xff\xfe\xfd",
    b"\x00",
    b"\xc3(",
    b"\xed\xa0\x80",
    b"%zz",
    b"%",
    b"%00",
    b"%ff%fe",
    b"'\"<>&;{}[]",
    b"\r\n\r\n",
)
VALUES: tuple[Any, ...] = (
    *(None, True, -1, 0, 2**31, 2**63, -(2**64), 10**400, 1e308, "", " ", "null", "x" * 100_000, "\x00", "\ud800"),
    *(
        "999999999999999999999",
        "1e999",
        "NaN",
        "-0",
        "1.5",
        "０",
        "../../etc/passwd",
        "' OR 1=1 --",
        [],
        {},
        [[]],
        {"": 1},
    ),
)
KINDS = (
    "text/plain",
    "application/xml",
    "application/json; charset=utf-16",
    "multipart/form-data",
    "x",
    "*/*",
    "/",
    "\xff",
)
KINDS += ("multipart/form-data; boundary=", "application/x-www-form-urlencoded", "application/json", "")
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "BREW", "get")


@dataclass(frozen=True)
class Raw:
    """A request as its bytes."""

    method: str
    path: bytes
    query: bytes
    headers: dict[str, str]
    body: bytes

    @staticmethod
    def of(case: Case) -> Raw | None:
        """The bytes of a generated request; None when it cannot be written at all."""
        try:
            prepared = requests.Request(
                **REQUESTS_TRANSPORT.serialize_case(case, base_url="http://localhost")
            ).prepare()
        except (requests.RequestException, ValueError):
            return None
        url, content = urlsplit(str(prepared.url)), request_bytes(prepared)
        headers = {
            name: text if isinstance(text, str) else text.decode("latin-1")
            for name, text in prepared.headers.items()
            if name != SCHEMATHESIS_TEST_CASE_HEADER
        }
        # What is random in them, so that two runs send the same.
        boundary = headers.get("Content-Type", "").partition("boundary=")[2]
        if boundary:
            headers["Content-Type"] = "multipart/form-data; boundary=boundary"
            content = content.replace(boundary.encode(), b"boundary")
        return Raw(str(prepared.method), url.path.encode(), url.query.encode(), headers, content)

    def environ(self) -> dict[str, Any]:
        """The request as a server hands it to a WSGI application."""
        environ: dict[str, Any] = {
            "REQUEST_METHOD": self.method,
            "SCRIPT_NAME": "",
            "PATH_INFO": unquote_to_bytes(self.path).decode("latin-1"),
            "QUERY_STRING": self.query.decode("latin-1"),
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "127.0.0.1",
            "CONTENT_LENGTH": str(len(self.body)),
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(self.body),
            "wsgi.errors": sys.stderr,
            "wsgi.multithread": False,
            "wsgi.multiprocess": False,
            "wsgi.run_once": False,
        }
        for name, value in self.headers.items():
            key = name.upper().replace("-", "_")
            environ[key if key in ("CONTENT_TYPE", "CONTENT_LENGTH") else f"HTTP_{key}"] = value
        return environ


def mangled(raw: Raw, random: Random) -> Raw:
    """The request with one to three things broken."""
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        raw = random.choice(_WAYS)(raw, random)
    return raw


def _cut(text: bytes, random: Random) -> bytes:
    return text[: random.randrange(len(text) + 1)]


def _insert(text: bytes, random: Random) -> bytes:
    at = random.randrange(len(text) + 1)
    return text[:at] + random.choice(JUNK) + text[at:]


def _flip(text: bytes, random: Random) -> bytes:
    if not text:
        return b"\x80"
    at = random.randrange(len(text))
    return text[:at] + bytes([random.randrange(256)]) + text[at + 1 :]


def _repeat(text: bytes, random: Random) -> bytes:
    return text * random.choice((2, 3, 200))


def _body(change: Callable[[bytes, Random], bytes]) -> Callable[[Raw, Random], Raw]:
    return lambda raw, random: replace(raw, body=change(raw.body, random))


def _query(change: Callable[[bytes, Random], bytes]) -> Callable[[Raw, Random], Raw]:
    return lambda raw, random: replace(raw, query=change(raw.query, random))


def _query_field(raw: Raw, random: Random) -> Raw:
    """A parameter left out, sent twice, sent unknown, or with a value that it does not take."""
    pairs = [pair for pair in raw.query.split(b"&") if pair]
    name = random.choice(pairs).partition(b"=")[0] if pairs else b"unknown"
    value = quote(str(random.choice(VALUES)).encode("utf-8", "surrogatepass")).encode()
    rest = [pair for pair in pairs if not pair.startswith(name + b"=")]
    choices = (
        rest,
        [*pairs, name + b"=" + value],
        [*rest, name + b"=" + value],
        [*rest, name],
        [*rest, name + b"[]=" + value],
    )
    return replace(raw, query=b"&".join(random.choice(choices)))


def _body_field(raw: Raw, random: Random) -> Raw:
    """A field of a JSON object left out, sent twice, wrong, or nested deeply."""
    try:
        data = json.loads(raw.body)
    except (ValueError, RecursionError):  # no JSON, or nested deeply by an earlier round
        return replace(raw, body=_flip(raw.body, random))
    if not isinstance(data, dict) or not data:
        return replace(raw, body=json.dumps(random.choice(VALUES)).encode())
    place, name = random.choice(list(_places(data)))
    match random.choice(("missing", "wrong", "twice", "deep")):
        case "missing":
            del place[name]
            text = json.dumps(data)
        case "wrong":
            place[name] = random.choice(VALUES)
            text = json.dumps(data)
        case "twice":
            text = f"{{{json.dumps(str(name))}: {json.dumps(random.choice(VALUES))}, {json.dumps(data)[1:]}"
        case _:
            depth = random.choice((5, 500, 50_000))
            place[name] = "deep"
            text = json.dumps(data).replace('"deep"', "[" * depth + "]" * depth)
    return replace(raw, body=text.encode())


def _places(data: Any) -> Iterator[tuple[Any, Any]]:
    for name in list(data) if isinstance(data, dict) else range(len(data)):
        yield data, name
        if isinstance(data[name], dict | list):
            yield from _places(data[name])


def _kind(raw: Raw, random: Random) -> Raw:
    return replace(raw, headers={**raw.headers, "Content-Type": random.choice(KINDS)})


def _length(raw: Raw, random: Random) -> Raw:
    length = random.choice(("", "-1", "abc", "0", "1", str(len(raw.body) + 7), "9" * 30))
    return replace(raw, headers={**raw.headers, "Content-Length": length})


def _header(raw: Raw, random: Random) -> Raw:
    """Junk in a header that is there, credentials among them, or in one that servers look at; or one is gone."""
    name = random.choice(
        [*raw.headers, "Accept", "Cookie", "Authorization", "Host", "Range", "X-Forwarded-For", "Transfer-Encoding"]
    )
    values = (
        "",
        "\xff\xfe",
        "x" * 70_000,
        ";;;===,,,",
        "Basic !!!",
        "Bearer",
        "text/html;q=nan",
        "\x00",
        "chunked",
        "a=b; a=b",
    )
    left = {key: value for key, value in raw.headers.items() if key != name}
    return replace(raw, headers=left if random.random() < 0.3 else {**left, name: random.choice(values)})


def _method(raw: Raw, random: Random) -> Raw:
    return replace(raw, method=random.choice(METHODS))


def _path(raw: Raw, random: Random) -> Raw:
    path = random.choice(
        (raw.path + b"/", raw.path + b"//", b"/" + raw.path, raw.path + b"/%2e%2e", raw.path + b"%00", b"/")
    )
    return replace(
        raw, path=random.choice((path, _insert(raw.path, random), _flip(raw.path, random), raw.path + b"/a" * 2000))
    )


_WAYS = (
    *(_body(_cut), _body(_insert), _body(_flip), _body(_repeat), _body_field, _body_field, _body_field, _body_field),
    *(_query(_cut), _query(_insert), _query(_flip), _query_field, _query_field, _query_field),
    *(_kind, _length, _header, _header, _method, _path),
)
