"""Getting a file from a link that a caller sent, without being led to where the caller could not go.

Only hosts that the operator names are asked, and never an address of this machine or its networks unless that very
address is named too. The address is looked up once, judged, and connected to.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
from collections.abc import Collection
from contextlib import closing, suppress
from threading import Event, Timer
from urllib.parse import SplitResult, urlsplit

from .sheets import ImportAborted

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_TRANSLATED = (ipaddress.IPv6Network("64:ff9b::/96"), ipaddress.IPv6Network("64:ff9b:1::/48"))
"""IPv6 networks behind which any IPv4 address may stand (RFC 6052, RFC 8215)."""


def fetch_file(link: str, *, hosts: Collection[str], most_bytes: int, seconds: float) -> bytes:
    """The file behind a link.

    Args:
        link: An http or https URL.
        hosts: Names and addresses that may be asked.
        most_bytes: How large the file may be.
        seconds: How long it may take.

    Raises:
        ImportAborted: The link may not be followed, or leads to no file.
    """
    parts = _split(link)
    host = parts.hostname or ""
    named = {each.lower() for each in hosts}
    if host not in named:
        raise ImportAborted(f'link: the host "{host}" is not among those that imports may ask')
    address = _allowed_address(host, parts.port or _default_port(parts), named)
    try:
        with closing(_connection(parts, host, address, seconds)) as connection:
            return _download(connection, parts, most_bytes, seconds)
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise ImportAborted(f"link: the file cannot be read ({type(error).__name__})") from error


def _split(link: str) -> SplitResult:
    try:
        parts = urlsplit(link)
        parts.port  # noqa: B018 - raises for a port that is none
    except ValueError as error:
        raise ImportAborted("link: this is no URL") from error
    if parts.scheme not in ("http", "https") or not parts.hostname or "@" in parts.netloc:
        raise ImportAborted("link: only plain http and https URLs are followed")
    if not (parts.path + parts.query).isascii() or any(mark <= " " for mark in link):
        raise ImportAborted("link: this is no URL")
    return parts


def _default_port(parts: SplitResult) -> int:
    return 443 if parts.scheme == "https" else 80


def _allowed_address(host: str, port: int, named: Collection[str]) -> str:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise ImportAborted(f'link: the host "{host}" is not known') from error
    for _, _, _, _, target in found:
        text = str(target[0])
        if text in named or is_public(ipaddress.ip_address(text)):
            return text
    raise ImportAborted(f'link: the host "{host}" has no address that imports may ask')


def is_public(address: Address) -> bool:
    """Whether an address belongs to the open Internet, and not to this machine or a network around it."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
        if inner is not None:
            return is_public(inner)
        if address.is_site_local or any(address in network for network in _TRANSLATED):
            return False
    return address.is_global and not address.is_multicast


class _Connection(http.client.HTTPConnection):
    """A connection to an address that was judged, whatever the host's name leads to by now."""

    def __init__(self, host: str, port: int, address: str, seconds: float, context: ssl.SSLContext | None) -> None:
        super().__init__(host, port, timeout=seconds)
        self._address = address
        self._context = context

    def connect(self) -> None:
        self.sock = socket.create_connection((self._address, self.port), self.timeout)
        if self._context:
            self.sock = self._context.wrap_socket(self.sock, server_hostname=self.host)


def _connection(parts: SplitResult, host: str, address: str, seconds: float) -> _Connection:
    context = ssl.create_default_context() if parts.scheme == "https" else None
    return _Connection(host, parts.port or _default_port(parts), address, seconds, context)


def _download(connection: _Connection, parts: SplitResult, most_bytes: int, seconds: float) -> bytes:
    connection.connect()
    # A socket's own limit begins anew with every byte: a server that drips would hold us for ever.
    late = Event()
    alarm = Timer(seconds, _hang_up, [connection.sock, late])
    alarm.daemon = True
    alarm.start()
    try:
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection.request("GET", target, headers={"Accept": "text/csv, */*", "Accept-Encoding": "identity"})
        answer = connection.getresponse()
        if answer.status != 200:  # a redirect too: it leads to where nobody looked
            raise ImportAborted(f"link: the host answered {answer.status}")
        content = answer.read(most_bytes + 1)
    finally:
        alarm.cancel()
    if len(content) > most_bytes:
        raise ImportAborted(f"the file is larger than {most_bytes} bytes")
    if late.is_set() or answer.length:
        raise ImportAborted("link: the file did not come whole, or not in time")
    return content


def _hang_up(sock: socket.socket, late: Event) -> None:
    late.set()
    with suppress(OSError):
        socket.socket.shutdown(sock, socket.SHUT_RDWR)  # not TLS's own, which is not made for two threads
