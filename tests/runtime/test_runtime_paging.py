"""Lists that fetch themselves page by page."""

from __future__ import annotations

from typing import Any

import anyio
import httpx2
import pytest
from retail_runtime import Page, Pager, RateLimitError, Response, Retry

from .acme import Acme, AsyncAcme, Key, Voucher, acme
from .conftest import Way
from .wire import Wire, answer


def page(*ids: str, **beside: Any) -> Any:
    return answer({"items": [{"id": id} for id in ids], **beside})


def ids(vouchers: list[Voucher]) -> list[str]:
    return [voucher.id for voucher in vouchers]


def asked(wire: Wire, name: str) -> list[str | None]:
    return [request.url.params.get(name) for request in wire.sent]


def test_pages_by_number_go_up_to_the_last(way: Way) -> None:
    ran = way(lambda api: api.vouchers.numbered(), page("a", "b", pages=3), page("c", "d", pages=3), page("e", pages=3))
    assert ids(ran.value) == ["a", "b", "c", "d", "e"]
    assert asked(ran.wire, "page") == [None, "2", "3"]


def test_each_page_comes_with_its_http_side_when_asked_for(way: Way) -> None:
    def left(n: int) -> Any:
        return answer({"items": [{"id": str(n)}], "pages": 2}, x_left=str(n))

    async def collect(source: Any) -> list[Any]:
        return [each async for each in source]

    def use(api: Any) -> Any:
        responses = api.vouchers.numbered(size=1).responses()
        return list(responses) if hasattr(responses, "__iter__") else collect(responses)

    found = way(use, left(2), left(1)).value
    assert [response.rate_limit.remaining for response in found] == [2, 1]
    assert [ids(list(response.data.items)) for response in found] == [["2"], ["1"]]


def test_a_list_starts_where_it_is_told_to() -> None:
    api, wire = acme(page("c", pages=3), page("e", pages=3))
    assert ids(list(api.vouchers.numbered(page=2, size=5))) == ["c", "e"]
    assert asked(wire, "page") == ["2", "3"]
    assert asked(wire, "size") == ["5", "5"]


def test_without_a_count_a_short_or_an_empty_page_is_the_last() -> None:
    api, wire = acme(page("a", "b"), page("c"))
    assert ids(list(api.vouchers.numbered())) == ["a", "b", "c"]
    assert len(wire.sent) == 2
    api, wire = acme(page("a", "b", "c"), page("d", "e", "f"), page())
    assert ids(list(api.vouchers.uncounted())) == ["a", "b", "c", "d", "e", "f"]
    assert len(wire.sent) == 3


@pytest.mark.parametrize("pages", ["many", -1, 0, None, [], 1e308])
def test_a_count_that_makes_no_sense_loses_nothing_and_ends(pages: Any) -> None:
    api, wire = acme(page("a", "b", pages=pages), page(pages=pages))
    assert ids(list(api.vouchers.numbered())) == ["a", "b"]
    assert len(wire.sent) <= 2


def test_an_empty_page_ends_a_list_whatever_it_counts(way: Way) -> None:
    for use in (
        lambda api: api.vouchers.numbered(),
        lambda api: api.vouchers.offset(),
        lambda api: api.vouchers.linked(),
    ):
        ran = way(use, page(pages=99, total=99, next="https://api.acme.test/linked?page=2"))
        assert ran.value == []
        assert len(ran.wire.sent) == 1


def test_pages_by_offset_go_up_by_what_came(way: Way) -> None:
    ran = way(lambda api: api.vouchers.offset(), page("a", "b", total=5), page("c", total=5), page("d", "e", total=5))
    assert ids(ran.value) == ["a", "b", "c", "d", "e"]
    assert asked(ran.wire, "offset") == [None, "2", "3"]


def test_an_offset_without_a_total_ends_with_a_short_page() -> None:
    api, wire = acme(page("a", "b", "c"), page("d"))
    assert ids(list(api.vouchers.offset(size=3, offset=10))) == ["a", "b", "c", "d"]
    assert asked(wire, "offset") == ["10", "13"]


def test_linked_pages_take_only_the_moving_parameter_from_the_link(way: Way) -> None:
    evil = "https://evil.test/steal?page=2&name=other#page=9"
    ran = way(lambda api: api.vouchers.linked(name="n"), page("a", next=evil), page("b", next=None))
    assert ids(ran.value) == ["a", "b"]
    assert [str(request.url) for request in ran.wire.sent] == [
        "https://api.acme.test/linked?name=n",
        "https://api.acme.test/linked?page=2&name=n",
    ]


@pytest.mark.parametrize(
    "link", ["", "http://[::1", "no link", "?", "?other=2", "?page=", 5, {"href": "x"}, ["?page=2"], "\x00", None]
)
def test_a_next_link_that_leads_nowhere_ends_the_list(link: Any) -> None:
    api, wire = acme(page("a", next=link))
    assert ids(list(api.vouchers.linked())) == ["a"]
    assert len(wire.sent) == 1


@pytest.mark.parametrize("pages", [["1"], ["2", "2"], ["2", "1", "2", "1"], ["2", "3", "2"]])
def test_links_in_a_circle_end(pages: list[str]) -> None:
    api, wire = acme(*[page("a", next=f"?page={number}") for number in pages])
    assert len(list(api.vouchers.linked())) == len(wire.sent) <= len(pages) + 1


def test_a_page_that_is_no_digit_but_text_is_sent_as_it_is() -> None:
    api, wire = acme(page("a", next="?page=²"), page("b"))
    assert ids(list(api.vouchers.linked())) == ["a", "b"]
    assert asked(wire, "page") == [None, "²"]


@pytest.mark.parametrize("items", ["text", {"a": 1}, 7, None, True])
def test_items_that_are_no_list_are_no_items(items: Any) -> None:
    api, _ = acme(answer({"items": items, "pages": 1}))
    assert list(api.vouchers.numbered()) == []


def test_nothing_is_sent_before_the_first_item_is_asked_for_and_no_page_too_early() -> None:
    api, wire = acme(page("a", "b", pages=2), page("c", pages=2))
    vouchers: Pager[Voucher] = api.vouchers.numbered()
    assert wire.sent == []
    items = iter(vouchers)
    assert next(items).id == "a"
    assert next(items).id == "b"
    assert len(wire.sent) == 1
    assert next(items).id == "c"


def test_a_list_can_be_read_again() -> None:
    api, wire = acme(page("a", pages=1))
    vouchers = api.vouchers.numbered()
    assert ids(list(vouchers)) == ids(list(vouchers)) == ["a"]
    assert len(wire.sent) == 2


def test_the_first_item_takes_one_page(way: Way) -> None:
    ran = way(lambda api: api.vouchers.numbered().first(), page("a", "b", pages=9))
    assert ran.value.id == "a"
    assert len(ran.wire.sent) == 1
    assert way(lambda api: api.vouchers.numbered().first(), page()).value is None


def test_pages_are_at_hand_for_what_they_carry_beside_the_items() -> None:
    api, _ = acme(page("a", "b", pages=2, total=3), page("c", pages=2, total=3))
    pages: list[Page[Voucher]] = list(api.vouchers.numbered().pages())
    assert [len(each.items) for each in pages] == [2, 1]
    assert pages[0].answer.total == 3


def test_async_pages_are_at_hand_too() -> None:
    async def main() -> list[int]:
        async with AsyncAcme(Key("k"), transport=Wire(page("a", "b", pages=2), page("c", pages=2))) as api:
            return [len(each.items) async for each in api.vouchers.numbered().pages()]

    assert anyio.run(main) == [2, 1]


def test_the_raw_view_gives_one_page_with_its_answer(way: Way) -> None:
    response: Response[Page[Voucher]] = way(lambda api: api.with_response.vouchers.numbered(), page("a", pages=3)).value
    assert ids(list(response.data.items)) == ["a"]
    assert response.status == 200


def test_an_error_in_the_middle_comes_after_what_was_read_before() -> None:
    api, _ = acme(page("a", "b", pages=2), answer({}, 429), retry=Retry(attempts=1))
    vouchers = iter(api.vouchers.numbered())
    assert [next(vouchers).id, next(vouchers).id] == ["a", "b"]
    with pytest.raises(RateLimitError):
        next(vouchers)


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_an_async_list_may_be_left_in_the_middle(backend: str) -> None:
    async def main() -> int:
        wire = Wire(page("a", "b", pages=9))
        async with AsyncAcme(Key("k"), transport=wire) as api:
            async for voucher in api.vouchers.numbered():
                assert voucher.id == "a"
                break
            await api.vouchers.numbered().first()
        return len(wire.sent)

    assert anyio.run(main, backend=backend) == 2


def test_wrong_arguments_of_a_list_are_told_at_once() -> None:
    api: Any = Acme(Key("k"), transport=httpx2.MockTransport(lambda _: httpx2.Response(200)))
    with pytest.raises(TypeError, match="colour"):
        api.vouchers.numbered(colour="red")
