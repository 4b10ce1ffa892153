"""Spaaza's tables of chains and people. Every record belongs to a chain, directly or by its user."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from ..store import Base


class Currency(Base):
    """A currency, of money or of points."""

    __tablename__ = "spaaza_currencies"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    symbol: Mapped[str]


class Chain(Base):
    """A retailer."""

    __tablename__ = "spaaza_chains"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str]
    entity_type: Mapped[str]
    """`chain`, or `business` for one without branches."""
    currency_id: Mapped[int] = mapped_column(ForeignKey("spaaza_currencies.id"))
    profile: Mapped[dict[str, Any]]
    """What cards and receipts show: email, logo_url, website_url, colours."""
    rules: Mapped[dict[str, Any]]
    """How the chain is set up; `seed_schema.yaml` says what there is."""


class App(Base):
    """An app of a chain, known by its host name."""

    __tablename__ = "spaaza_apps"

    hostname: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[int]
    chain_id: Mapped[int | None] = mapped_column(ForeignKey("spaaza_chains.id"))
    """None for an app without a chain: the service knows such, and refuses to work with them."""


class Branch(Base):
    """A branch of a chain; the service calls it a business."""

    __tablename__ = "spaaza_branches"
    __table_args__ = (UniqueConstraint("chain_id", "owner_code"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    chain_id: Mapped[int] = mapped_column(ForeignKey("spaaza_chains.id"))
    name: Mapped[str]
    owner_code: Mapped[str | None]
    """The retailer's own code of it."""
    country_code: Mapped[str | None]
    fields: Mapped[dict[str, Any]]
    """Address, place, contact and pictures, by the names that the service gives them."""


class Key(Base):
    """The key of a trusted system."""

    __tablename__ = "spaaza_keys"

    key: Mapped[str] = mapped_column(primary_key=True, info={"secret": True})
    secret: Mapped[str] = mapped_column(info={"secret": True})
    chain_id: Mapped[int] = mapped_column(ForeignKey("spaaza_chains.id"))


class User(Base):
    """A member of a chain, or an administrator."""

    __tablename__ = "spaaza_users"
    __table_args__ = (
        UniqueConstraint("chain_id", "username"),
        UniqueConstraint("chain_id", "member_number"),
        UniqueConstraint("chain_id", "authentication_point_identifier"),
        UniqueConstraint("chain_id", "referral_code"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    chain_id: Mapped[int | None] = mapped_column(ForeignKey("spaaza_chains.id"))
    """None for an administrator: the roles say for which chains."""
    username: Mapped[str | None]
    password_hash: Mapped[str | None] = mapped_column(info={"secret": True})
    failed_logins: Mapped[int] = mapped_column(default=0)
    failed_since: Mapped[datetime | None]
    created_at: Mapped[datetime]

    member_number: Mapped[str | None]
    entity_code_type: Mapped[str | None]
    """`regular` for a member number of the service's making, `custom` for the retailer's own."""
    authentication_point_identifier: Mapped[str | None]
    auxiliary_identifier: Mapped[str | None]
    referral_code: Mapped[str | None]
    referring_user_id: Mapped[int | None] = mapped_column(index=True)
    signup_channel: Mapped[str | None]
    signup_store_id: Mapped[int | None]
    home_store_id: Mapped[int | None]

    first_name: Mapped[str | None]
    last_name: Mapped[str | None]
    gender: Mapped[str | None]
    birthday: Mapped[date | None]
    phone_number: Mapped[str | None]
    language: Mapped[str | None]
    country_code: Mapped[str | None]
    address_streetname: Mapped[str | None]
    address_housenumber: Mapped[str | None]
    address_housenumber_extension: Mapped[str | None]
    address_line_2: Mapped[str | None]
    address_line_3: Mapped[str | None]
    address_towncity: Mapped[str | None]
    address_regionstate: Mapped[str | None]
    address_postalcode: Mapped[str | None]

    registered: Mapped[bool] = mapped_column(default=True)
    is_employee: Mapped[bool] = mapped_column(default=False)
    opt_in_secondary: Mapped[bool | None]
    mailing_list_sub_offered: Mapped[bool] = mapped_column(default=False)
    mailing_list_subscribed: Mapped[bool] = mapped_column(default=False)
    printed_mailing_list_subscribed: Mapped[bool] = mapped_column(default=False)
    programme_opted_in: Mapped[bool] = mapped_column(default=True)
    programme_joined_at: Mapped[datetime | None]
    obfuscated: Mapped[bool] = mapped_column(default=False)
    """Whether the account was deleted: what told of the person is gone, what was bought is not."""


class Role(Base):
    """What an administrator may do in a chain."""

    __tablename__ = "spaaza_roles"

    user_id: Mapped[int] = mapped_column(ForeignKey("spaaza_users.id"), primary_key=True)
    chain_id: Mapped[int] = mapped_column(ForeignKey("spaaza_chains.id"), primary_key=True)
    access: Mapped[list[str]]
    """Of `read`, `write`, `assign`, `delete`."""


class LoginSession(Base):
    """A session; a user has one at a time."""

    __tablename__ = "spaaza_sessions"

    user_id: Mapped[int] = mapped_column(ForeignKey("spaaza_users.id"), primary_key=True)
    key: Mapped[str] = mapped_column(unique=True, info={"secret": True})
    method: Mapped[str]
    hostname: Mapped[str | None]
    expires_at: Mapped[datetime]


class CrossSiteToken(Base):
    """A token that another site may sign a member in with."""

    __tablename__ = "spaaza_cross_site_tokens"

    token: Mapped[str] = mapped_column(primary_key=True, info={"secret": True})
    user_id: Mapped[int] = mapped_column(ForeignKey("spaaza_users.id"))
    hostname: Mapped[str]
    expires_at: Mapped[datetime]


class Note(Base):
    """A note about a member."""

    __tablename__ = "spaaza_notes"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    user_id: Mapped[int] = mapped_column(ForeignKey("spaaza_users.id"), index=True)
    creating_user_id: Mapped[int | None]
    """None: a trusted system wrote it."""
    text: Mapped[str]
    created_at: Mapped[datetime]


class Export(Base):
    """A link to a file of all members, which works once."""

    __tablename__ = "spaaza_exports"

    nonce: Mapped[str] = mapped_column(primary_key=True, info={"secret": True})
    chain_id: Mapped[int] = mapped_column(ForeignKey("spaaza_chains.id"))
    created_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


Index("spaaza_users_by_name", User.chain_id, User.last_name)
