# Generated from specs/information-machine.yaml by the generator; edit the spec and run `make generate`.
"""UPCs of products that only their names are known of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from retail_runtime import GET, POST, M, Query, Resource, Wait, deprecated, poll

from ..models import GetUPCsByNameRequestWrapper, GetUPCsByNameResponseWrapper, NameUpcRecord


class Upcs(Resource[M]):
    """UPCs of products that only their names are known of."""

    @deprecated("Newer clients of the vendor no longer have it.")
    @POST("/v1/products/upc_resolve_request", reads=GetUPCsByNameRequestWrapper, data="result", meta="meta")
    def resolve(self, name_store_list: Sequence[str], *, webhook_url: Annotated[str | None, Query()] = None) -> str:
        """Ask for the UPCs of products by their names.

        The answer is the id to ask for the result with. Each name is looked up by itself; where `webhook_url` is sent
        it is called for each. Chosen: between one and a hundred names. (Source: vendor clients, Products.)

        Args:
            name_store_list: Each a name, or a name and a store: `Orange Juice;Walmart`.
            webhook_url: Called as each name is resolved; see the webhook `upc_resolved`.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No keys, or keys that are not known.
            RateLimitError: The requests of the day are used up.
        """
        ...

    @deprecated("Newer clients of the vendor no longer have it.")
    @GET(
        "/v1/products/upc_resolve_response/{request_id}", reads=GetUPCsByNameResponseWrapper, data="result", meta="meta"
    )
    def get(self, request_id: str) -> list[NameUpcRecord]:
        """Get the UPCs that were asked for.

        One record for each name; `upcs` stays empty while the name is `Queued`. Chosen: an unknown id is a 404.
        (Source: vendor clients, Products.)

        Args:
            request_id: The id that the request was answered with.

        Raises:
            AuthenticationError: No keys, or keys that are not known.
            NotFoundError: What the request names is not there, or nothing fits it.
            RateLimitError: The requests of the day are used up.
        """
        ...

    @deprecated("Newer clients of the vendor no longer have it.")
    @poll(get, Wait("upcs.get", field="resolve_status", done=("Finished",), interval=5.0))
    def wait_until_resolved(
        self, request_id: str, *, timeout: float = 600.0, interval: float | None = None
    ) -> list[NameUpcRecord]:
        """Look at the UPCs that were asked for until every name is resolved.

        Args:
            request_id: The id that the request was answered with.
            timeout: Seconds to wait at most.
            interval: Seconds between two looks; left out for what suits the API.

        Raises:
            AuthenticationError: No keys, or keys that are not known.
            NotFoundError: What the request names is not there, or nothing fits it.
            RateLimitError: The requests of the day are used up.
            WaitTimeoutError: It was not done in time; it may still go on.
        """
        ...
