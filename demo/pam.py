"""PAM: list and change products, import a CSV and wait for it, export one and download it."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

from pam_client import NULL, AsyncPam, NotFoundError, Pam
from pam_client.errors import ImportAborted

from demo.telling import tell

TICKET, PARTICIPANT = "demo-ticket", "25"
CSV = b"store,product,brand\nD-1,Demo pears,Orchard\nD-2,Demo plums,Orchard\n"
MAPPING = {"store_id": "store", "name": "product", "brand": "brand"}


def tour(url: str) -> None:
    """The tour."""
    with Pam(TICKET, base_url=url) as api:
        products = list(api.products.list(PARTICIPANT))
        tell("products.list('25'), page by page", f"{len(products)} products")
        without = list(api.products.list(PARTICIPANT, gtin=NULL))
        tell("those without a GTIN (gtin=NULL)", f"{len(without)}")
        product = products[0]
        api.products.update(product.id, name="A better name", store_id=None, lock={"name_lock": True})
        changed = next(p for p in api.products.list(PARTICIPANT) if p.id == product.id)
        tell("products.update(name=..., store_id=None, lock=...)", f"{changed.name!r}, store_id {changed.store_id}")
        tell("prices.list(), three months", f"{len(api.prices.list(products[1].id))} prices")
        chain = api.categories.parents(api.categories.list()[-1].id)
        tell("categories.parents()", " < ".join(category.name or "" for category in chain) or "a root")
        _imports(api)
        _export(api)
        try:
            api.products.delete(999_999)
        except NotFoundError as error:
            tell("an unknown product", error)
    asyncio.run(_async(url))


def _imports(api: Pam) -> None:
    job = api.imports.products(PARTICIPANT, data=("demo.csv", CSV), mapping=MAPPING)
    tell("imports.products(data=...).wait()", job.wait(timeout=60).result)
    added = [p.name for p in api.products.list(PARTICIPANT, brand="Orchard")]
    tell("  what it added", added)
    try:
        api.imports.products(PARTICIPANT, data=b"store\nD-3\n", mapping=MAPPING).wait()
    except ImportAborted as error:
        tell("an import that can't be", error)


def _export(api: Pam) -> None:
    with tempfile.TemporaryDirectory() as folder, api.exports.products(PARTICIPANT).download() as file:
        size = file.save(Path(folder, "products.csv"))
        tell("exports.products().download()", f"{size} bytes as {file.name}")


async def _async(url: str) -> None:
    async with AsyncPam(TICKET, base_url=url) as api:
        count = len([product async for product in api.products.list(PARTICIPANT, has_price=True)])
        tell("async: products with a price", count)
