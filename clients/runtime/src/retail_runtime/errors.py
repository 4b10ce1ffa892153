"""Everything a client can raise, from the general to the particular."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import httpx2

from .quota import RateLimit


class APIError(Exception):
    """Base of every error that a client raises on a call."""


class InvalidArgumentError(APIError, ValueError):
    """An argument can't be right, so nothing was sent."""


class MissingCredentialsError(APIError):
    """The client was given no credentials that this operation takes; nothing was sent."""


class MissingAddressError(APIError):
    """The API has no address of its own and the client was given none; nothing was sent."""


class MissingExtraError(APIError, ImportError):
    """What was called needs a package that is not installed; the text says which. Nothing was sent."""


class APIConnectionError(APIError):
    """No answer: the request may or may not have reached the server."""


class APITimeoutError(APIConnectionError):
    """The server took longer than the timeout."""


class WaitTimeoutError(APIError):
    """The work was not done within the time given; it may still go on at the server."""


class JobFailedError(APIError):
    """The server gave the work up. `status` is its last word about it."""

    def __init__(self, message: str, status: Any = None) -> None:
        super().__init__(message, status)
        self.message = message
        self.status = status

    def __str__(self) -> str:
        return self.message


class ResponseDecodeError(APIError):
    """The server answered with a body that can't be read, or (with `strict=True`) that is not of the spec.

    The server has acted all the same. `response` has the body.
    """

    def __init__(self, message: str, response: httpx2.Response) -> None:
        response = detached(response)
        super().__init__(message, response)
        self.response = response

    def __str__(self) -> str:
        return str(self.args[0])


class APIStatusError(APIError):
    """The server refused, or failed.

    Its text names the operation, the status, the API's own code where there is one, and the message.
    """

    code: str | None = None
    """The API's own code for this error; on a class made for one code, that code."""
    name: str | None = None
    """The API's own name for this error."""
    stands_for: ClassVar[int | None] = None
    """The HTTP status that this class stands for."""
    Details: ClassVar[Any] = None
    """What reads the error body, where this class has a shape of its own for it."""

    def __init__(
        self,
        message: str,
        response: httpx2.Response,
        *,
        operation: str = "",
        status: int | None = None,
        code: str | None = None,
        name: str | None = None,
        details: Any = None,
        rate_limit: RateLimit | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        """What the server says."""
        self.response = detached(response)
        """The answer, without the request that it answers: that one holds credentials."""
        self.operation = operation
        """The method that was called, such as `products.find`."""
        self.status = status or response.status_code
        """The HTTP status; for an error told under HTTP 200, the status that it stands for."""
        self.details = details
        """The error body as a model, or as plain data when it has no known shape."""
        self.rate_limit = rate_limit or RateLimit()
        """The quota that the server reports with the error; its fields are None where it tells none."""
        if code is not None:
            self.code = code
        if name is not None:
            self.name = name

    @property
    def request_id(self) -> str | None:
        """Quote it when you ask the API's support about this call."""
        return self.response.headers.get("x-request-id")

    def __str__(self) -> str:
        told = f" under HTTP {self.response.status_code}" if self.response.status_code != self.status else ""
        code = f" [{' '.join(part for part in (self.code, self.name) if part)}]" if self.code or self.name else ""
        request_id = f" (request {self.request_id})" if self.request_id else ""
        return f"{self.operation or 'call'}: {self.status}{told}{code}: {self.message}{request_id}"

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore, (type(self), self.message, self.response, self.__dict__.copy())


def _restore(
    kind: type[APIStatusError], message: str, response: httpx2.Response, state: dict[str, Any]
) -> APIStatusError:
    error = kind(message, response)
    error.__dict__.update(state)
    return error


def detached(response: httpx2.Response) -> httpx2.Response:
    """A copy of a response that holds neither its request nor cookies, so that it can be kept, shown and pickled."""
    headers = [
        (name, value)
        for name, value in response.headers.multi_items()
        if name.lower() not in ("set-cookie", "content-encoding", "transfer-encoding")
    ]
    return httpx2.Response(response.status_code, headers=headers, content=response.content)


class BadRequestError(APIStatusError):
    """400: the request is not right."""

    stands_for = 400


class AuthenticationError(APIStatusError):
    """401: no credentials, or wrong ones."""

    stands_for = 401


class PermissionDeniedError(APIStatusError):
    """403: these credentials may not do this."""

    stands_for = 403


class NotFoundError(APIStatusError):
    """404: there is no such thing, or it is another account's."""

    stands_for = 404


class ConflictError(APIStatusError):
    """409: it clashes with how things stand."""

    stands_for = 409


class GoneError(APIStatusError):
    """410: it was there, and is no more."""

    stands_for = 410


class UnprocessableEntityError(APIStatusError):
    """422: the request is well formed but can't be carried out."""

    stands_for = 422


class RateLimitError(APIStatusError):
    """429: too many requests, in a time or at once."""

    stands_for = 429


class ServerError(APIStatusError):
    """5xx: the server failed."""

    stands_for = 500


BY_STATUS: Mapping[int, type[APIStatusError]] = {
    kind.stands_for: kind
    for kind in (
        BadRequestError,
        AuthenticationError,
        PermissionDeniedError,
        NotFoundError,
        ConflictError,
        GoneError,
        UnprocessableEntityError,
        RateLimitError,
        ServerError,
    )
    if kind.stands_for
}


def by_code(*errors: type[APIStatusError]) -> dict[str, type[APIStatusError]]:
    """Index error classes by the API's code that they stand for."""
    return {error.code: error for error in errors if error.code}


def by_status(status: int) -> type[APIStatusError]:
    """The class for an HTTP status: its own, else its family's."""
    return BY_STATUS.get(status) or (ServerError if status >= 500 else APIStatusError)
