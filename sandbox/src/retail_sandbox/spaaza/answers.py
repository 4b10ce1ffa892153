"""How answers are wrapped, and how they write times."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any, cast

from ..api import Answer, Call

_NAMES = {
    "users_export": "spaaza\\api\\auth\\export",
    "users_alter_loyalty_level": "alter-user-loyalty-level",
    "baskets_return_items": "return-handler",
}
"""What answers call the operations whose path does not say it."""
_NAMED_BESIDE = frozenset({"users_alter_loyalty_level"})
"""The operations whose answers have their name beside the results."""
_UNNAMED = frozenset({"users_add_note", "users_delete_note", "sessions_cross_site_token"})
"""The operations whose answers do not have their name."""


@dataclass(frozen=True)
class Told:
    """What a rule found, with warnings of what it left undone."""

    results: Any
    warnings: Sequence[dict[str, Any]] = field(default=())
    older: Callable[[Any], Any] | None = None
    """Recasts the results for a caller whose version the spec no longer describes."""


def finish(answer: Answer, call: Call) -> Answer:
    """Wraps a success. The services host answers bare JSON."""
    told = answer.data if isinstance(answer.data, Told) else Told(answer.data)
    operation = call.operation
    results = told.results
    if operation.server:
        return Answer(results, status=answer.status, headers=answer.headers)
    name = _NAMES.get(operation.id, operation.path.rpartition("/")[2])
    data: dict[str, Any] = {"result": {"code": 1, "status": "ok"}}
    if told.warnings:
        data["warnings"] = list(told.warnings)
    if operation.id in _NAMED_BESIDE:
        data |= {"results": results, "result_type": name}
    elif operation.id in _UNNAMED or not isinstance(results, dict):
        data["results"] = results
    else:
        data["results"] = {**cast("dict[str, Any]", results), "result_type": name}
    recast = _recasting(told.older) if told.older else None
    return Answer(data, status=answer.status, headers=answer.headers, recast=recast)


def _recasting(older: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda data: {**data, "results": older(data["results"])}


def iso(moment: datetime | date) -> str:
    """A moment as most answers write it: `2019-04-02T03:05:42+00:00`. A day is its midnight."""
    return f"{_seconds(moment)}+00:00"


def zulu(moment: datetime | date) -> str:
    """A moment as notes and the services host write it: `2019-04-02T03:05:42Z`. A day is its midnight."""
    return f"{_seconds(moment)}Z"


def utc_text(moment: datetime) -> str:
    """A moment in UTC that does not say so: `2019-04-02 03:05:42`."""
    return _seconds(moment).replace("T", " ")


def _seconds(moment: datetime | date) -> str:
    if isinstance(moment, datetime):
        return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds")
    return f"{moment.isoformat()}T00:00:00"
