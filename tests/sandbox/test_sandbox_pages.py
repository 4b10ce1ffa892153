"""The pages for people, in a browser."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

import httpx2
import pytest
from retail_sandbox.services import APIS, load_service
from retail_sandbox.spec import Spec
from retail_sandbox.testing import Sandbox

HOSTILE = "<img src=x onerror=\"document.title='owned'\">"


def cells(page: str) -> list[str]:
    """The texts of the cells of all tables, and of what is noted in them."""
    found = re.findall(r"<td[^>]*>(.*?)</td>", page)
    return [unescape(re.sub(r"</?span[^>]*>", " ", each)).strip() for each in found]


def test_the_console_shows_mounts_clock_requests_and_events_and_takes_hostile_text_for_text(
    served: Callable[[Sandbox], str], browse: Callable[[str], str], box: Sandbox, http: httpx2.Client
) -> None:
    def gone(request: httpx2.Request) -> httpx2.Response:
        raise httpx2.ConnectError(HOSTILE, request=request)

    box.clock.freeze()
    box.clock.set("2030-05-06T07:08:09Z")
    box.receivers["http://mine/hook"] = gone
    box.webhooks.add("http://mine/hook", secret="hunter2")
    http.post("/things", json={"name": "desk"})
    http.get(f"/things/1?note={HOSTILE}")
    http.get(f"/{HOSTILE}")
    box.webhooks.pump()
    page = browse(served(box))
    for mount in ("/shop", "/shop-files"):
        assert f"<code>{mount}</code>" in page
    assert "<time>2030-05-06 07:08:09 UTC</time>" in page
    assert '<span class="tag">frozen</span>' in page
    shown = cells(page)
    assert {"POST /shop/things", "things_create", "things_get", "ticket #1", f"GET /shop/{HOSTILE}"} <= set(shown)
    assert {"thing.made", "pending", f"http://mine/hook ConnectError: {HOSTILE}"} <= set(shown)
    assert shown.index("things_get") < shown.index("things_create"), "the newest comes first"
    assert "<title>Retail sandbox</title>" in page, "no text was taken for markup"
    assert "<img" not in page


@pytest.mark.parametrize("name", APIS)
def test_the_docs_show_every_operation_without_anything_from_elsewhere(
    served: Callable[[Sandbox], str], browse: Callable[[str], str], sandbox: Sandbox, name: str
) -> None:
    page = browse(f"{served(sandbox)}/docs/{name}")
    operations = Spec(load_service(name).document).operations
    missing = [each.id for each in operations if f'id="operations-{each.raw["tags"][0]}-{each.id}"' not in page]
    assert operations
    assert not missing
    assert 'class="errors-wrapper"' not in page
