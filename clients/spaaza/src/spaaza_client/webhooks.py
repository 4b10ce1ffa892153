# Generated from specs/spaaza.yaml by the generator; edit the spec and run `make generate`.
"""Events that the Spaaza API sends to your server: `parse(body, headers)` checks and reads one."""

from __future__ import annotations

from typing import TypeAlias

from retail_runtime import EventShape, Signature, UnknownEvent, WebhookError, Webhooks

from .models import LoyaltyLevelChanged, PointsMutation, Receipt, UserEvent, VoucherIssued

Event: TypeAlias = UserEvent | LoyaltyLevelChanged | VoucherIssued | PointsMutation | Receipt
"""Any event of this API."""

webhooks: Webhooks[Event] = Webhooks(
    EventShape(UserEvent, values={"object": "event"}),
    EventShape(LoyaltyLevelChanged, values={"type": "shopper.loyalty-level-changed"}),
    EventShape(VoucherIssued, values={"type": "shopper.voucher-issued"}),
    EventShape(PointsMutation, values={"type": "shopper.points-mutation"}),
    EventShape(
        Receipt,
        fields=frozenset(
            {
                "id",
                "timestamp",
                "type",
                "download_url",
                "quantity",
                "subtotal",
                "total_value",
                "payment_method",
                "line_items",
                "tax_lines",
                "chain",
                "shopper",
                "monetary_wallet",
                "points_wallet",
                "basket_vouchers",
            }
        ),
    ),
    signature=Signature("X-Spaaza-Hmac-SHA256", "base64"),
)
"""Reads this API's events."""

parse = webhooks.parse

__all__ = [
    "Event",
    "UnknownEvent",
    "WebhookError",
    "parse",
    "webhooks",
    "LoyaltyLevelChanged",
    "PointsMutation",
    "Receipt",
    "UserEvent",
    "VoucherIssued",
]
