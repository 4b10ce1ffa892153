"""Files up and down, and prepared files."""

from __future__ import annotations

import base64
import io
import json
import os
from collections.abc import AsyncIterator
from email.parser import BytesParser
from email.policy import HTTP
from pathlib import Path
from typing import Any

import anyio
import httpx2
import pytest
from retail_runtime import (
    APIConnectionError,
    APIError,
    APITimeoutError,
    InvalidArgumentError,
    NotFoundError,
    RateLimitError,
    ResponseDecodeError,
    Retry,
)

from .acme import Acme, AsyncAcme, Key, acme
from .conftest import Way
from .wire import Stream, Wire, answer, coming, raw

# -- downloads ------------------------------------------------------------------------------------


def test_a_download_is_read_in_pieces_and_closed(tmp_path: Path) -> None:
    stream = Stream(b"%PDF", b"123", b"456")
    api, wire = acme(coming(stream, "application/pdf; x=y", **{"content-disposition": 'attachment; filename="a.pdf"'}))
    download = api.vouchers.pdf()
    assert wire.sent == []
    with download as file:
        assert wire.last.headers["accept"] == "application/pdf"
        assert (file.name, file.media_type) == ("a.pdf", "application/pdf")
        assert stream.given == 0
        assert next(iter(file)) == b"%PDF"
        assert stream.given == 1
    assert stream.closed
    with api.vouchers.pdf() as file:
        assert file.save(tmp_path / "a.pdf") == 10
    assert (tmp_path / "a.pdf").read_bytes() == b"%PDF123456"
    with api.vouchers.pdf() as file:
        assert file.read() == b"%PDF123456"


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_an_async_download_too(backend: str, tmp_path: Path) -> None:
    async def main() -> None:
        stream = Stream(b"%PDF", b"123")
        async with AsyncAcme(Key("k"), transport=Wire(coming(stream))) as api:
            async with api.vouchers.pdf() as file:
                assert [piece async for piece in file] == [b"%PDF", b"123"]
            assert stream.closed
            async with api.vouchers.pdf() as file:
                assert await file.save(tmp_path / "a.pdf") == 7
            async with api.vouchers.pdf() as file:
                assert await file.read() == b"%PDF123"

    anyio.run(main, backend=backend)


@pytest.mark.parametrize(
    ("disposition", "name"),
    [
        ("attachment; filename=a.csv", "a.csv"),
        ('attachment; filename="a;b.csv"', "a;b.csv"),
        ('attachment; FILENAME="a.csv"; size=3', "a.csv"),
        ("attachment; filename*=UTF-8''%C3%BC%20.csv", "ü .csv"),
        ("attachment; filename=\"_.csv\"; filename*=UTF-8''%C3%BC.csv", "ü.csv"),
        ("attachment; FileName*=UTF-8''..%2F%C3%BC.csv; filename=_.csv", "ü.csv"),
        ("attachment; filename*=UTF-8''%2e%2e; filename=_.csv", None),
        ('attachment; filename="../../etc/passwd"', "passwd"),
        ('attachment; filename="C:\\\\windows\\\\x.csv"', "x.csv"),
        ('attachment; filename=".."', None),
        ('attachment; filename="/"', None),
        ('attachment; filename=""', None),
        ("inline", None),
    ],
)
def test_the_name_of_a_file_never_holds_a_folder(disposition: str, name: str | None) -> None:
    api, _ = acme(coming(Stream(), **{"content-disposition": disposition}))
    with api.vouchers.pdf() as file:
        assert file.name == name


def test_a_failed_download_is_an_error_with_its_body_and_closed(way: Way) -> None:
    stream = Stream(b'{"message": "no', b' pdf"}')

    def reply(_: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(404, stream=stream)

    api, _ = acme(reply)
    with pytest.raises(NotFoundError, match="no pdf"), api.vouchers.pdf():
        raise AssertionError
    assert stream.closed


def test_a_download_is_tried_again_before_it_begins() -> None:
    busy, good = Stream(b"{}"), Stream(b"x")
    api, wire = acme(lambda _: httpx2.Response(503, stream=busy), coming(good))
    with api.vouchers.pdf() as file:
        assert file.read() == b"x"
    assert busy.closed
    assert len(wire.sent) == 2


@pytest.mark.parametrize(
    ("failure", "kind"),
    [(httpx2.ReadError("gone"), APIConnectionError), (httpx2.ReadTimeout("slow"), APITimeoutError)],
)
def test_a_download_that_breaks_off_is_a_connection_error(
    failure: httpx2.RequestError, kind: type[APIError], tmp_path: Path
) -> None:
    for use in (lambda f: f.save(tmp_path / "x"), lambda f: f.read(), list):
        stream = Stream(b"x", failure)
        api, _ = acme(coming(stream))
        with pytest.raises(kind, match=r"vouchers.pdf: .*broke off"), api.vouchers.pdf() as file:
            use(file)
        assert stream.closed


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_an_async_download_that_breaks_off_too(backend: str) -> None:
    async def main() -> None:
        stream = Stream(b"x", httpx2.RemoteProtocolError("gone"))
        async with AsyncAcme(Key("k"), transport=Wire(coming(stream))) as api:
            with pytest.raises(APIConnectionError, match="broke off"):
                async with api.vouchers.pdf() as file:
                    await file.read()
        assert stream.closed

    anyio.run(main, backend=backend)


def test_a_download_that_cannot_be_decompressed_is_an_error_of_ours() -> None:
    api, _ = acme(coming(Stream(b"no gzip"), **{"content-encoding": "gzip"}))
    with pytest.raises(APIError), api.vouchers.pdf() as file:
        file.read()


def test_a_download_outside_of_with_says_so() -> None:
    api, _ = acme()
    with pytest.raises(RuntimeError, match="with"):
        api.vouchers.pdf().read()


@pytest.mark.parametrize("stop", [KeyboardInterrupt, RuntimeError])
def test_an_interruption_leaves_no_answer_open(stop: type[BaseException]) -> None:
    def interrupt(*_: Any) -> None:
        raise stop

    stream = Stream(b"x")
    api, _ = acme(coming(stream), on_response=interrupt)
    with pytest.raises(stop), api.vouchers.pdf():
        pass
    assert stream.closed


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_a_cancelled_download_is_closed(backend: str) -> None:
    class Slow(Stream):
        async def __aiter__(self) -> AsyncIterator[bytes]:
            yield b"x"
            await anyio.sleep_forever()

    async def main() -> None:
        stream = Slow()
        async with AsyncAcme(Key("k"), transport=Wire(coming(stream))) as api:
            with anyio.move_on_after(0.02) as scope:
                async with api.vouchers.pdf() as file:
                    await file.read()
            assert scope.cancelled_caught
        assert stream.closed

    anyio.run(main, backend=backend)


# -- uploads --------------------------------------------------------------------------------------


def parts(request: httpx2.Request) -> dict[str, tuple[str | None, str, bytes]]:
    head = b"Content-Type: " + request.headers["content-type"].encode() + b"\r\n\r\n"
    message = BytesParser(policy=HTTP).parsebytes(head + request.read())
    return {
        str(part.get_param("name", header="content-disposition")): (
            part.get_filename(),
            part.get_content_type(),
            part.get_payload(decode=True),
        )
        for part in message.iter_parts()  # type: ignore[attr-defined]
    }


STARTED = answer({"job": "j"})


@pytest.mark.parametrize(
    ("make", "name", "media"),
    [
        (lambda path: path, "a.csv", "text/csv"),
        (lambda path: b"a;b", "data", "application/octet-stream"),
        (lambda path: bytearray(b"a;b"), "data", "application/octet-stream"),
        (lambda path: io.BytesIO(b"a;b"), "upload", "application/octet-stream"),
        (lambda path: path.open("rb"), "a.csv", "text/csv"),
        (lambda path: ("b.txt", b"a;b"), "b.txt", "text/plain"),
        (lambda path: ("b.txt", io.BytesIO(b"a;b"), "x/y"), "b.txt", "x/y"),
    ],
    ids=["path", "bytes", "bytearray", "memory", "file", "name and bytes", "name, file and type"],
)
def test_a_file_is_a_path_bytes_or_an_open_file(make: Any, name: str, media: str, tmp_path: Path, way: Way) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"a;b")
    request = way(lambda api: api.jobs.start(data=make(path), mapping={"x": "ü"}, quick=True), STARTED).wire.last
    assert request.method == "POST"
    found = parts(request)
    assert found.pop("data") == (name, media, b"a;b")
    assert found == {"mapping": (None, "text/plain", '{"x":"ü"}'.encode()), "quick": (None, "text/plain", b"1")}


def test_a_multipart_form_without_a_file_is_one_all_the_same() -> None:
    api, wire = acme(STARTED)
    api.jobs.start(mapping={"x": "y"})
    assert wire.last.headers["content-type"].startswith("multipart/form-data")
    assert parts(wire.last) == {"mapping": (None, "text/plain", b'{"x":"y"}')}


def test_text_is_no_file() -> None:
    api: Any = acme(STARTED)[0]
    with pytest.raises(InvalidArgumentError, match=r"data must be .* pathlib.Path"):
        api.jobs.start(data="products.csv")


def test_a_file_that_is_not_there_is_the_usual_error() -> None:
    api, wire = acme(STARTED)
    with pytest.raises(FileNotFoundError):
        api.jobs.start(data=Path("/no/such/file"))
    assert wire.sent == []


def test_a_name_cannot_break_out_of_its_part() -> None:
    api, wire = acme(STARTED)
    api.jobs.start(data=('a"\r\nX-Evil: 1\r\n\r\n.csv', b"x"), mapping={'"\r\n': "\r\n--"})
    assert b"\r\nX-Evil" not in wire.last.content


# -- files as text --------------------------------------------------------------------------------


def image(wire: Wire) -> bytes:
    return base64.b64decode(json.loads(wire.last.content)["image"], validate=True)


def read_already() -> io.BytesIO:
    file = io.BytesIO(b"\x89PNG")
    file.read()
    return file


def pipe() -> io.BufferedReader:
    """A file that can be read once."""
    read, write = os.pipe()
    os.write(write, b"\x89PNG")
    os.close(write)
    return os.fdopen(read, "rb")


@pytest.mark.parametrize(
    "made",
    [
        lambda _: b"\x89PNG",
        lambda _: bytearray(b"\x89PNG"),
        lambda folder: folder / "1.png",
        lambda folder: (folder / "1.png").open("rb"),
        lambda _: read_already(),
        lambda _: pipe(),
        lambda _: ("1.png", b"\x89PNG"),
        lambda _: ("1.png", read_already(), "image/png"),
    ],
    ids=["bytes", "bytearray", "path", "open file", "file that was read", "pipe", "name and bytes", "name and file"],
)
def test_a_file_that_goes_as_text_may_be_given_in_each_way(made: Any, tmp_path: Path, way: Way) -> None:
    (tmp_path / "1.png").write_bytes(b"\x89PNG")
    assert image(way(lambda api: api.jobs.scan(made(tmp_path)), answer({})).wire) == b"\x89PNG"


def test_it_goes_whole_in_each_try_or_is_not_tried_again() -> None:
    api, wire = acme(answer({}, 429), answer({}))
    api.jobs.scan(io.BytesIO(b"\x89PNG"))
    assert len({request.content for request in wire.sent}) == 1
    assert image(wire) == b"\x89PNG"
    api, wire = acme(answer({}, 429), answer({}))
    with pytest.raises(RateLimitError):
        api.jobs.scan(pipe())
    assert len(wire.sent) == 1


@pytest.mark.parametrize("wrong", ["iVBORw0KGgo=", io.StringIO("text"), 7, [b"\x89PNG"]])
def test_what_is_no_file_is_refused_before_anything_is_sent(wrong: Any) -> None:
    api, wire = acme()
    with pytest.raises(InvalidArgumentError, match="the file must be"):
        api.jobs.scan(wrong)
    assert wire.sent == []


# -- prepared files -------------------------------------------------------------------------------


def test_an_export_tells_its_link_and_is_downloaded_without_credentials() -> None:
    link = answer({"url": "https://files.test/x?signature=1"})
    api, wire = acme(STARTED, link, coming(Stream(b"a;b")), headers={"X-Own": "secret"})
    export = api.jobs.export()
    assert export.started.job == "j"
    with export.download() as file:
        assert file.read() == b"a;b"
    assert [str(request.url) for request in wire.sent[1:]] == [
        "https://api.acme.test/exports/j",
        "https://files.test/x?signature=1",
    ]
    assert wire.sent[1].headers["x-key"] == "k-secret"
    assert not {"x-key", "x-own", "cookie", "lang"} & set(wire.last.headers)


def test_each_download_asks_for_a_new_link(way: Way) -> None:
    api, wire = acme(
        STARTED, answer({"url": "https://f.test/1"}), raw(b"1"), answer({"url": "https://f.test/2"}), raw(b"2")
    )
    download = api.jobs.export().download()
    for content in (b"1", b"2"):
        with download as file:
            assert file.read() == content
    assert wire.last.url.path == "/2"


def test_a_prepared_file_is_fetched_again_though_its_export_was_a_post() -> None:
    link = answer({"url": "https://f.test/1"})
    api, wire = acme(STARTED, link, answer({}, 500), httpx2.ReadTimeout("x"), raw(b"1"))
    with api.jobs.export().download() as file:
        assert file.read() == b"1"
    assert len(wire.sent) == 5


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_async_exports_too(backend: str) -> None:
    async def main() -> bytes:
        wire = Wire(STARTED, answer({"url": "https://f.test/1"}), answer({"url": "https://f.test/1"}), raw(b"1"))
        async with AsyncAcme(Key("k"), transport=wire) as api:
            export = await api.jobs.export()
            assert await export.link() == "https://f.test/1"
            async with export.download() as file:
                return await file.read()

    assert anyio.run(main, backend=backend) == b"1"


@pytest.mark.parametrize("url", [None, "", "file:///etc/passwd", "/relative", "http://[::1", 7])
def test_a_link_that_is_none_is_told(url: Any) -> None:
    api, wire = acme(STARTED, answer({"url": url}))
    with pytest.raises(ResponseDecodeError, match=r"jobs.link"):
        api.jobs.export().link()
    assert len(wire.sent) == 2


def test_a_link_that_has_died_is_an_error_of_its_status() -> None:
    link = answer({"url": "https://f.test/1"})
    expired = raw(b"<Error><Code>AccessDenied</Code></Error>", "application/xml", 404)
    api, _ = acme(STARTED, link, expired, retry=Retry(attempts=1))
    with pytest.raises(NotFoundError), api.jobs.export().download():
        pass


def test_the_raw_view_gives_the_start_of_an_export() -> None:
    api: Acme = acme(STARTED)[0]
    assert api.with_response.jobs.export().data.job == "j"
