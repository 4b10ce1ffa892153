from __future__ import annotations

import re
from typing import Any

import pytest
from retail_sandbox.testing import Sandbox

from .conftest import PRIVILEGED, Caller, Shop, spaaza
from .people import FOO, add, user

BIG = {"username": "big@example.com", "last_name": "Big", "birthday": "1990-01-01"}


def test_a_new_member_has_what_was_sent_and_what_the_service_adds(api: Shop) -> None:
    told = add(api)
    assert {name: told[name] for name in FOO if name in told} == {
        name: value for name, value in FOO.items() if name in told
    } | {"gender": "M", "birthday": "1986-01-30T00:00:00+00:00"}
    assert told["signup_store"] == {"signup_store_id": 1383, "signup_store_name": "ACME Amsterdam"}
    assert told["home_store"] == {"home_store_id": 2774, "home_store_name": "ACME Utrecht"}
    assert told["member_number"] == str(told["id"])
    assert told["entity_code"] == {"type": "regular", "code": str(told["id"])}
    assert re.fullmatch("[a-z]{6}", told["referral_code"])
    assert (told["user_type"], told["updated_existing_user"]) == ("new", False)
    assert (told["registered"], told["is_employee"], told["opt_in_secondary"]) == (True, False, None)
    assert told["opt_in_programme"]["programme_opted_in"] is True
    assert told["opt_in_programme"]["join_date"] is not None
    assert told["mailing_list"] == {
        "mailing_list_sub_offered": False,
        "mailing_list_subscribed": False,
        "printed_mailing_list_subscribed": False,
    }
    assert user(api, told["id"]) | {"user_type": "new", "updated_existing_user": False} == told


def test_an_administrator_adds_a_member_to_the_chain_that_is_named(api: Shop) -> None:
    assert api.admin.post("/internal/add-user", {**FOO, "chain_id": 1743})["user_info"]["user_type"] == "new"
    assert api.admin.refusal("POST", "/internal/add-user", FOO) == 217
    assert api.admin.refusal("POST", "/internal/add-user", {**FOO, "chain_id": 1752}) == 68
    assert api.admin.refusal("POST", "/internal/add-user", {**FOO, "chain_id": 99}) == 217
    assert api.reader.refusal("POST", "/internal/add-user", {**FOO, "chain_id": 1743}) == 68


def test_who_may_not_add_members_is_told_so(api: Shop) -> None:
    key = {"Authorization": "Bearer acme-key:acme-secret"}
    assert api.caller(key).refusal("POST", "/internal/add-user", FOO) == 269
    assert api.ann.refusal("POST", "/internal/add-user", FOO) == 68
    assert api.nobody.refusal("POST", "/internal/add-user", FOO) == 6


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"username": "no address"}, 1),
        ({"username": "someone@deleted.spaaza.com"}, 1),
        ({"password": "short"}, 2),
        ({"last_name": ""}, 3),
        ({"gender": "x"}, 96),
        ({"birthday": "30-01-1986"}, 237),
        ({"birthday": "1986-02-30"}, 237),
        ({"birthday": "0000-01-01"}, 237),
        ({"birthday": "0001-01-01T00:00:00+12:00"}, 237),
        ({"country_code": "Netherlands"}, 420),
        ({"address_postalcode": "10177 CB"}, 278),
        ({"country_code": "GB", "address_postalcode": "SW1A_1AA"}, 278),
        ({"first_name": "x" * 256}, 417),
        ({"username": "x" * 250 + "@example.com"}, 417),
        ({"address_postalcode": "1" * 21}, 417),
        ({"mailing_list_subscribed": "maybe"}, 291),
        ({"mailing_list_sub_offered": "maybe"}, 292),
        ({"printed_mailing_list_subscribed": "maybe"}, 316),
        ({"programme_opted_in": "maybe"}, 321),
        ({"is_employee": "maybe"}, 316),
        ({"language": "not a language"}, 419),
        ({"shoe_size": "42"}, 419),
        ({"store_id": "x"}, 423),
        ({"store_id": 3001}, 68),
        ({"home_store_id": 99}, 68),
        ({"home_store_id": 9223372036854775807}, 68),
        ({"home_store_id": 9223372036854775808}, 419),
        ({"member_number": "100000000"}, 426),
        ({"chain_id": 1752}, 68),
        ({"fb_access_token": "abc123"}, 151),
    ],
)
def test_what_is_wrong_of_a_member_is_told_by_its_code(api: Shop, changes: dict[str, Any], code: int) -> None:
    assert api.privileged.refusal("POST", "/internal/add-user", FOO | changes) == code


@pytest.mark.parametrize("missing", ["username", "last_name"])
def test_a_member_needs_a_user_name_and_a_last_name(api: Shop, missing: str) -> None:
    form = {name: value for name, value in FOO.items() if name != missing}
    assert api.privileged.refusal("POST", "/internal/add-user", form) == 3


def test_some_programmes_need_a_birthday_or_a_password(api: Shop) -> None:
    without = {name: value for name, value in BIG.items() if name != "birthday"}
    assert api.foreign.refusal("POST", "/internal/add-user", without) == 3
    api.box.seed({"spaaza": {"chains": [{"id": 1752, "rules": {"password_required": True}}]}})
    assert api.foreign.refusal("POST", "/internal/add-user", BIG) == 3
    added = api.foreign.post("/internal/add-user", BIG | {"password": "long enough"})["user_info"]
    assert api.foreign.refusal("PUT", "/internal/alter-user", {"user_id": added["id"], "birthday": ""}) == 3


def test_a_chain_without_mailing_list_or_programme_refuses_what_is_said_of_them(api: Shop) -> None:
    assert api.foreign.refusal("POST", "/internal/add-user", BIG | {"mailing_list_subscribed": False}) == 290
    api.box.seed({"spaaza": {"chains": [{"id": 1752, "rules": {"opt_in_programme": False}}]}})
    assert api.foreign.refusal("POST", "/internal/add-user", BIG | {"programme_opted_in": True}) == 320
    added = api.foreign.post("/internal/add-user", BIG)["user_info"]
    assert added["opt_in_programme"]["programme_opted_in"] is True
    for flag, code in (("programme_opted_in", 320), ("mailing_list_sub_offered", 290)):
        form = {"user_id": added["id"], flag: True}
        assert api.foreign.refusal("PUT", "/internal/alter-user", form) == code


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1983-07-27", "1983-07-27"),
        ("1983-07-27T00:00:00Z", "1983-07-27"),
        ("1983-07-27T01:00:00+02:00", "1983-07-26"),
        ("1983-07-27T23:00:00-02:00", "1983-07-28"),
    ],
)
def test_a_birthday_with_a_time_is_turned_to_utc(api: Shop, text: str, day: str) -> None:
    assert add(api, birthday=text)["birthday"] == f"{day}T00:00:00+00:00"


@pytest.mark.parametrize("channel", ["mobile", "pos", "import"])
def test_a_header_tells_the_signup_channel(api: Shop, channel: str) -> None:
    headers = {"X-Spaaza-Request": f'{{"client_channel":"{channel}"}}'}
    answer = api.privileged.send("POST", "/internal/add-user", FOO, headers=headers)
    assert answer.json()["results"]["user_info"]["signup_channel"] == channel


@pytest.mark.parametrize("header", ['{"client_channel":"web"}', '{"client_channel":', "pos", '{"channel":"pos"}'])
def test_a_signup_channel_that_nobody_knows_is_refused(api: Shop, header: str) -> None:
    assert api.privileged.refusal("POST", "/internal/add-user", FOO, **{"X-Spaaza-Request": header}) == 411


def test_the_branch_of_a_signup_may_be_told_by_the_retailers_code(api: Shop) -> None:
    form = {name: value for name, value in FOO.items() if name != "store_id"}
    told = api.privileged.post("/internal/add-user", form | {"branch_business_owner_code": "10002"})["user_info"]
    assert told["signup_store"]["signup_store_id"] == 2774
    both = add(api, username="second@bar.com", branch_business_owner_code="10002")
    assert both["signup_store"]["signup_store_id"] == 1383
    foreign = {"username": "third@bar.com", "branch_business_owner_code": "501"}
    assert api.privileged.refusal("POST", "/internal/add-user", form | foreign) == 68


@pytest.mark.parametrize("name", ["referral_code", "affiliate_code"])
def test_a_referral_code_tells_who_sent_a_member(api: Shop, name: str) -> None:
    assert add(api, **{name: "annref"})["referring_user"] == {"id": 1107604, "referral_code": "annref"}


@pytest.mark.parametrize("code", ["nobody", "jimref"])
def test_a_referral_code_that_nobody_of_the_chain_has_changes_nothing(api: Shop, code: str) -> None:
    assert add(api, referral_code=code)["referring_user"] is None


def test_referral_codes_are_each_members_own_and_the_same_in_two_runs_alike(api: Shop) -> None:
    runs: list[list[str]] = []
    for _ in range(2):
        api.box.reset()
        runs.append([add(api, username=f"foo{number}@bar.com")["referral_code"] for number in range(5)])
    assert runs[0] == runs[1]
    assert len(set(runs[0])) == 5


def test_a_member_number_of_the_retailers_own_overrides_the_services(api: Shop) -> None:
    told = add(api, member_number="VIP-7")
    assert told["entity_code"] == {"type": "custom", "code": "VIP-7"}
    assert add(api, username="second@bar.com", member_number="99999999")["member_number"] == "99999999"


def test_a_number_that_somebody_was_given_is_not_given_again(api: Shop) -> None:
    first = add(api)
    taken = str(first["id"] + 1)
    add(api, username="second@bar.com", member_number=taken)
    numbers = [add(api, username=f"more{number}@bar.com")["member_number"] for number in range(2)]
    assert taken not in numbers


@pytest.mark.parametrize(
    "same",
    [
        {"username": "ann@example.com"},
        {"username": "ANN@example.com"},
        {"member_number": "404064"},
        {"authentication_point_identifier": "shop-1"},
    ],
)
def test_nobody_is_added_twice(api: Shop, same: dict[str, str]) -> None:
    assert api.privileged.refusal("POST", "/internal/add-user", FOO | same) == 234
    assert api.privileged.refusal("POST", "/internal/add-user", FOO | same | {"update_if_exists": False}) == 234


def test_members_of_other_chains_are_in_nobodys_way(api: Shop) -> None:
    assert api.foreign.post("/internal/add-user", BIG | {"username": "ann@example.com", "member_number": "404064"})


@pytest.mark.parametrize(
    "same",
    [
        {"username": "ann@example.com"},
        {"member_number": "404064"},
        {"authentication_point_identifier": "shop-1"},
        {"username": "ann@example.com", "member_number": "404064"},
    ],
)
def test_who_is_there_already_is_changed_where_that_is_asked(api: Shop, same: dict[str, str]) -> None:
    form = {"first_name": "Anna", "update_if_exists": True} | same
    told = api.privileged.post("/internal/add-user", form)["user_info"]
    assert (told["id"], told["first_name"], told["last_name"]) == (1107604, "Anna", "Archer")
    assert (told["user_type"], told["updated_existing_user"]) == ("registered", True)
    assert told["mailing_list"]["mailing_list_subscribed"] is True


def test_an_update_gives_new_identifiers_to_the_one_who_is_found(api: Shop) -> None:
    form = {"authentication_point_identifier": "shop-1", "username": "anna@example.com", "update_if_exists": True}
    assert api.privileged.post("/internal/add-user", form)["user_info"]["username"] == "anna@example.com"
    assert user(api, 1107604)["username"] == "anna@example.com"


def test_identifiers_of_several_members_change_none_of_them(api: Shop) -> None:
    form = {"username": "ann@example.com", "member_number": "404066", "last_name": "X"}
    assert api.privileged.refusal("POST", "/internal/add-user", form | {"update_if_exists": True}) == 434
    assert api.privileged.refusal("POST", "/internal/add-user", form) == 234
    assert user(api, 1107604)["last_name"] == "Archer"


@pytest.mark.parametrize(
    ("setting", "form", "code"),
    [
        ("facebook_error", {"fb_access_token": "abc"}, 151),
        ("facebook_error", {"fb_access_token": "abc"}, 152),
        ("facebook_error", {"fb_access_token": "abc"}, 153),
        ("webshop_error", FOO, 274),
        ("webshop_error", FOO, 275),
    ],
)
def test_facebook_and_the_webshop_answer_as_the_operator_says(setting: str, form: dict[str, Any], code: int) -> None:
    with Sandbox([spaaza()], settings={"spaaza": {setting: code}}) as box:
        assert Caller(box, PRIVILEGED).refusal("POST", "/internal/add-user", form) == code


def test_an_update_of_nobody_in_particular_is_refused(api: Shop) -> None:
    assert api.privileged.refusal("POST", "/internal/add-user", {"last_name": "X", "update_if_exists": True}) == 435
