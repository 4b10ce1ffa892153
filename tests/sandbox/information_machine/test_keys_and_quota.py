"""Keys, and the quota that they have a day."""

from __future__ import annotations

import httpx2
import pytest
from retail_sandbox.testing import Sandbox

from .conftest import SMALL, Account

MIDNIGHT = 1767657600
"""The end of 5 January 2026, UTC, in seconds since 1970."""


@pytest.mark.parametrize(
    "keys",
    [
        {},
        {"client_id": "demo"},
        {"client_secret": "demo-secret"},
        {"client_id": "demo", "client_secret": "second-secret"},
        {"client_id": "nobody", "client_secret": "demo-secret"},
    ],
)
def test_missing_or_wrong_keys_are_a_401_with_a_message_alone(sandbox: Sandbox, keys: dict[str, str]) -> None:
    answer = Account(sandbox, keys).send("GET", "/v1/users")
    assert answer.status_code == 401
    assert list(answer.json()) == ["message"]


def test_every_success_tells_the_quota(api: Account) -> None:
    first = api.meta("/v1/users/demo-shopper")
    assert first == {
        "max_number_of_requests_per_day": 10000,
        "remaining_number_of_request": 9999,
        "time_in_epoch_second_till_reset": MIDNIGHT,
    }
    assert api.meta("/v1/users/demo-shopper")["remaining_number_of_request"] == 9998


def test_an_error_tells_it_as_digits_with_seconds_from_now(api: Account) -> None:
    answer = api.send("GET", "/v1/users/nobody").json()
    assert answer == {
        "message": "User not found",
        "max_number_of_requests_per_day": "10000",
        "remaining_number_of_request": "9999",
        "time_in_epoch_second_till_reset": str(12 * 3600),
    }


def test_a_refused_request_costs_one_too(api: Account) -> None:
    api.send("GET", "/v1/users/nobody")
    api.send("POST", "/v1/users", {"user_id": "not allowed"})
    assert api.meta("/v1/users")["remaining_number_of_request"] == 9997


def test_wrong_keys_cost_nothing(sandbox: Sandbox, api: Account) -> None:
    Account(sandbox, {"client_id": "demo", "client_secret": "wrong"}).send("GET", "/v1/users")
    assert api.meta("/v1/users")["remaining_number_of_request"] == 9999


def test_each_pair_of_keys_has_its_own_quota(api: Account, second: Account) -> None:
    api.get("/v1/users")
    assert second.meta("/v1/users")["remaining_number_of_request"] == 9999


def test_an_exhausted_quota_refuses_until_midnight(sandbox: Sandbox) -> None:
    small = Account(sandbox, SMALL)
    for left in reversed(range(10)):
        assert small.meta("/v1/users")["remaining_number_of_request"] == left
    for _ in range(2):
        refused = small.send("POST", "/v1/users", {"user_id": "late"})
        assert refused.status_code == 429
        assert refused.json()["remaining_number_of_request"] == "0"
    sandbox.clock.set("2026-01-05T23:59:59")
    assert small.refusal("GET", "/v1/users")[0] == 429
    sandbox.clock.set("2026-01-06T00:00:00")
    assert small.meta("/v1/users")["remaining_number_of_request"] == 9
    assert small.get("/v1/users") == []


def test_an_unknown_path_and_method_are_told_as_errors_are(api: Account) -> None:
    assert api.refusal("GET", "/v2/users")[0] == 404
    assert api.refusal("PATCH", "/v1/users")[0] == 405


def test_a_body_that_is_no_json_is_a_400(api: Account) -> None:
    broken = api.raw("POST", "/v1/users", b"{", "application/json")
    assert (broken.status_code, "message" in broken.json()) == (400, True)
    assert api.raw("POST", "/v1/users", b"user_id=x", "text/plain").status_code == 415


def test_the_secret_is_nowhere_in_the_journal(sandbox: Sandbox, api: Account) -> None:
    api.get("/v1/users")
    assert "demo-secret" not in str(sandbox.journal.entries())


def test_the_links_of_a_list_carry_no_keys(api: Account) -> None:
    meta = api.meta("/v1/products", name="kale", per_page=4, page=2)
    assert "name=kale" in meta["next_page"]
    assert "demo" not in meta["next_page"] + meta["last_page"]
    assert api.url(meta["next_page"]).status_code == 401
    assert api.follow(meta["next_page"]).json()["meta"]["page"] == 3


@pytest.mark.parametrize(
    ("page", "answer"), [("unlock_url", {"answer": "Rex"}), ("oauth_authorization_url", {"consent": "yes"})]
)
def test_the_tokens_and_answers_of_pages_are_nowhere_in_the_journal(
    sandbox: Sandbox, api: Account, page: str, answer: dict[str, str]
) -> None:
    stores = "/v1/users/demo-shopper/stores"
    id = (
        api.connect("security-question")
        if page == "unlock_url"
        else api.post(f"{stores}/oauth", {"store_id": 4, "oauth_provider": "GMailAPI"})["id"]
    )
    url = httpx2.URL(api.connection(id)[page])
    assert "Thank you" in api.url(str(url.copy_merge_params(answer))).text
    entry = sandbox.journal.entries()[0]
    (token,) = url.params.values()
    assert not [each for each in (token, *answer.values()) if each in str(entry)]
    assert entry["path"].startswith(f"/information-machine{url.path.removeprefix('/information-machine')}")


def test_without_keys_the_first_account_answers() -> None:
    with Sandbox(["information-machine"], check_keys=False) as sandbox:
        assert Account(sandbox, {}).get("/v1/users/demo-shopper")["owner_app_id"] == "demo"


def test_a_path_refuses_other_methods_though_a_template_would_fit_it(api: Account) -> None:
    answer = api.send("PUT", "/v1/users/demo-shopper/stores/oauth", {})
    assert (answer.status_code, answer.headers["Allow"]) == (405, "OPTIONS, POST")
    assert api.send("OPTIONS", "/v1/products/upc_resolve_request").headers["Allow"] == "OPTIONS, POST"


def test_a_failure_of_the_service_is_told_as_errors_are(sandbox: Sandbox, api: Account) -> None:
    sandbox.faults.add("error", operation="users_create", status=500, times=1)
    failed = api.send("POST", "/v1/users", {"user_id": "unlucky"})
    assert (failed.status_code, list(failed.json())) == (500, ["message"])
    assert api.post("/v1/users", {"user_id": "unlucky"})
