"""EANdata through its client, blocking and async, in JSON and XML: every method with every code, and what it is for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from eandata_client import AsyncEANData, EANData, InvalidArgumentError, NotFoundError, Retry
from eandata_client.errors import InvalidRequestError, ProductNotFoundError, ServiceFailedError
from retail_runtime import MissingCredentialsError
from retail_sandbox.spec import find_specs, load
from retail_sandbox.testing import Sandbox

PAID, FREE, OFF = "0123456789ABCDEF", "0000111122223333", "FFFF000011112222"
COLA, RECORD, UNKNOWN, NOBODYS = "0049000006582", "0731454038720", "0049000000009", "4006381333931"
WEB = "5012345900018"

Scenario = Callable[[Any], Any]
METHODS: dict[str, dict[str, Scenario]] = {
    "products.find": {
        "200": lambda api: api.products.find(COLA),
        "400": lambda api: api.products.find(COLA, get=["no_such_field"]),
        "404": lambda api: api.products.find(UNKNOWN),
    },
    "products.find_v2": {
        "200": lambda api: api.products.find_v2(COLA),
        "400": lambda api: api.products.find_v2(COLA, extra={"v": "9"}),
        "404": lambda api: api.products.find_v2(UNKNOWN),
    },
    "products.update": {
        "200": lambda api: api.products.update(COLA, field="weight", value="12", extra_id=501),
        "400": lambda api: api.products.update(RECORD, field="brand", value="Another"),
        "404": lambda api: api.products.update(UNKNOWN, field="brand", value="Another"),
    },
    "catalog.categories": {
        "200": lambda api: api.catalog.categories(),
        "400": lambda api: api.catalog.categories(),
    },
    "catalog.attributes": {
        "200": lambda api: api.catalog.attributes(),
        "400": lambda api: api.catalog.attributes(),
    },
    "catalog.extra": {
        "200": lambda api: api.catalog.extra(field="weight"),
        "400": lambda api: api.catalog.extra(field="no_such_field"),
    },
}
ERRORS = {"400": InvalidRequestError, "404": ProductNotFoundError, "500": ServiceFailedError}


def documented() -> list[tuple[str, str]]:
    """Every method with each code that the spec names for it."""
    spec: Any = load(find_specs() / "eandata.yaml")
    return [
        (method["name"], code)
        for operation in spec["paths"]["/feed/"].values()
        for method in operation["x-methods"]
        for code in ("200", *method["x-error-subset"])
    ]


@pytest.fixture(params=["json", "xml"])
def mode(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def connect_eandata(connect: Callable[..., Any], sandbox: Sandbox) -> Callable[..., Any]:
    return lambda keycode=PAID, **options: connect(
        EANData,
        AsyncEANData,
        keycode,
        base_url=sandbox.url("eandata"),
        transport=sandbox.transport,
        strict=True,
        retry=Retry(attempts=1),
        **options,
    )


@pytest.fixture
def api(connect_eandata: Callable[..., Any]) -> Any:
    return connect_eandata()


@pytest.mark.parametrize(("method", "code"), documented())
def test_every_documented_code_comes_from_the_sandbox(
    method: str, code: str, mode: str, connect_eandata: Callable[..., Any], sandbox: Sandbox
) -> None:
    # The lists take nothing that could be wrong but the key code.
    keycode = OFF if code == "400" and method in ("catalog.categories", "catalog.attributes") else PAID
    api = connect_eandata(keycode, mode=mode)
    if code == "200":
        METHODS[method][code](api)
        return
    if code == "500":
        sandbox.faults.add("refusal", api="eandata", status=500)
    with pytest.raises(ERRORS[code]) as caught:
        METHODS[method]["200" if code == "500" else code](api)
    error = caught.value
    assert (error.code, error.status, error.operation) == (code, int(code), method)
    assert error.response.status_code == 200


def test_the_methods_are_as_many_as_the_spec_documents() -> None:
    assert {method for method, _ in documented()} == set(METHODS)
    print(f"eandata: {len(METHODS)} methods, {len(documented())} documented codes, each in JSON and XML")


def test_leaves_are_numbers_booleans_and_moments(api: Any) -> None:
    found = api.products.find("049000006582")
    assert found.product.attributes.price_new == Decimal("8.0000")
    assert found.product.attributes.price_new_extra == "USD"
    assert found.product.locked is False
    assert isinstance(found.product.modified, datetime)
    assert isinstance(found.status.run, float)


def test_json_and_xml_give_the_same(connect_eandata: Callable[..., Any]) -> None:
    calls: list[Scenario] = [
        lambda api: api.products.find(COLA, get=["all"], field_mod=True).product,
        lambda api: api.products.find(COLA, has=["long_desc", "company"]).product,
        lambda api: api.products.find_v2(RECORD).product,
        lambda api: api.catalog.categories(),
        lambda api: api.catalog.attributes(),
        lambda api: api.catalog.extra(),
        lambda api: api.catalog.extra(field="price_used"),
    ]
    json, xml = connect_eandata(mode="json"), connect_eandata(mode="xml")
    for call in calls:
        assert call(json) == call(xml)


def test_get_and_post_give_the_same(connect_eandata: Callable[..., Any], sandbox: Sandbox) -> None:
    by_get = connect_eandata().products.find(COLA)
    by_post = connect_eandata(post=True).products.find(COLA)
    assert by_get.product == by_post.product
    assert [entry["operation"] for entry in sandbox.journal.entries()[:2]] == ["feed_post", "feed_get"]


def test_a_long_list_of_parameters_goes_by_post_by_itself(api: Any, sandbox: Sandbox) -> None:
    found = api.products.find(COLA, extra={"note": "x" * 1900})
    assert found.status.echo["note"] == "x" * 1900
    assert sandbox.journal.entries()[0]["operation"] == "feed_post"


def test_has_tells_what_there_is_and_own_values_come_back(api: Any) -> None:
    found = api.products.find(COLA, has=["long_desc", "author"], extra={"basket": "42"})
    assert found.product.has == {"long_desc": True, "author": False}
    assert found.status.echo == {"basket": "42"}


def test_blank_numbers_are_none_with_get_all(api: Any) -> None:
    attributes = api.products.find(RECORD, get="all").product.attributes
    assert attributes.weight is None
    assert attributes.long_desc == ""


def test_a_wrong_check_digit_is_refused_before_anything_is_sent(api: Any, sandbox: Sandbox) -> None:
    with pytest.raises(InvalidArgumentError, match="should end in 2"):
        api.products.find("049000006583")
    assert sandbox.journal.entries() == []


@pytest.mark.parametrize("code", ["04443759", "044437000059", "0044437000059"])
def test_every_form_of_a_code_finds_the_product(code: str, api: Any) -> None:
    assert api.products.find(code).product.ean13 == "0044437000059"


def test_a_product_that_is_not_on_file_tells_its_company_when_that_is_known(api: Any) -> None:
    with pytest.raises(NotFoundError) as caught:
        api.products.find(UNKNOWN)
    assert isinstance(caught.value, ProductNotFoundError)
    assert caught.value.company is not None
    assert caught.value.company.name == "The Coca-Cola Company"
    with pytest.raises(ProductNotFoundError) as caught:
        api.products.find(NOBODYS)
    assert caught.value.company is None


def test_an_update_waits_for_validation_and_a_second_one_is_refused(api: Any, sandbox: Sandbox) -> None:
    api.products.update(COLA, field="brand", value="Coke")
    assert api.products.find(COLA).product.attributes.brand == "Coke"
    assert api.products.find(COLA, pending=False).product.attributes.brand == "Coca-Cola"
    with pytest.raises(InvalidRequestError, match="waits for validation"):
        api.products.update(COLA, field="brand", value="Cola")
    sandbox.clock.advance(timedelta(days=1, seconds=1))
    assert api.products.find(COLA, pending=False).product.attributes.brand == "Coke"


def test_a_deep_search_finds_more_on_a_paid_plan_alone(connect_eandata: Callable[..., Any]) -> None:
    with pytest.raises(ProductNotFoundError):
        connect_eandata(FREE).products.find(WEB, search="deep")
    paid = connect_eandata(PAID)
    with pytest.raises(ProductNotFoundError):
        paid.products.find(WEB)
    assert paid.products.find(WEB, search="deep").product.ean13 == WEB
    assert paid.products.find(WEB).product.ean13 == WEB


def test_a_free_plan_ends_for_the_day(connect_eandata: Callable[..., Any], sandbox: Sandbox) -> None:
    free = connect_eandata(FREE)
    assert [free.products.find(COLA).status.message for _ in range(15)][-1] == "free 15/15"
    with pytest.raises(InvalidRequestError):
        free.products.find(COLA)
    sandbox.clock.advance(timedelta(days=1))
    assert free.products.find(COLA).status.message == "free 1/15"


def test_many_at_once_come_in_order_with_errors_in_place(api: Any) -> None:
    results = api.products.find_many([COLA, UNKNOWN, RECORD, "1"] * 5, concurrency=4)
    kinds = [type(result).__name__ for result in results]
    assert kinds == ["Found", "ProductNotFoundError", "Found", "InvalidArgumentError"] * 5


def test_no_key_code_is_told_before_anything_is_sent(
    connect_eandata: Callable[..., Any], sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("EANDATA_KEYCODE", raising=False)
    with pytest.raises(MissingCredentialsError, match="EANDATA_KEYCODE"):
        connect_eandata(None).catalog.categories()
    monkeypatch.setenv("EANDATA_KEYCODE", PAID)
    assert connect_eandata(None).catalog.categories()


def test_nothing_prints_the_key_code(api: Any, sandbox: Sandbox, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    with pytest.raises(ProductNotFoundError) as caught:
        api.products.find(UNKNOWN)
    told = f"{caplog.text} {caught.value!r} {caught.value} {caught.value.__dict__} {sandbox.journal.entries()}"
    assert "products.find" in caplog.text
    assert PAID not in told
