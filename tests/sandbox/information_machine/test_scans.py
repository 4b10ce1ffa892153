"""Barcodes and images of receipts."""

from __future__ import annotations

import base64
import threading
from collections.abc import Callable

import pytest
from retail_sandbox.testing import Sandbox

from .conftest import DEMO, PNG, Account

BARCODE, RECEIPT = "/v1/users/demo-shopper/barcode", "/v1/users/demo-shopper/receipt"


def image(text: str) -> str:
    """A picture that no other text makes."""
    return base64.b64encode(b"\x89PNG\r\n\x1a\n" + text.encode()).decode()


def upload(api: Account, receipt_id: str, *images: str) -> None:
    for each in images or (image(receipt_id),):
        assert api.post(RECEIPT, {"receipt_id": receipt_id, "image": each}) == receipt_id


def status(api: Account, receipt_id: str) -> str:
    return api.get(f"{RECEIPT}/{receipt_id}")


# --- barcodes


def test_a_barcode_tells_its_product(api: Account) -> None:
    found = api.post(BARCODE, {"bar_code": "021130126026", "bar_code_type": "UPC-A"})
    assert (found["bar_code"], found["bar_code_type"]) == ("021130126026", "UPC-A")
    assert found["apiProduct"] == api.get(f"/v1/products/{found['apiProduct']['id']}")


def test_the_ean_13_of_a_upc_is_the_same_product(api: Account) -> None:
    found = api.post(BARCODE, {"bar_code": "0021130126026", "bar_code_type": "EAN-13"})
    assert found["apiProduct"]["upc"] == "021130126026"


def test_a_code_that_is_not_known_has_no_product(api: Account) -> None:
    assert "apiProduct" not in api.post(BARCODE, {"bar_code": "036000291452", "bar_code_type": "UPC-A"})


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("021130126027", "UPC-A"),
        ("02113012602", "UPC-A"),
        ("0021130126026", "UPC-A"),
        ("021130126026", "QR"),
        ("O21130126026", "UPC-A"),
        ("", "UPC-A"),
    ],
)
def test_a_code_that_is_none_of_its_kind_is_a_400(api: Account, code: str, kind: str) -> None:
    assert api.refusal("POST", BARCODE, {"bar_code": code, "bar_code_type": kind})[0] == 400


def test_a_barcode_of_a_user_who_is_not_there_is_a_400(api: Account) -> None:
    body = {"bar_code": "021130126026", "bar_code_type": "UPC-A"}
    assert api.refusal("POST", "/v1/users/nobody/barcode", body) == (400, "User not found")


# --- images of receipts


def test_an_image_is_transcribed_on_the_clock(slow: Callable[..., tuple[Sandbox, Account]]) -> None:
    sandbox, api = slow(image_queue_seconds=60, image_seconds=3600)
    upload(api, "r1")
    assert status(api, "r1") == "Uploaded"
    sandbox.clock.advance("PT1M")
    assert status(api, "r1") == "Processing"
    sandbox.clock.advance("PT1H")
    assert status(api, "r1") == "Done"


def test_a_receipt_that_was_never_sent_is_unknown(api: Account) -> None:
    assert status(api, "nothing") == "Unknown"


def test_it_becomes_a_purchase_that_shows_its_images(api: Account) -> None:
    upload(api, "r1", PNG, image("second part"))
    assert status(api, "r1") == "Done"
    (purchase,) = [each for each in api.get("/v1/users/demo-shopper/purchases_invoice_based", receipts_only=True)
                   if each["receipt_id"] == "r1"]  # fmt: skip
    assert "user_store" not in purchase
    urls = [each["url"] for each in purchase["receipt_image_urls"]]
    assert purchase["receipt_image_url"] == urls[0]
    shown = api.url(urls[0])
    assert (shown.headers["content-type"], base64.b64encode(shown.content).decode()) == ("image/png", PNG)
    assert len(urls) == 2
    (invoice,) = [each for each in api.get("/v1/users/demo-shopper/purchases_product_based")["invoices"]
                  if each["receipt_id"] == "r1"]  # fmt: skip
    assert invoice["receipt_image_urls"] == urls


def test_a_part_that_comes_later_joins_its_receipt(api: Account) -> None:
    upload(api, "r1", image("one"))
    assert status(api, "r1") == "Done"
    upload(api, "r1", image("two"))
    assert status(api, "r1") == "Done"
    found = api.get("/v1/users/demo-shopper/purchases_invoice_based", receipts_only=True)
    (purchase,) = [each for each in found if each["receipt_id"] == "r1"]
    assert len(purchase["receipt_image_urls"]) == 2


def test_what_is_no_image_is_unreadable(api: Account) -> None:
    upload(api, "r1", base64.b64encode(b"just words").decode())
    assert status(api, "r1") == "Unreadable"


def test_the_same_image_under_another_id_is_a_duplicate(api: Account) -> None:
    upload(api, "r1", PNG)
    upload(api, "r2", PNG)
    assert (status(api, "r1"), status(api, "r2")) == ("Done", "Duplicate")


def test_the_same_image_of_another_user_is_none(api: Account) -> None:
    upload(api, "r1", PNG)
    api.post("/v1/users/id_34234_22/receipt", {"receipt_id": "r1", "image": PNG})
    assert api.get("/v1/users/id_34234_22/receipt/r1") == "Done"


def test_a_receipt_of_an_unknown_store_is_told(api: Account) -> None:
    upload(api, "store-missing-1")
    assert status(api, "store-missing-1") == "StoreMissing"


def test_a_receipt_has_ten_parts_at_most(api: Account) -> None:
    upload(api, "long", *(image(str(part)) for part in range(10)))
    body = {"receipt_id": "long", "image": image("eleventh")}
    assert api.refusal("POST", RECEIPT, body)[0] == 400
    upload(api, "another", image("eleventh"))


@pytest.mark.parametrize(
    "body",
    [
        {"receipt_id": "r1"},
        {"image": PNG},
        {"receipt_id": "", "image": PNG},
        {"receipt_id": "r1", "image": ""},
        {"receipt_id": "r1", "image": "no base64!"},
        {"receipt_id": "r1", "image": None},
    ],
)
def test_a_part_without_id_or_image_is_a_400(api: Account, body: dict[str, str]) -> None:
    assert api.refusal("POST", RECEIPT, body)[0] == 400
    assert status(api, "r1") == "Unknown"


def test_a_user_who_is_not_there_is_a_422_and_a_400(api: Account) -> None:
    assert api.refusal("POST", "/v1/users/nobody/receipt", {"receipt_id": "r1", "image": PNG})[0] == 422
    assert api.refusal("GET", "/v1/users/nobody/receipt/r1")[0] == 400


def test_an_image_may_have_megabytes(api: Account) -> None:
    large = base64.b64encode(b"\x89PNG\r\n\x1a\n" + bytes(6 * 1024 * 1024)).decode()
    upload(api, "large", large)
    assert status(api, "large") == "Done"


def test_of_parts_sent_at_once_ten_are_taken(database: str) -> None:
    with Sandbox(["information-machine"], database=database) as sandbox:
        before = Account(sandbox, DEMO).meta("/v1/users")["remaining_number_of_request"]
        answers: list[int] = []

        def send(part: int) -> None:
            body = {"receipt_id": "long", "image": image(str(part))}
            answers.append(Account(sandbox, DEMO).send("POST", RECEIPT, body).status_code)

        threads = [threading.Thread(target=send, args=(part,)) for part in range(12)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(answers) == [201] * 10 + [400] * 2
        assert Account(sandbox, DEMO).meta("/v1/users")["remaining_number_of_request"] == before - 13
