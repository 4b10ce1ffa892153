"""Receipts of a chain as CSV, sent row by row while they are read: however many there are, few are held."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import ROUND_CEILING, Decimal
from typing import Any

from sqlalchemy import Select, func, select

from ..api import Answer
from ..store import Store
from .access import Realm
from .answers import iso
from .basket_tables import Basket, BasketItem
from .money import ZERO, written
from .receipt_lists import filters
from .tables import Branch, Currency, User

_AT_A_TIME = 500
_COUNT = (
    select(func.sum(BasketItem.quantity)).where(BasketItem.basket_id == Basket.id).correlate(Basket).scalar_subquery()
)
_COLUMNS = {
    "id": Basket.id,
    "retailer_basket_code": Basket.code,
    "timestamp": Basket.created_at,
    "type": Basket.platform,
    "items_count": _COUNT,
    "currency_code": Currency.code,
    "currency_symbol": Currency.symbol,
    "subtotal": func.coalesce(Basket.items_subtotal, Basket.total),
    "total_value": Basket.total,
    "shipping_charge": Basket.shipping_charge,
    "employee_code": Basket.employee_code,
    "employee_name": Basket.employee_name,
    "chain_business_id": Branch.id,
    "chain_business_name": Branch.name,
    "chain_business_owner_code": Branch.owner_code,
    "shopper_id": User.id,
    "shopper_member_program": Basket.member_programme,
    "shopper_member_number": User.member_number,
    "shopper_authentication_point_identifier": User.authentication_point_identifier,
    "shopper_email": User.username,
    "shopper_firstname": User.first_name,
    "shopper_lastname": User.last_name,
    "shopper_gender": User.gender,
    "shopper_birthday": User.birthday,
    "shopper_country_code": User.country_code,
    "shopper_address_postalcode": User.address_postalcode,
    "notes": Basket.notes,
}
_NAMES = list(_COLUMNS)
_ITEMS, _SHOPPER, _PROGRAMME = map(_NAMES.index, ("items_count", "shopper_id", "shopper_member_program"))
_QUOTED = frozenset(',"\n\r\t ')


def download(realm: Realm) -> Answer:
    """The chain's receipts as a file; the service calls it `vouchers.csv`."""
    query = (
        select(*_COLUMNS.values())
        .join(Currency, Currency.id == Basket.currency_id)
        .outerjoin(Branch, Branch.id == Basket.branch_id)
        .outerjoin(User, User.id == Basket.user_id)
        .where(*filters(realm))
        .order_by(Basket.id)
        .offset(realm.given["results_offset"])
    )
    if "number_results" in realm.given:
        query = query.limit(realm.given["number_results"])
    return Answer(
        stream=_pieces(realm.call.store, query),
        media_type=_media_type(realm),
        headers={"Content-Disposition": 'attachment; filename="vouchers.csv"'},
        gzip=True,
    )


def _media_type(realm: Realm) -> str:
    accepted = realm.call.request.accept_mimetypes
    only_download = "application/force-download" in accepted and "text/csv" not in accepted
    return "application/force-download" if accepted and only_download else "text/csv"


def _pieces(store: Store, query: Select[*tuple[Any, ...]]) -> Iterator[bytes]:
    yield f"{','.join(_NAMES)}\n".encode()
    with (
        store.transaction(write=False) as db,
        db.connection().execute(query, execution_options={"yield_per": _AT_A_TIME}) as rows,
    ):
        for part in rows.partitions():
            yield "".join(map(_row, part)).encode()


def _row(row: Sequence[Any]) -> str:
    cells = list(row)
    cells[_ITEMS] = int((row[_ITEMS] or ZERO).to_integral_value(ROUND_CEILING))
    if row[_SHOPPER] is not None:
        cells[_PROGRAMME] = row[_PROGRAMME] or "spaaza"
    return f"{','.join(map(_cell, cells))}\n"


def _cell(value: Any) -> str:
    """A value as the service writes it: a text with a blank in it stands in quotes too."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return written(value)
    if isinstance(value, date):  # and so a datetime
        return iso(value)
    text = str(value)
    return '"' + text.replace('"', '""') + '"' if _QUOTED.intersection(text) else text


RULES = {"receipts_list_csv": download}
