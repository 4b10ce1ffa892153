"""Spaaza through its client, blocking and async: a test of each rule that the vendor's text spreads over many
sections."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC
from decimal import Decimal
from typing import Any

import pytest
from retail_sandbox.testing import Sandbox
from spaaza_client.errors import (
    ExpiredNonceError,
    NonceAlreadyUsedError,
    NoValidSessionError,
    ParameterInvalidError,
    TooManyDuplicateObjectsError,
    TooManyFailedLoginsError,
    UserAlreadyExistsError,
    VoucherLockedError,
    VoucherStatusRedeemedError,
)

from tests.clients.spaaza_calls import (
    ANN,
    BOB,
    CHAIN,
    CLAIMED,
    GENERATED,
    GLOVES,
    SWEATER,
    Scene,
    back,
    downloaded,
    item,
    purchase,
    rows,
    scene_of,
)
from tests.clients.spaaza_scenarios import failed_logins, late_link, used_link

FIFTY, EXPIRED, BOBS = 35736, 35741, 35750
"""Vouchers: `CLAIMED`; one of Ann's that has expired; one of Bob's."""
NOBODYS = "f" * 64
BOTH = {"voucher_locking_code": "L", "retailer_basket_code": "C-1"}
BRINGS_IT = {"code": "C-9", "voucher_locking_code": "L"}


@pytest.fixture
def scene(connect: Callable[..., Any], sandbox: Sandbox) -> Scene:
    sandbox.clock.freeze()
    sandbox.clock.set("2026-03-02T12:00:00")
    return scene_of(connect, sandbox)


@pytest.fixture
def api(scene: Scene) -> Any:
    return scene("till")


def named(*vouchers: str | int) -> list[dict[str, Any]]:
    """Vouchers to redeem, by key or id."""
    return [{"voucher_key": each} if isinstance(each, str) else {"voucher_id": each} for each in vouchers]


def codes(done: Any) -> list[int]:
    """The codes of the warnings."""
    return [warning.code for warning in done.warnings]


def redeemed(done: Any) -> dict[int, Decimal]:
    """What a basket took off, by voucher."""
    return {each.voucher_id: each.voucher_amount_redeemed for each in done.basket.basket_vouchers_applied}


def shares(done: Any) -> list[Decimal]:
    """What each item got of the vouchers of its basket."""
    return [
        sum((each.voucher_distribution_amount for each in line.basket_voucher_distribution or ()), Decimal(0))
        for line in done.basket.basket_items
    ]


def children(api: Any, parent: int) -> list[Any]:
    """The vouchers that returns made of one."""
    every = api.vouchers.list(chain_id=CHAIN, show_all_statuses=True)
    return [each for each in every if each.parent_voucher and each.parent_voucher.voucher_id == parent]


def held(api: Any, id: int = FIFTY) -> Any:
    """A voucher as it is now."""
    return next(each for each in api.vouchers.list(CHAIN, show_all_statuses=True) if each.voucher_id == id)


def points(api: Any) -> Decimal:
    return sum((entry.amount for entry in api.wallets.ledger(user_id=ANN, type_="points")), Decimal(0))


# --- vouchers and their locks


def test_a_voucher_is_generated_then_claimed_then_redeemed_for_good(scene: Scene, api: Any) -> None:
    assert codes(api.baskets.add(**purchase(basket_vouchers=named(GENERATED)))) == [294]
    assert api.vouchers.claim(voucher_key=GENERATED, user_id=ANN).voucher_status == "claimed"
    assert redeemed(api.baskets.add(**purchase(code="C-2", basket_vouchers=named(GENERATED)))) == {35735: 5}
    for change in (api.vouchers.claim, api.vouchers.unclaim, api.vouchers.expire, api.vouchers.delete):
        with pytest.raises(VoucherStatusRedeemedError):
            change(voucher_key=GENERATED, user_id=ANN)


@pytest.mark.parametrize(
    ("lock", "basket", "redeems"),
    [
        ({}, {"code": "C-9"}, True),
        ({"retailer_basket_code": "C-1"}, {"code": "C-1"}, True),
        ({"retailer_basket_code": "C-1"}, {"code": "C-9"}, False),
        ({"voucher_locking_code": "L"}, BRINGS_IT, True),
        ({"voucher_locking_code": "L"}, {"code": "C-9"}, False),
        (BOTH, {"code": "C-1"}, False),
        (BOTH, BRINGS_IT, True),
    ],
)
def test_the_locking_code_wins_over_the_basket_code(
    lock: Mapping[str, Any], basket: Mapping[str, Any], redeems: bool, api: Any
) -> None:
    api.vouchers.lock(voucher_key=CLAIMED, **lock)
    done = api.baskets.add(**purchase(**basket, basket_vouchers=named(CLAIMED)))
    assert (redeemed(done), codes(done)) == (({FIFTY: 50}, []) if redeems else ({}, [280]))


def test_a_lock_lasts_five_minutes_unless_something_else_is_said(scene: Scene, api: Any) -> None:
    def seconds(**lock: Any) -> float:
        until = api.vouchers.lock(voucher_key=CLAIMED, **lock).voucher_locked_until
        return (until.replace(tzinfo=UTC) - scene.sandbox.clock.now()).total_seconds()

    assert (seconds(), seconds(voucher_lock_period=3600)) == (300, 3600)
    scene.sandbox.clock.advance("PT1H1S")
    assert held(api).voucher_locked is False
    for period in (119, 3601):
        with pytest.raises(ParameterInvalidError):
            api.vouchers.lock(voucher_key=CLAIMED, voucher_lock_period=period)


def test_unlocking_ends_the_exclusivity_too(api: Any) -> None:
    api.vouchers.lock(voucher_key=CLAIMED, retailer_basket_code="C-1", voucher_locking_code="L")
    assert api.vouchers.unlock(voucher_key=CLAIMED).voucher_locked is False
    assert redeemed(api.baskets.add(**purchase(code="C-9", basket_vouchers=named(CLAIMED)))) == {FIFTY: 50}


@pytest.mark.parametrize("change", ["unclaim", "delete"])
def test_a_lock_keeps_a_voucher_from_its_member_and_from_nobody_else(change: str, scene: Scene, api: Any) -> None:
    api.vouchers.lock(voucher_key=CLAIMED)
    with pytest.raises(VoucherLockedError):
        getattr(scene("ann").vouchers, change)(voucher_key=CLAIMED)
    assert getattr(scene("owner").vouchers, change)(voucher_key=CLAIMED, user_id=ANN)


def test_a_wallets_voucher_takes_from_the_balance_and_gives_it_back(api: Any) -> None:
    def balance() -> Decimal:
        return sum((entry.amount for entry in api.wallets.ledger(user_id=ANN, type_="wallet")), Decimal(0))

    before = balance()
    made = api.vouchers.create(116, user_id=ANN, voucher_amount=10.1)
    assert balance() == before - Decimal("10.1")
    api.vouchers.delete(voucher_key=made.voucher_key, user_id=ANN)
    assert balance() == before


# --- baskets


def test_a_price_locks_what_it_applies_and_stores_nothing_else(scene: Scene, api: Any) -> None:
    first, again = (api.baskets.price(**purchase()) for _ in range(2))
    assert first == again
    assert FIFTY in redeemed(first)
    assert held(api).voucher_locked is True
    assert held(api, 35735).voucher_locked is False, "only what is claimed applies"
    assert api.receipts.list(CHAIN).first() is None


def test_an_exclusive_price_keeps_its_vouchers_for_one_basket(api: Any) -> None:
    api.baskets.price(**purchase(code="C-1", basket_vouchers_lock_exclusively=True))
    assert codes(api.baskets.add(**purchase(code="C-9", basket_vouchers=named(CLAIMED)))) == [280]
    assert redeemed(api.baskets.add(**purchase(code="C-1", basket_vouchers=named(CLAIMED)))) == {FIFTY: 50}


@pytest.mark.parametrize(
    ("voucher", "code"),
    [(NOBODYS, 183), (35735, 294), (EXPIRED, 436), (BOBS, 68), (CLAIMED, 280)],
    ids=["unknown", "unclaimed", "expired", "another's", "locked"],
)
def test_a_paid_basket_is_never_refused_for_a_vouchers_sake(voucher: str | int, code: int, api: Any) -> None:
    api.vouchers.lock(voucher_key=CLAIMED, voucher_locking_code="L")
    done = api.baskets.add(**purchase(basket_vouchers=named(voucher)))
    assert (codes(done), redeemed(done)) == ([code], {})
    assert api.receipts.get(done.basket.id)


def test_a_basket_that_is_sent_again_gives_the_earlier_one(api: Any) -> None:
    first = api.baskets.add(**purchase(basket_vouchers=named(CLAIMED)))
    earned = points(api)
    again = api.baskets.add(**purchase(item(GLOVES, 49.5), basket_vouchers=named(CLAIMED)))
    assert (codes(first), codes(again)) == ([], [311])
    assert again.basket.id == first.basket.id
    assert again.basket.basket_items[0].item_barcode == SWEATER
    assert points(api) == earned


def test_a_voucher_is_spread_over_the_items_to_the_cent(api: Any) -> None:
    done = api.baskets.add(**purchase(*(item(price=33.33) for _ in range(3)), basket_vouchers=named(CLAIMED)))
    assert sorted(shares(done)) == [Decimal("16.66"), Decimal("16.67"), Decimal("16.67")]
    assert sum(shares(done)) == sum(redeemed(done).values()) == 50


def test_a_distribution_that_is_said_counts_and_what_is_left_over_goes_back(api: Any) -> None:
    said = {"basket_voucher_distribution": [{"voucher_id": FIFTY, "voucher_distribution_amount": 20.5}]}
    done = api.baskets.add(**purchase(item(**said), item(GLOVES, 49.5), basket_vouchers=named(CLAIMED)))
    assert shares(done) == [Decimal("20.5"), 0]
    assert redeemed(done) == {FIFTY: Decimal("20.5")}
    assert [rest.voucher_amount for rest in children(api, FIFTY)] == [Decimal("29.5")]


def test_points_are_earned_by_the_percentage_and_spread_over_the_items(api: Any) -> None:
    done = api.baskets.add(**purchase(item(price=70), item(GLOVES, 30), basket_vouchers=named(CLAIMED)))
    earned = {
        each.purchase_progress_campaign_id: each.purchase_progress_distribution_amount
        for line in done.basket.basket_items[:1]
        for each in line.purchase_progress_distribution
    }
    total = {
        each.purchase_progress_campaign_id: each.purchase_progress_amount for each in done.basket.purchase_progress
    }
    assert (total[117], total[116]) == (100, 5), "a point for each euro, and five percent of the basket's total"
    assert (earned[117], earned[116]) == (70, Decimal("3.5"))


def test_a_basket_teaches_the_catalogue_at_most_once_in_six_hours(scene: Scene, api: Any) -> None:
    def name(code: str, said: str) -> str:
        new = item("b-1", 5, retailer_product_code="p-1", item_name=said)
        return api.baskets.add(**purchase(new, code=code)).basket.basket_items[0].product.name

    assert [name("C-1", "Scarf"), name("C-2", "Shawl")] == ["Scarf", "Scarf"]
    scene.sandbox.clock.advance("PT6H")
    assert name("C-3", "Stole") == "Stole"


# --- returns


def test_a_return_refunds_its_share_as_a_new_voucher_and_reclaims_points(api: Any) -> None:
    before = points(api)
    api.baskets.add(**purchase(item(price=60), item(GLOVES, 40), basket_vouchers=named(CLAIMED)))
    assert points(api) == before + 100
    done = api.baskets.add(**purchase(back(), code="C-2", basket_total_price=-30))
    assert done.basket.return_transactions[0].basket_id
    (refund,) = children(api, FIFTY)
    assert (refund.voucher_amount, refund.voucher_status) == (30, "claimed")
    assert points(api) == before + 40


def test_an_exchange_redeems_at_once_what_comes_back(api: Any) -> None:
    api.baskets.add(**purchase(basket_vouchers=named(CLAIMED)))
    done = api.baskets.add(**purchase(back(), item(GLOVES, 60), code="C-2"))
    (again,) = done.basket.regenerated_rewards
    assert (again.voucher_status, again.voucher_amount_redeemed) == ("redeemed", 50)
    assert shares(done) == [50]


def test_a_return_without_a_basket_code_is_of_the_newest_that_is_not_returned_yet(api: Any) -> None:
    first, second = (api.baskets.add(**purchase(code=code)).basket.id for code in ("C-1", "C-2"))
    loose = back()
    del loose["original_retailer_basket_code"]
    found = [
        api.baskets.add(**purchase(loose, code=code, basket_total_price=-79.95)).basket.return_transactions[0].basket_id
        for code in ("X-1", "X-2")
    ]
    assert found == [second, first]


# --- members


def test_an_existing_member_is_refused_or_updated(api: Any) -> None:
    with pytest.raises(UserAlreadyExistsError):
        api.users.add(username="Ann@example.com", last_name="Archer")
    changed = api.users.add(username="ann@example.com", last_name="Ash", update_if_exists=True)
    assert (changed.user_id, changed.last_name, changed.updated_existing_user) == (ANN, "Ash", True)
    with pytest.raises(TooManyDuplicateObjectsError):
        api.users.add(username="ann@example.com", member_number="404066", last_name="Ash", update_if_exists=True)


def test_a_deleted_member_is_made_unreadable_and_stays(api: Any) -> None:
    gone = api.users.delete(user_id=BOB)
    assert (gone.first_name, gone.last_name) == ("Deleted", "Deleted")
    assert gone.username == f"{BOB}@deleted.spaaza.com"
    assert api.users.get(user_id=BOB).user_id == BOB


def test_a_login_ends_the_sessions_before(scene: Scene, api: Any) -> None:
    assert scene("ann").users.card()
    assert api.sessions.create(user_id=ANN).session_info.session_user_id == ANN
    with pytest.raises(NoValidSessionError):
        scene("ann").users.card()


def test_too_many_failed_logins_lock_out_for_a_while(scene: Scene, api: Any) -> None:
    failed_logins(scene)
    with pytest.raises(TooManyFailedLoginsError):
        api.sessions.login("eve@example.com", password="right or wrong")
    scene.sandbox.clock.advance("PT16M")
    with pytest.raises(Exception, match="password_error_or_non_existent"):
        api.sessions.login("eve@example.com", password="wrong")


def test_an_export_link_works_once_for_two_days(scene: Scene, api: Any) -> None:
    assert b"ann@example.com" in downloaded(api.users.export("user").download())
    for link, error in ((used_link, NonceAlreadyUsedError), (late_link, ExpiredNonceError)):
        export = link(scene)["export"]
        with pytest.raises(error):
            downloaded(export.download())


def test_an_interaction_that_is_used_up_is_a_warning(api: Any) -> None:
    first, again = (api.with_response.campaigns.interact(146, user_id=ANN) for _ in range(2))
    assert (codes(first), codes(again)) == ([], [450])
    assert again.data.success is True


# --- lists


def test_a_page_has_500_at_most_and_a_file_has_all(scene: Scene, api: Any) -> None:
    scene.seed(generate={"seed": 1, "vouchers": 1200, "campaign_id": 140})
    pages = list(api.vouchers.list(CHAIN).pages())
    assert [len(page.items) for page in pages][:2] == [500, 500]
    total = sum(len(page.items) for page in pages)
    assert api.with_response.vouchers.list(CHAIN).json()["results"]["results_count_total"] == total > 1200
    assert len(rows(api.vouchers.list_csv(CHAIN))) == total


def test_a_relative_time_wins_over_an_absolute_one(api: Any) -> None:
    api.vouchers.create(140, user_id=ANN, voucher_amount=5)
    long_ago = {"min_created_datetime": "2019-01-01T00:00:00Z"}
    assert len(list(api.vouchers.list(CHAIN, **long_ago))) > 1
    assert len(list(api.vouchers.list(CHAIN, **long_ago, min_created_datetime_relative="-1 months 5 days"))) == 1


def test_the_list_of_vouchers_had_another_name_before_1_4_2(api: Any) -> None:
    def names(version: str) -> set[str]:
        old = api.with_options(api_version=version, strict=False).with_response.vouchers.list(CHAIN)
        return {name for name in old.json()["results"] if "vouchers" in name}

    assert (names("1.4.1"), names("1.4.2")) == ({"basket_vouchers"}, {"vouchers"})
