"""Clients: HTTP clients and transports of one's own, hooks, options, and methods that behave as methods do."""

from __future__ import annotations

import inspect
import pydoc
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import anyio
import httpx2
import pytest
from retail_runtime import APITimeoutError, ResponseDecodeError, Retry

from .acme import Acme, Api, AsyncAcme, Key, Vouchers, acme
from .conftest import Way
from .wire import Wire, answer


def test_a_client_made_here_is_closed_with_it() -> None:
    with Acme(Key("k"), transport=Wire()) as api:
        http = api.mode.http
        assert not http.is_closed
    assert http.is_closed


def test_an_http_client_of_your_own_stays_open_and_as_it_was() -> None:
    wire = Wire()
    http = httpx2.Client(transport=wire, headers={"X-Team": "till", "User-Agent": "mine/1"})
    before = dict(http.headers)
    with Acme(Key("k"), http=http) as api:
        api.vouchers.get("v")
    assert not http.is_closed
    assert dict(http.headers) == before
    assert wire.last.headers["x-team"] == "till"
    assert wire.last.headers["user-agent"] == "mine/1"
    assert not list(http.cookies.jar)


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_async_clients_too(backend: str) -> None:
    async def main() -> None:
        own = httpx2.AsyncClient(transport=Wire())
        async with AsyncAcme(Key("k"), http=own) as api:
            await api.vouchers.get("v")
        assert not own.is_closed
        async with AsyncAcme(Key("k"), transport=Wire()) as api:
            http = api.mode.http
        assert http.is_closed
        await own.aclose()

    anyio.run(main, backend=backend)


def test_no_http_client_given_is_one_made_here() -> None:
    options: Any = {"http": None, "transport": Wire()}
    with Acme(Key("k"), **options) as api:
        http = api.mode.http
    assert http.is_closed


def test_requests_say_who_asks() -> None:
    api, wire = acme()
    api.vouchers.get("v")
    assert wire.last.headers["user-agent"].startswith("acme-shop-client/1.2.3 python/")


def test_with_options_is_another_view_of_the_same_connections() -> None:
    api, wire = acme(timeout=9.0)
    quick = api.with_options(timeout=2.0, headers={"X-Own": "1"})
    quick.vouchers.get("v")
    assert wire.last.extensions["timeout"] == {"connect": 2.0, "read": 2.0, "write": 2.0, "pool": 2.0}
    assert wire.last.headers["x-own"] == "1"
    quick.close()
    api.vouchers.get("v")
    assert wire.last.extensions["timeout"]["read"] == 9.0
    assert "x-own" not in wire.last.headers
    assert quick.with_options(strict=True).with_response.vouchers.get("v").status == 200
    assert wire.last.headers["x-own"] == "1"


def test_the_usual_timeout_is_thirty_seconds_and_five_to_connect() -> None:
    api, wire = acme()
    api.vouchers.get("v")
    assert wire.last.extensions["timeout"] == {"connect": 5.0, "read": 30.0, "write": 30.0, "pool": 30.0}


@pytest.mark.parametrize("options", [{"tiemout": 1}, {"colour": "red"}])
def test_an_option_that_there_is_not_is_refused(options: Any) -> None:
    with pytest.raises(TypeError, match=next(iter(options))):
        Acme(Key("k"), **options)
    with pytest.raises(TypeError, match=next(iter(options))):
        acme()[0].with_options(**options)


def test_an_http_client_and_a_transport_exclude_each_other() -> None:
    with pytest.raises(TypeError, match="either http or transport"):
        Acme(Key("k"), http=httpx2.Client(), transport=Wire())


def test_hooks_see_each_try_and_each_answer(way: Way) -> None:
    seen: list[str] = []

    def before(request: httpx2.Request, call: Any) -> None:
        request.headers["x-signed"] = "yes"
        seen.append(f"{call.operation.name} {request.method}")

    def after(response: httpx2.Response, call: Any) -> None:
        seen.append(f"{call.operation.name} {response.status_code}")

    ran = way(lambda api: api.vouchers.get("v"), answer({}, 503), answer(), on_request=before, on_response=after)
    assert seen == ["vouchers.get GET", "vouchers.get 503", "vouchers.get GET", "vouchers.get 200"]
    assert ran.wire.last.headers["x-signed"] == "yes"
    assert ran.wire.last.extensions["operation"] == "vouchers.get"


def test_a_hook_that_fails_fails_the_call(way: Way) -> None:
    def hook(*_: Any) -> None:
        raise LookupError("mine")

    for name in ("on_request", "on_response"):
        with pytest.raises(LookupError, match="mine"):
            way(lambda api: api.vouchers.get("v"), **{name: hook})


# -- methods --------------------------------------------------------------------------------------


def test_wrong_arguments_read_as_everywhere_in_python(way: Way) -> None:
    for use, text in (
        (lambda api: api.vouchers.get(), r"Vouchers.get\(\) missing 1 required positional argument: 'voucher_id'"),
        (lambda api: api.vouchers.get("v", colour="red"), "got an unexpected keyword argument 'colour'"),
        (lambda api: api.vouchers.get("v", True), "takes 2 positional arguments but 3 were given"),
        (lambda api: api.vouchers.get("v", voucher_id="w"), "got multiple values for argument 'voucher_id'"),
    ):
        with pytest.raises(TypeError, match=text):
            way(use)


def test_operations_are_ordinary_methods() -> None:
    for api in (acme()[0], AsyncAcme(Key("k"), transport=Wire())):
        get = api.vouchers.get
        assert inspect.ismethod(get)
        assert get.__name__ == "get"
        signature = inspect.signature(get)
        assert list(signature.parameters) == ["voucher_id", "expand", "trace"]
        assert signature.return_annotation == "Voucher"
        assert (inspect.getdoc(get) or "").startswith("Fetch one voucher.")
        assert "voucher_id: Which one." in pydoc.render_doc(Vouchers, renderer=pydoc.plaintext)


def test_a_bound_operation_can_be_kept_and_passed_on() -> None:
    api, wire = acme()
    assert [voucher.id for voucher in map(api.vouchers.get, ["a", "b"])] == ["v1", "v1"]
    assert [request.url.path for request in wire.sent] == ["/vouchers/a", "/vouchers/b"]


def test_operations_of_a_class_within_a_function_have_short_names() -> None:
    class Local(Vouchers[Any]):
        """A user's own resource."""

    assert Local.get.operation.name == "vouchers.get"


def test_a_client_may_be_used_from_many_threads_at_once() -> None:
    for _ in range(20):
        api, wire = acme()
        together = threading.Barrier(8)

        def use(name: str, api: Acme = api, together: threading.Barrier = together) -> str:
            together.wait()
            return api.with_response.vouchers.get(name).data.id

        with ThreadPoolExecutor(8) as threads:
            assert list(threads.map(use, "abcdefgh")) == ["v1"] * 8
        assert sorted(request.url.path[-1] for request in wire.sent) == list("abcdefgh")


def test_a_closed_client_says_so() -> None:
    api, _ = acme()
    api.close()
    with pytest.raises(RuntimeError, match="closed"):
        api.vouchers.get("v")


def test_resources_are_made_once() -> None:
    api, _ = acme()
    assert api.vouchers is api.vouchers
    assert isinstance(api, Api)


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_cancelling_a_call_leaves_no_answer_open(backend: str) -> None:
    closed: list[bool] = []

    class Slow(httpx2.AsyncByteStream):
        async def __aiter__(self) -> Any:
            yield b"{"
            await anyio.sleep_forever()

        async def aclose(self) -> None:
            closed.append(True)

    async def main() -> None:
        wire = Wire(lambda _: httpx2.Response(200, stream=Slow()))
        async with AsyncAcme(Key("k"), transport=wire) as api:
            with anyio.move_on_after(0.02) as scope:
                await api.vouchers.get("v")
            assert scope.cancelled_caught

    anyio.run(main, backend=backend)
    assert closed == [True]


@pytest.mark.parametrize("failure", [KeyboardInterrupt, httpx2.ReadError("gone")])
def test_an_interruption_while_an_answer_is_read_closes_it(failure: Any) -> None:
    closed: list[bool] = []

    class Broken(httpx2.SyncByteStream):
        def __iter__(self) -> Any:
            yield b"{"
            raise failure

        def close(self) -> None:
            closed.append(True)

    for status in (200, 500):
        api, _ = acme(lambda _, status=status: httpx2.Response(status, stream=Broken()), retry=Retry(attempts=1))
        for use in (lambda api: api.vouchers.get("v"), lambda api: api.vouchers.pdf().__enter__().read()):
            with pytest.raises(BaseException):  # noqa: B017
                use(api)
    assert len(closed) >= 3


def test_strict_and_lenient_views_differ_only_in_what_they_refuse() -> None:
    api, _ = acme(answer({"id": 7}))
    assert api.vouchers.get("v").id == 7  # type: ignore[comparison-overlap]
    with pytest.raises(ResponseDecodeError):
        api.with_options(strict=True).vouchers.get("v")


def test_a_timeout_counts_as_no_answer() -> None:
    api, wire = acme(httpx2.ReadTimeout("slow"), retry=Retry(attempts=2))
    with pytest.raises(APITimeoutError):
        api.vouchers.get("v")
    assert len(wire.sent) == 2
