"""Where the sandbox keeps its state: SQLite by default, PostgreSQL by URL.

A request is one transaction. On SQLite a request that may write takes the write lock when it begins (`BEGIN
IMMEDIATE`), since a lock taken later can fail for good; on PostgreSQL every transaction is serializable. Either may
ask for the whole request to be run again (`Store.run` does so), which is sound because handlers change nothing but
through their session.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
import threading
from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, ClassVar, TypeVar, cast

from sqlalchemy import (
    JSON,
    BigInteger,
    DateTime,
    Dialect,
    Engine,
    Integer,
    String,
    Table,
    create_engine,
    event,
    func,
    make_url,
    select,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.engine import URL, Connection
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from sqlalchemy.types import TypeDecorator

T = TypeVar("T")

_TRIES = 30
"""How often a transaction is run when others are in its way."""


class UtcDateTime(TypeDecorator[datetime]):
    """An aware datetime, kept in UTC; SQLite alone would forget the zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """On its way in."""
        if value is not None and value.tzinfo is None:
            raise ValueError("the store takes aware datetimes only")
        return value and value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """On its way out."""
        return value and (value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC))


Json = JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")
"""A column of plain data. Assign a new value to change it: a change within it is not seen."""
Int64 = BigInteger().with_variant(Integer(), "sqlite")
"""What `Mapped[int]` becomes: 64 bits everywhere, and still an automatic key on SQLite."""


class Base(DeclarativeBase):
    """The base of every table. An API's tables are named `<api>_…` with underscores: `eandata_products`.

    `Mapped[datetime]` is aware and in UTC, `Mapped[int]` has 64 bits, `Mapped[dict[str, Any]]` and `Mapped[list[…]]` of
    plain data are JSON. `info={"secret": True}` on a column keeps it out of everything the admin API shows.
    """

    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: UtcDateTime,
        int: Int64,
        dict[str, Any]: Json,
        list[Any]: Json,
        list[str]: Json,
        list[int]: Json,
        list[dict[str, Any]]: Json,
    }


class Sequence(Base):
    """The last number given by each named sequence of an API."""

    __tablename__ = "sandbox_sequences"

    api: Mapped[str] = mapped_column(String(64), primary_key=True)
    name: Mapped[str] = mapped_column(String(255), primary_key=True)
    value: Mapped[int]


_NEXT = text(
    "INSERT INTO sandbox_sequences (api, name, value) VALUES (:api, :name, :count)"
    " ON CONFLICT (api, name) DO UPDATE SET value = sandbox_sequences.value + :count RETURNING value"
)


def next_number(db: Session, api: str, name: str) -> int:
    """The next number, from 1, of a sequence; undone with its transaction."""
    return next_numbers(db, api, name, 1)[0]


def next_numbers(db: Session, api: str, name: str, count: int) -> range:
    """The next `count` numbers of a sequence, taken at once."""
    last: int = db.execute(_NEXT, {"api": api, "name": name, "count": count}).scalar_one()
    return range(last + 1 - count, last + 1)


def move_number(db: Session, api: str, name: str, past: int) -> None:
    """Keeps a sequence from giving numbers up to `past`, which records of a seed document have already."""
    row = db.get(Sequence, (api, name), populate_existing=True)
    if row is None:
        db.add(Sequence(api=api, name=name, value=past))
    elif row.value < past:
        row.value = past
    db.flush()


class StoreError(Exception):
    """The database cannot be used; the text says why and what to do."""


class Store:
    """One database.

    Args:
        url: An SQLAlchemy URL of SQLite or PostgreSQL, or the path of an SQLite file. None: a temporary file, gone with
            the store.
    """

    def __init__(self, url: str | None = None) -> None:
        self.folder = None if url else Path(tempfile.mkdtemp(prefix="retail-sandbox-"))
        """The temporary file's folder; None for a database that was given."""
        self.url = _parse_url(url or str(self.folder and self.folder / "state.db"))
        self.engine = _sqlite(self.url) if self.sqlite else _postgres(self.url)
        self._writers = self.engine.execution_options(write=True)
        # Within one process writers queue here, on PostgreSQL those who met others; SQLite's own lock makes them sleep
        # and try again.
        self._turn = threading.RLock()
        self._template: sqlite3.Connection | None = None

    @property
    def sqlite(self) -> bool:
        """Whether it is SQLite; else it is PostgreSQL."""
        return self.url.get_backend_name() == "sqlite"

    @contextmanager
    def transaction(self, *, write: bool = True) -> Generator[Session]:
        """A session in one transaction: committed at the end, rolled back by an exception."""
        turn: AbstractContextManager[Any] = self._turn if write and self.sqlite else nullcontext()
        with turn, Session(self._writers if write else self.engine, expire_on_commit=False) as db:
            yield db
            if db.in_transaction():  # many a request has asked the database nothing
                db.commit()

    def run(self, work: Callable[[Session], T], *, write: bool = True) -> T:
        """What `work` answers, run in one transaction, and run again while other transactions are in its way.

        Args:
            work: Changes nothing but through its session.
            write: Whether it is expected to write. On SQLite one that writes unexpectedly is run again as a writer.
        """
        turn: AbstractContextManager[Any] = nullcontext()
        for tries_left in reversed(range(_TRIES)):
            try:
                with turn, self.transaction(write=write) as db:
                    return work(db)
            except DBAPIError as error:
                if not tries_left or not self._is_conflict(error):
                    raise
                write = True
                turn = self._turn  # of many who were in each other's way, one goes at a time, or most try in vain
        raise AssertionError("the last try returns or raises")

    def _is_conflict(self, error: DBAPIError) -> bool:
        """Whether `error` says only that another transaction was in the way, so that the same again may well
        succeed."""
        if self.sqlite:
            return "database is locked" in str(error.orig)
        # Serialization failure, deadlock, and a key that another transaction has just taken.
        return getattr(error.orig, "sqlstate", None) in ("40001", "40P01", "23505")

    def create(self) -> None:
        """Makes the tables that are not there yet."""
        try:
            Base.metadata.create_all(self.engine)
        except DBAPIError as error:
            raise StoreError(f"the database cannot be opened: {str(error.orig).strip()}") from error

    def reset(self, fill: Callable[[Session], None]) -> None:
        """Empties every table and fills them anew with `fill`.

        SQLite fills a template once and copies it from then on; so `fill` must be the same at every call.
        """
        if self.sqlite:
            self._copy_template(fill)
        else:
            self.run(lambda db: _refill(db, fill))

    def remember(self) -> None:
        """Takes the database as it is for what `reset` goes back to; for one that was just filled."""
        if self.sqlite:
            with self._turn:
                connection = self.engine.raw_connection()
                try:
                    self._template = _in_memory(cast("sqlite3.Connection", connection.driver_connection))
                finally:
                    connection.close()

    def recreate(self) -> None:
        """Drops the tables and makes them anew, for a database that another version made."""
        Base.metadata.drop_all(self.engine)
        self.create()

    def peek(self, statement: str) -> Any:
        """The first value that a query without parameters finds, by the shortest way to the database."""
        connection = self.engine.raw_connection()
        try:
            cursor = connection.cursor()
            cursor.execute(statement)
            row = cursor.fetchone()
            cursor.close()
            return row[0] if row else None
        finally:
            connection.close()

    def close(self) -> None:
        """Lets go of the database; a temporary one is gone then."""
        self.engine.dispose()
        if self._template:
            self._template.close()
        if self.folder:
            shutil.rmtree(self.folder, ignore_errors=True)

    def _copy_template(self, fill: Callable[[Session], None]) -> None:
        with self._turn:
            if self._template is None:
                self._template = _filled(fill)
            connection = self.engine.raw_connection()
            try:
                target: Any = connection.driver_connection
                self._template.backup(target, sleep=0.01)
            finally:
                connection.close()


def tables_of(api: str) -> list[Table]:
    """The tables of an API, by the prefix of their names."""
    prefix = api.replace("-", "_") + "_"
    return [table for table in Base.metadata.sorted_tables if table.name.startswith(prefix)]


def _refill(db: Session, fill: Callable[[Session], None]) -> None:
    """Empties and fills. Not by TRUNCATE: a transaction that began before would then see empty tables."""
    for table in reversed(Base.metadata.sorted_tables):
        db.execute(table.delete())
        column = table.autoincrement_column
        sequence = column is not None and db.scalar(select(func.pg_get_serial_sequence(table.name, column.name)))
        if sequence:
            db.execute(text(f"ALTER SEQUENCE {sequence} RESTART"))
    fill(db)


def _parse_url(url: str) -> URL:
    try:
        parsed = make_url(url if "://" in url else f"sqlite:///{url}")
    except ArgumentError as error:
        raise StoreError(
            "the database must be a file's path or a URL: sqlite:///state.db, postgresql://host/name"
        ) from error
    backend = parsed.get_backend_name()
    if backend in ("postgresql", "postgres"):
        return parsed.set(drivername="postgresql+psycopg")
    if backend != "sqlite":
        raise StoreError(f"the database may be SQLite or PostgreSQL, not {backend}")
    if parsed.database in (None, "", ":memory:"):
        raise StoreError("an SQLite database needs a file: sqlite:///state.db; leave it out for a temporary one")
    return parsed


def _sqlite(url: URL) -> Engine:
    engine = create_engine(
        url,
        hide_parameters=True,
        pool_size=16,
        max_overflow=64,
        connect_args={"timeout": 30, "isolation_level": None, "check_same_thread": False},
    )

    @event.listens_for(engine, "connect")
    def set_up(connection: sqlite3.Connection, _: Any) -> None:  # pyright: ignore[reportUnusedFunction]
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")  # with WAL: safe against a killed process
        connection.execute("PRAGMA foreign_keys=ON")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:  # pyright: ignore[reportUnusedFunction]
        write = connection.get_execution_options().get("write")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")

    return engine


def _postgres(url: URL) -> Engine:
    try:
        return create_engine(
            url, hide_parameters=True, pool_size=16, max_overflow=64, isolation_level="SERIALIZABLE", pool_pre_ping=True
        )
    except ModuleNotFoundError as error:
        raise StoreError("PostgreSQL needs psycopg: pip install 'retail-sandbox[postgres]'") from error


def _filled(fill: Callable[[Session], None]) -> sqlite3.Connection:
    """A database in memory with all tables, filled."""
    with tempfile.TemporaryDirectory(prefix="retail-sandbox-") as folder:
        engine = _sqlite(make_url(f"sqlite:///{folder}/template.db"))
        Base.metadata.create_all(engine)
        with Session(engine) as db:
            fill(db)
            db.commit()
        engine.dispose()
        source = sqlite3.connect(f"{folder}/template.db")
        template = _in_memory(source)
        source.close()
    return template


def _in_memory(source: sqlite3.Connection) -> sqlite3.Connection:
    copy = sqlite3.connect(":memory:", check_same_thread=False)
    source.backup(copy)
    return copy
