# Generated from specs/eandata.yaml by the generator; edit the spec and run `make generate`.
"""Errors of the EANdata Data Feed API. Each is also an error of its HTTP status, such as `NotFoundError`."""

from __future__ import annotations

from collections.abc import Mapping

from retail_runtime import APIStatusError, BadRequestError, NotFoundError, ServerError, by_code

from .models import Company, Failure


class InvalidRequestError(BadRequestError):
    """The request cannot be served: the key code is missing or wrong, the digits are no barcode, a parameter is missing
    or wrong, or the update is refused.
    """

    code = "400"


class ProductNotFoundError(NotFoundError):
    """No product with this code is on file. The company may be known all the same."""

    code = "404"
    Details = Failure

    @property
    def company(self) -> Company | None:
        """The company that the code's first digits belong to, when it is known."""
        return getattr(self.details, "company", None)


class ServiceFailedError(ServerError):
    """The service failed."""

    code = "500"


ERRORS: Mapping[str, type[APIStatusError]] = by_code(InvalidRequestError, ProductNotFoundError, ServiceFailedError)
"""The error class of each code."""
