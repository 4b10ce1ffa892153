"""The clients of this repository hold all of their specs: numbers from the spec against what the classes show.

What is expected is worked out here from the YAML alone, without the generator.
"""

from __future__ import annotations

import importlib
import inspect
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml
from retail_runtime import AsyncClient, Model, Resource, SyncClient
from retail_runtime.operations import Operation

ROOT = Path(__file__).parents[2]
APIS = sorted(path.stem for path in (ROOT / "specs").glob("*.yaml") if (ROOT / "clients" / path.stem).exists())
VERBS = ("get", "put", "post", "delete", "patch")


@dataclass
class Api:
    """A spec, read plainly, and the package made of it."""

    name: str

    @cached_property
    def spec(self) -> dict[str, Any]:
        return yaml.safe_load((ROOT / "specs" / f"{self.name}.yaml").read_text())

    @cached_property
    def package(self) -> Any:
        sys.path.append(str(ROOT / "clients" / self.name / "src"))
        return importlib.import_module(f"{self.name.replace('-', '_')}_client")

    @cached_property
    def clients(self) -> tuple[type, type]:
        """The blocking and the async client."""
        exported = [getattr(self.package, name) for name in self.package.__all__]
        classes = [entry for entry in exported if inspect.isclass(entry)]
        (blocking,) = [entry for entry in classes if issubclass(entry, SyncClient)]
        (asynchronous,) = [entry for entry in classes if issubclass(entry, AsyncClient)]
        return blocking, asynchronous

    @cached_property
    def operations(self) -> dict[str, dict[str, Any]]:
        """By operationId; each with its path, verb, and the parameters of its path."""
        found: dict[str, dict[str, Any]] = {}
        for path, item in self.spec["paths"].items():
            for verb in VERBS:
                if verb in item:
                    node = item[verb]
                    parameters = [*item.get("parameters", []), *node.get("parameters", [])]
                    found[node["operationId"]] = {**node, "parameters": parameters, "request": (verb.upper(), path)}
        return found

    def carried(self, component: str) -> set[str]:
        """The fields of a component's model that stand beside it in an answer."""
        for node in self.operations.values():
            envelope = {**self.spec.get("x-envelope", {}), **node.get("x-envelope", {})}
            answer = self.follow(node["responses"].get("200", {})).get("content", {}).get("application/json", {})
            if envelope.get("carry") and envelope["data"] in self.properties(answer["schema"]):
                data = self.properties(answer["schema"])[envelope["data"]]
                if data.get("$ref", "").endswith(f"/{component}"):
                    return {"warnings"}
        return set()

    def follow(self, node: dict[str, Any]) -> dict[str, Any]:
        while "$ref" in node:
            target: Any = self.spec
            for part in node["$ref"].removeprefix("#/").split("/"):
                target = target[part]
            node = target
        return node

    def properties(self, schema: dict[str, Any]) -> dict[str, Any]:
        schema = self.follow(schema)
        joined = {k: v for part in schema.get("allOf", []) for k, v in self.properties(part).items()}
        return joined | schema.get("properties", {})

    def methods_of(self, operation: dict[str, Any]) -> list[str]:
        """The methods that an operation should have, as `resource.method`."""
        tag = operation["tags"][0]
        named = [method["name"] for method in operation.get("x-methods", [])]
        if not named and self.is_twin(operation["operationId"]):
            return []  # reached by the methods of the operation that means the same
        part = "_part" if "x-split" in operation else ""
        return named or [f"{tag}.{operation['operationId'].removeprefix(f'{tag}_')}{part}"]

    def is_twin(self, id: str) -> bool:
        return any(node.get("x-twin") == id for node in self.operations.values())

    def twins(self, id: str) -> set[str]:
        """An operation with those that mean the same: what one does not offer, the other may."""
        asked = {other for other, node in self.operations.items() if node.get("x-twin") == id}
        return {id, self.operations[id].get("x-twin", id), *asked}

    def derived_of(self, operation: dict[str, Any]) -> list[str]:
        """The methods made of those: many calls at once, or polling."""
        tag = operation["tags"][0]
        many = [
            f"{method['name'].split('.')[0]}.{method['many']['name']}"
            for method in operation.get("x-methods", [])
            if "many" in method
        ]
        waiting = operation.get("x-wait", {}).get("name")
        several = [name.removesuffix("_part") for name in self.methods_of(operation) if "x-split" in operation]
        return [*many, *several, *([f"{tag}.{waiting}"] if waiting else [])]

    def shown(self, client: type) -> dict[str, Any]:
        """The public methods that a client class shows, as `resource.method`."""
        found: dict[str, Any] = {}
        for name in dir(client):
            if isinstance(prop := inspect.getattr_static(client, name), cached_property) and name != "with_response":
                resource = self.package.client.SPEC.resources[prop.attrname]
                assert issubclass(resource, Resource)
                found |= self.within(name, resource)
        return found

    def within(self, name: str, resource: type) -> dict[str, Any]:
        """The methods of a resource, and of the resources in it, which can be called themselves."""
        found: dict[str, Any] = {}
        for method, made in inspect.getmembers(resource, inspect.isfunction):
            if method == "__call__":
                found[name] = made
            elif not method.startswith("_"):
                found[f"{name}.{method}"] = made
        for attribute, prop in inspect.getmembers_static(resource, lambda entry: isinstance(entry, cached_property)):
            inner = prop.func.__annotations__["return"].partition("[")[0]
            found |= self.within(f"{name}.{attribute}", getattr(sys.modules[resource.__module__], inner))
        return found


@pytest.fixture(params=APIS)
def api(request: pytest.FixtureRequest) -> Api:
    return Api(request.param)


def test_there_are_clients_to_look_at() -> None:
    assert {"eandata", "pam"} <= set(APIS)


def test_every_operation_is_a_method_of_both_clients_and_there_are_no_others(
    api: Api, record_property: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    expected = {name for node in api.operations.values() for name in api.methods_of(node) + api.derived_of(node)}
    for client in api.clients:
        assert set(api.shown(client)) == expected
    count = f"{api.name}: {len(api.operations)} wire operations, {len(expected)} methods, blocking and async"
    record_property("count", count)
    with capsys.disabled():
        print(f"\n{count}", end="")


def test_each_method_asks_for_the_path_of_its_operation(api: Api) -> None:
    methods = api.shown(api.clients[0])
    for node in api.operations.values():
        for name in api.methods_of(node):
            operation: Operation = methods[name].operation
            assert (operation.verb, operation.path) == node["request"], name


def test_the_map_lists_exactly_the_methods_and_their_parameters(api: Api) -> None:
    told = re.findall(r"^\| `([a-z_.0-9]+)\((.*?)\)` → ", (ROOT / "clients" / api.name / "api.md").read_text(), re.M)
    methods = api.shown(api.clients[0])
    signatures = {name: ", ".join(list(inspect.signature(made).parameters)[1:]) for name, made in methods.items()}
    assert dict(told) == signatures
    assert len(told) == len(signatures)


def test_each_method_tells_what_it_does_its_parameters_its_errors_and_its_source(api: Api) -> None:
    methods = api.shown(api.clients[0])
    for node in api.operations.values():
        for name in api.methods_of(node) + api.derived_of(node):
            doc = inspect.getdoc(methods[name]) or ""
            summary, _, rest = doc.partition("\n\n")
            assert summary.endswith("."), name
            parameters = list(inspect.signature(methods[name]).parameters)[1:]
            assert re.findall(r"^    (\w+): \S", doc.partition("Args:\n")[2].partition("\n\n")[0], re.M) == parameters
            if any(int(status) >= 400 for status in node["responses"] if status.isdigit()):
                raised = re.findall(r"^    (\w+): \S", rest.partition("Raises:\n")[2], re.M)
                assert raised or name not in api.methods_of(node), name
        for name in api.methods_of(node) if "(Source: " in node.get("description", "") else ():
            assert "(Source: " in " ".join((inspect.getdoc(methods[name]) or "").split()), name


def test_what_newer_clients_of_the_vendor_dropped_warns_and_nothing_else_does(api: Api) -> None:
    methods = api.shown(api.clients[0])
    for node in api.operations.values():
        for name in api.methods_of(node) + api.derived_of(node):
            assert hasattr(methods[name], "__deprecated__") == node.get("deprecated", False), name


def test_every_documented_parameter_can_be_given(api: Api) -> None:
    methods = api.shown(api.clients[0])
    by_client = {parameter.wire for parameter in api.package.client.SPEC.parameters.values()}
    counted = 0
    for id, node in api.operations.items():
        documented = {api.follow(parameter)["name"] for parameter in node["parameters"]}
        for content in api.follow(node.get("requestBody", {})).get("content", {}).values():
            documented |= set(api.properties(content["schema"]))
        names = [name for twin in api.twins(id) for name in api.methods_of(api.operations[twin])]
        offered = set(by_client) | _whole_body(methods, names, documented)
        for name in names:
            operation: Operation = methods[name].operation
            fixed = set(operation.traits.get("fixed", {}))
            offered |= {argument.wire for argument in operation.arguments} | fixed
            offered |= {wire for wire in documented if wire.lower() in fixed}  # another spelling of a fixed one
        assert documented <= offered, id
        counted += len(documented)
    assert counted > 0


def _whole_body(methods: dict[str, Any], names: list[str], documented: set[str]) -> set[str]:
    """All fields, where the whole body is one argument."""
    whole = any(type(a.place).__name__ == "Body" for name in names for a in methods[name].operation.arguments)
    return documented if whole else set()


def answered(api: Api) -> Iterator[str]:
    """The components that answers are read by, however deep they stand."""
    todo: list[Any] = []
    for id, node in api.operations.items():
        if api.is_twin(id) and "x-methods" not in node:
            continue
        read = [m["answer"] for m in node.get("x-methods", []) if "answer" in m and m.get("kind") in (None, "rows")]
        named = [{"$ref": f"#/components/schemas/{name}"} for name in read]
        answers = [api.follow(raw) for status, raw in node["responses"].items() if status.startswith("2")]
        contents = [content["schema"] for answer in answers for content in answer.get("content", {}).values()]
        todo += named or contents
    todo += [hook["post"]["requestBody"] for hook in api.spec.get("webhooks", {}).values()]
    seen: set[str] = set()
    while todo:
        value = todo.pop()
        if isinstance(value, list):
            todo += value
        elif isinstance(value, dict):
            todo += [entry for key, entry in value.items() if key not in ("example", "examples", "allOf")]
            todo += [api.follow(part) for part in value.get("allOf", ())]  # no classes of their own
            ref = value.get("$ref", "")
            if ref.startswith("#/components/schemas/") and ref not in seen:
                seen.add(ref)
                todo.append(api.follow(value))
                yield ref.removeprefix("#/components/schemas/")


def test_every_property_of_every_answer_is_a_field_of_its_model(api: Api) -> None:
    counted = 0
    for name in answered(api):
        wanted = set(api.properties({"$ref": f"#/components/schemas/{name}"}))
        if wanted:
            assert wires(getattr(api.package.models, name)) == wanted | api.carried(name), name
            counted += len(wanted)
    assert counted > 0


def test_every_model_is_a_schema_with_its_properties(api: Api) -> None:
    models = [entry for _, entry in inspect.getmembers(api.package.models, inspect.isclass) if _is_own(api, entry)]
    assert models
    for model in models:
        wanted = set(api.properties({"$ref": f"#/components/schemas/{model.__name__}"}))
        assert wires(model) == wanted | api.carried(model.__name__), model


def _is_own(api: Api, entry: type) -> bool:
    return issubclass(entry, Model) and entry.__module__ == api.package.models.__name__


def wires(model: type[Model]) -> set[str]:
    """The properties that a model has on the wire."""
    config = model.__struct_config__
    named = {known.encode_name for known in msgspec.structs.fields(model) if known.name not in model.collect}
    return named | ({config.tag_field} if config.tag_field else set())


def test_every_error_code_is_a_class(api: Api) -> None:
    listed = {row["code"]: row["status"] for row in api.spec.get("x-error-codes", [])}
    classes = api.package.errors.ERRORS
    assert {code: entry.stands_for for code, entry in classes.items()} == listed
