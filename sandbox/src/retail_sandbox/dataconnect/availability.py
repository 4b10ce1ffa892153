"""The stock of products: filters, the sum over locations, rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, cast, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from ..store import Int64
from .asked import Asked
from .columns import Column, DataSet, Row
from .locations import asked_stores
from .reading import read_rows
from .tables import Product, ProductCode, Stock

_COLUMNS = (
    Column("CatalogItemID", "UNIQUEIDENTIFIER"),
    Column("ProductLibraryID", "VARCHAR(50)"),
    Column("ProductName", "NVARCHAR(250)"),
    Column("ProductSKU", "VARCHAR(50)"),
    Column("VendorSKU", "VARCHAR(50)"),
    Column("ProductType", "VARCHAR(20)"),
    Column("Quantity", "INT"),
    Column("InStock", "BIT"),
    Column("MinQty", "INT"),
    Column("MaxQty", "INT"),
)
_LOCATION = Column("LocationId", "INT")
_ABOUT = (
    Product.catalog_item_id,
    Product.product_library_id,
    Product.name,
    Product.sku,
    Product.vendor_sku,
    Product.product_type,
)
_IN_STORE = and_(Stock.company_id == Product.company_id, Stock.product_id == Product.id)


def availability_data(db: Session, company_id: int, asked: Asked) -> DataSet:
    """The stock that is asked for, by location or summed over all."""
    stores = asked_stores(db, company_id, asked)
    wanted = [Product.company_id == company_id, *_filters(company_id, asked)]
    in_stores = [] if stores is None else [Stock.location_id.in_(stores)]
    if asked.get("ByLocation"):
        statement = _by_location(wanted, in_stores, asked)
        columns = (*_COLUMNS, _LOCATION)
    else:
        statement = _summed(wanted, in_stores, asked)
        columns = _COLUMNS
    count = db.execute(select(func.count()).select_from(statement.order_by(None).subquery())).scalar_one()

    def rows(db: Session) -> Iterator[Row]:
        return read_rows(db, statement)

    return DataSet(columns, count, rows)


def _by_location(
    wanted: Sequence[ColumnElement[bool]], in_stores: Sequence[ColumnElement[bool]], asked: Asked
) -> Select[*tuple[Any, ...]]:
    quantity = Stock.quantity
    return (
        select(*_ABOUT, quantity, quantity > 0, Stock.min_qty, Stock.max_qty, Stock.location_id)
        .join(Stock, _IN_STORE)
        .where(*wanted, *in_stores, *_bounds(quantity, asked))
        .order_by(Product.id, Stock.location_id)
    )


def _summed(
    wanted: Sequence[ColumnElement[bool]], in_stores: Sequence[ColumnElement[bool]], asked: Asked
) -> Select[*tuple[Any, ...]]:
    """One row for each product, also for one that no store keeps. In the order of the key: nothing is sorted."""
    quantity = func.coalesce(_sum(Stock.quantity), 0)
    statement = (
        select(*_ABOUT, quantity, quantity > 0, _sum(Stock.min_qty), _sum(Stock.max_qty))
        .outerjoin(Stock, and_(_IN_STORE, *in_stores))
        .where(*wanted)
        .group_by(Product.company_id, Product.id)
        .order_by(Product.id)
    )
    for bound in _bounds(quantity, asked):
        statement = statement.having(bound)
    return statement


def _sum(column: Any) -> ColumnElement[int]:
    # PostgreSQL's sum of integers is no integer.
    return cast(func.sum(column), Int64)


def _bounds(quantity: ColumnElement[int] | InstrumentedAttribute[int], asked: Asked) -> Iterator[ColumnElement[bool]]:
    least, most = asked.get("QuantityMin"), asked.get("QuantityMax")
    if least is not None:
        yield quantity >= least
    if most is not None:
        yield quantity <= most


def _filters(company_id: int, asked: Asked) -> Iterator[ColumnElement[bool]]:
    if product_type := asked.get("ProductType"):
        yield Product.product_type == product_type
    for name, column in _LISTS.items():
        if values := asked.texts(name):
            yield column.in_(values)
    if ids := asked.texts("CatalogItemIDs"):
        yield Product.catalog_item_id.in_([id.lower() for id in ids])
    for name, kind in _CODES.items():
        if codes := asked.texts(name):
            of_code = and_(ProductCode.company_id == company_id, ProductCode.kind == kind, ProductCode.code.in_(codes))
            yield Product.id.in_(select(ProductCode.product_id).where(of_code))


_LISTS = {
    "ProductSKUs": Product.sku,
    "ProductLibraryIDs": Product.product_library_id,
    "ProductNames": Product.name,
    "VendorSKUs": Product.vendor_sku,
}
_CODES = {"SerialNumbers": "serial", "BarCodes": "barcode"}
