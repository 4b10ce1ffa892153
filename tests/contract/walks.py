"""Ways along the spec's links, from a request that the spec shows to each operation: the same ones in every run.

What random sequences reach by luck is reached here for certain: a user is made, then a store connected, then its
purchases read, then the connection deleted. A way does not go on after a DELETE; where its links lead, nothing is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from schemathesis import Case, Response
from schemathesis.core.failures import Failure
from schemathesis.specs.openapi.schemas import OpenApiSchema

from .checks import failure, failures, link_is_served, on_keys
from .documents import Node, at, resolve
from .facts import facts_of
from .keys import put_credential, sign, way_of
from .links import DOWNLOAD, Followed, Link, download_of, follow, links_of, written
from .shown import requests_shown
from .told import told


@dataclass(frozen=True)
class Edge:
    """A link of an operation's success."""

    source: str
    """The operationId."""
    link: str
    target: str
    names: bool
    """Whether it hands something on, that the answer or its request named."""


Way = tuple[Edge, ...]
"""Links, each of what the one before leads to."""


@dataclass(frozen=True)
class Step:
    """A request that a way has sent."""

    case: Case
    response: Response


class Astray(Exception):
    """A link cannot be followed, or is not served, though what it says is what the answer before said."""

    def __init__(self, case: Case, message: str) -> None:
        super().__init__(message)
        self.case = case


class Walks:
    """The ways along the links of an API's spec.

    Args:
        schema: The API.
        credentials: By security scheme.
    """

    def __init__(self, schema: OpenApiSchema, credentials: Mapping[str, str]) -> None:
        self.schema = schema
        self.credentials = credentials
        self._edges = list(_edges(schema.raw_schema))
        self._methods = _methods(schema.raw_schema)
        roots = {operation: list(requests_shown(schema, operation)) for operation in self._methods}
        self._roots = {operation: cases for operation, cases in roots.items() if cases}
        makers = [operation for operation in self._roots if self._methods[operation] == "post"]
        others = [operation for operation in self._roots if operation not in makers]
        self._made = self._reached(dict.fromkeys(makers, ()), list(makers))
        self._straight = self._reached(dict.fromkeys(self._roots, ()), makers, others)

    def through(self, operation: str) -> list[list[Way]]:
        """For each link of an operation the ways that end with it: straight on, and from what makes what it needs."""
        if self._methods[operation] == "delete":
            return []
        idle = facts_of(self.schema.raw_schema).idle_links
        starts = [way for way in (self._straight.get(operation), self._made.get(operation)) if way is not None]
        edges = [each for each in self._edges if each.source == operation and f"{operation}.{each.link}" not in idle]
        return [[(*way, edge) for way in dict.fromkeys(starts)] for edge in edges] if starts else []

    def sources(self, operation: str) -> list[str]:
        """The operations whose links lead to one."""
        return list(dict.fromkeys(edge.source for edge in self._edges if edge.target == operation))

    def hold(self, ways: Sequence[Way], reset: Callable[[], None]) -> list[Failure]:
        """Goes a way, and returns what its last request and the answer to that break.

        Args:
            ways: The way, and others that end as it does. The first that leads on counts, and of the requests that the
                spec shows of its first operation the first that leads on.
            reset: Brings the API back to what it was.
        """
        found: list[Failure] = []
        for way, root in [(each, root) for each in ways for root in self._roots[each[0].source]]:
            reset()
            try:
                steps, case = self._go(root, way)
            except Astray as error:
                found.append(failure("link_is_served", error.case, str(error)))
            else:
                return self._finish(way[-1], steps, case)
        return found[:1]

    def _finish(self, edge: Edge, steps: list[Step], case: Case) -> list[Failure]:
        document, found = self.schema.raw_schema, list[Failure]()
        other = answer_to_another(case) if edge.names else None
        if other is not None and other.status_code < 400:
            found.append(failure("others_are_refused", case, f"another is told {other.status_code}"))
        response = case.call()
        before, after = quota_of(steps[-1].response, document), quota_of(response, document)
        if before and after and not after.follows(before):
            found.append(failure("quota_is_counted", case, f"{after} follows {before}"))
        broken = failures(case, response, link_is_served, *on_keys(document))
        if case.method.upper() == "DELETE" and not broken:
            left = {each.where for each in left_behind(steps, case, response)}
            found += [failure("deleted_goes_whole", case, f"left behind at {where}") for where in sorted(left)]
        return found + broken

    def _go(self, root: Case, way: Way) -> tuple[list[Step], Case]:
        """Goes a way up to its last request, which is signed and not sent yet.

        Raises:
            Astray: It is not served on the way, or a link points to nothing.
        """
        steps: list[Step] = []
        case = root
        sign(case, self.credentials)
        for edge in way:
            response = case.call()
            self._expect_success(case, response)
            steps.append(Step(case, response))
            link = next((each for each in links_of(case, response) if each.name == edge.link), None)
            if link is None or not link.leads:
                what = "is not there" if link is None else "points to nothing"
                raise Astray(case, f"the link {edge.link} {what}: {response.status_code}, {response.content[:300]!r}")
            case = self._request(link)
        return steps, case

    def _request(self, link: Link) -> Case:
        """What a link leads to, filled up with what the spec shows and the facts know."""
        case, document = link.request(), self.schema.raw_schema
        for each in link.target.iter_parameters():
            if each.is_required and each.name not in link.parameters:
                case.get_container(each.location)[each.name] = _shown(each.definition, document)
        said = resolve(link.target.definition.raw.get("requestBody", {}), document).get("content", {})
        for kind, media in said.items():
            examples = [resolve(each, document)["value"] for each in media.get("examples", {}).values()]
            shown = media.get("example", next(iter(examples), {}))
            case.media_type, case.body = kind, _filled(link.body, shown, resolve(media["schema"], document))
            break
        sign(case, self.credentials)
        return case

    def _expect_success(self, case: Case, response: Response) -> None:
        status = told(response, self.schema.raw_schema).status_code
        if not 200 <= status < 300:
            raise Astray(case, f"told {status} on the way: {response.content[:300]!r}")

    def _reached(self, found: dict[str, Way], *starts: list[str]) -> dict[str, Way]:
        """The shortest way to each operation that links lead to, beside those that are found already; if it can be,
        from where it starts first."""
        for queue in starts:
            for operation in queue:
                for edge in self._edges if self._methods[operation] != "delete" else ():
                    if edge.source == operation and edge.target not in found:
                        found[edge.target] = (*found[operation], edge)
                        queue.append(edge.target)
        return found


def answer_to_another(case: Case) -> Response | None:
    """How a request is answered to another tenant; None where there is no other, or what it names is everybody's."""
    facts = facts_of(case.operation.schema.raw_schema)
    if not facts.another or case.operation.definition.raw["operationId"] in facts.everybodys:
        return None
    probe = case.derive()
    for name in way_of(case):
        put_credential(probe, name, facts.another[name])
    probe.headers.update({name: text for name, text in facts.another_headers.items() if name in case.headers})
    return told(probe.call(), case.operation.schema.raw_schema)


def left_behind(steps: list[Step], deleting: Case, deleted: Response) -> Iterator[Followed]:
    """What is still seen of what hung on something that was deleted: all that a way had made below it."""
    named = {str(value) for value in [*(deleting.path_parameters or {}).values(), *written(deleting, deleted).values()]}
    for step in steps:
        below = {str(value) for value in (step.case.path_parameters or {}).values()}
        below |= {str(value) for link in links_of(step.case, step.response) for value in link.parameters.values()}
        if step.case.method.upper() != "POST" or not named <= below:
            continue
        values = written(step.case, step.response)
        for each in follow(step.case, step.response):
            if each.found and each.comparable(values) and each.shows(values):
                yield each


@dataclass(frozen=True)
class Quota:
    """What an answer tells of the caller's quota."""

    limit: int
    remaining: int
    reset: str

    def follows(self, before: Quota) -> bool:
        """Whether one request was counted since `before`, unless the quota began anew in between."""
        return self.reset != before.reset or (self.limit, self.remaining) == (before.limit, before.remaining - 1)


def quota_of(response: Response, document: Node) -> Quota | None:
    """The quota that an answer tells, where the spec's `x-rate-limit` says that it is; None where it tells none."""
    said = document.get("x-rate-limit", {})
    if said.get("in") == "header":
        values = [
            response.headers.get(said.get(name, "").lower(), [None])[0] for name in ("limit", "remaining", "reset")
        ]
    elif said:
        values = [at(response.json(), said.get(name, "")) for name in ("limit", "remaining", "reset")]
    else:
        return None
    limit, remaining, reset = values
    return None if limit is None or remaining is None else Quota(int(limit), int(remaining), str(reset))


def _edges(document: Node) -> Iterator[Edge]:
    for item in document["paths"].values():
        for operation in (each for each in item.values() if isinstance(each, dict) and "operationId" in each):
            for status, answer in operation["responses"].items():
                answer = resolve(answer, document) if status.startswith("2") else {}
                links = {name: resolve(each, document) for name, each in answer.get("links", {}).items()}
                for name, link in links.items():
                    names = "parameters" in link or "requestBody" in link
                    yield Edge(operation["operationId"], name, link["operationId"], names)
            file = download_of(operation, document)
            if file:
                yield Edge(operation["operationId"], DOWNLOAD, file, names=True)


def _methods(document: Node) -> dict[str, str]:
    return {
        operation["operationId"]: method
        for item in document["paths"].values()
        for method, operation in item.items()
        if isinstance(operation, dict) and "operationId" in operation
    }


def _shown(parameter: Node, document: Node) -> Any:
    known = facts_of(document).known.get(f"{parameter['in']}.{parameter['name']}", ())
    return parameter.get("example", next(iter(known), None))


def _filled(said: Any, shown: Any, schema: Node) -> Any:
    """What a link says of a body, with what is shown of the fields that must be there too; all of it if it says
    none."""
    if not isinstance(said, dict):
        return shown if said is None else said
    return {name: shown[name] for name in schema.get("required", ()) if name in shown} | said
