"""YAML as plain data: what JSON can say, so that a date stays the text that was written."""

from __future__ import annotations

from typing import Any, ClassVar

import yaml

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C loader is ten times faster, where there is one
_Dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class _DataLoader(_Loader):
    yaml_implicit_resolvers: ClassVar = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
        for first, resolvers in _Loader.yaml_implicit_resolvers.items()
    }


def parse_yaml(text: str | bytes) -> Any:
    """The data of a YAML (or JSON) text.

    Raises:
        yaml.YAMLError: It is not YAML.
    """
    return yaml.load(text, Loader=_DataLoader)  # noqa: S506 - derived from a safe loader


def dump_yaml(data: Any) -> str:
    """Data as YAML, its keys in the order they have."""
    return yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=120)
