# Generated from specs/information-machine.yaml by the generator; edit the spec and run `make generate`.
"""Barcodes and images of receipts, sent for a user."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from retail_runtime import GET, POST, Base64File, M, Resource, Wait, poll, split

from ..models import (
    ReceiptImageStatus,
    UploadBarcodeResponse,
    UploadBarcodeWrapper,
    UploadReceiptStatusWrapper,
    UploadReceiptWrapper,
)


class Scans(Resource[M]):
    """Barcodes and images of receipts, sent for a user."""

    @POST("/v1/users/{user_id}/barcode", reads=UploadBarcodeWrapper, data="result", meta="meta")
    def upload_barcode(
        self, user_id: str, *, bar_code: str, bar_code_type: Literal["UPC-A"] | str
    ) -> UploadBarcodeResponse:
        """Send a barcode that a user has scanned.

        The answer has the product; it takes up to 15 seconds where the service does not know the code yet. Chosen:
        digits whose last is not their check digit, and a user who is not there, give a 400. (Source: Barcode Scan.)

        Args:
            user_id: The user.
            bar_code: Its digits, leading zeros included.
            bar_code_type: Its symbology. One value is published. Chosen: `EAN-13` and `EAN-8` are taken as well, others
                refused.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No keys, or keys that are not known.
            RateLimitError: The requests of the day are used up.
            ServerError: The service failed.
        """
        ...

    @POST("/v1/users/{user_id}/receipt", reads=UploadReceiptWrapper, data="result", meta="meta")
    def upload_receipt_part(self, user_id: str, *, receipt_id: str, image: Base64File) -> str:
        """Send the image of a user's receipt: one of several calls.

        It is transcribed within a day, typically. A long receipt comes in several images with one `receipt_id`, ten at
        most. Chosen: an eleventh is a 400, a user who is not there a 422; the answer is the `receipt_id`. (Source:
        Receipt Upload.)

        Args:
            user_id: The user.
            receipt_id: Your id of the receipt, the same for all its parts.
            image: The image, in base64.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No keys, or keys that are not known.
            UnprocessableEntityError: The request cannot be carried out as things stand.
            RateLimitError: The requests of the day are used up.
            ServerError: The service failed.
        """
        ...

    @split(upload_receipt_part, over="images", each="image", most=10)
    def upload_receipt(self, user_id: str, *, receipt_id: str, images: Sequence[Base64File]) -> str:
        """Send the image of a user's receipt.

        Makes one call for each of `images`, in order, and ends with the first error.

        Args:
            user_id: The user.
            receipt_id: Your id of the receipt, the same for all its parts.
            images: The image, in base64. 1 to 10 of them, in order.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No keys, or keys that are not known.
            UnprocessableEntityError: The request cannot be carried out as things stand.
            RateLimitError: The requests of the day are used up.
            ServerError: The service failed.
        """
        ...

    @GET("/v1/users/{user_id}/receipt/{receipt_id}", reads=UploadReceiptStatusWrapper, data="result", meta="meta")
    def receipt_status(self, user_id: str, receipt_id: str) -> ReceiptImageStatus:
        """Tell how far the transcription of a receipt's image is.

        One of `Unknown`, `Uploaded`, `Processing`, `Done`, `Unreadable`, `Duplicate`, `StoreMissing`. A receipt that
        was never sent is `Unknown`. Chosen: a user who is not there gives a 400. (Source: vendor clients, UserScans.)

        Args:
            user_id: The user.
            receipt_id: The id under which the image was sent.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No keys, or keys that are not known.
            RateLimitError: The requests of the day are used up.
            ServerError: The service failed.
        """
        ...

    @poll(
        receipt_status,
        Wait(
            "scans.receipt_status",
            field="",
            done=("Done", "Unreadable", "Duplicate", "StoreMissing", "Unknown"),
            interval=60.0,
        ),
    )
    def wait_until_transcribed(
        self, user_id: str, receipt_id: str, *, timeout: float = 600.0, interval: float | None = None
    ) -> ReceiptImageStatus:
        """Look at a receipt's image until it is transcribed, or cannot be.

        Args:
            user_id: The user.
            receipt_id: The id under which the image was sent.
            timeout: Seconds to wait at most.
            interval: Seconds between two looks; left out for what suits the API.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No keys, or keys that are not known.
            RateLimitError: The requests of the day are used up.
            ServerError: The service failed.
            WaitTimeoutError: It was not done in time; it may still go on.
        """
        ...
