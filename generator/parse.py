"""The bridge to openapi-python-client: its models, enums and endpoints, joined to the raw spec.

openapi-python-client serves as parser and namer only. Neither `GeneratorData` nor what hangs on it is public API, so
the version is pinned, all of it is touched in this module alone, and `tests/generator/test_parse.py` pins what we use.
"""

from __future__ import annotations

import re
from collections.abc import Generator
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass, fields
from pathlib import Path

from attrs import evolve
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import openapi as parser
from openapi_python_client.parser.errors import GeneratorError
from openapi_python_client.parser.openapi import Endpoint, GeneratorData
from openapi_python_client.parser.properties import EnumProperty, LiteralEnumProperty, ModelProperty
from openapi_python_client.strings import ClassName, PythonIdentifier

from generator.finding import Finding
from generator.source import Document, Node, Pointer
from generator.wire import WireOperation, operations

_FIELD_PREFIX = "field_"

CONFIG = Config.from_sources(
    ConfigFile(
        # It reads JSON and plain text only. The planner goes by the media types of the raw spec.
        content_type_overrides={
            "application/xml": "application/json",
            "text/xml": "application/json",
            "text/csv": "application/json",
        },
        field_prefix=_FIELD_PREFIX,
        literal_enums=True,
        post_hooks=[],
    ),
    MetaType.NONE,
    document_source=Path("spec"),
    file_encoding="utf-8",
    overwrite=False,
    output_path=None,
)


@dataclass(frozen=True)
class Operation(WireOperation):
    """An operation: what the raw spec says, and what openapi-python-client made of it."""

    endpoint: Endpoint
    """Python names and types of parameters, bodies and answers. Its `path` holds renamed parameters: use ours."""

    @property
    def python_names(self) -> dict[tuple[str, str], str]:
        """The Python name of each parameter, by where it goes (`query`) and its name on the wire."""
        return {
            (location.value, prop.name.get_untrusted_value()): str(prop.python_name)
            for location, prop in self.endpoint.iter_all_parameters()
        }


@dataclass(frozen=True)
class SchemaInfo:
    """A component schema: what the raw spec says, and the class made of it."""

    name: str
    """As the spec has it."""
    pointer: Pointer
    node: Node
    class_name: str
    """As Python has it."""
    prop: ModelProperty | EnumProperty | LiteralEnumProperty | None
    """None: no class is made of it (a plain string, a list, a union)."""

    @property
    def python_names(self) -> dict[str, str]:
        """The Python name of each property of an object, by its name on the wire."""
        if not isinstance(self.prop, ModelProperty):
            return {}
        props = [*(self.prop.required_properties or []), *(self.prop.optional_properties or [])]
        return {prop.name.get_untrusted_value(): str(prop.python_name) for prop in props}


@dataclass(frozen=True)
class Parsed:
    """A spec, parsed. With `findings` there is nothing else in it."""

    document: Document
    operations: tuple[Operation, ...]
    """In the order of the file."""
    schemas: dict[str, SchemaInfo]
    """By their names in the spec, in the order of the file."""
    findings: tuple[Finding, ...]

    def schema(self, ref: str) -> SchemaInfo:
        """The component schema that a `$ref` refers to.

        Raises:
            KeyError: It refers to something else.
        """
        return self.schemas[ref.removeprefix("#/components/schemas/")]


def python_name(wire: str) -> str:
    """A name on the wire as a Python identifier: snake case, with an underscore after a word that Python keeps."""
    return str(PythonIdentifier(wire, prefix=_FIELD_PREFIX))


def class_name(component: str) -> str:
    """A component's name as a Python class name."""
    return str(ClassName(component, prefix=_FIELD_PREFIX))


def parse(document: Document) -> Parsed:
    """Let openapi-python-client read the spec, and join what it drops from the raw document.

    A spec that it warns about, or that it cannot read, comes back with findings only.
    """
    data = _generator_data(document)
    findings = _findings(document, data) if isinstance(data, GeneratorData) else [data]
    if findings or not isinstance(data, GeneratorData):
        return Parsed(document, (), {}, tuple(sorted(findings)))
    endpoints = {
        endpoint.name: endpoint
        for collection in data.endpoint_collections_by_tag.values()
        for endpoint in collection.endpoints
    }
    joined = (_join(raw, endpoints[PythonIdentifier(raw.id, _FIELD_PREFIX)]) for raw in operations(document))
    return Parsed(document, tuple(joined), _schemas(document, data), ())


def _join(operation: WireOperation, endpoint: Endpoint) -> Operation:
    raw = {field.name: getattr(operation, field.name) for field in fields(WireOperation)}
    return Operation(**raw, endpoint=endpoint)


def _schemas(document: Document, data: GeneratorData) -> dict[str, SchemaInfo]:
    classes = {str(prop.class_info.name): prop for prop in (*data.models, *data.enums)}
    raw: dict[str, Node] = document.data.get("components", {}).get("schemas", {})
    return {
        name: SchemaInfo(name, ("components", "schemas", name), node, class_name(name), classes.get(class_name(name)))
        for name, node in raw.items()
    }


def _generator_data(document: Document) -> GeneratorData | Finding:
    try:
        with _shallow_copies():
            data = GeneratorData.from_dict(document.data, config=_config(document))
    except Exception as error:  # it has no exceptions of its own; a bad spec must not give a traceback
        return document.finding((), "parser", f"openapi-python-client stopped: {error!r}.", _MEND)
    if isinstance(data, GeneratorError):
        return document.finding((), "parser", f"{data.header}: {_one_line(data.detail)}.", _MEND)
    return data


def _config(document: Document) -> Config:
    """The configuration for a spec: to openapi-python-client every answer that is no text is the one file it knows."""
    answers = (document.follow(raw) for each in operations(document) for raw in each.node.get("responses", {}).values())
    types = (name for answer in answers for name in answer.get("content", {}))
    files = {name: "application/octet-stream" for name in types if "json" not in name and not name.startswith("text/")}
    return evolve(CONFIG, content_type_overrides=files | CONFIG.content_type_overrides)


@contextmanager
def _shallow_copies() -> Generator[None]:
    """Copy an endpoint's lists only, while it is put together.

    openapi-python-client takes a deep copy of an endpoint at each of four steps, with every model that can be reached
    from it; that is nearly all of its time. The steps change nothing but the endpoint's own lists.
    """
    deep = getattr(parser, "deepcopy")  # noqa: B009 - a name it imports, which type checkers take for private

    def shallow(endpoint: Endpoint) -> Endpoint:
        twin = copy(endpoint)
        for entry in fields(endpoint):
            value = getattr(endpoint, entry.name)
            if isinstance(value, list | set):
                setattr(twin, entry.name, copy(value))  # pyright: ignore[reportUnknownArgumentType]
        twin.responses = copy(endpoint.responses)
        twin.responses.patterns = list(endpoint.responses.patterns)
        return twin

    setattr(parser, "deepcopy", shallow)  # noqa: B010
    try:
        yield
    finally:
        setattr(parser, "deepcopy", deep)  # noqa: B010


_MEND = "Write it in a way that openapi-python-client reads."
_IN_OPERATION = re.compile(r"WARNING parsing ([A-Z]+) (\S+) within")
_ADDRESS = re.compile(r"<[\w.]+ object at 0x[0-9a-f]+>")
_IN_SCHEMA = re.compile(r"(?:/components/schemas/|process schema )(\w+)")


def _findings(document: Document, data: GeneratorData) -> list[Finding]:
    """Its errors on schemas; without such, those on operations, which mostly follow from the former."""
    collections = data.endpoint_collections_by_tag.values()
    errors = data.errors or [error for collection in collections for error in collection.parse_errors]
    found: list[Finding] = []
    for error in errors:
        message = _one_line(f"{error.header} {error.detail or ''}")
        found.append(document.finding(_place(message), "parser", message.rstrip(".") + ".", _MEND))
    return found


def _place(message: str) -> Pointer:
    """Where an error of openapi-python-client stands: it says so in its text only."""
    if match := _IN_OPERATION.search(message):
        return ("paths", match[2], match[1].lower())
    if match := _IN_SCHEMA.search(message):
        return ("components", "schemas", match[1])
    return ()


def _one_line(text: str | None) -> str:
    """Its texts span lines, and name some things by their address in memory."""
    return " ".join(_ADDRESS.sub("…", text or "").split())
