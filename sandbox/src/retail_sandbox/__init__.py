"""A stateful sandbox for five retail APIs."""

from __future__ import annotations
