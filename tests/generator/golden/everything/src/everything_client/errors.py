# Generated from specs/everything.yaml by the generator; edit the spec and run `make generate`.
"""Errors of the Every "Thing" \\ 日本 API. Each is also an error of its HTTP status, such as `NotFoundError`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

import retail_runtime
from retail_runtime import APIStatusError, ConflictError, JobFailedError, ServerError, by_code

from .models import LockedBody


class NotFoundError(retail_runtime.NotFoundError):
    """There is no such thing: "none"."""

    code = "17"


class BasketLockedError(APIStatusError):
    """Another till has it."""

    code = "18"
    stands_for = 423
    Details = LockedBody

    @property
    def until(self) -> datetime | None:
        """Until when."""
        return getattr(self.details, "until", None)

    @property
    def class_(self) -> str | None:
        """Of which class the holder is."""
        return getattr(self.details, "class_", None)


class PaymentRequiredError(APIStatusError):
    """Pay first."""

    code = "19"
    stands_for = 402


class OverloadedError(ServerError):
    """Too much at once."""

    code = "20"
    stands_for = 503


class NoStockError(ConflictError):
    """Sold out."""

    code = "21"


class ImportFailed(JobFailedError):
    """The server gave the work up (`failed`); the text is its reason."""


ERRORS: Mapping[str, type[APIStatusError]] = by_code(
    NotFoundError, BasketLockedError, PaymentRequiredError, OverloadedError, NoStockError
)
"""The error class of each code."""
