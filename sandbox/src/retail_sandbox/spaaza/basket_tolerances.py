"""What baskets and returns take though the spec does not say so: the habits of the vendor's own samples.

| habit | mended to |
| --- | --- |
| the id of an entity, or of the original basket, in quotes | the number |
| a blank time | none |
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

_QUOTED = (("entity", "entity_id"), ("return", "original_basket_id"))
_BLANK = (("basket", "basket_timestamp_iso8601"),)
_OPERATIONS = frozenset({"baskets_price", "baskets_add", "baskets_return_items"})


def tolerate_body(operation_id: str, body: Any) -> Any:
    """Mends the body of a basket or a return."""
    if operation_id not in _OPERATIONS or not isinstance(body, dict):
        return body
    mended = dict(cast("Mapping[str, Any]", body))
    for part, name in _QUOTED:
        value = _at(mended, part, name)
        if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 19:
            mended[part] = {**mended[part], name: int(value)}
    for part, name in _BLANK:
        if _at(mended, part, name) == "":
            mended[part] = {key: value for key, value in mended[part].items() if key != name}
    return mended


def _at(body: Mapping[str, Any], part: str, name: str) -> Any:
    inner = body.get(part)
    return cast("Mapping[str, Any]", inner).get(name) if isinstance(inner, dict) else None
