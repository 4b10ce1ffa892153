"""One API served: its spec's operations as routes, each with what reads, serves and writes it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy.orm import Session
from werkzeug import Request
from werkzeug.exceptions import MethodNotAllowed, NotFound
from werkzeug.routing import Map, MapAdapter, RequestRedirect, Rule
from werkzeug.test import create_environ

from .answers import AnswerWriter, bodiless, plain_response
from .api import Api, Call, Problem
from .control import Control
from .exchange import Exchange, Outcome, PageEndpoint, Served
from .requests import RequestReader
from .security import Security
from .spec import Operation, Spec, SpecError
from .store import Store
from .webhooks import Emitter


@dataclass(frozen=True, eq=False)  # werkzeug keeps routes by identity
class _Route:
    endpoint: Served | PageEndpoint
    names: Mapping[str, str]
    """Werkzeug's names of the values in the path, and the spec's."""


@dataclass(frozen=True, eq=False)
class _OtherMethods:
    """What a path refuses itself, lest a template that fits as well takes it: `/things/new` is not `/things/{id}`."""

    allowed: frozenset[str]


class Kernel:
    """One API over a store.

    Args:
        api: The API.
        spec: Its spec.
        store: Where its state is.
        control: The sandbox's clock and faults.
        settings: Overrides the API's own.
        check_keys: False lets requests in whose credentials are missing or wrong, as `api.anyone`.

    Raises:
        SpecError: An operation has no handler, or a handler no operation; or the spec cannot be served.
    """

    def __init__(
        self,
        api: Api,
        spec: Spec,
        store: Store,
        control: Control,
        *,
        settings: Mapping[str, Any] | None = None,
        check_keys: bool = True,
    ) -> None:
        _match_handlers(api, spec)
        if not check_keys and api.anyone is None:
            raise SpecError(f"{api.name} cannot be served without keys: it does not say who calls then (Api.anyone)")
        self.api = api
        self.spec = spec
        self.store = store
        self.control = control
        self.check_keys = check_keys
        self.settings = {**api.settings, **(settings or {})}
        self.security = Security(spec)
        self.emitter = Emitter(api.name, spec)
        self.operations = spec.operations
        self.secret_names = self.security.keys | {
            parameter.name
            for operation in spec.operations
            for parameter in operation.parameters
            if spec.resolve(parameter.schema).get("format") == "password"
        }
        """Names of parameters whose values nobody else may see."""
        self._adapters = {mount: self._routes(server) for mount, server in api.mounts.items()}

    def respond(self, request: Request, mount: str, path: str) -> Outcome:
        """The outcome of a request for `path` below one of this API's mounts."""
        if self.api.tolerate:
            path = self.api.tolerate(request, path)
        try:
            route, values = self._adapters[mount].match(path, method=request.method)
            if isinstance(route, _OtherMethods):
                raise MethodNotAllowed(valid_methods=route.allowed)
        except MethodNotAllowed as error:
            allow = ", ".join(sorted({*(error.valid_methods or ()), "OPTIONS"}))
            if request.method == "OPTIONS":
                return Outcome(bodiless(204, {"Allow": allow}), path)
            return self._without_operation(
                Problem(405, f"{request.method} is not allowed here"), path, {"Allow": allow}
            )
        except (NotFound, RequestRedirect):
            return self._without_operation(Problem(404, "there is nothing at this path"), path, {})
        named = {route.names[name]: value for name, value in values.items()}
        return Exchange(self, route.endpoint, request, mount, named).run()

    def call(self, operation: Operation, request: Request, mount: str) -> Call:
        """The call of a request, before anything of it is read and its transaction begins."""
        return Call(
            operation=operation,
            params={},
            body=None,
            credentials={},
            caller=None,
            db=cast("Session", None),
            store=self.store,
            clock=self.control.clock,
            settings=self.settings,
            request=request,
            api=self.api.name,
            mount=mount,
            emitter=self.emitter,
        )

    def tick(self, base_url: str) -> None:
        """Lets happen what is due by the clock, in a transaction of its own (`Api.tick`).

        Args:
            base_url: Where callers reach the sandbox, for the links that are made.
        """
        tick = self.api.tick
        if tick is None:
            return
        mount = next(iter(self.api.mounts))
        request = Request(create_environ(f"/{mount}/", base_url))
        call = self.call(_unspecified("tick", "/"), request, mount)

        def work(db: Session) -> None:
            call.db = db
            tick(call)

        self.store.run(work, write=False)

    def _without_operation(self, problem: Problem, path: str, headers: Mapping[str, str]) -> Outcome:
        answer = self.api.problem(problem, None)
        response = plain_response(answer, answer.status or problem.status)
        response.headers.update(headers)
        return Outcome(response, path)

    def _routes(self, server: str) -> MapAdapter:
        rules: list[Rule] = []
        methods: dict[str, set[str]] = defaultdict(set)
        for operation in self.spec.operations:
            if operation.server == server:
                rule, names = _rule(operation.path)
                methods[rule] |= {operation.method, "HEAD"} if operation.method == "GET" else {operation.method}
                endpoint = Served(
                    operation,
                    self.api.handlers[operation.id],
                    RequestReader(self.spec, operation, self.security.keys, self.api.tolerate_body),
                    AnswerWriter(self.spec, operation),
                )
                rules.append(Rule(rule, methods=[operation.method], endpoint=_Route(endpoint, names)))
        for rule, page in self.api.pages.items() if server == "" else ():
            names = {name: name for name in re.findall(r"<(?:[^<>:]*:)?([^<>]+)>", rule)}
            endpoint = PageEndpoint(_unspecified(f"page {rule}", rule), page)
            rules.append(Rule(rule, methods=["GET"], endpoint=_Route(endpoint, names)))
        rules += [Rule(rule, endpoint=_OtherMethods(frozenset(allowed))) for rule, allowed in methods.items()]
        return Map(rules, strict_slashes=True, merge_slashes=False, redirect_defaults=False).bind("sandbox")


def _match_handlers(api: Api, spec: Spec) -> None:
    operations = {operation.id for operation in spec.operations}
    missing = sorted(operations - api.handlers.keys())
    if missing:
        raise SpecError(f"{api.name}: no handler serves {', '.join(missing)}")
    unknown = sorted(api.handlers.keys() - operations)
    if unknown:
        raise SpecError(f"{api.name}: the spec has no operation {', '.join(unknown)}")
    unreachable = sorted({each.id for each in spec.operations if each.server not in api.mounts.values()})
    if unreachable:
        raise SpecError(f"{api.name}: no mount stands for the server of {', '.join(unreachable)}")


def _rule(path: str) -> tuple[str, dict[str, str]]:
    """A path of a spec as werkzeug's rule. The values get names of our own, since a spec's need not be Python's."""
    names: dict[str, str] = {}

    def variable(match: re.Match[str]) -> str:
        names[f"p{len(names)}"] = match[1]
        return f"<p{len(names) - 1}>"

    return re.sub(r"\{([^{}]+)\}", variable, path), names


def _unspecified(name: str, path: str) -> Operation:
    """What stands for the operation where the spec has none."""
    return Operation(
        id=name,
        method="GET",
        path=path,
        server="",
        raw={},
        parameters=(),
        bodies={},
        body_required=False,
        answers={},
        security=((),),
    )
