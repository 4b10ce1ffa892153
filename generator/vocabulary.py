"""The closed vocabulary of spec extensions and formats, read from `vocabulary.yaml` beside this file."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from generator.source import Node, Pointer, load


@cache
def _vocabulary() -> Node:
    return load(Path(__file__).with_name("vocabulary.yaml")).data


def places() -> dict[str, list[str]]:
    """Which extensions may stand where: kind of place to keys."""
    return _vocabulary()["places"]


def formats() -> dict[str, Node]:
    """What `format` may say: to the types it fits, and to the Python type made of it."""
    return _vocabulary()["formats"]


def mistakes(key: str, value: Any) -> Iterator[tuple[Pointer, str]]:
    """What is wrong with the value of an extension: where in it, and what."""
    for error in _validator(key).iter_errors(value):
        yield tuple(error.absolute_path), error.message


@cache
def _validator(key: str) -> Any:
    # Typed as Any: the stubs of jsonschema leave the types of values open, which pyright does not let pass.
    return Draft202012Validator({"$defs": _vocabulary()["$defs"], "$ref": f"#/$defs/{key}"})
