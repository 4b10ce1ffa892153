"""The tree of locations: which stores a request asks for."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from sqlalchemy import select
from sqlalchemy.orm import Session

from .asked import Asked
from .tables import Location

LEVELS = ("Company", "Division", "Region", "District", "Store")
"""The topmost first."""
_ALL = -1


def asked_stores(db: Session, company_id: int, asked: Asked) -> AbstractSet[int] | None:
    """Ids of the stores below the locations that are asked for; None for no restriction at all."""
    ids: list[int] = asked.get("LocationTypeIDs") or [_ALL]
    if _ALL in ids:
        return None
    level: str = asked.get("LocationType") or LEVELS[-1]
    locations = {row.id: row for row in db.scalars(select(Location).where(Location.company_id == company_id))}
    chosen = {id for id in ids if id in locations and locations[id].level == level}
    return {
        store.id
        for store in locations.values()
        if store.level == LEVELS[-1] and not chosen.isdisjoint(_chain(locations, store))
    }


def _chain(locations: dict[int, Location], location: Location) -> set[int]:
    """The location's id and those of all above it."""
    ids = {location.id}
    while location.parent_id is not None:
        location = locations[location.parent_id]
        ids.add(location.id)
    return ids
