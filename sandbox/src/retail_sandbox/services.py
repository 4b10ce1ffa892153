"""The APIs that the sandbox serves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

from .api import Api
from .spec import find_specs, load

APIS = ("dataconnect", "eandata", "information-machine", "pam", "spaaza")
"""Every API there is. Each has `<name>.yaml` among the specs and a folder here, with underscores for hyphens."""


@dataclass(frozen=True)
class Service:
    """An API with its spec and its default records."""

    api: Api
    document: Mapping[str, Any]
    seed: Mapping[str, Any] = field(default_factory=dict[str, Any])


def load_services(names: Iterable[str] = APIS) -> list[Service]:
    """The APIs of these names.

    Raises:
        ValueError: There is no such API.
    """
    return [load_service(name) for name in dict.fromkeys(names)]


def load_service(name: str) -> Service:
    """The API of this name.

    Raises:
        ValueError: There is no such API.
    """
    if name not in APIS:
        raise ValueError(f"there is no API {name!r}; there are {', '.join(APIS)}")
    module = import_module(f".{name.replace('-', '_')}", __package__)
    seed = Path(module.__file__ or "").with_name("seed.yaml")
    return Service(module.api, load(find_specs() / f"{name}.yaml"), load(seed) if seed.is_file() else {})
