"""What the service takes though its spec does not say so: the habits of clients, old and new.

| habit | mended to |
| --- | --- |
| `/v1/get-card.json`, `get-card.php` | `/get-card` |
| PUT where a voucher's status is changed, or POST | the one that the spec has |
| parameters of a DELETE, PUT or POST in the URL, or some there and some in the form | all in the form, which wins |
| multipart/form-data without files | application/x-www-form-urlencoded |
| `1`, `0`, `True`, `FALSE` for a flag | `true`, `false` |
| `v1.4.2` for a version; a version that is none | `1.4.2`; no version |
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import unquote_plus, urlencode

from werkzeug import Request
from werkzeug.datastructures import ImmutableMultiDict
from werkzeug.exceptions import HTTPException
from werkzeug.formparser import FormDataParser
from werkzeug.http import parse_options_header

from ..requests import FORM, MULTIPART
from ..spec import read_spec

FLAGS = read_spec("spaaza").flags
_FLAG_TEXTS = {"1": "true", "0": "false", "true": "true", "false": "false"}
_ALIASES = {"/auth/alter-user-loyalty-level": "/auth/alter-loyalty-level"}
_METHODS = {
    "/claim-voucher": "POST",
    "/unclaim-voucher": "POST",
    "/expire-voucher": "POST",
    "/unlock-voucher": "PUT",
}
_LARGEST_FORM = 1_000_000
"""Bytes of a form that is mended. No call needs a tenth of it; the kernel judges what is larger."""


def tolerate(request: Request, path: str) -> str:
    """Mends a request, and gives the path that it means."""
    path = re.sub("/{2,}", "/", path)
    path = re.sub(r"\.(json|php)$", "", path.removeprefix("/v1") if path.startswith("/v1/") else path)
    path = _ALIASES.get(path, path)
    _mend_version(request.environ)
    if request.method in ("PUT", "POST"):
        request.method = _METHODS.get(path, request.method)
    if request.method in ("DELETE", "POST", "PUT"):
        _mend_form(request)
    else:
        pairs = [(name, _mended(name, text)) for name, text in request.args.items(multi=True)]
        vars(request)["args"] = ImmutableMultiDict(pairs)  # where werkzeug keeps the query that it has read
    return path


def _mend_version(environ: dict[str, Any]) -> None:
    text = environ.pop("HTTP_X_SPAAZA_API_VERSION", "").strip().removeprefix("v")
    if re.fullmatch(r"[0-9]{1,4}\.[0-9]{1,4}(\.[0-9]{1,4})?", text):
        environ["HTTP_X_SPAAZA_API_VERSION"] = text


def _mend_form(request: Request) -> None:
    """Puts all parameters of a request into its form. What is no form, or is too large, stays as it is."""
    environ = request.environ
    kind, options = parse_options_header(environ.get("CONTENT_TYPE", ""))
    if "HTTP_TRANSFER_ENCODING" in environ or kind not in ("", FORM, MULTIPART):
        return
    length = environ.get("CONTENT_LENGTH") or "0"
    if not length.isdecimal() or int(length) > _LARGEST_FORM:
        return
    body = _read(environ, int(length))
    if body is None or (body and not kind):
        return
    if kind == MULTIPART and body:
        plain = _without_parts(body, options)
        if plain is None:
            return
        body = plain
    sent = body.split(b"&") if body else []
    names = {_name(pair) for pair in sent}
    sent += [pair for pair in request.query_string.split(b"&") if pair and _name(pair) not in names]
    vars(request)["args"] = ImmutableMultiDict[str, str]()
    if sent:
        content = b"&".join(_mended_pair(pair) for pair in sent)
        form = {"CONTENT_TYPE": FORM, "CONTENT_LENGTH": str(len(content)), "wsgi.input": io.BytesIO(content)}
        environ.update(form)


def _read(environ: dict[str, Any], length: int) -> bytes | None:
    """The body, which can be read again; None when it ends too soon, for the kernel to find out."""
    try:
        body = environ["wsgi.input"].read(length) if length else b""
    except OSError:
        body = b""
    environ["wsgi.input"] = io.BytesIO(body)
    return body if len(body) == length else None


def _without_parts(body: bytes, options: Mapping[str, str]) -> bytes | None:
    """A multipart form as the other kind of form; None for one with files, or one that cannot be read."""
    parser = FormDataParser(max_form_memory_size=_LARGEST_FORM, max_form_parts=1000, silent=False)
    try:
        _, fields, files = parser.parse(io.BytesIO(body), MULTIPART, len(body), dict(options))
    except (HTTPException, ValueError):
        return None
    return None if files else _encoded(fields.items(multi=True))


def _encoded(pairs: Iterable[tuple[str, str]]) -> bytes:
    return urlencode(list(pairs)).encode()


def _name(pair: bytes) -> str:
    return unquote_plus(pair.partition(b"=")[0].decode("latin-1"))


def _mended_pair(pair: bytes) -> bytes:
    name = _name(pair)
    if name not in FLAGS:
        return pair
    return _encoded([(name, _mended(name, unquote_plus(pair.partition(b"=")[2].decode("latin-1"))))])


def _mended(name: str, text: str) -> str:
    return _FLAG_TEXTS.get(text.lower(), text) if name in FLAGS else text
