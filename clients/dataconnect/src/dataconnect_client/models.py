# Generated from specs/dataconnect.yaml by the generator; edit the spec and run `make generate`.
"""What the iQmetrix DataConnect API sends and takes."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, TypeAlias

from retail_runtime import Model, field

LocationType: TypeAlias = Literal["Company", "Division", "Region", "District", "Store"]
"""A level of the tree of locations, the topmost first. Chosen: the values. (Source: LocationType.)"""

ProductType: TypeAlias = Literal["Serialized", "Non-Serialized"] | str
"""Whether each item of the product has a serial number. (Source: ProductType.)"""

CustomerTypeID: TypeAlias = Literal[0, 3]
"""The type of customer. Chosen: 0 is a person, 3 a company. (Source: CustomerTypeID.)"""

LanguageCode: TypeAlias = Literal["en-us", "en-ca", "fr-ca", "es-us"]
"""A language. Chosen: which there are. (Source: LanguageCode.)"""

RowEvent: TypeAlias = Literal["Inserted", "Updated"] | str
"""What happened to a row last. (Source: customer delta data.)"""


class Version(Model):
    """The service and its version. (Source: current API version.)"""

    application_name: str = field(name="ApplicationName")
    """The name of the service."""
    application_version: str = field(name="ApplicationVersion")
    """Its version, four numbers with dots."""


class Session(Model):
    """A session. All its values are texts. (Source: Session.)"""

    access_token: str
    """The access token that the session stands for."""
    is_valid: str = field(name="isValid")
    """Whether the session is still good, `true` or `false`."""
    parent_entity_id: int = field(name="ParentEntityId")
    """The id of the company."""
    rq_employee_id: int = field(name="RQEmployeeId")
    """The employee's id in the point of sale."""
    user_manager_employee_id: int = field(name="UserManagerEmployeeID")
    """The employee's id in the user manager."""
    username: str = field(name="Username")
    """The name that was signed in with."""


class SessionTable(Model):
    """The session and the types of its columns. (Source: Response, JsonDataTable.)"""

    records: list[Session] = field(name="Records")
    """The one row."""
    schema: list[Column] = field(name="Schema")
    """The columns of a table, in order. (Source: Response, JsonDataTable.)"""


class Relationship(Model):
    """A company whose data can be read. (Source: Session.)"""

    company_id: int = field(name="CompanyID")
    """Its id."""
    company_name: str = field(name="CompanyName")
    """Its name."""
    doing_business_as: str | None = field(default=None, name="DoingBusinessAs")
    """The name that it does business under."""
    preferred_endpoint: str | None = field(default=None, name="PreferredEndpoint")
    """The address with the lowest latency for its data."""
    date_created_utc: datetime = field(name="DateCreatedUTC")
    """When it was created, in UTC."""


class RelationshipTable(Model):
    """Companies and the types of their columns. (Source: Response, JsonDataTable.)"""

    records: list[Relationship] = field(name="Records")
    """The rows."""
    schema: list[Column] = field(name="Schema")
    """The columns of a table, in order. (Source: Response, JsonDataTable.)"""


class ProductAvailability(Model):
    """The stock of a product, at one location or over all that were asked for.

    Chosen: which values may be null; they are left out of XML, and blank in CSV. (Source: availability information for
    all products.)
    """

    catalog_item_id: str | None = field(default=None, name="CatalogItemID")
    """The product's id in the catalog API."""
    product_library_id: str | None = field(default=None, name="ProductLibraryID")
    """The product's id in the product library."""
    product_name: str = field(name="ProductName")
    """The product's name."""
    product_sku: str = field(name="ProductSKU")
    """The company's SKU of the product."""
    vendor_sku: str | None = field(default=None, name="VendorSKU")
    """The vendor's SKU of the product."""
    product_type: ProductType = field(name="ProductType")
    """Whether each item of the product has a serial number. (Source: ProductType.)"""
    quantity: int = field(name="Quantity")
    """How many items there are."""
    in_stock: bool = field(name="InStock")
    """Whether there is any."""
    min_qty: int | None = field(default=None, name="MinQty")
    """The stock below which to order more. Chosen: summed like `Quantity`."""
    max_qty: int | None = field(default=None, name="MaxQty")
    """The stock to fill up to. Chosen: summed like `Quantity`."""
    location_id: int | None = field(default=None, name="LocationId")
    """The id of the store, with `ByLocation` only."""


class ProductAvailabilityTable(Model):
    """Stock of products and the types of the columns. (Source: Response, JsonDataTable.)"""

    records: list[ProductAvailability] = field(name="Records")
    """The rows."""
    schema: list[Column] = field(name="Schema")
    """The columns of a table, in order. (Source: Response, JsonDataTable.)"""


class Customer(Model):
    """A customer and when its row changed.

    Chosen: the columns, from the vendor's other reports; values that are null are left out of XML, and blank in CSV.
    (Source: customer delta data.)
    """

    customer_id: int = field(name="CustomerID")
    """The customer's id in the point of sale."""
    customer_entity_id: str = field(name="CustomerEntityID")
    """The customer's id in the CRM API."""
    primary_name: str | None = field(default=None, name="PrimaryName")
    """The first name."""
    family_name: str | None = field(default=None, name="FamilyName")
    """The last name."""
    company_name: str | None = field(default=None, name="CompanyName")
    """The company."""
    customer_type_id: int | None = field(default=None, name="CustomerTypeID")
    """The type of customer, 0 or 3."""
    address: str | None = field(default=None, name="Address")
    """The first line of the address."""
    address_2: str | None = field(default=None, name="Address2")
    """The second line of the address."""
    city: str | None = field(default=None, name="City")
    """The city."""
    province: str | None = field(default=None, name="Province")
    """The province or state."""
    postal_code: str | None = field(default=None, name="PostalCode")
    """The postal code."""
    country: str | None = field(default=None, name="Country")
    """The country."""
    phone: str | None = field(default=None, name="Phone")
    """The telephone number."""
    email: str | None = field(default=None, name="Email")
    """The mail address."""
    decline_to_provide_email: bool | None = field(default=None, name="DeclineToProvideEmail")
    """Whether the customer does not want to tell an address."""
    billing_account_number: str | None = field(default=None, name="BillingAccountNumber")
    """The number of the account with the carrier."""
    member_number: str | None = field(default=None, name="MemberNumber")
    """The member number."""
    vip_customer: int | None = field(default=None, name="VIPCustomer")
    """1 for a very important customer, else 0."""
    multi_level_price_id: int | None = field(default=None, name="MultiLevelPriceID")
    """The id of the price level."""
    number_of_activations: int | None = field(default=None, name="NumberOfActivations")
    """How many activations there were."""
    employee_name: str | None = field(default=None, name="EmployeeName")
    """The employee that the customer belongs to."""
    employee_name_assigned_to: str | None = field(default=None, name="EmployeeNameAssignedTo")
    """The employee that takes care of the customer."""
    industry_type_name: str | None = field(default=None, name="IndustryTypeName")
    """The industry, in the language that was asked for."""
    contact_type_name: str | None = field(default=None, name="ContactTypeName")
    """How to make contact, in that language."""
    position_type_name: str | None = field(default=None, name="PositionTypeName")
    """The position in the company, in that language."""
    notes: str | None = field(default=None, name="Notes")
    """Notes, which may have several lines."""
    date_created: datetime | None = field(default=None, name="DateCreated")
    """When the customer was created, without a zone."""
    version: int | None = field(default=None, name="Version")
    """Chosen: counts the changes of the row, from 1."""
    row_thumbprint: str = field(name="RowThumbprint")
    """Identifies this state of the row: it changes when the row does."""
    row_inserted: datetime = field(name="RowInserted")
    """When the row was inserted, without a zone."""
    row_updated: datetime | None = field(default=None, name="RowUpdated")
    """When the row was last updated, without a zone; null for one that never was."""
    row_event: RowEvent = field(name="RowEvent")
    """What happened to a row last. (Source: customer delta data.)"""


class CustomerTable(Model):
    """Customers and the types of the columns. (Source: Response, JsonDataTable.)"""

    records: list[Customer] = field(name="Records")
    """The rows."""
    schema: list[Column] = field(name="Schema")
    """The columns of a table, in order. (Source: Response, JsonDataTable.)"""


class Column(Model):
    """A column of a table. (Source: Response, JsonDataTable.)"""

    column_name: str = field(name="Column_Name")
    """The name that it has in the rows."""
    type_: str = field(name="Type")
    """Its type, as SQL Server writes it: `INT`, `VARCHAR(50)`, `NVARCHAR(MAX)`."""
    safe_type: Literal["INT", "BIGINT", "MONEY", "VARCHAR", "NVARCHAR", "DATETIME", "BIT", "UNIQUEIDENTIFIER"] | str = (
        field(name="SafeType")
    )
    """Chosen: its type without a length."""
    length: int = field(name="Length")
    """Chosen: the most characters of a text, -1 for no limit; the bytes of any other value."""


class MailReceipt(Model):
    """A report that was handed to the mail. Chosen: its form. (Source: Response, Excel.Email, Csv.Email, Xml.Email.)"""

    error: bool = field(name="Error")
    """Always false."""
    message: str = field(name="Message")
    """Who it was sent to."""
