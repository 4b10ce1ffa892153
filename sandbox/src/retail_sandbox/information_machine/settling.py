"""What happens by the clock alone: connections are tested and harvested, receipts read, names resolved.

It happens when somebody looks at an account's data, or when the sandbox's own pulse comes by, whichever is first; and
each thing at the time at which it was due.
"""

from __future__ import annotations

from sqlalchemy import select, union_all

from ..api import Call
from . import life, receipts, scans, upcs
from .realm import Realm
from .tables import Connection, ImageReceipt, NameRequest, NumberReceipt, User


def settle(realm: Realm) -> None:
    """Lets happen all that is due to an account by now."""
    life.settle(realm)
    receipts.settle(realm)
    scans.settle(realm)
    upcs.settle(realm)


def tick(call: Call) -> None:
    """Lets happen what is due to any account."""
    now = call.clock.now()
    of_users = (
        select(User.account).join(Connection, Connection.owner == User.id).where(Connection.due_at <= now),
        select(User.account)
        .join(Connection, Connection.owner == User.id)
        .join(NumberReceipt, NumberReceipt.connection_id == Connection.id)
        .where(NumberReceipt.due_at <= now),
        select(User.account).join(ImageReceipt, ImageReceipt.owner == User.id).where(ImageReceipt.due_at <= now),
        select(NameRequest.account).where(NameRequest.due_at <= now),
    )
    for account in sorted(set(call.db.scalars(union_all(*of_users)))):
        settle(Realm(call, account))
