"""What the suite must know of each API beyond its spec: one small table, taken from the default seed.

The suite runs for the APIs of the table; a test fails while one of the sandbox's APIs is not in it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
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
    known: Mapping[str, Sequence[str | int]] = field(default_factory=dict[str, Sequence[str | int]])
    """Values that mean something to the seed, by parameter (`query.find`) or a body's field (`body.participant_id`)."""
    another: Mapping[str, str] = field(default_factory=dict[str, str])
    """Good credentials of another tenant, who must not see what the first one has made."""
    everybodys: frozenset[str] = frozenset()
    """Operations that show every tenant the same, though they stand at a path of their own."""
    idle_links: Mapping[str, str] = field(default_factory=dict[str, str])
    """Links that no answer to an operation can fill (`feed_get.FindUpdated`), each with why the spec has them."""
    refusals: Mapping[str, str] = field(default_factory=dict[str, str])
    """Refusals of requests that fit their schemas, by a pattern of what they say, each with why no schema can tell."""
    tolerated: Mapping[str, str] = field(default_factory=dict[str, str])
    """Patterns of texts in a query that are taken though no schema says so, by the type or the format of their schema:
    what the vendor's own clients send."""
    off: Mapping[str, str] = field(default_factory=dict[str, str])
    """Checks that are off, each with its reason."""
    shown: Sequence[Shown] = ()
    meters: frozenset[str] = frozenset()
    """Columns (`table.column`) that count requests, refused ones too, and nothing else."""
    fewer: Callable[[Mapping[str, Any]], Mapping[str, Any]] | None = None
    """Makes fewer of the default records, where answers have thousands: too slow for ten thousand bad requests."""
    not_live: str = ""
    """Why the suite is not for the real service: empty where reading changes nothing there."""
    csv_delimiter: str = ""
    """The parameter that says how the cells of a CSV answer are told apart, where there is one."""
    csv_headers: str = ""
    """The parameter that says whether a CSV answer has a header line, where there is one."""


_BARCODES = ("0049000006582", "049000006582", "0731454038720", "076543101016", "04443759")
_FIELDS = ("description", "brand", "weight", "product", "width")


def _written_out(seed: Mapping[str, Any]) -> dict[str, Any]:
    """DataConnect's records that stand in the seed, without those that are made up."""
    companies = [{name: value for name, value in each.items() if name != "generate"} for each in seed["companies"]]
    return {**seed, "companies": companies}


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
        refusals={
            r"Email\.To is required when Response is (Excel|Csv|Xml)\.Email": "it depends on another parameter",
        },
        fewer=_written_out,
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
        refusals={
            "(find|field|value|body): (is )?missing": "what is needed depends on what else is sent",
            "has a wrong check digit": "the last digit of a barcode checks the others",
            "there is no|has no extra value|is no (extra value|id) of|needs a descriptor": "the catalogue has them",
            "is the company's|follows from": "some fields of the catalogue are not to be updated",
            "is locked|has another update that waits": "the product's state decides",
            "takes a number|do not go": "what a value may be depends on the field, and on the descriptor beside it",
        },
        idle_links={
            "feed_get.FindUpdated": "both operations share an answer; this link is for what updates",
            "feed_post.ExtraOfField": "both operations share an answer; this link is for what reads",
        },
        shown=(Shown(link="FindUpdated", name="field", value="value", under="product.attributes"),),
    ),
    "information-machine": Facts(
        credentials={"client_id": "demo", "client_secret": "demo-secret"},
        another={"client_id": "second", "client_secret": "second-secret"},
        everybodys=frozenset({"products_get"}),
        meters=frozenset({"information_machine_accounts.used", "information_machine_accounts.resets_at"}),
        known={
            "path.user_id": ("demo-shopper", "id_34234_22"),
            "path.user_store_id": (52800,),
            "path.purchase_id": (123456,),
            "path.product_id": (380728, 380312),
            "path.receipt_id": (1, "10298372070213183800555"),
            "query.id": ("demo-shopper",),
            "query.name": ("Kale Chips", "juice"),
            "query.product_identifier": ("090101000108", "014100044208"),
            "query.store_id": (3, 88),
            "body.store_id": (3, 88, 4, 768),
            "body.username": ("shopper@example.com", "wrong", "image-captcha+7@example.com", "warning"),
            "body.oauth_provider": ("GMailAPI",),
            "body.receipt_date": ("2016-11-10T15:14:46.025Z", "0001-01-01T00:00:00+14:00", "2016-12-31T23:59:60Z"),
            "body.bar_code": ("021130126026", "014100044208"),
            "body.bar_code_type": ("UPC-A",),
            "body.upc": ("090101000108", "014100044208"),
        },
        refusals={
            "User not found|Cart not found": "what the path names must have been made",
            "User already exists": "the id must not be taken",
            "store_id: there is no such store|cannot be connected": "the store must be in the lookup, with can_scrape",
            "oauth_provider: one of|bar_code_type: one of": "the vendor's lists are open: a schema allows more",
            "bar_code: .* digits|is not the check digit": "a barcode has the digits of its kind",
            "connections to Walmart and H-E-B only|by Walmart|older than 7 days|out of range": "rules of the store",
            "has its 10 images already": "parts are counted over several requests",
            "name or product_identifier is required": "one of two parameters",
            "must have the same number of values": "a rule between two parameters",
            "The cart is empty|for Amazon": "the cart is filled by other requests, and one store has a checkout",
        },
        tolerated={
            "boolean": "(?i:true|false|1|0)|NULL|",
            "date": "[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:[0-9]{2}:[0-9]{2}",
            "local-date-time": "[0-9]{4}-[0-9]{2}-[0-9]{2}",
        },
        not_live="every request counts against the account's daily quota",
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
    """The facts of the API that a spec describes; none of a spec that is no API's."""
    title = document["info"]["title"]
    return next((facts for api, facts in FACTS.items() if _title(api) == title), Facts(credentials={}))


@cache
def _title(api: str) -> str:
    return load_service(api).document["info"]["title"]
