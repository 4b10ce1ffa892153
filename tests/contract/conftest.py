from __future__ import annotations

from collections.abc import Iterator

import pytest
from retail_sandbox.services import APIS, Service, load_service
from schemathesis.schemas import BaseSchema

from .subject import METHODS, Subject
from .suite import sandboxed


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Runs what takes a subject for each API, and what takes an operation too for each of its operations.

    One process runs all tests of an API, since they share its sandbox and the record of what it answered.
    """
    if "subject" not in metafunc.fixturenames:
        return
    marks = {api: pytest.mark.xdist_group(f"contract-{api}") for api in APIS}
    if "operation" in metafunc.fixturenames:
        every = [(api, operation) for api in APIS for operation in operations_of(load_service(api))]
        params = [pytest.param(api, operation, marks=marks[api], id=f"{api}-{operation}") for api, operation in every]
        metafunc.parametrize(("subject", "operation"), params, indirect=["subject"], scope="session")
    else:
        params = [pytest.param(api, marks=marks[api]) for api in APIS]
        metafunc.parametrize("subject", params, indirect=True, scope="session")


@pytest.fixture(scope="session")
def subject(request: pytest.FixtureRequest) -> Iterator[Subject]:
    """An API in a sandbox of its own."""
    subject = Subject(load_service(request.param))
    yield subject
    subject.close()


@pytest.fixture(scope="session")
def schema(subject: Subject) -> BaseSchema:
    return sandboxed(subject)


def operations_of(service: Service) -> list[str]:
    """The operationIds of an API, in the order of its spec."""
    paths = service.document["paths"].values()
    return [item[method]["operationId"] for item in paths for method in item if method in METHODS]
