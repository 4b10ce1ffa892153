"""What happens by the clock: wallet vouchers that expired unused, reviews of levels, birthdays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, timedelta

from sqlalchemy import extract, select

from ..api import Call
from . import loyalty, vouchers
from .access import Realm
from .campaign_tables import BirthdayRound, Campaign, Standing, Voucher
from .giving import achievement, give, is_left, is_running, takes_part
from .tables import Chain, User

_AT_ONCE = 200
"""How many vouchers, and members to review, one tick takes; the next one takes the rest."""
_REVIEWS = 12
"""How many reviews of a member that were missed one tick catches up on."""
_YEAR = timedelta(days=300)
"""How long after a birthday's reward another is none of the same year, wherever in its days it was given."""


def tick(call: Call) -> None:
    """Lets happen what is due."""
    _give_back(call)
    _review(call)
    _congratulate(call)


def _give_back(call: Call) -> None:
    now = call.clock.now()
    unused = Voucher.status.in_(("generated", "claimed")) & Voucher.wallet_amount.is_not(None)
    due = select(Voucher).where(unused & (Voucher.expires_at <= now)).order_by(Voucher.id).limit(_AT_ONCE)
    for voucher in call.db.scalars(due).all():
        realm = _realm(call, voucher.chain_id)
        vouchers.give_back(realm, voucher, "The voucher expired unused")
        if voucher.user_id is not None:
            loyalty.settle(realm, call.db.get_one(User, voucher.user_id))


def _review(call: Call) -> None:
    now = call.clock.now()
    due = (
        select(Standing, User, Campaign)
        .join(User, User.id == Standing.user_id)
        .join(Campaign, Campaign.id == Standing.campaign_id)
        .where(Standing.next_review_at <= now, Campaign.active)
        .order_by(Standing.next_review_at, Standing.user_id)
        .limit(_AT_ONCE)
    )
    for standing, user, campaign in call.db.execute(due).all():
        realm = _realm(call, campaign.chain_id)
        for _ in range(_REVIEWS):
            if standing.next_review_at > now:
                break
            loyalty.review(realm, user, campaign)


def _congratulate(call: Call) -> None:
    """Rewards birthdays of the days since the last look, once a year; of the first look, today's."""
    now = call.clock.now()
    today = now.astimezone(UTC).date()
    wanted = (Campaign.type == "birthday") & Campaign.active
    campaigns = call.db.scalars(select(Campaign).where(wanted).order_by(Campaign.chain_id, Campaign.id)).all()
    for chain_id in sorted({campaign.chain_id for campaign in campaigns}):
        done = call.db.get(BirthdayRound, chain_id)
        if done is not None and done.day >= today:
            continue
        since = today if done is None else max(done.day + timedelta(days=1), today - timedelta(days=365))
        call.db.merge(BirthdayRound(chain_id=chain_id, day=today))
        for campaign in campaigns:
            if campaign.chain_id == chain_id and is_running(campaign, now):
                _reward(_realm(call, chain_id), campaign, since, today)


def _reward(realm: Realm, campaign: Campaign, since: date, today: date) -> None:
    before = timedelta(days=int(campaign.rules.get("days_before", 0)))
    days = [since + timedelta(days=number) for number in range((today + before - since).days + 1)]
    theirs = (User.chain_id == campaign.chain_id) & extract("month", User.birthday).in_({day.month for day in days})
    for user in realm.db.scalars(select(User).where(theirs).order_by(User.id)).all():
        if not takes_part(user) or user.birthday is None:
            continue
        won = achievement(realm, user, campaign)
        this_year = won.rewarded_at is not None and realm.now - won.rewarded_at < _YEAR
        is_due = any(since <= day <= today + before for day in _birthdays(user.birthday, days))
        if is_due and not this_year and is_left(campaign, won, once=False):
            give(realm, user, campaign, won)
            loyalty.settle(realm, user)


def _birthdays(born: date, days: Sequence[date]) -> Iterator[date]:
    """A member's birthdays in the years of some days. Chosen: of the 29th of February, the 28th where there is none."""
    for year in range(days[0].year, days[-1].year + 1):
        try:
            yield born.replace(year=year)
        except ValueError:
            yield date(year, 2, 28)


def _realm(call: Call, chain_id: int) -> Realm:
    """What rules need, without anybody who asks."""
    realm = Realm(call)
    realm.chain = call.db.get_one(Chain, chain_id)
    return realm
