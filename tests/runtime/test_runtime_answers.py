"""What is made of an answer: envelopes, warnings, meta, quota, media types, and bodies that can't be read."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from msgspec.structs import replace
from retail_runtime import Quota, RateLimit, Response, ResponseDecodeError

from .acme import SPEC, Acme, Envelope, Key, Meta, Voucher, acme
from .conftest import Way
from .wire import Wire, answer, raw

ENVELOPE = {
    "result": {"id": "v1"},
    "warnings": ["not redeemed"],
    "meta": {"took": 0.1, "limit": 9, "left": "8", "reset": 60},
}


def test_an_envelope_is_taken_off(way: Way) -> None:
    assert way(lambda api: api.vouchers.full("v1"), answer(ENVELOPE)).value == Voucher(id="v1")


def test_what_stands_beside_the_data_is_not_lost(way: Way) -> None:
    response: Response[Voucher] = way(lambda api: api.with_response.vouchers.full("v1"), answer(ENVELOPE)).value
    assert response.data == Voucher(id="v1")
    assert response.warnings == ("not redeemed",)
    assert response.meta == Meta(took=0.1, limit=9, left=8, reset=60)
    assert isinstance(response.answer, Envelope)


def test_an_envelope_without_warnings_has_none() -> None:
    api, _ = acme(answer({"result": {"id": "v1"}}))
    response = api.with_response.vouchers.full("v1")
    assert (response.warnings, response.meta) == ((), None)


def test_a_raw_answer_has_the_http_side_and_all_fields(way: Way) -> None:
    reply = answer({"id": "v1", "colour": "red"}, 201, x_request_id="r9")
    response = way(lambda api: api.with_response.vouchers.get("v1"), reply).value
    assert (response.status, response.request_id) == (201, "r9")
    assert response.json()["colour"] == "red"
    assert b"red" in response.content
    assert response.headers["content-type"] == "application/json"
    assert "red" not in repr(response)


def test_the_quota_is_read_from_headers_as_an_epoch() -> None:
    api, _ = acme(answer(x_limit="100", x_left="7", x_reset="1767225600"))
    assert api.with_response.vouchers.get("v").rate_limit == RateLimit(100, 7, datetime(2026, 1, 1, tzinfo=UTC))


def test_the_quota_is_read_from_the_body_with_seconds_from_when_it_came() -> None:
    class Told(Acme):
        spec = replace(SPEC, quota=Quota("body", "meta.limit", "meta.left", "meta.reset", "seconds"))

    response = Told(Key("k"), transport=Wire(answer(ENVELOPE))).with_response.vouchers.full("v")
    limit = response.rate_limit
    assert (limit.limit, limit.remaining) == (9, 8)
    assert limit.reset == response.rate_limit.reset == response.received + timedelta(seconds=60)


@pytest.mark.parametrize(("reset", "since_1970"), [("1767225600", True), (60, False)])
def test_a_reset_that_may_be_either_is_told_apart_by_its_size(reset: str | int, since_1970: bool) -> None:
    class Told(Acme):
        spec = replace(SPEC, quota=Quota("body", reset="meta.reset", reset_is="either"))

    reply = answer({**ENVELOPE, "meta": {"reset": reset}})
    response = Told(Key("k"), transport=Wire(reply)).with_response.vouchers.full("v")
    expected = datetime(2026, 1, 1, tzinfo=UTC) if since_1970 else response.received + timedelta(seconds=60)
    assert response.rate_limit.reset == expected


@pytest.mark.parametrize("reset", ["", "soon", "nan", "inf", "1e300", "-1e300"])
def test_a_quota_that_makes_no_sense_is_none(reset: str) -> None:
    api, _ = acme(answer(x_limit="nan", x_reset=reset))
    assert api.with_response.vouchers.get("v").rate_limit == RateLimit(None, None, None)


def test_an_operation_that_answers_nothing_reads_nothing(way: Way) -> None:
    for reply in (raw(b"", status=204), raw(b"OK", "text/plain"), answer({"any": "thing"})):
        assert way(lambda api: api.vouchers.delete(1), reply).value is None


def test_204_where_data_was_due_is_a_misfit(way: Way) -> None:
    response = way(lambda api: api.with_response.vouchers.get("v"), raw(b"", status=204)).value
    assert response.data is None
    assert [misfit.path for misfit in response.misfits] == ["$"]
    assert way(lambda api: api.with_response.vouchers.note(), raw(b"", status=204)).value.misfits == ()
    with pytest.raises(ResponseDecodeError):
        way(lambda api: api.vouchers.get("v"), raw(b"", status=204), strict=True)


@pytest.mark.parametrize(
    ("content", "media", "reason"),
    [
        (b"", "application/json", "it is empty"),
        (b"<html>Sorry</html>", "text/html", "text/html"),
        (b'{"id": "v1"', "application/json", "truncated"),
        (b'{"id": "\xff"}', "application/json", "UTF-8"),
        (b"[" * 100_000, "application/json", "nests too deep"),
        (b'{"count": 1e999, "id": "v"}', "application/json", "out of range"),
        (b"{'id': 1}", "application/json", "malformed"),
        (b"NaN", "application/json", "malformed"),
        (b"<a><b></a>", "application/xml", "not well-formed"),
    ],
)
def test_a_body_that_cannot_be_read_is_one_kind_of_error(content: bytes, media: str, reason: str, way: Way) -> None:
    with pytest.raises(ResponseDecodeError, match=reason) as caught:
        way(lambda api: api.vouchers.get("v"), raw(content, media))
    assert caught.value.response.content == content
    assert str(caught.value).startswith("vouchers.get: ")


def test_a_body_that_cannot_be_decompressed_is_that_error_too(way: Way) -> None:
    broken = raw(b"no gzip", **{"content-encoding": "gzip"})
    for use in (lambda api: api.vouchers.get("v"), lambda api: api.vouchers.delete(1)):
        with pytest.raises(ResponseDecodeError, match="gzip") as caught:
            way(use, broken)
        assert caught.value.response.status_code == 200


def test_compressed_answers_are_read(way: Way) -> None:
    reply = raw(gzip.compress(b'{"id": "v1"}'), **{"content-encoding": "gzip"})
    assert way(lambda api: api.vouchers.get("v"), reply).value == Voucher(id="v1")


@pytest.mark.parametrize(
    ("content", "media"),
    [
        ('{"id": "ü"}'.encode(), "application/json; charset=utf-8"),
        ('{"id": "ü"}'.encode("latin-1"), "application/json; charset=ISO-8859-1"),
        ('{"id": "ü"}'.encode(), "application/json; charset=no-such"),
        (b"\xef\xbb\xbf" + '{"id": "ü"}'.encode(), "application/json"),
        (b'{"id": "\\u00fc"}', "text/plain"),
        ("<r><id>ü</id></r>".encode(), "text/xml"),
        ('<?xml version="1.0" encoding="iso-8859-1"?><r><id>ü</id></r>'.encode("latin-1"), "application/xml"),
        (b"\xef\xbb\xbf" + "<r><id>ü</id></r>".encode(), "application/rss+xml; charset=utf-8"),
    ],
)
def test_character_sets_are_understood(content: bytes, media: str) -> None:
    api, _ = acme(raw(content, media))
    assert api.vouchers.get("v") == Voucher(id="ü")


@pytest.mark.parametrize("body", [[1, "a", None], "text", 7, None, True, {"a": [1.5]}])
def test_any_json_may_stand_at_the_top(body: Any, way: Way) -> None:
    assert way(lambda api: api.vouchers.anything(), answer(body)).value == body


def test_a_list_or_null_where_an_object_is_due_is_kept() -> None:
    api, _ = acme(answer([{"id": "v"}]), answer(None), answer("v"))
    for kept in ([{"id": "v"}], None, "v"):
        response = api.with_response.vouchers.get("v")
        assert response.data == kept
        assert [misfit.path for misfit in response.misfits] == ["$"]


def test_huge_numbers_are_read_to_the_last_digit() -> None:
    api, _ = acme(
        raw(b'{"id": "v", "count": 123456789012345678901234567890, "value": "12345678901234567890.0123456789"}')
    )
    voucher = api.vouchers.get("v")
    assert voucher.count == 123456789012345678901234567890
    assert voucher.value == Decimal("12345678901234567890.0123456789")
