"""What a generated client sends: each thing where the spec says, through the blocking and the async client."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from types import ModuleType
from typing import Any
from urllib.parse import parse_qsl

import httpx2
import pytest
from retail_runtime import NULL, InvalidArgumentError, MissingAddressError, MissingCredentialsError, Retry, ServerError

from .conftest import Call, Ran, answer

THING = {"id": 1, "class": "a", "price": "1.50", "friend": None}


def one() -> Any:
    return answer({"result": THING})


def query(ran: Ran) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in parse_qsl(ran.request.url.query.decode(), keep_blank_values=True):
        found[name] = [*found[name], value] if name in found else [value]
    return found


def form(ran: Ran) -> list[tuple[str, str]]:
    assert ran.request.headers["content-type"] == "application/x-www-form-urlencoded"
    return parse_qsl(ran.request.content.decode(), keep_blank_values=True)


# -- parameters -----------------------------------------------------------------------------------


def test_query_parameters_go_under_their_wire_names_in_their_wire_forms(call: Call) -> None:
    ran = call(
        lambda api: api.things.list(
            size=5,
            type_="it's",
            from_=date(2026, 1, 2),
            ids=["a", "b"],
            colour=["red", "blue"],
            own={"x": "1", "y": "2"},
            brand=NULL,
            cheap=True,
            x_trace_id="t1",
        ),
        answer({"result": [], "meta": {"pages": 1}}),
    )
    assert query(ran) == {
        "size": ["5"],
        "type": ["it's"],
        "from": ["2026-01-02"],
        "ids": ["a,b"],
        "colour[]": ["red", "blue"],
        "x": ["1"],
        "y": ["2"],
        "brand": ["null"],
        "cheap": ["yes"],
        "lang": ["en"],
        "dry-run": ["false"],
    }
    assert ran.request.headers["X-Trace-Id"] == "t1"


def test_a_path_parameter_whose_name_is_no_identifier_fills_its_place(call: Call) -> None:
    assert call(lambda api: api.things.get(7), one()).request.url.path == "/v1/things/7"


def test_what_the_client_sets_once_is_no_argument_and_goes_with_every_call(call: Call) -> None:
    ran = call(lambda api: api.things.get(7), one(), store=3, lang="de", dry_run=True)
    assert ran.request.headers["X-Store"] == "3"
    assert query(ran) == {"lang": ["de"], "dry-run": ["true"]}
    with pytest.raises(TypeError):
        call(lambda api: api.things.list(lang="de"))


def test_what_the_client_sets_once_can_differ_for_some_calls(call: Call) -> None:
    ran = call(lambda api: api.with_options(lang="de").things.get(7), one())
    assert query(ran)["lang"] == ["de"]


def test_a_checked_parameter_is_refused_before_anything_is_sent(call: Call, everything: ModuleType) -> None:
    with pytest.raises(InvalidArgumentError, match="check digit"):
        call(lambda api: api.feed.company("049000006583"), auth=everything.Keys("a", "b"))


# -- bodies ---------------------------------------------------------------------------------------


def test_a_json_body_has_the_wire_names_and_forms_of_its_fields(call: Call, everything: ModuleType) -> None:
    likeness = everything.models.Likeness(code="c", sold=False)
    ran = call(
        lambda api: api.things.create(
            "r1", count=3, active=True, seen=datetime(2026, 1, 2, 3, 4, 5), type_="plain", like=likeness
        ),
        one(),
        auth=everything.Pair("k", "s"),
    )
    assert ran.body == {
        "reference-code": "r1",
        "count": "3",
        "active": "1",
        "seen": "2026-01-02 03:04:05",
        "type": "plain",
        "like": {"code": "c", "sold": "no"},
    }


def test_null_and_nothing_differ_where_the_spec_takes_null(call: Call, everything: ModuleType) -> None:
    pair = everything.Pair("k", "s")
    ran = call(lambda api: api.things.create("r1", count=1, note=None, like={"why": None}), one(), auth=pair)
    assert ran.body == {"reference-code": "r1", "count": "1", "note": None, "like": {"why": None}}


def test_a_put_sends_a_form(call: Call) -> None:
    ran = call(
        lambda api: api.things.update(
            1,
            name="a&b",
            sold=True,
            price=Decimal("1.50"),
            ids=["a", "b"],
            likes=["c", "d"],
            own={"x": "1"},
            like={"code": "z"},
        ),
        one(),
    )
    assert ran.request.method == "PUT"
    assert form(ran) == [
        ("lang", "en"),
        ("dry-run", "false"),
        ("name", "a&b"),
        ("sold", "yes"),
        ("price", "1.50"),
        ("ids", "a,b"),
        ("likes", "c"),
        ("likes", "d"),
        ("x", "1"),
        ("like", '{"code":"z"}'),
    ]


def test_a_delete_sends_a_form_beside_its_query(call: Call) -> None:
    ran = call(lambda api: api.things.delete(1, force=True, reason="old"), answer(status=204))
    assert (ran.request.method, query(ran)["force"]) == ("DELETE", ["1"])
    assert ("reason", "old") in form(ran)
    assert ran.value is None


def test_a_get_sends_a_json_body_beside_its_query(call: Call) -> None:
    ran = call(lambda api: api.things.search(deep=True, words=["a"]), answer({"result": []}))
    assert (ran.request.method, query(ran)["deep"], ran.body) == ("GET", ["true"], {"words": ["a"]})


def test_fields_in_wrappers_are_wrapped_deleted_and_cleared(call: Call) -> None:
    ran = call(lambda api: api.things.amend(1, name="n", brand=None, amount=Decimal("2.5")), one())
    assert ran.request.method == "PATCH"
    assert ran.body == {"name": {"value": "n"}, "brand": {"value": "null"}, "price": {"value": "2.5"}}
    assert call(lambda api: api.things.amend(1, delete_amount=True), one()).body == {"price": {"delete": True}}


def test_a_multipart_form_carries_a_file_and_fields(call: Call) -> None:
    ran = call(lambda api: api.imports.start(b"a,b", mapping={"a": "b"}, note="n"), answer({"result": {"jobId": "j"}}))
    assert ran.request.headers["content-type"].startswith("multipart/form-data; boundary=")
    for part in (b'name="file"; filename=', b"a,b", b'name="mapping"', b'{"a":"b"}', b'name="note"'):
        assert part in ran.request.content


def test_a_whole_body_is_a_list_of_lists_or_anything(call: Call) -> None:
    assert call(lambda api: api.things.matrix([[1, 2], [3]]), answer([[1]])).body == [[1, 2], [3]]
    assert call(lambda api: api.from_.import_({"a": [1]}), answer({"b": 2})).body == {"a": [1]}


def test_a_union_goes_with_the_tag_of_its_class_or_as_a_mapping(call: Call, everything: ModuleType) -> None:
    session = everything.Session("s")
    paid = answer({"paid": {"means": "bank", "iban": "X"}})
    ran = call(lambda api: api.baskets.pay(everything.models.Card(number="4111")), paid, auth=session)
    assert ran.body == {"means": "card", "number": "4111"}
    ran = call(lambda api: api.baskets.pay({"means": "bank", "iban": "X"}), paid, auth=session)
    assert ran.body == {"means": "bank", "iban": "X"}


def test_what_is_sent_and_read_alike_goes_in_its_wire_form_several_levels_deep(
    call: Call, everything: ModuleType
) -> None:
    models = everything.models
    line = models.Line(code="a", amount=Decimal("1.50"), payments=[models.Bank(iban="X")])
    wire = {"lines": [{"code": "a", "amount": "1.50", "payments": [{"means": "bank", "iban": "X"}]}], "closed": "1"}
    ran = call(lambda api: api.baskets.price([line], closed=True), answer(wire), auth=everything.Session("s"))
    assert ran.body == wire
    assert ran.value == models.Basket(lines=[line], closed=True)
    assert ran.value.to_dict() == wire


# -- hosts and credentials ------------------------------------------------------------------------


def test_each_operation_goes_to_its_own_host(call: Call, everything: ModuleType) -> None:
    assert call(lambda api: api.things.get(1), one()).target.startswith("GET https://every.example.com/v1/things/1?")
    paid = answer({"paid": {"means": "bank", "iban": "X"}})
    ran = call(lambda api: api.baskets.pay({}), paid, auth=everything.Session("s"))
    assert ran.request.url.host == "pay.example.com"
    ran = call(lambda api: api.from_.import_({}), answer({}), base_url={"": "http://localhost:1/x"})
    assert ran.target.startswith("POST http://localhost:1/x/notes")


def test_a_host_that_each_deployment_has_must_be_given(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    with (
        pytest.warns(DeprecationWarning, match="no longer"),
        pytest.raises(MissingAddressError, match="EVERYTHING_TENANT_BASE_URL"),
    ):
        call(lambda api: api.from_.old())
    monkeypatch.setenv("EVERYTHING_TENANT_BASE_URL", "https://acme.example.com")
    with pytest.warns(DeprecationWarning, match="no longer"):
        ran = call(lambda api: api.from_.old(), answer(status=204))
    assert ran.request.url.host == "acme.example.com"


def test_each_way_to_sign_in_puts_its_secrets_where_its_schemes_say(call: Call, everything: ModuleType) -> None:
    ran = call(lambda api: api.things.get(1), one(), auth=everything.Bearer("t"))
    assert ran.request.headers["authorization"] == "Bearer t"
    listed = answer({"result": [], "meta": {}})
    ran = call(lambda api: api.things.list(), listed, auth=everything.Keys("i", "s"))
    assert (query(ran)["client_id"], query(ran)["client_secret"]) == (["i"], ["s"])
    ran = call(lambda api: api.things.update(1), one(), auth=everything.Keys("i", "s"))
    assert ("client_secret", "s") in form(ran)
    assert "client_secret" not in query(ran)
    ran = call(lambda api: api.things.create("r", count=1), one(), auth=everything.Pair("k", "s"))
    assert ran.request.headers["X-Pair"] == "k:s"
    basket = answer({"lines": []})
    ran = call(lambda api: api.baskets.price([]), basket, auth=everything.Session("s"))
    assert ran.request.headers["X-Session"] == "s"
    paid = answer({"paid": {"means": "bank", "iban": "X"}})
    ran = call(lambda api: api.baskets.pay({}), paid, auth=everything.Session("s"))
    assert ran.request.headers["cookie"] == "sid=s"


def test_secrets_come_from_the_environment(call: Call, everything: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EVERYTHING_KEY", "k")
    monkeypatch.setenv("EVERYTHING_SECRET", "s")
    ran = call(lambda api: api.things.create("r", count=1), one(), auth=everything.Pair())
    assert ran.request.headers["X-Pair"] == "k:s"


def test_a_way_to_sign_in_that_the_operation_does_not_take_is_refused(call: Call, everything: ModuleType) -> None:
    with pytest.raises(MissingCredentialsError, match=r"things\.create takes pair"):
        call(lambda api: api.things.create("r", count=1), auth=everything.Bearer("t"))


# -- several methods at one address ---------------------------------------------------------------


def test_methods_of_one_address_fix_some_parameters_and_offer_others(call: Call, everything: ModuleType) -> None:
    keys = everything.Keys("i", "s")
    ran = call(
        lambda api: api.feed.find("049000006582", "all", own={"x": "1"}),
        answer({"product": {"facts": {"name": "a"}}}),
        auth=keys,
    )
    sent = {name: value for name, value in query(ran).items() if not name.startswith("client_")}
    assert sent == {
        "v": ["3"],
        "loud": ["true"],
        "find": ["049000006582"],
        "get": ["all"],
        "x": ["1"],
        "lang": ["en"],
        "dry-run": ["false"],
    }
    ran = call(lambda api: api.lists.kinds(), answer({"kinds": ["red"]}), auth=keys)
    assert query(ran)["get"] == ["kinds"]
    assert "v" not in query(ran)


def test_each_method_asks_for_what_it_reads(call: Call, everything: ModuleType) -> None:
    keys, xml = everything.Keys("i", "s"), b"<found><product><facts><name>a</name></facts></product></found>"
    reply = httpx2.Response(200, content=xml, headers={"content-type": "application/xml"})
    assert (
        call(lambda api: api.feed.company("049000006582"), reply, auth=keys).request.headers["accept"]
        == "application/xml"
    )
    both = call(lambda api: api.lists.kinds(), answer({"kinds": []}), auth=keys).request.headers["accept"]
    assert both == "application/json, application/xml"  # which have one schema; the CSV has another
    rows = httpx2.Response(200, text="sku,stock\n", headers={"content-type": "text/csv"})
    assert call(lambda api: api.lists.table(), rows, auth=keys).request.headers["accept"] == "text/csv"


def test_a_get_goes_as_its_twin_when_asked(call: Call, everything: ModuleType) -> None:
    ran = call(
        lambda api: api.with_options(post=True).feed.find("049000006582"),
        answer({"product": {"facts": {}}}),
        auth=everything.Keys("i", "s"),
    )
    assert (ran.request.method, ran.request.url.query) == ("POST", b"")
    assert ("find", "049000006582") in form(ran)
    assert ("client_secret", "s") in form(ran)


def test_many_calls_go_out_in_one(call: Call, everything: ModuleType) -> None:
    reply = {"product": {"facts": {"name": "a"}}}
    codes = ["049000006582", "4006381333931"]
    ran = call(
        lambda api: api.feed.find_many(codes, concurrency=1),
        answer(reply),
        answer(reply),
        auth=everything.Keys("i", "s"),
    )
    assert [dict(parse_qsl(request.url.query.decode()))["find"] for request in ran.requests] == codes
    assert [facts.name for facts in ran.value] == ["a", "a"]


# -- repeats --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("use", "tries"),
    [
        (lambda api: api.things.get(1), 2),  # a GET, of which nothing is said
        (lambda api: api.things.amend(1, name="n"), 2),  # always
        (lambda api: api.things.delete(1), 1),  # never
        (lambda api: api.imports.start(b""), 1),  # a POST, of which nothing is said
    ],
    ids=["get", "always", "never", "post"],
)
def test_a_call_is_repeated_where_the_spec_says_that_it_does_no_harm(
    use: Any, tries: int, call: Call, everything: ModuleType
) -> None:
    assert tries_of(call, use, everything.Bearer("t")) == tries


@pytest.mark.parametrize(("code", "tries"), [("r1", 2), (None, 1)])
def test_a_property_that_makes_a_repeat_harmless_must_be_sent(
    code: Any, tries: int, call: Call, everything: ModuleType
) -> None:
    assert tries_of(call, lambda api: api.things.create(code, count=1), everything.Pair("k", "s")) == tries


def tries_of(call: Call, use: Any, auth: Any) -> int:
    sent: list[Any] = []
    with pytest.raises(ServerError):
        call(
            use,
            *(answer({}, 502) for _ in range(2)),
            auth=auth,
            retry=Retry(attempts=2, pause=0),
            on_request=lambda request, _: sent.append(request),
        )
    return len(sent)
