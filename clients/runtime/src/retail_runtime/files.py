"""Files: what can be uploaded, and downloads that never sit in memory whole."""

from __future__ import annotations

import base64
import os
from collections.abc import AsyncIterator, Generator, Iterator
from contextlib import contextmanager
from email.message import Message
from email.utils import collapse_rfc2231_value
from pathlib import Path as FilePath
from typing import IO, TYPE_CHECKING, Annotated, Any, Self, cast

import httpx2
from msgspec import Struct

from .errors import APIConnectionError, APITimeoutError, InvalidArgumentError
from .redact import unsigned

if TYPE_CHECKING:
    from .operations import Call
    from .resources import Async, Sync

Upload = bytes | IO[bytes] | os.PathLike[str] | tuple[str, bytes | IO[bytes]] | tuple[str, bytes | IO[bytes], str]
"""Bytes, an open binary file, a path, or a name with bytes or an open file (and a media type)."""


class Base64(Struct, frozen=True):
    """A file that goes as base64 text."""

    def __call__(self, value: Any) -> Any:
        """The text of a file, from its start.

        Raises:
            InvalidArgumentError: It is text, not bytes, an open binary file or a path.
        """
        part: Any = as_part("the file", value)
        content: Any = cast("tuple[Any, ...]", part)[1] if isinstance(part, tuple) else part
        if hasattr(content, "read"):
            content.seek(0)
            content = content.read()
        if not isinstance(content, bytes | bytearray):
            raise InvalidArgumentError("the file must be opened in binary mode, or be bytes or a pathlib.Path")
        return base64.b64encode(content).decode("ascii")


Base64File = Annotated[Upload, Base64()]
"""A file that goes as base64 text: bytes, an open binary file, or a path."""


def as_part(name: str, value: Any) -> Any:
    """A file in the form in which the HTTP library takes it. A file without a name gets the field's."""
    if isinstance(value, str):
        raise InvalidArgumentError(f"{name} must be bytes, an open binary file or a pathlib.Path, not text")
    if isinstance(value, os.PathLike):
        path = FilePath(os.fspath(value))  # pyright: ignore[reportUnknownArgumentType]
        return path.name, path.read_bytes()
    if isinstance(value, bytes | bytearray):
        return name, bytes(value)
    if not spent_by_sending(value):
        return value
    # read here, because the HTTP library takes the size of a pipe or socket for nothing
    file_name, content, *media = cast("tuple[Any, ...]", value if isinstance(value, tuple) else (name, value))
    return file_name, content.read(), *media


def spent_by_sending(value: Any) -> bool:
    """Whether a file can be sent once only, because it can't be read again from its start."""
    content = cast("tuple[Any, ...]", value)[1] if isinstance(value, tuple) else value
    return hasattr(content, "read") and not (hasattr(content, "seekable") and content.seekable())


def file_name(headers: httpx2.Headers) -> str | None:
    """The name that the server gives a file, without any folder; None when it gives none."""
    disposition = Message()
    disposition["content-disposition"] = headers.get("content-disposition", "")
    given = disposition.get_params([], "content-disposition")
    names: list[Any] = [value for key, value in given if key.lower() == "filename"]
    # A name in UTF-8, a tuple here, goes before the plain one, which is for those that read no other (RFC 6266).
    best: Any = max(names, key=lambda each: isinstance(each, tuple), default="")
    name = FilePath(collapse_rfc2231_value(best).replace("\\", "/").replace("\0", "")).name
    return None if name in ("", ".", "..") else name


@contextmanager
def reading(operation: str) -> Generator[None]:
    """While in it, the HTTP library's errors become ours: the answer broke off, or can't be decompressed."""
    try:
        yield
    except httpx2.RequestError as error:
        kind = APITimeoutError if isinstance(error, httpx2.TimeoutException) else APIConnectionError
        raise kind(f"{operation}: the answer broke off: {str(error) or type(error).__name__}") from unsigned(error)


class _Body:
    """The body of an answer that is still to be read."""

    _call: Call
    _http: httpx2.Response | None = None

    @property
    def http(self) -> httpx2.Response:
        """The answer: status and headers."""
        if self._http is None:
            raise RuntimeError("nothing is sent yet: use it in a `with` (or `async with`) statement")
        return self._http

    @property
    def name(self) -> str | None:
        """The name that the server gives the file."""
        return file_name(self.http.headers)

    @property
    def media_type(self) -> str:
        """What the server says it is, such as `text/csv`."""
        return self.http.headers.get("content-type", "").partition(";")[0].strip()


class Download(_Body):
    """A body to be read in pieces: `with client.exports.download() as file: file.save("products.csv")`.

    Nothing is sent before the `with`.
    """

    def __init__(self, mode: Sync, call: Call) -> None:
        self._mode = mode
        self._call = call

    def __enter__(self) -> Self:
        self._http = self._mode.stream(self._call)
        return self

    def __exit__(self, *_: object) -> None:
        self.http.close()

    def __iter__(self) -> Iterator[bytes]:
        with reading(self._call.operation.name):
            yield from self.http.iter_bytes()

    def read(self) -> bytes:
        """The whole body, in memory."""
        with reading(self._call.operation.name):
            return self.http.read()

    def save(self, path: str | os.PathLike[str]) -> int:
        """Write the body to a file; returns its size in bytes."""
        with open(path, "wb") as file:
            return sum(file.write(chunk) for chunk in self)


class AsyncDownload(_Body):
    """A body to be read in pieces: `async with client.exports.download() as file: await file.save("products.csv")`.

    Nothing is sent before the `async with`. `save` writes to the disk in the event loop, between two pieces.
    """

    def __init__(self, mode: Async, call: Call) -> None:
        self._mode = mode
        self._call = call

    async def __aenter__(self) -> Self:
        self._http = await self._mode.stream(self._call)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.http.aclose()

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with reading(self._call.operation.name):
            async for chunk in self.http.aiter_bytes():
                yield chunk

    async def read(self) -> bytes:
        """The whole body, in memory."""
        with reading(self._call.operation.name):
            return await self.http.aread()

    async def save(self, path: str | os.PathLike[str]) -> int:
        """Write the body to a file; returns its size in bytes."""
        with open(path, "wb") as file:
            return sum([file.write(chunk) async for chunk in self])
