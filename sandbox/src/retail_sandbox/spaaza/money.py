"""Money, points, ratios and quantities: decimals everywhere, stored as whole millionths, so that no binary float ever
rounds anything."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal
from typing import Any

from sqlalchemy import BigInteger, Dialect, Integer
from sqlalchemy.types import TypeDecorator

from .problems import refusal

_MILLION = Decimal(1_000_000)
_LARGEST = Decimal(1_000_000_000)
CENT = Decimal("0.01")
ZERO = Decimal(0)

ROUNDING = {"round_down": ROUND_DOWN, "round_up": ROUND_UP, "neutral": ROUND_HALF_UP}
"""The rounding strategies of wallets."""


class Exact(TypeDecorator[Decimal]):
    """A column of decimals with up to six places, kept as whole millionths."""

    impl = BigInteger().with_variant(Integer(), "sqlite")
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:
        """On its way in."""
        return None if value is None else int((value * _MILLION).to_integral_exact())

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        """On its way out. A sum may come as PostgreSQL's own decimal."""
        return None if value is None else Decimal(int(value)) / _MILLION


def exact(value: float | str | Decimal, name: str = "amount") -> Decimal:
    """A number of a request as what was written there.

    Raises:
        Problem: Code 300, it is beyond what is reckoned with: a billion.
    """
    number = Decimal(str(value))
    if not number.is_finite() or abs(number) > _LARGEST:
        raise refusal("300", f"{name} is beyond a billion")
    return number.quantize(Decimal("0.000001"), ROUND_HALF_UP).normalize() + ZERO


def plain(value: Decimal | None) -> int | float | None:
    """A number as an answer has it: whole ones without a point. The shortest text of the float is the decimal."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def written(value: Decimal) -> str:
    """An amount as a text of it, with two places at least: `10.00`."""
    places = -int(value.normalize().as_tuple().exponent)
    return f"{value:.{max(places, 2)}f}"


def cents(value: Decimal) -> Decimal:
    """Rounded to the cent, half a cent away from zero."""
    return value.quantize(CENT, ROUND_HALF_UP)


def spread(amount: Decimal, weights: Sequence[Decimal], unit: Decimal = CENT) -> list[Decimal]:
    """Shares of `amount` in proportion to `weights`, each a multiple of `unit`, whose sum is `amount` exactly.

    Each share is rounded down; what is left over goes, unit by unit, to the shares that lost most by it, the earlier
    first; less than a unit goes to the first of these. Without any weight every share is nothing.
    """
    total = sum(weights, ZERO)
    if not total:
        return [ZERO for _ in weights]
    ideal = [amount * weight / total for weight in weights]
    shares = [(value / unit).to_integral_value(ROUND_DOWN) * unit for value in ideal]
    left = amount - sum(shares, ZERO)
    step = unit.copy_sign(left)
    order = sorted(range(len(shares)), key=lambda each: (-abs(ideal[each] - shares[each]), each))
    for each in order:
        if not left:
            break
        given = step if abs(left) >= unit else left
        shares[each] += given
        left -= given
    return shares
