# Generated from specs/information-machine.yaml by the generator; edit the spec and run `make generate`.
"""Events that the Information Machine API sends to your server: `parse(body, headers)` checks and reads one."""

from __future__ import annotations

from typing import TypeAlias

from retail_runtime import EventShape, UnknownEvent, WebhookError, Webhooks

from .models import OnDemandRefresh, StoreConnectionCredentials, UpcResolved, UserPurchases

Event: TypeAlias = UserPurchases | StoreConnectionCredentials | OnDemandRefresh | UpcResolved
"""Any event of this API."""

webhooks: Webhooks[Event] = Webhooks(
    EventShape(UserPurchases, fields=frozenset({"user_store_id", "user_id", "idempotency_key", "purchase_data"})),
    EventShape(
        StoreConnectionCredentials,
        fields=frozenset(
            {
                "store_connection_id",
                "credentials_status",
                "account_locked",
                "user_id",
                "username",
                "store_id",
                "idempotency_key",
            }
        ),
    ),
    EventShape(
        OnDemandRefresh, fields=frozenset({"user_store_id", "refresh_request_id", "purchase_count", "idempotency_key"})
    ),
    EventShape(UpcResolved, fields=frozenset({"name", "store", "resolve_status", "upcs"})),
)
"""Reads this API's events."""

parse = webhooks.parse

__all__ = [
    "Event",
    "UnknownEvent",
    "WebhookError",
    "parse",
    "webhooks",
    "OnDemandRefresh",
    "StoreConnectionCredentials",
    "UpcResolved",
    "UserPurchases",
]
