"""Users of an account."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from retail_sandbox.testing import Sandbox

from .conftest import DEMO, PNG, Account

USER = {"email": "mail@example.com", "zip": "21000", "user_id": "exampleID123456"}


def test_a_user_is_registered_and_read(api: Account) -> None:
    made = api.post("/v1/users", USER)
    assert made == {**USER, "owner_app_id": "demo", "created_at": "2026-01-05 12:00:00"}
    assert api.get("/v1/users/exampleID123456") == made


@pytest.mark.parametrize("user_id", ["a", "A-b_c.9", "x" * 255, "..a"])
def test_an_id_has_letters_digits_underscores_hyphens_and_dots(api: Account, user_id: str) -> None:
    assert api.post("/v1/users", {"user_id": user_id})["user_id"] == user_id
    assert api.get(f"/v1/users/{user_id}")["email"] is None


@pytest.mark.parametrize("user_id", ["", "a b", "a/b", "é", "a+b", "a@b", "..", "x" * 256, None, 7])
def test_other_ids_are_a_400_and_nothing_is_stored(api: Account, user_id: object) -> None:
    assert api.refusal("POST", "/v1/users", {"user_id": user_id})[0] == 400
    assert len(api.get("/v1/users")) == 2


def test_a_user_needs_an_id(api: Account) -> None:
    assert api.refusal("POST", "/v1/users", {"email": "mail@example.com"})[0] == 400


def test_an_id_that_is_taken_is_a_422(api: Account) -> None:
    api.post("/v1/users", USER)
    assert api.refusal("POST", "/v1/users", {"user_id": "exampleID123456"}) == (422, "User already exists")
    assert api.get("/v1/users/exampleID123456")["zip"] == "21000"


def test_a_change_keeps_what_it_does_not_name(api: Account) -> None:
    api.post("/v1/users", USER)
    changed = api.put("/v1/users/exampleID123456", {"email": "new@example.com", "zip": None})
    assert (changed["email"], changed["zip"]) == ("new@example.com", "21000")
    assert api.get("/v1/users/exampleID123456") == changed
    assert api.refusal("PUT", "/v1/users/nobody", {"zip": "1"})[0] == 404


def test_the_list_pages_by_its_links_in_the_order_of_registration(api: Account) -> None:
    for number in range(23):
        api.post("/v1/users", {"user_id": f"user-{number:02}"})
    seen, answer = [], api.send("GET", "/v1/users", per_page=10)
    meta = answer.json()["meta"]
    assert [meta[name] for name in ("page", "per_page", "total_count", "total_number_of_pages")] == [1, 10, 25, 3]
    while True:
        seen += [user["user_id"] for user in answer.json()["result"]]
        link = answer.json()["meta"]["next_page"]
        if link is None:
            break
        answer = api.follow(link)
    assert seen == ["id_34234_22", "demo-shopper", *(f"user-{number:02}" for number in range(23))]
    assert api.follow(meta["last_page"]).json()["meta"]["page"] == 3


def test_a_page_has_ten_by_default_and_fifty_at_most(api: Account) -> None:
    for number in range(60):
        api.post("/v1/users", {"user_id": f"user-{number}"})
    assert len(api.get("/v1/users")) == 10
    assert len(api.get("/v1/users", per_page=51)) == 50
    assert api.meta("/v1/users", per_page=51)["per_page"] == 50


def test_a_page_that_is_no_number_is_a_400(api: Account) -> None:
    assert api.refusal("GET", "/v1/users", page="first")[0] == 400
    assert api.refusal("GET", "/v1/users", page=0)[0] == 400


def test_a_page_after_the_last_is_empty(api: Account) -> None:
    assert api.get("/v1/users", page=9) == []
    assert api.meta("/v1/users", page=9)["next_page"] is None


def test_deleting_takes_all_that_hangs_on_a_user(api: Account) -> None:
    api.post("/v1/users", USER)
    user = "exampleID123456"
    connection = api.connect(user=user, store=88)
    api.connection(connection, user=user)
    api.post(f"/v1/users/{user}/stores/{connection}/receipts", {"receipt_id": "1234567890"})
    api.post(f"/v1/users/{user}/receipt", {"receipt_id": "r1", "image": PNG})
    api.post(f"/users/{user}/carts", {"cart_name": "c"})
    bought = api.get(f"/v1/users/{user}/purchases_product_based")["purchased_items"][0]["product_id"]
    assert api.delete("/v1/users", id=user) == "User deleted"
    assert api.refusal("GET", f"/v1/users/{user}")[0] == 404
    assert api.refusal("DELETE", "/v1/users", id=user)[0] == 404
    api.post("/v1/users", USER)
    for path in ("stores", "purchases_product_based", "products"):
        assert api.refusal("GET", f"/v1/users/{user}/{path}")[0] == 404
    assert api.refusal("GET", f"/users/{user}/carts")[0] == 404
    assert api.get(f"/v1/users/{user}/receipt/r1") == "Unknown"
    assert api.send("GET", f"/v1/products/{bought}/purchases").status_code in (200, 404)


def test_one_pair_of_keys_never_sees_anothers_users(api: Account, second: Account) -> None:
    api.post("/v1/users", USER)
    assert second.refusal("GET", "/v1/users/exampleID123456")[0] == 404
    assert second.refusal("PUT", "/v1/users/exampleID123456", {"zip": "1"})[0] == 404
    assert second.refusal("DELETE", "/v1/users", id="exampleID123456")[0] == 404
    assert second.post("/v1/users", USER)["owner_app_id"] == "second"
    assert second.get("/v1/users/demo-shopper")["email"] == "another@example.com"
    assert api.get("/v1/users/demo-shopper")["email"] == "shopper@example.com"


def test_anothers_connection_cannot_be_reached_through_ones_own_user(api: Account, second: Account) -> None:
    assert second.refusal("GET", "/v1/users/demo-shopper/stores/52800")[0] == 404
    assert api.refusal("GET", "/v1/users/id_34234_22/stores/52800")[0] == 404


def test_state_is_there_again_after_a_restart(tmp_path: Path) -> None:
    database = f"{tmp_path}/state.db"
    with Sandbox(["information-machine"], database=database) as first:
        Account(first, DEMO).post("/v1/users", USER)
    with Sandbox(["information-machine"], database=database) as again:
        assert Account(again, DEMO).get("/v1/users/exampleID123456")["zip"] == "21000"


def test_of_two_who_register_one_id_at_once_one_succeeds(database: str) -> None:
    with Sandbox(["information-machine"], database=database) as sandbox:
        answers: list[int] = []

        def create() -> None:
            answers.append(Account(sandbox, DEMO).send("POST", "/v1/users", {"user_id": "raced"}).status_code)

        threads = [threading.Thread(target=create) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(answers) == [201, 422, 422, 422]
