# Generated from specs/dataconnect.yaml by the generator; edit the spec and run `make generate`.
"""Who is signed in."""

from __future__ import annotations

from functools import cached_property

from retail_runtime import M, Resource

from .session_get import SessionGet


class Session(Resource[M]):
    """Who is signed in."""

    @cached_property
    def get(self) -> SessionGet[M]:
        """Tell who is signed in."""
        return SessionGet(self.mode)
