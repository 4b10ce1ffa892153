"""Who gets in: tokens, passwords, the cookie, and what each company sees."""

from __future__ import annotations

import base64

import httpx2
import pytest
from retail_sandbox.testing import Sandbox

from .reports import AVAILABILITY, CUSTOMERS, HARBOR, KENTEL, client, failure, rows

BASIC = "Basic " + base64.b64encode(b"John.Bates@KENTEL:kentel-secret").decode()
EVERYTHING = ["/session", "/partner/relationships", AVAILABILITY, CUSTOMERS]


def cookie_of(answer: httpx2.Response) -> str:
    return answer.headers["Set-Cookie"].partition(";")[0]


def whose(http: httpx2.Client, headers: dict[str, str] | None = None, **parameters: str) -> str:
    answer = http.get("/session", headers=headers, params=parameters)
    assert answer.status_code == 200, answer.text
    return answer.json()["Username"]


def test_the_version_is_open_to_all(anonymous: httpx2.Client) -> None:
    answer = anonymous.get("/version")
    assert answer.json() == {"ApplicationName": "IQ.DataConnect.Web.WebApplication", "ApplicationVersion": "1.3.0.51"}
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("path", EVERYTHING)
def test_nothing_else_is(anonymous: httpx2.Client, path: str, method: str) -> None:
    assert failure(anonymous.request(method, path), 401)


@pytest.mark.parametrize("token", ["nonsense", "kentel-expired", "kentel-secret", "John.Bates@KENTEL"])
def test_a_wrong_or_expired_token_is_refused(sandbox: Sandbox, token: str) -> None:
    failure(client(sandbox, token).get(CUSTOMERS), 401)


def test_a_token_expires_by_the_clock(sandbox: Sandbox) -> None:
    sandbox.clock.set("2019-12-31T23:59:59")
    http = client(sandbox, "kentel-expired")
    assert http.get("/session", headers={"Cookie": ""}).status_code == 200
    sandbox.clock.advance("PT1S")
    http.cookies.clear()
    failure(http.get("/session"), 401)


@pytest.mark.parametrize("path", EVERYTHING)
def test_an_account_without_access_is_forbidden(sandbox: Sandbox, path: str) -> None:
    assert "no access" in failure(client(sandbox, "kentel-no-access-token").get(path), 403)


def test_basic_takes_username_and_password(anonymous: httpx2.Client) -> None:
    assert whose(anonymous, {"Authorization": BASIC}) == "John.Bates@KENTEL"


@pytest.mark.parametrize("pair", ["John.Bates@KENTEL:wrong", "nobody:kentel-secret", "John.Bates@KENTEL"])
def test_a_wrong_password_is_refused(anonymous: httpx2.Client, pair: str) -> None:
    header = "Basic " + base64.b64encode(pair.encode()).decode()
    failure(anonymous.get("/session", headers={"Authorization": header}), 401)


def test_the_url_may_carry_the_token(anonymous: httpx2.Client) -> None:
    assert whose(anonymous, Auth=HARBOR) == "Ines.Lopez@HARBOR"


def test_a_form_may_not(anonymous: httpx2.Client) -> None:
    assert anonymous.post("/session", data={"Auth": HARBOR}).status_code == 401


def test_a_bearer_token_goes_before_the_url(kentel: httpx2.Client) -> None:
    assert whose(kentel, Auth=HARBOR) == "John.Bates@KENTEL"
    assert whose(kentel, Auth="wrong") == "John.Bates@KENTEL"


def test_basic_goes_before_the_url(anonymous: httpx2.Client) -> None:
    assert whose(anonymous, {"Authorization": BASIC}, Auth=HARBOR) == "John.Bates@KENTEL"


def test_what_goes_first_must_be_right(anonymous: httpx2.Client) -> None:
    failure(anonymous.get("/session", headers={"Authorization": "Bearer wrong"}, params={"Auth": HARBOR}), 401)


def test_the_url_goes_before_the_cookie(sandbox: Sandbox, kentel: httpx2.Client) -> None:
    cookie = cookie_of(kentel.get("/session"))
    with client(sandbox) as http:
        assert whose(http, {"Cookie": cookie}, Auth=HARBOR) == "Ines.Lopez@HARBOR"


def test_the_session_says_who_is_signed_in(kentel: httpx2.Client) -> None:
    assert kentel.get("/session").json() == {
        "access_token": KENTEL,
        "isValid": "true",
        "ParentEntityId": "42",
        "RQEmployeeId": "5121",
        "UserManagerEmployeeID": "280494",
        "Username": "John.Bates@KENTEL",
    }


def test_a_password_signs_in_for_the_first_token(anonymous: httpx2.Client) -> None:
    assert anonymous.get("/session", headers={"Authorization": BASIC}).json()["access_token"] == KENTEL


@pytest.mark.parametrize("path", EVERYTHING)
def test_the_first_answer_sets_a_cookie_that_stands_for_the_session(
    sandbox: Sandbox, kentel: httpx2.Client, path: str
) -> None:
    cookie = cookie_of(kentel.get(path))
    with client(sandbox) as http:
        answer = http.get("/session", headers={"Cookie": cookie})
    assert answer.json()["access_token"] == KENTEL
    assert "Set-Cookie" not in answer.headers


def test_a_client_with_a_jar_gets_one_cookie(kentel: httpx2.Client) -> None:
    assert "Set-Cookie" in kentel.get("/session").headers
    assert [("Set-Cookie" in kentel.get(path).headers) for path in EVERYTHING] == [False] * 4


def test_the_cookie_is_kept_from_scripts_and_from_other_apis(kentel: httpx2.Client) -> None:
    attributes = kentel.get("/session").headers["Set-Cookie"].split("; ")[1:]
    assert attributes == ["Path=/dataconnect", "HttpOnly", "SameSite=Lax"]


def test_over_tls_the_cookie_is_secure(sandbox: Sandbox, kentel: httpx2.Client) -> None:
    url = sandbox.url("dataconnect").replace("http:", "https:")
    assert kentel.get(f"{url}/session").headers["Set-Cookie"].endswith("; Secure")


def test_the_session_ends_twenty_minutes_after_it_began(sandbox: Sandbox, kentel: httpx2.Client) -> None:
    cookie = {"Cookie": cookie_of(kentel.get("/session"))}
    with client(sandbox) as http:
        sandbox.clock.advance("PT19M59S")
        assert http.get("/session", headers=cookie).status_code == 200
        sandbox.clock.advance("PT1S")
        failure(http.get("/session", headers=cookie), 401)


def test_credentials_begin_a_new_session_when_the_old_one_has_ended(sandbox: Sandbox, kentel: httpx2.Client) -> None:
    first = cookie_of(kentel.get("/session"))
    sandbox.clock.advance("PT1H")
    assert cookie_of(kentel.get("/session")) != first


def test_anothers_cookie_is_not_reused(sandbox: Sandbox, kentel: httpx2.Client, harbor: httpx2.Client) -> None:
    cookie = cookie_of(kentel.get("/session"))
    answer = harbor.get("/session", headers={"Cookie": cookie})
    assert answer.json()["Username"] == "Ines.Lopez@HARBOR"
    assert cookie_of(answer) != cookie


def test_a_made_up_cookie_is_refused(anonymous: httpx2.Client) -> None:
    failure(anonymous.get("/session", headers={"Cookie": "DataConnectSession=1"}), 401)


def test_an_error_sets_no_cookie(kentel: httpx2.Client) -> None:
    answer = kentel.get(CUSTOMERS, params={"Response": "Csv.Email"})
    assert (answer.status_code, "Set-Cookie" in answer.headers) == (400, False)


def test_the_companies_are_told_with_where_to_ask_for_them(kentel: httpx2.Client) -> None:
    assert rows(kentel, "/partner/relationships") == [
        {
            "CompanyID": 42,
            "CompanyName": "Kentel Corp",
            "DoingBusinessAs": "Kentel",
            "PreferredEndpoint": "http://sandbox/dataconnect-useast",
            "DateCreatedUTC": "2014-10-01T15:00:12.050",
        },
        {
            "CompanyID": 77,
            "CompanyName": "Harbor Wireless Ltd",
            "DoingBusinessAs": "Harbor",
            "PreferredEndpoint": "https://dataconnectrc-useast.iqmetrix.net",
            "DateCreatedUTC": "2019-10-01T18:00:00.000",
        },
    ]


def test_the_preferred_endpoint_answers_the_same(sandbox: Sandbox, kentel: httpx2.Client) -> None:
    endpoint = rows(kentel, "/partner/relationships")[0]["PreferredEndpoint"]
    assert kentel.get(f"{endpoint}{CUSTOMERS}").json() == kentel.get(CUSTOMERS).json()


def test_a_company_sees_its_own_records_alone(kentel: httpx2.Client, harbor: httpx2.Client) -> None:
    assert [row["CompanyID"] for row in rows(harbor, "/partner/relationships")] == [77]
    for path, key in ((AVAILABILITY, "ProductSKU"), (CUSTOMERS, "CustomerEntityID")):
        mine, theirs = ({row[key] for row in rows(http, path)} for http in (harbor, kentel))
        assert mine
        assert mine.isdisjoint(theirs)


def test_a_location_of_another_company_is_not_seen_through_its_id(kentel: httpx2.Client, harbor: httpx2.Client) -> None:
    of_store = {"LocationType": "Company", "LocationTypeIDs": "42"}
    assert rows(harbor, CUSTOMERS, **of_store) == []
    assert len(rows(kentel, CUSTOMERS, **of_store)) == len(rows(kentel, CUSTOMERS))


def test_without_keys_somebody_of_the_first_company_calls() -> None:
    with Sandbox(["dataconnect"], check_keys=False) as open_sandbox, client(open_sandbox) as http:
        assert whose(http) == "John.Bates@KENTEL"
        assert whose(http, {"Authorization": f"Bearer {HARBOR}"}) == "Ines.Lopez@HARBOR"


def test_an_unknown_path_is_told_in_the_same_form(kentel: httpx2.Client) -> None:
    failure(kentel.get("/reports/nothing"), 404)
    failure(kentel.delete(CUSTOMERS), 405)


def test_secrets_are_not_shown_to_the_admin(sandbox: Sandbox, kentel: httpx2.Client) -> None:
    kentel.get("/session", params={"Auth": "url-secret"})
    with httpx2.Client(transport=sandbox.transport, base_url="http://sandbox/_sandbox") as admin:
        shown = admin.get("/state/dataconnect").text + admin.get("/requests").text
    for secret in (KENTEL, "kentel-secret", "url-secret", kentel.cookies["DataConnectSession"]):
        assert secret not in shown
