"""Reports by mail: a message with the file attached, handed to a mail server or kept in the sandbox's own box.

The message is stored with the request's transaction and sent after it, so that a transaction that is run again sends
nothing twice.
"""

from __future__ import annotations

import io
import smtplib
import ssl
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from urllib.parse import unquote, urlsplit

from sqlalchemy import update

from ..api import Problem
from ..store import Store
from .tables import Mail

_TIMEOUT = 10.0


@dataclass(frozen=True)
class Attachment:
    """A file that goes by mail."""

    name: str
    media_type: str
    content: bytes

    def zipped(self, now: datetime) -> Attachment:
        """An archive of this one file."""
        archive = io.BytesIO()
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
            entry = zipfile.ZipInfo(self.name, now.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            file.writestr(entry, self.content)
        return Attachment(f"{self.name.rpartition('.')[0]}.zip", "application/zip", archive.getvalue())


def read_whole(pieces: Iterable[bytes], most: int) -> bytes:
    """The pieces of a file as one.

    Raises:
        Problem: 400, when it is larger than may be mailed.
    """
    content = bytearray()
    for piece in pieces:
        content += piece
        if len(content) > most:
            raise Problem(400, f"The file is larger than the {most} bytes that may be sent by mail.")
    return bytes(content)


def write_message(
    attachment: Attachment, *, id: str, sender: str, to: Sequence[str], cc: Sequence[str], subject: str, now: datetime
) -> bytes:
    """The message as a mail server gets it."""
    message = EmailMessage(policy=SMTP)
    message["From"] = sender
    message["To"] = ", ".join(to)
    if cc:
        message["Cc"] = ", ".join(cc)
    message["Date"] = format_datetime(now)
    message["Message-ID"] = f"<{id}@{sender.rpartition('@')[2]}>"
    message.set_content(f"The report {attachment.name} is attached.\n")
    kind, _, subtype = attachment.media_type.partition("/")
    message.add_attachment(attachment.content, maintype=kind, subtype=subtype, filename=attachment.name)
    # A message would read encoded words in the text of its subject, and with them line ends and headers of their own.
    return (
        b"Subject: "
        + Header(subject, "utf-8", header_name="Subject").encode(linesep="\r\n").encode()
        + b"\r\n"
        + message.as_bytes()
    )


def deliver(store: Store, id: str, sender: str, smtp_url: str) -> None:
    """Hands a stored mail to the mail server, and notes how that went."""
    with store.transaction(write=False) as db:
        mail = db.get(Mail, id)
    if mail is None:  # the sandbox was reset meanwhile
        return
    try:
        _hand_over(smtp_url, sender, [*mail.to, *mail.cc], mail.message)
        state, reason = "sent", None
    except (OSError, smtplib.SMTPException) as error:
        state, reason = "failed", f"{type(error).__name__}: {error}"
    store.run(lambda db: db.execute(update(Mail).where(Mail.id == id).values(state=state, reason=reason)))


def _hand_over(smtp_url: str, sender: str, to: Sequence[str], message: bytes) -> None:
    url = urlsplit(smtp_url)
    host = url.hostname or "localhost"
    if url.scheme == "smtps":
        context = ssl.create_default_context()
        server: smtplib.SMTP = smtplib.SMTP_SSL(host, url.port or 465, timeout=_TIMEOUT, context=context)
    else:
        server = smtplib.SMTP(host, url.port or 25, timeout=_TIMEOUT)
    with server:
        if url.username:
            server.login(unquote(url.username), unquote(url.password or ""))
        server.sendmail(sender, to, message)
