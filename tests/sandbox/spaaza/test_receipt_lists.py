"""The receipts of a chain: as JSON page by page, and as a CSV file."""

from __future__ import annotations

import csv
import io
import tracemalloc
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from datetime import timedelta
from decimal import Decimal
from typing import Any

import httpx2
import pytest
from retail_sandbox.spaaza.basket_tables import Basket
from retail_sandbox.testing import Sandbox
from sqlalchemy import insert

from .conftest import PRIVILEGED, Shop, spaaza
from .purchases import ANN, BOB, BOUGHT_AT, SWEATER, earned, redeemed, stored, write

CHAIN = {"chain_id": 1743}
HOUR = timedelta(hours=1)


def receipts(api: Shop, **query: Any) -> list[dict[str, Any]]:
    return api.privileged.get("/get-receipts", CHAIN | query)["receipts"]


def ids(api: Shop, **query: Any) -> list[int]:
    return [receipt["id"] for receipt in receipts(api, **query)]


def rows(api: Shop, **query: Any) -> list[dict[str, str]]:
    answer = api.privileged.send("GET", "/get-receipts.csv", query=CHAIN | query)
    assert answer.status_code == 200, answer.text
    return list(csv.DictReader(io.StringIO(answer.text)))


@pytest.fixture
def three(api: Shop) -> Shop:
    """Three purchases: Ann's in Amsterdam, Bob's in Utrecht an hour later, nobody's online an hour after that."""
    stored(api, 901)
    stored(api, 902, user_id=BOB, branch_id=2774, created_at=BOUGHT_AT + HOUR)
    stored(api, 903, user_id=None, branch_id=None, platform="online", created_at=BOUGHT_AT + 2 * HOUR)
    return api


def test_the_oldest_comes_first_with_the_number_of_all(three: Shop) -> None:
    results = three.privileged.get("/get-receipts", CHAIN)
    assert [receipt["id"] for receipt in results["receipts"]] == [901, 902, 903]
    assert results["results_count_total"] == 3
    assert results["result_type"] == "get-receipts"


def test_a_receipt_tells_the_purchase_as_the_chain_sees_it(api: Shop) -> None:
    payments, taxes = [{"method": "cash", "amount": "79.95"}], [{"rate": "0.21", "total": "13.88"}]
    more: dict[str, Any] = {"employee_code": "E-12", "notes": "A gift", "shipping_charge": "3.26"}
    stored(api, 901, payments=payments, taxes=taxes, send_email_receipt=True, items_subtotal="80", **more)
    earned(api, 1001, "79", wallet=117, basket_id=901, by=118)
    redeemed(api, 35736, 901, "5")
    (receipt,) = receipts(api)
    shopper, chain = receipt.pop("shopper"), receipt.pop("chain")
    assert receipt == {
        "id": 901,
        "retailer_basket_code": "R-901",
        "timestamp": "2026-03-02T15:30:00Z",
        "type": "in_store",
        "quantity": 1,
        "currency": {
            "currency_id": 2,
            "currency_code": "EUR",
            "currency_name_en": "Euro",
            "currency_symbol": "€",
        },
        "subtotal": 80,
        "total_value": 79.95,
        "shipping_charge": 3.26,
        "payment_methods": [{"payment_method": "cash", "payment_amount": 79.95}],
        "employee": {"code": "E-12", "name": None},
        "line_items": [
            {
                "name": "Winter sweater",
                "retailer_product_code": "SWT-1",
                "quantity": 1,
                "item_is_promotional": False,
                "sale_price": 79.95,
                "original_price": 79.95,
                "basket_item_subtotal": 79.95,
                "is_identified": True,
                "excluded_from_spaaza": False,
                "barcode": "2913458432854",
                "sku": "SWT-1-L",
                "description": "Wool, knitted.",
                "metadata": {"barcode": "2913458432854", "color": "white", "size": "L"},
            }
        ],
        "tax_lines": [{"tax_value": 13.88, "order_value": 66.1, "rate": 0.21}],
        "notes": "A gift",
        "monetary_wallet": {"contributions": [], "total": 170, "title": "ACME Wallet"},
        "points_wallet": {
            "contributions": [{"amount": 79, "campaign_title": "A point for every euro"}],
            "total": 521,
            "title": "ACME Points",
        },
        "basket_vouchers": [
            {"campaign_title": "Earn €5 on signup", "voucher_text": "Fifty off", "amount": 5, "type": "basket"}
        ],
    }
    assert (shopper["id"], shopper["birthday"], shopper["email"]) == (ANN, "1986-01-30", "ann@example.com")
    assert shopper["member_program"] == {"program_name": "spaaza", "member_number": "404064"}
    assert shopper["send_email_receipt"] is True
    assert chain["business"]["branch_code"] == "10001"
    assert chain["business"]["address"]["latitude"] == 52.370216


def test_what_nobody_knows_is_null(three: Shop) -> None:
    nobodys = receipts(three)[2]
    names = ("shopper", "payment_methods", "tax_lines", "monetary_wallet", "points_wallet", "notes")
    assert [nobodys[name] for name in names] == [None] * len(names)
    assert nobodys["chain"]["business"] is None


def test_receipts_of_a_member_of_a_branch_and_of_a_code(three: Shop) -> None:
    assert ids(three, user_id=BOB) == [902]
    assert ids(three, branch_business_id=1383) == [901]
    assert ids(three, branch_business_owner_code="10002") == [902]
    assert ids(three, retailer_basket_code="R-903") == [903]
    assert ids(three, retailer_basket_code="r-903") == []
    assert ids(three, user_id=ANN, retailer_basket_code="R-902") == []


def test_receipts_of_a_time_the_bounds_are_part_of_it(three: Shop) -> None:
    assert ids(three, min_created_datetime="2026-03-02T16:30:00Z") == [902, 903]
    assert ids(three, max_created_datetime="2026-03-02T10:30:00-06:00") == [901, 902]
    assert ids(three, min_created_datetime="2026-03-02T15:30:01Z", max_created_datetime="2026-03-02T16:30:00Z") == [902]


def test_a_receipt_made_in_a_second_is_made_at_it(api: Shop) -> None:
    stored(api, 901, created_at=BOUGHT_AT + timedelta(milliseconds=700))
    assert ids(api, max_created_datetime="2026-03-02T15:30:00Z") == [901]
    assert ids(api, max_created_datetime="2026-03-02T15:29:59Z") == []


def test_relative_times_override_absolute_ones(three: Shop) -> None:
    three.box.clock.freeze()
    three.box.clock.set("2026-03-02T18:00:00")
    assert ids(three, min_created_datetime_relative="-1 hours") == [903]
    assert ids(three, max_created_datetime_relative="-1 hour -30 minutes") == [901, 902]
    assert ids(three, min_created_datetime_relative="-1 hours", min_created_datetime="2020-01-01T00:00:00Z") == [903]


def test_pages_are_cut_from_the_list(three: Shop) -> None:
    assert ids(three, number_results=2) == [901, 902]
    assert ids(three, number_results=2, results_offset=2) == [903]
    assert ids(three, results_offset=3) == []
    assert three.privileged.get("/get-receipts", CHAIN | {"number_results": 1})["results_count_total"] == 3


def test_a_page_of_json_has_500_receipts_at_most_and_a_file_has_all(api: Shop) -> None:
    many(api, 501)
    assert len(ids(api)) == 500
    assert len(ids(api, number_results=900)) == 500
    assert len(rows(api)) == 501
    assert [row["id"] for row in rows(api, number_results=2, results_offset=499)] == ["10499", "10500"]


def test_no_chain_sees_the_receipts_of_another(three: Shop) -> None:
    assert three.foreign.get("/get-receipts", {"chain_id": 1752})["receipts"] == []
    assert three.foreign.refusal("GET", "/get-receipts", CHAIN) == 405
    assert three.privileged.refusal("GET", "/get-receipts", CHAIN | {"branch_business_id": 3001}) == 144


def test_an_administrator_needs_read_access(three: Shop) -> None:
    assert len(three.reader.get("/get-receipts", CHAIN)["receipts"]) == 3
    assert three.admin.refusal("GET", "/get-receipts", {"chain_id": 1752}) == 68
    assert three.ann.refusal("GET", "/get-receipts", CHAIN) in (6, 68, 268)


@pytest.mark.parametrize("path", ["/get-receipts", "/get-receipts.csv"])
def test_refusals_say_what_is_wrong(three: Shop, path: str) -> None:
    both = {"branch_business_id": 1383, "branch_business_owner_code": "10001"}
    wrong: list[tuple[dict[str, Any], int]] = [
        ({}, 82),
        (CHAIN | both, 416),
        (CHAIN | {"branch_business_owner_code": "none"}, 144),
        (CHAIN | {"user_id": "x"}, 154),
        (CHAIN | {"user_id": 5}, 68),
        (CHAIN | {"min_created_datetime": "yesterday"}, 419),
        (CHAIN | {"max_created_datetime_relative": "soon"}, 419),
        (CHAIN | {"number_results": "many"}, 423),
    ]
    for query, code in wrong:
        assert three.privileged.refusal("GET", path, query) == code, query


def test_the_file_has_a_row_a_receipt_and_blanks_for_what_nobody_knows(three: Shop) -> None:
    first, _, last = rows(three)
    assert first == {
        "id": "901",
        "retailer_basket_code": "R-901",
        "timestamp": "2026-03-02T15:30:00+00:00",
        "type": "in_store",
        "items_count": "1",
        "currency_code": "EUR",
        "currency_symbol": "€",
        "subtotal": "79.95",
        "total_value": "79.95",
        "shipping_charge": "0.00",
        "employee_code": "",
        "employee_name": "",
        "chain_business_id": "1383",
        "chain_business_name": "ACME Amsterdam",
        "chain_business_owner_code": "10001",
        "shopper_id": str(ANN),
        "shopper_member_program": "spaaza",
        "shopper_member_number": "404064",
        "shopper_authentication_point_identifier": "shop-1",
        "shopper_email": "ann@example.com",
        "shopper_firstname": "Ann",
        "shopper_lastname": "Archer",
        "shopper_gender": "F",
        "shopper_birthday": "1986-01-30T00:00:00+00:00",
        "shopper_country_code": "NL",
        "shopper_address_postalcode": "1017 CB",
        "notes": "",
    }
    assert (last["chain_business_id"], last["shopper_id"], last["shopper_member_program"]) == ("", "", "")


def test_texts_with_blanks_commas_quotes_and_line_ends_are_quoted(api: Shop) -> None:
    stored(api, 901, notes='A "gift",\nwrapped')
    answer = api.privileged.send("GET", "/get-receipts.csv", query=CHAIN)
    assert answer.text.splitlines()[1].startswith("901,R-901,")
    assert ',"ACME Amsterdam",10001,' in answer.text
    assert answer.text.endswith(',NL,"1017 CB","A ""gift"",\nwrapped"\n')


def test_the_filters_are_those_of_the_list(three: Shop) -> None:
    assert [row["id"] for row in rows(three, user_id=BOB)] == ["902"]
    assert [row["id"] for row in rows(three, branch_business_owner_code="10001")] == ["901"]
    assert [row["id"] for row in rows(three, min_created_datetime="2026-03-02T17:00:00Z")] == ["903"]


def test_items_by_weight_count_as_whole_ones(api: Shop) -> None:
    stored(api, 901, items=[SWEATER | {"quantity": "2"}, {"price": "12.5", "quantity": "0.3", "quantity_unit": "kg"}])
    assert rows(api)[0]["items_count"] == "3"
    assert receipts(api)[0]["quantity"] == 2.3


def test_the_file_is_a_download_whose_type_is_csv_unless_only_the_other_is_wanted(three: Shop) -> None:
    answer = three.privileged.send("GET", "/get-receipts.csv", query=CHAIN)
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="vouchers.csv"'
    other = {"Accept": "application/force-download"}
    answer = three.privileged.send("GET", "/get-receipts.csv", query=CHAIN, headers=other)
    assert answer.headers["content-type"] == "application/force-download"


def test_a_long_file_is_sent_in_the_memory_of_a_short_one(api: Shop) -> None:
    def most(count: int) -> int:
        tracemalloc.start()
        with streamed(api, number_results=count) as pieces:
            assert sum(piece.count(b"\n") for piece in pieces) == count + 1
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return peak

    many(api, 8000)
    most(1000)
    assert most(8000) < 1.5 * most(2000)


def test_every_kind_of_database_tells_the_same(database: str) -> None:
    with Sandbox([spaaza()], database=database) as box:
        api = Shop(box)
        stored(api, 901, items=[SWEATER | {"quantity": "2.5"}], items_subtotal="199.88")
        earned(api, 1001, "0.000001", wallet=117, basket_id=901, by=118)
        (receipt,), (row,) = receipts(api), rows(api)
        assert receipt["points_wallet"]["total"] == 442.000001
        assert receipt["monetary_wallet"]["total"] == 170
        assert (row["items_count"], row["subtotal"], row["total_value"]) == ("3", "199.88", "199.875")


@contextmanager
def streamed(api: Shop, **query: Any) -> Generator[Iterator[bytes]]:
    """The pieces of a file, as they come."""
    headers = PRIVILEGED | {"Accept-Encoding": "identity"}
    with (
        httpx2.Client(transport=api.box.transport, base_url=api.box.url("spaaza"), headers=headers) as client,
        client.stream("GET", "/get-receipts.csv", params=CHAIN | query) as answer,
    ):
        yield answer.iter_bytes()


def many(api: Shop, count: int) -> None:
    """Many purchases without items, with ids from 10000."""
    usual: dict[str, Any] = {
        "chain_id": 1743, "branch_id": 1383, "user_id": ANN, "platform": "in_store", "total": Decimal(5),
        "shipping_charge": Decimal(0), "currency_id": 2, "payments": [], "taxes": [], "bought_at": BOUGHT_AT,
        "timezone": "UTC", "created_at": BOUGHT_AT,
    }  # fmt: skip
    made = [usual | {"id": 10_000 + number, "code": f"M-{number}"} for number in range(count)]
    write(api, lambda db: db.execute(insert(Basket), made))
