"""State: kept, shared, reset and never half changed, on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx2
import pytest
from retail_sandbox.api import SeedError
from retail_sandbox.control import control_row
from retail_sandbox.store import Base, Store, StoreError
from retail_sandbox.testing import Sandbox
from shop import TICKET, shop


def client(box: Sandbox) -> httpx2.Client:
    return httpx2.Client(transport=box.transport, base_url=box.url("shop"), headers=TICKET)


def things(box: Sandbox) -> list[str]:
    with client(box) as http:
        return http.get("/export").text.split()[1:]


@pytest.fixture
def kept(database: str) -> Iterator[str]:
    """A database that is empty before and after."""
    store = Store(database)
    Base.metadata.drop_all(store.engine)
    yield database
    Base.metadata.drop_all(store.engine)
    store.close()


def test_state_survives_a_restart_and_is_not_seeded_again(kept: str) -> None:
    with Sandbox([shop()], database=kept, seeds=[{"shop": {"things": [{"name": "mine"}]}}]) as first:
        client(first).post("/things", json={"name": "desk"})
        first.clock.set("2030-01-01T00:00:00Z")
        first.clock.freeze()
    with Sandbox([shop()], database=kept, seeds=[{"shop": {"things": [{"name": "mine"}]}}]) as second:
        assert second.clock.now().year == 2030
        second.clock.advance("P1Y")
        assert things(second) == ["lamp", "chair", "mine", "desk"]
        assert second.clock.now().year == 2031


def test_a_new_seed_file_is_added_once_to_a_database_that_exists(kept: str) -> None:
    Sandbox([shop()], database=kept).close()
    for _ in range(2):
        with Sandbox([shop()], database=kept, seeds=[{"shop": {"things": [{"name": "later"}]}}]) as box:
            assert things(box) == ["lamp", "chair", "later"]


def test_reset_goes_back_to_the_seed(kept: str) -> None:
    with Sandbox([shop()], database=kept, seeds=[{"shop": {"things": [{"name": "mine"}]}}]) as box:
        before = things(box)
        with client(box) as http:
            http.post("/things", json={"name": "desk"})
            http.delete("/things/1")
            first = http.get("/tickets").json()
        box.seed({"shop": {"things": [{"name": "more"}]}})
        box.clock.advance("P1Y")
        box.faults.add(operation="things_get")
        box.reset()
        assert things(box) == before == ["lamp", "chair", "mine"]
        with client(box) as http:
            assert http.get("/things/1").json()["name"] == "lamp"
            assert http.get("/tickets").json() == first, "sequences begin anew, so two runs are alike"


def test_reset_works_while_others_read_and_write(kept: str) -> None:
    with Sandbox([shop()], database=kept) as box, ThreadPoolExecutor(4) as pool, client(box) as http:
        calls = [pool.submit(http.post, "/things", json={"name": f"n{number}"}) for number in range(40)]
        resets = [pool.submit(box.reset) for _ in range(4)]
        assert {call.result().status_code for call in calls} == {201}
        assert all(reset.result() is None for reset in resets)
        box.reset()
        assert things(box) == ["lamp", "chair"]


def test_of_two_buyers_of_the_last_one_a_single_one_wins(kept: str) -> None:
    with Sandbox([shop()], database=kept) as box, ThreadPoolExecutor(8) as pool, client(box) as http:
        statuses = [each.status_code for each in pool.map(lambda _: http.post("/things/2/buy"), range(8))]
        assert sorted(statuses) == [200] + [409] * 7


def test_of_two_makers_of_one_name_a_single_one_wins(kept: str) -> None:
    with Sandbox([shop()], database=kept) as box, ThreadPoolExecutor(8) as pool, client(box) as http:
        statuses = [each.status_code for each in pool.map(lambda _: http.post("/things", json={"name": "x"}), range(8))]
        assert sorted(statuses) == [201] + [409] * 7


def test_numbers_never_repeat_even_when_a_reading_operation_takes_them(kept: str) -> None:
    with Sandbox([shop()], database=kept) as box, ThreadPoolExecutor(8) as pool, client(box) as http:
        answers = list(pool.map(lambda _: http.get("/tickets").json(), range(40)))
        assert sorted(each["number"] for each in answers) == list(range(1, 41))
        assert len({each["body"] for each in answers}) == 40


def test_two_servers_over_one_database_share_records_clock_and_faults(kept: str) -> None:
    with Sandbox([shop()], database=kept) as one, Sandbox([shop()], database=kept) as two:
        client(one).post("/things", json={"name": "desk"})
        assert things(two) == ["lamp", "chair", "desk"]
        one.clock.set("2030-01-01T00:00:00Z")
        assert client(two).post("/things", json={"name": "y2030"}).json()["made"].startswith("2030-01-01T00:00")
        one.faults.add("error", operation="things_get", status=503)
        assert client(two).get("/things/1").status_code == 503
        one.reset()
        assert client(two).get("/things/1").status_code == 200
        assert things(two) == ["lamp", "chair"]


def test_a_wrong_seed_says_where_and_stores_nothing(kept: str) -> None:
    with Sandbox([shop()], database=kept) as box:
        bad: list[tuple[Any, str]] = [
            ({"shop": {"things": [{"name": "a"}, {"stock": 1}]}}, r"^shop\.things\[1\]\.name: is missing"),
            ({"shop": {"colours": []}}, r"^shop\.colours: there is no such kind"),
            (
                {"shop": {"things": [{"name": "a"}]}, "market": {}},
                r"^market: there is no such API here; there are shop",
            ),
            ({"shop": {"things": [{"name": "lamp"}]}}, r"^shop: a record cannot be stored"),
            ({"shop": [1]}, r"^shop: must be a mapping"),
            ([1], r"^the seed: must be a mapping"),
        ]
        for document, message in bad:
            with pytest.raises(SeedError, match=message):
                box.seed(document)
        assert things(box) == ["lamp", "chair"]


def test_a_database_of_another_version_is_refused(kept: str) -> None:
    with Sandbox([shop()], database=kept) as box, box.app.store.transaction() as db:
        row = control_row(db)
        row.tables = {**row.tables, "shop_things": "other"}
    with pytest.raises(StoreError, match="another version of the sandbox made this database"):
        Sandbox([shop()], database=kept)


def test_a_sandbox_without_a_database_of_its_own_leaves_no_file() -> None:
    box = Sandbox([shop()])
    folder = box.app.store.folder
    assert folder
    assert folder.exists()
    box.close()
    assert not folder.exists()


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("mysql://host/name", "may be SQLite or PostgreSQL, not mysql"),
        ("sqlite://", "needs a file"),
        ("sqlite:///:memory:", "needs a file"),
        ("post gres://", "must be a file's path or a URL"),
        ("/nowhere/at/all/state.db", "cannot be opened"),
        ("postgresql://user:hunter2@127.0.0.1:1/none", "cannot be opened"),
    ],
)
def test_a_database_that_cannot_be_used_is_told_without_its_password(url: str, message: str) -> None:
    with pytest.raises(StoreError, match=message) as caught:
        Sandbox([shop()], database=url)
    assert "hunter2" not in str(caught.value)
