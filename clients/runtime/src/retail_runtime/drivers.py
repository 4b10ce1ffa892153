"""The two drivers: they do what an exchange or a flow asks for, blocking or async, and nothing else."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, cast

import anyio
import httpx2

from .engine import Exchange, Send
from .errors import ResponseDecodeError
from .redact import unlogged, unsigned
from .retry import Reply

if TYPE_CHECKING:
    from .jobs import Flow
    from .resources import Async, Sync


def drive(exchange: Exchange, http: httpx2.Client) -> httpx2.Response:
    """Run an exchange to its end, blocking."""
    reply: Reply | None = None
    while True:
        try:
            step = exchange.send(reply)
        except StopIteration as end:
            return cast(httpx2.Response, end.value)
        except BaseException:
            if isinstance(reply, httpx2.Response):
                reply.close()
            raise
        if isinstance(step, Send):
            reply = _send(http, step)
        else:
            time.sleep(step)
            reply = None


async def drive_async(exchange: Exchange, http: httpx2.AsyncClient) -> httpx2.Response:
    """Run an exchange to its end, in an event loop (asyncio or trio)."""
    reply: Reply | None = None
    while True:
        try:
            step = exchange.send(reply)
        except StopIteration as end:
            return cast(httpx2.Response, end.value)
        except BaseException:
            if isinstance(reply, httpx2.Response):
                await reply.aclose()
            raise
        if isinstance(step, Send):
            reply = await _send_async(http, step)
        else:
            await anyio.sleep(step)
            reply = None


def _send(http: httpx2.Client, step: Send) -> Reply:
    try:
        with unlogged():
            if step.gate is None:
                response = http.send(step.request, stream=True, follow_redirects=False)
            else:
                response = step.gate.send(http, step.request)
            if not step.stream or not response.is_success:
                try:
                    response.read()
                except httpx2.DecodingError as error:
                    raise _undecodable(step, response) from unsigned(error)
                finally:
                    response.close()
        return response
    except httpx2.TransportError as error:
        return error


async def _send_async(http: httpx2.AsyncClient, step: Send) -> Reply:
    try:
        with unlogged():
            if step.gate is None:
                response = await http.send(step.request, stream=True, follow_redirects=False)
            else:
                response = await step.gate.send_async(http, step.request)
            if not step.stream or not response.is_success:
                try:
                    await response.aread()
                except httpx2.DecodingError as error:
                    raise _undecodable(step, response) from unsigned(error)
                finally:
                    await response.aclose()
        return response
    except httpx2.TransportError as error:
        return error


def _undecodable(step: Send, response: httpx2.Response) -> ResponseDecodeError:
    encoding = response.headers.get("content-encoding")
    received = httpx2.Response(response.status_code, headers=response.headers, content=b"")
    return ResponseDecodeError(f"{step.request.extensions['operation']}: the answer is not valid {encoding}", received)


def follow(flow: Flow[Any], mode: Sync) -> Any:
    """Run a flow of calls and pauses, blocking."""
    data: Any = None
    while True:
        try:
            step = flow.send(data)
        except StopIteration as end:
            return end.value
        if isinstance(step, float | int):
            time.sleep(step)
        else:
            data = mode.send(step).data


async def follow_async(flow: Flow[Any], mode: Async) -> Any:
    """Run a flow of calls and pauses, in an event loop."""
    data: Any = None
    while True:
        try:
            step = flow.send(data)
        except StopIteration as end:
            return end.value
        if isinstance(step, float | int):
            await anyio.sleep(step)
        else:
            data = (await mode.send(step)).data
