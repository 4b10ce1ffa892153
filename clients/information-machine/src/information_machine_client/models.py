# Generated from specs/information-machine.yaml by the generator; edit the spec and run `make generate`.
"""What the Information Machine API sends and takes."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, TypeAlias

from retail_runtime import Model, field

CredentialsStatus: TypeAlias = Literal["Not defined", "Checking", "Verified", "Invalid", "Unknown"] | str
"""What is known of a login: nothing, it is tested, it works, it does not, it could not be told."""

ScrapeStatus: TypeAlias = Literal["Not defined", "Pending", "Scraping", "Done", "DoneWithWarning"] | str
"""How far the collection of purchases is: nothing known, waiting, running, done, done with some purchases missed."""

AccountLockCode: TypeAlias = (
    Literal[
        "Security Question",
        "Image Captcha",
        "Incomplete User Profile",
        "User Account Deactivated",
        "Access Denied",
        "Password Reset Required",
    ]
    | str
)
"""Why a store has locked an account.

The first two are lifted by the user at `unlock_url`, the next two at the store; `Access Denied` passes by itself; the
last by a new password, at the store and then here.
"""

UserStoreReceiptStatus: TypeAlias = Literal["Processing", "Done", "Failed"] | str
"""How far a receipt is: to be looked up, found, not found so far."""

ResolveStatus: TypeAlias = Literal["Queued", "Finished"] | str
"""How far the search for a name's UPCs is."""

ReceiptImageStatus: TypeAlias = (
    Literal["Unknown", "Uploaded", "Processing", "Done", "Unreadable", "Duplicate", "StoreMissing"] | str
)
"""How far the transcription of a receipt's image is: never sent, taken, read, done; or it cannot be read, was sent
before, or is of a store that is not known.
"""


class MetaBase(Model):
    """The quota of the keys."""

    max_number_of_requests_per_day: int
    """Requests that the keys may make a day."""
    remaining_number_of_request: int
    """Requests that are left. Chosen: each request takes one."""
    time_in_epoch_second_till_reset: float
    """When the count begins anew, in seconds since 1970. Chosen: at midnight, UTC."""


class MetaPaged(Model):
    """The quota of the keys, and where in the list this page is."""

    page: int
    """This page, from 1; 0 where nothing is paged."""
    per_page: int
    """How many a page; 0 where nothing is paged."""
    total_count: int | None = None
    """How many there are overall; 0 where nothing is paged."""
    total_number_of_pages: int | None = None
    """How many pages there are, as the vendor's clients know it."""
    next_page: str | None = None
    """The address of the next page; null on the last. Chosen: without the keys."""
    last_page: str | None = None
    """The address of the last page; null where nothing is paged."""
    max_number_of_requests_per_day: int
    """Requests that the keys may make a day."""
    remaining_number_of_request: int
    """Requests that are left. Chosen: each request takes one."""
    time_in_epoch_second_till_reset: float
    """When the count begins anew, in seconds since 1970. Chosen: at midnight, UTC."""


class UserData(Model):
    """A user."""

    user_id: str
    """The id that it was registered with."""
    owner_app_id: str | None = None
    """The account that it belongs to. Chosen: its `client_id`."""
    email: str | None = None
    """The mail address."""
    zip: str | None = None
    """The postal code."""
    created_at: datetime | None = None
    """When it was registered."""


class UserStore(Model):
    """A store connection."""

    id: int
    """The connection's id."""
    supermarket_id: int
    """The store, by its id of the lookup; requests call it `store_id`."""
    store_name: str | None = None
    """The store's name."""
    user: UserData | None = None
    """The user."""
    username: str | None = None
    """The user's name at the store."""
    credentials_status: CredentialsStatus | None = None
    """What is known of the login."""
    scrape_status: ScrapeStatus | None = None
    """How far the collection of purchases is."""
    type: str | None = None
    """Which purchases the store tells. Chosen: `Online`, `Loyalty` or `Online and Loyalty`."""
    account_locked: bool | None = None
    """Whether the store wants the user to act first."""
    account_lock_code: AccountLockCode | None = None
    """Why the store has locked the account; null when it has not."""
    unlock_url: str | None = None
    """Where the user unlocks the account."""
    oauth_provider: str | None = None
    """Who gives consent; null for a connection by password."""
    oauth_authorization_url: str | None = None
    """Where the user gives consent; null for a connection by password."""
    created_at: datetime | None = None
    """When it was made."""
    updated_at: datetime | None = None
    """When its state last changed."""
    total_spent: float | None = None
    """The sum of its purchases, in dollars."""


class UserStoreReceipt(Model):
    """A receipt of a store connection."""

    id: int
    """The record's id."""
    user_store_id: int
    """The connection."""
    purchase_id: int | None = None
    """The purchase, once the status is `Done`."""
    identifier: str
    """The number that was sent as `receipt_id`."""
    status: UserStoreReceiptStatus
    """How far it is."""
    created_at: datetime
    """When it was sent."""
    receipt_date: datetime | None = None
    """The date that was sent with it. Chosen: null without one."""


class UploadBarcodeResponse(Model):
    """A barcode and its product."""

    bar_code: str | None = None
    """The digits that were sent."""
    bar_code_type: str | None = None
    """The symbology that was sent."""
    api_product: ProductData | None = field(default=None, name="apiProduct")
    """The product; left out where none is known."""


class StoreInfo(Model):
    """A store."""

    id: int
    """The store's id."""
    name: str | None = None
    """Its name."""
    restaurant: bool
    """Whether it is a restaurant."""
    can_scrape: bool
    """Whether it can be connected."""
    image_link: str | None = None
    """The address of its logo."""
    url: str | None = None
    """Its site."""
    type: str | None = None
    """Which purchases it tells. Chosen: `Online`, `Loyalty` or `Online and Loyalty`."""


class CategoryInfo(Model):
    """A category of products."""

    id: int
    """The category's id."""
    name: str | None = None
    """Its name."""
    grocery: bool
    """Whether it is of the grocery branch."""
    parent_id: int | None = None
    """The category above; null at the top."""


class NutrientInfo(Model):
    """A nutrient."""

    id: int
    """The nutrient's id."""
    name: str | None = None
    """Its name."""
    description: str | None = None
    """What it is."""
    unit_of_measurement: str | None = None
    """The unit in which amounts are stored."""
    preferred_unit_of_measurement: str | None = None
    """The unit to show amounts in."""
    recommended_daily_value: float | None = None
    """What a person needs a day, in the stored unit."""


class ProductAlternativeTypeInfo(Model):
    """A kind of alternative."""

    id: int
    """Its id; 7 is the general kind."""
    name: str | None = None
    """Its name."""
    description: str | None = None
    """What it is."""


class UOMInfo(Model):
    """A unit of measurement."""

    id: int
    """Its id."""
    name: str | None = None
    """Its name, such as `OZ`."""
    description: str | None = None
    """What it is."""


class TagInfo(Model):
    """A tag of products."""

    id: int
    """Its id."""
    name: str | None = None
    """Its name, as products carry it: `SesameSeeds`."""
    description: str | None = None
    """What it says of a product."""


class ProductData(Model):
    """A product."""

    id: int
    """The product's id."""
    name: str | None = None
    """Its name."""
    brand: str | None = None
    """Its brand."""
    manufacturer: str | None = None
    """Who makes it."""
    description: str | None = None
    """What it is."""
    upc: str | None = None
    """Its UPC, EAN or ISBN: digits, leading zeros included."""
    plus: list[str] | None = None
    """Its PLU codes, of produce."""
    category: str | None = None
    """Name of its category."""
    category_id: int | None = None
    """Its category."""
    tags: list[str] | None = None
    """What it is or contains: names of tags."""
    ingredients: str | None = None
    """Its ingredients, as on the label."""
    ingredients_count: int | None = None
    """How many ingredients it has."""
    nutrients: list[NutrientData] | None = None
    """Its nutrients, where they were asked for."""
    serving_size: str | None = None
    """Size of a serving, a number with a decimal point."""
    serving_size_unit: str | None = None
    """Unit of `serving_size`."""
    servings_per_container: str | None = None
    """Servings in a package, a number with a decimal point."""
    serving_size_in_grams: float | None = None
    """Size of a serving, in grams."""
    weight: str | None = None
    """Amount and unit in one, such as `6.0 OZ`."""
    size_info: SizeInfo | None = None
    """Amounts of a package."""
    small_image: str | None = None
    """Address of a small picture."""
    large_image: str | None = None
    """Address of a large picture."""
    amazon_link: str | None = None
    """Its address at Amazon."""
    recipes: list[str] | None = None
    """Addresses of recipes with it."""
    score: float | None = None
    """The vendor's score of it."""
    visibility_count: int | None = None
    """How often it was seen."""


class SizeInfo(Model):
    """Amounts of a package."""

    size: float | None = None
    """How much is in it."""
    size_uom: str | None = None
    """Unit of `size`."""
    package_count: float | None = None
    """How many it holds."""
    package_count_uom: str | None = None
    """Unit of `package_count`."""


class NutrientData(Model):
    """How much of a nutrient a product has."""

    id: int
    """The nutrient."""
    name: str | None = None
    """Its name."""
    value: float | None = None
    """The amount in a serving, in the nutrient's stored unit."""
    dvp: float | None = None
    """The amount in percent of what a person needs a day."""


class PurchasedProduct(Model):
    """One purchase of a product."""

    product_id: int | None = None
    """The product."""
    date: datetime | None = None
    """When it was bought."""
    price: float | None = None
    """What one cost, in dollars."""
    store: str | None = None
    """Name of the store."""


class PriceData(Model):
    """What a product costs."""

    product_id: int | None = None
    """The product."""
    prices: list[PriceInfo] | None = None
    """Its prices, one for each store that sells it."""


class PriceInfo(Model):
    """What a product costs at a store."""

    product_id: int | None = None
    """The product."""
    store_id: int | None = None
    """The store."""
    store_identifier: str | None = None
    """The store's own id of the product."""
    price: float | None = None
    """The price, in dollars."""


class ProductAlternativesRecord(Model):
    """What may be bought in place of a product."""

    product_id: int | None = field(default=None, name="productId")
    """The product."""
    product_alternatives: list[ProductData] | None = field(default=None, name="productAlternatives")
    """The others."""


class NameUpcRecord(Model):
    """A name and its UPCs."""

    name: str | None = None
    """The name that was sent."""
    store: str | None = None
    """The store that was sent; blank where none was."""
    resolve_status: ResolveStatus | None = None
    """How far the search is."""
    upcs: list[str] | None = None
    """What was found; empty while the name is queued."""


class PurchaseData(Model):
    """What a user has bought, product by product."""

    purchased_items: list[PurchasedItem] | None = None
    """The products."""
    invoices: list[InvoiceData] | None = None
    """The invoices that the history refers to."""


class PurchasedItem(Model):
    """A product that was bought."""

    product_id: int
    """The product."""
    name: str | None = None
    """Its name."""
    purchase_history: list[PurchaseInfo] | None = None
    """Every time it was bought."""
    product_timestamps: ProductTimestamps | None = None
    """When it became known."""
    product_identifiers: ProductIdentifiers | None = None
    """Its codes."""
    product_details: ProductData | None = None
    """All of the product, where it was asked for."""


class ProductTimestamps(Model):
    """When a product became known."""

    upc_resolved_at: datetime | None = None
    """When its UPC became known."""
    recorded_at: datetime | None = None
    """When the service first stored it for the user."""


class ProductIdentifiers(Model):
    """Codes of a product."""

    upcs: list[str] | None = None
    """UPCs."""
    plus: list[str] | None = None
    """PLU codes, of produce."""


class PurchaseInfo(Model):
    """One time that a product was bought."""

    invoice_id: int
    """The invoice."""
    store_id: int
    """The store."""
    store_name: str | None = None
    """Name of the store."""
    harvested_name: str | None = None
    """The product's name, as the store has it."""
    quantity: float | None = None
    """How many."""
    price: float | None = None
    """What they cost together, in dollars."""
    unit_price: float | None = None
    """What one cost, in dollars."""
    current_price: float | None = None
    """What one costs there now, in dollars."""
    purchase_date: datetime | None = None
    """When it was bought."""
    recorded_at: datetime | None = None
    """When the service stored it."""


class InvoiceData(Model):
    """An invoice."""

    id: int
    """The invoice's id."""
    store_id: int
    """The store."""
    store_name: str | None = None
    """Name of the store."""
    order_number: str | None = None
    """The store's number of the order."""
    receipt_id: str | None = None
    """The receipt's id or number, of a purchase that came from a receipt."""
    total: float | None = None
    """The sum, in dollars."""
    total_without_tax: float | None = None
    """The sum without tax, in dollars."""
    tax: float | None = None
    """The tax, in dollars."""
    purchase_date: datetime | None = None
    """When it was bought."""
    recorded_at: datetime | None = None
    """When the service stored it."""
    receipt_image_url: str | None = None
    """Address of the receipt's first image."""
    receipt_image_urls: list[str] | None = None
    """Addresses of all its images."""
    user_store_receipt: InvoiceUserStoreReceipt | None = None
    """The receipt, where its number was sent."""


class InvoiceUserStoreReceipt(Model):
    """The receipt by whose number a purchase was found."""

    id: int
    """The receipt."""
    user_store_id: int
    """The connection."""
    created_at: datetime
    """When the number was sent."""


class UserPurchase(Model):
    """A purchase, which is an invoice."""

    id: int
    """The purchase's id."""
    user_store: UserStore | None = None
    """The connection that it came from; left out for a receipt's image."""
    purchase_items: list[PurchaseItemData] | None = None
    """Its lines."""
    date: datetime | None = None
    """When it was made."""
    total: float | None = None
    """The sum, in dollars."""
    total_without_tax: float | None = None
    """The sum without tax, in dollars."""
    tax: float | None = None
    """The tax, in dollars."""
    order_number: str | None = None
    """The store's number of the order."""
    receipt_id: str | None = None
    """The receipt's id or number, of a purchase that came from a receipt."""
    receipt_image_url: str | None = None
    """Deprecated. Address of the receipt's first image."""
    receipt_image_urls: list[ReceiptImage] | None = None
    """All its images."""


class ReceiptImage(Model):
    """An image of a receipt."""

    url: str | None = None
    """Its address."""


class PurchaseItemData(Model):
    """A line of a purchase."""

    id: int
    """The line's id."""
    purchase_id: int
    """The purchase."""
    name: str | None = None
    """The product's name, as the store has it."""
    upc: str | None = None
    """The product's UPC, where it is known."""
    unit_of_measurement: str | None = None
    """Unit of `quantity`."""
    quantity: float | None = None
    """How many."""
    price: float | None = None
    """What one cost, in dollars."""
    discounted_price: float | None = None
    """What one cost after a discount, in dollars; null without one."""
    upc_resolved_at: datetime | None = None
    """When its UPC became known."""
    product: ProductData | None = None
    """The product, where it was asked for."""


class UserLoyaltyPurchase(Model):
    """What a connection's loyalty stream has told."""

    user_store: UserStore | None = None
    """The connection."""
    purchase_items: list[LoyaltyPurchaseItemData] | None = None
    """Its lines."""


class LoyaltyPurchaseItemData(Model):
    """A line of a loyalty stream."""

    id: int
    """The line's id."""
    name: str | None = None
    """The product's name, as the store has it."""
    upc: str | None = None
    """The product's UPC, where it is known."""
    upc_resolved_at: datetime | None = None
    """When its UPC became known."""
    created_at: datetime | None = None
    """When the service stored it."""
    product: ProductData | None = None
    """The product."""


class Cart(Model):
    """A cart."""

    cart_id: str
    """The cart's id."""
    cart_name: str | None = None
    """Its name."""
    cart_items: list[CartItem] | None = None
    """What is in it."""
    created_at: datetime
    """When it was made."""
    updated_at: datetime
    """When it last changed."""


class CartItem(Model):
    """A product in a cart."""

    cart_item_id: str
    """The item's id."""
    upc: str | None = None
    """The product's UPC."""
    quantity: int
    """How many."""
    created_at: datetime
    """When it was put in."""
    updated_at: datetime
    """When it last changed."""


class ExecuteCart(Model):
    """A way to the checkout."""

    checkout_url: str | None = None
    """The address that fills the store's cart."""
    message: str | None = None
    """A word to the user."""


class FdaRecallData(Model):
    """A recall and whom it concerns."""

    recall: FdaResult | None = None
    """The notice."""
    product: ProductData | None = None
    """The product."""
    recall_purchases: list[RecalledProductPurchaseData] | None = None
    """Purchases of the product by your users."""


class RecalledProductPurchaseData(Model):
    """A purchase of a recalled product."""

    id: int
    """The purchase."""
    product_id: int
    """The product."""
    store_id: int
    """The store."""
    store_name: str | None = None
    """Name of the store."""
    order_number: str | None = None
    """The store's number of the order."""
    order_purchase_date: datetime | None = None
    """When it was bought."""
    order_recorded_at: datetime | None = None
    """When the service stored it."""
    user_id: str | None = None
    """The user."""
    email: str | None = None
    """The user's mail address."""
    zip: str | None = None
    """The user's postal code."""
    client_id: str | None = None
    """The account that the user belongs to."""
    user_created_at: datetime | None = None
    """When the user was registered."""


class FdaResult(Model):
    """A recall notice, of the form that openFDA gives food enforcement reports. Dates are `yyyyMMdd`."""

    recall_number: str | None = None
    """Number of the recall."""
    event_id: str | None = None
    """Number of the event that led to it."""
    status: str | None = None
    """How far it is, such as `Ongoing`."""
    classification: str | None = None
    """How grave it is: `Class I` to `Class III`."""
    product_type: str | None = None
    """Kind of product, such as `Food`."""
    product_description: str | None = None
    """The product in words."""
    product_quantity: str | None = None
    """How much of it is recalled."""
    code_info: str | None = None
    """Lots and dates by which it is known."""
    more_code_info: str | None = None
    """More of those."""
    reason_for_recall: str | None = None
    """Why."""
    recalling_firm: str | None = None
    """Who recalls it."""
    address_1: str | None = None
    """Street of the firm."""
    address_2: str | None = None
    """Second line of the street."""
    city: str | None = None
    """City of the firm."""
    state: str | None = None
    """State of the firm."""
    postal_code: str | None = None
    """Postal code of the firm."""
    country: str | None = None
    """Country of the firm."""
    distribution_pattern: str | None = None
    """Where it was sold."""
    voluntary_mandated: str | None = None
    """Who decided on the recall."""
    initial_firm_notification: str | None = None
    """How buyers were told first."""
    recall_initiation_date: str | None = None
    """When it began."""
    center_classification_date: str | None = None
    """When it was classified."""
    report_date: str | None = None
    """When it was reported."""
    termination_date: str | None = None
    """When it ended."""
    openfda: dict[str, Any] | None = None
    """What openFDA adds to a report; nothing for food."""


class CreateUserWrapper(Model):
    """The user that was registered."""

    result: UserData
    """A user."""
    meta: MetaBase
    """The quota of the keys."""


class GetAllUsersWrapper(Model):
    """A page of users."""

    result: list[UserData]
    """A page of users."""
    meta: MetaPaged
    """The quota of the keys, and where in the list this page is."""


class GetSingleUserWrapper(Model):
    """A user."""

    result: UserData
    """A user."""
    meta: MetaBase
    """The quota of the keys."""


class UpdateUserWrapper(Model):
    """The user as it is now."""

    result: UserData
    """A user."""
    meta: MetaBase
    """The quota of the keys."""


class DeleteUserWrapper(Model):
    """Word of a deletion."""

    result: str
    """A word to people."""
    meta: MetaBase
    """The quota of the keys."""


class ConnectStoreWrapper(Model):
    """The connection that was made."""

    result: UserStore
    """A store connection."""
    meta: MetaBase
    """The quota of the keys."""


class GetAllStoresWrapper(Model):
    """A page of store connections."""

    result: list[UserStore]
    """A page of store connections."""
    meta: MetaPaged
    """The quota of the keys, and where in the list this page is."""


class GetSingleStoresWrapper(Model):
    """A store connection."""

    result: UserStore
    """A store connection."""
    meta: MetaBase
    """The quota of the keys."""


class UpdateStoreConnectionWrapper(Model):
    """Word of a change."""

    result: str
    """A word to people."""
    meta: MetaBase
    """The quota of the keys."""


class DeleteSingleStoreWrapper(Model):
    """Word of a deletion."""

    result: str
    """A word to people."""
    meta: MetaBase
    """The quota of the keys."""


class AddUserStoreReceiptWrapper(Model):
    """The receipt that was added."""

    result: UserStoreReceipt
    """A receipt of a store connection."""
    meta: MetaBase
    """The quota of the keys."""


class UserStoreReceiptsWrapper(Model):
    """Receipts of a connection."""

    result: list[UserStoreReceipt]
    """Receipts of a connection."""
    meta: MetaBase
    """The quota of the keys."""


class UserStoreReceiptWrapper(Model):
    """A receipt."""

    result: UserStoreReceipt
    """A receipt of a store connection."""
    meta: MetaBase
    """The quota of the keys."""


class UploadBarcodeWrapper(Model):
    """A barcode and its product."""

    result: UploadBarcodeResponse
    """A barcode and its product."""
    meta: MetaBase
    """The quota of the keys."""


class UploadReceiptWrapper(Model):
    """Word that an image was taken."""

    result: str
    """The `receipt_id` that was sent."""
    meta: MetaBase
    """The quota of the keys."""


class UploadReceiptStatusWrapper(Model):
    """How far the transcription of a receipt's image is."""

    result: ReceiptImageStatus
    """How far the transcription of a receipt's image is: never sent, taken, read, done; or it cannot be read, was sent
    before, or is of a store that is not known.
    """
    meta: MetaBase
    """The quota of the keys."""


class GetProductAlternativeTypesWrapper(Model):
    """The kinds of alternatives."""

    result: list[ProductAlternativeTypeInfo]
    """The kinds of alternatives."""
    meta: MetaBase
    """The quota of the keys."""


class GetUOMsWrapper(Model):
    """The units of measurement."""

    result: list[UOMInfo]
    """The units of measurement."""
    meta: MetaBase
    """The quota of the keys."""


class GetCategoriesWrapper(Model):
    """The categories."""

    result: list[CategoryInfo]
    """The categories."""
    meta: MetaBase
    """The quota of the keys."""


class GetNutrientsWrapper(Model):
    """The nutrients."""

    result: list[NutrientInfo]
    """The nutrients."""
    meta: MetaBase
    """The quota of the keys."""


class GetStoresWrapper(Model):
    """The stores."""

    result: list[StoreInfo]
    """The stores."""
    meta: MetaBase
    """The quota of the keys."""


class GetTagsWrapper(Model):
    """The tags."""

    result: list[TagInfo]
    """The tags."""
    meta: MetaBase
    """The quota of the keys."""


class GetProductsWrapper(Model):
    """A page of products."""

    result: list[ProductData]
    """A page of products."""
    meta: MetaPaged
    """The quota of the keys, and where in the list this page is."""


class GetUPCsByNameRequestWrapper(Model):
    """Word that names are being looked up."""

    result: str
    """The id to ask for the result with."""
    meta: MetaBase
    """The quota of the keys."""


class GetUPCsByNameResponseWrapper(Model):
    """The names and their UPCs."""

    result: list[NameUpcRecord]
    """The names and their UPCs."""
    meta: MetaBase
    """The quota of the keys."""


class GetProductWrapper(Model):
    """A product."""

    result: ProductData
    """A product."""
    meta: MetaBase
    """The quota of the keys."""


class GetProductPurchasesWrapper(Model):
    """A page of a product's purchases."""

    result: list[PurchasedProduct]
    """A page of a product's purchases."""
    meta: MetaPaged
    """The quota of the keys, and where in the list this page is."""


class GetProductPricesWrapper(Model):
    """Prices of products."""

    result: list[PriceData]
    """Prices of products."""
    meta: MetaBase
    """The quota of the keys."""


class GetProductsAlternativesWrapper(Model):
    """Alternatives to products."""

    result: list[ProductAlternativesRecord]
    """Alternatives to products."""
    meta: MetaBase
    """The quota of the keys."""


class GetUserProducts(Model):
    """A page of the products that a user has bought."""

    result: list[ProductData]
    """A page of the products that a user has bought."""
    meta: MetaPaged
    """The quota of the keys, and where in the list this page is."""


class GetFDARecallWrapper(Model):
    """Recalls."""

    result: list[FdaRecallData]
    """Recalls."""
    meta: MetaBase
    """The quota of the keys."""


class GetUserPurchaseHistoryWrapper(Model):
    """What a user has bought."""

    result: PurchaseData
    """What a user has bought, product by product."""
    meta: MetaBase
    """The quota of the keys."""


class GetAllUserPurchasesWrapper(Model):
    """A page of purchases."""

    result: list[UserPurchase]
    """A page of purchases."""
    meta: MetaPaged
    """The quota of the keys, and where in the list this page is."""


class GetSingleUserPurchaseWrapper(Model):
    """A purchase."""

    result: UserPurchase
    """A purchase, which is an invoice."""
    meta: MetaBase
    """The quota of the keys."""


class GetAllUserLoyaltyPurchasesWrapper(Model):
    """A page of loyalty streams."""

    result: list[UserLoyaltyPurchase]
    """A page of loyalty streams."""
    meta: MetaPaged
    """The quota of the keys, and where in the list this page is."""


class GetCartsWrapper(Model):
    """Carts of a user."""

    result: list[Cart]
    """Carts of a user."""
    meta: MetaBase
    """The quota of the keys."""


class AddCartWrapper(Model):
    """The cart that was made."""

    result: Cart
    """A cart."""
    meta: MetaBase
    """The quota of the keys."""


class GetCartWrapper(Model):
    """A cart."""

    result: Cart
    """A cart."""
    meta: MetaBase
    """The quota of the keys."""


class AddCartItemWrapper(Model):
    """The item that was put in."""

    result: CartItem
    """A product in a cart."""
    meta: MetaBase
    """The quota of the keys."""


class DeleteCartWrapper(Model):
    """Word of a deletion."""

    result: str
    """A word to people."""
    meta: MetaBase
    """The quota of the keys."""


class DeleteCartItemWrapper(Model):
    """Word of a deletion."""

    result: str
    """A word to people."""
    meta: MetaBase
    """The quota of the keys."""


class ExecuteCartWrapper(Model):
    """A way to the checkout."""

    result: ExecuteCart
    """A way to the checkout."""
    meta: MetaBase
    """The quota of the keys."""


class UserPurchases(Model):
    """Purchases that a connection has brought."""

    user_store_id: int
    """The connection."""
    user_id: str
    """The user."""
    idempotency_key: str
    """The delivery. A repeated one has the same."""
    purchase_data: PurchaseData
    """The purchases, with product details."""


class StoreConnectionCredentials(Model):
    """The state of a connection's login."""

    store_connection_id: int
    """The connection."""
    credentials_status: CredentialsStatus
    """`Verified`, `Invalid` or `Unknown`."""
    account_locked: bool
    """Whether the store has locked the account."""
    user_id: str
    """The user."""
    account_lock_code: int | None = None
    """Why: 2 a security question, 3 an image captcha, 4 an incomplete profile, 5 a deactivated account, 6 access
    denied, 7 a password reset; null when it is not locked.
    """
    unlock_url: str | None = None
    """Where the user unlocks the account. It may come without a lock too."""
    username: str
    """The user's name at the store."""
    store_id: int
    """The store."""
    idempotency_key: str
    """The delivery. A repeated one has the same."""


class OnDemandRefresh(Model):
    """The end of a refresh that was asked for."""

    user_store_id: int
    """The connection."""
    store_connection_id: int | None = None
    """The same, under the name that the text's list of properties has."""
    refresh_request_id: str
    """The request for the refresh."""
    purchase_count: int
    """How many purchases it has brought."""
    idempotency_key: str
    """The delivery. A repeated one has the same."""


class UpcResolved(Model):
    """A name whose UPCs are known."""

    name: str
    """The name that was sent."""
    store: str
    """The store that was sent; blank where none was."""
    resolve_status: ResolveStatus
    """`Finished`."""
    upcs: str
    """What was found, joined by commas."""
