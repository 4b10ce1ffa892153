"""Receipts of the services host: purchases as members see them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from sqlalchemy import select

from .access import Realm
from .answers import zulu
from .basket_tables import Basket
from .member_view import loyalty_status
from .money import ZERO, cents, plain, written
from .receipt_parts import Earned, Line, Parts, Redeemed
from .receipt_pdf import download_url
from .tables import Branch, Chain, Currency, User
from .wallets import balance, wallets_of

_NOWHERE = {
    "address_1": "",
    "address_2": "",
    "address_3": "",
    "towncity": "",
    "postal_code": "",
    "country_code": "",
    "location": {"lat": 0, "lon": 0},
}


def for_shopper(realm: Realm) -> list[dict[str, Any]]:
    """All receipts of a member, the newest first."""
    realm.need_app("user")
    chain = realm.need("read")
    shopper_id = realm.given["shopper_id"]
    caller = realm.caller.user
    if realm.kind == "user" and caller is not None and caller.id != shopper_id:
        raise realm.refusal("215", hint="A member sees their own receipts alone")
    shopper = realm.find_member(user_id=shopper_id)
    if shopper is None:
        raise realm.refusal("270", hint="There is no such member in this chain")
    theirs = (Basket.chain_id == chain.id) & (Basket.user_id == shopper.id)
    found = realm.db.scalars(select(Basket).where(theirs).order_by(Basket.id.desc()))
    return receipts(realm, [basket for basket in found if has_receipt(realm, basket)])


def one(realm: Realm) -> dict[str, Any]:
    """One receipt."""
    realm.need_app("user")
    chain = realm.need("read")
    basket = realm.db.get(Basket, realm.given["id"])
    if basket is None or basket.chain_id != chain.id:
        raise realm.refusal("336")
    caller = realm.caller.user
    if realm.kind == "user" and caller is not None and caller.id != basket.user_id:
        raise realm.refusal("424", hint="A member sees their own receipts alone")
    if basket.user_id is None:
        raise realm.refusal("335")
    if not has_receipt(realm, basket):
        raise realm.refusal("331", hint="The chain does not use the receipts service")
    return receipt(realm, basket)


def has_receipt(realm: Realm, basket: Basket) -> bool:
    """Whether there is a receipt of a purchase: a member's, of a chain that uses the receipts service."""
    return basket.user_id is not None and _is_active(realm.db.get_one(Chain, basket.chain_id))


def receipt(realm: Realm, basket: Basket) -> dict[str, Any]:
    """The receipt of a member's purchase."""
    return receipts(realm, [basket])[0]


def receipts(realm: Realm, baskets: Sequence[Basket]) -> list[dict[str, Any]]:
    """The receipts of purchases of members."""
    parts = Parts(realm.db, baskets)
    people: dict[int, dict[str, Any]] = {}
    told: list[dict[str, Any]] = []
    for basket in baskets:
        assert basket.user_id is not None, "nobody's purchase has no receipt"
        if basket.user_id not in people:
            people[basket.user_id] = _person(realm, realm.db.get_one(User, basket.user_id))
        told.append(_receipt(realm, basket, parts) | people[basket.user_id])
    return told


def _receipt(realm: Realm, basket: Basket, parts: Parts) -> dict[str, Any]:
    chain = realm.db.get_one(Chain, basket.chain_id)
    lines, earned = parts.lines(basket), parts.earned(basket)
    tax = sum((Decimal(each["total"]) for each in basket.taxes), ZERO)
    return {
        "id": basket.id,
        "timestamp": zulu(basket.created_at),
        "type": basket.platform,
        "download_url": download_url(realm, basket),
        "quantity": plain(count(lines)),
        "subtotal": plain(basket.total - tax),
        "total_value": plain(basket.total),
        "payment_method": ", ".join(dict.fromkeys(each["method"] for each in basket.payments)) or "unknown",
        "line_items": [_line(line) for line in lines],
        "tax_lines": tax_lines(basket),
        "chain": _chain(realm, chain, basket),
        "monetary_wallet": wallet(earned.get("wallet")) or _NO_WALLET,
        "points_wallet": wallet(earned.get("points_wallet")) or _NO_WALLET,
        "basket_vouchers": [voucher(each) for each in parts.redeemed(basket)],
    } | _template(chain)


_NO_WALLET: dict[str, Any] = {"contributions": [], "total": 0, "title": ""}


def count(lines: Sequence[Line]) -> Decimal:
    """How many items were bought."""
    return sum((line.quantity for line in lines if not line.returned), ZERO)


def tax_lines(basket: Basket) -> list[dict[str, Any]]:
    """The taxes, with the amount that each was raised on: what it says by its rate; 0 where that is 0."""
    told: list[dict[str, Any]] = []
    for each in basket.taxes:
        rate, total = Decimal(each["rate"]), Decimal(each["total"])
        net = cents(total / rate) if rate else ZERO
        told.append({"tax_value": plain(total), "order_value": plain(net), "rate": plain(rate)})
    return told


def wallet(found: Earned | None) -> dict[str, Any] | None:
    """What a purchase did to a wallet."""
    if found is None:
        return None
    given = [{"amount": plain(amount), "campaign_title": title} for title, amount in found.contributions]
    return {"contributions": given, "total": plain(found.total), "title": found.wallet.title}


def voucher(found: Redeemed) -> dict[str, Any]:
    """A voucher that was redeemed."""
    return {
        "campaign_title": found.campaign.title,
        "voucher_text": found.voucher.text or "",
        "amount": plain(found.amount),
        "type": found.type,
    }


def _line(line: Line) -> dict[str, Any]:
    item, product, variant = line.item, line.product, line.variant
    off = ZERO if line.returned else item.original_price - item.price
    image = (variant.image_url if variant else None) or (product.image_url if product else None)
    return {
        "product_id": item.product_id or 0,
        "barcode": item.barcode or "",
        "sku": line.sku or "",
        "name": line.name or "",
        "description": (product.description if product else None) or "",
        "type": (product.category if product else None) or item.type,
        "original_price": plain(item.original_price),
        "quantity": plain(line.quantity),
        "sale_price": plain(line.price),
        "vouchers": plain(line.vouchers),
        "metadata": {
            "color": variant.colour if variant else None,
            "size": variant.size if variant else None,
            "image": image or "",
        },
        "sale_discount": written(off) if off > 0 else "",
    }


def _chain(realm: Realm, chain: Chain, basket: Basket) -> dict[str, Any]:
    currency = realm.db.get_one(Currency, chain.currency_id)
    branch = realm.db.get(Branch, basket.branch_id) if basket.branch_id is not None else None
    return {
        "id": chain.id,
        "name": chain.name,
        "email": chain.profile.get("email", ""),
        "logo_url": chain.profile.get("logo_url", ""),
        "website_url": chain.profile.get("website_url", ""),
        "currency": currency.name,
        "currency_symbol": currency.symbol,
        "business": _business(branch),
        "receipts_service_active": _is_active(chain),
    }


def _business(branch: Branch | None) -> dict[str, Any]:
    if branch is None:
        return {"id": 0, "name": "", "address": _NOWHERE, "phone_number": "", "email": "", "website_url": ""}
    fields = branch.fields
    address = _NOWHERE | {name: fields.get(name) or "" for name in ("address_1", "address_2", "address_3", "towncity")}
    address |= {"postal_code": fields.get("postalcode") or "", "country_code": branch.country_code or ""}
    place = {"lat": float(fields.get("latitude") or 0), "lon": float(fields.get("longitude") or 0)}
    return {
        "id": branch.id,
        "name": branch.name,
        "address": address | {"location": place},
        "phone_number": fields.get("phone_number") or "",
        "email": fields.get("email_address") or "",
        "website_url": fields.get("website_url") or "",
    }


def _person(realm: Realm, user: User) -> dict[str, Any]:
    """The member of a receipt, and their level."""
    points = next(iter(wallets_of(realm.db, user.chain_id or 0, "points_wallet")), None)
    told = {
        "id": user.id,
        "user_name": user.username or "",
        "entity_code": user.member_number or "",
        "first_name": user.first_name or "",
        "last_name": user.last_name or "",
        "country_code": user.country_code or "",
        "gender": user.gender or "",
        "birthday": user.birthday.isoformat() if user.birthday else None,
        "total_points_balance": plain(balance(realm.db, user.id, points.id)) if points else 0,
        "email": user.username or "",
        "registered": user.registered,
        "shipping_address": _NOWHERE,
        "billing_address": _NOWHERE,
    }
    status = loyalty_status(realm, user)
    return {"shopper": told} | ({"loyalty_status": status} if status else {})


def _template(chain: Chain) -> dict[str, Any]:
    subject, colour = chain.rules.get("receipt_subject", ""), chain.profile.get("card_background", "")
    return {"template_content": {"subject": subject, "background_color": colour}} if subject or colour else {}


def _is_active(chain: Chain) -> bool:
    return bool(chain.rules.get("receipts_service", True))


RULES = {"receipts_list_for_shopper": for_shopper, "receipts_get": one}
