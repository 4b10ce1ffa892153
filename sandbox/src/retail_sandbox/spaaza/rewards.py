"""When campaigns reward: what others tell of a member, and what comes of it.

Only members who have joined the programme are rewarded. Levels are looked at whenever something was given.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from sqlalchemy import exists, select

from . import earning, loyalty, wallets
from .access import Realm
from .answers import Told
from .basket_tables import Basket, BasketItem
from .campaign_tables import Campaign, LedgerEntry
from .giving import achievement, give, is_left, is_running, recipient, running, takes_part
from .problems import warning
from .tables import User

_HOLDER = ("user_id", "member_number", "authentication_point_identifier")
"""The ways to name a member here."""


def signed_up(realm: Realm, user: User) -> None:
    """A member has joined the programme: with their account, or by opting in later. Each campaign gives once; an
    invitation that they came by counts now."""
    if takes_part(user):
        _reward_once(realm, user, running(realm, user.chain_id, "signup"))
        referred(realm, user)


def logged_in(realm: Realm, user: User) -> None:
    """A member has logged in. A campaign that names channels rewards those who come by one of them."""
    if takes_part(user):
        channel = _channel(realm)
        open_to = [
            campaign
            for campaign in running(realm, user.chain_id, "login")
            if channel in campaign.rules.get("channels", [channel])
        ]
        _reward_once(realm, user, open_to)
        loyalty.settle(realm, user)


def profile_changed(realm: Realm, user: User) -> None:
    """Something about a member was written. A profile that has all that a campaign asks for is complete."""
    if takes_part(user):
        complete = [
            campaign
            for campaign in running(realm, user.chain_id, "profile_completion")
            if all(getattr(user, name, None) not in (None, "") for name in campaign.rules.get("fields", []))
        ]
        _reward_once(realm, user, complete)
        loyalty.settle(realm, user)


def referred(realm: Realm, user: User) -> None:
    """A member has come on another's invitation, and is in the programme; `referring_user_id` says whose."""
    if takes_part(user):
        for campaign in running(realm, user.chain_id, "referral"):
            if not campaign.rules.get("on_first_purchase", False):
                _reward_both(realm, user, campaign)
        loyalty.settle(realm, user)


def purchased(realm: Realm, user: User, basket: Basket, items: Sequence[BasketItem]) -> list[LedgerEntry]:
    """A member has bought: wallets fill, targets come nearer, invitations pay, and the level follows.

    To be called once for a basket, when the shares of its vouchers and what it brought back are stored.

    Args:
        realm: The call.
        user: The member.
        basket: The purchase.
        items: What was bought; without any it is no purchase, and nothing happens.

    Returns:
        What came to the buyer's wallets, in the order in which it came.
    """
    if not items or not takes_part(user):
        return []
    campaigns: defaultdict[str, list[Campaign]] = defaultdict(list)
    for campaign in running(realm, user.chain_id, "cashback", "progress", "purchase_count", "referral"):
        campaigns[campaign.type].append(campaign)
    purchase = earning.look(realm, basket, items)
    entries = [
        *earning.earn(realm, user, purchase, campaigns["cashback"]),
        *earning.approach(realm, user, purchase, campaigns["progress"]),
        *earning.count(realm, user, purchase, campaigns["purchase_count"]),
    ]
    if user.referring_user_id is not None and _is_first(realm, user, basket):
        for campaign in campaigns["referral"]:
            if campaign.rules.get("on_first_purchase", False):
                entry = _reward_both(realm, user, campaign, basket.id)
                if entry is not None:
                    earning.share_out(realm, entry, purchase.worths)
                    entries.append(entry)
    loyalty.settle(realm, user)
    return entries


def interact(realm: Realm) -> Any:
    """Lets a member take part in a campaign of interaction.

    Chosen: a campaign of another type, and a member outside the programme, are refused (424).
    """
    chain = realm.need("read")
    realm.need_app("user")
    user = realm.member(_HOLDER)
    campaign = realm.db.get(Campaign, realm.given["campaign_id"])
    if campaign is None or campaign.chain_id != chain.id:
        raise realm.refusal("246")
    if campaign.type != "interaction" or not takes_part(user):
        raise realm.refusal("424", hint="Members of the programme take part in campaigns of interaction")
    if not is_running(campaign, realm.now):
        raise realm.refusal("449")
    won = achievement(realm, user, campaign)
    if not is_left(campaign, won, once=False):
        return Told({"success": True}, [warning("450")])
    _pay(realm, user, campaign)
    give(realm, user, campaign, won)
    loyalty.settle(realm, user)
    return {"success": True}


def _reward_once(realm: Realm, user: User, campaigns: Sequence[Campaign]) -> None:
    for campaign in campaigns:
        won = achievement(realm, user, campaign)
        if is_left(campaign, won, once=True):
            give(realm, user, campaign, won)


def _reward_both(realm: Realm, friend: User, campaign: Campaign, basket_id: int | None = None) -> LedgerEntry | None:
    """Rewards an invitation once: the friend who came, and the member who invited them."""
    sender = realm.db.get(User, friend.referring_user_id) if friend.referring_user_id is not None else None
    if sender is None or sender.id == friend.id or sender.chain_id != friend.chain_id:
        return None
    came = achievement(realm, friend, campaign)
    if came.count:
        return None
    came.count = 1
    entry = None
    if "reward" in campaign.rules:
        rewards = came.rewards
        entry = give(realm, friend, campaign, came, basket_id=basket_id)
        came.rewards = rewards  # which counts the invitations that one has sent
    brought = achievement(realm, sender, campaign)
    if "sender_reward" in campaign.rules and takes_part(sender) and is_left(campaign, brought, once=False):
        give(realm, sender, campaign, brought, reward=campaign.rules["sender_reward"])
        loyalty.settle(realm, sender)
    return entry


def _is_first(realm: Realm, user: User, basket: Basket) -> bool:
    earlier = select(Basket.id).where(Basket.user_id == user.id, Basket.id != basket.id)
    earlier = earlier.where(exists().where(BasketItem.basket_id == Basket.id)).limit(1)
    return realm.db.scalar(earlier) is None


def _pay(realm: Realm, user: User, campaign: Campaign) -> None:
    """Takes what an interaction costs from the campaign's wallet."""
    cost = Decimal(campaign.rules.get("points_cost", 0))
    wallet = recipient(realm, campaign)
    if wallet is None or not cost:
        return
    if wallets.balance(realm.db, user.id, wallet.id) < cost:
        raise realm.refusal("451")
    wallets.move(realm, user, wallet, -cost, kind=wallets.REDEMPTION, cause=campaign.type, contributor=campaign)


def _channel(realm: Realm) -> str | None:
    """By what a request came: `mobile`, `pos`, `import`; None where it does not say."""
    try:
        told: Any = json.loads(realm.call.request.headers.get("X-Spaaza-Request", ""))
        return str(told["client_channel"])
    except (ValueError, LookupError, TypeError):
        return None


RULES: Mapping[str, Callable[[Realm], Any]] = {"campaigns_interact": interact}
"""The operations that are served here."""
