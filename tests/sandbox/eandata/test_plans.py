"""Key codes and what their plans allow."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from retail_sandbox.testing import Sandbox

from .conftest import FREE, SWITCHED_OFF, Feed

COLA = "0049000006582"


def code_of(feed: Feed) -> str:
    return feed.get(find=COLA)["status"]["code"]


def test_a_wrong_key_code_or_none_is_refused_with_http_200(sandbox: Sandbox) -> None:
    for keycode in ("wrong", "", "0123456789abcdef"):
        answer = Feed(sandbox, keycode).get(find=COLA)
        assert answer["status"]["code"] == "400"
        assert "product" not in answer


def test_a_feed_that_is_switched_off_is_refused(sandbox: Sandbox) -> None:
    status = Feed(sandbox, SWITCHED_OFF).get(find=COLA)["status"]
    assert (status["code"], status["message"]) == ("400", "keycode: the data feed of this account is switched off")


def test_a_key_code_may_stand_in_the_form(sandbox: Sandbox) -> None:
    assert Feed(sandbox, FREE).post(find=COLA)["status"]["message"] == "free 1/15"


def test_a_free_plan_tells_its_look_ups_found_or_not(free: Feed) -> None:
    assert free.get(find=COLA)["status"]["message"] == "free 1/15"
    free.get(find="0049000000009")
    assert free.get(find=COLA)["status"]["message"] == "free 3/15"


def test_refused_requests_and_updates_count_no_look_up(free: Feed) -> None:
    free.get(find="0049000006583")
    free.get(find=COLA, get="colour")
    free.update(COLA, "brand", "Coke")
    assert free.get(find=COLA)["status"]["message"] == "free 1/15"


def test_a_free_plan_ends_for_the_day_and_begins_anew_at_midnight(free: Feed, sandbox: Sandbox) -> None:
    assert [code_of(free) for _ in range(16)] == ["200"] * 15 + ["400"]
    assert free.get(find=COLA)["status"]["message"] == "free 15/15: no look-ups left for today"
    assert free.update(COLA, "brand", "Coke")["code"] == "200"
    sandbox.clock.advance("PT12H")
    assert free.get(find=COLA)["status"]["message"] == "free 1/15"


def test_two_accounts_share_the_products_but_not_the_allowance(free: Feed, feed: Feed, sandbox: Sandbox) -> None:
    sandbox.seed({"eandata": {"keycodes": [{"keycode": "second", "plan": "free", "daily_limit": 2}]}})
    second = Feed(sandbox, "second")
    assert [code_of(second) for _ in range(3)] == ["200", "200", "400"]
    assert free.get(find=COLA)["status"]["message"] == "free 1/15"
    feed.update(COLA, "brand", "Coke")
    assert free.find(COLA)["attributes"]["brand"] == "Coke"


def test_look_ups_at_the_same_time_never_go_beyond_the_allowance(free: Feed) -> None:
    with ThreadPoolExecutor(8) as pool:
        codes = list(pool.map(lambda _: code_of(free), range(24)))
    assert sorted(codes) == ["200"] * 15 + ["400"] * 9


def test_without_key_checks_anybody_calls_without_limit() -> None:
    with Sandbox(["eandata"], check_keys=False) as sandbox:
        assert Feed(sandbox, "").get(find=COLA)["status"]["message"] == "paid"
