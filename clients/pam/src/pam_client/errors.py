# Generated from specs/pam.yaml by the generator; edit the spec and run `make generate`.
"""Errors of the PAM API. Each is also an error of its HTTP status, such as `NotFoundError`."""

from __future__ import annotations

from collections.abc import Mapping

from retail_runtime import APIStatusError, JobFailedError, by_code


class ImportAborted(JobFailedError):
    """The server gave the work up (`import aborted`); the text is its reason."""


ERRORS: Mapping[str, type[APIStatusError]] = by_code()
"""The error class of each code."""
