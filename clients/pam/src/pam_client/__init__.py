# Generated from specs/pam.yaml by the generator; edit the spec and run `make generate`.
"""Client for the PAM API.

Product Advance Management: the products of a retailer or brand owner, with their prices, categories, attributes and
locks; import and export as CSV; a document store.

Every call carries a ticket, and sees and changes only what belongs to the participants of that ticket. Errors come as
`{"error": "..."}`. The text names no status codes: those below are chosen.

Most numbers and flags are text on the wire (`"76"`, `"1"`). Where the text says "Chosen:" in this file, the vendor's
text is silent and the rule is ours.
"""

from retail_runtime import (
    NULL,
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

from . import errors, models
from .client import AsyncPam, Pam

__all__ = [
    "APIConnectionError",
    "APIError",
    "APIStatusError",
    "APITimeoutError",
    "AsyncPam",
    "AuthenticationError",
    "BadRequestError",
    "ConflictError",
    "InvalidArgumentError",
    "NULL",
    "NotFoundError",
    "Pam",
    "PermissionDeniedError",
    "RateLimitError",
    "ResponseDecodeError",
    "Retry",
    "ServerError",
    "UNSET",
    "errors",
    "models",
]
