"""What the suite must know of each API beyond its spec: one small table, taken from the default seed.

An API that is not in the table is a failure of the suite, not a skip.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from retail_sandbox.services import APIS, load_service


@dataclass(frozen=True)
class Shown:
    """Where a written value is seen again, when the names in the request do not tell.

    After an answer with the link `link`, the object at `under` in what the link leads to holds, under the name that the
    field `name` of the request gives, the value of its field `value`.
    """

    link: str
    name: str
    value: str
    under: str


@dataclass(frozen=True)
class Facts:
    """One API's."""

    credentials: Mapping[str, str]
    """Good credentials by security scheme (`user:password` for basic)."""
    known: Mapping[str, Sequence[str]] = field(default_factory=dict[str, Sequence[str]])
    """Values that mean something to the seed, by parameter (`query.find`) or a body's field (`body.participant_id`)."""
    off: Mapping[str, str] = field(default_factory=dict[str, str])
    """Checks that are off, each with its reason."""
    shown: Sequence[Shown] = ()


_BARCODES = ("0049000006582", "049000006582", "0731454038720", "076543101016", "04443759")
_FIELDS = ("description", "brand", "weight", "product", "width")

FACTS: Mapping[str, Facts] = {
    "eandata": Facts(
        credentials={"keycode": "0123456789ABCDEF"},
        known={
            "query.find": _BARCODES,
            "query.update": _BARCODES,
            "query.field": _FIELDS,
            "query.mode": ("xml", "json"),
            "body.find": _BARCODES,
            "body.update": _BARCODES,
            "body.field": _FIELDS,
            "body.value": ("A better description", "12"),
            "body.mode": ("xml", "json"),
        },
        off={
            "told_positive_data_acceptance": (
                "400 is the one code for every refusal, so that rules beyond the schema (check digits, locked products,"
                " nothing asked for) look like bad form; shown_is_served looks at the requests that the spec shows"
            ),
        },
        shown=(Shown(link="FindUpdated", name="field", value="value", under="product.attributes"),),
    ),
    "pam": Facts(
        credentials={"ticket": "demo-ticket"},
        known={
            "query.participant_id": ("25", "13"),
            "query.product_id": ("1", "2", "6"),
            "query.category_id": ("1032", "101"),
            "query.store_id": ("186910", "3200037P"),
            "body.participant_id": ("25", "13", "55"),
            "body.product_id": ("1", "4"),
            "body.product_id.value": ("1", "6"),
        },
    ),
}


def facts_of(document: Mapping[str, Any]) -> Facts:
    """The facts of the API that a spec describes."""
    return next(FACTS[api] for api in APIS if _title(api) == document["info"]["title"])


@cache
def _title(api: str) -> str:
    return load_service(api).document["info"]["title"]
