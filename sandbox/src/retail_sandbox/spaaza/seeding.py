"""Fills the tables from a seed document, whose form `seed_schema.yaml` tells."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import cache
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

import jsonschema_rs
from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session
from werkzeug.security import generate_password_hash

from ..api import SeedError
from ..misfit import first_misfit
from ..store import Base, move_number, next_number
from ..yamldata import parse_yaml
from . import basket_tables, campaign_tables, tables

_LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
_FAR_OFF = datetime(2050, 1, 1, tzinfo=UTC)
_AT_A_TIME = 5000
_NUMBERED: Mapping[str, type[Any]] = {
    "user": tables.User,
    "note": tables.Note,
    "voucher": campaign_tables.Voucher,
    "ledger": campaign_tables.LedgerEntry,
    "product": basket_tables.Product,
    "variant": basket_tables.Variant,
    "basket": basket_tables.Basket,
    "item": basket_tables.BasketItem,
    "return": basket_tables.ReturnTransaction,
    "returned_item": basket_tables.ReturnedItem,
}
"""The sequences that give ids, and whose."""


def seed(document: Mapping[str, Any], db: Session) -> None:
    """Adds the records of a seed document, or replaces those with the same key.

    Raises:
        SeedError: A record does not fit; nothing that was added before it is taken back.
    """
    misfit = first_misfit(_validator(), document)
    if misfit:
        raise SeedError(*misfit)
    for record in document.get("currencies", []):
        db.merge(tables.Currency(**record))
    db.flush()
    for index, record in enumerate(document.get("chains", [])):
        _add_chain(db, record, f"chains[{index}]")
    for index, record in enumerate(document.get("apps", [])):
        _add_app(db, record, f"apps[{index}]")
    for index, record in enumerate(document.get("admins", [])):
        _add_admin(db, record, f"admins[{index}]")
    db.flush()
    for name, table in _NUMBERED.items():
        move_number(db, "spaaza", name, db.scalar(select(func.max(table.id))) or 0)


def _add_chain(db: Session, record: Mapping[str, Any], where: str) -> None:
    chain = db.get(tables.Chain, record["id"])
    if chain is None:
        for name in ("name", "currency"):
            if name not in record:
                raise SeedError(f"{where}.{name}", "a chain that is not there yet needs it")
        chain = tables.Chain(id=record["id"], name=record["name"], entity_type="chain", profile={}, rules={})
        chain.currency_id = _currency(db, record["currency"], f"{where}.currency")
        db.add(chain)
    chain.name = record.get("name", chain.name)
    chain.entity_type = record.get("entity_type", chain.entity_type)
    chain.profile = record.get("profile", chain.profile)
    chain.rules = chain.rules | record.get("rules", {})
    if "currency" in record:
        chain.currency_id = _currency(db, record["currency"], f"{where}.currency")
    db.flush()
    for section, add in _SECTIONS.items():
        for index, each in enumerate(record.get(section, ())):
            add(db, chain, each, f"{where}.{section}[{index}]")
        db.flush()
    if "generate" in record:
        _generate(db, chain, record["generate"], f"{where}.generate")


def _add_app(db: Session, record: Mapping[str, Any], where: str) -> None:
    chain_id = record.get("chain_id")
    if chain_id is not None:
        _found(db, tables.Chain, chain_id, f"{where}.chain_id")
    present = db.get(tables.App, record["hostname"])
    number = record.get("id") or (present.id if present else next_number(db, "spaaza", "app"))
    db.merge(tables.App(hostname=record["hostname"], id=number, chain_id=chain_id))


def _add_admin(db: Session, record: Mapping[str, Any], where: str) -> None:
    for index, role in enumerate(record["roles"]):
        _found(db, tables.Chain, role["chain_id"], f"{where}.roles[{index}].chain_id")
    user = db.get(tables.User, record["id"])
    if user is None:
        user = tables.User(id=record["id"], chain_id=None, created_at=_LONG_AGO)
        db.add(user)
    elif user.chain_id is not None:
        raise SeedError(f"{where}.id", "a member has this id")
    user.username = record["username"].lower()
    user.first_name, user.last_name = record.get("first_name"), record.get("last_name")
    user.password_hash = _hashed(record["password"])
    db.flush()
    db.execute(delete(tables.Role).where(tables.Role.user_id == user.id))
    db.add_all(tables.Role(user_id=user.id, **role) for role in record["roles"])
    _add_session(db, user, record)


def _add_key(db: Session, chain: tables.Chain, record: Mapping[str, Any], where: str) -> None:
    db.merge(tables.Key(chain_id=chain.id, **record))


def _add_branch(db: Session, chain: tables.Chain, record: Mapping[str, Any], where: str) -> None:
    _not_anothers(db, tables.Branch, chain, record["id"], where)
    own = ("id", "name", "owner_code", "country_code")
    fields = {name: str(value) for name, value in record.items() if name not in own}
    db.merge(
        tables.Branch(
            chain_id=chain.id,
            id=record["id"],
            name=record["name"],
            owner_code=record.get("owner_code"),
            country_code=record.get("country_code"),
            fields=fields,
        )
    )


def _add_campaign(db: Session, chain: tables.Chain, record: Mapping[str, Any], where: str) -> None:
    _not_anothers(db, campaign_tables.Campaign, chain, record["id"], where)
    currency = record.get("currency")
    db.merge(
        campaign_tables.Campaign(
            id=record["id"],
            chain_id=chain.id,
            type=record["type"],
            title=record["title"],
            description=record.get("description", ""),
            notes=record.get("notes"),
            voucher_text=record.get("voucher_text"),
            active=record.get("active", True),
            starts_at=_moment(record.get("starts_at"), f"{where}.starts_at"),
            ends_at=_moment(record.get("ends_at"), f"{where}.ends_at"),
            currency_id=_currency(db, currency, f"{where}.currency") if currency else chain.currency_id,
            recipient_campaign_id=record.get("recipient_campaign_id"),
            image=record.get("image", {}),
            localisations=record.get("localisations", {}),
            rules=_texts(record.get("rules", {})),
            created_at=_LONG_AGO,
            modified_at=_LONG_AGO,
        )
    )
    db.flush()
    for position, level in enumerate(record.get("levels", ())):
        db.merge(
            campaign_tables.LoyaltyLevel(
                id=level["id"],
                campaign_id=record["id"],
                position=position,
                name=level["name"],
                description=level.get("description", ""),
                automated=level.get("automated", True),
                points_threshold=_amount(level.get("points_threshold")),
                maintenance_points=_amount(level.get("maintenance_points")),
            )
        )
    for rule in record.get("loyalty_rules", ()):
        amounts = {name: _amount(rule.get(name)) for name in ("points_threshold", "action_amount")}
        plain = ("description", "direction", "expiry_unit", "expiry_quantity")
        linked = ("loyalty_level_id", "operand_campaign_id")
        db.merge(
            campaign_tables.LoyaltyRule(
                campaign_id=record["id"],
                repeatable=rule.get("repeatable", False),
                **{name: rule[name] for name in ("id", "title", "type", "action")},
                **{name: rule.get(name) for name in (*plain, *linked)},
                **amounts,
            )
        )


def _add_product(db: Session, chain: tables.Chain, record: Mapping[str, Any], where: str) -> None:
    _not_anothers(db, basket_tables.Product, chain, record["id"], where)
    plain = ("name", "description", "brand", "season", "category", "web_url", "image_url")
    db.merge(
        basket_tables.Product(
            id=record["id"],
            chain_id=chain.id,
            code=record["code"],
            price=_amount(record["price"]),
            promotional=record.get("promotional", False),
            created_at=_LONG_AGO,
            modified_at=_LONG_AGO,
            **{name: record.get(name) for name in plain},
        )
    )
    db.flush()
    for index, variant in enumerate(record.get("variants", ())):
        _not_anothers(db, basket_tables.Variant, chain, variant["id"], f"{where}.variants[{index}]")
        db.merge(
            basket_tables.Variant(
                id=variant["id"],
                chain_id=chain.id,
                product_id=record["id"],
                barcode=variant["barcode"],
                price=_amount(variant.get("price", record["price"])),
                cost_price=_amount(variant.get("cost_price")),
                image_url=record.get("image_url"),
                web_url=record.get("web_url"),
                created_at=_LONG_AGO,
                modified_at=_LONG_AGO,
                **{name: variant.get(name) for name in ("code", "colour", "size")},
            )
        )


_MEMBERS_OWN = ("password", "session_key", "wallets", "loyalty_level_id", "notes", "vouchers", "birthday", "created_at")


def _add_member(db: Session, chain: tables.Chain, record: Mapping[str, Any], where: str) -> None:
    present = db.get(tables.User, record["id"])
    if present is not None and present.chain_id != chain.id:
        raise SeedError(f"{where}.id", "another user has this id")
    created = _moment(record.get("created_at"), f"{where}.created_at") or _LONG_AGO
    fields = {name: value for name, value in record.items() if name not in _MEMBERS_OWN}
    number = record.get("member_number")
    fields |= {
        "username": record["username"].lower(),
        "member_number": number or str(record["id"]),
        "entity_code_type": "custom" if number else "regular",
        "password_hash": _hashed(record["password"]) if "password" in record else None,
        "birthday": _day(record.get("birthday"), f"{where}.birthday"),
        "programme_joined_at": created if record.get("programme_opted_in", True) else None,
    }
    user = db.merge(tables.User(chain_id=chain.id, created_at=created, failed_logins=0, **fields))
    db.flush()
    _add_session(db, user, record)
    for index, wallet in enumerate(record.get("wallets", ())):
        _found(db, campaign_tables.Campaign, wallet["campaign_id"], f"{where}.wallets[{index}].campaign_id")
        ledger = campaign_tables.LedgerEntry
        theirs = (ledger.user_id == user.id) & (ledger.campaign_id == wallet["campaign_id"])
        amount = Decimal(str(wallet["amount"])) - (
            db.scalar(select(func.sum(ledger.amount)).where(theirs)) or Decimal(0)
        )
        if amount:
            db.add(
                ledger(
                    id=_free(db, "ledger", ledger),
                    user_id=user.id,
                    campaign_id=wallet["campaign_id"],
                    amount=amount,
                    kind="manual",
                    cause="Manual",
                    log_message=wallet.get("log_message", "Opening balance"),
                    created_at=created,
                )
            )
            db.flush()
    _acknowledge(db, chain, user)
    if "loyalty_level_id" in record:
        level = _found(db, campaign_tables.LoyaltyLevel, record["loyalty_level_id"], f"{where}.loyalty_level_id")
        db.merge(
            campaign_tables.Standing(
                user_id=user.id,
                campaign_id=level.campaign_id,
                loyalty_level_id=level.id,
                reached_at=created,
                reviewed_at=created,
                next_review_at=created,  # its first period begins when the clock first comes by
            )
        )
    for note in record.get("notes", ()):
        db.merge(
            tables.Note(
                id=note.get("id") or _free(db, "note", tables.Note),
                user_id=user.id,
                creating_user_id=note.get("creating_user_id"),
                text=note["text"],
                created_at=_moment(note.get("created_at"), where) or created,
            )
        )
    for index, voucher in enumerate(record.get("vouchers", ())):
        _add_voucher(db, chain, user, voucher, f"{where}.vouchers[{index}]")


def _acknowledge(db: Session, chain: tables.Chain, user: tables.User) -> None:
    """What loyalty rules give for joining, and for the points that a record brings, was given before."""
    rule_table, campaign = campaign_tables.LoyaltyRule, campaign_tables.Campaign
    theirs = select(rule_table, campaign).join(campaign, campaign.id == rule_table.campaign_id)
    for rule, programme in db.execute(theirs.where(campaign.chain_id == chain.id)):
        ledger = campaign_tables.LedgerEntry
        points = (ledger.user_id == user.id) & (ledger.campaign_id == programme.rules.get("points_campaign_id"))
        balance = db.scalar(select(func.sum(ledger.amount)).where(points)) or Decimal(0)
        times = 1 if rule.type == "initial" else rule.reached(balance)
        present = db.get(campaign_tables.RuleProgress, (user.id, rule.id))
        if times and user.programme_opted_in and (present is None or present.times < times):
            db.merge(campaign_tables.RuleProgress(user_id=user.id, rule_id=rule.id, times=times))


def _add_voucher(db: Session, chain: tables.Chain, user: tables.User, record: Mapping[str, Any], where: str) -> None:
    campaign = _found(db, campaign_tables.Campaign, record["campaign_id"], f"{where}.campaign_id")
    number = record.get("id") or _free(db, "voucher", campaign_tables.Voucher)
    product = None
    if "product_code" in record:
        theirs = (basket_tables.Product.chain_id == chain.id) & (basket_tables.Product.code == record["product_code"])
        product = db.scalars(select(basket_tables.Product).where(theirs)).first()
        if product is None:
            raise SeedError(f"{where}.product_code", f"there is no product {record['product_code']}")
    texts = ("honour_code", "title", "text", "description", "notes", "image_url")
    db.merge(
        campaign_tables.Voucher(
            id=number,
            key=record.get("key") or made_key(f"seed/{number}"),
            chain_id=chain.id,
            user_id=user.id,
            campaign_id=campaign.id,
            type=record.get("type", "basket"),
            status=record.get("status", "generated"),
            amount=_amount(record.get("amount")),
            amount_redeemed=Decimal(0),
            discount_ratio=_amount(record.get("discount_ratio")),
            currency_id=None if record.get("type") == "honour" else campaign.currency_id,
            product_id=product.id if product else None,
            product_price=product.price if product else None,
            created_at=_moment(record.get("created_at"), f"{where}.created_at") or user.created_at,
            expires_at=_moment(record.get("expires_at"), f"{where}.expires_at") or _FAR_OFF,
            **{name: record.get(name) for name in texts},
        )
    )


def _generate(db: Session, chain: tables.Chain, record: Mapping[str, Any], where: str) -> None:
    """Vouchers made up, for the members that there are in turn."""
    campaign = _found(db, campaign_tables.Campaign, record["campaign_id"], f"{where}.campaign_id")
    members = db.scalars(select(tables.User.id).where(tables.User.chain_id == chain.id).order_by(tables.User.id)).all()
    if not members:
        raise SeedError(where, "a chain without members has no vouchers")
    first = (db.scalar(select(func.max(campaign_tables.Voucher.id))) or 0) + 1
    rows = _made_vouchers(Random(record["seed"]), campaign, members, range(first, first + record["vouchers"]))
    db.flush()
    for batch in iter(lambda: list(islice(rows, _AT_A_TIME)), []):
        db.execute(insert(Base.metadata.tables["spaaza_vouchers"]), batch)  # into the table, which is faster


def _made_vouchers(
    dice: Random, campaign: campaign_tables.Campaign, members: Iterable[int], numbers: Iterable[int]
) -> Iterator[dict[str, Any]]:
    users = list(members)
    for number in numbers:
        yield {
            "id": number,
            "key": made_key(f"made/{number}"),
            "chain_id": campaign.chain_id,
            "user_id": users[number % len(users)],
            "campaign_id": campaign.id,
            "type": "basket",
            "status": "claimed" if dice.random() < 0.3 else "generated",
            "amount": Decimal(dice.randrange(100, 10_000)) / 100,
            "amount_redeemed": Decimal(0),
            "currency_id": campaign.currency_id,
            "text": campaign.voucher_text,
            "created_at": _LONG_AGO + timedelta(seconds=dice.randrange(100_000_000)),
            "expires_at": _FAR_OFF,
        }


_SECTIONS: Mapping[str, Callable[[Session, tables.Chain, Mapping[str, Any], str], None]] = {
    "keys": _add_key,
    "branches": _add_branch,
    "campaigns": _add_campaign,
    "products": _add_product,
    "members": _add_member,
}
"""In the order in which one builds on another."""


def made_key(name: str) -> str:
    """A key of 64 hexadecimal digits, the same in two runs alike."""
    return hashlib.sha256(f"spaaza/{name}".encode()).hexdigest()


def _add_session(db: Session, user: tables.User, record: Mapping[str, Any]) -> None:
    if "session_key" in record:
        session = tables.LoginSession(
            user_id=user.id, key=record["session_key"], method="password", hostname=None, expires_at=_FAR_OFF
        )
        db.merge(session)
        db.flush()


def _found(db: Session, table: type[Any], id: int, where: str) -> Any:
    row = db.get(table, id)
    if row is None:
        raise SeedError(where, f"there is none with the id {id}")
    return row


def _not_anothers(db: Session, table: type[Any], chain: tables.Chain, id: int, where: str) -> None:
    row = db.get(table, id)
    if row is not None and row.chain_id != chain.id:
        raise SeedError(f"{where}.id", f"chain {row.chain_id} has one of this id")


def _free(db: Session, name: str, table: type[Base]) -> int:
    """The next id that no record has; records with ids of the user's choosing may have come before."""
    while db.get(table, number := next_number(db, "spaaza", name)) is not None:
        pass
    return number


def _currency(db: Session, code: str, where: str) -> int:
    row = db.scalars(select(tables.Currency).where(tables.Currency.code == code)).first()
    if row is None:
        raise SeedError(where, f"there is no currency {code}")
    return row.id


@cache
def _hashed(password: str) -> str:
    return generate_password_hash(password)


def _amount(value: float | str | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _texts(rules: Mapping[str, Any]) -> dict[str, Any]:
    """Rules with their amounts as texts: JSON columns would make binary floats of them."""
    counts = {"voucher_expiry_days", "rounding_precision", "secondary_display_rounding_precision", "expiry_days"}
    counts |= {"max_rewards", "purchase_number", "days_before", "points_campaign_id", "review_months"}

    def text(name: str, value: Any) -> Any:
        if isinstance(value, Mapping):
            return _texts(value)  # pyright: ignore[reportUnknownArgumentType]
        is_amount = isinstance(value, int | float) and not isinstance(value, bool) and name not in counts
        return str(value) if is_amount else value

    return {name: text(name, value) for name, value in rules.items()}


def _moment(text: str | None, where: str) -> datetime | None:
    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise SeedError(where, f"is no time: {text}") from error
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _day(text: str | None, where: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise SeedError(where, f"is no date: {text}") from error


@cache
def _validator() -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(parse_yaml(Path(__file__).with_name("seed_schema.yaml").read_bytes()))
