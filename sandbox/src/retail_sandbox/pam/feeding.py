"""Feeding products from the rows of an import: which row feeds which product, and what changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from sqlalchemy import ColumnElement, select

from .links import set_many_links
from .listing import names_of_attributes, names_of_categories
from .realm import Realm
from .rows import Row, without_blank_end
from .sheets import ImportAborted
from .tables import Attribute, Category, Lock, Product, ProductAttribute, ProductCategory

KEYS = ("store_id", "gtin", "name")
"""What tells a product: the first of these that a row has."""

Clean = Callable[[str], str]


def feed_products(realm: Realm, participant_id: str, rows: Sequence[Row], clean: Clean) -> None:
    """Changes and adds a participant's products.

    Raises:
        ImportAborted: A row that feeds no product has no name for a new one.
    """
    products = realm.db.scalars(select(Product).where(*_owned(realm, participant_id)).order_by(Product.id)).all()
    fed = match_rows(rows, products, clean)
    for row in rows:
        if row.line not in fed and not row.fields.get("name"):
            raise ImportAborted(f"line {row.line}: name is missing, and no product has its store_id or gtin")
    feeder = _Feeder(realm, participant_id, clean)
    with realm.db.no_autoflush:  # else each new product costs a trip of its own
        for row in rows:
            feeder.feed(row, fed.get(row.line))
    feeder.finish()


def match_rows(rows: Iterable[Row], products: Sequence[Product], clean: Clean) -> dict[int, Product]:
    """Which product each row feeds, by the row's line; each product takes one row.

    Rows that agree with a product in all they tell go first, so that of several products with one `store_id` each finds
    its own row again.
    """
    free = {product.id: product for product in products}
    found: dict[int, Product] = {}

    def take(row: Row, product: Product | None) -> None:
        if product:
            found[row.line] = free.pop(product.id)

    exact = _Index()
    for product in products:
        exact.add(tuple(_cleaned(getattr(product, key), clean) for key in KEYS), product)
    told = list(rows)
    if told and all(key in told[0].fields for key in KEYS):
        for row in told:
            take(row, exact.first(tuple(row.fields[key] for key in KEYS), free))
    single = _Index()
    for product in products:
        for key in KEYS:
            single.add((key, _cleaned(getattr(product, key), clean)), product)
    for row in told:
        if row.line not in found:
            take(row, _by_one_key(row, single, free))
    return found


class _Index:
    """Products by a key, in the order of their ids."""

    def __init__(self) -> None:
        self._products: dict[tuple[str | None, ...], list[Product]] = {}

    def add(self, key: tuple[str | None, ...], product: Product) -> None:
        self._products.setdefault(key, []).append(product)

    def first(self, key: tuple[str | None, ...], free: dict[int, Product]) -> Product | None:
        return next((each for each in self._products.get(key, ()) if each.id in free), None)


def _by_one_key(row: Row, index: _Index, free: dict[int, Product]) -> Product | None:
    store_id, gtin, name = (row.fields.get(key) for key in KEYS)
    if store_id or gtin:
        by_store = index.first(("store_id", store_id), free) if store_id else None
        return by_store or (index.first(("gtin", gtin), free) if gtin else None)
    return index.first(("name", name), free) if name else None


class _Feeder:
    """Writes rows into products, and adds the categories and attributes that they name."""

    def __init__(self, realm: Realm, participant_id: str, clean: Clean) -> None:
        self._realm = realm
        self._participant_id = participant_id
        self._clean = clean
        present = select(Product.id).where(*_owned(realm, participant_id))
        locks = realm.db.scalars(select(Lock).where(Lock.product_id.in_(present)))
        self._locks = {lock.product_id: lock for lock in locks}
        self._attribute_names = names_of_attributes(realm, present)
        self._category_names = names_of_categories(realm, present)
        self._new_attributes: dict[int, list[str]] = {}
        self._new_categories: dict[int, list[str]] = {}
        self._attributes: dict[str, str] = {}
        for attribute in realm.attributes().values():
            self._attributes.setdefault(clean(attribute.name), attribute.id)
        self._categories: dict[tuple[str | None, str], str] = {}
        for category in realm.categories().values():
            for parent in category.parents or [None]:
                self._categories.setdefault((parent, clean(category.name or "")), category.id)

    def feed(self, row: Row, product: Product | None) -> None:
        """Changes a product, or adds one."""
        product = product or self._add(row)
        self._set_fields(row, product)
        if row.attributes is not None and row.attributes != self._present_attributes(product.id):
            self._new_attributes[product.id] = [self._attribute(name) for name in row.attributes]
        if row.categories is not None and row.categories != self._present_path(product.id):
            self._new_categories[product.id] = self._path(name for name in row.categories if name)

    def finish(self) -> None:
        """Stores what was fed."""
        set_many_links(self._realm.db, ProductAttribute, self._new_attributes)
        set_many_links(self._realm.db, ProductCategory, self._new_categories)

    def _add(self, row: Row) -> Product:
        product = Product(
            id=self._realm.number("product"),
            tenant=self._realm.tenant,
            participant_id=self._participant_id,
            name=row.fields["name"] or "",
            scan_count=0,
            has_price=False,
        )
        self._realm.db.add(product)
        return product

    def _set_fields(self, row: Row, product: Product) -> None:
        lock = self._locks.get(product.id)
        for name, value in row.fields.items():
            if getattr(lock, name, False):
                continue
            if name == "scan_count":
                product.scan_count = int(value) if value else product.scan_count
            elif name == "has_price":
                product.has_price = value == "1" if value else product.has_price
            elif value != _cleaned(getattr(product, name), self._clean) and (value or name != "name"):
                setattr(product, name, value)

    def _present_attributes(self, product_id: int) -> list[str]:
        names = map(self._clean, self._attribute_names.get(product_id, ()))
        return [name for name in names if name]

    def _present_path(self, product_id: int) -> list[str | None]:
        return without_blank_end([_cleaned(name, self._clean) for name in self._category_names.get(product_id, ())])

    def _attribute(self, name: str) -> str:
        if name not in self._attributes:
            id = self._realm.uuid("attribute")
            self._realm.db.add(Attribute(tenant=self._realm.tenant, id=id, name=name))
            self._attributes[name] = id
        return self._attributes[name]

    def _path(self, names: Iterable[str]) -> list[str]:
        """The categories of these names, each below the one before it."""
        path: list[str] = []
        for name in names:
            above = path[-1] if path else None
            if (above, name) not in self._categories:
                id = self._realm.uuid("category")
                parents = [above] if above else []
                self._realm.db.add(Category(tenant=self._realm.tenant, id=id, name=name, parents=parents))
                self._categories[above, name] = id
            path.append(self._categories[above, name])
        return path


def _owned(realm: Realm, participant_id: str) -> tuple[ColumnElement[bool], ...]:
    return Product.tenant == realm.tenant, Product.participant_id == participant_id


def _cleaned(value: str | None, clean: Clean) -> str | None:
    return clean(value) or None if value is not None else None
