"""Calls that lead to each documented error of Spaaza, by operation and code.

An error comes of an operation's plain call by somebody else, with something else in it, or after something else was
done: a `Way`. What no caller can bring about is told by a fault instead.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from spaaza_client.errors import PasswordErrorOrNonExistentError

from tests.clients.spaaza_calls import (
    ANN,
    BOB,
    CLAIMED,
    GENERATED,
    GLOVES,
    NEEDS_A_PURCHASE,
    PLAIN,
    SWEATER,
    USUAL,
    Scene,
    back,
    downloaded,
    item,
    purchase,
)


@dataclass(frozen=True)
class Way:
    """How the plain call is changed."""

    who: str | None = None
    """None: who makes the plain call."""
    changes: Mapping[str, Any] = field(default_factory=dict[str, Any])
    before: Callable[[Scene], object] | None = None
    """What is done before; a dict that it returns is more of the changes."""


def by(who: str, **changes: Any) -> Way:
    """The plain call by somebody else."""
    return Way(who, changes)


def but(**changes: Any) -> Way:
    """The plain call with something else in it."""
    return Way(None, changes)


def after(before: Callable[[Scene], object], who: str | None = None, **changes: Any) -> Way:
    """The plain call when something was done before."""
    return Way(who, changes, before)


def bought(*items: dict[str, Any], **more: Any) -> Callable[[Scene], object]:
    """A basket was added before."""
    return lambda scene: scene("till").baskets.add(**purchase(*items, **more))


def redeemed(scene: Scene) -> None:
    bought(basket_vouchers=[{"voucher_key": CLAIMED}])(scene)


def locked(scene: Scene) -> None:
    scene("till").vouchers.lock(voucher_key=CLAIMED)


def expired(scene: Scene) -> None:
    scene("till").vouchers.expire(voucher_key=CLAIMED, user_id=ANN)


def failed_logins(scene: Scene) -> None:
    for _ in range(5):
        with contextlib.suppress(PasswordErrorOrNonExistentError):
            scene("till").sessions.login("eve@example.com", password="wrong")  # who has no password to be hashed


def chain(**rules: Any) -> Callable[[Scene], None]:
    """The chain is set up in another way."""
    return lambda scene: scene.seed(rules=rules)


def wallet(active: bool = True, **rules: Any) -> Callable[[Scene], None]:
    """The chain has one wallet more, 900."""
    campaign = {"id": 900, "type": "wallet", "title": "Another wallet", "active": active, "rules": rules}
    return lambda scene: scene.seed(campaigns=[campaign])


def used_link(scene: Scene) -> dict[str, Any]:
    export = scene("till").users.export("user")
    downloaded(export.download())
    return {"export": export}


def late_link(scene: Scene) -> dict[str, Any]:
    export = scene("till").users.export("user")
    scene.sandbox.clock.advance("PT49H")
    return {"export": export}


UNSTORABLE = "\0"
WAYS: Mapping[str, Way] = {
    "1": but(username="nobody"),
    "6": by("owner with a wrong key"),
    "54": by("owner with half a key"),
    "68": by("owner of another chain"),
    "82": by("owner without a chain"),
    "154": but(user_id="Ann"),
    "155": but(user_id=None),
    "179": but(voucher_id="first"),
    "181": but(voucher_key="short"),
    "182": but(voucher_key=None),
    "183": but(voucher_key="f" * 64),
    "215": but(user_id=BOB),
    "217": by("owner of no chain"),
    "228": by("till with another header"),
    "238": by("till with an unknown app"),
    "244": but(campaign_id="first"),
    "245": but(campaign_id=None),
    "246": but(campaign_id=9999),
    "264": by("till with nobody's app"),
    "265": by("till with half a key"),
    "266": by("till with a wrong secret"),
    "268": by("till without a key"),
    "269": by("till with an unknown app"),
    "270": but(user_id=9999),
    "280": after(locked, "ann", voucher_key=CLAIMED),
    "323": after(redeemed, voucher_key=CLAIMED),
    "405": by("till with another chain's app"),
    "416": but(member_number="404064"),
    "423": but(chain_id="ACME"),
    "436": after(expired, voucher_key=CLAIMED),
}
"""Ways that lead to a code with every operation that has it, but where `OWN` says another."""

_MEMBER = {
    "2": but(password="short"),
    "96": but(gender="X"),
    "237": but(birthday="30 January"),
    "267": but(on_behalf_of="nobody@example.com"),
    "278": but(address_postalcode="!"),
    "290": after(chain(mailing_list=False), mailing_list_subscribed=True),
    "291": but(mailing_list_subscribed="perhaps"),
    "292": but(mailing_list_sub_offered="perhaps"),
    "316": but(registered="perhaps"),
    "320": after(chain(opt_in_programme=False), programme_opted_in=True),
    "321": but(programme_opted_in="perhaps"),
    "417": but(first_name="x" * 1000),
    "419": but(first_name=UNSTORABLE),
    "420": but(country_code="NLD"),
    "424": but(on_behalf_of="bob@example.com"),
    "426": but(member_number="9999999999"),
}
_VOUCHER = {"269": by("till without an app"), "419": but(chain_id=0)}
_LIST = {
    "82": but(chain_id=None),
    "217": but(chain_id=9999),
    "419": but(min_created_datetime_relative="yesterday"),
    "423": but(number_results="all"),
}
_VOUCHERS = {**_LIST, "316": but(show_redeemed="perhaps"), "428": but(min_redeemed_datetime="2026-01-01T00:00:00Z")}
_RECEIPTS = {
    **_LIST,
    "144": but(branch_business_id=99),
    "416": but(branch_business_id=1383, branch_business_owner_code="10001"),
}
_BASKET = {
    "3": but(items=({"item_barcode": SWEATER, "item_quantity": 1},)),
    "231": but(basket_currency={"currency_id": 99}),
    "252": but(basket_currency={}),
    "309": after(bought(), code="C-2", items=(back() | {"item_barcode": GLOVES},)),
    "310": after(bought(), code="C-2", items=(back(quantity=2),)),
    "319": after(bought(), code="C-2", items=(back() | {"item_price": 79.95},)),
    "337": but(basket_platform_type="by_phone"),
    "407": but(items=(item(price=900_000_000, quantity=2),), basket_total_price=1),
    "419": but(basket_timestamp_iso8601="noon"),
}
_LONG = {"126": "address_1", "127": "address_2", "128": "address_3", "129": "address_towncity", "130": "region"}

OWN: Mapping[str, Mapping[str, Way]] = {
    "users_add": {
        **_MEMBER,
        "3": but(last_name=None),
        "7": but(on_behalf_of="owner"),
        "151": but(fb_access_token="token"),
        "234": but(username="ann@example.com"),
        "411": but(spaaza_request="by mail"),
        "434": but(username="ann@example.com", member_number="404066", update_if_exists=True),
        "435": but(username=None, update_if_exists=True),
    },
    "users_alter": {
        **_MEMBER,
        "3": but(user_id=None),
        "234": but(username="bob@example.com"),
        "427": but(member_number="404066"),
    },
    "users_get": {
        "3": but(authentication_point_identifier="x" * 1000),
        "149": but(user_id=None, fb_access_token="token"),
        "267": but(user_id=None),
        "424": but(on_behalf_of="bob@example.com"),
    },
    "users_alter_loyalty_level": {
        "3": but(loyalty_level_id=None),
        "228": by("owner with another header"),
        "269": by("owner with an unknown app"),
        "404": but(user_id=None),
        "411": but(spaaza_request="by mail"),
        "419": but(member_number=UNSTORABLE),
        "423": but(loyalty_level_id="Gold"),
        "453": but(loyalty_level_id=99),
    },
    "users_export": {"3": but(export_entity=None), "329": but(export_entity="vouchers")},
    "users_export_file": {
        "3": but(nonce=None),
        "325": but(nonce="never"),
        "326": after(late_link),
        "327": after(used_link),
    },
    "users_delete": {
        "3": but(user_id=None),
        "267": but(on_behalf_of="nobody@example.com"),
        "424": but(on_behalf_of="bob@example.com"),
    },
    "users_search": {
        "3": but(chain_id=None, query=None),
        "63": but(query="x" * 257),
        "82": but(chain_id=None),
        "217": by("owner without a chain", chain_id=9999),
        "316": but(opted_in="perhaps"),
        "405": but(chain_id=1752),
    },
    "users_add_note": {"3": but(text=None), "417": but(text="x" * 10_000)},
    "users_delete_note": {"3": but(user_note_id=None), "423": but(user_note_id="first")},
    "users_card": {"267": but(user_id=None), "419": but(chain_id=0)},
    "sessions_login": {
        "3": but(password=None),
        "5": but(password="wrong"),
        "307": after(failed_logins, username="eve@example.com"),
    },
    "sessions_create": {"3": but(user_id=None), "416": but(username="bob@example.com")},
    "sessions_status": {"3": but(user_id=None), "6": but(user_id=BOB), "54": but(session_key="short")},
    "sessions_logout": {"269": by("ann without an app")},
    "sessions_cross_site_token": {
        "6": by("ann with a wrong key"),
        "54": by("ann with half a key"),
        "68": after(chain(cross_site_tokens=False)),
        "269": by("ann without an app"),
    },
    "vouchers_create": {
        "237": but(expiry_date="tomorrow"),
        "273": but(voucher_amount=0.001),
        "313": but(voucher_amount=5000),
        "316": but(set_claimed="perhaps"),
        "403": but(campaign_id=118),
        "404": but(user_id=None),
        "406": after(wallet(is_redeemable=False), campaign_id=900),
        "410": but(voucher_amount="five"),
        "411": but(voucher_type="gift"),
        "417": but(voucher_text="x" * 10_000),
        "419": but(voucher_lock_period=1),
        "423": but(voucher_lock_period="long"),
        "424": by("ann", voucher_type="honour", voucher_honour_code="H"),
        "428": but(voucher_discount_ratio=0.5),
        "441": but(voucher_amount=None),
        "449": after(wallet(active=False), campaign_id=900),
        "461": but(voucher_discount_ratio=2),
    },
    "vouchers_claim": {**_VOUCHER, "288": but(voucher_key=CLAIMED)},
    "vouchers_unclaim": {**_VOUCHER, "294": but(voucher_key=GENERATED)},
    "vouchers_lock": {
        "417": but(retailer_basket_code="x" * 1000),
        "419": but(voucher_lock_period=1),
        "423": but(voucher_lock_period="long"),
    },
    "vouchers_expire": {**_VOUCHER, "294": but(voucher_key=GENERATED)},
    "vouchers_delete": _VOUCHER,
    "vouchers_list_for_user": {"404": but(user_id=None), "411": but(filter_="new"), "419": but(chain_id=0)},
    "vouchers_list": _VOUCHERS,
    "vouchers_list_csv": _VOUCHERS,
    "wallets_add_amount": {
        "267": but(user_id=None),
        "300": but(amount="much"),
        "301": but(amount=None),
        "302": but(log_message=" "),
        "303": but(amount=201),
        "304": after(wallet(), campaign_id=900),
        "313": but(amount=-171),
        "324": but(amount=0),
        "403": but(campaign_id=118),
        "417": but(log_message="x" * 10_000),
        "419": but(member_number=UNSTORABLE, user_id=None),
        "441": but(campaign_id=None, user_id=None, amount=None, log_message=None),
        "449": after(wallet(active=False), campaign_id=900),
    },
    "wallets_ledger": {"267": but(user_id=None), "419": but(chain_id=0)},
    "baskets_price": _BASKET,
    "baskets_add": {
        **_BASKET,
        "183": but(basket_vouchers=[{"voucher_key": "f" * 64}]),
        "311": after(bought()),
    },
    "baskets_return_items": {
        "3": but(code=None),
        "308": but(code="C-2"),
        "309": but(item_barcode=GLOVES),
        "310": but(quantity=2),
        "319": after(bought(item(price=-5), code="C-3"), code="C-3"),
        "419": but(quantity=1e-9),
    },
    "receipts_list_for_shopper": {
        "3": but(shopper_id=None),
        "154": but(shopper_id="Ann"),
        "215": by("ann", shopper_id=BOB),
        "270": but(shopper_id=9999),
    },
    "receipts_list": _RECEIPTS,
    "receipts_list_csv": _RECEIPTS,
    "receipts_get": {
        "331": after(chain(receipts_service=False)),
        "335": after(bought(code="C-2", member=None), id=2),
        "336": but(id=9999),
        "419": but(id="first"),
        "424": by("bob"),
    },
    "campaigns_interact": {
        "267": but(user_id=None),
        "269": by("ann without an app"),
        "419": but(chain_id=0),
        "424": but(campaign_id=118),
        "449": but(campaign_id=148),
        "450": after(lambda scene: scene("till").campaigns.interact(146, user_id=ANN)),
        "451": but(campaign_id=147, user_id=BOB),
    },
    "branches_alter": {
        **{code: but(**{name: "x" * 300}) for code, name in _LONG.items()},
        "15": but(business_id="first"),
        "16": but(business_id=None),
        "33": but(business_id=3001),
        "124": but(name="x" * 300),
        "131": but(postalcode="x" * 300),
        "132": but(countrycode="NLD"),
        "133": but(latitude="north"),
        "134": but(longitude="east"),
        "144": but(business_id=9999),
        "267": but(on_behalf_of="nobody@example.com"),
        "269": by("till without an app"),
        "419": but(on_behalf_of="owner"),
        "424": but(on_behalf_of="bob@example.com"),
    },
}

WARNINGS = {("baskets_add", "183"), ("baskets_add", "311"), ("campaigns_interact", "450")}
"""Codes that come as a warning with a 200."""

_CHANGES = ("vouchers_claim", "vouchers_unclaim", "vouchers_expire", "vouchers_delete")
_LOCKS = ("vouchers_lock", "vouchers_unlock")
_LISTS = ("vouchers_list_for_user", "vouchers_list", "vouchers_list_csv")
_RECEIPT_LISTS = ("receipts_list_for_shopper", "receipts_list", "receipts_list_csv")
BY_FAULT: Mapping[str, tuple[str, ...]] = {
    "144": ("users_card",),
    "149": ("users_card",),
    "152": ("users_add",),
    "153": ("users_add",),
    "247": ("campaigns_interact",),
    "262": ("baskets_price", "baskets_add"),
    "267": ("vouchers_create", *_CHANGES, *_LOCKS, *_LISTS, "baskets_add"),
    "269": ("vouchers_create", *_LOCKS, *_LISTS, "wallets_add_amount"),
    "272": ("users_add",),
    "274": ("users_add",),
    "275": ("users_add",),
    "293": (*_CHANGES, *_LOCKS),
    "294": ("vouchers_claim", "vouchers_delete", *_LOCKS),
    "296": ("vouchers_create",),
    "300": ("vouchers_create",),
    "322": ("users_add",),
    "328": ("wallets_add_amount",),
    "413": ("vouchers_list", "vouchers_list_csv"),
    "419": ("vouchers_unlock",),
    "423": ("vouchers_unlock", "wallets_add_amount"),
    "424": ("users_card", *_CHANGES, *_LOCKS, *_LISTS, "wallets_add_amount", *_RECEIPT_LISTS),
    "441": (*_CHANGES, *_LOCKS),
}
"""Codes that no caller can bring about with these operations: they tell of services and parameters that the vendor's
text names nowhere else (Facebook, a webshop, hashers), of moments that a transaction leaves no room for, or of what the
operation tells by a code that says it better."""


def way_to(operation: str, code: str) -> Way | None:
    """How the code comes about; None where it takes a fault."""
    if operation in BY_FAULT.get(code, ()):
        return None
    return OWN.get(operation, {}).get(code) or WAYS[code]


def go(scene: Scene, operation: str, way: Way | None = None, *, told: bool = False) -> Any:
    """Makes the plain call in a way; `told` gives the response with its warnings."""
    way = way or Way()
    if operation.startswith(NEEDS_A_PURCHASE):
        bought()(scene)
    more = way.before(scene) if way.before else None
    changes = {**way.changes, **more} if isinstance(more, dict) else way.changes
    client = scene(way.who or USUAL.get(operation, "till"))
    return PLAIN[operation](client.with_response if told else client, **changes)
