"""The command line: `python -m generator generate|check|lint|show`."""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

import yaml

from generator.finding import Finding, SpecError
from generator.lint import RULES, lint, validate
from generator.output import compare, write
from generator.parse import Parsed, parse
from generator.plan import Package, plan
from generator.plan.methods import Derived, Method
from generator.render import render
from generator.source import load

ROOT = Path(__file__).parents[1]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns its exit status: 0 for success, 1 for findings or differences, 2 for wrong usage."""
    options = _parser().parse_args(arguments)
    try:
        return options.run(options)
    except SpecError as error:
        print(f"{error}\n{_count(len(error.findings), 'finding')}; nothing was written.", file=sys.stderr)
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
    packages = _packages(options)
    rendered = [(package, render(package)) for package in packages]  # all of them, before anything is written
    for package, files in rendered:
        changed = write(options.clients / package.api, files)
        print(f"{package.api}: {_count(len(package.methods), 'method')}, {_count(len(changed), 'file')} changed")
    return 0


def _check(options: argparse.Namespace) -> int:
    differences = [
        str(difference)
        for package in _packages(options)
        for difference in compare(_shown(options.clients / package.api), render(package))
    ]
    if differences:
        print("\n".join(differences), file=sys.stderr)
        print(f"{_count(len(differences), 'file')} not as the specs say: run `make generate`.", file=sys.stderr)
        return 1
    print("The clients are as their specs say.")
    return 0


def _lint(options: argparse.Namespace) -> int:
    if options.rules:
        print("\n".join(f"{rule.name}: {rule.says}" for rule in RULES.values()))
        return 0
    paths = _paths(options)
    _parsed(paths)
    print(f"{_count(len(paths), 'spec')} without a finding.")
    return 0


def _show(options: argparse.Namespace) -> int:
    parsed = _parsed([_path(options, options.api)])[0]
    package = plan(parsed, _version())
    wanted: str = options.operation
    methods = [m for m in package.methods if wanted in (m.operation_id, f"{m.resource}.{m.name}")]
    if not methods:
        known = ", ".join(dict.fromkeys(f"{m.resource}.{m.name}" for m in package.methods))
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


def _described(package: Package, method: Method) -> str:
    lines = [f"{package.class_name}.{method.resource}.{method.name} -> {method.returns}"]
    lines += [f"    {name} = {value}" for name, value in method.traits]
    lines += _signature(method)
    for made in method.derived:
        lines += ["", f"{package.class_name}.{method.resource}.{made.name} -> {made.returns}", f"    by {made.decorator}"]
        lines += _signature(made)
    return "\n".join(lines)


def _signature(method: Method | Derived) -> list[str]:
    told = [(p.name, p.annotation, "" if p.default is None else f" = {p.default}") for p in method.parameters]
    return [f"    {name}: {annotation}{default}" for name, annotation, default in told]


# -- reading --------------------------------------------------------------------------------------


def _packages(options: argparse.Namespace) -> list[Package]:
    version = _version()
    return [plan(parsed, version) for parsed in _parsed(_paths(options))]


def _parsed(paths: Sequence[Path]) -> list[Parsed]:
    """The specs, parsed, with every finding of every spec before anything else is done.

    Raises:
        SpecError: There are findings.
    """
    parsed: list[Parsed] = []
    findings: list[Finding] = []
    for path in paths:
        try:
            document = load(path)
        except SpecError as error:
            findings += error.findings
            continue
        found = lint(document) or validate(document)
        if not found:
            parsed.append(parse(document))
            found = list(parsed[-1].findings)
        findings += found
    if findings:
        raise SpecError(findings)
    return parsed


def _paths(options: argparse.Namespace) -> list[Path]:
    if options.api:
        return [_path(options, name) for name in options.api]
    return [_shown(path) for path in sorted(options.specs.glob("*.yaml"))]


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
