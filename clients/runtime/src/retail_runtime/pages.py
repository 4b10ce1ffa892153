"""Paging: lists are iterated; pages are fetched as they are needed."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast
from urllib.parse import parse_qs

from msgspec import Struct
from msgspec.structs import replace

from .decode import dig

if TYPE_CHECKING:
    from .operations import Call
    from .resources import Async, Sync
    from .responses import Response

T = TypeVar("T")


class Page(Struct, Generic[T], frozen=True):
    """One page of a list. Its repr shows the items alone: links to other pages may hold the keys of the request."""

    items: Sequence[T]
    """The things on this page."""
    answer: Any
    """The whole answer, for what it carries beside the items (counts, links)."""

    def __repr__(self) -> str:
        return f"Page(items={self.items!r})"


class Paging(Struct, frozen=True):
    """How a list pages. The subclasses are the styles."""

    items: str
    """Where the items are in the whole answer."""

    def page(self, answer: Any) -> Page[Any]:
        """The page that an answer holds."""
        items = dig(answer, self.items)
        return Page(cast("list[Any]", items) if isinstance(items, list) else [], answer)

    def following(self, page: Page[Any], sent: Mapping[str, Any]) -> Mapping[str, Any] | None:
        """The arguments to change for the next page, or None after the last."""
        raise NotImplementedError(type(self).__name__)


class NumberedPages(Paging, frozen=True):
    """A page number goes up until the last page."""

    parameter: str
    last: str | None = None
    """Where the answer says how many pages there are; where it does not, an empty or a short page is the last."""
    size: str | None = None
    default_size: int | None = None
    first: int = 1

    def following(self, page: Page[Any], sent: Mapping[str, Any]) -> Mapping[str, Any] | None:
        """The next number, or None after the last page."""
        number = int(sent.get(self.parameter) or self.first)
        if not page.items:
            return None
        pages = _count(page.answer, self.last)
        full = _is_full(page, sent, self.size, self.default_size)
        more = full if pages is None else number - self.first + 1 < pages
        return {self.parameter: number + 1} if more else None


class OffsetPages(Paging, frozen=True):
    """An offset goes up by what came."""

    parameter: str
    total: str | None = None
    """Where the answer says how many items there are; where it does not, an empty or a short page is the last."""
    size: str | None = None
    default_size: int | None = None

    def following(self, page: Page[Any], sent: Mapping[str, Any]) -> Mapping[str, Any] | None:
        """The next offset, or None after the last page."""
        seen = int(sent.get(self.parameter) or 0) + len(page.items)
        if not page.items:
            return None
        total = _count(page.answer, self.total)
        more = seen < total if total is not None else _is_full(page, sent, self.size, self.default_size)
        return {self.parameter: seen} if more else None


class LinkedPages(Paging, frozen=True):
    """The answer holds the URL of the next page. Only the moving parameter is taken from it, not its host or path."""

    parameter: str
    wire: str
    """The parameter's name in the link."""
    next: str
    """Where the answer has the link."""

    def following(self, page: Page[Any], sent: Mapping[str, Any]) -> Mapping[str, Any] | None:
        """What the link moves to, or None without one."""
        link = dig(page.answer, self.next)
        query = parse_qs(link.partition("#")[0].partition("?")[2]) if isinstance(link, str) else {}
        value = query.get(self.wire, [""])[-1]
        if not value or not page.items:
            return None
        return {self.parameter: int(value) if value.isascii() and value.isdigit() else value}


def _count(answer: Any, path: str | None) -> int | None:
    """A count in an answer; None when it is missing or no number."""
    try:
        return int(dig(answer, path)) if path else None
    except (TypeError, ValueError, OverflowError):
        return None


def _is_full(page: Page[Any], sent: Mapping[str, Any], size: str | None, usual: int | None) -> bool:
    wanted = (sent.get(size) if size else None) or usual
    return wanted is None or len(page.items) >= int(wanted)


class Pager(Generic[T]):
    """A list that fetches itself page by page. Nothing is sent before the first item is asked for."""

    def __init__(self, mode: Sync, call: Call) -> None:
        self._mode = mode
        self._call = call

    def __iter__(self) -> Iterator[T]:
        for page in self.pages():
            yield from page.items

    def pages(self) -> Iterator[Page[T]]:
        """The pages themselves, for what they carry beside the items."""
        for response in self.responses():
            yield response.data

    def responses(self) -> Iterator[Response[Page[T]]]:
        """The pages with their HTTP side: status, headers, meta, rate limit."""
        call: Call | None = self._call
        seen: set[str] = set()
        while call is not None:
            response: Response[Page[T]] = self._mode.send(call)
            yield response
            call = _following(call, response.data, seen)

    def first(self) -> T | None:
        """The first item, or None when there is none."""
        return next(iter(self), None)


class AsyncPager(Generic[T]):
    """A list that fetches itself page by page. Nothing is sent before the first item is asked for."""

    def __init__(self, mode: Async, call: Call) -> None:
        self._mode = mode
        self._call = call

    async def __aiter__(self) -> AsyncIterator[T]:
        async for page in self.pages():
            for item in page.items:
                yield item

    async def pages(self) -> AsyncIterator[Page[T]]:
        """The pages themselves, for what they carry beside the items."""
        async for response in self.responses():
            yield response.data

    async def responses(self) -> AsyncIterator[Response[Page[T]]]:
        """The pages with their HTTP side: status, headers, meta, rate limit."""
        call: Call | None = self._call
        seen: set[str] = set()
        while call is not None:
            response: Response[Page[T]] = await self._mode.send(call)
            yield response
            call = _following(call, response.data, seen)

    async def first(self) -> T | None:
        """The first item, or None when there is none."""
        return await anext(aiter(self), None)


def _following(call: Call, page: Page[Any], seen: set[str]) -> Call | None:
    """The call for the next page. `seen` are the pages there were: a list that leads back to one of them ends."""
    more = call.operation.traits["page"].following(page, call.arguments) if "page" in call.operation.traits else None
    if more is None or str(more) in seen:
        return None
    seen.add(str(more))
    return replace(call, arguments={**call.arguments, **more})
