"""The pytest fixture `sandbox`; registered as a plugin by the package, so no conftest has to name it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .testing import Sandbox


@pytest.fixture(scope="session")
def shared_sandbox() -> Iterator[Sandbox]:
    """One sandbox of all APIs for the whole session. Use `sandbox`, which comes fresh to each test."""
    from .testing import Sandbox  # only here, so that a test run without a sandbox needs none of it

    with Sandbox() as sandbox:
        yield sandbox


@pytest.fixture
def sandbox(shared_sandbox: Sandbox) -> Sandbox:
    """A sandbox of all APIs, in process, as the seed left it."""
    shared_sandbox.reset()
    return shared_sandbox
