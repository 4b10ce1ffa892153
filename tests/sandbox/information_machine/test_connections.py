"""Store connections and their life."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser

import httpx2
import pytest
from retail_sandbox.information_machine.pages import captcha_text
from retail_sandbox.testing import Sandbox

from .conftest import DEMO, Account

STORES = "/v1/users/demo-shopper/stores"
LOCKS = {
    "security-question": "Security Question",
    "image-captcha": "Image Captcha",
    "incomplete-profile": "Incomplete User Profile",
    "deactivated": "User Account Deactivated",
    "access-denied": "Access Denied",
    "password-reset": "Password Reset Required",
}
Slow = Callable[..., tuple[Sandbox, Account]]


def state(api: Account, id: int) -> tuple[str, str, bool]:
    seen = api.connection(id)
    return seen["scrape_status"], seen["credentials_status"], seen["account_locked"]


def token(url: str) -> str:
    return url.partition("uside=")[2]


def test_a_new_connection_is_pending_and_tells_no_password(api: Account) -> None:
    made = api.post(STORES, {"store_id": 4, "username": "someone", "password": "hidden-word"})
    assert (made["supermarket_id"], made["store_name"], made["type"]) == (4, "Amazon", "Online")
    assert (made["scrape_status"], made["credentials_status"]) == ("Pending", "Checking")
    assert made["account_locked"] is False
    assert made["account_lock_code"] is made["unlock_url"] is made["oauth_provider"] is None
    assert made["user"]["user_id"] == "demo-shopper"
    assert "hidden-word" not in str(made)


def test_a_login_that_works_goes_through_its_states_on_the_clock(slow: Slow) -> None:
    sandbox, api = slow(login_seconds=60, harvest_seconds=120)
    id = api.connect()
    assert state(api, id) == ("Pending", "Checking", False)
    sandbox.clock.advance("PT59S")
    assert state(api, id) == ("Pending", "Checking", False)
    sandbox.clock.advance("PT1S")
    assert state(api, id) == ("Scraping", "Verified", False)
    assert api.connection(id)["total_spent"] == 0
    sandbox.clock.advance("PT120S")
    assert state(api, id) == ("Done", "Verified", False)
    done = api.connection(id)
    assert (done["created_at"], done["updated_at"]) == ("2026-01-05 12:00:00", "2026-01-05 12:03:00")
    assert done["total_spent"] > 0


@pytest.mark.parametrize(
    ("username", "password", "expected"),
    [
        ("someone", "right", ("Done", "Verified", False)),
        ("wrong", "right", ("Done", "Invalid", False)),
        ("someone", "wrong", ("Done", "Invalid", False)),
        ("unknown@example.com", "right", ("Done", "Unknown", False)),
        ("warning+1@example.com", "right", ("DoneWithWarning", "Verified", False)),
    ],
)
def test_the_login_decides_how_it_ends(
    api: Account, username: str, password: str, expected: tuple[str, str, bool]
) -> None:
    assert state(api, api.connect(username, password=password)) == expected


@pytest.mark.parametrize(("username", "code"), LOCKS.items())
def test_each_lock_code_has_its_user_name(api: Account, username: str, code: str) -> None:
    id = api.connect(f"{username}@example.com")
    seen = api.connection(id)
    assert state(api, id) == ("Pending", "Checking", True)
    assert seen["account_lock_code"] == code
    page = api.url(seen["unlock_url"])
    assert page.status_code == 200
    assert code in page.text


def test_an_answered_question_does_not_come_back(sandbox: Sandbox, api: Account) -> None:
    id = api.connect("security-question")
    url = api.connection(id)["unlock_url"]
    assert "<form>" in api.url(f"{url}&answer=wrong").text
    assert state(api, id)[2] is True
    assert "Thank you" in api.url(f"{url}&answer=Rex").text
    assert state(api, id) == ("Done", "Verified", False)
    assert "not locked" in api.url(url).text
    sandbox.clock.advance("P3D")
    assert state(api, id) == ("Done", "Verified", False)


def test_a_captcha_wants_its_letters_and_comes_with_each_harvest(sandbox: Sandbox, api: Account) -> None:
    id = api.connect("image-captcha")
    url = api.connection(id)["unlock_url"]
    letters = captcha_text(token(url))
    assert letters in api.url(url).text
    assert 'role="alert"' in api.url(f"{url}&answer=nonsense").text
    api.url(f"{url}&answer={letters.lower()}")
    assert state(api, id) == ("Done", "Verified", False)
    sandbox.clock.advance("P1D")
    assert state(api, id) == ("Pending", "Verified", True)


def test_denied_access_passes_by_itself(sandbox: Sandbox, api: Account) -> None:
    id = api.connect("access-denied")
    assert state(api, id) == ("Pending", "Checking", True)
    sandbox.clock.advance("PT59M")
    assert state(api, id)[2] is True
    sandbox.clock.advance("PT1M")
    assert state(api, id) == ("Done", "Verified", False)


@pytest.mark.parametrize("username", ["incomplete-profile", "deactivated"])
def test_what_the_store_alone_can_mend_goes_on_when_the_user_says_so(api: Account, username: str) -> None:
    id = api.connect(username)
    api.url(f"{api.connection(id)['unlock_url']}&answer=done")
    assert state(api, id) == ("Done", "Verified", False)


def test_a_required_reset_is_lifted_by_a_new_password(api: Account) -> None:
    id = api.connect("password-reset")
    assert state(api, id)[2] is True
    assert api.put(f"{STORES}/{id}", {"password": "new"}) == "Store connection updated"
    assert state(api, id) == ("Done", "Verified", False)


class Form(HTMLParser):
    """What a browser sends when the form of a page is filled in and its button is pressed."""

    def __init__(self, page: str, typed: str) -> None:
        super().__init__()
        self.sent: dict[str, str] = {}
        self._typed = typed
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        assert "action" not in told, "it is sent to the page's own address"
        if tag in ("input", "button") and (name := told.get("name")):
            self.sent[name] = told.get("value") or self._typed


@pytest.mark.parametrize(
    ("username", "shown", "answer"),
    [
        ("security-question", "first pet", lambda _: "Rex"),
        ("image-captcha", "<svg", lambda url: captcha_text(token(url))),
        ("deactivated", "reactivated", lambda _: ""),
    ],
)
def test_a_user_unlocks_the_account_in_a_browser(
    served: Callable[[Sandbox], str],
    browse: Callable[[str], str],
    username: str,
    shown: str,
    answer: Callable[[str], str],
) -> None:
    with Sandbox(["information-machine"]) as sandbox:
        address = served(sandbox)
        with httpx2.Client(base_url=f"{address}/information-machine", params=DEMO) as caller:
            login = {"store_id": 4, "username": username, "password": "right"}
            id = caller.post(STORES, json=login).json()["result"]["id"]
            url = caller.get(f"{STORES}/{id}").json()["result"]["unlock_url"]
            assert url.startswith(address)
            page = browse(url)
            assert shown in page
            sent = httpx2.URL(url).copy_with(params=Form(page, answer(url)).sent)
            assert "Thank you" in browse(str(sent))
            seen = caller.get(f"{STORES}/{id}").json()["result"]
            assert (seen["scrape_status"], seen["account_locked"]) == ("Done", False)
            assert "not locked" in browse(url)


def test_an_unknown_unlock_address_is_a_404(api: Account) -> None:
    assert api.url("/mfa?uside=nobody").status_code == 404
    assert api.url("/mfa").status_code == 404


def test_a_locked_account_is_not_harvested(api: Account) -> None:
    user = api.post("/v1/users", {"user_id": "locked"})["user_id"]
    api.connection(api.connect("image-captcha", user=user), user=user)
    assert api.refusal("GET", f"/v1/users/{user}/purchases_product_based")[0] == 404


def test_an_edit_tests_the_login_again(slow: Slow) -> None:
    sandbox, api = slow(login_seconds=60)
    id = api.connect("wrong")
    sandbox.clock.advance("PT1M")
    assert state(api, id) == ("Done", "Invalid", False)
    api.put(f"{STORES}/{id}", {"username": "someone", "password": None})
    assert state(api, id) == ("Pending", "Checking", False)
    sandbox.clock.advance("PT1M")
    assert state(api, id) == ("Done", "Verified", False)
    assert api.connection(id)["username"] == "someone"


def test_a_connection_is_deleted_with_what_it_has_brought(api: Account) -> None:
    user = api.post("/v1/users", {"user_id": "leaving"})["user_id"]
    id = api.connect(user=user)
    api.get(f"/v1/users/{user}/purchases_product_based")
    assert api.delete(f"/v1/users/{user}/stores/{id}") == "Store connection deleted"
    assert api.refusal("GET", f"/v1/users/{user}/stores/{id}")[0] == 404
    assert api.refusal("DELETE", f"/v1/users/{user}/stores/{id}")[0] == 404
    assert api.refusal("GET", f"/v1/users/{user}/purchases_product_based")[0] == 404


@pytest.mark.parametrize("store_id", [2001, 828282, -1])
def test_only_stores_that_can_be_scraped_are_connected(api: Account, store_id: int) -> None:
    given = {"store_id": store_id, "username": "a", "password": "b"}
    assert api.refusal("POST", STORES, given)[0] == 400
    oauth = {"store_id": store_id, "oauth_provider": "GMailAPI"}
    assert api.refusal("POST", f"{STORES}/oauth", oauth)[0] == 400


@pytest.mark.parametrize("missing", ["store_id", "username", "password"])
def test_a_connection_needs_store_user_name_and_password(api: Account, missing: str) -> None:
    given = {"store_id": 4, "username": "a", "password": "b"}
    given.pop(missing)
    assert api.refusal("POST", STORES, given)[0] == 400


def test_a_user_who_is_not_there_is_a_404(api: Account) -> None:
    given = {"store_id": 4, "username": "a", "password": "b"}
    assert api.refusal("POST", "/v1/users/nobody/stores", given) == (404, "User not found")
    for method, body in (("GET", None), ("PUT", {}), ("DELETE", None)):
        assert api.refusal(method, "/v1/users/nobody/stores/52800", body)[0] == 404
        assert api.refusal(method, f"{STORES}/999999", body)[0] == 404


def test_an_oauth_connection_begins_with_consent(api: Account) -> None:
    made = api.post(f"{STORES}/oauth", {"store_id": 4, "oauth_provider": "GMailAPI"})
    assert (made["scrape_status"], made["credentials_status"]) == ("Not defined", "Not defined")
    assert made["oauth_provider"] == "GMailAPI"
    url = made["oauth_authorization_url"]
    assert state(api, made["id"]) == ("Not defined", "Not defined", False)
    assert "Allow" in api.url(url).text
    api.url(f"{url}&consent=yes")
    assert state(api, made["id"]) == ("Done", "Verified", False)
    assert "have given" in api.url(url).text


def test_another_oauth_provider_is_a_400(api: Account) -> None:
    assert api.refusal("POST", f"{STORES}/oauth", {"store_id": 4, "oauth_provider": "Other"})[0] == 400


def test_the_connections_of_a_user_are_listed_in_pages(api: Account) -> None:
    made = [api.connect(store=store) for store in (1, 5, 8)]
    assert [each["id"] for each in api.get(STORES)] == [52800, *made]
    meta = api.meta(STORES, per_page=2, page=2)
    assert (meta["total_count"], meta["next_page"]) == (4, None)
    assert api.refusal("GET", "/v1/users/id_34234_22/stores")[0] == 404
    assert re.search("No store connections found", api.refusal("GET", STORES, page=9)[1])


def test_all_connections_are_filtered_by_lock_and_loss(sandbox: Sandbox, api: Account, second: Account) -> None:
    locked = api.connect("image-captcha", user="id_34234_22")
    lost = api.connect("lost")
    fine = api.connect()

    def ids(**filters: object) -> list[int]:
        return [each["id"] for each in api.get("/v1/store_connections", **filters)]

    assert ids() == [52800, locked, lost, fine]
    assert ids(account_locked=True) == [locked]
    assert ids(account_locked=False) == [52800, lost, fine]
    assert api.refusal("GET", "/v1/store_connections", connection_lost=True)[0] == 404
    sandbox.clock.advance("P1D")
    assert ids(connection_lost=True) == [lost]
    assert state(api, lost) == ("Done", "Invalid", False)
    assert ids(connection_lost_date_after="2026-01-06 11:59:59") == [lost]
    assert api.refusal("GET", "/v1/store_connections", connection_lost_date_after="2026-01-06 12:00:00")[0] == 404
    assert ids(account_locked_date_after="2026-01-05 00:00:00") == [locked]
    assert api.refusal("GET", "/v1/store_connections", account_locked=True, connection_lost=True)[0] == 404
    assert second.refusal("GET", "/v1/store_connections")[0] == 404


def test_a_page_of_all_connections_may_have_a_thousand(api: Account) -> None:
    assert api.meta("/v1/store_connections")["per_page"] == 1000
    assert api.meta("/v1/store_connections", per_page=5000)["per_page"] == 1000
