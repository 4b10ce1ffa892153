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
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    """What a client sends with every request, where the operation takes it."""
    stand_ins: Mapping[tuple[str, str | int], str | int] = field(default_factory=dict[tuple[str, str | int], str | int])
    """What the spec's examples name, by field and value, and the seed's value for it."""
    later: Mapping[str, Mapping[str, str]] = field(default_factory=dict[str, Mapping[str, str]])
    """Examples of an operation's body that name what other requests must have made, each with what that is."""
    narrow: Mapping[str, str] = field(default_factory=dict[str, str])
    """Operations whose examples are not for who signs in by the scheme that is named: they may send less."""
    another: Mapping[str, str] = field(default_factory=dict[str, str])
    """Good credentials of another tenant, who must not see what the first one has made."""
    another_headers: Mapping[str, str] = field(default_factory=dict[str, str])
    """What the other one's client sends in place of `headers`."""
    key_codes: frozenset[str] = frozenset()
    """The codes that tell of missing and wrong credentials, where no status does."""
    deleted_by: Mapping[str, Sequence[str]] = field(default_factory=dict[str, Sequence[str]])
    """The fields of a DELETE's request that name what is deleted, where others name what that belongs to."""
    stays: Mapping[str, Mapping[str, Any]] = field(default_factory=dict[str, Mapping[str, Any]])
    """What is found of something after a DELETE, where more than nothing stays."""
    everybodys: frozenset[str] = frozenset()
    """Operations that show every tenant the same, though they stand at a path of their own."""
    idle_links: Mapping[str, str] = field(default_factory=dict[str, str])
    """Links that no answer to an operation can fill (`feed_get.FindUpdated`), each with why the spec has them."""
    refused_links: Mapping[str, str] = field(default_factory=dict[str, str])
    """Links that may be refused though they point to something, each with a pattern of what the refusal says then."""
    refusals: Mapping[str, str] = field(default_factory=dict[str, str])
    """Refusals of requests that fit their schemas, by a pattern of what they say, each with why no schema can tell."""
    tolerated: Mapping[str, str] = field(default_factory=dict[str, str])
    """Patterns of texts in a query or a header that are taken though no schema says so, by the parameter's name or the
    type or the format of its schema: what the vendor's own clients send."""
    also_takes: Mapping[str, str] = field(default_factory=dict[str, str])
    """Operations that take another method too, as the vendor's text says."""
    wide: Mapping[str, tuple[int, int]] = field(default_factory=dict[str, tuple[int, int]])
    """Operations with so many parameters that of the requests that cover their edges every nth is sent, from the mth
    on; those that take the same parameters take turns."""
    off: Mapping[str, str] = field(default_factory=dict[str, str])
    """Checks that are off, each with its reason."""
    shown: Sequence[Shown] = ()
    not_kept: frozenset[str] = frozenset()
    """Operations whose requests name something and say nothing of it that would be seen again."""
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


_ANN = "a11e" + "0" * 58 + "a1"
_OWNER = "0aded" + "0" * 57 + "ad"
_OTHER_OWNER = "b19c" + "0" * 58 + "ad"
_GENERATED = "13918dc12e44bc183cb168fa10684d0714115ff37132d4c265f4a8ab6678a741"
_CLAIMED = "c4bc4a3115e21e228936f4223dd89b22c238847c935514e1fdcb96f3c75118ac"
"""Of Spaaza: sessions' keys, and vouchers of the member."""


def _codes(*codes: int) -> str:
    """A pattern of refusals with one of the codes, in the form of any version."""
    return rf'"(code":|errors":{{")({"|".join(map(str, codes))})\b'


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
    "spaaza": Facts(
        credentials={
            "privileged": "acme-key:acme-secret",
            "user_id": "1107604",
            "user_session": _ANN,
            "admin_id": "21",
            "admin_session": _OWNER,
        },
        another={
            "privileged": "bigchain-key:bigchain-secret",
            "user_id": "23",
            "user_session": _OTHER_OWNER,
            "admin_id": "23",
            "admin_session": _OTHER_OWNER,
        },
        headers={"X-Spaaza-MyPrice-App-Hostname": "acme.spaaza.com"},
        another_headers={"X-Spaaza-MyPrice-App-Hostname": "bigchain.spaaza.com"},
        everybodys=frozenset({"users_export_file"}),
        narrow={"vouchers_create": "user_session"},
        idle_links={
            "vouchers_create.lockVoucher": "a voucher is locked when it is claimed; the link of that leads there",
            "vouchers_create.unlockVoucher": "likewise",
            "vouchers_create.unclaimVoucher": "likewise",
            "vouchers_expire.claimVoucher": "it shows that an expired voucher is not to be claimed",
        },
        refused_links={"baskets_add.getReceipt": "The basket belongs to no known member"},
        key_codes=frozenset({"6", "54", "228", "265", "266", "268"}),
        meters=frozenset({"spaaza_users.failed_logins", "spaaza_users.failed_since"}),
        deleted_by={"users_delete": ("user_id",), "vouchers_delete": ("voucher_key",)},
        not_kept=frozenset({"sessions_create", "vouchers_expire"}),
        wide={
            "baskets_price": (4, 0),
            "baskets_add": (4, 1),
            "vouchers_list": (3, 0),
            "vouchers_list_csv": (3, 1),
            "receipts_list": (3, 0),
            "receipts_list_csv": (3, 1),
            "users_add": (2, 0),
            "users_alter": (2, 1),
        },
        also_takes={
            "vouchers_claim": "PUT",
            "vouchers_unclaim": "PUT",
            "vouchers_unlock": "POST",
            "vouchers_expire": "PUT",
        },
        tolerated={"X-Spaaza-API-version": "(?s).*"},
        refusals={
            _codes(238, 264, 269): "there must be such an app",
            _codes(144, 217, 231, 246, 267, 270, 308, 309, 336): "what is named must be there",
            "There is no (such|chain)": "likewise",
            f"{_codes(404, 416)}|(Name|Say) (the|whose) [a-z ]+:": "one of several parameters, and but one",
            f"{_codes(252, 428, 441)}|Missing: |needs its item_price|go with": "a rule between parameters",
            _codes(215, 405): "the parameters must belong together",
            _codes(280, 288, 294, 323, 403): "what it is decides: the voucher's status and lock, the campaign's kind",
            _codes(303, 304, 313): "the wallet must have and allow it",
            _codes(234, 427): "what tells a member must not be another's",
            "is a chain": "the id must be of what the type says",
            "is below a millionth": "no number in JSON has a last digit",
            _codes(149): "Facebook must know the token",
            _codes(319): "the sign depends on what is done",
            _codes(5): "the password must be right",
            _codes(325): "the service has signed it",
            _codes(329): "the spec's list is open: its schema allows more",
            "body: is missing": "a form without fields is no body",
        },
        stays={"users_delete": {"obfuscated": True, "first_name": "Deleted", "last_name": "Deleted"}},
        stand_ins={
            ("user_id", 1): 1107604,
            ("user_id", 123123): 1107604,
            ("user_id", 3354896): 1107605,
            ("user_id", 3636813): 1107604,
            ("user_id", 1334972): 1107604,
            ("member_number", "555555"): "404066",  # who is not rewarded, which takes time; journeys are
            ("member_number", "123456"): "404064",
            ("member_number", "303484"): "404064",
            ("authentication_point_identifier", "SQ0057824"): "shop-1",
            ("authentication_point_identifier", "66141993"): "shop-1",
            ("username", "test56767@spaaza.com"): "ann@example.com",
            ("password", "a long secret"): "sandbox-password",
            ("user_note_id", 123456): 1,
            ("loyalty_level_id", 123): 2,
            ("campaign_id", 2): 136,
            ("campaign_id", 57): 116,
            ("campaign_id", 66): 146,
            ("voucher_id", 44974): 35736,
            ("voucher_id", 4064783): 35736,
            ("voucher_key", "a8c34c86c136e5ddf0ad374e140aa1e3504ebbf23d76d84788677268fd99b809"): _CLAIMED,
            ("voucher_key", "0df3e1934e277240bd44072f302c75165dab108b6705d48695b38101634274ab"): _CLAIMED,
            ("voucher_key", "ac189592441c9c4e4d0a0f5be03216f6a7e026f0d482c44a293da8e373163fd0"): _CLAIMED,
            ("query", "smith"): "archer",
            ("entity_id", 1739): 1743,
            ("entity_id", 55555): 1743,
            ("branch_business_owner_code", "501"): "10001",
            ("branch_business_owner_code", "0123"): "10001",
            ("branch_business_id", 1341): 1383,
        },
        later={
            "baskets_price": {"returnedItem": "the basket that is returned", "exchange": "the basket that is returned"},
            "baskets_add": {"byWeight": "the baskets that are returned", "exchange": "the basket that is returned"},
            "baskets_return_items": dict.fromkeys(
                ("byItemCode", "byBarcode", "byBasketCode"), "the basket that is returned"
            ),
        },
        known={
            "header.X-Spaaza-MyPrice-App-Hostname": ("acme.spaaza.com",),
            "header.X-Spaaza-On-Behalf-Of": ("owner@acme.example.com",),
            "header.X-Spaaza-Session-Chain-Id": (1743,),
            "query.chain_id": (1743,),
            "query.user_id": (1107604, 1107605),
            "query.shopper_id": (1107604,),
            "query.campaign_id": (146, 147, 116),
            "query.username": ("ann@example.com",),
            "query.session_key": (_ANN,),
            "query.branch_business_owner_code": ("10001",),
            "body.chain_id": (1743,),
            "body.user_id": (1107604, 1107605),
            "body.username": ("ann@example.com", "owner@acme.example.com"),
            "body.password": ("sandbox-password",),
            "body.member_number": ("404064",),
            "body.voucher_key": (_GENERATED, _CLAIMED),
            "body.voucher_id": (35735, 35736),
            "body.campaign_id": (116, 136, 140),
            "body.loyalty_level_id": (1, 2, 4),
            "body.user_note_id": (1,),
            "body.business_id": (1383,),
            "body.store_id": (1383,),
            "body.entity.entity_id": (1743,),
            "body.user.member_number": ("404064",),
            "body.basket.basket_items.item_barcode": ("2913458432854", "2913458439012"),
        },
        not_live="a GET takes part in a campaign, which pays out",
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
