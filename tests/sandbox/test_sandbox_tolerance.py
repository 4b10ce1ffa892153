"""What an API may do beside its spec: mend requests, and keep something of those it refuses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import httpx2
import pytest
from retail_sandbox.api import Call, Problem
from retail_sandbox.testing import Sandbox
from shop import API, TICKET, Thing, shop
from sqlalchemy import select
from werkzeug import Request
from werkzeug.datastructures import ImmutableMultiDict


def _tolerate(request: Request, path: str) -> str:
    vars(request)["args"] = ImmutableMultiDict({**request.args, "page": "3"})
    return path.replace("//", "/")


def _tolerate_body(operation: str, body: Any) -> Any:
    return {"name": f"{operation} {body}"} if isinstance(body, str) else body


def _refused(problem: Problem, call: Call) -> None:
    call.db.scalars(select(Thing)).first().stock += problem.status  # type: ignore[union-attr]


@pytest.fixture
def http() -> Iterator[httpx2.Client]:
    api = replace(API, tolerate=_tolerate, tolerate_body=_tolerate_body, refused=_refused)
    with (
        Sandbox([replace(shop(), api=api)]) as box,
        httpx2.Client(transport=box.transport, base_url=box.url("shop"), headers=TICKET) as client,
    ):
        yield client


def test_an_api_may_mend_path_and_query(http: httpx2.Client) -> None:
    assert http.get("/echo//7", params={"page": "oops"}).json()["params"]["page"] == 3


def test_an_api_may_mend_a_body_before_it_is_validated(http: httpx2.Client) -> None:
    made = http.post("/things", json="lamp")
    assert made.status_code == 201, made.text
    assert made.json()["name"].endswith(" lamp")
    assert http.post("/things", json=7).status_code == 400


def test_an_api_may_keep_something_of_a_refused_request(http: httpx2.Client) -> None:
    first = http.get("/things/1").json()
    assert http.post("/things", json={"name": first["name"]}).status_code == 409
    assert http.get("/things/1").json()["stock"] == first["stock"] + 409
