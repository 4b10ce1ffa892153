"""Which answers a spec documents."""

from __future__ import annotations

from typing import Any

from retail_sandbox.spec import find_specs, load


def documented(api: str) -> list[tuple[str, int]]:
    """Every operation of a spec with each status that it documents."""
    spec: Any = load(find_specs() / f"{api}.yaml")
    return [
        (operation["operationId"], int(status))
        for item in spec["paths"].values()
        for operation in item.values()
        if isinstance(operation, dict) and "operationId" in operation
        for status in operation["responses"]
    ]
