"""Names in the generated modules, and what to write where one would hide another."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Collection
from functools import cache
from importlib.util import find_spec
from keyword import iskeyword
from pathlib import Path
from typing import Any

IMPORTED = frozenset(
    {"Annotated", "Any", "Decimal", "Event", "Iterable", "Literal", "Mapping", "Sequence", "TypeAlias"}
)
"""What the modules that name models have under these names already, beside the runtime's."""

_QUALIFIED = {
    **{name: f"builtins.{name}" for name in ("bool", "bytes", "dict", "float", "frozenset", "int", "list", "str")},
    **{name: f"dt.{name}" for name in ("date", "datetime")},
    **{name: f"retail_runtime.{name}" for name in ("deprecated", "field", "many", "poll")},
}
"""How to write a name where a field or a method has it too: the body of a class is a scope."""


_QUOTED = r"""\"(?:[^"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'"""


@cache
def runtime_names() -> frozenset[str]:
    """What the runtime offers, read off its text: to import it takes longer than all the rest of a rendering."""
    spec = find_spec("retail_runtime")
    assert spec is not None
    assert spec.origin is not None
    tree = ast.parse(Path(spec.origin).read_text(encoding="utf-8"))
    assigned = next(n for n in tree.body if isinstance(n, ast.Assign) and ast.unparse(n.targets[0]) == "__all__")
    return frozenset(ast.literal_eval(assigned.value))


def identifier(name: str) -> str:
    """A method's or a resource's name, with an underscore when it is a keyword."""
    return f"{name}_" if iskeyword(name) else name


def literal(text: str) -> str:
    """A text as a Python literal, in double quotes."""
    return json.dumps(text, ensure_ascii=False)


def wire_text(value: Any) -> str:
    """A fixed value as it stands in a query or a form."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def unqualified(code: str) -> str:
    """Code for people to read: without the modules that its names come from."""
    return re.sub(r"\b(?:builtins|dt|models|retail_runtime)\.(?=\w)", "", code)


def visible(code: str, hidden: Collection[str]) -> str:
    """Code for the body of a class in which the names `hidden` mean something else."""
    names = "|".join(sorted(_QUALIFIED.keys() & set(hidden)))
    if not names:
        return code
    words = re.compile(rf"""{_QUOTED}|(?<![\w.])(?:{names})\b(?!=)""")
    return words.sub(lambda match: _QUALIFIED.get(match[0], match[0]), code)
