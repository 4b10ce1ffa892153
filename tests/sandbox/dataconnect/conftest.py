"""DataConnect's sandbox in process, seen as two companies see it."""

from __future__ import annotations

from collections.abc import Iterator

import httpx2
import pytest
from retail_sandbox.testing import Sandbox

from .reports import HARBOR, KENTEL, client


@pytest.fixture(scope="session")
def _dataconnect() -> Iterator[Sandbox]:
    with Sandbox(["dataconnect"]) as sandbox:
        yield sandbox


@pytest.fixture
def sandbox(_dataconnect: Sandbox) -> Sandbox:
    """As the seed left it, at noon of a day in 2026; the clock stands still."""
    _dataconnect.reset()
    _dataconnect.clock.freeze()
    _dataconnect.clock.set("2026-07-01T12:00:00")
    return _dataconnect


@pytest.fixture
def anonymous(sandbox: Sandbox) -> Iterator[httpx2.Client]:
    """Without credentials."""
    with client(sandbox) as http:
        yield http


@pytest.fixture
def kentel(sandbox: Sandbox) -> Iterator[httpx2.Client]:
    """Somebody of the company with thousands of records."""
    with client(sandbox, KENTEL) as http:
        yield http


@pytest.fixture
def harbor(sandbox: Sandbox) -> Iterator[httpx2.Client]:
    """Somebody of the small company."""
    with client(sandbox, HARBOR) as http:
        yield http
