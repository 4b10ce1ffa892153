"""Spaaza: members and their sessions, vouchers, wallets, baskets, receipts."""

from __future__ import annotations

from ..api import Api
from . import access, answers, basket_tolerances, problems, receipt_pdf, sessions, ticking, tolerances
from .handlers import HANDLERS
from .seeding import seed

__all__ = ["api"]

api = Api(
    name="spaaza",
    mounts={"spaaza": "", "spaaza-services": "services", "spaaza-exports": "exports"},
    handlers=HANDLERS,
    caller=access.caller,
    anyone=access.anyone,
    problem=problems.problem,
    refused=sessions.count_failure,
    tick=ticking.tick,
    finish=answers.finish,
    tolerate=tolerances.tolerate,
    tolerate_body=basket_tolerances.tolerate_body,
    seed=seed,
    pages=receipt_pdf.PAGES,
    settings={
        # How long the session of a login lasts, of one on behalf of a member, and a token for another site.
        "login_hours": 336,
        "on_behalf_seconds": 15_552_000,
        "cross_site_seconds": 3_600,
        # After how many failed logins within how many seconds no more are tried.
        "login_failures": 5,
        "login_failure_seconds": 900,
        # How long a link to an export works, and the secret that it is signed with.
        "export_hours": 48,
        "export_secret": "sandbox-export-secret",
        # The secret that makes the addresses of receipts' PDFs.
        "receipts_secret": "sandbox-receipts-secret",
        # The error that a login by Facebook gives, which the sandbox does not know.
        "facebook_error": "151",
        # The error (274, 275) that the retailer's webshop, where the logins are kept, gives for a new member.
        "webshop_error": None,
    },
)
