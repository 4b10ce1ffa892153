"""The document store, after CouchDB: documents with revisions, in databases."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import select

from ..api import Problem
from .realm import Realm
from .tables import Database, Document

Query = Mapping[str, Any] | str | None


def query_documents(realm: Realm, database: str, method: str, query: Query) -> dict[str, Any]:
    """What `method` of the database gives for `query`."""
    if realm.db.get(Database, (realm.tenant, database)) is None:
        raise Problem(404, "Database not found")
    if method not in METHODS:
        raise Problem(404, f"Unknown method: there are {', '.join(METHODS)}")
    return METHODS[method](realm, database, query)


def store_document(realm: Realm, database: str, given: Mapping[str, Any]) -> Document:
    """Writes a document. One that is there must be named by its current `_rev`.

    Raises:
        Problem: 409, for another revision.
    """
    id = given["_id"] if "_id" in given else realm.uuid("document").replace("-", "")
    present = realm.db.get(Document, (realm.tenant, database, id))
    current = present.rev if present and present.fields is not None else None
    if given.get("_rev") != current:
        raise Problem(409, "Document update conflict")
    fields = {name: value for name, value in given.items() if name not in ("_id", "_rev")}
    rev = _next_rev(present, fields)
    if present is None:
        present = Document(tenant=realm.tenant, database=database, id=id, rev=rev, fields=fields)
        realm.db.add(present)
    else:
        present.rev, present.fields = rev, fields
    return present


def _get(realm: Realm, database: str, query: Query) -> dict[str, Any]:
    return _shown(_document(realm, database, query))


def _insert(realm: Realm, database: str, query: Query) -> dict[str, Any]:
    if not isinstance(query, Mapping):
        return _get(realm, database, query)  # so the text's example reads a document
    document = store_document(realm, database, query)
    return {"ok": True, "id": document.id, "rev": document.rev}


def _destroy(realm: Realm, database: str, query: Query) -> dict[str, Any]:
    document = _document(realm, database, query)
    if isinstance(query, Mapping) and query.get("_rev", document.rev) != document.rev:
        raise Problem(409, "Document update conflict")
    document.rev, document.fields = _next_rev(document, {"_deleted": True}), None
    return {"ok": True, "id": document.id, "rev": document.rev}


def _list(realm: Realm, database: str, query: Query) -> dict[str, Any]:
    rows = [
        {"id": document.id, "key": document.id, "value": {"rev": document.rev}}
        for document in _documents(realm, database)
    ]
    return {"total_rows": len(rows), "offset": 0, "rows": rows}


def _find(realm: Realm, database: str, query: Query) -> dict[str, Any]:
    wanted = _selector(query)
    shown = [_shown(document) for document in _documents(realm, database)]
    return {"docs": [each for each in shown if all(_equal(each, name, value) for name, value in wanted.items())]}


METHODS: Mapping[str, Callable[[Realm, str, Query], dict[str, Any]]] = {
    "get": _get,
    "insert": _insert,
    "destroy": _destroy,
    "list": _list,
    "find": _find,
}


def _document(realm: Realm, database: str, query: Query) -> Document:
    id: str | None = query.get("_id") if isinstance(query, Mapping) else query
    document = realm.db.get(Document, (realm.tenant, database, id)) if id is not None else None
    if document is None or document.fields is None:
        raise Problem(404, "Document not found")
    return document


def _documents(realm: Realm, database: str) -> Sequence[Document]:
    rows = realm.db.scalars(select(Document).where(Document.tenant == realm.tenant, Document.database == database))
    return sorted((row for row in rows if row.fields is not None), key=lambda row: row.id)


def _selector(query: Query) -> Mapping[str, Any]:
    if not isinstance(query, Mapping):
        return {} if query is None else {"_id": query}
    selector = query.get("selector")
    return selector if isinstance(selector, dict) else query  # pyright: ignore[reportUnknownVariableType]


def _equal(document: Mapping[str, Any], name: str, value: Any) -> bool:
    # As JSON, where 1 and true differ.
    return name in document and _canonical(document[name]) == _canonical(value)


def _shown(document: Document) -> dict[str, Any]:
    return {"_id": document.id, "_rev": document.rev, **(document.fields or {})}


def _next_rev(document: Document | None, fields: Mapping[str, Any]) -> str:
    number = int(document.rev.split("-")[0]) + 1 if document else 1
    return f"{number}-{hashlib.md5(_canonical(fields).encode(), usedforsecurity=False).hexdigest()}"


def _canonical(value: Any) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"))
