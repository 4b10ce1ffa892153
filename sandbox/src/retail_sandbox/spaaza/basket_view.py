"""Baskets as answers show them: stored ones, and those that were only priced."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC
from decimal import Decimal
from typing import Any

from .access import Realm
from .answers import iso, utc_text
from .basket_input import PROGRAMME, Given, zone_of
from .basket_parts import Parts, parts_of
from .basket_tables import Basket, BasketItem, ReturnedItem, Variant
from .campaign_tables import Campaign, LedgerEntry, Voucher
from .money import ZERO, plain
from .problems import version_of
from .tables import User

_NEW_NAMES = (1, 1, 8)
"""The version from which answers have today's names alone."""


def stored_basket(realm: Realm, basket: Basket) -> dict[str, Any]:
    """A stored basket, and whose it is."""
    parts = parts_of(realm.db, basket)
    view = _View(realm, basket, parts)
    told = {"id": basket.id, **view.head(), **view.body()}
    told["basket_tax"] = [{"id": tax["id"], "basket_id": basket.id, **_tax(tax)} for tax in basket.taxes]
    if version_of(realm.call) < _NEW_NAMES:
        told |= _as_before(basket, parts)
    return {"basket": told, "user": _shopper(realm, basket)}


def priced_basket(realm: Realm, basket: Basket, given: Given) -> dict[str, Any]:
    """A basket that will not stay, as it was sent and with what applies to it.

    What the purchase would make has no ids and keys yet, and what it would redeem is claimed still.
    """
    parts = parts_of(realm.db, basket)
    view = _View(realm, basket, parts, provisional=True)
    currency = parts.currencies[basket.currency_id]
    told = {
        **view.head(),
        "basket_currency": {"currency_id": currency.id, "currency_code": currency.code},
        **view.body(),
        "basket_tax": [_tax(tax) for tax in basket.taxes],
        "basket_total_price": plain(given.total or ZERO),
        "basket_total_price_adjusted": plain(basket.total),
    }
    if basket.items_subtotal is not None:
        told["basket_items_subtotal"] = plain(basket.items_subtotal)
    if basket.notes is not None:
        told["basket_notes"] = basket.notes
    if "payment_method" in given.basket:
        told["payment_method"] = given.basket["payment_method"]
    return {"entity": dict(given.entity), "user": _shopper(realm, basket), "basket": told}


class _View:
    """One basket.

    Args:
        realm: The call.
        basket: The basket.
        parts: What belongs to it.
        provisional: Whether it will not stay.
    """

    def __init__(self, realm: Realm, basket: Basket, parts: Parts, *, provisional: bool = False) -> None:
        self._realm = realm
        self._basket = basket
        self._parts = parts
        self._provisional = provisional
        self._fresh = {each.id for each in parts.returns}
        self._entries = {entry.id: entry for entry in parts.entries}

    def head(self) -> dict[str, Any]:
        """What it says of itself."""
        basket = self._basket
        zone = zone_of(basket.timezone) or UTC
        told: dict[str, Any] = {
            "chain_id": basket.chain_id,
            "basket_platform_type": basket.platform,
            "currency_id": basket.currency_id,
            "basket_total_price": plain(basket.total),
            "shipping_charge": plain(basket.shipping_charge),
            "basket_timestamp_iso8601": basket.bought_at.astimezone(zone).isoformat(timespec="seconds"),
            "basket_timezone_name": basket.timezone,
            "retailer_basket_code": basket.code,
            "payment_methods": [
                {"payment_method": each["method"], "payment_amount": plain(Decimal(each["amount"]))}
                for each in basket.payments
            ],
            "supplementary_basket_codes": list(self._parts.codes) or None,
            "employee": {"employee_code": basket.employee_code, "employee_name": basket.employee_name},
        }
        optional = {"basket_country_code": basket.country_code, "voucher_locking_code": basket.locking_code}
        return told | {name: value for name, value in optional.items() if value is not None}

    def body(self) -> dict[str, Any]:
        """Its items, vouchers, returns and earnings."""
        redeemed = self._parts.redeemed
        return {
            "basket_items": [self._line(item) for item in self._parts.items],
            "basket_vouchers_applied": [self._voucher(each) for each in redeemed if self._is_applied(each)],
            "honour_vouchers_applied": [self._voucher(each) for each in redeemed if each.type == "honour"],
            "return_transactions": [self._return(each.id, each.basket_id) for each in self._parts.returns],
            "regenerated_rewards": [self._voucher(each) for each in redeemed if self._is_regenerated(each)],
            "purchase_progress": [self._progress(entry) for entry in self._parts.entries] or None,
        }

    def _is_regenerated(self, voucher: Voucher) -> bool:
        return voucher.return_transaction_id in self._fresh

    def _is_applied(self, voucher: Voucher) -> bool:
        """Whether it is one for the whole basket. What a price would regenerate is told apart only."""
        return voucher.type in ("basket", "basket_pct") and not (self._provisional and self._is_regenerated(voucher))

    def _line(self, item: BasketItem) -> dict[str, Any]:
        product = self._parts.products.get(item.product_id or 0)
        variant = self._parts.variants.get(item.variant_id or 0)
        told: dict[str, Any] = {
            "spaaza_product_id": item.product_id,
            "product_name": item.name,
            "retailer_product_code": item.product_code,
            "item_barcode": item.barcode,
            "inventory_owner_code": None,
            "item_type": item.type,
            "item_quantity": plain(item.quantity),
            "item_is_promotional": item.promotional,
            "item_price": plain(item.price),
            "item_original_price": plain(item.original_price),
            "item_subtotal": plain(item.subtotal),
            "is_identified": item.identified,
            "excluded_from_spaaza": item.excluded,
        }
        optional = {
            "retailer_item_code": item.code,
            "retailer_product_variant_code": item.variant_code,
            "spaaza_product_variant_id": item.variant_id,
            "item_quantity_unit": item.quantity_unit,
        }
        told |= {name: value for name, value in optional.items() if value is not None}
        if product is not None:
            told["product"] = {
                "id": product.id,
                "owner_code": product.code,
                "name": product.name,
                "description": product.description,
                "price": plain(product.price),
                "brand": product.brand,
                "season": product.season,
                "category": product.category,
                "webshop_url": product.web_url,
                "image_url": product.image_url,
                "last_modified_date": utc_text(product.modified_at),
                "created_date": utc_text(product.created_at),
            } | ({"product_variant": _variant(variant)} if variant else {})
        return told | self._spread(item)

    def _spread(self, item: BasketItem) -> dict[str, Any]:
        """What of vouchers and earnings falls to an item; nothing where nothing does."""
        parts = self._parts
        vouchers = [
            {**self._named(parts.vouchers[each.voucher_id]), "voucher_amount": plain(each.amount)}
            for each in parts.item_vouchers.get(item.id, ())
        ]
        shares = [self._share(parts.vouchers[each.voucher_id], each.amount) for each in parts.shares.get(item.id, ())]
        earned = [
            self._of_campaign(self._entries[each.entry_id])
            | {"purchase_progress_distribution_amount": plain(each.amount)}
            for each in parts.earned.get(item.id, ())
        ]
        told = {
            "item_vouchers": vouchers,
            "basket_voucher_distribution": shares,
            "purchase_progress_distribution": earned,
        }
        return {name: value for name, value in told.items() if value}

    def _share(self, voucher: Voucher, amount: Decimal) -> dict[str, Any]:
        return {
            "voucher_campaign_id": voucher.campaign_id,
            "voucher_campaign_title": self._parts.campaigns[voucher.campaign_id].title,
            **self._named(voucher),
            "voucher_type": voucher.type,
            "voucher_distribution_amount": plain(amount),
        }

    def _named(self, voucher: Voucher) -> dict[str, Any]:
        if self._provisional and self._is_regenerated(voucher):
            return {"voucher_key": None, "voucher_id": None}
        return {"voucher_key": voucher.key, "voucher_id": voucher.id}

    def _voucher(self, voucher: Voucher) -> dict[str, Any]:
        campaign = self._parts.campaigns[voucher.campaign_id]
        currency = self._parts.currencies.get(voucher.currency_id or 0)
        whole = voucher.amount if voucher.amount is not None else voucher.amount_redeemed
        is_new = self._provisional and self._is_regenerated(voucher)
        redeemed_at = None if self._provisional else voucher.redeemed_at
        return {
            **self._named(voucher),
            "voucher_status": "claimed" if self._provisional else voucher.status,
            "voucher_locked": voucher.locked(self._realm.now) and not is_new,
            "campaign_id": campaign.id,
            "campaign_type": campaign.type,
            "campaign_title": campaign.title,
            "voucher_expiry_datetime_utc": utc_text(voucher.expires_at),
            "voucher_expiry_seconds_remaining": max(int((voucher.expires_at - self._realm.now).total_seconds()), 0),
            "voucher_redeemed_datetime": iso(redeemed_at) if redeemed_at else None,
            **self._origin(voucher),
            "voucher_currency_id": voucher.currency_id,
            "voucher_currency_symbol": currency.symbol if currency else None,
            "voucher_amount_original": plain(whole),
            "voucher_amount_redeemed": plain(voucher.amount_redeemed),
            "voucher_amount": plain(voucher.amount_redeemed),
            "voucher_text": voucher.text or "",
            "voucher_type": voucher.type,
            "voucher_basket_owner_code_exclusive": voucher.basket_code_exclusive or "",
            "voucher_locking_code": voucher.locking_code or "",
            "voucher_honour_code": voucher.honour_code,
            "redeeming_basket": None if self._provisional else _reference(self._basket),
        }

    def _origin(self, voucher: Voucher) -> dict[str, Any]:
        """The return that made a voucher, and the redeemed voucher that it has its value of."""
        parent = self._parts.vouchers.get(voucher.parent_voucher_id or 0)
        basket = self._parts.baskets.get(parent.redeeming_basket_id or 0) if parent else None
        made_here = self._is_regenerated(voucher)
        return {
            "generating_return_transaction": {
                "return_transaction_id": None if self._provisional else voucher.return_transaction_id,
                "returning_basket_id": None if self._provisional else self._basket.id,
                "returning_basket_retailer_basket_code": self._basket.code,
            }
            if made_here
            else None,
            "parent_voucher": {
                "voucher_id": parent.id,
                "voucher_key": parent.key,
                "voucher_redeemed_datetime": iso(parent.redeemed_at),
                "voucher_amount_original": plain(parent.amount or parent.amount_redeemed),
                "voucher_amount_redeemed": plain(parent.amount_redeemed),
                "voucher_amount": plain(parent.amount_redeemed),
                "redeeming_basket": _reference(basket),
            }
            if parent is not None and basket is not None and parent.redeemed_at is not None
            else None,
        }

    def _return(self, id: int, basket_id: int) -> dict[str, Any]:
        items = [self._returned(each) for each in self._parts.returned.get(id, ())]
        told = {"basket_id": basket_id, "returned_items": items}
        return told if self._provisional else {"id": id, **told, "returning_basket_id": self._basket.id}

    def _returned(self, row: ReturnedItem) -> dict[str, Any]:
        told: dict[str, Any] = {} if self._provisional else {"id": row.id, "return_transaction_id": row.return_id}
        told |= {
            "item_id": row.item_id,
            "return_price": plain(row.price),
            "quantity": plain(row.quantity),
            "owner_code": row.code,
            "sale_price": plain(self._parts.originals[row.item_id].price),
        }
        refunds = [
            {
                "voucher_key": self._parts.vouchers[each.voucher_id].key,
                "voucher_id": each.voucher_id,
                "campaign_id": self._parts.vouchers[each.voucher_id].campaign_id,
                "amount": plain(each.amount),
            }
            for each in self._parts.refunds.get(row.id, ())
        ]
        reclaims = [
            {"campaign_id": entry.campaign_id, "amount": plain(entry.amount)}
            for entry in self._parts.entries
            if entry.returned_item_id == row.id
        ]
        told |= {"voucher_distribution_refunds": refunds} if refunds else {}
        return told | ({"purchase_progress_distribution_reclaims": reclaims} if reclaims else {})

    def _progress(self, entry: LedgerEntry) -> dict[str, Any]:
        told = self._of_campaign(entry) | {"purchase_progress_amount": plain(entry.amount)}
        if entry.returned_item_id is None or self._provisional:
            return told
        row = next(each for rows in self._parts.returned.values() for each in rows if each.id == entry.returned_item_id)
        return told | {"return_transaction_id": row.return_id, "returned_item_id": row.id}

    def _of_campaign(self, entry: LedgerEntry) -> dict[str, Any]:
        wallet = self._parts.campaigns[entry.campaign_id]
        contributor = self._parts.campaigns.get(entry.contributing_campaign_id or 0)
        return {
            "purchase_progress_campaign_id": wallet.id,
            "purchase_progress_campaign_title": wallet.title,
            "purchase_progress_campaign_type": wallet.type,
            "contributing_campaign": _contributor(contributor) if contributor else None,
        }


def _contributor(campaign: Campaign) -> dict[str, Any]:
    return {"campaign_id": campaign.id, "campaign_title": campaign.title, "campaign_type": campaign.type}


def _reference(basket: Basket) -> dict[str, Any]:
    return {"basket_id": basket.id, "retailer_basket_code": basket.code}


def _variant(variant: Variant) -> dict[str, Any]:
    return {
        "id": variant.id,
        "condition": "new",
        "colour": variant.colour,
        "barcode": [variant.barcode],
        "size": variant.size,
        "price": plain(variant.price),
        "cost_price": plain(variant.cost_price),
        "image_url": variant.image_url,
        "web_url": variant.web_url,
        "last_modified_date": utc_text(variant.modified_at),
        "created_date": utc_text(variant.created_at),
    }


def _tax(tax: Mapping[str, Any]) -> dict[str, Any]:
    return {"tax_rate": plain(Decimal(tax["rate"])), "tax_total": plain(Decimal(tax["total"]))}


def _shopper(realm: Realm, basket: Basket) -> dict[str, Any] | None:
    """The member; of another programme, its name alone; None for nobody known."""
    user = realm.db.get(User, basket.user_id) if basket.user_id is not None else None
    if user is None:
        foreign = basket.member_programme is not None and basket.member_programme.casefold() != PROGRAMME
        return {"member_programme": basket.member_programme} if foreign else None
    told: dict[str, Any] = {"member_programme": basket.member_programme or PROGRAMME}
    if user.member_number is not None:
        told["member_number"] = user.member_number
    told |= {"user_id": user.id, "spaaza_user_id": user.id}
    return told | ({} if basket.send_email_receipt is None else {"send_email_receipt": basket.send_email_receipt})


def _as_before(basket: Basket, parts: Parts) -> dict[str, Any]:
    """What answers had under other names before."""
    currency = parts.currencies[basket.currency_id]
    return ({"business": {"id": basket.branch_id}} if basket.branch_id is not None else {}) | {
        "app_platform_type": basket.platform,
        "currency": {
            "currency_id": currency.id,
            "currency_code": currency.code,
            "currency_name_en": currency.name,
            "currency_symbol": currency.symbol,
        },
        "total_value": plain(basket.total),
        "owner_code": basket.code,
        "items": [_item_before(item) for item in parts.items],
    }


def _item_before(item: BasketItem) -> dict[str, Any]:
    optional = {"item_barcode": item.barcode, "retailer_item_code": item.code}
    return {
        "id": item.id,
        "product_sale_price": plain(item.price),
        "basket_item_quantity": plain(item.quantity),
        "basket_item_subtotal": plain(item.subtotal),
    } | {name: value for name, value in optional.items() if value is not None}
