# Generated from specs/everything.yaml by the generator; edit the spec and run `make generate`.
"""Client for the Every "Thing" \\ 日本 API.

Things with `\"\"\"quotes\"\"\"` and \\backslashes\\, sold in ¥ and €.

- one point
- another, whose text is so long that it does not fit on one line of a docstring and has to be broken somewhere near its
  end
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

from . import errors, models, webhooks
from .client import AsyncEverything, Bearer, Everything, Keys, Pair, Session

__all__ = [
    "APIConnectionError",
    "APIError",
    "APIStatusError",
    "APITimeoutError",
    "AsyncEverything",
    "AuthenticationError",
    "BadRequestError",
    "Bearer",
    "ConflictError",
    "Everything",
    "InvalidArgumentError",
    "Keys",
    "NULL",
    "NotFoundError",
    "Pair",
    "PermissionDeniedError",
    "RateLimitError",
    "ResponseDecodeError",
    "Retry",
    "ServerError",
    "Session",
    "UNSET",
    "errors",
    "models",
    "webhooks",
]
