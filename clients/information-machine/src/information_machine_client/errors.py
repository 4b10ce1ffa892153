# Generated from specs/information-machine.yaml by the generator; edit the spec and run `make generate`.
"""Errors of the Information Machine API. Each is also an error of its HTTP status, such as `NotFoundError`."""

from __future__ import annotations

from collections.abc import Mapping

from retail_runtime import APIStatusError, by_code

ERRORS: Mapping[str, type[APIStatusError]] = by_code()
"""The error class of each code."""
