"""What the suite must know of each API beyond its spec: one small table, taken from the default seed.

The suite runs for the APIs of the table; a test fails while one of the sandbox's APIs is not in it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from retail_sandbox.services import load_service


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
    meters: frozenset[str] = frozenset()
    """Tables that count requests, refused ones too."""
    heavy: bool = False
    """Whether what the spec shows is answered with thousands of rows: too slow to break ten thousand times."""
    seen_elsewhere: str = ""
    """Why the suite does not reach every documented success, and what does."""
    not_live: str = ""
    """Why the suite is not for the real service: empty where reading changes nothing there."""
    csv_delimiter: str = ""
    """The parameter that says how the cells of a CSV answer are told apart, where there is one."""
    csv_headers: str = ""
    """The parameter that says whether a CSV answer has a header line, where there is one."""


_BARCODES = ("0049000006582", "049000006582", "0731454038720", "076543101016", "04443759")
_FIELDS = ("description", "brand", "weight", "product", "width")

FACTS: Mapping[str, Facts] = {
    "dataconnect": Facts(
        credentials={"bearer": "2YotnFZFEjr1zCsicMWpAA"},
        known={
            "query.ProductSKUs": ("ACPHLG000135", "ACPHRI000170"),
            "query.CustomerID": ("51231",),
            "query.Email.To": ("a@b.c",),
            "body.ProductSKUs": ("ACPHLG000135", "ACPHRI000170"),
            "body.CustomerID": ("51231",),
            "body.Email.To": ("a@b.c",),
        },
        off={
            "positive_data_acceptance": ("Email.To is required for the mail formats alone, which a schema cannot say"),
            "negative_data_rejection": (
                "a parameter in the URL wins over the form's of the same name: a wrong one there is not looked at"
            ),
        },
        heavy=True,
        not_live="reading makes a session, and a GET that asks for a mail format sends a mail",
        csv_delimiter="CSV.Delimiter",
        csv_headers="CSV.Headers",
    ),
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
    "information-machine": Facts(
        credentials={"client_id": "demo", "client_secret": "demo-secret"},
        meters=frozenset({"information_machine_accounts"}),
        seen_elsewhere=(
            "most of it stands below a user, a store connection or a cart, which random requests seldom make first;"
            " tests/clients/test_information_machine.py gets every documented answer"
        ),
        not_live="every request counts against the account's daily quota",
        off={
            "positive_data_acceptance": (
                "the vendor answers 400 or 422 where what a request names is not there or is taken already (a user, a"
                " store, a barcode's digits), which no schema can say"
            ),
            "write_is_stored": "what is written moves on by itself: a connection is checked, harvested, locked",
            "negative_data_rejection": (
                "the vendor's clients in five languages send booleans as True, 1 or NULL and nulls in bodies: taken"
            ),
        },
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
    return next(facts for api, facts in FACTS.items() if _title(api) == document["info"]["title"])


@cache
def _title(api: str) -> str:
    return load_service(api).document["info"]["title"]
