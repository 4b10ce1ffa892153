"""Who there is and what is registered: participants, brands, GTINs."""

from __future__ import annotations

from typing import Any

from sqlalchemy import or_, select

from .realm import Realm
from .tables import Brand, Gtin, Participant

PARTICIPANT_FLAGS = (
    "system",
    "partner",
    "product360",
    "manufacturer",
    "outsource",
    "distributor",
    "retailer",
    "expert",
    "supplier",
)
PARTICIPANT_TEXTS = (
    "company_prefix",
    "external_id",
    "gln",
    "country",
    "post_code",
    "state",
    "city",
    "address",
    "contact",
    "time_zone",
    "phone",
    "email",
    "products",
    "billing_trial_to",
    "billing_paid_from",
    "billing_paid_to",
    "billing_plan",
    "billing_country",
    "api_key",
    "api_domains",
    "timezone_code",
)


def find_participants(realm: Realm, name: str, limit: int | None) -> list[dict[str, Any]]:
    """Participants by a part of their name."""
    rows = realm.db.scalars(
        select(Participant)
        .where(Participant.tenant == realm.tenant, Participant.name.icontains(name, autoescape=True))
        .order_by(Participant.id)
        .limit(limit)
    )
    empty = {"parent": None, **dict.fromkeys(PARTICIPANT_FLAGS, 0), **dict.fromkeys(PARTICIPANT_TEXTS)}
    return [{"id": row.id, "name": row.name, **empty, **row.columns} for row in rows]


def list_brands(realm: Realm, owner: str, part: str | None, limit: int) -> list[dict[str, Any]]:
    """A participant's brands, by a part of their id."""
    participant = realm.participant(owner)
    wanted = [Brand.tenant == realm.tenant, Brand.owner == participant.id]
    if part is not None:
        wanted.append(Brand.id.icontains(part, autoescape=True))
    rows = realm.db.scalars(select(Brand).where(*wanted).order_by(Brand.id).limit(limit))
    return [
        {
            "id": row.id,
            "owner": row.owner,
            "name": row.name,
            "logo": row.logo,
            "approved": None if row.approved is None else int(row.approved),
        }
        for row in rows
    ]


def search_gtins(realm: Realm, part: str, limit: int) -> list[dict[str, Any]]:
    """Entries of the register, by a part of the GTIN or the name."""
    fits = or_(Gtin.id.contains(part, autoescape=True), Gtin.name.icontains(part, autoescape=True))
    rows = realm.db.scalars(select(Gtin).where(Gtin.tenant == realm.tenant, fits).order_by(Gtin.id).limit(limit))
    return [{"id": row.id, "owner": row.owner, "name": row.name, "brand_id": row.brand_id} for row in rows]
