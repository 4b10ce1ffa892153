"""Campaigns and wallets as members see them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from sqlalchemy import func, select

from .access import Realm
from .answers import iso
from .campaign_tables import Achievement, Campaign, LedgerEntry, LoyaltyLevel, LoyaltyRule
from .giving import is_running, recipient, running
from .localising import all_localisations, localised_fields
from .money import ZERO, cents, plain
from .standings import levels_of, rules_of
from .tables import App, Currency, User
from .wallets import balance

_KINDS = {
    "progress": ("progress", "cashback"),
    "basket": ("basket",),
    "product": ("product",),
    "affiliate": (),
    "referral": ("referral",),
    "signup": ("signup",),
    "birthday": ("birthday",),
    "limited_cashback_contribution": (),
}
"""Under what a card shows which types. No campaign here is of a type for the names that have none."""


def told_type(campaign: Campaign) -> str:
    """A campaign's type as answers tell it."""
    return "simple" if campaign.type == "progress" else campaign.type


def promotions(realm: Realm, user: User) -> dict[str, Any]:
    """The campaigns that are open to a member, by kind."""
    types = [type for kind in _KINDS.values() for type in kind]
    campaigns = running(realm, user.chain_id, "loyalty", *types)
    shown = {
        kind: [_promotion(realm, user, campaign) for campaign in campaigns if campaign.type in types]
        for kind, types in _KINDS.items()
    }
    return shown | {"loyalty": [_programme(realm, campaign) for campaign in campaigns if campaign.type == "loyalty"]}


def wallet_info(realm: Realm, user: User, wallet: Campaign) -> dict[str, Any]:
    """A member's wallet. Chosen: there is nothing in a wallet that cannot be spent yet, so the total is the balance."""
    rules, amount = wallet.rules, plain(balance(realm.db, user.id, wallet.id))
    told: dict[str, Any] = {
        "id": wallet.id,
        "chain_id": wallet.chain_id,
        "title": wallet.title,
        "description": wallet.description,
        "notes": wallet.notes or "",
        "active": wallet.active,
        "is_active": is_running(wallet, realm.now),
        "operator_type": "or",
        "created_date": iso(wallet.created_at),
        "last_modified_date": iso(wallet.modified_at),
        "type": wallet.type,
        "parameters": [],
        "currency_id": wallet.currency_id,
        "saved_amount": amount,
        "total_amount": amount,
        "balance_can_subzero": rules.get("balance_can_subzero", False),
        "is_redeemable": rules.get("is_redeemable", True),
        "spend_on_promotional_items": rules.get("spend_on_promotional_items", True),
        "created_voucher_claimed_by_default": rules.get("created_voucher_claimed_by_default", False),
        "voucher_text": wallet.voucher_text or "",
        "voucher_expiry_days": rules.get("voucher_expiry_days", 0),
        "rounding_strategy": rules.get("rounding_strategy", "neutral"),
        "rounding_precision": rules.get("rounding_precision", 2),
    }
    if "max_manual_daily_amount" in rules:
        told["max_manual_daily_amount"] = plain(Decimal(rules["max_manual_daily_amount"]))
    return told | _currency(realm, wallet) | _secondary(realm, wallet) | _texts(realm, wallet)


def _promotion(realm: Realm, user: User, campaign: Campaign) -> dict[str, Any]:
    told: dict[str, Any] = {
        "type": told_type(campaign),
        "campaign_id": campaign.id,
        "title": campaign.title,
        "description": campaign.description,
        "actions": [],
        "supports_contribution": campaign.type not in ("referral", "basket", "product"),
        "is_contributor": campaign.recipient_campaign_id is not None,
    }
    if campaign.recipient_campaign_id is not None:
        told["recipient_campaign_id"] = campaign.recipient_campaign_id
    if "amount" in campaign.rules.get("reward", {}):
        told["reward_money"] = plain(Decimal(campaign.rules["reward"]["amount"]))
    own = _OWN.get(campaign.type)
    more = own(realm, user, campaign) if own else {}
    image = {
        f"image_{name}": campaign.image.get(name) for name in ("filename", "url", "link", "dimension_x", "dimension_y")
    }
    return told | _currency(realm, campaign) | more | image | _texts(realm, campaign)


def _target(realm: Realm, user: User, campaign: Campaign) -> dict[str, Any]:
    target = Decimal(campaign.rules.get("target", 0))
    won = realm.db.get(Achievement, (user.id, campaign.id))
    achieved = won.amount if won else ZERO
    if won and campaign.rules.get("repeats", False):
        achieved -= target * won.rewards
    percentage = cents(min(100 * achieved / target, Decimal(100))) if target else ZERO
    return {"progress": {"target": plain(target), "achieved": plain(achieved), "percentage": plain(percentage)}}


def _cashback(realm: Realm, user: User, campaign: Campaign) -> dict[str, Any]:
    """Spend and earn. What it has given is in its wallet, and can be spent where the wallet's balance can."""
    given = (LedgerEntry.user_id == user.id) & (LedgerEntry.contributing_campaign_id == campaign.id)
    saved = realm.db.scalar(select(func.sum(LedgerEntry.amount)).where(given)) or ZERO
    wallet = recipient(realm, campaign)
    currency = _currency(realm, wallet or campaign)
    spendable = wallet is not None and wallet.rules.get("is_redeemable", True)
    return {
        "earn_percentage": plain(Decimal(campaign.rules.get("earn_percentage", 0))),
        "saved_amount": plain(saved),
        "saved_amount_currency": currency["currency"],
        "saved_amount_currency_symbol": currency["currency_symbol"],
        "total_amount": plain(saved),
        "unlocked_amount": plain(saved if spendable else ZERO),
    }


def _signup(realm: Realm, user: User, campaign: Campaign) -> dict[str, Any]:
    return {"signup_amount": plain(Decimal(campaign.rules.get("reward", {}).get("amount", 0)))}


def _birthday(realm: Realm, user: User, campaign: Campaign) -> dict[str, Any]:
    amount = plain(Decimal(campaign.rules.get("reward", {}).get("amount", 0)))
    return {"gift_amount": amount, "days_before": campaign.rules.get("days_before", 0)}


def _referral(realm: Realm, user: User, campaign: Campaign) -> dict[str, Any]:
    return {"code": user.referral_code} if user.referral_code else {}


_OWN: dict[str, Callable[[Realm, User, Campaign], dict[str, Any]]] = {
    "progress": _target,
    "cashback": _cashback,
    "signup": _signup,
    "birthday": _birthday,
    "referral": _referral,
}
"""What each type shows of its own."""


def _programme(realm: Realm, campaign: Campaign) -> dict[str, Any]:
    levels = levels_of(realm.db, campaign.id)
    app = realm.app or realm.db.scalars(select(App).where(App.chain_id == campaign.chain_id).order_by(App.id)).first()
    told: dict[str, Any] = {
        "id": campaign.id,
        "chain_id": campaign.chain_id,
        "title": campaign.title,
        "description": campaign.description,
        "active": campaign.active,
        "is_active": is_running(campaign, realm.now),
        "created_date": iso(campaign.created_at),
        "last_modified_date": iso(campaign.modified_at),
        "type": campaign.type,
        "currency_id": campaign.currency_id,
        "voucher_text": campaign.voucher_text or "",
        "created_voucher_claimed_by_default": campaign.rules.get("created_voucher_claimed_by_default", False),
        "recipient_campaign_id": campaign.recipient_campaign_id,
        "supports_user_segments": False,
        "user_segment_id": None,
        "loyalty_rules": [_rule(rule, levels) for rule in rules_of(realm.db, campaign.id)],
        "loyalty_levels": [
            {"id": level.id, "campaign_id": campaign.id, "name": level.name, "description": level.description}
            for level in levels
        ],
    }
    if app is not None:
        told["myprice_app_id"] = app.id
    return told | _secondary(realm, campaign) | _texts(realm, campaign)


def _rule(rule: LoyaltyRule, levels: list[LoyaltyLevel]) -> dict[str, Any]:
    level = next((each.name for each in levels if each.id == rule.loyalty_level_id), None)
    told = {
        "id": rule.id,
        "campaign_id": rule.campaign_id,
        "title": rule.title,
        "description": rule.description,
        "type": rule.type,
        "action": rule.action,
        "direction": rule.direction,
        "points_threshold": plain(rule.points_threshold),
        "action_amount": plain(rule.action_amount),
        "action_is_repeatable": rule.repeatable,
        "action_expiry_unit": rule.expiry_unit,
        "action_expiry_quantity": rule.expiry_quantity,
        "operand_campaign_id": rule.operand_campaign_id,
        "level": level,
        "loyalty_level_id": rule.loyalty_level_id,
        "loyalty_level_name": level,
    }
    return {name: value for name, value in told.items() if value is not None}


def _currency(realm: Realm, campaign: Campaign) -> dict[str, Any]:
    currency = realm.currency(campaign.currency_id)
    return {"currency": currency.code, "currency_symbol": currency.symbol}


def _secondary(realm: Realm, campaign: Campaign) -> dict[str, Any]:
    """In what currency to show balances too; all null where there is none."""
    rules = campaign.rules
    code = rules.get("secondary_display_currency")
    found = realm.db.scalars(select(Currency).where(Currency.code == code)).first() if code else None
    factor = rules.get("secondary_display_multiplication_factor")
    return {
        "secondary_display_currency": code,
        "secondary_display_currency_symbol": found.symbol if found else code,
        "secondary_display_multiplication_factor": None if factor is None else plain(Decimal(factor)),
        "secondary_display_rounding_precision": rules.get("secondary_display_rounding_precision"),
    }


def _texts(realm: Realm, campaign: Campaign) -> dict[str, Any]:
    """The texts in the language asked for, where there are such, and in all languages."""
    told = localised_fields(realm, campaign, title_localised="title", voucher_text_localised="voucher_text")
    everything = all_localisations(campaign)
    return told | {"field_localisations": everything} if everything else told
