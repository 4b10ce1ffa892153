"""Receipts as PDF, at an address that nobody can guess: who has it may read the receipt."""

from __future__ import annotations

import hmac

from werkzeug import Response

from ..api import Call, Problem
from .access import Realm, id_of
from .basket_tables import Basket

_MOUNT = "spaaza"
"""Pages are there; the services host gives the same addresses."""


def download_url(realm: Realm, basket: Basket) -> str:
    """Where the PDF of a basket's receipt is."""
    return f"{realm.call.request.host_url}{_MOUNT}/receipts-pdf/{_link(realm, basket)}.pdf"


def page(call: Call) -> Response:
    """The PDF behind a link."""
    from .receipt_sheets import render  # nobody waits for the PDF library who asks for no PDF

    realm = Realm(call)
    link = call.params["link"]
    number = id_of(link.partition("-")[0])
    basket = realm.db.get(Basket, number) if number is not None else None
    if basket is None or not hmac.compare_digest(_link(realm, basket).encode(), link.encode()):
        raise Problem(404, "There is no such receipt")
    headers = {"Content-Disposition": f'inline; filename="receipt-{basket.id}.pdf"'}
    return Response(render(realm.db, basket), headers=headers, content_type="application/pdf")


def _link(realm: Realm, basket: Basket) -> str:
    """The basket's id, and what only who knows the secret can add to it."""
    secret = str(realm.call.settings["receipts_secret"])
    return f"{basket.id}-{hmac.digest(secret.encode(), f'receipt/{basket.id}'.encode(), 'sha256').hex()[:40]}"


PAGES = {"/receipts-pdf/<link>.pdf": page}
"""The pages that there are, by their route."""
