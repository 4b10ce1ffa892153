"""Customers: each filter, languages, and when rows changed."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import httpx2
import pytest

from .reports import CUSTOMERS, Rows, failure, rows

JANE = 51231


@pytest.fixture
def everyone(kentel: httpx2.Client) -> Rows:
    return rows(kentel, CUSTOMERS)


def event(row: dict[str, Any]) -> str:
    return row["RowUpdated"] or row["RowInserted"]


def test_a_customer_has_all_columns(kentel: httpx2.Client) -> None:
    assert rows(kentel, CUSTOMERS, CustomerID=str(JANE)) == [
        {
            "CustomerID": JANE,
            "CustomerEntityID": "a08b0640-606a-41f0-901a-facaf50e75dd",
            "PrimaryName": "Jane",
            "FamilyName": "Doe",
            "CompanyName": None,
            "CustomerTypeID": 0,
            "Address": "12 Main Street",
            "Address2": None,
            "City": "Charlotte",
            "Province": "North Carolina",
            "PostalCode": "28202",
            "Country": "United States",
            "Phone": "5555555555",
            "Email": "test@test.com",
            "DeclineToProvideEmail": False,
            "BillingAccountNumber": "900100",
            "MemberNumber": "4411",
            "VIPCustomer": 0,
            "MultiLevelPriceID": None,
            "NumberOfActivations": 2,
            "EmployeeName": "John Bates",
            "EmployeeNameAssignedTo": None,
            "IndustryTypeName": None,
            "ContactTypeName": "Phone",
            "PositionTypeName": None,
            "Notes": 'Asked for "the usual",\r\nas <always> & ever.',
            "DateCreated": "2014-10-01T15:00:12.050",
            "Version": 2,
            "RowThumbprint": "38dc37d2-853a-4343-8518-93a44989243a",
            "RowInserted": "2014-10-01T15:00:12.050",
            "RowUpdated": "2019-06-01T18:00:00.000",
            "RowEvent": "Updated",
        }
    ]


def test_there_are_thousands_in_the_order_of_their_ids(everyone: Rows) -> None:
    ids = [row["CustomerID"] for row in everyone]
    assert len(ids) == 3001
    assert ids == sorted(ids)


def test_a_row_is_inserted_or_updated(everyone: Rows) -> None:
    assert all((row["RowEvent"] == "Updated") == (row["RowUpdated"] is not None) for row in everyone)
    assert {row["RowEvent"] for row in everyone} == {"Inserted", "Updated"}
    assert all(row["RowUpdated"] is None or row["RowUpdated"] >= row["RowInserted"] for row in everyone)


@pytest.mark.parametrize(
    ("parameter", "value"),
    [
        ("CustomerID", str(JANE)),
        ("CustomerEntityID", "a08b0640-606a-41f0-901a-facaf50e75dd"),
        ("CustomerEntityID", "A08B0640-606A-41F0-901A-FACAF50E75DD"),
        ("RowThumbprint", "38dc37d2-853a-4343-8518-93a44989243a"),
        ("Phone", "5555555555"),
        ("Email", "test@test.com"),
        ("MemberNumber", "4411"),
        ("FamilyName", "Doe"),
        ("EmployeeID", "64326"),
    ],
)
def test_each_filter_finds_the_customer(kentel: httpx2.Client, parameter: str, value: str) -> None:
    found = rows(kentel, CUSTOMERS, **{parameter: value})
    assert JANE in [row["CustomerID"] for row in found]
    assert len(found) < 300


@pytest.mark.parametrize(
    ("parameter", "value"),
    [
        ("PrimaryName", "Zoë"),
        ("PrimaryName", "zoë"),
        ("FamilyName", "O'Brien"),
        ("CompanyName", "Copper & Sons Ltd"),
        ("CustomerTypeID", 0),
        ("CustomerTypeID", 3),
        ("MemberNumber", "nobody"),
    ],
)
def test_a_filter_selects_those_that_have_the_whole_value(
    kentel: httpx2.Client, everyone: Rows, parameter: str, value: str | int
) -> None:
    found = rows(kentel, CUSTOMERS, **{parameter: value})
    assert found == [row for row in everyone if row[parameter] == value]


def test_filters_are_joined_by_and(kentel: httpx2.Client, everyone: Rows) -> None:
    found = rows(kentel, CUSTOMERS, PrimaryName="Jane", CustomerTypeID=3, StartDate="2018-01-01")
    assert found == [
        row
        for row in everyone
        if row["PrimaryName"] == "Jane" and row["CustomerTypeID"] == 3 and event(row) >= "2018-01-01"
    ]
    assert found


def test_an_employee_has_customers_of_one_name(kentel: httpx2.Client) -> None:
    found = rows(kentel, CUSTOMERS, EmployeeID="64301")
    assert len({row["EmployeeName"] for row in found}) == 1
    assert len(found) > 20


@pytest.mark.parametrize(
    ("start", "stop"),
    [("2019-06-01", "2019-06-02"), ("2020-01-01", None), (None, "2016-01-01"), ("2019-01-01", "2019-12-31")],
)
def test_dates_select_by_the_last_event(
    kentel: httpx2.Client, everyone: Rows, start: str | None, stop: str | None
) -> None:
    asked = {name: value for name, value in (("StartDate", start), ("StopDate", stop)) if value}
    found = rows(kentel, CUSTOMERS, **asked)
    assert found == [row for row in everyone if (start or "") <= event(row) < (stop or "9")]
    assert found


def test_periods_that_meet_share_no_row_and_miss_none(kentel: httpx2.Client, everyone: Rows) -> None:
    days = ["2015-01-01", "2018-03-04", "2022-02-28", "2027-01-01"]
    parts = [rows(kentel, CUSTOMERS, StartDate=start, StopDate=stop) for start, stop in pairwise(days)]
    ids = [row["CustomerID"] for part in parts for row in part]
    assert sorted(ids) == [row["CustomerID"] for row in everyone]


def test_a_period_without_days_is_empty(kentel: httpx2.Client) -> None:
    assert rows(kentel, CUSTOMERS, StartDate="2019-06-02", StopDate="2019-06-02") == []


def test_locations_select_the_customers_of_their_stores(kentel: httpx2.Client, everyone: Rows) -> None:
    def ids(level: str, ids: str) -> set[int]:
        found = rows(kentel, CUSTOMERS, LocationType=level, LocationTypeIDs=ids)
        return {row["CustomerID"] for row in found}

    canada, states, online = ids("Division", "100"), ids("Division", "200"), ids("Store", "100109")
    assert JANE in states
    assert canada | states | online == {row["CustomerID"] for row in everyone}
    assert canada.isdisjoint(states)
    assert ids("Region", "110,120") == canada
    assert ids("Region", "9999") == set()


def test_names_of_things_come_in_the_language_asked_for(kentel: httpx2.Client, everyone: Rows) -> None:
    french = rows(kentel, CUSTOMERS, LanguageCode="fr-ca")
    spanish = rows(kentel, CUSTOMERS, LanguageCode="es-us")
    columns = ("IndustryTypeName", "ContactTypeName", "PositionTypeName")
    seen = {
        (row[column], in_french[column], in_spanish[column])
        for row, in_french, in_spanish in zip(everyone, french, spanish, strict=True)
        for column in columns
    }
    assert {("Health Care", "Santé", "Salud"), ("Owner", "Propriétaire", "Dueño"), (None, None, None)} <= seen
    assert len(seen) == 11
    plain = [{name: value for name, value in row.items() if name not in columns} for row in everyone]
    assert [{name: value for name, value in row.items() if name not in columns} for row in french] == plain


def test_english_is_the_default(kentel: httpx2.Client, everyone: Rows) -> None:
    assert rows(kentel, CUSTOMERS, LanguageCode="en-us") == everyone
    assert rows(kentel, CUSTOMERS, LanguageCode="en-ca") == everyone


@pytest.mark.parametrize(
    "parameters",
    [
        {"StartDate": "yesterday"},
        {"StartDate": "2019-02-30"},
        {"StopDate": "2019-06-01T00:00:00"},
        {"LanguageCode": "tlh"},
        {"CustomerTypeID": "1"},
        {"CustomerID": "x"},
        {"EmployeeID": "-1"},
        {"CustomerEntityID": "1"},
        {"RowThumbprint": "1"},
    ],
)
def test_what_does_not_fit_is_refused_by_name(kentel: httpx2.Client, parameters: dict[str, str]) -> None:
    assert next(iter(parameters)) in failure(kentel.get(CUSTOMERS, params=parameters), 400)


def test_a_form_asks_for_the_same(kentel: httpx2.Client) -> None:
    asked = {"StartDate": "2019-06-01", "StopDate": "2019-06-02", "LanguageCode": "fr-ca", "CustomerTypeID": "0"}
    answer: Rows = kentel.post(CUSTOMERS, data=asked).json()
    assert answer == rows(kentel, CUSTOMERS, **asked)
    assert JANE in [row["CustomerID"] for row in answer]


def test_where_both_say_something_the_url_counts(kentel: httpx2.Client) -> None:
    answer = kentel.post(CUSTOMERS, params={"CustomerID": str(JANE)}, data={"CustomerID": "1", "FamilyName": "Doe"})
    assert [row["CustomerID"] for row in answer.json()] == [JANE]
