"""Members: how they come, change, are looked up, and go."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import delete, update

from . import events, rewards
from .access import Realm
from .campaign_tables import Voucher
from .delegation import check_delegate
from .identities import (
    UNIQUE,
    deleted_name,
    free_id,
    free_referral_code,
    identify,
    matching,
    named,
    number,
    sent,
)
from .member_fields import change, signup_channel
from .member_search import search
from .member_view import ADDRESS, user_info
from .problems import refusal
from .tables import Chain, CrossSiteToken, LoginSession, Note, User


def add(realm: Realm) -> dict[str, Any]:
    """Adds a member, or changes the one who is there already."""
    realm.need_app("privileged")
    chain, given = realm.need("assign"), realm.given
    check_delegate(realm, "assign")
    _ask_elsewhere(realm)
    present = matching(realm, sent(given, UNIQUE))
    if not present:
        return _told(realm, _create(realm, chain), user_type="new", updated_existing_user=False)
    if not given.get("update_if_exists"):
        raise refusal("234")
    if len(present) > 1:
        raise refusal("434", "The identifiers are those of several members")
    _update(realm, present[0], given)
    return _told(realm, present[0], user_type="registered", updated_existing_user=True)


def alter(realm: Realm) -> dict[str, Any]:
    """Changes what is sent of a member."""
    realm.need_app("privileged")
    realm.need("assign")
    check_delegate(realm, "assign")
    names = ("user_id",) if realm.kind == "admin" else ("user_id", *UNIQUE)
    way = next((name for name in names if realm.given.get(name) not in (None, "")), None)
    if way is None:
        raise realm.refusal("3", hint=f"Name the member: {' or '.join(names)}")
    user = named(realm, (way,))
    new = {name: value for name, value in realm.given.items() if name != way}
    if "member_number" in new and (new["member_number"] or None) != user.member_number:
        realm.need("write")
        check_delegate(realm, "write")
    _update(realm, user, new)
    return _told(realm, user, user_type="registered")


def get(realm: Realm) -> dict[str, Any]:
    """Looks a member up."""
    realm.need_app("privileged")
    given = realm.given
    if "user_id" not in given and "username" in given:
        realm.need_app("admin")
    realm.need("read")
    ways = ("user_id",) if "user_id" in given else ("username", "authentication_point_identifier", "affiliate_code")
    named_by = [name for name in ways if name in given]
    if not named_by:
        raise realm.refusal(*(("149",) if "fb_access_token" in given else ("267",)))
    columns = {name: "referral_code" if name == "affiliate_code" else name for name in named_by}
    found = (realm.find_member(**{column: given[name]}) for name, column in columns.items())
    user = next((user for user in found if user is not None), None)
    if user is None:
        raise refusal("270")
    check_delegate(realm, "read", user)
    return _told(realm, user)


def remove(realm: Realm) -> dict[str, Any]:
    """Makes all that tells who a member is unreadable. What was bought stays, and what belongs to nobody any more ends:
    sessions, notes, vouchers that are not used yet."""
    if "user_id" not in realm.given:
        realm.need_app("privileged")
    realm.need("delete")
    check_delegate(realm, "delete")
    names = [name for name in ("user_id", "username", "member_number") if realm.given.get(name)]
    if not names:
        raise refusal("267", "Name the member: user_id or username or member_number")
    user = named(realm, (names[0],))
    was_in = user.programme_opted_in
    for name in (*ADDRESS[1:], "gender", "birthday", "phone_number", "language", "password_hash", "opt_in_secondary"):
        setattr(user, name, None)
    user.first_name = user.last_name = "Deleted"
    user.username = deleted_name(user)
    user.authentication_point_identifier = user.auxiliary_identifier = user.programme_joined_at = None
    user.mailing_list_sub_offered = user.mailing_list_subscribed = user.printed_mailing_list_subscribed = False
    user.programme_opted_in = user.registered = False
    user.obfuscated = True
    for table in (LoginSession, CrossSiteToken, Note):
        realm.db.execute(delete(table).where(table.user_id == user.id))
    open_ones = (Voucher.user_id == user.id) & (Voucher.status != "redeemed") & (Voucher.expires_at > realm.now)
    realm.db.execute(update(Voucher).where(open_ones).values(expires_at=realm.now, locked_until=None))
    realm.db.flush()
    if was_in:
        events.user_changed(realm, "shopper.opted-out", user)
    return _told(realm, user)


def _create(realm: Realm, chain: Chain) -> User:
    given, rules = realm.given, chain.rules
    if given.get("update_if_exists") and not sent(given, UNIQUE):
        raise refusal("435", f"Name the member: {' or '.join(UNIQUE)}")
    needed = ["username", "last_name"]
    needed += ["birthday"] if rules.get("birthday_required") else []
    needed += ["password"] if rules.get("password_required") else []
    missing = [name for name in needed if not given.get(name)]
    if missing:
        raise refusal("3", f"Missing: {', '.join(missing)}")
    id = free_id(realm)
    user = User(
        id=id,
        chain_id=chain.id,
        created_at=realm.now,
        failed_logins=0,
        referral_code=free_referral_code(realm, id),
        signup_channel=signup_channel(realm),
        registered=True,
        is_employee=False,
        mailing_list_sub_offered=False,
        mailing_list_subscribed=False,
        printed_mailing_list_subscribed=False,
        programme_opted_in=False,
        obfuscated=False,
    )
    identify(realm, user, given)
    number(realm, user)
    change(realm, user, {"programme_opted_in": True, **given} if rules.get("opt_in_programme", True) else given)
    if not rules.get("opt_in_programme", True):
        user.programme_opted_in = True  # there is nothing to opt in to: everybody takes part
    user.referring_user_id = _sender(realm)
    realm.db.add(user)
    realm.db.flush()
    events.user_changed(realm, "shopper.created", user)
    rewards.signed_up(realm, user)
    if user.referring_user_id is not None:
        rewards.referred(realm, user)
    return user


def _update(realm: Realm, user: User, given: Mapping[str, Any]) -> None:
    if user.obfuscated:
        raise refusal("424", "This account was deleted")
    was_in = user.programme_opted_in
    identify(realm, user, given, taken="427" if realm.call.operation.id == "users_alter" else None)
    number(realm, user)
    change(realm, user, given)
    realm.db.flush()
    if user.programme_opted_in != was_in:
        events.user_changed(realm, "shopper.opted-out" if was_in else "shopper.opted-in", user)
    if not was_in:
        rewards.signed_up(realm, user)  # who joins later; for who has not joined yet it does nothing
    rewards.profile_changed(realm, user)


def _sender(realm: Realm) -> int | None:
    """Who sent a new member here. An affiliate code counts as the code of the one who has it; a code that nobody has
    changes nothing."""
    codes = filter(None, map(realm.given.get, ("referral_code", "affiliate_code")))
    found = (realm.find_member(referral_code=code) for code in codes)
    return next((user.id for user in found if user is not None and not user.obfuscated), None)


def _ask_elsewhere(realm: Realm) -> None:
    """Asks those whom the vendor asks about a new member. The sandbox reaches neither Facebook nor a webshop: what they
    answer is an operator's setting."""
    settings = realm.call.settings
    if "fb_access_token" in realm.given:
        raise refusal(str(settings["facebook_error"]))
    if settings["webshop_error"]:
        raise refusal(str(settings["webshop_error"]))


def _told(realm: Realm, user: User, **more: Any) -> dict[str, Any]:
    return {"user_info": user_info(realm, user) | more}


RULES: Mapping[str, Callable[[Realm], Any]] = {
    "users_add": add,
    "users_alter": alter,
    "users_get": get,
    "users_delete": remove,
    "users_search": search,
}
"""What serves which operation."""
