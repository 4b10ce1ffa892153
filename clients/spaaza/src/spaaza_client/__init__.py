# Generated from specs/spaaza.yaml by the generator; edit the spec and run `make generate`.
"""Client for the Spaaza API.

Loyalty and incentives: members, their vouchers, wallets and points, and the baskets that earn and redeem them.

A chain is a retailer; its branches are businesses; its members are users. A campaign says what is given for what. A
voucher is generated, then claimed, then redeemed in a basket. Money is exact: decimals, never binary floats.

Three ways to sign in: the session of a member, the session of an administrator (both from `login`), and the privileged
key of a trusted system. Which of them an operation takes is said there; what an administrator may do depends on the
access (read, write, assign, delete) that the chain gave. Nothing of one chain is seen by another.

A success is `{"result": {"code": 1, "status": "ok"}, "results": ...}`, with `warnings` where something was left undone
and the rest went on. An error has `result.code` 2 and one `error` with a code of the table below. The services host
(receipts, the search for users) answers bare JSON.

The version header chooses the form of answers. This file describes 1.4.2; older clients get `errors`, keyed by the
code, before 1.4.0, and `basket_vouchers` in place of `vouchers` before 1.4.2. Paths are also taken with `v1/` in front
and with `.json` or `.php` at the end. Forms take booleans as 1, 0, true and false. A DELETE takes its parameters in the
form or in the URL. The calls that change a voucher's status take PUT and POST alike.

Where the text says "Chosen:" in this file, the vendor's pages are silent and the rule is ours.
"""

from retail_runtime import (
    UNSET,
    APIConnectionError,
    APIError,
    APIStatusError,
    APITimeoutError,
    AuthenticationError,
    BadRequestError,
    ConflictError,
    InvalidArgumentError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    ResponseDecodeError,
    Retry,
    ServerError,
)

from . import errors, models, webhooks
from .client import AdminSession, AsyncSpaaza, Privileged, Spaaza, UserSession

__all__ = [
    "APIConnectionError",
    "APIError",
    "APIStatusError",
    "APITimeoutError",
    "AdminSession",
    "AsyncSpaaza",
    "AuthenticationError",
    "BadRequestError",
    "ConflictError",
    "InvalidArgumentError",
    "NotFoundError",
    "PermissionDeniedError",
    "Privileged",
    "RateLimitError",
    "ResponseDecodeError",
    "Retry",
    "ServerError",
    "Spaaza",
    "UNSET",
    "UserSession",
    "errors",
    "models",
    "webhooks",
]
