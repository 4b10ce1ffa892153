# Generated from specs/spaaza.yaml by the generator; edit the spec and run `make generate`.
"""Baskets: prices before the purchase, purchases, returns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from retail_runtime import POST, UNSET, Field, M, Resource, Unset

from ..models import (
    AddBasketAnswer,
    AddBasketResults,
    Basket,
    BasketShopper,
    Entity,
    PriceBasketAnswer,
    PriceBasketResults,
    ReturnAnswer,
    ReturnDetails,
    ReturnEntity,
    ReturnResults,
)


class Baskets(Resource[M]):
    """Baskets: prices before the purchase, purchases, returns."""

    @POST(
        "/auth/get-basket-price",
        auth=(("admin_id", "admin_session"), ("privileged",)),
        repeat=True,
        reads=PriceBasketAnswer,
        data="results",
        warnings="warnings",
        carry=True,
    )
    def price(
        self,
        entity: Entity | Mapping[str, Any],
        *,
        user: BasketShopper | Mapping[str, Any] | None | Unset = UNSET,
        basket: Basket | Mapping[str, Any],
    ) -> PriceBasketResults:
        """Ask what a basket would cost.

        Applies the shopper's vouchers and the running campaigns to a basket that is still to be paid, and answers the
        basket with its discounts and its new total. Nothing of it is stored but the lock of each voucher that was
        applied, which lasts for the locking period (mostly 5 minutes); so the same question may be asked again.
        `baskets.add` confirms the basket once it is paid.

        Chosen: the voucher that a basket campaign makes for this basket is stored too, as the purchase names it by its
        key; the same question finds it again, another one with the same `voucher_locking_code` has a new one in its
        place. The vouchers that apply are all that the shopper has claimed and this basket can redeem.

        With `basket_vouchers_lock_exclusively` the locked vouchers can be redeemed only by the purchase with the same
        `voucher_locking_code` or `retailer_basket_code`; without it, by any purchase of the shopper's. Items that are
        returned may stand in the same basket; in an exchange, what a voucher had paid for the returned item is offered
        at once for the new one (`regenerated_rewards`).

        An administrator needs write access to the entity. Chosen: the text lists no errors of this call; these are
        those of `baskets.add` that do not need a purchase, and those of the credentials. (Source: Requesting an
        adjusted basket; Processing a return inline.)

        Args:
            entity: The retailer that sells.
            user: The shopper. Null, or left out, for nobody known.
            basket: The basket.

        Raises:
            HttpVarsMissingError: A parameter that must be sent is missing.
            NoValidSessionError: A login is needed, with the key of a running session.
            SessionKeyInvalidError: `session_key` is malformed: 64 letters and digits are expected.
            PermissionDeniedOrNonExistentError: The object does not exist, or the user has no permission for it.
            CurrencyNotFoundError: The currency is none of the listed ones.
            BasketCurrencyMissingError: The basket says no currency (`basket_currency`).
            AppPlatformTypeNotAllowedError: `app_platform_type` is none of those permitted.
            AuthorizationInvalidError: The authorization header is malformed.
            AccessTokenInvalidError: The access token is not valid.
            NoMypriceAppError: The app's host name is needed.
            OriginalBasketItemNotFoundError: The original basket has no item with this owner code.
            ReturnQuantityExceedsOriginalQuantityError: More is returned than the original basket's item has.
            ReturnItemNotNegativeValueError: An item that is returned needs a negative value.
            BasketPlatformTypeUnrecognisedError: `basket_platform_type` or `app_platform_type` is missing or unknown.
            CalculationError: A calculation failed.
            ParameterInvalidError: A parameter is not valid, or has the wrong form.
        """
        ...

    @POST(
        "/auth/add-basket",
        auth=(("admin_id", "admin_session"), ("privileged",)),
        repeat=True,
        reads=AddBasketAnswer,
        data="results",
        warnings="warnings",
        carry=True,
    )
    def add(
        self,
        entity: Entity | Mapping[str, Any],
        *,
        user: BasketShopper | Mapping[str, Any] | None | Unset = UNSET,
        basket: Basket | Mapping[str, Any],
    ) -> AddBasketResults:
        """Add a basket that has been paid.

        Stores a closed transaction, which never changes afterwards: redeems the vouchers that it names, gives what the
        campaigns give for it, and takes back items.

        The shopper has paid, so a voucher never makes the call fail. One that is unknown, not claimed, expired,
        another's, or locked for another basket stays as it is, and a warning tells of it. A `voucher_locking_code`
        decides alone whether a locked voucher may be redeemed; `retailer_basket_code` counts only where there is none.

        A `retailer_basket_code` that the chain has sent before does nothing: the earlier basket comes back, with the
        warning 311 (for chains that are strict about repeats). That makes a repeat harmless.

        Items with `retailer_product_code` and `item_price` create the product, those with `item_barcode` its variant;
        later changes are taken at most once in six hours. The value of each voucher is spread over the items by the
        server, unless an item's `basket_voucher_distribution` says its share: then items without one get none of that
        voucher.

        Chosen, how it is spread: the vouchers in turn (those that a return of this basket made, those whose shares are
        said, the discounts of basket campaigns, percentages, amounts; among their like the one that expires first),
        each over what the items that its campaign does not exclude still cost, in proportion to that; shares are
        rounded down to the cent, and the cents left over go to the shares that lost most by it, the earlier first. What
        is left of a voucher's value is a new voucher, claimed, with it as its parent, or goes back to the wallet that
        it came from; of a campaign that redeems full values, and of a basket campaign's discount, it is lost.

        An item is returned where `return_item` says so. Its original is looked for by `original_retailer_basket_code`
        (with `original_retailer_item_code` where several items are alike), else by
        `original_supplementary_basket_code`; without either it is the newest item of that identifier that the shopper
        bought and has not returned. What vouchers had paid for it comes back, and what it had earned is reclaimed, with
        the one who bought it, whoever returns it.

        Chosen: of an item that comes back in parts the parts are rounded down, and the last brings what is left;
        variable prices and the discounts of basket campaigns do not come back. No more is paid back for one than was
        paid (407).

        An administrator needs write access to the entity. 183 and 311 of the codes come as warnings of a success.
        Chosen, warnings beside them: 16 and 144 for the branch, 3 and 301 for a payment, 419 for a time zone; for
        vouchers 68 (another member's), 182 (a share of one that is not named), 231 (another currency), 242 (another
        product), 273 (nothing to spend it on, or too much said of it), 280 (locked), 294 (not claimed, or not of this
        kind), 323 (redeemed) and 436 (expired). (Source: Adding a completed basket; Creating Products and Product
        Variants; Processing a return inline.)

        Args:
            entity: The retailer that sells.
            user: The shopper. Null, or left out, for nobody known.
            basket: The basket.

        Raises:
            HttpVarsMissingError: A parameter that must be sent is missing.
            NoValidSessionError: A login is needed, with the key of a running session.
            SessionKeyInvalidError: `session_key` is malformed: 64 letters and digits are expected.
            PermissionDeniedOrNonExistentError: The object does not exist, or the user has no permission for it.
            VoucherNotFoundError: No voucher has this key or id.
            AuthMethodInvalidError: The value of `auth_method` is not valid.
            CurrencyNotFoundError: The currency is none of the listed ones.
            BasketCurrencyMissingError: The basket says no currency (`basket_currency`).
            AppPlatformTypeNotAllowedError: `app_platform_type` is none of those permitted.
            AuthorizationInvalidError: The authorization header is malformed.
            AccessTokenInvalidError: The access token is not valid.
            NoValidUserError: A valid user name is needed.
            NoMypriceAppError: The app's host name is needed.
            OriginalBasketItemNotFoundError: The original basket has no item with this owner code.
            ReturnQuantityExceedsOriginalQuantityError: More is returned than the original basket's item has.
            BasketAlreadyExistsError: A basket with this retailer's code exists.
            ReturnItemNotNegativeValueError: An item that is returned needs a negative value.
            BasketPlatformTypeUnrecognisedError: `basket_platform_type` or `app_platform_type` is missing or unknown.
            CalculationError: A calculation failed.
            ParameterInvalidError: A parameter is not valid, or has the wrong form.
        """
        ...

    @POST(
        "/auth/return",
        auth=(("admin_id", "admin_session"), ("privileged",)),
        repeat=False,
        reads=ReturnAnswer,
        data="results",
        warnings="warnings",
        carry=True,
    )
    def return_items(
        self,
        entity: ReturnEntity | Mapping[str, Any],
        *,
        return_: Annotated[ReturnDetails | Mapping[str, Any], Field("return")],
    ) -> ReturnResults:
        """Return items of one basket.

        Records that items of an earlier basket came back and were refunded: the shopper's purchase history is put
        right, the spent vouchers come back and what was earned is reclaimed. At most as much of an item can be returned
        as was bought and not returned before (310). Items that are returned while others are bought stand in that
        basket instead: see `baskets.add`.

        An administrator needs write access to the chain. Chosen: the text lists no errors of this call; these are those
        that the table has for returns, and those of the credentials. The call is not repeated after an unknown outcome,
        as the text does not say that a known `return_owner_code` is refused. (Source: Standalone returns.)

        Args:
            entity: The retailer that sold them.
            return_: What comes back.

        Raises:
            HttpVarsMissingError: A parameter that must be sent is missing.
            NoValidSessionError: A login is needed, with the key of a running session.
            SessionKeyInvalidError: `session_key` is malformed: 64 letters and digits are expected.
            PermissionDeniedOrNonExistentError: The object does not exist, or the user has no permission for it.
            AuthorizationInvalidError: The authorization header is malformed.
            AccessTokenInvalidError: The access token is not valid.
            NoMypriceAppError: The app's host name is needed.
            OriginalBasketNotFoundError: There is no basket with the original's id.
            OriginalBasketItemNotFoundError: The original basket has no item with this owner code.
            ReturnQuantityExceedsOriginalQuantityError: More is returned than the original basket's item has.
            ReturnItemNotNegativeValueError: An item that is returned needs a negative value.
            ParameterInvalidError: A parameter is not valid, or has the wrong form.
        """
        ...
