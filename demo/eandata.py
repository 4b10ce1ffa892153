"""EANdata: look products up, many at once, in JSON and XML; correct one; read the lists."""

from __future__ import annotations

import asyncio

from eandata_client import AsyncEANData, EANData, InvalidArgumentError
from eandata_client.errors import InvalidRequestError, ProductNotFoundError

from demo.telling import tell

KEYCODE, FREE = "0123456789ABCDEF", "0000111122223333"
COLA, RECORD = "0049000006582", "0731454038720"


def tour(url: str) -> None:
    """The tour."""
    with EANData(KEYCODE, base_url=url) as api:
        found = api.products.find(COLA)
        price = found.product.attributes
        tell(f"products.find({COLA})", f"{price.product}, {price.price_new} {price.price_new_extra}")
        tell("  its modified is a datetime, its locked a bool", f"{found.product.modified}, {found.product.locked}")
        same = api.with_options(mode="xml").products.find(COLA)
        tell("the same over XML", f"equal: {same.product == found.product}")
        asked = api.products.find(COLA, has=["long_desc"], extra={"basket": "42"})
        tell("has=['long_desc'], extra={'basket': '42'}", f"{asked.product.has}, {asked.status.echo}")
        _refusals(api)
        tell("catalog.categories()", f"{len(api.catalog.categories())} categories")
        tell("catalog.extra(field='weight')", [extra.extra for extra in api.catalog.extra(field="weight")])
    with EANData(FREE, base_url=url) as free:
        tell("a free plan counts", free.products.find(COLA).status.message)
    asyncio.run(_many(url))


def _refusals(api: EANData) -> None:
    try:
        api.products.find("049000006583")
    except InvalidArgumentError as error:
        tell("a wrong check digit is not even sent", error)
    try:
        api.products.find("0049000000009")
    except ProductNotFoundError as error:
        tell("not on file, but the company is known", error.company and error.company.name)
    tell("products.update(weight)", api.products.update(COLA, field="weight", value="12 oz").status.code)
    try:
        api.products.update(RECORD, field="brand", value="Another")
    except InvalidRequestError as error:
        tell("a locked product refuses", error)


async def _many(url: str) -> None:
    async with AsyncEANData(KEYCODE, base_url=url) as api:
        results = await api.products.find_many([COLA, RECORD, "0049000000009"] * 20, concurrency=32)
        failed = sum(isinstance(result, Exception) for result in results)
        tell("async: products.find_many(60 codes)", f"{len(results) - failed} found, {failed} not, in order")
