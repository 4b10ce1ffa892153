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
        for item in _items(block):
            hang = "  " if item.startswith(("- ", "* ")) else ""
            lines += textwrap.wrap(
                item, WIDTH - indent, subsequent_indent=hang, break_long_words=False, break_on_hyphens=False
            )
    return lines


def _items(block: str) -> Iterable[str]:
    """A block's list items, or the block itself as one."""
    if not re.match(r"\s*[-*] ", block):
        return [oneline(block)]
    return [oneline(item) for item in re.split(r"\n(?=\s*[-*] )", block)]


def hanging(text: str, indent: int) -> list[str]:
    """A text whose further lines stand four deeper than its first."""
    return textwrap.wrap(
        oneline(text),
        WIDTH,
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + 4),
        break_long_words=False,
        break_on_hyphens=False,
    )


def docstring(text: str, indent: int) -> str:
    """A text as a docstring, to stand behind `indent` spaces."""
    lines = paragraphs(text, indent)
    if len(lines) == 1 and len(lines[0]) <= WIDTH - indent - 6:
        return quoted(lines, indent)
    head, _, rest = oneline(text).partition(". ")
    if rest and len(head) <= WIDTH - indent - 4 and "\n\n" not in text.strip():
        lines = [f"{head}.", "", *paragraphs(rest, indent)]
    elif len(lines) and len(lines[0]) > WIDTH - indent - 3:
        lines = paragraphs(text, indent + 3)
    return quoted([*lines, ""], indent)


def quoted(lines: list[str], indent: int) -> str:
    """Lines as the literal of a docstring. A last line that is empty puts the closing quotes on their own line."""
    margin = " " * indent
    body = f"\n{margin}".join(line.removeprefix(margin) for line in lines)
    body = escaped(re.sub(r"[ ]+\n", "\n", body))
    if body.endswith('"'):
        body = f'{body[:-1]}\\"'
    return f'"""{body}"""'


def method_docstring(
    summary: str,
    description: str,
    arguments: Iterable[tuple[str, str]],
    raises: Iterable[tuple[str, str]],
    *,
    indent: int = 8,
) -> str:
    """A method's docstring, with its arguments and errors."""
    lines = paragraphs(sentence(summary), indent + 3)
    if description:
        lines += ["", *paragraphs(description, indent)]
    for title, entries in (("Args:", arguments), ("Raises:", raises)):
        told = [line for name, text in entries for line in hanging(f"{name}: {sentence(text)}", indent + 4)]
        if told:
            lines += ["", title, *told]
    return quoted(lines if len(lines) == 1 else [*lines, ""], indent)
