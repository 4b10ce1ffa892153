# ruff: noqa: PIE790, RUF012, RUF036 (declared as generated code is)
"""A made-up API, declared as the generator declares ours, that has each of their hard cases."""

from __future__ import annotations

import builtins
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal, TypeAlias, Unpack

from retail_runtime import (
    DELETE,
    GET,
    PATCH,
    POST,
    PUT,
    UNSET,
    APIError,
    APIStatusError,
    Async,
    AsyncClient,
    AsyncOptions,
    AsyncRaw,
    BadRequestError,
    Base64File,
    Body,
    CallOptions,
    Check,
    ClientParameter,
    Credentials,
    DecimalText,
    DigitText,
    Download,
    Erase,
    ErrorShape,
    Export,
    Fetch,
    Field,
    Flag,
    Header,
    Job,
    JobFailedError,
    Joined,
    LinkedPages,
    LocalDateTime,
    M,
    Model,
    NotFoundError,
    Null,
    NumberedPages,
    OffsetPages,
    Page,
    Part,
    Query,
    Quota,
    Resource,
    Rows,
    Scheme,
    Secret,
    ServerError,
    Spec,
    Spread,
    Sync,
    SyncClient,
    SyncOptions,
    SyncRaw,
    Token,
    Unset,
    Upload,
    Wait,
    YesNo,
    by_code,
    many,
    poll,
)

from .wire import Answer, Wire

Status: TypeAlias = Literal["active", "redeemed"] | str


class Voucher(Model):
    """A voucher."""

    id: str
    status: Status = "active"
    value: Decimal | None = None
    count: int | None = None
    starts: datetime | None = None
    day: date | None = None
    tags: list[str] = []
    open: bool | None = None
    note: str | None = None


class Price(Model):
    """A price to be sent."""

    amount: DecimalText
    pieces: DigitText | None = None
    seen: LocalDateTime | None = None
    rate: Decimal | None = None
    label: str | None | Unset = UNSET


class Card(Model, tag_field="kind", tag="card"):
    """A way to pay."""

    last4: str


class Sepa(Model, tag_field="kind", tag="sepa"):
    """Another; it gathers what the spec does not name."""

    collect: ClassVar[Mapping[str, str]] = {"more": ""}

    iban: str
    more: dict[str, str] = {}


class Wallet(Model):
    """Ways to pay."""

    methods: list[Card | Sepa]


class Node(Model):
    """A tree: a model that holds itself, and gathers."""

    collect: ClassVar[Mapping[str, str]] = {"rest": "", "has": "has_"}

    name: str
    children: list[Node] = []
    has: dict[str, bool] = {}
    rest: dict[str, str] = {}


class Listing(Model):
    """A page by number or by offset."""

    items: list[Voucher]
    pages: int | None = None
    total: int | None = None
    next: str | None = None


class Meta(Model):
    """What an envelope tells beside the data."""

    took: float
    limit: int | None = None
    left: int | None = None
    reset: int | None = None


class Envelope(Model):
    """An answer with warnings and meta."""

    result: Voucher | None = None
    warnings: list[str] | None = None
    meta: Meta | None = None


class Started(Model):
    """Work that has begun."""

    job: str


class Progress(Model):
    """How far work is."""

    state: str | bool
    why: str | None = None


class FileLink(Model):
    """Where a file is."""

    url: str | None = None


class ExpiredBody(Model):
    """What an expired voucher's error says."""

    code: int
    message: str
    ended: datetime


class VoucherMissingError(NotFoundError):
    """There is no such voucher."""

    code = "183"


class VoucherExpiredError(BadRequestError):
    """Its time is over."""

    code = "184"
    Details = ExpiredBody


class BrokenError(ServerError):
    """The service failed."""

    code = "500"


class WorkFailedError(JobFailedError):
    """The work was given up."""


ERRORS: Mapping[str, type[APIStatusError]] = by_code(VoucherMissingError, VoucherExpiredError, BrokenError)

WAIT = Wait(
    "jobs.status", {"job": "job"}, "state", ("done", "true"), ("failed",), WorkFailedError, message="why", interval=2.0
)


class Vouchers(Resource[M]):
    """Vouchers."""

    @GET("/vouchers/{voucher_id}")
    def get(
        self,
        voucher_id: str,
        *,
        expand: bool | None = None,
        trace: Annotated[str | None, Header("X-Trace")] = None,
    ) -> Voucher:
        """Fetch one voucher.

        Args:
            voucher_id: Which one.
        """
        ...

    @GET("/vouchers")
    def search(
        self,
        *,
        status: Sequence[str] | None = None,
        ids: Annotated[str | Sequence[str] | None, Joined()] = None,
        since: datetime | date | None = None,
        owner: Annotated[str | Null | None, Query("ownerId", null="null")] = None,
        open: YesNo | None = None,
        flags: Sequence[Flag] | None = None,
        least: Decimal | None = None,
        code: Annotated[str | None, Check("barcode")] = None,
        extra: Annotated[Mapping[str, Any] | None, Spread()] = None,
    ) -> builtins.list[Voucher]:
        """Find vouchers."""
        ...

    @POST("/vouchers", repeat="basket_code")
    def create(
        self,
        value: DecimalText,
        *,
        price: Price | Mapping[str, Any] | None = None,
        tags: Sequence[str] | None = None,
        expires: datetime | None | Unset = UNSET,
        basket_code: str | None = None,
    ) -> Voucher:
        """Make a voucher."""
        ...

    @PUT("/vouchers/{voucher_id}")
    def put(self, voucher_id: str, voucher: Annotated[Voucher | Mapping[str, Any], Body()]) -> Voucher:
        """Put a whole voucher."""
        ...

    @PATCH("/vouchers/{voucher_id}", wrap=("value", "delete"))
    def change(
        self,
        voucher_id: str,
        *,
        note: Annotated[str | None | Unset, Field(null="null")] = UNSET,
        tags: Sequence[str] | None = None,
        delete_tags: Annotated[bool, Erase("tags")] = False,
        price: Annotated[Price | Mapping[str, Any] | None, Field("voucher_price")] = None,
    ) -> Voucher:
        """Change fields, each wrapped."""
        ...

    @DELETE("/vouchers", body="json")
    def delete(self, id: DigitText) -> None:
        """Delete by a JSON body."""
        ...

    @POST("/vouchers/sweep")
    def sweep(self, *, older: int | None = None) -> None:
        """A body whose fields may all be left out."""
        ...

    @POST("/vouchers/ping")
    def ping(self) -> None:
        """No body at all."""
        ...

    @POST("/vouchers/claim", repeat=True)
    def claim(self, voucher_id: str) -> Voucher:
        """A POST that may be repeated."""
        ...

    @GET("/feed", twin=True, fixed={"v": "3"})
    def feed(self, find: str, *, get: Annotated[Sequence[str] | None, Joined()] = None) -> Voucher:
        """A GET that may go as a POST."""
        ...

    @many(get, over="ids", each="voucher_id")
    def get_many(
        self, ids: Iterable[str], *, concurrency: int = 4, expand: bool | None = None
    ) -> builtins.list[Voucher | APIError]:
        """Many at once."""
        ...

    @GET("/vouchers/{voucher_id}/full", reads=Envelope, data="result", warnings="warnings", meta="meta")
    def full(self, voucher_id: str) -> Voucher:
        """One in an envelope."""
        ...

    @GET("/numbered", reads=Listing, page=NumberedPages("items", "page", last="pages", size="size", default_size=2))
    def numbered(self, *, page: DigitText | None = None, size: DigitText | None = None) -> Page[Voucher]:
        """By number."""
        ...

    @GET("/numbered", reads=Listing, page=NumberedPages("items", "page"))
    def uncounted(self, *, page: int | None = None) -> Page[Voucher]:
        """By number until a page is empty."""
        ...

    @GET("/offset", reads=Listing, page=OffsetPages("items", "offset", total="total", size="size", default_size=2))
    def offset(self, *, offset: int | None = None, size: int | None = None) -> Page[Voucher]:
        """By offset."""
        ...

    @GET("/linked", reads=Listing, page=LinkedPages("items", "page", wire="page", next="next"))
    def linked(self, *, page: int | None = None, name: str | None = None) -> Page[Voucher]:
        """By links."""
        ...

    @GET("/tree")
    def tree(self) -> Node:
        """A tree."""
        ...

    @GET("/wallet", accept="application/json, application/xml")
    def wallet(self) -> Wallet:
        """A union."""
        ...

    @GET("/note")
    def note(self) -> Voucher | None:
        """A voucher or nothing."""
        ...

    @GET("/anything")
    def anything(self) -> Any:
        """Whatever comes."""
        ...

    @GET("/nodes")
    def nodes(self) -> dict[str, Node]:
        """A mapping at the top."""
        ...

    @GET("/vouchers.csv", accept="text/csv")
    def rows(self) -> Rows[Voucher]:
        """As CSV."""
        ...

    @GET("/vouchers.pdf", accept="application/pdf")
    def pdf(self) -> Download:
        """As a file."""
        ...


class Jobs(Resource[M]):
    """Work that goes on."""

    @POST("/jobs", body="multipart", wait=WAIT)
    def start(
        self,
        *,
        data: Annotated[Upload | None, Part()] = None,
        mapping: Mapping[str, str] | None = None,
        quick: Flag | None = None,
    ) -> Job[Started, Progress]:
        """Start work."""
        ...

    @GET("/jobs/{job}")
    def status(self, job: str) -> Progress:
        """How far it is."""
        ...

    @poll(status, Wait("", field="state", done=("done",), interval=2.0))
    def until_done(self, job: str, *, timeout: float = 600.0, interval: float | None = None) -> Progress:
        """Wait."""
        ...

    @GET("/jobs/{job}/parts")
    def statuses(self, job: str) -> builtins.list[Progress]:
        """How far each part of it is."""
        ...

    @poll(statuses, Wait("", field="state", done=("done",), failed=("failed",), error=WorkFailedError))
    def until_all_done(
        self, job: str, *, timeout: float = 600.0, interval: float | None = None
    ) -> builtins.list[Progress]:
        """Wait."""
        ...

    @POST("/scans")
    def scan(self, image: Base64File, *, name: str | None = None) -> None:
        """Send an image as text."""
        ...

    @POST("/exports", fetch=Fetch("jobs.link", {"job": "job"}, url="url"))
    def export(self) -> Export[Started]:
        """Prepare a file."""
        ...

    @GET("/exports/{job}")
    def link(self, job: str) -> FileLink:
        """Where it is."""
        ...

    @PUT("/form", body="form", auth=(("apikey",),))
    def form(
        self,
        name: str,
        *,
        lines: Sequence[str] | None = None,
        owner: Mapping[str, Any] | None = None,
        since: datetime | None = None,
        extra: Annotated[Mapping[str, str] | None, Spread()] = None,
    ) -> None:
        """A form by PUT."""
        ...

    @DELETE("/form", body="form")
    def delete_form(self, name: str) -> None:
        """A form by DELETE."""
        ...


class Account(Resource[M]):
    """Ways to sign in, and another host."""

    @GET("/open", auth=())
    def open(self) -> Any:
        """Without."""
        ...

    @GET("/either", auth=(("bearer",), ("key",)))
    def either(self) -> Any:
        """By one of two."""
        ...

    @GET("/maybe", auth=((), ("key",)))
    def maybe(self) -> Any:
        """With or without."""
        ...

    @GET("/both", auth=(("key", "pair"),))
    def both(self) -> Any:
        """By two at once."""
        ...

    @GET("/query", auth=(("apikey",),))
    def query(self) -> Any:
        """In the query."""
        ...

    @GET("/basic", auth=(("basic",),))
    def basic(self) -> Any:
        """By name and password."""
        ...

    @GET("/cookie", auth=(("session",),))
    def cookie(self) -> Any:
        """By a cookie that is given."""
        ...

    @GET("/receipt", server="receipts")
    def receipt(self) -> Any:
        """On the other host."""
        ...

    @GET("/own", server="own")
    def own(self) -> Any:
        """On a host without an address of its own."""
        ...


SPEC = Spec(
    name="acme-shop",
    version="1.2.3",
    servers={"": "https://api.acme.test", "receipts": "https://receipts.acme.test/v1", "own": None},
    schemes={
        "key": Scheme("header", "X-Key"),
        "pair": Scheme("header", "X-Pair"),
        "apikey": Scheme("query", "apikey", form=True),
        "bearer": Scheme("bearer"),
        "basic": Scheme("basic"),
        "session": Scheme("cookie", "sid"),
    },
    auth=(("key",), ("apikey",), ("bearer",), ("session",)),
    error=ErrorShape("message", code="code", name="name"),
    errors=ERRORS,
    parameters={"lang": ClientParameter("lang", "header", "en"), "mode": ClientParameter("mode", "query")},
    quota=Quota("header", "x-limit", "x-left", "x-reset", "epoch"),
    resources={"vouchers": Vouchers, "jobs": Jobs, "account": Account},
)


class Key(Credentials):
    """By key."""

    def __init__(self, key: Token | None = None) -> None:
        super().__init__({"key": (Secret(key, "ACME_SHOP_KEY"),), "apikey": (Secret(key, "ACME_SHOP_KEY"),)})


class Pair(Credentials):
    """By key and pair."""

    def __init__(self, key: Token | None = None, name: Token | None = None, word: Token | None = None) -> None:
        pair = (Secret(name, "ACME_SHOP_NAME"), Secret(word, "ACME_SHOP_WORD"))
        super().__init__({"key": (Secret(key, "ACME_SHOP_KEY"),), "pair": pair, "basic": pair})


class Bearer(Credentials):
    """By token."""

    def __init__(self, token: Token | None = None) -> None:
        super().__init__({"bearer": (Secret(token, "ACME_SHOP_TOKEN"),)})


class Cookie(Credentials):
    """By cookie."""

    def __init__(self, sid: Token | None = None) -> None:
        super().__init__({"session": (Secret(sid, "ACME_SHOP_SID"),)})


class Options(SyncOptions, total=False):
    """What a client may be given."""

    lang: str
    mode: str


class AsyncAcmeOptions(AsyncOptions, total=False):
    """What an async client may be given."""

    lang: str
    mode: str


class AcmeCallOptions(CallOptions, total=False):
    """What may differ from call to call."""

    lang: str
    mode: str


class Api(Resource[M]):
    """The API's resources."""

    @cached_property
    def vouchers(self) -> Vouchers[M]:
        """Vouchers."""
        return Vouchers(self.mode)

    @cached_property
    def jobs(self) -> Jobs[M]:
        """Work."""
        return Jobs(self.mode)

    @cached_property
    def account(self) -> Account[M]:
        """Ways to sign in."""
        return Account(self.mode)


class Acme(SyncClient, Api[Sync]):
    """A blocking client."""

    spec: ClassVar[Spec] = SPEC

    def __init__(self, auth: Credentials | None = None, **options: Unpack[Options]) -> None:
        super().__init__(self.spec, Key() if auth is None else auth, options)

    @cached_property
    def with_response(self) -> Api[SyncRaw]:
        """The same, with the HTTP response."""
        return Api(SyncRaw(self.mode.engine, self.mode.http))

    def with_options(self, **options: Unpack[AcmeCallOptions]) -> Acme:
        """With other settings."""
        return self._with(options)


class AsyncAcme(AsyncClient, Api[Async]):
    """An async client."""

    spec: ClassVar[Spec] = SPEC

    def __init__(self, auth: Credentials | None = None, **options: Unpack[AsyncAcmeOptions]) -> None:
        super().__init__(self.spec, Key() if auth is None else auth, options)

    @cached_property
    def with_response(self) -> Api[AsyncRaw]:
        """The same, with the HTTP response."""
        return Api(AsyncRaw(self.mode.engine, self.mode.http))

    def with_options(self, **options: Unpack[AcmeCallOptions]) -> AsyncAcme:
        """With other settings."""
        return self._with(options)


def acme(*answers: Answer, auth: Credentials | None = None, **options: Unpack[Options]) -> tuple[Acme, Wire]:
    """A blocking client, and the wire that it is on."""
    wire = Wire(*answers)
    return Acme(auth or Key("k-secret"), transport=wire, **options), wire
