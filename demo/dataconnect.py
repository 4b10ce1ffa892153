"""DataConnect: stock and customers as typed rows, as files, as an Arrow table, by mail."""

from __future__ import annotations

import asyncio
import tempfile
from datetime import date
from pathlib import Path

from dataconnect_client import AsyncDataConnect, BadRequestError, DataConnect

from demo.telling import tell

TOKEN = "2YotnFZFEjr1zCsicMWpAA"  # noqa: S105  # the sandbox's


def tour(url: str) -> None:
    """The tour."""
    with DataConnect(TOKEN, base_url=url) as api:
        tell("version.get()", api.version.get().application_version)
        tell("session.get()", api.session.get().username)
        stock = api.products.availability(by_location=True, quantity_min=1)
        tell("products.availability(by_location=True, quantity_min=1)", f"{len(stock)} rows, {stock[0].product_name}")
        table = api.products.availability.arrow(quantity_min=1)
        tell("products.availability.arrow()", f"{table.num_rows} rows, {table.num_columns} typed columns")
        with api.customers.csv_rows(start_date=date(2019, 6, 1)) as rows:
            tell("customers.csv_rows(start_date=...), as they arrive", f"{sum(1 for _ in rows)} customers")
        with tempfile.TemporaryDirectory() as folder, api.customers.excel() as file:
            size = file.save(Path(folder, "customers.xlsx"))
            tell("customers.excel()", f"{size} bytes as {file.name}")
        tell("customers.email('xlsx', compress=True)", api.customers.email("xlsx", to=["a@b.c"], compress=True).message)
        try:
            api.customers.email("csv", to=["nobody"])
        except BadRequestError as error:
            tell("a mail to nobody", error)
    asyncio.run(_async(url))


async def _async(url: str) -> None:
    async with AsyncDataConnect(TOKEN, base_url=url) as api:
        calls = (api.products.availability(quantity_min=number) for number in range(20))
        found = await asyncio.gather(*calls)
        tell("async: 20 calls at once, 8 in flight at most", f"{sum(map(len, found))} rows")
