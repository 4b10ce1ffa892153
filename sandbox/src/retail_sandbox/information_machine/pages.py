"""Pages that are no operations: where a user unlocks an account or gives consent, pictures, and a refresh on demand.

The vendor does not publish how a refresh is asked for. Here it is

    GET /on-demand-refresh?client_id=…&client_secret=…&user_id=…&user_store_id=…

and answers `{"refresh_request_id": "…"}`; the end is told by webhook.
"""

from __future__ import annotations

import hashlib
import json
from html import escape
from secrets import compare_digest

from sqlalchemy import select
from werkzeug import Response

from ..api import Call, Problem, Unauthorized
from . import life
from .locks import IMAGE_CAPTCHA, LOCKS, SECURITY_QUESTION, Lock
from .realm import Realm
from .scans import media_type_of
from .tables import Account, Connection, ImagePart, Product, Store, User

QUESTION = "What was the name of your first pet?"
"""The store's question. Any answer but `wrong` is taken for right."""


def unlock_page(call: Call) -> Response:
    """Shows what the store wants of the user, and takes the answer."""
    realm, connection = _by_token(call, call.request.args.get("uside", ""))
    life.settle(realm)
    if connection.lock_code is None:
        return _page("Unlocked", "<p>This account is not locked. There is nothing to do.</p>")
    lock = LOCKS[connection.lock_code]
    answer = call.request.args.get("answer")
    if answer is not None and _is_right(lock, connection, answer):
        life.unlock(realm, connection)
        return _page("Unlocked", "<p>Thank you. Your purchases will be collected shortly.</p>")
    wrong = '<p role="alert">That is not right. Please try again.</p>' if answer is not None else ""
    return _page(lock.name, f"<p>{escape(lock.remedy)}</p>{wrong}{_form(lock, connection)}")


def consent_page(call: Call) -> Response:
    """Asks for consent to an OAuth connection, and takes it."""
    realm, connection = _by_token(call, call.request.args.get("state", ""))
    if connection.provider is None:
        raise Problem(404, "There is nothing to consent to")
    if connection.login_status != "Not defined":
        return _page("Consent", "<p>You have given your consent.</p>")
    if call.request.args.get("consent") == "yes":
        life.begin(realm, connection)
        return _page("Consent", "<p>Thank you. Your purchases will be collected shortly.</p>")
    provider = escape(connection.provider)
    return _page(
        "Consent",
        f"<p>May Information Machine read your receipts through {provider}?</p>"
        f'<form><input type="hidden" name="state" value="{escape(connection.token or "")}">'
        '<button name="consent" value="yes">Allow</button></form>',
    )


def refresh_page(call: Call) -> Response:
    """Begins a refresh on demand."""
    sent = call.request.args
    account = call.db.get(Account, sent.get("client_id", ""))
    if account is None or not compare_digest(account.client_secret.encode(), sent.get("client_secret", "").encode()):
        raise Unauthorized("Unknown client_id or client_secret", scheme="client_id")
    realm = Realm(call, account.client_id)
    connection = realm.connection(realm.user(sent.get("user_id", "")), _number(sent.get("user_store_id", "")))
    life.settle(realm)
    found = {"refresh_request_id": life.refresh(realm, connection)}
    return Response(json.dumps(found), content_type="application/json")


def store_picture(call: Call) -> Response:
    """The logo of a store."""
    store = call.db.get(Store, _id(call))
    if store is None:
        raise Problem(404, "Store not found")
    return _picture(store.name, 120)


def product_picture(call: Call) -> Response:
    """The picture of a product, small or large."""
    product = call.db.get(Product, _id(call))
    if product is None:
        raise Problem(404, "Product not found")
    return _picture(product.name, {"small": 120, "large": 480}.get(call.params["size"], 120))


def receipt_image(call: Call) -> Response:
    """A receipt's image, as it was sent."""
    part = call.db.scalars(select(ImagePart).where(ImagePart.link == call.params["link"])).one_or_none()
    if part is None:
        raise Problem(404, "Image not found")
    return Response(part.content, content_type=media_type_of(part.content) or "application/octet-stream")


def captcha_text(token: str) -> str:
    """The letters in a captcha's picture."""
    return hashlib.sha256(token.encode()).hexdigest()[:5].upper()


def _id(call: Call) -> int:
    return _number(call.params["id"])


def _number(text: str) -> int:
    """An id; 0, which nothing has, where it is none."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else 0


def _by_token(call: Call, token: str) -> tuple[Realm, Connection]:
    found = call.db.execute(
        select(Connection, User.account).join(User, User.id == Connection.owner).where(Connection.token == token)
    ).one_or_none()
    if found is None:
        raise Problem(404, "This address is not known")
    return Realm(call, found[1]), found[0]


def _is_right(lock: Lock, connection: Connection, answer: str) -> bool:
    if lock.code == IMAGE_CAPTCHA:
        return answer.strip().upper() == captcha_text(connection.token or "")
    if lock.code == SECURITY_QUESTION:
        return answer.strip().lower() not in ("", "wrong")
    return True


def _form(lock: Lock, connection: Connection) -> str:
    token = escape(connection.token or "")
    hidden = f'<input type="hidden" name="uside" value="{token}">'
    field = '<input name="answer" autocomplete="off" autofocus required>'
    if lock.code == SECURITY_QUESTION:
        body = f"<label>{QUESTION} {field}</label><button>Answer</button>"
    elif lock.code == IMAGE_CAPTCHA:
        body = f"{_svg(captcha_text(connection.token or ''), 120)}<label>Letters {field}</label><button>Answer</button>"
    else:
        body = '<button name="answer" value="done">I have done so, try again</button>'
    return f"<form>{hidden}{body}</form>"


def _page(heading: str, body: str) -> Response:
    html = (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{escape(heading)}</title>'
        f"<main><h1>{escape(heading)}</h1>{body}</main></html>"
    )
    return Response(html, content_type="text/html; charset=utf-8")


def _picture(text: str, size: int) -> Response:
    return Response(_svg(text, size), content_type="image/svg+xml")


def _svg(text: str, size: int) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}" viewBox="0 0 120 120">'
        '<rect width="120" height="120" fill="#e8efe4"/>'
        f'<text x="60" y="64" font-size="12" text-anchor="middle">{escape(text[:18])}</text></svg>'
    )
