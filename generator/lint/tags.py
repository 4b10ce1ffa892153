"""Rules on operationIds and tags, from which the client's resources and methods get their names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.lint.rule import Complaint, rule
from generator.lint.spec import Spec

_NAME = re.compile(r"[a-z][a-z0-9_]*")


@rule("tag")
def tag(spec: Spec) -> Iterator[Complaint]:
    """Every operation has exactly one tag, a name in snake case."""
    for operation in spec.operations:
        tags = operation.node.get("tags", [])
        if len(tags) != 1:
            message = f"`{operation.id}` has {len(tags)} tags."
            yield (*operation.pointer, "tags"), message, "Give it exactly one tag: the resource it belongs to."
        elif not _NAME.fullmatch(tags[0]):
            yield (*operation.pointer, "tags"), f"The tag `{tags[0]}` is no name in snake case.", "Rename it."


@rule("tag-declared")
def tag_declared(spec: Spec) -> Iterator[Complaint]:
    """Tags are declared at the top with a description, and each that is declared is used."""
    declared = {entry["name"] for entry in spec.data.get("tags", [])}
    used: set[str] = set()
    for operation in spec.operations:
        for name in operation.node.get("tags", []):
            used.add(name)
            if name not in declared:
                message = f"The tag `{name}` is not declared."
                yield (*operation.pointer, "tags"), message, "Add it to the top-level `tags`."
        for index, method in enumerate(operation.node.get("x-methods", [])):
            name = method["name"].split(".")[0]
            used.add(name)
            if name not in declared:
                pointer = (*operation.pointer, "x-methods", index, "name")
                yield pointer, f"The tag `{name}` is not declared.", "Add it to the top-level `tags`."
    for index, entry in enumerate(spec.data.get("tags", [])):
        if entry["name"] not in used:
            yield ("tags", index), f"No operation has the tag `{entry['name']}`.", "Remove it."
        elif not entry.get("description"):
            yield ("tags", index), f"The tag `{entry['name']}` has no description.", "Say what the resource is."


@rule("operation-id")
def operation_id(spec: Spec) -> Iterator[Complaint]:
    """An operationId is `<tag>_<method>`."""
    for operation in spec.operations:
        if not operation.id:
            message = f"{operation.method.upper()} {operation.path} has no operationId."
            yield operation.pointer, message, f"Add `operationId: {operation.tag}_<method>`."
        elif not operation.id.startswith(f"{operation.tag}_") or not _NAME.fullmatch(operation.name):
            message = f"The operationId `{operation.id}` is not `<tag>_<method>`."
            yield (*operation.pointer, "operationId"), message, f"Name it `{operation.tag}_<method>` in snake case."


@rule("operation-id-unique")
def operation_id_unique(spec: Spec) -> Iterator[Complaint]:
    """No two operations have one operationId."""
    first: dict[str, int] = {}
    for operation in spec.operations:
        pointer = (*operation.pointer, "operationId")
        if operation.id and operation.id in first:
            message = f"The operationId `{operation.id}` stands on line {first[operation.id]} already."
            yield pointer, message, "Rename one of them."
        first.setdefault(operation.id, spec.document.line(pointer))
