"""Which rule serves which operation. Each module of rules says its own."""

from __future__ import annotations

from collections.abc import Mapping

from ..api import Handler
from . import (
    branches,
    cards,
    creating,
    exports,
    ledger,
    locking,
    loyalty,
    members,
    notes,
    pricing,
    purchases,
    receipt_csv,
    receipt_lists,
    receipts,
    returns,
    rewards,
    sessions,
    voucher_csv,
    voucher_lists,
    vouchers,
)
from .access import serve

_MODULES = (
    *(members, cards, loyalty, notes, exports, sessions),
    *(creating, vouchers, locking, voucher_lists, voucher_csv),
    *(ledger, rewards),
    *(pricing, purchases, returns),
    *(receipts, receipt_lists, receipt_csv),
    branches,
)

HANDLERS: Mapping[str, Handler] = {id: serve(rule) for module in _MODULES for id, rule in module.RULES.items()}
