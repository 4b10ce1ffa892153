"""The kernel: what a request must look like, and what may be answered."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import Any

import httpx2
import pytest
from retail_sandbox.api import Call
from retail_sandbox.spec import SpecError
from retail_sandbox.testing import Sandbox
from shop import API, TICKET, echo, shop


def params(http: httpx2.Client, query: str, **more: Any) -> Any:
    return http.get(f"/echo/7?{query}", **more).json()["params"]


# --- parameters


def test_path_and_query_values_have_the_types_of_their_schemas(http: httpx2.Client) -> None:
    read = params(http, "page=3&ratio=2.5&open=true&state=new&code=ABC&since=2026-01-31&seen=2026-01-31 10:00:00")
    assert read == {
        "id": 7,
        "page": 3,
        "ratio": 2.5,
        "open": True,
        "state": "new",
        "code": "ABC",
        "since": "2026-01-31",
        "seen": "2026-01-31 10:00:00",
    }


def test_defaults_are_filled_in_and_the_rest_is_absent(http: httpx2.Client) -> None:
    assert params(http, "") == {"id": 7, "page": 1}


@pytest.mark.parametrize(
    ("query", "name", "value"),
    [
        ("tags=a,b,c", "tags", ["a", "b", "c"]),
        ("tags=", "tags", []),
        ("sizes=1&sizes=2", "sizes", [1, 2]),
        ("sizes=1", "sizes", [1]),
        ("pipes=1|2.5", "pipes", [1.0, 2.5]),
        ("filter[price]=2.5&filter[name]=x", "filter", {"price": 2.5, "name": "x"}),
        ("seller=null", "seller", None),
        ("seller=me", "seller", "me"),
        ("code=%41BC", "code", "ABC"),
    ],
)
def test_each_style_is_read(http: httpx2.Client, query: str, name: str, value: Any) -> None:
    assert params(http, query)[name] == value


def test_headers_and_cookies_are_parameters_too(http: httpx2.Client) -> None:
    read = params(http, "", headers={"x-trace": "abc", "Cookie": "visit=4"})
    assert (read["X-Trace"], read["visit"]) == ("abc", 4)


@pytest.mark.parametrize(
    ("query", "where"),
    [
        ("page=x", "query.page"),
        ("page=", "query.page"),
        ("page=0", "query.page"),
        ("page=1.0", "query.page"),
        ("page=2147483648", "query.page"),
        ("page=99999999999999999999999", "query.page"),
        ("page=1&page=2", "query.page"),
        ("ratio=nan", "query.ratio"),
        ("ratio=1e999", "query.ratio"),
        ("open=yes", "query.open"),
        ("state=old", "query.state"),
        ("code=abc", "query.code"),
        ("since=2026-02-30", "query.since"),
        ("seen=2026-01-31T10:00:00", "query.seen"),
        ("seller=too-long", "query.seller"),
        ("sizes=1&sizes=x", "query.sizes[1]"),
        ("sizes=1&sizes=2&sizes=3&sizes=4", "query.sizes"),
        ("tags=a&tags=b", "query.tags"),
        ("filter[price]=much", "query.filter.price"),
        ("filter[colour]=red", "query.filter"),
        ("code=A%00C", "query.code"),
    ],
)
def test_a_value_that_does_not_fit_is_refused_with_its_place(http: httpx2.Client, query: str, where: str) -> None:
    answer = http.get(f"/echo/7?{query}")
    assert (answer.status_code, answer.json()["where"]) == (400, where)


@pytest.mark.parametrize("path", ["/echo/x", "/echo/0", "/echo/9223372036854775808"])
def test_a_bad_value_in_the_path_is_bad_input(http: httpx2.Client, path: str) -> None:
    assert http.get(path).json()["where"] == "path.id"


def test_a_header_that_does_not_fit_is_refused(http: httpx2.Client) -> None:
    assert http.get("/echo/7", headers={"X-Trace": "a"}).json()["where"] == "header.X-Trace"


def test_query_parameters_that_the_spec_does_not_name_are_ignored(http: httpx2.Client) -> None:
    assert params(http, "colour=red") == {"id": 7, "page": 1}


def test_a_free_form_object_gathers_what_has_no_name_but_never_the_key(http: httpx2.Client) -> None:
    answer = http.get("/carry?page=2&key=k&basket=42&x=&basket=43")
    assert answer.json()["params"] == {"page": 2, "extra": {"basket": "43", "x": ""}}


# --- bodies


def test_a_json_body_comes_as_it_is(http: httpx2.Client) -> None:
    order = {"lines": [{"sku": "a", "count": 2}], "price": 1.5, "unknown": [None]}
    assert http.post("/json", json=order).json()["body"] == order


@pytest.mark.parametrize(
    ("body", "where"),
    [
        ({}, "body"),
        ([], "body"),
        ({"lines": [{"sku": "a"}, {"count": 1}]}, "body.lines[1]"),
        ({"lines": [{"sku": 1}]}, "body.lines[0].sku"),
        ({"lines": [], "price": "1"}, "body.price"),
        ({"lines": [{"sku": "a", "count": 2**31}]}, "body.lines[0].count"),
        ({"lines": [], "pay": {"kind": "card", "card": {"pan": 1}}}, "body.pay.card.pan"),
        ({"lines": [{"sku": "a\x00b"}]}, "body.lines[0].sku"),
        ({"lines": [], "a\x00b": 1}, "body"),
    ],
)
def test_a_json_body_that_does_not_fit_is_refused_with_its_place(http: httpx2.Client, body: Any, where: str) -> None:
    answer = http.post("/json", json=body)
    assert (answer.status_code, answer.json()["where"]) == (400, where)


@pytest.mark.parametrize(
    "text",
    [
        b"{",
        b"",
        b"\xff\xfe",
        b'{"lines": [], "price": NaN}',
        b'{"lines": [], "price": 1e999}',
        b'{"lines": [], "price": ' + b"9" * 5000 + b"}",
        b'{"lines": [{"sku": "\\ud800"}]}',
        b"[" * 100_000,
    ],
)
def test_what_is_not_json_is_bad_input(http: httpx2.Client, text: bytes) -> None:
    answer = http.post("/json", content=text, headers={"Content-Type": "application/json"})
    assert answer.status_code == 400
    assert "Traceback" not in answer.text


def test_an_optional_body_may_be_left_out(http: httpx2.Client) -> None:
    assert http.put("/json").json()["body"] is None


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "nonsense", ""])
def test_another_media_type_is_refused(http: httpx2.Client, kind: str) -> None:
    assert http.post("/json", content=b"{}", headers={"Content-Type": kind}).status_code == 415


def test_a_form_is_typed_by_its_schema(http: httpx2.Client) -> None:
    content = "count=3&tags=a,b&pins=1&pins=2&place=%7B%22city%22%3A%22Bonn%22%7D&basket=42"
    answer = http.post("/carry?key=k", content=content, headers={"Content-Type": "application/x-www-form-urlencoded"})
    assert answer.json()["body"] == {
        "count": 3,
        "size": "m",
        "sort": "name",
        "tags": ["a", "b"],
        "pins": [1, 2],
        "place": {"city": "Bonn"},
        "basket": "42",
    }


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({"count": "x"}, "body.count"),
        ({}, "body"),
        ({"count": ["1", "2"]}, "body.count"),
        ({"count": "1", "pins": ["1", "x"]}, "body.pins[1]"),
        ({"count": "1", "place": "Bonn"}, "body.place"),
        ({"count": "1", "place": '{"zip": "1"}'}, "body.place"),
        ({"count": "1", "note": "a\x00"}, "body.note"),
    ],
)
def test_a_form_that_does_not_fit_is_refused_with_its_place(http: httpx2.Client, fields: Any, where: str) -> None:
    answer = http.post("/carry?key=k", data=fields)
    assert (answer.status_code, answer.json()["where"]) == (400, where)


def test_a_multipart_body_brings_files_and_json_parts(http: httpx2.Client) -> None:
    parts = {"data": ("a.csv", b"x;y", "text/csv"), "place": (None, b'{"city": "Bonn"}', "application/json")}
    answer = http.post("/parts", files=parts, data={"count": "2"})
    assert answer.json()["body"] == {"data": ["a.csv", "text/csv", "x;y"], "place": {"city": "Bonn"}, "count": 2}


@pytest.mark.parametrize(
    ("parts", "where"),
    [
        ({"place": (None, b'{"city": "Bonn"}')}, "body"),
        ({"data": ("a", b""), "place": (None, b"{")}, "body.place"),
        ({"data": ("a", b""), "place": (None, b"{}")}, "body.place"),
        ({"data": ("a", b""), "place": ("p.json", b"\xff")}, "body.place"),
    ],
)
def test_a_multipart_body_that_does_not_fit_is_refused(http: httpx2.Client, parts: Any, where: str) -> None:
    answer = http.post("/parts", files=parts)
    assert (answer.status_code, answer.json()["where"]) == (400, where)


def test_a_body_above_the_limit_is_refused(http: httpx2.Client) -> None:
    big = b'{"lines": [{"sku": "' + b"x" * (10 * 1024 * 1024) + b'"}]}'
    assert http.post("/json", content=big, headers={"Content-Type": "application/json"}).status_code == 413


# --- paths and methods


@pytest.mark.parametrize("path", ["/nothing", "/things/", "/json/", "//json", "/echo/7/", "/echo", ""])
def test_an_unknown_path_is_404_in_the_apis_own_form(http: httpx2.Client, path: str) -> None:
    answer = http.get(path)
    assert (answer.status_code, list(answer.json())) == (404, ["error"])


def test_a_wrong_method_is_405_and_says_which_are_right(http: httpx2.Client) -> None:
    answer = http.delete("/json")
    assert (answer.status_code, answer.headers["Allow"]) == (405, "OPTIONS, POST, PUT")
    assert list(answer.json()) == ["error"]


def test_options_says_which_methods_there_are(http: httpx2.Client) -> None:
    answer = http.options("/things/1")
    assert (answer.status_code, answer.headers["Allow"]) == (204, "DELETE, GET, HEAD, OPTIONS")
    assert "Content-Type" not in answer.headers


def test_head_is_get_without_the_body(http: httpx2.Client) -> None:
    head, get = http.head("/things/1"), http.get("/things/1")
    assert (head.status_code, head.headers["Content-Length"], head.content) == (200, get.headers["Content-Length"], b"")


def test_a_default_beside_a_reference_goes_before_that_of_its_target(box: Sandbox) -> None:
    with httpx2.Client(transport=box.transport, base_url=box.url("shop-files"), headers=TICKET) as files:
        assert files.get("/files").json()["params"] == {"sort": "name", "then": "id"}


def test_an_operation_at_another_server_is_at_its_own_mount(box: Sandbox, http: httpx2.Client) -> None:
    assert http.get("/files").status_code == 404
    with httpx2.Client(transport=box.transport, base_url=box.url("shop-files"), headers=TICKET) as files:
        assert files.get("/files").status_code == 200


def test_a_page_beside_the_spec_is_served_below_the_mount(http: httpx2.Client) -> None:
    url = http.get("/tickets").json()["url"]
    assert (url, http.get(url).text) == ("http://sandbox/shop/download/t0p", "the file")
    assert http.get("/download/other").json() == {"error": "this link is dead"}


# --- answers


def test_the_first_documented_success_is_the_status(http: httpx2.Client) -> None:
    assert http.post("/things", json={"name": "desk"}).status_code == 201
    deleted = http.delete("/things/1")
    assert (deleted.status_code, deleted.content) == (204, b"")


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("*/*", "application/json"),
        ("application/xml", "application/xml"),
        ("application/json;q=0.5, application/xml", "application/xml"),
        ("text/html", "application/json"),
        ("nonsense", "application/json"),
    ],
)
def test_accept_chooses_among_what_the_spec_offers(http: httpx2.Client, accept: str, kind: str) -> None:
    assert http.get("/things/1", headers={"Accept": accept}).headers["Content-Type"].split(";")[0] == kind


def test_xml_repeats_the_element_of_a_list_and_leaves_null_empty(http: httpx2.Client) -> None:
    http.post("/things", json={"name": "<a> & \u0001 é"})
    assert http.get("/things/3", headers={"Accept": "application/xml"}).text.startswith(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        "<thing><id>3</id><name>&lt;a&gt; &amp; \ufffd é</name><stock>0</stock><tags>a</tags><tags>b</tags><note/>"
    )


def test_properties_whose_names_are_one_in_xml_make_one_element() -> None:
    def get(call: Call) -> dict[str, Any]:
        return {"id": 1, "name": "x", "a b": "first", "a_b": "last", "7up": 1}

    api = replace(API, handlers={**API.handlers, "things_get": get})
    with Sandbox([shop(api=api)]) as box, httpx2.Client(transport=box.transport, headers=TICKET) as http:
        text = http.get(f"{box.url('shop')}/things/1", headers={"Accept": "application/xml"}).text
    assert text.endswith("<name>x</name><a_b>last</a_b><_7up>1</_7up></thing>")


def test_a_stream_is_sent_piece_by_piece(http: httpx2.Client) -> None:
    with http.stream("GET", "/export") as answer:
        assert (list(answer.iter_raw()), answer.headers["Content-Type"]) == (
            [b"name\n", b"lamp\n", b"chair\n"],
            "text/csv; charset=utf-8",
        )


@pytest.mark.parametrize(
    ("how", "where", "why"),
    [
        ("missing", "$", '"name" is a required property'),
        ("deep", "$.tags[1]", 'is not of type "string"'),
        ("status", "status", "418 is not documented"),
        ("media", "media type", "application/xml is not documented"),
        ("header", "headers.X-Count", "is required"),
        ("header-type", "headers.X-Count", 'is not of type "integer"'),
        ("date", "$", "is not plain JSON data"),
        ("problem", "status", "402 is not documented"),
    ],
)
def test_an_answer_that_breaks_the_spec_never_leaves(
    http: httpx2.Client, box: Sandbox, how: str, where: str, why: str
) -> None:
    answer = http.get(f"/broken/{how}")
    assert answer.status_code == 500
    assert answer.json()["error"] == "the sandbox's answer breaks the spec"
    assert answer.json()["where"] == f"broken_answer {where}"
    assert why in answer.json()["mend"]
    assert box.journal.entries()[0]["note"].startswith(f"answer breaks the spec: broken_answer: {where}")


def test_a_crash_shows_neither_trace_nor_message(http: httpx2.Client, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        answer = http.get("/broken/crash")
    assert answer.status_code == 500
    assert "hunter2" not in answer.text
    assert "broken_answer failed" in caplog.text


@pytest.mark.parametrize("how", ["crash", "invalid"])
def test_a_request_that_fails_stores_nothing(http: httpx2.Client, how: str) -> None:
    assert http.post(f"/broken/{how}").status_code == 500
    assert http.post("/things", json={"name": "ghost"}).status_code == 201


def test_bad_input_stores_nothing(http: httpx2.Client, admin: httpx2.Client) -> None:
    before = admin.get("/state/shop").json()
    bodies: list[Any] = [
        {},
        {"name": ""},
        {"name": 1},
        {"name": "x", "stock": -1},
        {"name": "x", "colour": "red"},
        None,
        [],
    ]
    assert {http.post("/things", json=body).status_code for body in bodies} == {400}
    assert http.post("/things", json={"name": "lamp"}).status_code == 409
    assert admin.get("/state/shop").json() == before


# --- the match of spec and handlers


def test_an_operation_without_a_handler_stops_the_start() -> None:
    handlers = {name: handler for name, handler in API.handlers.items() if name != "things_buy"}
    with pytest.raises(SpecError, match="no handler serves things_buy"):
        Sandbox([shop(api=replace(API, handlers=handlers))])


def test_a_handler_without_an_operation_stops_the_start() -> None:
    with pytest.raises(SpecError, match="the spec has no operation things_sell"):
        Sandbox([shop(api=replace(API, handlers={**API.handlers, "things_sell": echo}))])


def test_a_server_without_a_mount_stops_the_start() -> None:
    with pytest.raises(SpecError, match="no mount stands for the server of files_list"):
        Sandbox([shop(api=replace(API, mounts={"shop": ""}))])
