# Generated from specs/dataconnect.yaml by the generator; edit the spec and run `make generate`.
"""The companies whose data can be read."""

from __future__ import annotations

from functools import cached_property

from retail_runtime import M, Resource

from .partner_relationships import PartnerRelationships


class Partner(Resource[M]):
    """The companies whose data can be read."""

    @cached_property
    def relationships(self) -> PartnerRelationships[M]:
        """List the companies whose data can be read."""
        return PartnerRelationships(self.mode)
