# Generated from specs/everything.yaml by the generator; edit the spec and run `make generate`.
"""Events that the Every "Thing" \\ 日本 API sends to your server: `parse(body, headers)` checks and reads one."""

from __future__ import annotations

from typing import TypeAlias

from retail_runtime import EventShape, Signature, UnknownEvent, WebhookError, Webhooks

from .models import Ping, Returned, Sold

Event: TypeAlias = Sold | Returned | Ping
"""Any event of this API."""

webhooks: Webhooks[Event] = Webhooks(
    EventShape(Sold, values={"event": "sold"}),
    EventShape(Returned, values={"event": "returned"}),
    EventShape(Ping, fields=frozenset({"ping", "at"})),
    signature=Signature("X-Sign", "hex"),
)
"""Reads this API's events."""

parse = webhooks.parse

__all__ = ["Event", "UnknownEvent", "WebhookError", "parse", "webhooks", "Ping", "Returned", "Sold"]
