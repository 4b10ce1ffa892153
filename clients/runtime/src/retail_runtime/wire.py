"""How values look on the wire, where that is not how Python writes them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, Final, Literal

import httpx2
from msgspec import Struct

from .errors import InvalidArgumentError


class Null(Enum):
    """The type of `NULL`."""

    NULL = "null"

    def __repr__(self) -> str:
        return "NULL"


NULL: Final[Literal[Null.NULL]] = Null.NULL
"""In a filter: where the field is missing. (`None` leaves the filter out.)"""


class Words(Struct, frozen=True):
    """A boolean that goes as one of two words."""

    true: str | int
    false: str | int

    def __call__(self, value: Any) -> Any:
        """The word for a boolean; anything else as it is."""
        return (self.true if value else self.false) if isinstance(value, bool) else value


class Choice(Struct, frozen=True):
    """A text that stands for another on the wire."""

    values: Mapping[str, str]

    def __call__(self, value: Any) -> Any:
        """What stands on the wire for `value`.

        Raises:
            InvalidArgumentError: It is none of the choices.
        """
        if value not in self.values:
            raise InvalidArgumentError(f"must be one of {', '.join(self.values)}, not {value!r}")
        return self.values[value]


class Digits(Struct, frozen=True):
    """A number that goes as text."""

    def __call__(self, value: Any) -> Any:
        """The text of a number; anything else as it is."""
        return text(value) if isinstance(value, int | Decimal | float) else value


class Stamp(Struct, frozen=True):
    """A moment that goes in a format of its own."""

    format: str

    def __call__(self, value: Any) -> Any:
        """The text of a moment; anything else as it is."""
        return value.strftime(self.format) if isinstance(value, datetime) else value


YesNo = Annotated[bool, Words("yes", "no")]
"""A boolean that goes as `yes` or `no`."""

Flag = Annotated[bool, Words("1", "0")]
"""A boolean that goes as `1` or `0`."""

FlagNumber = Annotated[bool, Words(1, 0)]
"""A boolean that goes as the number 1 or 0."""

DigitText = Annotated[int, Digits()]
"""An integer that goes as text."""

DecimalText = Annotated[Decimal, Digits()]
"""A decimal number that goes as text."""

NumberText = Annotated[float, Digits()]
"""A number that goes as text."""

LocalDateTime = Annotated[datetime, Stamp("%Y-%m-%d %H:%M:%S")]
"""A date and time without a zone: `2026-01-31 13:05:00`."""


def barcode(name: str, value: Any) -> str:
    """A bar code of 8, 12 or 13 digits whose last is the GS1 check digit (EAN-8, UPC-A, EAN-13, or UPC-E).

    Raises:
        InvalidArgumentError: It has another length, something else than digits, or a wrong check digit.
    """
    code = str(value)
    if not re.fullmatch(r"\d{8}|\d{12}|\d{13}", code, re.ASCII):
        raise InvalidArgumentError(f"{name} must have 8, 12 or 13 digits, not {code!r}")
    if not any(_check_digit(form[:-1]) == form[-1] for form in _forms(code)):
        raise InvalidArgumentError(
            f"{name} {code!r} has a wrong check digit: it should end in {_check_digit(_forms(code)[-1][:-1])}"
        )
    return code


def _forms(code: str) -> list[str]:
    """The ways to read a code: 8 digits are an EAN-8 or, starting with 0 or 1, a UPC-E."""
    if len(code) == 8 and code[0] in "01":
        return [code, _expand_upce(code)]
    return [code]


def _expand_upce(code: str) -> str:
    """The UPC-A that a UPC-E stands for, by GS1's zero suppression."""
    system, d, check = code[0], code[1:7], code[7]
    match d[5]:
        case "0" | "1" | "2":
            body = f"{d[:2]}{d[5]}0000{d[2:5]}"
        case "3":
            body = f"{d[:3]}00000{d[3:5]}"
        case "4":
            body = f"{d[:4]}00000{d[4]}"
        case _:
            body = f"{d[:5]}0000{d[5]}"
    return system + body + check


def _check_digit(digits: str) -> str:
    """GS1's check digit: weights 3 and 1 from the right."""
    total = sum(int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(reversed(digits)))
    return str(-total % 10)


CHECKS: Mapping[str, Callable[[str, Any], Any]] = {"barcode": barcode}
"""What a parameter's declaration may ask to be checked before anything is sent."""


def is_address(url: str) -> bool:
    """Whether a URL is an address that a request can go to."""
    try:
        parts = httpx2.URL(url)
    except httpx2.InvalidURL:
        return False
    return parts.scheme in ("http", "https") and bool(parts.host)


def text(value: Any) -> str:
    """A value as it stands in a URL, a header or a form."""
    match value:
        case str():
            return value
        case bool():
            return "true" if value else "false"
        case Decimal():
            return format(value, "f")
        case datetime():
            return value.isoformat()
        case date():
            return value.isoformat()
        case Enum():
            return str(value.value)
        case None:
            return ""
        case bytes() | bytearray():
            raise InvalidArgumentError("bytes can't stand in a URL, a header or a form: decode them to text")
        case _:
            return str(value)
