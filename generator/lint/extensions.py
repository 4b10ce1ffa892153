"""Rules on extensions: only those of the vocabulary, in their places, with values that fit and names that exist."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from generator.lint.rule import Complaint, rule
from generator.lint.spec import Spec
from generator.vocabulary import mistakes, places


def _all(spec: Spec) -> Iterator[tuple[str, tuple[str | int, ...], str, Any]]:
    """Every extension: kind of place, place, key, value."""
    for place in spec.all():
        for key, value in place.node.items():
            if key.startswith("x-"):
                yield place.kind, (*place.pointer, key), key, value


@rule("extension-known")
def extension_known(spec: Spec) -> Iterator[Complaint]:
    """An `x-` key is one of the vocabulary's."""
    known = sorted({key for keys in places().values() for key in keys})
    for _, pointer, key, _value in _all(spec):
        if key not in known:
            near = get_close_matches(key, known, 1)
            mend = f"Write `{near[0]}`." if near else f"Use one of: {', '.join(known)}."
            yield pointer, f"The extension `{key}` is unknown.", mend


@rule("extension-place")
def extension_place(spec: Spec) -> Iterator[Complaint]:
    """An extension stands where the vocabulary has it."""
    for kind, pointer, key, _ in _all(spec):
        fitting = [name for name, keys in places().items() if key in keys]
        if fitting and kind not in fitting:
            yield pointer, f"`{key}` does not belong here, on: {kind}.", f"Put it on: {', '.join(fitting)}."


@rule("extension-value")
def extension_value(spec: Spec) -> Iterator[Complaint]:
    """The value of an extension fits the vocabulary's schema."""
    known = {key for keys in places().values() for key in keys}
    for _, pointer, key, value in _all(spec):
        if key in known:
            for below, text in mistakes(key, value):
                where = ".".join(str(part) for part in (key, *below))
                yield (*pointer, *below), f"{where}: {text}.", f"See `{key}` in generator/vocabulary.yaml."
