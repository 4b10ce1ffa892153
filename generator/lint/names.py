"""Rules on Python names: two things that differ on the wire must differ in Python too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from generator.lint.rule import Complaint, rule
from generator.lint.spec import Spec
from generator.parse import class_name, python_name
from generator.source import Node, Pointer, is_node

_FORMS = ("application/json", "application/x-www-form-urlencoded", "multipart/form-data")


def _clashes(named: Iterable[tuple[str, str, Pointer]]) -> Iterator[tuple[str, list[str], Pointer]]:
    """Of (Python name, wire name, place): each Python name that stands for several, and where the last of them is."""
    found: dict[str, list[tuple[str, Pointer]]] = defaultdict(list)
    for python, wire, pointer in named:
        found[python].append((wire, pointer))
    for python, entries in found.items():
        if len(entries) > 1:
            yield python, [wire for wire, _ in entries], entries[-1][1]


def _both(wires: list[str]) -> str:
    return " and ".join(f"`{wire}`" for wire in wires)


@rule("name-parameters")
def name_parameters(spec: Spec) -> Iterator[Complaint]:
    """The arguments of a method, parameters and fields of its body, have different names in Python."""
    for operation in (operation for operation in spec.operations if not operation.is_twin):
        named = [
            (entry.node.get("x-name") or python_name(entry.name), f"{entry.location} {entry.name}", entry.pointer)
            for entry in operation.parameters
        ]
        named += _body_fields(spec, (*operation.pointer, "requestBody"), operation.node.get("requestBody"))
        for python, wires, pointer in _clashes(named):
            message = f"{_both(wires)} of `{operation.id}` are both `{python}` in Python."
            yield pointer, message, "Give one of them another name by `x-name`."


def _body_fields(spec: Spec, pointer: Pointer, raw: Node | None) -> Iterator[tuple[str, str, Pointer]]:
    content: dict[str, Node] = spec.document.follow(raw or {}).get("content", {})
    kind = next((name for name in content if name in _FORMS), None)
    if kind is None:
        return
    for name, node in spec.properties(content[kind].get("schema", {})).items():
        yield node.get("x-name") or python_name(name), f"body {name}", pointer


@rule("name-properties")
def name_properties(spec: Spec) -> Iterator[Complaint]:
    """The properties of a schema have different names in Python."""
    for place in spec.defined("schema"):
        named = [
            (node.get("x-name") or python_name(wire), wire, (*place.pointer, "properties", wire))
            for wire, node in place.node.get("properties", {}).items()
            if is_node(node)
        ]
        named += [
            (entry["name"], f"x-collect {entry['name']}", (*place.pointer, "x-collect", index))
            for index, entry in enumerate(place.node.get("x-collect", []))
        ]
        for python, wires, pointer in _clashes(named):
            message = f"{_both(wires)} are both `{python}` in Python."
            yield pointer, message, "Give one of them another name by `x-name`."


@rule("name-methods")
def name_methods(spec: Spec) -> Iterator[Complaint]:
    """The methods of a resource have different names."""
    named: list[tuple[str, str, Pointer]] = []
    for operation in spec.operations:
        methods: list[Node] = operation.node.get("x-methods", [])
        for index, method in enumerate(methods):
            pointer = (*operation.pointer, "x-methods", index, "name")
            named.append((method["name"], f"{operation.id} {method['name']}", pointer))
            if "many" in method:
                name = f"{method['name'].rpartition('.')[0]}.{method['many']['name']}"
                named.append((name, f"{operation.id} {name}", (*operation.pointer, "x-methods", index, "many", "name")))
        own = f"{operation.tag}.{python_name(operation.name)}"
        pointer = (*operation.pointer, "operationId")
        if not methods:
            named.append((own, operation.id, pointer))
        if waiting := operation.node.get("x-wait", {}).get("name"):
            place = (*operation.pointer, "x-wait", "name")
            named.append((f"{operation.tag}.{waiting}", f"{operation.id} x-wait", place))
    for python, wires, pointer in _clashes(named):
        yield pointer, f"{_both(wires)} are both the method `{python}`.", "Rename one of them."


@rule("name-classes")
def name_classes(spec: Spec) -> Iterator[Complaint]:
    """The schemas have different class names in Python."""
    schemas = spec.data.get("components", {}).get("schemas", {})
    named = [(class_name(name), name, ("components", "schemas", name)) for name in schemas]
    for python, wires, pointer in _clashes(named):
        yield pointer, f"{_both(wires)} are both the class `{python}` in Python.", "Rename one of them."


@rule("name-values")
def name_values(spec: Spec) -> Iterator[Complaint]:
    """The values of an enum have different names in Python."""
    for place in spec.defined("schema"):
        values = [value for value in place.node.get("enum", []) if isinstance(value, str)]
        named = [(python_name(value).upper(), value, (*place.pointer, "enum")) for value in values]
        for python, wires, pointer in _clashes(named):
            message = f"The values {_both(wires)} are both `{python}` in Python."
            yield pointer, message, "Use `x-extensible-enum`, or leave one of them out."
