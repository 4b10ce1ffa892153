"""Vouchers as answers show them. A list is looked up as a whole: no query for each voucher."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from .access import Realm
from .answers import iso, utc_text
from .basket_tables import Basket, Product, ReturnTransaction
from .campaign_tables import Campaign, Voucher
from .localising import localised_fields
from .money import ZERO, plain
from .rows import by_id
from .tables import Currency, User

_IMAGE = ("filename", "url", "link", "dimension_x", "dimension_y")


def voucher_info(realm: Realm, voucher: Voucher, **more: Any) -> dict[str, Any]:
    """A voucher, with its campaign, its currency, who made it, what redeemed it and what it came from.

    Args:
        realm: The call.
        voucher: The voucher.
        more: Fields to add, or to have in place of those that are there.
    """
    return voucher_infos(realm, [voucher])[0] | more


def voucher_infos(realm: Realm, vouchers: Sequence[Voucher]) -> list[dict[str, Any]]:
    """Several vouchers, in their order, each as `voucher_info` tells it."""
    around = _look_around(realm.db, vouchers)
    texts = {campaign.id: _of_campaign(realm, campaign) for campaign in around.campaigns.values()}
    return [_told(realm, voucher, around, texts[voucher.campaign_id]) for voucher in vouchers]


def held_voucher(realm: Realm, voucher: Voucher) -> dict[str, Any]:
    """A voucher and whose it is, as a call answers that made or changed it."""
    holder = realm.db.get(User, voucher.user_id) if voucher.user_id is not None else None
    card = {"type": holder.entity_code_type or "regular"} if holder else None
    if holder and card and holder.member_number is not None:
        card["code"] = holder.member_number
    return voucher_info(realm, voucher, user_id=voucher.user_id, user_entity_card=card)


@dataclass(frozen=True)
class _Around:
    """What vouchers refer to, by id."""

    campaigns: Mapping[int, Campaign]
    currencies: Mapping[int, Currency]
    creators: Mapping[int, User]
    baskets: Mapping[int, Basket]
    parents: Mapping[int, Voucher]
    returns: Mapping[int, ReturnTransaction]
    products: Mapping[int, Product]


def _look_around(db: Session, vouchers: Sequence[Voucher]) -> _Around:
    parents = by_id(db, Voucher, (each.parent_voucher_id for each in vouchers))
    returns = by_id(db, ReturnTransaction, (each.return_transaction_id for each in vouchers))
    redeemed = (each.redeeming_basket_id for each in [*vouchers, *parents.values()])
    returning = (each.returning_basket_id for each in returns.values())
    return _Around(
        campaigns=by_id(db, Campaign, (each.campaign_id for each in vouchers)),
        currencies=by_id(db, Currency, (each.currency_id for each in vouchers)),
        creators=by_id(db, User, (each.creating_user_id for each in vouchers)),
        baskets=by_id(db, Basket, [*redeemed, *returning]),
        parents=parents,
        returns=returns,
        products=by_id(db, Product, (each.product_id for each in vouchers)),
    )


def _of_campaign(realm: Realm, campaign: Campaign) -> dict[str, Any]:
    told = {"campaign_id": campaign.id, "campaign_type": campaign.type, "campaign_title": campaign.title}
    told |= {f"campaign_image_{name}": campaign.image.get(name) for name in _IMAGE}
    return told | localised_fields(
        realm, campaign, campaign_title_localised="title", campaign_voucher_text_localised="voucher_text"
    )


def _told(realm: Realm, voucher: Voucher, around: _Around, campaign: Mapping[str, Any]) -> dict[str, Any]:
    symbol = around.currencies[voucher.currency_id].symbol if voucher.currency_id is not None else None
    told: dict[str, Any] = {
        "voucher_key": voucher.key,
        "voucher_id": voucher.id,
        "voucher_created_datetime": iso(voucher.created_at),
        "voucher_status": voucher.status,
        "voucher_type": voucher.type,
        **_lock(realm, voucher),
        **campaign,
        "redeeming_basket": _basket(voucher, around),
        "voucher_redeemed_datetime": iso(voucher.redeemed_at) if voucher.redeemed_at else None,
        "voucher_expiry_datetime_utc": utc_text(voucher.expires_at),
        "voucher_expiry_seconds_remaining": max(int((voucher.expires_at - realm.now).total_seconds()), 0),
        "voucher_currency_id": voucher.currency_id,
        "voucher_currency_symbol": symbol,
        "voucher_amount_original": plain(voucher.amount),
        "voucher_amount_redeemed": plain(voucher.amount_redeemed),
        "voucher_amount": plain(voucher.amount),
        "voucher_discount_ratio": plain(voucher.discount_ratio or ZERO),
        "voucher_honour_code": voucher.honour_code,
        "voucher_title": voucher.title,
        "voucher_text": voucher.text,
        "voucher_description": voucher.description,
        "voucher_notes": voucher.notes,
        "voucher_image_url": voucher.image_url,
    }
    localised = campaign.get("campaign_voucher_text_localised")
    if localised is not None and voucher.text == around.campaigns[voucher.campaign_id].voucher_text:
        told["voucher_text_localised"] = localised
    return told | _creator(voucher, around) | _origin(voucher, around) | _product(voucher, around)


def _lock(realm: Realm, voucher: Voucher) -> dict[str, Any]:
    """Until when it is locked and by what: only while it is."""
    if voucher.locked_until is None or not voucher.locked(realm.now):
        return {"voucher_locked": False}
    told: dict[str, Any] = {"voucher_locked": True, "voucher_locked_until": utc_text(voucher.locked_until)}
    if voucher.locking_code is not None:
        told["voucher_locking_code"] = voucher.locking_code
    if voucher.basket_code_exclusive is not None:
        told["voucher_retailer_basket_code_exclusive"] = voucher.basket_code_exclusive
    return told


def _basket(voucher: Voucher, around: _Around) -> dict[str, Any] | None:
    basket = around.baskets.get(voucher.redeeming_basket_id or 0)
    return {"basket_id": basket.id, "retailer_basket_code": basket.code} if basket else None


def _creator(voucher: Voucher, around: _Around) -> dict[str, Any]:
    user = around.creators.get(voucher.creating_user_id or 0)
    if user is None:
        return {}
    name = " ".join(part for part in (user.first_name, user.last_name) if part)
    return {"creating_user": {"user_id": user.id, "full_name": name or user.username or ""}}


def _origin(voucher: Voucher, around: _Around) -> dict[str, Any]:
    """The redeemed voucher and the return that a voucher came from; nothing for one that was simply issued."""
    told: dict[str, Any] = {}
    given_back = around.returns.get(voucher.return_transaction_id or 0)
    if given_back is not None:
        basket = around.baskets.get(given_back.returning_basket_id or 0)
        told["generating_return_transaction"] = {
            "return_transaction_id": given_back.id,
            "returning_basket_id": given_back.returning_basket_id,
            "returning_basket_retailer_basket_code": basket.code if basket else given_back.code or "",
        }
    parent = around.parents.get(voucher.parent_voucher_id or 0)
    if parent is not None:
        told["parent_voucher"] = {
            "voucher_id": parent.id,
            "voucher_key": parent.key,
            "voucher_redeemed_datetime": iso(parent.redeemed_at) if parent.redeemed_at else None,
            "voucher_amount_original": plain(parent.amount),
            "voucher_amount_redeemed": plain(parent.amount_redeemed),
            "voucher_amount": plain(parent.amount),
            "redeeming_basket": _basket(parent, around),
        }
    return told


def _product(voucher: Voucher, around: _Around) -> dict[str, Any]:
    """The product of a variable price, and its price with the voucher."""
    product = around.products.get(voucher.product_id or 0)
    if product is None or voucher.product_price is None:
        return {}
    told: dict[str, Any] = {"product_name": product.name} if product.name else {}
    told |= {"product_price": plain(product.price), "product_original_price": plain(voucher.product_price)}
    if voucher.currency_id is not None:
        told["product_currency_id"] = voucher.currency_id
    off = voucher.amount or voucher.product_price * (voucher.discount_ratio or ZERO)
    return told | {"product_voucher_price": plain(max(voucher.product_price - off, ZERO))}
