from __future__ import annotations

from typing import Any

import pytest

from .conftest import Shop

ACME_AMSTERDAM = {
    "id": 1383,
    "chain_id": 1743,
    "name": "ACME Amsterdam",
    "type": "business",
    "address_1": "Herengracht 504",
    "towncity": "Amsterdam",
    "region": "Noord-Holland",
    "postalcode": "1017 CB",
    "countrycode": "NL",
    "latitude": "52.370216",
    "longitude": "4.895168",
    "owner_code": "10001",
    "email_address": "amsterdam@acme.example.com",
    "website_url": "https://acme.example.com/amsterdam",
}


def alter(api: Shop, **form: Any) -> dict[str, Any]:
    return api.privileged.put("/internal/alter-business", {"business_id": 1383, **form})["business"]


def test_a_branch_without_changes_is_as_it_was(api: Shop) -> None:
    assert alter(api) == ACME_AMSTERDAM


def test_only_what_is_sent_changes(api: Shop) -> None:
    form = {
        "name": "ACME Inc",
        "address_towncity": "Utrecht",
        "countrycode": "be",
        "latitude": "1.5",
        "longitude": "-2",
    }
    changed = {
        "name": "ACME Inc",
        "towncity": "Utrecht",
        "countrycode": "BE",
        "latitude": "1.50000000",
        "longitude": "-2.00000000",
    }
    assert alter(api, **form) == ACME_AMSTERDAM | changed
    assert alter(api) == ACME_AMSTERDAM | changed


def test_what_is_sent_empty_is_cleared(api: Shop) -> None:
    told = alter(api, region="", countrycode="")
    assert told == {name: value for name, value in ACME_AMSTERDAM.items() if name not in ("region", "countrycode")}


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ({"business_id": "x"}, 15),
        ({"business_id": 404}, 144),
        ({"business_id": 3001}, 33),
        ({"name": ""}, 124),
        ({"name": "x" * 129}, 124),
        ({"address_1": "x" * 129}, 126),
        ({"address_2": "x" * 129}, 127),
        ({"address_3": "x" * 129}, 128),
        ({"address_towncity": "x" * 57}, 129),
        ({"region": "x" * 57}, 130),
        ({"postalcode": "x" * 21}, 131),
        ({"countrycode": "NLD"}, 132),
        ({"latitude": "90.1"}, 133),
        ({"latitude": "north"}, 133),
        ({"longitude": "-180.1"}, 134),
        ({"shoe_size": "42"}, 419),
    ],
)
def test_what_is_wrong_of_a_branch_is_told_by_its_code(api: Shop, form: dict[str, Any], code: int) -> None:
    assert api.privileged.refusal("PUT", "/internal/alter-business", {"business_id": 1383} | form) == code


def test_the_branch_must_be_named(api: Shop) -> None:
    assert api.privileged.refusal("PUT", "/internal/alter-business", {"name": "X"}) == 16
    assert api.privileged.refusal("PUT", "/internal/alter-business") == 16


def test_changing_a_branch_takes_write_access_or_a_key_with_the_app(api: Shop) -> None:
    form = {"business_id": 1383}
    key = {"Authorization": "Bearer acme-key:acme-secret"}
    assert api.admin.put("/internal/alter-business", form)["business"] == ACME_AMSTERDAM
    assert api.reader.refusal("PUT", "/internal/alter-business", form) == 68
    assert api.caller(key).refusal("PUT", "/internal/alter-business", form) == 269
    for host, code in (("bigchain", 405), ("nowhere", 238), ("nobody", 264)):
        headers = {**key, "X-Spaaza-MyPrice-App-Hostname": f"{host}.spaaza.com"}
        assert api.caller(headers).refusal("PUT", "/internal/alter-business", form) == code
