from __future__ import annotations

from typing import Any

import pytest

from .conftest import ACME, ADMIN, Shop
from .people import FOO, add, user


def test_a_change_leaves_what_is_not_sent_and_removes_what_is_blank(api: Shop) -> None:
    before = user(api, 1107604)
    told = api.privileged.put(
        "/internal/alter-user",
        {"user_id": 1107604, "address_housenumber_extension": "", "language": "nl-BE", "gender": "", "birthday": ""},
    )["user_info"]
    assert told.pop("user_type") == "registered"
    changed = {"address_housenumber_extension": None, "language": "nl-BE", "lang_code": "nl"}
    assert told == {name: value for name, value in before.items() if name not in ("gender", "birthday")} | changed


@pytest.mark.parametrize(
    "way",
    [
        {"user_id": 1107604},
        {"username": "Ann@Example.com"},
        {"member_number": "404064"},
        {"authentication_point_identifier": "shop-1"},
    ],
)
def test_a_trusted_system_tells_in_four_ways_whom_to_change(api: Shop, way: dict[str, Any]) -> None:
    assert api.privileged.put("/internal/alter-user", way | {"first_name": "Anna"})["user_info"]["id"] == 1107604
    assert user(api, 1107604)["first_name"] == "Anna"


def test_beside_one_way_to_tell_a_member_the_others_are_new_values(api: Shop) -> None:
    new = {"username": "New@Example.com", "member_number": "5", "authentication_point_identifier": "shop-2"}
    told = api.privileged.put("/internal/alter-user", {"user_id": 1107604} | new)["user_info"]
    assert (told["username"], told["member_number"], told["authentication_point_identifier"]) == (
        "new@example.com",
        "5",
        "shop-2",
    )
    told = api.privileged.put("/internal/alter-user", {"username": "new@example.com", "member_number": "6"})[
        "user_info"
    ]
    assert told["member_number"] == "6"
    told = api.privileged.put("/internal/alter-user", {"user_id": 1107604, "member_number": ""})["user_info"]
    assert told["entity_code"] == {"type": "regular", "code": "1107604"}


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ({"user_id": 1107604, "username": "bob@example.com"}, 234),
        ({"user_id": 1107605, "authentication_point_identifier": "shop-1"}, 234),
        ({"user_id": 1107605, "member_number": "404064"}, 427),
        ({"user_id": 1107605, "member_number": "100000000"}, 426),
        ({"user_id": 305281, "first_name": "X"}, 270),
        ({"username": "jiminy@example.com", "first_name": "X"}, 270),
        ({"first_name": "X"}, 3),
        ({"user_id": "x"}, 154),
        ({"user_id": 1107604, "username": "x"}, 1),
        ({"user_id": 1107604, "password": "short"}, 2),
        ({"user_id": 1107604, "country_code": "n"}, 420),
        ({"user_id": 1107604, "address_postalcode": "!"}, 278),
        ({"user_id": 1107604, "gender": "x"}, 96),
        ({"user_id": 1107604, "birthday": "1986-02-30"}, 237),
        ({"user_id": 1107604, "chain_id": "x"}, 423),
        ({"user_id": 1107604, "store_id": 3001}, 68),
        ({"user_id": 1107604, "first_name": "x" * 256}, 417),
        ({"user_id": 1107604, "shoe_size": "42"}, 419),
        ({"user_id": 1107604, "mailing_list_subscribed": "maybe"}, 291),
        ({"user_id": 1107604, "mailing_list_sub_offered": "maybe"}, 292),
        ({"user_id": 1107604, "programme_opted_in": "maybe"}, 321),
        ({"user_id": 1107604, "registered": "maybe"}, 316),
    ],
)
def test_a_change_that_cannot_be_is_refused(api: Shop, form: dict[str, Any], code: int) -> None:
    assert api.privileged.refusal("PUT", "/internal/alter-user", form) == code


def test_an_administrator_changes_members_by_id_and_by_the_access_to_the_chain(api: Shop) -> None:
    form = {"chain_id": 1743, "user_id": 1107604, "first_name": "Anna"}
    assert api.admin.put("/internal/alter-user", form)["user_info"]["first_name"] == "Anna"
    by_name = {"chain_id": 1743, "username": "ann@example.com", "first_name": "Anna"}
    assert api.admin.refusal("PUT", "/internal/alter-user", by_name) == 3
    assert api.reader.refusal("PUT", "/internal/alter-user", form) == 68
    assert api.admin.refusal("PUT", "/internal/alter-user", form | {"chain_id": 1752}) == 68
    assert api.admin.refusal("PUT", "/internal/alter-user", {"user_id": 1107604}) == 217
    key = api.caller({"Authorization": "Bearer acme-key:acme-secret"})
    assert key.refusal("PUT", "/internal/alter-user", form) == 269


def test_a_new_member_number_takes_write_access(api: Shop) -> None:
    roles = [{"chain_id": 1743, "access": ["read", "assign"]}]
    clerk = {"id": 24, "username": "clerk@acme.example.com", "password": "p", "roles": roles, "session_key": "c" * 64}
    api.box.seed({"spaaza": {"admins": [clerk]}})
    caller = api.caller({**ADMIN, "X-Spaaza-Session-User-Id": "24", "X-Spaaza-Session-Key": "c" * 64})
    form = {"chain_id": 1743, "user_id": 1107604, "first_name": "Anna"}
    assert caller.put("/internal/alter-user", form | {"member_number": "404064"})
    assert caller.refusal("PUT", "/internal/alter-user", form | {"member_number": "7"}) == 68


def test_a_new_password_is_the_one_that_counts(api: Shop) -> None:
    api.privileged.put("/internal/alter-user", {"user_id": 1107604, "password": "another-password"})
    app = api.caller(ACME)
    assert app.refusal("POST", "/auth/login", {"username": "ann@example.com", "password": "sandbox-password"}) == 5
    assert app.post("/auth/login", {"username": "ann@example.com", "password": "another-password"})


def test_the_date_of_joining_is_that_of_the_last_opting_in(api: Shop) -> None:
    joined = user(api, 1107604)["opt_in_programme"]["join_date"]
    assert _opt(api, opted_in=False) == {"programme_opted_in": False, "join_date": joined}
    api.box.clock.freeze()
    api.box.clock.set("2030-01-01T00:00:00Z")
    assert _opt(api, opted_in=True) == {"programme_opted_in": True, "join_date": "2030-01-01T00:00:00+00:00"}
    api.box.clock.run()


def _opt(api: Shop, *, opted_in: bool) -> dict[str, Any]:
    form = {"user_id": 1107604, "programme_opted_in": opted_in}
    return api.privileged.put("/internal/alter-user", form)["user_info"]["opt_in_programme"]


@pytest.mark.parametrize(
    "query",
    [
        {"user_id": 1107604},
        {"username": "ANN@example.com"},
        {"authentication_point_identifier": "shop-1"},
        {"affiliate_code": "annref"},
        {"username": "nobody@example.com", "authentication_point_identifier": "shop-1"},
        {"user_id": 1107604, "username": "bob@example.com", "chain_id": 1743},
    ],
)
def test_a_trusted_system_looks_a_member_up(api: Shop, query: dict[str, Any]) -> None:
    assert api.privileged.get("/internal/get-user", query)["user_info"]["id"] == 1107604


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ({"user_id": 305281}, 270),
        ({"user_id": 21}, 270),
        ({"user_id": 1107604, "chain_id": 1752}, 68),
        ({"username": "nobody@example.com"}, 270),
        ({"username": "x"}, 1),
        ({"user_id": "x"}, 154),
        ({"chain_id": "x", "user_id": 1107604}, 423),
        ({}, 267),
        ({"fb_access_token": "abc"}, 149),
        ({"affiliate_code": "x" * 256}, 3),
    ],
)
def test_a_member_who_is_not_there_is_not_found(api: Shop, query: dict[str, Any], code: int) -> None:
    assert api.privileged.refusal("GET", "/internal/get-user", query) == code


def test_an_administrator_looks_up_by_id_and_chain_or_by_user_name_and_app(api: Shop) -> None:
    assert api.reader.get("/internal/get-user", {"user_id": 1107604, "chain_id": 1743})["user_info"]["id"] == 1107604
    assert api.reader.refusal("GET", "/internal/get-user", {"user_id": 1107604}) == 217
    assert api.reader.refusal("GET", "/internal/get-user", {"username": "ann@example.com"}) == 269
    with_app = api.caller({**ADMIN, **ACME})
    assert with_app.get("/internal/get-user", {"username": "ann@example.com"})["user_info"]["id"] == 1107604


@pytest.mark.parametrize("way", [{"user_id": 1107604}, {"username": "ann@example.com"}, {"member_number": "404064"}])
def test_a_deleted_account_tells_nothing_of_the_person(api: Shop, way: dict[str, Any]) -> None:
    told = api.privileged.delete("/delete-user", way)["user_info"]
    assert told == user(api, 1107604)
    assert (told["first_name"], told["last_name"]) == ("Deleted", "Deleted")
    assert told["username"] == "1107604@deleted.spaaza.com"
    assert {"gender", "birthday", "phone_number", "language"}.isdisjoint(told)
    assert {value for name, value in told.items() if name.startswith("address_")} == {None}
    assert told["authentication_point_identifier"] is told["auxiliary_identifier"] is None
    assert told["opt_in_programme"] == {"programme_opted_in": False, "join_date": None}
    assert set(told["mailing_list"].values()) == {False}
    assert (told["registered"], told["obfuscated"]) == (False, True)
    assert (told["country_code"], told["entity_code"]) == ("NL", {"type": "custom", "code": "404064"})


def test_a_deleted_account_has_no_session_and_no_open_voucher(api: Shop) -> None:
    api.privileged.delete("/delete-user", {"user_id": 1107604})
    assert api.ann.refusal("DELETE", "/auth/logout") == 6
    login = {"username": "ann@example.com", "password": "sandbox-password"}
    assert api.caller(ACME).refusal("POST", "/auth/login", login) == 5
    assert api.bob.get("/get-user-vouchers")["basket_vouchers"]
    assert api.privileged.get("/get-user-vouchers", {"user_id": 1107604})["basket_vouchers"] == []


def test_a_deleted_account_is_not_changed_and_its_identifiers_are_free_but_for_the_number(api: Shop) -> None:
    api.privileged.delete("/delete-user", {"user_id": 1107604})
    assert api.privileged.refusal("PUT", "/internal/alter-user", {"user_id": 1107604, "first_name": "Ann"}) == 424
    again = {"member_number": "404064", "update_if_exists": True}
    assert api.privileged.refusal("POST", "/internal/add-user", FOO | again) == 424
    assert add(api, username="ann@example.com", authentication_point_identifier="shop-1")["user_type"] == "new"
    assert api.privileged.delete("/delete-user", {"user_id": 1107604})["user_info"]["obfuscated"] is True


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ({"user_id": 305281}, 270),
        ({"user_id": "x"}, 154),
        ({}, 3),
        ({"username": "nobody@example.com"}, 270),
        ({"username": "x"}, 1),
        ({"user_id": 1107604, "chain_id": "x"}, 423),
        ({"chain_id": 1743}, 267),
    ],
)
def test_nobody_else_is_deleted(api: Shop, form: dict[str, Any], code: int) -> None:
    assert api.privileged.refusal("DELETE", "/delete-user", form) == code


def test_deleting_takes_delete_access_or_a_key_with_the_app_or_the_id(api: Shop) -> None:
    key = api.caller({"Authorization": "Bearer acme-key:acme-secret"})
    assert key.refusal("DELETE", "/delete-user", {"username": "ann@example.com"}) == 269
    assert key.delete("/delete-user", {"user_id": 1107604})
    form = {"user_id": 1107605, "chain_id": 1743}
    assert api.reader.refusal("DELETE", "/delete-user", form) == 68
    assert api.admin.refusal("DELETE", "/delete-user", {"user_id": 1107605}) == 217
    assert api.admin.delete("/delete-user", form)
