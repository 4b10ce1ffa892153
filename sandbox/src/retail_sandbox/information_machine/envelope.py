"""How answers are wrapped: result and meta, pages with their links, errors with what is left of the quota."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import quote, urlencode

from ..api import Answer, BadInput, Call, Problem
from .meter import Caller

MOST = 50
"""How many a page may have; connections of all users excepted."""


@dataclass(frozen=True)
class Listed:
    """One page of a list, for `finish` to wrap."""

    items: Sequence[Any]
    page: int
    per_page: int
    total: int


def page_of(found: Sequence[Any], call: Call, what: str, *, most: int = MOST) -> Listed:
    """The page of a list that a request asks for.

    Raises:
        Problem: 404, nothing is on it.
    """
    page, per_page = page_asked(call, most)
    items = found[(page - 1) * per_page : page * per_page]
    if not items:
        raise nothing(what)
    return Listed(items, page, per_page, len(found))


def page_asked(call: Call, most: int = MOST) -> tuple[int, int]:
    """Which page a request asks for, and how many it shall have."""
    return call.params["page"], min(call.params["per_page"], most)


def nothing(what: str) -> Problem:
    """The refusal of a selection that is empty."""
    return Problem(404, f"No {what} found for given criteria")


def finish(answer: Answer, call: Call) -> Answer:
    """Wraps a result."""
    meta: dict[str, Any] = {}
    result = answer.data
    if isinstance(result, Listed):
        meta = _paging(result, call)
        result = list(result.items)
    return Answer({"result": result, "meta": meta | _quota(call.caller)}, status=answer.status)


def problem(problem: Problem, call: Call | None) -> Answer:
    """An error as the service tells it."""
    status = problem.status
    if call is not None and isinstance(problem, BadInput):
        documented = call.operation.answers
        status = next((each for each in (400, 422, 404) if str(each) in documented), 400)
    who = problem.data if call is None or call.caller is None else call.caller
    body = {"message": problem.message}
    if call is not None and isinstance(who, Caller):
        body |= {
            "max_number_of_requests_per_day": str(who.limit),
            "remaining_number_of_request": str(who.remaining),
            "time_in_epoch_second_till_reset": str(_seconds(who.resets_at, call.clock.now())),
        }
    return Answer(body, status=status)


def _quota(who: Caller) -> dict[str, Any]:
    return {
        "max_number_of_requests_per_day": who.limit,
        "remaining_number_of_request": who.remaining,
        "time_in_epoch_second_till_reset": int(who.resets_at.timestamp()),
    }


def _seconds(moment: datetime, now: datetime) -> int:
    return max(math.ceil((moment - now).total_seconds()), 0)


def _paging(listed: Listed, call: Call) -> dict[str, Any]:
    pages = math.ceil(listed.total / listed.per_page) if listed.per_page else 0
    return {
        "page": listed.page,
        "per_page": listed.per_page,
        "total_count": listed.total,
        "total_number_of_pages": pages,
        "next_page": _link(call, listed.page + 1) if listed.page < pages else None,
        "last_page": _link(call, pages) if pages else None,
    }


def _link(call: Call, page: int) -> str:
    """The request's own address with another page. The keys are left out: an answer is no place for them, and no text
    of the vendor's shows them there."""
    path = call.operation.path
    for name in (each.name for each in call.operation.parameters if each.where == "path"):
        path = path.replace(f"{{{name}}}", quote(str(call.params[name]), safe=""))
    left_out = {"page", "client_id", "client_secret"}
    kept = [(name, text) for name, text in call.request.args.items(multi=True) if name not in left_out]
    return f"{call.url_for(path)}?{urlencode([*kept, ('page', page)])}"
