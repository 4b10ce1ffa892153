# Generated from specs/dataconnect.yaml by the generator; edit the spec and run `make generate`.
"""Products and how many of them are in stock."""

from __future__ import annotations

from functools import cached_property

from retail_runtime import M, Resource

from .products_availability import ProductsAvailability


class Products(Resource[M]):
    """Products and how many of them are in stock."""

    @cached_property
    def availability(self) -> ProductsAvailability[M]:
        """Tell how many of each product are in stock."""
        return ProductsAvailability(self.mode)
