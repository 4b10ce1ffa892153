from __future__ import annotations

import hashlib
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from retail_sandbox.control import ControlRow
from retail_sandbox.services import load_service
from retail_sandbox.store import Base
from schemathesis import Case, GenerationMode
from sqlalchemy import Column, Table, select
from werkzeug.test import run_wsgi_app

from .facts import FACTS
from .keys import sign
from .mangle import Raw, mangled
from .shown import bare, requests_shown
from .subject import Subject
from .suite import Contract
from .told import told_status

REFUSED = 10_000
"""Bad requests for each API. One that was served was not bad, and is not counted."""
NEGATIVE = 60
"""How many of them schemathesis makes, against the schemas; the others are good and bad ones broken further."""

_TABLES = [each for each in Base.metadata.sorted_tables if each is not ControlRow.__table__]
"""All but the sandbox's note of its own settings, which counts resets."""


@pytest.fixture
def apart(subject: Subject) -> Iterator[Subject]:
    """Another sandbox of the API, since what it answers here says nothing of what the contract suite sees."""
    service, fewer = load_service(subject.api), FACTS[subject.api].fewer
    with closing(Subject(replace(service, seed=fewer(service.seed)) if fewer else service)) as apart:
        yield apart


@pytest.fixture
def store(apart: Subject) -> Iterator[Store]:
    """What the sandbox stores."""
    with closing(Store(apart)) as store:
        yield store


def test_ten_thousand_bad_requests_are_refused_without_failing_and_store_nothing(
    contract: Contract, apart: Subject, store: Store, record_property: Callable[[str, object], None]
) -> None:
    random = Random(1)
    bases = [*_shown(contract), *_negative(contract)]
    told: Counter[int] = Counter()
    before = store.digest()
    sent = refused = 0
    while refused < REFUSED:
        base = bases[sent % len(bases)]
        raw = base if sent < len(bases) else mangled(base, random)
        sent += 1
        store.mark()
        chunks, line, _ = run_wsgi_app(apart, raw.environ(), buffered=True)
        content = b"".join(chunks)
        if raw.method == "HEAD":  # what it says, a GET says in full
            content = b"".join(run_wsgi_app(apart, replace(raw, method="GET").environ(), buffered=True)[0])
        status = told_status(apart.document, int(line.split()[0]), content)
        told[status] += 1
        assert status < 500, f"{status} for {raw}: {content[:500]!r}"
        assert b"Traceback" not in content, f"a stack trace for {raw}"
        if status >= 400:
            refused += 1
            if store.changed():
                assert store.digest() == before, f"{status}, but something is stored: {raw}"
        elif store.changed():
            apart.reset()
    assert store.digest() == before
    assert sent < 2 * REFUSED, f"most of these are not bad at all: {told}"
    record_property("bad input", f"{apart.api}: {sent} sent, {refused} refused, by status {dict(sorted(told.items()))}")


class Store:
    """The database behind a subject, watched from beside it: triggers count what is written."""

    def __init__(self, subject: Subject) -> None:
        self._store = subject.sandbox.app.store
        self._meters = FACTS[subject.api].meters
        self._watch = sqlite3.connect(str(self._store.url.database))
        self._writes = 0
        subject.reset()
        with closing(self._watch.cursor()) as cursor:
            cursor.executescript("\n".join(self._triggers()))
        self._store.remember()  # so that a reset brings the triggers back

    def mark(self) -> None:
        """Remembers how the database is now."""
        self._writes = self._counted()

    def changed(self) -> bool:
        """Whether anything was written since the mark, and committed. Perhaps the same again: the digest tells."""
        return self._counted() != self._writes

    def digest(self) -> str:
        """A digest of every row of all tables, but for what counts requests."""
        found = hashlib.sha256()
        with self._store.transaction(write=False) as db:
            for table in _TABLES:
                rows = sorted(repr(tuple(row)) for row in db.execute(select(*self._columns(table))))
                found.update("\n".join([table.name, *rows]).encode("utf-8", "surrogatepass"))
        return found.hexdigest()

    def close(self) -> None:
        self._watch.close()

    def _counted(self) -> int:
        return self._watch.execute("SELECT n FROM written").fetchone()[0]

    def _triggers(self) -> Iterator[str]:
        yield "CREATE TABLE written (n INTEGER); INSERT INTO written VALUES (0);"
        for table in _TABLES:
            columns = ", ".join(f'"{column.name}"' for column in self._columns(table))
            for name, change in (("i", "INSERT"), ("d", "DELETE"), ("u", f"UPDATE OF {columns}")):
                counts = "BEGIN UPDATE written SET n = n + 1; END;"
                yield f"CREATE TRIGGER written_{table.name}_{name} AFTER {change} ON {table.name} {counts}"

    def _columns(self, table: Table) -> list[Column[Any]]:
        return [column for column in table.columns if f"{table.name}.{column.name}" not in self._meters]


def _shown(contract: Contract) -> list[Raw]:
    """What the spec shows, and every operation with nothing but credentials."""
    cases: list[Case] = []
    for operation in contract.operations:
        cases += requests_shown(contract.schema, operation)
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
