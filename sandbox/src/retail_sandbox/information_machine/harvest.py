"""Makes up what users buy: the same for a given user and store in every run.

A user goes to a store every so many days and takes some of a dozen favourites. A harvest collects the visits since the
last one; which day brings what depends on user, store and day alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from sqlalchemy import select

from .prices import price_at
from .realm import Realm
from .tables import Connection, ImageReceipt, Item, NumberReceipt, Product, Purchase, Store, User

TAX = 0.0825
"""Rate of the tax on what is no food."""
FAVOURITES = 14


def harvest(realm: Realm, connection: Connection, at: datetime, *, incomplete: bool = False) -> list[Purchase]:
    """Adds the purchases since the connection's last harvest, up to `at`; a store shows but those of `history_days`.

    Args:
        realm: The account's data.
        connection: The connection.
        at: The time of the harvest.
        incomplete: Whether every third purchase is missed.
    """
    user, store = realm.db.get_one(User, connection.owner), realm.stores[connection.store_id]
    oldest = at - timedelta(days=realm.call.settings["history_days"])
    since = max(connection.harvested_to or oldest, oldest)
    found: list[Purchase] = []
    for day in _visits(user, store, since.date(), at.date()):
        chance = Random(f"{user.user_id}/{store.id}/{day}")
        moment = datetime.combine(day, time(9 + chance.randrange(12), chance.randrange(60)), UTC)
        if since < moment <= at and not (incomplete and day.toordinal() % 3 == 0):
            purchase = _purchase(
                realm, user, store, chance, moment, at,
                connection_id=connection.id, stream=_stream(store, chance), order_number=f"{store.id}-{day:%y%m%d}",
            )  # fmt: skip
            found.append(purchase)
    return found


def purchase_of_number(realm: Realm, connection: Connection, receipt: NumberReceipt, at: datetime) -> Purchase:
    """The purchase that a receipt's number leads to."""
    user, store = realm.db.get_one(User, connection.owner), realm.stores[connection.store_id]
    return _purchase(
        realm, user, store, Random(f"{store.id}/{receipt.identifier}"), receipt.receipt_date or receipt.created_at, at,
        connection_id=connection.id, stream="receipt", receipt=receipt.id, receipt_id=receipt.identifier,
    )  # fmt: skip


def purchase_of_images(realm: Realm, receipt: ImageReceipt, at: datetime) -> Purchase:
    """The purchase that a receipt's images show: at a store that cannot be connected, a day before they came."""
    user = realm.db.get_one(User, receipt.owner)
    chance = Random(f"{user.user_id}/{receipt.receipt_id}")
    stores = [store for store in realm.stores.values() if not store.can_scrape] or list(realm.stores.values())
    moment = receipt.created_at.replace(microsecond=0) - timedelta(days=1)
    return _purchase(
        realm, user, chance.choice(stores), chance, moment, at,
        stream="receipt", image_receipt=receipt.id, receipt_id=receipt.receipt_id,
    )  # fmt: skip


def _visits(user: User, store: Store, first: date, last: date) -> list[date]:
    """The days from `first` to `last` on which a user goes to a store."""
    habit = Random(f"{user.user_id}/{store.id}")
    period = habit.randrange(5, 13)
    phase = habit.randrange(period)
    days = range(first.toordinal(), last.toordinal() + 1)
    return [date.fromordinal(day) for day in days if day % period == phase]


def _stream(store: Store, chance: Random) -> str:
    streams = [word for word in ("online", "loyalty") if word in (store.type or "Online").lower()]
    return chance.choice(streams)


def _purchase(
    realm: Realm,
    user: User,
    store: Store,
    chance: Random,
    moment: datetime,
    recorded_at: datetime,
    *,
    stream: str,
    connection_id: int | None = None,
    receipt: int | None = None,
    image_receipt: int | None = None,
    receipt_id: str | None = None,
    order_number: str | None = None,
) -> Purchase:
    purchase = Purchase(
        id=realm.call.sequence("purchase"),
        owner=user.id,
        connection_id=connection_id,
        receipt=receipt,
        image_receipt=image_receipt,
        store_id=store.id,
        stream=stream,
        date=moment,
        recorded_at=recorded_at,
        total_without_tax=0,
        tax=0,
        order_number=order_number,
        receipt_id=receipt_id,
    )
    realm.db.add(purchase)
    realm.db.flush()
    favourites = _favourites(realm, user, store)
    chosen = chance.sample(favourites, min(chance.randrange(2, 7), len(favourites)))
    items = [_item(realm, purchase, product, chance) for product in chosen]
    realm.db.add_all(items)
    amounts = [round(_paid(item) * item.quantity) for item in items]
    purchase.total_without_tax = sum(amounts)
    taxed = [amount for amount, product in zip(amounts, chosen, strict=True) if not _is_food(realm, product)]
    purchase.tax = round(sum(taxed) * TAX)
    realm.db.flush()
    return purchase


def _favourites(realm: Realm, user: User, store: Store) -> Sequence[Product]:
    ids = realm.db.scalars(select(Product.id).order_by(Product.id)).all()
    taste = Random(f"{user.user_id}/{store.id}/favourites")
    return list(realm.products(taste.sample(ids, min(FAVOURITES, len(ids)))).values())


def _item(realm: Realm, purchase: Purchase, product: Product, chance: Random) -> Item:
    by_weight = bool(product.fields.get("plus"))
    price = price_at(product, purchase.store_id)
    discounted = round(price * 0.9) if chance.random() < 0.15 else None
    return Item(
        id=realm.call.sequence("item"),
        purchase_id=purchase.id,
        product_id=product.id,
        name=product.name.upper().replace(",", "")[:30].rstrip(),
        upc=product.upc,
        unit="LB" if by_weight else "EA",
        quantity=round(chance.uniform(0.4, 2.5), 2) if by_weight else float(chance.choice([1, 1, 1, 2, 3])),
        price=price,
        discounted_price=discounted,
        upc_resolved_at=purchase.recorded_at if product.upc else None,
    )


def _paid(item: Item) -> int:
    return item.price if item.discounted_price is None else item.discounted_price


def _is_food(realm: Realm, product: Product) -> bool:
    category = realm.categories.get(product.category_id or 0)
    return category is not None and category.grocery
