"""Which data serves which operation, and how DataConnect tells errors."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from werkzeug import Response

from ..api import Answer, Call, Handler, Problem
from .accounts import Caller, begin_session, relationships_data, session_data
from .answering import answer, check_rows
from .asked import Asked
from .availability import availability_data
from .columns import DataSet
from .customers import customers_data
from .slots import check_slot
from .tables import Mail

SETTINGS: Mapping[str, Any] = {
    # How long a session cookie stands for its session, by the sandbox's clock.
    "session_seconds": 20 * 60,
    # How many requests of a company may be in progress.
    "most_requests": 8,
    # More rows than these are refused.
    "most_rows": 1_048_576,
    # The mail server, as smtp://user:password@host:port or smtps://…; without it mails are kept in the sandbox.
    "smtp_url": "",
    "mail_from": "dataconnect@sandbox.example",
    # How large a file may be that goes by mail.
    "mail_bytes": 25 * 1024 * 1024,
    # Where a company without an endpoint of its own is said to be answered fastest.
    "preferred_mount": "dataconnect-useast",
}


def _report(data: Callable[[Call, Asked], DataSet]) -> Handler:
    """A handler that answers a data set in any format."""

    def handler(call: Call, /) -> Answer:
        who: Caller = call.caller
        asked = Asked(call)
        asked.check()
        check_slot(call, who.company_id)
        found = data(call, asked)
        check_rows(found, asked, call.settings["most_rows"])
        return begin_session(call, answer(call, who.company_id, found, asked))

    return handler


def _version(call: Call) -> dict[str, str]:
    return {"ApplicationName": "IQ.DataConnect.Web.WebApplication", "ApplicationVersion": "1.3.0.51"}


def problem(problem: Problem, call: Call | None) -> Answer:
    """An error as DataConnect tells it."""
    return Answer({"Error": True, "Message": problem.message}, status=problem.status)


def mail_page(call: Call) -> Response:
    """A mail as a mail server gets it. Its id, which the admin API tells, is all that is needed."""
    mail = call.db.get(Mail, call.params["id"])
    if mail is None:
        raise Problem(404, "There is no such mail.")
    headers = {"Content-Disposition": f'attachment; filename="{mail.id}.eml"'}
    return Response(mail.message, content_type="message/rfc822", headers=headers)


_session = _report(lambda call, asked: session_data(call))
_relationships = _report(lambda call, asked: relationships_data(call))
_availability = _report(lambda call, asked: availability_data(call.db, call.caller.company_id, asked))
_customers = _report(lambda call, asked: customers_data(call.db, call.caller.company_id, asked))

HANDLERS: Mapping[str, Handler] = {
    "version_get": _version,
    "session_get": _session,
    "session_post": _session,
    "partner_relationships": _relationships,
    "partner_relationships_post": _relationships,
    "products_availability": _availability,
    "products_availability_post": _availability,
    "customers_list": _customers,
    "customers_list_post": _customers,
}
