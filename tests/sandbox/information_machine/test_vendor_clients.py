"""What the vendor's clients in five languages send, byte by byte over a socket, and what they can read.

Each wire convention of theirs has its test; then each language's own way walks from a user to its purchases and back.
"""

from __future__ import annotations

import base64
import gzip
import json
import re
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from http.client import HTTPResponse
from typing import Any

import pytest

KEYS = "client_id=demo&client_secret=demo-secret"
JSON = {"content-type": "application/json; charset=utf-8"}
TIME = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d")
TIMES = frozenset(
    {
        "created_at",
        "updated_at",
        "upc_resolved_at",
        "recorded_at",
        "purchase_date",
        "receipt_date",
        "date",
        "order_purchase_date",
        "order_recorded_at",
        "user_created_at",
    }
)
NEVER_NULL = frozenset(
    {
        "user",
        "apiProduct",
        "nutrients",
        "size_info",
        "prices",
        "productAlternatives",
        "purchased_items",
        "invoices",
        "purchase_history",
        "product_timestamps",
        "product_identifiers",
        "product_details",
        "user_store_receipt",
        "user_store",
        "purchase_items",
        "product",
        "cart_items",
        "recall",
        "recall_purchases",
    }
)
"""Objects and lists of objects: the oldest Python client fails on a null there."""
SHOPPER = "/v1/users/demo-shopper"


@dataclass
class Reply:
    """An answer as it came."""

    status: int
    headers: Mapping[str, str]
    """By their names in small letters."""
    body: bytes

    @property
    def json(self) -> Any:
        """The body, whose names and values are such as the vendor's clients can read."""
        plain = json.loads(self.body)
        _readable(plain)
        return plain

    @property
    def result(self) -> Any:
        assert self.status in (200, 201), self.body
        return self.json["result"]


def _readable(value: Any) -> None:
    if isinstance(value, list):
        for each in value:
            _readable(each)
    elif isinstance(value, dict):
        for name, inner in value.items():
            assert inner is not None or name not in NEVER_NULL, f"{name} is null"
            if name in TIMES and inner is not None:
                assert TIME.fullmatch(inner), f"{name} is {inner!r}"
            _readable(inner)


@dataclass
class Server:
    """`retail-sandbox serve`, reached through a socket."""

    host: str
    port: int
    headers: Mapping[str, str] = field(default_factory=lambda: {"accept": "application/json"})

    def send(self, method: str, target: str, body: bytes = b"", **headers: str) -> Reply:
        """Sends a request as it is given. Underscores in names of headers stand for hyphens."""
        with self.connection() as wire:
            wire.sendall(self.head(method, target, headers | ({"Content-Length": str(len(body))} if body else {})))
            wire.sendall(body)
            return self.read(wire, method)

    def post(self, target: str, plain: Any, method: str = "POST") -> Reply:
        return self.send(method, target, json.dumps(plain).encode(), **JSON)

    def connection(self) -> socket.socket:
        return socket.create_connection((self.host, self.port), timeout=20)

    def head(self, method: str, target: str, headers: Mapping[str, str]) -> bytes:
        sent = {"Host": f"{self.host}:{self.port}", "Connection": "close", **self.headers, **headers}
        lines = [f"{method} /information-machine{target} HTTP/1.1"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in sent.items()]
        return "\r\n".join([*lines, "", ""]).encode()

    @staticmethod
    def read(wire: socket.socket, method: str = "GET") -> Reply:
        response = HTTPResponse(wire, method=method)
        response.begin()
        headers = {name.lower(): value for name, value in response.getheaders()}
        return Reply(response.status, headers, response.read())


@pytest.fixture(scope="module")
def running() -> Iterator[Server]:
    command = [sys.executable, "-m", "retail_sandbox.cli", "serve", "--port", "0", "--api", "information-machine"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    host, _, port = process.stdout.readline().rpartition("//")[2].strip().partition(":")
    yield Server(host, int(port))
    process.terminate()
    process.communicate(timeout=20)


@pytest.fixture
def server(running: Server) -> Server:
    """As the seed left it."""
    with running.connection() as wire:
        wire.sendall(
            f"POST /_sandbox/reset HTTP/1.1\r\nHost: {running.host}:{running.port}\r\n"
            "Connection: close\r\nContent-Length: 0\r\n\r\n".encode()
        )
        assert Server.read(wire, "POST").status < 300
    return running


# --- headers


@pytest.mark.parametrize("agent", ["IAMDATA V1", ""])
def test_any_user_agent_and_an_empty_one_is_served(server: Server, agent: str) -> None:
    assert server.send("GET", f"{SHOPPER}?{KEYS}", user_agent=agent).result["user_id"] == "demo-shopper"


def test_names_of_headers_may_be_written_in_capitals(server: Server) -> None:
    body = b'{"user_id": "capitals"}'
    headers = {"ACCEPT": "application/json", "CONTENT-TYPE": "APPLICATION/JSON; CHARSET=UTF-8"}
    assert server.send("POST", f"/v1/users?{KEYS}", body, **headers).result["user_id"] == "capitals"


@pytest.mark.parametrize("accept", ["gzip", "gzip, deflate", "gzip;q=1.0, identity;q=0.5", "identity"])
def test_who_accepts_gzip_can_read_the_answer(server: Server, accept: str) -> None:
    reply = server.send("GET", f"/v1/stores?{KEYS}", accept_encoding=accept)
    packed = reply.headers.get("content-encoding") == "gzip"
    assert not packed or accept.startswith("gzip")
    assert len(json.loads(gzip.decompress(reply.body) if packed else reply.body)["result"]) > 94


def test_a_body_that_is_announced_first_is_waited_for(server: Server) -> None:
    body = json.dumps({"receipt_id": "r1", "image": base64.b64encode(b"\x89PNG\r\n\x1a\n" + bytes(2048)).decode()})
    with server.connection() as wire:
        more = {**JSON, "Content-Length": str(len(body)), "Expect": "100-continue"}
        wire.sendall(server.head("POST", f"{SHOPPER}/receipt?{KEYS}", more))
        assert wire.recv(1024).startswith(b"HTTP/1.1 100")
        wire.sendall(body.encode())
        assert server.read(wire, "POST").result == "r1"


def test_a_body_in_pieces_is_read_to_its_end(server: Server) -> None:
    with server.connection() as wire:
        wire.sendall(server.head("POST", f"/v1/users?{KEYS}", {**JSON, "Transfer-Encoding": "chunked"}))
        wire.sendall(b'b\r\n{"user_id":\r\n8\r\n"pieces"\r\n1\r\n}\r\n0\r\n\r\n')
        assert server.read(wire, "POST").result["user_id"] == "pieces"


def test_a_delete_with_an_empty_body_that_says_json_is_served(server: Server) -> None:
    reply = server.send("DELETE", f"/v1/users?id=demo-shopper&{KEYS}", **JSON, Content_Length="0")
    assert reply.result == "User deleted"


# --- queries


@pytest.mark.parametrize(("text", "details"), [("true", True), ("True", True), ("false", False), ("False", False)])
def test_booleans_come_in_two_spellings(server: Server, text: str, details: bool) -> None:
    target = f"{SHOPPER}/purchases_product_based?show_product_details={text}&{KEYS}"
    assert ("product_details" in server.send("GET", target).result["purchased_items"][0]) is details


def test_an_unset_boolean_comes_as_null(server: Server) -> None:
    flags = "food_only=NULL&upc_only=NULL&receipts_only=NULL&show_product_details=NULL"
    found = server.send("GET", f"{SHOPPER}/purchases_product_based?{flags}&{KEYS}").result
    assert found == server.send("GET", f"{SHOPPER}/purchases_product_based?{KEYS}").result


@pytest.mark.parametrize(
    "day", ["2016-11-02", "2016-11-02%2000:00:00", "2016-11-02+00:00:00", "2016-11-02%2000%3A00%3A00"]
)
def test_a_day_comes_with_and_without_a_time(server: Server, day: str) -> None:
    between = f"purchase_date_after={day}&purchase_date_before={day}"
    for path in ("purchases_product_based", "purchases_invoice_based"):
        found = server.send("GET", f"{SHOPPER}/{path}?{between}&{KEYS}").result
        assert [each["id"] for each in (found["invoices"] if "product" in path else found)] == [123456]


@pytest.mark.parametrize("since", ["2016-01-01", "2016-01-01%2012:30:00", "2016-01-01+12:30:00"])
def test_a_moment_comes_with_and_without_a_time(server: Server, since: str) -> None:
    login = {"store_id": 4, "username": "image-captcha", "password": "p"}
    made = server.post(f"{SHOPPER}/stores?{KEYS}", login).result
    target = f"/v1/store_connections?account_locked=True&account_locked_date_after={since}&{KEYS}"
    assert [each["id"] for each in server.send("GET", target).result] == [made["id"]]


@pytest.mark.parametrize("ids", ["380728,380730", "380728,%20380730", "380728,+380730", "380728%2C380730"])
def test_ids_come_with_and_without_blanks(server: Server, ids: str) -> None:
    found = server.send("GET", f"/v1/products_prices?product_ids={ids}&{KEYS}").result
    assert [each["product_id"] for each in found] == [380728, 380730]


def test_slashes_may_be_doubled_in_the_path(server: Server) -> None:
    assert server.send("GET", f"//v1//users//demo-shopper?{KEYS}").result["user_id"] == "demo-shopper"


@pytest.mark.parametrize(
    "url", ["http:/127.0.0.1:9/hook", "http://127.0.0.1:9/hook", "http%3A%2F%2F127.0.0.1%3A9%2Fhook"]
)
def test_an_address_comes_squeezed_bare_or_encoded(server: Server, url: str) -> None:
    names = {"name_store_list": ["Kale Chips"]}
    request = server.post(f"/v1/products/upc_resolve_request?webhook_url={url}&{KEYS}", names).result
    assert server.send("GET", f"/v1/products/upc_resolve_response/{request}?{KEYS}").result
    with server.connection() as wire:
        wire.sendall(b"GET /_sandbox/webhooks HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
        assert "http://127.0.0.1:9/hook" in server.read(wire).body.decode()


def test_letters_beyond_ascii_may_come_unencoded(server: Server) -> None:
    with server.connection() as wire:
        head = server.head("GET", f"/v1/products?name=CAF&{KEYS}", {}).replace(b"CAF", "Café".encode())
        wire.sendall(head)
        assert server.read(wire).status == 404  # it was understood: there is no such product


def test_the_keys_may_stand_first_or_last(server: Server) -> None:
    assert server.send("GET", f"/v1/products?{KEYS}&name=Kale&page=1&per_page=25&full_resp=True").result


def test_the_text_s_sample_of_a_deletion_has_a_second_question_mark(server: Server) -> None:
    assert server.send("DELETE", f"/v1/users?id=demo-shopper?{KEYS}").result == "User deleted"


# --- bodies


def test_unset_fields_come_as_null_or_not_at_all(server: Server) -> None:
    for body in ({"user_id": "a", "email": None, "zip": None}, {"user_id": "b"}):
        made = server.post(f"/v1/users?{KEYS}", body).result
        assert (made["user_id"], made["email"], made["zip"]) == (body["user_id"], None, None)


def test_the_date_of_a_receipt_has_milliseconds_and_a_zone(server: Server) -> None:
    login = {"store_id": 88, "username": "u", "password": "p"}
    made = server.post(f"{SHOPPER}/stores?{KEYS}", login).result["id"]
    body = {"receipt_id": "12345678901234567890", "receipt_date": "2016-11-10T15:14:46.025Z"}
    receipt = server.post(f"{SHOPPER}/stores/{made}/receipts?{KEYS}", body).result
    assert receipt["receipt_date"] == "2016-11-10 15:14:46"


def test_an_image_has_megabytes(server: Server) -> None:
    image = base64.b64encode(b"\x89PNG\r\n\x1a\n" + bytes(6 * 1024 * 1024)).decode()
    assert server.post(f"{SHOPPER}/receipt?{KEYS}", {"receipt_id": "large", "image": image}).result == "large"


# --- answers


@pytest.mark.parametrize(
    "path",
    [
        "/v1/users",
        f"{SHOPPER}/stores",
        "/v1/store_connections",
        f"{SHOPPER}/stores/52800/receipts",
        "/v1/stores",
        "/v1/categories",
        "/v1/nutrients",
        "/v1/tags",
        "/v1/products?name=kale&full_resp=true",
        "/v1/products/380728",
        "/v1/products/380728/purchases",
        "/v1/products_prices?product_ids=380728",
        "/v1/products_alternatives?product_ids=380728",
        "/v1/food_recalls",
        f"{SHOPPER}/products",
        f"{SHOPPER}/purchases_product_based?show_product_details=true",
        f"{SHOPPER}/purchases_invoice_based?full_resp=true",
        f"{SHOPPER}/purchases_invoice_based",
        f"{SHOPPER}/purchases/123456?full_resp=true",
        "/users/demo-shopper/carts",
    ],
)
def test_answers_have_times_and_nulls_that_the_clients_can_read(server: Server, path: str) -> None:
    reply = server.send("GET", f"{path}{'&' if '?' in path else '?'}{KEYS}")
    assert reply.result
    assert reply.headers["content-type"].partition(";")[0] == "application/json"


def test_three_fields_are_not_in_snake_case(server: Server) -> None:
    code = {"bar_code": "021130126026", "bar_code_type": "UPC-A"}
    assert "apiProduct" in server.post(f"{SHOPPER}/barcode?{KEYS}", code).result
    (record,) = server.send("GET", f"/v1/products_alternatives?product_ids=380728&{KEYS}").result
    assert record.keys() == {"productId", "productAlternatives"}


def test_an_error_is_flat_with_its_numbers_as_text(server: Server) -> None:
    reply = server.send("GET", f"/v1/users/nobody?{KEYS}")
    assert reply.status == 404
    assert [type(value) for value in reply.json.values()] == [str] * 4


# --- each language's own way


@dataclass(frozen=True)
class Dialect:
    """How a client of the vendor's writes."""

    agent: str
    yes: str = "true"
    unset_flag: str | None = None
    nulls: bool = True
    day: str = "2016-01-01"

    def body(self, **fields: Any) -> dict[str, Any]:
        return fields if self.nulls else {name: value for name, value in fields.items() if value is not None}

    def flags(self, *unset: str) -> str:
        return "".join(f"{name}={self.unset_flag}&" for name in unset) if self.unset_flag is not None else ""


DIALECTS = {
    "python": Dialect("IAMDATA V1", yes="True"),
    "ruby": Dialect("IAMDATA V1"),
    "java": Dialect("IAMDATA V1", nulls=False),
    "csharp": Dialect("", yes="True", nulls=False, day="2016-01-01%2000:00:00"),
    "php": Dialect("", unset_flag="NULL"),
}


@pytest.mark.parametrize("language", DIALECTS)
def test_a_session_from_a_user_to_its_purchases_and_back(server: Server, language: str) -> None:
    client, way = Server(server.host, server.port, {"accept": "application/json"}), DIALECTS[language]
    client.headers = {**client.headers, "user-agent": way.agent}
    user = f"/v1/users/{language}"
    made = client.post(f"/v1/users?{KEYS}", way.body(email=None, zip="21000", user_id=language)).result
    assert made["user_id"] == language
    stores = client.send("GET", f"/v1/stores?can_scrape={way.yes}&{KEYS}").result
    store = next(each["id"] for each in stores if each["name"] == "Walmart")
    login = way.body(store_id=store, username="shopper@example.com", password="kept-by-nobody")
    connection = client.post(f"{user}/stores?{KEYS}", login).result["id"]
    seen = client.send("GET", f"{user}/stores/{connection}?{KEYS}").result
    assert (seen["credentials_status"], seen["scrape_status"]) == ("Verified", "Done")
    rest = f"{way.flags('food_only', 'upc_only', 'receipts_only')}purchase_date_after={way.day}"
    bought = client.send("GET", f"{user}/purchases_invoice_based?page=1&per_page=25&full_resp={way.yes}&{rest}&{KEYS}")
    assert bought.result[0]["purchase_items"][0]["product"]["id"]
    rest = f"show_product_details={way.yes}&{rest}&recorded_at_after={way.day}"
    history = client.send("GET", f"{user}/purchases_product_based?{rest}&{KEYS}").result
    assert {each["id"] for each in bought.result} <= {each["id"] for each in history["invoices"]}
    renamed = client.post(f"{user}/stores/{connection}?{KEYS}", way.body(username=None, password="new"), "PUT")
    assert renamed.result == "Store connection updated"
    assert client.send("DELETE", f"{user}/stores/{connection}?{KEYS}").result
    assert client.send("DELETE", f"/v1/users?id={language}&{KEYS}").result
    assert client.send("GET", f"{user}?{KEYS}").status == 404
