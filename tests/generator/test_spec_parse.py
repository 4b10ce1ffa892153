"""The bridge to openapi-python-client: what we rely on in it, and what is joined to it from the raw spec.

Its parser is no public API. These tests pin what the planner uses; when one fails after an upgrade, look there first.
"""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

import pytest
from openapi_python_client.parser import openapi as parser
from openapi_python_client.parser.openapi import Endpoint
from openapi_python_client.parser.properties import LiteralEnumProperty, ModelProperty, Property

from generator.parse import CONFIG, Operation, Parsed, class_name, parse, python_name
from generator.source import load

SHOP = Path(__file__).parent / "shop.yaml"


@pytest.fixture(scope="module")
def shop() -> Parsed:
    return parse(load(SHOP))


def operation(parsed: Parsed, id: str) -> Operation:
    return next(entry for entry in parsed.operations if entry.id == id)


def broken(tmp_path: Path, old: str, new: str) -> Parsed:
    text = SHOP.read_text()
    assert text.count(old) == 1
    path = tmp_path / "shop.yaml"
    path.write_text(text.replace(old, new))
    return parse(load(path))


def code(prop: Property) -> str:
    return prop.get_base_type_string().as_unembedded_code()


def test_the_parser_is_the_pinned_one() -> None:
    assert version("openapi-python-client") == "0.29.1"


def test_a_sound_spec_is_parsed_without_a_warning(shop: Parsed) -> None:
    assert shop.findings == ()


def test_operations_come_in_the_order_of_the_file(shop: Parsed) -> None:
    assert [(entry.tag, entry.name, entry.method, entry.path) for entry in shop.operations] == [
        ("pets", "list", "get", "/pets"),
        ("pets", "create", "post", "/pets"),
        ("pets", "get", "get", "/pets/{id}"),
        ("pets", "update", "put", "/pets/{id}"),
        ("pets", "delete", "delete", "/pets/{id}"),
        ("imports", "start", "post", "/imports"),
        ("imports", "status", "get", "/imports"),
        ("feed", "post", "post", "/feed"),
    ]


def test_an_operation_has_the_parameters_of_its_path_with_references_followed(shop: Parsed) -> None:
    (parameter,) = operation(shop, "pets_get").parameters
    assert (parameter.location, parameter.name, parameter.node["schema"]["format"]) == ("path", "id", "int32")


def test_a_parameter_of_the_operation_goes_before_that_of_its_path(tmp_path: Path) -> None:
    own = "parameters: [{name: id, in: path, required: true, schema: {type: string}, description: Its name.}]"
    parsed = broken(tmp_path, "      operationId: pets_get\n", f"      operationId: pets_get\n      {own}\n")
    (parameter,) = operation(parsed, "pets_get").parameters
    assert parameter.node["description"] == "Its name."


def test_an_operation_keeps_what_the_parser_drops(shop: Parsed) -> None:
    listed = operation(shop, "pets_list")
    assert listed.security == [{"key": []}]
    assert [server["url"] for server in listed.servers] == ["https://shop.example.com"]
    assert listed.extensions["x-page"]["parameter"] == "page"
    assert operation(shop, "imports_start").security == []
    assert not listed.deprecated


def test_servers_of_an_operation_go_before_those_of_its_path_and_of_the_document(tmp_path: Path) -> None:
    servers = "servers: [{url: https://files.example.com}]"
    parsed = broken(tmp_path, "  /imports:\n", f"  /imports:\n    {servers}\n")
    assert [server["url"] for server in operation(parsed, "imports_status").servers] == ["https://files.example.com"]


def test_the_parser_gives_python_names_and_types_of_parameters(shop: Parsed) -> None:
    listed = operation(shop, "pets_list")
    assert listed.python_names == {
        ("query", "page"): "page",
        ("query", "size"): "size",
        ("header", "X-Trace"): "x_trace",
    }
    assert [code(prop) for prop in listed.endpoint.query_parameters] == [
        "int",
        "int",
    ]


def test_the_parser_gives_bodies_and_answers(shop: Parsed) -> None:
    endpoint = operation(shop, "imports_start").endpoint
    assert [(body.content_type.get_untrusted_value(), code(body.prop)) for body in endpoint.bodies] == [
        ("multipart/form-data", "ImportForm"),
        ("application/json", "ImportLink"),
    ]
    answers = operation(shop, "pets_list").endpoint.responses.patterns
    assert [(answer.status_code.pattern, code(answer.prop)) for answer in answers] == [
        ("200", "PetPage"),
        ("404", "Error"),
    ]


def test_the_parser_makes_a_class_of_each_object_and_enum(shop: Parsed) -> None:
    classes = {name: type(info.prop) for name, info in shop.schemas.items() if info.prop is not None}
    assert classes.pop("Kind") is LiteralEnumProperty
    assert set(classes.values()) == {ModelProperty}
    assert [name for name in shop.schemas if name not in (*classes, "Kind")] == ["FeedAnswer", "Event"]


def test_a_schema_has_python_names_for_its_properties(shop: Parsed) -> None:
    pet = shop.schema("#/components/schemas/Pet")
    assert pet.python_names == {"id": "id", "kind": "kind", "price": "price", "friend": "friend", "note": "note"}
    assert (pet.class_name, pet.pointer) == ("Pet", ("components", "schemas", "Pet"))
    assert shop.schema("#/components/schemas/Kind").python_names == {}


@pytest.mark.parametrize(
    ("wire", "python"),
    [
        ("X-Trace", "x_trace"), ("userId", "user_id"), ("EAN13", "ean13"), ("type", "type_"), ("class", "class_"),
        ("id", "id"), ("2nd", "field_2nd"), ("_rev", "field_rev"), ("list", "list_"),
    ],
)  # fmt: skip
def test_a_name_on_the_wire_becomes_snake_case(wire: str, python: str) -> None:
    assert python_name(wire) == python


def test_a_component_becomes_a_class_name() -> None:
    assert [class_name(name) for name in ("PetPage", "V2Answer", "url")] == ["PetPage", "V2Answer", "Url"]


def test_a_warning_of_the_parser_is_a_finding_at_its_operation(tmp_path: Path) -> None:
    parsed = broken(tmp_path, '            schema: {$ref: "#/components/schemas/NewPet"}\n', "")
    assert parsed.operations == ()
    (finding,) = parsed.findings
    assert (finding.line, finding.rule) == (45, "parser")
    assert "POST /pets" in finding.message


def test_an_error_in_a_schema_is_a_finding_at_the_schema(tmp_path: Path) -> None:
    parsed = broken(tmp_path, "state: {type: string, x-ext", "state: {type: string, default: 5, enum: [a], x-ext")
    (finding,) = parsed.findings
    assert (finding.line, finding.rule) == (275, "parser")
    assert finding.message.startswith("Unable to process schema /components/schemas/Job: Cannot convert 5 to enum … ")


def test_a_document_that_the_parser_refuses_is_a_finding(tmp_path: Path) -> None:
    parsed = broken(tmp_path, "summary: Remove a pet\n", "summary: [Remove a pet]\n")
    assert [finding.rule for finding in parsed.findings] == ["parser"]


def test_the_parser_is_left_as_it_was_found() -> None:
    before = vars(parser)["deepcopy"]
    parse(load(SHOP))
    assert vars(parser)["deepcopy"] is before


def outline(endpoint: Endpoint) -> object:
    return (
        endpoint.name,
        endpoint.path.get_untrusted_value(),
        [(where, str(prop.python_name), prop.get_type_string()) for where, prop in endpoint.iter_all_parameters()],
        [(body.body_type, body.prop.get_type_string()) for body in endpoint.bodies],
        [(answer.status_code.pattern, answer.prop.get_type_string()) for answer in endpoint.responses],
    )


def test_with_its_copies_made_shallow_the_parser_gives_the_same(shop: Parsed) -> None:
    plain = parser.GeneratorData.from_dict(load(SHOP).data, config=CONFIG)
    assert isinstance(plain, parser.GeneratorData)
    endpoints = [endpoint for found in plain.endpoint_collections_by_tag.values() for endpoint in found.endpoints]
    ours = {entry.id: outline(entry.endpoint) for entry in shop.operations}
    assert ours == {str(endpoint.name): outline(endpoint) for endpoint in endpoints}
