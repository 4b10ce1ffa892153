# Generated from specs/eandata.yaml by the generator; edit the spec and run `make generate`.
"""Client for the EANdata Data Feed API.

Look products up by barcode, correct what is on file, and read the lists of categories, attributes and units.

One address does it all; the parameters say what is wanted. The HTTP status is always 200: whether a request went well
stands in `status.code` of the answer. Every value of an answer is a string on the wire, in JSON and in XML alike.
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
from .client import AsyncEANData, EANData

__all__ = [
    "APIConnectionError",
    "APIError",
    "APIStatusError",
    "APITimeoutError",
    "AsyncEANData",
    "AuthenticationError",
    "BadRequestError",
    "ConflictError",
    "EANData",
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
