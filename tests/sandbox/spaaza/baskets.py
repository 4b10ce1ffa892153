"""Baskets as tills send them, and what tests look at in the answers."""

from __future__ import annotations

from typing import Any

from .conftest import Caller, Shop

ANN, BOB = "404064", "1107605"
SWEATER, GLOVES, PANTS = "2913458432854", "2913458439012", "2913458434455"
FIFTY, QUARTER, HONOUR = 35736, 35737, 35738
"""Ann's claimed vouchers of the seed: fifty euros off, a quarter off, an honour voucher."""
WALLET, LOYALTY = 116, 140
ENTITY = {"entity_type": "chain", "entity_id": 1743, "branch_business_owner_code": "10001"}


def item(barcode: str | None, price: float | None, quantity: float = 1, **more: Any) -> dict[str, Any]:
    """An item that is bought."""
    told = {"item_barcode": barcode, "item_price": price, "item_quantity": quantity}
    return {name: value for name, value in told.items() if value is not None} | more


def back(barcode: str | None, price: float | None = None, quantity: float = 1, **more: Any) -> dict[str, Any]:
    """An item that is given back."""
    return item(barcode, price, quantity, return_item=True, **more)


def basket(code: str, *items: dict[str, Any], member: str | None = ANN, **more: Any) -> dict[str, Any]:
    """The request of a basket."""
    user = {"member_number": member} if member is not None else None
    return {
        "entity": more.pop("entity", ENTITY),
        "user": more.pop("user", user),
        "basket": {"retailer_basket_code": code, "basket_items": list(items), **more},
    }


def named(*vouchers: Any) -> list[dict[str, Any]]:
    """Vouchers to redeem, by id or key."""
    return [{"voucher_key": each} if isinstance(each, str) else {"voucher_id": each} for each in vouchers]


class Till:
    """Sends baskets, and keeps the warnings of the last answer."""

    def __init__(self, caller: Caller) -> None:
        self.caller = caller
        self.warnings: list[dict[str, Any]] = []

    def price(self, *given: Any, **more: Any) -> dict[str, Any]:
        """The priced basket."""
        return self.send("/auth/get-basket-price", basket(*given, **more))["basket"]

    def add(self, *given: Any, **more: Any) -> dict[str, Any]:
        """The stored basket."""
        return self.send("/auth/add-basket", basket(*given, **more))["basket"]

    def give_back(self, code: str | int, *items: dict[str, Any], **more: Any) -> dict[str, Any]:
        """A return by itself, of the basket with this code or id."""
        name = "original_basket_id" if isinstance(code, int) else "original_retailer_basket_code"
        entity = {"entity_type": "chain", "entity_id": 1743}
        return self.send("/auth/return", {"entity": entity, "return": {name: code, "items": list(items), **more}})

    def send(self, path: str, body: Any) -> dict[str, Any]:
        """The results of a call that succeeds."""
        answer = self.caller.send("POST", path, json=body)
        assert answer.status_code == 200, answer.text
        told = answer.json()
        self.warnings = told.get("warnings", [])
        return told["results"]

    def codes(self) -> list[int]:
        """The codes of the last answer's warnings."""
        return [warning["code"] for warning in self.warnings]

    def refused(self, *given: Any, path: str = "/auth/add-basket", **more: Any) -> int:
        """The code with which a basket is refused."""
        return self.caller.refusal("POST", path, json=basket(*given, **more))


def shares(told: dict[str, Any], voucher: int | None = None) -> list[float]:
    """What each item got of a voucher; of all, where none is named."""
    return [
        round(
            sum(
                each["voucher_distribution_amount"]
                for each in line.get("basket_voucher_distribution", [])
                if voucher in (None, each["voucher_id"])
            ),
            2,
        )
        for line in told["basket_items"]
    ]


def applied(told: dict[str, Any]) -> dict[int, float]:
    """What was redeemed of each voucher for the whole basket."""
    return {each["voucher_id"]: each["voucher_amount_redeemed"] for each in told["basket_vouchers_applied"]}


def voucher(api: Shop, campaign: int = LOYALTY, **form: Any) -> int:
    """A new claimed voucher of Ann's."""
    form = {"user_id": 1107604, "campaign_id": campaign, "set_claimed": True} | form
    return api.privileged.post("/create-voucher", form)["voucher_id"]


def children(api: Shop, parent: int) -> list[dict[str, Any]]:
    """Ann's vouchers that have their value of another."""
    listed: list[dict[str, Any]] = api.ann.get("/get-user-vouchers", {"filter": "all"})["basket_vouchers"]
    found: list[dict[str, Any]] = []
    for each in listed:
        origin: dict[str, Any] | None = each.get("parent_voucher")
        if origin is not None and origin["voucher_id"] == parent:
            found.append(each)
    return found
