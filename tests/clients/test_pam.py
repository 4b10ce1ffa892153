"""PAM through its client, blocking and async: every documented answer of every operation, and what it is for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from pam_client import (
    NULL,
    AsyncPam,
    AuthenticationError,
    BadRequestError,
    ConflictError,
    NotFoundError,
    Pam,
)
from pam_client.errors import ImportAborted
from retail_runtime import MissingAddressError, MissingCredentialsError
from retail_sandbox.testing import Sandbox

from tests.clients.answers import documented

TICKET, MINE = "demo-ticket", "25"
CSV = b"store,product\nX-1,Pears\nX-2,Plums\n"
MAPPING = {"store_id": "store", "name": "product"}
SIMILAR = b"store_id,same_store_id,same_product_name\nX-1,X-2,Plums\n"
NOBODY, LONG = "nobody", "x" * 600


def first(api: Any) -> Any:
    return next(iter(api.products.list(MINE)))


def price(api: Any) -> Any:
    return next(price for product in api.products.list(MINE) for price in api.prices.list(product.id))


def stored(api: Any) -> Any:
    return api.couch.query("docs", query={"_id": "a", "n": 1}, method="insert")


Scenario = Callable[[Any], Any]
ANSWERS: dict[str, dict[int, Scenario]] = {
    "products_list": {
        200: lambda api: list(api.products.list(MINE)),
        400: lambda api: list(api.products.list(MINE, page_size=0)),
        404: lambda api: list(api.products.list(NOBODY)),
    },
    "products_same": {200: lambda api: api.products.same("354"), 400: lambda api: api.products.same("")},
    "products_add": {
        200: lambda api: api.products.add(MINE, name="n", scan_count=1, has_price=False),
        400: lambda api: api.products.add(MINE, name="", scan_count=1, has_price=False),
        404: lambda api: api.products.add(NOBODY, name="n", scan_count=1, has_price=False),
        409: lambda api: [
            api.products.add(MINE, name="n", scan_count=1, has_price=False, gtin="4006381333931", new_gtin=True)
            for _ in range(2)
        ],
    },
    "products_update": {
        200: lambda api: api.products.update(first(api).id, name="new"),
        400: lambda api: api.products.update(first(api).id, name=""),
        404: lambda api: api.products.update(999_999, name="new"),
    },
    "products_delete": {
        200: lambda api: api.products.delete(first(api).id),
        400: lambda api: api.products.delete(-1),
        404: lambda api: api.products.delete(999_999),
    },
    "prices_list": {
        200: lambda api: api.prices.list(first(api).id),
        400: lambda api: api.prices.list(-1),
        404: lambda api: api.prices.list(999_999),
    },
    "prices_update": {
        200: lambda api: api.prices.update(price(api).id, label="shelf"),
        400: lambda api: api.prices.update(price(api).id, price="cheap"),
        404: lambda api: api.prices.update(999_999, label="shelf"),
    },
    "retailers_list": {200: lambda api: api.retailers.list(), 400: lambda api: api.retailers.list(retailer_name="")},
    "retailers_by_store_id": {
        200: lambda api: api.retailers.by_store_id(store_id="354"),
        400: lambda api: api.retailers.by_store_id(limit=-1),
    },
    "retailers_list_v2": {
        200: lambda api: api.retailers.list_v2(country_name="Australia", limit=5),
        400: lambda api: api.retailers.list_v2(limit=-1),
    },
    "retailers_add": {
        200: lambda api: api.retailers.add("55"),
        400: lambda api: api.retailers.add(""),
        404: lambda api: api.retailers.add(NOBODY),
        409: lambda api: api.retailers.add(MINE),
    },
    "retailers_delete": {
        200: lambda api: api.retailers.delete("111"),
        400: lambda api: api.retailers.delete(""),
        404: lambda api: api.retailers.delete("55"),
    },
    "participants_list": {
        200: lambda api: api.participants.list("Authenticateit"),
        400: lambda api: api.participants.list("x", limit=-1),
    },
    "attributes_list": {200: lambda api: api.attributes.list()},
    "attributes_add": {
        200: lambda api: api.attributes.add("221", name="new"),
        400: lambda api: api.attributes.add("221", name=""),
        409: lambda api: api.attributes.add("1", name="low fat"),
    },
    "attributes_update": {
        200: lambda api: api.attributes.update("20", name="new"),
        400: lambda api: api.attributes.update("20", name=""),
        404: lambda api: api.attributes.update("none", name="new"),
    },
    "attributes_delete": {
        200: lambda api: api.attributes.delete("111"),
        400: lambda api: api.attributes.delete(""),
        404: lambda api: api.attributes.delete("none"),
    },
    "categories_list": {200: lambda api: api.categories.list()},
    "categories_parents": {
        200: lambda api: api.categories.parents("1032"),
        400: lambda api: api.categories.parents(""),
        404: lambda api: api.categories.parents("none"),
    },
    "categories_add": {
        200: lambda api: api.categories.add("2000", name="new", parents=["100"]),
        400: lambda api: api.categories.add(""),
        404: lambda api: api.categories.add("2000", parents=["none"]),
        409: lambda api: api.categories.add("100"),
    },
    "categories_update": {
        200: lambda api: api.categories.update("7", name="new"),
        400: lambda api: api.categories.update("7", name=""),
        404: lambda api: api.categories.update("none", name="new"),
        409: lambda api: api.categories.update("100", parents=["101"]),
    },
    "categories_delete": {
        200: lambda api: api.categories.delete("12"),
        400: lambda api: api.categories.delete(""),
        404: lambda api: api.categories.delete("none"),
        409: lambda api: api.categories.delete("100"),
    },
    "brands_list": {
        200: lambda api: api.brands.list(MINE),
        400: lambda api: api.brands.list(MINE, limit=-1),
        404: lambda api: api.brands.list(NOBODY),
    },
    "gtins_search": {200: lambda api: api.gtins.search("red"), 400: lambda api: api.gtins.search("")},
    "couch_query": {
        200: stored,
        400: lambda api: api.couch.query("", query="a"),
        404: lambda api: api.couch.query("docs", query="none", method="get"),
        409: lambda api: [stored(api) for _ in range(2)],
    },
    "exports_products": {
        200: lambda api: api.exports.products(MINE),
        400: lambda api: api.exports.products(""),
        404: lambda api: api.exports.products(NOBODY),
    },
    "exports_link": {
        200: lambda api: api.exports.products(MINE).link(),
        400: lambda api: api.exports.link(""),
        404: lambda api: api.exports.link("none"),
    },
    "imports_products": {
        200: lambda api: api.imports.products(MINE, data=CSV, mapping=MAPPING),
        400: lambda api: api.imports.products(MINE, mapping=MAPPING),
        404: lambda api: api.imports.products(NOBODY, data=CSV, mapping=MAPPING),
    },
    "imports_similar": {
        200: lambda api: api.imports.similar(data=SIMILAR),
        400: lambda api: api.imports.similar(),
    },
    "imports_status": {
        200: lambda api: api.imports.products(MINE, data=CSV, mapping=MAPPING).status(),
        400: lambda api: api.imports.status(""),
        404: lambda api: api.imports.status("none"),
    },
    "locks_update": {
        200: lambda api: api.locks.update(first(api).id, gtin_lock=True),
        400: lambda api: api.locks.update(-1, gtin_lock=True),
        404: lambda api: api.locks.update(999_999, gtin_lock=True),
    },
}
ERRORS = {400: BadRequestError, 401: AuthenticationError, 404: NotFoundError, 409: ConflictError}


@pytest.fixture
def connect_pam(connect: Callable[..., Any], sandbox: Sandbox) -> Callable[[str], Any]:
    return lambda ticket: connect(
        Pam, AsyncPam, ticket, base_url=sandbox.url("pam"), transport=sandbox.transport, strict=True
    )


@pytest.fixture
def api(connect_pam: Callable[[str], Any]) -> Any:
    return connect_pam(TICKET)


@pytest.mark.parametrize(("operation", "status"), documented("pam"))
def test_every_documented_answer_comes_from_the_sandbox(
    operation: str, status: int, api: Any, connect_pam: Callable[[str], Any], sandbox: Sandbox
) -> None:
    scenario = ANSWERS[operation][200 if status == 401 else status]
    if status == 200:
        scenario(api)
    else:
        client = connect_pam("wrong") if status == 401 else api
        with pytest.raises(ERRORS[status]) as caught:
            scenario(client)
        assert caught.value.message
        assert caught.value.status == status
    if status != 401:
        seen = sandbox.journal.entries(operation=operation)[0]
        assert seen["status"] == status


def test_the_answers_are_as_many_as_the_spec_documents() -> None:
    there = documented("pam")
    assert len({operation for operation, _ in there}) == len(ANSWERS) == 31
    assert len(there) == 119
    print(f"pam: {len(ANSWERS)} operations, {len(there)} documented answers")


def test_a_list_pages_by_itself(api: Any) -> None:
    whole = [product.id for product in api.products.list(MINE)]
    assert len(whole) == len(set(whole)) > 100
    assert [product.id for product in api.products.list(MINE, page_size=7)] == whole


def test_null_selects_what_lacks_a_field_and_none_leaves_the_filter_out(api: Any) -> None:
    every = list(api.products.list(MINE, gtin=None))
    without = list(api.products.list(MINE, gtin=NULL))
    assert 0 < len(without) < len(every)
    assert all(product.gtin is None for product in without)


def test_flags_are_booleans_and_numbers_on_the_wire_are_the_clients_business(api: Any) -> None:
    priced = list(api.products.list(MINE, has_price=True))
    assert priced
    assert all(product.has_price is True for product in priced)


def test_an_update_wraps_its_fields_and_deletes_what_it_is_told_to(api: Any) -> None:
    product = next(p for p in api.products.list(MINE, has_price=True) if p.attributes)
    api.products.update(product.id, name="name", store_id=None, delete_attributes=True, delete_price=True)
    changed = next(p for p in api.products.list(MINE) if p.id == product.id)
    assert (changed.name, changed.store_id, changed.attributes) == ("name", None, None)
    assert api.prices.list(product.id) == []


def test_an_import_is_waited_for_and_leaves_locked_fields_alone(api: Any, tmp_path: Path) -> None:
    api.imports.products(MINE, data=CSV, mapping=MAPPING).wait()
    pears = next(p for p in api.products.list(MINE, store_id="X-1"))
    api.locks.update(pears.id, name_lock=True)
    file = tmp_path / "again.csv"
    file.write_bytes(CSV.replace(b"Pears", b"Better pears").replace(b"Plums", b"Better plums"))
    assert api.imports.products(MINE, data=file, mapping=MAPPING).wait().result == "import completed"
    names = {p.store_id: p.name for p in api.products.list(MINE) if p.store_id in ("X-1", "X-2")}
    assert names == {"X-1": "Pears", "X-2": "Better plums"}


def test_an_import_that_cannot_be_raises_what_the_service_says_and_imports_nothing(api: Any) -> None:
    before = [product.id for product in api.products.list(MINE)]
    job = api.imports.products(MINE, data=b"store,product\nX-1,Pears\nX-2\n", mapping=MAPPING)
    with pytest.raises(ImportAborted) as caught:
        job.wait()
    assert str(caught.value) == job.status().err
    assert [product.id for product in api.products.list(MINE)] == before


def test_an_export_is_downloaded_imports_again_unchanged_and_its_link_dies(
    api: Any, sandbox: Sandbox, tmp_path: Path
) -> None:
    export = api.exports.products(MINE)
    with export.download() as file:
        size = file.save(tmp_path / "products.csv")
    assert size == (tmp_path / "products.csv").stat().st_size > 1000
    before = [product.to_dict() for product in api.products.list(MINE)]
    header = (tmp_path / "products.csv").read_text().splitlines()[0].split(",")
    api.imports.products(MINE, data=tmp_path / "products.csv", mapping={name: name for name in header}).wait()
    assert [product.to_dict() for product in api.products.list(MINE)] == before
    link = export.link()
    sandbox.clock.advance(timedelta(seconds=301))
    assert fetched(sandbox, link) == 403
    assert fetched(sandbox, export.link()) == 200


def fetched(sandbox: Sandbox, link: str) -> int:
    import httpx2

    with httpx2.Client(transport=sandbox.transport) as http:
        return http.get(link).status_code


def test_no_ticket_and_no_address_are_told_before_anything_is_sent(
    connect: Callable[..., Any], sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PAM_TICKET", raising=False)
    monkeypatch.delenv("PAM_BASE_URL", raising=False)
    with pytest.raises(MissingCredentialsError, match="PAM_TICKET"):
        connect(Pam, AsyncPam, base_url=sandbox.url("pam"), transport=sandbox.transport).attributes.list()
    with pytest.raises(MissingAddressError, match="PAM_BASE_URL"):
        connect(Pam, AsyncPam, TICKET, transport=sandbox.transport).attributes.list()
    assert sandbox.journal.entries(operation="attributes_list") == []


def test_the_environment_gives_what_the_arguments_leave_out(
    connect: Callable[..., Any], sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAM_TICKET", TICKET)
    monkeypatch.setenv("PAM_BASE_URL", sandbox.url("pam"))
    assert connect(Pam, AsyncPam, transport=sandbox.transport).attributes.list()


def test_one_tenant_never_sees_anothers_data(api: Any, connect_pam: Callable[[str], Any]) -> None:
    theirs = [product.id for product in connect_pam("other-ticket").products.list("77")]
    assert theirs
    with pytest.raises(NotFoundError):
        list(api.products.list("77"))
    with pytest.raises(NotFoundError):
        api.products.delete(theirs[0])
