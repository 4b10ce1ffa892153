"""The closed vocabulary of spec extensions and formats, read from `vocabulary.yaml` beside this file."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs

from generator.source import Node, load


@cache
def _vocabulary() -> Node:
    return load(Path(__file__).with_name("vocabulary.yaml")).data


def places() -> dict[str, list[str]]:
    """Which extensions may stand where: kind of place to keys."""
    return _vocabulary()["places"]


def formats() -> dict[str, Node]:
    """What `format` may say: to the types it fits, and to the Python type made of it."""
    return _vocabulary()["formats"]


@cache
def validator(key: str) -> jsonschema_rs.Validator:
    """Checks the value of an extension."""
    schema: dict[str, Any] = {"$defs": _vocabulary()["$defs"], "$ref": f"#/$defs/{key}"}
    return jsonschema_rs.Draft202012Validator(schema)
