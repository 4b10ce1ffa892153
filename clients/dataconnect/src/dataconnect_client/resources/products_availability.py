# Generated from specs/dataconnect.yaml by the generator; edit the spec and run `make generate`.
"""Tell how many of each product are in stock."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from retail_runtime import GET, ArrowTable, Choice, Download, Joined, M, Query, Resource, Rows, TableShape

from ..models import LocationType, MailReceipt, ProductAvailability, ProductAvailabilityTable, ProductType


class ProductsAvailability(Resource[M]):
    """Tell how many of each product are in stock."""

    @GET("/reports/productavailability", name="products.availability", twin=True)
    def __call__(
        self,
        *,
        location_type: Annotated[LocationType | None, Query("LocationType")] = None,
        location_type_ids: Annotated[Sequence[int] | None, Joined("LocationTypeIDs")] = None,
        product_type: Annotated[ProductType | None, Query("ProductType")] = None,
        by_location: Annotated[bool | None, Query("ByLocation")] = None,
        product_skus: Annotated[str | Sequence[str] | None, Joined("ProductSKUs")] = None,
        catalog_item_ids: Annotated[str | Sequence[str] | None, Joined("CatalogItemIDs")] = None,
        product_library_ids: Annotated[str | Sequence[str] | None, Joined("ProductLibraryIDs")] = None,
        product_names: Annotated[str | Sequence[str] | None, Joined("ProductNames")] = None,
        serial_numbers: Annotated[str | Sequence[str] | None, Joined("SerialNumbers")] = None,
        barcodes: Annotated[str | Sequence[str] | None, Joined("BarCodes")] = None,
        vendor_skus: Annotated[str | Sequence[str] | None, Joined("VendorSKUs")] = None,
        quantity_min: Annotated[int | None, Query("QuantityMin")] = None,
        quantity_max: Annotated[int | None, Query("QuantityMax")] = None,
    ) -> list[ProductAvailability]:
        """Tell how many of each product are in stock.

        All rows at once. For many rows prefer `availability.csv_rows`, which reads them as they arrive. (Source:
        availability information for all products.)

        Args:
            location_type: The level of the company's tree of locations that `LocationTypeIDs` speaks of. (Source:
                LocationType.)
            location_type_ids: Ids of locations at the level of `LocationType`, joined by commas: only what belongs to
                one of them. -1, the default, means all. Chosen: without `LocationType` the ids are those of stores; an
                id that is not known selects nothing. (Source: LocationTypeIDs.)
            product_type: Only products whose items have serial numbers, or only those without. (Source: ProductType.)
            by_location: Whether there is a row for each location, with its `LocationId`, rather than one for all.
                (Source: ByLocation.)
            product_skus: SKUs of products, joined by commas. (Source: ProductSKUs.)
            catalog_item_ids: Ids of products in the catalog API, joined by commas. (Source: CatalogItemIDs.)
            product_library_ids: Ids of products in the product library, joined by commas. (Source: ProductLibraryIDs.)
            product_names: Names of products, joined by commas. Chosen: a name that holds a comma cannot be asked for.
                (Source: ProductNames.)
            serial_numbers: Serial numbers of items, joined by commas: only the products that they are items of.
                (Source: SerialNumbers.)
            barcodes: Bar codes of products, joined by commas. (Source: BarCodes.)
            vendor_skus: SKUs that vendors gave to products, joined by commas. (Source: VendorSKUs.)
            quantity_min: Only rows with at least this `Quantity`. (Source: QuantityMin.)
            quantity_max: Only rows with at most this `Quantity`. (Source: QuantityMax.)

        Raises:
            BadRequestError: A parameter is missing or wrong, or more rows would be answered than may be.
            AuthenticationError: The credentials are missing, wrong or expired.
            PermissionDeniedError: The account may not use DataConnect.
            RateLimitError: The company has eight requests in progress. Try again when one of them has ended.
            ServerError: The service failed. The service cannot answer now.
        """
        ...

    @GET(
        "/reports/productavailability",
        name="products.availability.table",
        fixed={"Response": "JsonDataTable"},
        twin=True,
    )
    def table(
        self,
        *,
        location_type: Annotated[LocationType | None, Query("LocationType")] = None,
        location_type_ids: Annotated[Sequence[int] | None, Joined("LocationTypeIDs")] = None,
        product_type: Annotated[ProductType | None, Query("ProductType")] = None,
        by_location: Annotated[bool | None, Query("ByLocation")] = None,
        product_skus: Annotated[str | Sequence[str] | None, Joined("ProductSKUs")] = None,
        catalog_item_ids: Annotated[str | Sequence[str] | None, Joined("CatalogItemIDs")] = None,
        product_library_ids: Annotated[str | Sequence[str] | None, Joined("ProductLibraryIDs")] = None,
        product_names: Annotated[str | Sequence[str] | None, Joined("ProductNames")] = None,
        serial_numbers: Annotated[str | Sequence[str] | None, Joined("SerialNumbers")] = None,
        barcodes: Annotated[str | Sequence[str] | None, Joined("BarCodes")] = None,
        vendor_skus: Annotated[str | Sequence[str] | None, Joined("VendorSKUs")] = None,
        quantity_min: Annotated[int | None, Query("QuantityMin")] = None,
        quantity_max: Annotated[int | None, Query("QuantityMax")] = None,
    ) -> ProductAvailabilityTable:
        """Tell the stock of products, with the types of the columns.

        The rows and, for each column, its type in the database. (Source: Response, JsonDataTable.)

        Args:
            location_type: The level of the company's tree of locations that `LocationTypeIDs` speaks of. (Source:
                LocationType.)
            location_type_ids: Ids of locations at the level of `LocationType`, joined by commas: only what belongs to
                one of them. -1, the default, means all. Chosen: without `LocationType` the ids are those of stores; an
                id that is not known selects nothing. (Source: LocationTypeIDs.)
            product_type: Only products whose items have serial numbers, or only those without. (Source: ProductType.)
            by_location: Whether there is a row for each location, with its `LocationId`, rather than one for all.
                (Source: ByLocation.)
            product_skus: SKUs of products, joined by commas. (Source: ProductSKUs.)
            catalog_item_ids: Ids of products in the catalog API, joined by commas. (Source: CatalogItemIDs.)
            product_library_ids: Ids of products in the product library, joined by commas. (Source: ProductLibraryIDs.)
            product_names: Names of products, joined by commas. Chosen: a name that holds a comma cannot be asked for.
                (Source: ProductNames.)
            serial_numbers: Serial numbers of items, joined by commas: only the products that they are items of.
                (Source: SerialNumbers.)
            barcodes: Bar codes of products, joined by commas. (Source: BarCodes.)
            vendor_skus: SKUs that vendors gave to products, joined by commas. (Source: VendorSKUs.)
            quantity_min: Only rows with at least this `Quantity`. (Source: QuantityMin.)
            quantity_max: Only rows with at most this `Quantity`. (Source: QuantityMax.)

        Raises:
            BadRequestError: A parameter is missing or wrong, or more rows would be answered than may be.
            AuthenticationError: The credentials are missing, wrong or expired.
            PermissionDeniedError: The account may not use DataConnect.
            RateLimitError: The company has eight requests in progress. Try again when one of them has ended.
            ServerError: The service failed. The service cannot answer now.
        """
        ...

    @GET(
        "/reports/productavailability",
        name="products.availability.csv",
        fixed={"Response": "Csv"},
        twin=True,
        accept="text/csv",
    )
    def csv(
        self,
        *,
        location_type: Annotated[LocationType | None, Query("LocationType")] = None,
        location_type_ids: Annotated[Sequence[int] | None, Joined("LocationTypeIDs")] = None,
        product_type: Annotated[ProductType | None, Query("ProductType")] = None,
        by_location: Annotated[bool | None, Query("ByLocation")] = None,
        product_skus: Annotated[str | Sequence[str] | None, Joined("ProductSKUs")] = None,
        catalog_item_ids: Annotated[str | Sequence[str] | None, Joined("CatalogItemIDs")] = None,
        product_library_ids: Annotated[str | Sequence[str] | None, Joined("ProductLibraryIDs")] = None,
        product_names: Annotated[str | Sequence[str] | None, Joined("ProductNames")] = None,
        serial_numbers: Annotated[str | Sequence[str] | None, Joined("SerialNumbers")] = None,
        barcodes: Annotated[str | Sequence[str] | None, Joined("BarCodes")] = None,
        vendor_skus: Annotated[str | Sequence[str] | None, Joined("VendorSKUs")] = None,
        quantity_min: Annotated[int | None, Query("QuantityMin")] = None,
        quantity_max: Annotated[int | None, Query("QuantityMax")] = None,
        delimiter: Annotated[str | None, Query("CSV.Delimiter")] = None,
        file_extension: Annotated[str | None, Query("CSV.FileExtension")] = None,
        header_row: Annotated[bool | None, Query("CSV.Headers")] = None,
        filename: Annotated[str | None, Query("Filename")] = None,
    ) -> Download:
        """Download the stock of products as CSV.

        A file to save or to read piece by piece. (Source: Response, Csv.)

        Args:
            location_type: The level of the company's tree of locations that `LocationTypeIDs` speaks of. (Source:
                LocationType.)
            location_type_ids: Ids of locations at the level of `LocationType`, joined by commas: only what belongs to
                one of them. -1, the default, means all. Chosen: without `LocationType` the ids are those of stores; an
                id that is not known selects nothing. (Source: LocationTypeIDs.)
            product_type: Only products whose items have serial numbers, or only those without. (Source: ProductType.)
            by_location: Whether there is a row for each location, with its `LocationId`, rather than one for all.
                (Source: ByLocation.)
            product_skus: SKUs of products, joined by commas. (Source: ProductSKUs.)
            catalog_item_ids: Ids of products in the catalog API, joined by commas. (Source: CatalogItemIDs.)
            product_library_ids: Ids of products in the product library, joined by commas. (Source: ProductLibraryIDs.)
            product_names: Names of products, joined by commas. Chosen: a name that holds a comma cannot be asked for.
                (Source: ProductNames.)
            serial_numbers: Serial numbers of items, joined by commas: only the products that they are items of.
                (Source: SerialNumbers.)
            barcodes: Bar codes of products, joined by commas. (Source: BarCodes.)
            vendor_skus: SKUs that vendors gave to products, joined by commas. (Source: VendorSKUs.)
            quantity_min: Only rows with at least this `Quantity`. (Source: QuantityMin.)
            quantity_max: Only rows with at most this `Quantity`. (Source: QuantityMax.)
            delimiter: What stands between the values of a row, for the CSV formats. Chosen: one character, no quote or
                line end. (Source: CSV.Delimiter.)
            file_extension: The ending of the file's name, for the CSV formats. Chosen: up to 10 letters and digits.
                (Source: CSV.FileExtension.)
            header_row: Whether the first row holds the names of the columns, for the CSV formats. (Source:
                CSV.Headers.)
            filename: The name of the file, without its ending. Chosen: `report` when it is left out; up to 100
                characters, none that a file's name cannot have. (Source: Filename.)

        Raises:
            BadRequestError: A parameter is missing or wrong, or more rows would be answered than may be.
            AuthenticationError: The credentials are missing, wrong or expired.
            PermissionDeniedError: The account may not use DataConnect.
            RateLimitError: The company has eight requests in progress. Try again when one of them has ended.
            ServerError: The service failed. The service cannot answer now.
        """
        ...

    @GET(
        "/reports/productavailability",
        name="products.availability.csv_rows",
        fixed={"Response": "Csv"},
        twin=True,
        accept="text/csv",
    )
    def csv_rows(
        self,
        *,
        location_type: Annotated[LocationType | None, Query("LocationType")] = None,
        location_type_ids: Annotated[Sequence[int] | None, Joined("LocationTypeIDs")] = None,
        product_type: Annotated[ProductType | None, Query("ProductType")] = None,
        by_location: Annotated[bool | None, Query("ByLocation")] = None,
        product_skus: Annotated[str | Sequence[str] | None, Joined("ProductSKUs")] = None,
        catalog_item_ids: Annotated[str | Sequence[str] | None, Joined("CatalogItemIDs")] = None,
        product_library_ids: Annotated[str | Sequence[str] | None, Joined("ProductLibraryIDs")] = None,
        product_names: Annotated[str | Sequence[str] | None, Joined("ProductNames")] = None,
        serial_numbers: Annotated[str | Sequence[str] | None, Joined("SerialNumbers")] = None,
        barcodes: Annotated[str | Sequence[str] | None, Joined("BarCodes")] = None,
        vendor_skus: Annotated[str | Sequence[str] | None, Joined("VendorSKUs")] = None,
        quantity_min: Annotated[int | None, Query("QuantityMin")] = None,
        quantity_max: Annotated[int | None, Query("QuantityMax")] = None,
    ) -> Rows[ProductAvailability]:
        """Read the stock of products row by row.

        Typed rows as they arrive, in constant memory. (Source: Response, Csv.)

        Args:
            location_type: The level of the company's tree of locations that `LocationTypeIDs` speaks of. (Source:
                LocationType.)
            location_type_ids: Ids of locations at the level of `LocationType`, joined by commas: only what belongs to
                one of them. -1, the default, means all. Chosen: without `LocationType` the ids are those of stores; an
                id that is not known selects nothing. (Source: LocationTypeIDs.)
            product_type: Only products whose items have serial numbers, or only those without. (Source: ProductType.)
            by_location: Whether there is a row for each location, with its `LocationId`, rather than one for all.
                (Source: ByLocation.)
            product_skus: SKUs of products, joined by commas. (Source: ProductSKUs.)
            catalog_item_ids: Ids of products in the catalog API, joined by commas. (Source: CatalogItemIDs.)
            product_library_ids: Ids of products in the product library, joined by commas. (Source: ProductLibraryIDs.)
            product_names: Names of products, joined by commas. Chosen: a name that holds a comma cannot be asked for.
                (Source: ProductNames.)
            serial_numbers: Serial numbers of items, joined by commas: only the products that they are items of.
                (Source: SerialNumbers.)
            barcodes: Bar codes of products, joined by commas. (Source: BarCodes.)
            vendor_skus: SKUs that vendors gave to products, joined by commas. (Source: VendorSKUs.)
            quantity_min: Only rows with at least this `Quantity`. (Source: QuantityMin.)
            quantity_max: Only rows with at most this `Quantity`. (Source: QuantityMax.)

        Raises:
            BadRequestError: A parameter is missing or wrong, or more rows would be answered than may be.
            AuthenticationError: The credentials are missing, wrong or expired.
            PermissionDeniedError: The account may not use DataConnect.
            RateLimitError: The company has eight requests in progress. Try again when one of them has ended.
            ServerError: The service failed. The service cannot answer now.
        """
        ...

    @GET(
        "/reports/productavailability",
        name="products.availability.xml",
        fixed={"Response": "Xml"},
        twin=True,
        accept="text/xml",
    )
    def xml(
        self,
        *,
        location_type: Annotated[LocationType | None, Query("LocationType")] = None,
        location_type_ids: Annotated[Sequence[int] | None, Joined("LocationTypeIDs")] = None,
        product_type: Annotated[ProductType | None, Query("ProductType")] = None,
        by_location: Annotated[bool | None, Query("ByLocation")] = None,
        product_skus: Annotated[str | Sequence[str] | None, Joined("ProductSKUs")] = None,
        catalog_item_ids: Annotated[str | Sequence[str] | None, Joined("CatalogItemIDs")] = None,
        product_library_ids: Annotated[str | Sequence[str] | None, Joined("ProductLibraryIDs")] = None,
        product_names: Annotated[str | Sequence[str] | None, Joined("ProductNames")] = None,
        serial_numbers: Annotated[str | Sequence[str] | None, Joined("SerialNumbers")] = None,
        barcodes: Annotated[str | Sequence[str] | None, Joined("BarCodes")] = None,
        vendor_skus: Annotated[str | Sequence[str] | None, Joined("VendorSKUs")] = None,
        quantity_min: Annotated[int | None, Query("QuantityMin")] = None,
        quantity_max: Annotated[int | None, Query("QuantityMax")] = None,
    ) -> Download:
        """Download the stock of products as XML.

        A file to save or to read piece by piece. (Source: Response, Xml.)

        Args:
            location_type: The level of the company's tree of locations that `LocationTypeIDs` speaks of. (Source:
                LocationType.)
            location_type_ids: Ids of locations at the level of `LocationType`, joined by commas: only what belongs to
                one of them. -1, the default, means all. Chosen: without `LocationType` the ids are those of stores; an
                id that is not known selects nothing. (Source: LocationTypeIDs.)
            product_type: Only products whose items have serial numbers, or only those without. (Source: ProductType.)
            by_location: Whether there is a row for each location, with its `LocationId`, rather than one for all.
                (Source: ByLocation.)
            product_skus: SKUs of products, joined by commas. (Source: ProductSKUs.)
            catalog_item_ids: Ids of products in the catalog API, joined by commas. (Source: CatalogItemIDs.)
            product_library_ids: Ids of products in the product library, joined by commas. (Source: ProductLibraryIDs.)
            product_names: Names of products, joined by commas. Chosen: a name that holds a comma cannot be asked for.
                (Source: ProductNames.)
            serial_numbers: Serial numbers of items, joined by commas: only the products that they are items of.
                (Source: SerialNumbers.)
            barcodes: Bar codes of products, joined by commas. (Source: BarCodes.)
            vendor_skus: SKUs that vendors gave to products, joined by commas. (Source: VendorSKUs.)
            quantity_min: Only rows with at least this `Quantity`. (Source: QuantityMin.)
            quantity_max: Only rows with at most this `Quantity`. (Source: QuantityMax.)

        Raises:
            BadRequestError: A parameter is missing or wrong, or more rows would be answered than may be.
            AuthenticationError: The credentials are missing, wrong or expired.
            PermissionDeniedError: The account may not use DataConnect.
            RateLimitError: The company has eight requests in progress. Try again when one of them has ended.
            ServerError: The service failed. The service cannot answer now.
        """
        ...

    @GET(
        "/reports/productavailability",
        name="products.availability.xml_table",
        fixed={"Response": "XmlDataTable"},
        twin=True,
        accept="text/xml",
    )
    def xml_table(
        self,
        *,
        location_type: Annotated[LocationType | None, Query("LocationType")] = None,
        location_type_ids: Annotated[Sequence[int] | None, Joined("LocationTypeIDs")] = None,
        product_type: Annotated[ProductType | None, Query("ProductType")] = None,
        by_location: Annotated[bool | None, Query("ByLocation")] = None,
        product_skus: Annotated[str | Sequence[str] | None, Joined("ProductSKUs")] = None,
        catalog_item_ids: Annotated[str | Sequence[str] | None, Joined("CatalogItemIDs")] = None,
        product_library_ids: Annotated[str | Sequence[str] | None, Joined("ProductLibraryIDs")] = None,
        product_names: Annotated[str | Sequence[str] | None, Joined("ProductNames")] = None,
        serial_numbers: Annotated[str | Sequence[str] | None, Joined("SerialNumbers")] = None,
        barcodes: Annotated[str | Sequence[str] | None, Joined("BarCodes")] = None,
        vendor_skus: Annotated[str | Sequence[str] | None, Joined("VendorSKUs")] = None,
        quantity_min: Annotated[int | None, Query("QuantityMin")] = None,
        quantity_max: Annotated[int | None, Query("QuantityMax")] = None,
    ) -> Download:
        """Download the stock of products as XML, with the types of the columns.

        A file to save or to read piece by piece; the columns stand after the rows. (Source: Response, XmlDataTable.)

        Args:
            location_type: The level of the company's tree of locations that `LocationTypeIDs` speaks of. (Source:
                LocationType.)
            location_type_ids: Ids of locations at the level of `LocationType`, joined by commas: only what belongs to
                one of them. -1, the default, means all. Chosen: without `LocationType` the ids are those of stores; an
                id that is not known selects nothing. (Source: LocationTypeIDs.)
            product_type: Only products whose items have serial numbers, or only those without. (Source: ProductType.)
            by_location: Whether there is a row for each location, with its `LocationId`, rather than one for all.
                (Source: ByLocation.)
            product_skus: SKUs of products, joined by commas. (Source: ProductSKUs.)
            catalog_item_ids: Ids of products in the catalog API, joined by commas. (Source: CatalogItemIDs.)
            product_library_ids: Ids of products in the product library, joined by commas. (Source: ProductLibraryIDs.)
            product_names: Names of products, joined by commas. Chosen: a name that holds a comma cannot be asked for.
                (Source: ProductNames.)
            serial_numbers: Serial numbers of items, joined by commas: only the products that they are items of.
                (Source: SerialNumbers.)
            barcodes: Bar codes of products, joined by commas. (Source: BarCodes.)
            vendor_skus: SKUs that vendors gave to products, joined by commas. (Source: VendorSKUs.)
            quantity_min: Only rows with at least this `Quantity`. (Source: QuantityMin.)
            quantity_max: Only rows with at most this `Quantity`. (Source: QuantityMax.)

        Raises:
            BadRequestError: A parameter is missing or wrong, or more rows would be answered than may be.
            AuthenticationError: The credentials are missing, wrong or expired.
            PermissionDeniedError: The account may not use DataConnect.
            RateLimitError: The company has eight requests in progress. Try again when one of them has ended.
            ServerError: The service failed. The service cannot answer now.
        """
        ...

    @GET(
        "/reports/productavailability",
        name="products.availability.excel",
        fixed={"Response": "Excel"},
        twin=True,
        accept="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    )
    def excel(
        self,
        *,
        location_type: Annotated[LocationType | None, Query("LocationType")] = None,
        location_type_ids: Annotated[Sequence[int] | None, Joined("LocationTypeIDs")] = None,
        product_type: Annotated[ProductType | None, Query("ProductType")] = None,
        by_location: Annotated[bool | None, Query("ByLocation")] = None,
        product_skus: Annotated[str | Sequence[str] | None, Joined("ProductSKUs")] = None,
        catalog_item_ids: Annotated[str | Sequence[str] | None, Joined("CatalogItemIDs")] = None,
        product_library_ids: Annotated[str | Sequence[str] | None, Joined("ProductLibraryIDs")] = None,
        product_names: Annotated[str | Sequence[str] | None, Joined("ProductNames")] = None,
        serial_numbers: Annotated[str | Sequence[str] | None, Joined("SerialNumbers")] = None,
        barcodes: Annotated[str | Sequence[str] | None, Joined("BarCodes")] = None,
        vendor_skus: Annotated[str | Sequence[str] | None, Joined("VendorSKUs")] = None,
        quantity_min: Annotated[int | None, Query("QuantityMin")] = None,
        quantity_max: Annotated[int | None, Query("QuantityMax")] = None,
        filename: Annotated[str | None, Query("Filename")] = None,
    ) -> Download:
        """Download the stock of products as an Excel workbook.

        A file to save; its cells have types. (Source: Response, Excel.)

        Args:
            location_type: The level of the company's tree of locations that `LocationTypeIDs` speaks of. (Source:
                LocationType.)
            location_type_ids: Ids of locations at the level of `LocationType`, joined by commas: only what belongs to
                one of them. -1, the default, means all. Chosen: without `LocationType` the ids are those of stores; an
                id that is not known selects nothing. (Source: LocationTypeIDs.)
            product_type: Only products whose items have serial numbers, or only those without. (Source: ProductType.)
            by_location: Whether there is a row for each location, with its `LocationId`, rather than one for all.
                (Source: ByLocation.)
            product_skus: SKUs of products, joined by commas. (Source: ProductSKUs.)
            catalog_item_ids: Ids of products in the catalog API, joined by commas. (Source: CatalogItemIDs.)
            product_library_ids: Ids of products in the product library, joined by commas. (Source: ProductLibraryIDs.)
            product_names: Names of products, joined by commas. Chosen: a name that holds a comma cannot be asked for.
                (Source: ProductNames.)
            serial_numbers: Serial numbers of items, joined by commas: only the products that they are items of.
                (Source: SerialNumbers.)
            barcodes: Bar codes of products, joined by commas. (Source: BarCodes.)
            vendor_skus: SKUs that vendors gave to products, joined by commas. (Source: VendorSKUs.)
            quantity_min: Only rows with at least this `Quantity`. (Source: QuantityMin.)
            quantity_max: Only rows with at most this `Quantity`. (Source: QuantityMax.)
            filename: The name of the file, without its ending. Chosen: `report` when it is left out; up to 100
                characters, none that a file's name cannot have. (Source: Filename.)

        Raises:
            BadRequestError: A parameter is missing or wrong, or more rows would be answered than may be.
            AuthenticationError: The credentials are missing, wrong or expired.
            PermissionDeniedError: The account may not use DataConnect.
            RateLimitError: The company has eight requests in progress. Try again when one of them has ended.
            ServerError: The service failed. The service cannot answer now.
        """
        ...

    @GET("/reports/productavailability", name="products.availability.email", twin=True, repeat=False)
    def email(
        self,
        format: Annotated[
            Literal["xlsx", "csv", "xml"],
            Query("Response"),
            Choice({"xlsx": "Excel.Email", "csv": "Csv.Email", "xml": "Xml.Email"}),
        ],
        *,
        to: Annotated[str | Sequence[str], Joined("Email.To")],
        cc: Annotated[str | Sequence[str] | None, Joined("Email.Cc")] = None,
        subject: Annotated[str | None, Query("Email.Subject")] = None,
        compress: Annotated[bool | None, Query("Email.Compress")] = None,
        filename: Annotated[str | None, Query("Filename")] = None,
        location_type: Annotated[LocationType | None, Query("LocationType")] = None,
        location_type_ids: Annotated[Sequence[int] | None, Joined("LocationTypeIDs")] = None,
        product_type: Annotated[ProductType | None, Query("ProductType")] = None,
        by_location: Annotated[bool | None, Query("ByLocation")] = None,
        product_skus: Annotated[str | Sequence[str] | None, Joined("ProductSKUs")] = None,
        catalog_item_ids: Annotated[str | Sequence[str] | None, Joined("CatalogItemIDs")] = None,
        product_library_ids: Annotated[str | Sequence[str] | None, Joined("ProductLibraryIDs")] = None,
        product_names: Annotated[str | Sequence[str] | None, Joined("ProductNames")] = None,
        serial_numbers: Annotated[str | Sequence[str] | None, Joined("SerialNumbers")] = None,
        barcodes: Annotated[str | Sequence[str] | None, Joined("BarCodes")] = None,
        vendor_skus: Annotated[str | Sequence[str] | None, Joined("VendorSKUs")] = None,
        quantity_min: Annotated[int | None, Query("QuantityMin")] = None,
        quantity_max: Annotated[int | None, Query("QuantityMax")] = None,
    ) -> MailReceipt:
        """Send the stock of products by mail.

        The service makes the file and mails it. (Source: Response, Excel.Email, Csv.Email, Xml.Email.)

        Args:
            format: The kind of file.
            to: Who gets the mail. Required for the mail formats. Chosen: up to 50 addresses, joined by commas. (Source:
                Email.To.)
            cc: Who gets a copy of the mail. Chosen: up to 50 addresses, joined by commas. (Source: Email.Cc.)
            subject: The subject of the mail. Chosen: up to 200 characters on one line; the name of the file when it is
                left out. (Source: Email.Subject.)
            compress: Whether the file is zipped before it is mailed. (Source: Email.Compress.)
            filename: The name of the file, without its ending. Chosen: `report` when it is left out; up to 100
                characters, none that a file's name cannot have. (Source: Filename.)
            location_type: The level of the company's tree of locations that `LocationTypeIDs` speaks of. (Source:
                LocationType.)
            location_type_ids: Ids of locations at the level of `LocationType`, joined by commas: only what belongs to
                one of them. -1, the default, means all. Chosen: without `LocationType` the ids are those of stores; an
                id that is not known selects nothing. (Source: LocationTypeIDs.)
            product_type: Only products whose items have serial numbers, or only those without. (Source: ProductType.)
            by_location: Whether there is a row for each location, with its `LocationId`, rather than one for all.
                (Source: ByLocation.)
            product_skus: SKUs of products, joined by commas. (Source: ProductSKUs.)
            catalog_item_ids: Ids of products in the catalog API, joined by commas. (Source: CatalogItemIDs.)
            product_library_ids: Ids of products in the product library, joined by commas. (Source: ProductLibraryIDs.)
            product_names: Names of products, joined by commas. Chosen: a name that holds a comma cannot be asked for.
                (Source: ProductNames.)
            serial_numbers: Serial numbers of items, joined by commas: only the products that they are items of.
                (Source: SerialNumbers.)
            barcodes: Bar codes of products, joined by commas. (Source: BarCodes.)
            vendor_skus: SKUs that vendors gave to products, joined by commas. (Source: VendorSKUs.)
            quantity_min: Only rows with at least this `Quantity`. (Source: QuantityMin.)
            quantity_max: Only rows with at most this `Quantity`. (Source: QuantityMax.)

        Raises:
            BadRequestError: A parameter is missing or wrong, or more rows would be answered than may be.
            AuthenticationError: The credentials are missing, wrong or expired.
            PermissionDeniedError: The account may not use DataConnect.
            RateLimitError: The company has eight requests in progress. Try again when one of them has ended.
            ServerError: The service failed. The service cannot answer now.
        """
        ...

    @GET(
        "/reports/productavailability",
        name="products.availability.arrow",
        fixed={"Response": "JsonDataTable"},
        twin=True,
        table=TableShape("Records", "Schema", "Column_Name", "Type"),
    )
    def arrow(
        self,
        *,
        location_type: Annotated[LocationType | None, Query("LocationType")] = None,
        location_type_ids: Annotated[Sequence[int] | None, Joined("LocationTypeIDs")] = None,
        product_type: Annotated[ProductType | None, Query("ProductType")] = None,
        by_location: Annotated[bool | None, Query("ByLocation")] = None,
        product_skus: Annotated[str | Sequence[str] | None, Joined("ProductSKUs")] = None,
        catalog_item_ids: Annotated[str | Sequence[str] | None, Joined("CatalogItemIDs")] = None,
        product_library_ids: Annotated[str | Sequence[str] | None, Joined("ProductLibraryIDs")] = None,
        product_names: Annotated[str | Sequence[str] | None, Joined("ProductNames")] = None,
        serial_numbers: Annotated[str | Sequence[str] | None, Joined("SerialNumbers")] = None,
        barcodes: Annotated[str | Sequence[str] | None, Joined("BarCodes")] = None,
        vendor_skus: Annotated[str | Sequence[str] | None, Joined("VendorSKUs")] = None,
        quantity_min: Annotated[int | None, Query("QuantityMin")] = None,
        quantity_max: Annotated[int | None, Query("QuantityMax")] = None,
    ) -> ArrowTable:
        """Read the stock of products as an Arrow table.

        A `pyarrow.Table` whose columns have the types that the service tells. (Source: Response, JsonDataTable.)

        Args:
            location_type: The level of the company's tree of locations that `LocationTypeIDs` speaks of. (Source:
                LocationType.)
            location_type_ids: Ids of locations at the level of `LocationType`, joined by commas: only what belongs to
                one of them. -1, the default, means all. Chosen: without `LocationType` the ids are those of stores; an
                id that is not known selects nothing. (Source: LocationTypeIDs.)
            product_type: Only products whose items have serial numbers, or only those without. (Source: ProductType.)
            by_location: Whether there is a row for each location, with its `LocationId`, rather than one for all.
                (Source: ByLocation.)
            product_skus: SKUs of products, joined by commas. (Source: ProductSKUs.)
            catalog_item_ids: Ids of products in the catalog API, joined by commas. (Source: CatalogItemIDs.)
            product_library_ids: Ids of products in the product library, joined by commas. (Source: ProductLibraryIDs.)
            product_names: Names of products, joined by commas. Chosen: a name that holds a comma cannot be asked for.
                (Source: ProductNames.)
            serial_numbers: Serial numbers of items, joined by commas: only the products that they are items of.
                (Source: SerialNumbers.)
            barcodes: Bar codes of products, joined by commas. (Source: BarCodes.)
            vendor_skus: SKUs that vendors gave to products, joined by commas. (Source: VendorSKUs.)
            quantity_min: Only rows with at least this `Quantity`. (Source: QuantityMin.)
            quantity_max: Only rows with at most this `Quantity`. (Source: QuantityMax.)

        Raises:
            BadRequestError: A parameter is missing or wrong, or more rows would be answered than may be.
            AuthenticationError: The credentials are missing, wrong or expired.
            PermissionDeniedError: The account may not use DataConnect.
            RateLimitError: The company has eight requests in progress. Try again when one of them has ended.
            ServerError: The service failed. The service cannot answer now.
        """
        ...
