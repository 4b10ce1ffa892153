"""Why a store locks an account, and which test logins lead to what.

The part of the user name before `@` and `+` decides: `image-captcha+7@example.com` is locked by a captcha. Any other
name is right with any password but `wrong`.

| user name | what becomes of the login |
| --- | --- |
| `wrong` | `Invalid`; so is any name with the password `wrong` |
| `unknown` | `Unknown` |
| `warning` | works; the harvest ends `DoneWithWarning`, with purchases missed |
| `lost` | works the first time, is `Invalid` from the second harvest on |
| `security-question` | locked, 2 |
| `image-captcha` | locked, 3 |
| `incomplete-profile` | locked, 4 |
| `deactivated` | locked, 5 |
| `access-denied` | locked, 6 |
| `password-reset` | locked, 7 |
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Lock:
    """A reason for a lock."""

    code: int
    """In webhooks."""
    name: str
    """In answers."""
    username: str
    """The test user name that leads to it."""
    remedy: str
    """What the user is told."""


ACCESS_DENIED, IMAGE_CAPTCHA, PASSWORD_RESET, SECURITY_QUESTION = 6, 3, 7, 2

LOCKS = {
    lock.code: lock
    for lock in (
        Lock(SECURITY_QUESTION, "Security Question", "security-question", "Answer the question that the store asks."),
        Lock(IMAGE_CAPTCHA, "Image Captcha", "image-captcha", "Read the letters in the picture."),
        Lock(4, "Incomplete User Profile", "incomplete-profile", "Complete your profile at the store's own site."),
        Lock(5, "User Account Deactivated", "deactivated", "Have your account reactivated at the store's own site."),
        Lock(ACCESS_DENIED, "Access Denied", "access-denied", "The store cannot be reached at the moment."),
        Lock(
            PASSWORD_RESET,
            "Password Reset Required",
            "password-reset",
            "Set a new password at the store, then here.",
        ),
    )
}
CODES = {lock.name: lock.code for lock in LOCKS.values()}
_BY_USERNAME = {lock.username: lock.code for lock in LOCKS.values()}


def lock_of(username: str) -> int | None:
    """The lock that a user name leads to."""
    return _BY_USERNAME.get(_kind(username))


def login_status(username: str, password: str, *, worked_before: bool) -> str:
    """What testing a login gives: `Verified`, `Invalid` or `Unknown`."""
    kind = _kind(username)
    if kind == "wrong" or password == "wrong" or (kind == "lost" and worked_before):  # noqa: S105
        return "Invalid"
    return "Unknown" if kind == "unknown" else "Verified"


def harvests_with_warning(username: str) -> bool:
    """Whether some purchases are missed."""
    return _kind(username) == "warning"


def _kind(username: str) -> str:
    return re.split("[@+]", username, maxsplit=1)[0].lower()
