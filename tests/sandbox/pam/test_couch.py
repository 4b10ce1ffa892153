from __future__ import annotations

from typing import Any

import pytest

from .conftest import Pam


def couch(pam: Pam, method: str | None = None, query: Any = None) -> Any:
    body = {"dbName": "docs", "method": method, "query": query}
    return pam.post("/couch", {name: value for name, value in body.items() if value is not None})


def refused(pam: Pam, method: str, query: Any) -> tuple[int, str]:
    return pam.refused("POST", "/couch", json={"dbName": "docs", "method": method, "query": query})


def test_an_inserted_document_is_read_back(pam: Pam) -> None:
    stored = couch(pam, "insert", {"_id": "1234", "name": "x", "tags": [1, {"deep": None}]})
    assert stored == {"ok": True, "id": "1234", "rev": stored["rev"]}
    document = {"_id": "1234", "_rev": stored["rev"], "name": "x", "tags": [1, {"deep": None}]}
    assert couch(pam, "get", "1234") == document
    assert couch(pam, query={"_id": "1234"}) == document


def test_a_document_without_an_id_gets_one(pam: Pam) -> None:
    first, second = couch(pam, "insert", {"name": "x"}), couch(pam, "insert", {"name": "x"})
    assert first["id"] != second["id"]
    assert couch(pam, "get", first["id"])["name"] == "x"


def test_a_write_needs_the_current_revision(pam: Pam) -> None:
    first = couch(pam, "insert", {"_id": "d", "n": 1})["rev"]
    second = couch(pam, "insert", {"_id": "d", "_rev": first, "n": 2})["rev"]
    assert second.startswith("2-")
    for stale in ({"_id": "d", "n": 3}, {"_id": "d", "_rev": first, "n": 3}):
        assert refused(pam, "insert", stale) == (409, "Document update conflict")
    assert couch(pam, "get", "d")["n"] == 2


def test_a_new_document_cannot_claim_a_revision(pam: Pam) -> None:
    assert refused(pam, "insert", {"_id": "d", "_rev": "1-x"}) == (409, "Document update conflict")


def test_a_destroyed_document_is_gone_and_its_revisions_go_on(pam: Pam) -> None:
    rev = couch(pam, "insert", {"_id": "d"})["rev"]
    assert refused(pam, "destroy", {"_id": "d", "_rev": "1-x"}) == (409, "Document update conflict")
    assert couch(pam, "destroy", {"_id": "d", "_rev": rev})["rev"].startswith("2-")
    assert refused(pam, "get", "d") == (404, "Document not found")
    assert refused(pam, "destroy", "d") == (404, "Document not found")
    assert couch(pam, "insert", {"_id": "d"})["rev"].startswith("3-")


def test_documents_are_listed_with_their_revisions(pam: Pam) -> None:
    couch(pam, "destroy", "00000772091947")
    document = couch(pam, "get", "00000772091930")
    row = {"id": document["_id"], "key": document["_id"], "value": {"rev": document["_rev"]}}
    assert couch(pam, "list") == {"total_rows": 1, "offset": 0, "rows": [row]}


@pytest.mark.parametrize("query", [{"pages": 5}, {"selector": {"pages": 5}}, {"_id": "00000772091947"}])
def test_documents_are_found_by_their_fields(pam: Pam, query: dict[str, Any]) -> None:
    assert [document["name"] for document in couch(pam, "find", query)["docs"]] == ["Ruby Gold"]


def test_true_and_one_are_not_the_same(pam: Pam) -> None:
    couch(pam, "insert", {"_id": "flag", "on": True})
    assert couch(pam, "find", {"on": 1})["docs"] == []


def test_insert_with_text_reads_as_the_texts_example_does(pam: Pam) -> None:
    assert couch(pam, "insert", "00000772091930")["name"] == "Ruby Red"


def test_unknown_methods_and_databases_are_refused(pam: Pam) -> None:
    status, error = refused(pam, "bulk", "x")
    assert status == 404
    assert "get, insert" in error
    assert pam.refused("POST", "/couch", json={"dbName": "no"}) == (404, "Database not found")
    assert pam.refused("POST", "/couch", json={"dbName": "docs", "query": 5})[0] == 400
