from __future__ import annotations

from .suite import Contract


def test_requests_that_the_spec_shows_are_served(contract: Contract, operation: str) -> None:
    contract.hold_shown(operation)


def test_an_operation_keeps_its_contract(contract: Contract, operation: str) -> None:
    contract.hold_operation(operation)


def test_sequences_of_operations_keep_the_contract(contract: Contract) -> None:
    contract.hold_sequences()
