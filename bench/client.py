"""A download by a process that does nothing else: `python -m bench.client dataconnect.csv URL FILE`."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import httpx2

from bench.memory import peak

TOKEN = "bench-token"  # noqa: S105
CHAIN = 1743


def main(kind: str, url: str, path: str) -> None:
    """Downloads, and prints the seconds that it took and the most memory that the process ever had, in MB."""
    start = time.perf_counter()
    DOWNLOADS[kind](url, Path(path))
    print(time.perf_counter() - start, peak("self"))


def _customers(kind: str, url: str, path: Path) -> None:
    from dataconnect_client import DataConnect

    with DataConnect(TOKEN, base_url=url) as api, getattr(api.customers, kind)() as download:
        download.save(path)


def _customer_rows(url: str, path: Path) -> None:
    from dataconnect_client import DataConnect

    with DataConnect(TOKEN, base_url=url) as api, api.customers.csv_rows() as rows:
        path.write_text(str(sum(row.customer_id > 0 for row in rows)))


def _vouchers(url: str, path: Path) -> None:
    """The bytes as they are, which the client itself does not keep: with bare httpx2."""
    headers = {"Authorization": "Bearer acme-key:acme-secret"}
    address = f"{url}/get-vouchers.csv?chain_id={CHAIN}"
    with httpx2.stream("GET", address, headers=headers, timeout=60) as answer, path.open("wb") as file:
        answer.raise_for_status()
        for chunk in answer.iter_bytes():
            file.write(chunk)


def _voucher_rows(url: str, path: Path) -> None:
    from spaaza_client import Privileged, Spaaza

    with (
        Spaaza(auth=Privileged("acme-key", "acme-secret"), base_url=url) as api,
        api.vouchers.list_csv(CHAIN) as rows,
    ):
        path.write_text(str(sum(row.voucher_id > 0 for row in rows)))


DOWNLOADS: dict[str, Callable[[str, Path], None]] = {
    "dataconnect.csv": partial(_customers, "csv"),
    "dataconnect.rows": _customer_rows,
    "dataconnect.xml": partial(_customers, "xml"),
    "spaaza.csv": _vouchers,
    "spaaza.rows": _voucher_rows,
}


if __name__ == "__main__":
    main(*sys.argv[1:])
