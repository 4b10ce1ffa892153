"""DataConnect through its client, blocking and async: every method, every documented answer, the formats compared."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from dataconnect_client import (
    AsyncDataConnect,
    AuthenticationError,
    BadRequestError,
    DataConnect,
    InvalidArgumentError,
    RateLimitError,
    Retry,
    ServerError,
)
from dataconnect_client.errors import ERRORS
from retail_runtime import MissingCredentialsError, PermissionDeniedError, xml
from retail_sandbox.testing import Sandbox

from tests.clients.answers import documented

TOKEN, EXPIRED, NO_ACCESS, OTHER = (
    "2YotnFZFEjr1zCsicMWpAA",
    "kentel-expired",
    "kentel-no-access-token",
    "harbor-token",
)
LONG = ["SKU"] * 600
"""More than a URL takes, so that it goes by POST."""

Scenario = Callable[[Any], Any]


def whole(api: Any, download: Any) -> bytes:
    with download as file:
        return file.read()


METHODS: dict[str, Scenario] = {
    "version.get": lambda api: api.version.get(),
    "session.get": lambda api: api.session.get(),
    "session.get.table": lambda api: api.session.get.table(),
    "session.get.csv": lambda api: whole(api, api.session.get.csv()),
    "session.get.xml": lambda api: whole(api, api.session.get.xml()),
    "session.get.excel": lambda api: whole(api, api.session.get.excel()),
    "session.get.email": lambda api: api.session.get.email("csv", to=["a@b.c"]),
    "partner.relationships": lambda api: api.partner.relationships(),
    "partner.relationships.table": lambda api: api.partner.relationships.table(),
    "partner.relationships.csv": lambda api: whole(api, api.partner.relationships.csv()),
    "partner.relationships.xml": lambda api: whole(api, api.partner.relationships.xml()),
    "partner.relationships.excel": lambda api: whole(api, api.partner.relationships.excel()),
    "partner.relationships.email": lambda api: api.partner.relationships.email("xml", to=["a@b.c"]),
    "products.availability": lambda api: api.products.availability(quantity_min=4000),
    "products.availability.table": lambda api: api.products.availability.table(quantity_min=4000),
    "products.availability.csv": lambda api: whole(api, api.products.availability.csv(quantity_min=4000)),
    "products.availability.csv_rows": lambda api: rows(api.products.availability.csv_rows(quantity_min=4000)),
    "products.availability.xml": lambda api: whole(api, api.products.availability.xml(quantity_min=4000)),
    "products.availability.excel": lambda api: whole(api, api.products.availability.excel(quantity_min=4000)),
    "products.availability.email": lambda api: api.products.availability.email("xlsx", to=["a@b.c"], quantity_min=4000),
    "products.availability.arrow": lambda api: api.products.availability.arrow(quantity_min=4000),
    "customers.list": lambda api: api.customers.list(customer_id="51231"),
    "customers.table": lambda api: api.customers.table(customer_id="51231"),
    "customers.csv": lambda api: whole(api, api.customers.csv(customer_id="51231")),
    "customers.csv_rows": lambda api: rows(api.customers.csv_rows(customer_id="51231")),
    "customers.xml": lambda api: whole(api, api.customers.xml(customer_id="51231")),
    "customers.excel": lambda api: whole(api, api.customers.excel(customer_id="51231")),
    "customers.email": lambda api: api.customers.email("xlsx", to=["a@b.c"], customer_id="51231", compress=True),
    "customers.arrow": lambda api: api.customers.arrow(customer_id="51231"),
}
CALLS: dict[str, Scenario] = {
    "version_get": METHODS["version.get"],
    "session_get": METHODS["session.get"],
    "partner_relationships": METHODS["partner.relationships"],
    "products_availability": METHODS["products.availability"],
    "customers_list": METHODS["customers.list"],
}


def rows(source: Any) -> list[Any]:
    with source as opened:
        return list(opened)


@pytest.fixture
def connect_dataconnect(connect: Callable[..., Any], sandbox: Sandbox) -> Callable[..., Any]:
    return lambda token=TOKEN, **options: connect(
        DataConnect,
        AsyncDataConnect,
        token,
        **{
            "base_url": sandbox.url("dataconnect"),
            "transport": sandbox.transport,
            "strict": True,
            "retry": Retry(attempts=1),
            **options,
        },
    )


@pytest.fixture
def api(connect_dataconnect: Callable[..., Any]) -> Any:
    return connect_dataconnect()


@pytest.mark.parametrize("method", METHODS)
def test_every_method_is_answered(method: str, api: Any) -> None:
    assert METHODS[method](api) is not None


@pytest.mark.parametrize(("operation", "status"), documented("dataconnect"))
def test_every_documented_answer_comes_from_the_sandbox(
    operation: str, status: int, connect_dataconnect: Callable[..., Any], sandbox: Sandbox
) -> None:
    by_post = operation.endswith("_post")
    same_by_get = "session_get" if operation == "session_post" else operation.removesuffix("_post")
    call = CALLS[same_by_get]
    errors = {
        400: BadRequestError,
        401: AuthenticationError,
        403: PermissionDeniedError,
        429: RateLimitError,
        500: ServerError,
        503: ServerError,
    }
    api = connect_dataconnect({401: EXPIRED, 403: NO_ACCESS}.get(status, TOKEN), post=by_post)
    if status in (500, 503):
        sandbox.faults.add("error", api="dataconnect", status=status)
    if status == 200:
        call(api)
    elif status == 400:
        with pytest.raises(BadRequestError) as caught:
            email_to_nobody(api, same_by_get)
        assert caught.value.message
    elif status == 429:
        with eight_in_progress(connect_dataconnect), pytest.raises(RateLimitError, match="8 active requests"):
            call(api)
    else:
        with pytest.raises(errors[status]) as failed:
            call(api)
        assert failed.value.status == status
    seen = sandbox.journal.entries(operation=operation)[0]
    assert seen["status"] == status


def email_to_nobody(api: Any, operation: str) -> None:
    method = {
        "session_get": lambda: api.session.get.email,
        "partner_relationships": lambda: api.partner.relationships.email,
        "products_availability": lambda: api.products.availability.email,
        "customers_list": lambda: api.customers.email,
    }[operation]()
    method("csv", to=["nobody"])


def eight_in_progress(connect_dataconnect: Callable[..., Any]) -> ExitStack:
    """Eight downloads of another client of the same company, open."""
    other, held = connect_dataconnect(), ExitStack()
    for _ in range(8):
        held.enter_context(other.customers.csv())
    return held


def test_the_methods_and_answers_are_as_many_as_the_spec_documents() -> None:
    answers = documented("dataconnect")
    assert len({operation for operation, _ in answers}) == 9
    assert len(ERRORS) == 0  # the service has no codes of its own
    print(f"dataconnect: {len(METHODS)} methods over 9 operations, {len(answers)} documented answers")


def test_every_format_of_one_query_has_the_same_rows(api: Any) -> None:
    wanted: dict[str, Any] = {
        "location_type": "Store",
        "location_type_ids": [100101],
        "by_location": True,
        "quantity_max": 60,
    }
    ask = api.products.availability
    listed = [row.to_dict() for row in ask(**wanted)]
    assert len(listed) > 100
    assert [row.to_dict() for row in ask.table(**wanted).records] == listed
    assert [row.to_dict() for row in rows(ask.csv_rows(**wanted))] == listed
    texts = [{name: as_text(value) for name, value in row.items()} for row in listed]
    assert without_blanks(csv.DictReader(io.StringIO(whole(api, ask.csv(**wanted)).decode("utf-8-sig")))) == texts
    assert without_blanks(xml.read(whole(api, ask.xml(**wanted)))["Record"]) == texts
    assert without_blanks(sheet(whole(api, ask.excel(**wanted)))) == texts
    assert without_blanks(ask.arrow(**wanted).to_pylist()) == texts


def sheet(content: bytes) -> Iterable[dict[str, Any]]:
    lines = openpyxl.load_workbook(io.BytesIO(content), read_only=True).active.iter_rows(values_only=True)
    names = [str(cell) for cell in next(lines)]
    return [dict(zip(names, line, strict=True)) for line in lines]


def without_blanks(records: Iterable[Any]) -> list[dict[str, str]]:
    return [{k: as_text(v) for k, v in record.items() if v not in (None, "")} for record in records]


def as_text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) or value in ("True", "False") else str(value)


def test_a_long_list_of_parameters_goes_by_post_by_itself(api: Any, sandbox: Sandbox) -> None:
    assert api.products.availability(product_skus=[*LONG, "ACPHLG000135"])[0].product_sku == "ACPHLG000135"
    assert sandbox.journal.entries()[0]["operation"] == "products_availability_post"


def test_files_have_the_names_that_they_are_given(api: Any, tmp_path: Path) -> None:
    with api.customers.csv(filename="mine", file_extension="txt", start_date=date(2019, 6, 1)) as file:
        assert file.name == "mine.txt"
        assert file.save(tmp_path / "mine.txt") > 1000
    with api.customers.excel(filename="mine", customer_id="51231") as file:
        assert file.name.startswith("mine-")
        assert file.name.endswith(".xlsx")


def test_the_session_cookie_is_kept_and_made_anew_when_it_has_expired(api: Any, sandbox: Sandbox) -> None:
    first = api.session.get()
    assert first.username == "John.Bates@KENTEL"
    sandbox.clock.advance("P30D")
    assert api.session.get().username == first.username


def test_the_preferred_endpoint_is_used_when_asked(api: Any, sandbox: Sandbox) -> None:
    own = next(company for company in api.partner.relationships() if company.company_id == 42)
    assert own.preferred_endpoint
    nearer = api.with_options(base_url=sandbox.url("dataconnect-useast"))
    assert nearer.session.get().parent_entity_id == api.session.get().parent_entity_id


def test_a_client_never_has_more_than_eight_requests_in_flight(connect_dataconnect: Callable[..., Any]) -> None:
    import httpx2
    from retail_runtime import APITimeoutError

    api = connect_dataconnect(timeout=httpx2.Timeout(5, pool=0.01))
    with ExitStack() as held:
        for _ in range(8):
            held.enter_context(api.customers.csv())
        with pytest.raises(APITimeoutError, match="8 requests of this client are in flight"):
            api.session.get()
    assert api.session.get()


def test_one_company_never_sees_anothers_rows(connect_dataconnect: Callable[..., Any], api: Any) -> None:
    mine = {row.customer_entity_id for row in api.customers.list()}
    theirs = {row.customer_entity_id for row in connect_dataconnect(OTHER).customers.list()}
    assert mine
    assert theirs
    assert not mine & theirs


def test_no_token_and_a_format_that_is_none_are_told_before_anything_is_sent(
    connect_dataconnect: Callable[..., Any], sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DATACONNECT_TOKEN", raising=False)
    with pytest.raises(MissingCredentialsError, match="DATACONNECT_TOKEN"):
        connect_dataconnect(None).session.get()
    with pytest.raises(InvalidArgumentError, match="xlsx, csv, xml"):
        connect_dataconnect().customers.email("pdf", to=["a@b.c"])
    assert sandbox.journal.entries() == []
    assert connect_dataconnect(None).version.get().application_version
