from __future__ import annotations

import hashlib
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from retail_sandbox.services import load_service
from retail_sandbox.store import Sequence, tables_of
from schemathesis import Case, GenerationMode
from sqlalchemy import select
from werkzeug.test import run_wsgi_app

from .facts import FACTS, facts_of
from .mangle import Raw, mangled
from .shown import bare, requests_shown, sign
from .subject import Subject
from .suite import Contract
from .told import told_status

REFUSED = 10_000
"""Bad requests for each API. One that was served was not bad, and is not counted."""
NEGATIVE = 60
"""How many of them schemathesis makes, against the schemas; the others are good and bad ones broken further."""


@pytest.fixture
def apart(subject: Subject) -> Iterator[Subject]:
    """Another sandbox of the API, since what it answers here says nothing of what the contract suite sees."""
    with closing(Subject(load_service(subject.api))) as apart:
        yield apart


def test_ten_thousand_bad_requests_are_refused_without_failing_and_store_nothing(
    contract: Contract, apart: Subject, record_property: Callable[[str, object], None]
) -> None:
    random, store = Random(1), Store(apart)
    bases = [*_shown(contract), *_negative(contract)]
    told: Counter[int] = Counter()
    apart.reset()
    before = store.digest()
    sent = refused = 0
    while refused < REFUSED:
        base = bases[sent % len(bases)]
        raw = base if sent < len(bases) else mangled(base, random)
        sent += 1
        store.mark()
        chunks, line, _ = run_wsgi_app(apart, raw.environ(), buffered=True)
        content = b"".join(chunks)
        status = told_status(apart.document, int(line.split()[0]), content)
        told[status] += 1
        assert status < 500, f"{status} for {raw}: {content[:500]!r}"
        assert b"Traceback" not in content, f"a stack trace for {raw}"
        if status >= 400:
            refused += 1
            if store.changed() and (refused % store.interval == 0 or refused == REFUSED):
                assert store.digest() == before, f"{status}, but something is stored: {raw}"
        elif store.changed():
            apart.reset()
    assert store.digest() == before
    assert sent < 2 * REFUSED, f"most of these are not bad at all: {told}"
    record_property("bad input", f"{apart.api}: {sent} sent, {refused} refused, by status {dict(sorted(told.items()))}")


class Store:
    """The database behind a subject, watched from beside it."""

    def __init__(self, subject: Subject) -> None:
        self._store = subject.sandbox.app.store
        metered = FACTS[subject.api].meters
        # Where every request is counted, every one changes the database, and a digest takes milliseconds.
        self.interval = 200 if metered else 1
        self._tables = [each for each in (*tables_of(subject.api), Sequence.__table__) if each.name not in metered]
        self._watch = sqlite3.connect(str(self._store.url.database))
        self._version = 0

    def mark(self) -> None:
        """Remembers how the database is now."""
        self._version = self._data_version()

    def changed(self) -> bool:
        """Whether anybody has committed a change since the mark. A change is rare, and a digest takes milliseconds."""
        return self._data_version() != self._version

    def digest(self) -> str:
        """A digest of every row of the API's tables."""
        found = hashlib.sha256()
        with self._store.transaction(write=False) as db:
            for table in self._tables:
                rows = sorted(repr(tuple(row)) for row in db.execute(select(table)))
                found.update("\n".join([table.name, *rows]).encode("utf-8", "surrogatepass"))
        return found.hexdigest()

    def _data_version(self) -> int:
        return self._watch.execute("PRAGMA data_version").fetchone()[0]


def _shown(contract: Contract) -> list[Raw]:
    """What the spec shows, and every operation with nothing but credentials."""
    cases: list[Case] = []
    heavy = facts_of(contract.schema.raw_schema).heavy
    for operation in contract.operations:
        cases += [] if heavy else requests_shown(contract.schema, operation)
        cases.append(bare(contract.schema, operation))
    for case in cases:
        sign(case, contract.credentials)
    return _written(cases)


def _negative(contract: Contract) -> list[Raw]:
    cases: list[Case] = []
    strategies = [
        contract.schema.find_operation_by_id(each).as_strategy(generation_mode=GenerationMode.NEGATIVE)
        for each in contract.operations
    ]

    @settings(
        max_examples=NEGATIVE,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
    )
    @given(st.one_of(strategies))
    def gather(case: Case) -> None:
        cases.append(case)

    gather()
    return _written(cases)


def _written(cases: list[Case]) -> list[Raw]:
    return [raw for raw in map(Raw.of, cases) if raw is not None]
