"""DataConnect through its client, blocking and async: every method, every documented answer, the formats compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from dataconnect_client import (
    AsyncDataConnect,
    AuthenticationError,
    BadRequestError,
    DataConnect,
    InvalidArgumentError,
    RateLimitError,
    ResponseDecodeError,
    Retry,
    ServerError,
)
from dataconnect_client.errors import ERRORS
from retail_runtime import MissingCredentialsError, PermissionDeniedError, xml
from retail_sandbox.spec import find_specs, load
from retail_sandbox.testing import Sandbox

from tests.clients.answers import documented
from tests.clients.dataconnect_files import READERS, attached, from_csv, from_workbook, from_xml, mails, typed, whole

TOKEN, EXPIRED, NO_ACCESS, OTHER = (
    "2YotnFZFEjr1zCsicMWpAA",
    "kentel-expired",
    "kentel-no-access-token",
    "harbor-token",
)
LONG = ["SKU"] * 600
"""More than a URL takes, so that it goes by POST."""

Scenario = Callable[[Any], Any]


METHODS: dict[str, Scenario] = {
    "version.get": lambda api: api.version.get(),
    "session.get": lambda api: api.session.get(),
    "session.get.table": lambda api: api.session.get.table(),
    "session.get.csv": lambda api: whole(api.session.get.csv()),
    "session.get.xml": lambda api: whole(api.session.get.xml()),
    "session.get.xml_table": lambda api: whole(api.session.get.xml_table()),
    "session.get.excel": lambda api: whole(api.session.get.excel()),
    "session.get.email": lambda api: api.session.get.email("csv", to=["a@b.c"]),
    "partner.relationships": lambda api: api.partner.relationships(),
    "partner.relationships.table": lambda api: api.partner.relationships.table(),
    "partner.relationships.csv": lambda api: whole(api.partner.relationships.csv()),
    "partner.relationships.xml": lambda api: whole(api.partner.relationships.xml()),
    "partner.relationships.xml_table": lambda api: whole(api.partner.relationships.xml_table()),
    "partner.relationships.excel": lambda api: whole(api.partner.relationships.excel()),
    "partner.relationships.email": lambda api: api.partner.relationships.email("xml", to=["a@b.c"]),
    "products.availability": lambda api: api.products.availability(quantity_min=4000),
    "products.availability.table": lambda api: api.products.availability.table(quantity_min=4000),
    "products.availability.csv": lambda api: whole(api.products.availability.csv(quantity_min=4000)),
    "products.availability.csv_rows": lambda api: rows(api.products.availability.csv_rows(quantity_min=4000)),
    "products.availability.xml": lambda api: whole(api.products.availability.xml(quantity_min=4000)),
    "products.availability.xml_table": lambda api: whole(api.products.availability.xml_table(quantity_min=4000)),
    "products.availability.excel": lambda api: whole(api.products.availability.excel(quantity_min=4000)),
    "products.availability.email": lambda api: api.products.availability.email("xlsx", to=["a@b.c"], quantity_min=4000),
    "products.availability.arrow": lambda api: api.products.availability.arrow(quantity_min=4000),
    "customers.list": lambda api: api.customers.list(customer_id="51231"),
    "customers.table": lambda api: api.customers.table(customer_id="51231"),
    "customers.csv": lambda api: whole(api.customers.csv(customer_id="51231")),
    "customers.csv_rows": lambda api: rows(api.customers.csv_rows(customer_id="51231")),
    "customers.xml": lambda api: whole(api.customers.xml(customer_id="51231")),
    "customers.xml_table": lambda api: whole(api.customers.xml_table(customer_id="51231")),
    "customers.excel": lambda api: whole(api.customers.excel(customer_id="51231")),
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
    spec: Any = load(find_specs() / "dataconnect.yaml")
    gets = [item["get"] for item in spec["paths"].values()]
    assert set(METHODS) == {"version.get"} | {each["name"] for get in gets for each in get.get("x-methods", ())}
    answers = documented("dataconnect")
    assert len({operation for operation, _ in answers}) == 9
    assert len(ERRORS) == 0  # the service has no codes of its own
    print(f"dataconnect: {len(METHODS)} methods over 9 operations, {len(answers)} documented answers")


DATA_SETS: dict[str, tuple[Scenario, Scenario, dict[str, Any]]] = {
    "session": (lambda api: api.session.get, lambda api: api.session.get, {}),
    "relationships": (lambda api: api.partner.relationships, lambda api: api.partner.relationships, {}),
    "availability": (
        lambda api: api.products.availability,
        lambda api: api.products.availability,
        {"location_type": "Store", "location_type_ids": [100101], "by_location": True, "quantity_max": 60},
    ),
    "customers": (
        lambda api: api.customers.list,
        lambda api: api.customers,
        {"location_type": "Division", "location_type_ids": [200], "language_code": "fr-ca"},
    ),
}
"""Of each data set what lists its rows, what has its other formats, and what to ask of it."""


@pytest.mark.parametrize("data_set", DATA_SETS)
def test_all_nine_formats_of_one_query_have_the_same_rows(data_set: str, api: Any, sandbox: Sandbox) -> None:
    list_rows, formats, wanted = DATA_SETS[data_set]
    ask, listed = formats(api), list_rows(api)(**wanted)
    table = ask.table(**wanted)
    types = {column.column_name: column.safe_type for column in table.schema}
    rows = typed(map(asdict, listed if isinstance(listed, list) else [listed]), types)
    assert len(rows) > (100 if wanted else 0)
    assert typed(map(asdict, table.records), types) == rows
    assert typed(from_xml(whole(ask.xml(**wanted))), types) == rows
    with_types = whole(ask.xml_table(**wanted))
    assert typed(from_xml(with_types), types) == rows
    assert [column["Column_Name"] for column in xml.read(with_types)["Schema"]] == list(types)
    assert typed(from_csv(whole(ask.csv(**wanted))), types) == rows
    assert typed(from_workbook(whole(ask.excel(**wanted))), types) == rows
    for format in READERS:
        ask.email(format, to=["a@b.c"], **wanted)
    for message in mails(sandbox):
        name, content = attached(message)
        assert typed(READERS[name.rpartition(".")[2]](content), types) == rows
    assert len(mails(sandbox)) == len(READERS) == 3


@pytest.mark.parametrize("data_set", ["availability", "customers"])
def test_rows_as_they_arrive_and_arrow_tables_are_the_same_rows_too(data_set: str, api: Any) -> None:
    list_rows, formats, wanted = DATA_SETS[data_set]
    ask, listed = formats(api), list_rows(api)(**wanted)
    types = {column.column_name: column.safe_type for column in ask.table(**wanted).schema}
    expected = typed(map(asdict, listed), types)
    with ask.csv_rows(**wanted) as rows:
        assert list(rows) == listed
    table = ask.arrow(**wanted)
    assert typed(table.to_pylist(), types) == expected
    arrow = {"INT": "int32", "BIGINT": "int64", "BIT": "bool", "DATETIME": "timestamp[ms]"}
    assert {each.name: str(each.type) for each in table.schema} == {n: arrow.get(t, "string") for n, t in types.items()}
    assert table.__arrow_c_stream__  # what pandas, polars and DuckDB read it by, without a copy


def asdict(row: Any) -> dict[str, Any]:
    return row.to_dict()


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


def test_the_session_cookie_is_kept_and_made_anew_when_it_has_expired(
    connect_dataconnect: Callable[..., Any], sandbox: Sandbox
) -> None:
    sent: list[str | None] = []
    api = connect_dataconnect(on_request=lambda request, call: sent.append(request.headers.get("cookie")))
    sandbox.clock.freeze()
    for wait in ("PT19M59S", "PT1S", "PT1S"):
        assert api.session.get().username == "John.Bates@KENTEL"
        sandbox.clock.advance(wait)
    api.customers.list(customer_id="51231")
    first, second, third, last = sent
    assert first is None
    assert second is not None
    assert second.startswith("DataConnectSession=")
    assert third == second  # it has expired meanwhile, so the answer to this one begins another session
    assert last not in (None, second)


def test_the_preferred_endpoint_is_used_when_asked(api: Any, sandbox: Sandbox) -> None:
    own = next(company for company in api.partner.relationships() if company.company_id == 42)
    nearer = api.with_options(base_url=own.preferred_endpoint)
    assert nearer.session.get().parent_entity_id == 42
    assert sandbox.journal.entries(operation="session_get")[0]["path"] == "/dataconnect-useast/session"


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


@pytest.mark.parametrize("post", [False, True])
def test_too_many_requests_of_a_company_are_waited_for(
    post: bool, connect_dataconnect: Callable[..., Any], sandbox: Sandbox
) -> None:
    statuses: list[int] = []
    with ExitStack() as held:

        def note(response: Any, call: Any) -> None:
            """Another client ends its downloads when this one was refused."""
            statuses.append(response.status_code)
            held.close()

        with DataConnect(TOKEN, base_url=sandbox.url("dataconnect"), transport=sandbox.transport) as other:
            for _ in range(8):
                held.enter_context(other.customers.csv())
            api = connect_dataconnect(retry=Retry(pause=0), on_response=note, post=post)
            assert api.customers.list(customer_id="51231")[0].primary_name == "Jane"
    assert statuses == [429, 200]


def test_more_rows_than_may_be_answered_are_refused_before_any_is_sent(connect: Callable[..., Any]) -> None:
    with Sandbox(["dataconnect"], settings={"dataconnect": {"most_rows": 200}}) as guarded:
        api = connect(
            DataConnect, AsyncDataConnect, TOKEN, base_url=guarded.url("dataconnect"), transport=guarded.transport
        )
        for ask in (api.customers.list, api.customers.table, api.customers.arrow):
            with pytest.raises(BadRequestError, match="An estimated 3001 records exceed the limit of 200"):
                ask()
        for ask in (api.customers.csv, api.customers.csv_rows, api.customers.xml, api.customers.excel):
            with pytest.raises(BadRequestError, match="Row Limiting Applied"):
                rows(ask())
        assert len(api.customers.list(primary_name="Zoë")) > 50
        assert {each["status"] for each in guarded.journal.entries(operation="customers_list")} == {200, 400}


@pytest.mark.parametrize(("headers", "encoding"), [({}, "gzip"), ({"Accept-Encoding": "identity"}, None)])
def test_answers_come_compressed_unless_refused(
    headers: dict[str, str], encoding: str | None, connect_dataconnect: Callable[..., Any]
) -> None:
    seen: list[str | None] = []
    api = connect_dataconnect(
        headers=headers, on_response=lambda response, call: seen.append(response.headers.get("content-encoding"))
    )
    assert api.customers.list(customer_id="51231")[0].primary_name == "Jane"
    assert api.customers.table(customer_id="51231").records[0].primary_name == "Jane"
    for download in (api.customers.csv, api.customers.xml, api.customers.excel):
        assert whole(download(customer_id="51231"))
    assert seen == [encoding] * 5


BOMB = (
    b'<!DOCTYPE Table [<!ENTITY a0 "lol">'
    + b"".join(b'<!ENTITY a%d "%b">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 10))
    + b"]><Table><Record><PrimaryName>&a9;</PrimaryName></Record></Table>"
)
DEEP = b"<Table>" * 10_000 + b"</Table>" * 10_000


@pytest.fixture
def serving() -> Iterator[Callable[[bytes], str]]:
    """Serves a body as XML to every GET, on loopback, and tells its address."""
    with ExitStack() as running:

        def serve(body: bytes) -> str:
            class Evil(BaseHTTPRequestHandler):
                def do_GET(self) -> None:
                    self.send_response(200)
                    self.send_header("Content-Type", "text/xml; charset=utf-8")
                    self.send_header("Content-Length", str(len(body)))
                    self.end_headers()
                    self.wfile.write(body)

                def log_message(self, format: str, *args: Any) -> None:
                    """Nothing."""

            server = running.enter_context(ThreadingHTTPServer(("127.0.0.1", 0), Evil))
            thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
            thread.start()
            running.callback(thread.join)
            running.callback(server.shutdown)
            return f"http://127.0.0.1:{server.server_port}"

        yield serve


@pytest.mark.parametrize(("body", "told"), [(BOMB, "document type"), (DEEP, "nests deeper than 200 elements")])
def test_xml_that_means_ill_is_told(
    body: bytes, told: str, connect: Callable[..., Any], serving: Callable[[bytes], str]
) -> None:
    api = connect(DataConnect, AsyncDataConnect, TOKEN, base_url=serving(body))
    with pytest.raises(ResponseDecodeError, match=told):
        api.customers.list()
    content = whole(api.customers.xml())
    assert content == body  # a download is bytes; who reads it with the runtime's reader is told as well
    with pytest.raises(xml.XMLError, match=told):
        xml.read(content)


def test_a_broken_answer_is_told(api: Any, sandbox: Sandbox) -> None:
    sandbox.faults.add("malformed", api="dataconnect", operation="customers_list")
    with pytest.raises(ResponseDecodeError, match=r"customers\.list"):
        api.customers.list(customer_id="51231")


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
