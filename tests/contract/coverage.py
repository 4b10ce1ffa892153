"""Which of the documented answers the suite has seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .documents import Node, resolve
from .subject import METHODS, Subject
from .told import tells_in_body


@dataclass(frozen=True)
class Documented:
    """An answer that the spec documents, as often as it was seen."""

    operation: str
    status: int
    media: str
    seen: int

    @property
    def is_success(self) -> bool:
        return 200 <= self.status < 300


def documented(subject: Subject) -> list[Documented]:
    """Every answer that the spec of an API documents.

    Where the body tells the outcome, each documented outcome counts as a status of its own.
    """
    told: dict[tuple[str, int, str], int] = {}
    for (operation, _, media, status), count in subject.seen.items():
        told[operation, status, media] = told.get((operation, status, media), 0) + count
    return [Documented(*each, told.get(each, 0)) for each in _answers(subject.document)]


def table(answers: list[Documented]) -> Iterator[str]:
    """The answers as lines: an operation, and after each status how often it was seen; `-` for never."""
    several = len({each.media for each in answers}) > 1
    for operation in dict.fromkeys(each.operation for each in answers):
        ours = [each for each in answers if each.operation == operation]
        counts = (f"{each.status}{f' {each.media}' if several else ''}: {each.seen or '-'}" for each in ours)
        yield f"{operation:<24} {'   '.join(counts)}"


def _answers(document: Node) -> Iterator[tuple[str, int, str]]:
    for item in document["paths"].values():
        for operation in (item[method] for method in item if method in METHODS):
            for status, answer in operation["responses"].items():
                for media in resolve(answer, document).get("content", {"-": {}}):
                    for each in _outcomes(int(status), document) if status.isdigit() else ():
                        yield operation["operationId"], each, media


def _outcomes(status: int, document: Node) -> list[int]:
    if not tells_in_body(document) or not 200 <= status < 300:
        return [status]
    return [status, *sorted({each["status"] for each in document.get("x-error-codes", ())})]
