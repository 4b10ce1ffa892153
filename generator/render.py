"""A plan as files: our templates, then ruff for the form."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator import prose
from generator.plan import Package
from generator.plan.methods import Method, Parameter
from generator.plan.models import Field
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
    example: list[str]


def render(package: Package) -> dict[str, str]:
    """The files of a client package, by their path below `clients/<api>/`."""
    source = f"src/{package.module}"
    files = {
        f"{source}/__init__.py": _print("__init__.py", package, **_exports(package)),
        f"{source}/client.py": _print("client.py", package, **_client(package)),
        f"{source}/models.py": _print("models.py", package),
        f"{source}/errors.py": _print("errors.py", package, model_names=_names(package, _error_types(package))),
        f"{source}/resources/__init__.py": _print("resources.py", package),
    }
    for resource in package.resources:
        files[f"{source}/resources/{resource.name}.py"] = _resource(package, resource)
    if package.events:
        files[f"{source}/webhooks.py"] = _print("webhooks.py", package)
    files = _formatted(files)
    files[f"{source}/py.typed"] = ""
    for name in ("pyproject.toml", "README.md", "api.md"):
        files[name] = _print(name, package).strip() + "\n"
    return files


@cache
def _environment() -> Environment:
    environment = Environment(  # noqa: S701  # Python and Markdown, not HTML
        loader=FileSystemLoader(TEMPLATES), undefined=StrictUndefined, keep_trailing_newline=True, trim_blocks=False
    )
    filters: dict[str, Any] = dict(  # noqa: C408
        docstring=prose.docstring,
        sentence=prose.sentence,
        oneline=prose.oneline,
        paragraphs=_paragraphs,
        field_default=_field_default,
        in_class=_in_class,
        method_docstring=_method_docstring,
    )
    environment.filters.update(filters)
    return environment


def _print(template: str, package: Package, **more: Any) -> str:
    return _environment().get_template(f"{template}.jinja").render(package=package, **more)


def _resource(package: Package, resource: Resource) -> str:
    text = " ".join(_code(method) for method in resource.methods)
    words = {*re.findall(r"\w+", text), "M", "Resource"}
    errors = {error.name for error in package.errors} | {name for name, _ in package.failures}
    return _print(
        "resource.py",
        package,
        resource=resource,
        runtime_names=", ".join(sorted(words & _runtime_names())),
        error_names=", ".join(sorted(words & errors)),
        model_names=_names(package, text),
    )


@cache
def _runtime_names() -> frozenset[str]:
    """What the runtime offers, read off its text: to import it takes longer than all the rest of a rendering."""
    spec = find_spec("retail_runtime")
    assert spec is not None
    assert spec.origin is not None
    tree = ast.parse(Path(spec.origin).read_text())
    assigned = next(n for n in tree.body if isinstance(n, ast.Assign) and ast.unparse(n.targets[0]) == "__all__")
    return frozenset(ast.literal_eval(assigned.value))


def _code(method: Method) -> str:
    """All that a method's declaration names."""
    made = [f"{d.decorator} {d.returns} {_annotations(d.parameters)}" for d in method.derived]
    traits = " ".join(value for _, value in method.traits)
    return " ".join([method.verb, traits, method.returns, _annotations(method.parameters), *made])


def _annotations(parameters: list[Parameter]) -> str:
    return " ".join(f"{parameter.annotation} {parameter.default or ''}" for parameter in parameters)


def _names(package: Package, text: str) -> str:
    """The models that a text names."""
    known = {entry.name for entry in (*package.classes, *package.aliases)}
    return ", ".join(sorted(known & set(re.findall(r"\w+", text))))


def _error_types(package: Package) -> str:
    return " ".join(
        f"{error.details} {' '.join(type_ for _, type_, _ in error.properties)}" for error in package.errors
    )


def _client(package: Package) -> dict[str, Any]:
    name, options = package.class_name, "Options" if package.options else ""
    made = f"{name}()" if package.servers[0][1] else f'{name}(base_url="https://...")'
    kinds = [
        Kind("", "Sync", "SyncClient", "A blocking", f"{name}{options}" if options else "SyncOptions", [">>> api = " + made]),
        Kind(
            "Async",
            "Async",
            "AsyncClient",
            "An async",
            f"Async{name}{options}" if options else "AsyncOptions",
            [f">>> api = Async{made}"],
        ),
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
        f'"{scheme}": ({", ".join(f"Secret({argument}, {env!r})" for argument, env in arguments)},)'
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


def _field_default(field: Field) -> str:
    if field.name == field.wire:
        return f" = {field.default}" if field.default is not None else ""
    said = f'name="{field.wire}"'
    return f" = field({said})" if field.default is None else f" = field(default={field.default}, {said})"


def _paragraphs(text: str, indent: int) -> str:
    return "\n".join(prose.paragraphs(text, indent))


def _in_class(type_: str, resource: Resource) -> str:
    """A type for an annotation in a resource: a method named `list` shadows the type there."""
    shadowed = any(method.name == "list" for method in resource.methods)
    return re.sub(r"\blist\[", "builtins.list[", type_) if shadowed else type_


def _method_docstring(method: Method) -> str:
    arguments = [(parameter.name, parameter.doc) for parameter in method.parameters if parameter.doc]
    return prose.method_docstring(method.summary, method.description, arguments, method.raises)


# -- form -----------------------------------------------------------------------------------------


def _formatted(files: dict[str, str]) -> dict[str, str]:
    """The files as ruff would have them: unused imports gone, imports sorted, lines broken."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "ruff.toml").write_text(_RUFF)
        for name, text in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        for command in (("check", "--fix", "--quiet", "--exit-zero", "--select", "F401,I,UP037"), ("format", "--quiet")):
            result = subprocess.run(  # noqa: S603
                [_ruff(), *command, "--no-cache", "."], cwd=root, capture_output=True, text=True, check=False
            )
            if result.returncode:
                raise RuntimeError(f"the templates printed something that is not Python: {result.stderr.strip()}")
        return {name: (root / name).read_text() for name in files}


_RUFF = """\
line-length = 120
target-version = "py311"
format.skip-magic-trailing-comma = true
[lint.isort]
split-on-trailing-comma = false
known-third-party = ["retail_runtime"]
"""


@cache
def _ruff() -> str:
    beside = Path(sys.executable).with_name("ruff")
    return str(beside) if beside.exists() else "ruff"
