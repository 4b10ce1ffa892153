"""`retail-sandbox serve | seed | reset | openapi`."""

from __future__ import annotations

import argparse
import logging
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from .api import SeedError
from .console import at_mounts
from .seeding import Seeding
from .server import ServeError, ServeOptions, serve
from .services import APIS, load_services
from .spec import SpecError
from .store import Store, StoreError
from .yamldata import dump_yaml, parse_yaml


class UsageError(Exception):
    """What the user gave cannot be used; the text says what and why."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; answers the exit status: 0, or 1 with one line on stderr that says what to mend."""
    options = _parser().parse_args(arguments)
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    try:
        options.run(options)
    except (UsageError, SeedError, SpecError, StoreError, ServeError) as error:
        print(f"retail-sandbox: {error}", file=sys.stderr)
        return 1
    return 0


def _serve(options: argparse.Namespace) -> None:
    with tempfile.TemporaryDirectory(prefix="retail-sandbox-") as folder:
        serve(
            ServeOptions(
                host=options.host,
                port=options.port,
                database=options.database or str(Path(folder, "state.db")),
                seeds=[_read_seed(path) for path in options.seed],
                apis=options.api or APIS,
                workers=options.workers,
                check_keys=not options.no_auth,
                admin_token=options.admin_token,
                settings=_settings(options.set, options.api or APIS),
            )
        )


def _settings(given: Sequence[str], apis: Sequence[str]) -> dict[str, dict[str, Any]]:
    """The settings of `--set`, by API: `pam.import_hosts=[files.example.com]`."""
    known = {service.api.name: service.api.settings for service in load_services(apis)}
    settings: dict[str, dict[str, Any]] = {}
    for text in given:
        path, equals, value = text.partition("=")
        api, _, name = path.partition(".")
        if not equals or name not in known.get(api, {}):
            there = ", ".join(f"{each}.{key}" for each, own in known.items() for key in own) or "none"
            raise UsageError(f"--set {text}: there is no such setting; write NAME=VALUE with one of {there}")
        try:
            settings.setdefault(api, {})[name] = parse_yaml(value.encode())
        except (yaml.YAMLError, ValueError) as error:
            raise UsageError(f"--set {path}: the value is neither YAML nor JSON") from error
    return settings


def _seed(options: argparse.Namespace) -> None:
    documents = [_read_seed(path) for path in options.file]
    store = Store(options.database)
    seeding = Seeding(load_services(options.api or APIS))
    seeding.prepare(store)
    store.run(lambda db: [seeding.add(document, db) for document in documents])
    store.close()


def _reset(options: argparse.Namespace) -> None:
    documents = [_read_seed(path) for path in options.seed]
    store = Store(options.database)
    seeding = Seeding(load_services(options.api or APIS), documents)
    store.recreate()
    seeding.prepare(store)
    store.close()


def _openapi(options: argparse.Namespace) -> None:
    (service,) = load_services([options.name])
    print(dump_yaml(at_mounts(service, options.base_url.rstrip("/"))), end="")


def _read_seed(path: Path) -> dict[str, Any]:
    try:
        document = parse_yaml(path.read_bytes())
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}") from error
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{path}:{mark.line + 1}" if mark else str(path)
        raise UsageError(f"{where}: this is neither YAML nor JSON") from error
    if not isinstance(document, dict):
        raise UsageError(f"{path}: must be a mapping of API names ({', '.join(APIS)}) to records")
    return document  # pyright: ignore[reportUnknownVariableType]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="retail-sandbox", description="A server that behaves as the retail APIs do.")
    commands = parser.add_subparsers(required=True, metavar="command")

    command = commands.add_parser("serve", help="serve the APIs until interrupted")
    command.add_argument("--host", default="127.0.0.1")
    command.add_argument("--port", type=_port, default=8080, help="8080 when left out; 0: any free one")
    command.add_argument(
        "--database", metavar="URL", help="a file, or an SQLite or PostgreSQL URL; else a temporary file"
    )
    command.add_argument(
        "--seed", type=Path, action="append", default=[], metavar="FILE", help="records to add, YAML or JSON"
    )
    _add_api(command)
    command.add_argument("--workers", type=_count, default=1, metavar="N", help="processes over the one database")
    command.add_argument("--no-auth", action="store_true", help="serve without looking at keys")
    command.add_argument("--admin-token", metavar="TOKEN", help="open the admin API to others, with this bearer token")
    command.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="API.NAME=VALUE",
        help="an API's setting, the value in YAML: pam.import_hosts=[files.example.com]",
    )
    command.set_defaults(run=_serve)

    command = commands.add_parser("seed", help="add records to a database")
    command.add_argument("file", type=Path, nargs="+", help="YAML or JSON")
    command.add_argument("--database", required=True, metavar="URL")
    _add_api(command)
    command.set_defaults(run=_seed)

    command = commands.add_parser("reset", help="empty a database, back to the seed")
    command.add_argument("--database", required=True, metavar="URL")
    command.add_argument(
        "--seed", type=Path, action="append", default=[], metavar="FILE", help="records beside the default ones"
    )
    _add_api(command)
    command.set_defaults(run=_reset)

    command = commands.add_parser("openapi", help="print an API's spec, with the sandbox as its server")
    command.add_argument("name", choices=APIS)
    command.add_argument("--base-url", default="http://127.0.0.1:8080")
    command.set_defaults(run=_openapi)
    return parser


def _add_api(command: argparse.ArgumentParser) -> None:
    command.add_argument("--api", action="append", choices=APIS, help="this one only; may be given again")


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is no port: 0 to 65535")
    return int(text)


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 64:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of workers: 1 to 64")
    return int(text)


if __name__ == "__main__":
    sys.exit(main())
