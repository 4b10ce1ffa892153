"""A sandbox broken in every way that the contract suite is there to catch, one at a time."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, nullcontext
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from retail_sandbox.api import Call, Handler, Problem
from retail_sandbox.information_machine.tables import Connection, Purchase, User
from retail_sandbox.services import Service, load_service
from retail_sandbox.spaaza import access, purchases, redeeming, refunds, spreading
from retail_sandbox.spaaza import tables as spaaza_tables
from retail_sandbox.spaaza.basket_tables import BasketItem
from retail_sandbox.spaaza.campaign_tables import Voucher
from retail_sandbox.spaaza.money import CENT, spread
from retail_sandbox.spaaza.problems import refusal
from sqlalchemy import delete, func, select, update
from werkzeug import Response

from .subject import Subject
from .suite import Amount, Found, sandboxed

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

LITTLE = Amount(examples=6, scenarios=8, steps=6, shrink=False)
"""Enough to see that something is broken, and that nothing is when nothing is."""

Change = Callable[[Response], None]


@dataclass(frozen=True)
class Break:
    """One way to break an API."""

    api: str
    operation: str
    caught_by: str
    """The check that is to find it: its name, or the class of schemathesis' failure."""
    handler: Callable[[Handler], Handler] | None = None
    """Makes another handler of the operation's."""
    document: Callable[[Any], None] | None = None
    """Changes the spec that is served, not the one that is held against it."""
    answers: Change | None = None
    """Changes the answers to the operation."""
    only: Callable[[Response], bool] = lambda response: True
    """Which answers `answers` changes."""
    check_keys: bool = True

    def examine(self) -> list[Found]:
        """What the suite finds, up to what it is to find."""
        service = load_service(self.api)
        with closing(Subject(service, self._served(service), check_keys=self.check_keys)) as subject:
            contract = sandboxed(subject, LITTLE)
            with subject.behind(self._changed(service)) if self.answers else nullcontext():
                return list(self._until_caught(contract.examine([self.operation])))

    def _until_caught(self, found: Iterator[Found]) -> Iterator[Found]:
        for each in found:
            yield each
            if each.check == self.caught_by:
                return

    def _served(self, service: Service) -> Service:
        api, document = service.api, copy.deepcopy(service.document)
        if self.handler:
            api = replace(api, handlers={**api.handlers, self.operation: self.handler(api.handlers[self.operation])})
        if self.document:
            self.document(document)
        return replace(service, api=api, document=document)

    def _changed(self, service: Service) -> Callable[[WSGIApplication], WSGIApplication]:
        """What changes the answers to requests for the operation, or for its path with a method that nobody serves."""
        paths = service.document["paths"]
        served = {
            path: {method.upper(): item[method]["operationId"] for method in item} for path, item in paths.items()
        }
        path = next(path for path, methods in served.items() if self.operation in methods.values())

        def wrap(app: WSGIApplication) -> WSGIApplication:
            def changed(environ: Any, start_response: Any) -> Any:
                response = Response.from_app(app, environ, buffered=True)
                ours = served[path].get(environ["REQUEST_METHOD"], self.operation) == self.operation
                if self.answers and ours and environ["PATH_INFO"].endswith(path) and self.only(response):
                    self.answers(response)
                return response(environ, start_response)

            return changed

        return wrap


def edited(change: Callable[[Any], Any]) -> Change:
    """Changes the data of an answer in JSON."""

    def edit(response: Response) -> None:
        data = json.loads(response.get_data())
        response.set_data(json.dumps(change(data) or data))

    return edit


def lost(handler: Handler) -> Handler:
    """Answers as ever, and stores nothing."""

    def answer(call: Call, /) -> Any:
        done = handler(call)
        call.db.rollback()
        return done

    return answer


def failing(handler: Handler) -> Handler:
    def fail(call: Call, /) -> Any:
        raise ZeroDivisionError

    return fail


def to_anyone(handler: Handler) -> Handler:
    """Serves what belongs to another tenant too."""

    def answer(call: Call, /) -> Any:
        try:
            return handler(call)
        except Problem:
            return handler(replace(call, caller=replace(call.caller, client_id="demo")))

    return answer


def uncounted(handler: Handler) -> Handler:
    """Tells a quota that nothing was taken from."""

    def answer(call: Call, /) -> Any:
        call.caller = replace(call.caller, used=0)
        return handler(call)

    return answer


def without_purchases(handler: Handler) -> Handler:
    """Loses what was harvested."""

    def answer(call: Call, /) -> Any:
        done = handler(call)
        call.db.execute(delete(Purchase))
        return done

    return answer


def leaving_connections(handler: Handler) -> Handler:
    """Leaves a user's store connections behind, with somebody else."""

    def answer(call: Call, /) -> Any:
        call.db.execute(update(Connection).values(owner=select(func.min(User.id)).scalar_subquery()))
        return handler(call)

    return answer


def patched(owner: object, name: str, value: object) -> Callable[[Handler], Handler]:
    """Makes a handler that runs with one of the API's own rules replaced."""

    def patch(handler: Handler) -> Handler:
        def answer(call: Call, /) -> Any:
            with pytest.MonkeyPatch.context() as patching:
                patching.setattr(owner, name, value)
                return handler(call)

        return answer

    return patch


def a_cent_short(amount: Decimal, weights: Sequence[Decimal]) -> list[Decimal]:
    """Shares that a cent is missing of."""
    first, *rest = spread(amount, weights)
    return [first - CENT, *rest]


def keeping_names(handler: Handler) -> Handler:
    """Leaves a deleted member's name."""

    def answer(call: Call, /) -> Any:
        done = handler(call)
        call.db.execute(update(spaaza_tables.User).where(spaaza_tables.User.obfuscated).values(last_name="Archer"))
        return done

    return answer


def forgetting_returns(handler: Handler) -> Handler:
    """Has as much left of each item after a return as before."""

    def answer(call: Call, /) -> Any:
        done = handler(call)
        call.db.execute(update(BasketItem).values(quantity=2))
        return done

    return answer


def member_of_any_chain(realm: access.Realm, **by: Any) -> spaaza_tables.User | None:
    """The member with an id, whose ever."""
    return realm.db.get(spaaza_tables.User, by["user_id"]) if "user_id" in by else None


def refusing_by(code: str) -> Callable[[Handler], Handler]:
    """Refuses with a code of Spaaza's table."""

    def wrap(handler: Handler) -> Handler:
        def refuse(call: Call, /) -> Any:
            raise refusal(code)

        return refuse

    return wrap


def nothing(*_: object, **__: object) -> None:
    """Does not do what it is there for."""


def refusing(handler: Handler) -> Handler:
    def refuse(call: Call, /) -> Any:
        raise Problem(400, "No")

    return refuse


def is_ok(response: Response) -> bool:
    return response.status_code == 200


def is_found(response: Response) -> bool:
    return b'"EAN13"' in response.get_data()


def is_xml(response: Response) -> bool:
    return response.mimetype == "application/xml" and b"<attributes>" in response.get_data()


def is_(status: int) -> Callable[[Response], bool]:
    return lambda response: response.status_code == status


def to_status(status: int) -> Change:
    def change(response: Response) -> None:
        response.status_code = status

    return change


def refused(status: int) -> Change:
    """Turns an answer into a proper refusal of PAM."""

    def change(response: Response) -> None:
        response.status_code = status
        response.set_data('{"error": "no"}')

    return change


def to_page(response: Response) -> None:
    response.headers["Content-Type"] = "text/html"
    response.set_data("<pre>Traceback (most recent call last):</pre>")


def to_kind(kind: str) -> Change:
    def change(response: Response) -> None:
        response.headers["Content-Type"] = kind

    return change


def without_header(name: str) -> Change:
    return lambda response: response.headers.remove(name)


def to_text(text: str) -> Change:
    return lambda response: response.set_data(text)


def replaced(old: bytes, new: bytes) -> Change:
    return lambda response: response.set_data(response.get_data().replace(old, new))


def _drop(name: str) -> Callable[[Any], None]:
    def drop(data: Any) -> None:
        for each in data if isinstance(data, list) else [data]:
            each.pop(name, None)

    return drop


BREAKS = {
    "a required field is dropped": Break(
        "pam", "retailers_list", "JsonSchemaError", answers=edited(_drop("name")), only=is_ok
    ),
    "a field has the wrong type": Break(
        "pam", "products_list", "JsonSchemaError", answers=edited(lambda data: {**data, "pages_count": "1"}), only=is_ok
    ),
    "a field is null that may not be": Break(
        "pam",
        "attributes_list",
        "JsonSchemaError",
        answers=edited(lambda data: [{**each, "name": None} for each in data]),
        only=is_ok,
    ),
    "a success has a status that is not documented": Break(
        "pam", "attributes_add", "UndefinedStatusCode", answers=to_status(201), only=is_ok
    ),
    "an error has a status that is not documented": Break(
        "pam", "attributes_add", "UndefinedStatusCode", answers=to_status(422), only=is_(400)
    ),
    "a missing key is told with the wrong status": Break(
        "pam", "prices_list", "IgnoredAuth", answers=to_status(400), only=is_(401)
    ),
    "keys are not looked at": Break("pam", "brands_list", "IgnoredAuth", check_keys=False),
    "bad input is accepted": Break(
        "pam",
        "prices_update",
        "AcceptedNegativeData",
        handler=lambda _: lambda _: {"result": "Price updated"},
        document=lambda document: document["paths"]["/pam-service/api/prices"]["patch"]["parameters"].clear(),
    ),
    "good input is refused": Break("pam", "gtins_search", "RejectedPositiveData", answers=refused(400), only=is_ok),
    "what the spec shows is refused": Break("pam", "couch_query", "shown_is_served", answers=refused(409), only=is_ok),
    "a new thing is not stored": Break("pam", "attributes_add", "write_is_stored", handler=lost),
    "an update is lost": Break("pam", "attributes_update", "write_is_stored", handler=lost),
    "what was made cannot be read": Break("pam", "exports_products", "write_is_stored", handler=lost),
    "a deleted thing is still in the list": Break("pam", "attributes_delete", "deleted_is_gone", handler=lost),
    "a deleted thing can still be read": Break("pam", "products_delete", "deleted_is_gone", handler=lost),
    "the content type is wrong": Break("pam", "categories_list", "UndefinedContentType", answers=to_kind("text/html")),
    "the content type is missing": Break(
        "pam", "categories_list", "MissingContentType", answers=without_header("Content-Type")
    ),
    "the JSON is malformed": Break("pam", "categories_list", "MalformedJson", answers=to_text('[{"id": '), only=is_ok),
    "the operation fails": Break("pam", "retailers_list", "ServerError", handler=failing),
    "an error body has the wrong form": Break(
        "pam", "prices_list", "JsonSchemaError", answers=to_text('{"message": "no"}'), only=is_(400)
    ),
    "an error is a stack trace in HTML": Break(
        "pam", "prices_list", "UndefinedContentType", only=is_(400), answers=to_page
    ),
    "a refused method does not say which are allowed": Break(
        "pam", "participants_list", "UnsupportedMethodResponse", answers=without_header("Allow"), only=is_(405)
    ),
    "eandata: a required field is dropped": Break(
        "eandata",
        "feed_get",
        "JsonSchemaError",
        answers=edited(lambda data: data["product"].pop("EAN13") and None),
        only=is_found,
    ),
    "eandata: keys are not looked at": Break("eandata", "feed_get", "told_ignored_auth", check_keys=False),
    "eandata: bad input is accepted": Break(
        "eandata", "feed_post", "AcceptedNegativeData", answers=replaced(b'"code":"400"', b'"code":"200"')
    ),
    "eandata: a failure is told under 200": Break(
        "eandata", "feed_get", "ServerError", answers=replaced(b'"code":"404"', b'"code":"500"')
    ),
    "eandata: an update is lost": Break("eandata", "feed_post", "write_is_stored", handler=lost),
    "eandata: the XML is malformed": Break(
        "eandata", "feed_get", "ContentDeserializationError", answers=replaced(b"</feed>", b""), only=is_xml
    ),
    "eandata: the XML lacks a required element": Break(
        "eandata", "feed_get", "JsonSchemaError", answers=replaced(b"EAN13>", b"EAN14>"), only=is_xml
    ),
    "eandata: the XML has another root": Break(
        "eandata", "feed_get", "ContentDeserializationError", answers=replaced(b"feed>", b"food>"), only=is_xml
    ),
    "information-machine: another's user is seen": Break(
        "information-machine", "users_get", "others_are_refused", handler=to_anyone
    ),
    "information-machine: another's connection can be deleted": Break(
        "information-machine", "stores_delete", "others_are_refused", handler=to_anyone
    ),
    "information-machine: a deleted user's connections stay": Break(
        "information-machine", "users_delete", "deleted_goes_whole", handler=leaving_connections
    ),
    "information-machine: a deleted connection can still be read": Break(
        "information-machine", "stores_delete", "deleted_is_gone", handler=lost
    ),
    "information-machine: a cart's item is still in the cart": Break(
        "information-machine", "carts_delete_item", "deleted_is_gone", handler=lost
    ),
    "information-machine: a request does not count": Break(
        "information-machine", "purchases_history", "quota_is_counted", handler=uncounted
    ),
    "information-machine: the purchases are missing": Break(
        "information-machine", "stores_get", "link_is_served", handler=without_purchases
    ),
    "information-machine: a receipt is not stored": Break(
        "information-machine", "receipts_add", "write_is_stored", handler=lost
    ),
    "information-machine: good input is refused": Break(
        "information-machine", "stores_connect", "RejectedPositiveData", handler=refusing
    ),
    "information-machine: bad input is accepted": Break(
        "information-machine",
        "users_create",
        "AcceptedNegativeData",
        document=lambda document: document["components"]["schemas"]["RegisterUserRequest"].pop("additionalProperties"),
    ),
    "spaaza: a voucher is redeemed twice": Break(
        "spaaza", "baskets_add", "journey_is_told", handler=patched(redeeming, "obstacle", nothing)
    ),
    "spaaza: a lock is ignored": Break(
        "spaaza", "baskets_add", "journey_is_told", handler=patched(redeeming, "lock_fits", lambda *_: True)
    ),
    "spaaza: a cent is lost": Break(
        "spaaza", "baskets_price", "journey_is_told", handler=patched(spreading, "spread", a_cent_short)
    ),
    "spaaza: a basket that is sent again is bought again": Break(
        "spaaza", "baskets_add", "journey_is_told", handler=patched(purchases, "_earlier", nothing)
    ),
    "spaaza: what came back comes back again": Break(
        "spaaza", "baskets_return_items", "journey_is_told", handler=forgetting_returns
    ),
    "spaaza: points are not reclaimed": Break(
        "spaaza", "baskets_return_items", "journey_is_told", handler=patched(refunds, "_reclaim", nothing)
    ),
    "spaaza: a voucher does not come back": Break(
        "spaaza", "baskets_return_items", "journey_is_told", handler=patched(refunds, "_refund", lambda *_: [])
    ),
    "spaaza: what has expired can be claimed": Break(
        "spaaza", "vouchers_claim", "journey_is_told", handler=patched(Voucher, "expired", lambda *_: False)
    ),
    "spaaza: a claim is lost": Break("spaaza", "vouchers_claim", "journey_is_told", handler=lost),
    "spaaza: a deleted member's name stays": Break("spaaza", "users_delete", "deleted_is_gone", handler=keeping_names),
    "spaaza: a deleted voucher stays": Break("spaaza", "vouchers_delete", "deleted_is_gone", handler=lost),
    "spaaza: another chain's member is seen": Break(
        "spaaza", "users_get", "others_are_refused", handler=patched(access.Realm, "find_member", member_of_any_chain)
    ),
    "spaaza: keys are not looked at": Break("spaaza", "users_get", "key_is_asked_for", check_keys=False),
    "spaaza: a refusal has a code that is not documented": Break(
        "spaaza", "users_get", "code_is_documented", handler=refusing_by("20")
    ),
    "spaaza: the service fails": Break("spaaza", "users_get", "ServerError", handler=failing),
    "spaaza: the service says that it has failed": Break(
        "spaaza", "users_get", "ServerError", handler=refusing_by("330")
    ),
    "spaaza: good input is refused": Break("spaaza", "wallets_ledger", "shown_is_served", handler=refusing_by("68")),
    "spaaza: a column of the CSV has another name": Break(
        "spaaza",
        "vouchers_list_csv",
        "JsonSchemaError",
        answers=replaced(b"voucher_status", b"voucher_state"),
        only=is_ok,
    ),
    "spaaza: the file of an export is not there": Break(
        "spaaza", "users_export_file", "link_is_served", handler=refusing_by("325")
    ),
}


@pytest.mark.parametrize("broken", [pytest.param(each, id=name) for name, each in BREAKS.items()])
def test_the_suite_catches_that(broken: Break) -> None:
    found = broken.examine()
    assert broken.caught_by in {each.check for each in found}, found


@pytest.mark.parametrize("api", sorted({each.api for each in BREAKS.values()}))
def test_the_same_run_finds_nothing_when_nothing_is_broken(api: str) -> None:
    with closing(Subject(load_service(api))) as subject:
        operations = sorted({each.operation for each in BREAKS.values() if each.api == api})
        assert list(sandboxed(subject, LITTLE).examine(operations)) == []
