"""What Spaaza tells by webhook. Each event goes into the outbox with the transaction that made it happen."""

from __future__ import annotations

from typing import Any

from . import event_shapes as shapes
from .access import Realm
from .answers import iso, zulu
from .basket_tables import Basket
from .campaign_tables import Campaign, LedgerEntry, LoyaltyLevel, Voucher
from .money import written
from .tables import User

_BY_HAND = "users_alter_loyalty_level"
"""The operation by which a person changes a level. All others do so by a rule."""


def user_changed(realm: Realm, type: str, user: User) -> None:
    """A member came (`shopper.created`), opted in or out, changed or was deleted."""
    event = {"object": "event"} | _event(realm, type) | {"data": shapes.shopper(user)}
    realm.call.emit("user", event, target_key=str(user.chain_id))


def level_changed(realm: Realm, user: User, before: LoyaltyLevel | None, after: LoyaltyLevel, reason: str) -> None:
    """A member has another loyalty level."""
    data = {
        "id": realm.call.sequence("level_change"),
        "campaign_id": after.campaign_id,
        "created_date": iso(realm.now),
        "log_message": reason,
        "loyalty_level": shapes.level(after),
        "loyalty_level_previous": shapes.level(before) if before else None,
        "mutation_owner_id": realm.acting_user_id if realm.call.operation.id == _BY_HAND else None,
        "user": shapes.member(realm, user),
    }
    _tell(realm, user, "loyalty_level_changed", "shopper.loyalty-level-changed", data)


def voucher_issued(realm: Realm, voucher: Voucher) -> None:
    """A member has a new voucher. Nobody is told of one that anybody may show."""
    if voucher.user_id is None:
        return
    user = realm.db.get_one(User, voucher.user_id)
    campaign = realm.db.get_one(Campaign, voucher.campaign_id)
    data = shapes.voucher(realm, voucher) | {
        "campaign_id": campaign.id,
        "campaign_title": campaign.title,
        "campaign_type": campaign.type,
        "type": voucher.type,
        "user": shapes.member(realm, user, with_devices=False),
    }
    _tell(realm, user, "voucher_issued", "shopper.voucher-issued", data)


def points_mutation(realm: Realm, entry: LedgerEntry) -> None:
    """A wallet moved."""
    user = realm.db.get_one(User, entry.user_id)
    wallet = realm.db.get_one(Campaign, entry.campaign_id)
    data = {
        "amount": written(entry.amount),
        "basket": shapes.basket(realm, entry.basket_id),
        "campaign": shapes.wallet(realm, wallet, user, entry.contributing_campaign_id),
        "created_date": iso(entry.created_at),
        "currency_id": wallet.currency_id,
        "earn_or_spend": "spend" if entry.amount < 0 else "earn",
        "receipt_id": entry.basket_id,
        "returned_item": shapes.returned_item(realm, entry.returned_item_id),
        "timestamp_microsecond": f"{entry.created_at:%Y-%m-%d %H:%M:%S.%f}",
        "type": entry.cause,
        "user": shapes.member(realm, user),
        "user_id": user.id,
        "user_purchase_progress": shapes.progress(realm, entry),
        "voucher": shapes.voucher_behind(realm, entry.voucher_id, user),
    }
    _tell(realm, user, "points_mutation", "shopper.points-mutation", data)


def receipt_made(realm: Realm, basket: Basket) -> None:
    """A purchase was stored. The event is the bare receipt; there is none of nobody's purchase, or of a chain that
    does not use the receipts service."""
    from .receipts import has_receipt, receipt  # receipts read wallets, and wallets tell events

    if has_receipt(realm, basket):
        realm.call.emit("receipt", receipt(realm, basket), target_key=str(basket.chain_id))


def _tell(realm: Realm, user: User, name: str, type: str, data: dict[str, Any]) -> None:
    event = _event(realm, type) | {"chain_id": user.chain_id, "data": data}
    realm.call.emit(name, event, target_key=str(user.chain_id))


def _event(realm: Realm, type: str) -> dict[str, Any]:
    return {"type": type, "id": f"{realm.call.sequence('event'):013x}", "created": zulu(realm.now)}
