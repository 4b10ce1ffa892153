"""Finding what an item that comes back was bought as, and returns that stand by themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from sqlalchemy import func, select

from . import loyalty
from .access import Realm
from .basket_input import GivenBack, Identity, entity_of
from .basket_tables import Basket, BasketItem, ReturnedItem, SupplementaryCode
from .money import ZERO, exact
from .problems import refusal
from .refunds import Original, take_back
from .rows import chunks
from .tables import User


def return_items(realm: Realm) -> dict[str, Any]:
    """Items of one basket come back (`baskets_return_items`)."""
    entity_of(realm)
    told: Mapping[str, Any] = realm.call.body["return"]
    baskets = _baskets_told(realm, told)
    if not baskets:
        raise refusal("308")
    stock = _Stock(realm, {basket.id: basket for basket in baskets})
    originals = [
        stock.take([basket.id for basket in baskets], _standalone(index, item))
        for index, item in enumerate(told["items"])
    ]
    basket = originals[0].basket
    if any(original.basket.id != basket.id for original in originals):
        raise refusal("309", "The items are of different baskets of this code")
    done = take_back(realm, originals, returning=None, code=told.get("return_owner_code"), note=told.get("note"))
    for user in done.users:
        loyalty.settle(realm, user)
    transaction = done.transactions[0]
    rows = realm.db.scalars(
        select(ReturnedItem).where(ReturnedItem.return_id == transaction.id).order_by(ReturnedItem.id)
    )
    return {
        "id": transaction.id,
        "basket_id": basket.id,
        "retailer_basket_code": basket.code,
        "returned_items": [{"id": row.id, "item_id": row.item_id, "owner_code": row.code} for row in rows],
    }


def find_originals(realm: Realm, returns: Sequence[GivenBack], user: User | None) -> list[Original]:
    """What the items of a basket that are given back were bought as.

    By the code of the basket, which may be one of its supplementary codes; else by a supplementary code; else it is the
    newest that the shopper has bought and not returned.

    Raises:
        Problem: 309, there is none such; 310, there is not as much left of it; 407, more is paid back than was paid.
    """
    if not returns:
        return []
    by_code = _baskets_by_code(realm, returns)
    ours = _newest_bought(realm, returns, user)
    stock = _Stock(realm, {each.id: each for found in by_code.values() for each in found} | ours)
    newest = sorted(ours.values(), key=lambda each: (each.bought_at, each.id), reverse=True)
    found: list[Original] = []
    for given in returns:
        code = given.basket_code or given.supplementary_code
        baskets = by_code.get((given.basket_code is not None, code), []) if code else newest
        found.append(stock.take([basket.id for basket in baskets], given))
    return found


_WAYS = ("barcode", "variant_id", "variant_code", "product_id", "product_code")
"""What tells an item, the best first."""


class _Stock:
    """What is left of the items of some baskets, while items are taken from them."""

    def __init__(self, realm: Realm, baskets: Mapping[int, Basket]) -> None:
        self._baskets = baskets
        self._items: dict[tuple[int, str, Any], list[BasketItem]] = defaultdict(list)
        self._returned: dict[int, Decimal] = {}
        for some in chunks(baskets):
            mine = BasketItem.basket_id.in_(some)
            for item in realm.db.scalars(select(BasketItem).where(mine).order_by(BasketItem.id)):
                for way in ("code", *_WAYS):
                    self._items[item.basket_id, way, getattr(item, way)].append(item)
                self._items[item.basket_id, "", None].append(item)
            came_back = select(ReturnedItem.item_id, func.sum(ReturnedItem.quantity)).join(
                BasketItem, BasketItem.id == ReturnedItem.item_id
            )
            for item_id, quantity in realm.db.execute(came_back.where(mine).group_by(ReturnedItem.item_id)):
                self._returned[item_id] = quantity

    def take(self, basket_ids: Iterable[int], given: GivenBack) -> Original:
        """The first item of these baskets that fits and of which there is enough left.

        Its code in the basket and the best of its identifiers must fit; with neither, any item does.
        """
        best = next((way for way in _WAYS if getattr(given.identity, way) is not None), None)
        asked = getattr(given.identity, best) if best else None
        way, value = ("code", given.item_code) if given.item_code is not None else (best or "", asked)
        candidates = [
            item
            for id in basket_ids
            for item in self._items.get((id, way, value), ())
            if best is None or getattr(item, best) == asked
        ]
        if not candidates:
            raise refusal("309")
        for item in candidates:
            before = self._returned.get(item.id, ZERO)
            if before + given.quantity <= item.quantity:
                self._returned[item.id] = before + given.quantity
                return Original(given, item, self._baskets[item.basket_id], _price(given, item), before)
        raise refusal("310")


def _price(given: GivenBack, item: BasketItem) -> Decimal:
    price = -item.price if given.price is None else given.price
    if price > 0:
        raise refusal("319", "The item was bought for less than nothing")
    if -price > item.price:
        raise refusal("407", "More is paid back for the item than was paid for it")
    return price


def _standalone(index: int, item: Mapping[str, Any]) -> GivenBack:
    code, barcode = item.get("owner_code"), item.get("item_barcode")
    if code is None and barcode is None:
        raise refusal("3", f"items[{index}] needs its owner_code or item_barcode")
    quantity = exact(item["quantity"], "quantity")
    if quantity <= 0:
        raise refusal("419", "quantity is below a millionth")
    identity = Identity(barcode=barcode, variant_id=None, variant_code=None, product_id=None, product_code=None)
    return GivenBack(identity, quantity, None, item_code=code)


def _baskets_told(realm: Realm, told: Mapping[str, Any]) -> list[Basket]:
    if "original_basket_id" in told:
        basket = realm.db.get(Basket, told["original_basket_id"])
        return [basket] if basket is not None and basket.chain_id == realm.chain.id else []
    code = told.get("original_retailer_basket_code")
    if code is None:
        raise refusal("3", "Name the basket: original_basket_id or original_retailer_basket_code")
    theirs = (Basket.chain_id == realm.chain.id) & (Basket.code == code)
    return list(realm.db.scalars(select(Basket).where(theirs).order_by(Basket.id.desc())))


def _baskets_by_code(realm: Realm, returns: Sequence[GivenBack]) -> dict[tuple[bool, str], list[Basket]]:
    """Baskets by the code under which they were asked for, and whether it may be their own; the newest first."""
    own = {each.basket_code for each in returns if each.basket_code}
    others = {each.supplementary_code for each in returns if each.supplementary_code and not each.basket_code}
    found: dict[tuple[bool, str], list[Basket]] = defaultdict(list)
    theirs = Basket.chain_id == realm.chain.id
    for some in chunks(sorted(own)):
        for basket in realm.db.scalars(select(Basket).where(theirs, Basket.code.in_(some)).order_by(Basket.id.desc())):
            found[True, basket.code].append(basket)
    for some in chunks(sorted(own | others)):
        marked = select(SupplementaryCode.code, Basket).join(Basket, Basket.id == SupplementaryCode.basket_id)
        wanted = marked.where(theirs, SupplementaryCode.code.in_(some)).order_by(Basket.id.desc())
        known = set(found)
        for code, basket in realm.db.execute(wanted):
            for key in ((True, code), (False, code)):
                if key not in known and basket not in found[key]:
                    found[key].append(basket)
    return found


def _newest_bought(realm: Realm, returns: Sequence[GivenBack], user: User | None) -> dict[int, Basket]:
    """The shopper's baskets that have what is given back without a word on where it was bought."""
    loose = [each.identity for each in returns if not each.basket_code and not each.supplementary_code]
    if user is None or not loose:
        return {}
    found: dict[int, Basket] = {}
    for column, values in (
        (BasketItem.barcode, [each.barcode for each in loose]),
        (BasketItem.variant_id, [each.variant_id for each in loose]),
        (BasketItem.variant_code, [each.variant_code for each in loose]),
        (BasketItem.product_id, [each.product_id for each in loose]),
        (BasketItem.product_code, [each.product_code for each in loose]),
    ):
        for some in chunks(value for value in values if value is not None):
            theirs = (Basket.chain_id == realm.chain.id) & (Basket.user_id == user.id) & column.in_(some)
            for basket in realm.db.scalars(select(Basket).join(BasketItem).where(theirs).distinct()):
                found[basket.id] = basket
    return found


RULES = {"baskets_return_items": return_items}
"""Which rule serves which operation."""
