"""Who is calling: tokens, passwords and the sessions that cookies stand for."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..api import Answer, Call, Problem, Unauthorized
from ..clock import Clock
from .columns import Column, DataSet, Row
from .tables import Account, Company, SignIn, Token

COOKIE = "DataConnectSession"

_REFUSED = "The credentials are missing or not valid."
_TOLD = (
    Column("access_token", "VARCHAR(250)"),
    Column("isValid", "VARCHAR(5)"),
    Column("ParentEntityId", "VARCHAR(20)"),
    Column("RQEmployeeId", "VARCHAR(20)"),
    Column("UserManagerEmployeeID", "VARCHAR(20)"),
    Column("Username", "NVARCHAR(250)"),
)
_COMPANIES = (
    Column("CompanyID", "INT"),
    Column("CompanyName", "NVARCHAR(250)"),
    Column("DoingBusinessAs", "NVARCHAR(250)"),
    Column("PreferredEndpoint", "VARCHAR(250)"),
    Column("DateCreatedUTC", "DATETIME"),
)


@dataclass(frozen=True)
class Caller:
    """An account that has signed in."""

    account: Account
    token: str | None
    """The access token that was shown, or that its session began with."""

    @property
    def company_id(self) -> int:
        """The company whose data it sees."""
        return self.account.company_id


def caller(credentials: Mapping[str, str], db: Session, clock: Clock) -> Caller:
    """Who shows these credentials. A bearer token goes before a password, that before `Auth`, that before a cookie."""
    for scheme, find in _FINDERS.items():
        if scheme in credentials:
            found = find(credentials[scheme], db, clock)
            if found is None:
                raise Unauthorized(_REFUSED, scheme=scheme)
            if not found.account.has_access:
                raise Problem(403, "This account has no access to DataConnect.")
            return found
    raise Unauthorized(_REFUSED, scheme="bearer")


def anyone(db: Session, clock: Clock) -> Caller:
    """Somebody of the first company, for a sandbox that does not look at keys."""
    account = db.scalars(
        select(Account).where(Account.has_access).order_by(Account.company_id, Account.username).limit(1)
    ).first()
    if account is None:
        raise Unauthorized("There is no account at all", scheme="bearer")
    return Caller(account, None)


def begin_session(call: Call, answer: Answer) -> Answer:
    """Sets the session cookie, unless the request came with one that still stands for its caller."""
    who: Caller = call.caller
    now = call.clock.now()
    shown = call.db.get(SignIn, call.request.cookies.get(COOKIE, ""))
    if shown and shown.username == who.account.username and now < shown.expires:
        return answer
    id = secret_id(call, "session")
    expires = now + timedelta(seconds=call.settings["session_seconds"])
    call.db.add(SignIn(id=id, username=who.account.username, token=who.token, expires=expires))
    secure = "; Secure" if call.request.is_secure else ""
    answer.headers["Set-Cookie"] = f"{COOKIE}={id}; Path=/{call.mount}; HttpOnly; SameSite=Lax{secure}"
    return answer


def secret_id(call: Call, name: str) -> str:
    """The next id of a named sequence, which nobody can guess who does not know the account's password."""
    account: Account = call.caller.account
    key = f"{account.username}/{name}/{call.sequence(name)}"
    return hmac.new(account.password.encode(), key.encode(), hashlib.sha256).hexdigest()[:40]


def session_data(call: Call) -> DataSet:
    """Who is signed in."""
    who: Caller = call.caller
    account = who.account
    token = (
        who.token
        or call.db.scalars(
            select(Token.token).where(Token.username == account.username).order_by(Token.token).limit(1)
        ).first()
    )
    ids = (account.company_id, account.rq_employee_id, account.user_manager_employee_id)
    row: Row = [token or "", "true", *map(str, ids), account.username]
    return DataSet(_TOLD, 1, lambda db: iter([row]), single=True)


def relationships_data(call: Call) -> DataSet:
    """The companies that the account is told of."""
    who: Caller = call.caller
    endpoint = f"{call.request.host_url}{call.settings['preferred_mount']}"
    companies = call.db.scalars(
        select(Company).where(Company.id.in_(who.account.relationships)).order_by(Company.id)
    ).all()
    rows: list[Row] = [
        [each.id, each.name, each.doing_business_as, each.preferred_endpoint or endpoint, each.date_created]
        for each in companies
    ]

    def read(db: Session) -> Iterator[Row]:
        return iter(rows)

    return DataSet(_COMPANIES, len(rows), read)


def _by_token(token: str, db: Session, clock: Clock) -> Caller | None:
    known = db.get(Token, token)
    if known is None or (known.expires and clock.now() >= known.expires):
        return None
    return Caller(db.get_one(Account, known.username), token)


def _by_password(name_and_password: str, db: Session, clock: Clock) -> Caller | None:
    username, _, password = name_and_password.partition(":")
    account = db.get(Account, username)
    if account is None or not hmac.compare_digest(account.password.encode(), password.encode()):
        return None
    return Caller(account, None)


def _by_session(id: str, db: Session, clock: Clock) -> Caller | None:
    session = db.get(SignIn, id)
    if session is None or clock.now() >= session.expires:
        return None
    return Caller(db.get_one(Account, session.username), session.token)


_FINDERS: Mapping[str, Callable[[str, Session, Clock], Caller | None]] = {
    "bearer": _by_token,
    "basic": _by_password,
    "auth": _by_token,
    "session": _by_session,
}
