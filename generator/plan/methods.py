"""The methods of a client: signatures, declarations and docstrings."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from generator.parse import Operation
from generator.plan.answers import Answer, Answers
from generator.plan.models import Models, described
from generator.plan.names import identifier, literal, wire_text
from generator.plan.types import Type, Types, literals
from generator.prose import sentence
from generator.source import Node, is_list


@dataclass(frozen=True)
class Parameter:
    """One parameter of a method."""

    name: str
    annotation: str
    default: str | None
    doc: str
    positional: bool


@dataclass(frozen=True)
class Derived:
    """A method made of another: many calls at once, or polling."""

    name: str
    decorator: str
    parameters: list[Parameter]
    returns: str
    summary: str
    description: str
    raises: list[tuple[str, str]]


@dataclass(frozen=True)
class Method:
    """One method of a resource."""

    name: str
    resource: str
    verb: str
    path: str
    traits: list[tuple[str, str]]
    """Keyword and Python expression of what the declaration says beside verb and path."""
    parameters: list[Parameter]
    returns: str
    summary: str
    description: str
    raises: list[tuple[str, str]]
    operation_id: str
    deprecated: bool = False
    derived: list[Derived] = field(default_factory=list[Derived])


@dataclass(frozen=True)
class _Argument:
    """A parameter or a body's property, on its way to become a Parameter."""

    wire: str
    place: str
    """query, path, header, field, part, joined, spread"""
    schema: Node
    node: Node
    required: bool
    doc: str
    erasable: bool = False

    @property
    def name(self) -> str:
        """Its name in Python."""
        return Types.name(self.wire, self.node)


@dataclass
class Methods:
    """Plans the methods of one API."""

    types: Types
    models: Models
    answers: Answers
    usual_auth: str
    errors: dict[str, tuple[str, str]]
    """Class and description of each error code."""
    by_client: set[tuple[str, str]]
    """Place and wire name of what the client sets for all calls."""

    def of(self, operation: Operation) -> list[Method]:
        """The methods of an operation: one, or as many as its `x-methods` names."""
        if "x-methods" in operation.extensions:
            return [self._one_of_many(operation, entry) for entry in operation.extensions["x-methods"]]
        arguments = [argument for argument in self._arguments(operation) if not self._is_by_client(argument)]
        answer = self.answers.of(operation)
        parameters = self._parameters(operation, arguments, first=self._positional(arguments))
        method = Method(
            name=identifier(operation.name),
            resource=operation.tag,
            verb=operation.method.upper(),
            path=operation.path,
            traits=self._traits(operation, operation.extensions, answer),
            parameters=parameters,
            returns=answer.returns,
            summary=operation.node["summary"],
            description=operation.node.get("description", ""),
            raises=self._raises(operation, operation.extensions.get("x-error-subset")),
            operation_id=operation.id,
            deprecated=operation.deprecated,
        )
        if (wait := operation.extensions.get("x-wait")) and "name" in wait:
            method.derived.append(self._poller(method, wait))
        if entry := operation.extensions.get("x-split"):
            method = self._split(method, entry, next(a for a in arguments if a.wire == entry["over"]))
        return [method]

    # -- one wire operation, several methods ------------------------------------------------------

    def _one_of_many(self, operation: Operation, entry: Node) -> Method:
        rename: dict[str, str] = entry.get("rename", {})
        by_wire = {argument.wire: argument for argument in self._arguments(operation)}
        required = set(entry.get("required", []))
        taken = [by_wire[wire] for wire in entry.get("take", [])]
        arguments = [replace(argument, required=argument.wire in required) for argument in taken]
        answer = self.answers.of(operation, entry)
        resource, _, name = entry["name"].rpartition(".")
        chosen = [_choice(argument, choice) for argument, choice in entry.get("choose", {}).items()]
        method = Method(
            name=identifier(name),
            resource=resource,
            verb=operation.method.upper(),
            path=operation.path,
            traits=self._traits(operation, {**operation.extensions, **entry}, answer, fixed=entry.get("set")),
            parameters=chosen
            + self._parameters(operation, arguments, first=entry.get("positional", []), rename=rename),
            returns=answer.returns,
            summary=entry["summary"],
            description=entry["description"],
            raises=self._raises(operation, entry.get("x-error-subset")),
            operation_id=operation.id,
            deprecated=operation.deprecated,
        )
        if "many" in entry:
            over = by_wire[entry["many"]["over"]]
            each = rename.get(over.wire) or over.name
            method.derived.append(self._many(method, entry["many"], each, self._type(over)))
        return method

    @staticmethod
    def _many(one: Method, entry: Node, each: str, type_: Type) -> Derived:
        over = entry.get("as", f"{each}s")
        values = Parameter(over, f"Iterable[{type_}]", None, f"The values of `{each}`, one for each call.", True)
        limit = Parameter("concurrency", "int", "32", "How many calls are in flight at most.", False)
        rest = [replace(p, doc=f"As for `{one.name}`.") for p in one.parameters if p.name != each]
        return Derived(
            name=entry["name"],
            decorator=f'many({one.name}, over="{over}", each="{each}")',
            parameters=[values, limit, *rest],
            returns=f"list[{one.returns} | APIError]",
            summary=entry["summary"],
            description="The results come in the order given. Where a call failed, its error stands in its place.",
            raises=[],
        )

    def _split(self, whole: Method, entry: Node, over: _Argument) -> Method:
        """The method for one thing, from which the one for several is made."""
        doc = f"{over.doc} 1 to {entry['most']} of them, in order."
        several = Parameter(entry["as"], f"Sequence[{self._type(over)}]", None, doc, False)
        one = replace(whole, name=f"{whole.name}_part", summary=f"{sentence(whole.summary)[:-1]}: one of several calls")
        made = Derived(
            name=whole.name,
            decorator=f'split({one.name}, over="{several.name}", each="{over.name}", most={entry["most"]})',
            parameters=[several if p.name == over.name else p for p in whole.parameters],
            returns=whole.returns,
            summary=whole.summary,
            description=f"Makes one call for each of `{several.name}`, in order, and ends with the first error.",
            raises=whole.raises,
        )
        return replace(one, derived=[*one.derived, made])

    def _poller(self, one: Method, wait: Node) -> Derived:
        timing = [
            Parameter("timeout", "float", "600.0", "Seconds to wait at most.", False),
            Parameter(
                "interval", "float | None", "None", "Seconds between two looks; left out for what suits the API.", False
            ),
        ]
        raises = [("WaitTimeoutError", "It was not done in time; it may still go on.")]
        if "failed" in wait:
            raises.insert(0, (wait["failed"]["error"], "The server gave it up; the text is its reason."))
        return Derived(
            name=wait["name"],
            decorator=f"poll({one.name}, {self.answers.wait(wait, one.operation_id)})",
            parameters=[*one.parameters, *timing],
            returns=one.returns,
            summary=wait.get("summary", f"Call `{one.name}` until it tells that the work is done"),
            description="",
            raises=[*one.raises, *raises],
        )

    # -- parameters -------------------------------------------------------------------------------

    def _arguments(self, operation: Operation) -> list[_Argument]:
        return [self._of_parameter(p.location, p.node) for p in operation.parameters] + self._of_body(operation)

    def _is_by_client(self, argument: _Argument) -> bool:
        """Whether the client sets it for all calls (in a form too, where a query goes as one)."""
        place = "query" if argument.place in ("field", "joined", "spread") else argument.place
        return (place, argument.wire) in self.by_client

    def _of_parameter(self, location: str, raw: Node) -> _Argument:
        schema: Node = raw["schema"]
        node = {**self.types.follow(schema), **{key: raw[key] for key in raw if key.startswith("x-")}}
        kind = node.get("type")
        place = location
        if kind == "array" and location == "query" and raw.get("explode", True) is False:
            place = "joined"
        elif kind == "object":
            place = "spread"
        return _Argument(raw["name"], place, schema, node, raw.get("required", False), described({**node, **raw}))

    def _of_body(self, operation: Operation) -> list[_Argument]:
        media, content = self.types.body(operation)
        if content is None:
            return []
        schema: Node = content["schema"]
        node = self.types.follow(schema)
        self.models.reach(schema, sent=True)
        if not node.get("properties"):
            required = operation.node["requestBody"].get("required", False)
            return [_Argument("body", "body", schema, node, required, node.get("description", ""))]
        encoding: Node = content.get("encoding", {})
        required = set(node.get("required", []))
        return [
            self._of_property(wire, inner, wire in required, encoding.get(wire, {}), media, node.get("x-wrapper"))
            for wire, inner in node["properties"].items()
        ]

    def _of_property(
        self, wire: str, schema: Node, required: bool, encoding: Node, media: str, wrapper: Node | None
    ) -> _Argument:
        node = self.types.follow(schema)
        doc = described(node)
        if wrapper:
            variants = [variant for variant in node.get("oneOf", []) if variant.get("type") != "null"]
            node = {**self.types.follow(variants[0]), **node} if variants else node
            inner: Node = node["properties"][wrapper["value"]]
            about = {key: node[key] for key in ("x-name", "x-null") if key in node}
            erasable = wrapper.get("delete") in node["properties"]
            return _Argument(wire, "field", inner, {**self.types.follow(inner), **about}, required, doc, erasable)
        place = "field"
        if node.get("format") == "binary":
            place = "part"
        elif media == "form" and node.get("type") == "array" and encoding.get("explode") is False:
            place = "joined"
        elif media == "form" and node.get("type") == "object" and encoding.get("explode"):
            place = "spread"
        return _Argument(wire, place, schema, node, required, doc)

    @staticmethod
    def _positional(arguments: list[_Argument]) -> list[str]:
        """Those of the path may be given by position; without any, the first that must be given."""
        in_path = [argument.wire for argument in arguments if argument.place == "path"]
        return in_path or [argument.wire for argument in arguments if argument.required][:1]

    def _parameters(
        self,
        operation: Operation,
        arguments: list[_Argument],
        *,
        first: list[str],
        rename: dict[str, str] | None = None,
    ) -> list[Parameter]:
        parameters: list[Parameter] = []
        for argument in arguments:
            name = (rename or {}).get(argument.wire) or argument.name
            parameters.append(self._parameter(operation, argument, name, positional=argument.wire in first))
            if argument.erasable:
                annotation = f"Annotated[bool, Erase({literal(argument.wire)})]"
                doc = f"Delete what `{name}` names; without `{name}`, all of it."
                parameters.append(Parameter(f"delete_{name}", annotation, "False", doc, False))
        return sorted(parameters, key=lambda p: (not p.positional, p.positional and p.default is not None))

    def _parameter(self, operation: Operation, argument: _Argument, name: str, *, positional: bool) -> Parameter:
        self.models.reach(argument.schema, sent=True)
        type_ = self._type(argument)
        marks = self._marks(operation, argument, name)
        null = argument.node.get("x-null")
        in_body = argument.place in ("field", "part")
        if null is not None and in_body:
            type_ = type_.optional()
        elif null is not None:
            type_ = Type(f"{type_.text} | Null", type_.nullable)
        default = None
        annotation = str(type_)
        if not argument.required and in_body and type_.nullable:
            annotation, default = f"{type_} | Unset", "UNSET"
        elif not argument.required:
            annotation, default = str(type_.optional()), "None"
        if marks:
            annotation = f"Annotated[{annotation}, {', '.join(marks)}]"
        return Parameter(name, annotation, default, argument.doc, positional)

    def _type(self, argument: _Argument) -> Type:
        if argument.place == "joined":
            items = self.types.of(argument.node.get("items", {}), sent=True)
            return Type("str | Sequence[str]" if items.text == "str" else f"Sequence[{items}]")
        return self.types.of(argument.schema, sent=True)

    def _marks(self, operation: Operation, argument: _Argument, name: str) -> list[str]:
        usual = "path" if argument.place == "path" else _usual_place(operation)
        said = [literal(argument.wire)] if argument.wire != name else []
        if (null := argument.node.get("x-null")) is not None:
            said.append(f"null={literal(null)}")
        place = {"body": "Body", "part": "Part", "joined": "Joined", "spread": "Spread"}.get(argument.place)
        place = place or argument.place.capitalize()
        marks = [f"{place}({', '.join(said)})"] if said or argument.place != usual else []
        if check := argument.node.get("x-check"):
            marks.append(f'Check("{check}")')
        return marks

    # -- the declaration --------------------------------------------------------------------------

    def _traits(
        self, operation: Operation, extensions: dict[str, Any], answer: Answer, fixed: Node | None = None
    ) -> list[tuple[str, str]]:
        traits: list[tuple[str, str]] = []
        server = operation.servers[0].get("x-name", "") if operation.servers else ""
        if server:
            traits.append(("server", repr(server)))
        if (auth := auth_ways(operation.security)) != self.usual_auth:
            traits.append(("auth", auth))
        media, content = self.types.body(operation)
        if content is not None and (media != "json" or operation.method in ("get", "delete")):
            traits.append(("body", repr(media)))
        if fixed:
            traits.append(("fixed", repr({name: wire_text(value) for name, value in fixed.items()})))
        if content is not None and (wrapper := self.types.follow(content["schema"]).get("x-wrapper")):
            traits.append(("wrap", repr((wrapper["value"], wrapper.get("delete", "")))))
        if "x-twin" in extensions:
            traits.append(("twin", "True"))
        if repeat := extensions.get("x-safe-retry"):
            harmless = {"never": "False", "always": "True"}.get(repeat)
            names = {**self.types.arguments(operation), **extensions.get("rename", {})}
            traits.append(("repeat", harmless or repr(names[repeat])))
        return traits + answer.traits

    def _raises(self, operation: Operation, codes: list[str] | None) -> list[tuple[str, str]]:
        """The documented errors; a class that several statuses share stands once."""
        if codes:
            return [self.errors[code] for code in codes]
        told: dict[str, list[str]] = {}
        for status, raw in operation.node["responses"].items():
            if status.isdigit() and int(status) >= 400:
                said: str = sentence(self.types.follow(raw)["description"])
                told.setdefault(status_error(int(status)), []).append(said)
        return [(name, " ".join(dict.fromkeys(said))) for name, said in told.items()]


def _usual_place(operation: Operation) -> str:
    """Where the runtime puts a parameter of which nothing is said."""
    has_body = "requestBody" in operation.node or operation.method in ("post", "put", "patch")
    return "field" if has_body else "query"


def auth_ways(security: Any) -> str:
    """The ways to sign in, as the runtime takes them."""
    ways = [tuple(way) for way in security] if is_list(security) else []
    return repr(tuple(ways))


STATUS_ERRORS = {
    400: "BadRequestError",
    401: "AuthenticationError",
    403: "PermissionDeniedError",
    404: "NotFoundError",
    409: "ConflictError",
    410: "GoneError",
    422: "UnprocessableEntityError",
    429: "RateLimitError",
    500: "ServerError",
}
"""The runtime's classes that stand for one status."""


def status_error(status: int) -> str:
    """The runtime's class for a status: its own, else its family's."""
    return STATUS_ERRORS.get(status) or ("ServerError" if status >= 500 else "APIStatusError")


def _choice(name: str, choice: Node) -> Parameter:
    """A first argument whose texts stand for others on the wire."""
    wire = f"Query({literal(choice['parameter'])})"
    annotation = f"Annotated[{literals(list(choice['values']))}, {wire}, Choice({choice['values']!r})]"
    return Parameter(name, annotation, None, choice["description"], True)
