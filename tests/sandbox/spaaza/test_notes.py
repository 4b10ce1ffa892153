from __future__ import annotations

from typing import Any

import pytest

from .conftest import ACME, ADMIN, Shop

TEXT = "Very happy with her latest purchase."


def test_a_note_tells_who_wrote_it_when_and_of_whom(api: Shop) -> None:
    api.box.clock.freeze()
    api.box.clock.set("2017-07-03T11:56:04Z")
    by_admin = api.admin.post("/internal/add-user-note", {"user_id": 1107604, "text": TEXT})
    by_key = api.privileged.post("/internal/add-user-note", {"user_id": 1107604, "text": TEXT})
    api.box.clock.run()
    assert by_admin == {
        "id": by_admin["id"],
        "text": TEXT,
        "created_date": "2017-07-03T11:56:04Z",
        "user_id": 1107604,
        "creating_user_id": 21,
    }
    assert by_key == by_admin | {"id": by_admin["id"] + 1, "creating_user_id": None}


def test_notes_are_on_the_card_until_they_are_deleted(api: Shop) -> None:
    note = api.privileged.post("/internal/add-user-note", {"user_id": 1107604, "text": TEXT})
    assert note["id"] in _on_card(api)
    assert api.privileged.delete("/internal/delete-user-note", {"user_note_id": note["id"]}) == {
        "id": note["id"],
        "deleted": True,
    }
    assert note["id"] not in _on_card(api)
    assert api.privileged.refusal("DELETE", "/internal/delete-user-note", {"user_note_id": note["id"]}) == 68


def _on_card(api: Shop) -> list[int]:
    card = api.privileged.send("GET", "/get-card", query={"user_id": 1107604}).json()["results"]
    return [note["id"] for note in card[0]["user_info"].get("notes", card[0].get("notes", []))]


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ({"text": TEXT}, 155),
        ({"user_id": "x", "text": TEXT}, 154),
        ({"user_id": 305281, "text": TEXT}, 270),
        ({"user_id": 1107604}, 3),
        ({"user_id": 1107604, "text": ""}, 3),
        ({"user_id": 1107604, "text": "x" * 1001}, 417),
    ],
)
def test_a_note_needs_a_member_and_a_text_of_at_most_a_thousand_characters(
    api: Shop, form: dict[str, Any], code: int
) -> None:
    assert api.privileged.refusal("POST", "/internal/add-user-note", form) == code


@pytest.mark.parametrize(("id", "code"), [(404, 68), ("x", 423), ("", 423), (9223372036854775807, 68)])
def test_a_note_that_is_not_there_is_not_deleted(api: Shop, id: object, code: int) -> None:
    assert api.privileged.refusal("DELETE", "/internal/delete-user-note", {"user_note_id": id}) == code
    assert api.privileged.refusal("DELETE", "/internal/delete-user-note") == 3


def test_nobody_deletes_notes_of_another_chain(api: Shop) -> None:
    assert api.foreign.refusal("DELETE", "/internal/delete-user-note", {"user_note_id": 1}) == 68
    assert 1 in _on_card(api)


def test_notes_take_write_access_or_a_key_with_the_app(api: Shop) -> None:
    note = {"user_id": 1107604, "text": TEXT}
    key = api.caller({"Authorization": "Bearer acme-key:acme-secret"})
    assert key.refusal("POST", "/internal/add-user-note", note) == 269
    assert key.refusal("DELETE", "/internal/delete-user-note", {"user_note_id": 1}) == 269
    assert api.reader.refusal("POST", "/internal/add-user-note", note) == 68
    assert api.reader.refusal("DELETE", "/internal/delete-user-note", {"user_note_id": 1}) == 68
    assert api.ann.refusal("POST", "/internal/add-user-note", note) == 68


def test_an_administrator_of_several_chains_says_which(api: Shop) -> None:
    roles = [{"chain_id": each, "access": ["write"]} for each in (1743, 1752)]
    both = {"id": 24, "username": "both@acme.example.com", "password": "p", "roles": roles, "session_key": "b" * 64}
    api.box.seed({"spaaza": {"admins": [both]}})
    headers = {**ADMIN, "X-Spaaza-Session-User-Id": "24", "X-Spaaza-Session-Key": "b" * 64}
    note = {"user_id": 1107604, "text": TEXT}
    assert api.caller(headers).refusal("POST", "/internal/add-user-note", note) == 269
    assert api.caller({**headers, **ACME}).post("/internal/add-user-note", note)
    assert api.caller({**headers, "X-Spaaza-Session-Chain-Id": "1743"}).post("/internal/add-user-note", note)
    assert (
        api.caller({**headers, "X-Spaaza-Session-Chain-Id": "1752"}).refusal("POST", "/internal/add-user-note", note)
        == 270
    )
