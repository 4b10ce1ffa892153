"""Baskets that have been paid: stored once and never changed.

What always holds, and what the tests hold every history of purchases and returns against:

- A voucher is redeemed once. What is redeemed of one for a whole basket is the sum of its shares of the items; what is
  left of its value is a new voucher with it as its parent, or back in the wallet that it came from, or, where its
  campaign says so, lost.
- An item costs no less than nothing: its vouchers' shares come to its subtotal at most.
- Of an item no more comes back than was bought, and no more is paid back for one than was paid for one.
- What comes back of a voucher with an item, in however many parts, is at most its share of the item, and is that share
  exactly when all of the item has come back; the same goes for what the item earned.
- A wallet holds the sum of its ledger. What a basket earned in it is the sum of its items' shares of that.
- A basket's code is used once, where the chain is strict; whoever sends it again gets the basket that was there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import select

from . import events, loyalty, rewards
from .access import Realm
from .answers import Told
from .basket_input import Given, given_basket
from .basket_tables import Basket, BasketItem, SupplementaryCode
from .basket_view import stored_basket
from .campaign_tables import Campaign, Voucher
from .catalogue import Ware, identified, learn
from .money import ZERO, cents, exact
from .problems import warning
from .redeeming import (
    Priced,
    Terms,
    Wanted,
    in_turn,
    obstacle,
    redeem_honour,
    redeem_in_basket,
    redeem_on_items,
    wanted_by_name,
    with_variable_prices,
)
from .refunds import Original, TakenBack, take_back
from .returns import find_originals
from .spreading import Till
from .tables import Currency, User


@dataclass(frozen=True)
class Sale:
    """A basket with all that its request leaves open settled."""

    given: Given
    user: User | None
    currency: Currency
    originals: Sequence[Original]
    wares: Sequence[Ware]
    provisional: bool
    """Whether it is a price that is asked: the total that was sent does not have the vouchers in it yet."""

    @property
    def terms(self) -> Terms:
        """What vouchers must fit."""
        return Terms(self.user, self.given.code, self.given.locking_code, self.currency.id)


def add(realm: Realm) -> Told:
    """Stores a basket that has been paid (`baskets_add`)."""
    given = given_basket(realm)
    earlier = _earlier(realm, given)
    if earlier is not None:
        return Told(stored_basket(realm, earlier), [warning("311")])
    learn(realm, given.lines)
    sale = settled(realm, given, provisional=False)
    wanted = wanted_by_name(realm, given, sale.terms)
    basket = store(realm, sale, wanted)
    events.receipt_made(realm, basket)
    return Told(stored_basket(realm, basket), given.warnings)


def settled(realm: Realm, given: Given, *, provisional: bool) -> Sale:
    """Settles who buys, in which currency, what it is, and what was bought before.

    Raises:
        Problem: What is given back was not bought, or not so much of it.
    """
    originals = find_originals(realm, given.returns, given.user)
    return Sale(
        given=given,
        user=given.user or _returning_member(realm, given, originals),
        currency=given.currency or _usual_currency(realm, given, originals),
        originals=originals,
        wares=identified(realm, [line.identity for line in given.lines]),
        provisional=provisional,
    )


def store(realm: Realm, sale: Sale, wanted: Wanted) -> Basket:
    """Stores a basket: takes back, redeems, gives what campaigns give.

    Vouchers whose value comes back in it are redeemed on what is bought before all others, where the chain wants that.
    """
    vouchers = [*wanted.basket, *(voucher for some in wanted.item.values() for voucher, _ in some)]
    campaigns = {id: realm.db.get_one(Campaign, id) for id in sorted({each.campaign_id for each in vouchers})}
    priced = with_variable_prices(sale.given, sale.wares, wanted, campaigns)
    basket = _basket(realm, sale)
    items = _items(realm, basket, priced)
    redeem_on_items(realm, basket, priced, [item.id for item in items])
    back = take_back(realm, sale.originals, returning=basket, code=None, note=None)
    till = Till(items)
    for voucher in _regenerated(realm, sale, back) if items else ():
        redeem_in_basket(realm, basket, till, voucher, realm.db.get_one(Campaign, voucher.campaign_id), None)
    for voucher in in_turn(wanted.basket, campaigns, wanted.told):
        told = wanted.told.get(voucher.id)
        remark = redeem_in_basket(realm, basket, till, voucher, campaigns[voucher.campaign_id], told)
        sale.given.warnings += [remark] if remark else []
    for voucher in wanted.honour:
        redeem_honour(realm, basket, voucher)
    if sale.provisional:
        basket.total = _adjusted(sale, priced, till)
    realm.db.flush()
    if sale.user is not None and items:
        rewards.purchased(realm, sale.user, basket, items)
    for user in back.users:
        loyalty.settle(realm, user)
    realm.db.flush()
    return basket


def _earlier(realm: Realm, given: Given) -> Basket | None:
    if not given.chain.rules.get("strict_baskets", True):
        return None
    theirs = (Basket.chain_id == given.chain.id) & (Basket.code == given.code)
    return realm.db.scalars(select(Basket).where(theirs).order_by(Basket.id).limit(1)).first()


def _returning_member(realm: Realm, given: Given, originals: Sequence[Original]) -> User | None:
    """Who is taken for the shopper of a return that says none: the one who bought, where the chain wants that."""
    if not given.chain.rules.get("anonymous_returns", False):
        return None
    buyer = next((each.basket.user_id for each in originals if each.basket.user_id is not None), None)
    return realm.db.get(User, buyer) if buyer is not None else None


def _usual_currency(realm: Realm, given: Given, originals: Sequence[Original]) -> Currency:
    id = originals[-1].basket.currency_id if originals else given.chain.currency_id
    return realm.db.get_one(Currency, id)


def _regenerated(realm: Realm, sale: Sale, back: TakenBack) -> list[Voucher]:
    if not sale.given.chain.rules.get("regenerate_rewards", True):
        return []
    return [voucher for voucher in back.vouchers if obstacle(realm.now, voucher, sale.terms) is None]


def _basket(realm: Realm, sale: Sale) -> Basket:
    given = sale.given
    entity: Mapping[str, Any] = given.entity
    said: Callable[[str], Any] = given.basket.get
    taxes: list[dict[str, Any]] = said("basket_tax") or []
    basket = Basket(
        id=realm.call.sequence("basket"),
        chain_id=given.chain.id,
        branch_id=given.branch.id if given.branch else None,
        user_id=sale.user.id if sale.user else None,
        member_programme=given.programme,
        send_email_receipt=given.send_email_receipt,
        employee_code=entity.get("employee_code") or None,
        employee_name=entity.get("employee_name") or None,
        platform=given.platform,
        code=given.code,
        locking_code=given.locking_code,
        total=given.total or ZERO,
        items_subtotal=_exact(said("basket_items_subtotal"), "basket_items_subtotal"),
        shipping_charge=_exact(said("shipping_charge"), "shipping_charge") or ZERO,
        currency_id=sale.currency.id,
        country_code=_country(sale),
        notes=said("basket_notes"),
        payments=given.payments,
        taxes=[
            {"id": id, "rate": str(exact(tax["tax_rate"])), "total": str(exact(tax["tax_total"], "tax_total"))}
            for id, tax in zip(realm.numbers("tax", len(taxes)), taxes, strict=True)
        ],
        bought_at=given.bought_at,
        timezone=given.timezone,
        created_at=realm.now,
    )
    realm.db.add(basket)
    realm.db.flush()
    codes: list[str] = said("supplementary_basket_codes") or []
    realm.db.add_all(
        SupplementaryCode(basket_id=basket.id, position=position, code=code) for position, code in enumerate(codes)
    )
    return basket


def _country(sale: Sale) -> str | None:
    """The basket's own country, else that of the branch, else the shopper's."""
    given = sale.given
    own: str | None = given.basket.get("basket_country_code")
    if own:
        return own.upper()
    of_branch = given.branch.country_code if given.branch and given.platform == "in_store" else None
    return of_branch or (sale.user.country_code if sale.user else None)


def _items(realm: Realm, basket: Basket, priced: Sequence[Priced]) -> list[BasketItem]:
    items = [
        BasketItem(
            id=id,
            basket_id=basket.id,
            position=each.line.position,
            product_id=each.ware.product.id if each.ware.product else None,
            variant_id=each.ware.variant.id if each.ware.variant else None,
            barcode=each.line.identity.barcode,
            product_code=each.product_code,
            variant_code=each.line.identity.variant_code or (each.ware.variant.code if each.ware.variant else None),
            code=each.line.code,
            name=each.line.name or (each.ware.product.name if each.ware.product else None),
            type=each.line.type,
            quantity=each.line.quantity,
            quantity_unit=each.line.unit,
            price=each.price,
            original_price=each.line.price,
            subtotal=each.subtotal,
            promotional=each.promotional,
            identified=each.ware.product is not None,
            excluded=each.excluded,
        )
        for id, each in zip(realm.numbers("item", len(priced)), priced, strict=True)
    ]
    realm.db.add_all(items)
    realm.db.flush()
    return items


def _adjusted(sale: Sale, priced: Sequence[Priced], till: Till) -> Decimal:
    """The total with its vouchers. Where the request says no total it is that of the items."""
    given = sale.given
    bought = sum((line.subtotal for line in given.lines), ZERO)
    back = sum((cents(each.price * each.given.quantity) for each in sale.originals), ZERO)
    total = given.total if given.total is not None else bought + back
    return total - (bought - sum((each.subtotal for each in priced), ZERO)) - till.taken


def _exact(value: float | None, name: str) -> Decimal | None:
    return None if value is None else exact(value, name)


RULES = {"baskets_add": add}
"""Which rule serves which operation."""
