"""The command line: `python -m generator generate|check|lint|show`."""

from __future__ import annotations

import argparse
import os
import sys
import tomllib
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path
from typing import TypeVar

import yaml

from generator.finding import Finding, SpecError
from generator.form import formed
from generator.lint import RULES, lint
from generator.lint.openapi import keywords
from generator.output import compare, write
from generator.parse import Parsed, parse
from generator.plan import Package, plan
from generator.plan.methods import Derived, Method
from generator.render import render
from generator.source import load

ROOT = Path(__file__).parents[1]
T = TypeVar("T")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns its exit status: 0 for success, 1 for findings or differences, 2 for wrong usage."""
    options = _parser().parse_args(arguments)
    try:
        return options.run(options)
    except SpecError as error:
        print(f"{error}\n{_count(len(error.findings), 'finding')}; nothing was written.", file=sys.stderr)
    except OSError as error:
        print(f"{error.filename or 'A file'}: {error.strerror or error}. Mend it and run this again.", file=sys.stderr)
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("python -m generator", description="From specs to typed Python clients.")
    parser.add_argument("--specs", type=Path, default=ROOT / "specs", help="folder of the specs")
    parser.add_argument("--clients", type=Path, default=ROOT / "clients", help="folder of the client packages")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, run, text in (
        ("generate", _generate, "write the client of each spec"),
        ("check", _check, "tell where a client differs from its spec"),
        ("lint", _lint, "tell where a spec breaks a rule"),
    ):
        command = commands.add_parser(name, help=text, description=text)
        command.add_argument("api", nargs="*", help="an API, such as `pam`; all when left out")
        command.set_defaults(run=run)
    commands.choices["lint"].add_argument("--rules", action="store_true", help="list the rules")
    show = commands.add_parser("show", help="print what the generator knows about one operation")
    show.add_argument("api")
    show.add_argument("operation", help="an operationId, or a method such as `products.find`")
    show.set_defaults(run=_show)
    return parser


def _generate(options: argparse.Namespace) -> int:
    clients = _clients(_paths(options))  # all of them are made before the first is written
    changed = write(_folders(options, clients))
    for client, paths in zip(clients, changed.values(), strict=True):
        print(f"{client.api}: {_count(client.methods, 'method')}, {_count(len(paths), 'file')} changed")
    return 0


def _check(options: argparse.Namespace) -> int:
    differences = [str(difference) for difference in compare(_folders(options, _clients(_paths(options))))]
    if differences:
        print("\n".join(differences), file=sys.stderr)
        print(f"{_count(len(differences), 'file')} not as the specs say: run `make generate`.", file=sys.stderr)
        return 1
    print("The clients are as their specs say.")
    return 0


def _lint(options: argparse.Namespace) -> int:
    if options.rules:
        print("\n".join(f"{rule.name}: {rule.text}" for rule in RULES.values()))
        return 0
    paths = _paths(options)
    _each(_sound, paths)
    print(f"{_count(len(paths), 'spec')} without a finding.")
    return 0


def _show(options: argparse.Namespace) -> int:
    parsed = _read(_path(options, options.api))
    package = plan(parsed, _version())
    wanted: str = options.operation
    methods = [m for m in package.methods if wanted in (m.operation_id, *_names(m))]
    if not methods:
        known = ", ".join(dict.fromkeys(name for m in package.methods for name in _names(m)))
        print(f"{options.api} has no operation {wanted!r}. It has: {known}.", file=sys.stderr)
        return 1
    operation = next(o for o in parsed.operations if o.id == methods[0].operation_id)
    line = parsed.document.line(operation.pointer)
    print(f"# {_shown(parsed.document.path)}:{line}: {operation.method.upper()} {operation.path} ({operation.id})\n")
    told = {
        "security": operation.security,
        "servers": [server["url"] for server in operation.servers],
        "parameters": [f"{p.name} ({p.location})" for p in operation.parameters],
        "answers": list(operation.node["responses"]),
        "extensions": operation.extensions,
    }
    print(yaml.safe_dump(told, sort_keys=False, allow_unicode=True, width=120))
    print("\n\n".join(_described(package, method) for method in methods))
    return 0


def _names(method: Method) -> list[str]:
    return [f"{method.resource}.{made.name}" for made in (method, *method.derived)]


def _described(package: Package, method: Method) -> str:
    lines = [f"{package.class_name}.{method.resource}.{method.name} -> {method.returns}"]
    lines += [f"    {name} = {value}" for name, value in method.traits]
    lines += _signature(method)
    for made in method.derived:
        lines += [
            "",
            f"{package.class_name}.{method.resource}.{made.name} -> {made.returns}",
            f"    by {made.decorator}",
        ]
        lines += _signature(made)
    return "\n".join(lines)


def _signature(method: Method | Derived) -> list[str]:
    told = [(p.name, p.annotation, "" if p.default is None else f" = {p.default}") for p in method.parameters]
    return [f"    {name}: {annotation}{default}" for name, annotation, default in told]


# -- packages -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Client:
    """A client package, made but not yet written."""

    api: str
    methods: int
    files: dict[str, str]


def _folders(options: argparse.Namespace, clients: Sequence[_Client]) -> dict[Path, dict[str, str]]:
    return {_shown(options.clients / client.api): client.files for client in clients}


# -- reading --------------------------------------------------------------------------------------


def _clients(paths: Sequence[Path]) -> list[_Client]:
    clients = _each(_made, paths)
    files = formed({f"{client.api}/{name}": text for client in clients for name, text in client.files.items()})
    return [replace(c, files={name: files[f"{c.api}/{name}"] for name in c.files}) for c in clients]


def _made(path: Path) -> _Client:
    package = plan(_read(path), _version())
    return _Client(package.api, len(package.methods), render(package))


def _read(path: Path) -> Parsed:
    """A spec in which nothing is wrong.

    Raises:
        SpecError: Something is.
    """
    document = load(path)
    findings = lint(document) or keywords(document)
    parsed = None if findings else parse(document)
    if parsed is None or parsed.findings:
        raise SpecError(findings or (parsed.findings if parsed else ()))
    return parsed


def _sound(path: Path) -> Path:
    """Read a spec only to see whether something is wrong. (What was read cannot pass between processes.)"""
    return _read(path).document.path


def _each(work: Callable[[Path], T], paths: Sequence[Path]) -> list[T]:
    """Do the work for each spec, several at once: they have nothing to do with each other.

    Raises:
        SpecError: Something is wrong in any of them; it has the findings of all.
    """
    attempt = partial(_attempt, work)
    if len(paths) > 1 and "fork" in get_all_start_methods():  # what is imported need not be imported again
        with ProcessPoolExecutor(min(len(paths), os.cpu_count() or 1), get_context("fork")) as workers:
            attempts = list(workers.map(attempt, paths))
    else:
        attempts = [attempt(path) for path in paths]
    if findings := [finding for _, found in attempts for finding in found]:
        raise SpecError(findings)
    return [result for result, _ in attempts if result is not None]


def _attempt(work: Callable[[Path], T], path: Path) -> tuple[T | None, list[Finding]]:
    try:
        return work(path), []
    except SpecError as error:
        return None, error.findings


def _paths(options: argparse.Namespace) -> list[Path]:
    if options.api:
        return [_path(options, name) for name in options.api]
    if not (found := sorted(options.specs.glob("*.yaml"))):
        none = Finding(_shown(options.specs), 0, "file", "There are no specs here.", "Say where by `--specs`.")
        raise SpecError([none])
    return [_shown(path) for path in found]


def _path(options: argparse.Namespace, name: str) -> Path:
    path = options.specs / f"{name}.yaml"
    if not path.exists():
        known = ", ".join(sorted(spec.stem for spec in options.specs.glob("*.yaml")))
        raise SpecError([Finding(_shown(path), 0, "file", "There is no such spec.", f"Name one of {known}.")])
    return _shown(path)


def _shown(path: Path) -> Path:
    """A path as people want to read it: from where they stand, when it is below."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def _version() -> str:
    return tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"
