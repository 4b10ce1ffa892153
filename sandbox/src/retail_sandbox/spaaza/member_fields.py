"""What requests say of members, checked and written down."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import ColumnElement, select
from werkzeug.security import generate_password_hash

from .access import Realm
from .member_view import ADDRESS
from .problems import refusal
from .tables import Branch, User

_TEXTS = (*ADDRESS, "auxiliary_identifier", "first_name", "last_name", "phone_number", "language")
_FLAGS = ("registered", "is_employee", "opt_in_secondary")
_MAIL = ("mailing_list_sub_offered", "mailing_list_subscribed", "printed_mailing_list_subscribed")
_POSTAL_CODES = {
    "BE": "[1-9][0-9]{3}",
    "DE": "[0-9]{5}",
    "FR": "[0-9]{5}",
    "NL": "[1-9][0-9]{3} ?[A-Za-z]{2}",
    "US": "[0-9]{5}(-[0-9]{4})?",
    "ZA": "[0-9]{4}",
}
"""Postal codes of countries whose form is plain; anywhere else letters, digits, blanks and hyphens will do."""


def change(realm: Realm, user: User, given: Mapping[str, Any]) -> None:
    """Writes down what a request says of a member; identifiers excepted. What is sent blank is removed.

    Raises:
        Problem: Some of it is wrong, or nothing that the chain has.
    """
    for name in _TEXTS:
        if name in given:
            setattr(user, name, given[name] or None)
    if "address_postalcode" in given:
        _check_postal_code(user)
    if "gender" in given:
        user.gender = given["gender"].upper() or None
    if "birthday" in given:
        user.birthday = _birthday(realm, given["birthday"])
    if "password" in given:
        user.password_hash = generate_password_hash(given["password"])
    for name in _FLAGS:
        if name in given:
            setattr(user, name, given[name])
    _change_mail(realm, user, given)
    _change_programme(realm, user, given)
    _change_stores(realm, user, given)


def signup_channel(realm: Realm) -> str | None:
    """Where a member signs up, as the request's header tells."""
    text = realm.given.get("X-Spaaza-Request")
    return json.loads(text)["client_channel"] if text else None


def _check_postal_code(user: User) -> None:
    code = user.address_postalcode
    form = _POSTAL_CODES.get(user.country_code or "", "[0-9A-Za-z][0-9A-Za-z -]*")
    if code is not None and not re.fullmatch(form, code):
        raise refusal("278", f"A postal code looks like {form}")


def _birthday(realm: Realm, text: str) -> date | None:
    if not text:
        if realm.chain.rules.get("birthday_required"):
            raise refusal("3", "This programme needs the birthday")
        return None
    try:
        if len(text) == len("1986-01-30"):
            return date.fromisoformat(text)
        return datetime.fromisoformat(text).astimezone(UTC).date()
    except (ValueError, OverflowError) as error:
        raise refusal("237", "There is no such day") from error


def _change_mail(realm: Realm, user: User, given: Mapping[str, Any]) -> None:
    said = [name for name in _MAIL if name in given]
    if said and not realm.chain.rules.get("mailing_list", True):
        raise refusal("290")
    for name in said:
        setattr(user, name, given[name])


def _change_programme(realm: Realm, user: User, given: Mapping[str, Any]) -> None:
    if "programme_opted_in" not in given:
        return
    if not realm.chain.rules.get("opt_in_programme", True):
        raise refusal("320")
    joins: bool = given["programme_opted_in"]
    if joins and not user.programme_opted_in:
        user.programme_joined_at = realm.now
    user.programme_opted_in = joins


def _change_stores(realm: Realm, user: User, given: Mapping[str, Any]) -> None:
    if "store_id" in given:
        user.signup_store_id = _branch(realm, Branch.id == given["store_id"])
    elif given.get("branch_business_owner_code"):
        user.signup_store_id = _branch(realm, Branch.owner_code == given["branch_business_owner_code"])
    if "home_store_id" in given:
        user.home_store_id = _branch(realm, Branch.id == given["home_store_id"])


def _branch(realm: Realm, meant: ColumnElement[bool]) -> int:
    found = realm.db.scalar(select(Branch.id).where(Branch.chain_id == realm.chain.id, meant))
    if found is None:
        raise refusal("68", "There is no such branch in this chain")
    return found
