from __future__ import annotations

import re
from typing import Any

import pytest

from .conftest import ACME, ADMIN, ANN, BIGCHAIN, HOST, Shop, session

PASSWORD = "sandbox-password"
BOB_LOGIN = {"username": "bob@example.com", "password": PASSWORD}
OWNER_LOGIN = {"username": "owner@acme.example.com", "password": PASSWORD}


def headers_of(results: Any) -> dict[str, str]:
    info = results["session_info"]
    return session(info["session_user_id"], info["session_key"], **ACME)


def test_a_member_logs_in_at_the_app_and_the_session_works(api: Shop) -> None:
    api.box.clock.freeze()
    api.box.clock.set("2024-03-01T12:00:00Z")
    results = api.caller(ACME).post("/auth/login", BOB_LOGIN)
    info = results["session_info"]
    assert re.fullmatch("[0-9a-f]{64}", info.pop("session_key"))
    assert info == {
        "session_key_validity": "336",
        "session_auth_method": "password",
        "session_user_id": 1107605,
        "session_username": "bob@example.com",
        "session_expires_date": "2024-03-15 12:00:00",
    }
    assert results["user_info"]["username"] == "bob@example.com"
    assert results["result_type"] == "login"
    api.box.clock.run()


def test_a_login_ends_the_session_before_it(api: Shop) -> None:
    first = headers_of(api.caller(ACME).post("/auth/login", BOB_LOGIN))
    second = headers_of(api.caller(ACME).post("/auth/login", BOB_LOGIN))
    assert api.caller(first).refusal("DELETE", "/auth/logout") == 6
    assert api.caller(second).delete("/auth/logout") == {"username": "bob@example.com", "result_type": "logout"}


def test_a_member_needs_the_host_name_to_log_in_and_an_administrator_does_not(api: Shop) -> None:
    assert api.nobody.refusal("POST", "/auth/login", BOB_LOGIN) == 269
    assert api.nobody.post("/auth/login", OWNER_LOGIN)["session_info"]["session_user_id"] == 21


def test_a_user_name_is_taken_in_any_case(api: Shop) -> None:
    assert api.caller(ACME).post("/auth/login", BOB_LOGIN | {"username": "BOB@Example.com"})


@pytest.mark.parametrize(
    ("form", "headers", "code"),
    [
        ({"username": "bob@example.com", "password": "wrong-password"}, ACME, 5),
        ({"username": "nobody@example.com", "password": PASSWORD}, ACME, 5),
        ({"username": "nobody@example.com", "password": PASSWORD}, {}, 5),
        (BOB_LOGIN, BIGCHAIN, 5),
        ({"username": "owner@bigchain.example.com", "password": PASSWORD}, ACME, 5),
        ({"username": "eve@example.com", "password": PASSWORD}, ACME, 5),
        ({"username": "no address", "password": PASSWORD}, ACME, 1),
        ({"username": "bob@example.com"}, ACME, 3),
        (BOB_LOGIN, {HOST: "nowhere.spaaza.com"}, 269),
        (BOB_LOGIN, {HOST: "nobody.spaaza.com"}, 269),
    ],
)
def test_a_login_that_is_wrong_is_refused(api: Shop, form: dict[str, str], headers: dict[str, str], code: int) -> None:
    assert api.caller(headers).refusal("POST", "/auth/login", form) == code


def test_after_five_failures_nobody_gets_in_until_a_quarter_of_an_hour_has_passed(api: Shop) -> None:
    app = api.caller(ACME)
    for _ in range(5):
        assert app.refusal("POST", "/auth/login", BOB_LOGIN | {"password": "wrong-password"}) == 5
    assert app.refusal("POST", "/auth/login", BOB_LOGIN) == 307
    assert api.nobody.post("/auth/login", OWNER_LOGIN)
    api.box.clock.advance("PT15M1S")
    assert app.post("/auth/login", BOB_LOGIN)


def test_failures_of_long_ago_and_those_before_a_success_do_not_count(api: Shop) -> None:
    app = api.caller(ACME)
    for pause in ("PT16M", None):
        for _ in range(4):
            app.refusal("POST", "/auth/login", BOB_LOGIN | {"password": "wrong-password"})
        if pause:
            api.box.clock.advance(pause)
        else:
            app.post("/auth/login", BOB_LOGIN)
    assert app.refusal("POST", "/auth/login", BOB_LOGIN | {"password": "wrong-password"}) == 5
    assert app.post("/auth/login", BOB_LOGIN)


def test_a_session_ends_after_fourteen_days(api: Shop) -> None:
    caller = api.caller(headers_of(api.caller(ACME).post("/auth/login", BOB_LOGIN)))
    api.box.clock.advance("P13DT23H")
    assert caller.get("/get-card")
    api.box.clock.advance("PT1H")
    assert caller.refusal("GET", "/get-card") == 6


@pytest.mark.parametrize(
    ("user_id", "key", "code"),
    [
        ("1107604", ANN["X-Spaaza-Session-Key"][:-1] + "0", 6),
        ("1107605", ANN["X-Spaaza-Session-Key"], 6),
        ("nobody", ANN["X-Spaaza-Session-Key"], 6),
        ("99999999999999999999", ANN["X-Spaaza-Session-Key"], 6),
        ("1107604", "short", 54),
        ("1107604", "", 6),
    ],
)
def test_wrong_credentials_of_a_session_are_refused(api: Shop, user_id: str, key: str, code: int) -> None:
    headers = {"X-Spaaza-Session-User-Id": user_id, "X-Spaaza-Session-Key": key, **ACME}
    assert api.caller(headers).refusal("DELETE", "/auth/logout") == code


@pytest.mark.parametrize(
    ("bearer", "code"),
    [
        ("acme-key", 265),
        (":secret", 265),
        ("acme-key:wrong", 266),
        ("other:acme-secret", 266),
        ("bigchain-key:bigchain-secret", 270),
    ],
)
def test_wrong_keys_of_a_trusted_system_are_refused(api: Shop, bearer: str, code: int) -> None:
    headers = {"Authorization": f"Bearer {bearer}", **(BIGCHAIN if bearer.startswith("big") else ACME)}
    assert api.caller(headers).refusal("POST", "/auth/session", {"user_id": 1107604}) == code


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("session-user-id", "session-key"),
        ("session-user_id", "session_key"),
        ("session_user_id", "session-key"),
        ("Session-User-Id", "Session-Key"),
        ("X-Spaaza-Session-User-Id", "X-Spaaza-Session-Key"),
    ],
)
@pytest.mark.parametrize("host", ["X-Spaaza-MyPrice-App-Hostname", "X-MyPrice-App-Hostname"])
def test_the_headers_of_a_session_are_known_in_every_spelling(api: Shop, name: str, key: str, host: str) -> None:
    headers = {name: "1107604", key: ANN["X-Spaaza-Session-Key"], host: "ACME.spaaza.com"}
    assert api.caller(headers).delete("/auth/logout")["username"] == "ann@example.com"


def test_a_trusted_system_logs_in_on_behalf_of_a_member_for_half_a_year(api: Shop) -> None:
    api.box.clock.freeze()
    api.box.clock.set("2020-10-30T11:14:40Z")
    results = api.privileged.post("/auth/session", {"member_number": "404066"})
    api.box.clock.run()
    assert results["session_info"]["session_user_id"] == 1107606
    assert results["session_info"]["session_key_validity"] == "15552000"
    assert results["session_info"]["session_expires_date"] == "2021-04-28 11:14:40"
    assert results["result_type"] == "session"
    assert api.caller(headers_of(results)).delete("/auth/logout")["username"] == "eve@example.com"


@pytest.mark.parametrize(
    ("form", "user_id"),
    [
        ({"user_id": 1107604}, 1107604),
        ({"username": "Ann@Example.com"}, 1107604),
        ({"authentication_point_identifier": "shop-1"}, 1107604),
        ({"user_id": 1107604, "member_number": "404064"}, 1107604),
    ],
)
def test_a_session_on_behalf_is_of_the_member_who_is_named(api: Shop, form: dict[str, str], user_id: int) -> None:
    assert api.privileged.post("/auth/session", form)["user_info"]["id"] == user_id


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ({}, 3),
        ({"user_id": 305281}, 270),
        ({"user_id": 21}, 270),
        ({"username": "nobody@example.com"}, 270),
        ({"username": "no address"}, 1),
        ({"user_id": "x"}, 154),
        ({"user_id": 99999999999}, 154),
        ({"user_id": 1107604, "member_number": "404066"}, 416),
    ],
)
def test_a_session_on_behalf_needs_one_member_of_the_chain(api: Shop, form: dict[str, str], code: int) -> None:
    assert api.privileged.refusal("POST", "/auth/session", form) == code


def test_only_a_trusted_system_that_names_the_app_logs_in_on_behalf(api: Shop) -> None:
    key = {"Authorization": "Bearer acme-key:acme-secret"}
    assert api.caller(key).refusal("POST", "/auth/session", {"user_id": 1107604}) == 269
    assert api.caller(ADMIN).refusal("POST", "/auth/session", {"user_id": 1107604}) == 268
    assert api.nobody.refusal("POST", "/auth/session", {"user_id": 1107604}) == 268


def test_the_status_of_a_session_shows_its_user(api: Shop) -> None:
    asked = {"session_key": ANN["X-Spaaza-Session-Key"], "username": "ann@example.com"}
    by_name = api.caller(ACME).get("/auth/get-login-status", asked)
    assert by_name["user_id"] == 1107604
    assert by_name["result_type"] == "get-login-status"
    admin = {"session_key": ADMIN["X-Spaaza-Session-Key"], "user_id": 21}
    assert api.nobody.get("/auth/get-login-status", admin)["first_name"] == "Olga"


@pytest.mark.parametrize(
    ("changes", "headers", "code"),
    [
        ({}, {}, 269),
        ({}, BIGCHAIN, 269),
        ({"user_id": 1107605}, ACME, 6),
        ({"user_id": 404}, ACME, 6),
        ({"user_id": ""}, ACME, 154),
        ({"username": "no address"}, ACME, 1),
        ({"session_key": "short"}, ACME, 54),
        ({"session_key": "0" * 64}, ACME, 6),
    ],
)
def test_the_status_of_no_session_is_an_error(
    api: Shop, changes: dict[str, str], headers: dict[str, str], code: int
) -> None:
    asked = {"session_key": ANN["X-Spaaza-Session-Key"], "user_id": 1107604} | changes
    assert api.caller(headers).refusal("GET", "/auth/get-login-status", asked) == code


def test_the_status_needs_a_key_and_a_user(api: Shop) -> None:
    assert api.nobody.refusal("GET", "/auth/get-login-status", {"user_id": 21}) == 3
    assert api.nobody.refusal("GET", "/auth/get-login-status", {"session_key": "0" * 64}) == 3


def test_an_ended_session_has_no_status(api: Shop) -> None:
    asked = {"session_key": ANN["X-Spaaza-Session-Key"], "user_id": 1107604}
    api.ann.delete("/auth/logout")
    assert api.caller(ACME).refusal("GET", "/auth/get-login-status", asked) == 6


def test_a_member_logs_out_at_an_app_of_the_chain_alone(api: Shop) -> None:
    assert api.caller({**ANN, **BIGCHAIN}).refusal("DELETE", "/auth/logout") == 269
    without = {name: text for name, text in ANN.items() if name != HOST}
    assert api.caller(without).refusal("DELETE", "/auth/logout") == 269
    assert api.admin.delete("/auth/logout")["username"] == "owner@acme.example.com"


def test_a_token_for_another_site_lasts_an_hour(api: Shop) -> None:
    api.box.clock.freeze()
    api.box.clock.set("2024-03-01T12:00:00Z")
    first = api.ann.post("/auth/get-cross-site-token")
    second = api.ann.post("/auth/get-cross-site-token")
    api.box.clock.run()
    assert first["token"] != second["token"]
    assert first.keys() == {"token", "expiry"}
    assert first["expiry"] == "2024-03-01T13:00:00+00:00"


def test_a_token_is_for_members_of_a_chain_that_has_them_and_names_its_app(api: Shop) -> None:
    assert api.admin.refusal("POST", "/auth/get-cross-site-token") == 68
    assert api.privileged.refusal("POST", "/auth/get-cross-site-token") == 6
    without = {name: text for name, text in ANN.items() if name != HOST}
    assert api.caller(without).refusal("POST", "/auth/get-cross-site-token") == 269
    api.box.seed({"spaaza": {"chains": [{"id": 1743, "rules": {"cross_site_tokens": False}}]}})
    assert api.ann.refusal("POST", "/auth/get-cross-site-token") == 68


def test_keys_of_sessions_are_the_same_in_two_runs_alike(api: Shop) -> None:
    keys: list[str] = []
    for _ in range(2):
        api.box.reset()
        keys.append(api.caller(ACME).post("/auth/login", BOB_LOGIN)["session_info"]["session_key"])
    assert keys[0] == keys[1]
