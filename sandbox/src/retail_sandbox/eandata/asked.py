"""What a request to the feed asks for, whether it came by GET or by POST."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Asked:
    """The parameters of one request, with their defaults."""

    find: str
    update: str
    field: str
    value: str
    extra_id: int | None
    company: bool
    pending: bool
    get: tuple[str, ...]
    has: tuple[str, ...]
    field_mod: bool
    deep: bool
    v3: bool
    xml: bool
    own: Mapping[str, str]
    """Parameters that the service does not know, and sends back."""

    @classmethod
    def read(cls, sent: Mapping[str, Any]) -> Asked:
        """From the parameters or the form fields of a valid request, by their wire names."""
        return cls(
            find=sent.get("find", ""),
            update=sent.get("update", ""),
            field=sent.get("field", ""),
            value=sent.get("value", ""),
            extra_id=sent.get("extra_id"),
            company=sent.get("comp") != "no",
            pending=sent.get("pending") != "no",
            get=tuple(sent.get("get") or ["any"]),
            has=tuple(sent.get("has", ())),
            field_mod=sent.get("field_mod") == "yes",
            deep=sent.get("search") == "deep",
            v3=sent.get("v", sent.get("V", "")).startswith("3"),
            xml=sent.get("mode") == "xml",
            own=sent.get("extra", {}),
        )
