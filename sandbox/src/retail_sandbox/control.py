"""What all workers share beside the data: the clock, the faults, and which APIs were seeded.

It stands in one row of the database. Each worker looks at the row's version before a request, and reads the rest only
when it has changed.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session, mapped_column

from .clock import Clock, ClockState
from .faults import Faults
from .store import Base, Store


class ControlRow(Base):
    """The one row."""

    __tablename__ = "sandbox_control"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    version: Mapped[int]
    clock: Mapped[dict[str, Any]]
    faults: Mapped[dict[str, Any]]
    seeded: Mapped[list[str]]
    tables: Mapped[dict[str, Any]]
    """Each table's definition, hashed, to tell a database of another version."""


class Control:
    """The clock and the faults of one worker, kept alike with those in the database."""

    def __init__(self, store: Store) -> None:
        self.clock = Clock(self._save_clock)
        self.faults = Faults(self._save_faults)
        self._store = store
        self._version = -1

    def refresh(self) -> None:
        """Takes over what another worker changed."""
        version = self._store.peek("SELECT version FROM sandbox_control")
        if version == self._version:
            return
        row = self._store.run(control_row, write=False)
        self.clock.state = ClockState.from_json(row.clock)
        self.faults.load(row.faults)
        self._version = row.version

    def _save_clock(self, state: ClockState) -> None:
        self._save("clock", state.to_json())

    def _save_faults(self, state: dict[str, Any]) -> None:
        self._save("faults", state)

    def _save(self, column: str, value: dict[str, Any]) -> None:
        def work(db: Session) -> int:
            row = control_row(db)
            setattr(row, column, value)
            row.version += 1
            return row.version

        self._version = self._store.run(work)


def control_row(db: Session) -> ControlRow:
    """The one row."""
    return db.execute(select(ControlRow)).scalar_one()
