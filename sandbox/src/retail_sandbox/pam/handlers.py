"""Which rule serves which operation, and how PAM tells errors."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug import Response

from ..api import Answer, Call, File, Handler, Problem, Unauthorized
from ..clock import Clock
from . import attributes, categories, couch, directory, exports, imports, listing, locks, prices, products, retailers
from .fetching import fetch_file
from .realm import Realm
from .sheets import ImportAborted
from .tables import Ticket

SETTINGS: Mapping[str, Any] = {
    # Hosts that the links of imports may name. An address in a private network must be named itself.
    "import_hosts": [],
    # How long an import looks as if it went on, by the sandbox's clock.
    "import_seconds": 0,
    # How large a file may be, and how long getting it from a link may take.
    "import_bytes": 10 * 1024 * 1024,
    "import_timeout": 5.0,
}


def caller(credentials: Mapping[str, str], db: Session, clock: Clock) -> str:
    """The tenant of the ticket."""
    ticket = db.get(Ticket, credentials.get("ticket", ""))
    if ticket is None:
        raise Unauthorized("Unknown ticket", scheme="ticket")
    return ticket.tenant


def anyone(db: Session, clock: Clock) -> str:
    """The tenant of the first ticket, for a sandbox that does not look at tickets."""
    tenant = db.scalars(select(Ticket.tenant).order_by(Ticket.tenant).limit(1)).first()
    if tenant is None:
        raise Unauthorized("There is no ticket at all", scheme="ticket")
    return tenant


def problem(problem: Problem, call: Call | None) -> Answer:
    """An error as PAM tells it."""
    return Answer({"error": problem.message}, status=problem.status)


def export_page(call: Call) -> Response:
    """The file behind an export's link."""
    content = exports.open_export(_realm(call), call.params["id"], call.request.args)
    headers = {"Content-Disposition": f'attachment; filename="export_{call.params["id"]}.csv"'}
    return Response(content, content_type="text/csv; charset=utf-8", headers=headers)


def _realm(call: Call) -> Realm:
    return Realm(call.db, call.caller, call.clock.now())


def _done(words: str, rule: Callable[[Realm, Call], None]) -> Handler:
    """A handler that carries out a rule and says so."""

    def handler(call: Call, /) -> dict[str, str]:
        rule(_realm(call), call)
        return {"result": words}

    return handler


def _told(rule: Callable[[Realm, Call], Any]) -> Handler:
    """A handler that tells what a rule found."""

    def handler(call: Call, /) -> Any:
        return rule(_realm(call), call)

    return handler


def _limit(call: Call) -> int | None:
    text: str | None = call.params.get("limit")
    return None if text is None else int(text)


def _update_price(realm: Realm, call: Call) -> None:
    changes: dict[str, Any] = {}
    if "price" in call.params:
        changes["price"] = int(call.params["price"])
    if "label" in call.params:
        changes["label"] = call.params["label"]
    prices.update_price(realm, int(call.params["id"]), changes)


def _update_locks(realm: Realm, call: Call) -> None:
    product = realm.product(int(call.body["product_id"]))
    locks.set_locks(realm, product.id, locks.from_settings(call.body))


def _export_link(realm: Realm, call: Call) -> dict[str, str]:
    id, query = exports.export_link(realm, call.params["link_id"])
    return {"result": f"{call.url_for(f'/exports/{id}.csv')}?{urlencode(query)}"}


def _import_products(realm: Realm, call: Call) -> dict[str, str]:
    id = imports.import_products(
        realm,
        call.body["participant_id"],
        call.body["mapping"],
        lambda: _file(call),
        trimmed=call.body.get("parse_string", "1") == "1",
        lasting=_lasting(call),
    )
    return {"status": "in progress", "link": id}


def _import_similar(realm: Realm, call: Call) -> dict[str, str]:
    return {"status": "in progress", "link": imports.import_similar(realm, lambda: _file(call), lasting=_lasting(call))}


def _lasting(call: Call) -> timedelta:
    return timedelta(seconds=call.settings["import_seconds"])


def _file(call: Call) -> bytes:
    """The file of an import: as it was sent, from an export of the sandbox itself, or from elsewhere."""
    data: File | None = call.body.get("data")
    most: int = call.settings["import_bytes"]
    if data is not None:
        if len(data.content) > most:
            raise ImportAborted(f"the file is larger than {most} bytes")
        return data.content
    link: str = call.body["link"]
    if link.startswith(call.url_for("/exports/")):
        return _own_export(call, link)
    return fetch_file(
        link, hosts=call.settings["import_hosts"], most_bytes=most, seconds=call.settings["import_timeout"]
    )


def _own_export(call: Call, link: str) -> bytes:
    # Read here: a server that asks itself in the middle of a transaction waits for ever.
    parts = urlsplit(link)
    id = parts.path.rpartition("/")[2].removesuffix(".csv")
    try:
        return exports.open_export(_realm(call), id, dict(parse_qsl(parts.query))).encode()
    except Problem as refused:
        raise ImportAborted(f"link: {refused.message}") from refused


HANDLERS: Mapping[str, Handler] = {
    "products_list": _told(lambda realm, call: listing.list_products(realm, call.params)),
    "products_same": _told(lambda realm, call: products.same_products(realm, call.params["store_id"])),
    "products_add": _done("Product added", lambda realm, call: products.add_product(realm, call.body)),
    "products_update": _done("Product updated", lambda realm, call: products.update_product(realm, call.body)),
    "products_delete": _done(
        "Product deleted", lambda realm, call: products.delete_product(realm, int(call.body["id"]))
    ),
    "prices_list": _told(lambda realm, call: prices.list_prices(realm, int(call.params["product_id"]), call.params)),
    "prices_update": _done("Price updated", _update_price),
    "retailers_list": _told(lambda realm, call: retailers.list_retailers(realm, name=call.params.get("retailer_name"))),
    "retailers_list_v2": _told(
        lambda realm, call: {
            "rows": retailers.list_retailers(realm, country=call.params.get("country_name"), limit=_limit(call))
        }
    ),
    "retailers_by_store_id": _told(
        lambda realm, call: retailers.find_sellers(realm, call.params.get("store_id"), _limit(call) or 10)
    ),
    "retailers_add": _done(
        "Participant added", lambda realm, call: retailers.add_retailer(realm, call.body["participant_id"])
    ),
    "retailers_delete": _done(
        "Retailer deleted", lambda realm, call: retailers.delete_retailer(realm, call.body["participant_id"])
    ),
    "participants_list": _told(
        lambda realm, call: directory.find_participants(realm, call.params["participant_name"], _limit(call))
    ),
    "attributes_list": _told(lambda realm, call: attributes.list_attributes(realm)),
    "attributes_add": _done(
        "Attribute added",
        lambda realm, call: attributes.add_attribute(realm, call.body["id"], call.body["name"]),
    ),
    "attributes_update": _done(
        "Attribute updated",
        lambda realm, call: attributes.rename_attribute(realm, call.body["id"], call.body["name"]),
    ),
    "attributes_delete": _done(
        "Attribute deleted", lambda realm, call: attributes.delete_attribute(realm, call.body["id"])
    ),
    "categories_list": _told(lambda realm, call: categories.list_categories(realm)),
    "categories_parents": _told(lambda realm, call: categories.list_parents(realm, call.params["category_id"])),
    "categories_add": _done(
        "Category added",
        lambda realm, call: categories.add_category(
            realm, str(call.body["id"]), call.body.get("name"), call.body.get("parents", [])
        ),
    ),
    "categories_update": _done(
        "Category updated",
        lambda realm, call: categories.update_category(realm, call.body["id"], call.body),
    ),
    "categories_delete": _done(
        "Category deleted", lambda realm, call: categories.delete_category(realm, call.body["id"])
    ),
    "brands_list": _told(
        lambda realm, call: directory.list_brands(
            realm, call.params["participant_id"], call.params.get("brand_id"), _limit(call) or 10
        )
    ),
    "gtins_search": _told(
        lambda realm, call: directory.search_gtins(realm, call.body["search_string"], int(call.body.get("limit", 10)))
    ),
    "couch_query": _told(
        lambda realm, call: couch.query_documents(
            realm, call.body["dbName"], call.body.get("method", "get"), call.body.get("query")
        )
    ),
    "exports_products": _told(
        lambda realm, call: {"result": exports.export_products(realm, call.body["participant_id"])}
    ),
    "exports_link": _told(_export_link),
    "imports_products": _told(_import_products),
    "imports_similar": _told(_import_similar),
    "imports_status": _told(lambda realm, call: imports.import_status(realm, call.params["id"])),
    "locks_update": _done("Lock updated", _update_locks),
}
