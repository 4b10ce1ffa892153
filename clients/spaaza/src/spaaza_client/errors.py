# Generated from specs/spaaza.yaml by the generator; edit the spec and run `make generate`.
"""Errors of the Spaaza API. Each is also an error of its HTTP status, such as `NotFoundError`."""

from __future__ import annotations

from collections.abc import Mapping

from retail_runtime import (
    APIStatusError,
    AuthenticationError,
    BadRequestError,
    NotFoundError,
    PermissionDeniedError,
    ServerError,
    by_code,
)


class UsernameInvalidError(BadRequestError):
    """The user name is not an email address in proper form."""

    code = "1"


class PasswordInvalidError(BadRequestError):
    """The password is not valid: 6 characters are the least."""

    code = "2"


class HttpVarsMissingError(BadRequestError):
    """A parameter that must be sent is missing."""

    code = "3"


class HttpRequestMethodNotAllowedError(APIStatusError):
    """The call does not take this HTTP method."""

    code = "4"
    stands_for = 405


class PasswordErrorOrNonExistentError(BadRequestError):
    """No account has this user name and password."""

    code = "5"


class NoValidSessionError(AuthenticationError):
    """A login is needed, with the key of a running session."""

    code = "6"


class UserUsernameInvalidError(BadRequestError):
    """`user_username` is not an email address."""

    code = "7"


class UserUsernameNotPresentError(BadRequestError):
    """`user_username` is missing."""

    code = "8"


class UserUsernameNotPermittedError(ServerError):
    """`user_username` is not the one of the session."""

    code = "14"


class BusinessIdInvalidError(ServerError):
    """`business_id` is not an integer."""

    code = "15"


class BusinessIdNotPresentError(ServerError):
    """`business_id` is missing."""

    code = "16"


class ProductIdInvalidError(ServerError):
    """`product_id` is neither an integer nor integers joined by commas without spaces."""

    code = "20"


class ProductIdNotPresentError(ServerError):
    """`product_id` is missing."""

    code = "21"


class NoHttpMethodError(ServerError):
    """The HTTP method is none of GET, POST, PUT, DELETE."""

    code = "22"


class HttpMethodError(ServerError):
    """The HTTP method could not be processed."""

    code = "23"


class ProductNameTooLongError(ServerError):
    """`product_name` has more than 255 characters."""

    code = "30"


class ProductDescriptionTooLongError(ServerError):
    """`product_description` has more than 1024 characters."""

    code = "31"


class NoParametersPassedError(ServerError):
    """No usable parameter was sent."""

    code = "32"


class UserNotPermittedThisBusinessError(ServerError):
    """The user may not change this business."""

    code = "33"


class ProductManufacturerTooLongError(ServerError):
    """`product_manufacturer` has more than 64 characters."""

    code = "34"


class ProductBrandTooLongError(ServerError):
    """`product_brand` has more than 64 characters."""

    code = "35"


class ProductEanCodeTooLongError(ServerError):
    """`product_ean_code` has more than 10 digits."""

    code = "36"


class ProductEanCodeIncorrectFormatError(ServerError):
    """`product_ean_code` is not a number of 1 to 10 digits."""

    code = "37"


class ProductWeightGIncorrectError(ServerError):
    """`product_weight_g` is not a number of 1 to 16 digits."""

    code = "38"


class ProductLengthCmIncorrectError(ServerError):
    """`product_length_cm` is not a number of 1 to 16 digits."""

    code = "39"


class ProductWidthCmIncorrectError(ServerError):
    """`product_width_cm` is not a number of 1 to 16 digits."""

    code = "40"


class ProductHeightCmIncorrectError(ServerError):
    """`product_height_cm` is not a number of 1 to 16 digits."""

    code = "41"


class ProductVolumeCm3IncorrectError(ServerError):
    """`product_volume_cm3` is not a number of 1 to 16 digits."""

    code = "42"


class ProductColourIncorrectError(ServerError):
    """`product_colour` has more than 64 characters."""

    code = "43"


class ProductYearOfManufactureIncorrectError(ServerError):
    """`product_year_of_manufacture` is not a number of 1 to 4 digits."""

    code = "44"


class CategoryIdInvalidError(ServerError):
    """`category_id` is neither an integer nor integers joined by commas without spaces."""

    code = "45"


class InventoryPublishedStatusIncorrectError(ServerError):
    """`inventory_published_status` is neither 1 (published) nor 0 (not)."""

    code = "46"


class InventoryStockStatusIncorrectError(ServerError):
    """`inventory_stock_status` is none of 2 (in stock), 1 (low), 0 (out)."""

    code = "47"


class InventoryQuantityIncorrectError(ServerError):
    """`inventory_quantity` is not a number of 1 to 10 digits."""

    code = "48"


class InventoryConditionIncorrectError(ServerError):
    """`inventory_condition` is neither `new` nor `used`."""

    code = "49"


class InventoryPriceBlankError(ServerError):
    """`inventory_price` is blank."""

    code = "50"


class InventoryPriceNotDecimalError(ServerError):
    """`inventory_price` is not a decimal of at most 8 digits before the point, 2 after."""

    code = "51"


class MissingNecessaryParametersError(ServerError):
    """One or more of the needed parameters are missing."""

    code = "52"


class InventoryPublishedExpiryDateIncorrectError(ServerError):
    """`inventory_published_expiry_date` is not a date (YYYY-MM-DD)."""

    code = "53"


class SessionKeyInvalidError(ServerError):
    """`session_key` is malformed: 64 letters and digits are expected."""

    code = "54"


class DuplicatePrimaryImageError(ServerError):
    """More than one of the posted images is said to be the primary one."""

    code = "55"


class ImagefileNameFormatError(ServerError):
    """The image's field is not named `imagefile_X`, X a digit from 0 to 9."""

    code = "56"


class ImagefilePrimaryInvalidError(ServerError):
    """The primary image is not valid."""

    code = "57"


class ImagefileNotPresentError(ServerError):
    """There is no image file."""

    code = "58"


class ImagefileIncorrectNameError(BadRequestError):
    """The image's parameter is not named `imagefile`."""

    code = "59"


class ImagefileInvalidError(ServerError):
    """The image file is broken, or its size, width or height is not allowed."""

    code = "60"


class ImagefileUnableToWriteError(ServerError):
    """The image file could not be checked and written."""

    code = "61"


class SearchStringLengthError(ServerError):
    """The search string has more than 256 characters."""

    code = "63"


class SearchStringNotPresentError(ServerError):
    """`search_string` is missing."""

    code = "64"


class ImageSeqNumInvalidError(BadRequestError):
    """`image_seq_num` is not an integer from 0 to 9."""

    code = "65"


class ImageSeqNumNotPresentError(BadRequestError):
    """`image_seq_num` is missing."""

    code = "66"


class ImageSeqNumAlreadyPresentError(BadRequestError):
    """`image_seq_num` is taken: use another, or PUT to replace the image."""

    code = "67"


class PermissionDeniedOrNonExistentError(ServerError):
    """The object does not exist, or the user has no permission for it."""

    code = "68"


class EntityNoCurrentImagesError(ServerError):
    """The entity has no images now."""

    code = "69"


class ImagePrimaryInvalidError(ServerError):
    """`image_primary` is not 1."""

    code = "70"


class ImagePrimaryNotPresentError(ServerError):
    """`image_primary` is missing."""

    code = "71"


class ImageAlreadyPrimaryError(ServerError):
    """The image is the primary one already."""

    code = "72"


class ImageNotPresentError(ServerError):
    """The entity has no image with this sequence number."""

    code = "73"


class ImagePrimaryDeleteLastError(ServerError):
    """The primary image is deleted last, after the others."""

    code = "74"


class ChainOrBusinessIdRequiredError(ServerError):
    """Exactly one of `chain_id` and `business_id` is needed."""

    code = "75"


class ChainIdInvalidError(ServerError):
    """`chain_id` is not an integer."""

    code = "76"


class ProductAddToBusinessChainMemberError(ServerError):
    """The business is in a chain: products are added to the chain only."""

    code = "77"


class InventoryConditionCompulsoryError(ServerError):
    """`inventory_condition` is missing: `new` or `used`."""

    code = "78"


class InventoryPublishedStatusCompulsoryError(ServerError):
    """`inventory_published_status` is missing: 0 or 1."""

    code = "79"


class InventoryStockStatusCompulsoryError(ServerError):
    """`inventory_stock_status` is missing: 0, 1 or 2."""

    code = "80"


class ProductNotAssociatedWithBusinessError(ServerError):
    """The product is not known at this business, nor at its chain."""

    code = "81"


class ChainIdRequiredError(ServerError):
    """A valid `chain_id` is needed."""

    code = "82"


class ProductIdOrCategoryIdRequiredError(ServerError):
    """Exactly one of `product_id` and `category_id` is needed."""

    code = "83"


class MiscellaneousDataError(ServerError):
    """Some other fault of the data."""

    code = "84"


class InventoryIdInvalidError(ServerError):
    """`inventory_id` is not an integer."""

    code = "85"


class InventoryIdNotPresentError(ServerError):
    """`inventory_id` is missing."""

    code = "86"


class IncorrectInventoryIdBusinessIdComboError(ServerError):
    """This business has no such `inventory_id`."""

    code = "87"


class MissingOrInvalidInventoryDeleteBulkError(ServerError):
    """`inventory_delete_bulk` is missing or is not 1."""

    code = "88"


class ProductInventoryNotDeletedError(ServerError):
    """The product still has live inventory, which is to be deleted before it."""

    code = "89"


class ProductIdNotFoundError(NotFoundError):
    """No product has this `product_id`."""

    code = "90"


class InventoryCurrencyIdInvalidError(ServerError):
    """`inventory_currency_id` is not an integer of at most 4 digits."""

    code = "91"


class InventoryCurrencyIdNotPresentError(ServerError):
    """`inventory_currency_id` is missing."""

    code = "92"


class InventorySizeTooLongError(ServerError):
    """`inventory_size` has more than 10 characters."""

    code = "93"


class InventoryColourTooLongError(ServerError):
    """`inventory_colour` has more than 32 characters."""

    code = "94"


class SearchColourLengthError(ServerError):
    """`search_colour` has more than 256 characters."""

    code = "95"


class GenderValueError(ServerError):
    """The gender is none of m, M, f, F."""

    code = "96"


class AdultChildValueError(ServerError):
    """`adult_child` is none of a, A, c, C."""

    code = "97"


class LatLongBothRequiredError(ServerError):
    """Latitude and longitude are needed together, as decimals."""

    code = "98"


class LatLongInvalidError(ServerError):
    """Latitude (90 either way) or longitude (180) is no decimal of degrees within its bounds."""

    code = "99"


class SearchBrandLengthError(ServerError):
    """`search_brand` has more than 256 characters."""

    code = "100"


class SearchRadiusKmInvalidError(ServerError):
    """The search radius is none of the agreed numbers of kilometres."""

    code = "101"


class NuclearOptionInvalidError(ServerError):
    """`nuclear_option` is not 1, its only value."""

    code = "102"


class InventoryAutoAddedInvalidError(ServerError):
    """`inventory_auto_added` is neither 0 nor 1."""

    code = "103"


class FbPageIdInvalidError(ServerError):
    """`fb_page_id` is not an integer of at most 10 digits."""

    code = "104"


class FbPageIdNotPresentError(ServerError):
    """`fb_page_id` is missing."""

    code = "105"


class FbPageIdAlreadyInUseError(ServerError):
    """Another business or chain has this Facebook page already."""

    code = "106"


class ProductPublishedStatusInvalidError(ServerError):
    """`product_published_status` is neither 0 nor 1."""

    code = "107"


class FbPageNameInvalidError(ServerError):
    """The Facebook `page_name` has more than 256 characters."""

    code = "108"


class FbPageLinkInvalidError(ServerError):
    """The Facebook `page_link` has more than 256 characters."""

    code = "109"


class FbPageLinkNotPresentError(ServerError):
    """`fb_page_link` is missing."""

    code = "110"


class FbPageInfoJsonInvalidError(ServerError):
    """The Facebook `page_info_json` has more than 1024 characters."""

    code = "111"


class FbPageInfoJsonNotPresentError(ServerError):
    """`fb_page_info_json` is missing."""

    code = "112"


class FbAppBusinessChainMissingParametersError(ServerError):
    """None of `fb_page_id`, `business_id`, `chain_id` was sent."""

    code = "113"


class FbAppBusinessChainTooManyParametersError(ServerError):
    """More than one of `fb_page_id`, `business_id`, `chain_id` was sent."""

    code = "114"


class SearchOwnerCodeLengthError(ServerError):
    """`search_owner_code` has more than 64 characters."""

    code = "117"


class BusinessIdDistanceSearchIncompatibleError(ServerError):
    """A search takes `business_id` or a place and distance, not both."""

    code = "118"


class ProductSizeInvalidError(ServerError):
    """`product_size` has more than 10 characters."""

    code = "119"


class ProductNameNotPresentError(ServerError):
    """`product_name` is missing."""

    code = "120"


class ProductManufacturerNotPresentError(ServerError):
    """`product_manufacturer` is missing."""

    code = "121"


class CategoryIdNotPresentError(ServerError):
    """`category_id` is missing."""

    code = "122"


class ProductCurrencyIdInvalidError(ServerError):
    """`product_currency_id` is not an integer of at most 4 digits."""

    code = "123"


class BusinessNameInvalidError(ServerError):
    """`business_name` has more than 128 characters."""

    code = "124"


class BusinessDescriptionInvalidError(ServerError):
    """`business_description` has more than 512 characters."""

    code = "125"


class BusinessAddress1InvalidError(ServerError):
    """`business_address_1` has more than 128 characters."""

    code = "126"


class BusinessAddress2InvalidError(ServerError):
    """`business_address_2` has more than 128 characters."""

    code = "127"


class BusinessAddress3InvalidError(ServerError):
    """`business_address_3` has more than 128 characters."""

    code = "128"


class BusinessTowncityInvalidError(ServerError):
    """`business_towncity` has more than 56 characters."""

    code = "129"


class BusinessRegionInvalidError(ServerError):
    """`business_region` has more than 56 characters."""

    code = "130"


class BusinessPostalcodeInvalidError(ServerError):
    """`business_postalcode` has more than 20 characters."""

    code = "131"


class BusinessCountryCodeInvalidError(ServerError):
    """`business_country_code` does not have 2 characters."""

    code = "132"


class BusinessLatitudeInvalidError(ServerError):
    """`business_latitude` is not a decimal of degrees, at most 90 either way."""

    code = "133"


class BusinessLongitudeInvalidError(ServerError):
    """`business_longitude` is not a decimal of degrees, at most 180 either way."""

    code = "134"


class BusinessEmailAddressInvalidError(ServerError):
    """`business_email_address` is not an email address."""

    code = "135"


class BusinessPhoneNumberInvalidError(ServerError):
    """`business_phone_number` has others than digits, spaces and `().+-`."""

    code = "136"


class BusinessFaxNumberInvalidError(ServerError):
    """`business_fax_number` has others than digits, spaces and `().+-`."""

    code = "137"


class BusinessWebsiteUrlInvalidError(ServerError):
    """`business_website_url` is not a URL."""

    code = "138"


class BusinessFacebookUrlInvalidError(ServerError):
    """`business_facebook_url` is not a URL."""

    code = "139"


class BusinessTwitterUsernameInvalidError(ServerError):
    """`business_twitter_username` is not 1 to 15 letters, digits and underscores."""

    code = "140"


class BusinessLinkedinUrlInvalidError(ServerError):
    """`business_linkedin_url` is not a URL of LinkedIn."""

    code = "141"


class BusinessCurrencyIdInvalidError(ServerError):
    """`business_currency_id` is not an integer of at most 4 digits."""

    code = "142"


class BusinessOwnerCodeInvalidError(ServerError):
    """`business_owner_code` has more than 32 characters."""

    code = "143"


class BusinessIdNotFoundError(ServerError):
    """No business has this `business_id`."""

    code = "144"


class SearchSizeTooLongError(ServerError):
    """`search_size` has more than 10 characters."""

    code = "145"


class ProductWebUrlInvalidError(ServerError):
    """`product_web_url` is not a URL."""

    code = "146"


class ProductCurrencyIdDoesNotExistError(ServerError):
    """`product_currency_id` is none of the listed currencies."""

    code = "147"


class CategoryIdDoesNotExistError(ServerError):
    """`category_id` is none of the listed categories (see the public category tree)."""

    code = "148"


class FbAccessTokenInvalidError(ServerError):
    """`fb_access_token` is not 1 to 2048 letters and digits."""

    code = "149"


class FbAccessTokenExpiryInvalidError(ServerError):
    """`fb_access_token_expiry` is not a number of 1 to 8 digits."""

    code = "150"


class FbGraphApiAccessFailedError(ServerError):
    """Facebook's Graph API could not be reached."""

    code = "151"


class FbOauthExceptionError(BadRequestError):
    """Facebook refused the access token."""

    code = "152"


class FbGraphMiscExceptionError(ServerError):
    """Facebook's Graph API told some other error."""

    code = "153"


class UserIdInvalidError(BadRequestError):
    """`user_id` is not an integer of at most 10 digits."""

    code = "154"


class UserIdNotPresentError(BadRequestError):
    """`user_id` is missing."""

    code = "155"


class ProductPriceMissingOrBlankError(ServerError):
    """`product_price` is missing or blank."""

    code = "156"


class ProductPriceNotDecimalError(ServerError):
    """`product_price` is not a decimal of at most 7 digits before the point, 2 after."""

    code = "157"


class VarPriceGenderInvalidError(ServerError):
    """The gender of the variable price is none of m, M, f, F."""

    code = "158"


class BasePriceThresholdInvalidError(ServerError):
    """`base_price_threshold` is not a decimal from 0.01 to 0.99."""

    code = "159"


class BasePriceThresholdNotPresentError(ServerError):
    """`base_price_threshold` is missing."""

    code = "160"


class WeightingGenderInvalidError(ServerError):
    """`weighting_gender` is not an integer from 0 to 10."""

    code = "161"


class GenderParameterNotPresentError(ServerError):
    """Gender and `weighting_gender` are needed together."""

    code = "162"


class AgeRangeLowInvalidError(ServerError):
    """`age_range_low` is not an integer from 0 to 99."""

    code = "163"


class AgeRangeHighInvalidError(ServerError):
    """The high end of the age range is not an integer from 0 to 99."""

    code = "164"


class WeightingAgeRangeInvalidError(ServerError):
    """`weighting_age_range` is not an integer from 0 to 10."""

    code = "165"


class WeightingMailingListParentEntityInvalidError(ServerError):
    """`weighting_mailing_list_parent_entity` is not an integer from 0 to 10."""

    code = "167"


class WeightingMissingParametersError(ServerError):
    """No weighting was sent: neither by gender, by age range nor by mailing list."""

    code = "168"


class AgeRangeParameterNotPresentError(ServerError):
    """`age_range_low`, `age_range_high` and `weighting_age_range` are needed together."""

    code = "169"


class VarPriceRecordAlreadyPresentError(ServerError):
    """The product has a variable price, which is to be deleted before another is added."""

    code = "170"


class AgeRangeHighLowMismatchError(ServerError):
    """`age_range_high` is not above `age_range_low`."""

    code = "171"


class WeightingFbShareLinkInvalidError(ServerError):
    """`weighting_fb_share_link` is not an integer from 0 to 10."""

    code = "172"


class VarPriceIdInvalidError(ServerError):
    """`var_price_id` is neither an integer nor integers joined by commas without spaces."""

    code = "173"


class VarPriceIdNotPresentError(ServerError):
    """`var_price_id` is missing."""

    code = "174"


class VarPriceIdNotFoundError(ServerError):
    """No variable price has this `var_price_id`."""

    code = "175"


class NoValidSessionAuthMethodFacebookError(ServerError):
    """A session by a Facebook login is needed; its access token may need renewal."""

    code = "176"


class AgeRangeLowTooHighError(ServerError):
    """`age_range_low` is not below the stored `age_range_high`."""

    code = "177"


class AgeRangeHighTooLowError(ServerError):
    """`age_range_high` is not above the stored `age_range_low`."""

    code = "178"


class VoucherIdInvalidError(ServerError):
    """`voucher_id` is not an integer."""

    code = "179"


class ClaimIdNotPresentError(ServerError):
    """`claim_id` is missing."""

    code = "180"


class VoucherKeyInvalidError(ServerError):
    """`voucher_key` is malformed: 64 letters and digits are expected."""

    code = "181"


class VoucherKeyNotPresentError(ServerError):
    """`voucher_key` is missing."""

    code = "182"


class VoucherNotFoundError(NotFoundError):
    """No voucher has this key or id."""

    code = "183"


class VarPriceClaimDateExpiredError(ServerError):
    """The last day to claim this variable price is over."""

    code = "184"


class VarPriceClaimStatusClaimedError(ServerError):
    """The variable price is claimed already."""

    code = "185"


class VarPriceClaimStatusRedeemedError(ServerError):
    """The variable price is claimed, and the shop has verified it."""

    code = "186"


class VarPriceClaimAuthenticationFailureError(ServerError):
    """The user has no right to claim this variable price."""

    code = "187"


class ClaimCodeNotPresentError(ServerError):
    """`claim_code` is missing."""

    code = "188"


class ClaimCodeInvalidError(ServerError):
    """`claim_code` is not an integer of fewer than 10 digits."""

    code = "189"


class ClaimViewTypeNotPresentError(ServerError):
    """`claim_view_type` is missing."""

    code = "190"


class ClaimViewTypeInvalidError(ServerError):
    """`claim_view_type` is neither `retailer` nor `user`."""

    code = "191"


class ClaimNotFoundError(ServerError):
    """No valid claim has this `claim_code`."""

    code = "192"


class VarPriceClaimStatusUnclaimedError(ServerError):
    """The variable price is not claimed yet, and may have expired."""

    code = "193"


class ProductOwnerCodeInvalidError(ServerError):
    """`product_owner_code` has more than 32 characters."""

    code = "194"


class CustomerEmailAddressInvalidError(ServerError):
    """`customer_email_address` is not an email address."""

    code = "195"


class CustomerEmailAddressNotPresentError(ServerError):
    """`customer_email_address` is missing."""

    code = "196"


class CustomerFirstnameInvalidError(ServerError):
    """`customer_firstname` is not a valid name."""

    code = "197"


class CustomerFirstnameNotPresentError(ServerError):
    """`customer_firstname` is missing."""

    code = "198"


class CustomerLastnameInvalidError(ServerError):
    """`customer_lastname` is not a valid name."""

    code = "199"


class CustomerLastnameNotPresentError(ServerError):
    """`customer_lastname` is missing."""

    code = "200"


class InventoryIdNotInStockError(ServerError):
    """The item of this `inventory_id` is out of stock."""

    code = "201"


class InventoryReservationIdInvalidError(ServerError):
    """`inventory_reservation_id` is not an integer of at most 10 digits."""

    code = "202"


class InventoryReservationIdNotPresentError(ServerError):
    """`inventory_reservation_id` is missing."""

    code = "203"


class InventoryReservationStatusInvalidError(ServerError):
    """`inventory_reservation_status` is none of 1, 2, 3."""

    code = "204"


class InventoryReservationStatusNotPresentError(ServerError):
    """`inventory_reservation_status` is missing."""

    code = "205"


class InventoryReservationIdNotFoundError(ServerError):
    """No reservation has this `inventory_reservation_id`."""

    code = "206"


class CustomerPhoneNumberInvalidError(ServerError):
    """`customer_phone_number` has others than digits, spaces and `().+-`."""

    code = "207"


class IncludeExpiredInvalidError(ServerError):
    """`include_expired` is neither 0 nor 1."""

    code = "209"


class ClaimStatusInvalidError(ServerError):
    """`claim_status` is none of 0, 1, 2."""

    code = "210"


class WeightingFixedInvalidError(ServerError):
    """`weighting_fixed` is not an integer from 0 to 10."""

    code = "211"


class ClaimIdNotFoundError(ServerError):
    """The user has no claim with this `claim_id` in the status claimed."""

    code = "212"


class AgeRangeCustomStringInvalidError(ServerError):
    """`age_range_custom_string` has more than 32 characters."""

    code = "213"


class UserEntityCardNotFoundError(BadRequestError):
    """The user has no card at this entity."""

    code = "214"


class UnmatchedUserIdError(BadRequestError):
    """`user_id` is not that of the session or of another parameter."""

    code = "215"


class VoucherStatusInvalidError(ServerError):
    """`voucher_status` is none of 0, 1, 2."""

    code = "216"


class ChainIdNotFoundError(BadRequestError):
    """No chain has this `chain_id`."""

    code = "217"


class EntityShortCodeInvalidError(ServerError):
    """`entity_short_code` has more than 16 characters, or others than letters and digits."""

    code = "218"


class EntityShortCodeNotPresentError(ServerError):
    """`entity_short_code` is missing."""

    code = "219"


class EntityShortCodeNotFoundError(ServerError):
    """No entity has this `entity_short_code`."""

    code = "220"


class WeightingBirthdayInvalidError(ServerError):
    """`weighting_birthday` is not an integer from 0 to 10."""

    code = "221"


class BirthdayRangeDaysInvalidError(ServerError):
    """`birthday_range_days` is not an integer from 1 to 99."""

    code = "222"


class BirthdayRangePeriodInvalidError(ServerError):
    """`birthday_range_period` is none of 0, 1, 2."""

    code = "223"


class ParameterCombinationInvalidError(ServerError):
    """`claim_code` goes with none of `chain_id`, `business_id`, `user_entity_code`."""

    code = "224"


class ChainOrBusinessIdCombiRequiredError(ServerError):
    """`user_entity_code` needs exactly one of `chain_id` and `business_id`."""

    code = "225"


class UserEntityCodeNotPresentError(ServerError):
    """`user_entity_code` is missing, and there is no `claim_code` in its place."""

    code = "226"


class UserEntityCodeInvalidError(ServerError):
    """`user_entity_code` is not an integer of 1 to 13 digits."""

    code = "227"


class AuthMethodInvalidError(ServerError):
    """The value of `auth_method` is not valid."""

    code = "228"


class JsonPostExpectedError(BadRequestError):
    """The body of the POST is not JSON (application/json)."""

    code = "229"


class EntityNotFoundError(ServerError):
    """There is no such entity."""

    code = "230"


class CurrencyNotFoundError(ServerError):
    """The currency is none of the listed ones."""

    code = "231"


class ProductNotPartOfEntityError(ServerError):
    """A basket takes the items of one entity only."""

    code = "233"


class UserAlreadyExistsError(BadRequestError):
    """An account with this email address exists; log in, or use another address."""

    code = "234"


class DateValueError(ServerError):
    """The date is not in the form YYYY-MM-DD."""

    code = "237"


class MypriceAppNotFoundError(ServerError):
    """There is no such app."""

    code = "238"


class UserIdNotPermittedError(ServerError):
    """`user_id` is not that of the session."""

    code = "239"


class LinkingExistingIdentityError(ServerError):
    """The identity to link to this account is known already."""

    code = "240"


class FbDeauthoriseError(ServerError):
    """Facebook's deauthorise request failed."""

    code = "241"


class ProductWithoutVarPriceError(ServerError):
    """The product has no variable price."""

    code = "242"


class InventoryIdNotFoundError(ServerError):
    """No inventory has this `inventory_id`."""

    code = "243"


class CampaignIdInvalidError(BadRequestError):
    """`campaign_id` is not an integer."""

    code = "244"


class CampaignIdNotPresentError(BadRequestError):
    """`campaign_id` is missing."""

    code = "245"


class CampaignIdNotFoundError(ServerError):
    """No campaign has this `campaign_id`."""

    code = "246"


class CampaignRuleIdInvalidError(ServerError):
    """`campaign_rule_id` is not an integer."""

    code = "247"


class CampaignRuleIdNotPresentError(ServerError):
    """`campaign_rule_id` is missing."""

    code = "248"


class CampaignRuleIdNotFoundError(ServerError):
    """No rule of a campaign has this `campaign_rule_id`."""

    code = "249"


class InventoryOwnerCodeNotFoundError(ServerError):
    """No inventory has this `inventory_owner_code`."""

    code = "250"


class UserLocationInvalidError(ServerError):
    """The user's location is not valid."""

    code = "251"


class BasketCurrencyMissingError(ServerError):
    """The basket says no currency (`basket_currency`)."""

    code = "252"


class InventoryBarcodeMissingError(ServerError):
    """`inventory_barcode` is missing."""

    code = "253"


class InventoryBarcodeInvalidError(ServerError):
    """`inventory_barcode` is not an integer of at most 25 digits."""

    code = "254"


class InventoryBarcodeIdInvalidError(ServerError):
    """`inventory_barcode_id` is not an integer of at most 10 digits."""

    code = "255"


class InventoryBarcodeIdNotPresentError(ServerError):
    """`inventory_barcode_id` is missing."""

    code = "256"


class InventoryBarcodeIdNotFoundError(ServerError):
    """No barcode has this `inventory_barcode_id`."""

    code = "257"


class InventoryBarcodeNotPresentError(ServerError):
    """`inventory_barcode` was not sent."""

    code = "258"


class InventoryBarcodeAlreadyPresentError(ServerError):
    """The `inventory_id` has this `inventory_barcode` already."""

    code = "259"


class ProductSeasonTooLongError(ServerError):
    """`product_season` has more than 64 characters."""

    code = "260"


class ColourTagsRequiredError(ServerError):
    """The property `colour_tags` is missing."""

    code = "261"


class AppPlatformTypeNotAllowedError(BadRequestError):
    """`app_platform_type` is none of those permitted."""

    code = "262"


class InvalidOperatorTypeError(BadRequestError):
    """The value of `operator_type` is not valid."""

    code = "263"


class MypriceAppWithoutEntityError(BadRequestError):
    """The app belongs to no entity."""

    code = "264"


class AuthorizationInvalidError(BadRequestError):
    """The authorization header is malformed."""

    code = "265"


class AccessTokenInvalidError(AuthenticationError):
    """The access token is not valid."""

    code = "266"


class NoValidUserError(AuthenticationError):
    """A valid user name is needed."""

    code = "267"


class NoPrivilegedAuthError(AuthenticationError):
    """The call needs privileged authentication."""

    code = "268"


class NoMypriceAppError(BadRequestError):
    """The app's host name is needed."""

    code = "269"


class UserNotFoundError(NotFoundError):
    """There is no such user."""

    code = "270"


class BasketPromosActiveError(BadRequestError):
    """Promotions on the basket are active, and win."""

    code = "271"


class HasherTypeInvalidError(BadRequestError):
    """`hasher_type` is not an integer of 1 to 3 digits."""

    code = "272"


class VoucherAmountInvalidError(BadRequestError):
    """The voucher's amount is negative, or above the credit."""

    code = "273"


class MagentoOauthExceptionError(BadRequestError):
    """Magento: a technical problem, of which support was told."""

    code = "274"


class MagentoUnexpectedResponseError(BadRequestError):
    """Magento answered something unexpected."""

    code = "275"


class LegacyLoyaltyNotFoundError(BadRequestError):
    """The app has no older loyalty programme to merge from."""

    code = "276"


class LegacyLoyaltyAlreadyMergedError(BadRequestError):
    """The user's older loyalty account is merged already."""

    code = "277"


class PostalcodeInvalidError(BadRequestError):
    """The postal code has the wrong form."""

    code = "278"


class MagentoUnauthorisedError(AuthenticationError):
    """Magento: user name or email and password do not match."""

    code = "279"


class VoucherLockedError(AuthenticationError):
    """The voucher is locked, and cannot be deleted now."""

    code = "280"


class DemandwareOauthExceptionError(ServerError):
    """Demandware: a technical problem, of which support was told."""

    code = "281"


class DemandwareUnauthorisedError(AuthenticationError):
    """Demandware: user name or email and password do not match."""

    code = "282"


class DemandwareUnexpectedResponseError(BadRequestError):
    """Demandware's login server answered something unexpected."""

    code = "283"


class ProductVariantIdNotFoundError(AuthenticationError):
    """No product variant has this `product_variant_id`."""

    code = "284"


class ProductVariantIdNotPresentError(AuthenticationError):
    """`product_variant_id` is missing."""

    code = "285"


class ProductIdAndVariantIdNotAllowedError(AuthenticationError):
    """`product_id` and `product_variant_id` cannot both be sent."""

    code = "286"


class ProductIdAndProductVariantIdNotFoundError(AuthenticationError):
    """One of `product_id` and `product_variant_id` is needed."""

    code = "287"


class VoucherStatusClaimedError(AuthenticationError):
    """The voucher is claimed or redeemed already."""

    code = "288"


class DemandwareUnexpectedCustomerCountError(ServerError):
    """Demandware: the number of matching customers is not as expected."""

    code = "289"


class MailingListNotActivatedError(AuthenticationError):
    """The app has no mailing list switched on."""

    code = "290"


class MailingListSubscribedBooleanRequiredError(AuthenticationError):
    """`mailing_list_subscribed` is not a boolean."""

    code = "291"


class MailingListSubOfferedBooleanRequiredError(AuthenticationError):
    """`mailing_list_sub_offered` is not a boolean."""

    code = "292"


class VoucherUpdateOngoingError(ServerError):
    """The voucher is being changed, and cannot be changed now."""

    code = "293"


class InvalidVoucherStatusError(BadRequestError):
    """The voucher's status does not allow this."""

    code = "294"


class NoUrlForProxiedImageError(NotFoundError):
    """No URL could be made for the proxied image."""

    code = "295"


class DataUpdateConflictError(ServerError):
    """Data are in conflict; nothing was changed."""

    code = "296"


class S3UploadFailedError(ServerError):
    """The file could not be stored on S3."""

    code = "297"


class FacebookEmailMissingError(BadRequestError):
    """The Facebook user has no email address."""

    code = "298"


class LegacyLoyaltyNumberInvalidError(BadRequestError):
    """The number of the older loyalty programme is not valid."""

    code = "299"


class CurrencyAmountInvalidError(BadRequestError):
    """The amount is not a number with a point as its decimal separator."""

    code = "300"


class CurrencyAmountNotPresentError(BadRequestError):
    """An amount of money is missing."""

    code = "301"


class LogMessageNotPresentError(BadRequestError):
    """`log_message`, a text, is missing."""

    code = "302"


class AmountAboveDailyUserMaxError(AuthenticationError):
    """The amount is above what the user may get in a day."""

    code = "303"


class MaxManualDailyAmountNotPresentError(BadRequestError):
    """`max_manual_daily_amount` is missing."""

    code = "304"


class UnmatchedEntitiesError(BadRequestError):
    """What was sent belongs to different chains or businesses."""

    code = "305"


class MissingTransactionError(ServerError):
    """The database's transaction failed."""

    code = "306"


class TooManyFailedLoginsError(PermissionDeniedError):
    """Too many logins failed within a certain time."""

    code = "307"


class OriginalBasketNotFoundError(BadRequestError):
    """There is no basket with the original's id."""

    code = "308"


class OriginalBasketItemNotFoundError(BadRequestError):
    """The original basket has no item with this owner code."""

    code = "309"


class ReturnQuantityExceedsOriginalQuantityError(BadRequestError):
    """More is returned than the original basket's item has."""

    code = "310"


class BasketAlreadyExistsError(BadRequestError):
    """A basket with this retailer's code exists."""

    code = "311"


class InvalidMyPriceAppError(BadRequestError):
    """The app may not act for this chain."""

    code = "312"


class InsufficientBalanceError(BadRequestError):
    """The amount is above the balance."""

    code = "313"


class CreatePlatformEndpointFailedError(ServerError):
    """The endpoint for notifications could not be made."""

    code = "314"


class DeletePlatformEndpointFailedError(ServerError):
    """The endpoint for notifications could not be deleted."""

    code = "315"


class ParameterSuppliedNotBooleanError(BadRequestError):
    """A parameter that must be a boolean is not."""

    code = "316"


class FeatureToggleNotFoundError(NotFoundError):
    """There is no such feature toggle."""

    code = "317"


class FeatureToggleValueNotSuppliedError(BadRequestError):
    """The feature toggle's value is missing."""

    code = "318"


class ReturnItemNotNegativeValueError(BadRequestError):
    """An item that is returned needs a negative value."""

    code = "319"


class OptInProgrammeNotActivatedError(BadRequestError):
    """The app has no opt-in programme switched on."""

    code = "320"


class ProgrammeOptedInBooleanRequiredError(BadRequestError):
    """`programme_opted_in` is not a boolean."""

    code = "321"


class SecondaryEmailInvalidError(BadRequestError):
    """The second email address has the wrong form."""

    code = "322"


class VoucherStatusRedeemedError(BadRequestError):
    """The voucher cannot be used: it is claimed or redeemed already."""

    code = "323"


class IllegalUserPurchaseProgressAmountError(BadRequestError):
    """This amount is not permitted."""

    code = "324"


class InvalidNonceError(BadRequestError):
    """The nonce is not valid."""

    code = "325"


class ExpiredNonceError(BadRequestError):
    """The nonce has expired."""

    code = "326"


class NonceAlreadyUsedError(BadRequestError):
    """The nonce has been used."""

    code = "327"


class WalletNotFoundError(BadRequestError):
    """The chain has no wallet for this."""

    code = "328"


class ExportNotSupportedError(BadRequestError):
    """This kind of entity cannot be exported."""

    code = "329"


class ServerErrorError(ServerError):
    """The server failed, unexpectedly."""

    code = "330"


class ReceiptNotFoundError(BadRequestError):
    """The transaction has no receipt."""

    code = "331"


class SavingBasketError(ServerError):
    """The basket could not be stored: the database failed."""

    code = "332"


class FailedLoggingBasketEventError(BadRequestError):
    """The basket could not be passed on to analytics."""

    code = "333"


class DispatchingAddBasketEventError(BadRequestError):
    """The message about the basket could not be published."""

    code = "334"


class UnknownReceiptMemberError(BadRequestError):
    """The basket belongs to no known member."""

    code = "335"


class UnknownReceiptError(BadRequestError):
    """There is no such receipt."""

    code = "336"


class BasketPlatformTypeUnrecognisedError(BadRequestError):
    """`basket_platform_type` or `app_platform_type` is missing or unknown."""

    code = "337"


class UserfileNotPresentError(BadRequestError):
    """There is no file of users."""

    code = "338"


class UserfileIncorrectNameError(BadRequestError):
    """The file's parameter is not named `userfile`."""

    code = "339"


class UserfileNotCsvError(BadRequestError):
    """The `userfile` is not a CSV file with the extension `.csv`."""

    code = "400"


class FileUploadFailedError(BadRequestError):
    """The upload of the file failed."""

    code = "401"


class FileTooBigError(BadRequestError):
    """The file is too big."""

    code = "402"


class CampaignTypeNotSupportedError(BadRequestError):
    """The call does not take campaigns of this type."""

    code = "403"


class UserIdOrMemberNumberRequiredError(BadRequestError):
    """Either `user_id` or `member_number` is needed."""

    code = "404"


class EntityMismatchError(BadRequestError):
    """The entities or chains do not fit each other."""

    code = "405"


class WalletNotRedeemableError(BadRequestError):
    """The wallet takes no vouchers: none are made from it or redeemed."""

    code = "406"


class CalculationError(BadRequestError):
    """A calculation failed."""

    code = "407"


class SavingObjectError(ServerError):
    """An object could not be stored: the database failed."""

    code = "408"


class OperandCampaignMismatchError(BadRequestError):
    """The operand's campaign does not fit another parameter."""

    code = "409"


class ParameterNotNumericError(BadRequestError):
    """A parameter that must be a number is not."""

    code = "410"


class ParameterNotInWhitelistError(BadRequestError):
    """A parameter has a value that is not listed as permitted."""

    code = "411"


class ParameterTypeMismatchError(BadRequestError):
    """A parameter has the wrong type."""

    code = "412"


class CampaignNotFoundError(BadRequestError):
    """There is no such campaign."""

    code = "413"


class MultipleParameterMismatchError(BadRequestError):
    """Several parameters were sent where fewer are taken."""

    code = "416"


class StringParameterTooLongError(BadRequestError):
    """A parameter is too long."""

    code = "417"


class ParameterInvalidError(BadRequestError):
    """A parameter is not valid, or has the wrong form."""

    code = "419"


class CountryCodeInvalidError(BadRequestError):
    """The country code is not one of two letters (ISO alpha-2)."""

    code = "420"


class S3OperationFailedError(BadRequestError):
    """An operation on S3 failed."""

    code = "421"


class UpdateNotPermittedError(BadRequestError):
    """This change is not permitted."""

    code = "422"


class ParameterSuppliedNotIntegerError(BadRequestError):
    """A parameter that must be an integer is not."""

    code = "423"


class AccessDeniedError(BadRequestError):
    """Access is refused."""

    code = "424"


class MissingDefaultAuthenticationPointMultisiteError(BadRequestError):
    """The authentication point has several sites, and no default one is set."""

    code = "425"


class MemberNumberRangeInvalidError(BadRequestError):
    """`member_number` is above the highest that the app allows."""

    code = "426"


class MemberNumberDuplicateError(BadRequestError):
    """`member_number` is taken in this app."""

    code = "427"


class ParameterCombinationNotAllowedError(BadRequestError):
    """These parameters cannot be sent together."""

    code = "428"


class Magento2ApiExceptionError(BadRequestError):
    """Magento 2: a technical problem, of which support was told."""

    code = "429"


class Magento2UnexpectedResponseError(BadRequestError):
    """Magento 2 answered something unexpected."""

    code = "430"


class ObjectsExceedMaximumQuantityError(BadRequestError):
    """There are more objects than permitted."""

    code = "431"


class DispatchingSnsError(BadRequestError):
    """The message could not be published to SNS."""

    code = "432"


class InvalidUrlError(BadRequestError):
    """The URL is not valid."""

    code = "433"


class TooManyDuplicateObjectsError(BadRequestError):
    """Too many objects match: duplicates."""

    code = "434"


class InsufficientObjectsError(BadRequestError):
    """Too few objects match."""

    code = "435"


class VoucherExpiredError(NotFoundError):
    """The voucher has expired."""

    code = "436"


class SparZwOauthExceptionError(ServerError):
    """Spar ZW: a technical problem, which support looks into."""

    code = "437"


class SparZwUnauthorisedError(AuthenticationError):
    """Spar ZW: user name or email or the password is wrong."""

    code = "438"


class SparZwFindUserExceptionError(AuthenticationError):
    """Spar ZW finds no user with this name or email and password."""

    code = "439"


class SparZwUnexpectedResponseError(BadRequestError):
    """Spar ZW's login server answered something unexpected."""

    code = "440"


class ParameterMissingError(BadRequestError):
    """A parameter is missing."""

    code = "441"


class OilDemandwareUnexpectedResponseError(BadRequestError):
    """Talend OIL, the remote system, could not create the user."""

    code = "442"


class OilDemandwarePasswordInvalidError(BadRequestError):
    """The password does not fulfil Demandware's requirements."""

    code = "443"


class OilDemandwareUserAlreadyExistsError(BadRequestError):
    """Demandware has an account with this email address."""

    code = "444"


class SandwichOauthExceptionError(BadRequestError):
    """Sandwich: a technical problem, which support looks into."""

    code = "445"


class SandwichFindUserExceptionError(BadRequestError):
    """Sandwich failed to fetch the user's details; try again."""

    code = "446"


class SandwichUnauthorisedError(AuthenticationError):
    """Sandwich: user name or email or the password is wrong."""

    code = "447"


class SandwichUnexpectedResponseError(BadRequestError):
    """Sandwich's login server answered something unexpected."""

    code = "448"


class CampaignNotActiveError(BadRequestError):
    """The campaign is not active."""

    code = "449"


class CampaignFullyRedeemedError(BadRequestError):
    """The campaign's rewards are all redeemed."""

    code = "450"


class InsufficientPointsForInteractionError(BadRequestError):
    """The points do not suffice."""

    code = "451"


class ObjectParameterInvalidError(BadRequestError):
    """No object belongs to the parameter."""

    code = "453"


class MagentoUnexpectedUpdateUserResponseError(BadRequestError):
    """Magento could not update the customer."""

    code = "454"


class MagentoUnexpectedSearchUserResponseError(BadRequestError):
    """Magento does not find the customer."""

    code = "455"


class MagentoUnexpectedAuthenticateUserResponseError(BadRequestError):
    """Magento could not authenticate the customer."""

    code = "456"


class MagentoUnexpectedCreateUserResponseError(BadRequestError):
    """Magento could not create the customer."""

    code = "457"


class TaskNotFoundError(BadRequestError):
    """There is no such task."""

    code = "458"


class RecipientRewardDiscountRatioInvalidError(BadRequestError):
    """The recipient's discount ratio is above 1."""

    code = "459"


class SenderRewardDiscountRatioInvalidError(BadRequestError):
    """The sender's discount ratio is above 1."""

    code = "460"


class VoucherDiscountRatioInvalidError(BadRequestError):
    """The voucher's discount ratio is above 1."""

    code = "461"


ERRORS: Mapping[str, type[APIStatusError]] = by_code(
    UsernameInvalidError,
    PasswordInvalidError,
    HttpVarsMissingError,
    HttpRequestMethodNotAllowedError,
    PasswordErrorOrNonExistentError,
    NoValidSessionError,
    UserUsernameInvalidError,
    UserUsernameNotPresentError,
    UserUsernameNotPermittedError,
    BusinessIdInvalidError,
    BusinessIdNotPresentError,
    ProductIdInvalidError,
    ProductIdNotPresentError,
    NoHttpMethodError,
    HttpMethodError,
    ProductNameTooLongError,
    ProductDescriptionTooLongError,
    NoParametersPassedError,
    UserNotPermittedThisBusinessError,
    ProductManufacturerTooLongError,
    ProductBrandTooLongError,
    ProductEanCodeTooLongError,
    ProductEanCodeIncorrectFormatError,
    ProductWeightGIncorrectError,
    ProductLengthCmIncorrectError,
    ProductWidthCmIncorrectError,
    ProductHeightCmIncorrectError,
    ProductVolumeCm3IncorrectError,
    ProductColourIncorrectError,
    ProductYearOfManufactureIncorrectError,
    CategoryIdInvalidError,
    InventoryPublishedStatusIncorrectError,
    InventoryStockStatusIncorrectError,
    InventoryQuantityIncorrectError,
    InventoryConditionIncorrectError,
    InventoryPriceBlankError,
    InventoryPriceNotDecimalError,
    MissingNecessaryParametersError,
    InventoryPublishedExpiryDateIncorrectError,
    SessionKeyInvalidError,
    DuplicatePrimaryImageError,
    ImagefileNameFormatError,
    ImagefilePrimaryInvalidError,
    ImagefileNotPresentError,
    ImagefileIncorrectNameError,
    ImagefileInvalidError,
    ImagefileUnableToWriteError,
    SearchStringLengthError,
    SearchStringNotPresentError,
    ImageSeqNumInvalidError,
    ImageSeqNumNotPresentError,
    ImageSeqNumAlreadyPresentError,
    PermissionDeniedOrNonExistentError,
    EntityNoCurrentImagesError,
    ImagePrimaryInvalidError,
    ImagePrimaryNotPresentError,
    ImageAlreadyPrimaryError,
    ImageNotPresentError,
    ImagePrimaryDeleteLastError,
    ChainOrBusinessIdRequiredError,
    ChainIdInvalidError,
    ProductAddToBusinessChainMemberError,
    InventoryConditionCompulsoryError,
    InventoryPublishedStatusCompulsoryError,
    InventoryStockStatusCompulsoryError,
    ProductNotAssociatedWithBusinessError,
    ChainIdRequiredError,
    ProductIdOrCategoryIdRequiredError,
    MiscellaneousDataError,
    InventoryIdInvalidError,
    InventoryIdNotPresentError,
    IncorrectInventoryIdBusinessIdComboError,
    MissingOrInvalidInventoryDeleteBulkError,
    ProductInventoryNotDeletedError,
    ProductIdNotFoundError,
    InventoryCurrencyIdInvalidError,
    InventoryCurrencyIdNotPresentError,
    InventorySizeTooLongError,
    InventoryColourTooLongError,
    SearchColourLengthError,
    GenderValueError,
    AdultChildValueError,
    LatLongBothRequiredError,
    LatLongInvalidError,
    SearchBrandLengthError,
    SearchRadiusKmInvalidError,
    NuclearOptionInvalidError,
    InventoryAutoAddedInvalidError,
    FbPageIdInvalidError,
    FbPageIdNotPresentError,
    FbPageIdAlreadyInUseError,
    ProductPublishedStatusInvalidError,
    FbPageNameInvalidError,
    FbPageLinkInvalidError,
    FbPageLinkNotPresentError,
    FbPageInfoJsonInvalidError,
    FbPageInfoJsonNotPresentError,
    FbAppBusinessChainMissingParametersError,
    FbAppBusinessChainTooManyParametersError,
    SearchOwnerCodeLengthError,
    BusinessIdDistanceSearchIncompatibleError,
    ProductSizeInvalidError,
    ProductNameNotPresentError,
    ProductManufacturerNotPresentError,
    CategoryIdNotPresentError,
    ProductCurrencyIdInvalidError,
    BusinessNameInvalidError,
    BusinessDescriptionInvalidError,
    BusinessAddress1InvalidError,
    BusinessAddress2InvalidError,
    BusinessAddress3InvalidError,
    BusinessTowncityInvalidError,
    BusinessRegionInvalidError,
    BusinessPostalcodeInvalidError,
    BusinessCountryCodeInvalidError,
    BusinessLatitudeInvalidError,
    BusinessLongitudeInvalidError,
    BusinessEmailAddressInvalidError,
    BusinessPhoneNumberInvalidError,
    BusinessFaxNumberInvalidError,
    BusinessWebsiteUrlInvalidError,
    BusinessFacebookUrlInvalidError,
    BusinessTwitterUsernameInvalidError,
    BusinessLinkedinUrlInvalidError,
    BusinessCurrencyIdInvalidError,
    BusinessOwnerCodeInvalidError,
    BusinessIdNotFoundError,
    SearchSizeTooLongError,
    ProductWebUrlInvalidError,
    ProductCurrencyIdDoesNotExistError,
    CategoryIdDoesNotExistError,
    FbAccessTokenInvalidError,
    FbAccessTokenExpiryInvalidError,
    FbGraphApiAccessFailedError,
    FbOauthExceptionError,
    FbGraphMiscExceptionError,
    UserIdInvalidError,
    UserIdNotPresentError,
    ProductPriceMissingOrBlankError,
    ProductPriceNotDecimalError,
    VarPriceGenderInvalidError,
    BasePriceThresholdInvalidError,
    BasePriceThresholdNotPresentError,
    WeightingGenderInvalidError,
    GenderParameterNotPresentError,
    AgeRangeLowInvalidError,
    AgeRangeHighInvalidError,
    WeightingAgeRangeInvalidError,
    WeightingMailingListParentEntityInvalidError,
    WeightingMissingParametersError,
    AgeRangeParameterNotPresentError,
    VarPriceRecordAlreadyPresentError,
    AgeRangeHighLowMismatchError,
    WeightingFbShareLinkInvalidError,
    VarPriceIdInvalidError,
    VarPriceIdNotPresentError,
    VarPriceIdNotFoundError,
    NoValidSessionAuthMethodFacebookError,
    AgeRangeLowTooHighError,
    AgeRangeHighTooLowError,
    VoucherIdInvalidError,
    ClaimIdNotPresentError,
    VoucherKeyInvalidError,
    VoucherKeyNotPresentError,
    VoucherNotFoundError,
    VarPriceClaimDateExpiredError,
    VarPriceClaimStatusClaimedError,
    VarPriceClaimStatusRedeemedError,
    VarPriceClaimAuthenticationFailureError,
    ClaimCodeNotPresentError,
    ClaimCodeInvalidError,
    ClaimViewTypeNotPresentError,
    ClaimViewTypeInvalidError,
    ClaimNotFoundError,
    VarPriceClaimStatusUnclaimedError,
    ProductOwnerCodeInvalidError,
    CustomerEmailAddressInvalidError,
    CustomerEmailAddressNotPresentError,
    CustomerFirstnameInvalidError,
    CustomerFirstnameNotPresentError,
    CustomerLastnameInvalidError,
    CustomerLastnameNotPresentError,
    InventoryIdNotInStockError,
    InventoryReservationIdInvalidError,
    InventoryReservationIdNotPresentError,
    InventoryReservationStatusInvalidError,
    InventoryReservationStatusNotPresentError,
    InventoryReservationIdNotFoundError,
    CustomerPhoneNumberInvalidError,
    IncludeExpiredInvalidError,
    ClaimStatusInvalidError,
    WeightingFixedInvalidError,
    ClaimIdNotFoundError,
    AgeRangeCustomStringInvalidError,
    UserEntityCardNotFoundError,
    UnmatchedUserIdError,
    VoucherStatusInvalidError,
    ChainIdNotFoundError,
    EntityShortCodeInvalidError,
    EntityShortCodeNotPresentError,
    EntityShortCodeNotFoundError,
    WeightingBirthdayInvalidError,
    BirthdayRangeDaysInvalidError,
    BirthdayRangePeriodInvalidError,
    ParameterCombinationInvalidError,
    ChainOrBusinessIdCombiRequiredError,
    UserEntityCodeNotPresentError,
    UserEntityCodeInvalidError,
    AuthMethodInvalidError,
    JsonPostExpectedError,
    EntityNotFoundError,
    CurrencyNotFoundError,
    ProductNotPartOfEntityError,
    UserAlreadyExistsError,
    DateValueError,
    MypriceAppNotFoundError,
    UserIdNotPermittedError,
    LinkingExistingIdentityError,
    FbDeauthoriseError,
    ProductWithoutVarPriceError,
    InventoryIdNotFoundError,
    CampaignIdInvalidError,
    CampaignIdNotPresentError,
    CampaignIdNotFoundError,
    CampaignRuleIdInvalidError,
    CampaignRuleIdNotPresentError,
    CampaignRuleIdNotFoundError,
    InventoryOwnerCodeNotFoundError,
    UserLocationInvalidError,
    BasketCurrencyMissingError,
    InventoryBarcodeMissingError,
    InventoryBarcodeInvalidError,
    InventoryBarcodeIdInvalidError,
    InventoryBarcodeIdNotPresentError,
    InventoryBarcodeIdNotFoundError,
    InventoryBarcodeNotPresentError,
    InventoryBarcodeAlreadyPresentError,
    ProductSeasonTooLongError,
    ColourTagsRequiredError,
    AppPlatformTypeNotAllowedError,
    InvalidOperatorTypeError,
    MypriceAppWithoutEntityError,
    AuthorizationInvalidError,
    AccessTokenInvalidError,
    NoValidUserError,
    NoPrivilegedAuthError,
    NoMypriceAppError,
    UserNotFoundError,
    BasketPromosActiveError,
    HasherTypeInvalidError,
    VoucherAmountInvalidError,
    MagentoOauthExceptionError,
    MagentoUnexpectedResponseError,
    LegacyLoyaltyNotFoundError,
    LegacyLoyaltyAlreadyMergedError,
    PostalcodeInvalidError,
    MagentoUnauthorisedError,
    VoucherLockedError,
    DemandwareOauthExceptionError,
    DemandwareUnauthorisedError,
    DemandwareUnexpectedResponseError,
    ProductVariantIdNotFoundError,
    ProductVariantIdNotPresentError,
    ProductIdAndVariantIdNotAllowedError,
    ProductIdAndProductVariantIdNotFoundError,
    VoucherStatusClaimedError,
    DemandwareUnexpectedCustomerCountError,
    MailingListNotActivatedError,
    MailingListSubscribedBooleanRequiredError,
    MailingListSubOfferedBooleanRequiredError,
    VoucherUpdateOngoingError,
    InvalidVoucherStatusError,
    NoUrlForProxiedImageError,
    DataUpdateConflictError,
    S3UploadFailedError,
    FacebookEmailMissingError,
    LegacyLoyaltyNumberInvalidError,
    CurrencyAmountInvalidError,
    CurrencyAmountNotPresentError,
    LogMessageNotPresentError,
    AmountAboveDailyUserMaxError,
    MaxManualDailyAmountNotPresentError,
    UnmatchedEntitiesError,
    MissingTransactionError,
    TooManyFailedLoginsError,
    OriginalBasketNotFoundError,
    OriginalBasketItemNotFoundError,
    ReturnQuantityExceedsOriginalQuantityError,
    BasketAlreadyExistsError,
    InvalidMyPriceAppError,
    InsufficientBalanceError,
    CreatePlatformEndpointFailedError,
    DeletePlatformEndpointFailedError,
    ParameterSuppliedNotBooleanError,
    FeatureToggleNotFoundError,
    FeatureToggleValueNotSuppliedError,
    ReturnItemNotNegativeValueError,
    OptInProgrammeNotActivatedError,
    ProgrammeOptedInBooleanRequiredError,
    SecondaryEmailInvalidError,
    VoucherStatusRedeemedError,
    IllegalUserPurchaseProgressAmountError,
    InvalidNonceError,
    ExpiredNonceError,
    NonceAlreadyUsedError,
    WalletNotFoundError,
    ExportNotSupportedError,
    ServerErrorError,
    ReceiptNotFoundError,
    SavingBasketError,
    FailedLoggingBasketEventError,
    DispatchingAddBasketEventError,
    UnknownReceiptMemberError,
    UnknownReceiptError,
    BasketPlatformTypeUnrecognisedError,
    UserfileNotPresentError,
    UserfileIncorrectNameError,
    UserfileNotCsvError,
    FileUploadFailedError,
    FileTooBigError,
    CampaignTypeNotSupportedError,
    UserIdOrMemberNumberRequiredError,
    EntityMismatchError,
    WalletNotRedeemableError,
    CalculationError,
    SavingObjectError,
    OperandCampaignMismatchError,
    ParameterNotNumericError,
    ParameterNotInWhitelistError,
    ParameterTypeMismatchError,
    CampaignNotFoundError,
    MultipleParameterMismatchError,
    StringParameterTooLongError,
    ParameterInvalidError,
    CountryCodeInvalidError,
    S3OperationFailedError,
    UpdateNotPermittedError,
    ParameterSuppliedNotIntegerError,
    AccessDeniedError,
    MissingDefaultAuthenticationPointMultisiteError,
    MemberNumberRangeInvalidError,
    MemberNumberDuplicateError,
    ParameterCombinationNotAllowedError,
    Magento2ApiExceptionError,
    Magento2UnexpectedResponseError,
    ObjectsExceedMaximumQuantityError,
    DispatchingSnsError,
    InvalidUrlError,
    TooManyDuplicateObjectsError,
    InsufficientObjectsError,
    VoucherExpiredError,
    SparZwOauthExceptionError,
    SparZwUnauthorisedError,
    SparZwFindUserExceptionError,
    SparZwUnexpectedResponseError,
    ParameterMissingError,
    OilDemandwareUnexpectedResponseError,
    OilDemandwarePasswordInvalidError,
    OilDemandwareUserAlreadyExistsError,
    SandwichOauthExceptionError,
    SandwichFindUserExceptionError,
    SandwichUnauthorisedError,
    SandwichUnexpectedResponseError,
    CampaignNotActiveError,
    CampaignFullyRedeemedError,
    InsufficientPointsForInteractionError,
    ObjectParameterInvalidError,
    MagentoUnexpectedUpdateUserResponseError,
    MagentoUnexpectedSearchUserResponseError,
    MagentoUnexpectedAuthenticateUserResponseError,
    MagentoUnexpectedCreateUserResponseError,
    TaskNotFoundError,
    RecipientRewardDiscountRatioInvalidError,
    SenderRewardDiscountRatioInvalidError,
    VoucherDiscountRatioInvalidError,
)
"""The error class of each code."""
