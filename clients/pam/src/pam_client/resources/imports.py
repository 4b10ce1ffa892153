# Generated from specs/pam.yaml by the generator; edit the spec and run `make generate`.
"""Products, and which are similar, from a CSV file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from retail_runtime import GET, POST, Flag, Job, M, Part, Resource, Upload, Wait

from ..errors import ImportAborted
from ..models import ImportMapping, ImportStarted, ImportStatus


class Imports(Resource[M]):
    """Products, and which are similar, from a CSV file."""

    @POST(
        "/pam-service/api/import/products",
        body="multipart",
        wait=Wait(
            "imports.status",
            parameters={"id": "link"},
            field="result",
            done=("import completed",),
            failed=("import aborted",),
            error=ImportAborted,
            message="err",
            interval=1.0,
        ),
    )
    def products(
        self,
        participant_id: str,
        *,
        mapping: ImportMapping | Mapping[str, Any],
        data: Annotated[Upload | None, Part()] = None,
        link: str | None = None,
        parse_string: Flag | None = None,
    ) -> Job[ImportStarted, ImportStatus]:
        """Import products from a CSV file.

        Send the file as `data`, or its address as `link`. The import goes on after the answer: ask `imports_status`.
        Locked fields of products that are there stay as they are.

        Chosen: the file is UTF-8, comma separated, with a header line. A row feeds the product with the same
        `store_id`, else with the same `gtin`, else (it has neither) with the same name; else it adds one, and then
        needs a name. Each product takes one row. Mapped fields that are blank become null, name, `scan_count` and
        `has_price` stay. Categories and attributes go by name; missing ones are added; mapped ones replace those of the
        product. One bad row, and nothing is imported. `data` wins over `link`. (Source: Import products.)

        Args:
            participant_id: The participant that the products are for.
            mapping: Which column feeds which field.
            data: The CSV file.
            link: The address of the CSV file.
            parse_string: Whether to read the text of the cells. Chosen: `1` cuts blanks around it, `0` takes it as it
                stands.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No ticket, or one that is not known.
            NotFoundError: Something that the request names is not there.
        """
        ...

    @POST(
        "/pam-service/api/import/products/similar",
        body="multipart",
        wait=Wait(
            "imports.status",
            parameters={"id": "link"},
            field="result",
            done=("import completed",),
            failed=("import aborted",),
            error=ImportAborted,
            message="err",
            interval=1.0,
        ),
    )
    def similar(
        self, *, data: Annotated[Upload | None, Part()] = None, link: str | None = None
    ) -> Job[ImportStarted, ImportStatus]:
        """Import which products are similar from a CSV file.

        Send the file as `data`, or its address as `link`; then as for an import of products. Chosen: the columns are
        `store_id`, `same_store_id` and `same_product_name`; a pair that is there gets the new name. (Source: Import
        similar products.)

        Args:
            data: The CSV file.
            link: The address of the CSV file.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No ticket, or one that is not known.
        """
        ...

    @GET("/pam-service/api/import/status")
    def status(self, id: str) -> ImportStatus:
        """Tell how far an import is.

        Either import. Chosen: `in progress` until it has ended. (Source: getImportStatus.)

        Args:
            id: The `link` that the import answered with.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No ticket, or one that is not known.
            NotFoundError: Something that the request names is not there.
        """
        ...
