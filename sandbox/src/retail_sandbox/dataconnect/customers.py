"""Customers: filters, languages, rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from .asked import Asked
from .columns import Column, DataSet, Row
from .locations import asked_stores
from .reading import read_rows
from .tables import Customer, Translation

_SHOWN: tuple[tuple[Column, Any], ...] = (
    (Column("CustomerID", "INT"), Customer.id),
    (Column("CustomerEntityID", "UNIQUEIDENTIFIER"), Customer.entity_id),
    (Column("PrimaryName", "NVARCHAR(250)"), Customer.primary_name),
    (Column("FamilyName", "NVARCHAR(250)"), Customer.family_name),
    (Column("CompanyName", "NVARCHAR(250)"), Customer.company_name),
    (Column("CustomerTypeID", "INT"), Customer.customer_type_id),
    (Column("Address", "NVARCHAR(250)"), Customer.address),
    (Column("Address2", "NVARCHAR(250)"), Customer.address2),
    (Column("City", "NVARCHAR(100)"), Customer.city),
    (Column("Province", "NVARCHAR(100)"), Customer.province),
    (Column("PostalCode", "VARCHAR(20)"), Customer.postal_code),
    (Column("Country", "NVARCHAR(100)"), Customer.country),
    (Column("Phone", "VARCHAR(50)"), Customer.phone),
    (Column("Email", "NVARCHAR(254)"), Customer.email),
    (Column("DeclineToProvideEmail", "BIT"), Customer.decline_to_provide_email),
    (Column("BillingAccountNumber", "VARCHAR(50)"), Customer.billing_account_number),
    (Column("MemberNumber", "VARCHAR(50)"), Customer.member_number),
    (Column("VIPCustomer", "INT"), Customer.vip_customer),
    (Column("MultiLevelPriceID", "INT"), Customer.multi_level_price_id),
    (Column("NumberOfActivations", "INT"), Customer.number_of_activations),
    (Column("EmployeeName", "NVARCHAR(250)"), Customer.employee_name),
    (Column("EmployeeNameAssignedTo", "NVARCHAR(250)"), Customer.employee_name_assigned_to),
    (Column("IndustryTypeName", "NVARCHAR(100)"), Customer.industry_type_name),
    (Column("ContactTypeName", "NVARCHAR(100)"), Customer.contact_type_name),
    (Column("PositionTypeName", "NVARCHAR(100)"), Customer.position_type_name),
    (Column("Notes", "NVARCHAR(MAX)"), Customer.notes),
    (Column("DateCreated", "DATETIME"), Customer.date_created),
    (Column("Version", "BIGINT"), Customer.version),
    (Column("RowThumbprint", "UNIQUEIDENTIFIER"), Customer.row_thumbprint),
    (Column("RowInserted", "DATETIME"), Customer.row_inserted),
    (Column("RowUpdated", "DATETIME"), Customer.row_updated),
)
_COLUMNS = (*(column for column, _ in _SHOWN), Column("RowEvent", "VARCHAR(10)"))
_UPDATED = [column.name for column in _COLUMNS].index("RowUpdated")
_TRANSLATED = [
    index
    for index, column in enumerate(_COLUMNS)
    if column.name in ("IndustryTypeName", "ContactTypeName", "PositionTypeName")
]


def customers_data(db: Session, company_id: int, asked: Asked) -> DataSet:
    """The customers that are asked for."""
    wanted = [Customer.company_id == company_id, *_filters(db, company_id, asked)]
    count = db.execute(select(func.count()).select_from(Customer).where(*wanted)).scalar_one()
    statement = select(*(shown for _, shown in _SHOWN)).where(*wanted).order_by(Customer.id)
    language: str = asked.get("LanguageCode")

    def rows(db: Session) -> Iterator[Row]:
        translations = _translations(db, company_id, language)
        for row in read_rows(db, statement):
            yield _shown(row, translations)

    return DataSet(_COLUMNS, count, rows)


def _shown(row: Row, translations: dict[str, str]) -> Row:
    cells: list[Any] = [*row, "Updated" if row[_UPDATED] else "Inserted"]
    if translations:
        for index in _TRANSLATED:
            cells[index] = translations.get(cells[index], cells[index])
    return cells


def _translations(db: Session, company_id: int, language: str) -> dict[str, str]:
    of_language = Translation.company_id == company_id, Translation.language == language
    return {row.text: row.translation for row in db.scalars(select(Translation).where(*of_language))}


def _filters(db: Session, company_id: int, asked: Asked) -> Iterator[ColumnElement[bool]]:
    stores = asked_stores(db, company_id, asked)
    if stores is not None:
        yield Customer.location_id.in_(stores)
    # A time is text that begins with its day, so the day alone compares like its midnight.
    last_event = func.coalesce(Customer.row_updated, Customer.row_inserted)
    if start := asked.get("StartDate"):
        yield last_event >= start
    if stop := asked.get("StopDate"):
        yield last_event < stop
    for name, column in _EQUAL.items():
        if (value := asked.get(name)) is not None:
            yield column == value
    for name, column in _NUMBERS.items():
        if (value := asked.get(name)) is not None:
            yield column == int(value)
    for name, column in _GUIDS.items():
        if (value := asked.get(name)) is not None:
            yield column == value.lower()


_EQUAL: dict[str, Any] = {
    "PrimaryName": Customer.primary_name,
    "FamilyName": Customer.family_name,
    "CompanyName": Customer.company_name,
    "CustomerTypeID": Customer.customer_type_id,
    "Phone": Customer.phone,
    "Email": Customer.email,
    "MemberNumber": Customer.member_number,
}
_NUMBERS: dict[str, Any] = {"EmployeeID": Customer.employee_id, "CustomerID": Customer.id}
_GUIDS: dict[str, Any] = {"CustomerEntityID": Customer.entity_id, "RowThumbprint": Customer.row_thumbprint}
