"""EANdata's data feed: products by barcode, updates that wait for validation, and the lists behind them."""

from __future__ import annotations

from ..api import Api
from .handlers import caller, feed, problem
from .plans import anyone
from .seeding import seed

__all__ = ["api"]

api = Api(
    name="eandata",
    mounts={"eandata": ""},
    handlers={"feed_get": feed, "feed_post": feed},
    caller=caller,
    anyone=anyone,
    problem=problem,
    seed=seed,
    settings={
        # How long an update waits until it counts as validated; 0: for ever.
        "validate_after_seconds": 86_400,
    },
)
