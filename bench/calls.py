"""A call: a page of ten PAM products over a mock transport, beside the same with bare httpx2."""

from __future__ import annotations

import json
from pathlib import Path

import httpx2
from pam_client import Pam

from bench.decoding import page
from bench.pairs import Pair, measure, timed

URL = "https://pam.example.com"


def call(folder: Path) -> Pair:
    """Request, answer, and the answer read: as models by ours, as plain JSON by the other."""
    del folder
    whole = json.loads(page())
    content = json.dumps({**whole, "result": whole["result"][:10]}).encode()
    transport = httpx2.MockTransport(lambda _: httpx2.Response(200, content=content))
    api, bare = Pam("ticket", base_url=URL, transport=transport), httpx2.Client(transport=transport)

    def ours() -> None:
        api.with_response.products.list("25", has_price=True)

    def other() -> None:
        bare.get(
            f"{URL}/pam-service/api/products",
            params={"participant_id": "25", "has_price": "1"},
            headers={"authenticateit_identity_ticket": "ticket"},
        ).json()

    return measure(timed(ours, 500), timed(other, 500), rounds=9)
