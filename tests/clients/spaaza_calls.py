"""Who calls Spaaza in tests, and a plain call of each of its operations that succeeds on the default records."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from retail_sandbox.testing import Sandbox
from spaaza_client import AdminSession, AsyncSpaaza, Privileged, Retry, Spaaza, UserSession

ACME, BIGCHAIN, CHAIN = "acme.spaaza.com", "bigchain.spaaza.com", 1743
ANN, BOB = 1107604, 1107605
ANN_KEY = "a11e0000000000000000000000000000000000000000000000000000000000a1"
BOB_KEY = "b0b00000000000000000000000000000000000000000000000000000000000b0"
OWNER_KEY = "0aded000000000000000000000000000000000000000000000000000000000ad"
OTHER_OWNER_KEY = "b19c0000000000000000000000000000000000000000000000000000000000ad"
CLAIMED = "c4bc4a3115e21e228936f4223dd89b22c238847c935514e1fdcb96f3c75118ac"
"""Ann's, fifty euros off."""
GENERATED = "13918dc12e44bc183cb168fa10684d0714115ff37132d4c265f4a8ab6678a741"
"""Ann's, five euros off."""
SWEATER, GLOVES = "2913458432854", "2913458439012"
ENTITY = {"entity_type": "chain", "entity_id": CHAIN, "branch_business_owner_code": "10001"}
TILL = Privileged("acme-key", "acme-secret")
OWNER = AdminSession("21", OWNER_KEY)


def with_header(name: str, value: str | None) -> Callable[[Any, Any], None]:
    """A hook that puts another header into each request, as a proxy may; None takes it out."""

    def hook(request: Any, _: Any) -> None:
        request.headers.pop(name, None)
        if value is not None:
            request.headers[name] = value

    return hook


def without_session(request: Any, _: Any) -> None:
    """A hook that puts a header of another kind in the place of a session's."""
    for name in ("X-Spaaza-Session-User-Id", "X-Spaaza-Session-Key"):
        request.headers.pop(name, None)
    request.headers["Authorization"] = "Basic b3duZXI6c2VjcmV0"


WHO: Mapping[str, tuple[Any, Mapping[str, Any]]] = {
    "till": (TILL, {"app_hostname": ACME}),
    "owner": (OWNER, {"session_chain_id": CHAIN}),
    "ann": (UserSession(str(ANN), ANN_KEY), {"app_hostname": ACME}),
    "bob": (UserSession(str(BOB), BOB_KEY), {"app_hostname": ACME}),
    "till of another chain": (Privileged("bigchain-key", "bigchain-secret"), {"app_hostname": BIGCHAIN}),
    "owner of another chain": (AdminSession("23", OTHER_OWNER_KEY), {"session_chain_id": CHAIN}),
    "owner without a chain": (OWNER, {}),
    "owner of no chain": (OWNER, {"session_chain_id": 9999}),
    "owner with an unknown app": (OWNER, {"app_hostname": "unknown.spaaza.com", "session_chain_id": CHAIN}),
    "owner with another header": (OWNER, {"session_chain_id": CHAIN, "on_request": without_session}),
    "owner with a wrong key": (AdminSession("21", "f" * 64), {"session_chain_id": CHAIN}),
    "owner with half a key": (AdminSession("21", "f" * 32), {"session_chain_id": CHAIN}),
    "ann with a wrong key": (UserSession(str(ANN), "f" * 64), {"app_hostname": ACME}),
    "ann with half a key": (UserSession(str(ANN), "f" * 32), {"app_hostname": ACME}),
    "ann without an app": (UserSession(str(ANN), ANN_KEY), {}),
    "till without an app": (TILL, {}),
    "till with an unknown app": (TILL, {"app_hostname": "unknown.spaaza.com"}),
    "till with nobody's app": (TILL, {"app_hostname": "nobody.spaaza.com"}),
    "till with another chain's app": (TILL, {"app_hostname": BIGCHAIN}),
    "till with a wrong secret": (Privileged("acme-key", "wrong"), {"app_hostname": ACME}),
    "till with half a key": (Privileged(":", "secret"), {"app_hostname": ACME}),
    "till without a key": (TILL, {"app_hostname": ACME, "on_request": with_header("Authorization", None)}),
    "till with another header": (
        TILL,
        {"app_hostname": ACME, "on_request": with_header("Authorization", "Basic dGlsbDpzZWNyZXQ=")},
    ),
}
"""Who calls: how they sign in, and what their clients are told beside it."""


@dataclass(frozen=True)
class Scene:
    """A sandbox, and clients of those who call it."""

    sandbox: Sandbox
    open_client: Callable[..., Any]
    """Opens a client of the sandbox: `open_client(sandbox, auth, **options)`."""

    def __call__(self, who: str, **options: Any) -> Any:
        """The client of one of `WHO`."""
        auth, usual = WHO[who]
        return self.open_client(self.sandbox, auth, **{**usual, **options})

    def seed(self, **chain: Any) -> None:
        """Adds records to the chain, or changes its rules."""
        self.sandbox.seed({"spaaza": {"chains": [{"id": CHAIN, **chain}]}})


def scene_of(connect: Callable[..., Any], sandbox: Sandbox) -> Scene:
    """The scene of a sandbox, with clients of the kind that `connect` makes; they try but once."""

    def open_client(place: Sandbox, auth: Any, **options: Any) -> Any:
        usual = {"base_url": place.urls("spaaza"), "transport": place.transport, "retry": Retry(attempts=1)}
        return connect(Spaaza, AsyncSpaaza, auth, **{**usual, "strict": True, **options})

    return Scene(sandbox, open_client)


def item(barcode: str = SWEATER, price: float | None = 79.95, quantity: float = 1, **more: Any) -> dict[str, Any]:
    told = {"item_barcode": barcode, "item_price": price, "item_quantity": quantity}
    return {name: value for name, value in told.items() if value is not None} | more


def back(quantity: float = 1, code: str = "C-1", **more: Any) -> dict[str, Any]:
    """An item that is given back."""
    return item(price=None, quantity=quantity, return_item=True, original_retailer_basket_code=code, **more)


def purchase(*items: dict[str, Any], code: str = "C-1", member: str | None = "404064", **more: Any) -> dict[str, Any]:
    """The arguments of a basket."""
    lines = list(items or (item(),))
    total = sum(line["item_price"] * line["item_quantity"] for line in lines if line.get("item_price", -1) > 0)
    basket = {"retailer_basket_code": code, "basket_items": lines, "basket_total_price": round(total, 2), **more}
    return {"entity": ENTITY, "user": {"member_number": member} if member else None, "basket": basket}


def downloaded(file: Any) -> bytes:
    with file as chunks:
        return b"".join(chunks)


def exported(api: Any, export: Any = None, **link: Any) -> bytes:
    """The file of an export; with a nonce, or without one, that of a link that was made up."""
    if link:
        return downloaded(api.users.export_file(**link, chain_id=CHAIN))
    return downloaded((export or api.users.export("user")).download())


def rows(lines: Any) -> list[Any]:
    with lines as each:
        return list(each)


def basket_of(call: str) -> Callable[..., Any]:
    def plain(api: Any, *, items: tuple[dict[str, Any], ...] = (), entity: Any = ENTITY, **more: Any) -> Any:
        return getattr(api.baskets, call)(**{**purchase(*items, **more), "entity": entity})

    return plain


def returned(api: Any, code: str | None = "C-1", quantity: float = 1, **named: Any) -> Any:
    told = {"original_retailer_basket_code": code} if code else {}
    line = {"quantity": quantity, **({"item_barcode": SWEATER} if not named else {}), **named}
    entity = {"entity_type": "chain", "entity_id": CHAIN}
    return api.baskets.return_items(entity=entity, return_={**told, "items": [line]})


PLAIN: Mapping[str, Callable[..., Any]] = {
    "users_add": lambda api, **but: api.users.add(**{"username": "new@example.com", "last_name": "New", **but}),
    "users_alter": lambda api, **but: api.users.alter(**{"user_id": ANN, "last_name": "Other", **but}),
    "users_get": lambda api, **but: api.users.get(**{"user_id": ANN, **but}),
    "users_alter_loyalty_level": lambda api, **but: api.users.alter_loyalty_level(
        **{"loyalty_level_id": 2, "user_id": ANN, **but}
    ),
    "users_export": lambda api, **but: api.users.export(**{"export_entity": "user", **but}),
    "users_export_file": exported,
    "users_delete": lambda api, **but: api.users.delete(**{"user_id": ANN, **but}),
    "users_search": lambda api, **but: list(api.users.search(**{"chain_id": CHAIN, "query": "ann", **but})),
    "users_add_note": lambda api, **but: api.users.add_note(**{"user_id": ANN, "text": "Likes silk.", **but}),
    "users_delete_note": lambda api, **but: api.users.delete_note(**{"user_note_id": 1, **but}),
    "users_card": lambda api, **but: api.users.card(**{"user_id": ANN, **but}),
    "sessions_login": lambda api, **but: api.sessions.login(
        **{"username": "ann@example.com", "password": "sandbox-password", **but}
    ),
    "sessions_create": lambda api, **but: api.sessions.create(**{"user_id": ANN, **but}),
    "sessions_status": lambda api, **but: api.sessions.status(**{"session_key": ANN_KEY, "user_id": ANN, **but}),
    "sessions_logout": lambda api: api.sessions.logout(),
    "sessions_cross_site_token": lambda api: api.sessions.cross_site_token(),
    "vouchers_create": lambda api, **but: api.vouchers.create(
        **{"campaign_id": 116, "voucher_amount": 5, "user_id": ANN, **but}
    ),
    "vouchers_claim": lambda api, **but: api.vouchers.claim(**{"voucher_key": GENERATED, "user_id": ANN, **but}),
    "vouchers_unclaim": lambda api, **but: api.vouchers.unclaim(**{"voucher_key": CLAIMED, "user_id": ANN, **but}),
    "vouchers_lock": lambda api, **but: api.vouchers.lock(**{"voucher_key": CLAIMED, **but}),
    "vouchers_unlock": lambda api, **but: api.vouchers.unlock(**{"voucher_key": CLAIMED, **but}),
    "vouchers_expire": lambda api, **but: api.vouchers.expire(**{"voucher_key": CLAIMED, "user_id": ANN, **but}),
    "vouchers_delete": lambda api, **but: api.vouchers.delete(**{"voucher_key": CLAIMED, "user_id": ANN, **but}),
    "vouchers_list_for_user": lambda api, **but: api.vouchers.list_for_user(**{"user_id": ANN, **but}),
    "vouchers_list": lambda api, **but: list(api.vouchers.list(**{"chain_id": CHAIN, **but})),
    "vouchers_list_csv": lambda api, **but: rows(api.vouchers.list_csv(**{"chain_id": CHAIN, **but})),
    "wallets_add_amount": lambda api, **but: api.wallets.add_amount(
        **{"campaign_id": 116, "user_id": ANN, "amount": 5, "log_message": "A gift", **but}
    ),
    "wallets_ledger": lambda api, **but: api.wallets.ledger(**{"user_id": ANN, **but}),
    "baskets_price": basket_of("price"),
    "baskets_add": basket_of("add"),
    "baskets_return_items": returned,
    "receipts_list_for_shopper": lambda api, **but: api.receipts.list_for_shopper(**{"shopper_id": ANN, **but}),
    "receipts_list": lambda api, **but: list(api.receipts.list(**{"chain_id": CHAIN, **but})),
    "receipts_list_csv": lambda api, **but: rows(api.receipts.list_csv(**{"chain_id": CHAIN, **but})),
    "receipts_get": lambda api, **but: api.receipts.get(**{"id": 1, **but}),
    "campaigns_interact": lambda api, **but: api.campaigns.interact(**{"campaign_id": 146, "user_id": ANN, **but}),
    "branches_alter": lambda api, **but: api.branches.alter(**{"business_id": 1383, "name": "ACME Centraal", **but}),
}
"""A call of each operation that succeeds, and what may be said otherwise in it."""

USUAL = {
    "users_alter_loyalty_level": "owner",
    "users_search": "owner",
    "sessions_logout": "ann",
    "sessions_cross_site_token": "ann",
}
"""Who makes the plain call, where it is not the till."""
NEEDS_A_PURCHASE = ("receipts_get", "receipts_list", "receipts_list_csv", "receipts_list_for_shopper", "baskets_return")
"""Operations whose plain call finds nothing without one."""
