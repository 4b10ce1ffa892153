"""Exports: all members of a chain as a CSV file, behind a signed link that works once."""

from __future__ import annotations

import base64
import csv
import hmac
import io
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from sqlalchemy import select

from ..api import Answer
from ..store import Store
from .access import Realm
from .answers import zulu
from .member_view import ADDRESS
from .problems import refusal
from .tables import Export, User

MOUNT = "spaaza-exports"
"""Where the download service is mounted."""
_COLUMNS = (
    "id", "username", "first_name", "last_name", "gender", "birthday", *ADDRESS, "phone_number", "language",
    "member_number", "authentication_point_identifier", "auxiliary_identifier", "registered", "programme_opted_in",
    "mailing_list_subscribed",
)  # fmt: skip
_AT_A_TIME = 1000


def export(realm: Realm) -> dict[str, Any]:
    """Makes a link to the file."""
    realm.need_app("privileged")
    if realm.given["export_entity"] != "user":
        raise refusal("329")
    nonce = _free_nonce(realm, realm.chain.id)
    realm.db.add(Export(nonce=nonce, chain_id=realm.chain.id, created_at=realm.now))
    query = urlencode({"Nonce": nonce, "ChainId": realm.chain.id, "Segment": "all"})
    return {"download_url": f"{realm.call.request.host_url}{MOUNT}/export/user?{query}"}


def download(realm: Realm) -> Answer:
    """The file behind a link; the link has worked then, unless only its headers were asked for."""
    nonce, chain_id = realm.given["Nonce"], realm.given["ChainId"]
    row = realm.db.get(Export, nonce)
    time = nonce[: len("2018-03-11T16:37:21Z")]
    if row is None or not hmac.compare_digest(nonce, _signed(realm, time, chain_id)):
        raise refusal("325")
    if row.used_at is not None:
        raise refusal("327")
    if realm.now >= datetime.fromisoformat(time) + timedelta(hours=int(realm.call.settings["export_hours"])):
        raise refusal("326")
    if realm.call.request.method != "HEAD":
        row.used_at = realm.now
    headers = {"Content-Disposition": f'attachment; filename="users-{chain_id}.csv"'}
    return Answer(stream=_lines(realm.call.store, chain_id), media_type="text/csv", headers=headers, gzip=True)


def _free_nonce(realm: Realm, chain_id: int) -> str:
    """A nonce that no link had: a second later for each that was made in this one."""
    moment = realm.now
    while realm.db.get(Export, nonce := _signed(realm, zulu(moment), chain_id)) is not None:
        moment += timedelta(seconds=1)
    return nonce


def _signed(realm: Realm, time: str, chain_id: int) -> str:
    secret = str(realm.call.settings["export_secret"])
    digest = hmac.digest(secret.encode(), f"{time}/{chain_id}".encode(), "sha256")
    return time + base64.b64encode(digest).decode()


def _lines(store: Store, chain_id: int) -> Iterator[bytes]:
    """The file, a thousand members at a time: each is as it is when its turn comes."""
    yield _line(_COLUMNS)
    last = 0
    while True:
        with store.transaction(write=False) as db:
            following = select(User).where(User.chain_id == chain_id, User.id > last).order_by(User.id)
            users = db.scalars(following.limit(_AT_A_TIME)).all()
        if not users:
            return
        yield b"".join(_line([_text(getattr(user, name)) for name in _COLUMNS]) for user in users)
        last = users[-1].id


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)


def _line(cells: list[str] | tuple[str, ...]) -> bytes:
    sheet = io.StringIO()
    csv.writer(sheet).writerow(cells)
    return sheet.getvalue().encode()


RULES: Mapping[str, Callable[[Realm], Any]] = {"users_export": export, "users_export_file": download}
"""What serves which operation."""
