from __future__ import annotations

import schemathesis
from schemathesis import Case
from schemathesis.schemas import BaseSchema

from .suite import hold, sequences

each = schemathesis.pytest.from_fixture("schema")


@each.parametrize()
def test_every_operation_keeps_its_contract(case: Case) -> None:
    hold(case)


def test_sequences_of_operations_keep_the_contract(schema: BaseSchema) -> None:
    machine = sequences(schema)
    machine.run(settings=machine.TestCase.settings)
