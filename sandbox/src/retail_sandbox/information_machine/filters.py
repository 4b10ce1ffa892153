"""Which purchases, and which of their lines, a request's filters keep. All filters keep what they name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from ..api import Problem
from .moments import day_end, day_start
from .realm import Realm
from .tables import Item, Product, Purchase


@dataclass(frozen=True)
class Bought:
    """A purchase with its lines."""

    purchase: Purchase
    items: list[Item]


def kept(realm: Realm, found: Iterable[Bought], params: Mapping[str, Any]) -> list[Bought]:
    """What the filters among `params` keep; of a purchase the lines that they keep, if there are any.

    Raises:
        Problem: 400, a range without a start or an end.
    """
    given = {name: value for name, value in params.items() if value is not None and value is not False}
    tests = [test(given[name]) for name, test in _TESTS.items() if name in given]
    tests += _ranges(params, "purchase_date", lambda bought: bought.purchase.date, day_start, day_end)
    tests += _ranges(params, "purchase_total", _total, _same, _same)
    passed = [bought for bought in found if all(test(bought) for test in tests)]
    return _with_lines(realm, passed, params)


_Test = Callable[[Bought], bool]


def _total(bought: Bought) -> float:
    return (bought.purchase.total_without_tax + bought.purchase.tax) / 100


def _before(moment: datetime | None, day: str) -> bool:
    return moment is not None and moment < day_end(day)


def _after(moment: datetime | None, day: str) -> bool:
    return moment is not None and moment >= day_start(day)


def _later(moment: datetime | None, day: str) -> bool:
    return moment is not None and moment >= day_end(day)


_TESTS: Mapping[str, Callable[[Any], _Test]] = {
    "store_id": lambda value: lambda bought: bought.purchase.store_id == value,
    "receipts_only": lambda _: lambda bought: bought.purchase.stream == "receipt",
    "purchase_date_before": lambda day: lambda bought: _before(bought.purchase.date, day),
    "purchase_date_after": lambda day: lambda bought: _after(bought.purchase.date, day),
    "recorded_at_before": lambda day: lambda bought: _before(bought.purchase.recorded_at, day),
    "recorded_at_after": lambda day: lambda bought: _after(bought.purchase.recorded_at, day),
    "record_created_after": lambda day: lambda bought: _later(bought.purchase.recorded_at, day),
    "purchase_total_less": lambda amount: lambda bought: _total(bought) < amount,
    "purchase_total_greater": lambda amount: lambda bought: _total(bought) > amount,
}


def _same(value: Any) -> Any:
    return value


def _ranges(
    params: Mapping[str, Any],
    name: str,
    value: Callable[[Bought], Any],
    start: Callable[[Any], Any],
    end: Callable[[Any], Any],
) -> list[_Test]:
    """At most one test: whether the value is in one of the ranges."""
    starts: Sequence[Any] = params.get(f"{name}_from", [])
    ends: Sequence[Any] = params.get(f"{name}_to", [])
    if len(starts) != len(ends):
        raise Problem(400, f"{name}_from and {name}_to must have the same number of values")
    if not starts:
        return []
    pairs = [(start(low), end(high)) for low, high in zip(starts, ends, strict=True)]

    def within(bought: Bought) -> bool:
        found = value(bought)
        if isinstance(found, datetime):  # the end of a range of days is the first moment after it
            return any(low <= found < high for low, high in pairs)
        return found is not None and any(low <= found <= high for low, high in pairs)

    return [within]


def _with_lines(realm: Realm, found: Sequence[Bought], params: Mapping[str, Any]) -> list[Bought]:
    food_only, upc_only, resolved = (params.get(name) for name in ("food_only", "upc_only", "upc_resolved_after"))
    if not (food_only or upc_only or resolved):
        return list(found)
    products = realm.products([item.product_id for bought in found for item in bought.items]) if food_only else {}

    def wanted(item: Item) -> bool:
        return (
            (not food_only or is_food(realm, products.get(item.product_id)))
            and (not upc_only or item.upc is not None)
            and (not resolved or _later(item.upc_resolved_at, resolved))
        )

    narrowed = [replace(bought, items=[item for item in bought.items if wanted(item)]) for bought in found]
    return [bought for bought in narrowed if bought.items]


def is_food(realm: Realm, product: Product | None) -> bool:
    """Whether a product's category is of the grocery branch."""
    category = realm.categories.get(product.category_id or 0) if product else None
    return category is not None and category.grocery
