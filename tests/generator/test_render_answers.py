"""What a generated client reads: the data of the spec, and whatever else the spec says of an answer."""

from __future__ import annotations

import hashlib
import hmac
import json
import pickle
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from types import ModuleType
from typing import Any

import httpx2
import msgspec
import pytest
import retail_runtime
from retail_runtime import APIStatusError, ConflictError, ServerError, UnknownEvent, WebhookError

from .conftest import Call, answer
from .making import changed, made, put

THING = {"id": 1, "class": "a", "price": "1.50", "friend": None}


def one(**more: Any) -> httpx2.Response:
    return answer({"result": {**THING, **more}})


def page(*ids: int, **meta: Any) -> httpx2.Response:
    return answer({"result": [{**THING, "id": number} for number in ids], "meta": meta})


# -- data -----------------------------------------------------------------------------------------


def test_an_answer_comes_out_of_its_envelope_with_its_fields_typed(call: Call, everything: ModuleType) -> None:
    thing = call(
        lambda api: api.things.get(1),
        one(
            type="it's",
            size=2,
            colour="mauve",
            date="2026-01-02",
            until="2026-01-03",
            field="f",
            fieldName="g",
            list=["a"],
            others=["b"],
            weight=1.5,
            friend={**THING, "id": 2},
            parts=[{**THING, "id": 3}],
            grid=[[1, 2], [3]],
            extra={"x": [None]},
            labels={"l": "m"},
            blob="aGk=",
            replace="r",
            note="n",
            **{"from": "2026-01-02T03:04:05Z"},
        ),
    ).value
    assert isinstance(thing, everything.models.Thing)
    assert (thing.id, thing.class_, thing.price) == (1, "a", Decimal("1.50"))
    assert (thing.type_, thing.size, thing.colour) == ("it's", 2, "mauve")
    assert (thing.date, thing.until) == (date(2026, 1, 2), date(2026, 1, 3))
    assert thing.from_ == datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert (thing.field, thing.field_name, thing.list, thing.others) == ("f", "g", ["a"], ["b"])
    assert (thing.friend.id, thing.parts[0].id, thing.grid) == (2, 3, [[1, 2], [3]])
    assert (thing.extra, thing.labels, thing.blob, thing.replace_) == ({"x": [None]}, {"l": "m"}, b"hi", "r")
    assert thing.replace(note="m").note == "m"


def test_a_field_that_the_spec_does_not_require_may_be_missing(call: Call) -> None:
    thing = call(lambda api: api.things.get(1), one()).value
    assert (thing.weight, thing.note, thing.parts) == (None, None, None)


def test_a_list_of_lists_is_one(call: Call) -> None:
    assert call(lambda api: api.things.matrix([]), answer([[1, 3], [2, 4]])).value == [[1, 3], [2, 4]]


def test_meta_and_warnings_come_beside_the_data(call: Call, everything: ModuleType) -> None:
    reply = answer({"result": THING, "meta": {"warnings": ["late"], "pages": 3}})
    response = call(lambda api: api.with_response.things.get(1), reply).value
    assert response.data.id == 1
    assert response.warnings == ("late",)
    assert response.meta == everything.models.Meta(pages=3, warnings=["late"])


def test_meta_comes_beside_a_page_and_a_job_too(call: Call) -> None:
    assert call(lambda api: api.with_response.things.list(), page(1, pages=3)).value.meta.pages == 3
    reply = answer({"result": {"jobId": "j"}, "meta": {"pages": 4}})
    assert call(lambda api: api.with_response.imports.start(b""), reply).value.meta.pages == 4


def test_a_union_is_read_as_the_class_that_its_tag_names(call: Call, everything: ModuleType) -> None:
    reply = answer({"paid": {"means": "card", "number": "4"}, "others": [{"means": "bank", "iban": "X"}]})
    receipt = call(lambda api: api.baskets.pay({}), reply, auth=everything.Session("s")).value
    assert receipt.paid == everything.models.Card(number="4")
    assert receipt.paid.means == "card"
    assert receipt.others == [everything.models.Bank(iban="X")]


def test_a_variant_that_the_spec_does_not_know_is_kept_as_it_came(call: Call, everything: ModuleType) -> None:
    reply = answer({"paid": {"means": "shells", "count": 3}})
    session = everything.Session("s")
    response = call(lambda api: api.with_response.baskets.pay({}), reply, auth=session, strict=False).value
    assert response.data.paid == {"means": "shells", "count": 3}
    assert [misfit.path for misfit in response.misfits] == ["$.paid"]


def test_properties_that_the_spec_does_not_name_are_gathered(call: Call, everything: ModuleType) -> None:
    reply = answer({"product": {"facts": {"name": "a", "has_size": "1", "has_web": "0", "unit": "kg"}}})
    facts = call(lambda api: api.feed.find("049000006582"), reply, auth=everything.Keys("i", "s")).value
    assert (facts.name, facts.has, facts.rest) == ("a", {"size": True, "web": False}, {"unit": "kg"})


def test_xml_is_read_as_json_is(call: Call, everything: ModuleType) -> None:
    xml = "<found><product><facts><name>a</name><unit>kg</unit></facts><company>c</company></product></found>"
    reply = httpx2.Response(200, text=xml, headers={"content-type": "application/xml"})
    found = call(lambda api: api.feed.company("049000006582"), reply, auth=everything.Keys("i", "s")).value
    assert (found.product.company, found.product.facts.rest) == ("c", {"unit": "kg"})


# -- pages ----------------------------------------------------------------------------------------


def test_numbered_pages_follow_each_other_until_the_last(call: Call) -> None:
    ran = call(lambda api: api.things.list(size=2), page(1, 2, pages=2), page(3, pages=2))
    assert [thing.id for thing in ran.value] == [1, 2, 3]
    assert [request.url.params.get("pageNumber") for request in ran.requests] == [None, "2"]


def test_offset_pages_in_a_body_follow_each_other_until_the_total(call: Call) -> None:
    ran = call(lambda api: api.things.search(limit=2), page(1, 2, total=3), page(3, total=3))
    assert [thing.id for thing in ran.value] == [1, 2, 3]
    assert [json.loads(request.content).get("offset") for request in ran.requests] == [None, 2]


def test_linked_pages_follow_the_link_of_the_answer(call: Call) -> None:
    ran = call(lambda api: api.things.recent(), page(1, nextPage="/recent?after=x%20y"), page(2, nextPage=None))
    assert [thing.id for thing in ran.value] == [1, 2]
    assert [request.url.params.get("after") for request in ran.requests] == [None, "x y"]


# -- work, files, rows ----------------------------------------------------------------------------


def job(state: str, **more: str) -> httpx2.Response:
    return answer({"result": {"jobId": "j 1", "stateNow": state, **more}})


def test_a_job_is_polled_with_what_its_start_answered(call: Call, everything: ModuleType) -> None:
    ran = call(waits_for_import, job("running"), job("running"), job("done"))
    assert ran.value == everything.models.Job(job_id="j 1", state_now="done")
    assert [request.url.raw_path.split(b"?")[0] for request in ran.requests[1:]] == [b"/v1/imports/j%201"] * 2


def test_a_job_that_failed_raises_the_error_of_the_spec_with_the_servers_reason(
    call: Call, everything: ModuleType
) -> None:
    with pytest.raises(everything.errors.ImportFailed, match="no columns") as caught:
        call(waits_for_import, job("running"), job("failed", why="no columns"))
    assert caught.value.status.job_id == "j 1"


def waits_for_import(api: Any) -> Any:
    started = api.imports.start(b"a,b")
    return started.wait(timeout=5) if hasattr(started, "wait") else _wait(started)


async def _wait(started: Any) -> Any:
    return await (await started).wait(timeout=5)


def test_the_polled_operation_has_a_method_that_waits(call: Call) -> None:
    ran = call(lambda api: api.imports.wait_until_done("j", timeout=5), job("running"), job("done"))
    assert (ran.value.state_now, len(ran.requests)) == ("done", 2)


def test_an_export_is_downloaded_from_its_link_without_credentials(call: Call) -> None:
    link = answer({"result": {"address": "https://files.example.com/1?sig=2"}})
    ran = call(downloads_things, job("done"), link, httpx2.Response(200, content=b"a,b"))
    assert ran.value == b"a,b"
    prepared, asked, fetched = ran.requests
    assert (prepared.method, asked.url.params["file-id"]) == ("POST", "j 1")
    assert str(fetched.url) == "https://files.example.com/1?sig=2"
    assert "authorization" in asked.headers
    assert "authorization" not in fetched.headers


def downloads_things(api: Any) -> Any:
    export = api.exports.things()
    return export.download() if hasattr(export, "download") else _download(export)


async def _download(export: Any) -> Any:
    return (await export).download()


def test_a_file_is_a_download(call: Call) -> None:
    ran = call(lambda api: api.exports.report(), httpx2.Response(200, content=b"%PDF"))
    assert (ran.value, ran.request.headers["accept"]) == (b"%PDF", "application/pdf")


@pytest.mark.parametrize("method", ["exports.rows", "lists.table"])
def test_rows_are_typed(method: str, call: Call, everything: ModuleType) -> None:
    resource, _, name = method.partition(".")
    auth = everything.Bearer("t") if resource == "exports" else everything.Keys("i", "s")
    reply = httpx2.Response(200, text="sku,stock\na,1\nb,\n", headers={"content-type": "text/csv"})
    rows = call(lambda api: getattr(getattr(api, resource), name)(), reply, auth=auth).value
    assert rows == [everything.models.Row(sku="a", stock=1), everything.models.Row(sku="b")]


def test_the_same_as_a_file_is_left_as_it_is(call: Call, everything: ModuleType) -> None:
    reply = httpx2.Response(200, text="sku\n", headers={"content-type": "text/csv"})
    assert call(lambda api: api.lists.file(), reply, auth=everything.Keys("i", "s")).value == b"sku\n"


# -- errors ---------------------------------------------------------------------------------------


def failure(code: str, status: int, **more: Any) -> httpx2.Response:
    return answer({"error": {"code": code, "name": "n", "message": "It failed."}, **more}, status)


CODES = [
    ("17", 404, "NotFoundError", retail_runtime.NotFoundError),
    ("18", 423, "BasketLockedError", APIStatusError),
    ("19", 402, "PaymentRequiredError", APIStatusError),
    ("20", 503, "OverloadedError", ServerError),
    ("21", 409, "NoStockError", ConflictError),
]
STATUSES = [
    ("99", 418, "APIStatusError", APIStatusError),
    ("99", 504, "ServerError", ServerError),
    ("99", 404, "NotFoundError", retail_runtime.NotFoundError),
]


@pytest.mark.parametrize(
    ("code", "status", "name", "family", "http_status"),
    [(*row, row[1]) for row in CODES + STATUSES] + [(*row, 200) for row in CODES],
)
def test_an_error_is_of_the_class_of_its_code_else_of_its_status(
    code: str, status: int, name: str, family: type[Exception], http_status: int, call: Call
) -> None:
    with pytest.raises(family) as caught:
        call(lambda api: api.things.get(1), failure(code, http_status))
    error = caught.value
    assert isinstance(error, APIStatusError)
    assert type(error).__name__ == name
    assert (error.code, error.name, error.message, error.status) == (code, "n", "It failed.", status)
    assert type(pickle.loads(pickle.dumps(error))) is type(error)


def test_an_error_offers_the_fields_of_its_body(call: Call, everything: ModuleType) -> None:
    with pytest.raises(everything.errors.BasketLockedError) as caught:
        call(lambda api: api.things.get(1), failure("18", 423, until="2026-01-02T03:04:05Z", **{"class": "t1"}))
    assert (caught.value.until, caught.value.class_) == (datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC), "t1")


def test_a_code_that_means_success_is_none(call: Call) -> None:
    assert call(lambda api: api.things.get(1), answer({"result": THING, "error": {"code": "0"}})).value.id == 1


# -- quota ----------------------------------------------------------------------------------------


def test_the_quota_is_read_from_headers(call: Call) -> None:
    headers = {"X-Limit": "100", "X-Remaining": "7", "X-Reset": "60"}
    reply = answer({"result": THING}, headers=headers)
    quota = call(lambda api: api.with_response.things.get(1), reply).value.rate_limit
    assert (quota.limit, quota.remaining) == (100, 7)
    assert timedelta(seconds=50) < quota.reset - datetime.now(UTC) <= timedelta(seconds=60)


def test_the_quota_is_read_from_the_body(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    spec = changed(
        tmp_path,
        (
            "x-rate-limit: {in: header, limit: X-Limit, remaining: X-Remaining, reset: X-Reset, reset-is: seconds}",
            """x-rate-limit:
  {in: body, limit: meta.rateLimit.maxCalls, remaining: meta.rateLimit.callsLeft, error: {limit: error.code}}""",
        ),
    )
    spec = spec.rename(tmp_path / "quota.yaml")
    monkeypatch.syspath_prepend(put(made(spec), tmp_path / "made") / "src")
    import quota_client  # pyright: ignore[reportMissingImports]

    reply = answer({"result": THING, "meta": {"rateLimit": {"maxCalls": 9, "callsLeft": 4}}})
    api = quota_client.Everything(quota_client.Bearer("t"), transport=httpx2.MockTransport(lambda _: reply))
    quota = api.with_response.things.get(1).rate_limit
    assert (quota.limit, quota.remaining) == (9, 4)
    api = quota_client.Everything(quota_client.Bearer("t"), transport=httpx2.MockTransport(lambda _: failure("7", 404)))
    with pytest.raises(APIStatusError) as caught:
        api.things.get(1)
    assert (caught.value.rate_limit.limit, caught.value.rate_limit.remaining) == (7, None)


# -- webhooks -------------------------------------------------------------------------------------


def signed(event: dict[str, Any], secret: str = "s3cret") -> tuple[bytes, dict[str, str]]:
    body = json.dumps(event).encode()
    return body, {"x-sign": hmac.digest(secret.encode(), body, hashlib.sha256).hex()}


@pytest.mark.parametrize(
    ("event", "kind"),
    [
        ({"event": "sold", "thing": 3}, "Sold"),
        ({"event": "returned", "why": "broken"}, "Returned"),
        ({"ping": "p", "at": "2026-01-02T03:04:05Z"}, "Ping"),
    ],
)
def test_an_event_is_known_by_its_constants_or_by_its_fields(
    event: dict[str, Any], kind: str, everything: ModuleType
) -> None:
    body, headers = signed(event)
    assert type(everything.webhooks.parse(body, headers, secret="s3cret")).__name__ == kind


def test_an_event_that_the_spec_does_not_know_is_kept(everything: ModuleType) -> None:
    body, headers = signed({"event": "eaten"})
    event = everything.webhooks.parse(body, headers, secret="s3cret")
    assert isinstance(event, UnknownEvent)
    assert event.body == {"event": "eaten"}


def test_an_event_with_a_wrong_signature_is_refused(everything: ModuleType) -> None:
    body, headers = signed({"event": "sold", "thing": 3}, "other")
    with pytest.raises(WebhookError):
        everything.webhooks.parse(body, headers, secret="s3cret")


# -- models by themselves -------------------------------------------------------------------------


def test_models_go_to_plain_data_and_back(everything: ModuleType) -> None:
    data = {"event": "sold", "thing": 3}
    sold = everything.models.Sold.from_dict(data)
    assert (sold.thing, sold.event, sold.to_dict()) == (3, "sold", data)
    with pytest.raises(msgspec.ValidationError):
        everything.models.Sold.from_dict({"event": "returned", "thing": 3})
