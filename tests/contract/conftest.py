from __future__ import annotations

from collections.abc import Iterator

import pytest
from retail_sandbox.services import load_service

from .facts import FACTS
from .subject import Subject, operations_of
from .suite import Contract, sandboxed


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Runs what takes a subject for each API, and what takes an operation too for each of its operations."""
    if "subject" not in metafunc.fixturenames:
        return
    if "operation" in metafunc.fixturenames:
        every = [(api, operation) for api in FACTS for operation in operations_of(load_service(api).document)]
        ids = ["-".join(each) for each in every]
        metafunc.parametrize(("subject", "operation"), every, ids=ids, indirect=["subject"], scope="session")
    else:
        metafunc.parametrize("subject", list(FACTS), indirect=True, scope="session")


@pytest.fixture(scope="session")
def subject(request: pytest.FixtureRequest) -> Iterator[Subject]:
    """An API in a sandbox of its own."""
    subject = Subject(load_service(request.param))
    yield subject
    subject.close()


@pytest.fixture(scope="session")
def contract(subject: Subject) -> Contract:
    return sandboxed(subject)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Prints what tests recorded to be read: the answers seen, the bad requests sent."""
    reports = [each for outcome in ("passed", "failed") for each in terminalreporter.stats.get(outcome, ())]
    for name, text in (each for report in reports for each in report.user_properties):
        terminalreporter.write_sep("-", name)
        terminalreporter.write_line(str(text))
