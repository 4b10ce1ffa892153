"""Files: what can be uploaded, and downloads that never sit in memory whole."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path as FilePath
from typing import IO, TYPE_CHECKING, Any, Self

import httpx2

if TYPE_CHECKING:
    from .operations import Call
    from .resources import Async, Sync

Upload = bytes | IO[bytes] | os.PathLike[str] | tuple[str, bytes | IO[bytes]] | tuple[str, bytes | IO[bytes], str]
"""Bytes, an open binary file, a path, or a name with bytes or an open file (and a media type)."""


def as_part(name: str, value: Any) -> Any:
    """A file in the form in which the HTTP library takes it. A file without a name gets the field's."""
    if isinstance(value, os.PathLike):
        path = FilePath(os.fspath(value))  # pyright: ignore[reportUnknownArgumentType]
        return path.name, path.read_bytes()
    return (name, value) if isinstance(value, bytes | bytearray) else value


def file_name(headers: httpx2.Headers) -> str | None:
    """The name that the server gives a file, without any folder; None when it gives none."""
    for part in headers.get("content-disposition", "").split(";"):
        key, _, value = part.strip().partition("=")
        if key.lower() == "filename" and value:
            return FilePath(value.strip('"').replace("\\", "/")).name or None
    return None


class Download:
    """A body to be read in pieces: `with client.exports.download() as file: file.save("products.csv")`.

    Nothing is sent before the `with`.
    """

    http: httpx2.Response

    def __init__(self, mode: Sync, call: Call) -> None:
        self._mode = mode
        self._call = call

    def __enter__(self) -> Self:
        self.http = self._mode.stream(self._call)
        return self

    def __exit__(self, *_: object) -> None:
        self.http.close()

    def __iter__(self) -> Iterator[bytes]:
        return self.http.iter_bytes()

    @property
    def name(self) -> str | None:
        """The name that the server gives the file."""
        return file_name(self.http.headers)

    @property
    def media_type(self) -> str:
        """What the server says it is, such as `text/csv`."""
        return self.http.headers.get("content-type", "").partition(";")[0].strip()

    def read(self) -> bytes:
        """The whole body, in memory."""
        return self.http.read()

    def save(self, path: str | os.PathLike[str]) -> int:
        """Write the body to a file; returns its size in bytes."""
        with open(path, "wb") as file:
            return sum(file.write(chunk) for chunk in self)


class AsyncDownload:
    """A body to be read in pieces: `async with client.exports.download() as file: await file.save("products.csv")`.

    Nothing is sent before the `async with`. `save` writes to the disk in the event loop, between two pieces.
    """

    http: httpx2.Response

    def __init__(self, mode: Async, call: Call) -> None:
        self._mode = mode
        self._call = call

    async def __aenter__(self) -> Self:
        self.http = await self._mode.stream(self._call)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.http.aclose()

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self.http.aiter_bytes()

    @property
    def name(self) -> str | None:
        """The name that the server gives the file."""
        return file_name(self.http.headers)

    @property
    def media_type(self) -> str:
        """What the server says it is, such as `text/csv`."""
        return self.http.headers.get("content-type", "").partition(";")[0].strip()

    async def read(self) -> bytes:
        """The whole body, in memory."""
        return await self.http.aread()

    async def save(self, path: str | os.PathLike[str]) -> int:
        """Write the body to a file; returns its size in bytes."""
        with open(path, "wb") as file:
            return sum([file.write(chunk) async for chunk in self])
