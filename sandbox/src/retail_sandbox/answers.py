"""One operation's answers: held against the spec, then rendered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import jsonschema_rs
from werkzeug import Request, Response

from .api import Answer
from .compression import compressed
from .decode import reader
from .formats import Render, render_json, xml_renderer
from .misfit import first_misfit, joined
from .spec import Node, Operation, Parameter, Spec

HTTP_OWN = frozenset({405, 406, 413, 415})
"""Statuses that HTTP itself brings; an operation need not document them."""


class BrokenAnswer(Exception):
    """An answer that the spec does not allow; it never leaves."""

    def __init__(self, operation: str, where: str, message: str) -> None:
        super().__init__(f"{operation}: {where} {message}")
        self.operation = operation
        self.where = where
        self.message = message


class AnswerWriter:
    """Writes the answers of one operation."""

    def __init__(self, spec: Spec, operation: Operation) -> None:
        self._operation = operation
        self._statuses = {status: _Status(spec, node) for status, node in operation.answers.items()}

    def write(self, answer: Answer, request: Request, damage: Callable[[Any], Any] | None = None) -> Response:
        """The answer as a response; `damage` changes its data after it was found good, for a fault.

        Raises:
            BrokenAnswer: It does not fit the spec.
        """
        response = self._response(answer, request, damage)
        return compressed(response, request) if answer.gzip else response

    def _response(self, answer: Answer, request: Request, damage: Callable[[Any], Any] | None) -> Response:
        status = answer.status or self._operation.success
        documented = self._find(status)
        if documented is None:
            if status not in HTTP_OWN:
                raise self._broken("status", f"{status} is not documented")
            return plain_response(answer, status)
        for name, check in documented.headers.items():
            message = check(answer.headers.get(name))
            if message:
                raise self._broken(f"headers.{name}", message)
        if answer.stream is not None:
            return _streamed(answer, status, answer.media_type or next(iter(documented.media), None))
        if not documented.media:
            if answer.data is not None:
                raise self._broken(f"{status}", "has no body in the spec, but data was given")
            return bodiless(status, answer.headers)
        kind, media = self._choose(answer, documented.media, request, status)
        misfit = first_misfit(media.validator, answer.data)
        if misfit:
            raise self._broken(joined("$", misfit[0]), f"of {status} {kind}: {misfit[1]}")
        data = answer.recast(answer.data) if answer.recast else answer.data
        data = damage(data) if damage else data
        return Response(media.render(data), status, answer.headers, content_type=_with_charset(kind))

    def _find(self, status: int) -> _Status | None:
        found = self._statuses
        return found.get(str(status)) or found.get(f"{status // 100}XX") or found.get("default")

    def _choose(self, answer: Answer, media: Mapping[str, _Media], request: Request, status: int) -> tuple[str, _Media]:
        if answer.media_type:
            if answer.media_type not in media:
                raise self._broken("media type", f"{answer.media_type} is not documented for {status}")
            return answer.media_type, media[answer.media_type]
        first = next(iter(media))
        kind = first
        if len(media) > 1 and request.headers.get("Accept", "*/*") != "*/*":
            kind = request.accept_mimetypes.best_match(media, default=first) or first
        return kind, media[kind]

    def _broken(self, where: str, message: str) -> BrokenAnswer:
        return BrokenAnswer(self._operation.id, where, message)


class _Status:
    """What the spec says of one status of an operation."""

    def __init__(self, spec: Spec, node: Node) -> None:
        self.media = {
            kind: _Media(spec, kind, media.get("schema", {})) for kind, media in node.get("content", {}).items()
        }
        self.headers = {
            name: _header_check(spec, name, spec.resolve(header)) for name, header in node.get("headers", {}).items()
        }


@dataclass(frozen=True)
class _Media:
    spec: Spec
    kind: str
    schema: Node

    @cached_property
    def validator(self) -> jsonschema_rs.Draft202012Validator:
        return self.spec.compile(self.schema)

    @cached_property
    def render(self) -> Render:
        if self.kind in ("application/xml", "text/xml") or self.kind.endswith("+xml"):
            return xml_renderer(self.spec.resolve(self.schema).get("xml", {}).get("name", "root"))
        if self.kind == "application/json" or self.kind.endswith("+json"):
            return render_json
        return _render_text


def plain_response(answer: Answer, status: int) -> Response:
    """An answer that no operation documents, such as the one for an unknown path: JSON, or XML when it says so."""
    if answer.data is None:
        return bodiless(status, answer.headers)
    kind = answer.media_type or "application/json"
    if isinstance(answer.data, str | bytes):
        render = _render_text
    else:
        render = xml_renderer("error") if kind.endswith("xml") else render_json
    return Response(render(answer.data), status, answer.headers, content_type=_with_charset(kind))


def bodiless(status: int, headers: Mapping[str, str] | None = None) -> Response:
    """A response without a body, and so without a word of its type."""
    response = Response(status=status, headers=headers)
    del response.headers["Content-Type"]
    response.headers.update(headers or {})
    return response


def _streamed(answer: Answer, status: int, kind: str | None) -> Response:
    return Response(
        answer.stream, status, answer.headers, content_type=_with_charset(kind or "application/octet-stream")
    )


def _render_text(data: Any) -> bytes:
    return data if isinstance(data, bytes) else str(data).encode()


def _with_charset(kind: str) -> str:
    return f"{kind}; charset=utf-8" if kind.startswith("text/") or kind.endswith("xml") else kind


def _header_check(spec: Spec, name: str, header: Node) -> Callable[[str | None], str | None]:
    """What is wrong with the value of a documented header; None when nothing is."""
    schema: Node = header.get("schema", {})
    read = reader(spec, Parameter(name, "header", False, "simple", False, schema, None))
    validator = spec.compile(schema)

    def check(text: str | None) -> str | None:
        if text is None:
            return "is required by the spec" if header.get("required") else None
        misfit = first_misfit(validator, read([text]))
        return misfit and misfit[1]

    return check
