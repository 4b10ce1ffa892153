"""What members hold by the seed, and how tests look at it."""

from __future__ import annotations

from typing import Any

from .conftest import Caller, Shop

ANN, BOB = 1107604, 1107605
GENERATED = "13918dc12e44bc183cb168fa10684d0714115ff37132d4c265f4a8ab6678a741"
"""Ann's welcome voucher of €5, whose id is 35735."""
CLAIMED = "c4bc4a3115e21e228936f4223dd89b22c238847c935514e1fdcb96f3c75118ac"
"""Ann's voucher of €50, whose id is 35736."""
EXPIRED = 35741
HONOUR = {"voucher_type": "honour", "voucher_honour_code": "HON1"}


def of_two_chains(api: Shop) -> Caller:
    """An administrator who must say which chain is meant."""
    roles = [{"chain_id": chain, "access": ["read", "write", "delete"]} for chain in (1743, 1752)]
    admin = {"id": 31, "username": "two@example.com", "password": "x", "session_key": "d" * 64, "roles": roles}
    api.box.seed({"spaaza": {"admins": [admin]}})
    return api.caller({"X-Spaaza-Session-User-Id": "31", "X-Spaaza-Session-Key": "d" * 64})


def of_ann(key: str) -> dict[str, Any]:
    """What names a voucher of Ann's."""
    return {"voucher_key": key, "user_id": ANN}


def held(api: Shop, id: int) -> dict[str, Any]:
    """A voucher of Ann's as her list has it."""
    listed = api.ann.get("/get-user-vouchers", {"filter": "all"})
    vouchers = [each for kind in ("basket", "honour", "var_price") for each in listed[f"{kind}_vouchers"]]
    return next(each for each in vouchers if each["voucher_id"] == id)


def saved(api: Shop) -> float:
    """What Ann has in her wallet of money."""
    return api.ann.get("/get-user-vouchers")["wallet"]["saved_amount"]


def bought_with(api: Shop, *keys: str, code: str = "R-1") -> dict[str, Any]:
    """A purchase of Ann's that redeems vouchers."""
    item = {"item_barcode": "2913458432854", "item_quantity": 2, "item_price": 79.95, "item_subtotal": 159.90}
    basket = {
        "basket_platform_type": "in_store",
        "retailer_basket_code": code,
        "basket_total_price": 109.90,
        "basket_currency": {"currency_id": 2},
        "basket_timestamp_iso8601": "2026-01-05T12:00:00+01:00",
        "basket_timezone_name": "Europe/Amsterdam",
        "basket_items": [item],
        "basket_vouchers": [{"voucher_key": key} for key in keys],
    }
    entity = {"entity_type": "chain", "entity_id": 1743, "branch_business_id": 1383}
    user = {"member_programme": "spaaza", "member_number": "404064"}
    return api.privileged.post("/auth/add-basket", json={"entity": entity, "user": user, "basket": basket})


def returned(api: Shop, basket_code: str = "R-1") -> None:
    """One of the items of such a purchase comes back."""
    item = {"item_barcode": "2913458432854", "quantity": 1}
    given = {"return_owner_code": "RET-1", "original_retailer_basket_code": basket_code, "items": [item]}
    api.privileged.post("/auth/return", json={"entity": {"entity_type": "chain", "entity_id": 1743}, "return": given})
