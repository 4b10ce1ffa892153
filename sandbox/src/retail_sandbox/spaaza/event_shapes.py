"""What events show of members, vouchers, wallets and levels."""

from __future__ import annotations

from typing import Any

from .access import Realm
from .answers import iso, zulu
from .basket_tables import Basket, ReturnedItem
from .campaign_tables import Campaign, LedgerEntry, LoyaltyLevel, Voucher
from .localising import in_language
from .money import plain
from .tables import User
from .voucher_view import voucher_info

_ADDRESS = (
    "address_streetname", "address_housenumber", "address_housenumber_extension", "address_line_2", "address_line_3",
    "address_towncity", "address_regionstate", "address_postalcode",
)  # fmt: skip
_AS_THEY_ARE = (
    "username", "first_name", "last_name", "gender", "country_code", "authentication_point_identifier",
    "auxiliary_identifier", "registered", "signup_channel", *_ADDRESS,
)  # fmt: skip
_OF_VOUCHER = (
    "voucher_amount", "voucher_amount_original", "voucher_amount_redeemed", "voucher_currency_id",
    "voucher_currency_symbol", "voucher_expiry_datetime_utc", "voucher_expiry_seconds_remaining", "voucher_id",
    "voucher_key", "voucher_locked", "voucher_status", "voucher_text",
)  # fmt: skip
_IMAGE = ("url", "link", "filename", "dimension_x", "dimension_y")


def shopper(user: User) -> dict[str, Any]:
    """A member, as user events tell."""
    told: dict[str, Any] = {
        "object": "shopper",
        "spaaza_id": user.id,
        "chain_id": user.chain_id,
        "created": zulu(user.created_at),
        "did_opt_in": user.programme_opted_in,
        "registered": user.registered,
        "channel": user.signup_channel,
        "username": user.username,
        "contact_email": user.username,
        "entity_code": user.member_number,
        "firstname": user.first_name,
        "lastname": user.last_name,
        "gender": user.gender,
        "birthday": user.birthday.isoformat() if user.birthday else None,
        "phone_number": user.phone_number,
    }
    return told | {name: getattr(user, name) for name in _ADDRESS}


def member(realm: Realm, user: User, *, with_devices: bool = True) -> dict[str, Any]:
    """A member, as all other events tell; those of new vouchers tell neither language nor devices."""
    from .member_view import loyalty_status, mailing_list, opt_in_programme  # it reads wallets

    told: dict[str, Any] = {"id": user.id, "user_id": user.id}
    told |= {name: getattr(user, name) for name in _AS_THEY_ARE}
    told |= {
        "birthday": iso(user.birthday) if user.birthday else None,
        "member_number": _number(user),
        "mailing_list": mailing_list(user),
        "opt_in_programme": opt_in_programme(user),
        "loyalty_status": loyalty_status(realm, user),
    }
    if with_devices:
        told |= {
            "language": user.language,
            "opt_in_secondary": user.opt_in_secondary,
            "push_notification_subscription": {"subscribed": False, "subscriptions": []},
        }
    return told


def _number(user: User) -> dict[str, Any]:
    told: dict[str, Any] = {"code": user.member_number}
    return told | ({"type": user.entity_code_type} if user.entity_code_type else {})


def level(level: LoyaltyLevel) -> dict[str, Any]:
    """A loyalty level."""
    return {
        "id": level.id,
        "campaign_id": level.campaign_id,
        "name": level.name,
        "description": level.description,
        "automated_level_logic": level.automated,
    }


def voucher(realm: Realm, voucher: Voucher) -> dict[str, Any]:
    """What all events tell of a voucher."""
    info = voucher_info(realm, voucher)
    return {name: info[name] for name in _OF_VOUCHER}


def voucher_behind(realm: Realm, voucher_id: int | None, user: User) -> dict[str, Any] | None:
    """The voucher that a change of a wallet has to do with."""
    found = realm.db.get(Voucher, voucher_id) if voucher_id is not None else None
    if found is None:
        return None
    info = voucher_info(realm, found)
    returned = info.get("generating_return_transaction")
    told = {name: info[name] for name in (*_OF_VOUCHER, "voucher_redeemed_datetime")} | {
        "creating_user": info.get("creating_user"),
        "generating_return_transaction": [returned] if returned else [],
        "parent_voucher": info.get("parent_voucher"),
    }
    campaign = realm.db.get_one(Campaign, found.campaign_id)
    text = in_language(campaign, "voucher_text", user.language) if found.text == campaign.voucher_text else None
    return told | ({"voucher_text_localised": text} if text else {})


def person(realm: Realm, user_id: int | None) -> dict[str, Any] | None:
    """Who did something; None where nobody is known."""
    user = realm.db.get(User, user_id) if user_id is not None else None
    if user is None:
        return None
    return {"user_id": user.id, "full_name": " ".join(filter(None, (user.first_name, user.last_name)))}


def basket(realm: Realm, basket_id: int | None) -> dict[str, Any] | None:
    """The purchase behind a change."""
    found = realm.db.get(Basket, basket_id) if basket_id is not None else None
    if found is None:
        return None
    return {
        "id": found.id,
        "retailer_basket_code": found.code,
        "total_value": plain(found.total),
        "created_date": iso(found.created_at),
    }


def wallet(realm: Realm, wallet: Campaign, user: User, contributor_id: int | None) -> dict[str, Any]:
    """The wallet that moved, and the campaign that gave."""
    contributor = realm.db.get(Campaign, contributor_id) if contributor_id is not None else None
    told: dict[str, Any] = {
        "campaign_id": wallet.id,
        "campaign_title": wallet.title,
        "campaign_type": wallet.type,
        "contributing_campaign": (
            {
                "campaign_id": contributor.id,
                "campaign_title": contributor.title,
                "campaign_type": contributor.type,
            }
            if contributor
            else None
        ),
    }
    told |= {f"campaign_image_{name}": wallet.image.get(name) for name in _IMAGE}
    title = in_language(wallet, "title", user.language)
    return told | ({"campaign_title_localised": title} if title else {})


def returned_item(realm: Realm, returned_item_id: int | None) -> dict[str, Any] | None:
    """The returned item for which something was taken back."""
    found = realm.db.get(ReturnedItem, returned_item_id) if returned_item_id is not None else None
    return {"return_transaction_id": found.return_id, "returned_item_id": found.id} if found else None


def progress(realm: Realm, entry: LedgerEntry) -> dict[str, Any]:
    """A movement as the ledger has it."""
    return {
        "id": entry.id,
        "log_message": entry.log_message,
        "mutation_owner": person(realm, entry.mutation_owner_id),
        "uniqid": f"{entry.id:014x}.{entry.id % 10**8:08d}",
    }
