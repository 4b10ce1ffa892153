"""XML as plain data: elements as dicts, repeated ones as lists, text as strings.

The answers are data, so nothing else of XML is let in: a document type (and with it every entity bomb and every
reference to a file) is refused, and so is nesting deeper than any answer has.
"""

from __future__ import annotations

from typing import Any
from xml.parsers import expat

DEEPEST = 200


class XMLError(ValueError):
    """The body is not XML that we read."""


def read(content: bytes) -> Any:
    """The root element's content: a dict of its elements, or its text.

    Raises:
        XMLError: It is not well formed, has a document type, or nests deeper than 200 elements.
    """
    builder = _Builder()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = builder.refuse_doctype
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.text
    try:
        parser.Parse(content, True)
    except XMLError:
        raise
    except (expat.ExpatError, LookupError, ValueError) as error:  # the latter two: an encoding that is not known
        raise XMLError(f"it is not well-formed XML: {error}") from error
    return builder.root


class _Builder:
    def __init__(self) -> None:
        self.root: Any = ""
        self._open: list[tuple[dict[str, Any], list[str]]] = []

    def refuse_doctype(self, *_: Any) -> None:
        raise XMLError("it has a document type declaration, which no answer needs and which can hide an attack")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        del name, attributes
        if len(self._open) >= DEEPEST:
            raise XMLError(f"it nests deeper than {DEEPEST} elements")
        self._open.append(({}, []))

    def text(self, data: str) -> None:
        self._open[-1][1].append(data)

    def end(self, name: str) -> None:
        children, text = self._open.pop()
        value: Any = children or "".join(text)
        if children == {} and value.isspace():
            value = value.strip() if "\n" in value else value
        if not self._open:
            self.root = value
            return
        siblings = self._open[-1][0]
        if name not in siblings:
            siblings[name] = value
        elif isinstance(siblings[name], list):
            siblings[name].append(value)
        else:
            siblings[name] = [siblings[name], value]
