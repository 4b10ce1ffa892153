"""Specs and sandbox held against each other. `make contract` prints what was seen at the end."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from retail_sandbox.services import APIS

from .coverage import documented, table
from .facts import FACTS
from .subject import Subject
from .suite import Contract


def test_every_api_is_held_to_its_contract() -> None:
    assert set(FACTS) == set(APIS), "an API needs its row in tests/contract/facts.py"


def test_requests_that_the_spec_shows_are_served(contract: Contract, operation: str) -> None:
    contract.hold_shown(operation)


def test_links_lead_where_they_say(contract: Contract, operation: str) -> None:
    contract.hold_links(operation)


def test_a_journey_tells_what_it_must(contract: Contract, journey: str) -> None:
    contract.hold_journey(journey)


def test_an_operation_asks_for_its_keys(contract: Contract, operation: str) -> None:
    contract.hold_keys(operation)


def test_an_operation_keeps_its_contract(contract: Contract, operation: str) -> None:
    contract.hold_operation(operation)


def test_sequences_of_operations_keep_the_contract(contract: Contract) -> None:
    contract.hold_sequences()


def test_every_documented_success_was_seen(
    contract: Contract, subject: Subject, record_property: Callable[[str, object], None]
) -> None:
    if contract.held != {*contract.operations, "sequences"}:
        pytest.skip("says something only after the tests above, all of them")
    answers = documented(subject)
    record_property("contract", "\n".join([subject.api, *table(answers)]))
    assert [each for each in answers if each.is_success and not each.seen] == []
