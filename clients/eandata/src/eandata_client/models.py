# Generated from specs/eandata.yaml by the generator; edit the spec and run `make generate`.
"""What the EANdata Data Feed API sends and takes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any, ClassVar, Literal, TypeAlias

from retail_runtime import Model, field

Search: TypeAlias = Literal["normal", "deep"] | str
"""How far to look for a product. (Source: When performing a lookup.) Chosen: at most 32 characters."""


class Found(Model):
    """A product that was found. (Source: layout of the result.)"""

    status: FoundStatus
    """How the look-up went."""
    product: Product
    """The product."""
    company: Company | None = None
    """Whose product it is; left out when it is not known, with `comp=no`, and when `has` names it."""


class FoundStatus(Model):
    """How a look-up went, with the values that the caller sent along. (Source: layout of the result, status.)"""

    collect: ClassVar[Mapping[str, str]] = {"echo": ""}

    code: Literal["200"]
    """The outcome."""
    message: str
    """The plan and, on a free one, the look-ups of the day: `free 3/15`."""
    version: str
    """The version of the feed that answered."""
    run: float
    """Seconds that the request took."""
    find: str
    """The code that was looked up."""
    echo: dict[str, str] = {}
    """Parameters of the request that the service does not know, as they were sent."""


class Product(Model):
    """A product. `get=all` brings blank values for what is not known. (Source: layout of the result, product.)"""

    collect: ClassVar[Mapping[str, str]] = {"has": "has_"}

    ean13: str = field(name="EAN13")
    """The EAN-13 code; an ISBN-13 is one too."""
    upca: str | None = field(default=None, name="UPCA")
    """The UPC-A code."""
    upce: str | None = field(default=None, name="UPCE")
    """The UPC-E code."""
    isbn10: str | None = field(default=None, name="ISBN10")
    """The 10 digit ISBN."""
    image: str | None = None
    """The address of a picture of the product."""
    modified: datetime
    """When the product was last modified, YYYY-MM-DD HH:MM:SS without a zone."""
    locked: bool
    """Whether the product refuses updates."""
    attributes: Attributes
    """What is known of the product."""
    field_mod: dict[str, datetime] | None = None
    """When each attribute was last modified, with `field_mod=yes`."""
    barcode: BarcodeImages
    """Pictures of the barcodes."""
    has: dict[str, bool] = {}
    """Whether there is data, for each field that `has` asked about."""


class Attributes(Model):
    """What is known of a product.

    More attributes come over time; `get=attributes` lists them. A number's unit stands in its `_extra` companions, the
    words for an id in its `_text` companions. (Source: layout of the result, attribute.)
    """

    collect: ClassVar[Mapping[str, str]] = {"more": ""}

    product: str | None = None
    """The product's name."""
    description: str | None = None
    """A short description."""
    long_desc: str | None = None
    """A long description."""
    brand: str | None = None
    """The brand."""
    features: str | None = None
    """Features of the product, in HTML."""
    ingredients: str | None = None
    """The ingredients."""
    binding: str | None = None
    """How a book is bound, or the medium of a record."""
    author: str | None = None
    """The author."""
    asin_com: str | None = None
    """Its number at amazon.com."""
    sku: str | None = None
    """A stock keeping number."""
    serving_size: str | None = None
    """The size of a serving, in words."""
    servings_per: str | None = None
    """Servings in a package."""
    similar: str | None = None
    """Codes of similar products, separated by commas."""
    url: str | None = None
    """A web page about the product."""
    category: int | None = None
    """The id of the category."""
    category_text: str | None = None
    """Its name, such as `Beverages`."""
    category_text_long: str | None = None
    """Its name with those above it, such as `Food: Beverages`."""
    language: int | None = None
    """The id of the language."""
    language_text: str | None = None
    """Its code, such as `en`."""
    language_text_long: str | None = None
    """Its name, such as `English`."""
    price_new: Decimal | None = None
    """The price when new."""
    price_new_extra: str | None = None
    """Its currency, such as `USD`."""
    price_new_extra_long: str | None = None
    """Its currency in full, such as `US Dollars`."""
    price_new_extra_id: int | None = None
    """The id of its currency."""
    price_used: Decimal | None = None
    """The price when used."""
    price_used_extra: str | None = None
    """Its currency, such as `USD`."""
    price_used_extra_long: str | None = None
    """Its currency in full, such as `US Dollars`."""
    price_used_extra_id: int | None = None
    """The id of its currency."""
    width: Decimal | None = None
    """The width."""
    width_extra: str | None = None
    """Its unit, such as `in`."""
    width_extra_long: str | None = None
    """Its unit in full, such as `inches`."""
    width_extra_id: int | None = None
    """The id of its unit."""
    height: Decimal | None = None
    """The height."""
    height_extra: str | None = None
    """Its unit, such as `in`."""
    height_extra_long: str | None = None
    """Its unit in full, such as `inches`."""
    height_extra_id: int | None = None
    """The id of its unit."""
    length: Decimal | None = None
    """The length."""
    length_extra: str | None = None
    """Its unit, such as `in`."""
    length_extra_long: str | None = None
    """Its unit in full, such as `inches`."""
    length_extra_id: int | None = None
    """The id of its unit."""
    weight: Decimal | None = None
    """The weight."""
    weight_extra: str | None = None
    """Its unit, such as `oz`."""
    weight_extra_long: str | None = None
    """Its unit in full, such as `ounces`."""
    weight_extra_id: int | None = None
    """The id of its unit."""
    sodium: Decimal | None = None
    """The sodium in a serving."""
    sodium_extra: str | None = None
    """Its unit, such as `mg`."""
    sodium_extra_long: str | None = None
    """Its unit in full, such as `milligrams`."""
    sodium_extra_id: int | None = None
    """The id of its unit."""
    more: dict[str, str] = {}
    """Attributes that this description does not name."""


class BarcodeImages(Model):
    """Addresses of pictures of a product's barcodes. (Source: layout of the result, barcode.)"""

    ean13: str = field(name="EAN13")
    """The picture of the EAN-13 barcode."""
    upca: str | None = field(default=None, name="UPCA")
    """The picture of the UPC-A barcode."""
    upce: str | None = field(default=None, name="UPCE")
    """The picture of the UPC-E barcode."""


class Company(Model):
    """A company. Values that are not known are blank. (Source: layout of the result, company.)"""

    name: str
    """Its name."""
    address: str | None = None
    """Its postal address."""
    phone: str | None = None
    """Its telephone number."""
    url: str | None = None
    """The address of its web site."""
    logo: str | None = None
    """The address of its logo."""
    locked: bool
    """Whether the company refuses changes; the feed can make none."""


class FoundV2(Model):
    """A product that was found, as version 2.1 tells it. (Source: Main changes from version 2.x to 3.x.)"""

    status: FoundV2Status
    """How the look-up went."""
    product: ProductV2
    """The product."""
    company: Company
    """Whose product it is. Chosen: all blank when not known or not wanted."""


class FoundV2Status(Model):
    """How a look-up in version 2.1 went. (Source: Main changes from version 2.x to 3.x.)"""

    collect: ClassVar[Mapping[str, str]] = {"echo": ""}

    find: str
    """The code that was looked up."""
    code: Literal["200"]
    """The outcome."""
    message: str
    """The plan and, on a free one, the look-ups of the day: `free 3/15`."""
    version: Literal["2.1"]
    """The version of the feed that answered."""
    echo: dict[str, str] = {}
    """Parameters of the request that the service does not know, as they were sent."""


class ProductV2(Model):
    """A product as version 2.1 tells it: flat, with every field, blank when there is no data.

    Chosen: which fields there are beside the codes, `product`, `description`, `category_no` and `category_text`.
    """

    collect: ClassVar[Mapping[str, str]] = {"more": ""}

    modified: datetime
    """When the product was last modified, YYYY-MM-DD HH:MM:SS without a zone."""
    ean13: str
    """The EAN-13 code."""
    upca: str
    """The UPC-A code."""
    upce: str
    """The UPC-E code."""
    isbn10: str | None = None
    """The 10 digit ISBN."""
    product: str
    """The product's name."""
    description: str
    """A short description."""
    long_desc: str | None = None
    """A long description."""
    category_no: int | None
    """The id of the category."""
    category_text: str
    """The name of the category."""
    url: str | None = None
    """A web page about the product."""
    image: str | None = None
    """The address of a picture of the product."""
    locked: bool | None = None
    """Whether the product refuses updates."""
    more: dict[str, str] = {}
    """Fields that this description does not name."""


class Updated(Model):
    """An update that was taken; it waits for validation. (Source: When updating data.)"""

    status: UpdatedStatus
    """How the update went."""


class UpdatedStatus(Model):
    """How an update went. (Source: layout of the result, status.)"""

    collect: ClassVar[Mapping[str, str]] = {"echo": ""}

    code: Literal["200"]
    """The outcome."""
    message: str
    """The plan and, on a free one, the look-ups of the day: `free 3/15`."""
    update: str
    """The code of the product."""
    echo: dict[str, str] = {}
    """Parameters of the request that the service does not know, as they were sent."""


class CatalogStatus(Model):
    """How the reading of a list went. (Source: layout of the result, status.)"""

    collect: ClassVar[Mapping[str, str]] = {"echo": ""}

    code: Literal["200"]
    """The outcome."""
    message: str
    """The plan and, on a free one, the look-ups of the day: `free 3/15`."""
    echo: dict[str, str] = {}
    """Parameters of the request that the service does not know, as they were sent."""


class Categories(Model):
    """All categories. (Source: layout of the result, category.)"""

    status: CatalogStatus
    """How it went."""
    category: list[Category]
    """The categories."""


class Category(Model):
    """A category of products. (Source: layout of the result, category.)"""

    id: int
    """Its id."""
    parent_id: int | None
    """The id of the category just above. Chosen: blank when there is none."""
    top_parent_id: int
    """The id of the topmost category above. Chosen: its own when there is none."""
    category: str
    """Its name."""
    cat_path: str
    """The names of the chain that leads to it, topmost first: `Food: Beverages`."""


class AttributeFields(Model):
    """All attributes that products can have. (Source: layout of the result, attribute.)"""

    status: CatalogStatus
    """How it went."""
    attribute: list[AttributeField]
    """The attributes."""


class AttributeField(Model):
    """An attribute that products can have. (Source: layout of the result, attribute.)"""

    field_name: str
    """Its name, for `get`, `has` and `field`."""
    group_name: str
    """The group it belongs to."""
    title: str
    """A label for people."""
    data_type: str
    """The type of its data."""
    data_type_description: str
    """That type in words."""
    has_linked_text: bool
    """Whether it comes with `_text` and `_text_long`."""
    has_linked_extra: bool
    """Whether it comes with `_extra` and `_extra_long`."""


class Extras(Model):
    """The descriptors that go with attributes. (Source: special "get" operations, get=extra.)"""

    status: CatalogStatus
    """How it went."""
    extra: list[Extra]
    """The descriptors."""


class Extra(Model):
    """A descriptor of an attribute's value, such as a unit.

    Chosen: its shape, which the vendor's text does not tell. (Source: special "get" operations, get=extra.)
    """

    field_name: str
    """The attribute it goes with."""
    extra_id: int
    """Its id, for `extra_id` of an update."""
    extra: str
    """Its short text: `oz`."""
    extra_long: str
    """Its long text: `ounces`."""


class Failure(Model):
    """A request that was not served, or a product that is not on file. (Source: layout of the result, status.)"""

    status: FailureStatus
    """Why."""
    product: dict[str, Any] | None = None
    """Empty."""
    company: Company | None = None
    """The company that the code's first digits belong to, when it is known."""


class FailureStatus(Model):
    """Why a request was not served. (Source: layout of the result, status.)"""

    collect: ClassVar[Mapping[str, str]] = {"echo": ""}

    code: Literal["400", "404", "500"] | str
    """The outcome."""
    message: str
    """What was wrong."""
    version: str | None = None
    """The version of the feed that answered, for a look-up."""
    run: float | None = None
    """Seconds that the request took, for a look-up."""
    find: str | None = None
    """The code that was looked up, for a look-up."""
    update: str | None = None
    """The code of the product, for an update."""
    echo: dict[str, str] = {}
    """Parameters of the request that the service does not know, as they were sent."""
