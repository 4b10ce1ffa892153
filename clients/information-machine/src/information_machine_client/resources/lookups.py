# Generated from specs/information-machine.yaml by the generator; edit the spec and run `make generate`.
"""Tables behind the data: stores, categories, nutrients, units, tags."""

from __future__ import annotations

from retail_runtime import GET, M, Resource

from ..models import (
    CategoryInfo,
    GetCategoriesWrapper,
    GetNutrientsWrapper,
    GetProductAlternativeTypesWrapper,
    GetStoresWrapper,
    GetTagsWrapper,
    GetUOMsWrapper,
    NutrientInfo,
    ProductAlternativeTypeInfo,
    StoreInfo,
    TagInfo,
    UOMInfo,
)


class Lookups(Resource[M]):
    """Tables behind the data: stores, categories, nutrients, units, tags."""

    @GET("/v1/product_alternative_types", reads=GetProductAlternativeTypesWrapper, data="result", meta="meta")
    def alternative_types(self) -> list[ProductAlternativeTypeInfo]:
        """List the kinds of alternatives to a product.

        One id is published: 7, the general kind. (Source: Lookup, Alternative Types.)

        Raises:
            AuthenticationError: No keys, or keys that are not known.
            NotFoundError: What the request names is not there, or nothing fits it.
            RateLimitError: The requests of the day are used up.
        """
        ...

    @GET("/v1/units_of_measurement", reads=GetUOMsWrapper, data="result", meta="meta")
    def units(self) -> list[UOMInfo]:
        """List the units of measurement.

        All of them. (Source: Lookup, Units of Measurement.)

        Raises:
            AuthenticationError: No keys, or keys that are not known.
            NotFoundError: What the request names is not there, or nothing fits it.
            RateLimitError: The requests of the day are used up.
        """
        ...

    @GET("/v1/categories", reads=GetCategoriesWrapper, data="result", meta="meta")
    def categories(self) -> list[CategoryInfo]:
        """List the categories of products.

        A tree: `parent_id` leads up, and is null at the top. (Source: Lookup, Categories.)

        Raises:
            AuthenticationError: No keys, or keys that are not known.
            NotFoundError: What the request names is not there, or nothing fits it.
            RateLimitError: The requests of the day are used up.
        """
        ...

    @GET("/v1/nutrients", reads=GetNutrientsWrapper, data="result", meta="meta")
    def nutrients(self) -> list[NutrientInfo]:
        """List the nutrients.

        All that products are described by. (Source: Lookup, Nutrients.)

        Raises:
            AuthenticationError: No keys, or keys that are not known.
            NotFoundError: What the request names is not there, or nothing fits it.
            RateLimitError: The requests of the day are used up.
        """
        ...

    @GET("/v1/stores", reads=GetStoresWrapper, data="result", meta="meta")
    def stores(self, *, can_scrape: bool | None = None) -> list[StoreInfo]:
        """List the stores.

        Those with `can_scrape` can be connected; the others are reached by receipt images and barcodes. (Source:
        Lookup, Stores; Stores Supporting Online Purchase Streams.)

        Args:
            can_scrape: Only stores with this flag. Without it all stores.

        Raises:
            BadRequestError: The request does not fit.
            AuthenticationError: No keys, or keys that are not known.
            NotFoundError: What the request names is not there, or nothing fits it.
            RateLimitError: The requests of the day are used up.
        """
        ...

    @GET("/v1/tags", reads=GetTagsWrapper, data="result", meta="meta")
    def tags(self) -> list[TagInfo]:
        """List the tags of products.

        What products may be or contain: organic, gluten free, milk. (Source: Lookup, Tags.)

        Raises:
            AuthenticationError: No keys, or keys that are not known.
            NotFoundError: What the request names is not there, or nothing fits it.
            RateLimitError: The requests of the day are used up.
        """
        ...
