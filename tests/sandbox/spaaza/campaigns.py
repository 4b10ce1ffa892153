"""What campaigns do to members, as tests bring it about and look at it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .conftest import Shop

ACME, ANN, BOB, EVE = 1743, 1107604, 1107605, 1107606
WALLET, POINTS, LOYALTY = 116, 117, 140


def stand_still(api: Shop, now: str = "2026-03-02T12:00:00") -> Shop:
    """The same, on a day that is nobody's birthday."""
    api.box.clock.freeze()
    api.box.clock.set(now)
    return api


def add(api: Shop, amount: float | str, campaign_id: int = WALLET, user_id: int = ANN, reason: str = "A gift") -> Any:
    """An amount by hand."""
    return api.privileged.post("/auth/add-user-purchase-progress", entry(amount, campaign_id, user_id, reason))


def entry(amount: float | str, campaign_id: int = WALLET, user_id: int = ANN, reason: str = "A gift") -> dict[str, Any]:
    """The form of an amount by hand."""
    return {"user_id": user_id, "campaign_id": campaign_id, "amount": amount, "log_message": reason}


def ledger(api: Shop, user_id: int = ANN, **query: Any) -> list[dict[str, Any]]:
    """What went into a member's wallets and out of them."""
    return api.privileged.get("/user-wallet-ledger", {"user_id": user_id, **query})["ledger"]


def gains(api: Shop, user_id: int = ANN) -> list[tuple[str, float]]:
    """What campaigns have moved, the oldest first: title and amount."""
    told = [(each["campaign_title"], each["amount"]) for each in ledger(api, user_id) if each["kind"] != "manual"]
    return told[::-1]


def card(api: Shop, user_id: int = ANN) -> dict[str, Any]:
    """A member's card."""
    return api.privileged.get("/get-card", {"user_id": user_id})[0]


def level(api: Shop, user_id: int = ANN) -> str | None:
    """The name of a member's level."""
    status = card(api, user_id)["loyalty_status"]
    return status and status["name"]


def points(api: Shop, user_id: int = ANN) -> float:
    """The balance of a member's points."""
    return card(api, user_id)["points"]["saved_amount"]


def vouchers(api: Shop, campaign_id: int, user_id: int = ANN) -> list[dict[str, Any]]:
    """What a member holds of a campaign."""
    told = card(api, user_id)
    return [
        each
        for kind in ("basket_vouchers", "honour_vouchers")
        for each in told[kind]
        if each["campaign_id"] == campaign_id
    ]


def seed_campaigns(api: Shop, *campaigns: Mapping[str, Any], **chain: Any) -> None:
    """More campaigns of ACME's."""
    api.box.seed({"spaaza": {"chains": [{"id": ACME, "campaigns": list(campaigns), **chain}]}})


def close(api: Shop, *ids: int) -> None:
    """Switches campaigns of the seed off, so that a test sees the others alone."""
    types = {118: "cashback", 119: "cashback", 120: "progress", 121: "signup", 136: "signup", 149: "purchase_count"}
    seed_campaigns(api, *({"id": id, "type": types[id], "title": "Closed", "active": False} for id in ids))


def item(price: float = 100, **more: Any) -> dict[str, Any]:
    """Something bought."""
    return {"item_barcode": "2913458432854", "item_quantity": 1, "item_price": price, **more}


def buy(api: Shop, code: str, *items: dict[str, Any], member: str | None = "404064", **basket: Any) -> dict[str, Any]:
    """A purchase; of one thing for €100, where the test does not say what."""
    lines = items or (item(),)
    subtotal = sum(line["item_price"] * line["item_quantity"] for line in lines)
    given = {"retailer_basket_code": code, "basket_total_price": round(subtotal, 2), "basket_items": lines, **basket}
    entity = {"entity_type": "chain", "entity_id": ACME, "branch_business_id": 1383}
    user = {"member_number": member} if member else None
    return api.privileged.post("/auth/add-basket", json={"entity": entity, "user": user, "basket": given})["basket"]


def join(api: Shop, username: str = "new@example.com", **more: Any) -> int:
    """A new member's id."""
    form = {"username": username, "first_name": "New", "last_name": "Member", **more}
    return api.privileged.post("/internal/add-user", form)["user_info"]["user_id"]
