"""UPCs of products whose names alone are known."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from ..api import Problem
from . import events
from .products import find_by_names
from .realm import Realm
from .tables import NameRequest


def resolve(realm: Realm, given: Mapping[str, Any], webhook_url: str | None) -> str:
    """Queues names, each `name` or `name;store`, and gives the id to ask for the result with."""
    request = realm.call.uuid("names")
    for number, text in enumerate(given["name_store_list"], 1):
        name, _, store = (part.strip() for part in text.partition(";"))
        realm.db.add(
            NameRequest(
                request=request,
                number=number,
                account=realm.account,
                name=name,
                store=store,
                webhook_url=webhook_url,
                due_at=realm.now + realm.seconds("upc_seconds"),
                upcs=[],
            )
        )
    realm.db.flush()
    return request


def get_resolved(realm: Realm, request: str) -> list[dict[str, Any]]:
    """The names of a request, in their order, with what was found so far."""
    rows = realm.db.scalars(
        select(NameRequest)
        .where(NameRequest.account == realm.account, NameRequest.request == request)
        .order_by(NameRequest.number)
    ).all()
    if not rows:
        raise Problem(404, "Request not found")
    return [
        {
            "name": row.name,
            "store": row.store,
            "resolve_status": "Queued" if row.due_at else "Finished",
            "upcs": row.upcs,
        }
        for row in rows
    ]


def settle(realm: Realm) -> None:
    """Resolves the account's names that are due."""
    due = select(NameRequest).where(NameRequest.account == realm.account, NameRequest.due_at <= realm.now)
    for row in realm.db.scalars(due.order_by(NameRequest.due_at, NameRequest.request, NameRequest.number)).all():
        row.upcs = [product.upc for product in find_by_names(realm, row.name.split()) if product.upc]
        row.due_at = None
        if row.webhook_url:
            events.tell_upcs(realm, row.name, row.store, row.upcs, row.webhook_url)
    realm.db.flush()
