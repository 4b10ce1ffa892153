from __future__ import annotations

from collections.abc import Iterator

import pytest
from retail_sandbox.services import load_service

from .facts import FACTS
from .journeys import journeys_of
from .subject import Subject, operations_of
from .suite import Contract, sandboxed


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Runs what takes a subject for each API, and what takes an operation or a journey too for each of those."""
    if "subject" not in metafunc.fixturenames:
        return
    if "journey" in metafunc.fixturenames:
        journeys = [(api, journey) for api in FACTS for journey in journeys_of(load_service(api).document)]
        ids = ["-".join(each) for each in journeys]
        metafunc.parametrize(("subject", "journey"), journeys, ids=ids, indirect=["subject"], scope="session")
    elif "operation" in metafunc.fixturenames:
        every = [(api, operation) for api in FACTS for operation in operations_of(load_service(api).document)]
        ids = ["-".join(each) for each in every]
        metafunc.parametrize(("subject", "operation"), every, ids=ids, indirect=["subject"], scope="session")
    else:
        metafunc.parametrize("subject", list(FACTS), indirect=True, scope="session")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Runs an API's tests of the contract one after another, and last the one that looks at what they have seen.

    pytest groups tests by the places of their parameters, which are not the same for operations and for journeys.
    """
    places = [place for place, item in enumerate(items) if item.nodeid.startswith("tests/contract/test_contract.py")]
    order = sorted((items[place] for place in places), key=_turn)
    for place, item in zip(places, order, strict=True):
        items[place] = item


def _turn(item: pytest.Item) -> tuple[int, bool]:
    assert isinstance(item, pytest.Function)
    api = item.callspec.params.get("subject", "") if hasattr(item, "callspec") else ""
    return [*FACTS, ""].index(api), item.originalname == "test_every_documented_success_was_seen"


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
