"""What the service takes though its spec does not say so: the habits of the vendor's clients in five languages.

| habit | whose | mended to |
| --- | --- | --- |
| `True`, `FALSE`, `1`, `0` for a flag | Python, C# | `true`, `false` |
| `NULL` or nothing for a flag that is not set | PHP | left out |
| `//` in the path; `http:/host` where `//` was squeezed out of an address | all | one slash; two |
| a day with a time, or a time without one | C# | the form that the filter has |
| `a, b` for a list | all | `a,b` |
| `?` again before the keys, so that a value swallows them | the text's sample | `&` |
| `/v1` before carts; a user to delete in the path | people | the vendor's own paths |

A blank that stands in an address as it is never comes this far: the HTTP server refuses such a request line with a 400.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, cast
from urllib.parse import parse_qsl

from werkzeug import Request
from werkzeug.datastructures import ImmutableMultiDict

from ..spec import read_spec

FLAGS = read_spec("information-machine").flags
LISTS = frozenset(
    {
        "product_ids",
        "purchase_date_from",
        "purchase_date_to",
        "purchase_total_from",
        "purchase_total_to",
    }
)
DAYS = frozenset(
    {
        "purchase_date_after",
        "purchase_date_before",
        "purchase_date_from",
        "purchase_date_to",
        "record_created_after",
        "recorded_at_after",
        "recorded_at_before",
        "upc_resolved_after",
    }
)
TIMES = frozenset({"account_locked_date_after", "connection_lost_date_after"})
KEYS = frozenset({"client_id", "client_secret"})

_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[ T][0-9]{2}:[0-9]{2}:[0-9]{2})?")
_FLAG_TEXTS = {"true": "true", "false": "false", "1": "true", "0": "false"}
_SQUEEZED = re.compile(r"^(https?):/(?=[^/])")


def tolerate(request: Request, path: str) -> str:
    """Mends the query of a request, and gives the path that it means."""
    path = re.sub("/{2,}", "/", path)
    if re.fullmatch("/v1/users/[^/]+/carts(/.*)?", path):
        path = path.removeprefix("/v1")
    pairs = [*_mended(request.args.items(multi=True))]
    if request.method == "DELETE" and (in_path := re.fullmatch("/v1/users/([^/]+)", path)):
        pairs.append(("id", in_path[1]))
        path = "/v1/users"
    vars(request)["args"] = ImmutableMultiDict(pairs)  # where werkzeug keeps the query that it has read
    return path


def tolerate_body(operation: str, body: Any) -> Any:
    """Mends a body: a bare list of names; the id of a user that the path has already."""
    if operation == "upcs_resolve" and isinstance(body, list):
        return {"name_store_list": cast("list[Any]", body)}
    if operation == "users_update" and isinstance(body, dict):
        return {name: value for name, value in cast("dict[str, Any]", body).items() if name != "user_id"}
    return body


def _mended(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for name, text in pairs:
        text, _, swallowed = text.partition("?") if _swallows(text) else (text, "", "")
        yield from ((name, each) for each in _value(name, text))
        yield from parse_qsl(swallowed)


def _swallows(text: str) -> bool:
    return any(f"?{key}=" in text for key in KEYS)


def _value(name: str, text: str) -> Iterator[str]:
    """The value mended; nothing where it stands for no value."""
    if name in FLAGS:
        if text not in ("", "NULL"):
            yield _FLAG_TEXTS.get(text.lower(), text)
        return
    if name in LISTS:
        text = ",".join(part.strip() for part in text.split(","))
    if name in DAYS:
        text = ",".join(_day(part) for part in text.split(","))
    elif name in TIMES:
        text = f"{text} 00:00:00" if re.fullmatch("[0-9-]{10}", text) else text
    elif name == "webhook_url":
        text = _SQUEEZED.sub(r"\1://", text)
    yield text


def _day(text: str) -> str:
    match = _DAY.fullmatch(text)
    return match[1] if match else text
