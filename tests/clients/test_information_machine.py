"""Information Machine through its client, blocking and async: every documented answer, and what it is for."""

from __future__ import annotations

import io
import logging
import warnings
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx2
import pytest
from information_machine_client import (
    AsyncInformationMachine,
    AuthenticationError,
    BadRequestError,
    InformationMachine,
    InvalidArgumentError,
    NotFoundError,
    RateLimitError,
    Retry,
    ServerError,
    webhooks,
)
from information_machine_client.models import OnDemandRefresh, StoreConnectionCredentials, UpcResolved, UserPurchases
from retail_runtime import MissingCredentialsError, UnprocessableEntityError, WaitTimeoutError
from retail_sandbox.information_machine.locks import LOCKS, Lock
from retail_sandbox.services import Service, load_service
from retail_sandbox.testing import Sandbox

from tests.clients.answers import documented
from tests.clients.information_machine_scenarios import (
    ANSWERS,
    CONNECTION,
    IDLE,
    LOGIN,
    NOBODY,
    PNG,
    PRODUCT,
    SHOPPER,
    WALMART,
    connected,
)

pytestmark = pytest.mark.filterwarnings("ignore:Newer clients of the vendor:DeprecationWarning")

API = "information-machine"
DEMO, SECOND, SMALL = ("demo", "demo-secret"), ("second", "second-secret"), ("small", "small-secret")
HOOK = "http://ours/hook"
ERRORS: dict[int, type[Exception]] = {
    400: BadRequestError,
    401: AuthenticationError,
    404: NotFoundError,
    422: UnprocessableEntityError,
    429: RateLimitError,
    500: ServerError,
}
OF_THE_WHOLE_SERVICE = (401, 429, 500)
"""Told whatever is asked for: by a wrong secret, an exhausted quota, a failure."""
NEVER_EMPTY = ("lookups_", "products_recalls")
"""Tables that the default records fill; their 404 needs a sandbox without those."""


@pytest.fixture
def open_client(connect: Callable[..., Any]) -> Callable[..., Any]:
    return lambda place, keys=DEMO, **options: connect(
        InformationMachine,
        AsyncInformationMachine,
        *keys,
        **{
            "base_url": place.url(API),
            "transport": place.transport,
            "strict": True,
            "retry": Retry(attempts=1),
            **options,
        },
    )


@pytest.fixture
def api(open_client: Callable[..., Any], sandbox: Sandbox) -> Any:
    return open_client(sandbox)


@pytest.fixture(scope="module")
def bare() -> Iterator[Sandbox]:
    """A sandbox with an account and nothing else."""
    service = load_service(API)
    seed = {"accounts": [{"client_id": DEMO[0], "client_secret": DEMO[1]}]}
    with Sandbox([Service(service.api, service.document, seed)]) as made:
        yield made


@pytest.mark.parametrize(("operation", "status"), documented(API))
def test_every_documented_answer_comes_from_the_sandbox(
    operation: str, status: int, open_client: Callable[..., Any], sandbox: Sandbox, request: pytest.FixtureRequest
) -> None:
    scenarios = ANSWERS[operation]
    there = sandbox
    if status in OF_THE_WHOLE_SERVICE:  # one that makes no other call before
        scenario = scenarios.get(404) or scenarios.get(422) or next(iter(scenarios.values()))
    else:
        scenario = scenarios[status]
        if status == 404 and operation.startswith(NEVER_EMPTY):
            there = request.getfixturevalue("bare")
    client = open_client(there, {401: ("demo", "wrong"), 429: SMALL}.get(status, DEMO))
    if status == 429:
        exhaust(client)
    if status == 500:
        sandbox.faults.add("error", api=API, operation=operation, status=500)
    if status in (200, 201):
        assert scenario(client) not in (None, "", [])
    else:
        with pytest.raises(ERRORS[status]) as caught:
            scenario(client)
        error: Any = caught.value
        assert error.status == status
        assert error.message
    assert there.journal.entries(api=API, operation=operation)[0]["status"] == status


def exhaust(api: Any) -> None:
    """Uses up the ten requests a day of the small account."""
    for _ in range(10):
        api.lookups.tags()


def test_the_answers_are_as_many_as_the_spec_documents() -> None:
    there = documented(API)
    assert len({operation for operation, _ in there}) == len(ANSWERS) == 44
    told = {(operation, status) for operation, scenarios in ANSWERS.items() for status in scenarios}
    assert told == {each for each in there if each[1] not in OF_THE_WHOLE_SERVICE}
    assert len(there) == 214
    print(f"{API}: {len(ANSWERS)} operations, {len(there)} documented answers, none unreachable")


def test_a_list_pages_by_itself(api: Any, sandbox: Sandbox) -> None:
    whole = [product.id for product in api.products.list(name="chips")]
    assert len(whole) == len(set(whole)) > 10
    asked = len(sandbox.journal.entries(operation="products_list"))
    assert asked == -(-len(whole) // 10)
    assert [product.id for product in api.products.list(name="chips", per_page=50)] == whole


def test_each_page_tells_its_place_and_what_is_left_of_the_quota(api: Any) -> None:
    pages = list(api.products.list(name="chips", per_page=20).responses())
    assert [page.meta.page for page in pages] == list(range(1, len(pages) + 1))
    assert {page.meta.total_count for page in pages} == {sum(len(page.data.items) for page in pages)}
    left = [page.rate_limit.remaining for page in pages]
    assert left == list(range(left[0], left[0] - len(pages), -1))
    assert pages[0].meta.next_page.endswith("/v1/products?name=chips&per_page=20&page=2")
    assert api.with_response.products.list(name="chips", page=2).meta.page == 2


def test_what_newer_clients_of_the_vendor_dropped_warns_once_where_it_is_called(
    open_client: Callable[..., Any], sandbox: Sandbox
) -> None:
    api = open_client(sandbox)
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        bought = list(api.purchases.list(SHOPPER, per_page=1))
        api.upcs.wait_until_resolved(api.upcs.resolve(["Kale"]))
        list(api.products.list(name="Kale"))
    assert bought
    assert [(each.category, str(each.message)) for each in told] == [
        (DeprecationWarning, "Newer clients of the vendor no longer have it.")
    ] * 3


def test_nutrients_come_when_they_are_asked_for(api: Any) -> None:
    plain, full = (next(iter(api.products.list(name="Kale", full_resp=flag))) for flag in (None, True))
    assert not plain.nutrients
    assert full.nutrients[0].name == "Calories"


def test_a_user_is_registered_changed_and_deleted(api: Any, sandbox: Sandbox) -> None:
    user = api.users.create(user_id="exampleID123456", email="mail@example.com", zip="21000")
    assert (user.user_id, user.owner_app_id, user.email, user.zip) == (
        "exampleID123456",
        "demo",
        "mail@example.com",
        "21000",
    )
    assert abs(user.created_at.replace(tzinfo=UTC) - sandbox.clock.now()) < timedelta(minutes=1)
    assert api.users.update("exampleID123456", zip="10001").email == "mail@example.com"
    assert "exampleID123456" in [each.user_id for each in api.users.list()]
    api.users.delete("exampleID123456")
    with pytest.raises(NotFoundError, match="User not found"):
        api.users.get("exampleID123456")


def test_a_connection_is_waited_for_until_its_purchases_are_there(open_client: Callable[..., Any]) -> None:
    with Sandbox([API], settings={API: {"harvest_seconds": 60}}) as slow:
        api = open_client(slow)
        connection = api.stores.connect(IDLE, store_id=WALMART, **LOGIN)
        assert connection.scrape_status == "Pending"
        with pytest.raises(WaitTimeoutError, match="Scraping"):
            api.stores.wait_until_scraped(IDLE, connection.id, timeout=0, interval=1)
        slow.clock.advance("PT1M")
        done = api.stores.wait_until_scraped(IDLE, connection.id, timeout=0)
        assert (done.credentials_status, done.scrape_status, done.account_locked) == ("Verified", "Done", False)
        assert list(api.purchases.list(IDLE, store_id=WALMART))


def test_a_wait_ends_with_a_lock_and_the_unlock_page_lifts_it(api: Any, sandbox: Sandbox) -> None:
    locked = connected(api, username="security-question@example.com")
    assert (locked.account_locked, locked.account_lock_code) == (True, "Security Question")
    assert [each.id for each in api.stores.list_all(account_locked=True)] == [locked.id]
    with httpx2.Client(transport=sandbox.transport) as browser:
        assert browser.get(locked.unlock_url).status_code == 200
        browser.get(httpx2.URL(locked.unlock_url).copy_merge_params({"answer": "Rex"}))
    free = api.stores.wait_until_scraped(SHOPPER, locked.id)
    assert (free.account_locked, free.unlock_url, free.scrape_status) == (False, None, "Done")


@pytest.mark.parametrize("lock", LOCKS.values(), ids=lambda lock: lock.username)
def test_a_wait_ends_with_each_lock_code(lock: Lock, api: Any) -> None:
    locked = connected(api, username=f"{lock.username}@example.com")
    assert (locked.account_locked, locked.account_lock_code, locked.credentials_status) == (True, lock.name, "Checking")
    assert locked.unlock_url


@pytest.mark.parametrize(
    ("login", "ends"),
    [
        ({"username": "someone"}, ("Done", "Verified")),
        ({"username": "wrong"}, ("Done", "Invalid")),
        ({"password": "wrong"}, ("Done", "Invalid")),
        ({"username": "unknown"}, ("Done", "Unknown")),
        ({"username": "warning"}, ("DoneWithWarning", "Verified")),
    ],
)
def test_a_wait_ends_with_what_became_of_the_login(login: dict[str, str], ends: tuple[str, str], api: Any) -> None:
    connection = connected(api, **login)
    assert (connection.scrape_status, connection.credentials_status) == ends


def test_a_changed_login_is_tested_again(api: Any) -> None:
    connection = connected(api, username="wrong")
    api.stores.update(SHOPPER, connection.id, username="right@example.com")
    again = api.stores.wait_until_scraped(SHOPPER, connection.id)
    assert (again.username, again.credentials_status) == ("right@example.com", "Verified")


def test_an_oauth_connection_is_harvested_once_the_user_consents(api: Any, sandbox: Sandbox) -> None:
    made = api.stores.connect_oauth(IDLE, store_id=4, oauth_provider="GMailAPI")
    assert made.scrape_status == "Not defined"
    with httpx2.Client(transport=sandbox.transport) as browser:
        browser.get(httpx2.URL(made.oauth_authorization_url).copy_merge_params({"consent": "yes"}))
    assert api.stores.wait_until_scraped(IDLE, made.id).total_spent > 0


def test_all_connections_are_listed_by_lock_and_loss(api: Any, sandbox: Sandbox) -> None:
    sandbox.clock.freeze()
    sandbox.clock.set("2026-01-05T12:00:00")
    locked, lost = (connected(api, username=name).id for name in ("image-captcha", "lost"))

    def ids(**filters: Any) -> list[int]:
        try:
            return [each.id for each in api.stores.list_all(**filters)]
        except NotFoundError:
            return []

    assert (ids(account_locked=True), ids(connection_lost=True)) == ([locked], [])
    sandbox.clock.advance("P1D")
    assert ids(connection_lost=True) == [lost]
    noon = datetime(2026, 1, 6, 12)
    before = noon - timedelta(seconds=1)
    assert (ids(connection_lost_date_after=before), ids(connection_lost_date_after=noon)) == ([lost], [])
    day_before = datetime(2026, 1, 5)
    assert (ids(account_locked_date_after=day_before), ids(account_locked_date_after=noon)) == ([locked], [])


def test_a_receipt_s_number_is_waited_for(open_client: Callable[..., Any]) -> None:
    with Sandbox([API], settings={API: {"heb_receipt_seconds": 60}}) as slow:
        api = open_client(slow)
        connection = connected(api)
        receipt = api.receipts.add(SHOPPER, connection.id, receipt_id="12345678901234567890")
        with pytest.raises(WaitTimeoutError, match="Processing"):
            api.receipts.wait_until_processed(SHOPPER, connection.id, str(receipt.id), timeout=0)
        slow.clock.advance("PT1M")
        done = api.receipts.wait_until_processed(SHOPPER, connection.id, str(receipt.id), timeout=0)
        assert done.status == "Done"
        assert api.purchases.get(SHOPPER, done.purchase_id).receipt_id == "12345678901234567890"


def test_an_image_may_be_an_open_file(api: Any, sandbox: Sandbox) -> None:
    api.scans.upload_receipt(SHOPPER, receipt_id="r2", images=[io.BytesIO(PNG)])
    assert api.scans.wait_until_transcribed(SHOPPER, "r2", interval=0) == "Done"


def test_a_receipt_of_several_images_goes_one_call_a_part(api: Any, sandbox: Sandbox, tmp_path: Path) -> None:
    photo = tmp_path / "1.png"
    photo.write_bytes(PNG)
    assert api.scans.upload_receipt(SHOPPER, receipt_id="r1", images=[photo, PNG + b"2"]) == "r1"
    assert [each["status"] for each in sandbox.journal.entries(operation="scans_upload_receipt")] == [201, 201]
    assert api.scans.wait_until_transcribed(SHOPPER, "r1", interval=0) == "Done"
    (purchase,) = (each for each in api.purchases.list(SHOPPER, receipts_only=True) if each.receipt_id == "r1")
    with httpx2.Client(transport=sandbox.transport) as http:
        images = [http.get(image.url).content for image in purchase.receipt_image_urls]
    assert images == [PNG, PNG + b"2"]


@pytest.mark.parametrize("count", [0, 11])
def test_none_or_too_many_images_are_refused_before_anything_is_sent(count: int, api: Any, sandbox: Sandbox) -> None:
    with pytest.raises(InvalidArgumentError, match="images"):
        api.scans.upload_receipt(SHOPPER, receipt_id="r1", images=[PNG] * count)
    assert sandbox.journal.entries() == []


def test_what_is_left_of_the_quota_comes_with_each_answer(api: Any, sandbox: Sandbox) -> None:
    first, second = (api.with_response.lookups.stores().rate_limit for _ in range(2))
    assert (first.limit, first.remaining, second.remaining) == (10_000, 9_999, 9_998)
    assert first.reset == midnight_after(sandbox.clock.now())


def midnight_after(now: datetime) -> datetime:
    return datetime.combine(now.date() + timedelta(days=1), datetime.min.time(), UTC)


def test_an_exhausted_quota_is_a_rate_limit_error_until_the_day_is_over(
    open_client: Callable[..., Any], sandbox: Sandbox
) -> None:
    small = open_client(sandbox, SMALL)
    exhaust(small)
    with pytest.raises(RateLimitError, match="quota") as caught:
        small.lookups.tags()
    limit = caught.value.rate_limit
    assert (limit.limit, limit.remaining) == (10, 0)
    sandbox.clock.advance(timedelta(days=1))
    assert small.with_response.lookups.tags().rate_limit.remaining == 9


def test_a_day_s_quota_that_is_used_up_is_not_asked_for_again(
    open_client: Callable[..., Any], sandbox: Sandbox
) -> None:
    sandbox.clock.freeze()
    sandbox.clock.set("2026-01-05T12:00:00")
    eager = open_client(sandbox, SMALL, retry=Retry(attempts=3))
    exhaust(eager)
    for use in (lambda: eager.lookups.tags(), lambda: eager.users.create("late"), lambda: list(eager.users.list())):
        with pytest.raises(RateLimitError) as caught:
            use()
        left = caught.value.rate_limit.reset - datetime.now(UTC)
        assert timedelta(hours=11, minutes=59) < left <= timedelta(hours=12)
    assert [each["status"] for each in sandbox.journal.entries()] == [429] * 3 + [200] * 10


def test_every_error_tells_what_is_left_of_the_quota(api: Any) -> None:
    with pytest.raises(NotFoundError) as caught:
        api.users.get(NOBODY)
    assert (caught.value.rate_limit.limit, caught.value.rate_limit.remaining) == (10_000, 9_999)


def test_names_are_waited_for_until_each_is_resolved(open_client: Callable[..., Any]) -> None:
    with Sandbox([API], settings={API: {"upc_seconds": 60}}) as slow:
        api = open_client(slow)
        request = api.upcs.resolve(["Kale Chips", "Nothing of the kind;Walmart"])
        with pytest.raises(WaitTimeoutError, match="Queued"):
            api.upcs.wait_until_resolved(request, timeout=0)
        slow.clock.advance("PT1M")
        found = api.upcs.wait_until_resolved(request, timeout=0)
        assert [(each.name, each.resolve_status, bool(each.upcs)) for each in found] == [
            ("Kale Chips", "Finished", True),
            ("Nothing of the kind", "Finished", False),
        ]


def hooked(sandbox: Sandbox) -> list[httpx2.Request]:
    """What a server of ours gets."""
    taken: list[httpx2.Request] = []

    def take(request: httpx2.Request) -> httpx2.Response:
        taken.append(request)
        return httpx2.Response(200)

    sandbox.receivers[HOOK] = take
    sandbox.webhooks.add(HOOK, api=API)
    return taken


def test_each_event_that_is_delivered_is_read_as_its_own_class(api: Any, sandbox: Sandbox) -> None:
    taken = hooked(sandbox)
    connection = connected(api)
    ids = {"user_id": SHOPPER, "user_store_id": str(connection.id)}
    with httpx2.Client(transport=sandbox.transport) as http:
        keys = {"client_id": DEMO[0], "client_secret": DEMO[1]}
        refresh = http.get(f"{sandbox.url(API)}/on-demand-refresh", params=keys | ids).json()["refresh_request_id"]
    api.upcs.resolve(["Kale Chips;Walmart"], webhook_url=HOOK)
    sandbox.webhooks.pump()
    events = {type(event): event for event in (webhooks.parse(each.content, each.headers) for each in taken)}
    assert events.keys() == {StoreConnectionCredentials, UserPurchases, OnDemandRefresh, UpcResolved}
    login, bought, ended, names = (
        events[kind] for kind in (StoreConnectionCredentials, UserPurchases, OnDemandRefresh, UpcResolved)
    )
    assert (login.store_connection_id, login.credentials_status, login.user_id) == (connection.id, "Verified", SHOPPER)
    assert bought.purchase_data.invoices
    assert str(ended.refresh_request_id) == refresh
    assert (names.name, names.store, names.resolve_status) == ("Kale Chips", "Walmart", "Finished")
    assert len({each.idempotency_key for each in (login, bought, ended)}) == 3


def test_a_delivery_that_is_repeated_has_the_same_idempotency_key(api: Any, sandbox: Sandbox) -> None:
    taken = hooked(sandbox)
    connected(api, username="wrong")
    sandbox.webhooks.pump()
    sandbox.webhooks.redeliver(sandbox.webhooks.events()[0]["id"])
    sandbox.webhooks.pump()
    first, again = (webhooks.parse(each.content) for each in taken)
    assert (first.credentials_status, first.idempotency_key) == ("Invalid", again.idempotency_key)


def test_an_event_of_an_unknown_kind_is_kept() -> None:
    event = webhooks.parse(b'{"news": {"id": 1}, "idempotency_key": "1-1"}')
    assert isinstance(event, webhooks.UnknownEvent)
    assert event.body == {"news": {"id": 1}, "idempotency_key": "1-1"}


def test_one_pair_of_keys_never_sees_anothers_users(
    api: Any, open_client: Callable[..., Any], sandbox: Sandbox
) -> None:
    other = open_client(sandbox, SECOND)
    api.users.create("mine")
    assert [user.user_id for user in other.users.list()] == [SHOPPER]
    assert other.users.get(SHOPPER).email != api.users.get(SHOPPER).email
    for look in (lambda: other.users.get("mine"), lambda: other.stores.get(SHOPPER, CONNECTION)):
        with pytest.raises(NotFoundError):
            look()


def test_keys_that_are_left_out_are_told_before_anything_is_sent(
    open_client: Callable[..., Any], sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("INFORMATION_MACHINE_CLIENT_ID", "INFORMATION_MACHINE_CLIENT_SECRET"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(MissingCredentialsError, match="INFORMATION_MACHINE_CLIENT_SECRET"):
        open_client(sandbox, ("demo",)).users.get(SHOPPER)
    assert sandbox.journal.entries() == []


def test_secrets_are_in_no_text_and_no_log(
    api: Any, open_client: Callable[..., Any], sandbox: Sandbox, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    connection = connected(api, password="store-secret")
    answer = api.with_response.products.get(PRODUCT)
    first_page = api.with_response.products.list(name="chips")
    assert DEMO[1] in str(answer.http.request.url)  # so that the test can fail
    with pytest.raises(NotFoundError) as missing:
        api.users.get(NOBODY)
    with pytest.raises(AuthenticationError) as refused:
        open_client(sandbox, ("demo", "wrong-secret")).users.get(SHOPPER)
    texts = [repr(each) for each in (api, connection, answer, first_page, missing.value, refused.value)]
    texts += [str(missing.value), str(refused.value), caplog.text, repr(sandbox.journal.entries())]
    for secret in (DEMO[1], "store-secret", "wrong-secret"):
        assert not [text for text in texts if secret in text]
