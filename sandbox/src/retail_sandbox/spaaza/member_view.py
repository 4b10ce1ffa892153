"""Members as answers show them."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import select

from .access import Realm
from .answers import iso
from .campaign_tables import Campaign, LoyaltyLevel, Standing
from .money import ZERO, plain
from .standings import counting, earned, levels_of, points_wallet_id, rules_of, threshold
from .statistics import shopping
from .tables import Branch, User
from .wallets import balance

ADDRESS = (
    "country_code", "address_streetname", "address_housenumber", "address_housenumber_extension", "address_line_2",
    "address_line_3", "address_towncity", "address_regionstate", "address_postalcode",
)  # fmt: skip
"""What tells where a member lives. It is null when unknown."""
_LEFT_OUT = ("member_number", "first_name", "last_name", "gender", "phone_number", "language", "referral_code")
"""What is left out when it is unknown."""


def user_info(realm: Realm, user: User) -> dict[str, Any]:
    """A member, or an administrator, in full."""
    told: dict[str, Any] = {"id": user.id, "user_id": user.id, "username": user.username}
    told |= {name: value for name in _LEFT_OUT if (value := getattr(user, name)) is not None}
    if user.language is not None:
        told["lang_code"] = user.language.split("-")[0]
    if user.birthday is not None:
        told["birthday"] = iso(user.birthday)
    told["obfuscated"] = user.obfuscated
    if user.chain_id is None:
        return told | {"mailing_list": None, "entity_code": None}
    told |= {name: getattr(user, name) for name in ADDRESS}
    told |= {
        "authentication_point_identifier": user.authentication_point_identifier,
        "auxiliary_identifier": user.auxiliary_identifier,
        "entity_code": entity_card(user),
        "mailing_list": mailing_list(user),
        "opt_in_programme": opt_in_programme(user),
        "opt_in_secondary": user.opt_in_secondary,
        "signup_channel": user.signup_channel,
        "registered": user.registered,
        "is_employee": user.is_employee,
        "push_notification_subscription": {"subscribed": False, "subscriptions": []},
        "loyalty_status": loyalty_status(realm, user),
        "referring_user": _referring_user(realm, user),
    }
    return told | _stores(realm, user) | shopping(realm, user)


def entity_card(user: User) -> dict[str, Any]:
    """A member's number, and who gave it."""
    return {"type": user.entity_code_type, "code": user.member_number}


def mailing_list(user: User) -> dict[str, bool]:
    """What a member gets by mail."""
    return {
        "mailing_list_sub_offered": user.mailing_list_sub_offered,
        "mailing_list_subscribed": user.mailing_list_subscribed,
        "printed_mailing_list_subscribed": user.printed_mailing_list_subscribed,
    }


def opt_in_programme(user: User) -> dict[str, Any]:
    """Whether a member is in the programme, and since when."""
    joined = user.programme_joined_at
    return {"programme_opted_in": user.programme_opted_in, "join_date": iso(joined) if joined else None}


def loyalty_status(realm: Realm, user: User) -> dict[str, Any] | None:
    """A member's level, and what it takes to stay and to rise; None without one.

    With several programmes it is that of the first.
    """
    db = realm.db
    query = (
        select(Standing, LoyaltyLevel, Campaign)
        .join(LoyaltyLevel, LoyaltyLevel.id == Standing.loyalty_level_id)
        .join(Campaign, Campaign.id == Standing.campaign_id)
        .where(Standing.user_id == user.id)
        .order_by(Standing.campaign_id)
        .limit(1)
    )
    row = db.execute(query).one_or_none()
    if row is None:
        return None
    standing, level, campaign = row
    told: dict[str, Any] = {
        "campaign_id": campaign.id,
        "name": level.name,
        "description": level.description,
        "loyalty_level_id": level.id,
    }
    wallet_id = points_wallet_id(campaign)
    if wallet_id is not None:
        points = counting(standing, balance(db, user.id, wallet_id))
        told["points_balance_current"] = plain(points)
        next_from = _next_threshold(realm, level)
        if next_from is not None:
            told["points_to_proceed_next_level"] = plain(max(next_from - points, ZERO))
        if level.maintenance_points is not None:
            so_far = earned(db, standing, wallet_id, realm.now + timedelta(microseconds=1))
            told["points_to_remain_current_level"] = plain(max(level.maintenance_points - so_far, ZERO))
            told["maintenance_points_level"] = plain(level.maintenance_points)
    return told | {
        "last_review_date": iso(standing.reviewed_at),
        "next_review_date": iso(standing.next_review_at),
        "date_reached": iso(standing.reached_at),
    }


def _next_threshold(realm: Realm, level: LoyaltyLevel) -> Decimal | None:
    """The points from which the next level is reached that points lead to; None at the top."""
    rules = rules_of(realm.db, level.campaign_id)
    above = (each for each in levels_of(realm.db, level.campaign_id) if each.position > level.position)
    return next((points for each in above if each.automated and (points := threshold(each, rules)) is not None), None)


def _referring_user(realm: Realm, user: User) -> dict[str, Any] | None:
    if user.referring_user_id is None:
        return None
    sender = realm.db.get(User, user.referring_user_id)
    told: dict[str, Any] = {"id": user.referring_user_id}
    return told | {"referral_code": sender.referral_code} if sender and sender.referral_code else told


def _stores(realm: Realm, user: User) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for kind, id in (("signup", user.signup_store_id), ("home", user.home_store_id)):
        branch = realm.db.get(Branch, id) if id is not None else None
        if branch is not None:
            told[f"{kind}_store"] = {f"{kind}_store_id": branch.id, f"{kind}_store_name": branch.name}
    return told
