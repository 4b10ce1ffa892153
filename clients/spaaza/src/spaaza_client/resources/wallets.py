# Generated from specs/spaaza.yaml by the generator; edit the spec and run `make generate`.
"""Wallets of points and of money, and their ledgers."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from retail_runtime import GET, POST, M, Query, Resource

from ..models import AddWalletAmountAnswer, WalletKind, WalletLedgerAnswer, WalletLedgerEntry, WalletMutation


class Wallets(Resource[M]):
    """Wallets of points and of money, and their ledgers."""

    @POST(
        "/auth/add-user-purchase-progress",
        auth=(("admin_id", "admin_session"), ("privileged",)),
        body="form",
        repeat=False,
        reads=AddWalletAmountAnswer,
        data="results.user_purchase_progress",
        warnings="warnings",
    )
    def add_amount(
        self,
        campaign_id: int,
        *,
        user_id: int | None = None,
        username: str | None = None,
        member_number: str | None = None,
        authentication_point_identifier: str | None = None,
        amount: Decimal | float,
        log_message: str,
    ) -> WalletMutation:
        """Add an amount to a wallet, or take one off.

        An amount of points or money, by hand. A positive one is added, a negative one taken off, which needs that the
        wallet allows it: a balance stays above zero unless the campaign's `balance_can_subzero`. What is added to one
        member's wallet on one day cannot exceed the campaign's `max_manual_daily_amount` (303). Chosen: a day is one of
        UTC, what is taken off does not count, and a wallet without a maximum takes nothing by hand (304). One of
        `user_id`, `username`, `member_number` and `authentication_point_identifier` says whose wallet it is. For
        administrators with write access to the chain, and for privileged keys. (Source: Adding a (points) wallet amount
        manually.)

        Args:
            campaign_id: The campaign of the wallet.
            user_id: The member's id.
            username: The member's user name, an email address.
            member_number: The member's number. Chosen: at most 255 characters.
            authentication_point_identifier: The member's id in another system that identifies them, such as a web shop.
                Chosen: at most 255 characters.
            amount: The amount of points or money, negative to take off; two decimals at most. The text calls it an
                integer, its sample is none. Chosen: 99,999,999.99 at most.
            log_message: Why, for the record. Chosen: at most 255 characters.

        Raises:
            UsernameInvalidError: The user name is not an email address in proper form.
            NoValidSessionError: A login is needed, with the key of a running session.
            SessionKeyInvalidError: `session_key` is malformed: 64 letters and digits are expected.
            PermissionDeniedOrNonExistentError: The object does not exist, or the user has no permission for it.
            UserIdInvalidError: `user_id` is not an integer of at most 10 digits.
            AuthMethodInvalidError: The value of `auth_method` is not valid.
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
            CurrencyAmountInvalidError: The amount is not a number with a point as its decimal separator.
            CurrencyAmountNotPresentError: An amount of money is missing.
            LogMessageNotPresentError: `log_message`, a text, is missing.
            AmountAboveDailyUserMaxError: The amount is above what the user may get in a day.
            MaxManualDailyAmountNotPresentError: `max_manual_daily_amount` is missing.
            InsufficientBalanceError: The amount is above the balance.
            IllegalUserPurchaseProgressAmountError: This amount is not permitted.
            WalletNotFoundError: The chain has no wallet for this.
            CampaignTypeNotSupportedError: The call does not take campaigns of this type.
            EntityMismatchError: The entities or chains do not fit each other.
            MultipleParameterMismatchError: Several parameters were sent where fewer are taken.
            StringParameterTooLongError: A parameter is too long.
            ParameterInvalidError: A parameter is not valid, or has the wrong form.
            ParameterSuppliedNotIntegerError: A parameter that must be an integer is not.
            AccessDeniedError: Access is refused.
            ParameterMissingError: A parameter is missing.
            CampaignNotActiveError: The campaign is not active.
        """
        ...

    @GET("/user-wallet-ledger", reads=WalletLedgerAnswer, data="results.ledger", warnings="warnings")
    def ledger(
        self,
        *,
        chain_id: int | None = None,
        user_id: int | None = None,
        member_number: str | None = None,
        authentication_point_identifier: str | None = None,
        type_: Annotated[WalletKind | None, Query("type")] = None,
    ) -> list[WalletLedgerEntry]:
        """List what went into a member's wallets and out of them.

        The newest first: what campaigns gave, what staff entered by hand, what vouchers took. Without `type` points and
        money together. The dates are of the form below from version 1.4.1 on, `YYYY-MM-DD HH:MM:SS` before. A member
        sees their own, and needs the app's host name. An administrator needs read access to the chain and names it by
        `chain_id`; with an administrator's session or a privileged key one of `user_id`, `member_number` and
        `authentication_point_identifier` must be sent. (Source: Wallet or points history.)

        Args:
            chain_id: The chain. Needed with an administrator's session.
            user_id: The member's id.
            member_number: The member's number. Chosen: at most 255 characters.
            authentication_point_identifier: The member's id in another system that identifies them, such as a web shop.
                Chosen: at most 255 characters.
            type_: Only money (`wallet`) or only points (`points`); without it both.

        Raises:
            NoValidSessionError: A login is needed, with the key of a running session.
            SessionKeyInvalidError: `session_key` is malformed: 64 letters and digits are expected.
            PermissionDeniedOrNonExistentError: The object does not exist, or the user has no permission for it.
            UserIdInvalidError: `user_id` is not an integer of at most 10 digits.
            ChainIdNotFoundError: No chain has this `chain_id`.
            AuthMethodInvalidError: The value of `auth_method` is not valid.
            MypriceAppWithoutEntityError: The app belongs to no entity.
            AuthorizationInvalidError: The authorization header is malformed.
            AccessTokenInvalidError: The access token is not valid.
            NoValidUserError: A valid user name is needed.
            NoMypriceAppError: The app's host name is needed.
            UserNotFoundError: There is no such user.
            EntityMismatchError: The entities or chains do not fit each other.
            MultipleParameterMismatchError: Several parameters were sent where fewer are taken.
            ParameterInvalidError: A parameter is not valid, or has the wrong form.
        """
        ...
