# Generated from specs/pam.yaml by the generator; edit the spec and run `make generate`.
"""Products as a CSV file."""

from __future__ import annotations

from retail_runtime import GET, POST, Export, Fetch, M, Resource

from ..models import ExportLink, ExportStarted


class Exports(Resource[M]):
    """Products as a CSV file."""

    @POST(
        "/pam-service/api/export/products",
        repeat=True,
        fetch=Fetch("exports.link", {"link_id": "result"}, url="result"),
    )
    def products(self, participant_id: str) -> Export[ExportStarted]:
        """Export the products of a participant as CSV.

        Answers with the id of a link; ask `exports_link` for the link. Chosen: the file has a header line and the
        columns that an import maps, and imports again unchanged. (Source: Export products.)

        Args:
            participant_id: The participant.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No ticket, or one that is not known.
            NotFoundError: Something that the request names is not there.
        """
        ...

    @GET("/pam-service/api/export/link")
    def link(self, link_id: str) -> ExportLink:
        """Get the link to an exported file.

        The link needs no ticket and lives 300 seconds (`X-Amz-Expires` in it); ask again for a fresh one. (Source:
        getLink.)

        Args:
            link_id: The `result` of the export. Chosen: with `export_link:` in front or without.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No ticket, or one that is not known.
            NotFoundError: Something that the request names is not there.
        """
        ...
