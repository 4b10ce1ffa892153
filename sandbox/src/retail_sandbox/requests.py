"""One operation's requests: parameters and bodies decoded, typed and held against the spec."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, NoReturn, cast

import jsonschema_rs
from werkzeug import Request
from werkzeug.datastructures import FileStorage, MultiDict
from werkzeug.exceptions import RequestEntityTooLarge

from .api import BadInput, File, Problem
from .decode import check_text, parse_json, reader
from .misfit import first_misfit, joined
from .spec import Node, Operation, Parameter, Spec, SpecError

FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"


def settle_length(request: Request) -> None:
    """Reads a body that comes in chunks, so that it has a length like any other.

    Werkzeug alone would cut it at the limit and take the rest for a whole body.

    Raises:
        RequestEntityTooLarge: It is above the limit.
    """
    environ = request.environ
    if environ.pop("HTTP_TRANSFER_ENCODING", None) is None:
        return
    limit = request.max_content_length or 0
    body = environ["wsgi.input"].read(limit + 1)
    if len(body) > limit:
        raise RequestEntityTooLarge
    environ["wsgi.input"], environ["CONTENT_LENGTH"] = io.BytesIO(body), str(len(body))


@dataclass(frozen=True)
class Decoded:
    """What a request says, typed and validated."""

    params: Mapping[str, Any]
    body: Any


class RequestReader:
    """Reads the requests of one operation.

    Args:
        spec: The spec that the operation stands in.
        operation: The operation.
        keys: Names under which credentials stand in a query or a form; they are no parameters.
        mend: Mends a decoded JSON body before it is validated, by operationId.
    """

    def __init__(
        self,
        spec: Spec,
        operation: Operation,
        keys: frozenset[str],
        mend: Callable[[str, Any], Any] | None = None,
    ) -> None:
        self.operation = operation
        self._params = _ParameterReader(spec, operation, keys)
        mended = partial(mend, operation.id) if mend else _as_it_is
        self._bodies = {kind: _body_reader(spec, kind, media, keys, mended) for kind, media in operation.bodies.items()}

    def read(self, request: Request, path: Mapping[str, str]) -> Decoded:
        """Parameters and body of a request; `path` holds the values that its path gave.

        Raises:
            BadInput: It does not fit the spec.
            Problem: 415, for a media type that the operation does not take.
        """
        return Decoded(self._params.read(request, path), self._read_body(request))

    def _read_body(self, request: Request) -> Any:
        if not self._bodies:
            return None
        kind = request.mimetype
        if not kind or _is_empty(request):
            if not _is_empty(request):
                raise Problem(415, f"no Content-Type: one of {', '.join(self._bodies)}")
            if self.operation.body_required:
                raise BadInput("body", "is missing")
            return None
        read = self._bodies.get(kind) or self._bodies.get(kind.split("/")[0] + "/*") or self._bodies.get("*/*")
        if not read:
            raise Problem(415, f"{kind} is not taken here: one of {', '.join(self._bodies)}")
        return read(request)


class _ParameterReader:
    def __init__(self, spec: Spec, operation: Operation, keys: frozenset[str]) -> None:
        self._where: dict[str, str] = {}
        self._plain: list[tuple[Parameter, Callable[[list[str]], Any]]] = []
        self._free: list[tuple[Parameter, dict[str, Callable[[list[str]], Any]]]] = []
        self._defaults: dict[str, Any] = {}
        for parameter in operation.parameters:
            if parameter.name in self._where:
                raise SpecError(f"{operation.id}: two parameters are called {parameter.name}")
            self._where[parameter.name] = parameter.where
            if _is_spread(spec, parameter):
                self._free.append((parameter, _member_readers(spec, parameter)))
            else:
                self._plain.append((parameter, reader(spec, parameter)))
            self._defaults |= _default(spec, parameter.name, parameter.schema)
        named = {parameter.name for parameter, _ in self._plain if parameter.where == "query"}
        self._taken = named | keys
        self._validator = spec.compile(
            {
                "type": "object",
                "properties": {each.name: _nullable(each.schema, each.null) for each in operation.parameters},
                "required": [each.name for each in operation.parameters if each.required],
            }
        )

    def read(self, request: Request, path: Mapping[str, str]) -> dict[str, Any]:
        values = dict(self._defaults)
        for parameter, read in self._plain:
            texts = _texts(request, parameter, path)
            if texts:
                values[parameter.name] = read(texts)
        for parameter, members in self._free:
            spread = self._spread(request.args, parameter, members)
            if spread:
                values[parameter.name] = spread
        for name, value in values.items():
            check_text(value, f"{self._where[name]}.{name}")
        misfit = first_misfit(self._validator, values)
        if misfit:
            _refuse_parameter(self._where, *misfit)
        return values

    def _spread(
        self, args: MultiDict[str, str], parameter: Parameter, members: Mapping[str, Callable[[list[str]], Any]]
    ) -> dict[str, Any]:
        """An object whose properties are query parameters of their own: `a=1&b=2`, or `name[a]=1` in deepObject
        style."""
        values: dict[str, Any] = {}
        prefix = f"{parameter.name}[" if parameter.style == "deepObject" else ""
        for key, texts in args.lists():
            if prefix:
                if not (key.startswith(prefix) and key.endswith("]")):
                    continue
                key = key[len(prefix) : -1]
            elif key in self._taken:
                continue
            read = members.get(key)
            values[key] = read(texts) if read else texts[-1]
        return values


def _texts(request: Request, parameter: Parameter, path: Mapping[str, str]) -> list[str]:
    name = parameter.name
    if parameter.where == "query":
        return request.args.getlist(name)
    if parameter.where == "path":
        return [path[name]]
    if parameter.where == "cookie":
        return request.cookies.getlist(name)
    return request.headers.getlist(name)


def _is_spread(spec: Spec, parameter: Parameter) -> bool:
    return (
        parameter.where == "query"
        and "object" in spec.types(parameter.schema)
        and (parameter.style == "deepObject" or (parameter.style == "form" and parameter.explode))
    )


def _member_readers(spec: Spec, parameter: Parameter) -> dict[str, Callable[[list[str]], Any]]:
    return {
        name: reader(spec, Parameter(name, "query", False, "form", True, schema, None))
        for name, schema in spec.properties(parameter.schema).items()
    }


def _default(spec: Spec, name: str, schema: Node) -> dict[str, Any]:
    """What stands for a value that was not sent, by its name."""
    said = spec.resolve(schema)
    return {name: said["default"]} if "default" in said else {}


def _nullable(schema: Node, null: str | None) -> Node:
    """A schema that lets null pass, for a parameter that spells it (`x-null`)."""
    return schema if null is None else {"if": {"not": {"type": "null"}}, "then": schema}


def _refuse_parameter(where: Mapping[str, str], path: str, message: str) -> NoReturn:
    for name, place in where.items():
        if path == name or path.startswith((f"{name}.", f"{name}[")):
            raise BadInput(f"{place}.{path}", message)
    raise BadInput("", message)


def _body_reader(
    spec: Spec, kind: str, media: Node, keys: frozenset[str], mend: Callable[[Any], Any]
) -> Callable[[Request], Any]:
    schema: Node = media.get("schema", {})
    validator = spec.compile(schema)
    if kind == FORM:
        form = _FormReader(spec, schema, media.get("encoding", {}), keys)
        return lambda request: _validated(validator, form.read(request.form, {}))
    if kind == MULTIPART:
        form = _FormReader(spec, schema, media.get("encoding", {}), keys)
        return lambda request: _validated(validator, form.read(request.form, request.files))
    if kind == "application/json" or kind.endswith("+json"):
        return lambda request: _validated(validator, mend(parse_json(request.get_data(), "body")))
    return lambda request: request.get_data()


class _FormReader:
    """Reads the fields of a form by the properties of its schema; a field that it does not name stays text.

    Where the encoding explodes an object, such fields are that object's.
    """

    def __init__(self, spec: Spec, schema: Node, encoding: Node, keys: frozenset[str]) -> None:
        properties = spec.properties(schema)
        self._readers = {name: _field_reader(spec, name, each, encoding) for name, each in properties.items()}
        self._defaults: dict[str, Any] = {}
        for name, each in properties.items():
            self._defaults |= _default(spec, name, each)
        self._files = frozenset(name for name, each in properties.items() if _is_file(spec, each))
        self._keys = keys - properties.keys()
        self._free = next(
            (name for name, each in properties.items() if _is_exploded(spec, each, encoding.get(name, {}))), None
        )

    def read(self, fields: MultiDict[str, str], files: Mapping[str, FileStorage]) -> dict[str, Any]:
        values = dict(self._defaults)
        for name, texts in fields.lists():
            if name in self._keys:
                continue
            if name in self._files:
                values[name] = File("", "text/plain", texts[-1].encode())
                continue
            if self._free and (name not in self._readers or name == self._free):
                values.setdefault(self._free, {})[name] = texts[-1]
                continue
            read = self._readers.get(name)
            values[name] = read(texts) if read else texts[-1]
        for name, part in files.items():
            content = part.stream.read()
            if name in self._files or name not in self._readers:
                values[name] = File(part.filename or "", part.mimetype, content)
            else:
                values[name] = self._readers[name]([_part_text(name, content)])
        for name, value in values.items():
            check_text(name, "body")
            check_text(value, f"body.{name}")
        return values


def _field_reader(spec: Spec, name: str, schema: Node, encoding: Node) -> Callable[[list[str]], Any]:
    said: Node = encoding.get(name, {})
    resolved = spec.resolve(schema)
    as_json = "style" not in said and (
        "object" in spec.types(schema) or said.get("contentType", "").startswith("application/json")
    )
    style = said.get("style", "form")
    parameter = Parameter(
        name, "body", False, style, said.get("explode", style == "form"), schema, resolved.get("x-null")
    )
    if not as_json:
        return reader(spec, parameter)

    def read(texts: list[str]) -> Any:
        if len(texts) > 1:
            raise BadInput(f"body.{name}", "given more than once")
        return parse_json(texts[0], f"body.{name}")

    return read


def _is_exploded(spec: Spec, schema: Node, said: Node) -> bool:
    return "object" in spec.types(schema) and said.get("style") == "form" and said.get("explode", True)


def _is_file(spec: Spec, schema: Node) -> bool:
    schema = spec.resolve(schema)
    return schema.get("format") == "binary" or "contentMediaType" in schema


def _part_text(name: str, content: bytes) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        raise BadInput(f"body.{name}", "is not UTF-8") from error


def _validated(validator: jsonschema_rs.Draft202012Validator, body: Any) -> Any:
    misfit = first_misfit(validator, _without_files(body))
    if misfit:
        raise BadInput(joined("body", misfit[0]), misfit[1])
    return body


def _without_files(body: Any) -> Any:
    """A form with text in place of its files, as the validator needs it. Lengths of files are not judged."""
    if not isinstance(body, dict):
        return body
    fields = cast("dict[str, Any]", body)
    return {name: "file" if isinstance(value, File) else value for name, value in fields.items()}


def _as_it_is(body: Any) -> Any:
    return body


def _is_empty(request: Request) -> bool:
    return not request.content_length
