"""A download of DataConnect's customers by a process that does nothing else: `python -m bench.client csv URL FILE`."""

from __future__ import annotations

import sys
import time

from dataconnect_client import DataConnect

from bench.memory import peak

TOKEN = "bench-token"  # noqa: S105


def main(kind: str, url: str, path: str) -> None:
    """Downloads, and prints the seconds that it took and the most memory that the process ever had, in MB."""
    start = time.perf_counter()
    with DataConnect(TOKEN, base_url=url) as api:
        if kind == "rows":
            with api.customers.csv_rows() as rows, open(path, "w") as file:
                file.write(str(sum(row.customer_id > 0 for row in rows)))
        else:
            with getattr(api.customers, kind)() as download:
                download.save(path)
    print(time.perf_counter() - start, peak("self"))


if __name__ == "__main__":
    main(*sys.argv[1:])
