"""Where an operation's arguments go: the words of a declaration's `Annotated` hints."""

from __future__ import annotations

from msgspec import Struct


class Place(Struct, frozen=True):
    """The part of the request that a parameter belongs to."""

    name: str = ""
    """Its name on the wire, when that is not its name in Python."""
    null: str | None = None
    """The text that stands for null there."""


class Path(Place, frozen=True):
    """A segment of the URL's path."""


class Query(Place, frozen=True):
    """A query parameter; a list repeats it."""


class Joined(Place, frozen=True):
    """A query parameter or form field whose list goes as one text, joined by commas."""


class Spread(Place, frozen=True):
    """A mapping whose entries are query parameters (or form fields) of their own."""


class Header(Place, frozen=True):
    """A header."""


class Field(Place, frozen=True):
    """One property of the body: of the JSON object, the form, or the multipart form."""


class Erase(Place, frozen=True):
    """Asks for the deletion of the body's property of that name."""


class Part(Place, frozen=True):
    """One file of a multipart form."""


class Body(Place, frozen=True):
    """The whole body."""


class Check(Struct, frozen=True):
    """A check from `retail_runtime.wire.CHECKS` to make before anything is sent."""

    name: str
