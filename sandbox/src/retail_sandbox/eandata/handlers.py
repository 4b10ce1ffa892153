"""The feed's one address: which rule serves a request."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session
from werkzeug import Request
from werkzeug.exceptions import HTTPException

from ..api import Answer, Call, Problem
from ..clock import Clock
from . import answers, catalog, plans, products, updates
from .asked import Asked
from .tables import Company, KeyCode

_LISTS = ("categories", "attributes", "extra")


def feed(call: Call) -> Answer:
    """Serves GET and POST alike: an update, a look-up, or a list."""
    asked = _asked(call)
    if asked.update:
        data = _update(call, asked)
    elif asked.find:
        data = _find(call, asked)
    elif len(asked.get) == 1 and asked.get[0] in _LISTS:
        data = _list(call, asked, asked.get[0])
    else:
        raise Problem(400, "find: missing; or update, or a get of categories, attributes or extra")
    return Answer(data, media_type=_media_type(asked.xml))


def caller(credentials: Mapping[str, str], db: Session, clock: Clock) -> KeyCode:
    """The account that calls."""
    return plans.account(db, credentials.get("keycode", ""))


def problem(problem: Problem, call: Call | None) -> Answer:
    """A refusal: HTTP 200 with the outcome in the body. What is not the feed's address keeps its HTTP status."""
    code = "500" if problem.status >= 500 else "404" if problem.status == 404 else "400"
    message = "the service failed" if code == "500" else problem.message
    if call is None:
        return Answer({"status": answers.status({}, code, message)})
    sent = _sent(call.request)
    looked_up = {name: sent[name] for name in ("update", "find") if sent.get(name)}
    return Answer(
        {"status": answers.status(_asked(call).own, code, message, **looked_up)},
        status=200,
        media_type=_media_type(sent.get("mode") == "xml"),
    )


def _sent(request: Request) -> dict[str, str]:
    """What a request holds, right or wrong."""
    try:
        return {**request.args, **request.form}
    except HTTPException:  # a form that cannot be read
        return {**request.args}


def _find(call: Call, asked: Asked) -> dict[str, Any]:
    db, now = call.db, call.clock.now()
    account: KeyCode = call.caller
    ean13s = products.meanings(asked.find, "find")
    view = answers.View(db, asked)
    plans.count_lookup(db, account, now)
    product = products.on_file(db, ean13s)
    if product is None and asked.deep and account.plan == "paid":
        product = products.search_web(db, ean13s, now)
    company = products.company_of(db, ean13s)
    if product is None:
        return _not_found(call, asked, now) | _company(company if asked.company else None)
    updates.settle(db, product, now, _validate_after(call))
    sheet = products.sheet(db, product, pending=asked.pending)
    told = plans.message(db, account, now)
    if not asked.v3:
        status = answers.status(asked.own, "200", told, version="2.1", find=asked.find)
        shown = answers.company(company if asked.company else None)
        return {"status": status, "product": answers.product_v2(db, sheet), "company": shown}
    status = answers.status(asked.own, "200", told, version="3.1", find=asked.find, run=_run(call, now))
    wanted = asked.company and "company" not in asked.has
    return {"status": status, "product": view.product(sheet, company)} | _company(company if wanted else None)


def _company(company: Company | None) -> dict[str, Any]:
    return {"company": answers.company(company)} if company else {}


def _not_found(call: Call, asked: Asked, started: datetime) -> dict[str, Any]:
    """No refusal, since the look-up counts: the transaction must be kept."""
    more = {"version": "3.1", "run": _run(call, started)} if asked.v3 else {"version": "2.1"}
    return {"status": answers.status(asked.own, "404", "product not found", find=asked.find, **more), "product": {}}


def _update(call: Call, asked: Asked) -> dict[str, Any]:
    db, now = call.db, call.clock.now()
    ean13s = products.meanings(asked.update, "update")
    for name in ("field", "value"):
        if not getattr(asked, name):
            raise Problem(400, f"{name}: missing")
    product = products.on_file(db, ean13s)
    if product is None:
        status = answers.status(asked.own, "404", "product not found", update=asked.update)
        return {"status": status} | _company(products.company_of(db, ean13s))
    updates.settle(db, product, now, _validate_after(call))
    updates.send(db, product, asked.field, asked.value, asked.extra_id, now)
    return {"status": answers.status(asked.own, "200", plans.message(db, call.caller, now), update=asked.update)}


def _list(call: Call, asked: Asked, name: str) -> dict[str, Any]:
    db = call.db
    status = answers.status(asked.own, "200", plans.message(db, call.caller, call.clock.now()))
    if name == "categories":
        return {"status": status, "category": [answers.category(*each) for each in catalog.categories(db)]}
    if name == "attributes":
        return {"status": status, "attribute": [answers.attribute(each) for each in catalog.fields(db).values()]}
    return {
        "status": status,
        "extra": [answers.descriptor(each) for each in catalog.descriptors(db, asked.field or None)],
    }


def _asked(call: Call) -> Asked:
    return Asked.read(call.params if call.body is None else call.body)


def _media_type(xml: bool) -> str:
    return "application/xml" if xml else "application/json"


def _run(call: Call, started: datetime) -> str:
    seconds = (call.clock.now() - started).total_seconds()
    return f"{max(seconds, 0):.4f}"


def _validate_after(call: Call) -> timedelta:
    return timedelta(seconds=call.settings["validate_after_seconds"])
