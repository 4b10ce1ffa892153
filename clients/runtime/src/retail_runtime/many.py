"""Methods made of other methods: many calls at once, several in turn, and polling."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import wraps
from inspect import signature
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar, cast

import anyio

from .errors import APIError, InvalidArgumentError
from .jobs import Flow, Wait
from .operations import Call, Operation

if TYPE_CHECKING:
    from .operations import Method
    from .resources import Async, Resource, Sync

P = ParamSpec("P")
T = TypeVar("T")


def many(
    one: Any, *, over: str, each: str
) -> Callable[[Callable[Concatenate[Any, P], T]], Method[P, T, Coroutine[Any, Any, T], T, Coroutine[Any, Any, T]]]:
    """Declare a method that makes many calls of `one` at once.

    Args:
        one: The declared method for one call.
        over: The parameter that holds the many values; `concurrency` says how many calls are in flight.
        each: The parameter of `one` that takes one of them.
    """
    operation: Operation = one.operation

    def declare(method: Callable[..., Any]) -> Any:
        parameters = signature(method).parameters
        names, usual = list(parameters)[1:], parameters["concurrency"].default

        @wraps(method)
        def call(resource: Resource[Any], *args: Any, **kwargs: Any) -> Any:
            method(resource, *args, **kwargs)  # does nothing, except to refuse wrong arguments
            kwargs |= zip(names, args, strict=False)
            values, limit = cast("Iterable[Any]", kwargs.pop(over)), int(kwargs.pop("concurrency", usual))
            if limit < 1:
                raise InvalidArgumentError(f"concurrency must be at least 1, not {limit}")
            calls = [Call(operation, {**kwargs, each: value}) for value in values]
            mode = resource.mode
            return _all_async(mode, calls, limit) if hasattr(mode.http, "aclose") else _all(mode, calls, limit)

        return call

    return declare


def _all(mode: Sync, calls: list[Call], limit: int) -> list[Any]:
    def run(call: Call) -> Any:
        try:
            return mode.send(call).data
        except APIError as error:
            return error

    with ThreadPoolExecutor(min(limit, len(calls)) or 1) as threads:
        return list(threads.map(run, calls))


async def _all_async(mode: Async, calls: list[Call], limit: int) -> list[Any]:
    results: list[Any] = [None] * len(calls)
    waiting = iter(enumerate(calls))
    faults: list[Exception] = []

    async def work() -> None:
        for place, call in waiting:
            try:
                results[place] = (await mode.send(call)).data
            except APIError as error:
                results[place] = error
            except Exception as fault:  # not the API's: raised below as itself, not in a group
                faults.append(fault)
                workers.cancel_scope.cancel()

    async with anyio.create_task_group() as workers:
        for _ in range(min(limit, len(calls))):
            workers.start_soon(work)
    if faults:
        raise faults[0]
    return results


def split(
    one: Any, *, over: str, each: str, most: int
) -> Callable[[Callable[Concatenate[Any, P], T]], Method[P, T, Coroutine[Any, Any, T], T, Coroutine[Any, Any, T]]]:
    """Declare a method that sends several things by one call of `one` each, in order; it ends with the first error.

    Args:
        one: The declared method for one call.
        over: The parameter that holds the things.
        each: The parameter of `one` that takes one of them.
        most: How many there may be. More, or none, are refused before anything is sent.
    """
    operation: Operation = one.operation

    def declare(method: Callable[..., Any]) -> Any:
        names = list(signature(method).parameters)[1:]

        @wraps(method)
        def call(resource: Resource[Any], *args: Any, **kwargs: Any) -> Any:
            method(resource, *args, **kwargs)  # does nothing, except to refuse wrong arguments
            kwargs |= zip(names, args, strict=False)
            things = list(cast("Iterable[Any]", kwargs.pop(over)))
            if not 1 <= len(things) <= most:
                raise InvalidArgumentError(f"{over} must be 1 to {most}, not {len(things)}")
            return resource.mode.follow(_in_turn([Call(operation, {**kwargs, each: thing}) for thing in things]))

        return call

    return declare


def _in_turn(calls: list[Call]) -> Flow[Any]:
    answer: Any = None
    for call in calls:
        answer = yield call
    return answer


def poll(
    one: Any, wait: Wait
) -> Callable[[Callable[Concatenate[Any, P], T]], Method[P, T, Coroutine[Any, Any, T], T, Coroutine[Any, Any, T]]]:
    """Declare a method that calls `one` until it tells that the work is done.

    Beside the parameters of `one` it takes `timeout` and `interval`, in seconds.
    """
    operation: Operation = one.operation

    def declare(method: Callable[..., Any]) -> Any:
        names = list(signature(method).parameters)[1:]

        @wraps(method)
        def call(resource: Resource[Any], *args: Any, **kwargs: Any) -> Any:
            method(resource, *args, **kwargs)  # does nothing, except to refuse wrong arguments
            kwargs |= zip(names, args, strict=False)
            timeout, interval = float(kwargs.pop("timeout", 600.0)), kwargs.pop("interval", None)
            return resource.mode.follow(wait.flow(Call(operation, kwargs), timeout=timeout, interval=interval))

        return call

    return declare
