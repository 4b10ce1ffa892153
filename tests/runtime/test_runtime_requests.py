"""Where a call's arguments go."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from urllib.parse import parse_qsl, unquote

import httpx2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from retail_runtime import NULL, UNSET, InvalidArgumentError

from .acme import Acme, Price, Voucher, acme
from .conftest import Way
from .wire import Wire, answer


def sent(use: Callable[[Acme], Any], reply: Any = None) -> httpx2.Request:
    api, wire = acme(answer(reply))
    use(api)
    return wire.last


def query(use: Callable[[Acme], Any]) -> list[tuple[str, str]]:
    return parse_qsl(sent(use, []).url.query.decode(), keep_blank_values=True)


def body(use: Callable[[Acme], Any]) -> Any:
    request = sent(use, {"id": "v1"})
    assert request.headers["content-type"] == "application/json"
    return json.loads(request.content)


def test_path_query_and_header_arguments_go_to_their_places(way: Way) -> None:
    request = way(lambda api: api.vouchers.get("v1", expand=True, trace="t")).wire.last
    assert (request.method, str(request.url)) == ("GET", "https://api.acme.test/vouchers/v1?expand=true")
    assert request.headers["x-trace"] == "t"
    assert request.headers["accept"] == "application/json"
    assert request.content == b""
    assert "content-type" not in request.headers


@pytest.mark.parametrize(
    ("value", "segment"),
    [
        ("a/b", b"a%2Fb"),
        ("ü", b"%C3%BC"),
        ("a b?c#d", b"a%20b%3Fc%23d"),
        ("../x", b"..%2Fx"),
        ("%2e%2e", b"%252e%252e"),
        ("{voucher_id}", b"%7Bvoucher_id%7D"),
        ("...", b"..."),
        ("a\r\nHost: b", b"a%0D%0AHost%3A%20b"),
    ],
)
def test_a_path_argument_is_one_segment_whatever_is_in_it(value: str, segment: bytes) -> None:
    assert sent(lambda api: api.vouchers.get(value), {"id": "x"}).url.raw_path == b"/vouchers/" + segment


TEXTS = st.text(st.characters(blacklist_categories=["Cs"]), max_size=12)


@settings(max_examples=80, derandomize=True, database=None, deadline=None)
@given(TEXTS.filter(lambda text: text not in ("", ".", "..")), TEXTS, TEXTS)
def test_any_text_arrives_as_it_is_in_path_query_form_and_json(part: str, word: str, key: str) -> None:
    request = sent(lambda api: api.vouchers.get(part), {"id": "v"})
    assert request.url.raw_path.count(b"/") == 2
    assert unquote(request.url.raw_path.decode()).removeprefix("/vouchers/") == part
    assert query(lambda api: api.vouchers.search(status=[word], extra={key: word})) == [("status", word), (key, word)]
    form = sent(lambda api: api.jobs.delete_form(word)).content.decode()
    assert parse_qsl(form, keep_blank_values=True) == [("name", word)]
    assert body(lambda api: api.vouchers.put("v", {key: word})) == {key: word}


@pytest.mark.parametrize("value", ["", ".", "..", None])
def test_a_path_argument_that_would_change_the_path_is_refused(value: Any, way: Way) -> None:
    with pytest.raises(InvalidArgumentError, match="voucher_id") as caught:
        way(lambda api: api.vouchers.get(value))
    assert isinstance(caught.value, ValueError)


def test_none_leaves_an_argument_out_and_null_is_sent_where_the_api_has_a_word_for_it() -> None:
    assert query(lambda api: api.vouchers.search(owner=None, status=None)) == []
    assert query(lambda api: api.vouchers.search(owner=NULL)) == [("ownerId", "null")]
    assert query(lambda api: api.vouchers.search(owner="o")) == [("ownerId", "o")]


@pytest.mark.parametrize("words", [["a", "b"], ("a", "b"), deque(["a", "b"]), {"a": 1, "b": 2}.keys()])
def test_a_list_repeats_its_parameter_or_is_joined(words: Any) -> None:
    assert query(lambda api: api.vouchers.search(status=words)) == [("status", "a"), ("status", "b")]
    assert query(lambda api: api.vouchers.search(ids=words)) == [("ids", "a,b")]


def test_a_set_and_a_single_text_are_lists_too() -> None:
    assert sorted(query(lambda api: api.vouchers.search(status={"a", "b"}))) == [("status", "a"), ("status", "b")]
    assert query(lambda api: api.vouchers.search(status="ab")) == [("status", "ab")]
    assert query(lambda api: api.vouchers.search(ids="a,b")) == [("ids", "a,b")]
    assert query(lambda api: api.vouchers.search(status=[])) == []


def test_booleans_go_as_the_api_writes_them_alone_and_in_lists() -> None:
    assert query(lambda api: api.vouchers.search(open=True)) == [("open", "yes")]
    assert query(lambda api: api.vouchers.search(open=False)) == [("open", "no")]
    assert query(lambda api: api.vouchers.search(flags=[True, False])) == [("flags", "1"), ("flags", "0")]
    assert query(lambda api: api.vouchers.search(flags={True})) == [("flags", "1")]  # type: ignore[arg-type]


def test_dates_and_numbers_have_one_text() -> None:
    moment = datetime(2026, 1, 31, 13, 5, tzinfo=UTC)
    assert query(lambda api: api.vouchers.search(since=moment)) == [("since", "2026-01-31T13:05:00+00:00")]
    assert query(lambda api: api.vouchers.search(since=date(2026, 1, 31))) == [("since", "2026-01-31")]
    assert query(lambda api: api.vouchers.search(least=Decimal("1E+2"))) == [("least", "100")]


def test_line_breaks_and_signs_in_a_query_are_encoded() -> None:
    request = sent(lambda api: api.vouchers.search(ids="a\r\nb&c=d ü+"), [])
    assert request.url.raw_path == b"/vouchers?ids=a%0D%0Ab%26c%3Dd%20%C3%BC%2B"


def test_own_values_spread_into_the_query() -> None:
    assert query(lambda api: api.vouchers.search(extra={"basket": "42", "no": None, "deep": {"a": 1}})) == [
        ("basket", "42"),
        ("no", ""),
        ("deep", '{"a":1}'),
    ]


def test_a_generator_is_refused_because_a_second_try_could_not_read_it() -> None:
    api, wire = acme()
    with pytest.raises(InvalidArgumentError, match="status must be a list"):
        api.vouchers.search(status=(word for word in "ab"))  # type: ignore[arg-type]
    assert wire.sent == []


@pytest.mark.parametrize("value", ["a\r\nX-Evil: 1", "a\nb", "é", "\x00"])
def test_a_header_argument_cannot_smuggle_in_another_header(value: str) -> None:
    api, wire = acme()
    with pytest.raises(InvalidArgumentError, match="X-Trace") as caught:
        api.vouchers.get("v", trace=value)
    assert wire.sent == []
    assert value not in str(caught.value)


def test_json_fields_are_sent_as_given_and_left_out_is_not_null() -> None:
    assert body(lambda api: api.vouchers.create(Decimal("5.00"))) == {"value": "5.00"}
    assert body(lambda api: api.vouchers.create(Decimal(5), expires=None)) == {"value": "5", "expires": None}
    assert body(lambda api: api.vouchers.create(Decimal(5), expires=UNSET, tags=("a",))) == {
        "value": "5",
        "tags": ["a"],
    }
    moment = datetime(2026, 1, 31, tzinfo=UTC)
    assert body(lambda api: api.vouchers.create(Decimal(5), expires=moment))["expires"] == "2026-01-31T00:00:00Z"


def test_models_in_a_body_are_written_as_the_api_writes_them() -> None:
    price = Price(amount=Decimal("1.50"), pieces=3, seen=datetime(2026, 1, 31, 13, 5))
    wanted = {"amount": "1.50", "pieces": "3", "seen": "2026-01-31 13:05:00"}
    assert body(lambda api: api.vouchers.create(Decimal(5), price=price))["price"] == wanted
    assert body(lambda api: api.vouchers.create(Decimal(5), price=wanted))["price"] == wanted
    null = Price(amount=Decimal(1), label=None)
    assert body(lambda api: api.vouchers.create(Decimal(5), price=null))["price"] == {"amount": "1", "label": None}


def test_a_decimal_that_is_a_number_for_the_api_goes_as_a_number() -> None:
    price = Price(amount=Decimal("1.50"), rate=Decimal("0.10"))
    request = sent(lambda api: api.vouchers.create(Decimal(5), price=price), {"id": "v"})
    assert b'"rate":0.10' in request.content


def test_a_whole_body_is_a_model_or_plain_data() -> None:
    voucher = Voucher(id="v1", status="active", tags=["a"])
    assert body(lambda api: api.vouchers.put("v1", voucher)) == {"id": "v1", "status": "active", "tags": ["a"]}
    assert body(lambda api: api.vouchers.put("v1", {"id": "v1"})) == {"id": "v1"}
    assert sent(lambda api: api.vouchers.put("v1", {"id": "v1"}), {"id": "v"}).method == "PUT"


def test_wrapped_fields_are_wrapped_deleted_and_nulled_by_the_client() -> None:
    assert body(lambda api: api.vouchers.change("v", note="n", tags=["a"], price=Price(amount=Decimal(1)))) == {
        "note": {"value": "n"},
        "tags": {"value": ["a"]},
        "voucher_price": {"value": {"amount": "1"}},
    }
    assert body(lambda api: api.vouchers.change("v", note=None)) == {"note": {"value": "null"}}
    assert body(lambda api: api.vouchers.change("v", delete_tags=True)) == {"tags": {"delete": True}}
    assert body(lambda api: api.vouchers.change("v", tags=["a"], delete_tags=True)) == {
        "tags": {"value": ["a"], "delete": True}
    }


def test_delete_may_have_a_json_body() -> None:
    request = sent(lambda api: api.vouchers.delete(6))
    assert (request.method, str(request.url)) == ("DELETE", "https://api.acme.test/vouchers")
    assert json.loads(request.content) == {"id": "6"}


def test_a_body_of_which_all_is_left_out_is_empty_but_there() -> None:
    assert sent(lambda api: api.vouchers.sweep()).content == b"{}"
    assert json.loads(sent(lambda api: api.vouchers.sweep(older=0)).content) == {"older": 0}
    ping = sent(lambda api: api.vouchers.ping())
    assert ping.content == b""
    assert "content-type" not in ping.headers


@pytest.mark.parametrize("lines", [["a&b", "c"], ("a&b", "c")])
def test_a_form_goes_by_put_and_by_delete(lines: Any) -> None:
    moment = datetime(2026, 1, 31, tzinfo=UTC)
    request = sent(lambda api: api.jobs.form("ü", lines=lines, owner={"id": 1}, since=moment, extra={"basket": "42"}))
    assert request.method == "PUT"
    assert request.headers["content-type"] == "application/x-www-form-urlencoded"
    assert parse_qsl(request.content.decode()) == [
        ("name", "ü"),
        ("lines", "a&b"),
        ("lines", "c"),
        ("owner", '{"id":1}'),
        ("since", "2026-01-31T00:00:00+00:00"),
        ("basket", "42"),
        ("apikey", "k-secret"),
    ]
    assert request.url.query == b""
    removed = sent(lambda api: api.jobs.delete_form("n"))
    assert (removed.method, removed.content) == ("DELETE", b"name=n")


def test_a_long_query_goes_as_a_form_where_that_means_the_same() -> None:
    short = sent(lambda api: api.vouchers.feed("1", get=["a"]), {"id": "v"})
    assert (short.method, short.url.query) == ("GET", b"v=3&find=1&get=a")
    for words in (["word"] * 500, ["ü"] * 400):  # the second is long only once it is encoded
        long = sent(lambda api, words=words: api.vouchers.feed("1", get=words), {"id": "v"})
        assert (long.method, long.url.query) == ("POST", b"")
        assert parse_qsl(long.content.decode()) == [("v", "3"), ("find", "1"), ("get", ",".join(words))]


def test_every_query_goes_as_a_form_when_asked() -> None:
    api, wire = acme(post=True)
    api.vouchers.feed("1")
    assert (wire.last.method, wire.last.url.query, wire.last.content) == ("POST", b"", b"v=3&find=1")
    api.vouchers.get("v", expand=True)
    assert wire.last.method == "GET"


def test_a_wrong_check_digit_is_refused_before_anything_is_sent(way: Way) -> None:
    for bad in ("049000006583", "12345", "abc", "04900000658²"):
        with pytest.raises(InvalidArgumentError, match="code"):
            way(lambda api, bad=bad: api.vouchers.search(code=bad), answer([]))
    for good in ("049000006582", "4006381333931", "96385074", "04252614"):
        assert (
            way(lambda api, good=good: api.vouchers.search(code=good), answer([])).wire.last.url.params["code"] == good
        )


def test_client_parameters_go_with_every_call_until_changed() -> None:
    api, wire = acme(lang="de", mode="fast")
    api.vouchers.get("v")
    assert (wire.last.headers["lang"], wire.last.url.params["mode"]) == ("de", "fast")
    api.with_options(lang="fr").vouchers.get("v")
    assert (wire.last.headers["lang"], wire.last.url.params["mode"]) == ("fr", "fast")
    api.vouchers.get("v")
    assert wire.last.headers["lang"] == "de"


def test_own_headers_replace_ours_whatever_their_case() -> None:
    wire = Wire()
    http = httpx2.Client(transport=wire, headers={"X-Team": "till", "ACCEPT": "x/y", "Authorization": "Basic x"})
    api = Acme(http=http, auth=None, headers={"user-AGENT": "mine", "accept": "a/b", "X-KEY": "other"})
    api.with_options(lang="xx").account.open()
    names = [name.lower() for name, _ in wire.last.headers.raw]
    assert len(names) == len(set(names))
    assert wire.last.headers["user-agent"] == "mine"
    assert wire.last.headers["accept"] == "a/b"
    assert wire.last.headers["x-team"] == "till"
