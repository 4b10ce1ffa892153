# Generated from specs/pam.yaml by the generator; edit the spec and run `make generate`.
"""The document store."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from retail_runtime import POST, Field, M, Resource

from ..models import CouchQuery


class Couch(Resource[M]):
    """The document store."""

    @POST("/pam-service/api/couch")
    def query(
        self,
        database: Annotated[str, Field("dbName")],
        *,
        query: CouchQuery | Mapping[str, Any] | None = None,
        method: Literal["get", "insert", "destroy", "list", "find"] | str | None = None,
    ) -> dict[str, Any]:
        """Read or write the document store.

        Calls `method` of the document database `dbName` with `query`; the answer is what that method gives. The text
        names `get` and `insert`. Chosen, after CouchDB: `destroy`, `list` and `find`; `get` where no method is sent;
        the answers; a write of a document that is there needs its current `_rev`.

        - `get`: the document with the id `query` (or `query._id`).
        - `insert`: stores the document `query`; answers `ok`, `id`, `rev`. With text it reads, as the text's example
          does.
        - `destroy`: deletes the document with the id `query`, or `query._id` at `query._rev`.
        - `list`: ids and revisions of all documents, as `rows`.
        - `find`: the documents, as `docs`, whose fields equal those of `query` (of `query.selector` where that is an
          object).

        (Source: Couch Query.)

        Args:
            database: The database.
            query: What the method works on.
            method: What to do. The text names `get` and `insert`.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No ticket, or one that is not known.
            NotFoundError: Something that the request names is not there.
            ConflictError: What is there stands against it.
        """
        ...
