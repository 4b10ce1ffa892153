"""The pages for people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import httpx2
import pytest
import yaml
from retail_sandbox.spec import load
from retail_sandbox.testing import Sandbox
from shop import API, SPEC, shop


@pytest.fixture
def page(box: Sandbox) -> Iterator[httpx2.Client]:
    with httpx2.Client(transport=box.transport, base_url="http://sandbox") as client:
        yield client


def test_the_console_shows_each_api_with_its_mounts_and_links(page: httpx2.Client) -> None:
    text = page.get("/").text
    for part in (
        "<h3>Shop</h3>",
        "<code>/shop</code>",
        "<code>/shop-files</code>",
        'href="/docs/shop"',
        'href="/openapi/shop.yaml"',
    ):
        assert part in text


def test_pages_take_nothing_from_elsewhere_and_may_not(page: httpx2.Client) -> None:
    for path in ("/", "/docs/shop"):
        answer = page.get(path)
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        links = re.findall(r'(?:src|href)="([^"]*)"', answer.text)
        assert links
        for link in links:
            assert link.startswith(("/", "data:"))
            if link.startswith("/static/"):
                assert page.get(link).status_code == 200


def test_the_docs_page_reads_the_spec_from_the_sandbox_and_asks_no_validator(page: httpx2.Client) -> None:
    assert 'data-spec="/openapi/shop.yaml"' in page.get("/docs/shop").text
    assert "validatorUrl: null" in page.get("/static/docs.js").text
    assert '<meta charset="utf-8">' in page.get("/docs/shop").text


def test_the_spec_names_the_mounts_as_its_servers(page: httpx2.Client) -> None:
    served = yaml.safe_load(page.get("/openapi/shop.yaml").text)
    assert served["servers"] == [{"url": "/shop"}]
    assert served["paths"]["/files"]["get"]["servers"] == [{"url": "/shop-files"}]
    assert served["components"] == load(SPEC)["components"]


@pytest.mark.parametrize(
    "path",
    [
        "/docs/market",
        "/docs/",
        "/openapi/market.yaml",
        "/openapi/shop",
        "/static/../app.py",
        "/static/index.html",
        "/<b>x</b>",
    ],
)
def test_what_is_not_there_is_404_and_reflects_nothing(page: httpx2.Client, path: str) -> None:
    answer = page.get(path)
    assert (answer.status_code, answer.text) == (404, "there is nothing here\n")


def test_text_of_a_spec_is_escaped() -> None:
    document = {**load(SPEC), "info": {"title": "<script>alert(1)</script>", "version": "<b>"}}
    with (
        Sandbox([shop(document=document)]) as box,
        httpx2.Client(transport=box.transport, base_url="http://sandbox") as page,
    ):
        text = page.get("/").text
    assert "<script>alert" not in text
    assert "&lt;script&gt;" in text


def test_two_apis_cannot_share_a_mount() -> None:
    with pytest.raises(Exception, match="another API is mounted at /shop"):
        Sandbox([shop(), shop(api=replace(API, name="other"))])
