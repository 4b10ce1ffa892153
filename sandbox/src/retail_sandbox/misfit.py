"""The first thing in which data does not fit its schema: where, and what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import jsonschema_rs


def first_misfit(validator: jsonschema_rs.Draft202012Validator, value: Any) -> tuple[str, str] | None:
    """Path (`items[3].name`) and reason of the first misfit; None when the data fits. The reason shows no value."""
    try:
        if validator.is_valid(value):
            return None
        error = _innermost(next(validator.iter_errors(value)))
    except ValueError as unreadable:  # what JSON cannot hold: a datetime, bytes, a key that is no string
        return "", f"is not plain JSON data ({unreadable})"
    return path_text(error.instance_path), error.message


def path_text(path: Sequence[str | int]) -> str:
    """A path as people write it: `items[3].name`."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text


def joined(root: str, path: str) -> str:
    """A path below a root: `body.items[3]`, `body[3]`."""
    if not path or not root:
        return root or path
    return root + path if path.startswith("[") else f"{root}.{path}"


def _innermost(error: jsonschema_rs.ValidationError) -> jsonschema_rs.ValidationError:
    """In a union, the error of the variant that fits furthest: it says more than that no variant fits."""
    kind = error.kind
    if not isinstance(kind, (jsonschema_rs.ValidationErrorKind.OneOfNotValid, jsonschema_rs.ValidationErrorKind.AnyOf)):
        return error
    deeper = [branch[0] for branch in kind.context if branch]
    candidates = [
        each for each in deeper if each.kind.name != "type" or len(each.instance_path) > len(error.instance_path)
    ]
    return _innermost(max(candidates, key=lambda each: len(each.instance_path))) if candidates else error
