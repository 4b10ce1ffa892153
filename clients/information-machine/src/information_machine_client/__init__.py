# Generated from specs/information-machine.yaml by the generator; edit the spec and run `make generate`.
"""Client for the Information Machine API.

Purchases of your users, harvested from the stores where they shop, with the products behind them.

A user is whom you say it is. A store connection holds a user's login at a store; from then on the purchases there are
collected. Receipts, as images or by number, and barcodes add what connections cannot reach.

Users, connections and the daily quota belong to the pair of keys that every call carries. Every success is `{"result":
..., "meta": ...}`; every error a flat object with a `message`. Where this file says "Chosen:", the vendor's texts are
silent or contradict each other, and the rule is ours. What only the oldest vendor clients have is deprecated.

Chosen: a request that does not fit gives a 400 where the vendor lists one or the operation takes filters, else the
first of 422 and 404 that it lists; an exhausted quota gives a 429; an error about the keys tells its message alone.
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
from .client import AsyncInformationMachine, InformationMachine

__all__ = [
    "APIConnectionError",
    "APIError",
    "APIStatusError",
    "APITimeoutError",
    "AsyncInformationMachine",
    "AuthenticationError",
    "BadRequestError",
    "ConflictError",
    "InformationMachine",
    "InvalidArgumentError",
    "NotFoundError",
    "PermissionDeniedError",
    "RateLimitError",
    "ResponseDecodeError",
    "Retry",
    "ServerError",
    "UNSET",
    "errors",
    "models",
    "webhooks",
]
