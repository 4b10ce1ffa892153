"""What came back, beside the data: status, headers, meta, warnings, rate limit, misfits."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Generic, TypeVar

import httpx2
import msgspec
from msgspec import Struct, field

from .decode import Misfit
from .errors import detached
from .quota import Quota, RateLimit

T = TypeVar("T")


class Response(Struct, Generic[T], frozen=True):
    """An answer with its HTTP side. Its repr shows no header and no body."""

    data: T
    http: httpx2.Response
    answer: Any = None
    """The whole answer, when `data` is a part of it."""
    misfits: Sequence[Misfit] = ()
    """Where the answer was not as the spec says; what came there was kept."""
    warnings: Sequence[Any] = ()
    """What the API says went otherwise than asked, though the call succeeded."""
    meta: Any = None
    """What the API tells beside the data."""
    quota: Quota | None = None
    received: datetime = field(default_factory=lambda: datetime.now(UTC))
    """When it came."""

    def __repr__(self) -> str:
        return (
            f"Response(data={self.data!r}, status={self.status}, misfits={self.misfits!r}, warnings={self.warnings!r})"
        )

    @property
    def status(self) -> int:
        """The HTTP status."""
        return self.http.status_code

    @property
    def headers(self) -> httpx2.Headers:
        """The headers."""
        return self.http.headers

    @property
    def content(self) -> bytes:
        """The body as it came."""
        return self.http.content

    @property
    def request_id(self) -> str | None:
        """Quote it when you ask the API's support about this call."""
        return self.headers.get("x-request-id")

    @property
    def rate_limit(self) -> RateLimit:
        """The quota that the answer reports; its fields are None for an API that tells none."""
        return (self.quota or Quota("header")).read(self.headers, self.answer, self.received)

    def __reduce__(self) -> tuple[Any, ...]:
        """For pickling: without the request, which holds credentials."""
        state = {name: getattr(self, name) for name in self.__struct_fields__}
        return _restore, ({**state, "http": detached(self.http)},)

    def json(self) -> Any:
        """The body as plain JSON, with the fields that the spec does not know.

        Raises:
            ValueError: The body is not JSON (`content` has it as it came).
        """
        return msgspec.json.decode(self.http.content)


def _restore(state: dict[str, Any]) -> Response[Any]:
    return Response(**state)
