"""Information Machine: users, their store connections, and the purchases that are harvested from them."""

from __future__ import annotations

from ..api import Api
from . import envelope, meter, pages, settling, tolerances
from .handlers import HANDLERS
from .seeding import seed

__all__ = ["api"]

api = Api(
    name="information-machine",
    mounts={"information-machine": ""},
    handlers=HANDLERS,
    caller=meter.caller,
    anyone=meter.anyone,
    problem=envelope.problem,
    refused=meter.count_again,
    tick=settling.tick,
    finish=envelope.finish,
    tolerate=tolerances.tolerate,
    tolerate_body=tolerances.tolerate_body,
    seed=seed,
    settings={
        # By the sandbox's clock: how long the test of a login takes, and the harvest after it.
        "login_seconds": 0,
        "harvest_seconds": 0,
        # How long until a connection that works is harvested again; 0: never.
        "harvest_every_seconds": 86_400,
        # How far back the first harvest goes.
        "history_days": 90,
        # How long a store denies access.
        "access_denied_seconds": 3_600,
        # How long a receipt's number is looked up.
        "heb_receipt_seconds": 0,
        "walmart_receipt_seconds": 0,
        # How long a receipt's image waits, and how long it is read.
        "image_queue_seconds": 0,
        "image_seconds": 0,
        # How long the UPCs of a name are looked for.
        "upc_seconds": 0,
    },
    pages={
        "/mfa": pages.unlock_page,
        "/oauth": pages.consent_page,
        "/on-demand-refresh": pages.refresh_page,
        "/images/stores/<id>.svg": pages.store_picture,
        "/images/products/<id>-<size>.svg": pages.product_picture,
        "/receipt-images/<link>": pages.receipt_image,
    },
)
