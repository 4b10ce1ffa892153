# Generated from specs/spaaza.yaml by the generator; edit the spec and run `make generate`.
"""The Spaaza API."""

from __future__ import annotations

from functools import cached_property
from typing import Self, Unpack

from retail_runtime import (
    Async,
    AsyncClient,
    AsyncOptions,
    AsyncRaw,
    CallOptions,
    ClientParameter,
    Credentials,
    ErrorShape,
    M,
    Resource,
    Scheme,
    Secret,
    Spec,
    Sync,
    SyncClient,
    SyncOptions,
    SyncRaw,
    Token,
)

from . import models
from .errors import ERRORS
from .resources.baskets import Baskets
from .resources.branches import Branches
from .resources.campaigns import Campaigns
from .resources.receipts import Receipts
from .resources.sessions import Sessions
from .resources.users import Users
from .resources.vouchers import Vouchers
from .resources.wallets import Wallets

SPEC = Spec(
    name="spaaza",
    version="0.1.0",
    servers={
        "": "https://api0.spaaza.com",
        "exports": "https://services.spaaza.com",
        "services": "https://services-prod.spaaza.com",
    },
    schemes={
        "user_id": Scheme("header", "X-Spaaza-Session-User-Id"),
        "user_session": Scheme("header", "X-Spaaza-Session-Key"),
        "admin_id": Scheme("header", "X-Spaaza-Session-User-Id"),
        "admin_session": Scheme("header", "X-Spaaza-Session-Key"),
        "privileged": Scheme("bearer"),
    },
    auth=(("user_id", "user_session"), ("admin_id", "admin_session"), ("privileged",)),
    error=ErrorShape(
        "error.description", code="error.code", name="error.name", transient=("293", "296", "306", "330", "332", "408")
    ),
    errors=ERRORS,
    parameters={
        "app_hostname": ClientParameter("X-Spaaza-MyPrice-App-Hostname", "header"),
        "session_chain_id": ClientParameter("X-Spaaza-Session-Chain-Id", "header"),
        "api_version": ClientParameter("X-Spaaza-API-version", "header", "1.4.2"),
        "language": ClientParameter("Accept-Language", "header"),
    },
    resources={
        "users": Users,
        "sessions": Sessions,
        "vouchers": Vouchers,
        "wallets": Wallets,
        "baskets": Baskets,
        "receipts": Receipts,
        "campaigns": Campaigns,
        "branches": Branches,
    },
)


class Privileged(Credentials):
    """The key of a trusted system, and its secret."""

    def __init__(self, key: Token | None = None, secret: Token | None = None) -> None:
        super().__init__({"privileged": (Secret(key, "SPAAZA_KEY"), Secret(secret, "SPAAZA_SECRET"))})


class UserSession(Credentials):
    """A member's session."""

    def __init__(self, user_id: Token | models.Session | None = None, session_key: Token | None = None) -> None:
        if isinstance(user_id, models.Session):
            user_id, session_key = str(user_id.session_info.session_user_id), str(user_id.session_info.session_key)
        super().__init__(
            {
                "user_id": (Secret(user_id, "SPAAZA_USER_ID"),),
                "user_session": (Secret(session_key, "SPAAZA_SESSION_KEY"),),
            }
        )


class AdminSession(Credentials):
    """An administrator's session."""

    def __init__(self, user_id: Token | models.Session | None = None, session_key: Token | None = None) -> None:
        if isinstance(user_id, models.Session):
            user_id, session_key = str(user_id.session_info.session_user_id), str(user_id.session_info.session_key)
        super().__init__(
            {
                "admin_id": (Secret(user_id, "SPAAZA_USER_ID"),),
                "admin_session": (Secret(session_key, "SPAAZA_SESSION_KEY"),),
            }
        )


class SpaazaCallOptions(CallOptions, total=False):
    """What may differ from call to call."""

    app_hostname: str
    """Host name of the Spaaza app, which tells the chain. Needed with a privileged key."""
    session_chain_id: int
    """The chain of an administrator's session. The services host needs it."""
    api_version: str
    """The version whose form of answers is wanted. The client reads those from 1.4.2 on."""
    language: str
    """The languages wanted for localised texts, as HTTP writes them (`nl-NL, en;q=0.5`)."""


class SpaazaOptions(SyncOptions, SpaazaCallOptions, total=False):
    """What a blocking client may be given."""


class AsyncSpaazaOptions(AsyncOptions, SpaazaCallOptions, total=False):
    """What an async client may be given."""


class Api(Resource[M]):
    """The operations of the Spaaza API, by resource."""

    @cached_property
    def users(self) -> Users[M]:
        """Members of a chain, and its administrators."""
        return Users(self.mode)

    @cached_property
    def sessions(self) -> Sessions[M]:
        """Logging in and out, and who is logged in."""
        return Sessions(self.mode)

    @cached_property
    def vouchers(self) -> Vouchers[M]:
        """Vouchers: rights to a discount, a product or a wallet's amount."""
        return Vouchers(self.mode)

    @cached_property
    def wallets(self) -> Wallets[M]:
        """Wallets of points and of money, and their ledgers."""
        return Wallets(self.mode)

    @cached_property
    def baskets(self) -> Baskets[M]:
        """Baskets: prices before the purchase, purchases, returns."""
        return Baskets(self.mode)

    @cached_property
    def receipts(self) -> Receipts[M]:
        """Receipts of purchases."""
        return Receipts(self.mode)

    @cached_property
    def campaigns(self) -> Campaigns[M]:
        """Campaigns that members take part in."""
        return Campaigns(self.mode)

    @cached_property
    def branches(self) -> Branches[M]:
        """Branches of a chain."""
        return Branches(self.mode)


class Spaaza(SyncClient, Api[Sync]):
    """A blocking client for the Spaaza API.

    >>> api = Spaaza()

    Args:
        auth: How to sign in; left out for what the environment has.
        **options: Timeouts, retries, addresses, hooks; see `SpaazaOptions`.
    """

    def __init__(
        self, auth: Privileged | UserSession | AdminSession | None = None, **options: Unpack[SpaazaOptions]
    ) -> None:
        super().__init__(SPEC, auth or Privileged(), options)

    @cached_property
    def with_response(self) -> Api[SyncRaw]:
        """The same operations, returning their data with the HTTP response."""
        return Api(SyncRaw(self.mode.engine, self.mode.http))

    def with_options(self, **options: Unpack[SpaazaCallOptions]) -> Self:
        """This client with other settings, over the same connections."""
        return self._with(options)


class AsyncSpaaza(AsyncClient, Api[Async]):
    """An async client for the Spaaza API.

    >>> api = AsyncSpaaza()

    Args:
        auth: How to sign in; left out for what the environment has.
        **options: Timeouts, retries, addresses, hooks; see `AsyncSpaazaOptions`.
    """

    def __init__(
        self, auth: Privileged | UserSession | AdminSession | None = None, **options: Unpack[AsyncSpaazaOptions]
    ) -> None:
        super().__init__(SPEC, auth or Privileged(), options)

    @cached_property
    def with_response(self) -> Api[AsyncRaw]:
        """The same operations, returning their data with the HTTP response."""
        return Api(AsyncRaw(self.mode.engine, self.mode.http))

    def with_options(self, **options: Unpack[SpaazaCallOptions]) -> Self:
        """This client with other settings, over the same connections."""
        return self._with(options)
