"""Random histories of members who buy, redeem, give back, exchange and let vouchers expire: after each step the books
agree to the cent, and the same history again gives the same books.

`SPAAZA_HISTORIES` says how many histories there are: `SPAAZA_HISTORIES=5000 pytest tests/sandbox/spaaza/test_money.py`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from retail_sandbox.spaaza.basket_tables import Basket, BasketItem
from retail_sandbox.spaaza.campaign_tables import LedgerEntry, Voucher
from retail_sandbox.testing import Sandbox
from sqlalchemy import func, select

from .baskets import back, basket, item, named
from .conftest import PRIVILEGED, Caller, spaaza
from .laws import check, everything

HISTORIES = int(os.environ.get("SPAAZA_HISTORIES", "10"))
STEPS = 14
MEMBERS = {"404064": 1107604, "1107605": 1107605, "700": 700}
BARCODES = ("2913458432854", "2913458439012", "2913458434455", "new-1")
QUANTITIES = (1, 2, 3, 7, 0.5, 1.25, 10.503)
WALLET, LOYALTY = 116, 140

SEED = {
    "spaaza": {
        "chains": [
            {
                "id": 1743,
                "campaigns": [
                    {"id": 901, "type": "signup", "title": "All or nothing", "rules": {"redeem_full_value": True}},
                    {"id": 902, "type": "signup", "title": "No bargains", "rules": {"exclude_promotional": True}},
                    {
                        "id": 903,
                        "type": "basket",
                        "title": "A tenth off",
                        "rules": {"discount_ratio": 0.1, "minimum_basket": 90},
                    },
                ],
                "members": [
                    {
                        "id": 700,
                        "username": "cy@example.com",
                        "member_number": "700",
                        "referral_code": "cyref",
                        "wallets": [{"campaign_id": WALLET, "amount": 99.99}],
                        "vouchers": [
                            {"id": 9001, "campaign_id": 901, "status": "claimed", "amount": 33.33},
                            {"id": 9002, "campaign_id": 902, "status": "claimed", "amount": 12.01},
                            {
                                "id": 9003,
                                "campaign_id": 902,
                                "type": "basket_pct",
                                "status": "claimed",
                                "discount_ratio": 0.333,
                            },
                            {
                                "id": 9004,
                                "campaign_id": 151,
                                "type": "var_price",
                                "status": "claimed",
                                "amount": 4.99,
                                "product_code": "GLV-1",
                            },
                            {
                                "id": 9005,
                                "campaign_id": 151,
                                "type": "var_price_meta",
                                "status": "claimed",
                                "amount": 1.5,
                            },
                        ],
                    }
                ],
            }
        ]
    }
}


@pytest.fixture(scope="module")
def box() -> Iterator[Sandbox]:
    with Sandbox([spaaza()], seeds=[SEED]) as box:
        yield box


@dataclass(frozen=True)
class Bought:
    """An item of a basket."""

    code: str
    barcode: str | None
    quantity: float


class History:
    """What happened, in the words of the requests."""

    def __init__(self, box: Sandbox) -> None:
        box.reset()
        box.clock.freeze()
        box.clock.set("2026-03-02T12:00:00")
        self.box = box
        self.caller = Caller(box, PRIVILEGED)
        self.log: list[tuple[str, Any, Any]] = []
        self.baskets = 0

    def send(self, path: str, *, json: Any = None, form: Any = None) -> dict[str, Any] | None:
        """Sends a request; answers its results, or None where it is refused. A failure of the sandbox is none."""
        self.log.append((path, json, form))
        answer = self.caller.send("POST", path, form, json=json)
        body = answer.json()
        assert "result" in body, answer.text
        return body.get("results")

    def advance(self, period: str) -> None:
        """Lets time go by, and what is due happen."""
        self.log.append(("", period, None))
        self.box.clock.advance(period)
        self.box.webhooks.pump()

    def again(self) -> None:
        """The same once more, from the beginning."""
        other = History(self.box)
        for path, json, form in self.log:
            if path:
                other.send(path, json=json, form=form)
            else:
                other.advance(json)

    # -- what may happen

    def buy(
        self, member: str | None, lines: list[dict[str, Any]], how: str, vouchers: list[int], cents: list[int]
    ) -> None:
        """A purchase: with what the price says, with vouchers of the till's choice, or with shares of its own."""
        code = self._code()
        if how == "priced":
            self._buy_as_priced(member, code, lines)
            return
        if how == "told" and vouchers:
            for line, each in zip(lines, cents, strict=False):
                share = {"voucher_id": vouchers[0], "voucher_distribution_amount": each / 100}
                line["basket_voucher_distribution"] = [share]
        if how == "items" and vouchers:
            lines[0]["item_vouchers"] = [{"voucher_id": each} for each in vouchers]
        self.send("/auth/add-basket", json=basket(code, *lines, member=member, basket_vouchers=named(*vouchers)))

    def _buy_as_priced(self, member: str | None, code: str, lines: list[dict[str, Any]]) -> None:
        before = everything(self.box.app.store)
        price = self.send("/auth/get-basket-price", json=basket(code, *lines, member=member))
        assert _but_locks(everything(self.box.app.store)) == _but_locks(before)
        assert price is not None
        keys = [each["voucher_key"] for each in price["basket"]["basket_vouchers_applied"]]
        for line, priced in zip(lines, price["basket"]["basket_items"], strict=True):
            if "item_vouchers" in priced:
                line["item_vouchers"] = priced["item_vouchers"]
        total = price["basket"]["basket_total_price_adjusted"]
        request = basket(code, *lines, member=member, basket_vouchers=named(*keys), basket_total_price=total)
        stored = self.send("/auth/add-basket", json=request)
        assert stored is not None
        for name in ("basket_voucher_distribution", "purchase_progress_distribution", "item_vouchers", "item_price"):
            assert [each.get(name) for each in stored["basket"]["basket_items"]] == [
                each.get(name) for each in price["basket"]["basket_items"]
            ]
        paid = sum((Decimal(str(each["item_subtotal"])) for each in stored["basket"]["basket_items"]), Decimal(0))
        shares = [
            Decimal(str(share["voucher_distribution_amount"]))
            for each in stored["basket"]["basket_items"]
            for share in each.get("basket_voucher_distribution", [])
        ]
        assert Decimal(str(total)) == paid - sum(shares)

    def give_back(
        self, item: Bought, quantity: float, member: str | None, lines: list[dict[str, Any]], *, by_code: bool
    ) -> None:
        """Something of an earlier basket comes back, perhaps for something else."""
        more: dict[str, Any] = {"original_retailer_basket_code": item.code} if by_code else {}
        given = back(item.barcode, quantity=quantity, **more)
        self.send("/auth/add-basket", json=basket(self._code(), given, *lines, member=member))

    def give_back_alone(self, item: Bought, quantity: float) -> None:
        """Something of an earlier basket comes back by itself."""
        items = [{"item_barcode": item.barcode, "quantity": quantity}]
        details = {"original_retailer_basket_code": item.code, "items": items}
        self.send("/auth/return", json={"entity": {"entity_type": "chain", "entity_id": 1743}, "return": details})

    def send_again(self) -> None:
        """The last purchase once more."""
        added = [each for each in self.log if each[0] == "/auth/add-basket"]
        if added:
            before = everything(self.box.app.store)
            self.send("/auth/add-basket", json=added[-1][1])
            if before["spaaza_baskets"] and added[-1][1]["basket"]["retailer_basket_code"] == self._last_code():
                assert everything(self.box.app.store) == before

    def voucher(self, member: str, campaign: int, cents: int) -> None:
        """A voucher by hand, of a wallet or of the programme."""
        form = {"user_id": MEMBERS[member], "campaign_id": campaign, "set_claimed": True}
        if campaign == LOYALTY and cents % 3 == 0:
            value: dict[str, Any] = {"voucher_type": "basket_pct", "voucher_discount_ratio": cents % 100 / 100}
        else:
            value = {"voucher_amount": cents / 100}
        self.send("/create-voucher", form=form | value)

    def change(self, id: int, how: str) -> None:
        """A voucher is claimed, unclaimed, expired."""
        with self.box.app.store.transaction(write=False) as db:
            user_id = db.get_one(Voucher, id).user_id
        self.send(f"/{how}-voucher", form={"voucher_id": id} | ({"user_id": user_id} if user_id else {}))

    # -- what there is

    def vouchers(self) -> list[int]:
        """All vouchers of the chain."""
        with self.box.app.store.transaction(write=False) as db:
            return list(db.scalars(select(Voucher.id).where(Voucher.chain_id == 1743).order_by(Voucher.id)))

    def vouchers_of(self, user_id: int) -> tuple[list[int], list[int]]:
        """A member's claimed ones, and those that are redeemed."""
        with self.box.app.store.transaction(write=False) as db:
            theirs = select(Voucher.id).where(Voucher.user_id == user_id).order_by(Voucher.id)
            claimed = db.scalars(theirs.where(Voucher.status == "claimed")).all()
            return list(claimed), list(db.scalars(theirs.where(Voucher.status == "redeemed")))

    def bought(self) -> list[Bought]:
        """What was bought, the newest first."""
        wanted = select(Basket.code, BasketItem.barcode, BasketItem.quantity).join(
            BasketItem, BasketItem.basket_id == Basket.id
        )
        with self.box.app.store.transaction(write=False) as db:
            found = db.execute(wanted.order_by(BasketItem.id.desc())).all()
        return [Bought(code, barcode, float(quantity)) for code, barcode, quantity in found]

    def _code(self) -> str:
        self.baskets += 1
        return f"H-{self.baskets}"

    def _last_code(self) -> str | None:
        with self.box.app.store.transaction(write=False) as db:
            return db.scalar(select(Basket.code).order_by(Basket.id.desc()).limit(1))


def _but_locks(records: dict[str, list[tuple[Any, ...]]]) -> dict[str, Any]:
    """Records without what a price may change: the locks, and the vouchers of basket campaigns."""
    kept = {name: rows for name, rows in records.items() if name != "spaaza_vouchers"}
    columns = [column.name for column in Voucher.__table__.columns]
    vouchers = [dict(zip(columns, row, strict=True)) for row in records["spaaza_vouchers"]]
    locks = ("locked_until", "locking_code", "basket_code_exclusive")
    lasting = [
        {name: value for name, value in each.items() if name not in locks}
        for each in vouchers
        if each["campaign_id"] not in (150, 903)
    ]
    return kept | {"spaaza_vouchers": lasting}


class Chance:
    """What happens next, by the numbers of a seed."""

    def __init__(self, seed: int, history: History) -> None:
        self._dice = Random(seed)
        self._history = history
        self._last: Bought | None = None
        """What came back, or should have, the last time: often more of it does."""

    def step(self) -> None:
        """Lets something happen."""
        (do,) = self._dice.choices(
            [self._buy, self._give_back, self._give_back_alone, self._voucher, self._change, self._wait, self._again],
            [8, 8, 2, 3, 2, 1, 1],
        )
        do()

    def _buy(self) -> None:
        member, dice = self._member(), self._dice
        how = dice.choice(["priced", "named", "named", "told", "items"])
        mine, spent = self._history.vouchers_of(MEMBERS.get(member or "", 0))
        vouchers = dice.sample(mine, dice.randint(0, min(len(mine), 3)))
        if dice.random() < 0.4:
            vouchers.append(dice.choice(spent or self._history.vouchers()))
        cents = [dice.randrange(5000) for _ in range(4)]
        self._history.buy(member, self._lines(), how, vouchers, cents)

    def _give_back(self) -> None:
        item = self._item()
        if item is not None:
            exchanged = self._lines() if self._dice.random() < 0.5 else []
            by_code = self._dice.random() < 0.7
            self._history.give_back(item, self._quantity(item), self._member(), exchanged, by_code=by_code)

    def _give_back_alone(self) -> None:
        item = self._item()
        if item is not None:
            self._history.give_back_alone(item, self._quantity(item))

    def _voucher(self) -> None:
        member = self._dice.choice([*MEMBERS])
        self._history.voucher(member, self._dice.choice([WALLET, LOYALTY]), self._dice.randrange(1, 6000))

    def _change(self) -> None:
        id = self._dice.choice(self._history.vouchers())
        self._history.change(id, self._dice.choice(["claim", "unclaim", "expire"]))

    def _wait(self) -> None:
        self._history.advance(self._dice.choice(["PT10M", "P1D", "P70D", "P400D"]))

    def _again(self) -> None:
        self._history.send_again()

    def _member(self) -> str | None:
        return self._dice.choice([*MEMBERS, *MEMBERS, None])

    def _lines(self) -> list[dict[str, Any]]:
        return [self._line() for _ in range(self._dice.randint(1, 4))]

    def _line(self) -> dict[str, Any]:
        dice = self._dice
        return item(
            dice.choice(BARCODES),
            dice.choice([0, 1, 3, dice.randrange(20_000), dice.randrange(20_000)]) / 100,
            dice.choice(QUANTITIES),
            item_is_promotional=dice.random() < 0.3,
            excluded_from_spaaza=dice.random() < 0.1,
            retailer_product_code=dice.choice(["SWT-1", "NEW-1"]),
        )

    def _item(self) -> Bought | None:
        found = self._history.bought()
        if found and (self._last is None or self._dice.random() < 0.5):
            self._last = self._dice.choice(found[:6])
        return self._last

    def _quantity(self, item: Bought) -> float:
        parts = [item.quantity, item.quantity / 2, item.quantity / 3, 1]
        return float(round(self._dice.choice(parts), 3))


@settings(
    max_examples=HISTORIES,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],  # a seed cannot be made smaller
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(seed=st.integers(0, 2**64 - 1), length=st.integers(STEPS // 2, STEPS))
def test_money_is_conserved(box: Sandbox, seed: int, length: int) -> None:
    told = History(box)
    chance = Chance(seed, told)
    for _ in range(length):
        chance.step()
        check(box.app.store)
    books = everything(box.app.store)
    told.again()
    assert everything(box.app.store) == books


def test_the_laws_find_a_cent_that_is_missing(box: Sandbox) -> None:
    told = History(box)
    told.buy("404064", [item(BARCODES[0], 79.95, 3)], "priced", [], [])
    check(box.app.store)
    for table, column in ((Voucher, Voucher.amount_redeemed), (LedgerEntry, LedgerEntry.amount)):
        id = _spoil(box, table, column, Decimal("0.01"))
        with pytest.raises(AssertionError):
            check(box.app.store)
        _spoil(box, table, column, Decimal("-0.01"), id)
    check(box.app.store)


def _spoil(box: Sandbox, table: Any, column: Any, by: Decimal, id: int | None = None) -> int:
    def work(db: Any) -> int:
        wanted = id
        if wanted is None:
            used = Voucher.status == "redeemed" if table is Voucher else LedgerEntry.basket_id.is_not(None)
            wanted = db.scalar(select(func.min(table.id)).where(used))
        row = db.get_one(table, wanted)
        setattr(row, column.key, getattr(row, column.key) + by)
        return row.id

    return box.app.store.run(work)
