"""Where webhook events go: what the operator has set."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from fnmatch import fnmatchcase
from typing import Any, cast

from sqlalchemy import delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from .journal import HIDDEN, shown_url
from .posting import check_url
from .spec import Webhook
from .store import Base


class TargetError(ValueError):
    """A target is wrong; the text says which and how."""


@dataclass(frozen=True, kw_only=True)
class Target:
    """A receiver of events."""

    url: str
    api: str = "*"
    event: str = "*"
    """The name of a webhook of the spec; `*` stands for any part of it: `shopper.*`."""
    secret: str | None = None
    """What the receiver knows the events by; needed where they are signed."""
    target_key: str | None = None
    """Whose events: a chain, a `client_id`, as the API says; None: everybody's."""

    def matches(self, api: str, event: str, key: str | None) -> bool:
        """Whether such an event goes here."""
        return self.api in ("*", api) and fnmatchcase(event, self.event) and self.target_key in (None, key)

    def to_json(self) -> dict[str, Any]:
        """As the admin API shows it: without the secret, and without the key, which may let somebody in."""
        hidden = {"secret": self.secret and HIDDEN, "target_key": self.target_key and HIDDEN}
        return {**asdict(self), "url": shown_url(self.url), **hidden}


class TargetRow(Base):
    """A target as it is stored."""

    __tablename__ = "sandbox_webhook_targets"

    number: Mapped[int] = mapped_column(primary_key=True)
    url: Mapped[str]
    api: Mapped[str]
    event: Mapped[str]
    secret: Mapped[str | None] = mapped_column(info={"secret": True})
    target_key: Mapped[str | None]


def load_targets(db: Session) -> list[Target]:
    """The targets, in the order in which they were set."""
    rows = db.scalars(select(TargetRow).order_by(TargetRow.number))
    return [
        Target(url=row.url, api=row.api, event=row.event, secret=row.secret, target_key=row.target_key) for row in rows
    ]


def store_targets(db: Session, targets: Sequence[Target]) -> None:
    """Replaces the targets."""
    db.execute(delete(TargetRow))
    db.add_all(TargetRow(number=number, **asdict(target)) for number, target in enumerate(targets, 1))


def read_target(data: Any, where: str, known: Mapping[tuple[str, str], Webhook]) -> Target:
    """A target from plain data.

    Args:
        data: An object with the fields of `Target`.
        where: Its place, for the error.
        known: Every webhook there is, by API and name.

    Raises:
        TargetError: It has an unknown key or a wrong value, matches no webhook, or has no secret though one is signed.
    """
    if not isinstance(data, dict):
        raise TargetError(f"{where}: must be an object")
    fields = cast("dict[str, Any]", data)
    keys = Target.__dataclass_fields__
    for key, value in fields.items():
        if key not in keys:
            raise TargetError(f"{where}.{key}: there is no such key; there are {', '.join(keys)}")
        optional = value is None and key in ("secret", "target_key")
        if not optional and (not isinstance(value, str) or not value or "\x00" in value):
            raise TargetError(f"{where}.{key}: must be a text")
    if "url" not in fields:
        raise TargetError(f"{where}.url: is missing")
    target = Target(**fields)
    try:
        check_url(target.url)
    except ValueError as error:
        raise TargetError(f"{where}.url: {error}") from error
    taken = {pair: hook for pair, hook in known.items() if target.matches(*pair, target.target_key)}
    if not taken:
        there_are = ", ".join(f"{api} {name}" for api, name in known) or "none"
        raise TargetError(f"{where}.event: {target.api} has no webhook {target.event}; there are {there_are}")
    signed = next((f"{api} {name}" for (api, name), hook in taken.items() if hook.signature), None)
    if signed and target.secret is None:
        raise TargetError(f"{where}.secret: is missing, and {signed} is signed with one")
    return target
