# Generated from specs/spaaza.yaml by the generator; edit the spec and run `make generate`.
"""Vouchers: rights to a discount, a product or a wallet's amount."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Annotated

from retail_runtime import DELETE, GET, POST, PUT, M, OffsetPages, Page, Query, Resource, Rows

from ..models import (
    NewVoucherType,
    UserVouchers,
    UserVouchersAnswer,
    Voucher,
    VoucherAnswer,
    VoucherFilter,
    VoucherKeyAnswer,
    VoucherKeyResult,
    VoucherPageAnswer,
    VoucherResult,
    VoucherRow,
)


class Vouchers(Resource[M]):
    """Vouchers: rights to a discount, a product or a wallet's amount."""

    @POST("/create-voucher", body="form", repeat=False, reads=VoucherAnswer, data="results", warnings="warnings")
    def create(
        self,
        campaign_id: int,
        *,
        voucher_amount: Decimal | float | None = None,
        set_claimed: bool | None = None,
        delete_existing: bool | None = None,
        user_id: int | None = None,
        member_number: str | None = None,
        authentication_point_identifier: str | None = None,
        voucher_type: NewVoucherType | None = None,
        voucher_discount_ratio: Decimal | float | None = None,
        voucher_lock_period: int | None = None,
        voucher_locking_code: str | None = None,
        voucher_title: str | None = None,
        voucher_text: str | None = None,
        voucher_description: str | None = None,
        voucher_notes: str | None = None,
        voucher_honour_code: str | None = None,
        voucher_image_url: str | None = None,
        retailer_basket_code: str | None = None,
        expiry_date: str | None = None,
    ) -> VoucherResult:
        """Create a voucher.

        For a member's next purchase, out of a campaign of the type wallet or loyalty (others: 403). From a wallet the
        amount is taken off the balance, which must suffice. A `basket` voucher needs `voucher_amount` and takes no
        ratio; a `basket_pct` voucher needs `voucher_discount_ratio` and takes no amount; an `honour` voucher needs
        `voucher_honour_code`. A member creates vouchers for themselves, with `campaign_id`, `voucher_amount`,
        `set_claimed` and `delete_existing`. An administrator needs write access to the chain; with an administrator's
        session or a privileged key one of `user_id`, `member_number` and `authentication_point_identifier` says whose
        voucher it is, and the other fields may be sent too. It is wise to lock the voucher then. Chosen: it is locked
        when a lock period, a locking code or a basket code is sent. An honour or percentage voucher without a member
        belongs to nobody yet. (Source: Creating vouchers.)

        Args:
            campaign_id: The campaign of the type wallet or loyalty.
            voucher_amount: The value in the campaign's currency. Needed for the type `basket`, not taken for
                `basket_pct`. Chosen: of at most two decimals, and at most 99,999,999.99.
            set_claimed: Claim it at once; without this it is only generated.
            delete_existing: Delete the member's earlier wallet vouchers that are not locked first.
            user_id: The member's id.
            member_number: The member's number. Chosen: at most 255 characters.
            authentication_point_identifier: The member's id in another system that identifies them, such as a web shop.
                Chosen: at most 255 characters.
            voucher_type: What it grants; `basket` when left out.
            voucher_discount_ratio: The part of a basket's value that is taken off: 0.25 is 25 %. At most three
                decimals. Only for the type `basket_pct`.
            voucher_lock_period: For how many seconds to lock it; 300 when it is locked without a period.
            voucher_locking_code: While it is locked, only a basket with this code can redeem it. Chosen: at most 255
                characters.
            voucher_title: A title.
            voucher_text: A text to show to the member.
            voucher_description: A longer text to show to the member.
            voucher_notes: Notes, such as terms and conditions.
            voucher_honour_code: What tells another system to honour it. Needed for the type `honour`. Chosen: at most
                255 characters.
            voucher_image_url: The address of an image. Chosen: at most 2,048 characters.
            retailer_basket_code: While it is locked, only the basket of this code can redeem it. Chosen: at most 255
                characters.
            expiry_date: The last moment of validity in UTC, `YYYY-MM-DD HH:MM:SS`, or `YYYY-MM-DD` for the first moment
                of that day.

        Raises:
            NoValidSessionError: A login is needed, with the key of a running session.
            SessionKeyInvalidError: `session_key` is malformed: 64 letters and digits are expected.
            PermissionDeniedOrNonExistentError: The object does not exist, or the user has no permission for it.
            UserIdInvalidError: `user_id` is not an integer of at most 10 digits.
            AuthMethodInvalidError: The value of `auth_method` is not valid.
            DateValueError: The date is not in the form YYYY-MM-DD.
            MypriceAppNotFoundError: There is no such app.
            CampaignIdInvalidError: `campaign_id` is not an integer.
            CampaignIdNotPresentError: `campaign_id` is missing.
            CampaignIdNotFoundError: No campaign has this `campaign_id`.
            MypriceAppWithoutEntityError: The app belongs to no entity.
            AuthorizationInvalidError: The authorization header is malformed.
            AccessTokenInvalidError: The access token is not valid.
            NoValidUserError: A valid user name is needed.
            NoMypriceAppError: The app's host name is needed.
            UserNotFoundError: There is no such user.
            VoucherAmountInvalidError: The voucher's amount is negative, or above the credit.
            DataUpdateConflictError: Data are in conflict; nothing was changed.
            CurrencyAmountInvalidError: The amount is not a number with a point as its decimal separator.
            InsufficientBalanceError: The amount is above the balance.
            ParameterSuppliedNotBooleanError: A parameter that must be a boolean is not.
            CampaignTypeNotSupportedError: The call does not take campaigns of this type.
            UserIdOrMemberNumberRequiredError: Either `user_id` or `member_number` is needed.
            EntityMismatchError: The entities or chains do not fit each other.
            WalletNotRedeemableError: The wallet takes no vouchers: none are made from it or redeemed.
            ParameterNotNumericError: A parameter that must be a number is not.
            ParameterNotInWhitelistError: A parameter has a value that is not listed as permitted.
            MultipleParameterMismatchError: Several parameters were sent where fewer are taken.
            StringParameterTooLongError: A parameter is too long.
            ParameterInvalidError: A parameter is not valid, or has the wrong form.
            ParameterSuppliedNotIntegerError: A parameter that must be an integer is not.
            AccessDeniedError: Access is refused.
            ParameterCombinationNotAllowedError: These parameters cannot be sent together.
            ParameterMissingError: A parameter is missing.
            CampaignNotActiveError: The campaign is not active.
            VoucherDiscountRatioInvalidError: The voucher's discount ratio is above 1.
        """
        ...

    @POST("/claim-voucher", body="form", reads=VoucherAnswer, data="results", warnings="warnings")
    def claim(
        self,
        *,
        voucher_key: str | None = None,
        voucher_id: int | None = None,
        user_id: int | None = None,
        chain_id: int | None = None,
    ) -> VoucherResult:
        """Claim a voucher.

        From now on it can be redeemed. Only a generated voucher that has not expired can be claimed. One of
        `voucher_key` and `voucher_id` must be sent; the key is the better one. With an administrator's session or a
        privileged key `user_id` and `chain_id` must be sent. The text asks a member for no permission. Chosen: an
        administrator needs write access; `chain_id` may be left out where the app's host name tells the chain, as when
        a voucher is expired; of a key and an id the key counts; a member cannot claim a voucher while it is locked
        (280), as the text on locking says of all changes. (Source: Claiming vouchers.)

        Args:
            voucher_key: The voucher's key.
            voucher_id: The voucher's id.
            user_id: The member whose voucher it is.
            chain_id: The chain.

        Raises:
            NoValidSessionError: A login is needed, with the key of a running session.
            SessionKeyInvalidError: `session_key` is malformed: 64 letters and digits are expected.
            PermissionDeniedOrNonExistentError: The object does not exist, or the user has no permission for it.
            ChainIdRequiredError: A valid `chain_id` is needed.
            UserIdInvalidError: `user_id` is not an integer of at most 10 digits.
            UserIdNotPresentError: `user_id` is missing.
            VoucherIdInvalidError: `voucher_id` is not an integer.
            VoucherKeyInvalidError: `voucher_key` is malformed: 64 letters and digits are expected.
            VoucherKeyNotPresentError: `voucher_key` is missing.
            VoucherNotFoundError: No voucher has this key or id.
            UnmatchedUserIdError: `user_id` is not that of the session or of another parameter.
            ChainIdNotFoundError: No chain has this `chain_id`.
            AuthMethodInvalidError: The value of `auth_method` is not valid.
            MypriceAppNotFoundError: There is no such app.
            MypriceAppWithoutEntityError: The app belongs to no entity.
            AuthorizationInvalidError: The authorization header is malformed.
            AccessTokenInvalidError: The access token is not valid.
            NoValidUserError: A valid user name is needed.
            NoMypriceAppError: The app's host name is needed.
            UserNotFoundError: There is no such user.
            VoucherLockedError: The voucher is locked, and cannot be deleted now.
            VoucherStatusClaimedError: The voucher is claimed or redeemed already.
            VoucherUpdateOngoingError: The voucher is being changed, and cannot be changed now.
            InvalidVoucherStatusError: The voucher's status does not allow this.
            VoucherStatusRedeemedError: The voucher cannot be used: it is claimed or redeemed already.
            EntityMismatchError: The entities or chains do not fit each other.
            ParameterInvalidError: A parameter is not valid, or has the wrong form.
            ParameterSuppliedNotIntegerError: A parameter that must be an integer is not.
            AccessDeniedError: Access is refused.
            VoucherExpiredError: The voucher has expired.
            ParameterMissingError: A parameter is missing.
        """
        ...

    @POST("/unclaim-voucher", body="form", reads=VoucherAnswer, data="results", warnings="warnings")
    def unclaim(self, voucher_key: str, *, user_id: int | None = None, chain_id: int | None = None) -> VoucherResult:
        """Take back the claim of a voucher.

        A claimed voucher is generated again, and cannot be redeemed until it is claimed anew. A locked voucher can be
        unclaimed by an administrator or with a privileged key, not by its member. An administrator needs write access
        to the chain. With an administrator's session or a privileged key `user_id` and `chain_id` must be sent. Chosen:
        `chain_id` may be left out where the app's host name tells the chain. (Source: Unclaiming vouchers.)

        Args:
            voucher_key: The voucher's key.
            user_id: The member whose voucher it is.
            chain_id: The chain.

        Raises:
            NoValidSessionError: A login is needed, with the key of a running session.
            SessionKeyInvalidError: `session_key` is malformed: 64 letters and digits are expected.
            PermissionDeniedOrNonExistentError: The object does not exist, or the user has no permission for it.
            ChainIdRequiredError: A valid `chain_id` is needed.
            UserIdInvalidError: `user_id` is not an integer of at most 10 digits.
            UserIdNotPresentError: `user_id` is missing.
            VoucherKeyInvalidError: `voucher_key` is malformed: 64 letters and digits are expected.
            VoucherKeyNotPresentError: `voucher_key` is missing.
            VoucherNotFoundError: No voucher has this key or id.
            UnmatchedUserIdError: `user_id` is not that of the session or of another parameter.
            ChainIdNotFoundError: No chain has this `chain_id`.
            AuthMethodInvalidError: The value of `auth_method` is not valid.
            MypriceAppNotFoundError: There is no such app.
            MypriceAppWithoutEntityError: The app belongs to no entity.
            AuthorizationInvalidError: The authorization header is malformed.
            AccessTokenInvalidError: The access token is not valid.
            NoValidUserError: A valid user name is needed.
            NoMypriceAppError: The app's host name is needed.
            UserNotFoundError: There is no such user.
            VoucherLockedError: The voucher is locked, and cannot be deleted now.
            VoucherUpdateOngoingError: The voucher is being changed, and cannot be changed now.
            InvalidVoucherStatusError: The voucher's status does not allow this.
            VoucherStatusRedeemedError: The voucher cannot be used: it is claimed or redeemed already.
            EntityMismatchError: The entities or chains do not fit each other.
            ParameterInvalidError: A parameter is not valid, or has the wrong form.
            ParameterSuppliedNotIntegerError: A parameter that must be an integer is not.
            AccessDeniedError: Access is refused.
            VoucherExpiredError: The voucher has expired.
            ParameterMissingError: A parameter is missing.
        """
        ...

    @PUT("/lock-voucher", body="form", reads=VoucherAnswer, data="results", warnings="warnings")
    def lock(
        self,
        *,
        voucher_key: str | None = None,
        voucher_id: int | None = None,
        retailer_basket_code: str | None = None,
        voucher_locking_code: str | None = None,
        voucher_lock_period: int | None = None,
    ) -> VoucherResult:
        """Lock a voucher.

        Until a moment, so that its member cannot change it while it is being redeemed. Only basket vouchers can be
        locked. With `retailer_basket_code` only the basket of that code can redeem it meanwhile; with
        `voucher_locking_code` only a basket that brings that code, whatever its basket code. One of `voucher_key` and
        `voucher_id` must be sent. An administrator needs write access to the chain. Chosen: a voucher that is locked
        already is locked anew, with the period and the codes of this call; a redeemed or expired one is refused.
        (Source: Locking vouchers.)

        Args:
            voucher_key: The voucher's key.
            voucher_id: The voucher's id.
            retailer_basket_code: Only the basket with this code of the retailer can redeem it meanwhile. Chosen: at
                most 255 characters.
            voucher_locking_code: Only a basket with this code can redeem it meanwhile. Chosen: at most 255 characters.
            voucher_lock_period: For how many seconds.

        Raises:
            NoValidSessionError: A login is needed, with the key of a running session.
            SessionKeyInvalidError: `session_key` is malformed: 64 letters and digits are expected.
            PermissionDeniedOrNonExistentError: The object does not exist, or the user has no permission for it.
            VoucherIdInvalidError: `voucher_id` is not an integer.
            VoucherKeyInvalidError: `voucher_key` is malformed: 64 letters and digits are expected.
            VoucherKeyNotPresentError: `voucher_key` is missing.
            VoucherNotFoundError: No voucher has this key or id.
            AuthMethodInvalidError: The value of `auth_method` is not valid.
            MypriceAppNotFoundError: There is no such app.
            MypriceAppWithoutEntityError: The app belongs to no entity.
            AuthorizationInvalidError: The authorization header is malformed.
            AccessTokenInvalidError: The access token is not valid.
            NoValidUserError: A valid user name is needed.
            NoMypriceAppError: The app's host name is needed.
            VoucherLockedError: The voucher is locked, and cannot be deleted now.
            VoucherUpdateOngoingError: The voucher is being changed, and cannot be changed now.
            InvalidVoucherStatusError: The voucher's status does not allow this.
            VoucherStatusRedeemedError: The voucher cannot be used: it is claimed or redeemed already.
            EntityMismatchError: The entities or chains do not fit each other.
            StringParameterTooLongError: A parameter is too long.
            ParameterInvalidError: A parameter is not valid, or has the wrong form.
            ParameterSuppliedNotIntegerError: A parameter that must be an integer is not.
            AccessDeniedError: Access is refused.
            VoucherExpiredError: The voucher has expired.
            ParameterMissingError: A parameter is missing.
        """
        ...

    @PUT(
        "/unlock-voucher",
        auth=(("admin_id", "admin_session"), ("privileged",)),
        body="form",
        reads=VoucherAnswer,
        data="results",
        warnings="warnings",
    )
    def unlock(self, *, voucher_key: str | None = None, voucher_id: int | None = None) -> VoucherResult:
        """Unlock a voucher.

        Takes off the lock and the codes that went with it. For administrators with write access to the chain, and for
        privileged keys. One of `voucher_key` and `voucher_id` must be sent; of both the key counts. Chosen: one that is
        not locked is answered as it is. (Source: Unlocking vouchers.)

        Args:
            voucher_key: The voucher's key.
            voucher_id: The voucher's id.

        Raises:
            NoValidSessionError: A login is needed, with the key of a running session.
            SessionKeyInvalidError: `session_key` is malformed: 64 letters and digits are expected.
            PermissionDeniedOrNonExistentError: The object does not exist, or the user has no permission for it.
            VoucherIdInvalidError: `voucher_id` is not an integer.
            VoucherKeyInvalidError: `voucher_key` is malformed: 64 letters and digits are expected.
            VoucherKeyNotPresentError: `voucher_key` is missing.
            VoucherNotFoundError: No voucher has this key or id.
            AuthMethodInvalidError: The value of `auth_method` is not valid.
            MypriceAppNotFoundError: There is no such app.
            MypriceAppWithoutEntityError: The app belongs to no entity.
            AuthorizationInvalidError: The authorization header is malformed.
            AccessTokenInvalidError: The access token is not valid.
            NoValidUserError: A valid user name is needed.
            NoMypriceAppError: The app's host name is needed.
            VoucherUpdateOngoingError: The voucher is being changed, and cannot be changed now.
            InvalidVoucherStatusError: The voucher's status does not allow this.
            VoucherStatusRedeemedError: The voucher cannot be used: it is claimed or redeemed already.
            EntityMismatchError: The entities or chains do not fit each other.
            ParameterInvalidError: A parameter is not valid, or has the wrong form.
            ParameterSuppliedNotIntegerError: A parameter that must be an integer is not.
            AccessDeniedError: Access is refused.
            ParameterMissingError: A parameter is missing.
        """
        ...

    @POST("/expire-voucher", body="form", reads=VoucherKeyAnswer, data="results", warnings="warnings")
    def expire(
        self,
        *,
        voucher_key: str | None = None,
        voucher_id: int | None = None,
        user_id: int | None = None,
        chain_id: int | None = None,
    ) -> VoucherKeyResult:
        """Expire a voucher.

        A claimed voucher expires at this moment. One of `voucher_key` and `voucher_id` must be sent. A member expires
        their own; an administrator needs delete access to the chain. With an administrator's session or a privileged
        key `user_id` must be sent; with a privileged key also `chain_id`, unless the app's host name tells the chain.
        (Source: Expiring vouchers.)

        Args:
            voucher_key: The voucher's key.
            voucher_id: The voucher's id.
            user_id: The member whose voucher it is.
            chain_id: The chain.

        Raises:
            NoValidSessionError: A login is needed, with the key of a running session.
            SessionKeyInvalidError: `session_key` is malformed: 64 letters and digits are expected.
            PermissionDeniedOrNonExistentError: The object does not exist, or the user has no permission for it.
            ChainIdRequiredError: A valid `chain_id` is needed.
            UserIdInvalidError: `user_id` is not an integer of at most 10 digits.
            UserIdNotPresentError: `user_id` is missing.
            VoucherIdInvalidError: `voucher_id` is not an integer.
            VoucherKeyInvalidError: `voucher_key` is malformed: 64 letters and digits are expected.
            VoucherKeyNotPresentError: `voucher_key` is missing.
            VoucherNotFoundError: No voucher has this key or id.
            UnmatchedUserIdError: `user_id` is not that of the session or of another parameter.
            ChainIdNotFoundError: No chain has this `chain_id`.
            AuthMethodInvalidError: The value of `auth_method` is not valid.
            MypriceAppNotFoundError: There is no such app.
            MypriceAppWithoutEntityError: The app belongs to no entity.
            AuthorizationInvalidError: The authorization header is malformed.
            AccessTokenInvalidError: The access token is not valid.
            NoValidUserError: A valid user name is needed.
            NoMypriceAppError: The app's host name is needed.
            UserNotFoundError: There is no such user.
            VoucherLockedError: The voucher is locked, and cannot be deleted now.
            VoucherUpdateOngoingError: The voucher is being changed, and cannot be changed now.
            InvalidVoucherStatusError: The voucher's status does not allow this.
            VoucherStatusRedeemedError: The voucher cannot be used: it is claimed or redeemed already.
            EntityMismatchError: The entities or chains do not fit each other.
            ParameterInvalidError: A parameter is not valid, or has the wrong form.
            ParameterSuppliedNotIntegerError: A parameter that must be an integer is not.
            AccessDeniedError: Access is refused.
            VoucherExpiredError: The voucher has expired.
            ParameterMissingError: A parameter is missing.
        """
        ...

    @DELETE("/delete-voucher", body="form", reads=VoucherKeyAnswer, data="results", warnings="warnings")
    def delete(
        self,
        *,
        voucher_key: str | None = None,
        voucher_id: int | None = None,
        user_id: int | None = None,
        chain_id: int | None = None,
    ) -> VoucherKeyResult:
        """Delete a voucher.

        Of a wallet's voucher the amount goes back to the wallet. A redeemed voucher cannot be deleted, and a locked one
        not by its member. One of `voucher_key` and `voucher_id` must be sent. A member deletes their own; an
        administrator needs delete access to the chain. With an administrator's session or a privileged key `user_id`
        must be sent; with a privileged key also `chain_id`, unless the app's host name tells the chain. Chosen: a
        generated voucher can be deleted too, as `delete_existing` of a new voucher does. (Source: Deleting vouchers.)

        Args:
            voucher_key: The voucher's key.
            voucher_id: The voucher's id.
            user_id: The member whose voucher it is.
            chain_id: The chain.

        Raises:
            NoValidSessionError: A login is needed, with the key of a running session.
            SessionKeyInvalidError: `session_key` is malformed: 64 letters and digits are expected.
            PermissionDeniedOrNonExistentError: The object does not exist, or the user has no permission for it.
            ChainIdRequiredError: A valid `chain_id` is needed.
            UserIdInvalidError: `user_id` is not an integer of at most 10 digits.
            UserIdNotPresentError: `user_id` is missing.
            VoucherIdInvalidError: `voucher_id` is not an integer.
            VoucherKeyInvalidError: `voucher_key` is malformed: 64 letters and digits are expected.
            VoucherKeyNotPresentError: `voucher_key` is missing.
            VoucherNotFoundError: No voucher has this key or id.
            UnmatchedUserIdError: `user_id` is not that of the session or of another parameter.
            ChainIdNotFoundError: No chain has this `chain_id`.
            AuthMethodInvalidError: The value of `auth_method` is not valid.
            MypriceAppNotFoundError: There is no such app.
            MypriceAppWithoutEntityError: The app belongs to no entity.
            AuthorizationInvalidError: The authorization header is malformed.
            AccessTokenInvalidError: The access token is not valid.
            NoValidUserError: A valid user name is needed.
            NoMypriceAppError: The app's host name is needed.
            UserNotFoundError: There is no such user.
            VoucherLockedError: The voucher is locked, and cannot be deleted now.
            VoucherUpdateOngoingError: The voucher is being changed, and cannot be changed now.
            InvalidVoucherStatusError: The voucher's status does not allow this.
            VoucherStatusRedeemedError: The voucher cannot be used: it is claimed or redeemed already.
            EntityMismatchError: The entities or chains do not fit each other.
            ParameterInvalidError: A parameter is not valid, or has the wrong form.
            ParameterSuppliedNotIntegerError: A parameter that must be an integer is not.
            AccessDeniedError: Access is refused.
            ParameterMissingError: A parameter is missing.
        """
        ...

    @GET("/get-user-vouchers", reads=UserVouchersAnswer, data="results", warnings="warnings")
    def list_for_user(
        self,
        *,
        chain_id: int | None = None,
        user_id: int | None = None,
        member_number: str | None = None,
        filter_: Annotated[VoucherFilter | None, Query("filter")] = None,
    ) -> UserVouchers:
        """List the vouchers of a member.

        Vouchers that can be used, by kind, and what is open to the member beside them: campaigns and the wallet.
        Vouchers that are claimed can be redeemed in a basket, by key or id; generated ones must be claimed before. A
        member sees their own. An administrator needs read access to the chain. With an administrator's session or a
        privileged key `chain_id` and one of `user_id` and `member_number` must be sent. Chosen: `chain_id` may be left
        out where the app's host name tells the chain. (Source: Get all vouchers for a user.)

        Args:
            chain_id: The chain. Needed with an administrator's session.
            user_id: The member's id.
            member_number: The member's number. Chosen: at most 255 characters.
            filter_: `all` lists redeemed and expired vouchers too.

        Raises:
            NoValidSessionError: A login is needed, with the key of a running session.
            SessionKeyInvalidError: `session_key` is malformed: 64 letters and digits are expected.
            PermissionDeniedOrNonExistentError: The object does not exist, or the user has no permission for it.
            ChainIdRequiredError: A valid `chain_id` is needed.
            UserIdInvalidError: `user_id` is not an integer of at most 10 digits.
            ChainIdNotFoundError: No chain has this `chain_id`.
            AuthMethodInvalidError: The value of `auth_method` is not valid.
            MypriceAppNotFoundError: There is no such app.
            MypriceAppWithoutEntityError: The app belongs to no entity.
            AuthorizationInvalidError: The authorization header is malformed.
            AccessTokenInvalidError: The access token is not valid.
            NoValidUserError: A valid user name is needed.
            NoMypriceAppError: The app's host name is needed.
            UserNotFoundError: There is no such user.
            UserIdOrMemberNumberRequiredError: Either `user_id` or `member_number` is needed.
            EntityMismatchError: The entities or chains do not fit each other.
            ParameterNotInWhitelistError: A parameter has a value that is not listed as permitted.
            MultipleParameterMismatchError: Several parameters were sent where fewer are taken.
            ParameterInvalidError: A parameter is not valid, or has the wrong form.
            AccessDeniedError: Access is refused.
        """
        ...

    @GET(
        "/get-vouchers",
        auth=(("admin_id", "admin_session"), ("privileged",)),
        reads=VoucherPageAnswer,
        page=OffsetPages(
            "results.vouchers",
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
        campaign_id: int | None = None,
        user_id: int | None = None,
        exclude_regenerated: bool | None = None,
        show_redeemed: bool | None = None,
        max_redeemed_datetime: datetime | None = None,
        min_redeemed_datetime: datetime | None = None,
        show_all_statuses: bool | None = None,
        show_expired: bool | None = None,
        min_created_datetime: datetime | None = None,
        min_created_datetime_relative: str | None = None,
        max_created_datetime: datetime | None = None,
        max_created_datetime_relative: str | None = None,
        min_expiry_datetime: datetime | None = None,
        min_expiry_datetime_relative: str | None = None,
        max_expiry_datetime: datetime | None = None,
        max_expiry_datetime_relative: str | None = None,
        number_results: int | None = None,
        results_offset: int | None = None,
    ) -> Page[Voucher]:
        """List the vouchers of a chain.

        With the member of each. Without filters those that are neither redeemed nor expired. The service sends them as
        it reads them. Before version 1.4.2 the list is named `basket_vouchers`. `show_redeemed` lists redeemed vouchers
        only, whenever they expire; `show_all_statuses` lists all statuses and switches off `show_redeemed` and its
        moments. A relative moment counts before the absolute one beside it. For administrators with read access to the
        chain, and for privileged keys. Chosen: in the order of their ids; a moment itself belongs to its range;
        `show_all_statuses` leaves `show_expired` as it is. (Source: Get all vouchers for a chain.)

        Args:
            chain_id: The chain.
            campaign_id: Only vouchers of this campaign.
            user_id: Only vouchers of this member.
            exclude_regenerated: Leave out vouchers that a return made of the value of a redeemed one.
            show_redeemed: Only redeemed vouchers, expired or not; `show_expired` and the moments of expiry are ignored
                then.
            max_redeemed_datetime: The latest moment of redemption, with its offset from UTC. Needs `show_redeemed`.
            min_redeemed_datetime: The earliest moment of redemption, with its offset from UTC. Needs `show_redeemed`.
            show_all_statuses: Vouchers of every status; `show_redeemed` and the moments of redemption are ignored then.
            show_expired: Only expired vouchers.
            min_created_datetime: The earliest moment of creation, with its offset from UTC.
            min_created_datetime_relative: The earliest moment of creation, counted from now. Counts before
                `min_created_datetime`.
            max_created_datetime: The latest moment of creation, with its offset from UTC.
            max_created_datetime_relative: The latest moment of creation, counted from now. Counts before
                `max_created_datetime`.
            min_expiry_datetime: The earliest moment of expiry, with its offset from UTC.
            min_expiry_datetime_relative: The earliest moment of expiry, counted from now. Counts before
                `min_expiry_datetime`.
            max_expiry_datetime: The latest moment of expiry, with its offset from UTC.
            max_expiry_datetime_relative: The latest moment of expiry, counted from now. Counts before
                `max_expiry_datetime`.
            number_results: How many to answer at most. JSON holds 500 at most, whatever is asked, and as many by
                default; CSV holds all.
            results_offset: How many to pass over first.

        Raises:
            NoValidSessionError: A login is needed, with the key of a running session.
            SessionKeyInvalidError: `session_key` is malformed: 64 letters and digits are expected.
            PermissionDeniedOrNonExistentError: The object does not exist, or the user has no permission for it.
            ChainIdRequiredError: A valid `chain_id` is needed.
            UserIdInvalidError: `user_id` is not an integer of at most 10 digits.
            ChainIdNotFoundError: No chain has this `chain_id`.
            AuthMethodInvalidError: The value of `auth_method` is not valid.
            MypriceAppNotFoundError: There is no such app.
            CampaignIdInvalidError: `campaign_id` is not an integer.
            CampaignIdNotFoundError: No campaign has this `campaign_id`.
            MypriceAppWithoutEntityError: The app belongs to no entity.
            AuthorizationInvalidError: The authorization header is malformed.
            AccessTokenInvalidError: The access token is not valid.
            NoValidUserError: A valid user name is needed.
            NoMypriceAppError: The app's host name is needed.
            UserNotFoundError: There is no such user.
            ParameterSuppliedNotBooleanError: A parameter that must be a boolean is not.
            EntityMismatchError: The entities or chains do not fit each other.
            CampaignNotFoundError: There is no such campaign.
            ParameterInvalidError: A parameter is not valid, or has the wrong form.
            ParameterSuppliedNotIntegerError: A parameter that must be an integer is not.
            AccessDeniedError: Access is refused.
            ParameterCombinationNotAllowedError: These parameters cannot be sent together.
        """
        ...

    @GET("/get-vouchers.csv", auth=(("admin_id", "admin_session"), ("privileged",)), accept="text/csv")
    def list_csv(
        self,
        chain_id: int,
        *,
        campaign_id: int | None = None,
        user_id: int | None = None,
        exclude_regenerated: bool | None = None,
        show_redeemed: bool | None = None,
        max_redeemed_datetime: datetime | None = None,
        min_redeemed_datetime: datetime | None = None,
        show_all_statuses: bool | None = None,
        show_expired: bool | None = None,
        min_created_datetime: datetime | None = None,
        min_created_datetime_relative: str | None = None,
        max_created_datetime: datetime | None = None,
        max_created_datetime_relative: str | None = None,
        min_expiry_datetime: datetime | None = None,
        min_expiry_datetime_relative: str | None = None,
        max_expiry_datetime: datetime | None = None,
        max_expiry_datetime_relative: str | None = None,
        number_results: int | None = None,
        results_offset: int | None = None,
    ) -> Rows[VoucherRow]:
        """Read the vouchers of a chain row by row.

        The same vouchers as `list` gives, as CSV: a line of names, then a line for each, all of them unless
        `number_results` says how many, sent as they are read. A blank cell means that there is none. The service may
        add columns at the end. It labels the file `vouchers.csv` and its type `application/force-download`. For
        administrators with read access to the chain, and for privileged keys. Chosen: the type is `text/csv` here,
        unless the request accepts only the other. (Source: Get all vouchers for a chain, CSV Response Fields.)

        Args:
            chain_id: The chain.
            campaign_id: Only vouchers of this campaign.
            user_id: Only vouchers of this member.
            exclude_regenerated: Leave out vouchers that a return made of the value of a redeemed one.
            show_redeemed: Only redeemed vouchers, expired or not; `show_expired` and the moments of expiry are ignored
                then.
            max_redeemed_datetime: The latest moment of redemption, with its offset from UTC. Needs `show_redeemed`.
            min_redeemed_datetime: The earliest moment of redemption, with its offset from UTC. Needs `show_redeemed`.
            show_all_statuses: Vouchers of every status; `show_redeemed` and the moments of redemption are ignored then.
            show_expired: Only expired vouchers.
            min_created_datetime: The earliest moment of creation, with its offset from UTC.
            min_created_datetime_relative: The earliest moment of creation, counted from now. Counts before
                `min_created_datetime`.
            max_created_datetime: The latest moment of creation, with its offset from UTC.
            max_created_datetime_relative: The latest moment of creation, counted from now. Counts before
                `max_created_datetime`.
            min_expiry_datetime: The earliest moment of expiry, with its offset from UTC.
            min_expiry_datetime_relative: The earliest moment of expiry, counted from now. Counts before
                `min_expiry_datetime`.
            max_expiry_datetime: The latest moment of expiry, with its offset from UTC.
            max_expiry_datetime_relative: The latest moment of expiry, counted from now. Counts before
                `max_expiry_datetime`.
            number_results: How many to answer at most. JSON holds 500 at most, whatever is asked, and as many by
                default; CSV holds all.
            results_offset: How many to pass over first.

        Raises:
            NoValidSessionError: A login is needed, with the key of a running session.
            SessionKeyInvalidError: `session_key` is malformed: 64 letters and digits are expected.
            PermissionDeniedOrNonExistentError: The object does not exist, or the user has no permission for it.
            ChainIdRequiredError: A valid `chain_id` is needed.
            UserIdInvalidError: `user_id` is not an integer of at most 10 digits.
            ChainIdNotFoundError: No chain has this `chain_id`.
            AuthMethodInvalidError: The value of `auth_method` is not valid.
            MypriceAppNotFoundError: There is no such app.
            CampaignIdInvalidError: `campaign_id` is not an integer.
            CampaignIdNotFoundError: No campaign has this `campaign_id`.
            MypriceAppWithoutEntityError: The app belongs to no entity.
            AuthorizationInvalidError: The authorization header is malformed.
            AccessTokenInvalidError: The access token is not valid.
            NoValidUserError: A valid user name is needed.
            NoMypriceAppError: The app's host name is needed.
            UserNotFoundError: There is no such user.
            ParameterSuppliedNotBooleanError: A parameter that must be a boolean is not.
            EntityMismatchError: The entities or chains do not fit each other.
            CampaignNotFoundError: There is no such campaign.
            ParameterInvalidError: A parameter is not valid, or has the wrong form.
            ParameterSuppliedNotIntegerError: A parameter that must be an integer is not.
            AccessDeniedError: Access is refused.
            ParameterCombinationNotAllowedError: These parameters cannot be sent together.
        """
        ...
