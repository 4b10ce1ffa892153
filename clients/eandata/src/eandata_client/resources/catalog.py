# Generated from specs/eandata.yaml by the generator; edit the spec and run `make generate`.
"""The lists behind the products, which grow over time - categories, attributes, units and other descriptors."""

from __future__ import annotations

from retail_runtime import GET, M, Resource

from ..models import AttributeField, AttributeFields, Categories, Category, Extra, Extras


class Catalog(Resource[M]):
    """The lists behind the products, which grow over time - categories, attributes, units and other descriptors."""

    @GET(
        "/feed/",
        fixed={"get": "categories"},
        twin=True,
        reads=Categories,
        data="category",
        accept="application/json, application/xml",
    )
    def categories(self) -> list[Category]:
        """List all product categories.

        Every category with its parents. Categories are rarely taken away and often added. (Source: special "get"
        operations, get=categories.)

        Raises:
            InvalidRequestError: The request cannot be served: the key code is missing or wrong, the digits are no
                barcode, a parameter is missing or wrong, or the update is refused.
            ServiceFailedError: The service failed.
        """
        ...

    @GET(
        "/feed/",
        fixed={"get": "attributes"},
        twin=True,
        reads=AttributeFields,
        data="attribute",
        accept="application/json, application/xml",
    )
    def attributes(self) -> list[AttributeField]:
        """List all product attributes.

        Every attribute a product can have; `field_name` is what `get`, `has` and `field` take. (Source: special "get"
        operations, get=attributes.)

        Raises:
            InvalidRequestError: The request cannot be served: the key code is missing or wrong, the digits are no
                barcode, a parameter is missing or wrong, or the update is refused.
            ServiceFailedError: The service failed.
        """
        ...

    @GET(
        "/feed/",
        fixed={"get": "extra"},
        twin=True,
        reads=Extras,
        data="extra",
        accept="application/json, application/xml",
    )
    def extra(self, *, field: str | None = None) -> list[Extra]:
        """List the units and other descriptors of attributes.

        The descriptors that an attribute's value may come with, such as ounces or US dollars, with the ids that an
        update takes. Give `field` for those of one attribute. (Source: special "get" operations, get=extra.)

        Args:
            field: The `field_name` of the attribute to update, one a request; company fields cannot be updated.
                Required for an update. With `get=extra`, the attribute whose descriptors are wanted. (Source: When
                updating data.)

        Raises:
            InvalidRequestError: The request cannot be served: the key code is missing or wrong, the digits are no
                barcode, a parameter is missing or wrong, or the update is refused.
            ServiceFailedError: The service failed.
        """
        ...
