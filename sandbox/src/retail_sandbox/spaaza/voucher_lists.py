"""Lists of vouchers: a member's, and a chain's page by page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, func, select

from .access import Realm
from .campaign_tables import Campaign, Voucher
from .campaign_view import promotions, wallet_info
from .member_view import ADDRESS, entity_card, mailing_list, opt_in_programme
from .problems import version_of
from .relative_times import moment
from .tables import User
from .voucher_view import voucher_infos
from .wallets import wallets_of

PAGE = 500
"""The largest page of a chain's vouchers, and the usual one."""
_LISTED = ("basket", "basket_pct", "honour")
"""What a chain's list has; variable prices it has not."""


def usable(realm: Realm, user: User) -> ColumnElement[bool]:
    """A member's vouchers that are neither redeemed nor expired."""
    return of_member(realm, user) & (Voucher.status != "redeemed") & (Voucher.expires_at > realm.now)


def of_member(realm: Realm, user: User) -> ColumnElement[bool]:
    """All of a member's vouchers."""
    return (Voucher.chain_id == realm.chain.id) & (Voucher.user_id == user.id)


def by_kind(realm: Realm, wanted: ColumnElement[bool], kinds: Mapping[str, Iterable[str]]) -> dict[str, Any]:
    """Vouchers in lists of their own, from the oldest: names of lists to the types of vouchers in them."""
    vouchers = realm.db.scalars(select(Voucher).where(wanted).order_by(Voucher.id)).all()
    told = list(zip(vouchers, voucher_infos(realm, vouchers), strict=True))
    return {name: [info for voucher, info in told if voucher.type in types] for name, types in kinds.items()}


def members_vouchers(realm: Realm) -> dict[str, Any]:
    """A member's vouchers, and what is open to them beside. (Source: Get all vouchers for a user.)"""
    realm.need("read")
    user = realm.member(("user_id", "member_number"))
    wanted = of_member(realm, user) if realm.given.get("filter") == "all" else usable(realm, user)
    kinds = {
        "basket_vouchers": ("basket", "basket_pct"),
        "honour_vouchers": ("honour",),
        "var_price_vouchers": ("var_price",),
    }
    told = by_kind(realm, wanted, kinds) | {"promotions": promotions(realm, user)}
    wallet = next(iter(wallets_of(realm.db, realm.chain.id, "wallet")), None)
    return told | {"wallet": wallet_info(realm, user, wallet)} if wallet else told


def chains_vouchers(realm: Realm) -> dict[str, Any]:
    """A page of the chain's vouchers, with the member of each. (Source: Get all vouchers for a chain.)"""
    wanted = filters(realm)
    total = realm.db.scalar(select(func.count()).select_from(Voucher).where(*wanted))
    size = min(realm.given.get("number_results", PAGE), PAGE)
    page = select(Voucher).where(*wanted).order_by(Voucher.id).offset(realm.given["results_offset"]).limit(size)
    vouchers = realm.db.scalars(page).all()
    name = "vouchers" if version_of(realm.call) >= (1, 4, 2) else "basket_vouchers"
    return {"results_count_total": total, name: _with_members(realm, vouchers)}


def _with_members(realm: Realm, vouchers: Sequence[Voucher]) -> list[dict[str, Any]]:
    ids = {each.user_id for each in vouchers if each.user_id is not None}
    members = {user.id: _member(user) for user in realm.db.scalars(select(User).where(User.id.in_(ids)))}
    return [
        info | {"type": voucher.type, "user": members.get(voucher.user_id or 0)}
        for voucher, info in zip(vouchers, voucher_infos(realm, vouchers), strict=True)
    ]


def _member(user: User) -> dict[str, Any]:
    """A member as the list shows them, which takes no query."""
    names = {name: text for name in ("first_name", "last_name") if (text := getattr(user, name)) is not None}
    return {
        "id": user.id,
        "user_id": user.id,
        **names,
        "username": user.username,
        "authentication_point_identifier": user.authentication_point_identifier,
        "auxiliary_identifier": user.auxiliary_identifier,
        "mailing_list": mailing_list(user),
        "entity_code": entity_card(user),
        "opt_in_programme": opt_in_programme(user),
        "signup_channel": user.signup_channel,
        **{name: getattr(user, name) for name in ADDRESS},
    }


def filters(realm: Realm) -> list[ColumnElement[bool]]:
    """What a list of the chain's vouchers asks for.

    Raises:
        Problem: 246 or 270, there is no such campaign or member; 428, moments of redemption without `show_redeemed`.
    """
    chain = realm.need("read")
    wanted = [Voucher.chain_id == chain.id, Voucher.type.in_(_LISTED)]
    number = realm.given.get("campaign_id")
    if number is not None:
        campaign = realm.db.get(Campaign, number)
        if campaign is None or campaign.chain_id != chain.id:
            raise realm.refusal("246", hint=f"The chain has no campaign {number}")
        wanted.append(Voucher.campaign_id == number)
    if realm.given.get("user_id") is not None:
        wanted.append(Voucher.user_id == realm.member(("user_id",)).id)
    if realm.given["exclude_regenerated"]:
        wanted.append(Voucher.parent_voucher_id.is_(None))
    return [*wanted, *_between(realm, "created_datetime", Voucher.created_at), *_by_state(realm)]


def _by_state(realm: Realm) -> Iterator[ColumnElement[bool]]:
    everything, redeemed = realm.given["show_all_statuses"], realm.given["show_redeemed"]
    bounded = any(f"{bound}_redeemed_datetime" in realm.given for bound in ("min", "max"))
    if bounded and not everything and not redeemed:
        raise realm.refusal("428", hint="Moments of redemption go with show_redeemed")
    if redeemed and not everything:
        yield Voucher.status == "redeemed"
        yield from _between(realm, "redeemed_datetime", Voucher.redeemed_at)
        return
    if not everything:
        yield Voucher.status != "redeemed"
    yield Voucher.expires_at <= realm.now if realm.given["show_expired"] else Voucher.expires_at > realm.now
    yield from _between(realm, "expiry_datetime", Voucher.expires_at)


def _between(realm: Realm, name: str, column: Any) -> Iterator[ColumnElement[bool]]:
    earliest, latest = moment(realm, f"min_{name}"), moment(realm, f"max_{name}")
    if earliest is not None:
        yield column >= earliest
    if latest is not None:
        yield column <= latest


RULES: Mapping[str, Callable[[Realm], Any]] = {
    "vouchers_list_for_user": members_vouchers,
    "vouchers_list": chains_vouchers,
}
