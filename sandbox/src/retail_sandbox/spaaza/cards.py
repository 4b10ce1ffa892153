"""A member's card: everything that a member holds with one chain."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import select

from .access import Realm
from .answers import zulu
from .campaign_view import promotions, wallet_info
from .member_view import user_info
from .statistics import shopping
from .tables import Chain, Note, User
from .voucher_lists import by_kind, usable
from .wallets import wallets_of

_KINDS: Mapping[str, tuple[str, ...]] = {
    "vouchers": ("var_price",),
    "meta_vouchers": ("var_price_meta",),
    "basket_vouchers": ("basket", "basket_pct"),
    "honour_vouchers": ("honour",),
}
_BLACK, _WHITE = "#000000", "#FFFFFF"


def card(realm: Realm) -> list[dict[str, Any]]:
    """The card, in a list of one. (Source: Getting the "card" of a user.)"""
    realm.need_app("user")
    chain = realm.need("read")
    user = realm.member()
    info = user_info(realm, user)
    told: dict[str, Any] = {
        **_chain(chain),
        "user_entity_card": _number(user),
        "user_info": info,
        **by_kind(realm, usable(realm, user), _KINDS),
        "promotions": promotions(realm, user),
        **_wallets(realm, user),
        "loyalty_status": info["loyalty_status"],
        **shopping(realm, user),
        "referring_user": {"id": user.referring_user_id} if user.referring_user_id is not None else None,
        "notes": _notes(realm, user),
        "result_type": "get-user-entity-card",
    }
    return [told]


def _chain(chain: Chain) -> dict[str, Any]:
    colours = {
        name: chain.profile.get(name, usual) for name, usual in (("card_background", _BLACK), ("card_text", _WHITE))
    }
    return {
        "entity": {"id": chain.id, "name": chain.name, "type": chain.entity_type},
        "entity_images": [],
        "card_colour": {"id": 1, **colours},
    }


def _number(user: User) -> dict[str, Any]:
    """The member's number as the card shows it: as an id, where it is all digits."""
    number = user.member_number or ""
    shown: dict[str, Any] = {"type": user.entity_code_type or "regular"}
    if number.isascii() and number.isdigit() and len(number) < 19:
        return shown | {"id": int(number)}
    return shown | ({"code": number} if number else {})


def _wallets(realm: Realm, user: User) -> dict[str, Any]:
    """The first wallet of points and the first of money, where the chain has them."""
    told: dict[str, Any] = {}
    for name, type in (("points", "points_wallet"), ("wallet", "wallet")):
        wallet = next(iter(wallets_of(realm.db, realm.chain.id, type)), None)
        if wallet is not None:
            told[name] = wallet_info(realm, user, wallet)
    return told


def _notes(realm: Realm, user: User) -> list[dict[str, Any]]:
    notes = realm.db.scalars(select(Note).where(Note.user_id == user.id).order_by(Note.id)).all()
    ids = {note.creating_user_id for note in notes}
    authors = {each.id: _author(each) for each in realm.db.scalars(select(User).where(User.id.in_(ids)))}
    return [
        {
            "id": note.id,
            "text": note.text,
            "created_date": zulu(note.created_at),
            "user": {"user_id": note.user_id},
            "creating_user": authors.get(note.creating_user_id or 0),
        }
        for note in notes
    ]


def _author(user: User) -> dict[str, Any]:
    names = {name: text for name in ("first_name", "last_name") if (text := getattr(user, name)) is not None}
    return {"user_id": user.id, **names, "username": user.username or ""}


RULES: Mapping[str, Callable[[Realm], Any]] = {"users_card": card}
