"""Information Machine: users, a store connection and its purchases, receipts, a lock, the quota."""

from __future__ import annotations

import asyncio

from information_machine_client import AsyncInformationMachine, InformationMachine, NotFoundError

from demo.telling import tell

KEYS = ("demo", "demo-secret")
USER, WALMART = "demo-tourist", 3
LOGIN = {"username": "tourist@example.com", "password": "kept-by-nobody"}
IMAGE = b"\x89PNG\r\n\x1a\n a receipt"


def tour(url: str) -> None:
    """The tour."""
    with InformationMachine(*KEYS, base_url=url) as api:
        kale = list(api.products.list(name="Kale", full_resp=True))
        tell("products.list(name='Kale', full_resp=True)", f"{len(kale)} products, first {kale[0].name!r}")
        user = api.users.create(user_id=USER, email="tourist@example.com", zip="21000")
        tell("users.create()", f"{user.user_id}, of {user.owner_app_id}")
        _connection(api)
        _lock(api)
        _receipt(api)
        left = api.with_response.lookups.stores().rate_limit
        assert left is not None
        tell("with_response.lookups.stores().rate_limit", f"{left.remaining} of {left.limit} until {left.reset}")
        tell("users.delete()", api.users.delete(USER))
        try:
            api.users.get(USER)
        except NotFoundError as error:
            tell("the user that is gone", error)
    asyncio.run(_async(url))


def _connection(api: InformationMachine) -> None:
    connection = api.stores.connect(USER, store_id=WALMART, **LOGIN)
    tell("stores.connect(), told at once", f"{connection.credentials_status}, {connection.scrape_status}")
    connection = api.stores.wait_until_scraped(USER, connection.id, timeout=60, interval=0.2)
    tell("stores.wait_until_scraped()", f"{connection.credentials_status}, {connection.scrape_status}")
    bought = api.purchases.history(USER, store_id=WALMART)
    products, invoices = bought.purchased_items or [], bought.invoices or []
    tell("purchases.history()", f"{len(products)} products on {len(invoices)} invoices")


def _lock(api: InformationMachine) -> None:
    made = api.stores.connect(USER, store_id=WALMART, username="image-captcha@example.com", password="any")  # noqa: S106
    locked = api.stores.wait_until_scraped(USER, made.id, timeout=60, interval=0.2)
    if locked.account_locked:
        tell("an account that the store has locked", f"{locked.account_lock_code}, see {locked.unlock_url}")


def _receipt(api: InformationMachine) -> None:
    tell("scans.upload_receipt(images=[two])", api.scans.upload_receipt(USER, receipt_id="r1", images=[IMAGE, IMAGE]))
    tell("scans.wait_until_transcribed()", api.scans.wait_until_transcribed(USER, "r1", timeout=60, interval=0.2))


async def _async(url: str) -> None:
    async with AsyncInformationMachine(*KEYS, base_url=url) as api:
        lists = await asyncio.gather(api.lookups.categories(), api.lookups.nutrients(), api.lookups.tags())
        tell("async: three lookups at once", f"{sum(map(len, lists))} words")
        tell("async: users.list()", [user.user_id async for user in api.users.list()])
