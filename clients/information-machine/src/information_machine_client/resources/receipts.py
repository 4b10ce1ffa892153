# Generated from specs/information-machine.yaml by the generator; edit the spec and run `make generate`.
"""Receipts of a store connection by their printed number."""

from __future__ import annotations

import builtins
from datetime import datetime

from retail_runtime import GET, POST, UNSET, M, Resource, Unset, Wait, poll

from ..models import AddUserStoreReceiptWrapper, UserStoreReceipt, UserStoreReceiptsWrapper, UserStoreReceiptWrapper


class Receipts(Resource[M]):
    """Receipts of a store connection by their printed number."""

    @POST(
        "/v1/users/{user_id}/stores/{user_store_id}/receipts",
        reads=AddUserStoreReceiptWrapper,
        data="result",
        meta="meta",
    )
    def add(
        self, user_id: str, user_store_id: int, *, receipt_id: str, receipt_date: datetime | None | Unset = UNSET
    ) -> UserStoreReceipt:
        """Add a receipt by its number.

        For connections to Walmart (3) and H-E-B (88) only. Walmart wants `receipt_date` too, not older than seven days;
        H-E-B takes the current date without one. The purchase shows later, on the receipt itself: minutes at H-E-B, up
        to days at Walmart. Chosen: what breaks a rule of the store is a 422; the same number again makes another
        receipt. Its answer is not published. (Source: Adding receipt for User Store.)

        Args:
            user_id: The user.
            user_store_id: The store connection, by the id that connecting gave; not the store's id.
            receipt_id: The number printed on it; without spaces. Chosen: printable ASCII.
            receipt_date: When it was printed. Walmart wants it, not older than seven days.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No keys, or keys that are not known.
            NotFoundError: What the request names is not there, or nothing fits it.
            UnprocessableEntityError: The request cannot be carried out as things stand.
            RateLimitError: The requests of the day are used up.
        """
        ...

    @GET(
        "/v1/users/{user_id}/stores/{user_store_id}/receipts",
        reads=UserStoreReceiptsWrapper,
        data="result",
        meta="meta",
    )
    def list(self, user_id: str, user_store_id: int) -> builtins.list[UserStoreReceipt]:
        """List the receipts of a store connection.

        All of them, by id; not paged. Chosen: none give a 404. (Source: Adding receipt for User Store.)

        Args:
            user_id: The user.
            user_store_id: The store connection, by the id that connecting gave; not the store's id.

        Raises:
            AuthenticationError: No keys, or keys that are not known.
            NotFoundError: What the request names is not there, or nothing fits it.
            RateLimitError: The requests of the day are used up.
        """
        ...

    @GET(
        "/v1/users/{user_id}/stores/{user_store_id}/receipts/{receipt_id}",
        reads=UserStoreReceiptWrapper,
        data="result",
        meta="meta",
    )
    def get(self, user_id: str, user_store_id: int, receipt_id: str) -> UserStoreReceipt:
        """Get a receipt.

        A receipt that `Failed` is tried again with every scrape of its connection, so it may still become `Done`.
        (Source: Adding receipt for User Store.)

        Args:
            user_id: The user.
            user_store_id: The store connection, by the id that connecting gave; not the store's id.
            receipt_id: The receipt. The text uses one word for the record's `id` and for the printed number. Chosen:
                the `id`; where no record has it, the latest with this number.

        Raises:
            AuthenticationError: No keys, or keys that are not known.
            NotFoundError: What the request names is not there, or nothing fits it.
            RateLimitError: The requests of the day are used up.
        """
        ...

    @poll(get, Wait("receipts.get", field="status", done=("Done", "Failed"), interval=30.0))
    def wait_until_processed(
        self,
        user_id: str,
        user_store_id: int,
        receipt_id: str,
        *,
        timeout: float = 600.0,
        interval: float | None = None,
    ) -> UserStoreReceipt:
        """Look at a receipt until its number was looked up; it may have failed.

        Args:
            user_id: The user.
            user_store_id: The store connection, by the id that connecting gave; not the store's id.
            receipt_id: The receipt. The text uses one word for the record's `id` and for the printed number. Chosen:
                the `id`; where no record has it, the latest with this number.
            timeout: Seconds to wait at most.
            interval: Seconds between two looks; left out for what suits the API.

        Raises:
            AuthenticationError: No keys, or keys that are not known.
            NotFoundError: What the request names is not there, or nothing fits it.
            RateLimitError: The requests of the day are used up.
            WaitTimeoutError: It was not done in time; it may still go on.
        """
        ...
