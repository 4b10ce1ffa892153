"""What an answer tells: its HTTP status, or, where an API tells errors under 200, the outcome that stands in its body.

Driven by the spec's root: `x-error.code` says where the outcome stands, `x-error.ok` which outcomes mean success, and
`x-error-codes` which status an outcome stands for.
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
    if not tells_in_body(document) or not 200 <= status < 300:
        return status
    code = _code(content, document["x-error"]["code"].split("."))
    if code is None or code in document["x-error"]["ok"]:
        return status
    statuses = {each["code"]: each["status"] for each in document.get("x-error-codes", ())}
    return statuses.get(code, 500)


def _code(content: bytes, path: list[str]) -> str | None:
    if content.lstrip().startswith(b"<"):
        try:
            return ElementTree.fromstring(content).findtext("/".join(path))
        except ElementTree.ParseError:
            return None
    try:
        value: Any = json.loads(content)
    except ValueError:
        return None
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return None if value is None else str(value)
