"""The admin API at `/_sandbox`: reset, seed, clock, faults, webhooks, journal, coverage, state."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import date, datetime
from hmac import compare_digest
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlsplit

import yaml
from sqlalchemy import Table, func, select
from werkzeug import Request, Response
from werkzeug.exceptions import HTTPException

from .answers import bodiless
from .api import BadInput, SeedError
from .clock import ClockState
from .decode import parse_json
from .faults import FaultError
from .formats import render_json
from .journal import HIDDEN, is_secret_name
from .posting import AGENT
from .requests import settle_length
from .store import tables_of
from .targets import TargetError
from .webhooks import DeliveryError
from .yamldata import parse_yaml

if TYPE_CHECKING:
    from .app import App

_LOOPBACK_NAMES = frozenset({"localhost", "sandbox"})
"""Hosts, beside loopback addresses, under which the admin API is open without a token: `sandbox` is the one in
process."""


class Refusal(Exception):
    """An admin call that is not carried out: what is wrong, where, and what to do."""

    def __init__(self, status: int, error: str, where: str = "", mend: str = "") -> None:
        super().__init__(error)
        self.status = status
        self.error = error
        self.where = where
        self.mend = mend


class Admin:
    """Answers the calls below `/_sandbox/`.

    Args:
        app: The sandbox.
        token: Asked for as a bearer token. None: calls from this machine alone are served.
    """

    def __init__(self, app: App, token: str | None) -> None:
        self._app = app
        self._token = token
        self._calls: dict[tuple[str, str], Callable[[Request], Any]] = {
            ("GET", ""): self._overview,
            ("POST", "reset"): self._reset,
            ("POST", "seed"): self._seed,
            ("GET", "clock"): self._clock,
            ("PUT", "clock"): self._set_clock,
            ("GET", "faults"): self._faults,
            ("PUT", "faults"): self._set_faults,
            ("DELETE", "faults"): self._clear_faults,
            ("GET", "requests"): self._requests,
            ("GET", "coverage"): self._coverage,
            ("GET", "webhooks"): self._events,
            ("POST", "webhooks/pump"): self._pump,
            ("GET", "webhooks/targets"): self._targets,
            ("PUT", "webhooks/targets"): self._set_targets,
        }

    def respond(self, request: Request, path: str) -> Response:
        """The response to a call for `path` below `/_sandbox/`."""
        try:
            self._check_caller(request)
            data = self._find(request, path)(request)
        except Refusal as refusal:
            data = {"error": refusal.error, "where": refusal.where, "mend": refusal.mend}
            return _json(data, refusal.status)
        except HTTPException as error:
            return _json(
                {"error": error.name, "where": "body", "mend": "send it whole, and smaller"}, error.code or 400
            )
        return bodiless(204) if data is None else _json(data, 200)

    def _check_caller(self, request: Request) -> None:
        if request.headers.get("User-Agent") == AGENT:
            raise Refusal(403, "a webhook may not do this", "header.User-Agent")
        origin = request.headers.get("Origin")
        if origin and urlsplit(origin).netloc != request.host:
            raise Refusal(403, "a page of another site may not do this", "header.Origin")
        if self._token is not None:
            scheme, _, token = request.headers.get("Authorization", "").partition(" ")
            if scheme.lower() != "bearer" or not compare_digest(token.encode(), self._token.encode()):
                raise Refusal(
                    401, "the admin token is missing or wrong", "header.Authorization", "Authorization: Bearer …"
                )
        elif not (_is_loopback(request.remote_addr) and _is_loopback(urlsplit(request.host_url).hostname)):
            raise Refusal(403, "the admin API is open on this machine only", "", "serve with --admin-token")

    def _find(self, request: Request, path: str) -> Callable[[Request], Any]:
        if path.startswith("state/") and request.method == "GET":
            return lambda request: self._state(request, path.removeprefix("state/"))
        event = re.fullmatch(r"webhooks/([^/]+)/redeliver", path)
        if event and request.method == "POST":
            return lambda _: self._redeliver(event[1])
        method = "GET" if request.method == "HEAD" else request.method
        call = self._calls.get((method, path))
        if call:
            return call
        methods = sorted(method for method, known in self._calls if known == path)
        if methods:
            raise Refusal(
                405, f"{request.method} is not allowed here", f"/_sandbox/{path}", f"one of {', '.join(methods)}"
            )
        further = {"/_sandbox/state/<api>", "/_sandbox/webhooks/<id>/redeliver"}
        known = sorted({f"/_sandbox/{known}" for _, known in self._calls} | further)
        raise Refusal(404, "there is no such admin call", f"/_sandbox/{path}"[:200], f"one of {', '.join(known)}")

    def _overview(self, request: Request) -> Any:
        apis = {service.api.name: [f"/{mount}" for mount in service.api.mounts] for service in self._app.services}
        return {"worker": os.getpid(), "apis": apis, "clock": self._clock(request), "faults": self._faults(request)}

    def _reset(self, _: Request) -> None:
        self._app.reset()

    def _seed(self, request: Request) -> None:
        try:
            self._app.seed(_body(request))
        except SeedError as error:
            raise Refusal(
                400, error.message, error.where, "nothing was stored; see the API's seed.yaml for the form"
            ) from error

    def _clock(self, _: Request) -> Any:
        self._app.control.refresh()
        state = self._app.control.clock.state
        return {"now": state.now().isoformat(), "frozen": state.frozen is not None}

    def _set_clock(self, request: Request) -> Any:
        self._app.control.refresh()
        wanted = _object(_body(request), {"now": str, "advance": str, "frozen": bool})
        clock = self._app.control.clock
        clock.change(_changed(clock.state, wanted))
        return self._clock(request)

    def _faults(self, _: Request) -> Any:
        self._app.control.refresh()
        return self._app.control.faults.to_json()

    def _set_faults(self, request: Request) -> Any:
        body = _body(request)
        wanted = _object({"rules": body} if isinstance(body, list) else body, {"rules": list, "seed": int})
        try:
            self._app.control.faults.set(wanted.get("rules", []), seed=wanted.get("seed", 0))
        except FaultError as error:
            where, _, message = str(error).partition(": ")
            raise Refusal(400, message, where, "no rule was changed") from error
        return self._faults(request)

    def _clear_faults(self, _: Request) -> None:
        self._app.control.faults.clear()

    def _requests(self, request: Request) -> Any:
        api, operation = request.args.get("api"), request.args.get("operation")
        entries = self._app.journal.entries(api=api, operation=operation, limit=_limit(request, 100))
        return {"worker": os.getpid(), "requests": entries}

    def _coverage(self, _: Request) -> Any:
        return {"worker": os.getpid(), "coverage": self._app.journal.coverage(self._app.operations)}

    def _events(self, request: Request) -> Any:
        asked = {name: request.args.get(name) for name in ("api", "event", "state")}
        return {"events": self._app.webhooks.events(**asked, limit=_limit(request, 100))}

    def _pump(self, _: Request) -> Any:
        return asdict(self._app.webhooks.pump())

    def _redeliver(self, id: str) -> Any:
        try:
            return self._app.webhooks.redeliver(id)
        except DeliveryError as error:
            mend = "see /_sandbox/webhooks and /_sandbox/webhooks/targets"
            raise Refusal(409 if error.known else 404, str(error), "path.id", mend) from error

    def _targets(self, _: Request) -> Any:
        return {"targets": [target.to_json() for target in self._app.webhooks.targets]}

    def _set_targets(self, request: Request) -> Any:
        body = _body(request)
        wanted = _object({"targets": body} if isinstance(body, list) else body, {"targets": list})
        try:
            self._app.webhooks.set(wanted.get("targets", []))
        except TargetError as error:
            where, _, message = str(error).partition(": ")
            raise Refusal(400, message, where, "no target was changed") from error
        return self._targets(request)

    def _state(self, request: Request, name: str) -> Any:
        apis = [service.api.name for service in self._app.services]
        if name not in apis:
            raise Refusal(404, "there is no such API here", "path.api", f"one of {', '.join(apis)}")
        limit, wanted = _limit(request, 1000), request.args.get("table")
        tables: dict[str, Any] = {}
        with self._app.store.transaction(write=False) as db:
            for table in (each for each in tables_of(name) if wanted in (None, each.name)):
                rows = db.execute(select(table).order_by(*table.primary_key).limit(limit)).mappings()
                tables[table.name] = {
                    "count": db.execute(select(func.count()).select_from(table)).scalar_one(),
                    "rows": [_shown_row(table, row) for row in rows],
                }
        return {"api": name, "tables": tables}


def _limit(request: Request, default: int) -> int:
    text = request.args.get("limit", str(default))
    if not (text.isascii() and text.isdigit()):
        raise Refusal(400, "must be a whole number", "query.limit")
    return int(text[:9])


def _changed(state: ClockState, wanted: Mapping[str, Any]) -> ClockState:
    """The clock as asked: first `now`, then `advance`, then `frozen`."""
    if not wanted:
        raise Refusal(400, "nothing to change", "body", 'such as {"advance": "P1DT2H"}')
    where = "body"
    try:
        if "now" in wanted:
            where = "body.now"
            state = state.at(wanted["now"])
        if "advance" in wanted:
            where = "body.advance"
            state = state.moved(wanted["advance"])
    except (ValueError, OverflowError) as error:
        raise Refusal(
            400, str(error), where, "an ISO 8601 time, such as 2026-01-31T12:00:00Z; or a duration: P1DT2H"
        ) from error
    if "frozen" in wanted:
        state = state.stopped() if wanted["frozen"] else state.running()
    return state


def _shown_row(table: Table, row: Mapping[Any, Any]) -> dict[str, Any]:
    """A row as plain data, without what is secret: columns that say so, columns and keys with the name of a secret."""
    return {
        column.name: HIDDEN if column.info.get("secret") or is_secret_name(column.name) else _shown(row[column.name])
        for column in table.columns
    }


def _shown(value: Any) -> Any:
    if isinstance(value, dict):
        fields = cast("dict[str, Any]", value)
        return {key: HIDDEN if is_secret_name(key) else _shown(item) for key, item in fields.items()}
    if isinstance(value, list):
        return [_shown(item) for item in cast("list[Any]", value)]
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, bytes):
        return f"{len(value)} bytes"
    return value if isinstance(value, str | int | float | None) else str(value)


def _body(request: Request) -> Any:
    settle_length(request)
    content = request.get_data()
    try:
        if request.mimetype == "application/json":
            return parse_json(content, "body")
        return parse_yaml(content)
    except BadInput as error:
        raise Refusal(400, error.message, error.where) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f"body line {mark.line + 1}" if mark else "body"
        raise Refusal(400, "this is neither JSON nor YAML", where) from error


def _object(body: Any, keys: Mapping[str, type]) -> dict[str, Any]:
    """A body with no other keys than these, and values of their types."""
    if not isinstance(body, dict):
        raise Refusal(400, "must be an object", "body", f"with {', '.join(keys)}")
    fields = cast("dict[str, Any]", body)
    for key, value in fields.items():
        if key not in keys:
            raise Refusal(400, "there is no such key", f"body.{key}", f"one of {', '.join(keys)}")
        if not isinstance(value, keys[key]) or (isinstance(value, bool) and keys[key] is int):
            raise Refusal(400, f"must be of type {keys[key].__name__}", f"body.{key}")
    return fields


def _is_loopback(host: str | None) -> bool:
    if host in _LOOPBACK_NAMES:
        return True
    try:
        return ip_address(host or "").is_loopback
    except ValueError:
        return False


def _json(data: Any, status: int) -> Response:
    return Response(render_json(data), status, content_type="application/json")
