"""Spaaza through its client, blocking and async: what a consumer writes, line by line."""

from __future__ import annotations

import base64
import hashlib
import hmac
import pickle
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import httpx2
import pytest
from retail_runtime import MissingAddressError, MissingCredentialsError, Response
from retail_sandbox.testing import Sandbox
from spaaza_client import (
    AdminSession,
    APITimeoutError,
    AsyncSpaaza,
    AuthenticationError,
    NotFoundError,
    Privileged,
    Retry,
    ServerError,
    Spaaza,
    UserSession,
    webhooks,
)
from spaaza_client.errors import (
    AccessDeniedError,
    PermissionDeniedOrNonExistentError,
    VoucherLockedError,
    VoucherNotFoundError,
)
from spaaza_client.models import (
    Basket,
    BasketItem,
    BasketShopper,
    Entity,
    LoyaltyLevelChanged,
    PointsMutation,
    Receipt,
    UserEvent,
    UserInfo,
    VoucherIssued,
    VoucherRow,
)

from tests.clients.spaaza_calls import ACME, ANN, CHAIN, CLAIMED, SWEATER, Scene, item, purchase, scene_of

HOOK, SECRET = "http://ours/hook", "hook-secret"
NOBODYS = "f" * 64


@pytest.fixture
def scene(connect: Callable[..., Any], sandbox: Sandbox) -> Scene:
    return scene_of(connect, sandbox)


@pytest.fixture
def api(scene: Scene) -> Any:
    return scene("till")


def calls(scene: Scene, operation: str) -> list[int]:
    """The statuses of the calls of an operation, the oldest first."""
    return [each["status"] for each in scene.sandbox.journal.entries(operation=operation)][::-1]


def test_a_member_is_added_and_has_a_card(api: Any) -> None:
    with api:
        user = api.users.add(username="foo@bar.com", last_name="Bar", programme_opted_in=True)
        assert isinstance(user, UserInfo)
        assert (user.username, user.last_name) == ("foo@bar.com", "Bar")
        card = api.users.card(user_id=user.user_id)
        assert (card.entity.id, card.user_info.user_id) == (CHAIN, user.user_id)


def test_a_voucher_is_created_and_a_locked_one_is_kept_from_its_member(scene: Scene, api: Any) -> None:
    voucher = api.vouchers.create(
        user_id=ANN, campaign_id=116, voucher_amount=5.0, voucher_lock_period=300, set_claimed=True
    )
    assert (voucher.voucher_status, voucher.voucher_locked) == ("claimed", True)
    with pytest.raises(VoucherLockedError) as caught:
        scene("ann").vouchers.unclaim(voucher_key=voucher.voucher_key)
    assert isinstance(caught.value, AuthenticationError)


def test_an_error_is_of_the_class_of_its_code_and_of_its_status(api: Any) -> None:
    with pytest.raises(VoucherNotFoundError) as caught:
        api.vouchers.claim(voucher_key=NOBODYS, user_id=ANN, chain_id=CHAIN)
    error = caught.value
    assert isinstance(error, NotFoundError)
    assert (error.status, error.code, error.name) == (404, "183", "voucher_not_found")
    assert error.message == "No voucher has this key or id."
    assert str(error) == f"vouchers.claim: 404 [183 voucher_not_found]: {error.message}"
    assert error.details["error"]["code"] == 183
    assert error.response.json()["result"] == {"code": 2, "status": "error"}
    assert error.request_id is None


def test_an_error_pickles_without_a_secret(api: Any) -> None:
    with pytest.raises(VoucherNotFoundError) as caught:
        api.vouchers.claim(voucher_key=NOBODYS, user_id=ANN)
    kept = pickle.dumps(caught.value)
    again = pickle.loads(kept)
    assert type(again) is VoucherNotFoundError
    assert (str(again), again.code, again.details) == (str(caught.value), "183", caught.value.details)
    assert b"acme-secret" not in kept


def test_nothing_that_is_printed_shows_a_secret(connect: Callable[..., Any]) -> None:
    for auth in (Privileged("our-key", "our-secret"), UserSession("7", "our-secret"), AdminSession("7", "our-secret")):
        api = connect(Spaaza, AsyncSpaaza, auth, base_url="http://nowhere")
        target = getattr(api, "_target", api)
        for text in (repr(auth), str(target), repr(target), repr(target.with_options(timeout=2.0)), repr(vars(target))):
            assert "our-" not in text


def test_a_response_tells_more_than_the_data(api: Any) -> None:
    response: Response[Any] = api.with_response.vouchers.claim(voucher_id=35735, user_id=ANN)
    assert (response.data.voucher_status, response.status) == ("claimed", 200)
    assert response.headers["content-type"] == "application/json"
    assert response.json()["results"]["result_type"] == "claim-voucher"
    assert response.rate_limit.limit is None
    assert response.warnings == ()


def test_a_list_pages_by_itself(scene: Scene, api: Any) -> None:
    whole = [voucher.voucher_id for voucher in api.vouchers.list(chain_id=CHAIN)]
    assert len(set(whole)) == len(whole) > 4
    assert calls(scene, "vouchers_list") == [200]
    assert [voucher.voucher_id for voucher in api.vouchers.list(chain_id=CHAIN, number_results=3)] == whole
    assert len(calls(scene, "vouchers_list")) == 1 + -(-len(whole) // 3)
    assert list(api.vouchers.list(chain_id=CHAIN, show_redeemed=True)) == []


def test_a_csv_file_is_read_row_by_row_with_types(api: Any) -> None:
    api.baskets.add(**purchase(basket_vouchers=[{"voucher_key": CLAIMED}]))
    with api.vouchers.list_csv(chain_id=CHAIN, show_all_statuses=True) as rows:
        read = {row.voucher_key: row for row in rows}
    row = read[CLAIMED]
    assert isinstance(row, VoucherRow)
    assert (row.voucher_id, row.voucher_status) == (35736, "redeemed")
    assert (row.voucher_amount, type(row.voucher_amount)) == (Decimal(50), Decimal)
    assert isinstance(row.voucher_created_datetime, datetime)
    assert len(read) == len(list(api.vouchers.list(chain_id=CHAIN, show_all_statuses=True)))


def test_a_basket_may_be_models_or_plain_dicts(scene: Scene, api: Any) -> None:
    scene.sandbox.clock.freeze()
    plain = api.baskets.price(**purchase())
    typed = api.baskets.price(
        entity=Entity(entity_type="chain", entity_id=CHAIN, branch_business_owner_code="10001"),
        user=BasketShopper(member_number="404064"),
        basket=Basket(
            retailer_basket_code="C-1",
            basket_total_price=Decimal("79.95"),
            basket_items=[BasketItem(item_barcode=SWEATER, item_price=Decimal("79.95"), item_quantity=Decimal(1))],
        ),
    )
    assert typed == plain
    adjusted = plain.basket.basket_total_price_adjusted
    assert (adjusted, type(adjusted)) == (Decimal(adjusted).quantize(Decimal("0.01")), Decimal)


def test_a_warning_is_never_lost(api: Any) -> None:
    done = api.baskets.add(**purchase(basket_vouchers=[{"voucher_key": NOBODYS}]))
    (warning,) = done.warnings
    assert (warning.code, warning.name, warning.message.key) == (183, "voucher_not_found", NOBODYS)
    assert done.basket.id
    assert api.baskets.add(**purchase(code="C-2")).warnings == ()


def test_a_login_is_a_way_to_sign_in(scene: Scene, api: Any) -> None:
    session = api.sessions.login(username="ann@example.com", password="sandbox-password")
    ann = scene.open_client(scene.sandbox, UserSession(session), app_hostname=ACME)
    assert ann.users.card().user_info.user_id == ANN
    assert ann.sessions.logout().username == "ann@example.com"
    with pytest.raises(AuthenticationError):
        ann.users.card()


def test_an_administrator_signs_in_alike(scene: Scene, api: Any) -> None:
    session = api.sessions.login(username="owner@acme.example.com", password="sandbox-password")
    owner = scene.open_client(scene.sandbox, AdminSession(session), session_chain_id=CHAIN)
    assert owner.users.alter_loyalty_level(3, user_id=ANN).name == "Gold"
    assert [found.username for found in owner.users.search(CHAIN, query="ann")] == ["ann@example.com"]


def test_a_call_that_does_not_take_a_way_to_sign_in_is_not_sent(scene: Scene) -> None:
    with pytest.raises(MissingCredentialsError, match="this client signs in with UserSession"):
        scene("ann").users.export("user")
    assert calls(scene, "users_export") == []


def test_receipts_are_at_another_host_by_themselves(scene: Scene, api: Any) -> None:
    bought = api.baskets.add(**purchase())
    receipt = api.receipts.get(bought.basket.id)
    assert isinstance(receipt, Receipt)
    assert receipt.total_value == Decimal("79.95")
    assert scene.sandbox.journal.entries(operation="receipts_get")[0]["path"].startswith("/spaaza-services/")
    assert [each.id for each in api.receipts.list_for_shopper(ANN)] == [receipt.id]


def test_a_client_takes_a_version_and_a_language(api: Any) -> None:
    api.baskets.add(**purchase())
    dutch = api.with_options(language="nl-NL")
    titles = [entry.campaign_title_localised for entry in dutch.wallets.ledger(user_id=ANN, type_="points")]
    assert "Een punt voor elke euro" in titles
    old = api.with_options(api_version="1.4.1", strict=False).with_response.vouchers.list(chain_id=CHAIN)
    assert "basket_vouchers" in old.json()["results"]


def test_a_purchase_is_repeated_after_an_unknown_outcome_and_done_once(scene: Scene) -> None:
    scene.sandbox.faults.add("lost", operation="baskets_add", times=1)
    done = scene("till", retry=Retry(pause=0)).baskets.add(**purchase(basket_vouchers=[{"voucher_key": CLAIMED}]))
    assert calls(scene, "baskets_add") == [502, 200]
    assert [warning.code for warning in done.warnings] == [311]
    assert done.basket.basket_vouchers_applied[0].voucher_amount_redeemed == 50
    assert len(scene("till").receipts.list_for_shopper(ANN)) == 1


@pytest.mark.parametrize(("kind", "error"), [("lost", ServerError), ("timeout", APITimeoutError)])
def test_a_voucher_is_not_created_again_after_an_unknown_outcome(kind: Any, error: Any, scene: Scene) -> None:
    scene.sandbox.faults.add(kind, operation="vouchers_create", times=1)
    with pytest.raises(error):
        scene("till", retry=Retry(pause=0), timeout=5.0).vouchers.create(116, user_id=ANN, voucher_amount=5)
    assert len(calls(scene, "vouchers_create")) == 1


def test_a_refusal_with_a_known_code_is_not_tried_again_though_its_status_is_a_failures(scene: Scene) -> None:
    with pytest.raises(PermissionDeniedOrNonExistentError) as caught:
        scene("owner of another chain", retry=Retry(attempts=3, pause=0)).users.card(user_id=ANN)
    assert isinstance(caught.value, ServerError)
    assert calls(scene, "users_card") == [500]


def test_a_failure_that_may_pass_is_tried_again_though_it_has_a_code(scene: Scene) -> None:
    scene.sandbox.faults.add("refusal", api="spaaza", operation="vouchers_lock", code="293", times=1)
    assert scene("till", retry=Retry(pause=0)).vouchers.lock(voucher_key=CLAIMED).voucher_locked
    assert calls(scene, "vouchers_lock") == [500, 200]


def test_the_environment_gives_what_the_arguments_leave_out(
    connect: Callable[..., Any], sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    urls = sandbox.urls("spaaza")
    monkeypatch.setenv("SPAAZA_KEY", "acme-key")
    monkeypatch.setenv("SPAAZA_SECRET", "acme-secret")
    monkeypatch.setenv("SPAAZA_BASE_URL", urls[""])
    monkeypatch.setenv("SPAAZA_SERVICES_BASE_URL", urls["services"])
    api = connect(Spaaza, AsyncSpaaza, transport=sandbox.transport)
    assert api.users.card(user_id=ANN).user_info.user_id == ANN
    assert api.receipts.list_for_shopper(ANN) == []
    monkeypatch.delenv("SPAAZA_SECRET")
    with pytest.raises(MissingCredentialsError, match="SPAAZA_SECRET"):
        api.users.card(user_id=ANN)


def test_what_is_meant_for_a_sandbox_never_reaches_the_real_services(
    connect: Callable[..., Any], sandbox: Sandbox
) -> None:
    main = sandbox.urls("spaaza")[""]
    api = connect(
        Spaaza, AsyncSpaaza, Privileged("acme-key", "acme-secret"), base_url=main, transport=sandbox.transport
    )
    assert api.users.card(user_id=ANN)
    with pytest.raises(MissingAddressError, match="SPAAZA_SERVICES_BASE_URL"):
        api.receipts.list_for_shopper(ANN)


def test_one_chain_never_sees_anothers_data(scene: Scene) -> None:
    other = scene("till of another chain")
    with pytest.raises(NotFoundError):
        other.users.get(user_id=ANN)
    with pytest.raises(VoucherNotFoundError):
        other.vouchers.lock(voucher_key=CLAIMED)
    assert [voucher.voucher_id for voucher in other.vouchers.list(chain_id=1752, show_all_statuses=True)] == [44974]
    assert other.receipts.list(chain_id=1752).first() is None


def test_a_member_never_sees_anothers_receipt(scene: Scene, api: Any) -> None:
    bought = api.baskets.add(**purchase())
    assert scene("ann").receipts.get(bought.basket.id)
    with pytest.raises(AccessDeniedError):
        scene("bob").receipts.get(bought.basket.id)


@pytest.fixture
def posted(scene: Scene) -> Callable[[], list[httpx2.Request]]:
    """Lets the events go that have happened; gives what came to the hook."""
    came: list[httpx2.Request] = []

    def take(request: httpx2.Request) -> httpx2.Response:
        came.append(request)
        return httpx2.Response(200)

    scene.sandbox.receivers[HOOK] = take
    scene.sandbox.webhooks.add(HOOK, api="spaaza", secret=SECRET)

    def pump() -> list[httpx2.Request]:
        scene.sandbox.webhooks.pump()
        return came

    return pump


def told(body: bytes, headers: Any) -> str:
    """What a consumer's hook makes of an event."""
    match webhooks.parse(body, headers, secret=SECRET):
        case UserEvent(type_=kind, data=user):
            return f"{kind} {user.username}"
        case LoyaltyLevelChanged(data=change):
            return f"level {change.loyalty_level.name}"
        case VoucherIssued(data=voucher):
            return f"voucher {voucher.campaign_title}"
        case PointsMutation(data=mutation):
            return f"points {mutation.amount} {mutation.campaign.campaign_title}"
        case Receipt(total_value=total):
            return f"receipt {total}"
        case webhooks.UnknownEvent() as event:
            return f"unknown {event.body['type']}"


def test_each_event_is_parsed_as_what_it_is(api: Any, posted: Callable[[], list[httpx2.Request]]) -> None:
    api.users.add(username="dan@example.com", last_name="Dekker")
    api.wallets.add_amount(117, user_id=ANN, amount=58, log_message="A gift")
    api.baskets.add(**purchase(item(price=10)))
    heard = [told(request.content, request.headers) for request in posted()]
    assert "shopper.created dan@example.com" in heard
    assert "voucher Earn €5 on signup" in heard
    assert "points 58.00 ACME Points" in heard
    assert "level Silver" in heard
    assert "receipt 10" in heard
    assert not [each for each in heard if each.startswith("unknown")]


def test_an_event_of_a_kind_that_is_not_known_is_told_as_such() -> None:
    body = b'{"type": "shopper.moved", "id": 1}'
    digest = hmac.digest(SECRET.encode(), body, hashlib.sha256)
    assert told(body, {"x-spaaza-hmac-sha256": base64.b64encode(digest).decode()}) == "unknown shopper.moved"


@pytest.mark.parametrize("damage", ["body", "secret", "signature", "missing"])
def test_what_is_not_signed_by_the_vendor_is_refused(
    damage: str, api: Any, posted: Callable[[], list[httpx2.Request]]
) -> None:
    api.wallets.add_amount(117, user_id=ANN, amount=1, log_message="A gift")
    (request,) = posted()
    headers = dict(request.headers)
    signature = headers.pop("x-spaaza-hmac-sha256")
    if damage != "missing":
        headers["x-spaaza-hmac-sha256"] = "A" + signature[1:-1] + "=" if damage == "signature" else signature
    body = request.content.replace(b"1.00", b"9.00") if damage == "body" else request.content
    with pytest.raises(webhooks.WebhookError):
        webhooks.parse(body, headers, secret="other" if damage == "secret" else SECRET)


def test_a_time_of_an_event_is_a_time(api: Any, scene: Scene, posted: Callable[[], list[httpx2.Request]]) -> None:
    scene.sandbox.clock.freeze()
    scene.sandbox.clock.set("2026-03-02T15:30:00")
    api.wallets.add_amount(117, user_id=ANN, amount=1, log_message="A gift")
    (request,) = posted()
    event: Any = webhooks.parse(request.content, request.headers, secret=SECRET)
    assert event.data.created_date == datetime(2026, 3, 2, 15, 30, tzinfo=UTC)
