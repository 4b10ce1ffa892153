"""The command line, over loopback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx2
import pytest
import yaml
from retail_sandbox.cli import main

COMMAND = [sys.executable, "-m", "retail_sandbox.cli"]


@pytest.fixture
def serve() -> Iterator[Callable[..., tuple[subprocess.Popen[str], str]]]:
    """Starts `retail-sandbox serve` with the given flags; answers the process and its address."""
    running: list[subprocess.Popen[str]] = []

    def start(*flags: str) -> tuple[subprocess.Popen[str], str]:
        command = [*COMMAND, "serve", "--port", "0", "--api", "eandata", *flags]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        running.append(process)
        assert process.stdout
        return process, process.stdout.readline().rpartition(" ")[2].strip()

    yield start
    for process in running:
        process.kill()
        process.communicate()


def test_the_command_is_installed() -> None:
    done = subprocess.run([Path(sys.executable).with_name("retail-sandbox"), "--help"], capture_output=True, check=True)
    assert b"serve" in done.stdout


def test_it_says_where_it_listens_and_stops_cleanly(serve: Callable[..., tuple[subprocess.Popen[str], str]]) -> None:
    for stop in (signal.SIGINT, signal.SIGTERM):
        process, url = serve()
        assert httpx2.get(f"{url}/_sandbox/").json()["apis"] == {"eandata": ["/eandata"]}
        process.send_signal(stop)
        assert process.wait(10) == 0
        with pytest.raises(httpx2.ConnectError):
            httpx2.get(url)


def test_state_survives_kill_9(serve: Callable[..., tuple[subprocess.Popen[str], str]], tmp_path: Path) -> None:
    database = str(tmp_path / "state.db")
    process, url = serve("--database", database)
    worker = httpx2.get(f"{url}/_sandbox/").json()["worker"]
    httpx2.put(f"{url}/_sandbox/clock", json={"now": "2030-01-01T00:00:00Z"})
    os.kill(worker, signal.SIGKILL)
    process.kill()
    process.wait(10)
    _, url = serve("--database", database)
    assert httpx2.get(f"{url}/_sandbox/clock").json()["now"].startswith("2030-01-01T00:0")


def test_a_killed_server_gives_its_port_back(serve: Callable[..., tuple[subprocess.Popen[str], str]]) -> None:
    process, url = serve()
    process.kill()
    process.wait(10)
    for _ in range(1000):
        try:
            httpx2.get(url)
        except httpx2.TransportError:
            return
    pytest.fail("the worker outlives its server")


def test_workers_share_the_clock(serve: Callable[..., tuple[subprocess.Popen[str], str]]) -> None:
    _, url = serve("--workers", "2")
    httpx2.put(f"{url}/_sandbox/clock", json={"now": "2030-01-01T00:00:00Z"})
    seen = [httpx2.get(f"{url}/_sandbox/") for _ in range(20)]
    assert all(each.json()["clock"]["now"].startswith("2030-01-01T00:0") for each in seen)


def test_a_body_in_chunks_is_read_whole_or_refused(serve: Callable[..., tuple[subprocess.Popen[str], str]]) -> None:
    _, url = serve()

    def chunks(size: int) -> Iterator[bytes]:
        yield b"keycode=0123456789ABCDEF&v=3&find=0049000006582&note="
        yield from [b"x" * size] * 10

    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    whole = httpx2.post(f"{url}/eandata/feed/", content=chunks(100), headers=kind).json()
    assert whole["status"]["note"] == "x" * 1000
    refused = httpx2.post(f"{url}/eandata/feed/", content=chunks(1024 * 1024), headers=kind).json()
    assert refused["status"]["message"] == "the body is above 10485760 bytes"


def test_a_port_in_use_is_told(
    serve: Callable[..., tuple[subprocess.Popen[str], str]], capsys: pytest.CaptureFixture[str]
) -> None:
    _, url = serve()
    assert main(["serve", "--port", url.rpartition(":")[2]]) == 1
    assert capsys.readouterr().err.startswith("retail-sandbox: cannot listen at 127.0.0.1:")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "the following arguments are required: command"),
        (("serve", "--port", "70000"), "no port"),
        (("serve", "--workers", "0"), "no number of workers"),
        (("serve", "--api", "market"), "invalid choice: 'market'"),
        (("seed", "x.yaml"), "required: --database"),
    ],
)
def test_bad_flags_are_told(arguments: tuple[str, ...], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(arguments)
    assert message in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "No such file"),
        ("a: ]", "seed.yaml:1: this is neither YAML nor JSON"),
        ("- 1", "must be a mapping of API names"),
        ("market: {}", "market: there is no such API here"),
    ],
)
def test_a_bad_seed_file_is_told_in_one_line(
    tmp_path: Path, content: str | None, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "seed.yaml"
    if content is not None:
        path.write_text(content)
    assert main(["serve", "--port", "0", "--api", "eandata", "--seed", str(path)]) == 1
    told = capsys.readouterr().err
    assert message in told
    assert len(told.splitlines()) == 1


def test_a_bad_database_is_told_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--port", "0", "--api", "eandata", "--database", "mysql://host/x"]) == 1
    assert capsys.readouterr().err == "retail-sandbox: the database may be SQLite or PostgreSQL, not mysql\n"


def test_a_database_is_reset_from_outside(
    serve: Callable[..., tuple[subprocess.Popen[str], str]], tmp_path: Path
) -> None:
    database = str(tmp_path / "state.db")
    _, url = serve("--database", database)
    httpx2.put(f"{url}/_sandbox/clock", json={"now": "2030-01-01T00:00:00Z"})
    assert main(["reset", "--database", database, "--api", "eandata"]) == 0
    assert httpx2.get(f"{url}/_sandbox/clock").json()["now"] < "2030"


def test_an_apis_setting_is_set(serve: Callable[..., tuple[subprocess.Popen[str], str]]) -> None:
    _, url = serve("--set", "eandata.validate_after_seconds=1")
    ask = {"keycode": "0123456789ABCDEF", "v": "3"}
    update = {**ask, "update": "0049000006582", "field": "brand", "value": "Coke"}
    assert httpx2.post(f"{url}/eandata/feed/", data=update).json()["status"]["code"] == "200"
    httpx2.put(f"{url}/_sandbox/clock", json={"advance": "PT2S"})
    found = httpx2.get(f"{url}/eandata/feed/", params={**ask, "find": "0049000006582", "pending": "no"}).json()
    assert found["product"]["attributes"]["brand"] == "Coke"


@pytest.mark.parametrize("given", ["eandata.colour=red", "colour=red", "eandata.validate_after_seconds"])
def test_a_setting_that_is_none_is_told_with_those_that_there_are(
    given: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["serve", "--api", "eandata", "--set", given]) == 1
    told = capsys.readouterr().err
    assert f"--set {given}: there is no such setting" in told
    assert "eandata.validate_after_seconds" in told


def test_the_spec_is_printed_with_the_sandbox_as_its_server(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["openapi", "eandata", "--base-url", "http://box:1/"]) == 0
    spec = yaml.safe_load(capsys.readouterr().out)
    assert spec["servers"] == [{"url": "http://box:1/eandata"}]


def test_the_admin_token_opens_the_admin_api(serve: Callable[..., tuple[subprocess.Popen[str], str]]) -> None:
    _, url = serve("--admin-token", "hunter2")
    assert httpx2.get(f"{url}/_sandbox/").status_code == 401
    assert httpx2.get(f"{url}/_sandbox/", headers={"Authorization": "Bearer hunter2"}).status_code == 200
