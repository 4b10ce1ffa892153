"""What a spec may say that `everything.yaml` does not: the same spec, with some of it said otherwise."""

from __future__ import annotations

import importlib
from typing import Any

import httpx2
import pytest

from .conftest import answer
from .making import changed, made, put

THING = {"id": 1, "class": "a", "price": "1.50", "friend": None}
ENVELOPE = "x-envelope: {data: result, meta: meta, warnings: meta.warnings}"
ERRORS = 'x-error: {code: error.code, name: error.name, message: error.message, ok: ["0"]}'
SESSION = "schemes: {session: session, session_header: session}"
LINK = "      operationId: exports_link\n"


@pytest.fixture(scope="module")
def variant(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("variant")
    spec = changed(
        folder,
        (ENVELOPE, f"{ENVELOPE[:-1]}, carry: true}}"),
        (ERRORS, f'{ERRORS[:-1]}, transient: ["20"]}}'),
        (SESSION, f"{SESSION}, from: {{schema: Thing, session: class}}"),
        (LINK, f"{LINK}      x-download: {{url: result.address}}\n"),
        (
            "x-download: {operation: exports_link, parameters: {file-id: result.jobId}, url: result.address}",
            "deprecated: false",
        ),
    )
    spec = spec.rename(folder / "variant.yaml")
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(put(made(spec), folder / "made") / "src")
        yield importlib.import_module("variant_client")


def client(variant: Any, *replies: httpx2.Response, auth: Any = None) -> tuple[Any, list[httpx2.Request]]:
    seen: list[httpx2.Request] = []

    def reply(request: httpx2.Request) -> httpx2.Response:
        seen.append(request)
        return replies[len(seen) - 1]

    retry = variant.Retry(pause=0)
    options = {"transport": httpx2.MockTransport(reply), "retry": retry}
    return variant.Everything(auth or variant.Bearer("t"), **options), seen


def test_the_data_carries_the_warnings_that_stand_beside_it(variant: Any) -> None:
    api, _ = client(variant, answer({"result": THING, "meta": {"warnings": ["late"]}}), answer({"result": THING}))
    assert list(api.things.get(1).warnings) == ["late"]
    assert list(api.things.get(1).warnings) == []


def test_an_answer_that_holds_the_credentials_is_taken_in_their_place(variant: Any) -> None:
    thing = variant.models.Thing.from_dict(THING)
    api, seen = client(variant, answer({"lines": []}), auth=variant.Session(thing))
    api.baskets.price([])
    assert seen[0].headers["X-Session"] == "a"


def test_a_known_refusal_is_not_repeated_whatever_its_status(variant: Any) -> None:
    refused = httpx2.Response(503, json={"error": {"code": "17", "message": "none"}})
    api, seen = client(variant, refused, refused, refused)
    with pytest.raises(variant.errors.NotFoundError):
        api.things.get(1)
    assert len(seen) == 1


def test_after_a_transient_code_the_call_is_repeated(variant: Any) -> None:
    overloaded = httpx2.Response(503, json={"error": {"code": "20", "message": "busy"}})
    api, seen = client(variant, overloaded, answer({"result": THING}))
    assert api.things.get(1).id == 1
    assert len(seen) == 2


def test_an_export_whose_answer_has_the_address_needs_no_second_call(variant: Any) -> None:
    link = answer({"result": {"address": "https://files.example.com/1"}})
    api, seen = client(variant, link, httpx2.Response(200, content=b"a,b"))
    with api.exports.link("1").download() as file:
        assert file.read() == b"a,b"
    assert [str(request.url) for request in seen][1:] == ["https://files.example.com/1"]
    assert "authorization" not in seen[1].headers
