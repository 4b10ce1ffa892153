"""Notes about members."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from .access import Realm
from .answers import zulu
from .problems import refusal
from .tables import Note, User


def add(realm: Realm) -> dict[str, Any]:
    """Writes a note about a member."""
    realm.need_app("privileged")
    realm.need("write")
    user = realm.member(("user_id",))
    note = Note(
        id=realm.call.sequence("note"),
        user_id=user.id,
        creating_user_id=realm.acting_user_id,
        text=realm.given["text"],
        created_at=realm.now,
    )
    realm.db.add(note)
    realm.db.flush()
    return {
        "id": note.id,
        "text": note.text,
        "created_date": zulu(note.created_at),
        "user_id": note.user_id,
        "creating_user_id": note.creating_user_id,
    }


def remove(realm: Realm) -> dict[str, Any]:
    """Deletes a note."""
    realm.need_app("privileged")
    chain = realm.need("write")
    note = realm.db.get(Note, realm.given["user_note_id"])
    if note is None or realm.db.get_one(User, note.user_id).chain_id != chain.id:
        raise refusal("68", "There is no such note in this chain")
    realm.db.delete(note)
    return {"id": note.id, "deleted": True}


RULES: Mapping[str, Callable[[Realm], Any]] = {"users_add_note": add, "users_delete_note": remove}
"""What serves which operation."""
