"""Answers that are not as the spec says, and models as values."""

from __future__ import annotations

import copy
import json
import pickle
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import msgspec
import pytest
from retail_runtime import UNSET, Misfit, Response, ResponseDecodeError

from .acme import Card, Node, Price, Sepa, Voucher, Wallet, acme
from .conftest import Way
from .wire import answer, raw


def read(body: Any) -> Response[Voucher]:
    api, _ = acme(answer(body))
    return api.with_response.vouchers.get("v")


def paths(response: Response[Any]) -> list[str]:
    return [misfit.path for misfit in response.misfits]


def test_what_fits_is_read_and_what_does_not_is_kept_and_reported_with_its_path(way: Way) -> None:
    body = {"id": 7, "count": "many", "tags": ["a", 1], "value": "1.50", "colour": "red"}
    response = way(lambda api: api.with_response.vouchers.get("v"), answer(body)).value
    voucher: Any = response.data
    assert (voucher.id, voucher.count, voucher.tags, voucher.value) == (7, "many", ["a", 1], Decimal("1.50"))
    assert response.misfits == (
        Misfit("$.id", "Expected `str`, got `int`"),
        Misfit("$.count", "Expected `int`, got `str`"),
        Misfit("$.tags[1]", "Expected `str`, got `int`"),
    )


def test_a_missing_required_field_is_none_and_reported() -> None:
    response = read({"count": 1})
    assert response.data.id is None
    assert response.misfits == (Misfit("$.id", "Required, but it is missing"),)


def test_a_misfit_is_logged_by_place_never_by_value(caplog: pytest.LogCaptureFixture) -> None:
    read({"id": 7, "count": "secret-value"})
    assert "vouchers.get" in caplog.text
    assert "$.id and 1 more" in caplog.text
    assert "secret-value" not in caplog.text


def test_an_answer_that_fits_logs_nothing(caplog: pytest.LogCaptureFixture) -> None:
    assert read({"id": "v", "unknown": 1}).misfits == ()
    assert caplog.records == []


def test_strict_makes_a_misfit_an_error(way: Way) -> None:
    with pytest.raises(ResponseDecodeError, match=r"vouchers.get: .*\$.id: Expected `str`, got `int`"):
        way(lambda api: api.vouchers.get("v"), answer({"id": 7}), strict=True)
    assert way(lambda api: api.vouchers.get("v"), answer({"id": "v", "new": 1}), strict=True).value == Voucher(id="v")


def test_text_is_read_as_what_it_means() -> None:
    voucher = read({"id": "v", "count": "12", "value": 1.5, "open": "1", "day": "2026-01-31"}).data
    assert voucher == Voucher(id="v", count=12, value=Decimal("1.5"), open=True, day=date(2026, 1, 31))


@pytest.mark.parametrize("name", ["value", "count", "starts", "day", "open"])
def test_a_blank_stands_for_nothing_where_no_text_can_stand(name: str) -> None:
    response = read({"id": "v", name: ""})
    assert getattr(response.data, name) is None
    assert response.misfits == ()
    assert read({"id": "", "note": ""}).data == Voucher(id="", note="")


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2014-10-01T12:30:00Z", datetime(2014, 10, 1, 12, 30, tzinfo=UTC)),
        ("2014-10-01T14:30:00+02:00", datetime(2014, 10, 1, 12, 30, tzinfo=UTC)),
        ("2050-01-01 00:00:00", datetime(2050, 1, 1)),
        ("2014-10-01 12:30:00.12", datetime(2014, 10, 1, 12, 30, 0, 120_000)),
        ("2014-10-01", datetime(2014, 10, 1)),
        ("", None),
        (None, None),
    ],
)
def test_moments_are_read_in_the_forms_that_occur(text: str | None, moment: datetime | None) -> None:
    response = read({"id": "v", "starts": text})
    assert response.data.starts == moment
    assert response.misfits == ()
    assert read({"id": "v", "starts": "2014-10-01T14:30:00+02:00"}).data.starts == datetime(
        2014, 10, 1, 12, 30, tzinfo=UTC
    )


@pytest.mark.parametrize("text", ["0000-00-00 00:00:00", "2014-10-01T24:01:00", "2014-10-01T12:30:60", "soon"])
def test_a_moment_that_is_none_is_kept(text: str) -> None:
    response = read({"id": "v", "starts": text})
    assert response.data.starts == text  # type: ignore[comparison-overlap]
    assert paths(response) == ["$.starts"]


def test_unknown_words_of_an_enum_are_read() -> None:
    response = read({"id": "v", "status": "frozen"})
    assert (response.data.status, response.misfits) == ("frozen", ())


def test_an_unknown_member_of_a_union_stays_plain() -> None:
    body = {"methods": [{"kind": "card", "last4": "4242"}, {"kind": "coin", "a": 1}, {"kind": "sepa", "iban": 5}]}
    api, _ = acme(answer(body))
    response = api.with_response.vouchers.wallet()
    assert response.data.methods == [Card(last4="4242"), {"kind": "coin", "a": 1}, Sepa(iban=5)]  # type: ignore[arg-type]
    assert paths(response) == ["$.methods[1]", "$.methods[2].iban"]


def test_unnamed_properties_are_gathered_by_prefix_through_all_levels(way: Way) -> None:
    leaf = {"name": "b", "has_price": "1", "basket": "42"}
    body = {"name": "a", "has_image": False, "children": [leaf]}
    root = way(lambda api: api.vouchers.tree(), answer(body)).value
    assert root == Node(
        name="a", has={"image": False}, children=[Node(name="b", has={"price": True}, rest={"basket": "42"})]
    )
    assert way(lambda api: api.vouchers.nodes(), answer({"x": leaf})).value["x"].rest == {"basket": "42"}
    assert root.to_dict()["children"][0]["basket"] == "42"


def test_a_gathering_member_of_a_union_gathers_for_itself_alone() -> None:
    api, _ = acme(answer({"methods": [{"kind": "sepa", "iban": "x", "bank": "y"}, {"kind": "card", "last4": "1"}]}))
    assert api.vouchers.wallet().methods == [Sepa(iban="x", more={"bank": "y"}), Card(last4="1")]


def test_xml_has_the_shape_of_the_model(way: Way) -> None:
    xml = b"<v><id>v1</id><count>3</count><tags>a</tags><note/><value>1.50</value><starts></starts></v>"
    voucher = way(lambda api: api.vouchers.get("v"), raw(xml, "application/xml")).value
    assert voucher == Voucher(id="v1", count=3, tags=["a"], note="", value=Decimal("1.50"))
    nothing = raw(b"<v><id>v1</id><tags/></v>", "text/xml")
    assert way(lambda api: api.vouchers.get("v"), nothing).value == Voucher(id="v1", tags=[])


def test_xml_gathers_and_tells_unions_apart_as_json_does() -> None:
    tree = b"<n><name>a</name><has_x>1</has_x><e>2</e><children><name>b</name></children></n>"
    api, _ = acme(raw(tree, "text/xml"))
    assert api.vouchers.tree() == Node(name="a", has={"x": True}, rest={"e": "2"}, children=[Node(name="b")])
    wallet = (
        b"<w><methods><kind>sepa</kind><iban>x</iban></methods><methods><kind>card</kind><last4>1</last4></methods></w>"
    )
    api, _ = acme(raw(wallet, "text/xml"))
    assert api.vouchers.wallet().methods == [Sepa(iban="x"), Card(last4="1")]


def test_misfits_in_xml_have_paths_too() -> None:
    api, _ = acme(raw(b"<v><id>v1</id><count>many</count></v>", "text/xml"))
    assert paths(api.with_response.vouchers.get("v")) == ["$.count"]


def test_models_are_immutable_values() -> None:
    voucher = Voucher(id="v", value=Decimal(5), tags=["a"])
    assert pickle.loads(pickle.dumps(voucher)) == copy.deepcopy(voucher) == voucher
    assert voucher.replace(id="w") == Voucher(id="w", value=Decimal(5), tags=["a"])
    assert repr(voucher) == "Voucher(id='v', value=Decimal('5'), tags=['a'])"
    with pytest.raises(AttributeError):
        voucher.id = "x"  # type: ignore[misc]
    with pytest.raises(TypeError):
        Voucher("v")  # type: ignore[call-arg,misc]


def test_models_are_dicts_and_back() -> None:
    voucher = Voucher(id="v", value=Decimal("5.10"), starts=datetime(2026, 1, 1, tzinfo=UTC), tags=["a"])
    plain = voucher.to_dict()
    assert json.loads(json.dumps(plain)) == plain
    assert plain["value"] == "5.10"
    assert "note" not in plain
    assert Voucher.from_dict(plain) == voucher == Voucher.from_dict(json.loads(voucher.to_json()))
    sepa = Sepa(iban="x", more={"bank": "y"})
    assert sepa.to_dict() == {"kind": "sepa", "iban": "x", "bank": "y"}
    assert Sepa.from_dict(sepa.to_dict()) == sepa
    node = Node(name="a", has={"b": True}, rest={"c": "d"}, children=[Node(name="e")])
    assert Node.from_dict(node.to_dict()) == node
    wallet = Wallet(methods=[Card(last4="1"), sepa])
    assert Wallet.from_dict(wallet.to_dict()) == wallet
    price = Price(amount=Decimal("1.5"), pieces=2, seen=datetime(2026, 1, 1, 5))
    assert Price.from_dict(price.to_dict()) == price
    assert price.label is UNSET


def test_a_dict_that_does_not_fit_names_the_path() -> None:
    with pytest.raises(msgspec.ValidationError, match=r"\$.tags\[0\]"):
        Voucher.from_dict({"id": "v", "tags": [1]})
