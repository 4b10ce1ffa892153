# Generated from specs/dataconnect.yaml by the generator; edit the spec and run `make generate`.
"""Customers and when they changed."""

from __future__ import annotations

import builtins
from collections.abc import Sequence
from datetime import date
from typing import Annotated, Literal

from retail_runtime import GET, ArrowTable, Choice, Download, Joined, M, Query, Resource, Rows, TableShape

from ..models import Customer, CustomerTable, CustomerTypeID, LanguageCode, LocationType, MailReceipt


class Customers(Resource[M]):
    """Customers and when they changed."""

    @GET("/reports/customers", twin=True)
    def list(
        self,
        *,
        language_code: Annotated[LanguageCode | None, Query("LanguageCode")] = None,
        location_type: Annotated[LocationType | None, Query("LocationType")] = None,
        location_type_ids: Annotated[Sequence[int] | None, Joined("LocationTypeIDs")] = None,
        start_date: Annotated[date | None, Query("StartDate")] = None,
        stop_date: Annotated[date | None, Query("StopDate")] = None,
        employee_id: Annotated[str | None, Query("EmployeeID")] = None,
        customer_entity_id: Annotated[str | None, Query("CustomerEntityID")] = None,
        customer_id: Annotated[str | None, Query("CustomerID")] = None,
        primary_name: Annotated[str | None, Query("PrimaryName")] = None,
        family_name: Annotated[str | None, Query("FamilyName")] = None,
        company_name: Annotated[str | None, Query("CompanyName")] = None,
        customer_type_id: Annotated[CustomerTypeID | None, Query("CustomerTypeID")] = None,
        phone: Annotated[str | None, Query("Phone")] = None,
        email: Annotated[str | None, Query("Email")] = None,
        row_thumbprint: Annotated[str | None, Query("RowThumbprint")] = None,
        member_number: Annotated[str | None, Query("MemberNumber")] = None,
    ) -> builtins.list[Customer]:
        """List customers and when they changed.

        All rows at once. For many rows prefer `csv_rows`, which reads them as they arrive. (Source: customer delta
        data.)

        Args:
            language_code: The language of the names of industries, contact types and positions. (Source: LanguageCode.)
            location_type: The level of the company's tree of locations that `LocationTypeIDs` speaks of. (Source:
                LocationType.)
            location_type_ids: Ids of locations at the level of `LocationType`, joined by commas: only what belongs to
                one of them. -1, the default, means all. Chosen: without `LocationType` the ids are those of stores; an
                id that is not known selects nothing. (Source: LocationTypeIDs.)
            start_date: Only rows whose last event - `RowUpdated`, else `RowInserted` - was on this day or later.
                Chosen: which columns it looks at. (Source: StartDate.)
            stop_date: Only rows whose last event was before this day began. Chosen: the day itself is left out, so that
                two periods that meet share no row. (Source: StopDate.)
            employee_id: The id of the employee that the customer belongs to. (Source: EmployeeID.)
            customer_entity_id: The customer's id in the CRM API. (Source: CustomerEntityID.)
            customer_id: The customer's id in the point of sale. (Source: CustomerID.)
            primary_name: The customer's first name. (Source: PrimaryName.)
            family_name: The customer's last name. (Source: FamilyName.)
            company_name: The customer's company. (Source: CompanyName.)
            customer_type_id: The type of customer, 0 or 3. (Source: CustomerTypeID.)
            phone: The customer's telephone number. (Source: Phone.)
            email: The customer's mail address. (Source: Email.)
            row_thumbprint: The thumbprint of a row, which changes when the row does. (Source: RowThumbprint.)
            member_number: The customer's member number. Chosen: its meaning; the vendor's text breaks off here.
                (Source: MemberNumber.)

        Raises:
            BadRequestError: A parameter is missing or wrong, or more rows would be answered than may be.
            AuthenticationError: The credentials are missing, wrong or expired.
            PermissionDeniedError: The account may not use DataConnect.
            RateLimitError: The company has eight requests in progress. Try again when one of them has ended.
            ServerError: The service failed. The service cannot answer now.
        """
        ...

    @GET("/reports/customers", fixed={"Response": "JsonDataTable"}, twin=True)
    def table(
        self,
        *,
        language_code: Annotated[LanguageCode | None, Query("LanguageCode")] = None,
        location_type: Annotated[LocationType | None, Query("LocationType")] = None,
        location_type_ids: Annotated[Sequence[int] | None, Joined("LocationTypeIDs")] = None,
        start_date: Annotated[date | None, Query("StartDate")] = None,
        stop_date: Annotated[date | None, Query("StopDate")] = None,
        employee_id: Annotated[str | None, Query("EmployeeID")] = None,
        customer_entity_id: Annotated[str | None, Query("CustomerEntityID")] = None,
        customer_id: Annotated[str | None, Query("CustomerID")] = None,
        primary_name: Annotated[str | None, Query("PrimaryName")] = None,
        family_name: Annotated[str | None, Query("FamilyName")] = None,
        company_name: Annotated[str | None, Query("CompanyName")] = None,
        customer_type_id: Annotated[CustomerTypeID | None, Query("CustomerTypeID")] = None,
        phone: Annotated[str | None, Query("Phone")] = None,
        email: Annotated[str | None, Query("Email")] = None,
        row_thumbprint: Annotated[str | None, Query("RowThumbprint")] = None,
        member_number: Annotated[str | None, Query("MemberNumber")] = None,
    ) -> CustomerTable:
        """List customers, with the types of the columns.

        The rows and, for each column, its type in the database. (Source: Response, JsonDataTable.)

        Args:
            language_code: The language of the names of industries, contact types and positions. (Source: LanguageCode.)
            location_type: The level of the company's tree of locations that `LocationTypeIDs` speaks of. (Source:
                LocationType.)
            location_type_ids: Ids of locations at the level of `LocationType`, joined by commas: only what belongs to
                one of them. -1, the default, means all. Chosen: without `LocationType` the ids are those of stores; an
                id that is not known selects nothing. (Source: LocationTypeIDs.)
            start_date: Only rows whose last event - `RowUpdated`, else `RowInserted` - was on this day or later.
                Chosen: which columns it looks at. (Source: StartDate.)
            stop_date: Only rows whose last event was before this day began. Chosen: the day itself is left out, so that
                two periods that meet share no row. (Source: StopDate.)
            employee_id: The id of the employee that the customer belongs to. (Source: EmployeeID.)
            customer_entity_id: The customer's id in the CRM API. (Source: CustomerEntityID.)
            customer_id: The customer's id in the point of sale. (Source: CustomerID.)
            primary_name: The customer's first name. (Source: PrimaryName.)
            family_name: The customer's last name. (Source: FamilyName.)
            company_name: The customer's company. (Source: CompanyName.)
            customer_type_id: The type of customer, 0 or 3. (Source: CustomerTypeID.)
            phone: The customer's telephone number. (Source: Phone.)
            email: The customer's mail address. (Source: Email.)
            row_thumbprint: The thumbprint of a row, which changes when the row does. (Source: RowThumbprint.)
            member_number: The customer's member number. Chosen: its meaning; the vendor's text breaks off here.
                (Source: MemberNumber.)

        Raises:
            BadRequestError: A parameter is missing or wrong, or more rows would be answered than may be.
            AuthenticationError: The credentials are missing, wrong or expired.
            PermissionDeniedError: The account may not use DataConnect.
            RateLimitError: The company has eight requests in progress. Try again when one of them has ended.
            ServerError: The service failed. The service cannot answer now.
        """
        ...

    @GET("/reports/customers", fixed={"Response": "Csv"}, twin=True, accept="text/csv")
    def csv(
        self,
        *,
        language_code: Annotated[LanguageCode | None, Query("LanguageCode")] = None,
        location_type: Annotated[LocationType | None, Query("LocationType")] = None,
        location_type_ids: Annotated[Sequence[int] | None, Joined("LocationTypeIDs")] = None,
        start_date: Annotated[date | None, Query("StartDate")] = None,
        stop_date: Annotated[date | None, Query("StopDate")] = None,
        employee_id: Annotated[str | None, Query("EmployeeID")] = None,
        customer_entity_id: Annotated[str | None, Query("CustomerEntityID")] = None,
        customer_id: Annotated[str | None, Query("CustomerID")] = None,
        primary_name: Annotated[str | None, Query("PrimaryName")] = None,
        family_name: Annotated[str | None, Query("FamilyName")] = None,
        company_name: Annotated[str | None, Query("CompanyName")] = None,
        customer_type_id: Annotated[CustomerTypeID | None, Query("CustomerTypeID")] = None,
        phone: Annotated[str | None, Query("Phone")] = None,
        email: Annotated[str | None, Query("Email")] = None,
        row_thumbprint: Annotated[str | None, Query("RowThumbprint")] = None,
        member_number: Annotated[str | None, Query("MemberNumber")] = None,
        delimiter: Annotated[str | None, Query("CSV.Delimiter")] = None,
        file_extension: Annotated[str | None, Query("CSV.FileExtension")] = None,
        header_row: Annotated[bool | None, Query("CSV.Headers")] = None,
        filename: Annotated[str | None, Query("Filename")] = None,
    ) -> Download:
        """Download customers as CSV.

        A file to save or to read piece by piece. (Source: Response, Csv.)

        Args:
            language_code: The language of the names of industries, contact types and positions. (Source: LanguageCode.)
            location_type: The level of the company's tree of locations that `LocationTypeIDs` speaks of. (Source:
                LocationType.)
            location_type_ids: Ids of locations at the level of `LocationType`, joined by commas: only what belongs to
                one of them. -1, the default, means all. Chosen: without `LocationType` the ids are those of stores; an
                id that is not known selects nothing. (Source: LocationTypeIDs.)
            start_date: Only rows whose last event - `RowUpdated`, else `RowInserted` - was on this day or later.
                Chosen: which columns it looks at. (Source: StartDate.)
            stop_date: Only rows whose last event was before this day began. Chosen: the day itself is left out, so that
                two periods that meet share no row. (Source: StopDate.)
            employee_id: The id of the employee that the customer belongs to. (Source: EmployeeID.)
            customer_entity_id: The customer's id in the CRM API. (Source: CustomerEntityID.)
            customer_id: The customer's id in the point of sale. (Source: CustomerID.)
            primary_name: The customer's first name. (Source: PrimaryName.)
            family_name: The customer's last name. (Source: FamilyName.)
            company_name: The customer's company. (Source: CompanyName.)
            customer_type_id: The type of customer, 0 or 3. (Source: CustomerTypeID.)
            phone: The customer's telephone number. (Source: Phone.)
            email: The customer's mail address. (Source: Email.)
            row_thumbprint: The thumbprint of a row, which changes when the row does. (Source: RowThumbprint.)
            member_number: The customer's member number. Chosen: its meaning; the vendor's text breaks off here.
                (Source: MemberNumber.)
            delimiter: What stands between the values of a row, for the CSV formats. Chosen: one character, no quote or
                line end. (Source: CSV.Delimiter.)
            file_extension: The ending of the file's name, for the CSV formats. Chosen: up to 10 letters and digits.
                (Source: CSV.FileExtension.)
            header_row: Whether the first row holds the names of the columns, for the CSV formats. (Source:
                CSV.Headers.)
            filename: The name of the file, without its ending. Chosen: `report` when it is left out; up to 100
                characters, none that a file's name cannot have. (Source: Filename.)

        Raises:
            BadRequestError: A parameter is missing or wrong, or more rows would be answered than may be.
            AuthenticationError: The credentials are missing, wrong or expired.
            PermissionDeniedError: The account may not use DataConnect.
            RateLimitError: The company has eight requests in progress. Try again when one of them has ended.
            ServerError: The service failed. The service cannot answer now.
        """
        ...

    @GET("/reports/customers", fixed={"Response": "Csv"}, twin=True, accept="text/csv")
    def csv_rows(
        self,
        *,
        language_code: Annotated[LanguageCode | None, Query("LanguageCode")] = None,
        location_type: Annotated[LocationType | None, Query("LocationType")] = None,
        location_type_ids: Annotated[Sequence[int] | None, Joined("LocationTypeIDs")] = None,
        start_date: Annotated[date | None, Query("StartDate")] = None,
        stop_date: Annotated[date | None, Query("StopDate")] = None,
        employee_id: Annotated[str | None, Query("EmployeeID")] = None,
        customer_entity_id: Annotated[str | None, Query("CustomerEntityID")] = None,
        customer_id: Annotated[str | None, Query("CustomerID")] = None,
        primary_name: Annotated[str | None, Query("PrimaryName")] = None,
        family_name: Annotated[str | None, Query("FamilyName")] = None,
        company_name: Annotated[str | None, Query("CompanyName")] = None,
        customer_type_id: Annotated[CustomerTypeID | None, Query("CustomerTypeID")] = None,
        phone: Annotated[str | None, Query("Phone")] = None,
        email: Annotated[str | None, Query("Email")] = None,
        row_thumbprint: Annotated[str | None, Query("RowThumbprint")] = None,
        member_number: Annotated[str | None, Query("MemberNumber")] = None,
    ) -> Rows[Customer]:
        """Read customers row by row.

        Typed rows as they arrive, in constant memory. (Source: Response, Csv.)

        Args:
            language_code: The language of the names of industries, contact types and positions. (Source: LanguageCode.)
            location_type: The level of the company's tree of locations that `LocationTypeIDs` speaks of. (Source:
                LocationType.)
            location_type_ids: Ids of locations at the level of `LocationType`, joined by commas: only what belongs to
                one of them. -1, the default, means all. Chosen: without `LocationType` the ids are those of stores; an
                id that is not known selects nothing. (Source: LocationTypeIDs.)
            start_date: Only rows whose last event - `RowUpdated`, else `RowInserted` - was on this day or later.
                Chosen: which columns it looks at. (Source: StartDate.)
            stop_date: Only rows whose last event was before this day began. Chosen: the day itself is left out, so that
                two periods that meet share no row. (Source: StopDate.)
            employee_id: The id of the employee that the customer belongs to. (Source: EmployeeID.)
            customer_entity_id: The customer's id in the CRM API. (Source: CustomerEntityID.)
            customer_id: The customer's id in the point of sale. (Source: CustomerID.)
            primary_name: The customer's first name. (Source: PrimaryName.)
            family_name: The customer's last name. (Source: FamilyName.)
            company_name: The customer's company. (Source: CompanyName.)
            customer_type_id: The type of customer, 0 or 3. (Source: CustomerTypeID.)
            phone: The customer's telephone number. (Source: Phone.)
            email: The customer's mail address. (Source: Email.)
            row_thumbprint: The thumbprint of a row, which changes when the row does. (Source: RowThumbprint.)
            member_number: The customer's member number. Chosen: its meaning; the vendor's text breaks off here.
                (Source: MemberNumber.)

        Raises:
            BadRequestError: A parameter is missing or wrong, or more rows would be answered than may be.
            AuthenticationError: The credentials are missing, wrong or expired.
            PermissionDeniedError: The account may not use DataConnect.
            RateLimitError: The company has eight requests in progress. Try again when one of them has ended.
            ServerError: The service failed. The service cannot answer now.
        """
        ...

    @GET("/reports/customers", fixed={"Response": "Xml"}, twin=True, accept="text/xml")
    def xml(
        self,
        *,
        language_code: Annotated[LanguageCode | None, Query("LanguageCode")] = None,
        location_type: Annotated[LocationType | None, Query("LocationType")] = None,
        location_type_ids: Annotated[Sequence[int] | None, Joined("LocationTypeIDs")] = None,
        start_date: Annotated[date | None, Query("StartDate")] = None,
        stop_date: Annotated[date | None, Query("StopDate")] = None,
        employee_id: Annotated[str | None, Query("EmployeeID")] = None,
        customer_entity_id: Annotated[str | None, Query("CustomerEntityID")] = None,
        customer_id: Annotated[str | None, Query("CustomerID")] = None,
        primary_name: Annotated[str | None, Query("PrimaryName")] = None,
        family_name: Annotated[str | None, Query("FamilyName")] = None,
        company_name: Annotated[str | None, Query("CompanyName")] = None,
        customer_type_id: Annotated[CustomerTypeID | None, Query("CustomerTypeID")] = None,
        phone: Annotated[str | None, Query("Phone")] = None,
        email: Annotated[str | None, Query("Email")] = None,
        row_thumbprint: Annotated[str | None, Query("RowThumbprint")] = None,
        member_number: Annotated[str | None, Query("MemberNumber")] = None,
    ) -> Download:
        """Download customers as XML.

        A file to save or to read piece by piece. (Source: Response, Xml.)

        Args:
            language_code: The language of the names of industries, contact types and positions. (Source: LanguageCode.)
            location_type: The level of the company's tree of locations that `LocationTypeIDs` speaks of. (Source:
                LocationType.)
            location_type_ids: Ids of locations at the level of `LocationType`, joined by commas: only what belongs to
                one of them. -1, the default, means all. Chosen: without `LocationType` the ids are those of stores; an
                id that is not known selects nothing. (Source: LocationTypeIDs.)
            start_date: Only rows whose last event - `RowUpdated`, else `RowInserted` - was on this day or later.
                Chosen: which columns it looks at. (Source: StartDate.)
            stop_date: Only rows whose last event was before this day began. Chosen: the day itself is left out, so that
                two periods that meet share no row. (Source: StopDate.)
            employee_id: The id of the employee that the customer belongs to. (Source: EmployeeID.)
            customer_entity_id: The customer's id in the CRM API. (Source: CustomerEntityID.)
            customer_id: The customer's id in the point of sale. (Source: CustomerID.)
            primary_name: The customer's first name. (Source: PrimaryName.)
            family_name: The customer's last name. (Source: FamilyName.)
            company_name: The customer's company. (Source: CompanyName.)
            customer_type_id: The type of customer, 0 or 3. (Source: CustomerTypeID.)
            phone: The customer's telephone number. (Source: Phone.)
            email: The customer's mail address. (Source: Email.)
            row_thumbprint: The thumbprint of a row, which changes when the row does. (Source: RowThumbprint.)
            member_number: The customer's member number. Chosen: its meaning; the vendor's text breaks off here.
                (Source: MemberNumber.)

        Raises:
            BadRequestError: A parameter is missing or wrong, or more rows would be answered than may be.
            AuthenticationError: The credentials are missing, wrong or expired.
            PermissionDeniedError: The account may not use DataConnect.
            RateLimitError: The company has eight requests in progress. Try again when one of them has ended.
            ServerError: The service failed. The service cannot answer now.
        """
        ...

    @GET("/reports/customers", fixed={"Response": "XmlDataTable"}, twin=True, accept="text/xml")
    def xml_table(
        self,
        *,
        language_code: Annotated[LanguageCode | None, Query("LanguageCode")] = None,
        location_type: Annotated[LocationType | None, Query("LocationType")] = None,
        location_type_ids: Annotated[Sequence[int] | None, Joined("LocationTypeIDs")] = None,
        start_date: Annotated[date | None, Query("StartDate")] = None,
        stop_date: Annotated[date | None, Query("StopDate")] = None,
        employee_id: Annotated[str | None, Query("EmployeeID")] = None,
        customer_entity_id: Annotated[str | None, Query("CustomerEntityID")] = None,
        customer_id: Annotated[str | None, Query("CustomerID")] = None,
        primary_name: Annotated[str | None, Query("PrimaryName")] = None,
        family_name: Annotated[str | None, Query("FamilyName")] = None,
        company_name: Annotated[str | None, Query("CompanyName")] = None,
        customer_type_id: Annotated[CustomerTypeID | None, Query("CustomerTypeID")] = None,
        phone: Annotated[str | None, Query("Phone")] = None,
        email: Annotated[str | None, Query("Email")] = None,
        row_thumbprint: Annotated[str | None, Query("RowThumbprint")] = None,
        member_number: Annotated[str | None, Query("MemberNumber")] = None,
    ) -> Download:
        """Download customers as XML, with the types of the columns.

        A file to save or to read piece by piece; the columns stand after the rows. (Source: Response, XmlDataTable.)

        Args:
            language_code: The language of the names of industries, contact types and positions. (Source: LanguageCode.)
            location_type: The level of the company's tree of locations that `LocationTypeIDs` speaks of. (Source:
                LocationType.)
            location_type_ids: Ids of locations at the level of `LocationType`, joined by commas: only what belongs to
                one of them. -1, the default, means all. Chosen: without `LocationType` the ids are those of stores; an
                id that is not known selects nothing. (Source: LocationTypeIDs.)
            start_date: Only rows whose last event - `RowUpdated`, else `RowInserted` - was on this day or later.
                Chosen: which columns it looks at. (Source: StartDate.)
            stop_date: Only rows whose last event was before this day began. Chosen: the day itself is left out, so that
                two periods that meet share no row. (Source: StopDate.)
            employee_id: The id of the employee that the customer belongs to. (Source: EmployeeID.)
            customer_entity_id: The customer's id in the CRM API. (Source: CustomerEntityID.)
            customer_id: The customer's id in the point of sale. (Source: CustomerID.)
            primary_name: The customer's first name. (Source: PrimaryName.)
            family_name: The customer's last name. (Source: FamilyName.)
            company_name: The customer's company. (Source: CompanyName.)
            customer_type_id: The type of customer, 0 or 3. (Source: CustomerTypeID.)
            phone: The customer's telephone number. (Source: Phone.)
            email: The customer's mail address. (Source: Email.)
            row_thumbprint: The thumbprint of a row, which changes when the row does. (Source: RowThumbprint.)
            member_number: The customer's member number. Chosen: its meaning; the vendor's text breaks off here.
                (Source: MemberNumber.)

        Raises:
            BadRequestError: A parameter is missing or wrong, or more rows would be answered than may be.
            AuthenticationError: The credentials are missing, wrong or expired.
            PermissionDeniedError: The account may not use DataConnect.
            RateLimitError: The company has eight requests in progress. Try again when one of them has ended.
            ServerError: The service failed. The service cannot answer now.
        """
        ...

    @GET(
        "/reports/customers",
        fixed={"Response": "Excel"},
        twin=True,
        accept="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    )
    def excel(
        self,
        *,
        language_code: Annotated[LanguageCode | None, Query("LanguageCode")] = None,
        location_type: Annotated[LocationType | None, Query("LocationType")] = None,
        location_type_ids: Annotated[Sequence[int] | None, Joined("LocationTypeIDs")] = None,
        start_date: Annotated[date | None, Query("StartDate")] = None,
        stop_date: Annotated[date | None, Query("StopDate")] = None,
        employee_id: Annotated[str | None, Query("EmployeeID")] = None,
        customer_entity_id: Annotated[str | None, Query("CustomerEntityID")] = None,
        customer_id: Annotated[str | None, Query("CustomerID")] = None,
        primary_name: Annotated[str | None, Query("PrimaryName")] = None,
        family_name: Annotated[str | None, Query("FamilyName")] = None,
        company_name: Annotated[str | None, Query("CompanyName")] = None,
        customer_type_id: Annotated[CustomerTypeID | None, Query("CustomerTypeID")] = None,
        phone: Annotated[str | None, Query("Phone")] = None,
        email: Annotated[str | None, Query("Email")] = None,
        row_thumbprint: Annotated[str | None, Query("RowThumbprint")] = None,
        member_number: Annotated[str | None, Query("MemberNumber")] = None,
        filename: Annotated[str | None, Query("Filename")] = None,
    ) -> Download:
        """Download customers as an Excel workbook.

        A file to save; its cells have types. (Source: Response, Excel.)

        Args:
            language_code: The language of the names of industries, contact types and positions. (Source: LanguageCode.)
            location_type: The level of the company's tree of locations that `LocationTypeIDs` speaks of. (Source:
                LocationType.)
            location_type_ids: Ids of locations at the level of `LocationType`, joined by commas: only what belongs to
                one of them. -1, the default, means all. Chosen: without `LocationType` the ids are those of stores; an
                id that is not known selects nothing. (Source: LocationTypeIDs.)
            start_date: Only rows whose last event - `RowUpdated`, else `RowInserted` - was on this day or later.
                Chosen: which columns it looks at. (Source: StartDate.)
            stop_date: Only rows whose last event was before this day began. Chosen: the day itself is left out, so that
                two periods that meet share no row. (Source: StopDate.)
            employee_id: The id of the employee that the customer belongs to. (Source: EmployeeID.)
            customer_entity_id: The customer's id in the CRM API. (Source: CustomerEntityID.)
            customer_id: The customer's id in the point of sale. (Source: CustomerID.)
            primary_name: The customer's first name. (Source: PrimaryName.)
            family_name: The customer's last name. (Source: FamilyName.)
            company_name: The customer's company. (Source: CompanyName.)
            customer_type_id: The type of customer, 0 or 3. (Source: CustomerTypeID.)
            phone: The customer's telephone number. (Source: Phone.)
            email: The customer's mail address. (Source: Email.)
            row_thumbprint: The thumbprint of a row, which changes when the row does. (Source: RowThumbprint.)
            member_number: The customer's member number. Chosen: its meaning; the vendor's text breaks off here.
                (Source: MemberNumber.)
            filename: The name of the file, without its ending. Chosen: `report` when it is left out; up to 100
                characters, none that a file's name cannot have. (Source: Filename.)

        Raises:
            BadRequestError: A parameter is missing or wrong, or more rows would be answered than may be.
            AuthenticationError: The credentials are missing, wrong or expired.
            PermissionDeniedError: The account may not use DataConnect.
            RateLimitError: The company has eight requests in progress. Try again when one of them has ended.
            ServerError: The service failed. The service cannot answer now.
        """
        ...

    @GET("/reports/customers", twin=True, repeat=False)
    def email(
        self,
        format: Annotated[
            Literal["xlsx", "csv", "xml"],
            Query("Response"),
            Choice({"xlsx": "Excel.Email", "csv": "Csv.Email", "xml": "Xml.Email"}),
        ],
        *,
        to: Annotated[str | Sequence[str], Joined("Email.To")],
        cc: Annotated[str | Sequence[str] | None, Joined("Email.Cc")] = None,
        subject: Annotated[str | None, Query("Email.Subject")] = None,
        compress: Annotated[bool | None, Query("Email.Compress")] = None,
        filename: Annotated[str | None, Query("Filename")] = None,
        language_code: Annotated[LanguageCode | None, Query("LanguageCode")] = None,
        location_type: Annotated[LocationType | None, Query("LocationType")] = None,
        location_type_ids: Annotated[Sequence[int] | None, Joined("LocationTypeIDs")] = None,
        start_date: Annotated[date | None, Query("StartDate")] = None,
        stop_date: Annotated[date | None, Query("StopDate")] = None,
        employee_id: Annotated[str | None, Query("EmployeeID")] = None,
        customer_entity_id: Annotated[str | None, Query("CustomerEntityID")] = None,
        customer_id: Annotated[str | None, Query("CustomerID")] = None,
        primary_name: Annotated[str | None, Query("PrimaryName")] = None,
        family_name: Annotated[str | None, Query("FamilyName")] = None,
        company_name: Annotated[str | None, Query("CompanyName")] = None,
        customer_type_id: Annotated[CustomerTypeID | None, Query("CustomerTypeID")] = None,
        phone: Annotated[str | None, Query("Phone")] = None,
        email: Annotated[str | None, Query("Email")] = None,
        row_thumbprint: Annotated[str | None, Query("RowThumbprint")] = None,
        member_number: Annotated[str | None, Query("MemberNumber")] = None,
    ) -> MailReceipt:
        """Send customers by mail.

        The service makes the file and mails it. (Source: Response, Excel.Email, Csv.Email, Xml.Email.)

        Args:
            format: The kind of file.
            to: Who gets the mail. Required for the mail formats. Chosen: up to 50 addresses, joined by commas. (Source:
                Email.To.)
            cc: Who gets a copy of the mail. Chosen: up to 50 addresses, joined by commas. (Source: Email.Cc.)
            subject: The subject of the mail. Chosen: up to 200 characters on one line; the name of the file when it is
                left out. (Source: Email.Subject.)
            compress: Whether the file is zipped before it is mailed. (Source: Email.Compress.)
            filename: The name of the file, without its ending. Chosen: `report` when it is left out; up to 100
                characters, none that a file's name cannot have. (Source: Filename.)
            language_code: The language of the names of industries, contact types and positions. (Source: LanguageCode.)
            location_type: The level of the company's tree of locations that `LocationTypeIDs` speaks of. (Source:
                LocationType.)
            location_type_ids: Ids of locations at the level of `LocationType`, joined by commas: only what belongs to
                one of them. -1, the default, means all. Chosen: without `LocationType` the ids are those of stores; an
                id that is not known selects nothing. (Source: LocationTypeIDs.)
            start_date: Only rows whose last event - `RowUpdated`, else `RowInserted` - was on this day or later.
                Chosen: which columns it looks at. (Source: StartDate.)
            stop_date: Only rows whose last event was before this day began. Chosen: the day itself is left out, so that
                two periods that meet share no row. (Source: StopDate.)
            employee_id: The id of the employee that the customer belongs to. (Source: EmployeeID.)
            customer_entity_id: The customer's id in the CRM API. (Source: CustomerEntityID.)
            customer_id: The customer's id in the point of sale. (Source: CustomerID.)
            primary_name: The customer's first name. (Source: PrimaryName.)
            family_name: The customer's last name. (Source: FamilyName.)
            company_name: The customer's company. (Source: CompanyName.)
            customer_type_id: The type of customer, 0 or 3. (Source: CustomerTypeID.)
            phone: The customer's telephone number. (Source: Phone.)
            email: The customer's mail address. (Source: Email.)
            row_thumbprint: The thumbprint of a row, which changes when the row does. (Source: RowThumbprint.)
            member_number: The customer's member number. Chosen: its meaning; the vendor's text breaks off here.
                (Source: MemberNumber.)

        Raises:
            BadRequestError: A parameter is missing or wrong, or more rows would be answered than may be.
            AuthenticationError: The credentials are missing, wrong or expired.
            PermissionDeniedError: The account may not use DataConnect.
            RateLimitError: The company has eight requests in progress. Try again when one of them has ended.
            ServerError: The service failed. The service cannot answer now.
        """
        ...

    @GET(
        "/reports/customers",
        fixed={"Response": "JsonDataTable"},
        twin=True,
        table=TableShape("Records", "Schema", "Column_Name", "Type"),
    )
    def arrow(
        self,
        *,
        language_code: Annotated[LanguageCode | None, Query("LanguageCode")] = None,
        location_type: Annotated[LocationType | None, Query("LocationType")] = None,
        location_type_ids: Annotated[Sequence[int] | None, Joined("LocationTypeIDs")] = None,
        start_date: Annotated[date | None, Query("StartDate")] = None,
        stop_date: Annotated[date | None, Query("StopDate")] = None,
        employee_id: Annotated[str | None, Query("EmployeeID")] = None,
        customer_entity_id: Annotated[str | None, Query("CustomerEntityID")] = None,
        customer_id: Annotated[str | None, Query("CustomerID")] = None,
        primary_name: Annotated[str | None, Query("PrimaryName")] = None,
        family_name: Annotated[str | None, Query("FamilyName")] = None,
        company_name: Annotated[str | None, Query("CompanyName")] = None,
        customer_type_id: Annotated[CustomerTypeID | None, Query("CustomerTypeID")] = None,
        phone: Annotated[str | None, Query("Phone")] = None,
        email: Annotated[str | None, Query("Email")] = None,
        row_thumbprint: Annotated[str | None, Query("RowThumbprint")] = None,
        member_number: Annotated[str | None, Query("MemberNumber")] = None,
    ) -> ArrowTable:
        """Read customers as an Arrow table.

        A `pyarrow.Table` whose columns have the types that the service tells. (Source: Response, JsonDataTable.)

        Args:
            language_code: The language of the names of industries, contact types and positions. (Source: LanguageCode.)
            location_type: The level of the company's tree of locations that `LocationTypeIDs` speaks of. (Source:
                LocationType.)
            location_type_ids: Ids of locations at the level of `LocationType`, joined by commas: only what belongs to
                one of them. -1, the default, means all. Chosen: without `LocationType` the ids are those of stores; an
                id that is not known selects nothing. (Source: LocationTypeIDs.)
            start_date: Only rows whose last event - `RowUpdated`, else `RowInserted` - was on this day or later.
                Chosen: which columns it looks at. (Source: StartDate.)
            stop_date: Only rows whose last event was before this day began. Chosen: the day itself is left out, so that
                two periods that meet share no row. (Source: StopDate.)
            employee_id: The id of the employee that the customer belongs to. (Source: EmployeeID.)
            customer_entity_id: The customer's id in the CRM API. (Source: CustomerEntityID.)
            customer_id: The customer's id in the point of sale. (Source: CustomerID.)
            primary_name: The customer's first name. (Source: PrimaryName.)
            family_name: The customer's last name. (Source: FamilyName.)
            company_name: The customer's company. (Source: CompanyName.)
            customer_type_id: The type of customer, 0 or 3. (Source: CustomerTypeID.)
            phone: The customer's telephone number. (Source: Phone.)
            email: The customer's mail address. (Source: Email.)
            row_thumbprint: The thumbprint of a row, which changes when the row does. (Source: RowThumbprint.)
            member_number: The customer's member number. Chosen: its meaning; the vendor's text breaks off here.
                (Source: MemberNumber.)

        Raises:
            BadRequestError: A parameter is missing or wrong, or more rows would be answered than may be.
            AuthenticationError: The credentials are missing, wrong or expired.
            PermissionDeniedError: The account may not use DataConnect.
            RateLimitError: The company has eight requests in progress. Try again when one of them has ended.
            ServerError: The service failed. The service cannot answer now.
        """
        ...
