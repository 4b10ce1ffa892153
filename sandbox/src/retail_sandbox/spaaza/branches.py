"""Branches, which the service calls businesses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from .access import Realm
from .delegation import check_delegate
from .problems import refusal
from .tables import Branch

_TEXTS = {
    "address_1": "address_1",
    "address_2": "address_2",
    "address_3": "address_3",
    "address_towncity": "towncity",
    "region": "region",
    "postalcode": "postalcode",
    "business_image_url": "business_image_url",
    "business_review_url": "business_review_url",
}
"""Parameters, and what answers call them."""
_SHOWN = (*_TEXTS.values(), "latitude", "longitude", "email_address", "website_url")


def alter(realm: Realm) -> dict[str, Any]:
    """Changes what is sent of a branch; what is sent empty is cleared."""
    realm.need_app("privileged")
    given = realm.given
    branch = realm.db.get(Branch, given["business_id"])
    if branch is None:
        raise refusal("144")
    chain = realm.need("write")
    check_delegate(realm, "write")
    if branch.chain_id != chain.id:
        raise refusal("33", "This business is not in the chain")
    branch.name = given.get("name", branch.name)
    branch.country_code = given.get("countrycode", branch.country_code or "").upper() or None
    changed = {name: given[parameter] for parameter, name in _TEXTS.items() if parameter in given}
    changed |= {name: f"{Decimal(str(given[name])):.8f}" for name in ("latitude", "longitude") if name in given}
    branch.fields = {name: value for name, value in (branch.fields | changed).items() if value}
    realm.db.flush()
    return {"business": _shown(branch)}


def _shown(branch: Branch) -> dict[str, Any]:
    told = {"id": branch.id, "chain_id": branch.chain_id, "name": branch.name, "type": "business"}
    told |= {name: branch.fields[name] for name in _SHOWN if name in branch.fields}
    own = {"countrycode": branch.country_code, "owner_code": branch.owner_code}
    return told | {name: value for name, value in own.items() if value is not None}


RULES: Mapping[str, Callable[[Realm], Any]] = {"branches_alter": alter}
"""What serves which operation."""
