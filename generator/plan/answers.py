"""What a method returns, and how it is read out of the whole answer."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.parse import Operation, Parsed
from generator.plan.models import Models
from generator.plan.names import identifier, literal
from generator.plan.types import Type, Types
from generator.source import Node

Traits = list[tuple[str, str]]
"""Keyword and Python expression of what a declaration says."""


@dataclass(frozen=True)
class Answer:
    """What a method returns."""

    returns: str
    traits: Traits = field(default_factory=Traits)


@dataclass(frozen=True)
class _Part:
    """The part of an answer that a method returns."""

    type: Type
    schema: Node
    path: str
    """Where it is, in the names of the wire; empty for the whole."""
    traits: Traits


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
        if entry.get("kind") == "arrow":
            table = {key: literal(way) for key, way in self.parsed.document.data["x-table"].items()}
            said = ", ".join(table[key] for key in ("rows", "columns", "name", "type"))
            return Answer("ArrowTable", [("table", f"TableShape({said})"), *traits])
        part = self._part(operation, entry, schema)
        extensions = operation.extensions
        if "x-page" in extensions and not entry:
            return self._paged(operation, schema, [*self._beside(operation, schema), *traits])
        traits = [*part.traits, *traits]
        if "x-download" in extensions:
            return self._export(extensions["x-download"], part, traits)
        if "operation" in extensions.get("x-wait", {}):
            return self._job(extensions["x-wait"], part, traits)
        return Answer(str(part.type), traits)

    def wait(self, wait: Node, polled_id: str, start: _Part | None = None) -> str:
        """The runtime's `Wait` for an `x-wait`. `start` is the answer that fills the poll's parameters."""
        polled = self._operation(polled_id)
        part = self._part(polled, {}, self._schema(polled))
        failed: Node = wait.get("failed", {})
        also: Node = wait.get("also", {})
        said = [
            literal(self._method(polled)),
            f"parameters={self._filled(polled, wait.get('parameters', {}), start)}" if start else "",
            f"field={literal(self._within(part, wait['field']))}",
            f"done={tuple(wait['done'])!r}",
            f"failed={tuple(failed['values'])!r}, error={failed['error']}" if failed else "",
            f"message={literal(self._within(part, failed['message']))}" if failed else "",
            f"interval={float(wait.get('interval', 1))}",
            f"also=({literal(self._within(part, also['field']))}, {tuple(also['done'])!r})" if also else "",
        ]
        return f"Wait({', '.join(part for part in said if part)})"

    def path(self, schema: Node, path: str) -> str:
        """A dotted path of an answer, in the Python names of its models (in a plain mapping, in those of the wire).

        A way through a list is one through each of its entries.
        """
        names: list[str] = []
        for wire in path.split(".") if path else ():
            place = wire.isdecimal()
            found = self._step(schema if place else self._item(schema), wire)
            names.append(wire if found is None or place else self.types.field(wire, self.types.follow(found)))
            schema = found or {}
        return ".".join(names)

    def anywhere(self, path: str) -> str:
        """A path through the API's answers in Python names: read off the first answer that has it."""
        for operation in self.parsed.operations:
            for content in self._content(operation).values():
                if (schema := content.get("schema")) and self._at(schema, path) is not None:
                    return self.path(schema, path)
        return path

    # -- kinds of answers -------------------------------------------------------------------------

    def _part(self, operation: Operation, entry: Node, schema: Node) -> _Part:
        traits = self._beside(operation, schema)
        whole = self.types.of(schema, sent=False)
        data = entry["data"] if "data" in entry else self._envelope(operation).get("data")
        inner = self._at(schema, data) if data else None
        if data is None or inner is None:
            return _Part(whole, schema, "", traits)
        traits = [("reads", str(whole)), ("data", literal(self.path(schema, data))), *traits]
        warnings = self._carried(operation, schema)
        if (name := self.types.component(inner)) and warnings:
            self.models.carry(name, warnings)
            traits.append(("carry", "True"))
        return _Part(self.types.of(inner, sent=False), inner, data, traits)

    def _carried(self, operation: Operation, schema: Node) -> Node | None:
        """The warnings that the data's model is to have a field for."""
        envelope = self._envelope(operation)
        return self._at(schema, envelope["warnings"]) if envelope.get("carry") and "warnings" in envelope else None

    def _beside(self, operation: Operation, schema: Node) -> Traits:
        """Where the meta data and the warnings are."""
        envelope = self._envelope(operation)
        return [
            (name, literal(self.path(schema, envelope[name])))
            for name in ("meta", "warnings")
            if name in envelope and self._at(schema, envelope[name]) is not None
        ]

    def _paged(self, operation: Operation, schema: Node, traits: Traits) -> Answer:
        page: Node = operation.extensions["x-page"]
        item = str(self.types.of(self._item(self._at(schema, page["items"]) or {}), sent=False))
        style = {"number": "NumberedPages", "offset": "OffsetPages", "next": "LinkedPages"}[page["style"]]
        names = self.types.arguments(operation)
        said = [literal(self.path(schema, page["items"])), f'parameter="{names[page["parameter"]]}"']
        if style == "LinkedPages":
            said += [f"wire={literal(page['parameter'])}", f"next={literal(self.path(schema, page['next']))}"]
        else:
            key = "last" if style == "NumberedPages" else "total"
            said += [f"{key}={literal(self.path(schema, page[key]))}"] if key in page else []
            said += [f'size="{names[page["size"]]}"'] if "size" in page else []
            said += [f"default_size={page['default-size']}"] if "default-size" in page else []
            said += [f"first={page['first']}"] if style == "NumberedPages" and page.get("first", 1) != 1 else []
        reads = str(self.types.of(schema, sent=False))
        return Answer(f"Page[{item}]", [("reads", reads), ("page", f"{style}({', '.join(said)})"), *traits])

    def _export(self, fetch: Node, part: _Part, traits: Traits) -> Answer:
        if "operation" in fetch:
            link = self._operation(fetch["operation"])
            url = self._within(self._part(link, {}, self._schema(link)), fetch["url"])
            filled = self._filled(link, fetch.get("parameters", {}), part)
            text = f"Fetch({literal(self._method(link))}, {filled}, url={literal(url)})"
        else:
            text = f'Fetch("", {{}}, url={literal(self._within(part, fetch["url"]))})'
        return Answer(f"Export[{part.type}]", [("fetch", text), *traits])

    def _job(self, wait: Node, part: _Part, traits: Traits) -> Answer:
        polled = self._operation(wait["operation"])
        status = self._part(polled, {}, self._schema(polled)).type
        return Answer(f"Job[{part.type}, {status}]", [("wait", self.wait(wait, wait["operation"], part)), *traits])

    # -- reading the spec -------------------------------------------------------------------------

    def _content(self, operation: Operation) -> Node:
        """The media types of the first successful answer that has a body."""
        for status, raw in operation.node["responses"].items():
            if status.startswith("2") and (content := self.types.follow(raw).get("content")):
                return content
        return {}

    def _schema(self, operation: Operation) -> Node:
        return next(iter(self._content(operation).values()))["schema"]

    def _envelope(self, operation: Operation) -> Node:
        return {**self.parsed.document.data.get("x-envelope", {}), **operation.extensions.get("x-envelope", {})}

    def _operation(self, operation_id: str) -> Operation:
        return next(operation for operation in self.parsed.operations if operation.id == operation_id)

    @staticmethod
    def _method(operation: Operation) -> str:
        return f"{identifier(operation.tag)}.{identifier(operation.name)}"

    def _filled(self, target: Operation, parameters: dict[str, str], start: _Part) -> str:
        names = self.types.arguments(target)
        return repr({names[wire]: self._within(start, path) for wire, path in parameters.items()})

    def _within(self, part: _Part, path: str) -> str:
        """A path of the whole answer as one of the part that the method returns."""
        if path == part.path:
            return ""
        return self.path(part.schema, path.removeprefix(f"{part.path}.") if part.path else path)

    @staticmethod
    def _accept(offered: Node, entry: Node) -> Traits:
        schemas = {name: str(content.get("schema")) for name, content in offered.items()}
        alike = [name for name, schema in schemas.items() if schema == next(iter(schemas.values()))]
        accept = entry.get("media-type") or ", ".join(alike)
        return [("accept", literal(accept))] if accept not in ("", "application/json") else []

    def _is_file(self, media: str, schema: Node, entry: Node) -> bool:
        textual = "json" in media or "xml" in media or media == "text/csv"
        return entry.get("kind") == "download" or (not textual) or self.types.follow(schema).get("format") == "binary"

    def _item(self, schema: Node) -> Node:
        node = self.types.follow(schema)
        return node["items"] if node.get("type") == "array" else schema

    def _at(self, schema: Node, path: str) -> Node | None:
        """The schema at a dotted path of an answer; None where there is none."""
        found: Node | None = schema
        for wire in path.split(".") if path else ():
            found = self._step(found, wire) if found is not None else None
        return found

    def _step(self, schema: Node, wire: str) -> Node | None:
        """The property of an object, be it nullable or not."""
        node = self.types.follow(schema)
        variants = [variant for variant in node.get("oneOf", []) if variant.get("type") != "null"]
        node = self.types.follow(variants[0]) if len(variants) == 1 else node
        if wire.isdecimal() and "items" in node:
            return node["items"]
        return node.get("properties", {}).get(wire)
