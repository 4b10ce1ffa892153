"""Spaaza: a purchase, a reward, a redemption and a return, the receipt, and the webhooks that went out."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Generator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

import httpx2
from spaaza_client import AsyncSpaaza, Privileged, Spaaza, webhooks
from spaaza_client.errors import VoucherNotFoundError
from spaaza_client.models import LoyaltyLevelChanged, PointsMutation, Receipt, UserEvent, UserInfo, VoucherIssued

from demo.telling import tell

AUTH, APP, CHAIN = Privileged("acme-key", "acme-secret"), "acme.spaaza.com", 1743
SHOP = {"entity_type": "chain", "entity_id": CHAIN, "branch_business_owner_code": "10001"}
SWEATER = {"item_barcode": "2913458432854", "item_price": 79.95}
GLOVES = {"item_barcode": "2913458439012", "item_price": 49.50, "item_quantity": 1}
HOOK_SECRET = "shared-with-the-vendor"  # noqa: S105


def tour(url: str) -> None:
    """The tour. The services' and the exports' hosts stand beside the usual one."""
    hosts = {"": url, "services": f"{url}-services", "exports": f"{url}-exports"}
    with _hook(url.removesuffix("/spaaza")) as heard, Spaaza(AUTH, app_hostname=APP, base_url=hosts) as api:
        user = api.users.add(username="tourist@example.com", first_name="Tessa", last_name="Tourist")
        tell("users.add()", f"member {user.member_number}, who brings friends by {user.referral_code!r}")
        _purchase(api, user)
        _redemption(api, user)
        _return(api, user)
        _receipt(api, user)
        try:
            api.vouchers.claim(voucher_key="f" * 64, user_id=user.user_id)
        except VoucherNotFoundError as error:
            tell("a voucher that there is none of", error)
        for event in heard():
            tell("a webhook, its signature checked", event)
    asyncio.run(_async(hosts))


def _purchase(api: Spaaza, user: UserInfo) -> None:
    basket = {"retailer_basket_code": "T-1", "basket_total_price": 239.85}
    done = api.baskets.add(SHOP, user=_who(user), basket=basket | {"basket_items": [SWEATER | {"item_quantity": 3}]})
    earned = [
        f"{each.purchase_progress_amount} of {each.purchase_progress_campaign_title}"
        for each in done.basket.purchase_progress or ()
    ]
    tell("baskets.add(), three sweaters for 239.85", f"earned {' and '.join(earned)}")
    for voucher in api.vouchers.list_for_user(user_id=user.user_id).basket_vouchers:
        tell("a reward", f"€{voucher.voucher_amount}: {voucher.campaign_title} ({voucher.voucher_status})")


def _redemption(api: Spaaza, user: UserInfo) -> None:
    rewards = api.vouchers.list_for_user(user_id=user.user_id).basket_vouchers
    best = max(rewards, key=lambda voucher: voucher.voucher_amount or 0)
    claimed = api.vouchers.claim(voucher_key=best.voucher_key, user_id=user.user_id)
    tell("vouchers.claim()", f"€{claimed.voucher_amount}, {claimed.voucher_status}")
    basket = {"retailer_basket_code": "T-2", "basket_items": [GLOVES]}
    priced = api.baskets.price(SHOP, user=_who(user), basket=basket | {"basket_total_price": 49.50})
    total = priced.basket.basket_total_price_adjusted
    tell("baskets.price(), gloves for 49.50", f"{total} to pay; the voucher is locked")
    paid = basket | {"basket_total_price": total, "basket_vouchers": [{"voucher_key": best.voucher_key}]}
    done = api.baskets.add(SHOP, user=_who(user), basket=paid)
    for voucher in done.basket.basket_vouchers_applied or ():
        tell("baskets.add()", f"€{voucher.voucher_amount_redeemed} taken off, {voucher.voucher_status}")
    again = api.baskets.add(SHOP, user=_who(user), basket=paid | {"retailer_basket_code": "T-3"})
    tell("the same voucher once more", [f"{each.code} {each.name}" for each in again.warnings])


def _return(api: Spaaza, user: UserInfo) -> None:
    gloves = {"item_barcode": GLOVES["item_barcode"], "quantity": 1}
    shop = {"entity_type": "chain", "entity_id": CHAIN}
    api.baskets.return_items(shop, return_={"original_retailer_basket_code": "T-2", "items": [gloves]})
    vouchers = api.vouchers.list_for_user(user_id=user.user_id).basket_vouchers
    refunds = [f"€{voucher.voucher_amount}, {voucher.voucher_status}" for voucher in vouchers if voucher.parent_voucher]
    tell("baskets.return_items(), the gloves", f"the voucher's share comes back: {', '.join(refunds)}")
    for entry in api.wallets.ledger(user_id=user.user_id)[:2]:
        tell("wallets.ledger()", f"{entry.amount} {entry.currency_symbol}: {entry.campaign_title}")


def _receipt(api: Spaaza, user: UserInfo) -> None:
    receipt = api.receipts.list_for_shopper(user.user_id)[-1]
    tell("receipts, from the services host", f"{receipt.quantity} items, {receipt.total_value}")
    pdf = httpx2.get(receipt.download_url).content
    tell("its PDF", f"{len(pdf):,} bytes at {receipt.download_url}")


async def _async(hosts: dict[str, str]) -> None:
    async with AsyncSpaaza(AUTH, app_hostname=APP, base_url=hosts) as api:
        cards = await asyncio.gather(*(api.users.card(user_id=id) for id in (1107604, 1107605)))
        tell("async: two cards at once", [card.user_info.first_name for card in cards if card.user_info])
        async with api.vouchers.list_csv(CHAIN, show_all_statuses=True) as rows:
            tell("async: vouchers.list_csv(), row by row", f"{len([row async for row in rows])} vouchers")


def _who(user: UserInfo) -> dict[str, Any]:
    return {"member_number": user.member_number}


@contextmanager
def _hook(sandbox: str) -> Generator[Callable[[], list[str]]]:
    """A web server that takes the events and parses them; gives a function that lets them come and says what came."""
    came: list[str] = []

    class Hook(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            came.append(_said(webhooks.parse(body, dict(self.headers), secret=HOOK_SECRET)))
            self.send_response(204)
            self.end_headers()

        def log_message(self, format: str, *args: Any) -> None:
            """Says nothing: the tour does."""

    def heard() -> list[str]:
        httpx2.post(f"{sandbox}/_sandbox/webhooks/pump").raise_for_status()
        return came

    with HTTPServer(("127.0.0.1", 0), Hook) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        target = {"url": f"http://127.0.0.1:{server.server_port}/", "api": "spaaza", "secret": HOOK_SECRET}
        httpx2.put(f"{sandbox}/_sandbox/webhooks/targets", json=[target]).raise_for_status()
        try:
            yield heard
        finally:
            httpx2.put(f"{sandbox}/_sandbox/webhooks/targets", json=[]).raise_for_status()
            server.shutdown()


def _said(event: webhooks.Event | webhooks.UnknownEvent) -> str:
    match event:
        case UserEvent(type_=kind, data=member):
            return f"{kind}: {member.username}"
        case LoyaltyLevelChanged(data=change):
            return f"level: {change.loyalty_level.name}"
        case VoucherIssued(data=voucher):
            return f"voucher: {voucher.campaign_title}"
        case PointsMutation(data=mutation):
            return f"wallet: {mutation.amount} {mutation.campaign.campaign_title}"
        case Receipt(id=number, total_value=total):
            return f"receipt {number}: {total}"
        case webhooks.UnknownEvent():
            return f"unknown: {event.body}"
