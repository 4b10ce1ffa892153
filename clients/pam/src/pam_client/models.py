# Generated from specs/pam.yaml by the generator; edit the spec and run `make generate`.
"""What the PAM API sends and takes."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from retail_runtime import DigitText, Model, field


class Result(Model):
    """That something was done."""

    result: str
    """What was done, for people: `Product updated`."""


class Product(Model):
    """A product of a participant."""

    id: int
    """Its id."""
    participant_id: str
    """The participant that owns it."""
    store_id: str | None
    """The retailer's own id of it."""
    gtin: str | None
    """Its GTIN, digits."""
    name: str
    """Its name."""
    brand: str | None
    """Its brand."""
    scan_count: int
    """How often it was scanned."""
    has_price: bool
    """Whether it has a price."""
    min_price: int | None
    """Its lowest price. Chosen: of the last three months; null without one."""
    category1: str | None = None
    """Name of its first category. Absent where it has no so many."""
    category2: str | None = None
    """Name of its second category."""
    category3: str | None = None
    """Name of its third category."""
    category4: str | None = None
    """Name of its fourth category."""
    category5: str | None = None
    """Name of its fifth category."""
    category6: str | None = None
    """Name of its sixth category."""
    attributes: list[str] | None
    """Names of its attributes; null without any."""
    locks: Locks
    """Which of its fields are locked."""


class Locks(Model):
    """Empty for a product that never had a lock."""

    gtin: bool | None = None
    """Whether imports leave the GTIN alone."""
    name: bool | None = None
    """Whether imports leave the name alone."""
    brand: bool | None = None
    """Whether imports leave the brand alone."""
    scan_count: bool | None = None
    """Whether imports leave the scan count alone."""


class ProductPage(Model):
    """One page of products."""

    result: list[Product]
    """The products of this page."""
    pages_count: int
    """How many pages there are."""
    products_count: int
    """How many products there are on all pages."""


class SameProduct(Model):
    """A product that is the same as another."""

    found_by: str
    """The `store_id` that was asked for."""
    same_store_id: str
    """The `store_id` of the same product."""
    same_product_name: str
    """The name of the same product."""


class Price(Model):
    """A price of a product, at a time and a place."""

    id: int
    """Its id."""
    product_id: int
    """The product."""
    ts: datetime
    """When it was seen, in UTC."""
    country: str | None
    """Country of the price."""
    state: str | None
    """State of the price."""
    city: str | None
    """City of the price."""
    postcode: str | None
    """Postcode of the price."""
    currency: str | None
    """Currency."""
    label: str | None
    """Label."""
    price: int
    """The amount. The text names no unit; all its amounts are whole."""


class Retailer(Model):
    """A participant that is listed as a retailer."""

    participant_id: str
    """The participant."""
    name: str
    """Its name."""


class RetailerRows(Model):
    """Retailers, as the second version lists them."""

    rows: list[Retailer]
    """The retailers."""


class StoreMatch(Model):
    """A product by its retailer's own id, and that retailer."""

    gtin: str | None
    """The product's GTIN."""
    product_name: str
    """The product's name."""
    store_id: str
    """The retailer's own id of the product."""
    retailer_id: str
    """The retailer's participant id."""
    retailer_name: str
    """The retailer's name."""


class Participant(Model):
    """A company: a brand owner, a retailer or another party."""

    id: str
    """Its id."""
    name: str
    """Its name."""
    parent: str | None = None
    """The participant above it."""
    system: bool | None = None
    """Whether it runs the system."""
    partner: bool | None = None
    """Whether it is a partner."""
    product360: bool | None = None
    """Whether it uses product360."""
    manufacturer: bool | None = None
    """Whether it makes products."""
    outsource: bool | None = None
    """Whether it works for others."""
    distributor: bool | None = None
    """Whether it distributes products."""
    retailer: bool | None = None
    """Whether it sells to consumers."""
    expert: bool | None = None
    """Whether it is an expert."""
    supplier: bool | None = None
    """Whether it supplies."""
    company_prefix: str | None = None
    """Its GS1 company prefix; `*` for any."""
    external_id: str | None = None
    """Its id elsewhere."""
    gln: str | None = None
    """Its GS1 location number."""
    country: str | None = None
    """Its country as an ISO 3166 numeric code."""
    post_code: str | None = None
    """Its postcode."""
    state: str | None = None
    """Its state."""
    city: str | None = None
    """Its city."""
    address: str | None = None
    """Its street and number."""
    contact: str | None = None
    """Whom to ask for."""
    time_zone: str | None = None
    """Its time zone."""
    phone: str | None = None
    """Its telephone number."""
    email: str | None = None
    """Its e-mail address."""
    products: str | None = None
    """Its products. Always null in the text."""
    billing_trial_to: str | None = None
    """When its trial ends. Always null in the text."""
    billing_paid_from: str | None = None
    """From when it has paid. Always null in the text."""
    billing_paid_to: str | None = None
    """Until when it has paid. Always null in the text."""
    billing_plan: str | None = None
    """What it pays for."""
    billing_country: str | None = None
    """Where it pays. Always null in the text."""
    api_key: str | None = None
    """Its API key."""
    api_domains: str | None = None
    """The domains that may use the key."""
    timezone_code: str | None = None
    """Its time zone by IANA name."""


class Attribute(Model):
    """An attribute that products can have."""

    id: str
    """Its id."""
    name: str
    """Its name."""


class Category(Model):
    """A category of products."""

    id: str
    """Its id."""
    parent_id: str | None
    """Its first parent; null for a root."""
    parents: list[str] | None
    """All its parents; null for a root."""
    name: str | None
    """Its name."""


class ParentCategory(Model):
    """A category above another."""

    id: str
    """Its id."""
    name: str | None
    """Its name."""


class Brand(Model):
    """A brand of a participant."""

    id: str
    """Its id."""
    owner: str
    """The participant that owns it."""
    name: str | None
    """Its name."""
    logo: str | None
    """The address of its logo."""
    approved: bool | None
    """Whether it is approved; null while nobody has said."""


class Gtin(Model):
    """An entry of the register of GTINs."""

    id: str
    """The GTIN, digits."""
    owner: str
    """The participant that owns it."""
    name: str | None
    """The product's name."""
    brand_id: str | None
    """The product's brand."""


class LockSettings(Model):
    """Which fields imports leave alone."""

    gtin_lock: bool | None = None
    """Whether imports leave the GTIN alone."""
    name_lock: bool | None = None
    """Whether imports leave the name alone."""
    brand_lock: bool | None = None
    """Whether imports leave the brand alone."""
    scan_count_lock: bool | None = None
    """Whether imports leave the scan count alone."""


class NewPrice(Model):
    """A price at a place."""

    country: str | None = None
    """Country of the price."""
    state: str | None = None
    """State of the price."""
    city: str | None = None
    """City of the price."""
    postcode: str | None = None
    """Postcode of the price."""
    currency: str | None = None
    """Currency."""
    label: str | None = None
    """Label."""
    price: DigitText
    """The amount. Chosen: required."""


class CouchQuery(Model):
    """A document or a selector as an object; or the id of a document as text."""

    field_id: str | None = field(default=None, name="_id")
    """Id of the document. Chosen: made up where an insert has none."""
    field_rev: str | None = field(default=None, name="_rev")
    """Its revision."""


class ExportStarted(Model):
    """An export that is ready."""

    result: str
    """`export_link:` and the id of the link."""


class ExportLink(Model):
    """Where the exported file is."""

    result: str
    """The address of the file."""


class ImportMapping(Model):
    """Field to the name of the column that feeds it.

    More attributes than three go on as `attribute4`, `attribute5`. Chosen: a field that is not known, or a column that
    the file lacks, aborts the import.
    """

    gtin: str | None = None
    """Column of the GTIN."""
    attribute1: str | None = None
    """Column of the first attribute's name."""
    attribute2: str | None = None
    """Column of the second attribute's name."""
    attribute3: str | None = None
    """Column of the third attribute's name."""
    category1: str | None = None
    """Column of the topmost category's name."""
    category2: str | None = None
    """Column of the second category's name."""
    category3: str | None = None
    """Column of the third category's name."""
    category4: str | None = None
    """Column of the fourth category's name."""
    category5: str | None = None
    """Column of the fifth category's name."""
    category6: str | None = None
    """Column of the sixth category's name."""
    name: str | None = None
    """Column of the name."""
    store_id: str | None = None
    """Column of the retailer's own id."""
    brand: str | None = None
    """Column of the brand."""
    scan_count: str | None = None
    """Column of the scan count."""
    has_price: str | None = None
    """Column of the price flag."""


class ImportStarted(Model):
    """An import that has begun."""

    status: str
    """`in progress`."""
    link: str
    """The id of the import."""


class ImportStatus(Model):
    """How far an import is."""

    result: Literal["in progress", "import completed", "import aborted"] | str
    """How far the import is."""
    err: str | None = None
    """Why it was aborted."""
