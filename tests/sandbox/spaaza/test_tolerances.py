"""What the service takes though its spec does not say so, and what older versions get."""

from __future__ import annotations

import json
from typing import Any

import pytest

from .conftest import ACME, ADMIN, ANN, PRIVILEGED, Caller, Shop

FOO = {"username": "foo@bar.com", "last_name": "Bar"}
KEY = "c4bc4a3115e21e228936f4223dd89b22c238847c935514e1fdcb96f3c75118ac"  # of a claimed voucher of Ann's


@pytest.mark.parametrize(
    "path",
    [
        "/v1/internal/get-user.json",
        "/v1/internal/get-user.php",
        "/v1/internal/get-user",
        "/internal/get-user.json",
        "/v1//internal//get-user",
    ],
)
def test_paths_are_taken_as_older_versions_wrote_them(api: Shop, path: str) -> None:
    assert api.privileged.get(path, {"user_id": 1107604})["user_info"]["id"] == 1107604


def test_the_services_host_takes_them_too(api: Shop) -> None:
    assert Caller(api.box, ADMIN, "spaaza-services").post("/v1/search/users.json", {"chain_id": 1743})


def test_what_is_no_path_is_not_made_one(api: Shop) -> None:
    assert api.privileged.send("GET", "/v1").status_code == 404
    assert api.privileged.send("GET", "/v2/internal/get-user").status_code == 404
    assert api.privileged.send("GET", "/internal/get-user.xml").status_code == 404


@pytest.mark.parametrize("method", ["PUT", "POST"])
@pytest.mark.parametrize("path", ["unclaim-voucher", "claim-voucher", "unlock-voucher", "expire-voucher"])
def test_a_vouchers_status_is_changed_by_put_and_by_post(api: Shop, method: str, path: str) -> None:
    voucher = {"voucher_key": KEY} if path == "unlock-voucher" else {"voucher_key": KEY, "user_id": 1107604}
    if path == "claim-voucher":
        api.privileged.post("/unclaim-voucher", voucher)
    if path == "unlock-voucher":
        api.privileged.put("/lock-voucher", voucher)
    answer = api.privileged.send(method, f"/{path}", voucher)
    assert answer.status_code == 200, answer.text


def test_the_level_of_a_member_has_a_second_path(api: Shop) -> None:
    form = {"user_id": 1107604, "loyalty_level_id": 4}
    for path in ("/auth/alter-user-loyalty-level", "/auth/alter-loyalty-level"):
        assert api.caller({**ADMIN, **ACME}).send("PUT", path, form).status_code == 200


@pytest.mark.parametrize("method", ["GET", "PATCH", "DELETE"])
def test_other_methods_are_not_taken(api: Shop, method: str) -> None:
    answer = api.privileged.send(method, "/claim-voucher")
    assert (answer.status_code, answer.json()["error"]["code"]) == (405, 4)


@pytest.mark.parametrize(
    ("form", "query"),
    [
        ({"user_id": 1107604, "chain_id": 1743}, None),
        (None, {"user_id": 1107604, "chain_id": 1743}),
        ({"user_id": 1107604}, {"chain_id": 1743}),
        ({"user_id": 1107604, "chain_id": 1743}, {"user_id": 1107605}),
    ],
)
def test_the_parameters_of_a_delete_stand_in_the_url_or_in_the_form(api: Shop, form: Any, query: Any) -> None:
    answer = api.admin.send("DELETE", "/delete-user", form, query=query)
    assert answer.json()["results"]["user_info"]["id"] == 1107604


def test_the_parameters_of_a_put_may_stand_in_the_url(api: Shop) -> None:
    answer = api.privileged.send("PUT", "/internal/alter-user", query={"user_id": 1107604, "first_name": "A & B é"})
    assert answer.json()["results"]["user_info"]["first_name"] == "A & B é"


def test_a_parameter_that_is_given_twice_is_refused(api: Shop) -> None:
    answer = api.privileged.send("DELETE", "/delete-user?user_id=1107604&user_id=1107605")
    assert answer.json()["error"]["code"] == 154


def test_a_form_may_be_multipart(api: Shop) -> None:
    parts = {name: (None, value) for name, value in (FOO | {"first_name": "Zoë", "is_employee": "1"}).items()}
    told = api.privileged.send("POST", "/internal/add-user", files=parts).json()["results"]["user_info"]
    assert (told["first_name"], told["is_employee"]) == ("Zoë", True)


def test_a_form_with_a_file_or_without_an_end_is_refused(api: Shop) -> None:
    parts = {"username": ("picture.png", b"\x89PNG")}
    assert api.privileged.send("POST", "/internal/add-user", files=parts).status_code == 415
    headers = {**PRIVILEGED, "Content-Type": "multipart/form-data; boundary=x"}
    assert api.caller(headers).send("POST", "/internal/add-user", {"a": "b"}).status_code in (400, 415)


@pytest.mark.parametrize(("text", "value"), [("1", True), ("0", False), ("true", True), ("FALSE", False)])
def test_flags_are_taken_as_digits_and_as_words(api: Shop, text: str, value: bool) -> None:
    told = api.privileged.post("/internal/add-user", FOO | {"is_employee": text, "address_housenumber": "1"})
    assert told["user_info"]["is_employee"] is value
    assert told["user_info"]["address_housenumber"] == "1"


def test_flags_in_an_address_are_taken_so_too(api: Shop) -> None:
    assert (
        api.privileged.send("GET", "/get-vouchers", query={"chain_id": 1743, "show_all_statuses": "1"}).status_code
        == 200
    )
    assert (
        api.privileged.send("GET", "/get-vouchers", query={"chain_id": 1743, "show_all_statuses": "2"}).status_code
        == 400
    )


def test_before_version_1_4_0_errors_are_told_by_their_codes(api: Shop) -> None:
    old = api.caller({**ACME, "X-Spaaza-API-version": "1.3.9"})
    login = {"username": "ann@example.com", "password": "wrong-password"}
    answer = old.send("POST", "/auth/login", login)
    assert answer.status_code == 400
    assert answer.json()["result"] == {"code": 2, "status": "error"}
    assert answer.json()["errors"]["5"]["name"] == "password_error_or_non_existent"
    assert "error" not in answer.json()


@pytest.mark.parametrize("version", ["1.4.0", "1.6.3", "v1.4.2", "newest", ""])
def test_from_version_1_4_0_on_there_is_one_error(api: Shop, version: str) -> None:
    new = api.caller({**ACME, "X-Spaaza-API-version": version})
    assert new.refusal("POST", "/auth/login", {"username": "ann@example.com", "password": "wrong-password"}) == 5


def test_a_form_is_not_taken_where_json_is_asked_for(api: Shop) -> None:
    assert api.privileged.send("POST", "/auth/add-basket", {"chain_id": 1743}).status_code == 415
    assert json.loads(api.caller(ANN).send("DELETE", "/auth/logout", query={"x": "y"}).text)["result"]["code"] == 1
