from __future__ import annotations

import jsonschema_rs
import pytest

from .documents import Unreadable, parse_csv, parse_xml

DOCUMENT = {
    "components": {
        "schemas": {
            "Item": {
                "type": "object",
                "required": ["id", "name"],
                "additionalProperties": False,
                "properties": {
                    "id": {"type": "integer", "xml": {"attribute": True}},
                    "name": {"type": "string"},
                    "price": {"type": ["number", "null"]},
                    "sold": {"type": "boolean"},
                },
            },
            "Items": {
                "type": "object",
                "xml": {"name": "items"},
                "required": ["item"],
                "additionalProperties": False,
                "properties": {
                    "item": {"type": "array", "items": {"$ref": "#/components/schemas/Item"}},
                    "tags": {"type": "array", "xml": {"wrapped": True}, "items": {"type": "string"}},
                },
            },
            "None": {
                "type": "object",
                "xml": {"name": "items"},
                "required": ["none"],
                "properties": {"none": {"type": "string"}},
            },
            "Either": {
                "xml": {"name": "items"},
                "anyOf": [{"$ref": "#/components/schemas/None"}, {"$ref": "#/components/schemas/Items"}],
            },
            "Rows": {"type": "array", "items": {"$ref": "#/components/schemas/Item"}},
        }
    }
}
ITEMS = {"$ref": "#/components/schemas/Items"}
ROWS = {"$ref": "#/components/schemas/Rows"}


def is_valid(data: object, schema: dict[str, str]) -> bool:
    return jsonschema_rs.Draft202012Validator({**schema, **DOCUMENT}).is_valid(data)


def test_xml_is_read_by_its_schema() -> None:
    text = (
        b'<items><item id="1"><name>A &amp; B</name><price/><sold>true</sold></item><tags><tag>x</tag></tags></items>'
    )
    data = parse_xml(text, ITEMS, DOCUMENT)
    assert data == {"item": [{"id": 1, "name": "A & B", "price": None, "sold": True}], "tags": ["x"]}
    assert is_valid(data, ITEMS)


def test_a_list_without_elements_is_empty() -> None:
    assert parse_xml(b"<items/>", ITEMS, DOCUMENT) == {"item": []}


def test_of_several_schemas_the_one_that_fits_is_read() -> None:
    either = {"$ref": "#/components/schemas/Either"}
    assert parse_xml(b'<items><item id="1"><name>A</name></item></items>', either, DOCUMENT)["item"][0]["id"] == 1
    assert parse_xml(b"<items><none>x</none></items>", either, DOCUMENT) == {"none": "x"}


@pytest.mark.parametrize(
    "broken",
    [
        b'<items><item id="1"/></items>',
        b"<items><item><name>A</name></item></items>",
        b'<items><item id="one"><name>A</name></item></items>',
        b'<items><item id="1"><name>A</name><sold>perhaps</sold></item></items>',
        b'<items><item id="1"><name>A</name><name>B</name></item></items>',
        b'<items><item id="1"><name>A</name><more>B</more></item></items>',
        b'<items><item id="1"><name><b>A</b></name></item></items>',
    ],
    ids=[
        "missing element",
        "missing attribute",
        "wrong type",
        "no boolean",
        "element twice",
        "unknown element",
        "children",
    ],
)
def test_xml_that_breaks_its_schema_is_read_as_what_does_not_validate(broken: bytes) -> None:
    assert not is_valid(parse_xml(broken, ITEMS, DOCUMENT), ITEMS)


@pytest.mark.parametrize(
    "broken", [b"<items>", b"", b"<other/>", b'<!DOCTYPE items [<!ENTITY a "b">]><items/>', b"<items>\xff</items>"]
)
def test_what_is_no_xml_of_the_schema_cannot_be_read(broken: bytes) -> None:
    with pytest.raises(Unreadable):
        parse_xml(broken, ITEMS, DOCUMENT)


def test_csv_is_read_by_its_schema() -> None:
    data = parse_csv(b'id,name,price\n1,"A, B",2.5\n2,C,\n', ROWS, DOCUMENT)
    assert data == [{"id": 1, "name": "A, B", "price": 2.5}, {"id": 2, "name": "C", "price": None}]
    assert is_valid(data, ROWS)


@pytest.mark.parametrize("broken", [b"id\n1\n", b"id,name\none,A\n", b"id,name,more\n1,A,B\n"])
def test_csv_that_breaks_its_schema_is_read_as_what_does_not_validate(broken: bytes) -> None:
    assert not is_valid(parse_csv(broken, ROWS, DOCUMENT), ROWS)


@pytest.mark.parametrize("broken", [b"id,name\n1\n", b"id,name\n1,\xff\n"])
def test_what_is_no_csv_cannot_be_read(broken: bytes) -> None:
    with pytest.raises(Unreadable):
        parse_csv(broken, ROWS, DOCUMENT)
