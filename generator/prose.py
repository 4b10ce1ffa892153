"""The spec's prose as Python docstrings: reflowed, escaped, never longer than a line allows."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable

WIDTH = 120


def oneline(text: str) -> str:
    """All of a text on one line."""
    return " ".join(text.split())


def cell(text: str) -> str:
    """A text for a cell of a Markdown table."""
    return oneline(text).replace("|", "\\|")


def escaped(text: str) -> str:
    """A text for the inside of a docstring."""
    return text.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')


def sentence(text: str) -> str:
    """A text on one line that ends as a sentence does."""
    line = oneline(text)
    return line if line.endswith((".", "!", "?", ":", ".)")) else f"{line}."


def paragraphs(text: str, indent: int) -> list[str]:
    """The lines of a text, its paragraphs and lists kept, each line no longer than fits behind `indent`."""
    lines: list[str] = []
    for block in re.split(r"\n\s*\n", text.strip()):
        if lines:
            lines.append("")
        for item in re.split(r"\n(?=\s*[-*] )", block):
            hang = "  " if re.match(r"\s*[-*] ", item) else ""
            lines += _wrapped(oneline(item), WIDTH - indent, further=hang)
    return lines


def hanging(text: str, indent: int) -> list[str]:
    """A text whose further lines stand four deeper than its first."""
    return _wrapped(oneline(text), WIDTH, first=" " * indent, further=" " * (indent + 4))


def _wrapped(line: str, width: int, *, first: str = "", further: str) -> list[str]:
    return textwrap.wrap(
        line, width, initial_indent=first, subsequent_indent=further, break_long_words=False, break_on_hyphens=False
    )


def docstring(text: str, indent: int) -> str:
    """A text as a docstring, to stand behind `indent` spaces: on one line, or its first sentence and then the rest."""
    text = escaped(text)
    lines = paragraphs(text, indent)
    if len(lines) == 1 and len(short := _quoted(lines, indent)) <= WIDTH - indent:
        return short
    head, _, rest = oneline(text).partition(". ")
    if rest and len(head) <= WIDTH - indent - 4 and len(lines) == len(paragraphs(oneline(text), indent)):
        lines = [f"{head}.", "", *paragraphs(rest, indent)]
    elif len(lines[0]) > WIDTH - indent - 3:
        lines = paragraphs(text, indent + 3)
    return _quoted([*lines, ""], indent)


def method_docstring(
    summary: str,
    description: str,
    arguments: Iterable[tuple[str, str]],
    raises: Iterable[tuple[str, str]],
    *,
    indent: int = 8,
) -> str:
    """A method's docstring, with its arguments and errors."""
    lines = paragraphs(escaped(sentence(summary)), indent + 3)
    if description:
        lines += ["", *paragraphs(escaped(description), indent)]
    for title, entries in (("Args:", arguments), ("Raises:", raises)):
        told = [line for name, text in entries for line in hanging(escaped(f"{name}: {sentence(text)}"), indent + 4)]
        if told:
            lines += ["", title, *told]
    return _quoted(lines if len(lines) == 1 else [*lines, ""], indent)


def _quoted(lines: list[str], indent: int) -> str:
    """Escaped lines as a literal. A last line that is empty puts the closing quotes on their own line."""
    margin = " " * indent
    body = f"\n{margin}".join(line.removeprefix(margin) for line in lines)
    body = re.sub(r"[ ]+\n", "\n", body)
    if re.search(r'(?<!\\)(?:\\\\)*"\Z', body):  # it would be one of the closing quotes
        body = f'{body[:-1]}\\"'
    return f'"""{body}"""'
