"""Webhooks: genuine or refused, and read as their own type."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from typing import Any

import httpx2
import pytest
from retail_runtime import EventShape, Model, Signature, UnknownEvent, WebhookError, Webhooks

from .acme import Voucher


class Issued(Model):
    """A voucher was made."""

    event: str
    data: Voucher


class IssuedInStore(Model):
    """A voucher was made in a store: the same event with more to it."""

    event: str
    data: Voucher
    store: str


class Purchases(Model):
    """Recognised by its fields."""

    user_id: str
    purchases: list[str]


SHAPES = (
    EventShape(Issued, values={"event": "voucher.issued"}),
    EventShape(IssuedInStore, values={"event": "voucher.issued", "origin.kind": "store"}),
    EventShape(Purchases, fields=frozenset({"user_id", "purchases"})),
)
signed: Webhooks[Issued | IssuedInStore | Purchases] = Webhooks(*SHAPES, signature=Signature("X-Acme-Signature"))
plain: Webhooks[Issued | IssuedInStore | Purchases] = Webhooks(*SHAPES)
BODY = json.dumps({"event": "voucher.issued", "data": {"id": "v1"}}).encode()


def headers(body: bytes = BODY, secret: str = "s3cret", name: str = "X-Acme-Signature") -> dict[str, str]:
    return {name: base64.b64encode(hmac.digest(secret.encode(), body, hashlib.sha256)).decode()}


def test_a_genuine_event_is_read_as_its_own_type() -> None:
    event = signed.parse(BODY, headers(), secret="s3cret")
    assert event == Issued(event="voucher.issued", data=Voucher(id="v1"))


def test_headers_may_be_written_in_any_case_and_kind() -> None:
    lower = headers(name="x-acme-signature")
    assert isinstance(signed.parse(BODY, lower, secret="s3cret"), Issued)
    assert isinstance(signed.parse(BODY, httpx2.Headers(headers()), secret="s3cret"), Issued)


@pytest.mark.parametrize(
    ("body", "sent", "reason"),
    [
        (BODY + b" ", headers(), "not valid"),
        (BODY, headers(secret="other"), "not valid"),
        (BODY, {"X-Acme-Signature": ""}, "not valid"),
        (BODY, {"X-Acme-Signature": "ü\udcff"}, "not valid"),
        (BODY, {}, "not signed"),
        (BODY, None, "not signed"),
    ],
)
def test_what_is_not_genuine_is_refused(body: bytes, sent: Any, reason: str) -> None:
    with pytest.raises(WebhookError, match=reason) as caught:
        signed.parse(body, sent, secret="s3cret")
    assert "s3cret" not in str(caught.value)


@pytest.mark.parametrize("secret", [None, "", [], [""], ["s3cret", ""]])
def test_without_a_secret_nothing_is_genuine(secret: Any) -> None:
    for known in ("", "s3cret"):
        with pytest.raises(WebhookError, match="secret"):
            signed.parse(BODY, headers(secret=known), secret=secret)


def test_while_a_secret_is_changed_the_old_and_the_new_are_good() -> None:
    for known in ("old", "new"):
        assert isinstance(signed.parse(BODY, headers(secret=known), secret=["old", "new"]), Issued)
    with pytest.raises(WebhookError):
        signed.parse(BODY, headers(secret="older"), secret=["old", "new"])


@pytest.mark.parametrize("change", [str.lower, str.upper])
def test_a_signature_may_be_in_hex(change: Any) -> None:
    hooks: Webhooks[Issued] = Webhooks(*SHAPES, signature=Signature("X-Sign", "hex"))
    sign = change(hmac.digest(b"s", BODY, hashlib.sha256).hex())
    assert isinstance(hooks.parse(BODY, {"X-Sign": sign}, secret="s"), Issued)


def test_an_event_is_recognised_by_its_values_the_most_particular_first() -> None:
    body = {"event": "voucher.issued", "data": {"id": "v1"}, "origin": {"kind": "store"}, "store": "7"}
    assert plain.parse(json.dumps(body).encode()) == IssuedInStore(
        event="voucher.issued", data=Voucher(id="v1"), store="7"
    )


def test_an_event_is_recognised_by_its_fields() -> None:
    assert plain.parse(b'{"user_id": "u", "purchases": ["p"], "more": 1}') == Purchases(user_id="u", purchases=["p"])


@pytest.mark.parametrize(
    "body", [b'{"event": "voucher.framed", "frame": "gold"}', b"[1]", b"null", b'{"user_id": "u"}']
)
def test_an_unknown_event_is_kept_whole(body: bytes) -> None:
    event = plain.parse(body)
    assert event == UnknownEvent(json.loads(body), body)


def test_an_event_that_does_not_fit_its_type_is_kept_as_far_as_it_does() -> None:
    event: Any = plain.parse(b'{"event": "voucher.issued", "data": {"id": 7}}')
    assert event.data.id == 7


@pytest.mark.parametrize("body", [b"", b"<xml/>", b"\xff", b"[" * 100_000])
def test_what_is_not_json_is_refused(body: bytes) -> None:
    with pytest.raises(WebhookError, match="not JSON"):
        plain.parse(body)
