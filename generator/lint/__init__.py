"""The house rules of specs, and the other checks that a spec must pass.

Use `check` for all of it; `lint` for the house rules alone, `validate` for openapi-spec-validator alone.
"""

from __future__ import annotations

from pathlib import Path

from generator.finding import Finding, SpecError
from generator.lint import (
    bodies,
    clients,
    examples,
    extensions,
    layout,
    links,
    mentions,
    names,
    operations,
    schemas,
    tags,
)
from generator.lint.openapi import keywords, structure
from generator.lint.rule import RULES, Rule
from generator.lint.spec import Spec
from generator.parse import parse
from generator.source import Document, load

__all__ = ["RULES", "Finding", "Rule", "SpecError", "check", "lint", "validate"]

MODULES = (layout, tags, operations, bodies, schemas, names, links, examples, extensions, mentions, clients)
"""Where the rules are; importing them fills `RULES`."""

_FIRST = ("reference", "schema-boolean", "extension-known", "extension-place", "extension-value")
"""Rules on which the others build: they need `$ref`s that lead somewhere, and schemas and extensions of some shape."""


def check(path: Path) -> list[Finding]:
    """All that is wrong with the spec at `path`: YAML, structure, house rules, openapi-spec-validator, the parser.

    The last two are asked only when nothing else was found: they see less, and cannot say where.
    """
    try:
        document = load(path)
    except SpecError as error:
        return error.findings
    return lint(document) or validate(document) or list(parse(document).findings)


def validate(document: Document) -> list[Finding]:
    """What openapi-spec-validator finds."""
    return structure(document) or _run(Spec(document), ("reference",)) or keywords(document)


def lint(document: Document) -> list[Finding]:
    """Where the spec breaks a house rule. A spec whose structure is not sound gets findings on that alone."""
    if unsound := structure(document):
        return unsound
    spec = Spec(document)
    return _run(spec, _FIRST) or _run(spec, [name for name in RULES if name not in _FIRST])


def _run(spec: Spec, rules: list[str] | tuple[str, ...]) -> list[Finding]:
    found = {
        spec.document.finding(pointer, name, message, mend)
        for name in rules
        for pointer, message, mend in RULES[name].check(spec)
    }
    return sorted(found)
