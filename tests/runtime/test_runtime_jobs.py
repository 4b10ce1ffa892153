"""Work that goes on at the server, polling, and many calls at once."""

from __future__ import annotations

import threading
from typing import Any

import anyio
import httpx2
import pytest
from retail_runtime import APIConnectionError, InvalidArgumentError, NotFoundError, Retry, WaitTimeoutError

from .acme import AsyncAcme, Key, Progress, Voucher, VoucherMissingError, WorkFailedError, acme
from .conftest import Way
from .wire import Wire, answer

STARTED = answer({"job": "j1"})


def state(value: Any, **more: Any) -> Any:
    return answer({"state": value, **more})


def test_a_job_is_waited_for(waits: list[float]) -> None:
    api, wire = acme(STARTED, state("running"), state("running"), state("done"))
    job = api.jobs.start()
    assert job.started.job == "j1"
    assert job.wait() == Progress(state="done")
    assert [request.url.path for request in wire.sent[1:]] == ["/jobs/j1"] * 3
    assert waits == [2.0, 2.0]


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_an_async_job_too(backend: str, waits: list[float]) -> None:
    async def main() -> None:
        wire = Wire(STARTED, state("running"), state("running"), state("done"))
        async with AsyncAcme(Key("k"), transport=wire) as api:
            job = await api.jobs.start()
            assert await job.status() == Progress(state="running")
            assert await job.wait(interval=0.5) == Progress(state="done")

    anyio.run(main, backend=backend)
    assert waits == [0.5]


def test_a_status_may_be_true() -> None:
    api, _ = acme(STARTED, state(False), state(True))
    assert api.jobs.start().wait().state is True


def test_work_that_fails_is_the_apis_own_error_with_its_reason() -> None:
    api, _ = acme(STARTED, state("failed", why="row 3"), state("failed"))
    with pytest.raises(WorkFailedError, match="row 3") as caught:
        api.jobs.start().wait()
    assert caught.value.status == Progress(state="failed", why="row 3")
    api, _ = acme(STARTED, state("failed"))
    with pytest.raises(WorkFailedError, match="failed"):
        api.jobs.start().wait()


def test_waiting_has_an_end(waits: list[float]) -> None:
    api, _ = acme(STARTED, state("running"))
    job = api.jobs.start()
    with pytest.raises(WaitTimeoutError, match=r"jobs.status: still 'running' after 5 s"):
        job.wait(timeout=5)
    assert waits == [2.0, 2.0]
    with pytest.raises(WaitTimeoutError):
        job.wait(timeout=0)
    assert waits == [2.0, 2.0]


def test_one_look_tells_the_status() -> None:
    api, wire = acme(STARTED, state("running"))
    assert api.jobs.start().status() == Progress(state="running")
    assert len(wire.sent) == 2


def test_an_error_while_waiting_is_that_error() -> None:
    api, _ = acme(STARTED, answer({}, 404))
    with pytest.raises(NotFoundError):
        api.jobs.start().wait()


def test_the_raw_view_gives_the_answer_that_began_it(way: Way) -> None:
    response = way(lambda api: api.with_response.jobs.start(), STARTED).value
    assert (response.data.job, response.status) == ("j1", 200)


def test_a_poller_calls_until_it_is_done(way: Way, waits: list[float]) -> None:
    ran = way(lambda api: api.jobs.until_done("j7", timeout=60, interval=3), state("new"), state("done"))
    assert ran.value == Progress(state="done")
    assert ran.wire.last.url.path == "/jobs/j7"
    assert waits == [3]
    with pytest.raises(WaitTimeoutError):
        way(lambda api: api.jobs.until_done("j7", timeout=1), state("new"))


def states(*values: str) -> Any:
    return answer([{"state": value} for value in values])


def test_a_poller_of_several_waits_for_all_of_them(way: Way, waits: list[float]) -> None:
    replies = [states(), states("new", "new"), states("done", "new"), states("done", "done")]
    ran = way(lambda api: api.jobs.until_all_done("j7"), *replies)
    assert ran.value == [Progress(state="done")] * 2
    assert len(ran.wire.sent) == len(waits) + 1 == 4
    with pytest.raises(WaitTimeoutError, match="still 'new'"):
        way(lambda api: api.jobs.until_all_done("j7", timeout=0), states("done", "new"))
    with pytest.raises(WorkFailedError, match="failed"):
        way(lambda api: api.jobs.until_all_done("j7"), states("new", "failed"))


def test_a_poller_refuses_wrong_arguments_as_any_method() -> None:
    api: Any = acme()[0]
    with pytest.raises(TypeError, match=r"until_done\(\) missing 1 required positional argument: 'job'"):
        api.jobs.until_done()


# -- many -----------------------------------------------------------------------------------------


def by_id(request: httpx2.Request) -> httpx2.Response:
    voucher_id = request.url.path.rpartition("/")[2]
    if voucher_id == "missing":
        return answer({"code": 183}, 404)()
    if voucher_id == "gone":
        raise httpx2.ReadError("gone")
    return answer({"id": voucher_id})()


def test_many_come_in_order_with_errors_in_their_places(way: Way) -> None:
    wanted = ["v1", "missing", "v2", "", "gone", "v3"]
    found = way(lambda api: api.vouchers.get_many(iter(wanted)), by_id, retry=Retry(attempts=1)).value
    assert [voucher.id for voucher in found if isinstance(voucher, Voucher)] == ["v1", "v2", "v3"]
    kinds = [type(each) for each in found]
    assert kinds == [Voucher, VoucherMissingError, Voucher, InvalidArgumentError, APIConnectionError, Voucher]


def test_many_take_the_arguments_of_one(way: Way) -> None:
    ran = way(lambda api: api.vouchers.get_many(["a", "b"], concurrency=1, expand=True), by_id)
    assert [str(request.url.query) for request in ran.wire.sent] == ["b'expand=true'"] * 2


def test_none_at_all_is_an_empty_list(way: Way) -> None:
    ran = way(lambda api: api.vouchers.get_many([]), by_id)
    assert (ran.value, ran.wire.sent) == ([], [])


@pytest.mark.parametrize("limit", [1, 3])
def test_no_more_calls_are_in_flight_than_allowed_and_no_fewer(limit: int) -> None:
    lock, full = threading.Lock(), threading.Barrier(limit)
    flying = most = 0

    def handler(request: httpx2.Request) -> httpx2.Response:
        nonlocal flying, most
        with lock:
            flying += 1
            most = max(most, flying)
        full.wait(timeout=5)  # goes on only once as many as allowed are here
        with lock:
            flying -= 1
        return by_id(request)

    api, wire = acme(handler)
    found = api.vouchers.get_many([f"v{n}" for n in range(limit * 4)], concurrency=limit)
    assert [voucher.id for voucher in found if isinstance(voucher, Voucher)] == [f"v{n}" for n in range(limit * 4)]
    assert most == limit
    assert len(wire.sent) == limit * 4


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
@pytest.mark.parametrize("limit", [1, 3, 4])
def test_that_holds_for_async_calls_and_for_the_usual_limit(backend: str, limit: int) -> None:
    flying = most = 0

    async def handler(request: httpx2.Request) -> httpx2.Response:
        nonlocal flying, most
        flying += 1
        most = max(most, flying)
        await anyio.lowlevel.checkpoint()
        await anyio.lowlevel.checkpoint()
        flying -= 1
        return by_id(request)

    async def main() -> list[Any]:
        async with AsyncAcme(Key("k"), transport=httpx2.MockTransport(handler)) as api:
            options: Any = {} if limit == 4 else {"concurrency": limit}  # 4 is what the declaration says
            return await api.vouchers.get_many([f"v{n}" for n in range(20)], **options)

    assert [voucher.id for voucher in anyio.run(main, backend=backend)] == [f"v{n}" for n in range(20)]
    assert most == limit


@pytest.mark.parametrize("limit", [0, -1])
def test_a_limit_below_one_is_refused(limit: int, way: Way) -> None:
    with pytest.raises(InvalidArgumentError, match="concurrency"):
        way(lambda api: api.vouchers.get_many(["a"], concurrency=limit), by_id)


def test_an_interruption_stops_what_has_not_begun() -> None:
    def handler(request: httpx2.Request) -> httpx2.Response:
        if len(wire.sent) == 3:
            raise KeyboardInterrupt
        return by_id(request)

    api, wire = acme(handler)
    with pytest.raises(KeyboardInterrupt):
        api.vouchers.get_many([str(n) for n in range(1_000)], concurrency=1)
    assert len(wire.sent) < 1_000


def test_a_fault_that_is_not_the_apis_comes_out_as_itself(way: Way) -> None:
    def hook(*_: Any) -> None:
        raise LookupError("mine")

    with pytest.raises(LookupError, match="mine"):
        way(lambda api: api.vouchers.get_many(["a"], concurrency=1), by_id, on_request=hook)
