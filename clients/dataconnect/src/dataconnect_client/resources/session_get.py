# Generated from specs/dataconnect.yaml by the generator; edit the spec and run `make generate`.
"""Tell who is signed in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from retail_runtime import GET, Choice, Download, Joined, M, Query, Resource

from .. import models
from ..models import MailReceipt, SessionTable


class SessionGet(Resource[M]):
    """Tell who is signed in."""

    @GET("/session", name="session.get", twin=True)
    def __call__(self) -> models.Session:
        """Tell who is signed in.

        The session that the credentials, or the cookie, stand for. (Source: Session.)

        Raises:
            BadRequestError: A parameter is missing or wrong, or more rows would be answered than may be.
            AuthenticationError: The credentials are missing, wrong or expired.
            PermissionDeniedError: The account may not use DataConnect.
            RateLimitError: The company has eight requests in progress. Try again when one of them has ended.
            ServerError: The service failed. The service cannot answer now.
        """
        ...

    @GET("/session", name="session.get.table", fixed={"Response": "JsonDataTable"}, twin=True)
    def table(self) -> SessionTable:
        """Tell who is signed in, with the types of the columns.

        The rows and, for each column, its type in the database. (Source: Response, JsonDataTable.)

        Raises:
            BadRequestError: A parameter is missing or wrong, or more rows would be answered than may be.
            AuthenticationError: The credentials are missing, wrong or expired.
            PermissionDeniedError: The account may not use DataConnect.
            RateLimitError: The company has eight requests in progress. Try again when one of them has ended.
            ServerError: The service failed. The service cannot answer now.
        """
        ...

    @GET("/session", name="session.get.csv", fixed={"Response": "Csv"}, twin=True, accept="text/csv")
    def csv(
        self,
        *,
        delimiter: Annotated[str | None, Query("CSV.Delimiter")] = None,
        file_extension: Annotated[str | None, Query("CSV.FileExtension")] = None,
        header_row: Annotated[bool | None, Query("CSV.Headers")] = None,
        filename: Annotated[str | None, Query("Filename")] = None,
    ) -> Download:
        """Download who is signed in as CSV.

        A file to save or to read piece by piece. (Source: Response, Csv.)

        Args:
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

    @GET("/session", name="session.get.xml", fixed={"Response": "Xml"}, twin=True, accept="text/xml")
    def xml(self) -> Download:
        """Download who is signed in as XML.

        A file to save or to read piece by piece. (Source: Response, Xml.)

        Raises:
            BadRequestError: A parameter is missing or wrong, or more rows would be answered than may be.
            AuthenticationError: The credentials are missing, wrong or expired.
            PermissionDeniedError: The account may not use DataConnect.
            RateLimitError: The company has eight requests in progress. Try again when one of them has ended.
            ServerError: The service failed. The service cannot answer now.
        """
        ...

    @GET("/session", name="session.get.xml_table", fixed={"Response": "XmlDataTable"}, twin=True, accept="text/xml")
    def xml_table(self) -> Download:
        """Download who is signed in as XML, with the types of the columns.

        A file to save or to read piece by piece; the columns stand after the rows. (Source: Response, XmlDataTable.)

        Raises:
            BadRequestError: A parameter is missing or wrong, or more rows would be answered than may be.
            AuthenticationError: The credentials are missing, wrong or expired.
            PermissionDeniedError: The account may not use DataConnect.
            RateLimitError: The company has eight requests in progress. Try again when one of them has ended.
            ServerError: The service failed. The service cannot answer now.
        """
        ...

    @GET(
        "/session",
        name="session.get.excel",
        fixed={"Response": "Excel"},
        twin=True,
        accept="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    )
    def excel(self, *, filename: Annotated[str | None, Query("Filename")] = None) -> Download:
        """Download who is signed in as an Excel workbook.

        A file to save; its cells have types. (Source: Response, Excel.)

        Args:
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

    @GET("/session", name="session.get.email", twin=True, repeat=False)
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
    ) -> MailReceipt:
        """Send who is signed in by mail.

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

        Raises:
            BadRequestError: A parameter is missing or wrong, or more rows would be answered than may be.
            AuthenticationError: The credentials are missing, wrong or expired.
            PermissionDeniedError: The account may not use DataConnect.
            RateLimitError: The company has eight requests in progress. Try again when one of them has ended.
            ServerError: The service failed. The service cannot answer now.
        """
        ...
