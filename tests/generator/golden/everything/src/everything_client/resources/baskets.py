# Generated from specs/everything.yaml by the generator; edit the spec and run `make generate`.
"""Baskets and what is paid for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from retail_runtime import POST, PUT, Body, Flag, M, Resource

from ..models import Basket, Line, Payment, Receipt


class Baskets(Resource[M]):
    """Baskets and what is paid for them."""

    @POST("/payments", server="pay", auth=(("session",),))
    def pay(self, body: Annotated[Payment | Mapping[str, Any], Body()]) -> Receipt:
        """Pay.

        By one means or the other.

        Args:
            body: A means to pay.

        Raises:
            APIStatusError: Another till has it.
        """
        ...

    @PUT("/payments", auth=(("session_header",),))
    def price(self, lines: Sequence[Line | Mapping[str, Any]], *, closed: Flag | None = None) -> Basket:
        """Price a basket.

        Models or mappings, several levels deep.

        Args:
            lines: Its lines.
            closed: Whether it is closed.
        """
        ...
