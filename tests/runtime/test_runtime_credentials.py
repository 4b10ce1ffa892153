"""Signing in, and where requests go."""

from __future__ import annotations

import base64
import pickle
from collections.abc import Callable
from typing import Any

import httpx2
import pytest
from retail_runtime import APIError, Credentials, InvalidArgumentError, MissingAddressError, MissingCredentialsError

from .acme import Acme, Bearer, Cookie, Key, Pair, acme
from .conftest import Way
from .wire import Wire, answer


def sent(auth: Credentials, use: Callable[[Acme], Any]) -> httpx2.Request:
    api, wire = acme(answer({}), auth=auth)
    use(api)
    return wire.last


def test_each_scheme_has_its_place(way: Way) -> None:
    def last(auth: Credentials, use: Callable[[Any], Any]) -> httpx2.Request:
        return way(use, answer({}), auth=auth).wire.last

    assert last(Key("k"), lambda api: api.account.receipt()).headers["x-key"] == "k"
    assert last(Key("k&"), lambda api: api.account.query()).url.query == b"apikey=k%26"
    assert last(Bearer("t"), lambda api: api.account.receipt()).headers["authorization"] == "Bearer t"
    basic = "Basic " + base64.b64encode("ü:w".encode()).decode()
    assert last(Pair("k", "ü", "w"), lambda api: api.account.basic()).headers["authorization"] == basic
    assert last(Cookie("s"), lambda api: api.account.cookie()).headers["cookie"] == "sid=s"


def test_an_operation_may_need_two_schemes_at_once_and_a_scheme_two_secrets() -> None:
    request = sent(Pair("k", "name", "word"), lambda api: api.account.both())
    assert (request.headers["x-key"], request.headers["x-pair"]) == ("k", "name:word")


def test_an_operation_takes_the_first_of_its_ways_that_the_client_has() -> None:
    assert sent(Bearer("t"), lambda api: api.account.either()).headers["authorization"] == "Bearer t"
    assert sent(Key("k"), lambda api: api.account.either()).headers["x-key"] == "k"


def test_an_open_operation_sends_no_credentials() -> None:
    request = sent(Key("k"), lambda api: api.account.open())
    assert "x-key" not in request.headers


def test_where_signing_in_is_a_choice_it_is_done_when_it_can_be() -> None:
    assert sent(Key("k"), lambda api: api.account.maybe()).headers["x-key"] == "k"
    assert "x-key" not in sent(Key(), lambda api: api.account.maybe()).headers


def test_credentials_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACME_SHOP_KEY", "from-env")
    assert sent(Key(), lambda api: api.account.receipt()).headers["x-key"] == "from-env"
    assert sent(Key("given"), lambda api: api.account.receipt()).headers["x-key"] == "given"


def test_a_function_is_asked_with_each_request() -> None:
    keys = iter("abc")
    api, wire = acme(answer({}, 503), answer({}), auth=Key(lambda: next(keys)))
    api.account.receipt()
    assert [request.headers["x-key"] for request in wire.sent] == ["a", "b"]


def test_missing_credentials_are_told_before_anything_is_sent(way: Way) -> None:
    wires: list[Wire] = []
    with pytest.raises(MissingCredentialsError, match=r"account.receipt: .*ACME_SHOP_KEY"):
        wires.append(way(lambda api: api.account.receipt(), auth=Key()).wire)
    assert wires == []


def test_all_that_a_pair_lacks_is_named() -> None:
    with pytest.raises(MissingCredentialsError, match="set ACME_SHOP_KEY and ACME_SHOP_WORD"):
        sent(Pair(name="n"), lambda api: api.account.both())


def test_credentials_of_another_kind_are_told_apart() -> None:
    with pytest.raises(MissingCredentialsError, match=r"account.basic takes basic; this client signs in with Bearer"):
        sent(Bearer("t"), lambda api: api.account.basic())


@pytest.mark.parametrize("secret", ["k\r\nX-Evil: 1", "k-from-a-file\n", "ключ"])
def test_a_secret_that_is_no_header_is_refused_and_not_shown(secret: str) -> None:
    api, wire = acme(auth=Key(secret))
    with pytest.raises(InvalidArgumentError, match="X-Key") as caught:
        api.account.receipt()
    assert wire.sent == []
    assert secret.strip() not in str(caught.value)
    assert secret.strip() not in repr(caught.value)


def test_blanks_around_a_secret_are_no_part_of_a_header() -> None:
    assert sent(Key(" k "), lambda api: api.account.receipt()).headers["x-key"] == "k"


def test_a_cookie_cannot_smuggle_in_another() -> None:
    with pytest.raises(InvalidArgumentError):
        sent(Cookie("a; admin=1"), lambda api: api.account.cookie())


def test_no_repr_shows_a_secret() -> None:
    pair = Pair("the-key", "the-name", "the-word")
    api = Acme(pair, base_url="https://user:the-password@shop.test")
    for shown in (repr(api), str(api), repr(pair), repr(api.mode.engine)):
        assert "the-" not in shown
    assert "shop.test" in repr(api)
    assert "the-" not in repr(Acme(pair, base_url={"": "https://user:the-password@shop.test"}))


def test_two_clients_on_one_http_client_keep_their_own_keys_and_cookies() -> None:
    def handler(request: httpx2.Request) -> httpx2.Response:
        seen.append((request.headers["x-key"], request.headers.get("cookie")))
        return answer({}, set_cookie=f"session={request.headers['x-key']}; Path=/")(request)

    seen: list[tuple[str, str | None]] = []
    http = httpx2.Client(transport=httpx2.MockTransport(handler))
    one, two = Acme(Key("1"), http=http), Acme(Key("2"), http=http)
    for api in (one, two, one, two, one.with_options(timeout=1.0)):
        api.account.either()
    assert seen == [("1", None), ("2", None), ("1", "session=1"), ("2", "session=2"), ("1", "session=1")]


def test_a_cookie_of_the_server_stays_with_its_host() -> None:
    api, wire = acme(answer({}, set_cookie="session=1; Path=/"), answer({}))
    api.account.either()
    api.account.receipt()
    assert "cookie" not in wire.last.headers


def test_given_and_kept_cookies_go_together() -> None:
    api, wire = acme(answer({}, set_cookie="other=1; Path=/"), answer({}), auth=Cookie("s"))
    api.account.cookie()
    api.account.cookie()
    assert wire.last.headers["cookie"] == "other=1; sid=s"


def test_each_host_has_its_usual_place(way: Way) -> None:
    assert str(way(lambda api: api.account.open(), answer({})).wire.last.url) == "https://api.acme.test/open"
    assert (
        str(way(lambda api: api.account.receipt(), answer({})).wire.last.url) == "https://receipts.acme.test/v1/receipt"
    )


def test_base_url_as_text_moves_the_usual_host_and_then_no_other_is_called_at_its_own_place() -> None:
    api, wire = acme(answer({}), base_url="http://localhost:1")
    with pytest.raises(MissingAddressError, match=r"other host was moved.*ACME_SHOP_RECEIPTS_BASE_URL"):
        api.account.receipt()
    assert wire.sent == []


def test_base_url_as_a_mapping_moves_each_host() -> None:
    def url(use: Callable[[Acme], Any], base_url: Any) -> str:
        api, wire = acme(answer({}), base_url=base_url)
        use(api)
        return str(wire.last.url)

    assert url(lambda api: api.account.open(), "http://localhost:1/v2/") == "http://localhost:1/v2/open"
    both = {"": "http://a.test", "receipts": "http://b.test/x"}
    assert url(lambda api: api.account.open(), both) == "http://a.test/open"
    assert url(lambda api: api.account.receipt(), both) == "http://b.test/x/receipt"


def test_addresses_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACME_SHOP_BASE_URL", "http://env.test")
    monkeypatch.setenv("ACME_SHOP_RECEIPTS_BASE_URL", "http://env.test/r")
    api, wire = acme(answer({}))
    api.account.open()
    api.account.receipt()
    assert [str(request.url) for request in wire.sent] == ["http://env.test/open", "http://env.test/r/receipt"]


def test_a_missing_address_is_told_before_anything_is_sent() -> None:
    api, wire = acme(answer({}))
    with pytest.raises(MissingAddressError, match=r"'own'.*ACME_SHOP_OWN_BASE_URL"):
        api.account.own()
    assert wire.sent == []


def test_an_address_that_is_none_is_an_error_of_ours() -> None:
    for base_url in ("localhost:8000", "http://[::1", "http://x\n.test"):
        with pytest.raises(APIError):
            Acme(Key("k"), base_url=base_url).account.open()


def test_credentials_are_not_pickled_with_what_comes_back(way: Way) -> None:
    response = way(lambda api: api.with_response.account.query(), answer({"a": 1})).value
    again = pickle.loads(pickle.dumps(response))
    assert again.data == {"a": 1}
    assert b"k-secret" not in pickle.dumps(response)


def test_an_async_client_reads_the_environment_too(monkeypatch: pytest.MonkeyPatch, way: Way) -> None:
    monkeypatch.setenv("ACME_SHOP_KEY", "from-env")
    assert way(lambda api: api.account.receipt(), answer({}), auth=Key()).wire.last.headers["x-key"] == "from-env"
