"""Refusals and warnings by the codes of the spec's table, in the form that the caller's version knows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from ..api import Answer, BadInput, Call, Problem, Unauthorized
from ..spec import read_spec


def refusal(code: str, hint: str | None = None, *, data: Any = None) -> Problem:
    """The refusal with a code of the table; `hint` says more than the table does."""
    row = table()[code]
    return Problem(row["status"], hint or row["description"], code=code, data=data)


def warning(code: str, **message: Any) -> dict[str, Any]:
    """A warning with a code of the table, and what it concerns: `warning("183", key=...)`."""
    row = table()[code]
    told = {"code": int(code), "name": row["name"], "description": row["description"]}
    return told | ({"message": message} if message else {})


@cache
def table() -> Mapping[str, Mapping[str, Any]]:
    """The spec's table of codes."""
    return {row["code"]: row for row in read_spec("spaaza").document["x-error-codes"]}


def version_of(call: Call | None) -> tuple[int, ...]:
    """The version of answers that a request asks for; the newest that the spec describes where it asks for none."""
    text = call.request.headers.get("X-Spaaza-API-version", "") if call else ""
    match = re.fullmatch(r"\s*v?([0-9]{1,4})\.([0-9]{1,4})(?:\.([0-9]{1,4}))?\s*", text)
    return tuple(int(part or 0) for part in match.groups()) if match else (1, 4, 2)


def problem(problem: Problem, call: Call | None) -> Answer:
    """An error as the service tells it."""
    code = problem.code or _code_of(problem, call)
    row = table()[code]
    ours = problem.code is not None or isinstance(problem, BadInput | Unauthorized)
    status = row["status"] if ours else problem.status
    told: dict[str, Any] = {"name": row["name"], "description": row["description"]}
    if version_of(call) < (1, 4, 0):
        error = {"errors": {code: told | {"extrainfo": {"msg": problem.message}}}}
    else:
        error = {"error": {"code": int(code)} | told | {"description": problem.message}}
    return Answer({"result": {"code": 2, "status": "error"}} | error, status=status)


_BY_STATUS = {401: "6", 404: "419", 405: "4", 406: "419", 413: "402", 415: "419"}
_FIELDS = {
    "voucher_key": ("182", "181"),
    "voucher_id": (None, "179"),
    "voucher_amount": (None, "273"),
    "voucher_discount_ratio": (None, "461"),
    "expiry_date": (None, "237"),
    "campaign_id": ("245", "244"),
    "user_id": ("155", "154"),
    "shopper_id": (None, "154"),
    "log_message": ("302", "302"),
    "amount": ("301", "300"),
    "gender": (None, "96"),
    "country_code": (None, "420"),
    "birthday": (None, "237"),
    "basket_platform_type": (None, "337"),
    "username": (None, "1"),
    "password": (None, "2"),
    "session_key": (None, "54"),
    "mailing_list_subscribed": (None, "291"),
    "mailing_list_sub_offered": (None, "292"),
    "programme_opted_in": (None, "321"),
    "X-Spaaza-Request": (None, "411"),
    "X-Spaaza-MyPrice-App-Hostname": (None, "269"),
    "X-Spaaza-On-Behalf-Of": (None, "7"),
    "Nonce": (None, "325"),
    "query": (None, "63"),
    "chain_id": ("82", None),
    "business_id": ("16", "15"),
    "name": (None, "124"),
    "address_1": (None, "126"),
    "address_2": (None, "127"),
    "address_3": (None, "128"),
    "address_towncity": (None, "129"),
    "region": (None, "130"),
    "postalcode": (None, "131"),
    "countrycode": (None, "132"),
    "latitude": (None, "133"),
    "longitude": (None, "134"),
}
"""Codes of a field that is missing, and of one that is wrong, where an operation documents them."""


def _code_of(problem: Problem, call: Call | None) -> str:
    documented = call.operation.raw.get("x-error-subset", ()) if call else ()
    if isinstance(problem, Unauthorized) and "228" in documented and _is_of_another_kind(call):
        return "228"
    if isinstance(problem, Unauthorized) and problem.scheme == "privileged":
        return "268"
    if not isinstance(problem, BadInput):
        return _BY_STATUS.get(problem.status, "330")
    missing = re.search(r'"([^"]+)" is a required property', problem.message)
    name = missing[1] if missing else re.split(r"[.\[]", problem.where)[-1]
    own = _FIELDS.get(name, (None, None))[0 if missing else 1]
    if missing or problem.message.endswith("is missing"):
        wanted = [own, "3", "16", "182", "441"]
    elif '"email"' in problem.message:
        wanted = [own, "1", "419", "3"]
    elif "longer than" in problem.message:
        wanted = ["417", own, "419", "3"]
    elif "boolean" in problem.message:
        wanted = [own, "316", "419", "3"]
    elif 'type "number"' in problem.message:
        wanted = ["410", own, "419", "3"]
    elif "is not one of" in problem.message:
        wanted = [own, "411", "419", "3"]
    elif "integer" in problem.message:
        wanted = [own, "423", "419", "3"]
    else:
        wanted = [own, "419", "423", "3"]
    return next((code for code in wanted if code and code in documented), "3" if missing else "419")


def _is_of_another_kind(call: Call | None) -> bool:
    """Whether a request without credentials has an Authorization header, but of a kind that the service does not
    know."""
    header = call.request.headers.get("Authorization", "") if call else ""
    return bool(header) and header.partition(" ")[0].lower() != "bearer"
