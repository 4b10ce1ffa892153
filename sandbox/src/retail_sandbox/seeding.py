"""Fills the database: tables, default records, the user's records; and empties it back to them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

from sqlalchemy import select
from sqlalchemy.exc import DBAPIError, OperationalError, SQLAlchemyError
from sqlalchemy.orm import Session
from sqlalchemy.schema import CreateTable

from .api import SeedError
from .clock import ClockState
from .control import ControlRow, control_row
from .services import Service
from .store import Base, Store, StoreError, tables_of


class Seeding:
    """Knows what the database starts with.

    Args:
        services: The APIs, each with its default records.
        documents: The user's seed documents, each a mapping of API name to records.
    """

    def __init__(self, services: Sequence[Service], documents: Sequence[Mapping[str, Any]] = ()) -> None:
        self._services = {service.api.name: service for service in services}
        self._documents = list(documents)

    def prepare(self, store: Store) -> None:
        """Makes the tables and adds each set of records once in the database's life.

        Raises:
            SeedError: A record is wrong; nothing of any set is stored then.
            StoreError: The database cannot be used, or another version made it.
        """
        store.create()

        def work(db: Session) -> bool:
            fresh = db.get(ControlRow, 1) is None
            self._check_tables(db)
            self._fill(db)
            return fresh

        try:
            if store.run(work):
                store.remember()
        except DBAPIError as error:
            raise StoreError(f"the database cannot be filled: {str(error.orig).strip()}") from error

    def reset(self, store: Store) -> None:
        """Back to the seed: records, sequences, clock and faults."""
        version = store.peek("SELECT version FROM sandbox_control") or 0
        store.reset(self._fill)
        store.run(lambda db: setattr(control_row(db), "version", version + 1))  # the other workers see a change

    def add(self, document: Any, db: Session) -> None:
        """Adds the records of one seed document.

        Raises:
            SeedError: An API or a record is wrong; it names where.
        """
        if not isinstance(document, Mapping):
            raise SeedError("the seed", "must be a mapping of API names to records")
        for name, records in cast("Mapping[str, Any]", document).items():
            service = self._services.get(name)
            if service is None:
                raise SeedError(str(name), f"there is no such API here; there are {', '.join(self._services)}")
            if not isinstance(records, Mapping):
                raise SeedError(name, "must be a mapping of kinds of records")
            self._add_records(service, cast("Mapping[str, Any]", records), db)

    def _fill(self, db: Session) -> None:
        row = _ensure_control_row(db)
        seeded = set(row.seeded)
        row.seeded = sorted({*seeded, *self._services, *map(_fingerprint, self._documents)})
        row.tables = {**row.tables, **_definitions(self._services)}
        for name, service in self._services.items():
            if name not in seeded:
                self._add_records(service, service.seed, db)
        for document in self._documents:
            if _fingerprint(document) not in seeded:
                self.add(document, db)

    def _add_records(self, service: Service, records: Mapping[str, Any], db: Session) -> None:
        try:
            service.api.seed(records, db)
            db.flush()
        except SeedError as error:
            raise SeedError(f"{service.api.name}.{error.where}", error.message) from error
        except OperationalError:  # the database's own trouble, and maybe only another transaction in the way
            raise
        except DBAPIError as error:
            reason = str(error.orig).strip().splitlines()[0]
            raise SeedError(service.api.name, f"a record cannot be stored: {reason}") from error
        except SQLAlchemyError as error:
            raise SeedError(service.api.name, "a record has a value of a wrong type") from error

    def _check_tables(self, db: Session) -> None:
        known = _ensure_control_row(db).tables
        changed = [name for name, made in _definitions(self._services).items() if known.get(name, made) != made]
        if changed:
            raise StoreError(
                f"another version of the sandbox made this database (see the table {changed[0]}):"
                " run `retail-sandbox reset` on it, which empties it, or give another file"
            )


def _ensure_control_row(db: Session) -> ControlRow:
    row = db.execute(select(ControlRow)).scalar_one_or_none()
    if row is None:
        row = ControlRow(
            id=1, version=0, clock=ClockState().to_json(), faults={"rules": [], "seed": 0}, seeded=[], tables={}
        )
        db.add(row)
        db.flush()
    return row


def _definitions(apis: Iterable[str]) -> dict[str, str]:
    own = [Base.metadata.tables[f"sandbox_{name}"] for name in ("sequences", "webhooks", "webhook_targets")]
    tables = [*own, *(table for api in apis for table in tables_of(api))]
    return {table.name: hashlib.sha256(str(CreateTable(table)).encode()).hexdigest()[:16] for table in tables}


def _fingerprint(document: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(document, sort_keys=True, default=str).encode()).hexdigest()[:16]
