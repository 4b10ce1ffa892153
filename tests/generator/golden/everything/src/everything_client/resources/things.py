# Generated from specs/everything.yaml by the generator; edit the spec and run `make generate`.
"""What there is. It ends with a "quote"."""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Any

from retail_runtime import (
    DELETE,
    GET,
    PATCH,
    POST,
    PUT,
    UNSET,
    Body,
    DecimalText,
    DigitText,
    Erase,
    Field,
    Flag,
    Header,
    Joined,
    LinkedPages,
    LocalDateTime,
    M,
    Null,
    NumberedPages,
    OffsetPages,
    Page,
    Path,
    Query,
    Resource,
    Spread,
    Unset,
    YesNo,
)

from .. import models
from ..models import Kind, Likeness, OneThing, Thing


class Things(Resource[M]):
    """What there is. It ends with a "quote"."""

    @GET(
        "/things",
        auth=(("token",), ("client_id", "client_secret")),
        reads=models.Things,
        page=NumberedPages("result", parameter="page", last="meta.pages", size="size", default_size=20),
        meta="meta",
        warnings="meta.warnings",
    )
    def list(
        self,
        *,
        page: Annotated[int | None, Query("pageNumber")] = None,
        size: int | None = None,
        type_: Annotated[Kind | None, Query("type")] = None,
        from_: Annotated[date | None, Query("from")] = None,
        ids: Annotated[str | Sequence[str] | None, Joined()] = None,
        colour: Annotated[Sequence[str] | None, Query("colour[]")] = None,
        own: Annotated[Mapping[str, str] | None, Spread()] = None,
        brand: Annotated[str | Null | None, Query(null="null")] = None,
        cheap: YesNo | None = None,
        x_trace_id: Annotated[str | None, Header("X-Trace-Id")] = None,
    ) -> Page[Thing]:
        """List | things.

        All of them, page by page.

        Args:
            page: Which page.
            size: How many a page.
            type_: Of which kind.
            from_: Since when.
            ids: Only these.
            colour: In one of these colours.
            own: Filters by name.
            brand: The brand.
            cheap: Deprecated. Only cheap ones.
            x_trace_id: A text for the log.

        Raises:
            ServerError: It failed.
        """
        ...

    @POST(
        "/things",
        auth=(("pair",),),
        repeat="reference_code",
        reads=OneThing,
        data="result",
        meta="meta",
        warnings="meta.warnings",
    )
    def create(
        self,
        reference_code: Annotated[str, Field("reference-code")],
        *,
        count: DigitText,
        active: Flag | None = None,
        seen: LocalDateTime | None = None,
        note: str | None | Unset = UNSET,
        type_: Annotated[Kind | None, Field("type")] = None,
        like: Likeness | Mapping[str, Any] | None = None,
    ) -> Thing:
        """Add a thing.

        Adds it. Charges for it.

        Args:
            reference_code: Your own code.
            count: How many.
            active: Whether it is sold.
            seen: When it was seen.
            note: A remark.
            type_: What a thing is: c\\d.
            like: What it is like.

        Raises:
            APIStatusError: It failed.
            ServerError: It failed.
        """
        ...

    @GET("/things/{thing-id}", reads=OneThing, data="result", meta="meta", warnings="meta.warnings")
    def get(self, thing_id: Annotated[int, Path("thing-id")]) -> Thing:
        """Get a thing.

        One thing, as it stands at the moment of the call. Its text has a C:\\path, `code`, and \"\"\" in it.

        - a point
        - another point

        Args:
            thing_id: The thing.

        Raises:
            NotFoundError: There is no such thing: "none".
            OverloadedError: Too much at once.
        """
        ...

    @PUT(
        "/things/{thing-id}",
        auth=(("token",), ("client_id", "client_secret")),
        body="form",
        reads=OneThing,
        data="result",
        meta="meta",
        warnings="meta.warnings",
    )
    def update(
        self,
        thing_id: Annotated[int, Path("thing-id")],
        *,
        name: str | None = None,
        sold: YesNo | None = None,
        price: DecimalText | None = None,
        ids: Annotated[str | Sequence[str] | None, Joined()] = None,
        likes: Sequence[str] | None = None,
        own: Annotated[Mapping[str, str] | None, Spread()] = None,
        like: Likeness | Mapping[str, Any] | None = None,
    ) -> Thing:
        """Change a thing.

        By a form.

        Args:
            thing_id: The thing.
            name: Its name.
            sold: Whether it is sold.
            price: Its price.
            ids: Ids.
            likes: Likes.
            own: Own values.
            like: What it is like.
        """
        ...

    @PATCH(
        "/things/{thing-id}",
        wrap=("value", "delete"),
        repeat=True,
        reads=OneThing,
        data="result",
        meta="meta",
        warnings="meta.warnings",
    )
    def amend(
        self,
        thing_id: Annotated[int, Path("thing-id")],
        *,
        name: str | None = None,
        brand: Annotated[str | None | Unset, Field(null="null")] = UNSET,
        amount: Annotated[DecimalText | None, Field("price")] = None,
        delete_amount: Annotated[bool, Erase("price")] = False,
    ) -> Thing:
        """Change fields of a thing.

        Each in a wrapper.

        Args:
            thing_id: The thing.
            name: A text to set.
            brand: A brand to set; `"null"` clears it.
            amount: The price.
            delete_amount: Delete what `amount` names; without `amount`, all of it.
        """
        ...

    @DELETE("/things/{thing-id}", body="form", repeat=False)
    def delete(
        self,
        thing_id: Annotated[int, Path("thing-id")],
        *,
        force: Annotated[Flag | None, Query()] = None,
        reason: str | None = None,
    ) -> None:
        """Remove a thing.

        With a form.

        Args:
            thing_id: The thing.
            force: Whether to ask nobody.
            reason: In words.
        """
        ...

    @GET(
        "/search",
        body="json",
        reads=models.Things,
        page=OffsetPages("result", parameter="offset", total="meta.total", size="limit"),
        meta="meta",
        warnings="meta.warnings",
    )
    def search(
        self,
        *,
        deep: Annotated[bool | None, Query()] = None,
        words: Sequence[str] | None = None,
        offset: int | None = None,
        limit: int | None = None,
    ) -> Page[Thing]:
        """Search.

        A GET with a JSON body, paged by offset.

        Args:
            deep: Whether to take long.
            words: The words.
            offset: Where to start.
            limit: How many at a time.
        """
        ...

    @GET(
        "/recent",
        reads=models.Things,
        page=LinkedPages("result", parameter="after", wire="after", next="meta.next_page"),
        meta="meta",
        warnings="meta.warnings",
    )
    def recent(self, *, after: str | None = None) -> Page[Thing]:
        """List what is new.

        Paged by links.

        Args:
            after: Where to go on.
        """
        ...

    @PUT("/matrix")
    def matrix(self, body: Annotated[Sequence[Sequence[int]], Body()]) -> builtins.list[builtins.list[int]]:
        """Turn a matrix.

        Arrays of arrays, as a whole body.

        Args:
            body: Rows of numbers.
        """
        ...
