"""Sessions: logging in, on behalf of a member too, and out; and the token for other sites."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from hmac import compare_digest
from typing import Any

from sqlalchemy import delete, select
from werkzeug.security import check_password_hash

from ..api import Call, Problem
from . import rewards
from .access import IDENTIFIERS, Realm
from .answers import iso, utc_text
from .identities import named
from .member_view import user_info
from .problems import refusal
from .seeding import made_key
from .tables import CrossSiteToken, LoginSession, Role, User


def login(realm: Realm) -> dict[str, Any]:
    """Checks a password and starts a session."""
    user = _account(realm, realm.given["username"].lower())
    if user is None:
        raise refusal("5")
    failures, since = realm.call.settings["login_failures"], user.failed_since
    if since is not None and _in_window(realm.call, user) and user.failed_logins >= failures:
        raise refusal("307", f"{user.failed_logins} logins failed since {utc_text(since)}")
    if user.password_hash is None or not check_password_hash(user.password_hash, realm.given["password"]):
        raise refusal("5", data=user.id)
    user.failed_logins, user.failed_since = 0, None
    hours = int(realm.call.settings["login_hours"])
    told = _started(realm, user, timedelta(hours=hours), validity=hours)
    if user.chain_id is not None:
        rewards.logged_in(realm, user)
    return told


def count_failure(problem: Problem, call: Call) -> None:
    """Counts a login that failed by its password, though all else of the refused call is undone."""
    if call.operation.id != "sessions_login" or problem.code != "5" or problem.data is None:
        return
    user = call.db.get_one(User, problem.data)
    if not _in_window(call, user):
        user.failed_logins, user.failed_since = 0, call.clock.now()
    user.failed_logins += 1
    call.db.flush()


def create(realm: Realm) -> dict[str, Any]:
    """Starts a member's session for a trusted system, which needs no password."""
    realm.need_app("privileged")
    seconds = int(realm.call.settings["on_behalf_seconds"])
    return _started(realm, named(realm, IDENTIFIERS), timedelta(seconds=seconds), validity=seconds)


def status(realm: Realm) -> dict[str, Any]:
    """Whose session it is that a key belongs to."""
    given = realm.given
    if "user_id" in given:
        user = realm.db.get(User, given["user_id"])
    elif "username" in given:
        user = _account(realm, given["username"].lower())
    else:
        raise refusal("3", "Say whose session it is: user_id or username")
    session = realm.db.get(LoginSession, user.id) if user else None
    if user is None or session is None or not compare_digest(session.key, given["session_key"]):
        raise refusal("6", "There is no such session")
    if session.expires_at <= realm.now:
        raise refusal("6", "The session has expired")
    if user.chain_id is not None and (realm.app is None or realm.app.chain_id != user.chain_id):
        raise refusal("269", "A member's session needs the host name of an app of the chain")
    return user_info(realm, user)


def logout(realm: Realm) -> dict[str, Any]:
    """Ends the session that the call is made with."""
    user = _session_user(realm)
    realm.db.execute(delete(LoginSession).where(LoginSession.user_id == user.id))
    return {"username": user.username}


def cross_site_token(realm: Realm) -> dict[str, Any]:
    """Makes a token by which another site may log the member in."""
    user, app = _session_user(realm), realm.app
    assert app is not None, "a member's call has an app"
    if not realm.chain.rules.get("cross_site_tokens", True):
        raise refusal("68", "This chain does not log its members in elsewhere")
    stale = (CrossSiteToken.user_id == user.id) & (CrossSiteToken.expires_at <= realm.now)
    realm.db.execute(delete(CrossSiteToken).where(stale))
    token = CrossSiteToken(
        token=made_key(f"cross-site/{realm.call.sequence('cross_site_token')}")[:51],
        user_id=user.id,
        hostname=app.hostname,
        expires_at=realm.now + timedelta(seconds=int(realm.call.settings["cross_site_seconds"])),
    )
    realm.db.add(token)
    return {"token": token.token, "expiry": iso(token.expires_at)}


def _account(realm: Realm, username: str) -> User | None:
    """Who has a user name: a member of the app's chain, or an administrator (of this chain, where an app is named)."""
    app = realm.app
    if app is not None:
        member = select(User).where(User.chain_id == app.chain_id, User.username == username)
        found = realm.db.scalars(member).first()
        if found is not None:
            return found
    admins = select(User).where(User.chain_id.is_(None), User.username == username).order_by(User.id)
    if app is not None:
        admins = admins.join(Role, Role.user_id == User.id).where(Role.chain_id == app.chain_id)
    admin = realm.db.scalars(admins).first()
    if admin is None and app is None and realm.db.scalars(select(User).where(User.username == username)).first():
        raise refusal("269", "A member needs the app's host name: X-Spaaza-MyPrice-App-Hostname")
    return admin


def _in_window(call: Call, user: User) -> bool:
    """Whether failed logins still count."""
    window = timedelta(seconds=int(call.settings["login_failure_seconds"]))
    return user.failed_since is not None and call.clock.now() < user.failed_since + window


def _started(realm: Realm, user: User, lasts: timedelta, *, validity: int) -> dict[str, Any]:
    """A new session in place of the one that the user may have."""
    session = LoginSession(
        user_id=user.id,
        key=made_key(f"session/{realm.call.sequence('session')}"),
        method="password",
        hostname=realm.app.hostname if realm.app else None,
        expires_at=realm.now + lasts,
    )
    realm.db.merge(session)
    realm.db.flush()
    info = {
        "session_key": session.key,
        "session_key_validity": str(validity),
        "session_auth_method": session.method,
        "session_user_id": user.id,
        "session_username": user.username,
        "session_expires_date": utc_text(session.expires_at),
    }
    return {"session_info": info, "user_info": user_info(realm, user)}


def _session_user(realm: Realm) -> User:
    """Who calls by a session. A member's needs an app of the chain."""
    realm.need_app("user")
    user = realm.caller.user
    assert user is not None, "a session is somebody's"
    if user.chain_id is not None and realm.app is not None and realm.app.chain_id != user.chain_id:
        raise refusal("269", "The app is another chain's")
    return user


RULES: Mapping[str, Callable[[Realm], Any]] = {
    "sessions_login": login,
    "sessions_create": create,
    "sessions_status": status,
    "sessions_logout": logout,
    "sessions_cross_site_token": cross_site_token,
}
"""What serves which operation."""
