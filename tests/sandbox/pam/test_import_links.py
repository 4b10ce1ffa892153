"""Links of imports: followed only to hosts that the operator names, over real loopback sockets."""

from __future__ import annotations

import ipaddress
import socket
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from retail_sandbox.pam.fetching import is_public

from .conftest import Pam

CSV = b"name\nLinked\n"
MAPPING = {"name": "name"}


class Files(BaseHTTPRequestHandler):
    """A web server with files, good and bad."""

    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        match self.path:
            case "/good.csv?a=1":
                self._send(200, CSV)
            case "/moved.csv":
                self.send_response(302)
                self.send_header("Location", "/good.csv?a=1")
                self.end_headers()
            case "/large.csv":
                self._send(200, b"name\n" + b"x\n" * 100)
            case "/short.csv":
                self._send(200, CSV, length=len(CSV) + 5)
            case "/slow.csv":
                self._drip()
            case _:
                self._send(404, b"")

    def log_message(self, format: str, *args: object) -> None:
        pass

    def _send(self, status: int, body: bytes, length: int | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)

    def _drip(self) -> None:
        """Sends a byte whenever the reader has been about to give up, until it does."""
        self.send_response(200)
        self.send_header("Content-Length", "1000000")
        self.end_headers()
        hung_up = threading.Event()
        try:
            while not hung_up.wait(0.05):
                self.wfile.write(b"x")
        except OSError:
            hung_up.set()


@pytest.fixture
def files() -> Iterator[str]:
    Files.asked = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Files)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def aborted(pam: Pam, link: str) -> str:
    before = pam.products()
    answer = pam.import_link(link, MAPPING)
    assert answer["result"] == "import aborted"
    assert pam.products() == before
    return answer["err"]


def test_a_link_to_a_named_host_is_imported(configured: Callable[..., Pam], files: str) -> None:
    pam = configured(import_hosts=["127.0.0.1"])
    assert pam.import_link(f"{files}/good.csv?a=1", MAPPING) == {"result": "import completed"}
    assert len(pam.products(name="Linked")) == 1


def test_pairs_of_similar_products_are_imported_from_a_link_too(configured: Callable[..., Pam], files: str) -> None:
    pam = configured(import_hosts=["127.0.0.1"])
    job = pam.post("/import/products/similar", {"link": f"{files}/good.csv?a=1"})
    answer = pam.get("/import/status", id=job["link"])
    assert answer == {
        "result": "import aborted",
        "err": "the file has no column store_id, same_store_id, same_product_name",
    }


def test_a_host_that_is_not_named_is_not_asked(configured: Callable[..., Pam], files: str) -> None:
    pam = configured(import_hosts=["files.example.com"])
    assert "not among those" in aborted(pam, f"{files}/good.csv?a=1")
    assert Files.asked == []


def test_by_default_no_host_is_named(pam: Pam, files: str) -> None:
    assert "not among those" in aborted(pam, f"{files}/good.csv?a=1")
    assert Files.asked == []


def test_a_named_host_at_a_private_address_is_not_asked_unless_the_address_is_named(
    configured: Callable[..., Pam], files: str
) -> None:
    link = f"{files}/good.csv?a=1".replace("127.0.0.1", "localhost")
    assert "no address that imports may ask" in aborted(configured(import_hosts=["localhost"]), link)
    assert Files.asked == []
    both = configured(import_hosts=["localhost", "127.0.0.1"])
    assert both.import_link(link, MAPPING) == {"result": "import completed"}


def test_a_redirect_is_not_followed(configured: Callable[..., Pam], files: str) -> None:
    assert "answered 302" in aborted(configured(import_hosts=["127.0.0.1"]), f"{files}/moved.csv")
    assert Files.asked == ["/moved.csv"]


@pytest.mark.parametrize(
    ("path", "reason"),
    [("/none.csv", "answered 404"), ("/large.csv", "larger than 100 bytes"), ("/short.csv", "did not come whole")],
)
def test_a_file_that_is_missing_too_large_or_cut_short_aborts(
    configured: Callable[..., Pam], files: str, path: str, reason: str
) -> None:
    assert reason in aborted(configured(import_hosts=["127.0.0.1"], import_bytes=100), files + path)


def test_a_server_that_drips_is_hung_up_on(configured: Callable[..., Pam], files: str) -> None:
    pam = configured(import_hosts=["127.0.0.1"], import_timeout=0.3)
    assert "not in time" in aborted(pam, f"{files}/slow.csv")


def test_a_host_that_does_not_listen_aborts(configured: Callable[..., Pam]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    assert "cannot be read" in aborted(configured(import_hosts=["127.0.0.1"]), f"http://127.0.0.1:{port}/p.csv")


@pytest.mark.parametrize(
    "link",
    [
        "ftp://127.0.0.1/p.csv",
        "file:///etc/hostname",
        "http://user:word@127.0.0.1/p.csv",
        "http://127.0.0.1:port/p.csv",
        "http://127.0.0.1/p\r\nX-Own: 1",
        "http:///p.csv",
        "products.csv",
    ],
)
def test_what_is_no_plain_web_link_is_not_followed(configured: Callable[..., Pam], link: str) -> None:
    pam = configured(import_hosts=["127.0.0.1", ""])
    response = pam.call("POST", "/import/products", json={"participant_id": "25", "mapping": MAPPING, "link": link})
    if response.status_code == 200:
        answer = pam.get("/import/status", id=response.json()["link"])
        assert answer["result"] == "import aborted"
        assert answer["err"].startswith("link: ")
    else:
        assert response.status_code == 400


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "fec0::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "2002:7f00:1::",
        "64:ff9b::7f00:1",
        "64:ff9b:1::7f00:1",
    ],
)
def test_addresses_that_are_not_of_the_open_internet_are_not_public(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::ffff:93.184.215.14"])
def test_addresses_of_the_open_internet_are_public(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))
