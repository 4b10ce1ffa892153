"""PAM (Product Advance Management): products, their prices, categories, attributes and locks; CSV; documents."""

from __future__ import annotations

from ..api import Api
from .handlers import HANDLERS, SETTINGS, anyone, caller, export_page, problem
from .seeding import seed

api = Api(
    name="pam",
    mounts={"pam": ""},
    handlers=HANDLERS,
    caller=caller,
    anyone=anyone,
    problem=problem,
    seed=seed,
    pages={"/exports/<id>.csv": export_page},
    settings=SETTINGS,
)
