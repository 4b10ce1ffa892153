"""A plan as files, printed by our templates. They still want their form (`generator.form`)."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined

from generator import prose
from generator.plan import Package
from generator.plan.methods import Method, Parameter
from generator.plan.names import literal, runtime_names, unqualified
from generator.plan.package import Credential, Resource

TEMPLATES = Path(__file__).parent / "templates"
STANDARD_ERRORS = (
    "APIConnectionError", "APIError", "APIStatusError", "APITimeoutError", "AuthenticationError", "BadRequestError",
    "ConflictError", "InvalidArgumentError", "NotFoundError", "PermissionDeniedError", "RateLimitError",
    "ResponseDecodeError", "Retry", "ServerError", "UNSET",
)  # fmt: skip
"""What every package offers at its root beside its own."""


@dataclass(frozen=True)
class Kind:
    """The blocking or the async client."""

    prefix: str
    mode: str
    base: str
    doc: str
    options: str
    example: str


def render(package: Package) -> dict[str, str]:
    """The files of a client package, by their path below `clients/<api>/`."""
    source = f"src/{package.module}"
    files = {
        f"{source}/__init__.py": _print("__init__.py", package, **_exports(package)),
        f"{source}/client.py": _print("client.py", package, **_client(package)),
        f"{source}/models.py": _print("models.py", package),
        f"{source}/errors.py": _errors(package),
        f"{source}/resources/__init__.py": _print("resources.py", package),
        f"{source}/py.typed": "",
    }
    for resource in package.every_resource:
        files[f"{source}/resources/{resource.module}.py"] = _resource(package, resource)
    if package.events:
        models = " ".join(event.model for event in package.events)
        files[f"{source}/webhooks.py"] = _print("webhooks.py", package, model_names=_names(package, models))
    for name in ("pyproject.toml", "README.md", "api.md"):
        files[name] = _print(name, package).strip() + "\n"
    return files


@cache
def _environment() -> Environment:
    environment = Environment(  # noqa: S701  # Python and Markdown, not HTML
        loader=FileSystemLoader(TEMPLATES),
        bytecode_cache=_bytecode(),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    filters: dict[str, Any] = dict(  # noqa: C408
        docstring=prose.docstring,
        sentence=prose.sentence,
        oneline=prose.oneline,
        cell=prose.cell,
        escaped=prose.escaped,
        literal=literal,
        paragraphs=_paragraphs,
        unqualified=unqualified,
        method_docstring=_method_docstring,
    )
    environment.filters.update(filters)
    return environment


def _bytecode() -> FileSystemBytecodeCache | None:
    """Where compiled templates are kept, as Python keeps compiled modules: where it may write."""
    folder = TEMPLATES / "__pycache__"
    try:
        folder.mkdir(exist_ok=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(folder)) if os.access(folder, os.W_OK) else None


def _print(template: str, package: Package, **more: Any) -> str:
    return _environment().get_template(f"{template}.jinja").render(package=package, **more)


def _resource(package: Package, resource: Resource) -> str:
    text = " ".join(_code(method) for method in resource.methods)
    words = {*re.findall(r"\w+", text), "M", "Resource", "deprecated"}
    errors = {error.name for error in package.errors} | {name for name, _ in package.failures}
    return _print(
        "resource.py",
        package,
        resource=resource,
        runtime_names=", ".join(sorted(words & runtime_names())),
        error_names=", ".join(sorted(words & errors)),
        model_names=_names(package, text),
    )


def _errors(package: Package) -> str:
    """Its own classes may have the names of the runtime's."""
    own = {error.name for error in package.errors}
    offered = {error.base for error in package.errors} | {"APIStatusError", "JobFailedError", "by_code"}
    names = _names(package, _error_types(package))
    return _print("errors.py", package, model_names=names, runtime_names=sorted(offered - own))


def _code(method: Method) -> str:
    """All that a method's declaration names."""
    made = [f"{d.decorator} {d.returns} {_annotations(d.parameters)}" for d in method.derived]
    traits = " ".join(value for _, value in method.traits)
    return " ".join([method.verb, traits, method.returns, _annotations(method.parameters), *made])


def _annotations(parameters: list[Parameter]) -> str:
    return " ".join(f"{parameter.annotation} {parameter.default or ''}" for parameter in parameters)


def _names(package: Package, code: str) -> str:
    """The models that code names without saying `models.`."""
    return ", ".join(sorted(package.imported & set(re.findall(r"\w+", code))))


def _error_types(package: Package) -> str:
    return " ".join(
        f"{error.details} {' '.join(type_ for _, type_, _ in error.properties)}" for error in package.errors
    )


def _client(package: Package) -> dict[str, Any]:
    name, options = package.class_name, bool(package.options)
    made = f"{name}()" if package.servers[0][1] else f'{name}(base_url="https://...")'
    own = name if options else ""
    kinds = [
        Kind("", "Sync", "SyncClient", "A blocking", f"{own or 'Sync'}Options", made),
        Kind("Async", "Async", "AsyncClient", "An async", f"Async{own}Options", f"Async{made}"),
    ]
    several = len(package.credentials) > 1
    one = package.credentials[0]
    ways = " | ".join(credential.name for credential in package.credentials)
    return {
        "kinds": kinds,
        "call_options": f"{name}CallOptions" if options else "CallOptions",
        "constructor": f"auth: {ways} | None = None"
        if several
        else ", ".join(f"{argument}: Token | None = None" for argument, _ in one.arguments),
        "credentials": f"auth or {one.name}()" if several else f"Credentials({_secrets(one)})",
        "secrets": _secrets,
    }


def _secrets(credential: Credential) -> str:
    schemes = (
        f"{literal(scheme)}: ({', '.join(f'Secret({argument}, {env!r})' for argument, env in arguments)},)"
        for scheme, arguments in credential.schemes
    )
    return f"{{{', '.join(schemes)}}}"


def _exports(package: Package) -> dict[str, Any]:
    own = [package.class_name, f"Async{package.class_name}"]
    own += [credential.name for credential in package.credentials] if len(package.credentials) > 1 else []
    modules = ["errors", "models", *(["webhooks"] if package.events else [])]
    null = ["NULL"] if package.takes_null else []
    return {"exported": sorted(own), "all_names": sorted([*own, *modules, *null, *STANDARD_ERRORS])}


# -- filters --------------------------------------------------------------------------------------


def _paragraphs(text: str, indent: int) -> str:
    return "\n".join(prose.paragraphs(text, indent))


def _method_docstring(method: Method) -> str:
    arguments = [(parameter.name, parameter.doc) for parameter in method.parameters if parameter.doc]
    return prose.method_docstring(method.summary, method.description, arguments, method.raises)
