"""Checks beside schemathesis' own, all driven by what the spec says.

`told_…` are its own checks, judging what an answer tells instead of its HTTP status (see `told`).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping
from typing import Any

import schemathesis
from schemathesis import Case, CheckContext, Response
from schemathesis.checks import load_all_checks, not_a_server_error
from schemathesis.core.failures import Failure, FailureGroup
from schemathesis.specs.openapi import checks as stock

from .facts import Shown, facts_of
from .keys import put_credential, way_of
from .links import Followed, alike, follow, written
from .told import code_of, misleads, tells_in_body, told

load_all_checks()

Check = Callable[[CheckContext, Response, Case], bool | None]

_AS_TOLD = (
    not_a_server_error,
    stock.negative_data_rejection,
    stock.positive_data_acceptance,
    stock.missing_required_header,
    stock.use_after_free,
    stock.ensure_resource_availability,
)
TOLD = (*(check.__name__ for check in _AS_TOLD), "ignored_auth")
"""Checks of schemathesis that look at the status. A twin, `told_…`, looks into the body where that tells."""


CONFORMANCE: list[Check] = [
    stock.status_code_conformance,
    stock.content_type_conformance,
    stock.response_headers_conformance,
    stock.response_schema_conformance,
]
"""Whether an answer is one that the spec documents."""


def twins_off(document: Mapping[str, Any]) -> list[str]:
    """Those of each pair of twins that say nothing about an API: the outcome is told in one place."""
    return [name if misleads(document) else f"told_{name}" for name in TOLD]


def on_keys(document: Mapping[str, Any]) -> list[Check]:
    """What is to look at credentials that were put in by hand, where HTTP's status misleads."""
    return [told_ignored_auth] if misleads(document) else []


def _as_told(check: Check) -> Check:
    @functools.wraps(check)
    def judge(ctx: CheckContext, response: Response, case: Case) -> bool | None:
        return check(ctx, told(response, document_of(case)), case)

    judge.__name__ = f"told_{check.__name__}"
    return judge


for _check in _AS_TOLD:
    schemathesis.check(_as_told(_check))


@schemathesis.check
@stock.skips_on_unexpected_http_status
def told_ignored_auth(ctx: CheckContext, response: Response, case: Case) -> bool | None:
    """A request that was served is refused without each of its credentials, and with a wrong one in its place."""
    if not _is_success(case, response):
        return True
    for name in sorted(way_of(case)):
        for wrong in (None, "not:known"):
            probe = case.derive()
            put_credential(probe, name, wrong)
            answer = told(probe.call(), document_of(case))
            what = "without" if wrong is None else "with a wrong"
            assert 400 <= answer.status_code < 500, f"served {what} {name}: {answer.content[:200]!r}"
    return None


def key_is_asked_for(ctx: CheckContext, response: Response, case: Case) -> bool | None:
    """A request without a good key is refused as such: with 401 or 403, or as told in the body."""
    codes = facts_of(document_of(case)).key_codes
    if codes:
        code = code_of(document_of(case), response.content)
        assert code in codes, f"refused with {code}: {response.content[:200]!r}"
        return None
    status = told(response, document_of(case)).status_code
    expected = range(400, 500) if tells_in_body(document_of(case)) else (401, 403)
    assert status in expected, f"told {status}: {response.content[:200]!r}"
    return None


def link_is_served(ctx: CheckContext, response: Response, case: Case) -> bool | None:
    """What a link leads to is served, on the way that the spec shows."""
    return shown_is_served(ctx, response, case)


def shown_is_served(ctx: CheckContext, response: Response, case: Case) -> bool | None:
    """What the spec shows as a request is served. Only for such requests: others may well name what is not there."""
    status = told(response, document_of(case)).status_code
    assert 200 <= status < 300, f"refused with {status}: {response.content[:200]!r}"
    return None


@schemathesis.check
@stock.skips_on_unexpected_http_status
def code_is_documented(ctx: CheckContext, response: Response, case: Case) -> bool | None:
    """A refusal has one of the codes that its operation documents, and the status that goes with it."""
    document, raw = document_of(case), case.operation.definition.raw
    documented = {code for each in (raw, *raw.get("x-methods", ())) for code in each.get("x-error-subset", ())}
    status = told(response, document).status_code
    # These may be told by any operation. A method that it does not take is none of the operation's either.
    if not documented or status < 400 or status in (405, 406, 413, 415) or case.method != case.operation.method.upper():
        return True
    code = code_of(document, response.content)
    assert code in documented, f"{code} is not documented: {response.content[:200]!r}"
    if not tells_in_body(document):
        said = next(each["status"] for each in document["x-error-codes"] if each["code"] == code)
        assert response.status_code == said, f"{code} has the status {said}, not {response.status_code}"
    return None


@schemathesis.check
@stock.skips_on_unexpected_http_status
def write_is_stored(ctx: CheckContext, response: Response, case: Case) -> bool | None:
    """What was written is there when the answer's links to readers are followed, with the values that were sent."""
    if case.method.upper() not in ("POST", "PUT", "PATCH") or not _is_success(case, response):
        return True
    facts, operation = facts_of(document_of(case)), case.operation.definition.raw["operationId"]
    followed: list[Followed] = []
    for each in follow(case, response):
        why = facts.refused_links.get(f"{operation}.{each.link}")
        if not each.found and why and re.search(why, each.content.decode()):
            continue
        followed.append(each)
        assert each.found, f"{each.told} from {each.where}: {each.content[:200]!r}"
    values = {} if operation in facts.not_kept else written(case, response)
    comparable = [each for each in followed if each.comparable(values)]
    if comparable:
        assert any(each.shows(values) for each in comparable), (
            f"{values} not seen at {', '.join(each.where for each in comparable)}"
        )
    for shown in facts.shown:
        for each in followed:
            if each.link == shown.link:
                _assert_shown(shown, values, each)
    return None


@schemathesis.check
@stock.skips_on_unexpected_http_status
def deleted_is_gone(ctx: CheckContext, response: Response, case: Case) -> bool | None:
    """What was deleted is found no more when the answer's links to readers are followed, or as what the facts know to
    stay of it."""
    if case.method.upper() != "DELETE" or not _is_success(case, response):
        return True
    facts, operation = facts_of(document_of(case)), case.operation.definition.raw["operationId"]
    in_path = dict(case.path_parameters or {})
    values = {**in_path, **written(case, response)}
    named = {name: values[name] for name in facts.deleted_by.get(operation, values) if name in values}
    # What the path ends with is deleted, and the rest of it holds that; without a path the request names it.
    own = {str(each) for each in list(in_path.values())[-1:] or named.values()}
    for each in follow(case, response):
        if operation in facts.stays:
            assert each.holds(facts.stays[operation]), f"not so at {each.where}: {each.content[:300]!r}"
        elif own & {str(value) for value in each.parameters.values()}:
            assert each.told in (404, 410), f"{each.told} from {each.where}: {each.content[:200]!r}"
        elif each.comparable(named):
            assert not each.shows(named), f"{named} still at {each.where}"
    return None


def failures(case: Case, response: Response, *more: Check) -> list[Failure]:
    """What the answer to a signed request breaks."""
    try:
        # The check that is left out takes keys that were put in by hand for random ones.
        case.validate_response(response, additional_checks=list(more), excluded_checks=[stock.ignored_auth])
    except FailureGroup as group:
        return list(group.exceptions)
    return []


def failure(check: str, case: Case, message: str) -> Failure:
    """A failure by the name of a check that looks at more than one answer."""
    return Failure(operation=case.operation.label, title=f"Custom check failed: `{check}`", message=message)


def document_of(case: Case) -> Mapping[str, Any]:
    """The spec of a case's API."""
    return case.operation.schema.raw_schema


def _is_success(case: Case, response: Response) -> bool:
    return 200 <= told(response, document_of(case)).status_code < 300


def _assert_shown(shown: Shown, values: Mapping[str, Any], followed: Followed) -> None:
    name, value = values.get(shown.name), values.get(shown.value)
    if name is None or value is None:
        return
    holder = followed.data
    for part in shown.under.split("."):
        holder = holder.get(part, {})
    assert name in holder, f"{name} not seen at {followed.where}"
    assert alike(holder[name], value), f"{name} is {holder[name]!r} and not {value!r} at {followed.where}"
