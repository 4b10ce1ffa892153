"""A chain's vouchers as a file, sent as they are read."""

from __future__ import annotations

import csv
import io
import tracemalloc
from collections.abc import Iterator
from typing import Any

import httpx2
import pytest
from retail_sandbox.store import Base, Store
from retail_sandbox.testing import Sandbox

from .conftest import PRIVILEGED, Shop, spaaza
from .holdings import ANN, CLAIMED, EXPIRED, bought_with

FILE = "/get-vouchers.csv"
COUNT = 20_000
SMALL = 4 * 1024 * 1024
"""Bytes that a download may hold at a time: below what it sends."""
HEADER = (
    "voucher_id,voucher_key,voucher_status,type,voucher_created_datetime,voucher_expiry_datetime,"
    "voucher_redeemed_datetime,voucher_locked,voucher_locked_until_datetime,voucher_retailer_basket_code_exclusive,"
    "voucher_amount,voucher_amount_redeemed,voucher_text,voucher_currency_code,voucher_currency_symbol,campaign_id,"
    "campaign_type,campaign_title,customer_spaaza_user_id,customer_member_number,"
    "customer_authentication_point_identifier,customer_username,customer_first_name,customer_last_name,"
    "customer_mailing_list_subscribed,customer_printed_mailing_list_subscribed,voucher_redeeming_basket_id,"
    "voucher_redeeming_basket_retailer_basket_code,voucher_redeeming_basket_platform_type,"
    "voucher_redeeming_basket_branch_business_id,voucher_redeeming_basket_branch_business_owner_code,"
    "voucher_redeeming_basket_total_value,voucher_locking_code,voucher_honour_code,voucher_title,voucher_description,"
    "voucher_image_url,voucher_discount_ratio"
)


def download(api: Shop, accept: str = "*/*", **query: Any) -> httpx2.Response:
    answer = api.privileged.send("GET", FILE, query={"chain_id": 1743, **query}, headers={"Accept": accept})
    assert answer.status_code == 200, answer.text
    return answer


def rows(api: Shop, **query: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(download(api, **query).text)))


def ids(api: Shop, **query: Any) -> list[int]:
    return [int(row["voucher_id"]) for row in rows(api, **query)]


def test_the_file_has_a_line_of_names_and_a_line_for_each_voucher(api: Shop) -> None:
    answer = download(api)
    lines = answer.text.splitlines()
    assert lines[0] == HEADER
    assert lines[1] == (
        "35735,13918dc12e44bc183cb168fa10684d0714115ff37132d4c265f4a8ab6678a741,generated,basket,"
        "2020-01-01T00:00:00+00:00,2050-01-01T00:00:00+00:00,,0,,,5,0,Welcome,EUR,€,136,signup,Earn €5 on signup,"
        "1107604,404064,shop-1,ann@example.com,Ann,Archer,1,0,,,,,,,,,€5 welcome voucher,Five euros off a purchase.,"
        "https://acme.example.com/images/welcome.jpg,"
    )
    assert len(lines) == 6
    assert answer.headers["Content-Disposition"] == 'attachment; filename="vouchers.csv"'


def test_who_takes_nothing_but_a_forced_download_gets_one(api: Shop) -> None:
    assert download(api).headers["Content-Type"] == "text/csv; charset=utf-8"
    assert download(api, "text/csv, application/force-download").headers["Content-Type"].startswith("text/csv")
    forced = download(api, "application/force-download")
    assert forced.headers["Content-Type"] == "application/force-download"
    assert forced.text == download(api).text


def test_texts_with_signs_of_their_own_are_quoted(api: Shop) -> None:
    text = 'Say "hello",\nthen buy'
    given = {"campaign_id": 140, "voucher_amount": 5.5, "user_id": ANN, "voucher_text": text}
    api.privileged.post("/create-voucher", given)
    last = rows(api)[-1]
    assert (last["voucher_text"], last["voucher_amount"]) == (text, "5.5")


def test_a_lock_stays_to_be_seen_when_it_is_over(api: Shop) -> None:
    api.box.clock.freeze()
    api.box.clock.set("2026-01-05T12:00:00Z")
    lock = {"voucher_locking_code": "4001", "retailer_basket_code": "R-1", "voucher_lock_period": 120}
    api.privileged.put("/lock-voucher", {"voucher_key": CLAIMED, **lock})
    for locked in ("1", "0"):
        row = rows(api)[1]
        assert row["voucher_locked"] == locked
        assert row["voucher_locked_until_datetime"] == "2026-01-05T12:02:00+00:00"
        assert (row["voucher_locking_code"], row["voucher_retailer_basket_code_exclusive"]) == ("4001", "R-1")
        api.box.clock.advance("PT2M")


def test_a_redeemed_voucher_tells_its_basket(api: Shop) -> None:
    api.box.clock.freeze()
    api.box.clock.set("2026-01-05T12:00:00Z")
    bought_with(api, CLAIMED)
    (row,) = rows(api, show_redeemed=True)
    basket = {name: text for name, text in row.items() if name.startswith("voucher_redeeming_basket_")}
    assert list(basket.values())[1:] == ["R-1", "in_store", "1383", "10001", "109.9"]
    assert (row["voucher_status"], row["voucher_redeemed_datetime"]) == ("redeemed", "2026-01-05T12:00:00+00:00")
    assert (row["voucher_amount"], row["voucher_amount_redeemed"]) == ("50", "50")


def test_the_filters_are_those_of_the_list(api: Shop) -> None:
    assert ids(api, show_expired=True) == [EXPIRED]
    assert ids(api, campaign_id=140, user_id=ANN) == [35737, 35738]
    assert ids(api, min_created_datetime_relative="-1 day") == []
    assert ids(api, number_results=2, results_offset=1) == [35736, 35737]
    query = {"chain_id": 1743}
    assert api.privileged.refusal("GET", FILE, {**query, "campaign_id": 66}) == 246
    assert api.privileged.refusal("GET", FILE, {**query, "user_id": 7}) == 270
    assert api.privileged.refusal("GET", FILE, {**query, "max_redeemed_datetime": "2020-01-01T00:00:00Z"}) == 428
    assert api.privileged.refusal("GET", FILE, {"chain_id": 1752}) == 405
    assert api.ann.refusal("GET", FILE, query) == 68


@pytest.fixture(scope="module")
def crowded() -> Iterator[Sandbox]:
    """A chain of many vouchers."""
    many = {"seed": 1, "vouchers": COUNT, "campaign_id": 136}
    with Sandbox([spaaza()], seeds=[{"spaaza": {"chains": [{"id": 1743, "generate": many}]}}]) as sandbox:
        yield sandbox


def client(sandbox: Sandbox) -> httpx2.Client:
    return httpx2.Client(transport=sandbox.transport, base_url=sandbox.url("spaaza"), headers=PRIVILEGED)


def test_a_large_file_needs_little_memory_and_has_each_voucher_once(crowded: Sandbox) -> None:
    size, last, found = 0, 0, 0
    with client(crowded) as http:
        http.get(FILE, params={"chain_id": 1743, "number_results": 1})
        tracemalloc.start()
        try:
            with http.stream("GET", FILE, params={"chain_id": 1743}) as answer:
                for line in answer.iter_lines():
                    size += len(line)
                    if found:
                        number = int(line.partition(",")[0])
                        assert number > last
                        last = number
                    found += 1
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert found == COUNT + 6
    assert peak < SMALL < size


def test_pages_of_a_large_file_may_be_larger_than_a_batch(crowded: Sandbox) -> None:
    with client(crowded) as http:
        text = http.get(FILE, params={"chain_id": 1743, "number_results": 2500, "results_offset": 1500}).text
        whole = http.get(FILE, params={"chain_id": 1743}).text.splitlines()
    assert text.splitlines()[1:] == whole[1501:4001]


def test_a_download_that_is_given_up_holds_nothing(crowded: Sandbox) -> None:
    with client(crowded) as http:
        for _ in range(100):
            with http.stream("GET", FILE, params={"chain_id": 1743}) as answer:
                next(answer.iter_bytes())
        assert http.get(FILE, params={"chain_id": 1743, "number_results": 1}).status_code == 200


def test_what_changes_during_a_download_does_no_harm_to_it(crowded: Sandbox) -> None:
    with client(crowded) as http:
        with http.stream("GET", FILE, params={"chain_id": 1743}) as answer:
            lines = answer.iter_lines()
            first = [next(lines) for _ in range(3)]
            given = {"campaign_id": 140, "voucher_amount": 1, "user_id": ANN}
            made = http.post("/create-voucher", data=given).json()["results"]["voucher_id"]
            numbers = [int(line.partition(",")[0]) for line in [*first[1:], *lines]]
        assert len(numbers) == len(set(numbers))
        assert made in numbers, "it came before the end was read"
        http.request("DELETE", "/delete-voucher", data={"voucher_id": made, "user_id": ANN})


def test_the_file_is_read_alike_from_each_database(database: str) -> None:
    many = {"seed": 1, "vouchers": 1200, "campaign_id": 136}
    store = Store(database)
    Base.metadata.drop_all(store.engine)
    seeds = [{"spaaza": {"chains": [{"id": 1743, "generate": many}]}}]
    with Sandbox([spaaza()], database=database, seeds=seeds) as sandbox, client(sandbox) as http:
        lines = http.get(FILE, params={"chain_id": 1743}).text.splitlines()
    Base.metadata.drop_all(store.engine)
    store.close()
    assert len(lines) == 1206
    assert lines[1].startswith("35735,13918dc12e44bc183cb168fa10684d07")
