"""One request's life: credentials, input, transaction, handler, answer."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy.orm import Session
from werkzeug import Request, Response
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from .answers import AnswerWriter, BrokenAnswer, plain_response
from .api import Answer, Call, Handler, Problem, Unauthorized
from .faults import Fault
from .formats import render_json
from .journal import HIDDEN, is_secret_name
from .requests import RequestReader, settle_length
from .spec import Operation

if TYPE_CHECKING:
    from .kernel import Kernel

log = logging.getLogger("retail_sandbox")


@dataclass(frozen=True)
class Served:
    """An operation with all that serves it."""

    operation: Operation
    handler: Handler
    reader: RequestReader
    writer: AnswerWriter


@dataclass(frozen=True)
class PageEndpoint:
    """A page of an API, which is no operation of its spec."""

    operation: Operation
    page: Callable[[Call], Response]


@dataclass
class Outcome:
    """How a request ended."""

    response: Response
    path: str
    """Without what is secret in it."""
    operation: str = ""
    credentials: Mapping[str, str] = field(default_factory=dict[str, str])
    note: str = ""
    """What the sandbox itself has to say: a fault that struck, an answer that the spec does not allow."""
    page: bool = False
    """Whether it was a page, whose query no spec tells: any value in it may be a key."""


class Exchange:
    """One request to one operation or page of an API."""

    def __init__(
        self, kernel: Kernel, endpoint: Served | PageEndpoint, request: Request, mount: str, path: Mapping[str, str]
    ) -> None:
        self._kernel = kernel
        self._endpoint = endpoint
        self._path = path
        self._refused: Problem | None = None
        self._note = ""
        self._call = kernel.call(endpoint.operation, request, mount)

    def run(self) -> Outcome:
        """Carries the request out. Every end is an outcome; nothing is raised."""
        operation = self._endpoint.operation.id
        try:
            response = self._run()
        except BrokenAnswer as error:
            log.error("answer breaks the spec: %s", error)
            self._note = f"answer breaks the spec: {error}"
            response = _own_words("the sandbox's answer breaks the spec", f"{operation} {error.where}", error.message)
        except Exception as error:
            log.exception("%s failed", operation)
            self._note = f"failed: {type(error).__name__}"
            response = _own_words("the sandbox failed", operation, "the server's log has the reason; please report it")
        is_page = isinstance(self._endpoint, PageEndpoint)
        return Outcome(response, self._shown_path(), operation, self._call.credentials, self._note, is_page)

    def _shown_path(self) -> str:
        """The path without secrets. Of a page only the rule is shown: its address may be a key in itself."""
        path = self._endpoint.operation.path
        for name, value in self._path.items():
            hidden = name in self._kernel.secret_names or is_secret_name(name)
            path = path.replace(f"{{{name}}}", HIDDEN if hidden else value)
        return path

    def _run(self) -> Response:
        kernel = self._kernel
        kernel.control.refresh()
        fault = kernel.control.faults.pick(kernel.api.name, self._endpoint.operation.id)
        if fault:
            self._note = f"fault: {fault.kind}"
            _sleep(self._call.request, fault.latency_ms / 1000)
            if not fault.carried_out:
                return self._fault_response(fault)
        self._read()
        response = self._transact(fault)
        if fault and fault.kind == "lost":
            response.close()
            return self._fault_response(fault)
        if fault and fault.kind == "malformed":
            body = response.get_data()
            response.close()  # of a stream: it has been read
            response.set_data(body[: len(body) // 2])
        return response

    def _read(self) -> None:
        """Looks for credentials and reads the input, before the transaction: a slow sender must hold no lock.

        What is wrong is kept, to be raised when the caller is known.
        """
        endpoint, call = self._endpoint, self._call
        if isinstance(endpoint, PageEndpoint):
            call.params = dict(self._path)
            return
        try:
            settle_length(call.request)
            try:
                call.credentials = self._kernel.security.credentials(endpoint.operation, call.request)
            except Unauthorized as error:
                if self._kernel.check_keys:
                    self._refused = error
                    return
            decoded = endpoint.reader.read(call.request, self._path)
        except RequestEntityTooLarge:
            self._refused = Problem(413, f"the body is above {call.request.max_content_length} bytes")
        except HTTPException as error:
            self._refused = Problem(error.code or 400, "the request cannot be read to its end")
        except Problem as problem:
            self._refused = problem
        else:
            call.params, call.body = decoded.params, decoded.body

    def _transact(self, fault: Fault | None) -> Response:
        def work(db: Session) -> Response:
            self._call.db = db
            return self._answer(fault)

        return self._kernel.store.run(work, write=self._endpoint.operation.method not in ("GET", "HEAD"))

    def _answer(self, fault: Fault | None) -> Response:
        call, endpoint = self._call, self._endpoint
        damage = fault.damage if fault and fault.kind in ("drop-field", "wrong-type") else None
        try:
            if isinstance(endpoint, PageEndpoint):
                return endpoint.page(call)
            call.caller = self._caller()
            if self._refused:
                raise self._refused
            return endpoint.writer.write(self._finished(endpoint.handler(call)), call.request, damage)
        except Problem as problem:
            call.db.rollback()
            if self._kernel.api.refused:
                self._kernel.api.refused(problem, call)
            answer = self._kernel.api.problem(problem, call)
            answer.status = answer.status or problem.status
            if isinstance(endpoint, PageEndpoint):
                return plain_response(answer, answer.status)
            return endpoint.writer.write(answer, call.request, damage)

    def _caller(self) -> Any:
        api, call = self._kernel.api, self._call
        if isinstance(self._refused, Unauthorized) or not any(self._endpoint.operation.security):
            return None
        if self._kernel.check_keys:
            return api.caller(call.credentials, call.db, call.clock) if call.credentials else None
        assert api.anyone is not None, "the kernel does not start without"
        try:
            known = api.caller(call.credentials, call.db, call.clock) if call.credentials else None
        except Unauthorized:
            known = None
        return known or api.anyone(call.db, call.clock)

    def _finished(self, result: Any) -> Answer:
        answer = result if isinstance(result, Answer) else Answer(result)
        finish = self._kernel.api.finish
        return finish(answer, self._call) if finish and answer.stream is None else answer

    def _fault_response(self, fault: Fault) -> Response:
        api = self._kernel.api
        status = self._kernel.control.faults.codes.get(api.name, {}).get(fault.code, fault.status)
        problem = Problem(status, "a fault that the sandbox was told to make", code=fault.code or None)
        answer = api.problem(problem, self._call)
        told = answer.status if fault.kind == "refusal" else None
        response = plain_response(answer, told or fault.status)
        response.headers.update(fault.headers)
        return response


def _sleep(request: Request, seconds: float) -> None:
    """Waits; a transport in process brings its own way to, which waits for nothing."""
    if seconds:
        request.environ.get("retail_sandbox.sleep", time.sleep)(seconds)


def _own_words(error: str, where: str, mend: str) -> Response:
    """A failure of the sandbox itself, which no vendor has a form for."""
    return Response(render_json({"error": error, "where": where, "mend": mend}), 500, content_type="application/json")
