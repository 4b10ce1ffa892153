# Generated from specs/spaaza.yaml by the generator; edit the spec and run `make generate`.
"""What the Spaaza API sends and takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal, TypeAlias

from retail_runtime import Model, field

Gender: TypeAlias = Literal["M", "F"] | str
"""The gender."""

NewVoucherType: TypeAlias = Literal["basket", "basket_pct", "honour"]
"""The types that can be created: an amount off a basket, a part of its value off (`basket_pct`), or a right that
another system grants (`honour`).
"""

VoucherFilter: TypeAlias = Literal["all"]
"""Which vouchers a list of a member's vouchers holds beside those that can be used."""

VoucherStatus: TypeAlias = Literal["generated", "claimed", "redeemed"] | str
"""`generated`: it exists and cannot be redeemed yet.

`claimed`: it can be redeemed. `redeemed`: it was, and cannot change any more.
"""

VoucherType: TypeAlias = Literal["basket", "basket_pct", "honour"] | str
"""`basket`: an amount off a basket.

`basket_pct`: a part of a basket's value off. `honour`: a right that another system grants.
"""

CampaignType: TypeAlias = (
    Literal[
        "affiliate",
        "basket",
        "birthday",
        "cashback",
        "loyalty",
        "manual",
        "points_wallet",
        "referral",
        "signup",
        "simple",
        "wallet",
    ]
    | str
)
"""What a campaign does."""

WalletKind: TypeAlias = Literal["wallet", "points"]
"""A kind of wallet: of money (`wallet`) or of points."""

EntityType: TypeAlias = Literal["chain", "business"] | str
"""What a retailer is: a chain of branches, or a business with a single branch."""

BasketPlatformType: TypeAlias = Literal["in_store", "online"] | str
"""Where a basket is sold: in a store, or on a website."""

ItemType: TypeAlias = Literal["product", "gift_certificate", "shipping"] | str
"""What an item is: a product, a gift certificate, or the shipping."""

ReceiptType: TypeAlias = Literal["in_store", "online"] | str
"""Where the purchase was made: in a branch (`in_store`) or in a web shop (`online`)."""


class Result(Model):
    """Whether a call succeeded."""

    code: int
    """1: success; 2: error."""
    status: Literal["ok", "error"] | str
    """The same in words."""


class WarningDetail(Model):
    """Something of a successful call that was left undone, or is worth knowing."""

    code: int
    """The code of the table."""
    name: str
    """The code's name."""
    description: str
    """What it is about."""
    message: WarningMessage | None = None
    """What it concerns, such as the `key` of a voucher."""


class WarningMessage(Model):
    """What a warning concerns. Servers send other properties too."""

    key: str | None = None
    """The voucher's key."""


class UserAnswer(Model):
    """A user, in the envelope."""

    result: Result
    """Whether a call succeeded."""
    warnings: list[WarningDetail] | None = None
    """What was left undone."""
    results: UserResults
    """A user."""


class UserResults(Model):
    """A user."""

    user_info: UserInfo
    """A member or an administrator. What is not known is null or left out."""
    result_type: str | None = None
    """The call's name."""


class UserInfo(Model):
    """A member or an administrator. What is not known is null or left out."""

    id: int
    """The user's id."""
    user_id: int
    """The same id."""
    username: str | None
    """The user name, an email address. Null where Facebook tells none."""
    authentication_point_identifier: str | None = None
    """The user's id in another system, such as a webshop."""
    auxiliary_identifier: str | None = None
    """A second id of the retailer's."""
    member_number: str | None = None
    """The number in the programme."""
    entity_code: EntityCode | None
    """The member's number at the chain."""
    first_name: str | None = None
    """The first name."""
    last_name: str | None = None
    """The last name."""
    gender: Gender | None = None
    """The gender."""
    birthday: datetime | None = None
    """The birthday, as midnight UTC."""
    country_code: str | None = None
    """The country, as ISO 3166-1 alpha-2."""
    address_streetname: str | None = None
    """The street."""
    address_housenumber: str | None = None
    """The number or name of the house."""
    address_housenumber_extension: str | None = None
    """What follows the number, such as a flat."""
    address_line_2: str | None = None
    """The second line, such as a neighbourhood or a village."""
    address_line_3: str | None = None
    """The third line, such as a village or a borough."""
    address_towncity: str | None = None
    """The town."""
    address_regionstate: str | None = None
    """The region or state."""
    address_postalcode: str | None = None
    """The postal code."""
    phone_number: str | None = None
    """The phone number."""
    language: str | None = None
    """The language the user prefers, as BCP 47 writes it (`nl-BE`)."""
    lang_code: str | None = None
    """The same, the language alone (`en`)."""
    mailing_list: MailingList | None
    """What the user gets by mail."""
    opt_in_programme: OptInProgramme | None = None
    """Whether a member is in the programme."""
    opt_in_secondary: bool | None = None
    """An agreement to whatever the retailer uses it for."""
    signup_channel: Literal["mobile", "pos", "import", "webshop", "mobile:ios"] | str | None = None
    """Where the user signed up."""
    signup_store: SignupStore | None = None
    """The branch where a member signed up."""
    home_store: HomeStore | None = None
    """A member's home branch."""
    registered: bool | None = None
    """Whether the user counts as registered, whatever that means to the chain."""
    is_employee: bool | None = None
    """Whether the user works for the chain."""
    obfuscated: bool | None = None
    """Whether the personal details were deleted."""
    user_type: Literal["new", "registered"] | str | None = None
    """Whether the user is new by this call."""
    updated_existing_user: bool | None = None
    """Whether `update_if_exists` changed a user who was there."""
    push_notification_subscription: PushNotificationSubscription | None = None
    """Whether a member's devices are told of news."""
    loyalty_status: LoyaltyStatus | None = None
    """The member's loyalty level; null without one."""
    frequency: int | None = None
    """How often the member buys; a score."""
    recency: int | None = None
    """How lately the member bought; a score."""
    monetary: int | None = None
    """How much the member spends; a score."""
    overall: int | None = None
    """The three scores as digits: recency, frequency, monetary."""
    stores: str | None = None
    """The branches where the member buys. Null or blank in all samples."""
    online_shopper: bool | None = None
    """Whether the member buys in the webshop."""
    offline_shopper: bool | None = None
    """Whether the member buys in branches."""
    average_basket_value: Decimal | None = None
    """What the member's baskets are worth on average, in the chain's currency."""
    days_since_last_purchase: int | None = None
    """Days since the last purchase; null without one."""
    number_of_purchases: int | None = None
    """How many purchases there are."""
    referring_user: ReferringUser | None = None
    """Who sent the member here; null for nobody."""
    referral_code: str | None = None
    """The code by which the member sends others."""
    user_facebook_id: str | None = None
    """The user's id at Facebook."""
    user_facebook_access_token: str | None = None
    """The user's access token of Facebook."""
    user_facebook_access_token_expires: int | None = None
    """Seconds that this token still lasts."""
    user_facebook_access_token_expires_timestamp_utc: datetime | None = None
    """When this token ends (UTC)."""
    result_type: str | None = None
    """The call's name, where the user is all that it gives (`sessions_status`)."""


class EntityCode(Model):
    """A member's number at the chain."""

    type_: Literal["custom", "regular"] | str | None = field(default=None, name="type")
    """`custom` when it was given, `regular` when Spaaza made it."""
    code: str | None
    """The number."""


class UserEntityCard(Model):
    """A member's number at the chain, as vouchers and the card show it."""

    type_: Literal["custom", "regular"] | str = field(name="type")
    """`custom` when it was given, `regular` when Spaaza made it."""
    id: int | None = None
    """The number, on the card."""
    code: str | None = None
    """The number, with a voucher."""


class MailingList(Model):
    """What a user gets by mail."""

    mailing_list_sub_offered: bool
    """Whether the mailing list was offered."""
    mailing_list_subscribed: bool
    """Whether the user is on the mailing list."""
    printed_mailing_list_subscribed: bool
    """Whether the user is on the list for print, such as catalogues."""


class OptInProgramme(Model):
    """Whether a member is in the programme."""

    programme_opted_in: bool
    """Whether the member is in."""
    join_date: datetime | None = None
    """Since when."""


class SignupStore(Model):
    """The branch where a member signed up."""

    signup_store_id: int
    """The branch's id."""
    signup_store_name: str
    """The branch's name."""


class HomeStore(Model):
    """A member's home branch."""

    home_store_id: int
    """The branch's id."""
    home_store_name: str
    """The branch's name."""


class PushNotificationSubscription(Model):
    """Whether a member's devices are told of news."""

    subscribed: bool
    """Whether any is."""
    subscriptions: list[dict[str, Any]]
    """The devices. Empty in all samples; what one looks like is not published."""


class ReferringUser(Model):
    """Who sent a member here."""

    id: int
    """The user's id."""
    referral_code: str | None = None
    """The user's referral code."""


class LoyaltyStatus(Model):
    """A member's loyalty level."""

    campaign_id: int
    """The campaign that has the levels."""
    name: str
    """The level's name."""
    description: str | None = None
    """What the level is."""
    loyalty_level_id: int
    """The level's id."""
    points_balance_current: Decimal | None = None
    """The points that count for the level."""
    points_to_proceed_next_level: Decimal | None = None
    """Points to the next level. Chosen: left out at the top."""
    points_to_remain_current_level: Decimal | None = None
    """Points to earn until the next review to stay."""
    maintenance_points_level: Decimal | None = None
    """Points that a review asks for."""
    last_review_date: datetime | None = None
    """When the level was reviewed."""
    next_review_date: datetime | None = None
    """When it is next reviewed."""
    date_reached: datetime | None = None
    """When the member reached the level."""


class AlterLoyaltyLevelAnswer(Model):
    """A member's new level, in the envelope."""

    result: Result
    """Whether a call succeeded."""
    warnings: list[WarningDetail] | None = None
    """What was left undone."""
    results: AlterLoyaltyLevelResults
    """A member's new level."""
    result_type: str | None = None
    """The call's name. Here it stands beside `results`, not in it."""


class AlterLoyaltyLevelResults(Model):
    """A member's new level."""

    loyalty_level: UserLoyaltyLevel
    """A loyalty level that a member was given."""


class UserLoyaltyLevel(Model):
    """A loyalty level that a member was given."""

    id: int
    """The level's id."""
    campaign_id: int
    """The campaign that has the levels."""
    name: str
    """The level's name."""
    description: str
    """What the level is."""
    automated_level_logic: bool
    """Whether members rise and fall by their points (`1`), or by hand alone (`0`)."""


class ExportAnswer(Model):
    """A link to a file, in the envelope."""

    result: Result
    """Whether a call succeeded."""
    warnings: list[WarningDetail] | None = None
    """What was left undone."""
    results: ExportLink
    """A link to a file."""


class ExportLink(Model):
    """A link to a file."""

    download_url: str
    """Where the file is. It works once, for 48 hours."""
    result_type: str | None = None
    """The call's name."""


class SessionAnswer(Model):
    """A new session, in the envelope."""

    result: Result
    """Whether a call succeeded."""
    warnings: list[WarningDetail] | None = None
    """What was left undone."""
    results: Session
    """A new session, and whose it is. The client signs in with it."""


class Session(Model):
    """A new session, and whose it is. The client signs in with it."""

    session_info: SessionInfo
    """A session."""
    user_info: UserInfo
    """A member or an administrator. What is not known is null or left out."""
    result_type: str | None = None
    """The call's name."""


class SessionInfo(Model):
    """A session."""

    session_key: str
    """The key of a session: 64 letters and digits."""
    session_key_validity: int
    """How long it lasts: in hours after a login, as the text says; after a login on behalf its sample counts seconds.

    `session_expires_date` leaves no doubt.
    """
    session_auth_method: Literal["password", "facebook"] | str
    """How the user logged in."""
    session_user_id: int
    """The session's user."""
    session_username: str | None
    """The user name. Chosen: null where the user has none."""
    session_expires_date: datetime
    """When it ends (UTC)."""


class LoginStatusAnswer(Model):
    """A session's user, in the envelope."""

    result: Result
    """Whether a call succeeded."""
    warnings: list[WarningDetail] | None = None
    """What was left undone."""
    results: UserInfo
    """A member or an administrator. What is not known is null or left out."""


class LogoutAnswer(Model):
    """Who logged out, in the envelope."""

    result: Result
    """Whether a call succeeded."""
    warnings: list[WarningDetail] | None = None
    """What was left undone."""
    results: Logout
    """Who logged out."""


class Logout(Model):
    """Who logged out."""

    username: str | None
    """The user name. Chosen: null where the user has none."""
    result_type: str | None = None
    """The call's name."""


class FoundUser(Model):
    """A user, as a search shows it."""

    id: int
    """The user's id."""
    entity_code: EntityCode
    """A member's number at the chain."""
    username: str | None
    """The user name, an email address. Null where there is none."""
    firstname: str
    """The first name; blank when unknown (chosen)."""
    lastname: str
    """The last name; blank when unknown (chosen)."""
    created_date: datetime
    """When the user was added."""
    gender: Gender | None = None
    """The gender; left out when unknown (chosen)."""
    birthday: datetime | None = None
    """The birthday, as midnight UTC; left out when unknown (chosen)."""
    spaaza_opted_in: bool
    """Whether the user is in the programme."""
    country_code: str
    """The country, of two letters; blank when unknown (chosen)."""
    store_id: int | None
    """The branch where the user signed up; blank without one."""


class AddNoteAnswer(Model):
    """A note, in the envelope."""

    result: Result
    """Whether a call succeeded."""
    warnings: list[WarningDetail] | None = None
    """What was left undone."""
    results: Note
    """A note about a member."""


class Note(Model):
    """A note about a member."""

    id: int
    """The note's id."""
    text: str
    """The note."""
    created_date: datetime
    """When it was written."""
    user_id: int
    """Whom it is about."""
    creating_user_id: int | None
    """Who wrote it. Chosen: null with a privileged key."""


class NoteOnCard(Model):
    """A note about a member, as the card shows it."""

    id: int
    """The note's id."""
    text: str
    """The note."""
    created_date: datetime
    """When it was written."""
    user: NoteUser
    """Whom a note is about."""
    creating_user: NoteAuthor | None
    """Who wrote it. Chosen: null with a privileged key."""


class NoteUser(Model):
    """Whom a note is about."""

    user_id: int
    """The user's id."""


class NoteAuthor(Model):
    """Who wrote a note."""

    user_id: int
    """The user's id."""
    first_name: str | None = None
    """The first name."""
    last_name: str | None = None
    """The last name."""
    username: str
    """The user name."""


class DeleteNoteAnswer(Model):
    """Which note was deleted, in the envelope."""

    result: Result
    """Whether a call succeeded."""
    warnings: list[WarningDetail] | None = None
    """What was left undone."""
    results: DeletedNote
    """A note that was deleted."""


class DeletedNote(Model):
    """A note that was deleted."""

    id: int
    """The note's id."""
    deleted: bool
    """Whether it is gone."""


class CrossSiteTokenAnswer(Model):
    """A token for another site, in the envelope."""

    result: Result
    """Whether a call succeeded."""
    warnings: list[WarningDetail] | None = None
    """What was left undone."""
    results: CrossSiteToken
    """A token for another site."""


class CrossSiteToken(Model):
    """A token for another site."""

    token: str
    """The token."""
    expiry: datetime
    """When it ends."""


class Voucher(Model):
    """A right of a member that a campaign gave.

    Amounts are in the voucher's currency. Which fields come depends on the kind of voucher and on the call.
    """

    voucher_key: str
    """Its key, 64 characters. What calls name it by."""
    voucher_id: int
    """Its id."""
    voucher_created_datetime: datetime | None = None
    """When it was created."""
    voucher_status: VoucherStatus
    """How far it is."""
    voucher_type: VoucherType | None = None
    """What it grants."""
    type_: VoucherType | None = field(default=None, name="type")
    """The same, as the list of a chain's vouchers names it."""
    voucher_locked: bool | None = None
    """Whether it is locked now."""
    voucher_locked_until: datetime | None = None
    """Until when it is locked, in UTC."""
    voucher_locking_code: str | None = None
    """The code that a basket must bring to redeem it while it is locked."""
    voucher_retailer_basket_code_exclusive: str | None = None
    """The only basket that can redeem it while it is locked."""
    campaign_id: int
    """The campaign that gave it."""
    campaign_type: CampaignType | None = None
    """The type of that campaign."""
    campaign_title: str
    """The title of that campaign."""
    campaign_title_localised: str | None = None
    """The campaign's title in the language asked for."""
    campaign_voucher_text_localised: str | None = None
    """The campaign's text for vouchers in the language asked for."""
    campaign_image_filename: str | None = None
    """The file name of the campaign's image."""
    campaign_image_url: str | None = None
    """The address of the campaign's image."""
    campaign_image_link: str | None = None
    """Where a click on the campaign's image leads."""
    campaign_image_dimension_x: int | None = None
    """The width of the campaign's image, in pixels."""
    campaign_image_dimension_y: int | None = None
    """The height of the campaign's image, in pixels."""
    voucher_expiry_datetime_utc: datetime
    """When it expires, in UTC."""
    voucher_expiry_seconds_remaining: int
    """How many seconds it is valid yet. Chosen: 0 when it has expired."""
    creating_user: VoucherCreator | None = None
    """Who created it, where a person did."""
    redeeming_basket: VoucherBasket | None = None
    """The basket that redeemed it; null when none did."""
    voucher_redeemed_datetime: datetime | None = None
    """When it was redeemed."""
    generating_return_transaction: BasketVoucherReturn | None = None
    """The return that made it."""
    parent_voucher: VoucherParent | None = None
    """The redeemed voucher whose value came back by that return."""
    voucher_currency_id: int | None = None
    """The id of its currency; null when it has no amount."""
    voucher_currency_symbol: str | None = None
    """The symbol of its currency, such as `€`."""
    voucher_amount_original: Decimal | None = None
    """Its value when it was created."""
    voucher_amount_redeemed: Decimal | None = None
    """How much of it was redeemed. A blank text stands for null too."""
    voucher_amount: Decimal | None = None
    """Its value; null for a percentage and for some rights."""
    voucher_discount_ratio: Decimal | None = None
    """The part of a basket's value that is taken off: 0.25 is 25 %."""
    voucher_honour_code: str | None = None
    """What tells another system to honour it."""
    voucher_title: str | None = None
    """Its title."""
    voucher_text: str | None = None
    """A text to show to the member."""
    voucher_text_localised: str | None = None
    """That text in the language asked for."""
    voucher_description: str | None = None
    """A longer text to show to the member."""
    voucher_notes: str | None = None
    """Notes, such as terms and conditions."""
    voucher_image_url: str | None = None
    """The address of its image."""
    product_name: str | None = None
    """Of a voucher for one product: the product's name."""
    product_price: Decimal | None = None
    """Of a voucher for one product: its price."""
    product_currency_id: int | None = None
    """Of a voucher for one product: the currency of its prices."""
    product_voucher_price: Decimal | None = None
    """Of a voucher for one product: its price with the voucher."""
    product_original_price: Decimal | None = None
    """Of a voucher for one product: its price before any discount."""
    user: UserInfo | None = None
    """Whose it is, in the list of a chain's vouchers; null when nobody's."""


class VoucherCreator(Model):
    """The person who created a voucher."""

    user_id: int
    """The person's user id."""
    full_name: str
    """First and last name."""


class VoucherBasket(Model):
    """The basket that redeemed a voucher."""

    basket_id: int
    """The basket's id."""
    retailer_basket_code: str
    """The retailer's own code of the basket."""


class VoucherParent(Model):
    """A redeemed voucher whose value came back by a return."""

    voucher_id: int
    """Its id."""
    voucher_key: str
    """Its key."""
    voucher_redeemed_datetime: datetime | None = None
    """When it was redeemed."""
    voucher_amount_original: Decimal | None = None
    """Its value when it was created."""
    voucher_amount_redeemed: Decimal | None = None
    """How much of it was redeemed."""
    voucher_amount: Decimal | None = None
    """Its value."""
    redeeming_basket: VoucherBasket | None = None
    """The basket that redeemed it."""


class VoucherResult(Model):
    """The voucher as the call left it, and whose it is."""

    voucher_key: str
    """Its key, 64 characters. What calls name it by."""
    voucher_id: int
    """Its id."""
    voucher_created_datetime: datetime | None = None
    """When it was created."""
    voucher_status: VoucherStatus
    """How far it is."""
    voucher_type: VoucherType | None = None
    """What it grants."""
    type_: VoucherType | None = field(default=None, name="type")
    """The same, as the list of a chain's vouchers names it."""
    voucher_locked: bool | None = None
    """Whether it is locked now."""
    voucher_locked_until: datetime | None = None
    """Until when it is locked, in UTC."""
    voucher_locking_code: str | None = None
    """The code that a basket must bring to redeem it while it is locked."""
    voucher_retailer_basket_code_exclusive: str | None = None
    """The only basket that can redeem it while it is locked."""
    campaign_id: int
    """The campaign that gave it."""
    campaign_type: CampaignType | None = None
    """The type of that campaign."""
    campaign_title: str
    """The title of that campaign."""
    campaign_title_localised: str | None = None
    """The campaign's title in the language asked for."""
    campaign_voucher_text_localised: str | None = None
    """The campaign's text for vouchers in the language asked for."""
    campaign_image_filename: str | None = None
    """The file name of the campaign's image."""
    campaign_image_url: str | None = None
    """The address of the campaign's image."""
    campaign_image_link: str | None = None
    """Where a click on the campaign's image leads."""
    campaign_image_dimension_x: int | None = None
    """The width of the campaign's image, in pixels."""
    campaign_image_dimension_y: int | None = None
    """The height of the campaign's image, in pixels."""
    voucher_expiry_datetime_utc: datetime
    """When it expires, in UTC."""
    voucher_expiry_seconds_remaining: int
    """How many seconds it is valid yet. Chosen: 0 when it has expired."""
    creating_user: VoucherCreator | None = None
    """Who created it, where a person did."""
    redeeming_basket: VoucherBasket | None = None
    """The basket that redeemed it; null when none did."""
    voucher_redeemed_datetime: datetime | None = None
    """When it was redeemed."""
    generating_return_transaction: BasketVoucherReturn | None = None
    """The return that made it."""
    parent_voucher: VoucherParent | None = None
    """The redeemed voucher whose value came back by that return."""
    voucher_currency_id: int | None = None
    """The id of its currency; null when it has no amount."""
    voucher_currency_symbol: str | None = None
    """The symbol of its currency, such as `€`."""
    voucher_amount_original: Decimal | None = None
    """Its value when it was created."""
    voucher_amount_redeemed: Decimal | None = None
    """How much of it was redeemed. A blank text stands for null too."""
    voucher_amount: Decimal | None = None
    """Its value; null for a percentage and for some rights."""
    voucher_discount_ratio: Decimal | None = None
    """The part of a basket's value that is taken off: 0.25 is 25 %."""
    voucher_honour_code: str | None = None
    """What tells another system to honour it."""
    voucher_title: str | None = None
    """Its title."""
    voucher_text: str | None = None
    """A text to show to the member."""
    voucher_text_localised: str | None = None
    """That text in the language asked for."""
    voucher_description: str | None = None
    """A longer text to show to the member."""
    voucher_notes: str | None = None
    """Notes, such as terms and conditions."""
    voucher_image_url: str | None = None
    """The address of its image."""
    product_name: str | None = None
    """Of a voucher for one product: the product's name."""
    product_price: Decimal | None = None
    """Of a voucher for one product: its price."""
    product_currency_id: int | None = None
    """Of a voucher for one product: the currency of its prices."""
    product_voucher_price: Decimal | None = None
    """Of a voucher for one product: its price with the voucher."""
    product_original_price: Decimal | None = None
    """Of a voucher for one product: its price before any discount."""
    user: UserInfo | None = None
    """Whose it is, in the list of a chain's vouchers; null when nobody's."""
    user_id: int | None
    """The member's id. Chosen: null for a voucher that is nobody's."""
    user_entity_card: UserEntityCard | None
    """The member's card. Chosen: null for a voucher that is nobody's."""
    result_type: Literal["create-voucher", "claim-voucher", "unclaim-voucher", "lock-voucher", "unlock-voucher"] | str
    """The call."""


class VoucherAnswer(Model):
    """The answer of what creates or changes a voucher."""

    result: Result
    """Says that it succeeded."""
    warnings: list[WarningDetail] | None = None
    """What was left undone."""
    results: VoucherResult
    """The voucher."""


class VoucherKeyResult(Model):
    """Which voucher expired or was deleted."""

    result_type: Literal["expire-voucher", "delete-voucher"] | str
    """The call."""
    voucher_key: str
    """The voucher's key."""


class VoucherKeyAnswer(Model):
    """The answer of what ends a voucher."""

    result: Result
    """Says that it succeeded."""
    warnings: list[WarningDetail] | None = None
    """What was left undone."""
    results: VoucherKeyResult
    """The voucher."""


class UserVouchers(Model):
    """A member's vouchers, and what is open to them beside."""

    basket_vouchers: list[Voucher]
    """For the next basket: amounts, percentages."""
    honour_vouchers: list[Voucher]
    """Vouchers that other systems honour."""
    var_price_vouchers: list[Voucher]
    """Vouchers for one product."""
    promotions: CampaignPromotions
    """Campaigns that are open to the member."""
    wallet: Wallet | None = None
    """The member's wallet of money, where the chain has one."""
    result_type: Literal["get-user-vouchers"] | str
    """The call."""


class UserVouchersAnswer(Model):
    """The answer with a member's vouchers."""

    result: Result
    """Says that it succeeded."""
    warnings: list[WarningDetail] | None = None
    """What was left undone."""
    results: UserVouchers
    """The vouchers."""


class VoucherPage(Model):
    """A page of a chain's vouchers."""

    results_count_total: int
    """How many vouchers fit the filters, on all pages."""
    vouchers: list[Voucher] | None = None
    """The vouchers of this page."""
    basket_vouchers: list[Voucher] | None = None
    """The same, before version 1.4.2."""
    result_type: Literal["get-vouchers"] | str
    """The call."""


class VoucherPageAnswer(Model):
    """The answer with a page of a chain's vouchers."""

    result: Result
    """Says that it succeeded."""
    warnings: list[WarningDetail] | None = None
    """What was left undone."""
    results: VoucherPage
    """The page."""


class VoucherRow(Model):
    """One voucher as a row. Fields on the redeeming basket are blank unless it is redeemed."""

    voucher_id: int
    """Its id."""
    voucher_key: str
    """Its key."""
    voucher_status: VoucherStatus
    """How far it is."""
    type_: VoucherType = field(name="type")
    """What it grants."""
    voucher_created_datetime: datetime
    """When it was created."""
    voucher_expiry_datetime: datetime
    """When it expires."""
    voucher_redeemed_datetime: datetime | None = None
    """When it was redeemed."""
    voucher_locked: bool
    """Whether it is locked now, 1 or 0."""
    voucher_locked_until_datetime: datetime | None = None
    """Until when it is locked, or was locked last."""
    voucher_retailer_basket_code_exclusive: str | None = None
    """The only basket that can redeem it while it is locked."""
    voucher_amount: Decimal | None = None
    """Its value, also when a part of it is redeemed."""
    voucher_amount_redeemed: Decimal | None = None
    """How much of it was redeemed."""
    voucher_text: str | None = None
    """A text to show to the member."""
    voucher_currency_code: str | None = None
    """The ISO 4217 code of its currency, such as EUR."""
    voucher_currency_symbol: str | None = None
    """The symbol of its currency, such as `€`."""
    campaign_id: int | None = None
    """The campaign that gave it."""
    campaign_type: str | None = None
    """The type of that campaign, such as wallet, basket or loyalty."""
    campaign_title: str | None = None
    """The title of that campaign."""
    customer_spaaza_user_id: int | None = None
    """The id of the member whose it is."""
    customer_member_number: str | None = None
    """The member's number; mostly of digits."""
    customer_authentication_point_identifier: str | None = None
    """The member's id in another system."""
    customer_username: str | None = None
    """The member's user name, an email address."""
    customer_first_name: str | None = None
    """The member's first name."""
    customer_last_name: str | None = None
    """The member's last name."""
    customer_mailing_list_subscribed: bool | None = None
    """Whether the member takes mail, 1 or 0."""
    customer_printed_mailing_list_subscribed: bool | None = None
    """Whether they take printed mail, 1 or 0."""
    voucher_redeeming_basket_id: int | None = None
    """The id of the redeeming basket."""
    voucher_redeeming_basket_retailer_basket_code: str | None = None
    """The retailer's code of the redeeming basket, such as a receipt or order number."""
    voucher_redeeming_basket_platform_type: str | None = None
    """Where the redeeming basket was paid; mostly `in_store` or `online`."""
    voucher_redeeming_basket_branch_business_id: int | None = None
    """The id of the branch of the redeeming basket."""
    voucher_redeeming_basket_branch_business_owner_code: str | None = None
    """The retailer's code of that branch."""
    voucher_redeeming_basket_total_value: Decimal | None = None
    """The value of the redeeming basket."""
    voucher_locking_code: str | None = None
    """The code that a basket must bring to redeem it."""
    voucher_honour_code: str | None = None
    """What tells another system to honour it."""
    voucher_title: str | None = None
    """Its title."""
    voucher_description: str | None = None
    """A longer text to show to the member."""
    voucher_image_url: str | None = None
    """The address of its image."""
    voucher_discount_ratio: Decimal | None = None
    """The part of a basket's value that is taken off: 0.25 is 25 %."""


class CardAnswer(Model):
    """The answer with a member's card."""

    result: Result
    """Says that it succeeded."""
    warnings: list[WarningDetail] | None = None
    """What was left undone."""
    results: list[Card]
    """The card, the only one of the list."""


class Card(Model):
    """Everything a member holds with one chain."""

    entity: CardEntity
    """The chain."""
    entity_images: list[dict[str, Any]] | None = None
    """Images of the chain."""
    card_colour: CardColour | None = None
    """The colours to draw the card in."""
    user_entity_card: UserEntityCard
    """The card's number."""
    user_info: UserInfo
    """The member."""
    vouchers: list[Voucher]
    """Vouchers for one product."""
    meta_vouchers: list[Voucher]
    """Vouchers for one of several products; a basket turns each into a voucher for one."""
    basket_vouchers: list[Voucher]
    """For the next basket: amounts, percentages."""
    honour_vouchers: list[Voucher]
    """Vouchers that other systems honour."""
    promotions: CampaignPromotions
    """Campaigns that are open to the member."""
    points: Wallet | None = None
    """The member's wallet of points, where the chain has one."""
    wallet: Wallet | None = None
    """The member's wallet of money, where the chain has one."""
    loyalty_status: LoyaltyStatus | None = None
    """The member's level in the loyalty campaign."""
    frequency: int | None = None
    """The score for how often the member buys."""
    recency: int | None = None
    """The score for how lately the member bought."""
    monetary: int | None = None
    """The score for how much the member spends."""
    overall: int | None = None
    """The three scores as digits of one number."""
    stores: str | None = None
    """The stores where the member buys."""
    online_shopper: bool | None = None
    """Whether the member buys online."""
    offline_shopper: bool | None = None
    """Whether the member buys in stores."""
    average_basket_value: Decimal | None = None
    """The mean value of the member's baskets."""
    days_since_last_purchase: int | None = None
    """Days since the last purchase; null before the first."""
    number_of_purchases: int | None = None
    """How many purchases there were."""
    referring_user: ReferringUser | None = None
    """The member who invited this one."""
    notes: list[NoteOnCard] | None = None
    """Notes on the member."""
    result_type: Literal["get-user-entity-card"] | str
    """The call."""


class CardEntity(Model):
    """The chain of a card."""

    id: int
    """Its id."""
    name: str
    """Its name."""
    type_: Literal["chain", "business"] | str = field(name="type")
    """What it is."""


class CardColour(Model):
    """The colours of a card."""

    id: int
    """The id of this pair of colours."""
    card_background: str
    """The background, as `#RRGGBB`."""
    card_text: str
    """The text, as `#RRGGBB`."""


class CampaignPromotions(Model):
    """Campaigns that are open to a member, by kind."""

    progress: list[CampaignPromotion] | None = None
    """Spending targets and spend and earn."""
    basket: list[CampaignPromotion] | None = None
    """Discounts on baskets."""
    product: list[CampaignPromotion] | None = None
    """Discounts on products."""
    affiliate: list[CampaignPromotion] | None = None
    """Inviting friends."""
    referral: list[CampaignPromotion] | None = None
    """Inviting friends by a code."""
    signup: list[CampaignPromotion] | None = None
    """Joining."""
    birthday: list[CampaignPromotion] | None = None
    """Birthdays."""
    limited_cashback_contribution: list[CampaignPromotion] | None = None
    """Spend and earn with a limit."""
    loyalty: list[CampaignLoyalty] | None = None
    """Loyalty programmes."""


class CampaignPromotion(Model):
    """A campaign as a member sees it. Which fields come depends on its type."""

    type_: CampaignType = field(name="type")
    """What the campaign does."""
    campaign_id: int | None = None
    """Its id."""
    title: str
    """Its title."""
    title_localised: str | None = None
    """The title in the language asked for."""
    description: str
    """What there is to gain."""
    voucher_text_localised: str | None = None
    """The text of its vouchers in the language asked for."""
    field_localisations: str | None = None
    """Its texts in all languages."""
    actions: list[dict[str, Any]]
    """What the member can do."""
    progress: CampaignProgress | None = None
    """How near a spending target is."""
    supports_contribution: bool | None = None
    """Whether what it gives can go to a wallet."""
    is_contributor: bool | None = None
    """Whether what it gives goes to a wallet."""
    recipient_campaign_id: int | None = None
    """The campaign of the wallet it goes to."""
    currency: str | None = None
    """The code of its currency, such as EUR, or PTN for points."""
    currency_symbol: str | None = None
    """The symbol of its currency."""
    reward_money: Decimal | None = None
    """What it gives, in its currency."""
    earn_percentage: Decimal | None = None
    """What it gives, in per cent of what is spent."""
    signup_amount: Decimal | None = None
    """What it gives for joining."""
    gift_amount: Decimal | None = None
    """What it gives for a birthday."""
    days_before: int | None = None
    """How many days before the birthday it gives."""
    saved_amount: Decimal | None = None
    """What the member has saved by it."""
    saved_amount_currency: str | None = None
    """The code of the currency of what is saved."""
    saved_amount_currency_symbol: str | None = None
    """The symbol of that currency."""
    total_amount: Decimal | None = None
    """What the member has by it in all."""
    unlocked_amount: Decimal | None = None
    """What of it can be spent."""
    code: str | None = None
    """The code for inviting friends."""
    image_filename: str | None = None
    """The file name of its image."""
    image_url: str | None = None
    """The address of its image."""
    image_link: str | None = None
    """Where a click on the image leads."""
    image_dimension_x: int | None = None
    """The width of the image, in pixels."""
    image_dimension_y: int | None = None
    """The height of the image, in pixels."""


class CampaignProgress(Model):
    """How near a spending target is."""

    target: Decimal
    """The target, in the campaign's currency."""
    achieved: Decimal
    """What is reached, in the campaign's currency."""
    percentage: Decimal
    """The same in per cent of the target."""


class CampaignLoyalty(Model):
    """A loyalty programme, with its rules and levels."""

    id: int
    """Its id."""
    chain_id: int
    """The chain."""
    title: str
    """Its title."""
    title_localised: str | None = None
    """The title in the language asked for."""
    description: str | None = None
    """What it is."""
    active: bool | None = None
    """Whether it is switched on."""
    is_active: bool | None = None
    """Whether it runs now."""
    created_date: datetime | None = None
    """When it was made."""
    last_modified_date: datetime | None = None
    """When it was changed last."""
    type_: CampaignType = field(name="type")
    """`loyalty`."""
    currency_id: int | None = None
    """The currency of its vouchers."""
    voucher_text: str | None = None
    """The text of its vouchers."""
    voucher_text_localised: str | None = None
    """That text in the language asked for."""
    created_voucher_claimed_by_default: bool | None = None
    """Whether its vouchers are claimed as they are made."""
    myprice_app_id: int | None = None
    """The id of the Spaaza app."""
    recipient_campaign_id: int | None = None
    """The campaign of the wallet that gets what it gives."""
    supports_user_segments: bool | None = None
    """Whether it can be for some members only."""
    user_segment_id: int | None = None
    """The members whom it is for; null for all."""
    loyalty_rules: list[CampaignLoyaltyRule]
    """What it does when."""
    loyalty_levels: list[CampaignLoyaltyLevel]
    """The levels of members."""
    field_localisations: str | None = None
    """Its texts in all languages."""
    secondary_display_currency: str | None = None
    """The currency to show balances in too."""
    secondary_display_currency_symbol: str | None = None
    """The symbol of that currency."""
    secondary_display_multiplication_factor: Decimal | None = None
    """How many of that currency make one of the usual one."""
    secondary_display_rounding_precision: int | None = None
    """How many decimals to show in that currency."""


class CampaignLoyaltyRule(Model):
    """A rule of a loyalty programme."""

    id: int
    """Its id."""
    campaign_id: int
    """The loyalty programme."""
    title: str
    """Its title."""
    description: str | None = None
    """What it does."""
    type_: Literal["points_tracker", "initial", "review"] | str = field(name="type")
    """What sets it off: points (`points_tracker`), joining (`initial`) or the date of a review (`review`)."""
    action: Literal["createBasketVoucher", "setLevel", "addPointsToWallet"] | str
    """What it does."""
    direction: Literal["up", "down"] | str | None = None
    """Whether the points must rise to the threshold or fall."""
    points_threshold: Decimal | None = None
    """The points at which it acts."""
    action_amount: Decimal | None = None
    """How much it gives, in money or points."""
    action_is_repeatable: bool | None = None
    """Whether it acts more than once for a member."""
    action_expiry_unit: Literal["day", "week", "month", "year"] | str | None = None
    """In what the life of its vouchers is counted."""
    action_expiry_quantity: int | None = None
    """How many of those units its vouchers live."""
    operand_campaign_id: int | None = None
    """The campaign of the points it looks at."""
    level: str | None = None
    """The name of the level that it sets."""
    loyalty_level_id: int | None = None
    """The level that it sets."""
    loyalty_level_name: str | None = None
    """The name of that level."""


class CampaignLoyaltyLevel(Model):
    """A level of a loyalty programme."""

    id: int
    """Its id."""
    campaign_id: int
    """The loyalty programme."""
    name: str
    """Its name."""
    description: str | None = None
    """What it is."""


class CampaignInteraction(Model):
    """Whether an interaction succeeded."""

    success: bool
    """Whether it did."""
    result_type: Literal["interact-campaign"] | str
    """The call."""


class CampaignInteractionAnswer(Model):
    """The answer of an interaction."""

    result: Result
    """Says that it succeeded."""
    warnings: list[WarningDetail] | None = None
    """What was left undone, such as 450."""
    results: CampaignInteraction
    """Whether it succeeded."""


class Wallet(Model):
    """A member's wallet, of points or of money: its campaign, and the balance."""

    id: int
    """The campaign of the wallet."""
    chain_id: int
    """The chain."""
    title: str
    """Its title."""
    title_localised: str | None = None
    """The title in the language asked for."""
    description: str | None = None
    """What it is."""
    notes: str | None = None
    """Notes on it."""
    active: bool | None = None
    """Whether it is switched on."""
    is_active: bool | None = None
    """Whether it is in use now."""
    operator_type: Literal["and", "or"] | str | None = None
    """How its conditions are joined."""
    created_date: datetime | None = None
    """When it was made."""
    last_modified_date: datetime | None = None
    """When it was changed last."""
    type_: CampaignType = field(name="type")
    """`points_wallet` or `wallet`."""
    parameters: list[dict[str, Any]] | None = None
    """Its settings."""
    currency_id: int | None = None
    """The id of its currency."""
    currency: str
    """The code of its currency, such as EUR, or PTS for points."""
    currency_symbol: str
    """The symbol of its currency."""
    saved_amount: Decimal
    """The balance, in its currency."""
    total_amount: Decimal
    """The balance with what cannot be spent yet, in its currency."""
    max_manual_daily_amount: Decimal | None = None
    """How much may be added by hand on one day. Services send it as a text too."""
    balance_can_subzero: bool | None = None
    """Whether the balance may fall below zero."""
    is_redeemable: bool | None = None
    """Whether vouchers can be made of it."""
    spend_on_promotional_items: bool | None = None
    """Whether its vouchers count for reduced items too."""
    created_voucher_claimed_by_default: bool | None = None
    """Whether its vouchers are claimed as they are made."""
    voucher_text: str | None = None
    """The text of its vouchers."""
    voucher_text_localised: str | None = None
    """That text in the language asked for."""
    voucher_expiry_days: int | None = None
    """How many days its vouchers live; 0 for no end."""
    rounding_strategy: Literal["neutral", "round_down", "round_up"] | str | None = None
    """How amounts are rounded."""
    rounding_precision: int | None = None
    """To how many decimals amounts are rounded."""
    secondary_display_currency: str | None = None
    """The currency to show the balance in too."""
    secondary_display_currency_symbol: str | None = None
    """The symbol of that currency."""
    secondary_display_multiplication_factor: Decimal | None = None
    """How many of that currency make one of the usual one."""
    secondary_display_rounding_precision: int | None = None
    """How many decimals to show in that currency."""
    field_localisations: str | None = None
    """Its texts in all languages."""


class AddWalletAmountAnswer(Model):
    """The answer of an amount entered by hand."""

    result: Result
    """Says that it succeeded."""
    warnings: list[WarningDetail] | None = None
    """What was left undone."""
    results: WalletMutationResult
    """What was asked and entered."""


class WalletMutationResult(Model):
    """An amount entered by hand, and the request for it."""

    result_method: str
    """The HTTP method, in small letters."""
    username: str
    """The member's user name."""
    params: WalletMutationParams
    """What was sent."""
    user_purchase_progress: WalletMutation
    """What was entered."""
    result_type: Literal["add-user-purchase-progress"] | str
    """The call."""


class WalletMutationParams(Model):
    """What a request sent, as text."""

    user_id: str | None = None
    """The member's id."""
    username: str | None = None
    """The member's user name."""
    member_number: str | None = None
    """The member's number."""
    authentication_point_identifier: str | None = None
    """The member's id in another system."""
    campaign_id: str | None = None
    """The campaign of the wallet."""
    amount: str | None = None
    """The amount."""
    log_message: str | None = None
    """Why."""


class WalletMutation(Model):
    """An entry in a wallet."""

    id: int
    """Its id."""
    user_id: int
    """The member."""
    currency_id: int
    """The id of the wallet's currency."""
    amount: Decimal
    """The amount in that currency, negative when it was taken off."""
    progress_type: Literal["Manual"] | str
    """What made the entry."""
    log_message: str
    """Why."""
    created_date: datetime
    """When."""
    mutation_owner_id: int | None
    """The user who entered it. Chosen: null for a privileged key."""


class WalletLedgerAnswer(Model):
    """The answer with a ledger."""

    result: Result
    """Says that it succeeded."""
    warnings: list[WarningDetail] | None = None
    """What was left undone."""
    results: WalletLedger
    """The ledger."""


class WalletLedger(Model):
    """What went into a member's wallets and out of them."""

    type_: CampaignType | None = field(default=None, name="type")
    """`points_wallet`, unless only money was asked for."""
    ledger: list[WalletLedgerEntry]
    """The entries, the newest first."""
    result_type: Literal["user-wallet-ledger"] | str
    """The call."""


class WalletLedgerEntry(Model):
    """An entry of a ledger."""

    date: datetime
    """When."""
    currency_symbol: str
    """The symbol of the currency, or what stands for points."""
    amount: Decimal
    """How much, in that currency; negative when it was taken off."""
    receipt_id: int | None
    """The purchase that it came of; null when of none."""
    retailer_basket_code: str | None
    """The retailer's code of that purchase."""
    campaign_type: CampaignType
    """The type of the campaign that gave it."""
    campaign_title: str
    """The title of that campaign, or why it was entered by hand."""
    campaign_title_localised: str | None = None
    """The title in the language asked for."""
    kind: Literal["campaignContribution", "voucherRedemption", "manual"] | str
    """What happened: a campaign gave it, a voucher took it, or it was entered by hand."""


class AlterBranchAnswer(Model):
    """The answer of a change of a branch."""

    result: Result
    """Says that it succeeded."""
    warnings: list[WarningDetail] | None = None
    """What was left undone."""
    results: BranchResult
    """The branch."""


class BranchResult(Model):
    """A branch, and which call answers."""

    business: Branch
    """The branch."""
    result_type: Literal["alter-business"] | str
    """The call."""


class Branch(Model):
    """A branch of a chain."""

    id: int
    """Its id."""
    chain_id: int
    """The chain."""
    name: str
    """Its name."""
    address_1: str | None = None
    """The first line of its address."""
    address_2: str | None = None
    """The second line of its address."""
    address_3: str | None = None
    """The third line of its address."""
    towncity: str | None = None
    """Its town or city."""
    region: str | None = None
    """Its region."""
    postalcode: str | None = None
    """Its postal code."""
    countrycode: str | None = None
    """Its country, in the two letters of ISO 3166."""
    latitude: Decimal | None = None
    """Its latitude, in decimal degrees."""
    longitude: Decimal | None = None
    """Its longitude, in decimal degrees."""
    owner_code: str | None = None
    """The retailer's own code of it."""
    email_address: str | None = None
    """Its email address."""
    website_url: str | None = None
    """The address of its web site."""
    business_image_url: str | None = None
    """The address of its image or logo."""
    business_review_url: str | None = None
    """The address to review it at."""
    type_: Literal["business"] | str = field(name="type")
    """What it is."""


class Entity(Model):
    """A retailer, and where it sells and by whom.

    A basket from a store (`in_store`) that tells no branch that is known counts for the chain alone, and a warning says
    so.
    """

    entity_type: EntityType
    """Whether it is a chain or a single business."""
    entity_id: int
    """The retailer's id. Some samples of the text put it in quotes."""
    branch_business_owner_code: str | None = None
    """The retailer's own code of the branch.

    `branch_business_id` goes before it. Not needed online. Chosen, the length.
    """
    branch_business_id: int | None = None
    """The branch's id. Goes before its code."""
    employee_code: str | None = None
    """The retailer's code of the employee who sold, digits or text. Left out where there is none."""
    employee_name: str | None = None
    """The employee's name, for receipts and analytics. Left out where there is none. Chosen, the length."""


class BasketShopper(Model):
    """The shopper of a basket, by one of three identifiers; `spaaza_user_id` counts only where the others are missing.

    Without one, or with one that is unknown, the basket is anonymous. A chain may choose that the shopper of an
    anonymous return is the one who bought what is returned.
    """

    member_programme: str | None = None
    """The programme that the member number is of.

    Samples write `Spaaza` too. Chosen, the length, and that capitals do not matter.
    """
    member_number: str | None = None
    """The member's number or code. Chosen, the length."""
    authentication_point_identifier: str | None = None
    """The shopper's id in another system, such as a webshop, once that is known to Spaaza. Chosen, the length."""
    spaaza_user_id: int | None = None
    """The shopper's id in Spaaza."""
    send_email_receipt: bool | None = None
    """Whether the shopper gets the receipt by mail, where the retailer has that service."""


class Basket(Model):
    """A basket to be priced or to be stored.

    The same goes to both calls; what only one of them heeds says so, and the other one ignores it (chosen).
    """

    basket_platform_type: BasketPlatformType | None = None
    """Where it is sold. Taken for `in_store` where it is left out."""
    retailer_basket_code: str
    """The retailer's code of the basket, text or digits; returns find the basket by it. Chosen, the length."""
    voucher_locking_code: str | None = None
    """A code that ties vouchers to this basket.

    With `basket_vouchers_lock_exclusively`, pricing locks them by it; a purchase redeems a locked voucher when its code
    is the same, and does not when it differs, whatever the basket's own code is. A new price deletes the unredeemed
    vouchers that basket campaigns made for the same shopper and code. Chosen, the length.
    """
    supplementary_basket_codes: Sequence[str] | None = None
    """Further codes of the basket, such as that of the shipping. Chosen, the bounds."""
    basket_items_subtotal: Decimal | float | None = None
    """The sum of the items' subtotals, before the basket's discounts and additions."""
    basket_total_price: Decimal | float | None = None
    """What the shopper pays for the items, in the basket's currency; negative where more is returned than bought.

    The revenue, and what campaigns reckon by, also where the items add up to something else. 0 where it is left out.
    """
    shipping_charge: Decimal | float | None = None
    """What the shopper pays for shipping."""
    basket_notes: str | None = None
    """Notes of the retailer, kept with it. Chosen, the length."""
    basket_timestamp_iso8601: datetime | None = None
    """When it was made, with its offset from UTC.

    The time of the call where it is left out, in UTC. Some samples of the text send it blank, which says the same.
    """
    basket_timezone_name: str | None = None
    """Name of a time zone of the tz database (`Europe/Amsterdam`, `EST`).

    Names the zone in answers and changes no time. Chosen, the length.
    """
    basket_currency: BasketCurrency | Mapping[str, Any] | None = None
    """The currency.

    Left out, it is the retailer's; where items are returned, that of the basket that the last of them was bought in.
    """
    basket_country_code: str | None = None
    """The country, two letters of ISO 3166. Left out, it is the branch's, else the shopper's."""
    payment_methods: Sequence[PaymentMethod | Mapping[str, Any]] | None = None
    """How it is paid. Mostly not known yet when a price is asked for. Chosen, the bound."""
    payment_method: str | None = None
    """In place of `payment_methods`, the only way it is paid; the amount is `basket_total_price`."""
    basket_tax: Sequence[TaxTotal | Mapping[str, Any]] | None = None
    """The tax in it, an entry for each rate. Chosen, the bound."""
    basket_vouchers_lock_exclusively: bool | None = None
    """Pricing only: whether the vouchers that are applied can be redeemed by nothing but the purchase with this
    basket's `voucher_locking_code` or `retailer_basket_code`.
    """
    basket_items: Sequence[BasketItem | Mapping[str, Any]] | None = None
    """What is bought and what is returned. Chosen, the bound."""
    basket_vouchers: Sequence[BasketVoucherKey | Mapping[str, Any]] | None = None
    """Purchases only: the claimed vouchers for the whole basket to redeem. Chosen, the bound."""
    honour_vouchers: Sequence[BasketVoucherKey | Mapping[str, Any]] | None = None
    """Purchases only: the claimed vouchers of others' promotions to redeem. Chosen, the bound."""


class BasketCurrency(Model):
    """A currency, by its id or its code."""

    currency_id: int | None = None
    """Spaaza's id: 2 is EUR, 3 GBP, 4 USD. 0, as samples of the text have it, leaves it to the code (chosen)."""
    currency_code: str | None = None
    """The code of ISO 4217; enough alone."""


class PaymentMethod(Model):
    """A part of what was paid. One that lacks the method or the amount is not recorded, and a warning says so."""

    payment_method: str | None = None
    """How it was paid: `cash`, `mastercard`."""
    payment_amount: Decimal | None = None
    """How much was paid so."""


class TaxTotal(Model):
    """The tax of one rate in a basket."""

    tax_rate: Decimal | float
    """The rate, as a share: 0.21 is 21 %. Chosen, the bounds."""
    tax_total: Decimal | float
    """The amount of it."""


class BasketItem(Model):
    """An item that is bought or, with `return_item`, given back.

    Its barcode says best what it is, else the code of its product; `spaaza_product_id` goes before the code, and is
    needed where a voucher sets the product's own price. The fields from `item_name` on describe the product for the
    catalogue, and only purchases heed them.
    """

    item_barcode: str | None = None
    """The barcode, digits or text. Chosen, the length."""
    retailer_product_code: str | None = None
    """The retailer's code of the product (SKU). Needed where there is no barcode. Chosen, the length."""
    retailer_product_variant_code: str | None = None
    """The retailer's code of the variant. Chosen, the length."""
    spaaza_product_id: int | None = None
    """The product's id in Spaaza."""
    spaaza_product_variant_id: int | None = None
    """The variant's id in Spaaza."""
    inventory_id: int | None = None
    """Deprecated. Older id of what `item_barcode` tells."""
    inventory_owner_code: str | None = None
    """Deprecated. Older name of `item_barcode`."""
    retailer_item_code: str | None = None
    """The retailer's code of this entry of the basket; a return names the item by it. Chosen, the length."""
    item_type: ItemType | None = None
    """What it is. Taken for `product` where it is left out."""
    product_name: str | None = None
    """The product's name. Chosen, the length."""
    item_is_promotional: bool | None = None
    """Whether it is on promotion. Goes before what Spaaza knows of that; false where neither says so."""
    excluded_from_spaaza: bool | None = None
    """Whether it is left out of what Spaaza reckons.

    Chosen: the text repeats here what it says of `item_is_promotional`.
    """
    item_quantity: Decimal | float | None = None
    """How many, or how much; parts too, such as 10.50. Chosen, the upper bound."""
    item_quantity_unit: str | None = None
    """The unit of the quantity, such as `kg`. Chosen, the length."""
    item_price: Decimal | float | None = None
    """The gross price of one, before vouchers; it does not grow with the quantity.

    Needed of what is bought. Negative for what is returned, and if it is left out there, what was paid.
    """
    item_subtotal: Decimal | float | None = None
    """The price of all. `item_price` times `item_quantity` where it is left out."""
    item_vouchers: Sequence[ItemVoucher | Mapping[str, Any]] | None = None
    """Purchases only: the vouchers for this item to redeem. Chosen, the bound."""
    basket_voucher_distribution: Sequence[ItemVoucherShare | Mapping[str, Any]] | None = None
    """Shares of basket vouchers that this item gets, in place of those that the server works out.

    Goes before every setting of the campaign: what is not spread in the basket returns to the shopper. Chosen, the
    bound.
    """
    return_item: bool | None = None
    """Whether it is given back."""
    original_retailer_basket_code: str | None = None
    """Of an item that is given back: the code of the basket that it was bought in, or one of that basket's
    supplementary codes. Chosen, the length.
    """
    original_retailer_item_code: str | None = None
    """Of an item that is given back: its `retailer_item_code` there, where several are alike. Chosen, the length."""
    original_supplementary_basket_code: str | None = None
    """Of an item that is given back: a supplementary code of the basket that it was bought in.

    `original_retailer_basket_code` goes before it. Chosen, the length.
    """
    item_name: str | None = None
    """Catalogue: the product's name. Chosen, the length."""
    item_description: str | None = None
    """Catalogue: what the product is. Chosen, the length."""
    item_brand: str | None = None
    """Catalogue: the brand. Chosen, the length."""
    item_season: str | None = None
    """Catalogue: the season of the product. Chosen, the length."""
    item_category: str | None = None
    """Catalogue: the category, with those above it in front: `Clothing > Tops > Sweaters`. Chosen, the length."""
    item_gender: str | None = None
    """Catalogue: whom it is for, such as `M`. Chosen, the length."""
    item_web_url: str | None = None
    """Catalogue: its page in the webshop. Chosen, the length."""
    item_image_url: str | None = None
    """Catalogue: an image of the product. Chosen, the length."""
    item_cost_price: Decimal | float | None = None
    """Catalogue: what one costs the retailer, for analytics of the margin."""
    item_colour: str | None = None
    """Catalogue: the variant's colour. Chosen, the length."""
    item_size: str | None = None
    """Catalogue: the variant's size: `M`, `32`. Chosen, the length."""


class ItemVoucher(Model):
    """A voucher for one item, by its key or its id."""

    voucher_key: str | None = None
    """The voucher's key. Chosen, the length."""
    voucher_id: int | None = None
    """The voucher's id, in place of the key."""
    voucher_amount: Decimal | None = None
    """What it takes off the price of one, in the basket's currency."""


class ItemVoucherShare(Model):
    """The share of a basket voucher that an item shall get. The voucher is told by its key or its id."""

    voucher_key: str | None = None
    """The voucher's key. Chosen, the length."""
    voucher_id: int | None = None
    """The voucher's id, in place of the key."""
    voucher_distribution_amount: Decimal | float
    """The share, for the whole entry. Chosen, the bounds."""


class BasketVoucherKey(Model):
    """A voucher to redeem, by its key or its id."""

    voucher_key: str | None = None
    """The voucher's key. Chosen, the length."""
    voucher_id: int | None = None
    """The voucher's id, in place of the key."""


class PriceBasketAnswer(Model):
    """The price of a basket, in its envelope."""

    result: Result
    """Says that it succeeded."""
    warnings: list[WarningDetail] | None = None
    """What was left undone."""
    results: PriceBasketResults
    """The basket with what applies to it."""


class PriceBasketResults(Model):
    """A basket with what applies to it, and whose it is."""

    entity: Entity | None = None
    """The retailer that sells."""
    user: BasketUser | None = None
    """The shopper. Null, or missing, for nobody known."""
    basket: PricedBasket
    """The basket with what applies to it."""
    result_type: str | None = None
    """Which call it answers: `get-basket-price`."""
    warnings: Sequence[WarningDetail] = ()
    """What was left undone or is worth knowing; it stands beside this in the answer."""


class AddBasketAnswer(Model):
    """A stored basket, in its envelope."""

    result: Result
    """Says that it succeeded."""
    warnings: list[WarningDetail] | None = None
    """What was left undone, such as a voucher that was not redeemed; or that the basket was there before (311)."""
    results: AddBasketResults
    """The basket as it was stored."""


class AddBasketResults(Model):
    """A stored basket, and whose it is."""

    user: BasketUser | None = None
    """The shopper. Null for nobody known."""
    basket: AddedBasket
    """The basket as it was stored."""
    result_type: str | None = None
    """Which call it answers: `add-basket`."""
    warnings: Sequence[WarningDetail] = ()
    """What was left undone or is worth knowing; it stands beside this in the answer."""


class BasketUser(Model):
    """The shopper of a basket, as the service knows him."""

    member_programme: str | None = None
    """The programme that the member number is of."""
    member_number: str | None = None
    """The member's number or code."""
    user_id: int | None = None
    """The shopper's id. Older answers have it in place of `spaaza_user_id`."""
    spaaza_user_id: int | None = None
    """The shopper's id."""
    send_email_receipt: bool | None = None
    """Whether the receipt goes by mail."""


class PricedBasket(Model):
    """A basket with what applies to it. Nothing of it is stored."""

    chain_id: int | None = None
    """The chain that sells."""
    basket_platform_type: BasketPlatformType
    """Where it is sold."""
    retailer_basket_code: str
    """The retailer's code of the basket."""
    voucher_locking_code: str | None = None
    """The code that vouchers were locked by."""
    supplementary_basket_codes: list[str] | None = None
    """Further codes of the basket; null for none."""
    currency_id: int | None = None
    """The id of its currency: 2 is EUR, 3 GBP, 4 USD."""
    basket_currency: BasketCurrency | None = None
    """Its currency."""
    basket_items_subtotal: Decimal | None = None
    """The sum of the items' subtotals, before the basket's discounts."""
    basket_total_price: Decimal
    """The total as it was sent."""
    basket_total_price_adjusted: Decimal
    """The total that is to be paid, after what applies to it; what `baskets.add` is then told."""
    shipping_charge: Decimal | None = None
    """What the shopper pays for shipping."""
    basket_timestamp_iso8601: datetime | None = None
    """When it was made, with its offset from UTC."""
    basket_timezone_name: str | None = None
    """Name of its time zone in the tz database."""
    basket_country_code: str | None = None
    """Its country, two letters."""
    basket_notes: str | None = None
    """Notes of the retailer."""
    payment_methods: list[PaymentMethod] | None = None
    """How it is paid; empty where that was not told."""
    payment_method: str | None = None
    """How it is paid, where one way was told."""
    basket_tax: list[BasketTax] | None = None
    """The tax in it."""
    basket_items: list[BasketLine]
    """What is bought, without the returns."""
    basket_vouchers_applied: list[BasketVoucher]
    """The vouchers for the whole basket that apply to it."""
    honour_vouchers_applied: list[BasketVoucher] | None = None
    """The vouchers of others' promotions that apply. They have no value that is spread."""
    return_transactions: list[ReturnTransaction]
    """What is returned, an entry for each basket that it was bought in."""
    regenerated_rewards: list[BasketVoucher] | None = None
    """Vouchers that the return will make and this purchase redeem at once. They have no key and id yet."""
    purchase_progress: list[BasketProgress] | None
    """What the purchase will earn, an entry for each campaign; null for nothing."""
    employee: BasketEmployee | None = None
    """Who sells it."""


class AddedBasket(Model):
    """A basket as it was stored.

    The fields that are deprecated come in the older form of an answer alone, which the text still shows for an
    anonymous basket.
    """

    id: int
    """The basket's id."""
    chain_id: int
    """The chain that sold it."""
    basket_platform_type: BasketPlatformType
    """Where it was sold."""
    retailer_basket_code: str
    """The retailer's code of the basket."""
    voucher_locking_code: str | None = None
    """The code that its vouchers were locked by."""
    supplementary_basket_codes: list[str] | None = None
    """Further codes of the basket; null for none."""
    currency_id: int
    """The id of its currency: 2 is EUR, 3 GBP, 4 USD."""
    basket_total_price: Decimal
    """What was paid for the items."""
    shipping_charge: Decimal | None = None
    """What was paid for shipping."""
    basket_timestamp_iso8601: datetime | None = None
    """When it was made, with its offset from UTC."""
    basket_timezone_name: str | None = None
    """Name of its time zone in the tz database."""
    basket_country_code: str | None = None
    """Its country, two letters."""
    payment_methods: list[PaymentMethod] | None = None
    """How it was paid; empty where that was not told."""
    basket_tax: list[BasketTax] | None = None
    """The tax in it."""
    basket_items: list[BasketLine]
    """What was bought, without the returns."""
    basket_vouchers_applied: list[BasketVoucher]
    """The vouchers for the whole basket that were redeemed.

    Where the retailer wants it so, also those that the return of this basket made, though the request did not name
    them.
    """
    honour_vouchers_applied: list[BasketVoucher] | None = None
    """The vouchers of others' promotions that were redeemed. They have no value that is spread."""
    return_transactions: list[ReturnTransaction]
    """What was returned, an entry for each basket that it was bought in."""
    regenerated_rewards: list[BasketVoucher] | None = None
    """The vouchers that the return made and this purchase redeemed at once."""
    purchase_progress: list[BasketProgress] | None = None
    """What it earned and what its returns took back, an entry for each campaign; null for nothing."""
    employee: BasketEmployee | None = None
    """Who sold it."""
    business: BasketBusiness | None = None
    """Deprecated. The branch that sold it."""
    app_platform_type: str | None = None
    """Deprecated. Older name of `basket_platform_type`."""
    currency: BasketCurrencyDetails | None = None
    """Deprecated. Its currency."""
    total_value: Decimal | None = None
    """Deprecated. Older name of `basket_total_price`."""
    owner_code: str | None = None
    """Deprecated. Older name of `retailer_basket_code`."""
    items: list[BasketLineBefore] | None = None
    """Deprecated. Older form of `basket_items`."""


class BasketLine(Model):
    """An item of a basket that is bought, as the service sees it."""

    item_barcode: str | None
    """The barcode; null where none was sent."""
    spaaza_product_id: int | None = None
    """The product's id; null where it is not known."""
    spaaza_product_variant_id: int | None = None
    """The variant's id."""
    retailer_product_code: str | None = None
    """The retailer's code of the product."""
    retailer_product_variant_code: str | None = None
    """The retailer's code of the variant."""
    inventory_owner_code: str | None = None
    """Deprecated. Older name of `item_barcode`."""
    product_name: str | None = None
    """The product's name."""
    product: ItemProduct | None = None
    """The product of the catalogue."""
    retailer_item_code: str | None = None
    """The retailer's code of this entry."""
    item_type: ItemType | None = None
    """What it is."""
    item_quantity: Decimal
    """How many, or how much."""
    item_quantity_unit: str | None = None
    """The unit of the quantity, such as `kg`."""
    item_is_promotional: bool
    """Whether it is on promotion."""
    item_price: Decimal
    """The gross price of one, after the vouchers for the item."""
    item_original_price: Decimal | None = None
    """The price of one as it was sent, before vouchers."""
    item_subtotal: Decimal | None = None
    """The price of all, mostly `item_price` times `item_quantity`."""
    is_identified: bool
    """Whether the service knows the product."""
    excluded_from_spaaza: bool
    """Whether it is left out of what Spaaza reckons."""
    item_vouchers: list[ItemVoucher] | None = None
    """The vouchers for this item. Amounts are for one."""
    basket_voucher_distribution: list[ItemVoucherDistribution] | None = None
    """Its shares of the vouchers for the whole basket."""
    purchase_progress_distribution: list[ItemProgressDistribution] | None = None
    """Its shares of what the basket earns."""


class ItemProduct(Model):
    """A product of the catalogue, with the variant that an item is of."""

    id: int
    """The product's id."""
    owner_code: str
    """The retailer's code of it."""
    name: str | None
    """Its name."""
    description: str | None = None
    """What it is."""
    price: Decimal
    """Its price."""
    brand: str | None = None
    """Its brand."""
    season: str | None = None
    """Its season."""
    category: str | None = None
    """Its category, with those above it in front."""
    webshop_url: str | None = None
    """Its page in the webshop."""
    image_url: str | None = None
    """An image of it."""
    last_modified_date: datetime
    """When it last changed, in UTC."""
    created_date: datetime
    """When it was created, in UTC."""
    product_variant: ItemProductVariant | None = None
    """The item's variant, where a barcode tells it."""


class ItemProductVariant(Model):
    """A variant of a product: one colour and size."""

    id: int
    """The variant's id."""
    condition: Literal["new"] | str | None = None
    """In which state it is sold."""
    colour: str | None = None
    """Its colour."""
    barcode: list[str] | None = None
    """Its barcodes."""
    size: str | None = None
    """Its size."""
    price: Decimal
    """Its price."""
    cost_price: Decimal | None = None
    """What one costs the retailer."""
    image_url: str | None = None
    """An image of it."""
    web_url: str | None = None
    """Its page in the webshop."""
    last_modified_date: datetime
    """When it last changed, in UTC."""
    created_date: datetime
    """When it was created, in UTC."""


class ItemVoucherDistribution(Model):
    """The share of a basket voucher that an item got."""

    voucher_campaign_id: int | None = None
    """The voucher's campaign."""
    voucher_campaign_title: str | None = None
    """The campaign's title."""
    voucher_key: str | None
    """The voucher's key; null for a voucher that is still to be made."""
    voucher_id: int | None = None
    """The voucher's id; null for one that is still to be made."""
    voucher_type: VoucherType | None = None
    """The kind of voucher, such as `basket`."""
    voucher_distribution_amount: Decimal
    """The share; a receipt can show it as the item's discount."""


class ItemProgressDistribution(Model):
    """An item's share of what a basket earns in a campaign."""

    purchase_progress_campaign_id: int
    """The campaign."""
    purchase_progress_campaign_title: str
    """The campaign's title."""
    purchase_progress_campaign_type: CampaignType
    """Its kind, such as `cashback`, `progress` or `points_wallet`."""
    purchase_progress_distribution_amount: Decimal
    """The share, money or points."""
    contributing_campaign: BasketContributor | None = None
    """The campaign that gives to this one's wallet; null where it is none."""


class BasketProgress(Model):
    """What a basket earns in a campaign, or what a return takes back of it."""

    purchase_progress_campaign_id: int
    """The campaign."""
    purchase_progress_campaign_title: str
    """The campaign's title."""
    purchase_progress_campaign_type: CampaignType
    """Its kind, such as `cashback`, `progress` or `points_wallet`."""
    purchase_progress_amount: Decimal
    """The amount, money or points; negative where it is taken back."""
    contributing_campaign: BasketContributor | None = None
    """The campaign that gives to this one's wallet; null where it is none."""
    return_transaction_id: int | None = None
    """The return that took it back."""
    returned_item_id: int | None = None
    """The returned item that it was taken back for."""


class BasketContributor(Model):
    """A campaign that gives points or money to the wallet of another."""

    campaign_id: int
    """The campaign."""
    campaign_title: str
    """Its title."""
    campaign_type: CampaignType
    """Its kind, such as `cashback`."""


class BasketVoucher(Model):
    """A voucher that a basket redeems, or could redeem.

    In the answer to a price, one that a return will make has no key and id yet. An honour voucher needs no value and no
    currency.
    """

    voucher_key: str | None
    """Its key; null for one that is still to be made."""
    voucher_id: int | None
    """Its id; null for one that is still to be made."""
    voucher_status: VoucherStatus
    """Where it stands. A claimed one can be redeemed."""
    voucher_locked: bool
    """Whether it is locked."""
    campaign_id: int
    """The campaign that it is of."""
    campaign_type: CampaignType
    """The campaign's kind, such as `loyalty` or `signup`."""
    campaign_title: str
    """The campaign's title."""
    voucher_expiry_datetime_utc: datetime
    """When it expires, in UTC."""
    voucher_expiry_seconds_remaining: int
    """Seconds until then."""
    voucher_redeemed_datetime: datetime | None = None
    """When it was redeemed; null if not yet."""
    generating_return_transaction: BasketVoucherReturn | None = None
    """The return that made it; null where it was not made by one."""
    parent_voucher: BasketVoucherParent | None = None
    """The voucher whose value came back by that return; null where there is none."""
    voucher_currency_id: int | None
    """The id of its currency; null for none."""
    voucher_currency_symbol: str | None
    """The symbol of its currency, such as `€`; null for none."""
    voucher_amount_original: Decimal
    """All that it was worth."""
    voucher_amount_redeemed: Decimal
    """What this basket redeems of it; the rest goes back to the shopper."""
    voucher_amount: Decimal
    """The same as `voucher_amount_redeemed`."""
    voucher_text: str
    """A text for receipts and the like; it may be blank."""
    voucher_type: VoucherType | None = None
    """What kind of voucher it is."""
    voucher_basket_owner_code_exclusive: str | None = None
    """The `retailer_basket_code` of the only basket that can redeem it; blank for none.

    The text's table has it as a code of the promotion in another system.
    """
    voucher_locking_code: str | None = None
    """The code that it is locked by; a purchase that redeems it says the same."""
    voucher_honour_code: str | None = None
    """The code by which another system knows what to give for it; null for none."""
    redeeming_basket: BasketReference | None = None
    """The basket that redeemed it; null where none has. One sample of the text has an empty list for that."""


class BasketVoucherReturn(Model):
    """The return that made a voucher. In the answer to a price it has no ids yet."""

    return_transaction_id: int | None
    """The return."""
    returning_basket_id: int | None
    """The basket that the item was returned in."""
    returning_basket_retailer_basket_code: str
    """The retailer's code of that basket."""


class BasketVoucherParent(Model):
    """A redeemed voucher, of which a part came back as a new one."""

    voucher_id: int
    """Its id."""
    voucher_key: str
    """Its key."""
    voucher_redeemed_datetime: datetime
    """When it was redeemed."""
    voucher_amount_original: Decimal
    """All that it was worth."""
    voucher_amount_redeemed: Decimal
    """What was redeemed of it."""
    voucher_amount: Decimal
    """The same as `voucher_amount_redeemed`."""
    redeeming_basket: BasketReference
    """The basket that redeemed it."""


class BasketReference(Model):
    """A stored basket, by its id and its code."""

    basket_id: int
    """The basket's id."""
    retailer_basket_code: str
    """The retailer's code of it."""


class BasketTax(Model):
    """The tax of one rate in a basket, with its ids once it is stored."""

    id: int | None = None
    """The entry's id."""
    basket_id: int | None = None
    """The basket."""
    tax_rate: Decimal
    """The rate, as a share: 0.21 is 21 %."""
    tax_total: Decimal
    """The amount of it."""


class BasketEmployee(Model):
    """Who sold a basket."""

    employee_code: str | None
    """The retailer's code of the employee; null for none."""
    employee_name: str | None
    """The employee's name; null for none."""


class BasketBusiness(Model):
    """The branch that sold a basket, in older answers."""

    id: int
    """The branch's id."""


class BasketCurrencyDetails(Model):
    """The currency of a basket, in older answers."""

    currency_id: int
    """Spaaza's id of it."""
    currency_code: str
    """Its code of ISO 4217."""
    currency_name_en: str
    """Its name in English."""
    currency_symbol: str
    """Its symbol."""


class BasketLineBefore(Model):
    """An item of a basket, in older answers."""

    id: int
    """The item's id."""
    item_barcode: str | None = None
    """The barcode."""
    product_sale_price: Decimal
    """The price of one."""
    basket_item_quantity: Decimal
    """How many, or how much."""
    retailer_item_code: str | None = None
    """The retailer's code of this entry."""
    basket_item_subtotal: Decimal
    """The price of all."""


class ReturnTransaction(Model):
    """Items of one earlier basket that come back. In the answer to a price it has no id yet."""

    id: int | None = None
    """The return's id."""
    basket_id: int
    """The basket that they were bought in."""
    returned_items: list[ReturnedItem]
    """The items."""
    returning_basket_id: int | None = None
    """The basket that they come back in."""


class ReturnedItem(Model):
    """An item that comes back."""

    id: int | None = None
    """The entry's id."""
    return_transaction_id: int | None = None
    """The return that it is of."""
    item_id: int
    """The item's id in the basket that it was bought in."""
    return_price: Decimal
    """The price at which it comes back, negative."""
    quantity: Decimal
    """How many, or how much."""
    owner_code: str | None
    """Its `retailer_item_code` in that basket; null for none."""
    sale_price: Decimal
    """The price at which it was bought."""
    voucher_distribution_refunds: list[ReturnVoucherRefund] | None = None
    """What comes back of the vouchers that were spent on it."""
    purchase_progress_distribution_reclaims: list[ReturnProgressReclaim] | None = None
    """What is taken back of what it earned."""


class ReturnVoucherRefund(Model):
    """What comes back of a voucher for a returned item."""

    voucher_key: str
    """The voucher's key."""
    voucher_id: int
    """The voucher's id."""
    campaign_id: int
    """The voucher's campaign."""
    amount: Decimal
    """How much comes back."""


class ReturnProgressReclaim(Model):
    """What is taken back of what a returned item had earned."""

    campaign_id: int
    """The campaign that it was earned in."""
    amount: Decimal
    """The money or the points, negative."""


class ReturnEntity(Model):
    """The retailer of a return."""

    entity_type: EntityType
    """Whether it is a chain or a single business."""
    entity_id: int
    """The retailer's id. The samples of the text put it in quotes."""


class ReturnDetails(Model):
    """What comes back of a basket, which is told by `original_basket_id` or `original_retailer_basket_code`."""

    return_owner_code: str | None = None
    """The retailer's own code of the return, one for each. Chosen, the length."""
    original_basket_id: int | None = None
    """The basket's id, from the answer to `baskets.add`. The samples of the text put it in quotes."""
    original_retailer_basket_code: str | None = None
    """The retailer's code of the basket. Chosen, the length."""
    note: str | None = None
    """A note on the return. Chosen, the length."""
    items: Sequence[ReturnDetailsItem | Mapping[str, Any]]
    """The items. Chosen, the bounds."""


class ReturnDetailsItem(Model):
    """An item to give back, by its `owner_code` or its barcode."""

    owner_code: str | None = None
    """Its `retailer_item_code` in the basket. Chosen, the length."""
    item_barcode: str | None = None
    """Its barcode in the basket. Chosen, the length."""
    quantity: Decimal | float
    """How many come back, at most as many as are left of what was bought. Chosen, the bounds."""


class ReturnAnswer(Model):
    """A return, in its envelope."""

    result: Result
    """Says that it succeeded."""
    warnings: list[WarningDetail] | None = None
    """What was left undone."""
    results: ReturnResults
    """What was returned."""


class ReturnResults(Model):
    """What was returned of a basket."""

    id: int
    """The return's id."""
    basket_id: int
    """The basket that the items were bought in."""
    retailer_basket_code: str
    """The retailer's code of that basket."""
    returned_items: list[ReturnResultsItem]
    """The items."""
    result_type: str | None = None
    """Which call it answers: `return-handler`."""
    warnings: Sequence[WarningDetail] = ()
    """What was left undone or is worth knowing; it stands beside this in the answer."""


class ReturnResultsItem(Model):
    """An item that was returned."""

    id: int
    """The entry's id."""
    item_id: int
    """The item's id in the basket that it was bought in."""
    owner_code: str | None
    """Its `retailer_item_code` in that basket; null for none (chosen)."""


class Receipt(Model):
    """A receipt of the services host: a purchase as the member sees it, with what it earned.

    Texts that nobody knows are blank, numbers 0. (Source: Receipt Object.)
    """

    id: int
    """The receipt's id, the same as in the system that made the sale."""
    timestamp: datetime
    """When the receipt was made."""
    type_: ReceiptType = field(name="type")
    """Where the purchase was made: in a branch (`in_store`) or in a web shop (`online`)."""
    download_url: str
    """The receipt as a PDF."""
    quantity: Decimal
    """How many items it has. Chosen: the sum of the quantities bought."""
    subtotal: Decimal
    """Its amount without VAT, in the chain's currency."""
    total_value: Decimal
    """Its amount with VAT, in the chain's currency."""
    payment_method: str
    """How it was paid, such as `cash`; `unknown` where nobody told."""
    line_items: list[ReceiptItem]
    """What was bought. Chosen: what came back in it follows, with prices below 0."""
    tax_lines: list[ReceiptTax]
    """The taxes on it."""
    chain: ReceiptChain
    """The retailer, and the branch of the purchase."""
    shopper: ReceiptShopper
    """Who bought."""
    monetary_wallet: ReceiptWallet
    """What it earned in money."""
    points_wallet: ReceiptWallet
    """What it earned in points."""
    basket_vouchers: list[ReceiptVoucher]
    """The vouchers redeemed with it."""
    loyalty_status: LoyaltyStatus | None = None
    """The member's level; not always there."""
    template_content: ReceiptTemplate | None = None
    """How its email looks; not always there."""


class ReceiptItem(Model):
    """A line of a receipt. (Source: Line items.)"""

    product_id: int
    """The product's id; 0 where it is not known."""
    barcode: str
    """Its barcode."""
    sku: str
    """Its SKU."""
    name: str
    """Its name."""
    description: str
    """What it is."""
    type_: str = field(name="type")
    """Its type or category, such as `shorts`."""
    original_price: Decimal
    """Its price before discounts."""
    quantity: Decimal
    """How many of it were bought."""
    sale_price: Decimal
    """The price it was sold for."""
    vouchers: Decimal
    """What vouchers took off it. Chosen: below 0 for what of them came back with a returned item."""
    metadata: ReceiptItemMetadata
    """How it looks."""
    sale_discount: str
    """The discount of its sale, as text; blank without one."""


class ReceiptItemMetadata(Model):
    """How an item looks."""

    barcode: str | None = None
    """Its barcode. On receipts of a chain only."""
    color: str | None = None
    """Its colour."""
    size: str | None = None
    """Its size."""
    image: str | None = None
    """The address of a picture of it, or blank. On receipts of the services host only."""


class ReceiptTax(Model):
    """A tax on a receipt. (Source: Tax lines.)"""

    tax_value: Decimal
    """The tax to pay."""
    order_value: Decimal
    """The amount that is taxed. Chosen: 0 where the rate is 0."""
    rate: Decimal
    """The rate, as a ratio: 0.21 is 21 per cent."""


class ReceiptChain(Model):
    """The retailer on a receipt. (Source: Chain.)"""

    id: int
    """The chain's id."""
    name: str
    """Its name."""
    email: str
    """Its email address."""
    logo_url: str
    """The address of its logo, or blank."""
    website_url: str
    """The address of its site, or blank."""
    currency: str
    """The name of its currency, such as `South African Rand`."""
    currency_symbol: str
    """The sign of its currency, such as `R`."""
    business: ReceiptBusiness
    """The branch of the purchase."""
    receipts_service_active: bool
    """Whether the chain uses the receipts service."""


class ReceiptBusiness(Model):
    """The branch on a receipt. (Source: Business.)"""

    id: int
    """The branch's id; 0 where it is not known."""
    name: str
    """Its name."""
    address: ReceiptAddress
    """Where it is."""
    phone_number: str
    """Its telephone number."""
    email: str
    """Its email address."""
    website_url: str
    """The address of its site, or blank."""


class ReceiptAddress(Model):
    """An address on a receipt. Lines that are not known are blank."""

    address_1: str
    """Its first line."""
    address_2: str
    """Its second line."""
    address_3: str
    """Its third line."""
    towncity: str
    """Its town or city."""
    postal_code: str
    """Its postal code."""
    country_code: str
    """Its country: two letters (ISO 3166-1), or blank."""
    location: ReceiptLocation
    """Where that is."""


class ReceiptLocation(Model):
    """A place on earth. Both are 0 where it is not known."""

    lat: float
    """Its latitude in degrees."""
    lon: float
    """Its longitude in degrees."""


class ReceiptShopper(Model):
    """Who bought what is on a receipt. (Source: Shopper.)"""

    id: int
    """The member's user id; not the number on his card."""
    user_name: str
    """His user name, or blank."""
    entity_code: str
    """The number on his card, or blank."""
    first_name: str
    """His first name."""
    last_name: str
    """His last name."""
    country_code: str
    """His country: two letters (ISO 3166-1), or blank."""
    gender: Literal["M", "F", ""] | str
    """`M` or `F`, or blank."""
    birthday: date | None
    """His birthday. Chosen: null where it is not known."""
    total_points_balance: Decimal
    """All his points."""
    email: str
    """His email address."""
    registered: bool
    """Whether he is registered, as the retailer understands it."""
    shipping_address: ReceiptAddress
    """Where goods go to."""
    billing_address: ReceiptAddress
    """Where bills go to."""


class ReceiptWallet(Model):
    """What a purchase did to a wallet of money or of points. (Source: Monetary Wallet; Points Wallet.)"""

    contributions: list[ReceiptContribution]
    """What each campaign added."""
    total: Decimal
    """The balance directly after the purchase."""
    title: str
    """The wallet's title, or blank."""


class ReceiptContribution(Model):
    """What one campaign added to a wallet. (Source: Monetary Wallet Contributions; Points Wallet Contributions.)"""

    amount: Decimal
    """How much it added. Chosen: below 0 for what the wallet lost with returned items, by the wallet's title."""
    campaign_title: str
    """The campaign's title."""


class ReceiptVoucher(Model):
    """A voucher redeemed with a purchase."""

    campaign_title: str
    """The title of its campaign."""
    voucher_text: str
    """Its text, or blank."""
    amount: Decimal
    """What it took off."""
    type_: str = field(name="type")
    """Its type, such as `wallet` or `basket`."""


class ReceiptTemplate(Model):
    """How the email with a receipt looks. (Source: Template content.)"""

    subject: str
    """The email's subject, or blank for the usual one."""
    background_color: str
    """The colour of its buttons, or blank for the usual one."""


class ChainReceiptsAnswer(Model):
    """Receipts of a chain, in their envelope."""

    result: Result
    """Whether a call succeeded."""
    warnings: list[WarningDetail] | None = None
    """What is worth knowing."""
    results: ChainReceipts
    """Receipts of a chain."""


class ChainReceipts(Model):
    """Receipts of a chain."""

    receipts: list[ChainReceipt]
    """The receipts of this request."""
    results_count_total: int | None = None
    """How many fit in all."""
    result_type: str | None = None
    """The call: `get-receipts`. The sample does not show it."""


class ChainReceipt(Model):
    """A receipt as its chain sees it. (Source: Get All Receipts for a Chain.)"""

    id: int
    """The receipt's id."""
    retailer_basket_code: str
    """The retailer's transaction code or receipt number."""
    timestamp: datetime
    """When the receipt was made."""
    type_: ReceiptType = field(name="type")
    """Where the purchase was made: in a branch (`in_store`) or in a web shop (`online`)."""
    quantity: Decimal
    """How many items it has. Chosen: the sum of the quantities bought."""
    currency: BasketCurrencyDetails
    """The currency of its amounts."""
    subtotal: Decimal
    """Its amount, shipping not counted."""
    total_value: Decimal
    """The whole amount of the transaction, shipping not counted."""
    shipping_charge: Decimal | None
    """What shipping cost, beside the total."""
    payment_methods: list[ReceiptPayment] | None
    """How it was paid. The samples show null only."""
    employee: ReceiptEmployee
    """Who handled it."""
    line_items: list[ChainReceiptItem]
    """What was bought. Chosen: what came back in it follows, with prices below 0."""
    tax_lines: list[ReceiptTax] | None
    """The taxes on it. The samples show null only; chosen: as on the other receipts."""
    chain: ChainReceiptChain
    """The retailer, and the branch of the purchase."""
    shopper: ChainReceiptShopper | None
    """Who bought. Chosen: null where nobody is known."""
    notes: str | None
    """Notes on the receipt."""
    monetary_wallet: ReceiptWallet | None
    """What it earned in money. The samples show null only; chosen: as on the other receipts."""
    points_wallet: ReceiptWallet | None
    """What it earned in points. The samples show null only; chosen: as on the other receipts."""
    basket_vouchers: list[ReceiptVoucher]
    """The vouchers redeemed with it. The samples show none; chosen: as on the other receipts."""


class ReceiptPayment(Model):
    """A payment. Chosen: as baskets tell it."""

    payment_method: str
    """How it was paid, such as `cash`."""
    payment_amount: Decimal
    """What was paid so."""


class ReceiptEmployee(Model):
    """Who handled a transaction."""

    code: str | None
    """The employee's code."""
    name: str | None
    """The employee's name."""


class ChainReceiptItem(Model):
    """A line of a chain's receipt."""

    name: str | None
    """Its name."""
    retailer_product_code: str | None
    """The retailer's code for the product."""
    quantity: Decimal
    """How many of it were bought, or how much."""
    item_is_promotional: bool
    """Whether it was on offer."""
    sale_price: Decimal
    """The price of one."""
    original_price: Decimal | None
    """The price of one before discounts."""
    basket_item_subtotal: Decimal
    """The price of all of them."""
    is_identified: bool
    """Whether the product is known."""
    excluded_from_spaaza: bool
    """Whether it is left out of campaigns."""
    barcode: str | None
    """Its barcode."""
    sku: str | None
    """Its SKU."""
    description: str | None
    """What it is."""
    metadata: ReceiptItemMetadata
    """How it looks."""


class ChainReceiptChain(Model):
    """The retailer on a chain's receipt."""

    id: int
    """The chain's id."""
    name: str
    """Its name."""
    type_: Literal["chain"] | str = field(name="type")
    """The kind of entity: `chain`."""
    email: str | None
    """Its email address."""
    currency: str
    """The name of its currency, such as `Euro`."""
    currency_symbol: str
    """The sign of its currency, such as `€`."""
    receipts_service_active: bool
    """Whether the chain uses the receipts service."""
    business: ChainReceiptBusiness | None
    """The branch of the purchase; null where there is none."""
    webhook_config_url: str | None
    """Where the webhooks go to."""
    webhook_config_basic_auth_user: str | None
    """The user name that they sign in with."""
    webhook_config_basic_auth_pass: str | None
    """The password that they sign in with."""


class ChainReceiptBusiness(Model):
    """The branch on a chain's receipt."""

    id: int
    """The branch's id."""
    name: str
    """Its name."""
    branch_code: str | None
    """The retailer's code for it."""
    address: ChainReceiptAddress
    """Where it is."""


class ChainReceiptAddress(Model):
    """The address of a branch."""

    address_1: str | None
    """Its first line."""
    address_2: str | None
    """Its second line."""
    address_3: str | None
    """Its third line."""
    towncity: str | None
    """Its town or city."""
    postalcode: str | None
    """Its postal code."""
    latitude: float | None
    """Its latitude in degrees."""
    longitude: float | None
    """Its longitude in degrees."""


class ChainReceiptShopper(Model):
    """Who bought what is on a chain's receipt."""

    id: int
    """The member's user id."""
    first_name: str | None
    """His first name."""
    last_name: str | None
    """His last name."""
    address_streetname: str | None
    """His street."""
    address_housenumber: str | None
    """The number of his house, as text."""
    address_housenumber_extension: str | None
    """What follows the number, such as a floor."""
    address_towncity: str | None
    """His town or city."""
    address_postalcode: str | None
    """His postal code."""
    country_code: str | None
    """His country, by two letters (ISO 3166-1)."""
    gender: Gender | None
    """`M` or `F`."""
    birthday: date | None
    """His birthday."""
    username: str | None
    """His user name, an email address."""
    signup_channel: str | None
    """Where he became a member, such as `webshop`."""
    address_line_2: str | None
    """The second line of his address."""
    address_line_3: str | None
    """The third line of his address."""
    address_regionstate: str | None
    """His region or state."""
    member_number: str | None
    """His number in the programme."""
    email: str | None
    """His email address."""
    registered: bool
    """Whether he is registered, as the retailer understands it."""
    send_email_receipt: bool
    """Whether he gets his receipts by email."""
    member_program: ReceiptMemberProgram
    """The programme that he is a member of."""
    shipping_address: ReceiptAddress | None
    """Where goods go to. The samples show null only; chosen: as on the other receipts."""
    billing_address: ReceiptAddress | None
    """Where bills go to. The samples show null only; chosen: as on the other receipts."""


class ReceiptMemberProgram(Model):
    """A member's programme."""

    program_name: str
    """The programme's name, usually `spaaza`."""
    member_number: str | None
    """The member's number in it."""


class ReceiptRow(Model):
    """A receipt as a row of CSV. A cell that says nothing is blank. (Source: CSV Response Fields.)"""

    id: int
    """The receipt's id."""
    retailer_basket_code: str
    """The retailer's transaction code or receipt number."""
    timestamp: datetime
    """When the receipt was made."""
    type_: ReceiptType = field(name="type")
    """Where the purchase was made: in a branch (`in_store`) or in a web shop (`online`)."""
    items_count: int
    """How many items it has. Chosen: rounded up to a whole."""
    currency_code: str | None = None
    """Its currency by three letters (ISO 4217), such as `EUR`."""
    currency_symbol: str | None = None
    """The sign of its currency, such as `€`."""
    subtotal: Decimal
    """Its amount, shipping not counted."""
    total_value: Decimal
    """The whole amount of the transaction, shipping not counted."""
    shipping_charge: Decimal | None = None
    """What shipping cost, beside the total."""
    employee_code: str | None = None
    """The code of the employee who handled it."""
    employee_name: str | None = None
    """The name of the employee who handled it."""
    chain_business_id: int | None = None
    """The id of the branch of the purchase."""
    chain_business_name: str | None = None
    """The branch's name."""
    chain_business_owner_code: str | None = None
    """The retailer's code for the branch."""
    shopper_id: int | None = None
    """The member's user id."""
    shopper_member_program: str | None = None
    """The member's programme, usually `spaaza`."""
    shopper_member_number: str | None = None
    """The member's number in it."""
    shopper_authentication_point_identifier: str | None = None
    """The member's id in a web shop or another system of identities."""
    shopper_email: str | None = None
    """The member's email address, which is his user name."""
    shopper_firstname: str | None = None
    """The member's first name."""
    shopper_lastname: str | None = None
    """The member's last name."""
    shopper_gender: Gender | None = None
    """`M` or `F`."""
    shopper_birthday: datetime | None = None
    """The member's birthday, at midnight UTC."""
    shopper_country_code: str | None = None
    """The member's country, by two letters (ISO 3166-1)."""
    shopper_address_postalcode: str | None = None
    """The member's postal code."""
    notes: str | None = None
    """Notes on the receipt."""


class UserEvent(Model):
    """Something happened to a member: `type` says what. The other events have no `object`. (Source: User webhook.)"""

    object_: Literal["event"] = field(name="object")
    """`event`."""
    type_: Literal["shopper.opted-in", "shopper.opted-out", "shopper.created"] | str = field(name="type")
    """What happened.

    The text tells of new members and of opting in and out, and names `shopper.opted-in` only. Chosen: the names of the
    others.
    """
    id: str
    """The event's id."""
    created: datetime
    """When the event was made."""
    data: UserEventUser
    """The member, as he is now."""


class UserEventUser(Model):
    """A member, as user events tell of him. Chosen: details that he did not give are null, as they are elsewhere."""

    object_: Literal["shopper"] | str = field(name="object")
    """The kind of thing: `shopper`."""
    spaaza_id: int
    """His user id."""
    chain_id: int
    """His chain."""
    created: datetime
    """When he became a user."""
    did_opt_in: bool
    """Whether he has opted in."""
    registered: bool
    """Whether he is registered, as the retailer understands it."""
    channel: str | None = None
    """Where it happened, such as `spaaza-mobile-web`."""
    username: str | None = None
    """His user name."""
    contact_email: str | None = None
    """The email address to reach him by."""
    entity_code: str | None = None
    """The number on his card."""
    firstname: str | None = None
    """His first name."""
    lastname: str | None = None
    """His last name."""
    gender: Gender | None = None
    """`M` or `F`."""
    birthday: date | None = None
    """His birthday."""
    phone_number: str | None = None
    """His telephone number."""
    address_streetname: str | None = None
    """His street."""
    address_housenumber: str | None = None
    """The number of his house, as text."""
    address_housenumber_extension: str | None = None
    """What follows the number, such as a floor."""
    address_line_2: str | None = None
    """The second line of his address."""
    address_line_3: str | None = None
    """The third line of his address."""
    address_towncity: str | None = None
    """His town or city."""
    address_regionstate: str | None = None
    """His region or state."""
    address_postalcode: str | None = None
    """His postal code."""


class LoyaltyLevelChanged(Model):
    """A member is on another loyalty level. (Source: Status level webhook.)"""

    type_: Literal["shopper.loyalty-level-changed"] = field(name="type")
    """The event."""
    id: str
    """The event's id."""
    chain_id: int
    """The chain."""
    created: datetime
    """When the event was made."""
    data: EventLevelChange
    """The change, and the member."""


class EventLevelChange(Model):
    """A change of loyalty level."""

    id: int
    """The change's id."""
    campaign_id: int
    """The loyalty campaign."""
    created_date: datetime
    """When the level changed."""
    log_message: str | None
    """Why, such as `Manual level change`."""
    loyalty_level: EventLoyaltyLevel
    """The level from now on."""
    loyalty_level_previous: EventLoyaltyLevel | None
    """The level until then. Chosen: null with the member's first level."""
    mutation_owner_id: int | None
    """Who changed it, by his user id. Chosen: null when a rule did."""
    user: EventUser
    """The member."""


class EventLoyaltyLevel(Model):
    """A loyalty level."""

    id: int
    """The level's id."""
    campaign_id: int
    """Its campaign."""
    name: str
    """Its name."""
    description: str | None
    """What it is."""
    automated_level_logic: bool
    """Whether members come to it and leave it by rules."""


class VoucherIssued(Model):
    """A member has a new voucher. (Source: Voucher webhook.)"""

    type_: Literal["shopper.voucher-issued"] = field(name="type")
    """The event."""
    id: str
    """The event's id."""
    chain_id: int
    """The chain."""
    created: datetime
    """When the event was made."""
    data: EventIssuedVoucher
    """The voucher, and its member."""


class EventIssuedVoucher(Model):
    """A new voucher."""

    campaign_id: int
    """Its campaign."""
    campaign_title: str
    """The campaign's title."""
    campaign_type: str
    """The campaign's type, such as `signup`."""
    type_: str = field(name="type")
    """Its type, such as `basket`."""
    user: EventUser
    """Whose it is."""
    voucher_amount: Decimal | None
    """What it is worth; null where it has no amount."""
    voucher_amount_original: Decimal | None
    """What it was worth at first."""
    voucher_amount_redeemed: Decimal | None
    """What of it is redeemed."""
    voucher_currency_id: int | None
    """The id of its currency."""
    voucher_currency_symbol: str | None
    """The sign of its currency, such as `€`."""
    voucher_expiry_datetime_utc: datetime | None
    """Until when it is valid, in UTC."""
    voucher_expiry_seconds_remaining: int | None
    """How many seconds that is off."""
    voucher_id: int
    """Its id."""
    voucher_key: str
    """Its key, 64 hexadecimal digits."""
    voucher_locked: bool
    """Whether it is locked."""
    voucher_status: VoucherStatus
    """`generated`: it exists and cannot be redeemed yet.

    `claimed`: it can be redeemed. `redeemed`: it was, and cannot change any more.
    """
    voucher_text: str | None
    """Its text."""


class PointsMutation(Model):
    """A member's points or money went up or down. (Source: Points or wallet webhook.)"""

    type_: Literal["shopper.points-mutation"] = field(name="type")
    """The event."""
    id: str
    """The event's id."""
    chain_id: int
    """The chain."""
    created: datetime
    """When the event was made."""
    data: EventMutation
    """What was added or taken, and why."""


class EventMutation(Model):
    """An amount added to a wallet, or taken from it."""

    amount: Decimal
    """How much, as text with a point (`10.00`); below 0 when it was taken."""
    basket: EventBasket | None
    """The purchase that it came from. Chosen: null where there is none."""
    campaign: EventCampaign
    """The wallet's campaign."""
    created_date: datetime
    """When the amount was added or taken."""
    currency_id: int | None
    """The id of its currency."""
    earn_or_spend: Literal["earn", "spend"] | str
    """`earn` or `spend`."""
    receipt_id: int | None
    """The receipt that it came from."""
    returned_item: EventReturnedItem | None
    """The returned item for which it was taken back."""
    timestamp_microsecond: str
    """The same moment to the microsecond, in UTC (`2019-05-17 10:23:04.026549`)."""
    type_: str = field(name="type")
    """What made the change, such as `handleLoyaltyRule`."""
    user: EventUser
    """The member."""
    user_id: int
    """The member's user id."""
    user_purchase_progress: EventProgress
    """Its record in the ledger."""
    voucher: EventVoucher | None
    """The voucher that it has to do with. Chosen: null where there is none."""


class EventBasket(Model):
    """A purchase that changed a wallet."""

    id: int
    """The basket's id."""
    retailer_basket_code: str
    """The retailer's code for it."""
    total_value: Decimal
    """What it cost."""
    created_date: datetime
    """When it was added."""


class EventCampaign(Model):
    """The campaign of a wallet."""

    campaign_id: int
    """Its id."""
    campaign_title: str
    """Its title."""
    campaign_title_localised: str | None = None
    """Its title in the member's language, where there is one."""
    campaign_type: str
    """Its type, such as `wallet`."""
    campaign_image_url: str | None
    """The address of its picture."""
    campaign_image_link: str | None
    """Where the picture leads to."""
    campaign_image_filename: str | None
    """The name of the picture's file."""
    campaign_image_dimension_x: int | None
    """The picture's width, in pixels."""
    campaign_image_dimension_y: int | None
    """The picture's height, in pixels."""
    contributing_campaign: BasketContributor | None
    """The campaign that added the amount. The sample shows null; chosen: as answers of baskets tell it."""


class EventReturnedItem(Model):
    """A returned item. The sample shows null; chosen: what answers of baskets tell of it."""

    return_transaction_id: int | None = None
    """The return's id."""
    returned_item_id: int | None = None
    """The returned item's id."""


class EventProgress(Model):
    """A record of a wallet's ledger."""

    id: int
    """The record's id."""
    log_message: str | None
    """Why the wallet changed."""
    mutation_owner: VoucherCreator | None
    """Who changed it. The sample shows null; chosen: as a voucher's `creating_user`."""
    uniqid: str
    """A text that no other record has."""


class EventVoucher(Model):
    """A voucher that a change of a wallet has to do with."""

    creating_user: VoucherCreator | None
    """Who made it. Chosen: null when a campaign did."""
    generating_return_transaction: list[BasketVoucherReturn]
    """The return that it refunds; empty where there is none. Chosen: one entry where there is one."""
    parent_voucher: VoucherParent | None
    """The voucher that it refunds. The sample shows null; chosen: as answers of baskets tell it."""
    voucher_amount: Decimal | None
    """What it is worth; null where it has no amount."""
    voucher_amount_original: Decimal | None
    """What it was worth at first."""
    voucher_amount_redeemed: Decimal | None
    """What of it is redeemed."""
    voucher_currency_id: int | None
    """The id of its currency."""
    voucher_currency_symbol: str | None
    """The sign of its currency, such as `€`."""
    voucher_expiry_datetime_utc: datetime | None
    """Until when it is valid, in UTC."""
    voucher_expiry_seconds_remaining: int | None
    """How many seconds that is off."""
    voucher_id: int
    """Its id."""
    voucher_key: str
    """Its key, 64 hexadecimal digits."""
    voucher_locked: bool
    """Whether it is locked."""
    voucher_redeemed_datetime: datetime | None = None
    """When it was redeemed."""
    voucher_status: VoucherStatus
    """`generated`: it exists and cannot be redeemed yet.

    `claimed`: it can be redeemed. `redeemed`: it was, and cannot change any more.
    """
    voucher_text: str | None
    """Its text."""
    voucher_text_localised: str | None = None
    """Its text in the member's language, where there is one."""


class EventUser(Model):
    """A member, as events on levels, vouchers and wallets tell of him."""

    id: int
    """His user id."""
    user_id: int
    """The same."""
    username: str | None
    """His user name, an email address."""
    first_name: str | None
    """His first name."""
    last_name: str | None
    """His last name."""
    gender: Gender | None
    """`M` or `F`."""
    birthday: datetime | None
    """His birthday, at midnight UTC."""
    country_code: str | None
    """His country, by two letters (ISO 3166-1)."""
    language: str | None = None
    """His language, such as `nl-NL`. Events on new vouchers lack it."""
    authentication_point_identifier: str | None
    """His id in another system of identities."""
    auxiliary_identifier: str | None
    """Another id of his."""
    member_number: EntityCode
    """His number in the programme."""
    registered: bool
    """Whether he is registered, as the retailer understands it."""
    signup_channel: str | None
    """Where he became a member, such as `webshop`."""
    mailing_list: MailingList | None
    """Which mailing lists he is on."""
    opt_in_programme: OptInProgramme | None
    """Whether he has opted in."""
    opt_in_secondary: bool | None = None
    """Whether he has opted in a second time."""
    push_notification_subscription: PushNotificationSubscription | None = None
    """What he gets pushed. Events on new vouchers lack it."""
    loyalty_status: LoyaltyStatus | None
    """His loyalty level; null without one."""
    address_streetname: str | None
    """His street."""
    address_housenumber: str | None
    """The number of his house, as text."""
    address_housenumber_extension: str | None
    """What follows the number, such as a floor."""
    address_line_2: str | None
    """The second line of his address."""
    address_line_3: str | None
    """The third line of his address."""
    address_towncity: str | None
    """His town or city."""
    address_regionstate: str | None
    """His region or state."""
    address_postalcode: str | None
    """His postal code."""
