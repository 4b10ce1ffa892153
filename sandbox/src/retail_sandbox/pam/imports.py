"""Imports: of products, and of which are similar; and how far one is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from ..api import Problem
from .feeding import feed_products
from .realm import Realm
from .rows import read_rows
from .sheets import ImportAborted, read_sheet
from .tables import Import, Similar

SIMILAR_COLUMNS = ("store_id", "same_store_id", "same_product_name")

Fetch = Callable[[], bytes]
"""Gets the file; raises ImportAborted when it cannot be had."""


def import_products(
    realm: Realm, participant_id: str, mapping: Mapping[str, str], fetch: Fetch, *, trimmed: bool, lasting: timedelta
) -> str:
    """Imports products, all or none, and gives the id to ask for.

    Args:
        realm: The tenant's data.
        participant_id: Whose products they are.
        mapping: Field to column.
        fetch: Gets the file.
        trimmed: Whether blanks around the text of a cell are cut.
        lasting: How long the import is to look as if it went on.
    """
    participant = realm.participant(participant_id)
    clean = str.strip if trimmed else str

    def run() -> None:
        feed_products(realm, participant.id, read_rows(read_sheet(fetch()), mapping, clean), clean)

    return _record(realm, run, lasting)


def import_similar(realm: Realm, fetch: Fetch, *, lasting: timedelta) -> str:
    """Imports pairs of similar products, all or none, and gives the id to ask for."""

    def run() -> None:
        for pair in _pairs(fetch()):
            realm.db.merge(Similar(tenant=realm.tenant, **pair))

    return _record(realm, run, lasting)


def import_status(realm: Realm, id: str) -> dict[str, Any]:
    """How far an import is."""
    found = realm.db.get(Import, id)
    if found is None or found.tenant != realm.tenant:
        raise Problem(404, "Import not found")
    if realm.now < found.done_at:
        return {"result": "in progress"}
    if found.error is not None:
        return {"result": "import aborted", "err": found.error}
    return {"result": "import completed"}


def _record(realm: Realm, run: Callable[[], None], lasting: timedelta) -> str:
    """Runs an import in a savepoint, so that one that fails leaves nothing but the word why."""
    error = None
    try:
        with realm.db.begin_nested():
            run()
    except ImportAborted as aborted:
        error = str(aborted)
    job = Import(id=realm.uuid("import"), tenant=realm.tenant, done_at=realm.now + lasting, error=error)
    realm.db.add(job)
    return job.id


def _pairs(content: bytes) -> list[dict[str, str]]:
    sheet = read_sheet(content)
    missing = [column for column in SIMILAR_COLUMNS if column not in sheet.columns]
    if missing:
        raise ImportAborted(f"the file has no column {', '.join(missing)}")
    pairs: dict[tuple[str, str], dict[str, str]] = {}
    for line, cells in sheet.rows:
        pair = {column: cells[column].strip() for column in SIMILAR_COLUMNS}
        blank = [column for column, text in pair.items() if not text]
        if blank:
            raise ImportAborted(f"line {line}: {blank[0]} is missing")
        pairs[pair["store_id"], pair["same_store_id"]] = pair
    return list(pairs.values())
