"""An account's part of the data, at a moment: where every rule looks things up."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from functools import cached_property

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..api import Call, Problem
from .tables import Category, Connection, Product, Store, User

USER_NOT_FOUND = "User not found"


class Realm:
    """What one account can see and change.

    Args:
        call: The request.
        account: The `client_id` of the account.
    """

    def __init__(self, call: Call, account: str) -> None:
        self.call = call
        self.account = account
        self.now: datetime = call.clock.now()

    @property
    def db(self) -> Session:
        """The request's transaction."""
        return self.call.db

    @cached_property
    def stores(self) -> dict[int, Store]:
        """All stores of the lookup."""
        return {store.id: store for store in self.db.scalars(select(Store).order_by(Store.id))}

    @cached_property
    def categories(self) -> dict[int, Category]:
        """All categories."""
        return {category.id: category for category in self.db.scalars(select(Category).order_by(Category.id))}

    def user(self, user_id: str, *, status: int = 404) -> User:
        """The user of this id; a Problem of `status` without one."""
        user = self.find_user(user_id)
        if user is None:
            raise Problem(status, USER_NOT_FOUND)
        return user

    def find_user(self, user_id: str) -> User | None:
        """The user of this id, if there is one."""
        return self.db.scalars(select(User).where(User.account == self.account, User.user_id == user_id)).one_or_none()

    def connection(self, user: User, id: int) -> Connection:
        """The user's connection of this id; Problem 404 without one."""
        connection = self.db.get(Connection, id)
        if connection is None or connection.owner != user.id:
            raise Problem(404, "Store connection not found")
        return connection

    def products(self, ids: Collection[int]) -> dict[int, Product]:
        """Products by id; those that are not there are left out."""
        rows = self.db.scalars(select(Product).where(Product.id.in_(set(ids))).order_by(Product.id))
        return {row.id: row for row in rows}

    def seconds(self, setting: str) -> timedelta:
        """A duration among the settings."""
        return timedelta(seconds=self.call.settings[setting])
