"""What an answer tells: its HTTP status, or, where that misleads, the outcome that stands in its body.

One API tells errors under 200, another tells what is wrong with a request under 500. Driven by the spec's root:
`x-error.code` says where the outcome stands, `x-error.ok` which outcomes mean success under 200, `x-error-codes` which
status an outcome has, and `x-error.transient` under which of them the service has failed.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree

from schemathesis import Response


def tells_in_body(document: Mapping[str, Any]) -> bool:
    """Whether an API tells errors under HTTP 200."""
    return "ok" in document.get("x-error", {})


def misleads(document: Mapping[str, Any]) -> bool:
    """Whether HTTP's status is not what counts."""
    return tells_in_body(document) or bool(_refusals_by_failing(document))


def told(response: Response, document: Mapping[str, Any]) -> Response:
    """The response with the status that it tells; the same one where HTTP's status is the one that counts."""
    status = told_status(document, response.status_code, response.content)
    if status == response.status_code:
        return response
    seen = copy.copy(response)
    seen.status_code = status
    return seen


def told_status(document: Mapping[str, Any], status: int, content: bytes) -> int:
    """The status that an answer tells. A body that tells nothing leaves HTTP's status."""
    if status >= 500:
        code = code_of(document, content)
        return 400 if code in _refusals_by_failing(document) else status
    if not tells_in_body(document) or not 200 <= status < 300:
        return status
    code = code_of(document, content)
    if code is None or code in document["x-error"]["ok"]:
        return status
    statuses = {each["code"]: each["status"] for each in document.get("x-error-codes", ())}
    return statuses.get(code, 500)


def code_of(document: Mapping[str, Any], content: bytes) -> str | None:
    """The code that stands in an answer; None where there is none."""
    if "code" not in document.get("x-error", {}):
        return None
    path = document["x-error"]["code"].split(".")
    if content.lstrip().startswith(b"<"):
        try:
            return ElementTree.fromstring(content).findtext("/".join(path))
        except ElementTree.ParseError:
            return None
    try:
        value: Any = json.loads(content)
    except ValueError:
        return None
    if isinstance(value, dict) and isinstance(value.get("errors"), dict):  # by code, as older versions told them
        return next(iter(value["errors"]), None)
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return None if value is None else str(value)


def _refusals_by_failing(document: Mapping[str, Any]) -> set[str]:
    """The codes that tell under a status from 500 on what is wrong with the request, and not with the service."""
    if tells_in_body(document):
        return set()
    failures = document.get("x-error", {}).get("transient", ())
    codes = document.get("x-error-codes", ())
    return {each["code"] for each in codes if each["status"] >= 500 and each["code"] not in failures}
