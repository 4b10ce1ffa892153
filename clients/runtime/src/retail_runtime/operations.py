"""Operations: one declared method is one HTTP call.

A generated resource declares each operation once:

    @GET("/vouchers/{voucher_id}")
    def get(self, voucher_id: str, *, expand: bool | None = None) -> Voucher:
        \"\"\"Fetch one voucher.\"\"\"
        ...

The signature says what to send and what comes back; the decorator says where. At run time the result is an ordinary
method. To a type checker it returns a `Voucher` on a blocking client and an awaitable `Voucher` on an async client.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping
from functools import cached_property, wraps
from inspect import Parameter, signature
from types import NoneType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Concatenate,
    Generic,
    Literal,
    ParamSpec,
    TypedDict,
    TypeVar,
    Unpack,
    cast,
    get_args,
    get_origin,
    get_type_hints,
    overload,
)

from msgspec import Struct, field

from .arrow import ArrowTable, TableShape
from .files import AsyncDownload, Base64, Download, spent_by_sending
from .jobs import AsyncExport, AsyncJob, Export, Fetch, Job, Wait
from .models import UNSET, marks_of
from .pages import AsyncPager, Page, Pager, Paging
from .places import Check, Field, Joined, Part, Path, Place, Query
from .responses import Response
from .rows import AsyncRows, Rows
from .wire import CHECKS

if TYPE_CHECKING:
    from .resources import Async, AsyncRaw, Resource, Sync, SyncRaw

P = ParamSpec("P")
T = TypeVar("T")
U = TypeVar("U")
S = TypeVar("S")
A = TypeVar("A")
R = TypeVar("R")
AR = TypeVar("AR")

BodyKind = Literal["json", "form", "multipart"]


class Traits(TypedDict, total=False):
    """What a declaration may say beside its verb and path."""

    name: str
    """Its name in logs, errors and traces, where its class and method tell another."""
    server: str
    """Which of the API's hosts serves it; left out for the usual one."""
    auth: tuple[tuple[str, ...], ...]
    """The ways to sign in that it takes, the schemes of each; left out for the API's usual ones, empty for none."""
    body: BodyKind
    """How the body goes; left out for JSON."""
    fixed: Mapping[str, str]
    """Parameters whose value never changes."""
    wrap: tuple[str, str]
    """The properties for the value and for deletion, when each field of the body is an object of those."""
    twin: bool
    """Whether a POST to the same path, with the parameters as a form, means the same."""
    repeat: bool | str
    """Whether a repeat after an unknown outcome is harmless, or the argument that makes it so; left out for what the
    verb says: GET, PUT and DELETE are repeated, POST and PATCH are not."""
    reads: Any
    """The type of the whole answer, when the method returns a part of it."""
    data: str
    """Where in the whole answer that part is."""
    meta: str
    """Where in the whole answer its meta data is."""
    warnings: str
    """Where in the whole answer the warnings are."""
    carry: bool
    """Whether the part that is returned has a field `warnings` for them."""
    page: Paging
    """How the list pages."""
    wait: Wait
    """How to wait for what this starts."""
    fetch: Fetch
    """How to get the file that this prepares."""
    table: TableShape
    """Where an answer that is read as an Arrow table has its rows and columns."""
    accept: str
    """The media type to ask for; left out for JSON."""


class Argument(Struct, frozen=True):
    """How one parameter of an operation is sent."""

    name: str
    place: Place
    wire: str
    """Its name on the wire."""
    sends_none: bool
    """Whether `None` is sent as null; otherwise `None` means that it is left out."""
    encode: Callable[[Any], Any] | None
    check: Callable[[str, Any], Any] | None

    @property
    def takes_file(self) -> bool:
        """Whether its value is a file: one thing, though it can be iterated."""
        return isinstance(self.place, Part) or isinstance(self.encode, Base64)


class Operation(Struct, frozen=True, dict=True):
    """What a declared method knows about its HTTP call."""

    method: Callable[..., Any]
    verb: str
    path: str
    traits: Traits

    @cached_property
    def name(self) -> str:
        """The operation's name in logs, errors and traces, such as `vouchers.get`."""
        if "name" in self.traits:
            return self.traits["name"]
        owner, method = self.method.__qualname__.split(".")[-2:]
        resource = "".join(f"_{c.lower()}" if c.isupper() else c for c in owner).strip("_")
        return f"{resource}.{method}"

    @cached_property
    def repeatable(self) -> bool | str:
        """Whether a second try can do no harm when the fate of the first is unknown."""
        return self.traits.get("repeat", self.verb not in ("POST", "PATCH"))

    @cached_property
    def returns(self) -> Any:
        """What the method says that it returns."""
        return get_type_hints(self.method)["return"]

    @cached_property
    def answer(self) -> Any:
        """The type of the whole answer."""
        return self.traits.get("reads", self.returns)

    @cached_property
    def kind(self) -> str:
        """What running it gives: `data`, `page`, `file`, `rows`, `arrow`, `job` or `export`."""
        kind = get_origin(self.returns) or self.returns
        return _KINDS.get(kind, "data") if isinstance(kind, type) else "data"

    @cached_property
    def arguments(self) -> tuple[Argument, ...]:
        """How each of the method's parameters is sent."""
        hints = get_type_hints(self.method, include_extras=True)
        parameters = list(signature(self.method).parameters.values())[1:]
        return tuple(self._argument(parameter, hints[parameter.name]) for parameter in parameters)

    def _argument(self, parameter: Parameter, hint: Any) -> Argument:
        marks = marks_of(hint)
        place = next((mark for mark in marks if isinstance(mark, Place)), None) or self._usual_place(parameter.name)
        check = next((CHECKS[mark.name] for mark in marks if isinstance(mark, Check)), None)
        encode = next((mark for mark in marks if callable(mark)), None)
        sends_none = parameter.default is not None and NoneType in get_args(_bare(hint))
        return Argument(parameter.name, place, place.name or parameter.name, sends_none, encode, check)

    def _usual_place(self, name: str) -> Place:
        if f"{{{name}}}" in self.path:
            return Path()
        return Field() if "body" in self.traits or self.verb in ("POST", "PUT", "PATCH") else Query()


_KINDS: dict[Any, str] = {
    Page: "page",
    Download: "file",
    Rows: "rows",
    ArrowTable: "arrow",
    Job: "job",
    Export: "export",
}


def _bare(hint: Any) -> Any:
    return get_args(hint)[0] if get_origin(hint) is Annotated else hint


class Call(Struct, frozen=True):
    """One use of an operation."""

    operation: Operation
    arguments: Mapping[str, Any] = field(default_factory=dict[str, Any])
    url: str | None = None
    """An address of its own, asked without credentials: that of a prepared file."""

    @property
    def repeatable(self) -> bool:
        """Whether a second try can do no harm when the fate of the first is unknown."""
        repeatable = True if self.url else self.operation.repeatable
        return self.arguments.get(repeatable) not in (None, UNSET) if isinstance(repeatable, str) else repeatable

    @property
    def resendable(self) -> bool:
        """Whether the whole request can be made a second time: a file that can't be rewound is used up by the first."""
        return not any(
            argument.takes_file and spent_by_sending(self.arguments.get(argument.name))
            for argument in self.operation.arguments
        )


# -- declaring operations -------------------------------------------------------------------------

if TYPE_CHECKING:

    class Method(Generic[P, S, A, R, AR]):
        """How a type checker sees an operation: its results depend on the client."""

        operation: Operation

        @overload
        def __get__(self, resource: Resource[Sync], owner: Any) -> Callable[P, S]: ...
        @overload
        def __get__(self, resource: Resource[Async], owner: Any) -> Callable[P, A]: ...
        @overload
        def __get__(self, resource: Resource[SyncRaw], owner: Any) -> Callable[P, R]: ...
        @overload
        def __get__(self, resource: Resource[AsyncRaw], owner: Any) -> Callable[P, AR]: ...
        @overload
        def __get__(self, resource: None, owner: Any) -> Method[P, S, A, R, AR]: ...
        def __get__(self, resource: Any, owner: Any) -> Any: ...


class Declaration(Struct, frozen=True):
    """`GET("/vouchers")`, waiting for its method."""

    verb: str
    path: str
    traits: Traits

    @overload
    def __call__(  # type: ignore[overload-overlap]  # the narrower ones come first, as they should
        self, method: Callable[Concatenate[Any, P], Page[T]], /
    ) -> Method[P, Pager[T], AsyncPager[T], Response[Page[T]], Coroutine[Any, Any, Response[Page[T]]]]: ...
    @overload
    def __call__(  # type: ignore[overload-overlap]
        self, method: Callable[Concatenate[Any, P], Download], /
    ) -> Method[P, Download, AsyncDownload, Download, AsyncDownload]: ...
    @overload
    def __call__(  # type: ignore[overload-overlap]
        self, method: Callable[Concatenate[Any, P], Rows[T]], /
    ) -> Method[P, Rows[T], AsyncRows[T], Rows[T], AsyncRows[T]]: ...
    @overload
    def __call__(  # type: ignore[overload-overlap]
        self, method: Callable[Concatenate[Any, P], Job[T, U]], /
    ) -> Method[P, Job[T, U], Coroutine[Any, Any, AsyncJob[T, U]], Response[T], Coroutine[Any, Any, Response[T]]]: ...
    @overload
    def __call__(  # type: ignore[overload-overlap]
        self, method: Callable[Concatenate[Any, P], Export[T]], /
    ) -> Method[P, Export[T], Coroutine[Any, Any, AsyncExport[T]], Response[T], Coroutine[Any, Any, Response[T]]]: ...
    @overload
    def __call__(
        self, method: Callable[Concatenate[Any, P], T], /
    ) -> Method[P, T, Coroutine[Any, Any, T], Response[T], Coroutine[Any, Any, Response[T]]]: ...
    def __call__(self, method: Callable[..., Any], /) -> Any:
        """Make a method of the declaration."""
        operation = Operation(method, self.verb, self.path, self.traits)
        names = list(signature(method).parameters)[1:]

        @wraps(method)
        def call(resource: Resource[Any], *args: Any, **kwargs: Any) -> Any:
            method(resource, *args, **kwargs)  # does nothing, except to refuse wrong arguments
            if args:
                kwargs.update(zip(names, args, strict=False))
            return resource.mode.run(Call(operation, kwargs))

        cast(Any, call).operation = operation
        return call


class Verb(Struct, frozen=True):
    """`GET`, waiting for its path."""

    name: str

    def __call__(self, path: str, **traits: Unpack[Traits]) -> Declaration:
        """Declare the operation at `path`."""
        return Declaration(self.name, path, traits)


GET, POST, PUT, PATCH, DELETE = (Verb(name) for name in ("GET", "POST", "PUT", "PATCH", "DELETE"))

__all__ = [
    "DELETE",
    "GET",
    "PATCH",
    "POST",
    "PUT",
    "Argument",
    "BodyKind",
    "Call",
    "Declaration",
    "Joined",
    "Operation",
    "Traits",
    "Verb",
]
