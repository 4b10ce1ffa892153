"""What an API's folder gives the kernel, and what the kernel gives its handlers.

An API is its spec plus an `Api`: a handler for each operationId, a function that says who is calling, and one that
renders an error as that vendor does. Handlers read typed, validated input and return plain data; HTTP stays in the
kernel.

An API's folder is a package with the name of the API, underscores for hyphens. The package has `api: Api`; its tables
have names that begin with the folder's name (`eandata_products`), and its default records are in `seed.yaml`. A seed
file that a user writes has such a document under each API's name: `eandata: {products: [...]}`.

The order of a request: `tolerate` mends it, where the API has one; the path and method find the operation (else 404,
405: `problem` without a call); credentials are looked for; parameters and body are read and validated; the transaction
begins; `caller` is asked; then what was wrong so far is raised (missing credentials first, then bad input); then the
handler runs, `finish` wraps, the answer is held against the spec, and the transaction is committed. A request may be
run again from the beginning of its transaction when another was in its way, so a handler changes nothing but through
`call.db`. A `Problem` rolls back, `refused` may store what is kept all the same, and `problem` renders it; its answer
is held against the spec too, and must have a status that the operation documents (405, 406, 413 and 415 need not be
documented).

What the vendor tells by webhook goes out with `call.emit(name, payload)`, where `name` is a key of the spec's
`webhooks`: the payload is held against that webhook's schema at once, and the event enters the outbox in the request's
transaction, so that it is sent if and only if the request succeeds. What happens by the clock alone, with nobody
asking, an API lets happen in its `tick`, which may emit too.

Data in an answer is plain JSON data as it stands on the wire: dict, list, str, int, float, bool, None; no datetime, no
Decimal. For XML the same data is rendered, under the root element that the schema's `xml.name` names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol
from uuid import NAMESPACE_URL, uuid5

from sqlalchemy.orm import Session

from .store import next_number

if TYPE_CHECKING:
    from werkzeug import Request, Response

    from .clock import Clock
    from .spec import Operation
    from .store import Store
    from .webhooks import Emitter


class Problem(Exception):
    """A refusal, in the vendor's terms. The API's `problem` function renders it as that vendor would.

    Raising one ends the request and rolls its transaction back: nothing is stored.
    """

    def __init__(self, status: int, message: str, *, code: str | None = None, data: Any = None) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.code = code
        self.data = data
        """What the vendor sends beside the message, such as the company of a product that was not found."""


class BadInput(Problem):
    """The request does not fit the spec: where (`query.page_size`, `body.product_id.value`) and why. Raised by the
    kernel."""

    def __init__(self, where: str, message: str) -> None:
        super().__init__(400, f"{where}: {message}" if where else message)
        self.where = where


class Unauthorized(Problem):
    """No credentials, or wrong ones. `scheme` names the security scheme that was not met."""

    def __init__(self, message: str, *, scheme: str = "", status: int = 401, code: str | None = None) -> None:
        super().__init__(status, message, code=code)
        self.scheme = scheme


@dataclass(frozen=True)
class File:
    """A file that came with a multipart request."""

    name: str
    media_type: str
    content: bytes


@dataclass
class Answer:
    """What a handler returns when plain data (with the first 2xx status of the spec) does not say enough."""

    data: Any = None
    status: int | None = None
    """None: the operation's first documented 2xx status."""
    media_type: str | None = None
    """None: chosen by the kernel among what the spec offers for that status."""
    headers: dict[str, str] = field(default_factory=dict[str, str])
    stream: Iterable[bytes] | None = None
    """A body sent piece by piece instead of `data` (large CSV, files); it is not validated by the kernel. It runs
    after the transaction has ended, so it must hold what it needs (`Call.store` begins another). Its `close`, when it
    has one, is called when it was sent or given up."""
    recast: Callable[[Any], Any] | None = None
    """What an older version than the spec describes makes of the data, once that was found good."""
    gzip: bool = False
    """Compress it for a caller that accepts that."""


@dataclass
class Call:
    """One request, as a handler sees it."""

    operation: Operation
    params: Mapping[str, Any]
    """Path, query and header parameters by their wire names, validated and converted to the types of their schemas
    (int, float, bool, str, list, dict); defaults are filled in; what was not sent and has no default is absent. The
    text of a parameter's `x-null` is None. A query parameter that the spec does not name is left out, unless an
    exploded object parameter gathers such (then it is in that object; a key that stands in the query never is)."""
    body: Any
    """The decoded body: JSON as it is; forms and multipart as a dict with converted values and defaults, files as
    `File`, fields that the schema does not name as text (but never a key that stands in the form); any other media
    type as bytes; None when there was none."""
    credentials: Mapping[str, str]
    """What was sent for each security scheme that was met, by the scheme's name."""
    caller: Any
    """What the API's `caller` made of the credentials; None when the operation needs none."""
    db: Session
    """The request's transaction. The kernel commits when the answer is built and validated."""
    store: Store
    """For what goes on after the transaction has ended: a stream that reads, or notes its own end. Nothing else."""
    clock: Clock
    """`clock.now()` is the sandbox's time, an aware UTC datetime; never use another."""
    settings: Mapping[str, Any]
    """The API's own settings (`Api.settings`, overridden by the operator)."""
    request: Request
    """The raw request, for the rare rule that needs it (host, cookies). Parsing it is the kernel's business."""
    api: str
    """The API's name."""
    mount: str
    """The mount that the request came to: `spaaza-services`."""
    emitter: Emitter
    """What `emit` hands on to."""

    def emit(
        self,
        name: str,
        payload: Any,
        *,
        url: str | None = None,
        secret: str | None = None,
        target_key: str | None = None,
    ) -> None:
        """Puts an event into the outbox; it is sent when this request's transaction is committed.

        Args:
            name: A key of the spec's `webhooks`.
            payload: The body, as plain JSON data; it must fit that webhook's schema, or the request ends as one whose
                answer breaks the spec.
            url: Where this event goes and nowhere else, when the caller has named that: in this request, or once in
                an account's settings. None: to every target that the operator has set for such events; without one it
                is kept as `unsent`, to be looked at.
            secret: What `url` shares with the vendor; needed with a `url` where the webhook is signed (`x-signature`).
            target_key: Whose event it is (a chain, a `client_id`): targets with a `target_key` get that one's only.
        """
        self.emitter.emit(self, name, payload, url=url, secret=secret, target_key=target_key)

    def url_for(self, path: str) -> str:
        """The absolute URL of `path` below this API's mount, as the caller can reach it."""
        return f"{self.request.host_url}{self.mount}/{path.removeprefix('/')}"

    def sequence(self, name: str) -> int:
        """The next number, from 1, of a named sequence of this API; stored with the transaction, so it never
        repeats."""
        return next_number(self.db, self.api, name)

    def uuid(self, name: str) -> str:
        """A UUID that is the same in two runs alike: the next of the named sequence, hashed."""
        return str(uuid5(NAMESPACE_URL, f"{self.api}/{name}/{self.sequence(name)}"))


class Handler(Protocol):
    """What serves an operation: plain data for its first documented 2xx status, or an `Answer`."""

    def __call__(self, call: Call, /) -> Any:
        """Serves one request."""
        ...


@dataclass(frozen=True, kw_only=True)
class Api:
    """One vendor's service."""

    name: str
    """Its spec's file name without `.yaml`: `information-machine`."""
    mounts: Mapping[str, str]
    """Mount to `x-name` of the server in the spec that it stands for ("" for the API's usual one):
    `{"spaaza": "", "spaaza-services": "services"}`."""
    handlers: Mapping[str, Handler]
    """One for each operationId in the spec, no more and no fewer."""
    caller: Callable[[Mapping[str, str], Session, Clock], Any]
    """Who is calling, from the credentials by scheme name; raises `Unauthorized`."""
    problem: Callable[[Problem, Call | None], Answer]
    """The vendor's error answer for a problem. `Call` is None when no operation was found (404, 405); before the
    handler ran its `params` may be empty, its `body` and `caller` None, so that only `request` tells how to
    answer."""
    seed: Callable[[Mapping[str, Any], Session], None]
    """Adds the records of one seed document (this API's part of a seed file); raises `SeedError` with the path of
    what is wrong. Its own default is `seed.yaml` in its folder."""
    finish: Callable[[Answer, Call], Answer] | None = None
    """Wraps each successful answer, as the vendor's envelope does."""
    pages: Mapping[str, Callable[[Call], Response]] = field(default_factory=dict[str, Any])
    """Routes below the mount that are no operations of the spec (a download link's file, a page to look at), by
    werkzeug rule (`/files/<link>`), for GET. Their `Call` has no operation's parameters but those of the rule, and
    nobody's credentials."""
    settings: Mapping[str, Any] = field(default_factory=dict[str, Any])
    """Settings and their defaults (allowed import hosts, durations)."""
    tolerate: Callable[[Request, str], str] | None = None
    """Mends a request before anything reads it, where the vendor's service takes what its spec does not say: it may
    replace `request.args`, and returns the path below the mount to serve (a doubled slash gone, an alias followed)."""
    tolerate_body: Callable[[str, Any], Any] | None = None
    """The same for a decoded JSON body, by operationId, before it is validated."""
    refused: Callable[[Problem, Call], None] | None = None
    """What is kept of a refused request (that it counts towards a quota), stored after all else was rolled back."""
    tick: Callable[[Call], None] | None = None
    """Lets happen what is due by the clock though nobody asks, such as a harvest that ends and is told by webhook. It
    runs in a transaction of its own before events are delivered, in a served sandbox several times a second, so it
    must find out cheaply that nothing is due. Its `Call` is nobody's: no parameters, no body, caller None."""
    anyone: Callable[[Session, Clock], Any] | None = None
    """Who calls when the sandbox is served with `--no-auth` and the credentials are missing or wrong: such as the first
    tenant of the seed. Without it the API cannot be served so."""


class SeedError(ValueError):
    """A seed document does not fit: `where` is the path of the record or key, as in `products[3].upca`."""

    def __init__(self, where: str, message: str) -> None:
        super().__init__(f"{where}: {message}")
        self.where = where
        self.message = message
