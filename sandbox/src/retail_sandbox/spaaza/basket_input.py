"""What a basket's request says, read once: who sells, who buys, what is bought and what is given back.

What is wrong with the sale itself is refused here; what is wrong around it (a branch that is not known, a payment
without an amount, a time zone that there is none of) is left out, with a warning.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache
from typing import Any, cast
from zoneinfo import ZoneInfo

from sqlalchemy import select

from .access import Realm
from .money import ZERO, cents, exact
from .problems import refusal, warning
from .tables import Branch, Chain, Currency, User

PROGRAMME = "spaaza"
LARGEST = Decimal(1_000_000_000)
"""What the items of a basket may come to."""


@dataclass(frozen=True)
class Named:
    """A voucher as a request names it: by its key or else by its id."""

    key: str | None
    id: int | None

    @property
    def told(self) -> dict[str, Any]:
        """What a warning says of it."""
        return {"key": self.key} if self.key is not None else {"voucher_id": self.id}


@dataclass(frozen=True)
class Identity:
    """What an item is, in any of the ways that say so."""

    barcode: str | None
    variant_id: int | None
    variant_code: str | None
    product_id: int | None
    product_code: str | None


@dataclass(frozen=True)
class Line:
    """An item that is bought."""

    position: int
    identity: Identity
    code: str | None
    type: str
    name: str | None
    promotional: bool | None
    excluded: bool
    quantity: Decimal
    unit: str | None
    price: Decimal
    subtotal: Decimal
    before_vouchers: bool
    """Whether the subtotal is that of the price as it was sent; else the item's vouchers are in it already."""
    vouchers: Sequence[tuple[Named, Decimal | None]]
    """For this item, and what each takes off one."""
    shares: Sequence[tuple[Named, Decimal]]
    """Shares of basket vouchers that it shall get."""
    facts: Mapping[str, Any]
    """What the request says of it for the catalogue."""


@dataclass(frozen=True)
class GivenBack:
    """An item that is given back."""

    identity: Identity
    quantity: Decimal
    price: Decimal | None
    """Of one, below zero; None: what was paid."""
    basket_code: str | None = None
    supplementary_code: str | None = None
    item_code: str | None = None


@dataclass
class Given:
    """A basket as it was sent."""

    entity: Mapping[str, Any]
    basket: Mapping[str, Any]
    chain: Chain
    branch: Branch | None
    user: User | None
    programme: str | None
    """None where the request says no shopper."""
    send_email_receipt: bool | None
    platform: str
    code: str
    locking_code: str | None
    total: Decimal | None
    currency: Currency | None
    """None: as the originals of what is given back have it, or the chain."""
    bought_at: datetime
    timezone: str
    payments: list[dict[str, Any]]
    lines: list[Line]
    returns: list[GivenBack]
    warnings: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])


def entity_of(realm: Realm) -> Chain:
    """The chain of the request's entity, which the caller may write to.

    Raises:
        Problem: There is none such, or it is not the caller's.
    """
    entity = realm.call.body["entity"]
    realm.given = {**realm.given, "chain_id": entity["entity_id"]}
    chain = realm.need("write")
    if chain.entity_type != entity["entity_type"]:
        raise realm.refusal("230", "68", hint=f"Entity {chain.id} is a {chain.entity_type}")
    return chain


def given_basket(realm: Realm) -> Given:
    """What the request says.

    Raises:
        Problem: The retailer, the currency, an amount or the price of an item cannot be worked with.
    """
    chain = entity_of(realm)
    body: Mapping[str, Any] = realm.call.body
    basket: Mapping[str, Any] = body["basket"]
    warnings: list[dict[str, Any]] = []
    shopper: Mapping[str, Any] | None = body.get("user")
    items: list[Mapping[str, Any]] = basket.get("basket_items", [])
    platform = basket.get("basket_platform_type", "in_store")
    total = _amount(basket, "basket_total_price")
    bought_at, timezone = _moment(realm.now, basket, warnings)
    lines = [_line(index, item) for index, item in enumerate(items) if not item.get("return_item")]
    if sum((abs(line.subtotal) for line in lines), ZERO) > LARGEST:
        raise refusal("407", "The items come to more than a billion")
    return Given(
        entity=body["entity"],
        basket=basket,
        chain=chain,
        branch=_branch(realm, chain, body["entity"], platform, warnings),
        user=_shopper(realm, shopper) if shopper else None,
        programme=shopper.get("member_programme", PROGRAMME) if shopper is not None else None,
        send_email_receipt=shopper.get("send_email_receipt") if shopper else None,
        platform=platform,
        code=basket["retailer_basket_code"],
        locking_code=basket.get("voucher_locking_code") or None,
        total=total,
        currency=_currency(realm, basket),
        bought_at=bought_at,
        timezone=timezone,
        payments=_payments(basket, total, warnings),
        lines=lines,
        returns=[_given_back(item) for item in items if item.get("return_item")],
        warnings=warnings,
    )


def amount_of(fields: Mapping[str, Any], name: str) -> Decimal | None:
    """An amount that a request may say."""
    return _amount(fields, name)


def voucher_names(entries: Iterable[Mapping[str, Any]]) -> list[Named]:
    """The vouchers that a list of a request names."""
    named = [Named(entry.get("voucher_key"), entry.get("voucher_id")) for entry in entries]
    return [each for each in dict.fromkeys(named) if each.key is not None or each.id is not None]


def _branch(
    realm: Realm, chain: Chain, entity: Mapping[str, Any], platform: str, warnings: list[dict[str, Any]]
) -> Branch | None:
    id, code = entity.get("branch_business_id"), entity.get("branch_business_owner_code")
    branch = realm.db.get(Branch, id) if id is not None else None
    if branch is not None and branch.chain_id == chain.id:
        return branch
    if code:
        theirs = (Branch.chain_id == chain.id) & (Branch.owner_code == code)
        branch = realm.db.scalars(select(Branch).where(theirs)).first()
        if branch is not None:
            return branch
    if id is not None or code:
        told = {"branch_business_id": id, "branch_business_owner_code": code}
        warnings.append(warning("144", **{name: value for name, value in told.items() if value is not None}))
    elif platform == "in_store" and chain.entity_type == "chain":
        warnings.append(warning("16"))
    return None


def _shopper(realm: Realm, given: Mapping[str, Any]) -> User | None:
    """The member; None for one of another programme, and for one that is not known."""
    if given.get("member_programme", PROGRAMME).casefold() != PROGRAMME:
        return None
    for name in ("member_number", "authentication_point_identifier"):
        if given.get(name):
            return _known(realm.find_member(**{name: given[name]}))
    return _known(realm.find_member(user_id=given["spaaza_user_id"])) if "spaaza_user_id" in given else None


def _known(user: User | None) -> User | None:
    return None if user is None or user.obfuscated else user


def _currency(realm: Realm, basket: Mapping[str, Any]) -> Currency | None:
    said: Mapping[str, Any] | None = basket.get("basket_currency")
    if said is None:
        return None
    id, code = said.get("currency_id"), said.get("currency_code")
    if id:
        found = realm.db.get(Currency, id)
    elif code:
        found = realm.db.scalars(select(Currency).where(Currency.code == code.upper())).first()
    else:
        raise realm.refusal("252", hint="basket_currency needs an id or a code")
    if found is None:
        raise realm.refusal("231", hint=f"There is no currency {id or code}")
    return found


def _moment(now: datetime, basket: Mapping[str, Any], warnings: list[dict[str, Any]]) -> tuple[datetime, str]:
    """When it was bought, and the zone that says how to write it. Without a time it is now, in UTC."""
    text, name = basket.get("basket_timestamp_iso8601"), basket.get("basket_timezone_name")
    if name and not zone_of(name):
        warnings.append(warning("419", basket_timezone_name=name))
        name = None
    if not text:
        return now, "UTC"
    try:
        moment = datetime.fromisoformat(text.upper().replace(":60", ":59")).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise refusal("419", "basket_timestamp_iso8601 is no time") from error
    if not 1900 <= moment.year < 9999:
        raise refusal("419", "basket_timestamp_iso8601 is no time of a purchase")
    return moment, name or "UTC"


@cache
def zone_of(name: str) -> ZoneInfo | None:
    """The time zone of a name; None where there is none such."""
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, KeyError):  # a name outside the database, one of its folders, one that it has not
        return None


def _payments(basket: Mapping[str, Any], total: Decimal | None, warnings: list[dict[str, Any]]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    if basket.get("payment_method"):
        found.append({"method": basket["payment_method"], "amount": str(total or ZERO)})
    for index, entry in enumerate(cast("list[dict[str, Any]]", basket.get("payment_methods", []))):
        method, amount = entry.get("payment_method"), _amount(entry, "payment_amount")
        if not method:
            warnings.append(warning("3", payment_methods=index))
        elif amount is None:
            warnings.append(warning("301", payment_methods=index))
        else:
            found.append({"method": method, "amount": str(amount)})
    return found


def _identity(item: Mapping[str, Any]) -> Identity:
    return Identity(
        barcode=item.get("item_barcode") or item.get("inventory_owner_code") or None,
        variant_id=item.get("spaaza_product_variant_id") or item.get("inventory_id"),
        variant_code=item.get("retailer_product_variant_code") or None,
        product_id=item.get("spaaza_product_id"),
        product_code=item.get("retailer_product_code") or None,
    )


def _line(position: int, item: Mapping[str, Any]) -> Line:
    quantity = exact(item.get("item_quantity", 1), "item_quantity")
    if quantity <= 0:
        raise refusal("419", f"item_quantity of basket_items[{position}] is below a millionth")
    price, subtotal = _amount(item, "item_price"), _amount(item, "item_subtotal")
    if price is None:
        if subtotal is None:
            raise refusal("3", f"basket_items[{position}] needs its item_price")
        price = cents(subtotal / quantity)
    whole = cents(price * quantity)
    entries: list[dict[str, Any]] = item.get("item_vouchers", [])
    shares: list[dict[str, Any]] = item.get("basket_voucher_distribution", [])
    return Line(
        position=position,
        identity=_identity(item),
        code=item.get("retailer_item_code"),
        type=item.get("item_type", "product"),
        name=item.get("product_name") or item.get("item_name"),
        promotional=item.get("item_is_promotional"),
        excluded=item.get("excluded_from_spaaza", False),
        quantity=quantity,
        unit=item.get("item_quantity_unit"),
        price=price,
        subtotal=whole if subtotal is None else subtotal,
        before_vouchers=subtotal is None or subtotal == whole,
        vouchers=[(name, _amount(entry, "voucher_amount")) for entry in entries for name in voucher_names([entry])],
        shares=[
            (name, exact(entry["voucher_distribution_amount"])) for entry in shares for name in voucher_names([entry])
        ],
        facts=item,
    )


def _given_back(item: Mapping[str, Any]) -> GivenBack:
    price = _amount(item, "item_price")
    if price is not None and price >= 0:
        raise refusal("319", "item_price of an item that is given back must be below zero")
    quantity = exact(item.get("item_quantity", 1), "item_quantity")
    if quantity <= 0:
        raise refusal("419", "item_quantity of an item that is given back is below a millionth")
    return GivenBack(
        identity=_identity(item),
        quantity=quantity,
        price=price,
        basket_code=item.get("original_retailer_basket_code") or None,
        supplementary_code=item.get("original_supplementary_basket_code") or None,
        item_code=item.get("original_retailer_item_code") or None,
    )


def _amount(fields: Mapping[str, Any], name: str) -> Decimal | None:
    value = fields.get(name)
    return None if value is None else exact(value, name)
