"""The plan of a client package: everything the templates print, decided here; the templates decide nothing."""

from .package import Package, plan

__all__ = ["Package", "plan"]
