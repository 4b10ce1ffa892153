"""How the tours print what they do."""

from __future__ import annotations


def heading(name: str) -> None:
    """The start of an API's tour."""
    print(f"\n== {name} ==")


def tell(what: str, came: object) -> None:
    """One thing that was done, and what came of it."""
    print(f"  {what:<58} {came}")
