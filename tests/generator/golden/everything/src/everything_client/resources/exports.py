# Generated from specs/everything.yaml by the generator; edit the spec and run `make generate`.
"""Files that the service writes."""

from __future__ import annotations

from typing import Annotated

from retail_runtime import GET, POST, Download, Export, Fetch, M, Query, Resource, Rows

from .. import models
from ..models import Address, JobAnswer, Link, Row


class Exports(Resource[M]):
    """Files that the service writes."""

    @POST(
        "/exports",
        fetch=Fetch("exports.link", {"file_id": "job_id"}, url="address"),
        reads=JobAnswer,
        data="result",
        meta="meta",
        warnings="meta.warnings",
    )
    def things(self) -> Export[models.Job]:
        """Prepare a file.

        To be fetched by a link.
        """
        ...

    @GET("/exports/link", reads=Link, data="result")
    def link(self, file_id: Annotated[str, Query("file-id")]) -> Address:
        """Ask for the link.

        It dies soon.

        Args:
            file_id: The file.
        """
        ...

    @GET("/exports/report", accept="application/pdf")
    def report(self) -> Download:
        """Get a report.

        A file.
        """
        ...

    @GET("/exports/rows", accept="text/csv")
    def rows(self) -> Rows[Row]:
        """Get rows.

        Row by row.
        """
        ...
