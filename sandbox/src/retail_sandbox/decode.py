"""Text on the wire to typed values, as schemas and styles say."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable
from typing import Any, cast

from .api import BadInput
from .spec import Node, Parameter, Spec

Convert = Callable[[str], Any]
"""Text to a value of the schema's type. Text that does not fit stays text, and the schema refuses it."""

_INTEGER = re.compile(r"-?[0-9]{1,19}")
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")
_ESCAPED = re.compile(rb"\\u(?:0000|[dD][89a-fA-F])")
_SEPARATORS = {"spaceDelimited": " ", "pipeDelimited": "|"}


def converter(spec: Spec, schema: Node) -> Convert:
    """How the text of a scalar becomes a value of its schema."""
    types = spec.types(schema)
    if not types or "string" in types:
        return _same
    if types & {"object", "array"}:
        return _json_text

    def convert(text: str) -> Any:
        if "integer" in types and _INTEGER.fullmatch(text):
            return int(text)
        if "number" in types and _NUMBER.fullmatch(text) and math.isfinite(float(text)):
            return float(text)
        if "boolean" in types and text in ("true", "false"):
            return text == "true"
        if "null" in types and text in ("", "null"):
            return None
        return text

    return convert


def reader(spec: Spec, parameter: Parameter) -> Callable[[list[str]], Any]:
    """How the texts that came under a parameter's name become its value."""
    types = spec.types(parameter.schema)
    if "array" in types:
        return _array_reader(spec, parameter)
    if "object" in types and not parameter.explode:
        return _object_reader(spec, parameter)
    convert, null = converter(spec, parameter.schema), parameter.null
    where = f"{parameter.where}.{parameter.name}"

    def read(texts: list[str]) -> Any:
        if len(texts) > 1:
            raise BadInput(where, "given more than once")
        return None if texts[0] == null else convert(texts[0])

    return read


def _array_reader(spec: Spec, parameter: Parameter) -> Callable[[list[str]], Any]:
    convert = converter(spec, spec.resolve(parameter.schema).get("items", {}))
    separator = _SEPARATORS.get(parameter.style, ",")
    where, null = f"{parameter.where}.{parameter.name}", parameter.null
    exploded = parameter.explode and parameter.style == "form"

    def read(texts: list[str]) -> Any:
        if null is not None and texts == [null]:
            return None
        if exploded:
            return [convert(text) for text in texts]
        if len(texts) > 1:
            raise BadInput(where, "given more than once; its values are joined in one")
        return [convert(text) for text in texts[0].split(separator)] if texts[0] else []

    return read


def _object_reader(spec: Spec, parameter: Parameter) -> Callable[[list[str]], Any]:
    converters = {name: converter(spec, schema) for name, schema in spec.properties(parameter.schema).items()}
    where = f"{parameter.where}.{parameter.name}"

    def read(texts: list[str]) -> Any:
        parts = ",".join(texts).split(",")
        if len(parts) % 2:
            raise BadInput(where, "must be pairs of a name and a value, joined by commas")
        pairs = zip(parts[::2], parts[1::2], strict=True)
        return {name: converters.get(name, _same)(text) for name, text in pairs}

    return read


def parse_json(text: bytes | str, where: str) -> Any:
    """JSON and nothing but JSON: no NaN, no number beyond a double, no text that a database would refuse."""
    try:
        value = json.loads(text, parse_constant=_refuse_constant, parse_float=_parse_float)
    except UnicodeDecodeError as error:
        raise BadInput(where, "is not UTF-8") from error
    except json.JSONDecodeError as error:
        raise BadInput(where, f"is not JSON: {error.msg} at line {error.lineno} column {error.colno}") from error
    except (ValueError, RecursionError) as error:
        raise BadInput(where, "is not JSON that can be read: a number out of range, or too deep") from error
    if _ESCAPED.search(text if isinstance(text, bytes) else text.encode(errors="replace")):
        check_text(value, where)  # only an escape can spell what it refuses
    return value


def check_text(value: Any, where: str) -> None:
    """Refuses NUL and lone surrogates, which JSON can spell and no database stores."""
    if isinstance(value, str):
        if "\x00" in value or not (value.isascii() or _encodes(value)):
            raise BadInput(where, "holds a character that cannot be stored (NUL, or half of a pair)")
    elif isinstance(value, dict):
        for key, item in cast("dict[str, Any]", value).items():
            check_text(key, where)
            check_text(item, f"{where}.{key}")
    elif isinstance(value, list):
        for index, item in enumerate(cast("list[Any]", value)):
            check_text(item, f"{where}[{index}]")


def _encodes(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _same(text: str) -> Any:
    return text


def _json_text(text: str) -> Any:
    try:
        return parse_json(text, "")
    except BadInput:
        return text


def _refuse_constant(name: str) -> float:
    raise ValueError(name)


def _parse_float(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(text)
    return number
