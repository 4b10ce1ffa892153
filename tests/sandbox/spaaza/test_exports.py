from __future__ import annotations

import csv
import io
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from .conftest import ADMIN, Caller, Shop


def link(api: Shop) -> str:
    results = api.privileged.post("/auth/export", {"export_entity": "user"})
    assert results["result_type"] == "spaaza\\api\\auth\\export"
    return results["download_url"]


def code(api: Shop, url: str) -> int:
    return api.nobody.refusal("GET", url)


def changed(url: str, **changes: str) -> str:
    parts = urlsplit(url)
    query = {name: values[0] for name, values in parse_qs(parts.query).items()} | changes
    return parts._replace(query=urlencode(query)).geturl()


def test_the_file_has_all_members_of_the_chain_and_nobody_else(api: Shop) -> None:
    answer = api.nobody.send("GET", link(api))
    assert answer.headers["content-type"].startswith("text/csv")
    assert "users-1743.csv" in answer.headers["content-disposition"]
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert [row["id"] for row in rows] == ["1107604", "1107605", "1107606"]
    assert rows[0]["username"] == "ann@example.com"
    assert rows[0]["birthday"] == "1986-01-30"
    assert rows[0]["address_postalcode"] == "1017 CB"
    assert (rows[0]["mailing_list_subscribed"], rows[2]["programme_opted_in"]) == ("true", "false")
    assert rows[2]["gender"] == ""


def test_a_link_leads_to_the_download_service(api: Shop) -> None:
    parts = urlsplit(link(api))
    assert parts.path == "/spaaza-exports/export/user"
    assert parse_qs(parts.query).keys() == {"Nonce", "ChainId", "Segment"}


def test_a_link_works_once(api: Shop) -> None:
    url = link(api)
    assert api.nobody.send("HEAD", url).status_code == 200
    assert api.nobody.send("GET", url).status_code == 200
    assert code(api, url) == 327


def test_a_link_works_for_forty_eight_hours(api: Shop) -> None:
    first, second = link(api), link(api)
    api.box.clock.advance("PT47H59M")
    assert api.nobody.send("GET", first).status_code == 200
    api.box.clock.advance("PT2M")
    assert code(api, second) == 326


def test_links_of_one_moment_are_each_their_own(api: Shop) -> None:
    api.box.clock.freeze()
    first, second = link(api), link(api)
    api.box.clock.run()
    assert first != second
    assert api.nobody.send("GET", first).status_code == 200
    assert api.nobody.send("GET", second).status_code == 200


def test_a_forged_link_does_not_work(api: Shop) -> None:
    url = link(api)
    nonce = parse_qs(urlsplit(url).query)["Nonce"][0]
    assert code(api, changed(url, ChainId="1752")) == 325
    assert code(api, changed(url, Nonce="2030" + nonce[4:])) == 325
    assert code(api, changed(url, Nonce=nonce[:-2] + ("A=" if nonce[-2] != "A" else "E="))) == 325
    assert code(api, changed(url, Nonce="forged")) == 325
    assert api.nobody.send("GET", url).status_code == 200


def test_a_link_needs_its_parameters(api: Shop) -> None:
    exports = Caller(api.box, {}, "spaaza-exports")
    assert exports.refusal("GET", "/export/user", {"ChainId": 1743}) == 3
    assert exports.refusal("GET", "/export/user") == 3


@pytest.mark.parametrize(
    ("form", "expected"), [({"export_entity": "basket"}, 329), ({}, 3), ({"export_entity": ""}, 3)]
)
def test_members_alone_are_exported(api: Shop, form: dict[str, str], expected: int) -> None:
    assert api.privileged.refusal("POST", "/auth/export", form) == expected


def test_a_trusted_system_that_names_the_app_alone_exports(api: Shop) -> None:
    key = {"Authorization": "Bearer acme-key:acme-secret"}
    form = {"export_entity": "user"}
    assert api.caller(key).refusal("POST", "/auth/export", form) == 269
    assert api.caller(ADMIN).refusal("POST", "/auth/export", form) == 268


def test_more_members_than_are_read_at_a_time_are_all_in_the_file(api: Shop) -> None:
    members = [{"id": 2_000_000 + each, "username": f"m{each}@example.com"} for each in range(1100)]
    api.box.seed({"spaaza": {"chains": [{"id": 1743, "members": members}]}})
    rows = list(csv.DictReader(io.StringIO(api.nobody.send("GET", link(api)).text)))
    assert len(rows) == len({row["id"] for row in rows}) == 1103
