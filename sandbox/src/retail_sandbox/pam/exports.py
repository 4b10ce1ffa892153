"""Exports: a participant's products as CSV, behind a signed link that dies."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from sqlalchemy import func, select

from ..api import Problem
from .listing import LEVELS, names_of_attributes, names_of_categories
from .realm import Realm
from .rows import FIELDS
from .sheets import write_sheet
from .tables import Export, Product, Ticket

LIFETIME = 300
"""Seconds that a link lives."""
PREFIX = "export_link:"
_LEAST_ATTRIBUTES = 3
_TIME = "%Y%m%dT%H%M%SZ"


def export_products(realm: Realm, participant_id: str) -> str:
    """Writes the file, and gives the id to ask for its link."""
    participant = realm.participant(participant_id)
    export = Export(
        id=realm.uuid("export"),
        tenant=realm.tenant,
        participant_id=participant.id,
        content=_write(realm, participant.id),
    )
    realm.db.add(export)
    return PREFIX + export.id


def export_link(realm: Realm, link_id: str) -> tuple[str, dict[str, str]]:
    """The file's name and the query that opens it from now on."""
    export = realm.db.get(Export, link_id.removeprefix(PREFIX))
    if export is None or export.tenant != realm.tenant:
        raise Problem(404, "Link not found")
    date = realm.now.astimezone(UTC).strftime(_TIME)
    query = {
        "X-Amz-Algorithm": "AWS4-HMAC-SHA256",
        "X-Amz-Credential": f"sandbox/{date[:8]}/sandbox/s3/aws4_request",
        "X-Amz-Date": date,
        "X-Amz-Expires": str(LIFETIME),
        "X-Amz-SignedHeaders": "host",
    }
    return export.id, {**query, "X-Amz-Signature": _signature(realm, export, query)}


def open_export(realm: Realm, id: str, query: Mapping[str, str]) -> str:
    """The file behind a link. The link is all that is needed; `realm.tenant` counts for nothing.

    Raises:
        Problem: 403, when the link is dead or not one of ours.
    """
    export = realm.db.get(Export, id)
    signed = {name: value for name, value in query.items() if name != "X-Amz-Signature"}
    given = query.get("X-Amz-Signature", "")
    if export is None or not hmac.compare_digest(_signature(realm, export, signed).encode(), given.encode()):
        raise Problem(403, "The link is not signed by this service")
    date = datetime.strptime(query["X-Amz-Date"], _TIME).replace(tzinfo=UTC)
    if realm.now >= date + timedelta(seconds=int(query["X-Amz-Expires"])):
        raise Problem(403, "The link has expired")
    return export.content


def _signature(realm: Realm, export: Export, query: Mapping[str, str]) -> str:
    # The key is the owner's own secret: nobody else can make a link, and two runs alike make the same.
    key = realm.db.execute(select(func.min(Ticket.ticket)).where(Ticket.tenant == export.tenant)).scalar_one()
    text = "\n".join([export.id, *(f"{name}={query[name]}" for name in sorted(query))])
    return hmac.new(key.encode(), text.encode(), hashlib.sha256).hexdigest()


def _write(realm: Realm, participant_id: str) -> str:
    mine = Product.tenant == realm.tenant, Product.participant_id == participant_id
    ids = select(Product.id).where(*mine)
    attributes, categories = names_of_attributes(realm, ids), names_of_categories(realm, ids)
    width = max((_LEAST_ATTRIBUTES, *map(len, attributes.values())))
    columns = [
        *FIELDS,
        *(f"attribute{number}" for number in range(1, width + 1)),
        *(f"category{level}" for level in range(1, LEVELS + 1)),
    ]
    return write_sheet(
        columns,
        (
            [
                product.gtin or "",
                product.name,
                product.store_id or "",
                product.brand or "",
                str(product.scan_count),
                str(int(product.has_price)),
                *_filled(attributes.get(product.id, []), width),
                *_filled(categories.get(product.id, []), LEVELS),
            ]
            for product in realm.db.scalars(select(Product).where(*mine).order_by(Product.id))
        ),
    )


def _filled(names: list[str] | list[str | None], width: int) -> list[str]:
    texts = [name or "" for name in names]
    return texts + [""] * (width - len(texts))
