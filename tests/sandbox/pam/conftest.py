from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import httpx2
import pytest
from retail_sandbox.testing import Sandbox

FIRST = "2020-12-21T12:00:00Z"
"""The time at which each test starts; the clock stands."""


class Pam:
    """A caller with a ticket, who sees statuses and JSON."""

    def __init__(self, sandbox: Sandbox, ticket: str | None) -> None:
        headers = {} if ticket is None else {"authenticateit_identity_ticket": ticket}
        self.sandbox = sandbox
        self._http = httpx2.Client(
            base_url=f"{sandbox.url('pam')}/pam-service/api", transport=sandbox.transport, headers=headers
        )

    def call(self, method: str, path: str, **given: Any) -> httpx2.Response:
        return self._http.request(method, path, **given)

    def get(self, path: str, **params: str) -> Any:
        return self._good(self.call("GET", path, params=params))

    def post(self, path: str, body: Mapping[str, Any]) -> Any:
        return self._good(self.call("POST", path, json=body))

    def patch(self, path: str, body: Mapping[str, Any]) -> Any:
        return self._good(self.call("PATCH", path, json=body))

    def delete(self, path: str, body: Mapping[str, Any]) -> Any:
        return self._good(self.call("DELETE", path, json=body))

    def refused(self, method: str, path: str, **given: Any) -> tuple[int, str]:
        """Status and error of a call that must not work."""
        response = self.call(method, path, **given)
        body = response.json()
        assert list(body) == ["error"], body
        return response.status_code, body["error"]

    def products(self, participant: str = "25", **filters: str) -> list[dict[str, Any]]:
        page = self.get("/products", participant_id=participant, page_size="999", **filters)
        return page["result"]

    def product(self, id: int, participant: str = "25") -> dict[str, Any]:
        return next(product for product in self.products(participant) if product["id"] == id)

    def add_product(self, participant: str = "25", **fields: Any) -> dict[str, Any]:
        given = {"participant_id": participant, "name": "new", "scan_count": "0", "has_price": "0", **fields}
        assert self.post("/products", given) == {"result": "Product added"}
        return self.products(participant, sort_by="-id")[0]

    def update_product(self, id: int, **fields: Any) -> None:
        assert self.patch("/products", {"product_id": {"value": str(id)}, **fields}) == {"result": "Product updated"}

    def upload(self, csv: str | bytes, mapping: Mapping[str, str], participant: str = "25", **fields: str) -> str:
        """Sends a product file; gives the id of the import."""
        answer = self._good(
            self.call(
                "POST",
                "/import/products",
                data={"participant_id": participant, "mapping": json.dumps(mapping), **fields},
                files={"data": ("products.csv", csv if isinstance(csv, bytes) else csv.encode(), "text/csv")},
            )
        )
        assert answer["status"] == "in progress"
        return answer["link"]

    def import_link(self, link: str, mapping: Mapping[str, str], participant: str = "25") -> dict[str, Any]:
        """Imports from a link; gives the import's status."""
        answer = self.post("/import/products", {"participant_id": participant, "mapping": mapping, "link": link})
        return self.get("/import/status", id=answer["link"])

    def _good(self, response: httpx2.Response) -> Any:
        assert response.status_code == 200, (response.status_code, response.text)
        return response.json()


@pytest.fixture(scope="session")
def shared_pam() -> Iterator[Sandbox]:
    with Sandbox(["pam"]) as sandbox:
        yield sandbox


@pytest.fixture
def server(shared_pam: Sandbox) -> Sandbox:
    """A sandbox of PAM alone, as the seed left it, on a clock that stands."""
    shared_pam.reset()
    shared_pam.clock.freeze()
    shared_pam.clock.set(FIRST)
    return shared_pam


@pytest.fixture
def pam(server: Sandbox) -> Pam:
    """The demo ticket's caller."""
    return Pam(server, "demo-ticket")


@pytest.fixture
def other(server: Sandbox) -> Pam:
    """A caller of another tenant."""
    return Pam(server, "other-ticket")


@pytest.fixture
def configured() -> Iterator[Callable[..., Pam]]:
    """Callers of sandboxes with settings of their own."""
    made: list[Sandbox] = []

    def make(**settings: Any) -> Pam:
        sandbox = Sandbox(["pam"], settings={"pam": settings})
        made.append(sandbox)
        sandbox.clock.freeze()
        sandbox.clock.set(FIRST)
        return Pam(sandbox, "demo-ticket")

    yield make
    for sandbox in made:
        sandbox.close()
