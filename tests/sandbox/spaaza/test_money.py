"""Random histories of members who buy, redeem, give back, exchange and let vouchers expire: after each step the books
agree to the cent, and the same history again gives the same books.

`SPAAZA_HISTORIES` says how many histories there are: `SPAAZA_HISTORIES=5000 pytest tests/sandbox/spaaza/test_money.py`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from decimal import Decimal
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

HISTORIES = int(os.environ.get("SPAAZA_HISTORIES", "12"))
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

    def buy(self, member: str | None, lines: list[dict[str, Any]], how: str, told: list[int]) -> None:
        """A purchase: with what the price says, with all vouchers there are, or with shares of the till's own."""
        code = self._code()
        if how == "priced":
            self._buy_as_priced(member, code, lines)
            return
        found = self._vouchers()
        vouchers = [found[each % len(found)] for each in told] if found else []
        if how == "told" and vouchers:
            for line, cents in zip(lines, told, strict=False):
                line["basket_voucher_distribution"] = [
                    {"voucher_id": vouchers[0], "voucher_distribution_amount": cents % 5000 / 100}
                ]
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

    def give_back(self, which: int, quantity: float | None, member: str | None, lines: list[dict[str, Any]]) -> None:
        """Something of an earlier basket comes back, perhaps for something else."""
        original = self._item(which)
        if original is None:
            return
        code, barcode, bought = original
        more: dict[str, Any] = {"original_retailer_basket_code": code} if which % 3 else {}
        given = back(barcode, quantity=bought if quantity is None else quantity, **more)
        self.send("/auth/add-basket", json=basket(self._code(), given, *lines, member=member))

    def give_back_alone(self, which: int, quantity: float | None) -> None:
        """Something of an earlier basket comes back by itself."""
        original = self._item(which)
        if original is None:
            return
        code, barcode, bought = original
        items = [{"item_barcode": barcode, "quantity": bought if quantity is None else quantity}]
        entity = {"entity_type": "chain", "entity_id": 1743}
        self.send(
            "/auth/return", json={"entity": entity, "return": {"original_retailer_basket_code": code, "items": items}}
        )

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

    def change(self, which: int, how: str) -> None:
        """A voucher is claimed, unclaimed, expired."""
        with self.box.app.store.transaction(write=False) as db:
            found = list(
                db.execute(select(Voucher.id, Voucher.user_id).where(Voucher.chain_id == 1743).order_by(Voucher.id))
            )
        id, user_id = found[which % len(found)]
        self.send(f"/{how}-voucher", form={"voucher_id": id} | ({"user_id": user_id} if user_id else {}))

    def _code(self) -> str:
        self.baskets += 1
        return f"H-{self.baskets}"

    def _vouchers(self) -> list[int]:
        with self.box.app.store.transaction(write=False) as db:
            return list(db.scalars(select(Voucher.id).where(Voucher.chain_id == 1743).order_by(Voucher.id)))

    def _item(self, which: int) -> tuple[str, str | None, float] | None:
        with self.box.app.store.transaction(write=False) as db:
            found = db.execute(
                select(Basket.code, BasketItem.barcode, BasketItem.quantity)
                .join(BasketItem, BasketItem.basket_id == Basket.id)
                .order_by(BasketItem.id.desc())
            ).all()
        if not found:
            return None
        code, barcode, quantity = found[which % len(found)]
        return code, barcode, float(quantity)

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


members = st.sampled_from([*MEMBERS, *MEMBERS, None])


def _line(barcode: str, cents: int, quantity: float, **more: Any) -> dict[str, Any]:
    return item(barcode, cents / 100, quantity, **more)


lines = st.lists(
    st.builds(
        _line,
        barcode=st.sampled_from(BARCODES),
        cents=st.integers(0, 20_000),
        quantity=st.sampled_from(QUANTITIES),
        item_is_promotional=st.booleans(),
        excluded_from_spaaza=st.sampled_from([False, False, False, True]),
        retailer_product_code=st.sampled_from(["SWT-1", "NEW-1"]),
    ),
    min_size=1,
    max_size=4,
)
indexes = st.integers(0, 50)
quantities = st.sampled_from([None, None, 1, 2, 0.25, 0.333, 5])
ways = st.sampled_from(["priced", "priced", "named", "told", "items"])
steps = st.one_of(
    st.tuples(st.just("buy"), members, lines, ways, st.lists(st.integers(0, 10_000), max_size=4)),
    st.tuples(st.just("buy"), members, lines, ways, st.lists(st.integers(0, 10_000), max_size=4)),
    st.tuples(st.just("give_back"), indexes, quantities, members, st.one_of(st.just([]), lines)),
    st.tuples(st.just("give_back_alone"), indexes, quantities),
    st.tuples(st.just("send_again")),
    st.tuples(
        st.just("voucher"), st.sampled_from([*MEMBERS]), st.sampled_from([WALLET, LOYALTY]), st.integers(1, 6_000)
    ),
    st.tuples(st.just("change"), indexes, st.sampled_from(["claim", "unclaim", "expire"])),
    st.tuples(st.just("advance"), st.sampled_from(["PT10M", "P1D", "P70D", "P400D"])),
)


@settings(
    max_examples=HISTORIES,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(history=st.lists(steps, min_size=3, max_size=12))
def test_money_is_conserved(box: Sandbox, history: list[tuple[Any, ...]]) -> None:
    told = History(box)
    for step, *given_ in history:
        getattr(told, step)(*given_)
        check(box.app.store)
    books = everything(box.app.store)
    told.again()
    assert everything(box.app.store) == books


def test_the_laws_find_a_cent_that_is_missing(box: Sandbox) -> None:
    told = History(box)
    told.buy("404064", [item(BARCODES[0], 79.95, 3)], "priced", [])
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
