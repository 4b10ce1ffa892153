"""One answer's data as bytes: JSON or XML."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any, cast
from xml.sax.saxutils import escape

Render = Callable[[Any], bytes]

# What XML 1.0 cannot hold at all, escaped or not.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NOT_NAME = re.compile(r"[^\w.-]", re.ASCII)
_NOT_START = re.compile(r"[^A-Za-z_]")


def render_json(data: Any) -> bytes:
    """Data as JSON, without spaces."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def xml_renderer(root: str) -> Render:
    """A renderer of data as XML under an element `root`: a list repeats its element, None is an empty one."""

    def render(data: Any) -> bytes:
        parts = ['<?xml version="1.0" encoding="UTF-8"?>\n']
        _add_element(parts, root, data)
        return "".join(parts).encode()

    return render


def _add_element(parts: list[str], name: str, value: Any) -> None:
    if isinstance(value, (list, tuple)):
        for item in cast("list[Any]", value):
            _add_element(parts, name, item)
        return
    if value is None or value == "":
        parts.append(f"<{name}/>")
        return
    parts.append(f"<{name}>")
    if isinstance(value, dict):
        # Keys that XML cannot tell apart make one element: two would be a list.
        members = {element_name(key): item for key, item in cast("dict[str, Any]", value).items()}
        for tag, item in members.items():
            _add_element(parts, tag, item)
    else:
        parts.append(_text(value))
    parts.append(f"</{name}>")


def element_name(key: str) -> str:
    """A property's name as an element's: what XML does not allow in a name becomes `_`."""
    name = _NOT_NAME.sub("_", key)
    return name if name and not _NOT_START.match(name) else f"_{name}"


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    # A bare carriage return would be read as a line feed.
    return escape(_NOT_XML.sub("\ufffd", str(value)), {"\r": "&#13;"})
