"""The forms of an answer: version 2.1, JSON and XML."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

import pytest
from retail_sandbox.testing import Sandbox

from .conftest import PAID, Feed

COLA = "0049000006582"


def test_without_a_version_the_answer_is_flat_and_has_every_field(feed: Feed) -> None:
    answer = feed.get(find="0013679201029", v="2.1")
    assert answer["status"] == {"find": "0013679201029", "code": "200", "message": "paid", "version": "2.1"}
    assert answer["product"] == {
        "modified": "2015-03-04 05:06:07",
        "ean13": "0013679201029",
        "upca": "013679201029",
        "upce": "",
        "isbn10": "",
        "image": "",
        "product": "A cleaning cloth",
        "description": "",
        "long_desc": "",
        "url": "",
        "category_no": "42",
        "category_text": "Cleaning",
        "locked": "0",
    }
    assert answer["company"]["name"] == "A household brand"


def test_leaving_the_version_out_means_2_1(feed: Feed, sandbox: Sandbox) -> None:
    assert Feed(sandbox, PAID, mode="json").get(find=COLA) == feed.get(find=COLA, v="2")


def test_the_version_may_be_written_with_a_capital(feed: Feed, sandbox: Sandbox) -> None:
    assert Feed(sandbox, PAID, V="3").get(find=COLA) == feed.get(find=COLA)


def test_a_flat_answer_has_a_company_even_when_there_is_none(feed: Feed) -> None:
    blank = {"name": "", "address": "", "phone": "", "url": "", "logo": "", "locked": "0"}
    assert feed.get(find="96385074", v="2")["company"] == blank
    assert feed.get(find=COLA, v="2", comp="no")["company"] == blank


def test_a_flat_answer_shows_pending_values_only_when_wanted(feed: Feed) -> None:
    feed.update(COLA, "product", "Coke")
    assert feed.get(find=COLA, v="2")["product"]["product"] == "Coke"
    assert feed.get(find=COLA, v="2", pending="no")["product"]["product"] == "Coca-Cola Classic"


def test_what_is_not_on_file_is_a_404_in_version_2_1_too(feed: Feed) -> None:
    status = feed.get(find="0049000000009", v="2")["status"]
    assert (status["code"], status["version"]) == ("404", "2.1")


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize(
    "parameters",
    [
        {"find": COLA, "get": "all", "field_mod": "yes", "has": "long_desc", "basket": "a<b&c\r\nd"},
        {"find": COLA, "v": "2"},
        {"find": "0049000000009"},
        {"find": "0049000006583"},
        {"find": "no digits"},
        {"get": "categories"},
        {"get": "attributes"},
        {"get": "extra", "field": "weight"},
    ],
)
def test_xml_says_what_json_says(feed: Feed, method: str, parameters: dict[str, str]) -> None:
    response = feed.send(method, **parameters, mode="xml")
    assert response.headers["content-type"].startswith("application/xml")
    root = ElementTree.fromstring(response.content)
    assert root.tag == "feed"
    assert tree_of(root) == blank_trees(feed.send(method, **parameters).json())


def test_a_wrong_key_code_is_told_in_xml(sandbox: Sandbox) -> None:
    response = Feed(sandbox, "wrong").send(find=COLA, mode="xml")
    assert ElementTree.fromstring(response.content).findtext("status/code") == "400"


def tree_of(element: ElementTree.Element) -> Any:
    """What an element says: text, or its children by name, a list where `feed` holds several of one name."""
    if len(element) == 0:
        return element.text or ""
    children: dict[str, Any] = {}
    for child in element:
        if element.tag == "feed" and child.tag in ("category", "attribute", "extra"):
            children.setdefault(child.tag, []).append(tree_of(child))
        else:
            children[child.tag] = tree_of(child)
    return children


def blank_trees(data: Any) -> Any:
    """JSON's data, with empty objects as XML has them."""
    if isinstance(data, dict):
        return {key: blank_trees(value) for key, value in data.items()} or ""
    return [blank_trees(item) for item in data] if isinstance(data, list) else data
