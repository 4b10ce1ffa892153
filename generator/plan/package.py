"""A whole client package: its modules' contents, ready to print."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from generator.parse import Parsed, class_name
from generator.plan.answers import Answers
from generator.plan.methods import STATUS_ERRORS, Method, Methods, Parameter, auth_ways, status_error
from generator.plan.models import Alias, ModelClass, Models, described
from generator.plan.names import IMPORTED, identifier, literal, runtime_names, visible, wire_text
from generator.plan.types import SCALARS, Types, literals
from generator.source import Node


@dataclass(frozen=True)
class ErrorClass:
    """An error class for one of the API's codes."""

    name: str
    base: str
    code: str
    status: int | None
    """None: its base stands for the status."""
    doc: str
    details: str | None
    properties: list[tuple[str, str, str]]
    """Name, type and description of what the error body offers."""


@dataclass(frozen=True)
class Credential:
    """A way to sign in."""

    name: str
    doc: str
    arguments: list[tuple[str, str]]
    """Argument and environment variable, in order."""
    schemes: list[tuple[str, list[tuple[str, str]]]]
    """Security scheme, and the arguments that fill it with their environment variables."""
    model: str = ""
    """The class of an answer that may be passed in place of all arguments."""
    taken: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    """Argument, and what of that answer it is."""


@dataclass(frozen=True)
class Option:
    """A parameter that the client sets once for all calls."""

    name: str
    type: str
    doc: str
    parameter: str
    """The runtime's `ClientParameter` for it."""


@dataclass(frozen=True)
class Resource:
    """A group of methods."""

    name: str
    class_name: str
    doc: str
    methods: list[Method]
    within: str = ""
    """The resource that it is an attribute of; empty for the client itself."""
    children: list[Resource] = field(default_factory=list["Resource"])
    """Methods that have methods of their own."""

    @property
    def module(self) -> str:
        """The module that it stands in."""
        return f"{self.within}_{self.name}" if self.within else self.name

    @property
    def path(self) -> str:
        """How to get to it from the client."""
        return f"{self.within}.{self.name}" if self.within else self.name


@dataclass(frozen=True)
class Event:
    """A webhook's payload."""

    model: str
    shape: str


@dataclass(frozen=True)
class Package:
    """Everything that the templates print."""

    api: str
    distribution: str
    module: str
    class_name: str
    env: str
    title: str
    description: str
    version: str
    servers: list[tuple[str, str | None]]
    schemes: list[tuple[str, str]]
    auth: str
    credentials: list[Credential]
    options: list[Option]
    error_shape: str
    errors: list[ErrorClass]
    failures: list[tuple[str, str]]
    """Error classes for work that the server gave up, and what they say."""
    quota: str
    concurrency: int | None
    aliases: list[Alias]
    classes: list[ModelClass]
    resources: list[Resource]
    events: list[Event]
    signature: str
    takes_null: bool
    imported: frozenset[str]
    """Models that other modules import by their names; the others clash with something, and are written `models.X`."""

    @property
    def methods(self) -> list[Method]:
        """All methods, resource by resource."""
        return [method for resource in self.every_resource for method in resource.methods]

    @property
    def reads_arrow(self) -> bool:
        """Whether any method gives an Arrow table, which needs an extra."""
        return any(method.returns == "ArrowTable" for method in self.methods)

    @property
    def every_resource(self) -> list[Resource]:
        """The resources, each before those in it."""
        return [each for resource in self.resources for each in (resource, *resource.children)]


def plan(parsed: Parsed, version: str) -> Package:
    """Plan the client package of a spec that passed the linter.

    Args:
        parsed: The spec.
        version: The version that the package gets.
    """
    root = parsed.document.data
    types = Types(parsed, runtime_names() | IMPORTED | _own_names(root))
    models = Models(types)
    answers = Answers(parsed, types, models)
    env = parsed.document.name.upper().replace("-", "_")
    usual_auth = auth_ways(root.get("security", []))
    codes = {row["code"]: (_error_name(row), _first(row["description"])) for row in _codes(root)}
    by_client = {(option["in"], option["parameter"]) for option in root.get("x-client", [])}
    methods = Methods(types, models, answers, usual_auth, codes, by_client)
    planned = [method for operation in parsed.operations if not operation.is_twin for method in methods.of(operation)]
    errors = [_error(row, types, models) for row in _codes(root)]
    events = _events(root, types, models)
    models.close()
    return Package(
        api=parsed.document.name,
        distribution=f"{parsed.document.name}-client",
        module=f"{parsed.document.name.replace('-', '_')}_client",
        class_name=root.get("x-class") or class_name(parsed.document.name),
        env=env,
        title=root["info"]["title"],
        description=root["info"]["description"],
        version=version,
        servers=_servers(parsed),
        schemes=[(name, _scheme(node)) for name, node in root["components"]["securitySchemes"].items()],
        auth=usual_auth,
        credentials=[_credential(entry, env, types, answers) for entry in root["x-auth"]],
        options=[_option(entry, types) for entry in root.get("x-client", [])],
        error_shape=_error_shape(root),
        errors=errors,
        failures=_failures(parsed),
        quota=_quota(root.get("x-rate-limit"), answers),
        concurrency=root.get("x-concurrency"),
        classes=models.classes(),
        aliases=models.aliases(),
        resources=_resources(root, planned),
        events=events,
        signature=_signature(root),
        imported=frozenset(class_name(name) for name in types.used) - types.taken,
        takes_null=any("Null" in parameter.annotation for method in planned for parameter in method.parameters),
    )


def _own_names(root: Node) -> set[str]:
    """The classes of the package that are no models."""
    resources = {class_name(tag["name"]) for tag in root["tags"]}
    return resources | {_error_name(row) for row in _codes(root)}


def _error_name(row: Node) -> str:
    """`date_value_error` gives DateValueError and `not_found` NotFoundError; none hides one of the runtime's."""
    name = class_name(row["name"])
    return name if name.endswith("Error") and name not in runtime_names() else f"{name}Error"


def _codes(root: Node) -> list[Node]:
    return root.get("x-error-codes", [])


def _first(text: str) -> str:
    """The first sentence."""
    return f"{' '.join(text.split()).split('. ')[0].rstrip('.')}."


def _servers(parsed: Parsed) -> list[tuple[str, str | None]]:
    """Each host's address by its name; None where it is a deployment's own."""
    found: dict[str, str | None] = {}
    listed = [parsed.document.data["servers"][:1], *(operation.servers[:1] for operation in parsed.operations)]
    for servers in listed:
        for server in servers:
            found.setdefault(server.get("x-name", ""), None if "variables" in server else server["url"])
    return list(found.items())


def _scheme(node: Node) -> str:
    match node:
        case {"type": "apiKey", "in": place, "name": name}:
            form = ", form=True" if node.get("x-form") else ""
            return f'Scheme("{place}", {literal(name)}{form})'
        case {"type": "http", "scheme": scheme}:
            return f'Scheme("{scheme}")'
        case _:
            raise ValueError(f"the runtime knows no {node.get('type')} security scheme")


def _credential(entry: Node, env: str, types: Types, answers: Answers) -> Credential:
    schemes: list[tuple[str, list[tuple[str, str]]]] = []
    for scheme, given in entry["schemes"].items():
        names: list[str] = [given] if isinstance(given, str) else given
        schemes.append((scheme, [(name, f"{env}_{name.upper()}") for name in names]))
    arguments = list(dict.fromkeys(argument for _, given in schemes for argument in given))
    doc = entry.get("description") or f"Signs in by {' and '.join(name for name, _ in arguments)}."
    if "from" not in entry:
        return Credential(entry["name"], doc, arguments, schemes)
    schema: Node = {"$ref": f"#/components/schemas/{entry['from']['schema']}"}
    ways: list[tuple[str, str]] = [(name, answers.path(schema, entry["from"][name])) for name, _ in arguments]
    return Credential(entry["name"], doc, arguments, schemes, str(types.of(schema, sent=False)), ways)


def _option(entry: Node, types: Types) -> Option:
    schema = types.follow(entry["schema"])
    type_ = literals(schema["enum"]) if "enum" in schema else SCALARS[schema["type"]]
    said = [literal(entry["parameter"]), literal(entry["in"])]
    said += [literal(wire_text(schema["default"]))] if "default" in schema else []
    name = types.name(entry["parameter"], {"x-name": entry.get("name")})
    return Option(name, type_, entry["description"], f"ClientParameter({', '.join(said)})")


def _error_shape(root: Node) -> str:
    shape = root.get("x-error", {"message": "message"})
    said = [literal(shape["message"]), *(f"{key}={literal(shape[key])}" for key in ("code", "name") if key in shape)]
    said += [f"{key}={tuple(shape[key])!r}" for key in ("ok", "transient") if key in shape]
    return f"ErrorShape({', '.join(said)})"


def _error(row: Node, types: Types, models: Models) -> ErrorClass:
    details, properties = None, list[tuple[str, str, str]]()
    if "schema" in row:
        schema: Node = {"$ref": f"#/components/schemas/{row['schema']}"}
        models.reach(schema, sent=False)
        details = str(types.of(schema, sent=False))
        for wire in row.get("fields", []):
            inner = types.follow(schema)["properties"][wire]
            type_ = str(types.of(inner, sent=False).optional())
            properties.append((types.field(wire, types.follow(inner)), type_, described(types.follow(inner))))
    hidden = {name for name, _, _ in properties}
    return ErrorClass(
        name=_error_name(row),
        base=status_error(row["status"]),
        code=row["code"],
        status=None if row["status"] in STATUS_ERRORS else row["status"],
        doc=row["description"],
        details=details,
        properties=[(name, visible(type_, hidden), doc) for name, type_, doc in properties],
    )


def _failures(parsed: Parsed) -> list[tuple[str, str]]:
    found: dict[str, str] = {}
    for operation in parsed.operations:
        if failed := operation.extensions.get("x-wait", {}).get("failed"):
            values = " or ".join(f"`{value}`" for value in failed["values"])
            found.setdefault(failed["error"], f"The server gave the work up ({values}); the text is its reason.")
    return list(found.items())


def _quota(limit: Node | None, answers: Answers) -> str:
    if limit is None:
        return ""
    said = _ways_to_quota(limit, lambda way: answers.anywhere(way) if limit["in"] == "body" else way)
    if "error" in limit:
        said.append(f"error=Quota({', '.join(_ways_to_quota({**limit, **limit['error']}, str))})")
    return f"Quota({', '.join(said)})"


def _ways_to_quota(limit: Node, named: Callable[[str], str]) -> list[str]:
    said = [literal(limit["in"])]
    said += [f"{key}={literal(named(limit[key]))}" for key in ("limit", "remaining", "reset") if key in limit]
    return said + ([f'reset_is="{limit["reset-is"]}"'] if "reset-is" in limit else [])


def _resources(root: Node, methods: list[Method]) -> list[Resource]:
    """The resources that have methods, in the order of the tags."""
    nested = {method.resource for method in methods if "." in method.resource}
    called = [_called(method) if f"{method.resource}.{method.name}" in nested else method for method in methods]
    found: list[Resource] = []
    for tag in root["tags"]:
        name: str = tag["name"]
        children = [_child(way, called) for way in dict.fromkeys(m.resource for m in called if _is_in(m, name))]
        own = [method for method in called if method.resource == name]
        if own or children:
            resource = _resource(identifier(name), class_name(name), tag["description"], own)
            found.append(replace(resource, children=children))
    return found


def _is_in(method: Method, tag: str) -> bool:
    return method.resource.startswith(f"{tag}.")


def _called(method: Method) -> Method:
    """A method that has methods of its own: a resource that can be called."""
    return replace(method, resource=f"{method.resource}.{method.name}", name="__call__")


def _child(way: str, methods: list[Method]) -> Resource:
    within, _, name = way.partition(".")
    own = [_named(method, way) for method in methods if method.resource == way]
    doc = next(method.summary for method in own if method.name == "__call__")
    return replace(_resource(identifier(name), class_name(way.replace(".", "_")), doc, own), within=identifier(within))


def _named(method: Method, way: str) -> Method:
    """A method that says its own name: that of its class and module would tell another."""
    name = way if method.name == "__call__" else f"{way}.{method.name}"
    return replace(method, traits=[("name", literal(name)), *method.traits])


def _resource(name: str, class_: str, doc: str, own: list[Method]) -> Resource:
    hidden = {made.name for method in own for made in (method, *method.derived)}
    return Resource(name, class_, doc, [_seen(method, hidden) for method in own])


def _seen(method: Method, hidden: set[str]) -> Method:
    """A method in whose declaration the names of its neighbours hide nothing."""
    derived = [
        replace(
            made,
            decorator=visible(made.decorator, hidden),
            parameters=_seen_parameters(made.parameters, hidden),
            returns=visible(made.returns, hidden),
        )
        for made in method.derived
    ]
    return replace(
        method,
        resource=identifier(method.resource),
        traits=[(name, visible(value, hidden)) for name, value in method.traits],
        parameters=_seen_parameters(method.parameters, hidden),
        returns=visible(method.returns, hidden),
        derived=derived,
    )


def _seen_parameters(parameters: list[Parameter], hidden: set[str]) -> list[Parameter]:
    return [replace(parameter, annotation=visible(parameter.annotation, hidden)) for parameter in parameters]


def _events(root: Node, types: Types, models: Models) -> list[Event]:
    """The webhooks' payloads: told apart by their constant fields, else by the fields that they always have."""
    found: dict[str, Event] = {}
    for hook in root.get("webhooks", {}).values():
        content = types.follow(hook["post"]["requestBody"])["content"]
        whole: Node = next(iter(content.values()))["schema"]
        models.reach(whole, sent=False)
        for schema in types.follow(whole).get("oneOf", [whole]):
            node = types.follow(schema)
            properties: dict[str, Any] = node.get("properties", {})
            constants = {wire: inner["const"] for wire, inner in properties.items() if "const" in types.follow(inner)}
            required = ", ".join(literal(wire) for wire in dict.fromkeys(node.get("required", [])))
            told = f"values={constants!r}" if constants else f"fields=frozenset({{{required}}})"
            model = str(types.of(schema, sent=False))
            found[model] = Event(model, f"EventShape({model}, {told})")
    return list(found.values())


def _signature(root: Node) -> str:
    for hook in root.get("webhooks", {}).values():
        if signature := hook.get("x-signature") or hook["post"].get("x-signature"):
            return f"Signature({literal(signature['header'])}, {literal(signature['encoding'])})"
    return ""
