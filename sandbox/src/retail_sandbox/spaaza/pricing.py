"""What a basket would cost: the very purchase, made and taken back.

So a price and the purchase that follows it agree to the cent. What stays is the lock of each voucher that was applied,
and the vouchers that basket campaigns make for this basket, which the purchase names by their keys. Chosen: such a
voucher is kept while the price is asked again with nothing changed, so that the same question has the same answer; else
a new one takes its place, and those that campaigns made before for the same shopper and locking code are deleted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from sqlalchemy import select

from .access import Realm
from .answers import Told
from .basket_input import Given, given_basket
from .basket_view import priced_basket
from .campaign_tables import Campaign, Voucher
from .giving import running, takes_part
from .issuing import issue
from .money import ZERO, cents
from .problems import warning
from .purchases import Sale, settled, store
from .redeeming import (
    ON_THE_FLY,
    Priced,
    Terms,
    Wanted,
    find_named,
    lock,
    obstacle,
    takes_off,
    told_shares,
    with_variable_prices,
)
from .spreading import counting
from .tables import User
from .vouchers import remove


def price(realm: Realm) -> Told:
    """Prices a basket (`baskets_price`)."""
    given = given_basket(realm)
    sale = settled(realm, given, provisional=True)
    wanted = _applicable(realm, sale)
    discounts = _discounts(realm, sale, wanted) if sale.user is not None else []
    wanted.basket += discounts
    warnings = list(given.warnings)
    trial = realm.db.begin_nested()
    basket = store(realm, sale, wanted)
    applied = [voucher for voucher in _all(wanted) if voucher.redeeming_basket_id == basket.id]
    _lock(realm, given, sale.terms, applied, discounts)
    results = priced_basket(realm, basket, given)
    trial.rollback()
    _lock(realm, given, sale.terms, applied, discounts)
    told = {voucher.key for voucher in wanted.basket if voucher.id in wanted.told}
    warnings += [each for each in given.warnings[len(warnings) :] if each.get("message", {}).get("key") in told]
    return Told(results, warnings)


def _applicable(realm: Realm, sale: Sale) -> Wanted:
    """The shopper's claimed vouchers that this basket could redeem, and the shares of them that the request says."""
    given, wanted = sale.given, Wanted()
    names = [name for line in given.lines for name, _ in line.shares]
    named = find_named(realm, names)
    for name in dict.fromkeys(names):
        code = obstacle(realm.now, named[name], sale.terms) if name in named else "183"
        if code is not None:
            given.warnings.append(warning(code, **name.told))
    if sale.user is None:
        return wanted
    campaigns = _campaigns(realm, claimed := _claimed(realm, sale.user, sale.terms))
    for voucher in claimed:
        campaign = campaigns[voucher.campaign_id]
        if voucher.type == "honour":
            wanted.honour.append(voucher)
        elif voucher.type in ("basket", "basket_pct") and campaign.type != ON_THE_FLY:
            wanted.basket.append(voucher)
        elif voucher.type in ("var_price", "var_price_meta"):
            position = _fitting_line(sale, voucher, campaign, wanted)
            if position is not None:
                wanted.item[position] = [(voucher, None)]
    usable = {voucher.id for voucher in wanted.basket}
    wanted.told = {id: shares for id, shares in told_shares(given, named).items() if id in usable}
    return wanted


def _claimed(realm: Realm, user: User, terms: Terms) -> list[Voucher]:
    theirs = (Voucher.user_id == user.id) & (Voucher.status == "claimed") & (Voucher.expires_at > realm.now)
    found = realm.db.scalars(select(Voucher).where(theirs).order_by(Voucher.expires_at, Voucher.id))
    return [voucher for voucher in found if obstacle(realm.now, voucher, terms) is None]


def _campaigns(realm: Realm, vouchers: Sequence[Voucher]) -> dict[int, Campaign]:
    return {id: realm.db.get_one(Campaign, id) for id in sorted({each.campaign_id for each in vouchers})}


def _fitting_line(sale: Sale, voucher: Voucher, campaign: Campaign, wanted: Wanted) -> int | None:
    """The first item that a variable price is for, and that has none yet."""
    for line, ware in zip(sale.given.lines, sale.wares, strict=True):
        if (
            line.position not in wanted.item
            and not line.excluded
            and (takes_off(voucher, campaign, ware, line.price) or ZERO) > 0
        ):
            return line.position
    return None


def _discounts(realm: Realm, sale: Sale, wanted: Wanted) -> list[Voucher]:
    """The vouchers that basket campaigns give for this basket; what they gave for it before is deleted."""
    user, given = sale.user, sale.given
    assert user is not None, "nobody has no discounts"
    made_before = select(Voucher).join(Campaign, Campaign.id == Voucher.campaign_id)
    made_before = made_before.where(
        Voucher.user_id == user.id,
        Voucher.status != "redeemed",
        Voucher.locking_code == given.locking_code,
        Campaign.type == ON_THE_FLY,
    )
    earlier = list(realm.db.scalars(made_before.order_by(Voucher.id)))
    campaigns = _campaigns(realm, [voucher for some in wanted.item.values() for voucher, _ in some])
    priced = with_variable_prices(given, sale.wares, wanted, campaigns)
    found: list[Voucher] = []
    for campaign in running(realm, given.chain.id, ON_THE_FLY) if takes_part(user) else ():
        amount = _discount(campaign, sale, priced)
        if amount <= 0:
            continue
        kept = next((each for each in earlier if _is_same(realm, each, campaign, amount)), None)
        if kept is not None:
            earlier.remove(kept)
        found.append(kept or issue(realm, campaign, user, amount=amount, claimed=True))
    for voucher in earlier:
        remove(realm, voucher)
    return found


def _discount(campaign: Campaign, sale: Sale, priced: Sequence[Priced]) -> Decimal:
    """What a basket campaign takes off: of what its items cost, if it counts this basket at all."""
    rules: Mapping[str, Any] = campaign.rules
    if rules.get("platform", sale.given.platform) != sale.given.platform or campaign.currency_id != sale.currency.id:
        return ZERO
    counts = counting(campaign)
    value = sum((max(each.subtotal, ZERO) for each in priced if counts(each)), ZERO)
    if value < Decimal(rules.get("minimum_basket", 0)):
        return ZERO
    ratio = Decimal(rules.get("discount_ratio", 0))
    return min(cents(value * ratio) if ratio else Decimal(rules.get("discount_amount", 0)), value)


def _is_same(realm: Realm, voucher: Voucher, campaign: Campaign, amount: Decimal) -> bool:
    usable = voucher.status == "claimed" and not voucher.expired(realm.now)
    return usable and voucher.campaign_id == campaign.id and voucher.amount == amount


def _all(wanted: Wanted) -> list[Voucher]:
    on_items = [voucher for some in wanted.item.values() for voucher, _ in some]
    return [*on_items, *wanted.basket, *wanted.honour]


def _lock(realm: Realm, given: Given, terms: Terms, applied: Sequence[Voucher], discounts: Sequence[Voucher]) -> None:
    """Locks what was applied. Discounts of campaigns keep the locking code that they were made with."""
    exclusively = bool(given.basket.get("basket_vouchers_lock_exclusively", False))
    for voucher in applied:
        lock(realm.now, voucher, terms, exclusively=exclusively)
    for voucher in discounts:
        voucher.locking_code = terms.locking_code
    realm.db.flush()


RULES = {"baskets_price": price}
"""Which rule serves which operation."""
