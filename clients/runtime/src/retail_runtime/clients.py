"""Clients: connections, credentials and settings."""

from __future__ import annotations

import re
import ssl
from collections.abc import Mapping
from functools import cache
from typing import Any, Self, cast

import httpx2

from .auth import Credentials
from .engine import Engine
from .gate import Gate
from .resources import Async, Sync
from .settings import AsyncOptions, Settings, Spec, SyncOptions


@cache
def _tls() -> ssl.SSLContext:
    """One TLS context for the process: to make one takes 20 ms."""
    return httpx2.create_ssl_context()


class _Client:
    """What the blocking and the async client have in common."""

    mode: Any

    def __repr__(self) -> str:
        engine: Engine = self.mode.engine
        return (
            f"<{type(self).__name__} {_shown(engine.settings.base_url or engine.spec.servers.get('') or '')}"
            f" {engine.credentials}>"
        )

    def _with(self, changes: Mapping[str, Any]) -> Self:
        client = self.__class__.__new__(self.__class__)
        client._made_here = False
        client.mode = type(self.mode)(self.mode.engine.with_settings(changes), self.mode.http)
        return client

    _made_here: bool


def _shown(address: str | Mapping[str, str]) -> str:
    """An address without the name and password that it may hold."""
    return re.sub(r"//[^/@]*@", "//***@", str(address))


def _engine(spec: Spec, credentials: Credentials, options: Mapping[str, Any]) -> Engine:
    unknown = set(options) - {*Settings.__struct_fields__, *spec.parameters, "http", "transport"}
    if unknown:
        raise TypeError(f"a {spec.name} client has no option {sorted(unknown)[0]!r}")
    if options.get("http") is not None and options.get("transport") is not None:
        raise TypeError("give either http or transport: a client of your own brings its transport")
    changes = {name: value for name, value in options.items() if name not in ("http", "transport")}
    gate = Gate(spec.concurrency) if spec.concurrency else None
    return Engine(spec, credentials, Settings(), gate=gate).with_settings(changes)


class SyncClient(_Client):
    """A client whose operations block. Close it, or use it with `with`."""

    mode: Sync

    def __init__(self, spec: Spec, credentials: Credentials, options: SyncOptions) -> None:
        self._made_here = options.get("http") is None
        http = options.get("http") or httpx2.Client(verify=_tls(), transport=options.get("transport"))
        self.mode = Sync(_engine(spec, credentials, cast("Mapping[str, Any]", options)), http)

    def close(self) -> None:
        """Close the connections, unless they came from you."""
        if self._made_here:
            self.mode.http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class AsyncClient(_Client):
    """A client whose operations are awaited. Close it, or use it with `async with`."""

    mode: Async

    def __init__(self, spec: Spec, credentials: Credentials, options: AsyncOptions) -> None:
        self._made_here = options.get("http") is None
        http = options.get("http") or httpx2.AsyncClient(verify=_tls(), transport=options.get("transport"))
        self.mode = Async(_engine(spec, credentials, cast("Mapping[str, Any]", options)), http)

    async def close(self) -> None:
        """Close the connections, unless they came from you."""
        if self._made_here:
            await self.mode.http.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()
