# Generated from specs/spaaza.yaml by the generator; edit the spec and run `make generate`.
"""Branches of a chain."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from retail_runtime import PUT, Header, M, Resource

from ..models import AlterBranchAnswer, Branch


class Branches(Resource[M]):
    """Branches of a chain."""

    @PUT(
        "/internal/alter-business",
        auth=(("admin_id", "admin_session"), ("privileged",)),
        body="form",
        reads=AlterBranchAnswer,
        data="results.business",
        warnings="warnings",
    )
    def alter(
        self,
        business_id: int,
        *,
        on_behalf_of: Annotated[str | None, Header("X-Spaaza-On-Behalf-Of")] = None,
        name: str | None = None,
        address_1: str | None = None,
        address_2: str | None = None,
        address_3: str | None = None,
        address_towncity: str | None = None,
        region: str | None = None,
        countrycode: str | None = None,
        postalcode: str | None = None,
        latitude: Decimal | float | None = None,
        longitude: Decimal | float | None = None,
        business_image_url: str | None = None,
        business_review_url: str | None = None,
    ) -> Branch:
        """Change a branch.

        A business is a branch of a chain. Only the fields that are sent change. For administrators with write access to
        the chain; with a privileged key the app's host name must be sent. Chosen: a field sent empty is cleared; the
        name cannot be. (Source: Altering a branch.)

        Args:
            business_id: The branch.
            on_behalf_of: The user name of the user whose rights count, for a privileged key. Chosen: an administrator
                may do what the role in the chain allows, a member may read of themselves alone; else 424, and 267 for a
                user who is not there.
            name: Its name.
            address_1: The first line of its address.
            address_2: The second line of its address.
            address_3: The third line of its address.
            address_towncity: Its town or city.
            region: Its region.
            countrycode: Its country, in the two letters of ISO 3166.
            postalcode: Its postal code.
            latitude: Its latitude, in decimal degrees.
            longitude: Its longitude, in decimal degrees.
            business_image_url: The address of its image or logo. Chosen: at most 2,048 characters.
            business_review_url: The address to review it at. Chosen: at most 2,048 characters.

        Raises:
            NoValidSessionError: A login is needed, with the key of a running session.
            BusinessIdInvalidError: `business_id` is not an integer.
            BusinessIdNotPresentError: `business_id` is missing.
            UserNotPermittedThisBusinessError: The user may not change this business.
            SessionKeyInvalidError: `session_key` is malformed: 64 letters and digits are expected.
            PermissionDeniedOrNonExistentError: The object does not exist, or the user has no permission for it.
            BusinessNameInvalidError: `business_name` has more than 128 characters.
            BusinessAddress1InvalidError: `business_address_1` has more than 128 characters.
            BusinessAddress2InvalidError: `business_address_2` has more than 128 characters.
            BusinessAddress3InvalidError: `business_address_3` has more than 128 characters.
            BusinessTowncityInvalidError: `business_towncity` has more than 56 characters.
            BusinessRegionInvalidError: `business_region` has more than 56 characters.
            BusinessPostalcodeInvalidError: `business_postalcode` has more than 20 characters.
            BusinessCountryCodeInvalidError: `business_country_code` does not have 2 characters.
            BusinessLatitudeInvalidError: `business_latitude` is not a decimal of degrees, at most 90 either way.
            BusinessLongitudeInvalidError: `business_longitude` is not a decimal of degrees, at most 180 either way.
            BusinessIdNotFoundError: No business has this `business_id`.
            AuthMethodInvalidError: The value of `auth_method` is not valid.
            MypriceAppNotFoundError: There is no such app.
            MypriceAppWithoutEntityError: The app belongs to no entity.
            AuthorizationInvalidError: The authorization header is malformed.
            AccessTokenInvalidError: The access token is not valid.
            NoValidUserError: A valid user name is needed.
            NoMypriceAppError: The app's host name is needed.
            EntityMismatchError: The entities or chains do not fit each other.
            ParameterInvalidError: A parameter is not valid, or has the wrong form.
            AccessDeniedError: Access is refused.
        """
        ...
