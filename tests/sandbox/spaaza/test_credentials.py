from __future__ import annotations

from typing import Any

import pytest

from .conftest import ACME, ANN, Caller, Shop, session

BY_ADMINS: dict[str, tuple[str, str, dict[str, Any]]] = {
    "add": ("POST", "/internal/add-user", {"username": "foo@bar.com", "last_name": "Bar", "chain_id": 1743}),
    "alter": ("PUT", "/internal/alter-user", {"user_id": 1107604, "first_name": "Anna", "chain_id": 1743}),
    "get": ("GET", "/internal/get-user", {"user_id": 1107604, "chain_id": 1743}),
    "delete": ("DELETE", "/delete-user", {"user_id": 1107604, "chain_id": 1743}),
    "search": ("POST", "/search/users", {"chain_id": 1743}),
    "note": ("POST", "/internal/add-user-note", {"user_id": 1107604, "text": "Likes wool."}),
    "no note": ("DELETE", "/internal/delete-user-note", {"user_note_id": 1}),
    "branch": ("PUT", "/internal/alter-business", {"business_id": 1383}),
}
BY_MEMBERS: dict[str, tuple[str, str, dict[str, Any]]] = {
    "token": ("POST", "/auth/get-cross-site-token", {}),
    "logout": ("DELETE", "/auth/logout", {}),
}
BY_SYSTEMS: dict[str, tuple[str, str, dict[str, Any]]] = {
    "export": ("POST", "/auth/export", {"export_entity": "user"}),
    "session": ("POST", "/auth/session", {"user_id": 1107604}),
}
CALLS = BY_ADMINS | BY_MEMBERS | BY_SYSTEMS


def caller(api: Shop, call: str, headers: dict[str, str]) -> Caller:
    return api.caller(headers, "spaaza-services" if call == "search" else "spaaza")


@pytest.mark.parametrize("call", CALLS)
def test_without_credentials_nothing_is_done(api: Shop, call: str) -> None:
    expected = 268 if call in BY_SYSTEMS else 6
    assert caller(api, call, ACME).refusal(*CALLS[call]) == expected


@pytest.mark.parametrize("call", BY_ADMINS | BY_MEMBERS)
def test_a_session_that_is_not_there_is_refused(api: Shop, call: str) -> None:
    assert caller(api, call, session(21, "0" * 64, **ACME)).refusal(*CALLS[call]) == 6
    assert caller(api, call, session(21, "short", **ACME)).refusal(*CALLS[call]) == 54


@pytest.mark.parametrize("call", [call for call in BY_ADMINS | BY_SYSTEMS if call != "search"])
def test_a_key_that_is_none_is_refused(api: Shop, call: str) -> None:
    assert caller(api, call, {**ACME, "Authorization": "Bearer acme-key"}).refusal(*CALLS[call]) == 265
    assert caller(api, call, {**ACME, "Authorization": "Bearer acme-key:wrong"}).refusal(*CALLS[call]) == 266


@pytest.mark.parametrize("call", BY_ADMINS)
def test_members_do_nothing_that_is_for_administrators(api: Shop, call: str) -> None:
    assert caller(api, call, ANN).refusal(*CALLS[call]) == 68


@pytest.mark.parametrize("call", BY_SYSTEMS)
def test_sessions_do_nothing_that_is_for_trusted_systems(api: Shop, call: str) -> None:
    assert caller(api, call, ANN).refusal(*CALLS[call]) == 268


@pytest.mark.parametrize("call", [call for call in BY_ADMINS if "chain_id" not in CALLS[call][2]])
def test_an_administrator_of_one_chain_need_not_name_it_where_no_parameter_does(api: Shop, call: str) -> None:
    method, path, form = CALLS[call]
    assert api.admin.send(method, path, form).status_code == 200
