"""The formats of our specs that JSON Schema does not know (`formats` in the generator's vocabulary)."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable
from datetime import datetime

INTEGER_RANGES = {"int32": (-(2**31), 2**31 - 1), "int64": (-(2**63), 2**63 - 1)}
"""What `format` adds to an integer: its least and greatest value."""

_INTEGER = re.compile(r"-?[0-9]+")
_LOCAL_DATE_TIME = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}")  # strptime is ten times slower
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


def _is_local_date_time(text: str) -> bool:
    try:
        return _LOCAL_DATE_TIME.fullmatch(text) is not None and datetime.fromisoformat(text).tzinfo is None
    except ValueError:
        return False


def _is_naive_date_time(text: str) -> bool:
    """ISO 8601 with a `T` and without a zone; any number of decimals."""
    try:
        return text[10:11] == "T" and datetime.fromisoformat(text).tzinfo is None
    except ValueError:
        return False


def _is_base64(text: str) -> bool:
    try:
        base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return False
    return True


CHECKS: dict[str, Callable[[str], bool]] = {
    "flag": lambda text: text in ("0", "1"),
    "yes-no": lambda text: text in ("yes", "no"),
    # A number that is not known may come as a blank text; the schema's pattern says whether it may.
    "integer": lambda text: not text or _INTEGER.fullmatch(text) is not None,
    "number": lambda text: not text or _NUMBER.fullmatch(text) is not None,
    "decimal": lambda text: not text or _NUMBER.fullmatch(text) is not None,
    "local-date-time": _is_local_date_time,
    "naive-date-time": _is_naive_date_time,
    "byte": _is_base64,
}
"""Format to its check. A check sees strings only."""
