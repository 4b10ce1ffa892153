"""What tells one member of a chain from all others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from .access import Realm
from .problems import refusal
from .seeding import made_key
from .tables import Chain, User

UNIQUE = ("username", "member_number", "authentication_point_identifier")
"""What no two members of a chain share."""
_OF_THE_DELETED = "@deleted.spaaza.com"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def sent(given: Mapping[str, Any], names: Iterable[str]) -> dict[str, Any]:
    """The identifiers among the parameters, user names in small letters. A blank one identifies nobody."""
    found = {name: given[name] for name in names if given.get(name) not in (None, "")}
    return {name: value.lower() if name == "username" else value for name, value in found.items()}


def matching(realm: Realm, identifiers: Mapping[str, Any]) -> list[User]:
    """The members that one or another of the identifiers leads to, each once."""
    found = (realm.find_member(**{name: value}) for name, value in identifiers.items())
    return list({user.id: user for user in found if user is not None}.values())


def named(realm: Realm, names: tuple[str, ...]) -> User:
    """The member whom all the identifiers of a request mean.

    Raises:
        Problem: There is no identifier, nobody whom they mean, or they mean several.
    """
    identifiers = sent(realm.given, names)
    if not identifiers:
        raise realm.refusal("3", hint=f"Name the member: {' or '.join(names)}")
    users = matching(realm, identifiers)
    if len(users) > 1:
        raise realm.refusal("416", hint=f"These are several members: {', '.join(identifiers)}")
    if not users:
        raise realm.refusal("270", "68", hint="There is no such member in this chain")
    return users[0]


def identify(realm: Realm, user: User, given: Mapping[str, Any], *, taken: str | None = None) -> None:
    """Gives a member the identifiers of a request that are new to them; a blank one removes what there was.

    Args:
        realm: The call.
        user: The member, new or old.
        given: The request's parameters.
        taken: The code for a member number that somebody else has; None: as for the other identifiers.

    Raises:
        Problem: Somebody else has one of them, or it cannot be given.
    """
    for name in UNIQUE:
        if name not in given:
            continue
        value: str | None = sent(given, [name]).get(name)
        if value == getattr(user, name):
            continue
        if value is not None:
            _check(realm.chain, name, value)
            if realm.find_member(**{name: value}) is not None:
                code = taken if taken and name == "member_number" else "234"
                raise refusal(code, f"Another member has this {name}")
        setattr(user, name, value)
        if name == "member_number":
            user.entity_code_type = "custom" if value is not None else None


def number(realm: Realm, user: User) -> None:
    """Gives a member without a number one: the id.

    Raises:
        Problem: Somebody else was given it by hand.
    """
    if user.member_number is None:
        holder = realm.find_member(member_number=str(user.id))
        if holder is not None and holder.id != user.id:
            raise realm.refusal("427", "234", hint=f"Another member has the number {user.id}")
        user.member_number, user.entity_code_type = str(user.id), "regular"


def free_id(realm: Realm) -> int:
    """The id of a new member: the next that nobody has as a member number."""
    while True:
        id = realm.call.sequence("user")
        if realm.find_member(member_number=str(id)) is None and realm.db.get(User, id) is None:
            return id


def free_referral_code(realm: Realm, id: int) -> str:
    """The code by which a new member sends others: six letters, the same in two runs alike."""
    attempt = 0
    while True:
        rest = int(made_key(f"referral/{id}/{attempt}"), 16)
        code = "".join(_LETTERS[rest // 26**place % 26] for place in range(6))
        if realm.find_member(referral_code=code) is None:
            return code
        attempt += 1


def deleted_name(user: User) -> str:
    """The user name of a member whose account was deleted."""
    return f"{user.id}{_OF_THE_DELETED}"


def _check(chain: Chain, name: str, value: str) -> None:
    if name == "username" and value.endswith(_OF_THE_DELETED):
        raise refusal("1", "Such user names are for deleted accounts")
    largest = chain.rules.get("largest_member_number")
    if name == "member_number" and largest is not None and value.isascii() and value.isdigit() and int(value) > largest:
        raise refusal("426", f"The largest member number is {largest}")
