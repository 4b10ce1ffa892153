"""When a call is tried again: never what may have happened, unless a repeat is harmless."""

from __future__ import annotations

import io
import pickle
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from email.utils import format_datetime
from typing import Any

import httpx2
import pytest
from msgspec.structs import replace
from retail_runtime import (
    APIConnectionError,
    APIError,
    APIStatusError,
    ErrorShape,
    Quota,
    RateLimitError,
    Retry,
    ServerError,
)

from .acme import SPEC, Acme, Key, acme
from .conftest import Way
from .wire import Wire, answer, raw

GOOD = answer({"id": "v", "job": "j"})


def get(api: Acme) -> Any:
    return api.vouchers.get("v")


def put(api: Acme) -> Any:
    return api.vouchers.put("v", {"id": "v"})


def delete(api: Acme) -> Any:
    return api.vouchers.delete(1)


def post(api: Acme) -> Any:
    return api.vouchers.create(Decimal(1))


def patch(api: Acme) -> Any:
    return api.vouchers.change("v", note="n")


def harmless_post(api: Acme) -> Any:
    return api.vouchers.claim("v")


def keyed_post(api: Acme) -> Any:
    return api.vouchers.create(Decimal(1), basket_code="b")


def unkeyed_post(api: Acme) -> Any:
    return api.vouchers.create(Decimal(1), basket_code=None)


each = pytest.mark.parametrize


def tries(use: Any, *answers: Any, **options: Any) -> int:
    api, wire = acme(*answers, **options)
    with suppress(APIError):
        use(api)
    return len(wire.sent)


@each("use", [get, put, delete, harmless_post, keyed_post])
@each("failure", [httpx2.ReadTimeout("x"), httpx2.ReadError("x"), answer({}, 500), answer({}, 503), answer({}, 408)])
def test_what_is_harmless_to_repeat_is_repeated(use: Any, failure: Any) -> None:
    assert tries(use, failure, GOOD) == 2
    assert tries(use, failure) == 3


@each("use", [post, patch, unkeyed_post])
@each(
    "failure",
    [
        httpx2.ReadTimeout("x"),
        httpx2.ReadError("x"),
        httpx2.WriteError("x"),
        httpx2.RemoteProtocolError("x"),
        *[answer({}, status) for status in (408, 500, 502, 503, 504)],
    ],
)
def test_what_may_have_happened_is_not_repeated(use: Any, failure: Any) -> None:
    assert tries(use, failure) == 1


@each("use", [get, post, patch])
@each(
    "failure",
    [
        httpx2.ConnectError("x"),
        httpx2.ConnectTimeout("x"),
        httpx2.PoolTimeout("x"),
        answer({}, 429),
        answer({}, 503, retry_after="1"),
    ],
)
def test_what_was_never_done_is_always_repeated(use: Any, failure: Any) -> None:
    assert tries(use, failure, GOOD) == 2


@each("status", [400, 401, 403, 404, 409, 422, 501, 302])
def test_an_answer_that_would_be_the_same_again_is_not_asked_for_again(status: int) -> None:
    assert tries(get, answer({}, status)) == 1


def test_what_cannot_be_sent_is_not_tried_again() -> None:
    for error in (httpx2.LocalProtocolError("x"), httpx2.UnsupportedProtocol("x")):
        assert tries(get, error) == 1


@each("attempts", [1, 2, 5])
def test_attempts_are_counted(attempts: int, way: Way) -> None:
    tried: list[httpx2.Request] = []
    options: Any = {"retry": Retry(attempts=attempts), "on_request": lambda request, _: tried.append(request)}
    with pytest.raises(ServerError):
        way(lambda api: api.vouchers.get("v"), answer({}, 500), **options)
    assert len(tried) == attempts


def test_pauses_grow_with_some_chance_up_to_a_limit(waits: list[float]) -> None:
    api, _ = acme(answer({}, 500), retry=Retry(attempts=6, pause=1.0, longest=4.0))
    with pytest.raises(ServerError):
        api.vouchers.get("v")
    assert len(waits) == 5
    for pause, longest in zip(waits, (1, 2, 4, 4, 4), strict=True):
        assert longest / 2 <= pause <= longest


def test_the_server_says_how_long_to_wait(waits: list[float], way: Way) -> None:
    way(lambda api: api.vouchers.get("v"), answer({}, 503, retry_after="7"), answer({}, 429, retry_after="0.5"), GOOD)
    assert waits == [7.0, 0.5]


@each("zone", [" GMT", "", " +0000"])
def test_it_may_say_it_as_a_date(waits: list[float], zone: str) -> None:
    when = format_datetime(datetime.now(UTC) + timedelta(seconds=20), usegmt=True).replace(" GMT", zone)
    api, _ = acme(answer({}, 429, retry_after=when), GOOD)
    api.vouchers.get("v")
    assert 17 < waits[0] <= 20


def test_a_date_gone_by_means_now(waits: list[float]) -> None:
    api, _ = acme(answer({}, 429, retry_after="Wed, 21 Oct 2015 07:28:00 GMT"), GOOD)
    api.vouchers.get("v")
    assert waits == [0.0]


@each("text", ["soon", "", "-1", "Wed, 99 Oct 2015 07:28:00 GMT", "nan"])
def test_a_retry_after_that_makes_no_sense_does_no_harm(waits: list[float], text: str) -> None:
    api, _ = acme(answer({}, 429, retry_after=text), GOOD)
    api.vouchers.get("v")
    assert 0 <= waits[0] <= 0.5


def test_patience_has_an_end(waits: list[float], way: Way) -> None:
    for asked in ("61", "inf", "1e9"):
        with pytest.raises(RateLimitError):
            way(lambda api: api.vouchers.get("v"), answer({}, 429, retry_after=asked), GOOD)
    assert waits == []
    way(lambda api: api.vouchers.get("v"), answer({}, 429, retry_after="61"), GOOD, retry=Retry(patience=61))
    assert waits == [61.0]


class Metered(Acme):
    """Tells the quota of a day in its bodies: in its errors beside the message, as text."""

    spec = replace(
        SPEC,
        quota=Quota(
            "body", "meta.limit", "meta.left", "meta.reset", "either", Quota("body", "limit", "left", "reset", "either")
        ),
    )


def refused(left: Any = "0", reset: Any = "43200", **headers: str) -> Any:
    return answer({"message": "used up", "limit": "10", "left": left, "reset": reset}, 429, **headers)


def metered(*answers: Any, **options: Any) -> tuple[Acme, Wire]:
    wire = Wire(*answers)
    return Metered(Key("k"), transport=wire, **options), wire


def test_a_quota_that_is_full_again_only_after_ones_patience_is_not_asked_again(waits: list[float]) -> None:
    api, wire = metered(refused(), GOOD)
    before = datetime.now(UTC)
    with pytest.raises(RateLimitError, match="used up") as caught:
        api.vouchers.get("v")
    assert (len(wire.sent), waits) == (1, [])
    limit = pickle.loads(pickle.dumps(caught.value)).rate_limit
    assert (limit.limit, limit.remaining) == (10, 0)
    assert before + timedelta(hours=12) <= limit.reset <= datetime.now(UTC) + timedelta(hours=12)


def test_one_that_is_full_again_soon_is_waited_for(waits: list[float]) -> None:
    api, wire = metered(refused(reset=20), GOOD)
    assert api.vouchers.get("v").id == "v"
    assert len(wire.sent) == 2
    assert 19 < waits[0] <= 20
    waits.clear()
    with pytest.raises(RateLimitError):
        metered(refused(reset=20), GOOD, retry=Retry(patience=10))[0].vouchers.get("v")
    assert waits == []


@each(
    "reply",
    [
        refused(left="3"),  # too many at once, not in a day
        refused(left=None),
        refused(reset=None),
        refused(reset="1262304000"),  # it is over, by our clock
        answer({"message": "slow down"}, 429),
        raw(b"<p>busy</p>", "text/html", 429),
    ],
)
def test_a_refusal_that_tells_no_used_up_quota_is_tried_again_after_a_pause(reply: Any, waits: list[float]) -> None:
    api, wire = metered(reply, GOOD)
    api.vouchers.get("v")
    assert len(wire.sent) == 2
    assert 0 <= waits[0] <= 0.5


def test_what_the_server_asks_for_goes_before_what_its_quota_tells(waits: list[float]) -> None:
    api, _ = metered(refused(retry_after="7"), GOOD)
    api.vouchers.get("v")
    assert waits == [7.0]


def test_a_quota_told_in_headers_comes_with_errors_too(waits: list[float]) -> None:
    later = str(int(datetime.now(UTC).timestamp()) + 3600)
    for status in (429, 404):
        api, wire = acme(answer({}, status, x_limit="5", x_left="0", x_reset=later))
        with pytest.raises(APIStatusError) as caught:
            api.vouchers.get("v")
        limit = caught.value.rate_limit
        assert (limit.limit, limit.remaining, len(wire.sent)) == (5, 0, 1)
        assert limit.reset
    assert waits == []


def test_a_server_s_failure_is_tried_again_whatever_its_quota_tells() -> None:
    api, wire = metered(answer({"limit": "10", "left": "0", "reset": "43200"}, 500), GOOD)
    api.vouchers.get("v")
    assert len(wire.sent) == 2


def test_a_failure_under_http_200_is_tried_again_as_one_under_500() -> None:
    class Feed(Acme):
        spec = replace(SPEC, error=ErrorShape("status.message", code="status.code", ok=("200",)))

    failed = {"status": {"code": "500"}}
    wire = Wire(answer(failed), answer({"id": "v"}))
    assert Feed(Key("k"), transport=wire).vouchers.get("v").id == "v"
    assert len(wire.sent) == 2
    wire = Wire(answer(failed))
    with pytest.raises(ServerError):
        Feed(Key("k"), transport=wire).vouchers.create(Decimal(1))
    assert len(wire.sent) == 1


def test_a_file_is_sent_whole_again() -> None:
    file = io.BytesIO(b"a;b")
    file.read()
    api, wire = acme(answer({}, 429), GOOD)
    api.jobs.start(data=file)
    assert [b"a;b" in request.content for request in wire.sent] == [True, True]


class Pipe(io.RawIOBase):
    """A file that can be read once."""

    def __init__(self) -> None:
        self.left = [b"a;b"]

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return False

    def read(self, size: int = -1) -> bytes:
        return self.left.pop() if self.left else b""


def test_a_file_that_is_used_up_by_sending_is_not_sent_empty_the_second_time() -> None:
    seen: list[bytes] = []

    def busy(request: httpx2.Request) -> httpx2.Response:
        seen.append(request.read())
        return answer({}, 429)(request)

    api, wire = acme(busy, GOOD)
    with pytest.raises(RateLimitError):
        api.jobs.start(data=Pipe())  # type: ignore[arg-type]
    assert len(wire.sent) == 1
    assert b"a;b" in seen[0]
    assert tries(lambda api: api.jobs.start(data=("x.csv", Pipe())), httpx2.ConnectError("x"), GOOD) == 2


def test_with_options_changes_retries_for_a_call() -> None:
    api, wire = acme(httpx2.ReadError("x"))
    with pytest.raises(APIConnectionError):
        api.with_options(retry=Retry(attempts=1)).vouchers.get("v")
    assert len(wire.sent) == 1


def test_each_try_is_a_request_of_its_own() -> None:
    api, wire = acme(raw(b"busy", "text/plain", 503), GOOD)
    api.vouchers.get("v")
    assert wire.sent[0] is not wire.sent[1]
