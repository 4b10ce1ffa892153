# Generated from specs/everything.yaml by the generator; edit the spec and run `make generate`.
"""What the feed lists: `a\\b`."""

from __future__ import annotations

from retail_runtime import GET, Download, M, Resource, Rows

from ..models import Kinds, Row


class Lists(Resource[M]):
    """What the feed lists: `a\\b`."""

    @GET(
        "/feed",
        auth=(("client_id", "client_secret"),),
        fixed={"get": "kinds"},
        twin=True,
        accept="application/json, application/xml",
    )
    def kinds(self) -> Kinds:
        """List the kinds.

        With text that the spec does not name: \\d+.
        """
        ...

    @GET("/feed", auth=(("client_id", "client_secret"),), fixed={"get": "table"}, twin=True, accept="text/csv")
    def table(self) -> Rows[Row]:
        """List the kinds as rows.

        Row by row.
        """
        ...

    @GET("/feed", auth=(("client_id", "client_secret"),), fixed={"get": "file"}, twin=True, accept="text/csv")
    def file(self) -> Download:
        """List the kinds as a file.

        As it comes.
        """
        ...
