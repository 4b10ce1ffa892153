"""XML answers, the well-meant and the ill-meant."""

from __future__ import annotations

from typing import Any

import pytest
from retail_runtime import ResponseDecodeError

from .acme import acme
from .wire import raw


def read(content: bytes) -> Any:
    api, _ = acme(raw(content, "application/xml"))
    return api.vouchers.anything()


@pytest.mark.parametrize(
    ("content", "plain"),
    [
        (b"<r><a>1</a><b>2</b></r>", {"a": "1", "b": "2"}),
        (b"<r><a>1</a><a>2</a><a/></r>", {"a": ["1", "2", ""]}),
        (b"<r><a/><b></b></r>", {"a": "", "b": ""}),
        (b"<r>\n  <a>\n    <b>x</b>\n  </a>\n</r>", {"a": {"b": "x"}}),
        (b"<r><a> x </a><b>   </b><c>\n </c></r>", {"a": " x ", "b": "   ", "c": ""}),
        (b"<r><a><![CDATA[<&>]]>&lt;&#65;</a></r>", {"a": "<&><A"}),
        (b"<r a='1'><!-- no --><?pi?><b c='2'>x</b></r>", {"b": "x"}),
        (b"<r>text</r>", "text"),
        (b"<r/>", ""),
        (b"<r><n><x>1</x></n><n><x>2</x></n></r>", {"n": [{"x": "1"}, {"x": "2"}]}),
    ],
)
def test_elements_are_read_as_plain_data(content: bytes, plain: Any) -> None:
    assert read(content) == plain


BOMB = b"""<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><r><id>&b;</id></r>"""


@pytest.mark.parametrize(
    "content",
    [
        BOMB,
        b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]><r>&x;</r>',
        b'<!DOCTYPE r SYSTEM "http://127.0.0.1:1/evil.dtd"><r/>',
        b"<!DOCTYPE html><r/>",
    ],
)
def test_a_document_type_is_refused_and_with_it_every_entity(content: bytes) -> None:
    with pytest.raises(ResponseDecodeError, match="document type"):
        read(content)


def test_an_undeclared_entity_is_refused() -> None:
    with pytest.raises(ResponseDecodeError, match="undefined entity"):
        read(b"<r>&x;</r>")


def test_deep_nesting_is_refused() -> None:
    with pytest.raises(ResponseDecodeError, match="nests deeper than 200"):
        read(b"<a>" * 10_000 + b"</a>" * 10_000)
    assert read(b"<a>" * 200 + b"</a>" * 200)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no xml",
        b"<a>",
        b"<a></b>",
        b"<a/><b/>",
        "<a>é</a>".encode("latin-1"),
        b'<?xml version="1.0" encoding="no-such"?><a/>',
        b'<?xml version="1.0" encoding="utf-7"?><a/>',
    ],
)
def test_what_is_not_xml_is_told(content: bytes) -> None:
    with pytest.raises(ResponseDecodeError, match="can't read the answer"):
        read(content)
