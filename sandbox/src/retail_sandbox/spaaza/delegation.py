"""Delegated authentication: a trusted system says on whose behalf it calls, and that user's rights are what counts."""

from __future__ import annotations

from sqlalchemy import select

from .access import Realm
from .problems import refusal
from .tables import Role, User

HEADER = "X-Spaaza-On-Behalf-Of"


def check_delegate(realm: Realm, access: str, about: User | None = None) -> None:
    """Refuses what the user may not do on whose behalf a trusted system calls.

    An administrator may do what the role in the chain allows; a member may read of themselves, and nothing else.

    Args:
        realm: The call.
        access: What it takes: `read`, `write`, `assign`, `delete`.
        about: The member whom it is about.

    Raises:
        Problem: There is no such user, or the user may not do it.
    """
    name = realm.given.get(HEADER)
    if name is None or realm.kind != "privileged":
        return
    role = select(Role).join(User, User.id == Role.user_id).where(Role.chain_id == realm.chain.id)
    admin = realm.db.scalars(role.where(User.username == name.lower())).first()
    if admin is not None:
        allowed = access in admin.access
    else:
        member = realm.find_member(username=name)
        if member is None:
            raise refusal("267", f"There is no user {name} in this chain")
        allowed = access == "read" and about is not None and about.id == member.id
    if not allowed:
        raise refusal("424", f"{name} may not do this")
