# Generated from specs/dataconnect.yaml by the generator; edit the spec and run `make generate`.
"""Client for the iQmetrix DataConnect API.

Data sets of a retailer - which products are in stock, who its customers are - each in the format that is asked for.

Every data set answers GET, with its parameters in the URL, and POST, with the same parameters in a form. Where a
parameter stands in both, the URL's counts. `Response` says the format; the rows are the same in all of them.

The first answer to signed-in credentials sets a session cookie; sent back, it stands for the session. A company has
eight requests in progress at most, and one that would answer more than 1,048,576 rows is refused. Errors come as
`{"Error": true, "Message": "..."}`, with 404 for a path that does not exist. Answers are compressed by gzip where the
request accepts it. Use TLS 1.2 or newer.

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

from . import errors, models
from .client import AsyncDataConnect, DataConnect

__all__ = [
    "APIConnectionError",
    "APIError",
    "APIStatusError",
    "APITimeoutError",
    "AsyncDataConnect",
    "AuthenticationError",
    "BadRequestError",
    "ConflictError",
    "DataConnect",
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
]
