"""The pages for people: what runs here, and each API's documentation. They need nothing from elsewhere."""

from __future__ import annotations

from html import escape
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING, Any

from werkzeug import Request, Response

from ..services import Service
from ..spec import METHODS
from ..yamldata import dump_yaml

if TYPE_CHECKING:
    from ..app import App

_HERE = Path(__file__).parent
_FILES = {
    "console.css": _HERE / "console.css",
    "console.js": _HERE / "console.js",
    "docs.js": _HERE / "docs.js",
    "swagger-ui.css": _HERE / "vendor" / "swagger-ui.css",
    "swagger-ui-bundle.js": _HERE / "vendor" / "swagger-ui-bundle.js",
}
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
    " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


class Console:
    """Serves `/`, `/docs/<api>`, `/openapi/<api>.yaml` and the files that these need."""

    def __init__(self, app: App) -> None:
        self._services = {service.api.name: service for service in app.services}

    def respond(self, request: Request) -> Response | None:
        """The page at a path; None when there is none."""
        if request.method not in ("GET", "HEAD"):
            return None
        folder, _, name = request.path.removeprefix("/").partition("/")
        if not folder:
            return self._home()
        if folder == "docs" and name in self._services:
            return self._docs(name)
        if folder == "openapi" and name.removesuffix(".yaml") in self._services and name.endswith(".yaml"):
            return self._spec(self._services[name.removesuffix(".yaml")])
        if folder == "static" and name in _FILES:
            kind = "text/css" if name.endswith(".css") else "text/javascript"
            return _page(_FILES[name].read_bytes(), f"{kind}; charset=utf-8", {"Cache-Control": "max-age=3600"})
        return None

    def _home(self) -> Response:
        cards = "\n".join(_card(service) for service in self._services.values())
        return _page(Template(_file("index.html")).substitute(cards=cards))

    def _docs(self, name: str) -> Response:
        return _page(Template(_file("docs.html")).substitute(name=escape(name)))

    def _spec(self, service: Service) -> Response:
        document = at_mounts(service)
        document.pop("jsonSchemaDialect", None)  # the documentation page warns of any but its own
        return Response(dump_yaml(document), content_type="application/yaml; charset=utf-8")


def at_mounts(service: Service, base_url: str = "") -> dict[str, Any]:
    """An API's spec with its mounts below `base_url` in place of the vendor's servers."""
    mounts = {server: [{"url": f"{base_url}/{mount}"}] for mount, server in service.api.mounts.items()}

    def moved(node: dict[str, Any]) -> dict[str, Any]:
        servers = node.get("servers")
        return {**node, "servers": mounts[servers[0].get("x-name", "")]} if servers else node

    paths = {
        path: {key: moved(value) if key in METHODS else value for key, value in moved(item).items()}
        for path, item in service.document["paths"].items()
    }
    return {**service.document, "servers": mounts[""], "paths": paths}


def _card(service: Service) -> str:
    info = service.document.get("info", {})
    name = escape(service.api.name)
    mounts = " ".join(f"<code>/{escape(mount)}</code>" for mount in service.api.mounts)
    operations = sum(1 for item in service.document["paths"].values() for key in item if key in METHODS)
    return (
        f'<li class="card"><h3>{escape(str(info.get("title", name)))}</h3><p>{mounts}</p>'
        f'<p class="quiet">{operations} operations · version {escape(str(info.get("version", "")))}</p>'
        f'<p><a href="/docs/{name}">Documentation</a> <a href="/openapi/{name}.yaml">OpenAPI</a></p></li>'
    )


def _file(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


def _page(text: str | bytes, kind: str = "text/html; charset=utf-8", headers: dict[str, str] | None = None) -> Response:
    security = {
        "Content-Security-Policy": _POLICY,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
    }
    return Response(text, headers={**security, **(headers or {})}, content_type=kind)
