"""Vouchers are created of wallets and in loyalty programmes, by rules of their types and campaigns."""

from __future__ import annotations

from typing import Any

import pytest

from .conftest import Shop
from .holdings import ANN, CLAIMED, GENERATED, HONOUR, bought_with, held, of_two_chains, saved

CREATE = "/create-voucher"
WALLET = {"campaign_id": 116, "voucher_amount": 40}
LOYALTY = {"campaign_id": 140, "voucher_amount": 40}
PERCENTAGE = {"campaign_id": 140, "voucher_type": "basket_pct", "voucher_discount_ratio": 0.125}


def refused(api: Shop, **form: Any) -> int:
    """The code with which a trusted system is refused a voucher for Ann."""
    return api.privileged.refusal("POST", CREATE, {"user_id": ANN, **form})


def balances(api: Shop, before: float) -> None:
    assert saved(api) == before


def test_a_member_makes_a_voucher_of_their_wallet_which_pays_for_it(api: Shop) -> None:
    made = api.ann.post(CREATE, WALLET)
    assert (made["voucher_status"], made["voucher_type"], made["voucher_amount"]) == ("generated", "basket", 40)
    assert (made["campaign_type"], made["voucher_text"]) == ("wallet", "From your wallet")
    assert made["creating_user"] == {"user_id": ANN, "full_name": "Ann Archer"}
    assert made["user_id"] == ANN
    assert made["user_entity_card"] == {"type": "custom", "code": "404064"}
    assert made["voucher_expiry_datetime_utc"] == "2050-01-01 00:00:00"
    assert made["voucher_locked"] is False
    assert saved(api) == 130


def test_a_wallet_gives_up_to_what_is_in_it_to_the_cent(api: Shop) -> None:
    assert api.ann.refusal("POST", CREATE, {**WALLET, "voucher_amount": 170.01}) == 313
    balances(api, 170)
    api.ann.post(CREATE, {**WALLET, "voucher_amount": 0.1})
    api.ann.post(CREATE, {**WALLET, "voucher_amount": 0.2})
    balances(api, 169.7)
    api.ann.post(CREATE, {**WALLET, "voucher_amount": 169.7})
    balances(api, 0)
    assert api.ann.refusal("POST", CREATE, {**WALLET, "voucher_amount": 0.01}) == 313


def test_a_wallet_is_not_divided_finer_than_it_reckons(api: Shop) -> None:
    coarse = {"id": 900, "type": "wallet", "title": "Whole euros", "rules": {"rounding_precision": 0}}
    api.box.seed({"spaaza": {"chains": [{"id": 1743, "campaigns": [coarse]}]}})
    assert refused(api, campaign_id=900, voucher_amount=1.5) == 273


@pytest.mark.parametrize("amount", ["0", "-1", "100000000", "1.005"])
def test_an_amount_is_above_nothing_and_of_two_decimals(api: Shop, amount: str) -> None:
    assert api.ann.refusal("POST", CREATE, {**WALLET, "voucher_amount": amount}) == 273


def test_set_claimed_claims_at_once(api: Shop) -> None:
    assert api.ann.post(CREATE, {**WALLET, "set_claimed": True})["voucher_status"] == "claimed"
    assert api.ann.post(CREATE, {**WALLET, "set_claimed": "1"})["voucher_status"] == "claimed"
    assert api.ann.refusal("POST", CREATE, {**WALLET, "set_claimed": "perhaps"}) == 316


def test_a_campaign_may_claim_its_vouchers_itself_and_say_for_how_long_they_live(api: Shop) -> None:
    rules = {"created_voucher_claimed_by_default": True, "voucher_expiry_days": 10}
    eager = {"id": 900, "type": "loyalty", "title": "Eager", "rules": rules}
    api.box.seed({"spaaza": {"chains": [{"id": 1743, "campaigns": [eager]}]}})
    api.box.clock.freeze()
    made = api.privileged.post(CREATE, {"campaign_id": 900, "voucher_amount": 1, "user_id": ANN})
    assert (made["voucher_status"], made["voucher_expiry_seconds_remaining"]) == ("claimed", 10 * 86400)


def test_delete_existing_gives_back_the_wallets_unlocked_vouchers_first(api: Shop) -> None:
    api.ann.post(CREATE, {**WALLET, "voucher_amount": 100})
    locked = api.privileged.post(CREATE, {**WALLET, "voucher_amount": 20, "user_id": ANN, "voucher_lock_period": 120})
    balances(api, 50)
    made = api.ann.post(CREATE, {**WALLET, "voucher_amount": 150, "delete_existing": True})
    balances(api, 0)
    listed = api.ann.get("/get-user-vouchers")["basket_vouchers"]
    assert [each["voucher_id"] for each in listed if each["campaign_type"] == "wallet"] == [
        locked["voucher_id"],
        made["voucher_id"],
    ]
    assert held(api, 35735), "vouchers of other campaigns stay"


def test_a_voucher_that_cannot_be_paid_deletes_nothing(api: Shop) -> None:
    first = api.ann.post(CREATE, WALLET)
    assert api.ann.refusal("POST", CREATE, {**WALLET, "voucher_amount": 171, "delete_existing": True}) == 313
    assert held(api, first["voucher_id"])
    balances(api, 130)


def test_delete_existing_leaves_redeemed_vouchers(api: Shop) -> None:
    first = api.ann.post(CREATE, {**WALLET, "set_claimed": True})
    bought_with(api, first["voucher_key"])
    before = saved(api)
    api.ann.post(CREATE, {**WALLET, "delete_existing": True})
    assert saved(api) == before - 40
    assert held(api, first["voucher_id"])["voucher_status"] == "redeemed"


def test_a_loyalty_voucher_takes_from_no_wallet(api: Shop) -> None:
    made = api.privileged.post(CREATE, {**LOYALTY, "member_number": "404064", "voucher_amount": 1000})
    assert (made["campaign_type"], made["voucher_amount"], made["user_id"]) == ("loyalty", 1000, ANN)
    assert "creating_user" not in made, "a trusted system is nobody"
    balances(api, 170)


def test_an_administrator_is_told_as_its_creator(api: Shop) -> None:
    made = api.admin.post(CREATE, {**LOYALTY, "authentication_point_identifier": "shop-1"})
    assert made["creating_user"] == {"user_id": 21, "full_name": "Olga Owner"}


def test_a_percentage_voucher_has_a_ratio_and_no_amount(api: Shop) -> None:
    made = api.privileged.post(CREATE, {**PERCENTAGE, "user_id": ANN})
    assert (made["voucher_type"], made["voucher_discount_ratio"]) == ("basket_pct", 0.125)
    assert made["voucher_amount"] is None
    assert refused(api, campaign_id=140, voucher_type="basket_pct") == 441
    assert refused(api, **PERCENTAGE, voucher_amount=5) == 428
    assert refused(api, **LOYALTY, voucher_discount_ratio=0.5) == 428


@pytest.mark.parametrize("ratio", ["0", "1.001", "-0.5", "0.1234"])
def test_a_ratio_is_between_nothing_and_one_with_three_decimals(api: Shop, ratio: str) -> None:
    assert refused(api, **{**PERCENTAGE, "voucher_discount_ratio": ratio}) == 461


def test_a_ratio_of_one_gives_all_of_it(api: Shop) -> None:
    made = api.privileged.post(CREATE, {**PERCENTAGE, "voucher_discount_ratio": 1, "user_id": ANN})
    assert made["voucher_discount_ratio"] == 1


def test_an_honour_voucher_needs_its_code(api: Shop) -> None:
    assert refused(api, campaign_id=140, voucher_type="honour") == 441
    made = api.privileged.post(CREATE, {"campaign_id": 140, "user_id": ANN, **HONOUR})
    assert (made["voucher_type"], made["voucher_honour_code"]) == ("honour", "HON1")
    assert (made["voucher_currency_id"], made["voucher_amount"]) == (None, None)
    assert held(api, made["voucher_id"])


def test_a_basket_voucher_needs_an_amount_and_a_member(api: Shop) -> None:
    assert refused(api, campaign_id=140) == 441
    assert api.privileged.refusal("POST", CREATE, LOYALTY) == 404
    assert api.privileged.refusal("POST", CREATE, {**LOYALTY, "user_id": 7}) == 270
    assert api.privileged.refusal("POST", CREATE, {**LOYALTY, "user_id": 305281}) == 270, "another chain's"
    assert api.privileged.refusal("POST", CREATE, {**LOYALTY, "user_id": ANN, "member_number": "404064"}) == 416


def test_a_wallet_gives_basket_vouchers_only(api: Shop) -> None:
    assert refused(api, **{**PERCENTAGE, "campaign_id": 116}) == 428
    assert refused(api, campaign_id=116, **HONOUR) == 428


def test_only_wallets_and_loyalty_programmes_in_use_give_vouchers(api: Shop) -> None:
    others = [
        {"id": 901, "type": "wallet", "title": "Kept", "rules": {"is_redeemable": False}},
        {"id": 902, "type": "loyalty", "title": "Off", "active": False},
        {"id": 903, "type": "loyalty", "title": "Over", "ends_at": "2020-01-01T00:00:00Z"},
        {"id": 904, "type": "loyalty", "title": "To come", "starts_at": "2099-01-01T00:00:00Z"},
    ]
    api.box.seed({"spaaza": {"chains": [{"id": 1743, "campaigns": others}]}})
    codes = {136: 403, 117: 403, 81: 246, 99: 246, 901: 406, 902: 449, 903: 449, 904: 449}
    assert {id: refused(api, campaign_id=id, voucher_amount=1) for id in codes} == codes
    assert refused(api, voucher_amount=1) == 245
    assert refused(api, campaign_id="x", voucher_amount=1) == 244


def test_texts_and_codes_are_kept_as_they_were_sent(api: Shop) -> None:
    sent = {
        "voucher_title": "T" * 255,
        "voucher_text": "Schöne Grüße €",
        "voucher_description": "D" * 1024,
        "voucher_notes": "N" * 4095,
        "voucher_honour_code": "H1",
        "voucher_image_url": "https://acme.example.com/i.png",
    }
    made = api.privileged.post(CREATE, {**LOYALTY, "user_id": ANN, **sent})
    assert {name: made[name] for name in sent} == sent


@pytest.mark.parametrize(
    ("name", "longest"),
    [("voucher_title", 255), ("voucher_text", 255), ("voucher_description", 1024), ("voucher_notes", 4095)],
)
def test_texts_have_a_length(api: Shop, name: str, longest: int) -> None:
    assert refused(api, **LOYALTY, **{name: "x" * (longest + 1)}) == 417


@pytest.mark.parametrize(
    ("sent", "told"),
    [("2030-05-06", "2030-05-06 00:00:00"), ("2030-05-06 07:08:09", "2030-05-06 07:08:09")],
)
def test_an_expiry_date_may_have_a_time(api: Shop, sent: str, told: str) -> None:
    made = api.privileged.post(CREATE, {**LOYALTY, "user_id": ANN, "expiry_date": sent})
    assert made["voucher_expiry_datetime_utc"] == told


@pytest.mark.parametrize("sent", ["06-05-2030", "2030-02-30", "2030-05-06T07:08:09", "2030-05-06 25:00:00", "soon"])
def test_an_expiry_date_has_two_forms(api: Shop, sent: str) -> None:
    assert refused(api, **LOYALTY, expiry_date=sent) == 237


def test_a_type_that_cannot_be_created_is_refused(api: Shop) -> None:
    assert refused(api, **LOYALTY, voucher_type="var_price") == 411


def test_a_member_says_no_more_than_the_campaign_and_the_amount(api: Shop) -> None:
    assert api.ann.refusal("POST", CREATE, {**PERCENTAGE, "voucher_discount_ratio": 1}) == 424
    assert api.ann.refusal("POST", CREATE, {**WALLET, "expiry_date": "2099-01-01"}) == 424
    assert api.ann.refusal("POST", CREATE, {**WALLET, "voucher_lock_period": 120}) == 424
    assert api.ann.refusal("POST", CREATE, {**WALLET, "user_id": 1107605}) == 68


def test_creating_takes_write_access_to_a_chain(api: Shop) -> None:
    given = {**LOYALTY, "user_id": ANN}
    assert api.admin.post(CREATE, given)["user_id"] == ANN
    assert api.reader.refusal("POST", CREATE, given) == 68
    assert of_two_chains(api).refusal("POST", CREATE, given) == 269, "which chain is not said"


def test_a_refused_voucher_leaves_everything_as_it_was(api: Shop) -> None:
    before = api.ann.get("/get-user-vouchers", {"filter": "all"})
    assert api.ann.refusal("POST", CREATE, {**WALLET, "voucher_amount": 999}) == 313
    after = api.ann.get("/get-user-vouchers", {"filter": "all"})
    kinds = ("basket_vouchers", "honour_vouchers", "var_price_vouchers")
    assert [[each["voucher_key"] for each in before[kind]] for kind in kinds] == [
        [each["voucher_key"] for each in after[kind]] for kind in kinds
    ]
    assert {GENERATED, CLAIMED} <= {each["voucher_key"] for each in after["basket_vouchers"]}
