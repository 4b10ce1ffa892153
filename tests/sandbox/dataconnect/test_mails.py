"""Reports by mail."""

from __future__ import annotations

import io
import re
import socket
import zipfile
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import httpx2
import pytest
from aiosmtpd.controller import Controller
from retail_sandbox.testing import Sandbox

from .reports import AVAILABILITY, CUSTOMERS, KENTEL, XLSX, Types, client, failure, rows

TO = {"Email.To": "a@b.c"}


def box_of(sandbox: Sandbox) -> list[dict[str, Any]]:
    """The mails, as the admin API shows them."""
    with httpx2.Client(transport=sandbox.transport) as admin:
        state = admin.get("http://sandbox/_sandbox/state/dataconnect").json()
    return state["tables"]["dataconnect_mails"]["rows"]


def read(content: bytes) -> EmailMessage:
    message = message_from_bytes(content, policy=policy.default)
    assert isinstance(message, EmailMessage)
    assert not message.defects
    return message


def send(sandbox: Sandbox, http: httpx2.Client, path: str = AVAILABILITY, **parameters: str) -> EmailMessage:
    """Asks for a report by mail, and reads the mail in the box."""
    answer = http.get(path, params={"Response": "Csv.Email", **TO, **parameters})
    assert answer.status_code == 200, answer.text
    (mail,) = box_of(sandbox)
    return read(http.get(f"/mail/{mail['id']}.eml").content)


def attached(message: EmailMessage) -> EmailMessage:
    (attachment,) = message.iter_attachments()
    assert isinstance(attachment, EmailMessage)
    return attachment


def test_the_answer_says_who_gets_it(kentel: httpx2.Client) -> None:
    answer = kentel.get(CUSTOMERS, params={"Response": "Csv.Email", "Email.To": "a@b.c,d@e.f", "Email.Cc": "g@h.i"})
    assert answer.json() == {"Error": False, "Message": "The report was sent to a@b.c, d@e.f, g@h.i."}


def test_without_a_mail_server_the_mail_is_kept(sandbox: Sandbox, kentel: httpx2.Client) -> None:
    kentel.get(AVAILABILITY, params={"Response": "Csv.Email", **TO, "Email.Cc": "d@e.f", "Email.Subject": "Weekly"})
    (mail,) = box_of(sandbox)
    assert {name: mail[name] for name in ("to", "cc", "subject", "attachment", "state", "reason", "company_id")} == {
        "to": ["a@b.c"],
        "cc": ["d@e.f"],
        "subject": "Weekly",
        "attachment": "report.csv",
        "state": "kept",
        "reason": None,
        "company_id": 42,
    }


def test_the_console_links_to_each_mail(sandbox: Sandbox, kentel: httpx2.Client) -> None:
    kentel.get(AVAILABILITY, params={"Response": "Csv.Email", **TO})
    with httpx2.Client(transport=sandbox.transport, base_url="http://sandbox") as page:
        script = page.get("/static/console.js").text
        (listed,) = re.findall('fetch\\("(/_sandbox/state/[^"]*)"\\)', script)
        tables = page.get(listed).json()["tables"]
        assert list(tables) == ["dataconnect_mails"]
        (mail,) = tables["dataconnect_mails"]["rows"]
        (link,) = re.findall("link.href = `([^`]*)`", script)
        answer = page.get(link.replace("${mail.id}", mail["id"]))
    assert answer.headers["Content-Type"] == "message/rfc822"
    assert read(answer.content)["To"] == "a@b.c"


def test_the_message_has_all_that_was_asked_for(sandbox: Sandbox, kentel: httpx2.Client) -> None:
    copies = {"Email.To": "a@b.c,d@e.f", "Email.Cc": "g@h.i", "Email.Subject": "Été: stock, 100 %"}
    message = send(sandbox, kentel, **copies)
    assert (message["To"], message["Cc"]) == ("a@b.c, d@e.f", "g@h.i")
    assert (message["From"], message["Subject"]) == ("dataconnect@sandbox.example", "Été: stock, 100 %")
    assert message["Date"] == "Wed, 01 Jul 2026 12:00:00 +0000"
    assert "report.csv" in message.get_body().get_content()


@pytest.mark.parametrize(
    ("response", "name", "media_type"),
    [
        ("Csv.Email", "report.csv", "text/csv"),
        ("Xml.Email", "report.xml", "text/xml"),
        ("Excel.Email", "report-2026-07-01.xlsx", XLSX),
    ],
)
def test_each_format_is_attached_under_its_name(
    sandbox: Sandbox, kentel: httpx2.Client, response: str, name: str, media_type: str
) -> None:
    message = send(sandbox, kentel, Response=response)
    attachment = attached(message)
    assert (attachment.get_filename(), attachment.get_content_type()) == (name, media_type)
    assert message["Subject"] == name


def test_what_says_how_a_file_looks_counts_for_the_attachment(sandbox: Sandbox, kentel: httpx2.Client) -> None:
    shape = {"CSV.Delimiter": "|", "CSV.Headers": "false", "CSV.FileExtension": "txt", "Filename": "stock"}
    attachment = attached(send(sandbox, kentel, **shape, StartDate="2025-01-01", path=CUSTOMERS))
    assert attachment.get_filename() == "stock.txt"
    types = Types(kentel, CUSTOMERS)
    found = types.from_csv(attachment.get_payload(decode=True), "|", header=False)
    assert found == rows(kentel, CUSTOMERS, StartDate="2025-01-01")


@pytest.mark.parametrize("response", ["Csv.Email", "Xml.Email", "Excel.Email"])
def test_it_is_zipped_when_asked(sandbox: Sandbox, kentel: httpx2.Client, response: str) -> None:
    attachment = attached(send(sandbox, kentel, **{"Response": response, "Email.Compress": "true", "Filename": "s"}))
    stem, ending = {"C": ("s", "csv"), "X": ("s", "xml"), "E": ("s-2026-07-01", "xlsx")}[response[0]]
    assert (attachment.get_filename(), attachment.get_content_type()) == (f"{stem}.zip", "application/zip")
    with zipfile.ZipFile(io.BytesIO(attachment.get_payload(decode=True))) as archive:
        (entry,) = archive.infolist()
        assert (entry.filename, entry.date_time) == (f"{stem}.{ending}", (2026, 7, 1, 12, 0, 0))
        plain = kentel.get(AVAILABILITY, params={"Response": response.removesuffix(".Email")}).content
        if ending == "csv":
            assert archive.read(entry) == plain
        else:
            assert archive.read(entry)


@pytest.mark.parametrize("response", ["Csv.Email", "Xml.Email", "Excel.Email"])
@pytest.mark.parametrize("to", [{}, {"Email.To": ""}])
def test_a_mail_to_nobody_is_refused(
    sandbox: Sandbox, kentel: httpx2.Client, response: str, to: dict[str, str]
) -> None:
    message = failure(kentel.get(AVAILABILITY, params={"Response": response, **to}), 400)
    assert message == f"Email.To is required when Response is {response}."
    assert box_of(sandbox) == []


@pytest.mark.parametrize(
    "parameters",
    [
        {"Email.To": "nobody"},
        {"Email.To": "a@b.c,nobody"},
        {"Email.To": "a@b.c\nBcc: x@y.z"},
        {"Email.Cc": "a b@c.d"},
        {"Email.Subject": "a\r\nBcc: x@y.z"},
        {"Email.Subject": ""},
        {"Email.Compress": "maybe"},
    ],
)
def test_what_cannot_stand_in_a_mail_is_refused(
    sandbox: Sandbox, kentel: httpx2.Client, parameters: dict[str, str]
) -> None:
    failure(kentel.get(AVAILABILITY, params={"Response": "Csv.Email", **TO, **parameters}), 400)
    assert box_of(sandbox) == []


@pytest.mark.parametrize("subject", ["=?utf-8?q?a=0ABcc:_x@y.z?=", "=?utf-8?b?Cg==?=", "=?x?q?y?=", "é" * 200])
def test_a_subject_is_only_a_subject(sandbox: Sandbox, kentel: httpx2.Client, subject: str) -> None:
    message = send(sandbox, kentel, **{"Email.Subject": subject})
    assert message["Bcc"] is None
    assert message["To"] == "a@b.c"
    assert message["Subject"] == subject


def test_a_form_asks_for_a_mail_too(sandbox: Sandbox, kentel: httpx2.Client) -> None:
    answer = kentel.post(AVAILABILITY, data={"Response": "Csv.Email", "Email.To": "a@b.c,d@e.f"})
    assert answer.status_code == 200
    assert box_of(sandbox)[0]["to"] == ["a@b.c", "d@e.f"]


def test_a_file_that_is_too_large_is_refused() -> None:
    with (
        Sandbox(["dataconnect"], settings={"dataconnect": {"mail_bytes": 10_000}}) as sandbox,
        client(sandbox, KENTEL) as http,
    ):
        assert "10000 bytes" in failure(http.get(CUSTOMERS, params={"Response": "Csv.Email", **TO}), 400)
        assert box_of(sandbox) == []


def test_a_mail_that_is_not_there_is_not_found(kentel: httpx2.Client) -> None:
    failure(kentel.get("/mail/1.eml"), 404)


# --- handed to a mail server


class Received:
    """What a mail server got: messages, and whom each was for."""

    def __init__(self) -> None:
        self.raw: list[bytes] = []
        self.to: list[list[str]] = []

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        self.raw.append(envelope.content)
        self.to.append(envelope.rcpt_tos)
        return "250 OK"


@pytest.fixture
def receiver() -> Iterator[tuple[Received, str]]:
    """A real mail server on loopback, and its URL."""
    received = Received()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(received, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield received, f"smtp://127.0.0.1:{port}"
    finally:
        controller.stop()


def test_the_mail_server_gets_the_message_before_the_answer_ends(receiver: tuple[Received, str]) -> None:
    received, url = receiver
    with (
        Sandbox(["dataconnect"], settings={"dataconnect": {"smtp_url": url}}) as sandbox,
        client(sandbox, KENTEL) as http,
    ):
        copies = {"Email.To": "a@b.c,d@e.f", "Email.Cc": "g@h.i", "Email.Compress": "true"}
        answer = http.get(AVAILABILITY, params={"Response": "Excel.Email", **copies})
        assert answer.json()["Error"] is False
        (content,) = received.raw
        assert received.to == [["a@b.c", "d@e.f", "g@h.i"]]
        message = read(content)
        assert (message["To"], message["Cc"]) == ("a@b.c, d@e.f", "g@h.i")
        with zipfile.ZipFile(io.BytesIO(attached(message).get_payload(decode=True))) as archive:
            workbook = archive.read(archive.namelist()[0])
        assert Types(http, AVAILABILITY).from_workbook(workbook) == rows(http, AVAILABILITY)
        assert [(mail["state"], mail["reason"]) for mail in box_of(sandbox)] == [("sent", None)]


def test_a_mail_server_that_is_not_there_is_told_in_the_box() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound, and not listening: nothing else can answer there
        url = f"smtp://127.0.0.1:{taken.getsockname()[1]}"
        with (
            Sandbox(["dataconnect"], settings={"dataconnect": {"smtp_url": url}}) as sandbox,
            client(sandbox, KENTEL) as http,
        ):
            assert http.get(AVAILABILITY, params={"Response": "Csv.Email", **TO}).status_code == 200
            (mail,) = box_of(sandbox)
            assert mail["state"] == "failed"
            assert mail["reason"].startswith("ConnectionRefusedError")
