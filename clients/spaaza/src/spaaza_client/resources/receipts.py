# Generated from specs/spaaza.yaml by the generator; edit the spec and run `make generate`.
"""Receipts of purchases."""

from __future__ import annotations

import builtins
from datetime import datetime

from retail_runtime import GET, M, OffsetPages, Page, Resource, Rows

from ..models import ChainReceipt, ChainReceiptsAnswer, Receipt, ReceiptRow


class Receipts(Resource[M]):
    """Receipts of purchases."""

    @GET("/receipts", server="services")
    def list_for_shopper(self, shopper_id: int) -> builtins.list[Receipt]:
        """List the receipts of a member.

        All receipts of one member, each with the link to its PDF. The services host answers, with a bare list. A member
        sees his own, an administrator those of the chains that he may read. Chosen: the newest comes first; a member
        without purchases has an empty list; errors read as everywhere. (Source: Get All Receipts For a User.)

        Args:
            shopper_id: The member, by his user id.

        Raises:
            HttpVarsMissingError: A parameter that must be sent is missing.
            NoValidSessionError: A login is needed, with the key of a running session.
            SessionKeyInvalidError: `session_key` is malformed: 64 letters and digits are expected.
            PermissionDeniedOrNonExistentError: The object does not exist, or the user has no permission for it.
            UserIdInvalidError: `user_id` is not an integer of at most 10 digits.
            UnmatchedUserIdError: `user_id` is not that of the session or of another parameter.
            ChainIdNotFoundError: No chain has this `chain_id`.
            AuthMethodInvalidError: The value of `auth_method` is not valid.
            AuthorizationInvalidError: The authorization header is malformed.
            AccessTokenInvalidError: The access token is not valid.
            NoMypriceAppError: The app's host name is needed.
            UserNotFoundError: There is no such user.
            AccessDeniedError: Access is refused.
        """
        ...

    @GET(
        "/get-receipts",
        auth=(("admin_id", "admin_session"), ("privileged",)),
        reads=ChainReceiptsAnswer,
        page=OffsetPages(
            "results.receipts",
            parameter="results_offset",
            total="results.results_count_total",
            size="number_results",
            default_size=500,
        ),
        warnings="warnings",
    )
    def list(
        self,
        chain_id: int,
        *,
        user_id: int | None = None,
        min_created_datetime: datetime | None = None,
        min_created_datetime_relative: str | None = None,
        max_created_datetime: datetime | None = None,
        max_created_datetime_relative: str | None = None,
        branch_business_id: int | None = None,
        branch_business_owner_code: str | None = None,
        retailer_basket_code: str | None = None,
        number_results: int | None = None,
        results_offset: int | None = None,
    ) -> Page[ChainReceipt]:
        """List the receipts of a chain.

        The filters are joined by "and". One request gives 500 receipts at most. An administrator needs read access to
        the chain. Chosen: the oldest comes first. (Source: Get All Receipts for a Chain.)

        Args:
            chain_id: The chain.
            user_id: Receipts of this member only, by his user id.
            min_created_datetime: Receipts made at this moment or later, with its offset from UTC
                (`2018-09-19T07:27:56-06:00`).
            min_created_datetime_relative: The same, relative to now (`-13 weeks`, `-6 months 5 days -2 minutes`). It
                overrides `min_created_datetime`.
            max_created_datetime: Receipts made at this moment or earlier, with its offset from UTC
                (`2018-09-19T08:05:20-06:00`).
            max_created_datetime_relative: The same, relative to now (`3 weeks`, `+6 months -5 days +2 minutes`). It
                overrides `max_created_datetime`.
            branch_business_id: Receipts of this branch only, by its id. It excludes `branch_business_owner_code`.
            branch_business_owner_code: Receipts of this branch only, by the retailer's code for it. It excludes
                `branch_business_id`.
            retailer_basket_code: Receipts with exactly this transaction code or receipt number of the retailer: one,
                where the chain insists on codes that differ. Chosen: its length.
            number_results: How many receipts to give at most. Of JSON one request gives 500 at most, also when more are
                asked for; of CSV it gives all that fit when nothing is said.
            results_offset: At which receipt to begin; the first is 0.

        Raises:
            NoValidSessionError: A login is needed, with the key of a running session.
            SessionKeyInvalidError: `session_key` is malformed: 64 letters and digits are expected.
            PermissionDeniedOrNonExistentError: The object does not exist, or the user has no permission for it.
            ChainIdRequiredError: A valid `chain_id` is needed.
            BusinessIdNotFoundError: No business has this `business_id`.
            UserIdInvalidError: `user_id` is not an integer of at most 10 digits.
            ChainIdNotFoundError: No chain has this `chain_id`.
            AuthMethodInvalidError: The value of `auth_method` is not valid.
            MypriceAppWithoutEntityError: The app belongs to no entity.
            AuthorizationInvalidError: The authorization header is malformed.
            AccessTokenInvalidError: The access token is not valid.
            NoMypriceAppError: The app's host name is needed.
            EntityMismatchError: The entities or chains do not fit each other.
            MultipleParameterMismatchError: Several parameters were sent where fewer are taken.
            ParameterInvalidError: A parameter is not valid, or has the wrong form.
            ParameterSuppliedNotIntegerError: A parameter that must be an integer is not.
            AccessDeniedError: Access is refused.
        """
        ...

    @GET("/get-receipts.csv", auth=(("admin_id", "admin_session"), ("privileged",)), accept="text/csv")
    def list_csv(
        self,
        chain_id: int,
        *,
        user_id: int | None = None,
        min_created_datetime: datetime | None = None,
        min_created_datetime_relative: str | None = None,
        max_created_datetime: datetime | None = None,
        max_created_datetime_relative: str | None = None,
        branch_business_id: int | None = None,
        branch_business_owner_code: str | None = None,
        retailer_basket_code: str | None = None,
        number_results: int | None = None,
        results_offset: int | None = None,
    ) -> Rows[ReceiptRow]:
        """List the receipts of a chain as CSV.

        The same receipts, one a row under a header line, as a file to download; streamed, and not limited in number. A
        cell that says nothing is blank. The service may add columns at the end. It labels the file `vouchers.csv` and
        its type `application/force-download`. An administrator needs read access to the chain. Chosen: the type is
        `text/csv` here, unless the request accepts only the other. (Source: Get All Receipts for a Chain, CSV Response
        Fields.)

        Args:
            chain_id: The chain.
            user_id: Receipts of this member only, by his user id.
            min_created_datetime: Receipts made at this moment or later, with its offset from UTC
                (`2018-09-19T07:27:56-06:00`).
            min_created_datetime_relative: The same, relative to now (`-13 weeks`, `-6 months 5 days -2 minutes`). It
                overrides `min_created_datetime`.
            max_created_datetime: Receipts made at this moment or earlier, with its offset from UTC
                (`2018-09-19T08:05:20-06:00`).
            max_created_datetime_relative: The same, relative to now (`3 weeks`, `+6 months -5 days +2 minutes`). It
                overrides `max_created_datetime`.
            branch_business_id: Receipts of this branch only, by its id. It excludes `branch_business_owner_code`.
            branch_business_owner_code: Receipts of this branch only, by the retailer's code for it. It excludes
                `branch_business_id`.
            retailer_basket_code: Receipts with exactly this transaction code or receipt number of the retailer: one,
                where the chain insists on codes that differ. Chosen: its length.
            number_results: How many receipts to give at most. Of JSON one request gives 500 at most, also when more are
                asked for; of CSV it gives all that fit when nothing is said.
            results_offset: At which receipt to begin; the first is 0.

        Raises:
            NoValidSessionError: A login is needed, with the key of a running session.
            SessionKeyInvalidError: `session_key` is malformed: 64 letters and digits are expected.
            PermissionDeniedOrNonExistentError: The object does not exist, or the user has no permission for it.
            ChainIdRequiredError: A valid `chain_id` is needed.
            BusinessIdNotFoundError: No business has this `business_id`.
            UserIdInvalidError: `user_id` is not an integer of at most 10 digits.
            ChainIdNotFoundError: No chain has this `chain_id`.
            AuthMethodInvalidError: The value of `auth_method` is not valid.
            MypriceAppWithoutEntityError: The app belongs to no entity.
            AuthorizationInvalidError: The authorization header is malformed.
            AccessTokenInvalidError: The access token is not valid.
            NoMypriceAppError: The app's host name is needed.
            EntityMismatchError: The entities or chains do not fit each other.
            MultipleParameterMismatchError: Several parameters were sent where fewer are taken.
            ParameterInvalidError: A parameter is not valid, or has the wrong form.
            ParameterSuppliedNotIntegerError: A parameter that must be an integer is not.
            AccessDeniedError: Access is refused.
        """
        ...

    @GET("/receipts/{id}", server="services")
    def get(self, id: int) -> Receipt:
        """Read a receipt.

        One receipt, with the link to its PDF. The services host answers, with the bare receipt. A member sees his own,
        an administrator those of the chains that he may read. Chosen: errors read as everywhere. (Source: Get a
        Specific Receipt.)

        Args:
            id: The receipt's id.

        Raises:
            NoValidSessionError: A login is needed, with the key of a running session.
            SessionKeyInvalidError: `session_key` is malformed: 64 letters and digits are expected.
            PermissionDeniedOrNonExistentError: The object does not exist, or the user has no permission for it.
            ChainIdNotFoundError: No chain has this `chain_id`.
            AuthMethodInvalidError: The value of `auth_method` is not valid.
            AuthorizationInvalidError: The authorization header is malformed.
            AccessTokenInvalidError: The access token is not valid.
            NoMypriceAppError: The app's host name is needed.
            ReceiptNotFoundError: The transaction has no receipt.
            UnknownReceiptMemberError: The basket belongs to no known member.
            UnknownReceiptError: There is no such receipt.
            ParameterInvalidError: A parameter is not valid, or has the wrong form.
            AccessDeniedError: Access is refused.
        """
        ...
