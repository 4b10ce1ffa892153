"""The PDF of a receipt."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import Any

import httpx2
from pypdf import PdfReader

from .conftest import FOREIGN, PRIVILEGED, Shop
from .holdings import CLAIMED, bought_with
from .purchases import SWEATER, came_back, earned, redeemed, stored


def link(api: Shop, id: int) -> str:
    """Where a receipt says that its PDF is."""
    answer = api.caller(PRIVILEGED, "spaaza-services").send("GET", f"/receipts/{id}")
    return answer.json()["download_url"]


def fetched(api: Shop, url: str) -> httpx2.Response:
    with httpx2.Client(transport=api.box.transport) as browser:
        return browser.get(url)


def pages(api: Shop, id: int) -> list[str]:
    """The text of each page of a receipt."""
    answer = fetched(api, link(api, id))
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/pdf"
    found = [page.extract_text().splitlines() for page in PdfReader(io.BytesIO(answer.content)).pages]
    return ["\n".join(line.strip() for line in lines) for lines in found]


def text(api: Shop, id: int) -> str:
    (page,) = pages(api, id)
    return page


def test_it_tells_where_when_and_who(api: Shop) -> None:
    stored(api, 901, code="TILL4-000117", employee_name="Noor de Vries", employee_code="E-12")
    found = text(api, 901)
    for line in ("ACME Amsterdam", "Herengracht 504", "1017 CB Amsterdam", "TILL4-000117", "Ann Archer", "404064"):
        assert line in found
    assert "2 March 2026, 16:30 (Europe/Amsterdam)" in found
    assert "Noor de Vries · E-12" in found


def test_it_adds_up_items_vouchers_returns_and_shipping(api: Shop) -> None:
    stored(api, 900)
    items = [SWEATER | {"quantity": "2", "price": "70", "original_price": "79.95"}, {"name": "Scarf", "price": "20"}]
    paid = [{"method": "mastercard", "amount": "38.80"}]
    taxes = [{"rate": "0.21", "total": "5.22"}]
    stored(api, 901, items=items, total="30.05", shipping_charge="8.75", payments=paid, taxes=taxes)
    redeemed(api, 35736, 901, "43.75", "6.25")
    came_back(api, 71, 9000, "-79.95", basket_id=901)
    found = text(api, 901)
    assert "Reduced from € 79.95" in found
    assert "Vouchers take off € 43.75" in found
    assert "Subtotal\n€ 160.00\nReturned\n−€ 79.95\nVouchers\n−€ 50.00\nShipping\n€ 8.75\nTotal\n€ 38.80" in found
    assert "21 %\non € 24.86\n€ 5.22" in found
    assert "mastercard\n€ 38.80" in found
    assert "Earn €5 on signup\nFifty off\n−€ 50.00" in found


def test_what_the_items_do_not_explain_is_told_too(api: Shop) -> None:
    stored(api, 901, total="75")
    assert "Other discounts and charges\n−€ 4.95\nTotal\n€ 75.00" in text(api, 901)


def test_a_purchase_that_gives_back_more_than_it_takes_is_paid_back(api: Shop) -> None:
    stored(api, 900)
    stored(api, 901, items=[], total="-79.95")
    came_back(api, 71, 9000, "-79.95", basket_id=901)
    assert "Paid back to you\n€ 79.95" in text(api, 901)


def test_what_comes_back_as_voucher_is_not_paid_back(api: Shop) -> None:
    bought_with(api, CLAIMED)
    exchange(api, total=-30.45)
    found = text(api, 2)
    assert "Vouchers come back with € 25.00" in found
    assert (
        "Subtotal\n€ 49.50\nReturned\n−€ 79.95\nVoucher value that comes back\n€ 25.00\nVouchers\n−€ 25.00\n"
        "Paid back to you\n€ 30.45"
    ) in found
    assert "Taken back with what was returned\n−54 pts" in found


def exchange(api: Shop, total: float) -> None:
    """One of two sweaters against a pair of gloves."""
    sweater: dict[str, Any] = {
        "item_barcode": "2913458432854",
        "return_item": True,
        "original_retailer_basket_code": "R-1",
    }
    gloves: dict[str, Any] = {"item_barcode": "2913458439012", "item_price": 49.5, "item_subtotal": 49.5}
    items = [
        gloves | {"item_quantity": 1},
        sweater | {"item_quantity": 1, "item_price": -79.95, "item_subtotal": -79.95},
    ]
    request = {
        "entity": {"entity_type": "chain", "entity_id": 1743},
        "user": {"member_programme": "spaaza", "member_number": "404064"},
        "basket": {"retailer_basket_code": "R-2", "basket_total_price": total, "basket_items": items},
    }
    api.privileged.post("/auth/add-basket", json=request)


def test_it_tells_what_was_earned_and_the_balances(api: Shop) -> None:
    stored(api, 901)
    earned(api, 1001, "79", wallet=117, basket_id=901, by=118)
    earned(api, 1002, "3.99", wallet=116, basket_id=901, by=119)
    found = text(api, 901)
    assert "A point for every euro\n+79 pts" in found
    assert "Balance after this purchase\n521 pts" in found
    assert "Five percent back\n+€ 3.99" in found
    assert "Balance after this purchase\n€ 173.99" in found


def test_letters_of_many_alphabets_are_shown(api: Shop) -> None:
    stored(api, 901, items=[SWEATER | {"name": "Größe élégant żółć Ελλάς Кофе <b>& co"}])
    assert "Größe élégant żółć Ελλάς Кофе <b>& co" in text(api, 901)


def test_a_long_receipt_goes_over_several_pages_each_with_its_number(api: Shop) -> None:
    stored(api, 901, items=[SWEATER | {"name": f"Sweater {number}"} for number in range(200)])
    found = pages(api, 901)
    assert len(found) > 5
    for number, page in enumerate(found, 1):
        assert f"Page {number} of {len(found)}" in page
    assert "Sweater 0" in found[0]
    everything = "".join(found)
    assert all(f"Sweater {number}\n" in everything for number in range(200))
    assert everything.index("Sweater 199\n") < everything.index("Total\n€ 15,990.00")


def test_nothing_that_a_basket_may_hold_is_too_much(api: Shop) -> None:
    endless = "W" * 10_000
    item = {"name": endless, "barcode": "1" * 255, "price": "999999999.999999", "quantity": "0.000001"}
    item |= {"subtotal": "-1000000000", "quantity_unit": "x" * 64}
    stored(api, 901, items=[item], code="é\x07" * 127, notes=f"{endless}\n\n\x00&<")
    assert len(pages(api, 901)) >= 1
    stored(api, 902, code="9" * 255, bought_at=datetime(1, 1, 1, tzinfo=UTC), timezone="America/New_York")
    assert "1 January 1, 00:00 (UTC)" in text(api, 902)


def test_a_zone_that_nobody_knows_is_taken_for_utc(api: Shop) -> None:
    stored(api, 901, timezone="Nowhere/At_All")
    assert "2 March 2026, 15:30 (UTC)" in text(api, 901)


def test_the_link_cannot_be_guessed_and_stays_the_same(api: Shop) -> None:
    stored(api, 901)
    stored(api, 902)
    url = link(api, 901)
    assert url == link(api, 901)
    assert fetched(api, url).content == fetched(api, url).content
    stem, _, key = url.removesuffix(".pdf").rpartition("-")
    for wrong in (f"{stem}-{'0' * len(key)}", stem, f"{stem.replace('901', '902')}-{key}", f"{stem}-é"):
        assert fetched(api, f"{wrong}.pdf").status_code == 404


def test_the_services_host_and_the_api_give_the_same_link(api: Shop) -> None:
    stored(api, 901)
    assert link(api, 901).startswith("http://sandbox/spaaza/receipts-pdf/901-")
    assert api.caller(FOREIGN, "spaaza-services").refusal("GET", "/receipts/901") == 336
