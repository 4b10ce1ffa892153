"""Which vouchers a basket may redeem, and what becomes of those that it does.

A voucher that may not be redeemed stays as it is and a warning says why; it never refuses a basket that has been paid.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import ROUND_DOWN, Decimal
from typing import Any

from sqlalchemy import insert, select

from . import issuing, wallets
from .access import Realm
from .basket_input import Given, Line, Named, voucher_names
from .basket_tables import Basket, ItemVoucher, VoucherShare
from .campaign_tables import Campaign, Voucher
from .catalogue import Ware
from .locking import PERIOD
from .money import ZERO, cents
from .problems import warning
from .rows import chunks
from .spreading import Spread, Till
from .tables import User

ON_THE_FLY = "basket"
"""The type of campaigns whose vouchers are made while a basket is priced. They are discounts of that basket, and
nothing that a shopper has: what is left of one is gone, and so is its share of an item that comes back."""


@dataclass(frozen=True)
class Terms:
    """What decides whether a voucher can be redeemed in a basket."""

    user: User | None
    basket_code: str
    locking_code: str | None
    currency_id: int


@dataclass
class Wanted:
    """The vouchers that a basket is to redeem."""

    item: dict[int, list[tuple[Voucher, Decimal | None]]] = field(
        default_factory=dict[int, list[tuple[Voucher, "Decimal | None"]]]
    )
    """By the item's position, and what the request says that each takes off one."""
    basket: list[Voucher] = field(default_factory=list[Voucher])
    honour: list[Voucher] = field(default_factory=list[Voucher])
    told: dict[int, dict[int, Decimal]] = field(default_factory=dict[int, dict[int, Decimal]])
    """Shares that the request says: by voucher, by the item's position."""


@dataclass(frozen=True)
class Priced:
    """An item with its variable prices."""

    line: Line
    ware: Ware
    price: Decimal
    subtotal: Decimal
    vouchers: Sequence[tuple[Voucher, Decimal]]
    """What each takes off one."""

    @property
    def excluded(self) -> bool:
        """Whether it is left out of everything."""
        return self.line.excluded

    @property
    def promotional(self) -> bool:
        """Whether it is on promotion: as the request says, else as the catalogue does."""
        return self.ware.promotional if self.line.promotional is None else self.line.promotional

    @property
    def product_code(self) -> str | None:
        """The retailer's code of its product."""
        return self.line.identity.product_code or (self.ware.product.code if self.ware.product else None)


def obstacle(now: datetime, voucher: Voucher, terms: Terms) -> str | None:
    """The code of what keeps a voucher from being redeemed; None where nothing does."""
    if voucher.user_id is not None and (terms.user is None or terms.user.id != voucher.user_id):
        return "68"
    if voucher.status != "claimed":
        return "323" if voucher.status == "redeemed" else "294"
    if voucher.expired(now):
        return "436"
    if not lock_fits(now, voucher, terms):
        return "280"
    return "231" if voucher.currency_id not in (None, terms.currency_id) else None


def lock_fits(now: datetime, voucher: Voucher, terms: Terms) -> bool:
    """Whether a voucher's lock lets this basket redeem it.

    The locking code decides alone where the voucher has one; the basket's own code counts only where it has none.
    """
    if not voucher.locked(now):
        return True
    if voucher.locking_code is not None:
        return voucher.locking_code == terms.locking_code
    return voucher.basket_code_exclusive in (None, terms.basket_code)


def lock(now: datetime, voucher: Voucher, terms: Terms, *, exclusively: bool) -> None:
    """Locks a voucher that a price applies. A lock that is over takes its codes with it; a longer one stays."""
    if not voucher.locked(now):
        voucher.locking_code = voucher.basket_code_exclusive = None
    if exclusively:
        voucher.basket_code_exclusive, voucher.locking_code = terms.basket_code, terms.locking_code
    voucher.locked_until = max(now + timedelta(seconds=PERIOD), voucher.locked_until or now)


def wanted_by_name(realm: Realm, given: Given, terms: Terms) -> Wanted:
    """The vouchers that the request names, without those that cannot be redeemed; each of these leaves a warning."""
    basket_names = voucher_names(given.basket.get("basket_vouchers", ()))
    honour_names = voucher_names(given.basket.get("honour_vouchers", ()))
    item_names = [name for line in given.lines for name, _ in line.vouchers]
    share_names = [name for line in given.lines for name, _ in line.shares]
    found = find_named(realm, [*basket_names, *honour_names, *item_names, *share_names])
    wanted, used = Wanted(), set[int]()

    def usable(name: Named, *types: str) -> Voucher | None:
        voucher = found.get(name)
        code = "183" if voucher is None else obstacle(realm.now, voucher, terms)
        if voucher is not None and code is None:
            code = "294" if voucher.type not in types else "323" if voucher.id in used else None
        if voucher is None or code is not None:
            given.warnings.append(warning(code or "183", **name.told))
            return None
        used.add(voucher.id)
        return voucher

    for line in given.lines:
        for name, amount in line.vouchers:
            voucher = usable(name, "var_price", "var_price_meta")
            if voucher is not None:
                wanted.item.setdefault(line.position, []).append((voucher, amount))
    for name in dict.fromkeys([*basket_names, *honour_names]):
        voucher = usable(name, "basket", "basket_pct", "honour")
        if voucher is not None:
            (wanted.honour if voucher.type == "honour" else wanted.basket).append(voucher)
    wanted.told = told_shares(given, found)
    named = {voucher.id for voucher in (found.get(name) for name in basket_names) if voucher is not None}
    for name in dict.fromkeys(share_names):
        voucher = found.get(name)
        if voucher is None or voucher.id not in named:
            given.warnings.append(warning("183" if voucher is None else "182", **name.told))
    return wanted


def find_named(realm: Realm, names: Iterable[Named]) -> dict[Named, Voucher]:
    """The chain's vouchers of these names."""
    wanted = list(dict.fromkeys(names))
    keys, ids = dict[str, Voucher](), dict[int, Voucher]()
    own = Voucher.chain_id == realm.chain.id
    for some in chunks(name.key for name in wanted if name.key is not None):
        keys |= {each.key: each for each in realm.db.scalars(select(Voucher).where(own, Voucher.key.in_(some)))}
    for some in chunks(name.id for name in wanted if name.key is None and name.id is not None):
        ids |= {each.id: each for each in realm.db.scalars(select(Voucher).where(own, Voucher.id.in_(some)))}
    named = {name: keys.get(name.key) if name.key is not None else ids.get(name.id or 0) for name in wanted}
    return {name: voucher for name, voucher in named.items() if voucher is not None}


def told_shares(given: Given, found: Mapping[Named, Voucher]) -> dict[int, dict[int, Decimal]]:
    """The shares that the request says: by voucher, by the item's position."""
    told: dict[int, dict[int, Decimal]] = {}
    for line in given.lines:
        for name, amount in line.shares:
            if name in found:
                shares = told.setdefault(found[name].id, {})
                shares[line.position] = shares.get(line.position, ZERO) + amount
    return told


def with_variable_prices(
    given: Given, wares: Sequence[Ware], wanted: Wanted, campaigns: Mapping[int, Campaign]
) -> list[Priced]:
    """The items at the prices that their own vouchers make."""
    return [
        _priced(given, line, ware, wanted.item.get(line.position, ()), campaigns)
        for line, ware in zip(given.lines, wares, strict=True)
    ]


def takes_off(voucher: Voucher, campaign: Campaign, ware: Ware, price: Decimal) -> Decimal | None:
    """What a variable price takes off a price; None where it is not for this product."""
    if ware.product is None:
        return None
    codes: Sequence[str] = campaign.rules.get("product_codes", ())
    if voucher.type == "var_price_meta":
        fits = not codes or ware.product.code in codes
    else:
        fits = voucher.product_id == ware.product.id
    own = voucher.amount if voucher.amount is not None else cents(price * (voucher.discount_ratio or ZERO))
    return min(own, price) if fits else None


def _priced(
    given: Given,
    line: Line,
    ware: Ware,
    vouchers: Sequence[tuple[Voucher, Decimal | None]],
    campaigns: Mapping[int, Campaign],
) -> Priced:
    price, taken = line.price, list[tuple[Voucher, Decimal]]()
    for voucher, said in vouchers:
        own = takes_off(voucher, campaigns[voucher.campaign_id], ware, price)
        off = min(own, said) if own is not None and said is not None else own
        if off is None or off <= 0:
            given.warnings.append(warning("242" if off is None else "273", key=voucher.key))
        else:
            price -= off
            taken.append((voucher, off))
    off = sum((amount for _, amount in taken), ZERO)
    subtotal = line.subtotal - cents(off * line.quantity) if line.before_vouchers else line.subtotal
    return Priced(line, ware, price, subtotal, taken)


def redeem_on_items(realm: Realm, basket: Basket, priced: Sequence[Priced], item_ids: Sequence[int]) -> None:
    """Redeems the variable prices. One of a range of products becomes that of the product it was used for."""
    for each, item_id in zip(priced, item_ids, strict=True):
        for voucher, off in each.vouchers:
            if voucher.type == "var_price_meta" and each.ware.product is not None:
                voucher.type = "var_price"
                voucher.product_id, voucher.product_price = each.ware.product.id, each.line.price
            _redeem(realm, voucher, basket, cents(off * each.line.quantity))
            realm.db.add(ItemVoucher(item_id=item_id, voucher_id=voucher.id, amount=off))


def redeem_in_basket(
    realm: Realm,
    basket: Basket,
    till: Till,
    voucher: Voucher,
    campaign: Campaign,
    told: Mapping[int, Decimal] | None,
) -> dict[str, Any] | None:
    """Redeems a voucher on the items of a basket; what is left of it goes back to the shopper.

    Returns:
        A warning, where there was nothing that it could be spent on, or more was said of it than there was.
    """
    fall = till.spread(voucher, campaign) if told is None else till.spread_as_told(voucher, told)
    if not fall.total:
        return warning("273", key=voucher.key)
    _redeem(realm, voucher, basket, fall.total)
    shares = [
        {"item_id": item.id, "voucher_id": voucher.id, "amount": share}
        for item, share in zip(till.items, fall.shares, strict=True)
        if share
    ]
    realm.db.execute(insert(VoucherShare), shares)
    _leave_rest(realm, basket, voucher, campaign, fall)
    return warning("273", key=voucher.key) if fall.cut else None


def redeem_honour(realm: Realm, basket: Basket, voucher: Voucher) -> None:
    """Redeems a voucher of somebody else's promotion: no value, no shares."""
    _redeem(realm, voucher, basket, ZERO)


def in_turn(vouchers: Iterable[Voucher], campaigns: Mapping[int, Campaign], told: Iterable[int]) -> list[Voucher]:
    """Vouchers in the order in which they are redeemed.

    Those whose shares are said, the discounts of basket campaigns, the percentages, the amounts; among their like the
    one that expires first.
    """
    said = frozenset(told)

    def rank(voucher: Voucher) -> int:
        if voucher.id in said:
            return 0
        if campaigns[voucher.campaign_id].type == ON_THE_FLY:
            return 1
        return 2 if voucher.type == "basket_pct" else 3

    return sorted(vouchers, key=lambda each: (rank(each), each.expires_at, each.id))


def to_wallet(
    realm: Realm,
    voucher: Voucher,
    campaign: Campaign,
    upto: tuple[Decimal, Decimal],
    *,
    cause: str,
    basket_id: int | None,
    returned_item_id: int | None = None,
) -> bool:
    """Gives back to the wallet what a part of a voucher's value was paid for with.

    Args:
        realm: The call.
        voucher: The redeemed voucher.
        campaign: Its campaign.
        upto: How much of the value was given back before, and how much is after this. What is left over of a basket
            counts as the last part of the value.
        cause: What did it, for webhooks.
        basket_id: The basket in which it happens.
        returned_item_id: The returned item behind it.

    Returns:
        Whether it came from a wallet at all.
    """
    wallet = _wallet_of(realm, voucher, campaign)
    user = realm.db.get(User, voucher.user_id) if voucher.user_id is not None else None
    if wallet is None or user is None:
        return False
    before, after = (_paid_for(voucher, wallet, value) for value in upto)
    if after > before:
        wallets.move(
            realm,
            user,
            wallet,
            after - before,
            kind=wallets.REDEMPTION,
            cause=cause,
            voucher=voucher,
            basket_id=basket_id,
            returned_item_id=returned_item_id,
        )
    return True


def follow_up(
    realm: Realm, voucher: Voucher, campaign: Campaign, amount: Decimal, return_transaction_id: int | None
) -> Voucher:
    """A voucher over a part of the value of a redeemed one: claimed as that was, and valid as long, unless that is
    over."""
    return issuing.issue(
        realm,
        campaign,
        _holder(realm, voucher),
        amount=amount,
        claimed=True,
        expires_at=None if voucher.expired(realm.now) else voucher.expires_at,
        title=voucher.title,
        text=voucher.text,
        description=voucher.description,
        notes=voucher.notes,
        image_url=voucher.image_url,
        parent=voucher,
        return_transaction_id=return_transaction_id,
    )


def _holder(realm: Realm, voucher: Voucher) -> User | None:
    """Whose a redeemed voucher is: of one that anybody may show, the one who did."""
    basket = realm.db.get(Basket, voucher.redeeming_basket_id) if voucher.redeeming_basket_id is not None else None
    id = voucher.user_id if voucher.user_id is not None else basket.user_id if basket else None
    return realm.db.get(User, id) if id is not None else None


def _redeem(realm: Realm, voucher: Voucher, basket: Basket, amount: Decimal) -> None:
    voucher.status = "redeemed"
    voucher.amount_redeemed = amount
    voucher.redeemed_at = realm.now
    voucher.redeeming_basket_id = basket.id


def _leave_rest(realm: Realm, basket: Basket, voucher: Voucher, campaign: Campaign, fall: Spread) -> None:
    lost = campaign.type == ON_THE_FLY or (campaign.rules.get("redeem_full_value", False) and not fall.explicit)
    if voucher.amount is None or voucher.amount <= fall.total or lost:
        return
    realm.db.flush()
    upto = (fall.total, voucher.amount)
    if not to_wallet(realm, voucher, campaign, upto, cause="voucher", basket_id=basket.id):
        follow_up(realm, voucher, campaign, voucher.amount - fall.total, None)


def _wallet_of(realm: Realm, voucher: Voucher, campaign: Campaign) -> Campaign | None:
    if voucher.wallet_amount is None or not voucher.amount:
        return None
    if campaign.type in wallets.WALLET_TYPES:
        return campaign
    return realm.db.get(Campaign, campaign.recipient_campaign_id) if campaign.recipient_campaign_id else None


def _paid_for(voucher: Voucher, wallet: Campaign, value: Decimal) -> Decimal:
    """What of a wallet a part of a voucher's value was paid for with. The whole is the whole, so the parts add up."""
    assert voucher.wallet_amount is not None, "only vouchers from wallets are asked about"
    assert voucher.amount, "a wallet pays for an amount"
    if value >= voucher.amount:
        return voucher.wallet_amount
    return (voucher.wallet_amount * value / voucher.amount).quantize(wallets.unit(wallet), ROUND_DOWN)
