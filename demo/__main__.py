"""`python -m demo`: starts the sandbox on a free port, tours every API through its client, and stops it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from demo import dataconnect, eandata, information_machine, pam, spaaza
from demo.telling import heading, tell

TOURS = {
    "dataconnect": dataconnect.tour,
    "eandata": eandata.tour,
    "information-machine": information_machine.tour,
    "pam": pam.tour,
    "spaaza": spaaza.tour,
}


@contextmanager
def sandbox() -> Generator[str]:
    """A sandbox of its own process; gives its address."""
    command = [str(Path(sys.executable).with_name("retail-sandbox")), "serve", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        if "http://" not in line:
            raise SystemExit(f"the sandbox did not start (exit status {process.wait()}); its message stands above")
        try:
            yield line.split()[-1]
        finally:
            process.terminate()
            process.wait(timeout=20)


def main() -> None:
    """Run every tour."""
    with sandbox() as address:
        tell("the sandbox", address)
        for name, tour in TOURS.items():
            heading(name)
            tour(f"{address}/{name}")
    print("\nThat was the tour. `make serve` keeps a sandbox running; its page is at http://127.0.0.1:8080/")


if __name__ == "__main__":
    main()
