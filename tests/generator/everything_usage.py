"""What a consumer of `everything.yaml`'s client writes, for the type checkers. A wrong use carries ignore comments."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import assert_type

from everything_client import NULL, AsyncEverything, Everything, Keys, webhooks
from everything_client.errors import BasketLockedError
from everything_client.models import Bank, Card, Facts, Job, Payment, Returned, Row, Sold, Thing
from retail_runtime import APIError


def blocking(api: Everything) -> None:
    for thing in api.things.list(type_="plain", from_=date(2026, 1, 1), brand=NULL, ids=["a"], cheap=True):
        assert_type(thing, Thing)
        assert_type(thing.price, Decimal | None)
        assert_type(thing.date, date | None)
        assert_type(thing.list, list[str] | None)
    assert_type(api.things.create("r1", count=3, note=None, like={"code": "a"}), Thing)
    assert_type(api.things.matrix([[1, 2]]), list[list[int]])
    receipt = api.baskets.pay(Card(number="4111"))
    api.baskets.pay({"means": "bank", "iban": "X"})
    paid: Payment = receipt.paid
    match paid:
        case Card():
            print(paid.number, paid.means)
        case Bank():
            print(paid.iban)
    assert_type(api.feed.find("049000006582"), Facts)
    assert_type(api.feed.find_many(["049000006582"]), list[Facts | APIError])
    job = api.imports.start(b"a,b", mapping={"a": "b"})
    assert_type(job.started, Job)
    assert_type(job.wait(timeout=1), Job)
    assert_type(api.imports.wait_until_done("j"), Job)
    with api.exports.rows() as rows:
        for row in rows:
            assert_type(row, Row)
    with api.exports.report() as file:
        file.save("x")
    assert_type(api.with_response.things.get(1).data, Thing)
    api.with_options(lang="de", dry_run=True, store=3)
    print(api.from_.import_({"a": 1})["a"])


async def asynchronous(api: AsyncEverything) -> None:
    async for thing in api.things.list():
        assert_type(thing, Thing)
    assert_type(await api.things.get(1), Thing)
    assert_type(await (await api.imports.start(b"")).wait(), Job)


def failed(error: BasketLockedError) -> None:
    print(error.until, error.class_)


def happened(body: bytes) -> None:
    match webhooks.parse(body, {}, secret="s"):
        case Sold(thing=thing):
            assert_type(thing, int)
        case Returned() | webhooks.Ping():
            pass
        case webhooks.UnknownEvent() as unknown:
            print(unknown.body)


def wrong(api: Everything) -> None:
    api.things.get("1")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    api.things.get()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    api.things.create("r1", count="3")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    api.things.create("r1", 3)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    api.baskets.pay("4111")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    api.with_options(lang="fr")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    Card(means="card", number="4")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    api.from_.old()  # pyright: ignore[reportDeprecated]


api = Everything(Keys("a", "b"), store=1, lang="en")
