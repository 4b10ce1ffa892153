from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from retail_sandbox.testing import Sandbox

from .conftest import ACME, Shop, spaaza

AT_ONCE = 8


def together(work: Callable[[int], int]) -> list[int]:
    """What threads that begin at the same moment get."""
    start = Barrier(AT_ONCE)

    def run(number: int) -> int:
        start.wait()
        return work(number)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(run, range(AT_ONCE)))


@pytest.fixture
def shop(database: str) -> Iterator[Shop]:
    with Sandbox([spaaza()], database=database) as box:
        box.reset()
        yield Shop(box)


def test_of_several_at_once_one_adds_the_member_and_the_others_find_it(shop: Shop) -> None:
    def work(number: int) -> int:
        form = {"username": "foo@bar.com", "last_name": "Bar", "first_name": str(number)}
        answer = shop.privileged.send("POST", "/internal/add-user", form)
        return answer.json().get("error", {}).get("code", 0)

    assert sorted(together(work)) == [0] + [234] * (AT_ONCE - 1)
    assert shop.privileged.get("/internal/get-user", {"username": "foo@bar.com"})


def test_every_failed_login_counts_however_many_come_at_once(shop: Shop) -> None:
    def work(number: int) -> int:
        form = {"username": "bob@example.com", "password": f"wrong-password-{number}"}
        return shop.caller(ACME).refusal("POST", "/auth/login", form)

    assert set(together(work)) <= {5, 307}
    assert shop.caller(ACME).refusal("POST", "/auth/login", {"username": "bob@example.com", "password": "x"}) == 307


def test_a_link_to_an_export_works_for_one_of_several_at_once(shop: Shop) -> None:
    url = shop.privileged.post("/auth/export", {"export_entity": "user"})["download_url"]
    codes = together(lambda _: shop.nobody.send("GET", url).status_code)
    assert sorted(codes) == [200] + [400] * (AT_ONCE - 1)


def test_after_logins_at_once_one_session_is_left(shop: Shop) -> None:
    def work(_: int) -> int:
        form = {"username": "bob@example.com", "password": "sandbox-password"}
        info = shop.caller(ACME).post("/auth/login", form)["session_info"]
        keys.append(info["session_key"])
        return 0

    keys: list[str] = []
    together(work)
    asked = [{"user_id": 1107605, "session_key": key} for key in keys]
    alive = [shop.caller(ACME).send("GET", "/auth/get-login-status", query=each).is_success for each in asked]
    assert len(set(keys)) == AT_ONCE
    assert alive.count(True) == 1
