"""`make contract-live API=eandata`: the services themselves, where the environment has an address and credentials."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping

import httpx2
import pytest
from retail_sandbox.services import load_service

from .facts import FACTS
from .live import Missing, examine, live
from .suite import Found

FAST = "500/s"
LIVE = [api for api, facts in FACTS.items() if not facts.not_live]


@pytest.fixture(scope="module")
def served() -> Iterator[str]:
    """The address of a sandbox that `retail-sandbox serve` serves."""
    command = [sys.executable, "-m", "retail_sandbox.cli", "serve", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        yield process.stdout.readline().rpartition(" ")[2].strip()
        process.terminate()


@pytest.mark.parametrize("api", LIVE)
def test_the_real_service_keeps_the_contract(api: str) -> None:
    try:
        contract = live(api, load_service(api).document, os.environ)
    except Missing as missing:
        pytest.skip(f"no live {api}: {missing}")
    assert examine(contract) == []


@pytest.fixture(scope="module", params=LIVE)
def examined(request: pytest.FixtureRequest, served: str) -> tuple[list[Found], object, object]:
    """What the live suite finds in a served sandbox, and the sandbox's records before and after."""
    api: str = request.param
    before = httpx2.get(f"{served}/_sandbox/state/{api}").json()
    found = examine(live(api, load_service(api).document, _environ(api, served), FAST))
    return found, before, httpx2.get(f"{served}/_sandbox/state/{api}").json()


def test_a_served_sandbox_passes_as_a_real_service_would(examined: tuple[list[Found], object, object]) -> None:
    assert examined[0] == []


def test_a_service_is_only_read(examined: tuple[list[Found], object, object]) -> None:
    _, before, after = examined
    assert before == after


@pytest.mark.parametrize("api", LIVE)
def test_a_service_that_refuses_every_request_does_not_pass(api: str, served: str) -> None:
    wrong = {name: "wrong" for name in _environ(api, served) if not name.endswith("BASE_URL")}
    found = examine(live(api, load_service(api).document, {**_environ(api, served), **wrong}, FAST))
    assert [each.check for each in found] == ["nothing_served"]


def test_what_is_missing_in_the_environment_is_named() -> None:
    with pytest.raises(Missing, match="PAM_BASE_URL"):
        live("pam", load_service("pam").document, {"PAM_TICKET": "x"})
    with pytest.raises(Missing, match="PAM_TICKET"):
        live("pam", load_service("pam").document, {"PAM_BASE_URL": "http://127.0.0.1:1"})


def _environ(api: str, address: str) -> Mapping[str, str]:
    """The environment for a sandbox: its keys under the names that clients read."""
    service = load_service(api)
    prefix = api.upper().replace("-", "_")
    mount = next(iter(service.api.mounts))
    schemes = service.document["x-auth"][0]["schemes"]
    keys = {f"{prefix}_{schemes[name].upper()}": FACTS[api].credentials[name] for name in schemes}
    return {f"{prefix}_BASE_URL": f"{address}/{mount}", **keys}
