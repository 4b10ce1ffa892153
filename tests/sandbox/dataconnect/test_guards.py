"""The guards: how many rows, and how many requests at once."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from types import SimpleNamespace
from typing import Any

import httpx2
import pytest
from retail_sandbox.api import Problem
from retail_sandbox.dataconnect.answering import check_rows
from retail_sandbox.dataconnect.columns import DataSet
from retail_sandbox.dataconnect.tables import ActiveRequest
from retail_sandbox.testing import Sandbox
from sqlalchemy import func, select

from .reports import AVAILABILITY, CUSTOMERS, KENTEL, client, failure, rows

BUSY = "Rate Limiting Applied. 8 active requests are already in progress."


def sending(sandbox: Sandbox) -> int:
    with sandbox.app.store.transaction(write=False) as db:
        return db.scalar(select(func.count()).select_from(ActiveRequest)) or 0


@contextmanager
def in_progress(http: httpx2.Client, count: int, **parameters: str) -> Iterator[list[httpx2.Response]]:
    """So many requests whose answers have begun and not ended."""
    with ExitStack() as stack:
        ask = {"Response": "Csv", **parameters}
        yield [stack.enter_context(http.stream("GET", CUSTOMERS, params=ask)) for _ in range(count)]


# --- rows


@pytest.fixture(scope="module")
def guarded() -> Iterator[httpx2.Client]:
    """A sandbox that answers 3001 rows at most: all customers, and not all stock by location."""
    with (
        Sandbox(["dataconnect"], settings={"dataconnect": {"most_rows": 3001}}) as sandbox,
        client(sandbox, KENTEL) as http,
    ):
        yield http


@pytest.mark.parametrize("response", ["Json", "JsonDataTable", "Xml", "XmlDataTable", "Csv", "Excel", "Csv.Email"])
def test_more_rows_than_may_be_are_refused_before_any_is_read(guarded: httpx2.Client, response: str) -> None:
    by_location = {"ByLocation": "true", "Email.To": "a@b.c"}
    message = failure(guarded.get(AVAILABILITY, params={"Response": response, **by_location}), 400)
    assert message.startswith("Row Limiting Applied. An estimated ")


def test_as_many_rows_as_may_be_are_answered(guarded: httpx2.Client) -> None:
    assert len(rows(guarded, CUSTOMERS)) == 3001


def test_filters_bring_a_request_below_the_limit(guarded: httpx2.Client) -> None:
    assert rows(guarded, AVAILABILITY, ByLocation="true", QuantityMin="40")


@pytest.mark.parametrize(("response", "most"), [("Csv", 1_048_576), ("Excel", 1_048_575), ("Excel.Email", 1_048_575)])
def test_the_limit_is_that_of_a_sheet_with_its_header(sandbox: Sandbox, response: str, most: int) -> None:
    limit: int = sandbox.app.kernels["dataconnect"].settings["most_rows"]
    asked: Any = SimpleNamespace(format=response.removesuffix(".Email"))
    check_rows(DataSet((), most, lambda db: iter(())), asked, limit)
    with pytest.raises(Problem, match=f"An estimated {most + 1} records exceed the limit of {most}"):
        check_rows(DataSet((), most + 1, lambda db: iter(())), asked, limit)


# --- requests at once


def test_the_ninth_request_at_once_is_refused(kentel: httpx2.Client) -> None:
    with in_progress(kentel, 8) as answers:
        assert [answer.status_code for answer in answers] == [200] * 8
        for path in ("/session", "/partner/relationships", AVAILABILITY, CUSTOMERS):
            assert failure(kentel.get(path), 429) == BUSY


def test_the_version_is_told_all_the_same(kentel: httpx2.Client) -> None:
    with in_progress(kentel, 8):
        assert kentel.get("/version").status_code == 200


def test_a_request_may_begin_when_another_has_ended(kentel: httpx2.Client) -> None:
    with in_progress(kentel, 8) as answers:
        answers[3].read()
        answers[3].close()
        assert kentel.get(CUSTOMERS).status_code == 200
        assert kentel.get(CUSTOMERS).status_code == 200


def test_an_answer_that_is_given_up_counts_no_more(sandbox: Sandbox, kentel: httpx2.Client) -> None:
    with in_progress(kentel, 8) as answers:
        next(answers[0].iter_raw())
        answers[0].close()
        assert sending(sandbox) == 7
    assert sending(sandbox) == 0


@pytest.mark.parametrize("response", ["Json", "JsonDataTable", "Xml", "XmlDataTable", "Csv", "Excel", "Excel.Email"])
@pytest.mark.parametrize("method", ["GET", "POST", "HEAD"])
def test_nothing_stays_in_progress(sandbox: Sandbox, kentel: httpx2.Client, response: str, method: str) -> None:
    parameters = {"Response": response, "Email.To": "a@b.c"}
    assert kentel.request(method, CUSTOMERS, params=parameters).status_code == 200
    assert sending(sandbox) == 0


def test_a_refused_request_does_not_count(sandbox: Sandbox, kentel: httpx2.Client) -> None:
    failure(kentel.get(CUSTOMERS, params={"Response": "Csv.Email"}), 400)
    failure(kentel.get(CUSTOMERS, params={"Response": "Nothing"}), 400)
    assert sending(sandbox) == 0


def test_each_company_is_counted_for_itself(kentel: httpx2.Client, harbor: httpx2.Client) -> None:
    with in_progress(kentel, 8):
        assert harbor.get(CUSTOMERS).status_code == 200


def test_those_who_share_a_company_share_its_limit(sandbox: Sandbox, kentel: httpx2.Client) -> None:
    colleague = {"username": "Ann@KENTEL", "password": "x", "tokens": [{"token": "ann"}]}
    sandbox.seed({"dataconnect": {"companies": [{"id": 42, "accounts": [colleague]}]}})
    with in_progress(kentel, 5), in_progress(client(sandbox, "ann"), 3):
        failure(kentel.get(CUSTOMERS), 429)


def test_the_limit_is_a_setting() -> None:
    with (
        Sandbox(["dataconnect"], settings={"dataconnect": {"most_requests": 2}}) as sandbox,
        client(sandbox, KENTEL) as http,
        in_progress(http, 2),
    ):
        assert failure(http.get(CUSTOMERS), 429).startswith("Rate Limiting Applied. 2 active requests")


def test_what_a_killed_worker_was_sending_counts_no_more(sandbox: Sandbox, kentel: httpx2.Client) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    with in_progress(kentel, 1), sandbox.app.store.transaction(write=False) as db:
        worker = db.scalars(select(ActiveRequest.worker)).one()
    host, _, run = worker.split(" ")
    workers = [f"{host} {gone.pid} {run}"] * 4 + [f"{host} {os.getpid()} another-run"] * 4
    with sandbox.app.store.transaction() as db:
        db.add_all(ActiveRequest(id=str(n), company_id=42, worker=each) for n, each in enumerate(workers))
    assert kentel.get(CUSTOMERS).status_code == 200
    assert sending(sandbox) == 0


def test_what_a_living_worker_is_sending_counts(sandbox: Sandbox, kentel: httpx2.Client) -> None:
    with in_progress(kentel, 1), sandbox.app.store.transaction(write=False) as db:
        host = db.scalars(select(ActiveRequest.worker)).one().split(" ")[0]
    workers = [f"{host} {os.getppid()} its-run"] * 4 + ["elsewhere 1 its-run"] * 4
    with sandbox.app.store.transaction() as db:
        db.add_all(ActiveRequest(id=str(n), company_id=42, worker=each) for n, each in enumerate(workers))
    failure(kentel.get(CUSTOMERS), 429)


def test_of_many_at_once_eight_get_in(database: str) -> None:
    """Also when they come in the same instant, on every kind of database."""
    with Sandbox(["dataconnect"], database=database) as sandbox, ExitStack() as stack:
        sandbox.reset()
        together = threading.Barrier(14)
        answers: list[httpx2.Response] = []

        def ask() -> None:
            http = stack.enter_context(client(sandbox, KENTEL))
            together.wait()
            answers.append(stack.enter_context(http.stream("GET", CUSTOMERS, params={"Response": "Csv"})))

        threads = [threading.Thread(target=ask) for _ in range(14)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(answer.status_code for answer in answers) == [200] * 8 + [429] * 6


def test_every_format_is_read_from_postgresql_too(postgres_url: str) -> None:
    with (
        Sandbox(["dataconnect"], database=postgres_url) as elsewhere,
        Sandbox(["dataconnect"]) as here,
        client(elsewhere, KENTEL) as there_http,
        client(here, KENTEL) as here_http,
    ):
        for path, parameters in ((AVAILABILITY, {}), (AVAILABILITY, {"ByLocation": "true"}), (CUSTOMERS, {})):
            for response in ("Json", "Csv", "XmlDataTable"):
                asked = {**parameters, "Response": response}
                there, expected = (http.get(path, params=asked) for http in (there_http, here_http))
                assert there.content == expected.content
