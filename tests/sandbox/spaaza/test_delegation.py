from __future__ import annotations

from typing import Any

import pytest

from .conftest import ACME, Shop

CALLS: dict[str, tuple[str, str, dict[str, Any]]] = {
    "add": ("POST", "/internal/add-user", {"username": "foo@bar.com", "last_name": "Bar"}),
    "alter": ("PUT", "/internal/alter-user", {"user_id": 1107604, "first_name": "Anna"}),
    "get": ("GET", "/internal/get-user", {"user_id": 1107604}),
    "delete": ("DELETE", "/delete-user", {"user_id": 1107604}),
    "branch": ("PUT", "/internal/alter-business", {"business_id": 1383}),
}


def code(api: Shop, call: str, name: str) -> int:
    """What comes of a call on behalf of a user: 0 for a success."""
    method, path, given = CALLS[call]
    headers = {"X-Spaaza-On-Behalf-Of": name}
    if method == "GET":
        answer = api.privileged.send(method, path, query=given, headers=headers)
    else:
        answer = api.privileged.send(method, path, given, headers=headers)
    return answer.json().get("error", {}).get("code", 0)


@pytest.mark.parametrize("call", CALLS)
def test_on_behalf_of_an_administrator_the_role_is_what_counts(api: Shop, call: str) -> None:
    assert code(api, call, "Owner@acme.example.com") == 0


@pytest.mark.parametrize("call", CALLS)
def test_on_behalf_of_one_who_may_read_nothing_is_changed(api: Shop, call: str) -> None:
    assert code(api, call, "reader@acme.example.com") == (0 if call == "get" else 424)


@pytest.mark.parametrize("call", CALLS)
def test_on_behalf_of_a_member_that_member_alone_is_seen(api: Shop, call: str) -> None:
    assert code(api, call, "ann@example.com") == (0 if call == "get" else 424)
    assert code(api, call, "bob@example.com") == 424


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("name", ["jiminy@example.com", "owner@bigchain.example.com", "nobody@example.com"])
def test_nobody_acts_on_behalf_of_users_of_other_chains(api: Shop, call: str, name: str) -> None:
    assert code(api, call, name) == 267


def test_the_name_of_a_delegate_is_an_address(api: Shop) -> None:
    assert code(api, "add", "no address") == 7
    assert code(api, "get", "no address") == 1


def test_an_administrator_acts_with_the_own_rights_whatever_the_header_says(api: Shop) -> None:
    form = {"user_id": 1107604, "chain_id": 1743, "first_name": "Anna"}
    headers = {"X-Spaaza-On-Behalf-Of": "reader@acme.example.com"}
    assert api.admin.send("PUT", "/internal/alter-user", form, headers=headers).status_code == 200


@pytest.mark.parametrize("call", CALLS)
def test_another_kind_of_authorization_is_told_so(api: Shop, call: str) -> None:
    method, path, given = CALLS[call]
    basic = api.caller({**ACME, "Authorization": "Basic YWNtZTpzZWNyZXQ="})
    assert basic.refusal(method, path, given) == 228
    assert basic.refusal("POST", "/auth/export", {"export_entity": "user"}) == 268
