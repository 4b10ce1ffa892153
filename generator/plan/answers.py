"""What a method returns, and how it is read out of the whole answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from generator.parse import Operation, Parsed, python_name
from generator.plan.models import Models
from generator.plan.types import Types
from generator.source import Node


@dataclass(frozen=True)
class Answer:
    """What a method returns."""

    returns: str
    traits: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    raises: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])


@dataclass
class Answers:
    """Plans the answers of one API."""

    parsed: Parsed
    types: Types
    models: Models

    def of(self, operation: Operation, entry: Node | None = None) -> Answer:
        """The answer of an operation, or of one of its `x-methods`."""
        entry = entry or {}
        offered = self._content(operation)
        media = entry.get("media-type") or next(iter(offered), "")
        traits = self._accept(offered, entry)
        if not media:
            return Answer("None")
        schema: Node = offered[media].get("schema", {})
        if "answer" in entry:
            schema = {"$ref": f"#/components/schemas/{entry['answer']}"}
        if self._is_file(media, schema, entry):
            return Answer("Download", traits)
        self.models.reach(schema, sent=False)
        if entry.get("kind") == "rows" or (media == "text/csv" and "kind" not in entry):
            return Answer(f"Rows[{self.types.of(self._item(schema), sent=False)}]", traits)
        whole = str(self.types.of(schema, sent=False))
        extensions = operation.extensions
        if "x-page" in extensions and not entry:
            return self._paged(operation, schema, whole, traits)
        if "x-download" in extensions:
            return self._export(extensions["x-download"], schema, whole, traits)
        if "operation" in extensions.get("x-wait", {}):
            return self._job(extensions["x-wait"], schema, whole, traits)
        return self._part(operation, entry, schema, whole, traits)

    def wait(self, wait: Node, polled_id: str, start: Node | None = None) -> str:
        """The runtime's `Wait` for an `x-wait`. `start` is the schema of the answer that fills the poll's parameters."""
        polled = self._operation(polled_id)
        schema = self._schema(polled)
        failed: Node = wait.get("failed", {})
        said = [
            f'"{self._method(polled)}"',
            f"parameters={self._filled(wait['parameters'], start)}" if start else "",
            f'field="{self.path(schema, wait["field"])}"',
            f"done={tuple(wait['done'])!r}",
            f"failed={tuple(failed['values'])!r}, error={failed['error']}" if failed else "",
            f'message="{self.path(schema, failed["message"])}"' if failed else "",
            f"interval={float(wait.get('interval', 1))}",
        ]
        return f"Wait({', '.join(part for part in said if part)})"

    # -- kinds of answers -------------------------------------------------------------------------

    def _part(
        self, operation: Operation, entry: Node, schema: Node, whole: str, traits: list[tuple[str, str]]
    ) -> Answer:
        envelope: Node = {**self.parsed.document.data.get("x-envelope", {}), **operation.extensions.get("x-envelope", {})}
        data = entry["data"] if "data" in entry else envelope.get("data")
        for name in ("meta", "warnings"):
            if name in envelope and self._at(schema, envelope[name]) is not None:
                traits = [*traits, (name, f'"{self.path(schema, envelope[name])}"')]
        inner = self._at(schema, data) if data else None
        if data is None or inner is None:
            return Answer(whole, traits)
        traits = [("reads", whole), ("data", f'"{self.path(schema, data)}"'), *traits]
        return Answer(str(self.types.of(inner, sent=False)), traits)

    def _paged(self, operation: Operation, schema: Node, whole: str, traits: list[tuple[str, str]]) -> Answer:
        page: Node = operation.extensions["x-page"]
        item = str(self.types.of(self._item(self._at(schema, page["items"]) or {}), sent=False))
        style = {"number": "NumberedPages", "offset": "OffsetPages", "next": "LinkedPages"}[page["style"]]
        names = {wire: name for (_, wire), name in operation.python_names.items()}
        said = [f'"{self.path(schema, page["items"])}"', f'parameter="{names[page["parameter"]]}"']
        if style == "LinkedPages":
            said += [f'wire="{page["parameter"]}"', f'next="{self.path(schema, page["next"])}"']
        else:
            key = "last" if style == "NumberedPages" else "total"
            said += [f'{key}="{self.path(schema, page[key])}"'] if key in page else []
            said += [f'size="{names[page["size"]]}"'] if "size" in page else []
            said += [f"default_size={page['default-size']}"] if "default-size" in page else []
            said += [f"first={page['first']}"] if style == "NumberedPages" and page.get("first", 1) != 1 else []
        return Answer(f"Page[{item}]", [("reads", whole), ("page", f"{style}({', '.join(said)})"), *traits])

    def _export(self, fetch: Node, schema: Node, whole: str, traits: list[tuple[str, str]]) -> Answer:
        link = self._operation(fetch["operation"])
        url = self.path(self._schema(link), fetch["url"])
        text = f'Fetch("{self._method(link)}", {self._filled(fetch["parameters"], schema)}, url="{url}")'
        return Answer(f"Export[{whole}]", [("fetch", text), *traits])

    def _job(self, wait: Node, schema: Node, whole: str, traits: list[tuple[str, str]]) -> Answer:
        polled = self._operation(wait["operation"])
        status = str(self.types.of(self._schema(polled), sent=False))
        return Answer(f"Job[{whole}, {status}]", [("wait", self.wait(wait, wait["operation"], schema)), *traits])

    # -- reading the spec -------------------------------------------------------------------------

    def _content(self, operation: Operation) -> Node:
        """The media types of the first successful answer that has a body."""
        for status, raw in operation.node["responses"].items():
            if status.startswith("2"):
                response = self.types.follow(raw)
                return response.get("content", {})
        return {}

    def _schema(self, operation: Operation) -> Node:
        return next(iter(self._content(operation).values()))["schema"]

    def _operation(self, operation_id: str) -> Operation:
        return next(operation for operation in self.parsed.operations if operation.id == operation_id)

    @staticmethod
    def _method(operation: Operation) -> str:
        return f"{operation.tag}.{operation.name}"

    def _filled(self, parameters: dict[str, str], start: Node) -> str:
        return repr({python_name(name): self.path(start, path) for name, path in parameters.items()})

    @staticmethod
    def _accept(offered: Node, entry: Node) -> list[tuple[str, str]]:
        accept = entry.get("media-type") or ", ".join(offered)
        return [("accept", f'"{accept}"')] if accept not in ("", "application/json") else []

    def _is_file(self, media: str, schema: Node, entry: Node) -> bool:
        textual = "json" in media or "xml" in media or media == "text/csv"
        return entry.get("kind") == "download" or (not textual) or self.types.follow(schema).get("format") == "binary"

    def _item(self, schema: Node) -> Node:
        node = self.types.follow(schema)
        return node["items"] if node.get("type") == "array" else schema

    def _at(self, schema: Node, path: str) -> Node | None:
        """The schema at a dotted path of an answer; None where there is none."""
        for wire in path.split("."):
            found: Any = self.types.follow(schema).get("properties", {}).get(wire)
            if found is None:
                return None
            schema = found
        return schema

    def path(self, schema: Node, path: str) -> str:
        """A dotted path of an answer, in the Python names of its models."""
        names: list[str] = []
        for wire in path.split("."):
            found: Any = self.types.follow(schema).get("properties", {}).get(wire, {})
            names.append(self.types.follow(found).get("x-name") or python_name(wire))
            schema = found
        return ".".join(names)

