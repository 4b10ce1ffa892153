"""What openapi-spec-validator finds: first in the structure of the document, then in what its keywords say together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import jsonschema_rs
from openapi_spec_validator import OpenAPIV31SpecValidator
from openapi_spec_validator.validation.keywords import OpenAPIV31SchemaValidator

from generator.finding import Finding
from generator.lint.spec import Spec
from generator.source import Document, Pointer, is_list, is_node

_MEND = "See the OpenAPI 3.1 specification for what may stand here."
_PATH = re.compile(r"'(\w+)' (?:operation )?in '(/[^']*)'")


def structure(document: Document) -> list[Finding]:
    """Where the document is no OpenAPI 3.1, or a schema no JSON Schema. Other checks need a sound structure."""
    found = [
        document.finding(_pointer(document, error.absolute_path), "openapi", _text(error.message), _MEND)
        for error in OpenAPIV31SpecValidator.schema_validator.iter_errors(document.data)
    ]
    return sorted(set(found or _schemas(document)))


def _schemas(document: Document) -> Iterator[Finding]:
    meta = jsonschema_rs.Draft202012Validator({"$ref": "https://json-schema.org/draft/2020-12/schema"})
    mend = "Write it as JSON Schema 2020-12 has it."
    for place in Spec(document).of("schema"):
        if place.pointer[:2] != ("components", "schemas") or len(place.pointer) == 3:
            for error in meta.iter_errors(place.node):
                pointer = (*place.pointer, *error.instance_path)
                yield document.finding(pointer, "openapi", _text(error.message), mend)


class _Schemas(OpenAPIV31SchemaValidator):
    """Takes the form of schemas for checked: `structure` has done so, in a hundredth of the time."""

    def __call__(self, schema: Any, require_properties: bool = True, meta_checked: bool = True) -> Iterator[Any]:
        return super().__call__(schema, require_properties, meta_checked=True)


class _Validator(OpenAPIV31SpecValidator):
    keyword_validators = {**OpenAPIV31SpecValidator.keyword_validators, "schema": _Schemas}  # noqa: RUF012


def keywords(document: Document) -> list[Finding]:
    """What openapi-spec-validator finds in a document whose structure is sound and whose `$ref`s all lead somewhere."""
    found: list[Finding] = []
    try:
        for error in _Validator(document.data).iter_errors():
            message = _text(error.message)
            pointer = _place(document, message, error.instance)
            found.append(document.finding(pointer, "openapi", message, _MEND))
    except Exception as error:  # its dependencies raise errors of their own; a bad spec gives no traceback
        found.append(document.finding((), "openapi", f"openapi-spec-validator stopped: {_text(repr(error))}", _MEND))
    return sorted(set(found))


def _place(document: Document, message: str, instance: Any) -> Pointer:
    """Where an error stands. Most of these name no path: by the operation in the text, else by the value itself."""
    if match := _PATH.search(message):
        return ("paths", match[2], match[1])
    return _find(document.data, instance) or ()


def _find(value: Any, wanted: Any) -> Pointer | None:
    if value is wanted and (is_node(value) or is_list(value)):
        return ()
    entries = list(value.items()) if is_node(value) else list(enumerate(value)) if is_list(value) else []
    for key, entry in entries:
        below = _find(entry, wanted)
        if below is not None:
            return (key, *below)
    return None


def _pointer(document: Document, path: Any) -> Pointer:
    return tuple(int(part) if isinstance(part, int) else str(part) for part in path)


def _text(message: str) -> str:
    line = " ".join(message.split("\n\nFailed validating")[0].split())
    return (line if len(line) <= 240 else f"{line[:200]} … {line[-36:]}").rstrip(".") + "."
