"""Carts."""

from __future__ import annotations

import threading

import pytest
from retail_sandbox.testing import Sandbox

from .conftest import DEMO, Account

CARTS = "/users/id_34234_22/carts"
ITEM = {"upc": "014100044208", "quantity": 2}


def test_a_cart_is_made_filled_and_read(sandbox: Sandbox, api: Account) -> None:
    made = api.post(CARTS, {"cart_name": "Weekend", "description": "For the picnic"})
    assert (made["cart_name"], made["cart_items"], "description" in made) == ("Weekend", [], False)
    sandbox.clock.advance("PT1M")
    item = api.post(f"{CARTS}/{made['cart_id']}", ITEM)
    assert (item["upc"], item["quantity"]) == ("014100044208", 2)
    again = api.post(f"{CARTS}/{made['cart_id']}", ITEM)
    cart = api.get(f"{CARTS}/{made['cart_id']}")
    assert cart["cart_items"] == [item, again]
    assert (cart["created_at"], cart["updated_at"]) == ("2026-01-05 12:00:00", "2026-01-05 12:01:00")
    assert api.get(CARTS) == [cart]


def test_an_item_is_taken_out(api: Account) -> None:
    cart = api.post(CARTS, {"cart_name": "c"})["cart_id"]
    item = api.post(f"{CARTS}/{cart}", ITEM)["cart_item_id"]
    assert api.delete(f"{CARTS}/{cart}/items/{item}") == "Cart item deleted"
    assert api.get(f"{CARTS}/{cart}")["cart_items"] == []
    assert api.refusal("DELETE", f"{CARTS}/{cart}/items/{item}")[0] == 404


def test_a_cart_is_deleted_with_its_items(api: Account) -> None:
    cart = api.post(CARTS, {"cart_name": "c"})["cart_id"]
    item = api.post(f"{CARTS}/{cart}", ITEM)["cart_item_id"]
    assert api.delete(f"{CARTS}/{cart}") == "Cart deleted"
    assert api.refusal("GET", f"{CARTS}/{cart}") == (404, "Cart not found")
    assert api.refusal("DELETE", f"{CARTS}/{cart}/items/{item}")[0] == 404
    assert api.refusal("GET", CARTS) == (404, "No carts found for given criteria")


def test_the_checkout_of_amazon_names_every_item(api: Account) -> None:
    cart = api.post(CARTS, {"cart_name": "c"})["cart_id"]
    assert api.refusal("GET", f"{CARTS}/{cart}/stores/4")[0] == 422
    api.post(f"{CARTS}/{cart}", ITEM)
    link = api.get(f"{CARTS}/{cart}/stores/4")
    assert "UPC.1=014100044208" in link["checkout_url"]
    assert "Quantity.1=2" in link["checkout_url"]
    assert link["message"] == "1 item is ready for checkout"
    assert api.refusal("GET", f"{CARTS}/{cart}/stores/3")[0] == 422
    assert api.refusal("GET", f"{CARTS}/{cart}/stores/amazon")[0] == 422


@pytest.mark.parametrize(
    "body", [{"upc": "014100044208"}, {"quantity": 1}, {**ITEM, "quantity": 0}, {**ITEM, "upc": "x"}]
)
def test_an_item_that_does_not_fit_is_a_400(api: Account, body: dict[str, object]) -> None:
    cart = api.post(CARTS, {"cart_name": "c"})["cart_id"]
    assert api.refusal("POST", f"{CARTS}/{cart}", body)[0] == 400
    assert api.refusal("POST", CARTS, {"description": "no name"})[0] == 400


def test_what_is_not_there_is_a_422_to_write_to_and_a_404_to_read(api: Account) -> None:
    unknown = "0b8f3f4e-6f0c-5d5e-9f0e-3c4b1f1d2a11"
    assert api.refusal("POST", "/users/nobody/carts", {"cart_name": "c"})[0] == 422
    assert api.refusal("POST", f"{CARTS}/{unknown}", ITEM)[0] == 422
    for method in ("GET", "DELETE"):
        assert api.refusal(method, f"{CARTS}/{unknown}")[0] == 404
        assert api.refusal(method, f"{CARTS}/no-uuid")[0] == 422
    assert api.refusal("GET", "/users/nobody/carts")[0] == 404


def test_a_cart_belongs_to_its_user(api: Account, second: Account) -> None:
    cart = api.post(CARTS, {"cart_name": "c"})["cart_id"]
    assert api.refusal("GET", f"/users/demo-shopper/carts/{cart}")[0] == 404
    assert second.refusal("GET", f"/users/demo-shopper/carts/{cart}")[0] == 404


def test_of_two_who_delete_at_once_one_succeeds(database: str) -> None:
    with Sandbox(["information-machine"], database=database) as sandbox:
        cart = Account(sandbox, DEMO).post(CARTS, {"cart_name": "c"})["cart_id"]
        answers: list[int] = []

        def delete() -> None:
            answers.append(Account(sandbox, DEMO).send("DELETE", f"{CARTS}/{cart}").status_code)

        threads = [threading.Thread(target=delete) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(answers) == [200, 404, 404, 404]
