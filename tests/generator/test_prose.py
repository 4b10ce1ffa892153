"""The spec's prose as docstrings: what is written comes through, on lines that are not too long."""

from __future__ import annotations

import ast
import inspect
import textwrap

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.prose import WIDTH, cell, docstring, escaped, method_docstring, oneline, paragraphs, sentence

LONG = "word " * 60
WORD = "w" * 150


def read(code: str, indent: int) -> str:
    """What Python makes of a docstring that stands behind so many spaces."""
    block = " " * indent + code
    assert all(line == line.rstrip() for line in block.splitlines()), "a line ends with a space"
    return inspect.cleandoc(ast.literal_eval(textwrap.dedent(block).strip()))


def words(text: str) -> list[str]:
    return text.split()


@pytest.mark.parametrize(
    "text",
    [
        "Plain.",
        'It says "so"',
        'It ends with """',
        '"',
        '""""',
        "A back\\slash, and one at the end\\",
        "\\",
        '\\n is no line break, \\" no quote',
        "日本 ¥ €",
        LONG,
        WORD,
        f"{LONG}. {LONG}",
        f"{LONG}\n\n{LONG}",
        f'{"x " * 56}"',
        f'{"x " * 56}y"',
        f"{'x ' * 54}x. More.",
        f"{'x ' * 56}x. More.",
        "`code` and\n    indented code",
    ],
)
@pytest.mark.parametrize("indent", [0, 4, 8])
def test_a_docstring_holds_the_words_of_its_text(text: str, indent: int) -> None:
    code = docstring(text, indent)
    assert words(read(code, indent)) == words(text)
    for line in (" " * indent + code).splitlines():
        assert len(line) <= WIDTH or WORD in line


@given(
    st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=130)).map(
        " ".join
    ),
    st.sampled_from([0, 4, 8]),
)
@example("a. b", 4)
@example('"""', 0)
@settings(derandomize=True, database=None, deadline=None)
def test_whatever_the_text_a_docstring_is_python_and_holds_it(text: str, indent: int) -> None:
    if text.strip():
        assert words(read(docstring(text, indent), indent)) == words(text)


def test_a_first_sentence_stands_alone_when_there_is_more_than_a_line() -> None:
    code = docstring(f"What it is. {LONG}", 4)
    assert code.splitlines()[:2] == ['"""What it is.', ""]


def test_a_short_text_stays_on_one_line() -> None:
    assert docstring("What it is. And more.", 4) == '"""What it is. And more."""'


def test_paragraphs_and_lists_are_kept() -> None:
    text = "One\ntwo.\n\n- first\n- second, which\n  goes on\n\nLast."
    assert paragraphs(text, 4) == ["One two.", "", "- first", "- second, which goes on", "", "Last."]


def test_a_list_right_after_a_sentence_is_kept_as_a_list() -> None:
    assert paragraphs("These:\n- first\n- second", 4) == ["These:", "- first", "- second"]


def test_a_long_list_item_hangs() -> None:
    first, second, *_ = paragraphs(f"- {LONG}", 4)
    assert first.startswith("- word")
    assert second.startswith("  word")


def test_a_word_that_is_too_long_is_not_broken() -> None:
    assert WORD in docstring(f"See {WORD} there.", 4)


def test_a_sentence_ends_as_one() -> None:
    assert [sentence(text) for text in ("a", "a.", "a\n b", "a?", "(a.)")] == ["a.", "a.", "a b.", "a?", "(a.)"]


def test_a_cell_of_a_table_holds_no_bare_bar_and_no_line_break() -> None:
    assert cell("a | b\nc") == "a \\| b c"


def test_an_escaped_text_stands_inside_a_docstring() -> None:
    text = 'a\\b """c"""'
    assert ast.literal_eval(f'"""{escaped(text)} """') == f"{text} "
    assert oneline(" a\n b ") == "a b"


def test_a_methods_docstring_has_summary_description_arguments_and_errors() -> None:
    code = method_docstring(
        "List them", "All of them.", [("name", "The name"), ("long", LONG)], [("GoneError", 'It is "gone"')]
    )
    assert code.splitlines()[:6] == [
        '"""List them.',
        "",
        "        All of them.",
        "",
        "        Args:",
        "            name: The name.",
    ]
    assert code.splitlines()[6].startswith("            long: word word")
    assert code.splitlines()[7].startswith("                word")
    assert code.endswith('        Raises:\n            GoneError: It is "gone".\n        """')
    assert max(len(line) for line in code.splitlines()) <= WIDTH


def test_a_methods_docstring_may_be_one_line() -> None:
    assert method_docstring("List them", "", [], []) == '"""List them."""'


def test_a_long_summary_is_wrapped() -> None:
    code = method_docstring(LONG, "", [], [])
    assert words(read(code, 8)) == words(sentence(LONG))
    assert max(len(line) for line in (" " * 8 + code).splitlines()) <= WIDTH
