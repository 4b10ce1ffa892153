"""DataConnect: data sets of a retailer - stock of products, customers - in every format that is asked for."""

from __future__ import annotations

from ..api import Api
from .accounts import anyone, caller
from .handlers import HANDLERS, SETTINGS, mail_page, problem
from .seeding import seed

api = Api(
    name="dataconnect",
    mounts={"dataconnect": "", "dataconnect-useast": ""},
    handlers=HANDLERS,
    caller=caller,
    anyone=anyone,
    problem=problem,
    seed=seed,
    pages={"/mail/<id>.eml": mail_page},
    settings=SETTINGS,
)
