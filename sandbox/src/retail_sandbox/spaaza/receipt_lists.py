"""Receipts of a chain, page by page, as the chain sees them."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, func, select

from .access import Realm
from .answers import zulu
from .basket_tables import Basket
from .money import plain
from .problems import refusal
from .receipt_parts import Line, Parts
from .receipts import count, tax_lines, voucher, wallet
from .relative_times import moment
from .tables import Branch, Chain, Currency, User

PAGE = 500
"""The largest page, and the usual one."""
_MEMBER = (
    "id", "first_name", "last_name", "address_streetname", "address_housenumber", "address_housenumber_extension",
    "address_towncity", "address_postalcode", "country_code", "gender", "username", "signup_channel", "address_line_2",
    "address_line_3", "address_regionstate", "member_number", "registered",
)  # fmt: skip


def chains_receipts(realm: Realm) -> dict[str, Any]:
    """A page of the chain's receipts, the oldest first, and how many there are in all."""
    wanted = filters(realm)
    total = realm.db.scalar(select(func.count()).select_from(Basket).where(*wanted))
    size = min(realm.given.get("number_results", PAGE), PAGE)
    page = select(Basket).where(*wanted).order_by(Basket.id).offset(realm.given["results_offset"]).limit(size)
    baskets = realm.db.scalars(page).all()
    parts = Parts(realm.db, baskets)
    told = [_receipt(realm, basket, parts) for basket in baskets]
    return {"results_count_total": total, "receipts": told}


def filters(realm: Realm) -> list[ColumnElement[bool]]:
    """What a list of the chain's receipts asks for.

    Raises:
        Problem: 416, a branch is named in two ways; 144, the chain has no such branch; 68, it has no such member.
    """
    chain = realm.need("read")
    wanted = [Basket.chain_id == chain.id]
    if realm.given.get("user_id") is not None:
        wanted.append(Basket.user_id == realm.member(("user_id",)).id)
    if "retailer_basket_code" in realm.given:
        wanted.append(Basket.code == realm.given["retailer_basket_code"])
    branch = _branch(realm, chain)
    if branch is not None:
        wanted.append(Basket.branch_id == branch.id)
    earliest, latest = moment(realm, "min_created_datetime"), moment(realm, "max_created_datetime")
    if earliest is not None:
        wanted.append(Basket.created_at >= earliest)
    if latest is not None:
        # A receipt tells its moment in whole seconds: one of this second was made at this moment.
        wanted.append(Basket.created_at < latest.replace(microsecond=0) + timedelta(seconds=1))
    return wanted


def _branch(realm: Realm, chain: Chain) -> Branch | None:
    number, code = realm.given.get("branch_business_id"), realm.given.get("branch_business_owner_code")
    if number is None and code is None:
        return None
    if number is not None and code is not None:
        raise refusal("416", "Name the branch in one way: branch_business_id or branch_business_owner_code")
    named = Branch.id == number if number is not None else Branch.owner_code == code
    branch = realm.db.scalars(select(Branch).where(Branch.chain_id == chain.id, named)).first()
    if branch is None:
        raise refusal("144", f"The chain has no branch {number or code}")
    return branch


def _receipt(realm: Realm, basket: Basket, parts: Parts) -> dict[str, Any]:
    db = realm.db
    lines, earned = parts.lines(basket), parts.earned(basket)
    currency = db.get_one(Currency, basket.currency_id)
    shopper = db.get(User, basket.user_id) if basket.user_id is not None else None
    payments = [
        {"payment_method": each["method"], "payment_amount": plain(Decimal(each["amount"]))} for each in basket.payments
    ]
    return {
        "id": basket.id,
        "retailer_basket_code": basket.code,
        "timestamp": zulu(basket.created_at),
        "type": basket.platform,
        "quantity": plain(count(lines)),
        "currency": {
            "currency_id": currency.id,
            "currency_code": currency.code,
            "currency_name_en": currency.name,
            "currency_symbol": currency.symbol,
        },
        "subtotal": plain(basket.total if basket.items_subtotal is None else basket.items_subtotal),
        "total_value": plain(basket.total),
        "shipping_charge": plain(basket.shipping_charge),
        "payment_methods": payments or None,
        "employee": {"code": basket.employee_code, "name": basket.employee_name},
        "line_items": [_line(line) for line in lines],
        "tax_lines": tax_lines(basket) or None,
        "chain": _chain(realm, basket),
        "shopper": _shopper(basket, shopper) if shopper else None,
        "notes": basket.notes,
        "monetary_wallet": wallet(earned.get("wallet")),
        "points_wallet": wallet(earned.get("points_wallet")),
        "basket_vouchers": [voucher(each) for each in parts.redeemed(basket)],
    }


def _line(line: Line) -> dict[str, Any]:
    item, variant = line.item, line.variant
    return {
        "name": line.name,
        "retailer_product_code": item.product_code or (line.product.code if line.product else None),
        "quantity": plain(line.quantity),
        "item_is_promotional": item.promotional,
        "sale_price": plain(line.price),
        "original_price": plain(item.original_price),
        "basket_item_subtotal": plain(line.subtotal),
        "is_identified": item.identified,
        "excluded_from_spaaza": item.excluded,
        "barcode": item.barcode,
        "sku": line.sku,
        "description": line.product.description if line.product else None,
        "metadata": {
            "barcode": item.barcode,
            "color": variant.colour if variant else None,
            "size": variant.size if variant else None,
        },
    }


def _chain(realm: Realm, basket: Basket) -> dict[str, Any]:
    chain = realm.db.get_one(Chain, basket.chain_id)
    currency = realm.db.get_one(Currency, chain.currency_id)
    branch = realm.db.get(Branch, basket.branch_id) if basket.branch_id is not None else None
    return {
        "id": chain.id,
        "name": chain.name,
        "type": chain.entity_type,
        "email": chain.profile.get("email"),
        "currency": currency.name,
        "currency_symbol": currency.symbol,
        "receipts_service_active": bool(chain.rules.get("receipts_service", True)),
        "business": _business(branch) if branch else None,
        "webhook_config_url": None,
        "webhook_config_basic_auth_user": None,
        "webhook_config_basic_auth_pass": None,
    }


def _business(branch: Branch) -> dict[str, Any]:
    fields = branch.fields
    address = {name: fields.get(name) for name in ("address_1", "address_2", "address_3", "towncity", "postalcode")}
    place = {name: float(fields[name]) if fields.get(name) else None for name in ("latitude", "longitude")}
    return {"id": branch.id, "name": branch.name, "branch_code": branch.owner_code, "address": address | place}


def _shopper(basket: Basket, user: User) -> dict[str, Any]:
    return {name: getattr(user, name) for name in _MEMBER} | {
        "birthday": user.birthday.isoformat() if user.birthday else None,
        "email": user.username,
        "send_email_receipt": bool(basket.send_email_receipt),
        "member_program": {
            "program_name": basket.member_programme or "spaaza",
            "member_number": user.member_number,
        },
        "shipping_address": None,
        "billing_address": None,
    }


RULES = {"receipts_list": chains_receipts}
