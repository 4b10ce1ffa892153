"""Callers at the same time, on each kind of database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from retail_sandbox.testing import Sandbox

from .conftest import Pam


@pytest.fixture
def busy(database: str) -> Iterator[Pam]:
    with Sandbox(["pam"], database=database) as sandbox:
        sandbox.reset()
        yield Pam(sandbox, "demo-ticket")


def at_once(call: Callable[[int], Any], times: int = 12) -> list[Any]:
    with ThreadPoolExecutor(6) as threads:
        return list(threads.map(call, range(times)))


def test_of_many_who_add_one_attribute_one_wins(busy: Pam) -> None:
    def add(number: int) -> int:
        return busy.call("POST", "/attributes", json={"id": "wanted", "name": str(number)}).status_code

    assert sorted(at_once(add)) == [200] + [409] * 11


def test_of_many_who_write_one_revision_of_a_document_one_wins(busy: Pam) -> None:
    rev = busy.post("/couch", {"dbName": "docs", "query": "00000772091930"})["_rev"]

    def write(number: int) -> int:
        query = {"_id": "00000772091930", "_rev": rev, "n": number}
        return busy.call("POST", "/couch", json={"dbName": "docs", "method": "insert", "query": query}).status_code

    assert sorted(at_once(write)) == [200] + [409] * 11


def test_products_added_at_once_are_all_there(busy: Pam) -> None:
    def add(number: int) -> int:
        body = {"participant_id": "13", "name": f"n{number}", "scan_count": "0", "has_price": "0"}
        return busy.call("POST", "/products", json=body).status_code

    assert at_once(add) == [200] * 12
    assert sorted(product["name"] for product in busy.products("13")) == sorted(
        ["Avocados each", *(f"n{number}" for number in range(12))]
    )
