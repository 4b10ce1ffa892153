"""Issuing vouchers: one way for all that give them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

from . import events
from .access import Realm
from .campaign_tables import Campaign, Voucher
from .money import ZERO
from .seeding import made_key
from .tables import User

NEVER = datetime(2050, 1, 1, tzinfo=UTC)
"""When a voucher expires that does not."""


def issue(
    realm: Realm,
    campaign: Campaign,
    user: User | None,
    *,
    type: str = "basket",
    amount: Decimal | None = None,
    discount_ratio: Decimal | None = None,
    claimed: bool | None = None,
    expires_at: datetime | None = None,
    honour_code: str | None = None,
    title: str | None = None,
    text: str | None = None,
    description: str | None = None,
    notes: str | None = None,
    image_url: str | None = None,
    wallet_amount: Decimal | None = None,
    locked_until: datetime | None = None,
    locking_code: str | None = None,
    basket_code_exclusive: str | None = None,
    parent: Voucher | None = None,
    return_transaction_id: int | None = None,
) -> Voucher:
    """Issues a voucher, and tells those who listen.

    Args:
        realm: The call.
        campaign: Whose voucher it is.
        user: Whom it is for; None for an honour voucher that anybody may show.
        type: `basket`, `basket_pct`, `honour`.
        amount: Its value; None for those without.
        discount_ratio: Of a percentage: 0.25 is a quarter off.
        claimed: Whether it can be redeemed at once; None: as the campaign says.
        expires_at: None: as the campaign says.
        honour_code: Its code in the other system.
        title: A title.
        text: A text; None: the campaign's.
        description: A longer text.
        notes: Terms, or how to use it.
        image_url: A picture.
        wallet_amount: What was taken from a wallet for it.
        locked_until: Until when it is locked from the start.
        locking_code: The code that a basket must bring meanwhile.
        basket_code_exclusive: The only basket that can redeem it meanwhile.
        parent: The redeemed voucher whose value it brings back.
        return_transaction_id: The return that brought it back.
    """
    number = realm.call.sequence("voucher")
    by_default = campaign.rules.get("created_voucher_claimed_by_default", False)
    voucher = Voucher(
        id=number,
        key=made_key(f"voucher/{number}"),
        chain_id=campaign.chain_id,
        user_id=user.id if user else None,
        campaign_id=campaign.id,
        type=type,
        status="claimed" if (by_default if claimed is None else claimed) else "generated",
        amount=amount,
        amount_redeemed=ZERO,
        discount_ratio=discount_ratio,
        currency_id=None if type == "honour" else campaign.currency_id,
        wallet_amount=wallet_amount,
        locked_until=locked_until,
        locking_code=locking_code,
        basket_code_exclusive=basket_code_exclusive,
        honour_code=honour_code,
        title=title,
        text=text if text is not None else campaign.voucher_text,
        description=description,
        notes=notes,
        image_url=image_url,
        created_at=realm.now,
        creating_user_id=realm.acting_user_id,
        expires_at=expires_at or _expiry(realm.now, campaign),
        parent_voucher_id=parent.id if parent else None,
        return_transaction_id=return_transaction_id,
    )
    realm.db.add(voucher)
    realm.db.flush()
    events.voucher_issued(realm, voucher)
    return voucher


def _expiry(now: datetime, campaign: Campaign) -> datetime:
    days = int(campaign.rules.get("voucher_expiry_days", 0))
    return now + timedelta(days=days) if days else NEVER
