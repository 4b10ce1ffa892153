"""Loyalty programmes: what their rules do when points move, and how members rise, are reviewed, and fall.

A member rises as soon as the points that count reach a level that goes by points. A review, on the clock, asks for the
level's maintenance points since the one before; who has fewer falls to the next level below. Chosen: points from before
a fall, whether by review or by hand, do not count for rising again; each change of the level begins a period of review.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from ..clock import add_duration
from . import events, wallets
from .access import Realm
from .campaign_tables import Campaign, LoyaltyLevel, LoyaltyRule, RuleProgress, Standing
from .giving import running, takes_part
from .issuing import issue
from .money import ZERO
from .standings import counting, earned, levels_of, points_wallet_id, progress_of, rules_of, threshold
from .tables import User

_AT_ONCE = 100
"""How often a rule that repeats acts at once; the rest follows when points next move."""


class _Programme:
    """A member in a programme."""

    def __init__(self, realm: Realm, user: User, campaign: Campaign) -> None:
        self.realm = realm
        self.user = user
        self.campaign = campaign
        self.levels = levels_of(realm.db, campaign.id)
        self.rules = rules_of(realm.db, campaign.id)
        self.standing = realm.db.get(Standing, (user.id, campaign.id))
        self._progress = progress_of(realm.db, user.id, campaign.id)
        self._points: Decimal | None = None

    @property
    def level(self) -> LoyaltyLevel | None:
        """The level that the member has."""
        ours = self.standing.loyalty_level_id if self.standing else None
        return next((level for level in self.levels if level.id == ours), None)

    @property
    def points(self) -> Decimal:
        """The balance that the programme goes by."""
        if self._points is None:
            wallet_id = points_wallet_id(self.campaign)
            self._points = ZERO if wallet_id is None else wallets.balance(self.realm.db, self.user.id, wallet_id)
        return self._points

    @property
    def counting(self) -> Decimal:
        """What of it counts for levels."""
        return counting(self.standing, self.points) if self.standing else self.points

    def times(self, rule: LoyaltyRule) -> int:
        """How often a rule has acted for the member."""
        return self._progress[rule.id].times if rule.id in self._progress else 0

    def progress(self, rule: LoyaltyRule) -> RuleProgress:
        """The same, to be written."""
        if rule.id not in self._progress:
            self._progress[rule.id] = RuleProgress(user_id=self.user.id, rule_id=rule.id, times=0, armed=False)
            self.realm.db.add(self._progress[rule.id])
        return self._progress[rule.id]

    def place(self, level: LoyaltyLevel, reason: str, *, at: datetime | None = None) -> None:
        """Puts the member at a level, from `at` on, else from now; tells those who listen."""
        before, since = self.level, at or self.realm.now
        lowered = before is not None and level.position < before.position
        needed = threshold(level, self.rules) or ZERO
        lapsed = max(self.points - needed, ZERO) if lowered else ZERO
        if self.standing is None:
            self.standing = Standing(user_id=self.user.id, campaign_id=self.campaign.id)
            self.realm.db.add(self.standing)
        self.standing.loyalty_level_id = level.id
        self.standing.reached_at = since
        self.begin_period(self.standing, since)
        self.standing.points_lapsed = max(self.standing.points_lapsed or ZERO, lapsed)
        self.realm.db.flush()
        events.level_changed(self.realm, self.user, before, level, reason)

    def begin_period(self, standing: Standing, since: datetime) -> None:
        """Begins the time at whose end the level is reviewed."""
        standing.reviewed_at = since
        standing.next_review_at = _later(since, f"P{self.campaign.rules.get('review_months', 12)}M")

    def act(self, rule: LoyaltyRule) -> None:
        """What a rule does, but setting a level."""
        if rule.action == "createBasketVoucher" and rule.action_amount:
            expires_at = None
            if rule.expiry_unit and rule.expiry_quantity:
                expires_at = _later(self.realm.now, f"P{rule.expiry_quantity}{rule.expiry_unit[0].upper()}")
            issue(self.realm, self.campaign, self.user, amount=rule.action_amount, expires_at=expires_at)
        elif rule.action == "addPointsToWallet" and rule.action_amount:
            self.contribute(rule, rule.action_amount)

    def contribute(self, rule: LoyaltyRule, amount: Decimal) -> None:
        """Moves points, or money, by a rule."""
        wallet_id = rule.operand_campaign_id or points_wallet_id(self.campaign)
        wallet = self.realm.db.get(Campaign, wallet_id) if wallet_id is not None else None
        if wallet is None or wallet.chain_id != self.campaign.chain_id or wallet.type not in wallets.WALLET_TYPES:
            return
        wallets.move(
            self.realm,
            self.user,
            wallet,
            wallets.rounded(wallet, amount),
            kind=wallets.CONTRIBUTION,
            cause="handleLoyaltyRule",
            contributor=self.campaign,
            log_message=f"Loyalty contribution from {rule.action}:{rule.type}",
        )
        self._points = None


def settle(realm: Realm, user: User) -> None:
    """Lets the chain's programmes look at a member whose points have moved, or who has just joined."""
    if takes_part(user):
        for campaign in running(realm, user.chain_id, "loyalty"):
            programme = _Programme(realm, user, campaign)
            _begin(programme)
            _track(programme)
            _rise_or_fall(programme)


def review(realm: Realm, user: User, campaign: Campaign) -> None:
    """Reviews a member's level, as of the day on which that was due."""
    programme = _Programme(realm, user, campaign)
    standing, level = programme.standing, programme.level
    if standing is None:
        return
    due = standing.next_review_at
    if due <= standing.reviewed_at:  # of a seed, which has no clock: the first period begins now
        programme.begin_period(standing, realm.now)
        return
    wallet_id = points_wallet_id(campaign)
    if takes_part(user) and wallet_id is not None and level is not None:
        gained = earned(realm.db, standing, wallet_id, due)
        _act_at_review(programme, level, due)
        falls = level.automated and level.maintenance_points is not None and gained < level.maintenance_points
        below = [each for each in programme.levels if each.position < level.position and each.automated]
        if falls and below and programme.level is level:
            programme.place(below[-1], "Level review", at=due)
    programme.begin_period(standing, due)
    settle(realm, user)


def alter_level(realm: Realm) -> dict[str, Any]:
    """Puts a member at a level by hand, whatever the points say."""
    chain = realm.need("write")
    user = realm.member(("user_id", "member_number"))
    level = realm.db.get(LoyaltyLevel, realm.given["loyalty_level_id"])
    campaign = realm.db.get(Campaign, level.campaign_id) if level else None
    if level is None or campaign is None or campaign.chain_id != chain.id:
        raise realm.refusal("453", hint="There is no such loyalty level in this chain")
    if user.obfuscated:
        raise realm.refusal("424", "270", hint="This account was deleted")
    set_level(realm, user, campaign, level)
    return {
        "loyalty_level": {
            "id": level.id,
            "campaign_id": level.campaign_id,
            "name": level.name,
            "description": level.description,
            "automated_level_logic": "1" if level.automated else "0",
        }
    }


def set_level(realm: Realm, user: User, campaign: Campaign, level: LoyaltyLevel) -> None:
    """Puts a member at a level by hand. One who is there already stays as they are."""
    programme = _Programme(realm, user, campaign)
    if programme.level is None or programme.level.id != level.id:
        programme.place(level, "Manual level change")


def _begin(programme: _Programme) -> None:
    """Joining: the rules for it act once, and the first level is given."""
    for rule in programme.rules:
        if rule.type != "initial":
            continue
        if rule.action == "setLevel":
            level = _level_of(programme, rule)
            if programme.standing is None and level is not None:
                programme.place(level, "Joined the programme")
        elif not programme.times(rule):
            programme.progress(rule).times = 1
            programme.act(rule)


def _track(programme: _Programme) -> None:
    """The rules of a points tracker that give something."""
    for rule in programme.rules:
        if rule.type != "points_tracker" or rule.action == "setLevel":
            continue
        if rule.direction == "down":
            _track_down(programme, rule)
            continue
        for _ in range(min(rule.reached(programme.points) - programme.times(rule), _AT_ONCE)):
            programme.progress(rule).times += 1
            programme.act(rule)


def _track_down(programme: _Programme, rule: LoyaltyRule) -> None:
    """A rule for falling points waits until they have been at its threshold, and acts when they are below."""
    done = programme.progress(rule)
    if programme.points >= (rule.points_threshold or ZERO):
        done.armed = True
    elif done.armed and (rule.repeatable or not done.times):
        done.times, done.armed = done.times + 1, False
        programme.act(rule)


def _rise_or_fall(programme: _Programme) -> None:
    """Levels by points: up to the highest that they reach, down where a rule says so."""
    now = programme.level
    if now is not None and not now.automated:
        return
    position = -1 if now is None else now.position
    for level in reversed(programme.levels):
        needed = threshold(level, programme.rules)
        if level.position <= position:
            break
        if level.automated and needed is not None and programme.counting >= needed:
            programme.place(level, "Points threshold reached")
            return
    for rule in programme.rules:
        level = _level_of(programme, rule)
        if rule.type != "points_tracker" or rule.direction != "down" or level is None or rule.points_threshold is None:
            continue
        if level.position < position and programme.counting < rule.points_threshold:
            programme.place(level, "Points fell below the threshold")
            return


def _act_at_review(programme: _Programme, level: LoyaltyLevel, due: datetime) -> None:
    """The rules for reviews. One that points down takes points, where there are enough: its own amount, else the
    threshold of the member's level."""
    for rule in programme.rules:
        if rule.type != "review":
            continue
        points, downwards = programme.points, rule.direction == "down"
        at = rule.points_threshold
        if rule.action == "setLevel":
            target = _level_of(programme, rule)
            if target is not None and at is not None and (points < at if downwards else points >= at):
                programme.place(target, "Level review", at=due)
        elif rule.action == "addPointsToWallet" and downwards:
            amount = rule.action_amount or threshold(level, programme.rules)
            if amount and points >= amount:
                programme.contribute(rule, -amount)
        elif at is None or points >= at:
            programme.act(rule)


def _level_of(programme: _Programme, rule: LoyaltyRule) -> LoyaltyLevel | None:
    """The level that a rule sets; None for a rule that sets none."""
    if rule.action != "setLevel":
        return None
    return next((level for level in programme.levels if level.id == rule.loyalty_level_id), None)


def _later(moment: datetime, by: str) -> datetime:
    """A moment moved by an ISO 8601 duration, as far as the calendar goes."""
    try:
        return add_duration(moment, by)
    except OverflowError:
        return datetime.max.replace(tzinfo=UTC, microsecond=0)


RULES: Mapping[str, Callable[[Realm], Any]] = {"users_alter_loyalty_level": alter_level}
"""The operations that are served here."""
