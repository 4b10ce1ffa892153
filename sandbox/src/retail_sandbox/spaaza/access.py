"""Who calls, for which chain, and what they may do there."""

from __future__ import annotations

import hmac
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any, Literal, cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..api import Call, Handler, Problem, Unauthorized
from ..clock import Clock
from ..store import next_numbers
from .problems import refusal
from .tables import App, Chain, Currency, Key, LoginSession, Role, User

Kind = Literal["user", "admin", "privileged"]

_KINDS: Mapping[str, Kind] = {"user_id": "user", "admin_id": "admin", "privileged": "privileged"}
"""Whom a security scheme of the spec lets in."""
HOSTNAME_HEADERS = ("X-Spaaza-MyPrice-App-Hostname", "X-MyPrice-App-Hostname")
CHAIN_HEADERS = ("X-Spaaza-Session-Chain-Id", "X-Spaaza-Chain-ID", "Session-Chain-Id")
IDENTIFIERS = ("user_id", "member_number", "username", "authentication_point_identifier")
"""Names under which requests identify a member."""


@dataclass(frozen=True)
class Caller:
    """Who calls."""

    kind: Kind
    user: User | None
    """The member or the administrator; None for a trusted system."""
    chain_id: int | None
    """A member's, or a trusted system's; None for an administrator."""


def caller(credentials: Mapping[str, str], db: Session, clock: Clock) -> Caller:
    """Who the credentials belong to.

    Raises:
        Unauthorized: Nobody (any more).
    """
    if "privileged" in credentials:
        return _trusted(credentials["privileged"], db)
    user_id = credentials.get("user_id") or credentials.get("admin_id") or ""
    key = credentials.get("user_session") or credentials.get("admin_session") or ""
    if not re.fullmatch("[0-9A-Za-z]{64}", key):
        raise Unauthorized("The key of a session has 64 letters and digits", scheme="user_session", code="54")
    number = id_of(user_id)
    session = db.get(LoginSession, number) if number is not None else None
    if session is None or not hmac.compare_digest(session.key.encode(), key.encode()):
        raise Unauthorized("There is no such session", scheme="user_session", code="6")
    if session.expires_at <= clock.now():
        raise Unauthorized("The session has expired", scheme="user_session", code="6")
    user = db.get_one(User, session.user_id)
    return Caller("admin" if user.chain_id is None else "user", user, user.chain_id)


def anyone(db: Session, clock: Clock) -> Caller:
    """The trusted system of the first key, for a sandbox that does not look at keys."""
    key = db.scalars(select(Key).order_by(Key.chain_id, Key.key).limit(1)).first()
    if key is None:
        raise Unauthorized("There is no key at all", scheme="privileged", code="266")
    return Caller("privileged", None, key.chain_id)


def id_of(text: str) -> int | None:
    """The id that a text is; None for a text that is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None


def _trusted(given: str, db: Session) -> Caller:
    name, colon, secret = given.partition(":")
    if not colon or not name or not secret:
        raise Unauthorized("The Authorization header must be: Bearer key:secret", scheme="privileged", code="265")
    key = db.get(Key, name)
    if key is None or not hmac.compare_digest(key.secret.encode(), secret.encode()):
        raise Unauthorized("There is no such key, or its secret is another", scheme="privileged", code="266")
    return Caller("privileged", None, key.chain_id)


class Realm:
    """One call with all that rules ask of it: who calls, the chain, the time, the parameters."""

    def __init__(self, call: Call) -> None:
        self.call = call
        self.db = call.db
        self.now: datetime = call.clock.now()
        body: Any = call.body
        form: Mapping[str, Any] = cast("dict[str, Any]", body) if isinstance(body, dict) else {}
        self.given: Mapping[str, Any] = {**call.params, **form}
        """The parameters, of the URL and of the form alike."""
        self._currencies: dict[int, Currency] = {}

    @property
    def caller(self) -> Caller:
        """Who calls."""
        return self.call.caller

    @property
    def kind(self) -> Kind:
        """Which way the caller has signed in."""
        return self.caller.kind

    @property
    def acting_user_id(self) -> int | None:
        """The id of the user who acts; None for a trusted system, and for what happens by the clock."""
        return self.caller.user.id if self.call.caller is not None and self.caller.user is not None else None

    def refusal(self, *codes: str, hint: str | None = None) -> Problem:
        """The refusal with the first of the codes that the operation documents; with the last where it has none."""
        documented = self.call.operation.raw.get("x-error-subset", ())
        return refusal(next((code for code in codes if code in documented), codes[-1]), hint)

    @cached_property
    def app(self) -> App | None:
        """The app whose host name the request says; None where it says none."""
        headers = self.call.request.headers
        hostname = next((value for value in map(headers.get, HOSTNAME_HEADERS) if value), None)
        if hostname is None:
            return None
        app = self.db.get(App, hostname.strip().lower())
        if app is None:
            raise self.refusal("238", "269", "68", hint=f"There is no app {hostname}")
        if app.chain_id is None:
            raise self.refusal("264", "269", "68", hint="The app belongs to no chain")
        return app

    @cached_property
    def chain(self) -> Chain:
        """The chain that is spoken of: a member's, a trusted system's, or the one that an administrator names.

        Raises:
            Problem: There is none such, or it is not the caller's.
        """
        named = self._named_chain()
        ours = self.caller.chain_id
        app = self.app
        if ours is None:
            ours = named if named is not None else app.chain_id if app else self._only_chain()
            if ours is None:
                raise self.refusal("82", "217", "269", "3", hint="Name the chain: chain_id, or an app's host name")
        chain = self.db.get(Chain, named if named is not None else ours)
        if chain is None:
            raise self.refusal("217", "230", "68", hint=f"There is no chain {named}")
        if chain.id != ours or (app is not None and app.chain_id != ours):
            raise self.refusal("405", "312", "68", "269", hint="The chain, the app and the caller do not fit together")
        if self.kind == "admin" and not self._access(chain):
            raise refusal("68")
        return chain

    def currency(self, id: int) -> Currency:
        """A currency. The call keeps it: the session itself would read again what nobody holds."""
        if id not in self._currencies:
            self._currencies[id] = self.db.get_one(Currency, id)
        return self._currencies[id]

    def _named_chain(self) -> int | None:
        named = self.given.get("chain_id")
        if self.kind != "admin":
            return named
        header = id_of(next((value for value in map(self.call.request.headers.get, CHAIN_HEADERS) if value), ""))
        if named is not None and header not in (None, named):
            raise self.refusal("405", "312", "68", hint=f"The session is for chain {header}")
        return named if named is not None else header

    def _only_chain(self) -> int | None:
        """The chain of an administrator who has but one, where the operation has no parameter to name it: one that has
        documents that the chain may be unknown."""
        if "217" in self.call.operation.raw.get("x-error-subset", ()):
            return None
        assert self.caller.user is not None, "an administrator is somebody"
        chains = self.db.scalars(select(Role.chain_id).where(Role.user_id == self.caller.user.id)).all()
        return chains[0] if len(chains) == 1 else None

    def _access(self, chain: Chain) -> list[str]:
        assert self.caller.user is not None, "only a trusted system is nobody"
        role = self.db.get(Role, (self.caller.user.id, chain.id))
        return role.access if role else []

    def need(self, access: str) -> Chain:
        """The chain, where an administrator must have this access to it (`read`, `write`, `assign`, `delete`)."""
        chain = self.chain
        if self.kind == "admin" and access not in self._access(chain):
            raise refusal("68", f"This takes {access} access to chain {chain.id}")
        return chain

    def need_app(self, *kinds: Kind) -> None:
        """Refuses a call without an app's host name, by callers of these kinds."""
        if self.kind in kinds and self.app is None:
            raise refusal("269", "Say the app's host name: X-Spaaza-MyPrice-App-Hostname")

    def member(self, names: tuple[str, ...] = IDENTIFIERS) -> User:
        """The member that a call is about: the one who calls, or the one that its parameters name.

        Raises:
            Problem: None is named, several ways are used where one is asked for, or there is none such in the chain.
        """
        given = {name: self.given[name] for name in names if self.given.get(name) not in (None, "")}
        if self.kind == "user":
            user = self.caller.user
            assert user is not None, "a member's session is a member's"
            own = {"user_id": user.id} | {name: getattr(user, name) for name in names if name != "user_id"}
            if any(str(own[name]) != str(value) for name, value in given.items()):
                raise self.refusal("215", "239", "68", hint="A member speaks for themselves alone")
            return user
        if not given:
            raise self.refusal("404", "267", "155", "3", hint=f"Name the member: {' or '.join(names)}")
        if len(given) > 1 and "416" in self.call.operation.raw.get("x-error-subset", ()):
            raise refusal("416", f"Name the member in one way: {' or '.join(given)}")
        user = self.find_member(**dict([next(iter(given.items()))]))
        if user is None:
            raise self.refusal("270", "267", "68", hint="There is no such member in this chain")
        return user

    def numbers(self, name: str, count: int) -> range:
        """The next `count` numbers of a named sequence, taken at once."""
        return next_numbers(self.db, self.call.api, name, count) if count else range(0)

    def find_member(self, **by: Any) -> User | None:
        """The member of the chain with this identifier, if there is one: `find_member(member_number="1")`."""
        ((name, value),) = by.items()
        if name == "user_id":
            number = id_of(str(value))
            user = self.db.get(User, number) if number is not None else None
            return user if user is not None and user.chain_id == self.chain.id else None
        column = getattr(User, name)
        value = str(value).lower() if name == "username" else str(value)
        return self.db.scalars(select(User).where(User.chain_id == self.chain.id, column == value)).first()


def serve(rule: Callable[[Realm], Any]) -> Handler:
    """The handler of an operation that a rule serves, open to those whom the spec names."""

    def handler(call: Call, /) -> Any:
        allowed = {_KINDS[name] for way in call.operation.security for name in way if name in _KINDS}
        realm = Realm(call)
        if allowed and realm.kind not in allowed:
            raise refusal("268") if allowed == {"privileged"} else refusal("68")
        return rule(realm)

    return handler
