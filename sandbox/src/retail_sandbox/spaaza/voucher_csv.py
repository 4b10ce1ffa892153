"""A chain's vouchers as CSV, read and sent few at a time, however many there are."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, select
from sqlalchemy.orm import Session

from ..api import Answer, Call
from ..store import Store
from .access import Realm
from .answers import iso
from .basket_tables import Basket
from .campaign_tables import Campaign, Voucher
from .money import plain
from .tables import Branch, Currency, User
from .voucher_lists import filters

_AT_A_TIME = 500
_FORCED = "application/force-download"

_COLUMNS: Mapping[str, Any] = {
    "voucher_id": Voucher.id,
    "voucher_key": Voucher.key,
    "voucher_status": Voucher.status,
    "type": Voucher.type,
    "voucher_created_datetime": Voucher.created_at,
    "voucher_expiry_datetime": Voucher.expires_at,
    "voucher_redeemed_datetime": Voucher.redeemed_at,
    "voucher_locked": Voucher.locked_until,
    "voucher_locked_until_datetime": Voucher.locked_until,
    "voucher_retailer_basket_code_exclusive": Voucher.basket_code_exclusive,
    "voucher_amount": Voucher.amount,
    "voucher_amount_redeemed": Voucher.amount_redeemed,
    "voucher_text": Voucher.text,
    "voucher_currency_code": Currency.code,
    "voucher_currency_symbol": Currency.symbol,
    "campaign_id": Campaign.id,
    "campaign_type": Campaign.type,
    "campaign_title": Campaign.title,
    "customer_spaaza_user_id": User.id,
    "customer_member_number": User.member_number,
    "customer_authentication_point_identifier": User.authentication_point_identifier,
    "customer_username": User.username,
    "customer_first_name": User.first_name,
    "customer_last_name": User.last_name,
    "customer_mailing_list_subscribed": User.mailing_list_subscribed,
    "customer_printed_mailing_list_subscribed": User.printed_mailing_list_subscribed,
    "voucher_redeeming_basket_id": Basket.id,
    "voucher_redeeming_basket_retailer_basket_code": Basket.code,
    "voucher_redeeming_basket_platform_type": Basket.platform,
    "voucher_redeeming_basket_branch_business_id": Branch.id,
    "voucher_redeeming_basket_branch_business_owner_code": Branch.owner_code,
    "voucher_redeeming_basket_total_value": Basket.total,
    "voucher_locking_code": Voucher.locking_code,
    "voucher_honour_code": Voucher.honour_code,
    "voucher_title": Voucher.title,
    "voucher_description": Voucher.description,
    "voucher_image_url": Voucher.image_url,
    "voucher_discount_ratio": Voucher.discount_ratio,
}
"""The columns in their order. Of the moment until when it is locked the first use says only whether it is."""
_NAMES = tuple(_COLUMNS)
_LOCKED = _NAMES.index("voucher_locked")
_MOMENTS = [index for index, name in enumerate(_NAMES) if name.endswith("_datetime")]
_NUMBERS = [index for index, name in enumerate(_NAMES) if name.endswith(("_amount", "_redeemed", "_value", "_ratio"))]
_FLAGS = [index for index, name in enumerate(_NAMES) if name.endswith("_subscribed")]


def download(realm: Realm) -> Answer:
    """The chain's vouchers as a file. (Source: Get all vouchers for a chain, CSV Response Fields.)"""
    wanted = filters(realm)
    most, skipped = realm.given.get("number_results"), realm.given["results_offset"]
    rows = _read(realm.call.store, _selected(wanted), most, skipped)
    return Answer(
        stream=_lines(rows, realm.now),
        media_type=_media_type(realm.call),
        headers={"Content-Disposition": 'attachment; filename="vouchers.csv"'},
        gzip=True,
    )


def _selected(wanted: Sequence[ColumnElement[bool]]) -> Select[*tuple[Any, ...]]:
    labelled = [column.label(f"c{index}") for index, column in enumerate(_COLUMNS.values())]
    return (
        select(*labelled)
        .select_from(Voucher)
        .join(Campaign, Campaign.id == Voucher.campaign_id)
        .outerjoin(Currency, Currency.id == Voucher.currency_id)
        .outerjoin(User, User.id == Voucher.user_id)
        .outerjoin(Basket, Basket.id == Voucher.redeeming_basket_id)
        .outerjoin(Branch, Branch.id == Basket.branch_id)
        .where(*wanted)
        .order_by(Voucher.id)
    )


def _read(
    store: Store, statement: Select[*tuple[Any, ...]], most: int | None, skipped: int
) -> Iterator[Sequence[Row[*tuple[Any, ...]]]]:
    """The rows in batches, each read in a short transaction of its own that begins after the last id.

    So a slow reader holds no transaction, and a voucher that is there from first to last comes exactly once.
    """
    batch, left = statement.offset(skipped), most
    while left is None or left > 0:
        size = _AT_A_TIME if left is None else min(left, _AT_A_TIME)
        rows = store.run(partial(_fetched, batch.limit(size)), write=False)
        if rows:
            yield rows
        if len(rows) < size:
            return
        left = None if left is None else left - size
        batch = statement.where(Voucher.id > rows[-1][0])


def _fetched(statement: Select[*tuple[Any, ...]], db: Session) -> Sequence[Row[*tuple[Any, ...]]]:
    return db.connection().execute(statement).all()  # past the ORM, which has no part in columns


def _lines(batches: Iterator[Sequence[Row[*tuple[Any, ...]]]], now: datetime) -> Iterator[bytes]:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_NAMES)
    for rows in batches:
        writer.writerows(_cells(row, now) for row in rows)
        yield text.getvalue().encode()
        text.seek(0)
        text.truncate()
    if text.tell():
        yield text.getvalue().encode()


def _cells(row: Row[*tuple[Any, ...]], now: datetime) -> list[Any]:
    cells: list[Any] = list(row)
    cells[_LOCKED] = int(cells[_LOCKED] is not None and cells[_LOCKED] > now)
    for index in _MOMENTS:
        if cells[index] is not None:
            cells[index] = iso(cells[index])
    for index in _NUMBERS:
        cells[index] = plain(cells[index])
    for index in _FLAGS:
        if cells[index] is not None:
            cells[index] = int(cells[index])
    return cells


def _media_type(call: Call) -> str:
    """What the service labels it, for those who accept nothing else."""
    accepted = call.request.accept_mimetypes
    return _FORCED if accepted[_FORCED] > 0 and not accepted["text/csv"] else "text/csv"


RULES: Mapping[str, Callable[[Realm], Any]] = {"vouchers_list_csv": download}
