"""Errors: which class, what they say, and what they never hold."""

from __future__ import annotations

import copy
import logging
import pickle
from datetime import datetime
from typing import Any

import httpx2
import pytest
from msgspec.structs import replace
from retail_runtime import (
    APIConnectionError,
    APIError,
    APIStatusError,
    APITimeoutError,
    AuthenticationError,
    BadRequestError,
    ConflictError,
    ErrorShape,
    GoneError,
    JobFailedError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    ResponseDecodeError,
    Retry,
    ServerError,
    UnprocessableEntityError,
)

from .acme import SPEC, Acme, BrokenError, ExpiredBody, Key, VoucherExpiredError, VoucherMissingError, acme
from .conftest import Way
from .wire import Wire, answer, raw

ONCE = Retry(attempts=1)


class Feed(Acme):
    """The same API, telling its errors under HTTP 200."""

    spec = replace(SPEC, error=ErrorShape("status.message", code="status.code", ok=("200",)))


def feed(*answers: Any) -> tuple[Feed, Wire]:
    wire = Wire(*answers)
    return Feed(Key("k-secret"), transport=wire, retry=ONCE), wire


def test_the_code_decides_the_class_then_the_status_then_its_family(way: Way) -> None:
    def error(status: int, body: Any) -> APIStatusError:
        with pytest.raises(APIStatusError) as caught:
            way(lambda api: api.vouchers.get("v"), answer(body, status), retry=ONCE)
        return caught.value

    assert type(error(404, {"code": 183})) is VoucherMissingError
    assert type(error(418, {"code": "183"})) is VoucherMissingError
    assert type(error(404, {"code": "new"})) is NotFoundError
    assert type(error(404, ["no", "object"])) is NotFoundError
    assert type(error(418, {})) is APIStatusError
    assert type(error(599, {})) is ServerError


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, BadRequestError),
        (401, AuthenticationError),
        (403, PermissionDeniedError),
        (404, NotFoundError),
        (409, ConflictError),
        (410, GoneError),
        (422, UnprocessableEntityError),
        (429, RateLimitError),
        (500, ServerError),
        (502, ServerError),
    ],
)
def test_each_status_has_its_class(status: int, kind: type[APIStatusError]) -> None:
    api, _ = acme(answer({"message": "no"}, status), retry=ONCE)
    with pytest.raises(kind) as caught:
        api.vouchers.get("v")
    assert caught.value.status == status


def test_an_error_says_what_was_called_and_what_the_server_said() -> None:
    body = {"code": 183, "name": "voucher_missing", "message": "No voucher v"}
    api, _ = acme(answer(body, 404, x_request_id="r9"))
    with pytest.raises(VoucherMissingError) as caught:
        api.vouchers.get("v")
    error = caught.value
    assert str(error) == "vouchers.get: 404 [183 voucher_missing]: No voucher v (request r9)"
    assert (error.code, error.name, error.status, error.message) == ("183", "voucher_missing", 404, "No voucher v")
    assert (error.request_id, error.operation, error.details) == ("r9", "vouchers.get", body)
    assert error.response.json() == body


def test_the_details_of_an_error_are_a_model_where_it_has_one() -> None:
    body = {"code": 184, "message": "Too late", "ended": "2026-01-01T00:00:00"}
    api, _ = acme(answer(body, 400))
    with pytest.raises(VoucherExpiredError) as caught:
        api.vouchers.get("v")
    assert caught.value.details == ExpiredBody(code=184, message="Too late", ended=datetime(2026, 1, 1))


def test_details_that_do_not_fit_their_model_do_not_hide_the_error() -> None:
    api, _ = acme(answer({"code": 184, "ended": "soon"}, 400))
    with pytest.raises(VoucherExpiredError) as caught:
        api.vouchers.get("v")
    assert caught.value.details.ended == "soon"


@pytest.mark.parametrize(
    ("content", "media"),
    [
        (b"<html><h1>Bad gateway</h1></html>", "text/html"),
        (b"", "application/json"),
        (b"\xff\xfe", "application/json"),
        (b"[" * 100_000, "application/json"),
        (b"<!DOCTYPE x []><x/>", "application/xml"),
    ],
)
def test_an_error_page_is_an_error_of_its_status(content: bytes, media: str, way: Way) -> None:
    with pytest.raises(ServerError, match=r"vouchers.get: 502: Bad Gateway") as caught:
        way(lambda api: api.vouchers.get("v"), raw(content, media, 502), retry=ONCE)
    assert caught.value.details is None
    assert caught.value.response.content == content


@pytest.mark.parametrize("status", [301, 302, 307, 308, 304])
def test_a_redirect_is_not_followed(status: int) -> None:
    wire = Wire(raw(b"", status=status, location="https://evil.test/"))
    for http in (httpx2.Client(transport=wire), httpx2.Client(transport=wire, follow_redirects=True)):
        with pytest.raises(APIStatusError, match=str(status)):
            Acme(Key("k"), http=http).vouchers.get("v")
    assert [request.url.host for request in wire.sent] == ["api.acme.test"] * 2


def test_an_error_under_http_200_is_an_error() -> None:
    api, _ = feed(answer({"status": {"code": "404", "message": "nothing"}}))
    with pytest.raises(NotFoundError) as caught:
        api.vouchers.get("v")
    assert caught.value.status == 404
    assert caught.value.response.status_code == 200
    assert str(caught.value) == "vouchers.get: 404 under HTTP 200 [404]: nothing"


def test_an_error_under_http_200_is_found_in_xml_and_without_data_to_read_too() -> None:
    api, _ = feed(raw(b"<r><status><code>500</code><message>oh</message></status></r>", "text/xml"))
    with pytest.raises(BrokenError):
        api.vouchers.get("v")
    with pytest.raises(BrokenError):
        api.vouchers.delete(1)


def test_under_http_200_a_code_that_means_success_or_none_is_success() -> None:
    api, _ = feed(answer({"id": "v", "status": {"code": 200}}), answer({"id": "v"}), raw(b"<html>", "text/html"))
    assert api.vouchers.anything()["id"] == "v"
    assert api.vouchers.get("v").id == "v"
    with pytest.raises(ResponseDecodeError):
        api.vouchers.get("v")


def test_a_code_that_is_no_status_stands_for_a_bad_request() -> None:
    api, _ = feed(answer({"status": {"code": "7"}}), answer({"status": {"code": "183"}}))
    with pytest.raises(BadRequestError) as caught:
        api.vouchers.get("v")
    assert caught.value.status == 400
    with pytest.raises(VoucherMissingError) as found:
        api.vouchers.get("v")
    assert found.value.status == 404


def test_errors_pickle_and_copy_whole() -> None:
    body = {"code": 184, "message": "Too late", "ended": "2026-01-01T00:00:00"}
    api, _ = acme(answer(body, 400, x_request_id="r", set_cookie="sid=k-secret"))
    with pytest.raises(VoucherExpiredError) as caught:
        api.vouchers.get("v")
    for again in (pickle.loads(pickle.dumps(caught.value)), copy.copy(caught.value), copy.deepcopy(caught.value)):
        assert type(again) is VoucherExpiredError
        assert str(again) == str(caught.value)
        assert again.details == caught.value.details
        assert again.response.json() == body
        assert (again.code, again.status, again.operation, again.request_id) == ("184", 400, "vouchers.get", "r")
    api, _ = acme(raw(b"<html>"))
    with pytest.raises(ResponseDecodeError) as unreadable:
        api.vouchers.get("v")
    again = pickle.loads(pickle.dumps(unreadable.value))
    assert (str(again), again.response.content) == (str(unreadable.value), b"<html>")
    failed = pickle.loads(pickle.dumps(JobFailedError("why", {"a": 1})))
    assert (str(failed), failed.status) == ("why", {"a": 1})


def everything(error: BaseException | None) -> list[str]:
    """All texts that can be reached from an error, as a reporter of errors reaches them."""
    texts: list[str] = []
    seen: set[int] = set()
    todo: list[Any] = [error]
    while todo:
        value = todo.pop()
        if id(value) in seen or len(seen) > 5_000:
            continue
        seen.add(id(value))
        if isinstance(value, str | bytes):
            texts.append(str(value))
        elif isinstance(value, dict):
            todo += [*value.keys(), *value.values()]
        elif isinstance(value, list | tuple | set):
            todo += list(value)
        elif isinstance(value, BaseException):
            todo += [str(value), repr(value), value.args, value.__dict__, value.__cause__]
        elif isinstance(value, httpx2.Response | httpx2.Request | httpx2.Headers | httpx2.URL):
            todo += [repr(value), str(value), vars(value)]
    return texts


@pytest.mark.parametrize(
    "reply",
    [
        answer({"message": "no"}, 404),
        answer({"message": "no"}, 500, set_cookie="sid=k-secret"),
        raw(b"<html>"),
        httpx2.ConnectError("refused"),
        httpx2.ReadTimeout("slow"),
        httpx2.RemoteProtocolError("gone"),
        raw(b"no gzip", **{"content-encoding": "gzip"}),
    ],
)
def test_an_error_holds_no_secret_and_no_request(reply: Any, way: Way) -> None:
    with pytest.raises(APIError) as caught:
        way(lambda api: api.account.query(), reply, headers={"X-Own": "k-secret"})
    texts = everything(caught.value)
    assert any("account.query" in text for text in texts)
    assert not [text for text in texts if "k-secret" in text]
    assert b"k-secret" not in pickle.dumps(caught.value)


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (httpx2.ConnectError("refused"), APIConnectionError),
        (httpx2.ReadError(""), APIConnectionError),
        (httpx2.ConnectTimeout("slow"), APITimeoutError),
        (httpx2.PoolTimeout("full"), APITimeoutError),
        (httpx2.ReadTimeout("slow"), APITimeoutError),
    ],
)
def test_no_answer_is_a_connection_error_or_a_timeout(error: Exception, kind: type[APIError], way: Way) -> None:
    with pytest.raises(kind, match=f"vouchers.get: {error or type(error).__name__}") as caught:
        way(lambda api: api.vouchers.get("v"), error)
    assert caught.value.__cause__ is error


def test_what_cannot_be_sent_is_told_without_quoting_it() -> None:
    quoted = httpx2.LocalProtocolError("Illegal header value b'k-secret'")
    api, wire = acme(quoted)
    with pytest.raises(APIConnectionError, match="LocalProtocolError") as caught:
        api.vouchers.get("v")
    assert len(wire.sent) == 1
    assert not [text for text in everything(caught.value) if "k-secret" in text]


@pytest.mark.parametrize("level", [logging.DEBUG, logging.INFO])
def test_logs_hold_no_query_header_or_body(level: int, caplog: pytest.LogCaptureFixture, way: Way) -> None:
    caplog.set_level(level)
    way(lambda api: api.account.query(), answer({"body": "k-secret"}, set_cookie="sid=k-secret"))
    with pytest.raises(APIError):
        way(lambda api: api.account.query(), answer({"message": "k-secret"}, 404))
    assert "k-secret" not in caplog.text
    assert "k-secret" not in repr([vars(record) for record in caplog.records])
    assert "HTTP Request: GET https://api.acme.test/query " in caplog.text
    if level == logging.DEBUG:
        assert "account.query: 404" in caplog.text


def test_other_requests_of_the_same_http_client_are_logged_as_ever(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    http = httpx2.Client(transport=Wire(answer({})))
    Acme(Key("k"), http=http).account.query()
    http.get("https://other.test/?a=b")
    assert "https://other.test/?a=b" in caplog.text
